import type { Row, Step } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { dmaFence } from '../lifecycles/dma-fence.ts';
import { fenceMerge } from '../lifecycles/fence-merge.ts';
import { swSyncTimeline } from '../lifecycles/sw-sync-timeline.ts';
import { warning } from '../lifecycles/warning.ts';

const swSyncSource = from('drivers/dma-buf/sw_sync.c');
const syncFile = from('drivers/dma-buf/sync_file.c');

/** Whether some value of the timeline lets the step happen: a fence at point 0 has always expired. */
const canHappen = ({ when }: Step): boolean =>
  Object.values((when ?? {}) as Readonly<Record<string, string | readonly string[]>>).every(
    (states) => states.length > 0,
  );

/** A fence of sw_sync: on which timeline (from 1), at which point. */
export type Point = { readonly timeline: number; readonly point: number };

const swSync = (says: string) => swSyncSource(says);

/** Fences f1, f2 ... on timelines t1, t2 ..., and a sync_file that fences are merged into. */
export function swSyncRow(fences: readonly Point[], points = 3): Row {
  const timelines = [...new Set(fences.map(({ timeline }) => timeline))].sort((a, b) => a - b);
  const timeline = swSyncTimeline({ points });
  const merge = fenceMerge({
    fences: fences.map(({ timeline: context, point }, at) => ({
      name: `f[${at + 1}]`,
      context,
      seqno: point,
    })),
  });
  const at = (value: number): string => `at.${value}`;
  const values = Array.from({ length: points + 1 }, (_, value) => value);
  return {
    name: 'sw-sync',
    parts: {
      ...Object.fromEntries(timelines.map((t) => [`t${t}`, { of: timeline, title: `timeline ${t}` }])),
      ...Object.fromEntries(
        fences.flatMap((_, k) => [
          [`f${k + 1}`, { of: dmaFence, title: `fence ${k + 1}` }],
          [`enoent${k + 1}`, { of: warning, title: `-ENOENT of fence ${k + 1}` }],
        ]),
      ),
      merged: { of: merge, title: 'merged sync_file' },
    },
    steps: [
      ...fences
        .flatMap(({ timeline: t, point }, k): Step[] => [
          {
            name: `create_f${k + 1}`,
            actor: 'user',
            moves: { [`f${k + 1}`]: 'publish' },
            when: { [`t${t}`]: values.filter((value) => value < point).map(at) } as NonNullable<Step['when']>,
            cite: swSync('sync_pt_create'),
          },
          // Where the value is there already it is signaled before anybody sees it: enabling signaling finds it done.
          {
            name: `create_expired_f${k + 1}`,
            actor: 'user',
            moves: { [`f${k + 1}`]: 'publish' },
            when: { [`t${t}`]: values.filter((value) => value >= point).map(at) } as NonNullable<Step['when']>,
            cite: swSync('timeline_fence_signaled'),
          },
          {
            name: `expire_f${k + 1}`,
            actor: 'signaler',
            moves: { [`f${k + 1}`]: 'dma_fence_signal' },
            when: { [`t${t}`]: values.filter((value) => value >= point).map(at) } as NonNullable<Step['when']>,
            cite: swSync('timeline_fence_signaled'),
          },
          {
            name: `take_f${k + 1}`,
            actor: 'user',
            moves: { merged: `take.f[${k + 1}]` },
            when: { [`f${k + 1}`]: 'visible' } as NonNullable<Step['when']>,
            cite: syncFile('sync_file_merge'),
          },
        ])
        .filter(canHappen),
      ...timelines.flatMap((t): Step[] => [
        ...values.slice(0, -1).map((value): Step => ({
          name: `inc_t${t}_${value}`,
          actor: 'user',
          moves: { [`t${t}`]: 'inc' },
          when: { [`t${t}`]: at(value) } as NonNullable<Step['when']>,
          atomic: 'the timeline lock',
          also: Object.fromEntries(
            fences.flatMap((one, k) =>
              one.timeline === t && one.point <= value + 1 ? [[`f${k + 1}`, 'dma_fence_signal']] : [],
            ),
          ),
          cite: swSync('sync_timeline_signal'),
        })),
        // What is signaled already takes no error.
        {
          name: `close_t${t}`,
          actor: 'user',
          moves: { [`t${t}`]: 'close' },
          cite: swSync('sw_sync_debugfs_release'),
        },
        ...fences.flatMap((one, k): Step[] =>
          one.timeline === t
            ? [
                {
                  name: `drop_f${k + 1}`,
                  actor: 'signaler',
                  moves: { [`f${k + 1}`]: 'dma_fence_signal', [`enoent${k + 1}`]: 'warn' },
                  when: { [`t${t}`]: 'closed' } as NonNullable<Step['when']>,
                  cite: swSync('sw_sync_debugfs_release: dma_fence_set_error(&pt->base, -ENOENT)'),
                },
              ]
            : [],
        ),
      ]),
    ],
    promises: fences.map((_, k) => ({
      name: `f${k + 1}-signals`,
      pending: { [`f${k + 1}`]: 'visible', [`t${fences[k]!.timeline}`]: 'closed' } as NonNullable<Step['when']>,
    })),
  };
}
