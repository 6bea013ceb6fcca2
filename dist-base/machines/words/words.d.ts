import type { Cite } from '../../src/system/vocabulary.ts';
import type { Spec } from '../../src/system/compose.ts';
export { who } from './who.ts';
/** The sentences that a waits-for cycle breaks, by the lifecycles that it goes through. */
export declare const lawsOf: (lifecycles: readonly string[]) => Cite[];
/** Whether what a citation says are the very words of the file; of code it is a summary. */
export declare const verbatim: ({ file }: {
    readonly file: string;
}) => boolean;
/** Lifecycles that only keep the order of others: told last. */
export declare const quiet: readonly string[];
/** What a lifecycle says of an event in a state, in the kernel's words; null where it says nothing. */
export type Telling = (lifecycle: string, state: string, event: string) => string | null;
/** The descriptions of the lifecycles of a system. */
export declare function tellingOf({ rows, sizes }: Pick<Spec, 'rows' | 'sizes'>): Telling;
