import type { Gpu, Job } from './gpu.ts';
import type { Unit } from './stage.ts';

/** Whether it is the turn of `who`. */
export const isNext = (gpu: Gpu, ring: readonly string[], who: string): boolean =>
  (gpu.has('the newest job goes first') ? ring.at(-1) : ring[0]) === who;
export const leave = (ring: string[], who: string): void => {
  const at = ring.indexOf(who);
  if (at >= 0) ring.splice(at, 1);
};

/** A job with a fence from the queue to the interrupt. */
export async function runFenced(gpu: Gpu, job: Job): Promise<void> {
  const { stage, fencedEngine, fencedRing, units, rest } = gpu;
  const get = async (what: string, unit: Unit, ready = (): boolean => true): Promise<void> => {
    const careless =
      (unit === fencedEngine && gpu.has('jobs are scheduled on a busy engine')) ||
      (unit === units && gpu.has('jobs are dispatched on busy compute units'));
    await stage.until(`${job.who} gets ${what}`, () => (unit.free || careless) && ready());
    unit.user = job.who;
  };
  await get('the engine', fencedEngine, () => isNext(gpu, fencedRing, job.who));
  leave(fencedRing, job.who);
  job.status = 'scheduled';
  await get('compute units', units);
  job.status = 'dispatched';
  await get('the rest', rest);
  job.status = 'running';
  const finished = new AbortController();
  if (gpu.has('the fence is signaled while its job runs')) signalEarly(gpu, job, finished.signal);
  await stage.until(`${job.who} finishes`);
  finished.abort();
  if (!gpu.has('a finished job keeps its compute units')) units.give(job.who);
  rest.give(job.who);
  fencedEngine.give(job.who);
  job.status = 'done';
  if (gpu.has('reservation released when the hardware is done')) job.reservation = 'none';
  await stage.until(`${job.who} interrupts`);
  retire(gpu, job);
}

function retire(gpu: Gpu, job: Job): void {
  job.fence.signal(gpu.has('the signal forgets who waits'));
  if (gpu.has('the fence is signaled twice')) job.fence.signal();
  if (!gpu.has('the reservation is never given back')) job.reservation = 'none';
  if (gpu.has('the first signal ends all reservations'))
    for (const other of gpu.jobs) if (other.reservation === 'held') other.reservation = 'none';
  job.status = 'idle';
}

/** An interrupt that does not look whether the hardware is done. */
function signalEarly(gpu: Gpu, job: Job, finished: AbortSignal): void {
  gpu.stage
    .until(`${job.who} interrupts`, () => true, finished)
    .then(
      () => job.fence.signal(),
      () => undefined,
    );
}
