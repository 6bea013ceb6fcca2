import { type Command } from 'commander';
import type { Io } from './io.ts';
/** The commands for somebody who looks for the fault in a model. What they do is loaded when it is asked for. */
export declare function debugging(program: Command, io: Io, done: (code: number) => void): void;
