import type { ReportFormat } from '../choices.ts';
import { type Exit } from '../exit.ts';
import type { Io } from '../io.ts';
export type CheckOptions = {
    readonly json?: true;
    readonly format?: ReportFormat;
    readonly module?: readonly string[];
    readonly baseline?: string;
    readonly verbose?: true;
    readonly maxStates: number;
    readonly maxBytes: number;
};
/** `finite-fence check`. */
export declare function checkCommand(files: readonly string[], options: CheckOptions, io: Io, version: string): Promise<Exit>;
/** A problem that was found counts for more than an answer that was not. */
export declare const worstExit: (codes: readonly Exit[]) => Exit;
