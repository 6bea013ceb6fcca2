import type { Judgement } from '../../judge/judge.ts';
/** "finite because": the assumptions that the kept promises rest on, the description's own words first. */
export declare function because({ findings, needs, needsOf, reduced, jobs, program, assessment: { report: { invariants }, }, }: Judgement, whole: boolean): string[];
