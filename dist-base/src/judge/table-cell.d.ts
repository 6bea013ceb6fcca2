import type { Description } from '../../machines/description/description.ts';
import type { Verdict } from '../check/finding.ts';
/** One place of the clause table: the verdict, and the worst of every promise that is not kept, by its name as written. */
export type Cell = {
    readonly verdict: Verdict;
    readonly broken: Readonly<Record<string, Verdict>>;
    readonly states: number;
    readonly edges: number;
};
/** Asks the first member of each family alone: like jobs are interchangeable, so what holds of one holds of the others. */
export declare function cell(description: Description): Cell;
