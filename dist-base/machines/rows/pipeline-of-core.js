import { vocabulary } from "../../src/system/vocabulary.js";
import { from } from "../words/cites.js";
import { evictionFences, evictionParts } from "./eviction-fence.js";
import { fencedJobs, fencedParts } from "./fenced-jobs.js";
import { foreignDevice, foreignParts } from "./foreign-device.js";
import { pipelines, worldParts } from "./worlds.js";
const dmaResv = from('include/linux/dma-resv.h');
const gpuScheduler = from('include/drm/gpu_scheduler.h');
/** Another device's job takes the fences of a shared buffer: those that are there to synchronise with. */
const d = vocabulary({ ...evictionParts, ...fencedParts, ...foreignParts });
const foreignSteps = d.steps(d.step('foreign_syncs', 'syncer', {
    moves: { syncer: 'pass' },
    cite: dmaResv('DMA_RESV_USAGE_BOOKKEEP: no implicit synchronisation'),
}));
export const foreignSync = d.row({
    name: 'foreign-sync',
    steps: foreignSteps,
    ties: { moves: { foreign_submit: { syncer: 'begin' } }, requires: { foreign_retire: { syncer: 'idle' } } },
});
export const foreignSyncIs = d
    .about([...evictionFences.steps, ...foreignDevice.steps, ...foreignSteps])
    .clause({
    name: 'composed/foreign-sync-is',
    says: dmaResv('DMA_RESV_USAGE_READ, DMA_RESV_USAGE_WRITE: what another driver synchronises with'),
    forbids: ['sync_begins', 'sync_passes'],
});
/** The first stage of a pipeline is a fenced job of the core. */
const w = vocabulary({ ...worldParts, ...fencedParts });
export const pipelineOfCore = w.row({
    name: 'pipeline-of-core',
    steps: [],
    ties: {
        moves: { publish: { render: 'submit', renderFence: 'publish' } },
        also: { hw_run: { render: 'start' }, signal: { render: 'done', renderFence: 'dma_fence_signal' } },
        requires: { submit: { render: 'idle', notifier: 'none' }, notifier_called: { 'job[*]': '!preparing' } },
    },
});
/** What renders is that job. */
export const rendersByJob = w
    .about([...pipelines.steps, ...fencedJobs.steps])
    .clause({
    name: 'composed/renders-by-job',
    says: gpuScheduler('run_job'),
    forbids: ['render_submits', 'render_starts', 'render_done'],
});
//# sourceMappingURL=pipeline-of-core.js.map