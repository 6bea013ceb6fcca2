/**
 * Every row with its parts, clauses and faults, by the file that it stands in. A test names the one
 * that is missing here.
 */
export * from './rows/command-stream.ts';
export * from './rows/compute-jobs.ts';
export * from './rows/device-private.ts';
export * from './rows/dma-buf.ts';
export * from './rows/dma-resv.ts';
export * from './rows/drm-exec.ts';
export * from './rows/drm-sched.ts';
export * from './rows/engine-group.ts';
export * from './rows/eviction-fence.ts';
export * from './rows/fault-queue.ts';
export * from './rows/fence-containers.ts';
export * from './rows/fence-ops.ts';
export * from './rows/fence.ts';
export * from './rows/fenced-jobs.ts';
export * from './rows/foreign-device.ts';
export * from './rows/gem-shrinker.ts';
export * from './rows/hanging-hardware.ts';
export * from './rows/implicit-sync.ts';
export * from './rows/indefinite-fences.ts';
export * from './rows/inside-run-job.ts';
export * from './rows/interval-notifier.ts';
export * from './rows/memory-region.ts';
export * from './rows/page-fault.ts';
export * from './rows/peer-to-peer.ts';
export * from './rows/pinned-bo.ts';
export * from './rows/pipeline-of-core.ts';
export * from './rows/preempt-fence.ts';
export * from './rows/reclaimer.ts';
export * from './rows/recovery.ts';
export * from './rows/repair-lock.ts';
export * from './rows/residency.ts';
export * from './rows/signalling-section.ts';
export * from './rows/syncobj-timeline.ts';
export * from './rows/user-queues.ts';
export * from './rows/worlds.ts';
export * from './rows/sw-sync.ts';
