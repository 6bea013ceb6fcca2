import { type Exit } from '../exit.ts';
import type { Io } from '../io.ts';
export type ReplayOptions = {
    readonly in?: string;
    readonly module?: string;
    readonly promise?: string;
    readonly json?: true;
};
/** `finite-fence replay`. @throws Misuse */
export declare function replayCommand(file: string, given: ReplayOptions, io: Io, version: string): Promise<Exit>;
