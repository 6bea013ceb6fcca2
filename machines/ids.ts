/** The words that a driver description may use. They are an interface: renaming one is a major version. A test holds them against the data. */
export const optionIds = ['preempt', 'reserve-static', 'reserve-in-flight', 'flush', 'separate-memory', 'track-dependencies'] as const;

/** Clauses of all options. */
export const clauseIds = [
  'preempt/while-running', 'preempt/while-faulted', 'preempt/releases-engine', 'preempt/releases-compute-units',
  'reserve-static/engine', 'reserve-static/compute-units', 'reserve-static/other-shared',
  'reserve-in-flight/from-visible', 'reserve-in-flight/until-signaled', 'reserve-in-flight/waits-outside-locks',
  'flush/fences-before-fault-job', 'flush/preempt-before-visible', 'flush/held-until-published', 'flush/waits-outside-locks',
  'separate-memory/gpu-fault-pool', 'separate-memory/no-fallback', 'separate-memory/cpu-fault-pool',
  'track-dependencies/own-fences', 'track-dependencies/foreign-fences', 'track-dependencies/nack-when-all-depend',
] as const;

/** Weaker readings of a clause. */
export const variantIds = ['reserve-in-flight/released-at-hw-done', 'reserve-in-flight/released-at-hw-done-then-reset', 'reserve-in-flight/not-counted'] as const;

/** Hazards. */
export const hazardIds = [
  'signal-path-reclaims', 'recovery-allocates', 'preempt-fence-allocates', 'faulting-job-has-fence', 'faulting-job-implicit-sync',
  'fence-awaits-user-fence', 'repair-on-busy-engine', 'reserve-under-repair-lock', 'cpu-fault-in-repair', 'pool-falls-back',
] as const;

/** What hardware may be able to do. */
export const abilityIds = ['preempt-running', 'preempt-faulted'] as const;

/** The name of an option. */
export type OptionId = (typeof optionIds)[number];
/** The name of a clause. */
export type ClauseId = (typeof clauseIds)[number];
/** The name of a weaker reading of a clause. */
export type VariantId = (typeof variantIds)[number];
/** The name of a hazard. */
export type HazardId = (typeof hazardIds)[number];
/** The name of what hardware may be able to do. */
export type Ability = (typeof abilityIds)[number];

/** `'preempt/while-faulted'` to `'preempt'`. */
export const optionOf = (clause: string): string => clause.slice(0, clause.indexOf('/'));
