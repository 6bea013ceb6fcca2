import { type Exit } from '../exit.ts';
import type { Io } from '../io.ts';
/** `finite-fence table`. */
export declare function tableCommand(options: {
    readonly json?: true;
}, io: Io, version: string): Promise<Exit>;
