import { vocabulary } from "../../src/system/vocabulary.js";
import { dmaBuf, from } from "../words/cites.js";
import { hintsAreExempt, independentHardware, jobsWaitForCompute, notAllHardware } from "../words/sentences.js";
import { computeJobs, computeParts } from "../rows/compute-jobs.js";
import { fencedJobs, fencedParts } from "../rows/fenced-jobs.js";
import { pageFaults } from "../rows/page-fault.js";
import { recovery } from "../rows/recovery.js";
const schedMain = from('drivers/gpu/drm/scheduler/sched_main.c');
const xeHwEngineGroup = from('drivers/gpu/drm/xe/xe_hw_engine_group.c');
const msmGemShrinker = from('drivers/gpu/drm/msm/msm_gem_shrinker.c');
const v = vocabulary({ ...fencedParts, ...computeParts });
const about = v.about([
    ...fencedJobs.steps,
    ...computeJobs.steps,
    ...pageFaults.steps,
    ...recovery.steps,
    ...[
        'hold_back',
        'park',
        'unpark',
        'nack',
        'reset_requeues',
        'flush_queued',
        'flush_scheduled',
        'flush_dispatched',
        'flush_running',
        'flush_faulted',
        'preempt_scheduled',
        'preempt_dispatched',
        'preempt_running',
        'preempt_faulted',
        'cwsr_preempts',
        'cwsr_preempts_faulted',
        'suspend_answered',
    ].map((name) => ({ name })),
]);
/** Jobs reach an engine in the order in which they came to it. */
export const submissionFifo = about.clause({
    name: 'submission/fifo',
    says: schedMain('drm_sched_rq_select_entity_fifo: the ready entity whose job was submitted first'),
    moves: {
        publish: { fencedRing: 'enter.f[i]' },
        schedule: { fencedRing: 'leave.f[i]' },
        reset_requeues: { fencedRing: 'enter.f[i]' },
        compute_submit: { ring: 'enter.c[k]' },
        resume: { ring: 'enter.c[k]' },
        compute_schedule: { ring: 'leave.c[k]' },
        hold_back: { ring: 'drop.c[k]' },
        flush_queued: { ring: 'drop.c[k]' },
        park: { fencedRing: 'drop.f[i]' },
        unpark: { fencedRing: 'enter.f[i]' },
    },
    // What is taken off the hardware, or out of its queue, by a use: it comes back by `resume`.
    also: { nack: { ring: 'drop.c[k]' }, suspend_answered: { ring: 'drop.c[k]' }, cwsr_preempts: { ring: 'drop.c[k]' } },
});
/** What a compute job is: it ends by itself, or only when userspace ends it. */
export const compute = {
    finite: about.clause({ name: 'compute/finite', says: jobsWaitForCompute, forbids: ['user_ends_compute'] }),
    'long-running': about.clause({
        name: 'compute/long-running',
        says: dmaBuf('Long-running compute command buffers ...'),
        forbids: ['compute_ends'],
    }),
};
/** What a page fault does to the job that took it. */
export const faults = {
    'on-demand': about.clause({
        name: 'page-faults/on-demand',
        says: dmaBuf("First, a pending page fault obviously holds up the work that's running on the accelerator ..."),
        forbids: ['hint_raised'],
        requires: { compute_run: { 'fault[k]': 'none' } },
    }),
    hint: about.clause({
        name: 'page-faults/hint',
        says: hintsAreExempt,
        forbids: ['fault_raised', 'compute_refault'],
    }),
};
const independent = independentHardware;
/** Compute work on hardware of its own: nothing is shared. */
export const separateHardware = about.clause({
    name: 'hardware/separate',
    says: independent,
    separates: ['fencedEngine', 'fencedRing', 'fencedUnits', 'fencedOther'],
});
/** An engine each, and compute units that all share: the render and compute engines of one GPU. */
export const twoEngines = about.clause({
    name: 'engines/two',
    says: xeHwEngineGroup('render and compute engines share the execution units: one group'),
    separates: ['fencedEngine', 'fencedRing'],
});
/** What this hardware cannot do. */
export const hardwareCannot = {
    'preempt-running': about.clause({
        name: 'hardware-cannot/preempt-running',
        says: notAllHardware,
        forbids: [
            'preempt_scheduled',
            'preempt_dispatched',
            'preempt_running',
            'flush_scheduled',
            'flush_dispatched',
            'flush_running',
        ],
    }),
    'preempt-faulted': about.clause({
        name: 'hardware-cannot/preempt-faulted',
        says: notAllHardware,
        forbids: ['preempt_faulted', 'flush_faulted', 'cwsr_preempts_faulted'],
        requires: { suspend_answered: { 'compute[k]': '!faulted' } },
    }),
};
const msm = msmGemShrinker('active_evict: dma_resv_wait_timeout(BOOKKEEP, ..., 10 jiffies)');
/** How long this driver's own shrinker waits for a fence. Another's always waits as long as it takes. */
export const reclaimWaits = {
    none: about.clause({
        name: 'reclaim-waits/none',
        says: msm,
        forbids: ['reclaim_waits', 'reclaim_waits_briefly', 'reclaim_gives_up'],
    }),
    bounded: about.clause({ name: 'reclaim-waits/bounded', says: msm, forbids: ['reclaim_waits'] }),
    unbounded: about.clause({
        name: 'reclaim-waits/unbounded',
        says: msm,
        forbids: ['reclaim_waits_briefly', 'reclaim_gives_up'],
    }),
};
//# sourceMappingURL=traits.js.map