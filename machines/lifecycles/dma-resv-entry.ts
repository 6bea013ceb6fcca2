/* oxlint-disable max-lines-per-function -- a chart is one table of states: data in which nothing is decided */
import { setup } from 'xstate';
import type { Named } from './named.ts';

/** Weakest demand last: a query for one returns it and all before it. */
export const usages = ['KERNEL', 'WRITE', 'READ', 'BOOKKEEP'] as const;
export type Usage = (typeof usages)[number];
export type ResvEntry = Named<
  'absent' | 'unsignaled' | `unsignaled.${Usage}` | 'signaled' | `signaled.${Usage}`,
  `dma_resv_add_fence.${Usage}` | 'dma_fence_signal' | 'dma_resv_add_excl_fence' | 'replace'
>;

const file = 'drivers/dma-buf/dma-resv.c';

/**
 * One fence in the list of a dma_resv.
 * Rule: it has a usage, KERNEL < WRITE < READ < BOOKKEEP; added again it may become stronger, never
 * weaker; once signaled any other may take its place.
 * Source: drivers/dma-buf/dma-resv.c (dma_resv_add_fence), include/linux/dma-resv.h (enum
 * dma_resv_usage), v7.0; dma_resv_add_excl_fence of v5.15.
 */
export function dmaResvEntry(_: { readonly fenced?: number }): ResvEntry {
  const edge = (target: string, description: string, symbol: string) => ({
    target,
    reenter: true,
    description,
    meta: { source: `${file}: ${symbol}` },
  });
  const added = (from: Usage | null, to: Usage, stronger: boolean): string => {
    if (from === null) return `The fence is added as ${to}.`;
    return stronger
      ? `The fence is added again with the stronger usage ${to}.`
      : `The fence is added again and keeps its usage ${from}, which is as strong.`;
  };
  const add = (from: Usage | null) =>
    Object.fromEntries(
      usages.map((to) => {
        const stronger = from === null || usages.indexOf(to) < usages.indexOf(from);
        return [
          `dma_resv_add_fence.${to}`,
          edge(`#dma_resv_entry.unsignaled.${stronger ? to : from}`, added(from, to, stronger), 'dma_resv_add_fence'),
        ];
      }),
    );
  return setup({ types: { events: {} as { type: string } } }).createMachine({
    id: 'dma_resv_entry',
    initial: 'absent',
    states: {
      absent: {
        description: 'The fence is not in the list.',
        meta: { source: `${file}: dma_resv_init` },
        on: add(null),
      },
      unsignaled: {
        description: 'The fence is not signaled: a query for its usage waits for it.',
        meta: { source: `${file}: dma_resv_wait_timeout` },
        initial: 'KERNEL',
        states: Object.fromEntries(
          usages.map((usage) => [
            usage,
            {
              description: `The fence is in the list as ${usage}.`,
              meta: { source: `include/linux/dma-resv.h: DMA_RESV_USAGE_${usage}`, waits: 'waiting for' },
              on: {
                ...add(usage),
                dma_fence_signal: edge(
                  `#dma_resv_entry.signaled.${usage}`,
                  'The fence is signaled and stays in the list.',
                  'dma_resv_iter_walk_unlocked',
                ),
                ...(usage === 'READ'
                  ? {
                      dma_resv_add_excl_fence: edge(
                        '#dma_resv_entry.absent',
                        'In v5.15 an exclusive fence drops all shared fences, signaled or not.',
                        'dma_resv_add_excl_fence',
                      ),
                    }
                  : {}),
              },
            },
          ]),
        ),
      },
      signaled: {
        description: 'The fence is signaled: no query waits for it.',
        meta: { source: `${file}: dma_resv_iter_walk_unlocked` },
        initial: 'KERNEL',
        states: Object.fromEntries(
          usages.map((usage) => [
            usage,
            {
              description: `The fence is in the list as ${usage}, and signaled.`,
              meta: { source: `${file}: dma_resv_iter_walk_unlocked` },
              on: {
                replace: edge(
                  '#dma_resv_entry.absent',
                  'Another fence takes its place, or the list is pruned.',
                  'dma_resv_add_fence',
                ),
              },
            },
          ]),
        ),
      },
    },
  } as never) as unknown as ResvEntry;
}
