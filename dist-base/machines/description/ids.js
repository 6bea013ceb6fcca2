/** The words that a driver description may use. They are an interface: renaming one is a major version. A test holds them against the data. */
export const optionIds = [
    'preempt',
    'reserve-static',
    'reserve-in-flight',
    'flush',
    'separate-memory',
    'track-dependencies',
];
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
];
/** Weaker readings of a clause. */
export const variantIds = [
    'reserve-in-flight/released-at-hw-done',
    'reserve-in-flight/released-at-hw-done-then-reset',
    'reserve-in-flight/not-counted',
];
/** Hazards. */
export const hazardIds = [
    'signal-path-reclaims',
    'recovery-allocates',
    'preempt-fence-allocates',
    'faulting-job-has-fence',
    'faulting-job-implicit-sync',
    'fence-awaits-user-fence',
    'repair-on-busy-engine',
    'reserve-under-repair-lock',
    'cpu-fault-in-repair',
    'pool-falls-back',
];
/** What a driver may use beside jobs and page faults. */
export const useIds = [
    'dynamic-import',
    'userptr',
    'svm',
    'shrinker',
    'tiler-heap',
    'engine-group',
    'eviction-fence',
    'preempt-fence',
    'odp',
    'memory-region',
];
/** Laws of all uses: what a driver that has a use keeps, unless it is left out. */
export const useLawIds = [
    'dynamic-import/move-holds-resv',
    'dynamic-import/map-holds-resv',
    'dynamic-import/move-awaits-fences',
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
    'preempt-fence/min-run-period',
    'preempt-fence/looks-again',
    'preempt-fence/suspend-answers',
    'odp/zaps-when-told',
    'memory-region/waits-for-region',
];
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
    'eviction-fence/fork-close',
    'eviction-fence/no-backoff',
    'preempt-fence/allocates-late',
    'preempt-fence/takes-vm-lock',
    'odp/cannot-restart',
    'odp/awaits-faulted-request',
];
/** What hardware may be able to do. */
export const abilityIds = ['preempt-running', 'preempt-faulted'];
/** `'preempt/while-faulted'` to `'preempt'`, `'eviction-fence/bookkeep'` to `'eviction-fence'`. */
export const optionOf = (clause) => clause.slice(0, clause.indexOf('/'));
//# sourceMappingURL=ids.js.map