/**
 * The systems that the five seed documents of this project speak of, and where each stands in the specification.
 * Litmus tests name the rows and lifecycles; `rules` are ids of laws; `described` is the word of a description.
 */
export type SeedSystem = {
  /** Index into `seeds`. */
  readonly seed: number;
  /** What the document speaks of, in our words. */
  readonly system: string;
  readonly lifecycles: readonly string[];
  /** A good litmus test and a bad one. */
  readonly litmus: readonly [good: string, bad: string];
  /** The use, option, hazard or driver by which a description says it; null where only litmus tests do. */
  readonly described: string | null;
  /**
   * A suite of the kernel, or of IGT, that is replayed in test/kernel or runs on a kernel; null
   * where there is none.
   */
  readonly kernelTest: string | null;
};

/** The documents, by author, date and subject. */
export const seeds = [
  'Daniel Vetter, 18 June 2020, dri-devel: "dma-fence: prime lockdep annotations"',
  'Daniel Vetter, 19 July 2019, dri-devel: "dma-buf: add dynamic DMA-buf handling v13"',
  'Simona Vetter, 31 January 2025, dri-devel: GPU direct RDMA for device private pages',
  'Rob Clark and others, spring of 2021, linaro-mm-sig: drm/msm shrinker, TTM, sync files, page faults',
  'Jérôme Glisse, 6 January 2017, linux-media: peer-to-peer between RDMA and GPU memory',
] as const;

export const systems: readonly SeedSystem[] = [
  {
    seed: 0,
    system: 'RDMA memory regions with restartable page faults (ODP)',
    lifecycles: ['memory_region', 'work_request'],
    litmus: ['MR+on-demand', 'MR+on-demand+cannot-restart'],
    described: 'use odp',
    kernelTest: null,
  },
  {
    seed: 0,
    system: 'classic RDMA memory regions, which pin their pages',
    lifecycles: ['memory_region'],
    litmus: ['MR+revocable', 'MR+pinned'],
    described: 'use memory-region',
    kernelTest: null,
  },
  {
    seed: 0,
    system:
      'a notifier that blocks until its own command channel releases it, with no fence that leaks to others',
    lifecycles: ['channel_notifier', 'completion_path'],
    litmus: ['PIPELINE', 'PIPELINE+bucket-each'],
    described: null,
    kernelTest: null,
  },
  {
    seed: 0,
    system:
      'hardware without page tables, whose drivers parse and check every submitted command stream',
    lifecycles: ['command_stream', 'isolation'],
    litmus: ['COMMANDS', 'COMMANDS+unchecked'],
    described: null,
    kernelTest: null,
  },
  {
    seed: 0,
    system: 'a pipeline over several devices, coupled by dma_fences that cross drivers',
    lifecycles: ['stage'],
    litmus: ['PIPELINE+readers', 'PIPELINE+readers+completion-allocates'],
    described: 'foreignDevice',
    kernelTest: null,
  },
  {
    seed: 0,
    system: 'synchronisation by userspace (futexes for GPUs), with residency managed apart from it',
    lifecycles: ['gpu_futex', 'futex_work'],
    litmus: ['FUTEX', 'FUTEX+kernel-waits-for-work'],
    described: 'hazard fence-awaits-user-fence',
    kernelTest: null,
  },
  {
    seed: 0,
    system: 'the signalling section that the lockdep annotations mark',
    lifecycles: ['signalling_section'],
    litmus: ['SECTION', 'SECTION+takes-dma-resv+annotated'],
    described: 'hazard signal-path-reclaims',
    kernelTest: 'dma-buf-fence',
  },
  {
    seed: 1,
    system: 'a dynamic importer: the callback that invalidates its mappings of a shared buffer',
    lifecycles: ['dma_buf', 'attachment'],
    litmus: ['DMABUF+two', 'DMABUF+two+double-unpin'],
    described: 'use dynamic-import',
    kernelTest: null,
  },
  {
    seed: 1,
    system: 'implicit synchronisation by the fences of a reservation object',
    lifecycles: ['dma_resv_entry'],
    litmus: ['DMA-RESV', 'DMA-RESV+reader-does-not-wait'],
    described: 'hazard faulting-job-implicit-sync',
    kernelTest: 'dma-resv',
  },
  {
    seed: 1,
    system:
      "amdkfd's eviction fence: enabling its signalling evicts the process, and a worker restores it",
    lifecycles: ['eviction_fence', 'kfd_process', 'delayed_work'],
    litmus: ['EVICT', 'EVICT+no-backoff'],
    described: 'use eviction-fence',
    kernelTest: null,
  },
  {
    seed: 1,
    system: 'an eviction fence in the same reservation object as implicit synchronisation',
    lifecycles: ['eviction_fence', 'resv_waiter'],
    litmus: ['EVICT', 'EVICT+implicit-sync'],
    described: 'use eviction-fence',
    kernelTest: null,
  },
  {
    seed: 1,
    system: 'two mechanisms of invalidation side by side: the callback and the eviction fence',
    lifecycles: ['evictions_of_move'],
    litmus: ['EVICT+two-ways+one-mechanism', 'EVICT+two-ways'],
    described: null,
    kernelTest: null,
  },
  {
    seed: 1,
    system: 'memory of a process under an HMM mirror (userptr)',
    lifecycles: ['mirror', 'invalidation'],
    litmus: ['HMM', 'HMM+retry-outside-lock'],
    described: 'use userptr',
    kernelTest: null,
  },
  {
    seed: 1,
    system: 'the lock order of mmap_lock and reservation locks',
    lifecycles: ['mm', 'bo'],
    litmus: ['LOCKS', 'LOCKS+copies-under-resv'],
    described: null,
    kernelTest: null,
  },
  {
    seed: 1,
    system:
      'a working set that is pinned semi-permanently instead of being listed with each submission',
    lifecycles: ['vm_exec', 'bound_memory'],
    litmus: ['RESIDENT', 'RESIDENT+semi-permanently-pinned'],
    described: null,
    kernelTest: null,
  },
  {
    seed: 2,
    system: 'device-private pages and their owner, as hmm_range_fault and a peer device see them',
    lifecycles: ['device_page', 'pagemap_owner'],
    litmus: ['DEVPRIV', 'DEVPRIV+owner-mutable'],
    described: 'use svm',
    kernelTest: null,
  },
  {
    seed: 2,
    system:
      "a callback per page that tells the peer's address, which may change after hmm_range_fault returns",
    lifecycles: ['peer_access'],
    litmus: ['DEVPRIV', 'DEVPRIV+callback-per-page'],
    described: null,
    kernelTest: null,
  },
  {
    seed: 2,
    system: 'hot unplug and driver unload while a peer still has mappings',
    lifecycles: ['pagemap_device'],
    litmus: ['DEVPRIV', 'DEVPRIV+unplug-unrevoked'],
    described: null,
    kernelTest: null,
  },
  {
    seed: 2,
    system: 'atomics that the interconnect does not carry',
    lifecycles: ['gpu_operation'],
    litmus: ['ATOMIC', 'ATOMIC+misplaced'],
    described: null,
    kernelTest: null,
  },
  {
    seed: 2,
    system: 'a CPU and a GPU that contend for one page',
    lifecycles: ['gpu_operation'],
    litmus: ['CONTEST', 'CONTEST+no-timeslice'],
    described: null,
    kernelTest: null,
  },
  {
    seed: 2,
    system: 'video memory of which only a part is visible on the bus',
    lifecycles: ['bus_visibility'],
    litmus: ['DEVPRIV+split', 'DEVPRIV+not-split'],
    described: null,
    kernelTest: null,
  },
  {
    seed: 2,
    system: 'a check of peer-to-peer connectivity that both sides must pass',
    lifecycles: ['peer_device'],
    litmus: ['PEER', 'PEER+importer-unasked'],
    described: null,
    kernelTest: null,
  },
  {
    seed: 3,
    system: 'a GEM shrinker that takes object locks by trylock only',
    lifecycles: ['gem_object', 'shrink_scan'],
    litmus: ['SHRINK', 'SHRINK+blocks'],
    described: 'use shrinker',
    kernelTest: null,
  },
  {
    seed: 3,
    system:
      'SHRINK_STOP where nothing was freed, since the submit path may be inside the shrinker with the lock held',
    lifecycles: ['shrink_scan'],
    litmus: ['SHRINK', 'SHRINK+tries-again'],
    described: 'hazard shrinker/tries-again',
    kernelTest: null,
  },
  {
    seed: 3,
    system: 'purging of pages that userspace has marked DONTNEED',
    lifecycles: ['gem_object'],
    litmus: ['SHRINK', 'SHRINK+purges-willneed'],
    described: 'use shrinker',
    kernelTest: null,
  },
  {
    seed: 3,
    system: 'vmappings that are shrunk by themselves',
    lifecycles: ['gem_vmap'],
    litmus: ['SHRINK', 'SHRINK+vmap-in-use'],
    described: null,
    kernelTest: null,
  },
  {
    seed: 3,
    system: 'an address in the GPU that lives longer than the pages behind it',
    lifecycles: ['gem_address'],
    litmus: ['SHRINK', 'SHRINK+address-given-away'],
    described: null,
    kernelTest: null,
  },
  {
    seed: 3,
    system: 'debugfs that walks the lists of objects',
    lifecycles: ['gem_debugfs'],
    litmus: ['SHRINK+debugfs', 'SHRINK+debugfs-walks-mm-lists'],
    described: null,
    kernelTest: null,
  },
  {
    seed: 3,
    system: 'a shrinker that counts without a lock, since every thread in reclaim asks it',
    lifecycles: ['mm_lock', 'shrinkable_count'],
    litmus: ['LOCKS-COUNT', 'LOCKS-COUNT+counts-under-lock'],
    described: null,
    kernelTest: null,
  },
  {
    seed: 3,
    system: 'a buffer of TTM that is released while it is pinned: the warnings of 5.11',
    lifecycles: ['ttm_bo', 'pin_count'],
    litmus: ['PIN', 'PIN+pinned-at-release'],
    described: null,
    kernelTest: 'ttm',
  },
  {
    seed: 3,
    system:
      'fences of a dma-buf as sync files: export, submit and import are three steps, by one owner at a time',
    lifecycles: ['explicit_client', 'dma_resv_entry', 'buffer_owner'],
    litmus: ['SYNC-FILE+handed-over', 'SYNC-FILE'],
    described: null,
    kernelTest: 'dmabuf_sync_file',
  },
  {
    seed: 3,
    system: 'an array of all fences in place of the exclusive one that is imported',
    lifecycles: ['explicit_client', 'dma_resv_entry'],
    litmus: ['SYNC-FILE+exclusive-import+wrapper', 'SYNC-FILE+exclusive-import'],
    described: null,
    kernelTest: 'dmabuf_sync_file',
  },
  {
    seed: 3,
    system: 'a thread in dma_fence_default_wait, which a callback wakes',
    lifecycles: ['fence_wait', 'dma_fence_cb'],
    litmus: ['FENCE', 'FENCE+callback-after-signal'],
    described: null,
    kernelTest: 'dma-buf-fence',
  },
  {
    seed: 3,
    system: 'recoverable page faults beside dma_fences: compute work that can always be preempted',
    lifecycles: ['page_fault', 'compute_job', 'allocation'],
    litmus: ['PREEMPT', 'PREEMPT+not-while-faulted'],
    described: 'option preempt',
    kernelTest: 'xe_exec_compute_mode',
  },
  {
    seed: 3,
    system: 'the same: hardware that is reserved for jobs with a fence',
    lifecycles: ['page_fault', 'compute_units'],
    litmus: ['STATIC', 'STATIC+shared-compute-units'],
    described: 'option reserve-static',
    kernelTest: null,
  },
  {
    seed: 3,
    system: 'the same: hardware that is reserved while fences are in flight',
    lifecycles: ['page_fault', 'reservation'],
    litmus: ['IN-FLIGHT', 'IN-FLIGHT+reserved-late'],
    described: 'option reserve-in-flight',
    kernelTest: null,
  },
  {
    seed: 3,
    system: 'the same: all work is flushed when the kind of work changes',
    lifecycles: ['page_fault', 'compute_job'],
    litmus: ['FLUSH', 'FLUSH+not-preempted-before-visible'],
    described: 'option flush',
    kernelTest: 'xe_exec_mix_modes',
  },
  {
    seed: 3,
    system: 'the same: memory of their own for repairs',
    lifecycles: ['page_fault', 'pool'],
    litmus: ['MEMORY', 'MEMORY+may-fall-back'],
    described: 'option separate-memory',
    kernelTest: null,
  },
  {
    seed: 3,
    system: 'the same: the full graph of dependencies, and a fault that is refused',
    lifecycles: ['page_fault', 'allocation'],
    litmus: ['TRACK', 'TRACK+own-untracked'],
    described: 'option track-dependencies',
    kernelTest: null,
  },
  {
    seed: 3,
    system: 'page faults that are only hints to migrate',
    lifecycles: ['page_fault'],
    litmus: ['HINT', 'STORY'],
    described: 'pageFaults',
    kernelTest: null,
  },
  {
    seed: 4,
    system: 'peer-to-peer mappings that may fail and fall back to system memory',
    lifecycles: ['peer_route'],
    litmus: ['BAR', 'BAR+no-fallback'],
    described: null,
    kernelTest: null,
  },
  {
    seed: 4,
    system: 'get_user_pages on device memory, which is refused since device memory is not pinned',
    lifecycles: ['device_page', 'gup'],
    litmus: ['DEVPRIV', 'DEVPRIV+pinned-in-place'],
    described: null,
    kernelTest: null,
  },
  {
    seed: 4,
    system: 'an ODP region that is told by a notifier that its pages move',
    lifecycles: ['memory_region'],
    litmus: ['MR+on-demand', 'MR+pinned-moved'],
    described: 'use odp',
    kernelTest: null,
  },
  {
    seed: 4,
    system: 'an ODP fault that asks a GPU for its page',
    lifecycles: ['page_fault', 'memory_region'],
    litmus: ['REGION-FAULT', 'REGION-FAULT+cannot-preempt'],
    described: 'use odp',
    kernelTest: null,
  },
];
