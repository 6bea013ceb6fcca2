/**
 * The words that a driver description may use. They are an interface: renaming one is a major
 * version. A test holds them against the data.
 */
export const optionIds = [
  'preempt',
  'reserve-static',
  'reserve-in-flight',
  'flush',
  'separate-memory',
  'track-dependencies',
] as const;

/** Clauses of all options. */
export const clauseIds = [
  'preempt/while-running',
  'preempt/while-faulted',
  'preempt/releases-engine',
  'preempt/releases-compute-units',
  'reserve-static/engine',
  'reserve-static/compute-units',
  'reserve-static/other-shared',
  'reserve-in-flight/from-visible',
  'reserve-in-flight/until-signaled',
  'reserve-in-flight/waits-outside-locks',
  'flush/fences-before-fault-job',
  'flush/preempt-before-visible',
  'flush/held-until-published',
  'flush/waits-outside-locks',
  'separate-memory/gpu-fault-pool',
  'separate-memory/no-fallback',
  'separate-memory/cpu-fault-pool',
  'track-dependencies/own-fences',
  'track-dependencies/foreign-fences',
  'track-dependencies/nack-when-all-depend',
] as const;

/** Weaker readings of a clause. */
export const variantIds = [
  'reserve-in-flight/released-at-hw-done',
  'reserve-in-flight/released-at-hw-done-then-reset',
  'reserve-in-flight/not-counted',
] as const;

/** Hazards. */
export const hazardIds = [
  'signal-path-reclaims',
  'recovery-allocates',
  'recovery-takes-submit-lock',
  'recovery-flushes-waiter',
  'preempt-fence-allocates',
  'faulting-job-has-fence',
  'faulting-job-implicit-sync',
  'fence-awaits-user-fence',
  'repair-on-busy-engine',
  'reserve-under-repair-lock',
  'cpu-fault-in-repair',
  'pool-falls-back',
  'signal-path-takes-resv',
  'run-job-takes-lock',
  'run-job-reclaims',
  'reclaims-between-arm-and-push',
  'completion-puts-last-mm',
  'notifier-takes-resv',
  'work-flushes-itself',
  'workqueue-without-mem-reclaim',
] as const;

/** What a driver may use beside jobs and page faults. */
export const useIds = [
  'dynamic-import',
  'userptr',
  'svm',
  'shrinker',
  'tiler-heap',
  'engine-group',
  'eviction-fence',
  'user-queues',
  'preempt-fence',
  'odp',
  'memory-region',
] as const;

/** Laws of all uses: what a driver that has a use keeps, unless it is left out. */
export const useLawIds = [
  'dynamic-import/move-holds-resv',
  'dynamic-import/map-holds-resv',
  'dynamic-import/move-awaits-fences',
  'dynamic-import/submit-holds-resv',
  'userptr/sets-seq',
  'svm/sets-seq',
  'svm/allocates-outside-notifier-lock',
  'shrinker/purges-only-dontneed',
  'shrinker/awaits-fences',
  'engine-group/suspended-before-visible',
  'engine-group/fences-before-fault-job',
  'engine-group/readers-queue',
  'eviction-fence/bookkeep',
  'eviction-fence/eviction-valuable',
  'eviction-fence/active-time',
  'user-queues/evicts-after-last-fence',
  'user-queues/new-fence-before-map',
  'user-queues/restore-retries',
  'preempt-fence/min-run-period',
  'preempt-fence/looks-again',
  'preempt-fence/suspend-answers',
  'odp/zaps-when-told',
  'memory-region/waits-for-region',
] as const;

/** Mistakes of all uses: hazards that only a driver with that use can have. */
export const mistakeIds = [
  'dynamic-import/allocates-late',
  'userptr/run-job-mirrors',
  'userptr/retry-outside-lock',
  'svm/notifier-awaits-repair',
  'svm/retry-outside-lock',
  'shrinker/allocates-late',
  'shrinker/tries-again',
  'tiler-heap/reclaims',
  'engine-group/no-recheck',
  'engine-group/destroys-without-kill',
  'eviction-fence/fork-close',
  'eviction-fence/no-backoff',
  'user-queues/takes-mutex-again',
  'user-queues/waits-under-mutex',
  'user-queues/cancels-detector-first',
  'user-queues/no-detector',
  'user-queues/reset-waits-for-restore',
  'preempt-fence/allocates-late',
  'preempt-fence/takes-vm-lock',
  'odp/cannot-restart',
  'odp/awaits-faulted-request',
] as const;

/** The versions of the kernel of which a description may be, oldest first. */
export const kernelIds = ['6.1', '6.12', '6.18', '7.0', '7.1'] as const;

/** What hardware may be able to do. */
export const abilityIds = ['preempt-running', 'preempt-faulted'] as const;

/** The drivers that come with this package. */
export const driverIds = [
  'xe-fault-mode',
  'xe-long-running',
  'xe-dma-fence',
  'i915',
  'amdkfd',
  'amdgpu',
  'amdgpu-userq',
  'amdxdna',
  'nouveau',
  'msm',
  'panfrost',
  'panthor',
  'etnaviv',
  'mlx5-odp',
  'mlx5-mr',
] as const;

/** A version of the kernel. */
export type KernelId = (typeof kernelIds)[number];
/** The name of an option. */
export type OptionId = (typeof optionIds)[number];
/** The name of a clause. */
export type ClauseId = (typeof clauseIds)[number];
/** The name of a weaker reading of a clause. */
export type VariantId = (typeof variantIds)[number];
/** The name of a hazard. */
export type HazardId = (typeof hazardIds)[number];
/** The name of a use. */
export type UseId = (typeof useIds)[number];
/** The name of a law of a use. */
export type UseLawId = (typeof useLawIds)[number];
/** The name of a mistake of a use. */
export type MistakeId = (typeof mistakeIds)[number];
/** The name of what hardware may be able to do. */
export type Ability = (typeof abilityIds)[number];

/** `'preempt/while-faulted'` to `'preempt'`, `'eviction-fence/bookkeep'` to `'eviction-fence'`. */
export const optionOf = (clause: string): string => clause.slice(0, clause.indexOf('/'));
/** The name of a driver that comes with this package. */
export type DriverId = (typeof driverIds)[number];
