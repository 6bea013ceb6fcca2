/** Mistakes of the mock GPU's driver, chosen by `ff_mistake=N`; written before the driver and its suites. */
import { kills, survives, type Kill } from './seed.ts';

export type Mistake = {
  readonly n: number;
  readonly about: string;
  readonly kill: Kill;
  readonly first?: string;
};
const m = (n: number, about: string, kill: Kill, first?: string): Mistake => ({
  n,
  about,
  kill,
  ...(first === undefined ? {} : { first }),
});

export const mistakes: readonly Mistake[] = [
  m(1, 'the preempter takes a compute job away where nobody waits', kills('preempt', 'refusals')),
  m(2, 'a fenced job gets an engine that is taken', kills('preempt', 'refusals')),
  m(3, 'a fenced job gets the engine before its turn', kills('preempt', 'refusals')),
  m(
    4,
    'a fenced job is dispatched on units that are held',
    kills('preempt_less_releases_compute_units', 'refusals'),
  ),
  m(5, 'a job that is done keeps the units', kills('preempt', 'steps')),
  m(6, 'an answered fault sets a preempted job going', kills('preempt', 'edges')),
  m(7, 'preemption keeps the other hardware', kills('preempt', 'steps')),
  m(8, 'a fence is not in the dma_resv that reclaim waits for', kills('preempt', 'steps')),
  m(
    9,
    'reclaim waits for ten jiffies',
    kills('preempt', 'edges'),
    'preempt refusals: a path of all edges takes longer than ten jiffies',
  ),
  m(10, 'the fault worker does not wait for the copy', kills('preempt', 'refusals')),
  m(11, 'the fault worker does not wait for the bind', kills('preempt', 'refusals')),
  m(12, 'the interrupt comes before the job is done', kills('preempt', 'refusals')),
  m(13, 'a preempted job comes back while a fenced job waits', kills('preempt', 'refusals')),
  m(14, 'nobody tells the preempter that compute is on the hardware', kills('preempt', 'steps')),
  m(15, 'a compute job is dispatched before it has the engine', kills('preempt', 'refusals')),
  m(16, 'the job of another device does not depend on ours', kills('preempt', 'steps')),
  m(
    17,
    'the bind waits for the fenced job',
    kills('preempt', 'steps'),
    'preempt transitions: one walk over all steps has a fenced job and a bind',
  ),
  m(18, 'the scheduler does not wait for the engine', kills('preempt', 'steps')),
  m(19, 'a compute job runs while its page is missing', kills('preempt', 'refusals')),
  m(20, 'preemption keeps the engine', kills('preempt', 'steps')),
  m(21, 'preemption keeps the units', kills('preempt', 'steps')),
  m(22, 'a faulted job is not preempted', kills('preempt', 'steps')),
  m(23, 'a running job is not preempted', kills('preempt', 'steps')),
  m(24, 'a job that is done keeps the engine', kills('preempt', 'steps')),
  m(25, 'a compute job that ends keeps its units', kills('preempt', 'steps')),
  m(
    26,
    'a resumed job is put first in the queue',
    kills('preempt', 'transitions'),
    'preempt edges: the transitions of the queue tell the order',
  ),
  m(27, 'a fault is answered to nobody: the job stays faulted', kills('preempt', 'steps')),
  m(28, 'the repair forgets that memory was allocated', kills('preempt', 'steps')),
  m(29, 'compute jobs use the units of the fenced jobs', kills('reserve_static', 'steps')),
  m(30, 'compute jobs use the engine of the fenced jobs', kills('reserve_static', 'steps')),
  m(31, 'compute jobs use the other hardware of the fenced jobs', kills('reserve_static', 'steps')),
  m(32, 'compute jobs stand in the queue of the fenced jobs', kills('reserve_static', 'steps')),
  m(33, 'a repair takes a page of an empty pool', kills('separate_memory', 'refusals')),
  m(34, 'a repair falls back to shared memory', kills('separate_memory', 'refusals')),
  m(35, 'a page of the pool is taken and still counted', kills('separate_memory', 'steps')),
  m(36, 'the pool is never filled again', kills('separate_memory', 'steps')),
  m(
    37,
    'reclaim waits for a fence of a job that still needs hardware',
    kills('track_dependencies', 'refusals'),
  ),
  m(
    38,
    'reclaim waits for a foreign fence that depends on ours',
    kills('track_dependencies', 'refusals'),
  ),
  m(
    39,
    'a fault is refused though a fence could be waited for',
    kills('track_dependencies', 'refusals'),
  ),
  m(40, 'a refused fault leaves its job on the hardware', kills('track_dependencies', 'steps')),
  m(41, 'a refused fault keeps the units', kills('track_dependencies', 'steps')),
  m(42, 'a fault is never refused', kills('track_dependencies', 'steps')),
  m(43, 'the fence of a copy is never signaled', kills('preempt', 'steps')),
  m(44, 'the first signal ends every reservation', kills('reserve_in_flight_2', 'transitions')),
  m(
    45,
    'compute work comes back while a reservation is wanted',
    kills('reserve_in_flight', 'steps'),
    'reserve-in-flight refusals: what is queued is not held back for it either, which is a step',
  ),
  m(46, 'hardware is reserved while compute work is on it', kills('reserve_in_flight', 'refusals')),
  m(47, 'a submit goes on without its reservation', kills('reserve_in_flight', 'refusals')),
  m(
    48,
    'a submit publishes without the lock of the repair',
    kills('reserve_in_flight', 'refusals'),
  ),
  m(49, 'the signal does not end the reservation', kills('reserve_in_flight', 'steps')),
  m(50, 'a job that is held back stays in the queue', kills('reserve_in_flight', 'steps')),
  m(51, 'a submit that has published keeps the mode lock', kills('flush', 'steps')),
  m(52, 'a submit goes on while compute work is on the hardware', kills('flush', 'refusals')),
  m(53, 'compute work comes into the queue while the mode is locked', kills('flush', 'refusals')),
  m(54, 'what is flushed keeps the units', kills('flush', 'steps')),
  m(55, 'work that is only queued is not flushed', kills('flush', 'steps')),
  m(56, 'compute work comes back while a fence is visible', kills('flush', 'refusals')),
  m(57, 'the repair does not take its lock', kills('reserve_in_flight', 'steps')),
  m(58, 'the interrupt of the second job signals the first', kills('preempt_2', 'steps')),
  m(
    59,
    'a bind waits for the bind of the other repair',
    survives(
      'no walk has the binds of two repairs visible at once, answers one and then tries the other',
    ),
    'preempt_2 transitions: they are those of each part, and not of pairs of parts',
  ),
  m(
    60,
    'a fault is refused though the fence of the second job could be waited for',
    kills('track_dependencies_2', 'refusals'),
  ),
  m(
    61,
    'the fence of the second job is not looked at when compute work comes back',
    kills('flush_2', 'refusals'),
  ),
  m(
    62,
    'the reservation of the second job is not looked at',
    kills('reserve_in_flight_2', 'refusals'),
  ),
  m(
    63,
    'the second compute job is not looked at when hardware is reserved',
    kills('reserve_in_flight_2', 'refusals'),
  ),
  m(64, 'a job comes back while the second fenced job waits', kills('preempt_2', 'refusals')),
  m(
    65,
    'a submit locks the repair before the way is clear',
    kills('reserve_in_flight', 'refusals'),
  ),
];
