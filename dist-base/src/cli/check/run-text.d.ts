import { type Telling } from '../../../machines/words/words.ts';
import type { Finding, Run, Wait } from '../../check/finding.ts';
import type { Cite } from '../../system/vocabulary.ts';
import { type Program } from '../../system/program.ts';
/** Who does a step, for a person. */
export declare function actorOf(program: Program, step: string): string;
/** `'arbiter[1]'` in words. */
export declare const named: (actor: string) => string;
/** The lifecycle of a part, by its id. */
export declare const lifecycleOf: (program: Program, part: string) => string;
/** A run as a numbered list: step, who does it, what it is. */
export declare function runLines(program: Program, telling: Telling, run: Run, from?: number): string[];
/** The cycle in a line of words, then each arrow with the text that says so. */
export declare function waits({ waits: found }: Finding): string[];
/** What a guard or move stands for: what it cites itself, or what its hazard says. */
export declare const textOf: (origin: Wait["origin"]) => Cite | null;
export declare const cited: (cite: {
    readonly file: string;
    readonly says: string;
} | null, indent?: string) => string[];
