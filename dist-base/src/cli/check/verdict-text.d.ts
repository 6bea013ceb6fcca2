import type { Finding, Verdict } from '../../check/finding.ts';
import type { Io } from '../io.ts';
import { type Judgement } from '../../judge/judge.ts';
import type { Remedy } from '../../judge/remedies.ts';
export declare const coloured: (paint: Io["paint"], verdict: Verdict) => string;
/** A judgement for a person: the verdict and what it rests on, then what is broken, how, and against which sentence. */
export declare function toText(judgement: Judgement, paint: Io['paint'], { verbose, brief, remedies, }?: {
    readonly verbose?: boolean;
    readonly brief?: boolean;
    readonly remedies?: readonly Remedy[];
}): string;
/** A finding that is told, and those that are only named beside it, each with the steps that it takes more. */
export type Told = {
    readonly finding: Finding;
    readonly also: {
        readonly promise: string;
        readonly more: readonly string[];
    }[];
};
/** One finding for each way to break something. Named beside it: what the same run breaks, a run of few steps more, or the same run of another job. */
export declare function told(promises: readonly Finding[]): Told[];
