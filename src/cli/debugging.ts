import type { Command } from 'commander';
import type { Io } from './io.ts';

/** The commands for somebody who looks for the fault in a model. What they do is loaded when it is asked for. */
export function debugging(_program: Command, _io: Io, _done: (code: number) => void): void { /* None yet. */ }
