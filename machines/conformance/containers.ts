import { compose } from '../../src/system/compose.ts';
import type { Clause, Row } from '../../src/system/vocabulary.ts';
import { fenceActors } from '../litmus/fences/actors.ts';
import { arrayRow, chainRow, findRow, mergeRow, signalersOf } from '../rows/fence-containers.ts';
import { source } from '../words/cites.ts';
import { no, other, undefinedAs, type Conformance } from './conformance.ts';

const own = undefinedAs('the driver or the test does this, and it is not a call');
const elsewhere = undefinedAs('the thread is not where it could make the call');
const hidden = undefinedAs('the fences of a container are published before the container');
const wakes = 'a thread that was woken runs before the test does';
const range = (to: number): readonly number[] => Array.from({ length: to }, (_, at) => at + 1);
const fences = (links: number, place: string): Record<string, string> =>
  Object.fromEntries(range(links).map((k) => [`f${k}`, place]));

const composed = (row: Row, clauses: readonly Clause[], links: number) => () =>
  compose({ rows: [row], clauses, actors: { ...fenceActors, ...signalersOf(links) }, sizes: {} });

/** Fences are published before anything is asked of what contains them. */
const publishedFirst = (row: Row, links: number): Clause => ({
  name: 'conformance/published-first',
  says: source('drivers/dma-buf/dma-fence-chain.c', 'dma_fence_chain_init'),
  about: 'A kernel object for a fence looks the same before and after the fence is published.',
  requires: Object.fromEntries(
    row.steps
      .filter(({ name }) => !name.startsWith('publish'))
      .map(({ name }) => [name, fences(links, '!unpublished')]),
  ) as Clause['requires'] & object,
});

const members = (links: number) =>
  Object.fromEntries(
    range(links).flatMap((k) => [
      [`publish_f${k}`, [own]],
      [`signal_f${k}`, [no({ [`f${k}`]: 'signaled' }), hidden]],
    ]),
  );
const waits = (tail: string, armed: string | readonly string[]) => ({
  wait: [other('wait_signaled'), elsewhere],
  // A wait without time enables signaling too, so it changes nothing only where that is done.
  wait_signaled: [no({ [tail]: armed, waiter: 'running' }), elsewhere],
});

function arrayConformance(links: number): Conformance {
  const { row, waitsForAll } = arrayRow(links);
  return {
    id: 'array',
    title: `dma_fence_array of ${links} fences`,
    program: composed(row, [waitsForAll], links),
    adapter: 'array-adapter.h',
    inside: {
      ...Object.fromEntries(
        range(links).map((k) => [`last_callback_f${k}`, 'dma_fence_array_cb_func']),
      ),
      finish: 'irq_dma_fence_array_work',
      wait_ends: wakes,
    },
    unreachable: {},
    refused: {
      ...members(links),
      enable: [no({ array: ['armed', 'signaled'] }), hidden],
      enable_finds_done: [other('enable'), no({ array: ['armed', 'signaled'] }), hidden],
      poll: [
        no({ array: ['idle', 'armed'] }),
        undefinedAs('the call says that the fence is signaled, which is known already'),
      ],
      ...waits('array', 'armed'),
    },
  };
}

function chainConformance(links: number): Conformance {
  const { row, rearms } = chainRow(links);
  const nodes = range(links);
  const enables = (m: number): readonly string[] => [
    ...range(m).map((j) => `enable_c${m}_f${j}`),
    `enable_c${m}_done`,
  ];
  return {
    id: 'chain',
    title: `dma_fence_chain of ${links} nodes`,
    program: composed(row, [rearms, publishedFirst(row, links)], links),
    adapter: 'chain-adapter.h',
    inside: {
      ...Object.fromEntries(
        row.steps
          .filter(({ name }) => /^(rearm|finish)_/.test(name))
          .map(({ name }) => [name, 'dma_fence_chain_irq_work']),
      ),
      wait_ends: wakes,
    },
    unreachable: {},
    refused: {
      ...members(links),
      ...Object.fromEntries(
        nodes.flatMap((m) =>
          enables(m).map((name) => [
            name,
            [other(...enables(m)), no({ [`c${m}`]: ['armed', 'signaled'] }), hidden],
          ]),
        ),
      ),
      ...Object.fromEntries(
        nodes.map((m) => [
          `poll_c${m}`,
          [
            no({ [`c${m}`]: ['idle', 'armed'] }),
            undefinedAs('the call says that the fence is signaled, which is known already'),
          ],
        ]),
      ),
      ...waits(`c${links}`, 'armed'),
    },
  };
}

/** Nodes are numbered 2, 4, 6: there are numbers between them. */
function findConformance(links: number): Conformance {
  const row = findRow(links, (node) => 2 * node);
  const inside = row.steps
    .filter(({ name }) => /^(found|walk)_/.test(name))
    .map(({ name }) => name);
  return {
    id: 'find',
    title: `dma_fence_chain_find_seqno on ${links} nodes`,
    program: composed(row, [], links),
    adapter: 'find-adapter.h',
    inside: Object.fromEntries(
      inside.map((name) => [name, 'dma_fence_chain_find_seqno: one call']),
    ),
    unreachable: {},
    refused: {
      ...members(links),
      ...Object.fromEntries(
        row.steps
          .filter(({ name }) => name.startsWith('find_'))
          .map(({ name }) => [name, [undefinedAs('one call at a time, or none to forget')]]),
      ),
    },
  };
}

/** What is merged is merged by one call, so nothing is signaled between two fences that it takes. */
function mergeConformance(): Conformance {
  const links = 3;
  const { row, inOrder } = mergeRow();
  const atOnce: Clause = {
    name: 'conformance/taken-at-once',
    says: source('drivers/dma-buf/dma-fence-unwrap.c', '__dma_fence_unwrap_merge'),
    requires: Object.fromEntries(
      range(links).map((k) => [`take_f${k}`, fences(links, '!signaled')]),
    ) as Clause['requires'] & object,
  };
  return {
    id: 'merge',
    title: 'dma_fence_unwrap_merge of three fences on two timelines',
    program: composed(row, [inOrder, atOnce], links),
    adapter: 'merge-adapter.h',
    inside: Object.fromEntries(
      row.steps.filter(({ name }) => name.startsWith('wait_ends')).map(({ name }) => [name, wakes]),
    ),
    unreachable: {},
    refused: {
      ...members(links),
      ...Object.fromEntries(
        range(links).map((k) => [
          `take_f${k}`,
          [
            no({ [`f${k}`]: 'signaled', merge: 'none', waiter: 'running' }),
            undefinedAs('another call'),
          ],
        ]),
      ),
      wait: [elsewhere],
    },
  };
}

export const containerConformance: readonly Conformance[] = [
  arrayConformance(3),
  chainConformance(3),
  findConformance(3),
  mergeConformance(),
];
