import type { Description } from '../description/description.ts';
import type { ClauseId, OptionId, VariantId } from '../description/ids.ts';
/** Circumstances in which every clause of an option is left out once. */
export type Scenario = {
    /** Head of its column, at most four characters. */
    readonly head: string;
    readonly about: string;
    readonly with: Omit<Partial<Description>, 'driver' | 'options' | 'without' | 'variants'>;
    /** The options whose clauses speak of it; all if absent. */
    readonly of?: readonly OptionId[];
};
/** The columns of the clause table. */
export declare const scenarios: readonly Scenario[];
/** A row of the table: an option as it stands, without a clause, or with a weaker reading of one. */
export type TableRow = {
    readonly option: OptionId;
    readonly without: ClauseId | null;
    readonly variant: VariantId | null;
};
/** In the order of the text. */
export declare const tableRows: readonly TableRow[];
/** What is asked in one place of the table. */
export declare const cellOf: ({ option, without, variant }: TableRow, scenario: Scenario) => Description;
/** Whether a scenario is asked of an option. */
export declare const concerns: ({ of }: Scenario, option: OptionId) => boolean;
