import type { Described } from '../../../machines/description/description.ts';
import { type Exit } from '../exit.ts';
import type { Io } from '../io.ts';
import { type Limits } from '../progress.ts';
export type RemedyOptions = Limits & {
    readonly most: number;
    readonly json?: true;
};
/** Something for the better: a clause that is kept, a hazard that is left, an order that is kept where there was none. */
export type Change = {
    readonly what: string;
    readonly name: string;
    readonly kind: 'clause' | 'hazard' | 'variant' | 'order';
};
/** `finite-fence remedy`. @throws Misuse */
export declare function remedyCommand(name: string, options: RemedyOptions, io: Io, version: string): Exit;
/** Each clause of every option that is not kept, each hazard that is there, each order that is not certain. */
export declare function changesFor(described: Described): Change[];
/** The description with these changes. An option that is taken for one clause keeps no other. */
export declare function changed(described: Described, set: readonly Change[]): Described;
