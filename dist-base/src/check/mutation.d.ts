import type { Budget } from '../explore/graph.ts';
import { type Program } from '../system/program.ts';
import { type Piece } from './ablate.ts';
import { type Verdict } from './finding.ts';
/** A system with a known answer, good or bad. */
export type Subject = {
    readonly name: string;
    readonly program: () => Program;
    /** The same with one clause less, for each of its clauses; null where it says nothing without that clause. */
    readonly clauses: readonly {
        readonly name: string;
        readonly program: () => Program | null;
    }[];
};
/** What was left out: a piece of a step in all systems that have it, or a clause. */
export type Kind = 'clause' | Piece['kind'];
/**
 * Who notices: the promise or invariant that turns there, from what to what. By the verdict, or where no verdict turns anywhere by the
 * evidence of a bad one: the shortest run and who waits for whom at its end.
 */
export type Killer = {
    readonly system: string;
    readonly by: 'verdict' | 'evidence';
    readonly of: string;
    readonly from: string;
    readonly to: string;
};
export type Mutant = {
    readonly kind: Kind;
    /** `'turn: lamp[] on'`, or the name of the clause. */
    readonly name: string;
    /** The row or clause that says it. */
    readonly origin: string;
    /** In how many systems it was tried until it was noticed. */
    readonly tried: number;
    readonly killer: Killer | null;
    /** Whether any of the systems tried has other states or steps with it. */
    readonly changes: boolean;
};
/**
 * Leaves out every clause and every piece of `subjects`, one at a time, and asks again: in one system after another, in their order,
 * until one answers otherwise; where none does, until the evidence of one is another. Pieces of which `skip` is true are left alone.
 */
export declare function mutate(subjects: readonly Subject[], budget: Budget, skip?: (piece: Piece) => boolean): Mutant[];
/** Who notices in `subject` alone that this is left out; null where its answer is as before, or where there is no such thing. */
export declare function retry(subject: Subject, { kind, name }: Pick<Mutant, 'kind' | 'name'>, budget: Budget): Killer | null;
/** A system that somebody broke on purpose, the shortest run to the trouble, and what is wrong there. */
export type Named = {
    readonly name: string;
    readonly starred: boolean;
    readonly source: string;
    readonly system: string;
    readonly verdict: Verdict;
    readonly of: string;
    readonly run: readonly string[];
};
/** All that `mutationPage` prints; `digest`: of what was asked. */
export type Score = {
    readonly digest: string;
    readonly asked: number;
    readonly named: readonly Named[];
    readonly dropped: readonly Mutant[];
};
/**
 * Who kills whom, as a page in Markdown: the score a kind, what was broken on purpose (a star: it happened upstream) with its shortest
 * run, who notices each clause and piece that was left out, and what nobody notices.
 */
export declare function mutationPage({ asked, named, dropped }: Score): string;
