import { vocabulary } from "../../src/system/vocabulary.js";
import { from } from "../words/cites.js";
import { allWorkFlushed } from "../words/sentences.js";
import { computeParts } from "../rows/compute-jobs.js";
import { engineGroup, groupFaults, groupLaws, groupParts, groupSteps } from "../rows/engine-group.js";
import { fencedJobs, fencedParts } from "../rows/fenced-jobs.js";
import { lawsOf, mistake } from "./use.js";
const xeExec = from('drivers/gpu/drm/xe/xe_exec.c');
const off = { engine: 'give.c[k]', units: 'give.c[k]', other: 'give.c[k]' };
/** The engine group in front of the core's jobs: an exec is a submit, its push is the publish, a suspended queue is preempted compute work. */
const g = vocabulary({ ...groupParts, ...fencedParts, ...computeParts });
export const groupOfCore = g.row({
    name: 'group-of-core',
    steps: [],
    ties: {
        moves: { exec: { 'job[i]': 'submit' }, exec_with_deps: { 'job[i]': 'submit' }, push: { 'job[i]': 'arm' } },
        also: { suspend_answered: { 'compute[k]': 'preempt', ...off }, compute_submit: { work: 'queue' } },
        requires: { compute_schedule: { 'queue[k]': 'enabled' }, resume: { 'queue[k]': 'enabled' } },
    },
});
/** The core's own submit and publish are the group's; nothing fails half way, for a submit of the core has no way back. */
export const groupIsSubmit = g
    .about([...groupSteps, ...fencedJobs.steps])
    .clause({
    name: 'composed/group-is-submit',
    says: xeExec('xe_exec_ioctl'),
    forbids: ['submit', 'publish', 'exec_fails', 'get_mode_interrupted', 'suspend_wait_fails'],
});
const { 'suspended-before-visible': suspended, 'fences-before-fault-job': fences, 'readers-queue': queue } = groupLaws;
/** The fourth way out as xe takes it, lock by lock. */
export const engineGroupUse = {
    name: 'engine-group',
    about: 'The engines of a group are in one of two modes: before a fence becomes visible all compute queues are suspended, and they are resumed once all fences are signaled.',
    says: allWorkFlushed,
    ownOrder: true,
    rows: [engineGroup, groupOfCore],
    wiring: [groupIsSubmit],
    clauses: lawsOf('engine-group', {
        'suspended-before-visible': suspended,
        'fences-before-fault-job': fences,
        'readers-queue': queue,
    }),
    mistakes: [
        mistake('engine-group/no-recheck', groupFaults['no-recheck'], 'The mode is not looked at again under the write side of mode_sem: the second submission toggles it back.'),
    ],
    inPlaceOf: { submit: ['exec', 'exec_with_deps'], publish: ['push'] },
    apart: {
        flush: 'both switch between the two kinds of work',
        'reserve-in-flight': 'both stand between a submit and its publish',
    },
};
//# sourceMappingURL=engine-group.js.map