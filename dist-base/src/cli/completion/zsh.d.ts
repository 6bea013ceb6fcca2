import type { Words } from './words.ts';
/** The script for zsh: as a file _finite-fence in the function path, or sourced. */
export declare function zsh([program, ...commands]: readonly [Words, ...Words[]]): string;
