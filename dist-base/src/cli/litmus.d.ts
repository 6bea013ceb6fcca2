import type { ReportFormat } from './choices.ts';
import { type Exit } from './exit.ts';
import { type Io } from './io.ts';
export type LitmusOptions = {
    readonly json?: true;
    readonly format?: ReportFormat;
    readonly verbose?: true;
    readonly list?: true;
};
/** `finite-fence litmus`. @throws Misuse where no test has such a name. */
export declare function litmusCommand(pattern: string | undefined, options: LitmusOptions, io: Io, version: string): Exit;
