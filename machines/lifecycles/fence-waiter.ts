import { setup } from 'xstate';
import { members, type Named } from './named.ts';
import type { Jobs } from './slot.ts';
import { inFile, to } from './to.ts';

const dmaFence = inFile('drivers/dma-buf/dma-fence.c');

/** `idle`, or waiting for the fence of a fenced job: `waiting.f[i]`. */
export type FenceWaiter = Named<'idle' | 'waiting' | `waiting.${string}`, `wait.${string}` | `signaled.${string}`>;

/**
 * A thread or a work item that waits for a dma_fence, and holds up whoever needs it to be done.
 * Rule: hang recovery is code that completes fences: it waits for nobody who waits for one.
 * Source: drivers/dma-buf/dma-fence.c ("DOC: fence cross-driver contract", dma_fence_wait_timeout), v7.0.
 */
export function fenceWaiter({ fenced = 0 }: Jobs): FenceWaiter {
  const fences = members('f', Math.max(1, fenced));
  const source = dmaFence('dma_fence_wait_timeout');
  return setup({ types: { events: {} as { type: string } } }).createMachine({
    id: 'fence_waiter',
    initial: 'idle',
    states: {
      idle: {
        description: 'Waits for nothing.',
        meta: { source },
        on: Object.fromEntries(
          fences.map((fence) => [`wait.${fence}`, to(`waiting.${fence}`, `Waits for the fence ${fence}.`, source)]),
        ),
      },
      waiting: {
        description: 'Waits for a fence, with all that it holds.',
        meta: { source },
        initial: fences[0]!,
        states: Object.fromEntries(
          fences.map((fence) => [
            fence,
            {
              description: `For ${fence}.`,
              meta: { source, waits: 'waits for' },
              on: { [`signaled.${fence}`]: to('#fence_waiter.idle', `The fence ${fence} is signaled.`, source) },
            },
          ]),
        ),
      },
    },
  } as never) as unknown as FenceWaiter;
}
