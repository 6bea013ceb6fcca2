import type { Command } from 'commander';
import { type Exit } from '../exit.ts';
import { type Io } from '../io.ts';
import { type PathsOptions } from './paths-words.ts';
/** `finite-fence paths`. `done` gets the exit code. */
export declare function pathsCommand(program: Command, io?: Io, done?: (code: Exit) => void): void;
/** What the command does. @throws Misuse */
export declare const runPaths: (name: string | undefined, given: PathsOptions, io: Io) => Exit;
