import { inWords } from "../check/waits.js";
const steps = (run) => run.map(({ step }) => step);
const split = (finding) => finding.waits === null ? [] : inWords(finding.waits).split(' → ');
/** A judgement as data. @param version of this package */
export function toJson(judgement, version, remedies = []) {
    const { described, verdict, program, alternative, alternatives, needsOf, needs, findings, assessment: { report, recovered }, } = judgement;
    return {
        schema: 1,
        version,
        digest: program.digest,
        driver: described.driver,
        verdict,
        promises: findings.map((finding) => ({
            name: finding.promise,
            verdict: finding.verdict,
            pending: finding.pending,
            recovered: recovered?.promises.find(({ promise }) => promise === finding.promise)?.verdict ?? null,
            needs: finding.verdict === 'finite' ? needs(finding) : [],
            run: steps(finding.run),
            sealed: finding.sealed,
            cycle: split(finding),
            loop: steps(finding.loop),
            starves: finding.starves,
            favours: finding.favours,
            waits: finding.waits?.chain ?? [],
            closes: finding.waits?.closes ?? null,
        })),
        states: report.states,
        edges: report.edges,
        recovered: recovered?.verdict ?? null,
        alternative: alternatives.length === 0 ? null : alternative.assumed,
        alternatives,
        needsOf,
        invariants: (recovered ?? report).invariants.map(({ invariant, of, holds, run }) => ({
            name: invariant,
            holds,
            run: steps(run),
            needs: holds === true ? needs({ promise: invariant, of }) : [],
        })),
        remedies,
        stopped: report.stopped,
        neverFired: report.neverFired,
        leftOut: program.leftOut,
    };
}
//# sourceMappingURL=verdict-json.js.map