/**
 * A class of hangs that were fixed upstream (docs/bug-classes.md), and how to ask a driver about it: by hazards of its
 * description where there are any, and always by a file of threads that follows one of the fixes.
 */
export type BugClass = {
  /** The title in docs/bug-classes.md. */
  readonly title: string;
  /** The title in a few words. */
  readonly brief: string;
  /** How many of the 105 fixes in machines/litmus/fixes are of this class. */
  readonly fixes: number;
  /** Hazards that are of this class; those of a use are named `use/mistake`. */
  readonly hazards: readonly string[];
  /** One of the fixes, a file of machines/litmus/fixes without its ending. */
  readonly pattern: string;
};

/** The classes, most frequent first. A false alarm of lockdep is not a class. */
export const bugClasses: readonly BugClass[] = [
  {
    title: 'Two locks in two orders',
    brief: 'two locks in two orders',
    fixes: 13,
    hazards: ['notifier-takes-resv'],
    pattern: '045-msm-debugfs-vs-vm-close',
  },
  {
    title: 'A lost wake-up, or no thread that could wake the waiter',
    brief: 'a lost wake-up',
    fixes: 11,
    hazards: ['engine-group/no-recheck', 'eviction-fence/no-backoff'],
    pattern: '058-sched-wakes-the-wrong-scheduler',
  },
  {
    title: 'A lock taken twice by one thread, through a call',
    brief: 'a lock taken twice by one thread',
    fixes: 11,
    hazards: ['reserve-under-repair-lock', 'user-queues/takes-mutex-again'],
    pattern: '032-amdgpu-reset-suspends-twice',
  },
  {
    title: 'Memory allocated under a lock that reclaim needs, or before a fence is signaled',
    brief: 'memory allocated on the way to a signal',
    fixes: 10,
    hazards: [
      'signal-path-reclaims',
      'recovery-allocates',
      'run-job-reclaims',
      'reclaims-between-arm-and-push',
      'preempt-fence-allocates',
      'pool-falls-back',
      'cpu-fault-in-repair',
      'shrinker/allocates-late',
      'dynamic-import/allocates-late',
      'tiler-heap/reclaims',
      'preempt-fence/allocates-late',
    ],
    pattern: '016-xe-allocates-between-arm-and-push',
  },
  {
    title: 'The last reference dropped where its release cannot run',
    brief: 'a last reference put where its release cannot run',
    fixes: 9,
    hazards: ['completion-puts-last-mm'],
    pattern: '012-amdxdna-mmput-in-handler',
  },
  {
    title: 'An error path that keeps a lock, or releases it twice',
    brief: 'an error path that keeps a lock',
    fixes: 9,
    hazards: [],
    pattern: '034-amdgpu-gem-create-keeps-reservation',
  },
  {
    title:
      'Runtime power management: a thread waits for a suspend or resume that waits for this thread',
    brief: 'a suspend or resume that waits for its caller',
    fixes: 7,
    hazards: [],
    pattern: '005-amdxdna-query-vs-suspend',
  },
  {
    title: 'The signaling path takes a lock that is held while waiting for the fence',
    brief: 'a lock of a waiter, taken on the way to a signal',
    fixes: 7,
    hazards: [
      'signal-path-takes-resv',
      'run-job-takes-lock',
      'recovery-takes-submit-lock',
      'preempt-fence/takes-vm-lock',
      'user-queues/waits-under-mutex',
    ],
    pattern: '087-amdgpu-hang-detection-takes-userq-mutex',
  },
  {
    title:
      'A work item or an interrupt that is waited for under a lock that it takes, or by itself',
    brief: 'work that is flushed under a lock that it takes',
    fixes: 7,
    hazards: [
      'recovery-flushes-waiter',
      'work-flushes-itself',
      'user-queues/reset-waits-for-restore',
    ],
    pattern: '035-amdkfd-flush-under-process-mutex',
  },
  {
    title: 'A lock held with interrupts enabled and taken in an interrupt',
    brief: 'a lock of an interrupt, held with interrupts enabled',
    fixes: 4,
    hazards: [],
    pattern: '043-mlx5-mkey-table-irq',
  },
  {
    title: 'User memory touched under a lock that a page fault takes',
    brief: 'user memory accessed under a lock of page faults',
    fixes: 4,
    hazards: ['userptr/run-job-mirrors', 'svm/notifier-awaits-repair'],
    pattern: '014-i915-faults-under-struct-mutex',
  },
  {
    title: 'A fence that is visible before its work is certain to be done',
    brief: 'a fence that is visible before its work is certain',
    fixes: 2,
    hazards: ['fence-awaits-user-fence'],
    pattern: '010-vb2-fence-at-qbuf',
  },
  {
    title: 'A worker without a rescuer, or one that allocates, on the way to a signal',
    brief: 'a worker without a rescuer on the way to a signal',
    fixes: 2,
    hazards: ['workqueue-without-mem-reclaim'],
    pattern: '021-xe-ggtt-wq-mem-reclaim',
  },
  {
    title: 'A sleeping lock taken in atomic context',
    brief: 'a sleeping lock in atomic context',
    fixes: 2,
    hazards: [],
    pattern: '062-gma500-ww-mutex-under-spinlock',
  },
  {
    title: '-EDEADLK ignored',
    brief: '-EDEADLK ignored',
    fixes: 2,
    hazards: [],
    pattern: '064-msm-mdp5-ignores-edeadlk',
  },
  {
    title: "Two threads that undo each other's work",
    brief: "two threads that undo each other's work",
    fixes: 1,
    hazards: ['shrinker/tries-again'],
    pattern: '019-xe-two-gpus-one-range',
  },
  {
    title: 'A suspension that another party ends',
    brief: 'a suspension that another party ends',
    fixes: 1,
    hazards: ['eviction-fence/fork-close'],
    pattern: '009-xe-suspended-queue-resumed',
  },
];
