import type { Command } from 'commander';
import type { shells } from '../choices.ts';
import type { Io } from '../io.ts';
import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { wordsOf } from './words.ts';
import { zsh } from './zsh.ts';

/** `finite-fence completion`: made of the very command line that it completes. */
export function completionCommand(program: Command, shell: (typeof shells)[number], io: Io): void {
  io.out({ bash, zsh, fish }[shell](wordsOf(program)));
}
