import { alternatives, settled, } from "../../machines/description/alternatives.js";
import { assumptionsOf } from "../../machines/description/assumptions.js";
import { specOf, systemOf } from "../../machines/description/system.js";
import { assess, verdictOf } from "../check/assess.js";
import { verdicts } from "../check/finding.js";
/** Systems of more states than this are asked what their verdict needs as `smallest` has them. */
export const needsAtMost = 20_000;
/** One job of each kind, and no other device. */
const smallest = { jobs: { fenced: 1, faulting: 1 }, foreignDevice: false };
/** Every way to settle what is unknown with its verdict, and the first of the worst. Where all is known nothing is searched, and `finite` stands for that. */
export function worstAlternative(described, budget) {
    const open = alternatives(described);
    const seen = new Map();
    const asked = open.map((alternative) => {
        const program = systemOf(alternative.description);
        if (open.length === 1)
            return { alternative, program, verdict: 'finite' };
        let verdict = seen.get(program.digest);
        if (verdict === undefined)
            seen.set(program.digest, (verdict = verdictOf(program, budget)));
        return { alternative, program, verdict };
    });
    const rank = ({ verdict }) => verdicts.indexOf(verdict);
    return { asked, worst: asked.reduce((worst, one) => (rank(one) < rank(worst) ? one : worst)) };
}
/** Searches the described driver, every alternative where facts are unknown, and says the worst. */
export function judge(described, budget) {
    const { asked, worst: { alternative, program }, } = worstAlternative(described, budget);
    const { description } = alternative;
    const { jobs, foreignDevice } = settled(description);
    const reducible = jobs.fenced > 1 || jobs.faulting > 1 || foreignDevice;
    const assumptions = assumptionsOf(description);
    const assessment = assess(program, budget, assumptions, reducible ? needsAtMost : Infinity);
    const { report, recovery } = assessment;
    const smaller = reducible && report.states > needsAtMost && report.stopped === null;
    const asking = smaller
        ? reduced(description, budget, new Set(assumptions.map(({ name }) => name)))
        : assessment;
    const any = report.stopped === null && Object.keys(asking.needs).length > 0;
    return {
        described,
        verdict: assessment.verdict,
        program,
        spec: specOf(description),
        jobs,
        assessment,
        findings: [...report.promises, ...recovery],
        alternative,
        alternatives: asked.length === 1
            ? []
            : asked.map(({ alternative: { assumed }, verdict }) => ({ assumed, verdict })),
        needsOf: any
            ? smaller
                ? { ...smallest.jobs, foreignDevice: smallest.foreignDevice }
                : { ...jobs, foreignDevice }
            : null,
        reduced: any && smaller,
        needs: ({ promise, of }) => asking.needs[smaller
            ? (Object.keys(asking.needs).find((name) => name.replace(/\[\d+\]$/, '') === of) ??
                promise)
            : promise] ?? [],
    };
}
/** The same driver as `smallest` has it, asked what its verdict needs of what the driver itself assumes. */
function reduced(description, budget, assumed) {
    const small = { ...description, ...smallest };
    return assess(systemOf(small), budget, assumptionsOf(small).filter(({ name }) => assumed.has(name)));
}
/** With less of the budget where the memory for an answer could not be had: then it is incomplete, and says so. */
export function withinMemory(budget, ask) {
    for (let { bytes } = budget;; bytes = Math.floor(bytes / 4)) {
        try {
            return ask({ ...budget, bytes });
        }
        catch (error) {
            if (!(error instanceof RangeError) || bytes < 65_536)
                throw error;
        }
    }
}
/** Searches a system of somebody's own. */
export function judgeSystem(name, program, spec, budget) {
    const assessment = assess(program, budget, [], needsAtMost);
    const { report, recovery, needs } = assessment;
    const described = { driver: name };
    return {
        described,
        verdict: assessment.verdict,
        program,
        spec,
        jobs: null,
        assessment,
        findings: [...report.promises, ...recovery],
        alternative: { description: described, assumed: {} },
        alternatives: [],
        needsOf: null,
        reduced: false,
        needs: ({ promise }) => needs[promise] ?? [],
    };
}
/** Nothing was owed: a description in which a promise is never asked for is a mistake, not a proof. */
export const neverPending = ({ findings, assessment: { report } }) => report.stopped === null
    ? findings.filter(({ pending }) => pending === 0).map(({ promise }) => promise)
    : [];
//# sourceMappingURL=judge.js.map