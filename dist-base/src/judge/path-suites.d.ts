import type { Description } from '../../machines/description/description.ts';
import type { Budget } from '../explore/graph.ts';
import type { Ablation } from '../paths/clause.ts';
import type { PathFile } from '../paths/path.ts';
import { type NamedSystem } from '../paths/suite.ts';
import type { covers } from '../cli/choices.ts';
export type Covering = (typeof covers)[number];
/** Something that paths are made for, and every fact about it settled: what is unknown is as in the text's own story. */
export type Subject = {
    readonly name: string;
    readonly description: Description;
};
/** The options by themselves, and the drivers that come with this package. */
export declare const shipped: () => Subject[];
/** An option, a shipped driver, or a description in a file. @throws Misuse */
export declare function subjectOf(name: string): Subject;
export type Wanted = {
    readonly perPath: number;
    readonly longest?: number | undefined;
    readonly to: readonly string[];
    readonly kept: (name: string, cover: Covering) => PathFile | null;
};
/** The files for a subject, one a criterion; `ranOut` where a search did. */
export declare function filesFor({ name, description }: Subject, covering: readonly Covering[], { perPath, longest, to, kept }: Wanted, budget: Budget): {
    readonly files: readonly PathFile[];
    readonly ranOut: boolean;
};
/** For every clause that a description keeps: its system with it and without it, and the same in the scenario in which the clause matters. */
export declare function ablationsOf(own: NamedSystem, description: Description): {
    readonly systems: readonly NamedSystem[];
    readonly ablations: readonly (readonly Ablation[])[];
};
