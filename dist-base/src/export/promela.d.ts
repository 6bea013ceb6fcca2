import type { Program } from '../system/program.ts';
/** `as written`: every actor as fair as it says. `weak only`: strong counts as weak. */
export type FairnessTaken = 'as written' | 'weak only';
/** What the Promela model is to ask. */
export type PromelaOptions = {
    /**
     * `count`: the states and edges alone. `fair`: one never claim a promise and fairness; it accepts the fair runs in which the promise is
     * pending for ever, so an acceptance cycle means `unbounded` or worse. And one an invariant: it ends where that is broken.
     */
    readonly question: 'count' | 'fair';
};
/**
 * `program` in Promela, as one process. Counts: `gcc -DSAFETY -DNOREDUCE`, `pan -E`; states equal, transitions are edges + 1.
 * Fair runs: `gcc -DNOREDUCE`, `pan -a -E -N claim`, claims as `claims` names them. The process remembers the actor that moved last, in a
 * variable that counts for states, so the two questions have a model each. SPIN's own `-f` is not used: it is fair to processes.
 * @throws Misuse for a fair question about more than 10 strong actors.
 */
export declare function toPromela(program: Program, { question }: PromelaOptions): string;
/** The never claims of the fair model. Where no actor is strong, one claim serves both fairnesses. */
export declare function claims(program: Program): {
    readonly claim: string;
    readonly at: number;
    readonly promise: string;
    readonly fairness: FairnessTaken;
}[];
/** The never claims about invariants. */
export declare function breaches(program: Program): {
    readonly claim: string;
    readonly at: number;
}[];
