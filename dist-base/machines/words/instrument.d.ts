import type { Description } from '../description/description.ts';
import type { ClauseId } from '../description/ids.ts';
/** What somebody needs who tests a clause on a real driver. */
export type ClauseTest = {
    /** Functions in which the steps around the brink are observed, or delayed to bring them about. */
    readonly at: readonly string[];
    /** What is seen where the clause is not kept. Lockdep sees what is annotated: a wait for hardware is not. */
    readonly shows: string;
    /** The kernel test that comes nearest; null: there is none. */
    readonly nearest: string | null;
    /** The system in which the clause matters, where it loses nothing in the text's own story. */
    readonly in?: Omit<Description, 'driver' | 'options' | 'without' | 'variants'>;
};
export declare const instruments: Readonly<Record<ClauseId, ClauseTest>>;
