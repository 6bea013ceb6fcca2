import { vocabulary } from "../../src/system/vocabulary.js";
import { dependenciesTracked, fencesComplete, shrinkersMayWait } from "../words/sentences.js";
import { dmaFence } from "../lifecycles/dma-fence.js";
import { foreignJob } from "../lifecycles/foreign-job.js";
import { fencedParts } from "./fenced-jobs.js";
import { repairParts } from "./page-fault.js";
export const foreignParts = {
    fence: fencedParts.fence,
    alloc: repairParts.alloc,
    foreignJob: { of: foreignJob, title: 'job of another device' },
    foreignFence: { of: dmaFence, title: 'fence of another device' },
};
const v = vocabulary(foreignParts);
const unknownGraph = dependenciesTracked;
/** Another device whose job waits for a fence of ours: its own fence depends on ours, and reclaim may wait for it. */
export const foreignDevice = v.row({
    name: 'foreign-device',
    steps: v.steps(v.step('foreign_submit', 'user', {
        moves: { foreignJob: 'depend.f[i]', foreignFence: 'publish' },
        when: { 'fence[i]': 'visible' },
        atomic: 'dma_resv',
        cite: unknownGraph,
    }), v.step('foreign_signal', 'foreign', {
        moves: { foreignFence: 'dma_fence_signal', foreignJob: 'hw_done' },
        atomic: 'the fence lock',
        cite: fencesComplete,
    }), v.step('foreign_retire', 'foreign', { moves: { foreignFence: 'dma_fence_init', foreignJob: 'retire' } }), v.step('reclaim_waits_for_foreign', 'reclaim[k]', {
        moves: { 'alloc[k]': 'wait.foreign' },
        when: { foreignFence: 'visible' },
        cite: shrinkersMayWait,
    })),
    ties: {
        requires: { reclaim_ends: { foreignFence: '!visible' } },
        also: {
            signal: { foreignJob: 'signaled.f[i]' },
            cancel_job: { foreignJob: 'signaled.f[i]' },
            foreign_signal: { 'alloc[*]': 'signaled.foreign' },
        },
    },
    promises: [{ name: 'foreign-fence-signals', pending: { foreignFence: 'visible' }, cite: fencesComplete }],
});
//# sourceMappingURL=foreign-device.js.map