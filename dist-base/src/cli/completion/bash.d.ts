import type { Words } from './words.ts';
/** The script for bash: 3.2 and newer, with or without the package bash-completion. */
export declare function bash([program, ...commands]: readonly [Words, ...Words[]]): string;
