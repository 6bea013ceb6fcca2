import { isNext, leave } from './fenced-work.ts';
import { OffHardware, type Context, type Gpu } from './gpu.ts';
import { handleFault } from './fault-worker.ts';

/** Userspace submits compute work: refused while the last is not over, or while jobs with fences must be alone. */
export function submitCompute(gpu: Gpu, context: Context): boolean {
  if (context.status !== 'idle' || !mayCome(gpu, true)) return false;
  enqueue(gpu, context);
  return true;
}

/** Whether compute work may come (back) to the queue now. */
function mayCome(gpu: Gpu, first: boolean): boolean {
  const { mode } = gpu.config;
  if (mode === 'reserve') return !gpu.reserved;
  if (mode === 'flush')
    return (
      gpu.modeLock.holder === null &&
      (gpu.has('compute work comes back before fences signal') || !gpu.fencePending)
    );
  return first || !gpu.jobs.some(({ waits }) => waits);
}

function enqueue(gpu: Gpu, context: Context): void {
  context.off = new AbortController();
  context.status = 'queued';
  gpu.ring.push(context.who);
  gpu.spawn(() => execute(gpu, context, context.off.signal));
}

/** From the queue to the end, unless it is taken off. */
async function execute(gpu: Gpu, context: Context, off: AbortSignal): Promise<void> {
  const { stage, engine, ring, units, rest } = gpu;
  const { who } = context;
  await stage.until(`${who} gets the engine`, () => engine.free && isNext(gpu, ring, who), off);
  leave(ring, who);
  engine.user = who;
  context.status = 'scheduled';
  await stage.until(`${who} gets compute units`, () => units.free, off);
  units.user = who;
  context.status = 'dispatched';
  await stage.until(`${who} gets the rest`, () => rest.free, off);
  rest.user = who;
  // The page that it stopped at may still be missing.
  if (context.fault !== 'none' && !gpu.has('resumed work runs on without its page'))
    await stopped(context);
  else context.status = 'running';
  while (
    (await stage.until<'ends' | 'misses a page'>(
      `${who} executes`,
      () => context.status === 'running',
      off,
    )) === 'misses a page'
  ) {
    context.fault = 'received';
    gpu.spawn(() => handleFault(gpu, context));
    await stopped(context);
  }
  context.status = 'idle';
  for (const unit of [engine, units, rest]) unit.give(who);
}

/** The access stands still until the hardware is told to try again. */
function stopped(context: Context): Promise<void> {
  context.status = 'faulted';
  return new Promise((again) => {
    context.replay = () => {
      context.status = 'running';
      again();
    };
  });
}

/** Takes work off the queue or the hardware, whatever it is doing there. */
function takeOff(gpu: Gpu, context: Context): void {
  const queued = context.status === 'queued';
  context.status = 'preempted';
  context.replay = null;
  context.off.abort(new OffHardware());
  if (queued) {
    leave(gpu.ring, context.who);
    return;
  }
  if (!gpu.has('preemption keeps the engine')) gpu.engine.give(context.who);
  if (gpu.has('preemption keeps compute units')) return;
  gpu.units.give(context.who);
  gpu.rest.give(context.who);
}

/** The threads that make room and give it back, one of each a context. */
export function startMinders(gpu: Gpu, context: Context): void {
  const { stage, config } = gpu;
  const onHardware = (): boolean =>
    context.status === 'faulted'
      ? config.preemptsFaulted && !gpu.has('preemption leaves out faulted work')
      : context.status === 'scheduled' ||
        context.status === 'running' ||
        (context.status === 'dispatched' &&
          !gpu.has('preemption leaves out work that has just got its units'));
  const makeRoom = (): boolean => {
    if (config.mode === 'preempt') return onHardware() && gpu.jobs.some(({ waits }) => waits);
    if (config.mode === 'flush')
      return (
        gpu.modeLock.holder !== null &&
        (onHardware() || (context.status === 'queued' && !gpu.has('flush forgets queued work')))
      );
    return context.status === 'queued' && gpu.reserved && !gpu.has('queued work is not held back');
  };
  gpu.spawn(async () => {
    for (;;) {
      await stage.until(`make room: ${context.who}`, makeRoom);
      takeOff(gpu, context);
    }
  });
  gpu.spawn(async () => {
    for (;;) {
      await stage.until(
        `${context.who} comes back`,
        () => context.status === 'preempted' && mayCome(gpu, false),
      );
      enqueue(gpu, context);
      if (gpu.has('resumed work is not queued')) leave(gpu.ring, context.who);
    }
  });
}
