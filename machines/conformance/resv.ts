import { compose } from '../../src/system/compose.ts';
import type { Clause } from '../../src/system/vocabulary.ts';
import { usages, type Usage } from '../lifecycles/dma-resv-entry.ts';
import { fenceActors } from '../litmus/fences/actors.ts';
import { resvQueries, returnedBy } from '../rows/dma-resv.ts';
import { source } from '../words/cites.ts';
import { no, other, undefinedAs, type Conformance } from './conformance.ts';

const resvC = (says: string) => source('drivers/dma-buf/dma-resv.c', says);
const own = undefinedAs('the driver or the test does this, and it is not a call');
const adds = usages.map((usage) => `add_${usage}`);

const reservedFirst: Clause = {
  name: 'conformance/reserved-first',
  says: resvC('dma_resv_reserve_fences: must be called before dma_resv_add_fence, under the lock'),
  requires: Object.fromEntries(
    adds.map((name) => [name, { slots: 'reserved' }]),
  ) as Clause['requires'] & object,
};
const prunesApart: Clause = {
  name: 'conformance/reserving-does-not-prune',
  says: resvC('dma_resv_reserve_fences: Drop the references to the signaled fences'),
  about:
    'A list drops its signaled fences when it grows, so reserving would be two steps of the ' +
    'model.',
  requires: { reserve: { entry: '!signaled' } } as Clause['requires'] & object,
};

/** Where the fence is among the usages, or null where it is in no list. */
const usageOf = (place: string): Usage | null =>
  usages.find((one) => place.endsWith(`.${one}`)) ?? null;

/** What each query answers, in every state. */
function answers(places: (part: string) => string): readonly (readonly [string, string])[] {
  const entry = places('entry');
  const usage = usageOf(entry);
  return usages.flatMap((query) => {
    const within = usage !== null && returnedBy(query).includes(usage);
    const pending = within && entry.startsWith('unsignaled');
    return [
      [`dma_resv_test_signaled ${query}`, pending ? 'false' : 'true'],
      [`dma_resv_wait_timeout ${query}`, pending ? '0' : '1'],
      [`dma_resv_get_fences ${query}`, pending ? 'the fence' : 'none'],
      // The locked iterator gives signaled fences too.
      [`dma_resv_for_each_fence ${query}`, within ? 'the fence' : 'none'],
    ] as const;
  });
}

/** One fence in one dma_resv, its slot, and an iteration without the lock. */
export const resvConformance: Conformance = {
  id: 'resv',
  title: 'dma_resv with one fence of every usage, and an unlocked iteration',
  program: () =>
    compose({
      rows: [resvQueries()],
      clauses: [reservedFirst, prunesApart],
      actors: fenceActors,
      sizes: {},
    }),
  adapter: 'resv-adapter.h',
  inside: {},
  unreachable: { reserve_fails: 'no allocation fails here' },
  refused: {
    reserve: [undefinedAs('the model has one slot and counts no second')],
    ...Object.fromEntries(
      adds.map((name) => [
        name,
        [
          undefinedAs(
            'without a slot the kernel stops (BUG_ON), and a signaled fence is not added again',
            resvC('dma_resv_add_fence'),
          ),
        ],
      ]),
    ),
    unlock: [own],
    signal: [no({ entry: 'signaled' }), undefinedAs('the fence is in no list')],
    prune: [
      undefinedAs('only a signaled fence may give its place away', resvC('dma_resv_add_fence')),
    ],
    iter_begin: [own],
    iter_changed: [own],
    iter_last: [own],
    ...Object.fromEntries(
      usages.flatMap((query) => [
        [`iter_fence_${query}`, [other(`iter_none_${query}`), own]],
        [`iter_none_${query}`, [other(`iter_fence_${query}`), own]],
      ]),
    ),
  },
  answers,
};
