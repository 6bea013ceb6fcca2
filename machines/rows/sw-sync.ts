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

type When = NonNullable<Step['when']>;

const valueIs = (value: number): string => `at.${value}`;

/** Fences f1, f2 ... on timelines t1, t2 ..., and a sync_file that fences are merged into. */
export function swSyncRow(fences: readonly Point[], points = 3): Row {
  const timelines = [...new Set(fences.map(({ timeline }) => timeline))].sort((a, b) => a - b);
  const values = Array.from({ length: points + 1 }, (_, value) => value);
  return {
    name: 'sw-sync',
    parts: partsOf(fences, timelines, points),
    steps: [
      ...fences.flatMap((fence, k) => stepsOfFence(fence, k, values)),
      ...timelines.flatMap((timeline) => stepsOfTimeline(timeline, fences, values)),
    ],
    promises: fences.map(({ timeline }, k) => ({
      name: `f${k + 1}-signals`,
      pending: { [`f${k + 1}`]: 'visible', [`t${timeline}`]: 'closed' } as When,
    })),
  };
}

function partsOf(fences: readonly Point[], timelines: readonly number[], points: number): Row['parts'] {
  const timeline = swSyncTimeline({ points });
  const merge = fenceMerge({
    fences: fences.map(({ timeline: context, point }, k) => ({
      name: `f[${k + 1}]`,
      context,
      seqno: point,
    })),
  });
  return {
    ...Object.fromEntries(timelines.map((t) => [`t${t}`, { of: timeline, title: `timeline ${t}` }])),
    ...Object.fromEntries(
      fences.flatMap((_, k) => [
        [`f${k + 1}`, { of: dmaFence, title: `fence ${k + 1}` }],
        [`enoent${k + 1}`, { of: warning, title: `-ENOENT of fence ${k + 1}` }],
      ]),
    ),
    merged: { of: merge, title: 'merged sync_file' },
  };
}

/** A fence is created below its point or at it, expires, and is merged. `values`: those of a timeline. */
function stepsOfFence({ timeline, point }: Point, k: number, values: readonly number[]): Step[] {
  const fence = `f${k + 1}`;
  const before = { [`t${timeline}`]: values.filter((value) => value < point).map(valueIs) } as When;
  const after = { [`t${timeline}`]: values.filter((value) => value >= point).map(valueIs) } as When;
  return [
    {
      name: `create_${fence}`,
      actor: 'user',
      moves: { [fence]: 'publish' },
      when: before,
      cite: swSync('sync_pt_create'),
    },
    // Where the value is there already it is signaled before anybody sees it: enabling signaling finds it done.
    {
      name: `create_expired_${fence}`,
      actor: 'user',
      moves: { [fence]: 'publish' },
      when: after,
      cite: swSync('timeline_fence_signaled'),
    },
    {
      name: `expire_${fence}`,
      actor: 'signaler',
      moves: { [fence]: 'dma_fence_signal' },
      when: after,
      cite: swSync('timeline_fence_signaled'),
    },
    {
      name: `take_${fence}`,
      actor: 'user',
      moves: { merged: `take.f[${k + 1}]` },
      when: { [fence]: 'visible' } as When,
      cite: syncFile('sync_file_merge'),
    },
  ].filter(canHappen);
}

/** A timeline goes on, which signals what it comes to, and is closed, which drops its fences with an error. */
function stepsOfTimeline(timeline: number, fences: readonly Point[], values: readonly number[]): Step[] {
  const name = `t${timeline}`;
  const own = fences.flatMap((fence, k) => (fence.timeline === timeline ? [{ ...fence, id: k + 1 }] : []));
  return [
    ...values.slice(0, -1).map((value): Step => ({
      name: `inc_${name}_${value}`,
      actor: 'user',
      moves: { [name]: 'inc' },
      when: { [name]: valueIs(value) } as When,
      atomic: 'the timeline lock',
      also: Object.fromEntries(
        own.flatMap(({ point, id }) => (point <= value + 1 ? [[`f${id}`, 'dma_fence_signal']] : [])),
      ),
      cite: swSync('sync_timeline_signal'),
    })),
    // What is signaled already takes no error.
    {
      name: `close_${name}`,
      actor: 'user',
      moves: { [name]: 'close' },
      cite: swSync('sw_sync_debugfs_release'),
    },
    ...own.map(({ id }): Step => ({
      name: `drop_f${id}`,
      actor: 'signaler',
      moves: { [`f${id}`]: 'dma_fence_signal', [`enoent${id}`]: 'warn' },
      when: { [name]: 'closed' } as When,
      cite: swSync('sw_sync_debugfs_release: dma_fence_set_error(&pt->base, -ENOENT)'),
    })),
  ];
}
