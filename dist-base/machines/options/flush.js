import { vocabulary } from "../../src/system/vocabulary.js";
import { from } from "../words/cites.js";
import { allWorkFlushed, allocationsDoNotGate, computePreemptedFirst, fencesCompleteFirst, } from "../words/sentences.js";
import { modeLock } from "../lifecycles/mode-lock.js";
import { computeJobs, computeParts } from "../rows/compute-jobs.js";
import { fencedJobs, fencedParts } from "../rows/fenced-jobs.js";
import { lockOfRepair, lockParts } from "../rows/repair-lock.js";
const xeHwEngineGroup = from('drivers/gpu/drm/xe/xe_hw_engine_group.c');
const v = vocabulary({
    ...fencedParts,
    ...computeParts,
    repairLock: lockParts.repairLock,
    modeLock: { of: modeLock, title: 'mode lock' },
});
const says = allWorkFlushed;
const preempted = computePreemptedFirst;
const xe = xeHwEngineGroup('xe_hw_engine_group_get_mode: mode_sem is held from the switch until the job is pushed');
const off = { engine: 'give.c[k]', units: 'give.c[k]', other: 'give.c[k]' };
const held = { modeLock: 'held' };
/** A submit path takes the mode lock, has all compute work preempted, sees that it is off the hardware, and publishes. */
const steps = v.steps(v.step('take_mode', 'mode_lock[i]', {
    moves: { modeLock: 'take.f[i]' },
    when: { 'job[i]': 'preparing.begun', modeLock: 'free' },
    cite: xe,
}), v.step('flush_queued', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    when: { 'compute[k]': 'queued', ...held },
    atomic: 'mode_sem',
    cite: preempted,
}), v.step('flush_scheduled', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    also: off,
    when: { 'compute[k]': 'scheduled', ...held },
    atomic: 'hardware',
    cite: preempted,
}), v.step('flush_dispatched', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    also: off,
    when: { 'compute[k]': 'dispatched', ...held },
    atomic: 'hardware',
    cite: preempted,
}), v.step('flush_running', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    also: off,
    when: { 'compute[k]': 'running', ...held },
    atomic: 'hardware',
    cite: preempted,
}), v.step('flush_faulted', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    also: off,
    when: { 'compute[k]': 'faulted', ...held },
    atomic: 'hardware',
    cite: preempted,
}), v.step('see_flushed', 'submit[i]', {
    moves: { 'job[i]': 'clear' },
    when: { modeLock: 'held.f[i]' },
    atomic: 'mode_sem',
    cite: preempted,
}), v.step('give_mode', 'submit[i]', {
    moves: { modeLock: 'give.f[i]' },
    when: { 'job[i]': '!preparing.begun' },
    cite: xe,
}));
const mechanism = v.row({
    name: 'flush',
    steps,
    ties: {
        requires: {
            publish: { 'job[i]': 'preparing.cleared' },
            compute_submit: { modeLock: 'free' },
            resume: { modeLock: 'free' },
        },
    },
});
const about = v.about([...fencedJobs.steps, ...computeJobs.steps, ...steps, ...lockOfRepair.steps]);
/** The fourth option: fenced and page-faulting work never meet. */
export const flush = {
    name: 'flush',
    says,
    rows: [lockOfRepair, mechanism],
    clauses: [
        about.clause({
            name: 'flush/fences-before-fault-job',
            says: fencesCompleteFirst,
            requires: { compute_submit: { 'fence[*]': '!visible' }, resume: { 'fence[*]': '!visible' } },
        }),
        about.clause({
            name: 'flush/preempt-before-visible',
            says: preempted,
            requires: { see_flushed: { 'compute[*]': ['idle', 'preempted'] } },
        }),
        about.clause({
            name: 'flush/held-until-published',
            says: xe,
            about: 'Otherwise to see that all is preempted and to publish are two steps, and compute work may come back between them.',
            forbids: ['give_mode'],
            moves: { publish: { modeLock: 'give.f[i]' } },
        }),
        about.clause({
            name: 'flush/waits-outside-locks',
            says: allocationsDoNotGate,
            about: 'The repair needs the lock: a submit path that waits for compute work while holding it waits for itself.',
            requires: { lock: { 'job[i]': 'preparing.cleared' } },
        }),
    ],
};
//# sourceMappingURL=flush.js.map