import { type Exit } from '../exit.ts';
import type { Io } from '../io.ts';
import { type Limits } from '../progress.ts';
export type DiffOptions = Limits & {
    readonly json?: true;
};
/** `finite-fence diff`. @throws Misuse */
export declare function diffCommand(nameA: string, nameB: string, options: DiffOptions, io: Io, version: string): Exit;
