import { type Clause, type Option } from '../../src/system/vocabulary.ts';
/** The third option: the reservation lasts as long as fences are in flight. */
export declare const reserveInFlight: Option;
/** Weaker readings of the clauses, each with the clause that it stands in for. */
export declare const reservationVariants: readonly {
    readonly instead: string;
    readonly rows?: Option['rows'];
    readonly clause: Clause;
}[];
