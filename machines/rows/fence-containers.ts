/* oxlint-disable max-lines-per-function -- a row is one table of steps: data of one shape, nothing is decided in it */
import type { Clause, Parts, Row, Step } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { dmaFenceArray } from '../lifecycles/dma-fence-array.ts';
import { chainFind, dmaFenceChain } from '../lifecycles/dma-fence-chain.ts';
import { dmaFence } from '../lifecycles/dma-fence.ts';
import { fenceMerge, type Leaf } from '../lifecycles/fence-merge.ts';
import { fenceWait } from '../lifecycles/fence-wait.ts';

const dmaFenceChainSource = from('drivers/dma-buf/dma-fence-chain.c');
const dmaFenceArraySource = from('drivers/dma-buf/dma-fence-array.c');
const dmaFenceUnwrap = from('drivers/dma-buf/dma-fence-unwrap.c');
const dmaFenceHeader = from('include/linux/dma-fence.h');

type Where = Step['when'] & object;

const chainC = (says: string) => dmaFenceChainSource(says);
const arrayC = (says: string) => dmaFenceArraySource(says);
const unwrapC = (says: string) => dmaFenceUnwrap(says);

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
const fence = (k: number): string => `f${k}`;
const allIn = (of: readonly number[], place: string): Record<string, string> =>
  Object.fromEntries(of.map((k) => [fence(k), place]));
const fencesOf = (links: number): Parts =>
  Object.fromEntries(range(1, links).map((k) => [fence(k), { of: dmaFence, title: `fence ${k}` }]));

/** The fences that containers hold: the parts have no family, for a chain knows which comes before which. */
function members(
  links: number,
  also: (k: number) => Readonly<Record<string, string>>,
  when: (k: number) => Where = () => ({}),
): Step[] {
  return range(1, links).flatMap((k): Step[] => [
    { name: `publish_${fence(k)}`, actor: 'user', moves: { [fence(k)]: 'publish' } },
    {
      name: `signal_${fence(k)}`,
      actor: `signaler_${k}`,
      moves: { [fence(k)]: 'dma_fence_signal' },
      also: also(k),
      when: when(k),
      atomic: 'the fence lock',
    } as Step,
  ]);
}
/** One signaler a fence: that one is stuck holds up no other. */
export const signalersOf = (links: number) =>
  Object.fromEntries(range(1, links).map((k) => [`signaler_${k}`, { fair: 'weak' as const }]));

const wakes = (tail: string, armed: readonly string[]): Step[] => [
  { name: 'wait', actor: 'user', moves: { waiter: 'wait' }, when: { [tail]: armed } } as Step,
  { name: 'wait_signaled', actor: 'user', moves: { waiter: 'wait=1' }, when: { [tail]: 'signaled' } } as Step,
  { name: 'wait_ends', actor: 'waker', moves: { waiter: 'woken' }, when: { [tail]: 'signaled' } } as Step,
];

/** A chain of `links` nodes c1, c2 ... over fences f1, f2 ..., and a thread that waits for the last. */
export function chainRow(links = 3): { readonly row: Row; readonly rearms: Clause } {
  const node = dmaFenceChain({ links });
  const nodes = range(1, links);
  const done = (m: number): Where => allIn(range(1, m), 'signaled');
  const steps = [
    ...members(links, (k) => Object.fromEntries(range(k, links).map((m) => [`c${m}`, `called.f[${k}]`]))),
    ...nodes.flatMap((m): Step[] => [
      ...range(1, m).flatMap((j): Step[] => {
        const first: Where = { [fence(j)]: 'visible', ...allIn(range(j + 1, m), 'signaled') };
        const arm = { moves: { [`c${m}`]: `arm.f[${j}]` }, atomic: 'the fence lock' };
        return [
          {
            ...arm,
            name: `enable_c${m}_f${j}`,
            actor: 'user',
            when: { ...first, [`c${m}`]: 'idle' },
            cite: chainC('dma_fence_chain_enable_signaling: the callback goes to the first fence that is not signaled'),
          } as Step,
          ...(j === m
            ? []
            : [
                {
                  ...arm,
                  name: `rearm_c${m}_f${j}`,
                  actor: 'irq_work',
                  when: { ...first, [`c${m}`]: 'rearming' },
                  cite: chainC('dma_fence_chain_irq_work: try to rearm the callback'),
                } as Step,
              ]),
        ];
      }),
      {
        name: `enable_c${m}_done`,
        actor: 'user',
        moves: { [`c${m}`]: 'dma_fence_signal' },
        when: { ...done(m), [`c${m}`]: 'idle' },
        cite: chainC('dma_fence_chain_enable_signaling: false where nothing is left'),
      } as Step,
      {
        name: `finish_c${m}`,
        actor: 'irq_work',
        moves: { [`c${m}`]: 'dma_fence_signal' },
        when: { [`c${m}`]: 'rearming' },
        cite: chainC('dma_fence_chain_irq_work: no more unsignaled fences left'),
      } as Step,
      {
        name: `poll_c${m}`,
        actor: 'user',
        moves: { [`c${m}`]: 'dma_fence_is_signaled=signals' },
        when: done(m),
        cite: chainC('dma_fence_chain_signaled'),
      } as Step,
    ]),
    ...wakes(`c${links}`, ['armed', 'rearming']),
  ];
  return {
    row: {
      name: 'fence-chain',
      parts: {
        ...fencesOf(links),
        ...Object.fromEntries(nodes.map((m) => [`c${m}`, { of: node, title: `chain node ${m}` }])),
        waiter: { of: fenceWait, title: 'waiting thread' },
      },
      steps,
      promises: [
        {
          name: 'chain-signals',
          pending: {
            [`c${links}`]: ['rearming', ...range(1, links).map((k) => `armed.f[${k}]`)],
            ...allIn(range(1, links), '!unpublished'),
          } as Where,
          cite: chainC('dma_fence_chain_irq_work'),
        },
        { name: 'wait-ends', pending: { waiter: 'waiting', ...allIn(range(1, links), '!unpublished') } as Where },
      ],
      invariants: nodes.flatMap((m) =>
        range(1, m).map((j) => ({
          name: `chain-${m}-after-${j}`,
          never: { [`c${m}`]: 'signaled', [fence(j)]: 'visible' } as Where,
          cite: chainC('dma_fence_chain_signaled: every fence before it is'),
        })),
      ),
    },
    rearms: {
      name: 'chain/rearms',
      says: chainC(
        'dma_fence_chain_irq_work: try to rearm the callback; if that fails there are no more unsignaled fences left',
      ),
      requires: Object.fromEntries(nodes.map((m) => [`finish_c${m}`, done(m)])),
    },
  };
}

/** Calls of dma_fence_chain_find_seqno on a chain of `links` nodes; `seqno` numbers them. */
export function findRow(links = 3, seqno: (node: number) => number = (node) => node): Row {
  const nodes = range(1, links);
  const numbers = range(1, 2 * links + 1);
  const before = (k: number): number => (k === 1 ? 0 : seqno(k - 1));
  return {
    name: 'chain-find',
    parts: { ...fencesOf(links), find: { of: chainFind({ links }), title: 'dma_fence_chain_find_seqno' } },
    steps: [
      ...members(links, () => ({})),
      ...numbers.flatMap((s) =>
        nodes.map((k): Step => ({
          name: `find_s${s}_c${k}`,
          actor: 'user',
          moves: { find: seqno(k) < s ? 'refuse' : `begin.s${s}.c[${k}]` },
          cite: chainC('dma_fence_chain_find_seqno: -EINVAL if the sequence number has not yet advanced far enough'),
        })),
      ),
      ...numbers.flatMap((s) =>
        nodes.flatMap((k): Step[] => {
          const here = `seeking.s${s}.c[${k}]`;
          if (before(k) < s)
            return [
              {
                name: `found_s${s}_c${k}`,
                actor: 'process',
                moves: { find: `find.c[${k}]` },
                when: { find: here },
                cite: chainC('dma_fence_chain_find_seqno: prev_seqno < seqno'),
              },
            ];
          return [
            ...range(1, k - 1).map((j): Step => ({
              name: `walk_s${s}_c${k}_c${j}`,
              actor: 'process',
              moves: { find: `walk.c[${j}]` },
              when: { find: here, [fence(j)]: '!signaled', ...allIn(range(j + 1, k - 1), 'signaled') } as Where,
              cite: chainC('dma_fence_chain_walk: garbage collects nodes which are already signaled'),
            })),
            {
              name: `walk_s${s}_c${k}_end`,
              actor: 'process',
              moves: { find: 'find.null' },
              when: { find: here, ...allIn(range(1, k - 1), 'signaled') } as Where,
              cite: chainC('dma_fence_chain_walk: NULL at the end of the chain'),
            },
          ];
        }),
      ),
      { name: 'find_free', actor: 'user', moves: { find: 'free' } },
    ],
    promises: [
      { name: 'find-ends', pending: { find: 'seeking' } as Where, cite: chainC('dma_fence_chain_find_seqno') },
    ],
  };
}

/** An array of `links` fences. */
export function arrayRow(links = 3): { readonly row: Row; readonly waitsForAll: Clause } {
  const every = allIn(range(1, links), 'signaled') as Where;
  return {
    row: {
      name: 'fence-array',
      parts: { ...fencesOf(links), array: { of: dmaFenceArray }, waiter: { of: fenceWait, title: 'waiting thread' } },
      steps: [
        ...members(links, () => ({})),
        {
          name: 'enable',
          actor: 'user',
          moves: { array: 'dma_fence_enable_sw_signaling' },
          when: allIn(range(1, links), '!unpublished') as Where,
          cite: arrayC('dma_fence_array_enable_signaling'),
        },
        {
          name: 'enable_finds_done',
          actor: 'user',
          moves: { array: 'enable_signaling=false' },
          when: every,
          cite: arrayC('dma_fence_array_enable_signaling'),
        },
        // With signal_on_any the count is 1.
        ...range(1, links).map((k): Step => ({
          name: `last_callback_${fence(k)}`,
          actor: 'walker',
          moves: { array: 'last' },
          when: { [fence(k)]: 'signaled' } as Where,
          cite: arrayC('dma_fence_array_cb_func: atomic_dec_and_test(&array->num_pending)'),
        })),
        {
          name: 'finish',
          actor: 'irq_work',
          moves: { array: 'dma_fence_signal' },
          cite: arrayC('irq_dma_fence_array_work'),
        },
        {
          name: 'poll',
          actor: 'user',
          moves: { array: 'dma_fence_is_signaled=signals' },
          when: every,
          cite: arrayC('dma_fence_array_signaled'),
        },
        ...wakes('array', ['armed', 'working']),
      ],
      promises: [
        {
          name: 'array-signals',
          pending: { array: ['armed', 'working'] } as Where,
          cite: arrayC('irq_dma_fence_array_work'),
        },
        { name: 'wait-ends', pending: { waiter: 'waiting' } as Where },
      ],
      invariants: range(1, links).map((k) => ({
        name: `array-after-${k}`,
        never: { array: 'signaled', [fence(k)]: 'visible' } as Where,
        cite: arrayC('dma_fence_array_create: signal_on_any false'),
      })),
    },
    waitsForAll: {
      name: 'array/waits-for-all',
      says: arrayC('dma_fence_array_create: @signal_on_any: signal on any fence in the array'),
      about: 'The array was created without signal_on_any.',
      requires: Object.fromEntries(range(1, links).map((k) => [`last_callback_${fence(k)}`, every])),
    },
  };
}

/** Two fences of one timeline and one of another are merged; whoever waits for the result waits for what was kept. */
export function mergeRow(
  fences: readonly Leaf[] = [
    { name: 'f[1]', context: 1, seqno: 1 },
    { name: 'f[2]', context: 1, seqno: 2 },
    { name: 'f[3]', context: 2, seqno: 1 },
  ],
): { readonly row: Row; readonly inOrder: Clause } {
  const merge = fenceMerge({ fences });
  const leafOf = (k: number): Leaf => fences[k - 1]!;
  const links = fences.length;
  const sets = Object.keys(merge.states)
    .filter((name) => name !== 'none')
    .map((name) => name.split(',').map((of) => fences.findIndex((leaf) => leaf.name === of) + 1));
  const seen = (k: number): string => `seen${k}`;
  return {
    row: {
      name: 'fence-merge',
      parts: {
        ...fencesOf(links),
        merge: { of: merge, title: 'merged fence' },
        ...Object.fromEntries(
          range(1, links).map((k) => [
            seen(k),
            { of: fenceMerge({ fences: [leafOf(k)] }), title: `whether fence ${k} was met` },
          ]),
        ),
        waiter: { of: fenceWait, title: 'thread that waits for the merged fence' },
      },
      steps: [
        ...members(links, () => ({})),
        ...range(1, links).map((k): Step => ({
          name: `take_${fence(k)}`,
          actor: 'user',
          moves: { merge: `take.${leafOf(k).name}`, [seen(k)]: `take.${leafOf(k).name}` },
          when: { [fence(k)]: 'visible', waiter: 'running' } as Where,
          cite: unwrapC('__dma_fence_unwrap_merge: fences that are not signaled'),
        })),
        { name: 'wait', actor: 'user', moves: { waiter: 'wait' }, when: { merge: '!none' } as Where },
        ...sets.map((set): Step => ({
          name: `wait_ends_${set.map(fence).join('_')}`,
          actor: 'waker',
          moves: { waiter: 'woken' },
          when: { merge: set.map((k) => leafOf(k).name).join(','), ...allIn(set, 'signaled') } as Where,
          cite: unwrapC('__dma_fence_unwrap_merge: an array of what was kept'),
        })),
      ],
      promises: [{ name: 'wait-ends', pending: { waiter: 'waiting' } as Where }],
      invariants: range(1, links).map((k) => ({
        name: `merged-after-${k}`,
        never: { waiter: 'returned', [fence(k)]: 'visible', [seen(k)]: '!none' } as Where,
        cite: unwrapC('dma_fence_dedup_array: fences with the same context, the latest is kept'),
      })),
    },
    inOrder: {
      name: 'merge/timeline-in-order',
      says: dmaFenceHeader('dma_fence_is_later: fences of one context are signaled in the order of their seqno'),
      requires: Object.fromEntries(
        range(1, links).flatMap((k) => {
          const earlier = range(1, links).filter(
            (j) => leafOf(j).context === leafOf(k).context && leafOf(j).seqno < leafOf(k).seqno,
          );
          return [
            [`publish_${fence(k)}`, allIn(earlier, '!unpublished')],
            [`signal_${fence(k)}`, allIn(earlier, 'signaled')],
          ];
        }),
      ) as Clause['requires'] & object,
    },
  };
}
