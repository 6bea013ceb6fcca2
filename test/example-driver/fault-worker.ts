import type { Fence } from './fence.ts';
import type { Context, Gpu, Transfer } from './gpu.ts';

/**
 * What reclaim comes upon: memory that was freed meanwhile, the end of its list, or a buffer that a
 * fence keeps busy.
 */
export type Found = 'freed' | 'the end' | { readonly who: string; readonly fence: Fence };

/** Repairs a page fault: memory, a copy into it, a mapping, and the answer. */
export async function handleFault(gpu: Gpu, context: Context): Promise<void> {
  const { stage, vm } = gpu;
  const { who } = context;
  const locks = gpu.config.mode !== 'preempt';
  if (locks) await vm.lock(stage, `${who} is repaired`, who);
  else await stage.until(`${who} is repaired`);
  context.fault = 'allocating';
  if (!gpu.has('fences of repairs are used again without init')) {
    context.copy.fence.init();
    context.bind.fence.init();
  }
  await allocate(gpu, context);
  await stage.until(`${who} submits its copy`);
  context.alloc = 'none';
  context.fault = 'copying';
  start(gpu, context.copy, `copy ${who}`);
  await context.copy.fence.wait();
  if (!gpu.has('the fault is answered without a mapping')) {
    await stage.until(`${who} submits its mapping`);
    context.fault = 'binding';
    start(gpu, context.bind, `bind ${who}`);
    await context.bind.fence.wait();
  }
  await stage.until(`${who} is answered`);
  context.fault = 'none';
  if (locks && !gpu.has('the answer keeps the vm lock')) vm.unlock(who);
  const { replay } = context;
  context.replay = null;
  replay?.();
}

/** Memory, if need be from a buffer that somebody still uses: then its fence is waited for. */
async function allocate(gpu: Gpu, context: Context): Promise<void> {
  context.alloc = 'allocating';
  const busy = (): boolean =>
    gpu.fencePending ||
    gpu.contexts.some(({ copy, bind }) => copy.fence.pending || bind.fence.pending);
  const taken = await gpu.stage.until<Found>(
    `${context.who} reclaims`,
    (word) => word === 'freed' || (word === 'the end' ? !busy() : word.fence.pending),
  );
  if (typeof taken !== 'string') {
    context.alloc = `waiting ${taken.who}`;
    await taken.fence.wait();
  }
  context.alloc = 'returned';
}

/** A job on the copy engine, which nobody else uses. */
function start(gpu: Gpu, transfer: Transfer, name: string): void {
  transfer.fence.publish();
  transfer.status = 'queued';
  gpu.spawn(async () => {
    await gpu.stage.until(`${name} runs`);
    transfer.status = 'running';
    await gpu.stage.until(`${name} finishes`);
    transfer.status = 'idle';
    transfer.fence.signal();
  });
}
