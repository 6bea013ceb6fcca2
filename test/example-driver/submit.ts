import type { Gpu, Job } from './gpu.ts';
import { runFenced } from './fenced-work.ts';

/** The submit ioctl: refused while the last job of this queue is not over. */
export function submit(gpu: Gpu, job: Job): boolean {
  if (job.status !== 'idle') return false;
  job.status = 'begun';
  job.fence.init();
  if (gpu.config.mode === 'reserve') job.reservation = 'wanted';
  gpu.spawn(async () => {
    if (gpu.config.mode === 'flush') await switchMode(gpu, job);
    if (gpu.config.mode === 'reserve') await reserve(gpu, job);
    await publish(gpu, job);
  });
  return true;
}

/** Has all compute work taken off the hardware, and keeps it off until the job is published. */
async function switchMode(gpu: Gpu, job: Job): Promise<void> {
  const { stage, modeLock, vm } = gpu;
  await modeLock.lock(stage, `${job.who} takes the mode lock`, job.who);
  if (gpu.has('flush takes the vm lock first'))
    await vm.lock(stage, `${job.who} takes the vm lock`, job.who);
  const seen = gpu.has('flush forgets the second context')
    ? gpu.contexts.slice(0, 1)
    : gpu.contexts;
  await stage.until(
    `${job.who} sees all flushed`,
    () => gpu.has('publishes before the flush is done') || !seen.some(({ busy }) => busy),
  );
  job.status = 'cleared';
  if (gpu.has('mode lock dropped early')) modeLock.unlock(job.who);
  if (!gpu.has('flush takes the vm lock first'))
    await vm.lock(stage, `${job.who} takes the vm lock`, job.who);
}

/** Has the hardware kept free for this job until its fence is signaled. */
async function reserve(gpu: Gpu, job: Job): Promise<void> {
  const { stage, vm } = gpu;
  const early = gpu.has('reserve takes the vm lock first');
  if (early) await vm.lock(stage, `${job.who} takes the vm lock`, job.who);
  const obtained = stage
    .until(`${job.who} gets its reservation`, () => !gpu.contexts.some(({ busy }) => busy))
    .then(() => {
      job.reservation = 'held';
    });
  if (gpu.has('publishes before the reservation')) gpu.spawn(() => obtained);
  else await obtained;
  await stage.until(`${job.who} goes on`);
  job.status = 'cleared';
  if (!early) await vm.lock(stage, `${job.who} takes the vm lock`, job.who);
}

/** Arms the job: from here on others may wait for its fence. */
async function publish(gpu: Gpu, job: Job): Promise<void> {
  await gpu.stage.until(`${job.who} publishes`);
  job.fence.publish();
  job.status = 'queued';
  gpu.fencedRing.push(job.who);
  if (gpu.config.mode !== 'preempt') gpu.vm.unlock(job.who);
  if (gpu.config.mode === 'flush' && gpu.modeLock.holder === job.who) gpu.modeLock.unlock(job.who);
  gpu.spawn(() => runFenced(gpu, job));
}

/** An ioctl that gives a reservation back: refused while a job needs it. */
export function unreserve(gpu: Gpu, job: Job): boolean {
  if (!gpu.has('userspace releases a reservation in use') || job.reservation !== 'held')
    return false;
  job.reservation = 'none';
  return true;
}
