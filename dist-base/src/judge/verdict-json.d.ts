import type { Alternative } from '../../machines/description/alternatives.ts';
import type { Wait } from '../check/finding.ts';
import type { Verdict } from '../check/finding.ts';
import type { Judgement } from './judge.ts';
import type { Remedy } from './remedies.ts';
/** What `check --json` prints of a driver. The order of the keys is part of it: same input, same bytes. */
export type VerdictJson = {
    readonly schema: 1;
    readonly version: string;
    readonly digest: string;
    readonly driver: string;
    readonly verdict: Verdict;
    readonly promises: readonly PromiseJson[];
    /** `holds` is null where the search ended before it was broken. */
    readonly invariants: readonly {
        readonly name: string;
        readonly holds: boolean | null;
        readonly run: readonly string[];
        readonly needs: readonly string[];
    }[];
    readonly states: number;
    readonly edges: number;
    /** The verdict of the same system with hang recovery; null where recovery is not needed or was not asked. */
    readonly recovered: Verdict | null;
    /** What was taken for each fact that is unknown; null where all is known. */
    readonly alternative: Alternative['assumed'] | null;
    /** The verdict of every alternative. */
    readonly alternatives: Judgement['alternatives'];
    /** The system that was asked for `needs`, smaller than the driver's own where that is large; null where none was asked. */
    readonly needsOf: Judgement['needsOf'];
    /** Single changes that make it finite. */
    readonly remedies: readonly Remedy[];
    /** Why the search ended early; null where it did not. */
    readonly stopped: string | null;
    readonly neverFired: readonly string[];
    readonly leftOut: readonly {
        readonly step: string;
        readonly lacks: string;
    }[];
};
/** What `check --json` prints of a promise. */
export type PromiseJson = {
    readonly name: string;
    readonly verdict: Verdict;
    /** States in which it is owed; 0: nothing was asked of it. */
    readonly pending: number;
    /** With hang recovery. */
    readonly recovered: Verdict | null;
    readonly needs: readonly string[];
    readonly run: readonly string[];
    readonly sealed: number | null;
    readonly cycle: readonly string[];
    readonly loop: readonly string[];
    readonly starves: readonly string[];
    readonly favours: readonly string[];
    /** The cycle as data: who waits, where it stands, for whom, and the text that says so. `cycle` of a chain that closes on nothing ends at its end. */
    readonly waits: readonly Wait[];
    readonly closes: number | null;
};
/** A judgement as data. @param version of this package */
export declare function toJson(judgement: Judgement, version: string, remedies?: readonly Remedy[]): VerdictJson;
