/* oxlint-disable max-lines-per-function -- a chart is one table of states: data in which nothing is decided */
import { setup } from 'xstate';
import { members, type Named } from './named.ts';
import type { Jobs } from './slot.ts';

/** Beside the jobs: the preempt fences of queues that reclaim may wait for. */
type Fences = Jobs & { readonly preemptFences?: number };
import { to } from './to.ts';

/**
 * The fences that reclaim may wait for: of fenced jobs `f[i]`, copy and bind jobs `copy[k]`,
 * `bind[k]`, compute jobs `c[k]`, another device, the preempt fence of a queue.
 */
export type Allocation = Named<
  | 'none'
  | 'allocating'
  | 'waiting'
  | `waiting.${string}`
  | 'waiting_briefly'
  | `waiting_briefly.${string}`
  | 'returned',
  | 'alloc'
  | 'reclaimed'
  | 'fail'
  | 'refuse'
  | 'free'
  | 'timeout'
  | `wait.${string}`
  | `wait_briefly.${string}`
  | `signaled.${string}`
>;

/**
 * A memory allocation that may enter direct reclaim.
 * Rule: shrinkers and notifiers may wait for dma_fences; so nothing that a fence needs may be gated by an allocation.
 * Source: drivers/dma-buf/dma-fence.c, "DOC: fence cross-driver contract";
 * drivers/gpu/drm/msm/msm_gem_shrinker.c, v7.0.
 */
export function allocation({ fenced = 0, faulting = 0, preemptFences = 0 }: Fences): Allocation {
  const fences = [
    ...members('f', fenced),
    ...members('c', faulting),
    ...members('copy', faulting),
    ...members('bind', faulting),
    'foreign',
    ...members('preempt', preemptFences),
  ];
  const contract = 'drivers/dma-buf/dma-fence.c: DOC: fence cross-driver contract';
  const msm = 'drivers/gpu/drm/msm/msm_gem_shrinker.c: wait_for_idle';
  const page = 'mm/page_alloc.c: __alloc_pages_slowpath';
  const back = (who: string, meta: string) => ({
    [`signaled.${who}`]: to('#allocation.returned', `The fence ${who} is signaled and the pages are free.`, meta),
  });
  return setup({ types: { events: {} as { type: string } } }).createMachine({
    id: 'allocation',
    initial: 'none',
    states: {
      none: {
        description: 'No allocation is pending.',
        meta: { source: page },
        on: {
          alloc: to(
            'allocating',
            'A thread allocates with GFP_KERNEL, so the allocation may enter direct reclaim.',
            page,
          ),
        },
      },
      allocating: {
        description: 'Memory is short: the allocation is in direct reclaim.',
        meta: { source: page },
        on: {
          reclaimed: to('returned', 'Reclaim finds pages without waiting for a fence.', page),
          fail: to('none', 'The allocation fails with -ENOMEM.', page),
          refuse: to('none', 'The work that needs the memory is refused, so the allocation is abandoned.', page),
          ...Object.fromEntries(
            fences.flatMap((who) => [
              [
                `wait.${who}`,
                to(`waiting.${who}`, `A shrinker or notifier waits for the fence ${who}, without a timeout.`, contract),
              ],
              [
                `wait_briefly.${who}`,
                to(`waiting_briefly.${who}`, `A shrinker waits for the fence ${who} for a bounded time.`, msm),
              ],
            ]),
          ),
        },
      },
      waiting: {
        description: 'Reclaim waits for a fence.',
        meta: { source: contract },
        initial: fences[0]!,
        states: Object.fromEntries(
          fences.map((who) => [
            who,
            {
              description: `Reclaim waits for the fence ${who}.`,
              meta: { source: contract, waits: 'reclaim waits for' },
              on: back(who, contract),
            },
          ]),
        ),
      },
      waiting_briefly: {
        description: 'Reclaim waits for a fence, for at most 10 jiffies.',
        meta: { source: msm },
        initial: fences[0]!,
        on: {
          timeout: to('returned', 'The wait times out: the shrinker gives up and reclaim goes on without it.', msm),
        },
        states: Object.fromEntries(
          fences.map((who) => [
            who,
            {
              description: `Reclaim waits for the fence ${who}, for at most 10 jiffies.`,
              meta: { source: msm },
              on: back(who, msm),
            },
          ]),
        ),
      },
      returned: {
        description: 'The allocation has returned.',
        meta: { source: page },
        on: {
          free: to('none', 'The caller goes on with the pages.', page),
          refuse: to('none', 'The work that needs the memory is refused, and the pages are freed.', page),
        },
      },
    },
  } as never) as unknown as Allocation;
}
