import { type Command } from 'commander';
import type { Io } from './io.ts';
/** The commands that judge something. What they do is loaded when it is asked for. */
export declare function judging(program: Command, io: Io, done: (code: number) => void): void;
