import type { Command } from 'commander';
/** What may stand in a place: one of these words, and what else. */
export type Taken = {
    readonly words: readonly string[];
    readonly also: 'file' | 'directory' | 'litmus' | null;
    /** Several of the words, with commas between them. */
    readonly list: boolean;
};
/** An option as it is written, all of its names; `takes` is null where it takes nothing. */
export type Flag = {
    readonly names: readonly string[];
    readonly about: string;
    readonly takes: Taken | null;
    readonly again: boolean;
};
/** A command and what may follow it. */
export type Words = {
    readonly name: string;
    readonly about: string;
    readonly flags: readonly Flag[];
    readonly takes: Taken | null;
};
/** What can be written on the command line: the program itself first, then its commands. */
export declare function wordsOf(program: Command): readonly [Words, ...Words[]];
