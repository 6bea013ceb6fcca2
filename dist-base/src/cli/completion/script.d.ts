import type { Command } from 'commander';
import type { shells } from '../choices.ts';
import type { Io } from '../io.ts';
/** `finite-fence completion`: made of the very command line that it completes. */
export declare function completionCommand(program: Command, shell: (typeof shells)[number], io: Io): void;
