import { type Command } from 'commander';
import type { Io } from './io.ts';
/** The commands that make something for other tools. What they do is loaded when it is asked for. */
export declare function making(program: Command, io: Io, done: (code: number) => void): void;
