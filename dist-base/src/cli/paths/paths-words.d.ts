import { type Command } from 'commander';
import { covers } from '../choices.ts';
/** K in cost = steps + K * paths: what it takes to set up a test, in steps. */
export declare const perPathByDefault = 10;
export type PathsOptions = {
    readonly cover?: readonly (typeof covers)[number][];
    readonly to: readonly string[];
    readonly format?: string;
    readonly out?: string;
    readonly keep?: string;
    readonly check?: string;
    readonly perPath: number;
    readonly maxLength?: number;
    readonly maxStates: number;
};
/** The words of `finite-fence paths`. */
export declare const pathsWords: (program: Command, act: (name: string | undefined, given: PathsOptions) => void | Promise<void>) => Command;
