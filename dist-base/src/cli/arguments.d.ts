import { type Command } from 'commander';
/** A number: `20000`, `2e6`; with `sizes` also `512M`. */
export declare function count(most: number, sizes: boolean): (text: string) => number;
/** A whole number of at least `least`. */
export declare const whole: (least: number) => (text: string) => number;
/** Something that may be said more than once. */
export declare const each: (text: string, before?: readonly string[]) => string[];
/** What stands below the options in a command's help. */
export declare const examples: (lines: readonly string[], exits?: string) => string;
/** `--max-states` and `--max-bytes`. */
export declare const limited: (command: Command) => Command;
/** `--json` and `--format`. */
export declare const printed: (command: Command) => Command;
