import { vocabulary } from "../../src/system/vocabulary.js";
import { dmaBuf } from "../words/cites.js";
import { evenWhileFaulted, sharedResources } from "../words/sentences.js";
import { computeJobs, computeParts } from "../rows/compute-jobs.js";
import { fencedParts } from "../rows/fenced-jobs.js";
const v = vocabulary({ ...computeParts, job: fencedParts.job });
const says = dmaBuf('Compute workloads can always be preempted, even when a page fault is pending and not yet repaired. Not all hardware supports this.');
const waiting = { 'job[?]': ['queued', 'scheduled', 'dispatched'] };
/** Preemption because a job with a visible fence waits for hardware. */
const running = v.steps(v.step('preempt_scheduled', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    when: { 'compute[k]': 'scheduled', ...waiting },
    atomic: 'hardware',
    cite: says,
}), v.step('preempt_dispatched', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    when: { 'compute[k]': 'dispatched', ...waiting },
    atomic: 'hardware',
    cite: says,
}), v.step('preempt_running', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    when: { 'compute[k]': 'running', ...waiting },
    atomic: 'hardware',
    cite: says,
}));
const faulted = v.steps(v.step('preempt_faulted', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    when: { 'compute[k]': 'faulted', ...waiting },
    atomic: 'hardware',
    cite: says,
}));
/** Who had to make room comes back only when nobody waits for it any more. */
const mechanism = v.row({
    name: 'preempt',
    steps: [],
    ties: { requires: { resume: { 'job[*]': ['idle', 'preparing', 'running', 'done'] } } },
});
const about = v.about([...computeJobs.steps, ...running, ...faulted]);
/** The first option: the edge from the fenced job to the compute job is cut. */
export const preempt = {
    name: 'preempt',
    says,
    rows: [mechanism],
    clauses: [
        about.clause({
            name: 'preempt/while-running',
            says: dmaBuf('Compute workloads can always be preempted, ...'),
            adds: running,
        }),
        about.clause({ name: 'preempt/while-faulted', says: evenWhileFaulted, adds: faulted }),
        about.clause({
            name: 'preempt/releases-engine',
            says: sharedResources,
            also: Object.fromEntries([...running, ...faulted].map(({ name }) => [name, { engine: 'give.c[k]' }])),
        }),
        about.clause({
            name: 'preempt/releases-compute-units',
            says: sharedResources,
            about: 'The compute units and all else on the chip that their work occupies.',
            also: Object.fromEntries([...running, ...faulted].map(({ name }) => [name, { units: 'give.c[k]', other: 'give.c[k]' }])),
        }),
    ],
};
//# sourceMappingURL=preempt.js.map