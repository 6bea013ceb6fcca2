import { type Exit } from './exit.ts';
import type { Io } from './io.ts';
export type LogOptions = {
    readonly json?: true;
    readonly html?: string;
    readonly chromeTrace?: string;
    readonly complete?: true;
    readonly skew: number;
};
/** `finite-fence log`. @throws Misuse where a page or trace cannot be written. */
export declare function runLog(files: readonly string[], options: LogOptions, io: Io): Promise<Exit>;
