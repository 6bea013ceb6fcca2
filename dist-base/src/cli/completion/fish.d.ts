import type { Words } from './words.ts';
/** The script for fish. */
export declare function fish([program, ...commands]: readonly [Words, ...Words[]]): string;
