import type { LitmusResult } from './run.ts';
export type Page = {
    readonly columns: number;
    /** Say more of each: what it asks, the shortest run, who waits for whom. By default of one alone. */
    readonly full?: boolean;
};
/** One line a litmus, what is not as expected below it, and a count at the end. Ends with a line break. */
export declare function printLitmus(results: readonly LitmusResult[], { columns, full }: Page): string;
