import { type Verdict } from '../../check/finding.ts';
import type { VerdictJson } from '../../judge/verdict-json.ts';
/** The verdicts of an earlier `--json`, as far as they are compared. */
export type Known = {
    readonly verdict: Verdict;
    readonly promises: ReadonlyMap<string, Verdict>;
};
/** What `check --json` printed earlier, by driver. @throws Misuse in one line. */
export declare function readBaseline(file: string): ReadonlyMap<string, Known>;
/** Every verdict that is another than before, one line each. A promise that only one of them has counts too. */
export declare function changesSince(known: Known, now: VerdictJson): string[];
