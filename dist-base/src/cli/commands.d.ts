import { Command } from 'commander';
import { type Io } from './io.ts';
/** The command line as data: what is run, what is asked for help, and what completion is made of. */
export declare function commandLine(io: Io, done: (code: number) => void): Command;
/**
 * The command line. Never exits: gives the exit code.
 * @param argv without the program's own name
 */
export declare function run(argv: readonly string[], io: Io): Promise<number>;
