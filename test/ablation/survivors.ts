/**
 * What can be left out of the model without turning any verdict, and why. `inert`: it changes no
 * step in any of the systems asked. Whatever else survives is decoration, or a hole.
 */
export type Survivors = {
  readonly why: string;
  readonly inert?: true;
  readonly pieces: readonly string[];
};

export const survivors: readonly Survivors[] = [
  {
    why:
      'Freedom of the environment, beside another step that has the same effect: without it ' +
      'less can go wrong, and what goes wrong still does.',
    pieces: [
      'move compute_refault: other take.c[]',
      'step reclaim_waits',
      'step reclaim_waits_briefly',
      'guard reclaim_waits_briefly: fence[] in visible',
      'step reclaim_gives_up',
      'step hint_raised',
      'guard hint_raised: compute[] in running',
      'step foreign_retire',
      'move foreign_retire: foreignFence dma_fence_init',
      'move foreign_retire: foreignJob retire',
      'move draw_from_pool: pool draw',
    ],
  },
  {
    why:
      'Reclaim that ends without waiting: memory_freed says that anyhow; these guards say ' +
      "when it is reclaim's own doing.",
    pieces: [
      'guard reclaim_ends: fence[*] in !visible',
      'guard reclaim_ends: foreignFence in !visible',
      'guard reclaim_ends: pool in empty',
      'guard reclaim_ends: pool in stocked',
      'guard memory_freed: pool in empty',
      'guard memory_freed: pool in stocked',
    ],
  },
  {
    why:
      'Nothing is promised to compute work: it has no dma_fence. That it is resumed, or ends ' +
      'after its fault was refused, nobody asks.',
    pieces: ['step resume', 'also signal: reservation[] release', 'also nack: compute[] kill'],
  },
  {
    why:
      'Restraint of the driver: without the guard it preempts, holds back or refuses more ' +
      'often than it must, which breaks no promise to fenced work.',
    pieces: [
      'guard preempt_scheduled: job[?] in queued or scheduled or dispatched',
      'guard preempt_dispatched: job[?] in queued or scheduled or dispatched',
      'guard preempt_running: job[?] in queued or scheduled or dispatched',
      'guard preempt_faulted: job[?] in queued or scheduled or dispatched',
      'guard hold_back: reservation[?] in wanted or held',
      'guard flush_queued: modeLock in held',
      'guard flush_scheduled: modeLock in held',
      'guard flush_dispatched: modeLock in held',
      'guard flush_running: modeLock in held',
      'guard flush_faulted: modeLock in held',
      'guard nack: job[*] in idle or preparing or queued or parked or scheduled or dispatched',
      'guard nack: fence[?] in visible, or foreignFence in visible',
    ],
  },
  {
    why:
      'Preemption or holding back a little earlier: the job that is not taken here goes on ' +
      'to a state in which it is, or ends.',
    pieces: [
      'step preempt_scheduled',
      'step preempt_dispatched',
      'step hold_back',
      'step flush_queued',
      'step flush_scheduled',
      'step flush_dispatched',
    ],
  },
  {
    why: 'A slot refuses everybody but its holder; the guard says that its holder does not take it twice.',
    pieces: ['guard lock: repairLock in free', 'guard take_mode: modeLock in free'],
  },
  {
    why:
      'Recovery: what it does besides is done by another of its steps, or by the work itself ' +
      'when the scheduler runs again.',
    pieces: [
      'guard timeout: fence[?] in visible',
      'guard cancel_job: recovery in reset',
      'also cancel_job: units give.f[]',
      'also cancel_job: other give.f[]',
      'also cancel_job: fencedEngine give.f[]',
      'also cancel_job: fencedUnits give.f[]',
      'also cancel_job: fencedOther give.f[]',
      'guard kill_compute: recovery in reset',
      'also kill_compute: units give.c[]',
      'also kill_compute: other give.c[]',
      'also kill_compute: fault[] squash',
    ],
  },
  {
    why:
      'A repair waits for the copy or bind fence of another repair only where two are under ' +
      'way at once, and one compute job a system has one.',
    inert: true,
    pieces: [
      'step reclaim_waits_for_copy',
      'step reclaim_waits_for_bind',
      'also copy_signal: alloc[] signaled.copy[]',
      'also bind_signal: alloc[] signaled.bind[]',
      'guard reclaim_ends: copyFence[*] in !visible',
      'guard reclaim_ends: bindFence[*] in !visible',
      'guard nack: copyFence[*] in !visible',
      'guard nack: bindFence[*] in !visible',
      'guard reclaim_waits_for_copy: pool in empty',
      'guard reclaim_waits_for_copy: pool in stocked',
      'guard reclaim_waits_for_bind: pool in empty',
      'guard reclaim_waits_for_bind: pool in stocked',
    ],
  },
  {
    why:
      'Said twice: a lifecycle or another guard says it too. A job that is not on the ' +
      'hardware holds none; only a queued job is in a queue; only a job that was cleared has ' +
      'taken the lock.',
    inert: true,
    pieces: [
      'also preempt_scheduled: units give.c[]',
      'also preempt_scheduled: other give.c[]',
      'also preempt_dispatched: other give.c[]',
      'also flush_scheduled: units give.c[]',
      'also flush_scheduled: other give.c[]',
      'also flush_dispatched: other give.c[]',
      'guard publish: job[] in preparing.cleared',
      'guard lock: job[] in preparing',
      'guard hold_back: compute[] in queued',
      'also nack: ring drop.c[]',
    ],
  },
  {
    why:
      'From a reset on the hardware does nothing: without the guard, work that the reset ' +
      'takes away may take one step more before it goes.',
    pieces: [
      'guard compute_dispatch: recovery in !reset',
      'guard compute_ends: recovery in !reset',
      'guard compute_refault: recovery in !reset',
      'guard compute_run: recovery in !reset',
      'guard fault_raised: recovery in !reset',
      'guard hw_dispatch: recovery in !reset',
      'guard hw_done: recovery in !reset',
      'guard hw_run: recovery in !reset',
    ],
  },
  {
    why: 'Long-running work and recovery stand together in none of the systems asked.',
    inert: true,
    pieces: ['guard user_ends_compute: recovery in !reset'],
  },
];
