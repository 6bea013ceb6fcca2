import { setup } from 'xstate';
import type { Named } from './named.ts';

export type Timeline = Named<`at.${number}` | 'closed' | 'at', 'inc' | 'close'>;

/**
 * A timeline of sw_sync.
 * Rule: its value only grows; a fence at a point is signaled when the value gets there, or, with
 * -ENOENT, when the timeline is closed.
 * Source: drivers/dma-buf/sw_sync.c (sync_timeline_signal, sw_sync_debugfs_release), v7.0.
 */
export function swSyncTimeline({ points = 3 }: { readonly points?: number }): Timeline {
  const source = (symbol: string) => ({ source: `drivers/dma-buf/sw_sync.c: ${symbol}` });
  return setup({ types: { events: {} as { type: string } } }).createMachine({
    id: 'sw_sync_timeline',
    initial: 'at',
    states: {
      at: {
        description: 'The timeline is open.',
        meta: source('sync_timeline_create'),
        initial: '0',
        on: {
          close: {
            target: 'closed',
            description: 'The descriptor of the timeline is closed.',
            meta: source('sw_sync_debugfs_release'),
          },
        },
        states: Object.fromEntries(
          Array.from({ length: points + 1 }, (_, value) => [
            String(value),
            {
              description: `The timeline is at ${value}.`,
              meta: source('sync_timeline_signal'),
              ...(value === points
                ? {}
                : {
                    on: {
                      inc: {
                        target: String(value + 1),
                        description: `The timeline is incremented to ${value + 1}.`,
                        meta: source('sw_sync_ioctl_inc'),
                      },
                    },
                  }),
            },
          ]),
        ),
      },
      closed: {
        description: 'The timeline is closed, and every fence on it is signaled.',
        meta: source('sw_sync_debugfs_release'),
      },
    },
  } as never) as unknown as Timeline;
}
