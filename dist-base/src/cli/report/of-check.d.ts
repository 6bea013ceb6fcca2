import { type Judgement } from '../../judge/judge.ts';
import type { Remedy } from '../../judge/remedies.ts';
import { type Exit } from '../exit.ts';
import type { Asked, Law } from './report.ts';
/** A judged driver, what would help it, what has changed since a baseline, and the file in which it is described. */
export type Judged = {
    readonly judgement: Judgement;
    readonly code: Exit;
    readonly remedies: readonly Remedy[];
    readonly changed: readonly string[];
    readonly file: string;
};
/** Every clause, variant and hazard; what the judged systems promise and deny. */
export declare function lawsOfChecks(all: readonly Judged[]): Law[];
/** What is wrong with a judged driver: nothing where it is as expected. */
export declare function askedOfCheck({ judgement, code, remedies, changed, file }: Judged): Asked;
