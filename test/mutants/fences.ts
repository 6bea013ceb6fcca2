/** A rule that somebody broke, or could: what was changed, and the litmus that notices. */
export type Mutant = {
  readonly name: string;
  /** It happened upstream. */
  readonly starred: boolean;
  readonly source: string;
  /** The clause that is dropped from the good twin (`without`) or added to it (`with`). */
  readonly how: { readonly without: string } | { readonly with: string };
  readonly killedBy: string;
};

/** Mutants of fences, reservations, implicit synchronisation and indefinite fences. */
export const fenceMutants: readonly Mutant[] = [
  {
    name: 'NULL ops in a tracepoint',
    starred: true,
    source:
      'drivers/dma-buf/dma-fence.c, v7.1-rc4: ops are cleared before trace_dma_fence_signaled; fix of 14 April 2026',
    how: { without: 'fence-ops/traced-before-cleared' },
    killedBy: 'TRACE+ops-cleared-first',
  },
  {
    name: 'exclusive fence without waiting for shared',
    starred: false,
    source: 'drivers/dma-buf/dma-resv.c, v5.15: dma_resv_add_excl_fence',
    how: { without: 'resv/writers-wait-for-readers' },
    killedBy: 'EXCLUSIVE+does-not-wait-for-shared',
  },
  {
    name: 'callback after signal not refused',
    starred: false,
    source: 'drivers/dma-buf/dma-fence.c: dma_fence_add_callback',
    how: { without: 'fence/add-checks-under-lock' },
    killedBy: 'FENCE+callback-after-signal',
  },
  {
    name: 'slot not reserved',
    starred: false,
    source: 'drivers/dma-buf/dma-resv.c: dma_resv_reserve_fences',
    how: { without: 'resv/reserve-before-publish' },
    killedBy: 'DMA-RESV+slot-not-reserved',
  },
  {
    name: 'import of a future fence',
    starred: false,
    source: 'Documentation/driver-api/dma-buf.rst: Indefinite DMA Fences',
    how: { with: 'indefinite/future-fence' },
    killedBy: 'PAGE-FAULT-IN-THREAD+import-of-future-fence',
  },
  {
    name: 'dma_fence waits on a user fence',
    starred: false,
    source: 'Documentation/driver-api/dma-buf.rst: Indefinite DMA Fences',
    how: { with: 'indefinite/waits-for-user-fence' },
    killedBy: 'PAGE-FAULT-IN-THREAD+fence-waits-for-it',
  },
  {
    name: 'long-running VM with an out-syncobj',
    starred: false,
    source: 'drivers/gpu/drm/xe/xe_sync.c: xe_sync_entry_parse',
    how: { with: 'indefinite/long-running-out-fence' },
    killedBy: 'PAGE-FAULT-IN-THREAD+long-running-out-fence',
  },
  {
    name: 'signal tests, then sets',
    starred: false,
    source: 'drivers/dma-buf/dma-fence.c: dma_fence_signal_timestamp_locked',
    how: { without: 'fence/signal-once' },
    killedBy: 'FENCE+test-then-set',
  },
  {
    name: 'callback removed without the lock',
    starred: false,
    source: 'drivers/dma-buf/dma-fence.c: dma_fence_remove_callback',
    how: { without: 'fence/remove-takes-lock' },
    killedBy: 'FENCE+removed-without-lock',
  },
  {
    name: 'error set after signal',
    starred: false,
    source: 'include/linux/dma-fence.h: dma_fence_set_error',
    how: { without: 'fence/error-before-signal' },
    killedBy: 'FENCE+error-after-signal',
  },
  {
    name: 'last reference dropped while callbacks wait',
    starred: false,
    source: 'drivers/dma-buf/dma-fence.c: dma_fence_release',
    how: { without: 'fence/creator-keeps-reference' },
    killedBy: 'FENCE+released-early',
  },
  {
    name: 'lock of another subsystem in the signalling path',
    starred: false,
    source: 'drivers/dma-buf/dma-fence.c: DOC: fence cross-driver contract',
    how: { with: 'section/other-subsystem-waits' },
    killedBy: 'SECTION+takes-other-lock+other-subsystem-waits',
  },
  {
    name: 'dma_resv in the signalling path',
    starred: false,
    source: 'drivers/dma-buf/dma-fence.c: DOC: fence cross-driver contract',
    how: { with: 'section/takes-dma-resv' },
    killedBy: 'SECTION+takes-dma-resv',
  },
  {
    name: 'GFP_KERNEL in the signalling path',
    starred: false,
    source: 'drivers/dma-buf/dma-fence.c: DOC: fence cross-driver contract',
    how: { with: 'section/gfp-kernel' },
    killedBy: 'SECTION+gfp-kernel',
  },
  {
    name: 'chain node does not rearm',
    starred: false,
    source: 'drivers/dma-buf/dma-fence-chain.c: dma_fence_chain_irq_work',
    how: { without: 'chain/rearms' },
    killedBy: 'CHAIN+does-not-rearm',
  },
  {
    name: 'signal_on_any where all are waited for',
    starred: false,
    source: 'drivers/dma-buf/dma-fence-array.c: dma_fence_array_create',
    how: { without: 'array/waits-for-all' },
    killedBy: 'ARRAY+signal-on-any',
  },
  {
    name: 'timeline out of order',
    starred: false,
    source: 'include/linux/dma-fence.h: dma_fence_is_later',
    how: { without: 'merge/timeline-in-order' },
    killedBy: 'MERGE+out-of-order',
  },
  {
    name: 'scheduler torn down without cancel_job',
    starred: false,
    source:
      'include/drm/gpu_scheduler.h: cancel_job; pending jobs were leaked on teardown before it',
    how: { with: 'drm-sched/no-cancel-job' },
    killedBy: 'DRM-SCHED+no-cancel-job',
  },
  {
    name: 'memory management waits for READ',
    starred: false,
    source: 'include/linux/dma-resv.h: DMA_RESV_USAGE_BOOKKEEP',
    how: { without: 'resv/move-waits-for-bookkeep' },
    killedBy: 'DMA-RESV+move-waits-for-read',
  },
  {
    name: 'forgotten import',
    starred: false,
    source: 'include/uapi/linux/dma-buf.h: DMA_BUF_IOCTL_IMPORT_SYNC_FILE',
    how: { without: 'implicit-sync/imports' },
    killedBy: 'SYNC-FILE+handed-over+forgotten-import',
  },
  {
    name: 'sync_file that is no snapshot',
    starred: false,
    source: 'include/uapi/linux/dma-buf.h: DMA_BUF_IOCTL_EXPORT_SYNC_FILE',
    how: { with: 'implicit-sync/live-sync-file' },
    killedBy: 'SYNC-FILE+handed-over+live',
  },
  {
    name: 'exclusive import without a wrapper',
    starred: false,
    source:
      'dma-buf sync_file series, v4: use a wrapper dma_fence_array when importing an exclusive fence',
    how: { without: 'implicit-sync/import-wraps-all' },
    killedBy: 'SYNC-FILE+exclusive-import',
  },
  {
    name: 'work waits for a syncobj without a fence',
    starred: false,
    source: 'drivers/gpu/drm/drm_syncobj.c: drm_syncobj_find_fence',
    how: { without: 'syncobj/work-needs-a-fence' },
    killedBy: 'SYNCOBJ+work-waits-without-fence',
  },
];
