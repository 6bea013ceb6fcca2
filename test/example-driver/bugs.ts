/**
 * Mistakes that can be seeded in the example driver, each with the clause or step that it breaks
 * and the mode in which it shows.
 */
export const bugs = {
  'preemption leaves out faulted work': { mode: 'preempt', breaks: 'preempt/while-faulted' },
  'preemption leaves out work that has just got its units': {
    mode: 'preempt',
    breaks: 'preempt/while-running',
  },
  'preemption keeps the engine': { mode: 'preempt', breaks: 'preempt/releases-engine' },
  'preemption keeps compute units': { mode: 'preempt', breaks: 'preempt/releases-compute-units' },
  'resumed work runs on without its page': { mode: 'preempt', breaks: 'compute_refault' },
  'resumed work is not queued': { mode: 'preempt', breaks: 'resume' },
  'the newest job goes first': { mode: 'preempt', breaks: 'schedule' },
  'the fence is signaled twice': { mode: 'preempt', breaks: 'signal' },
  'the signal forgets who waits': { mode: 'preempt', breaks: 'reclaim_waits' },
  'fences of repairs are used again without init': { mode: 'preempt', breaks: 'service_fault' },
  'the fault is answered without a mapping': { mode: 'preempt', breaks: 'bind_publish' },
  'a finished job keeps its compute units': { mode: 'preempt', breaks: 'hw_done' },
  'compute work comes back before fences signal': {
    mode: 'flush',
    breaks: 'flush/fences-before-fault-job',
  },
  'publishes before the flush is done': { mode: 'flush', breaks: 'flush/preempt-before-visible' },
  'flush forgets the second context': { mode: 'flush', breaks: 'flush/preempt-before-visible' },
  'flush forgets queued work': { mode: 'flush', breaks: 'flush_queued' },
  'mode lock dropped early': { mode: 'flush', breaks: 'flush/held-until-published' },
  'flush takes the vm lock first': { mode: 'flush', breaks: 'flush/waits-outside-locks' },
  'the answer keeps the vm lock': { mode: 'flush', breaks: 'ack' },
  'publishes before the reservation': { mode: 'reserve', breaks: 'reserve-in-flight/from-visible' },
  'reservation released when the hardware is done': {
    mode: 'reserve',
    breaks: 'reserve-in-flight/until-signaled',
  },
  'userspace releases a reservation in use': {
    mode: 'reserve',
    breaks: 'reserve-in-flight/until-signaled',
  },
  'the first signal ends all reservations': {
    mode: 'reserve',
    breaks: 'reserve-in-flight/until-signaled',
  },
  'the reservation is never given back': { mode: 'reserve', breaks: 'signal' },
  'reserve takes the vm lock first': {
    mode: 'reserve',
    breaks: 'reserve-in-flight/waits-outside-locks',
  },
  'queued work is not held back': { mode: 'reserve', breaks: 'hold_back' },
  // Laws of the core: no clause refuses what they allow.
  'the fence is signaled while its job runs': { mode: 'preempt', breaks: 'signal' },
  'jobs are scheduled on a busy engine': { mode: 'preempt', breaks: 'schedule' },
  'jobs are dispatched on busy compute units': {
    mode: 'preempt',
    breaks: 'hw_dispatch',
    hidden: true,
  },
} as const;
export type Bug = keyof typeof bugs;
