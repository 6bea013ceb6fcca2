import { expect, test } from 'vitest';
import { usages, type Usage } from '../../../machines/lifecycles/dma-resv-entry.ts';
import { fenceActors } from '../../../machines/litmus/fences/actors.ts';
import {
  accessClauses,
  accessRow,
  resvQueries,
  returnedBy,
} from '../../../machines/rows/dma-resv.ts';
import { compose } from '../../../src/system/compose.ts';
import { bench, type Bench } from './replay.ts';
import { kernelSuite } from './suite.ts';

const resv = (): Bench => bench(compose({ rows: [resvQueries()], actors: fenceActors, sizes: {} }));
const each = (run: (usage: Usage, on: Bench) => void) => () => {
  for (const usage of usages) run(usage, resv());
};

/** Walks with a query; how many fences it met. */
function walk(on: Bench, query: Usage, restarts = 0): number {
  on.do('iter_begin');
  for (let left = restarts; ; left--) {
    if (on.call({ fence: `iter_fence_${query}`, none: `iter_none_${query}` }) === 'none') return 0;
    if (left === 0) break;
    on.do('iter_changed');
  }
  on.do('iter_last');
  expect(on.at('iter')).toBe('ended');
  return 1;
}
const testSignaled = (on: Bench, query: Usage): boolean => walk(on, query) === 0;

kernelSuite('dma-resv', {
  sanitycheck: () => {
    const on = resv();
    on.do('unlock');
    expect(on.at('entry')).toBe('absent');
  },
  test_signaling: each((usage, on) => {
    on.do('reserve', `add_${usage}`);
    expect(testSignaled(on, usage)).toBe(false);
    on.do('signal');
    expect(testSignaled(on, usage)).toBe(true);
  }),
  test_for_each: each((usage, on) => {
    on.do('reserve', `add_${usage}`);
    expect(walk(on, usage)).toBe(1);
    expect(on.at('entry')).toBe(`unsignaled.${usage}`);
  }),
  test_for_each_unlocked: each((usage, on) => {
    on.do('reserve', `add_${usage}`, 'unlock', 'iter_begin');
    // The flag is set on the first fence, and again after the list changed.
    expect(on.at('iter')).toBe('restarted');
    on.do(`iter_fence_${usage}`, 'iter_changed');
    expect(on.at('iter')).toBe('restarted');
    on.do(`iter_fence_${usage}`, 'iter_last');
    expect(walk(on, usage, 1)).toBe(1);
  }),
  test_get_fences: each((usage, on) => {
    on.do('reserve', `add_${usage}`, 'unlock');
    expect(walk(on, usage)).toBe(1);
  }),
});

test('a query returns the fences of its usage and of the stronger ones: all 16 pairs', () => {
  let seen = 0;
  for (const usage of usages)
    for (const query of usages) {
      const on = resv();
      on.do('reserve', `add_${usage}`);
      expect(walk(on, query), `${usage} asked for as ${query}`).toBe(
        usages.indexOf(usage) <= usages.indexOf(query) ? 1 : 0,
      );
      seen++;
    }
  expect(seen).toBe(16);
  expect(returnedBy('BOOKKEEP')).toEqual(usages);
  expect(returnedBy('KERNEL')).toEqual(['KERNEL']);
});

test('a fence that is added again may become stronger, never weaker', () => {
  for (const first of usages)
    for (const second of usages) {
      const on = resv();
      on.do('reserve', `add_${first}`, 'reserve', `add_${second}`);
      expect(on.at('entry')).toBe(
        `unsignaled.${usages[Math.min(usages.indexOf(first), usages.indexOf(second))]}`,
      );
    }
});

test('a reservation lasts as long as the lock, and a fence without one is a BUG', () => {
  const on = resv();
  on.do('reserve', 'unlock', 'add_READ');
  expect(on.at('slots')).toBe('overrun');
  expect(on.can('add_READ')).toBe(false);
});

test('v5.15: an exclusive fence drops the shared one, and from v5.18 on it does not', () => {
  const { reserveFirst, readerWaits, writerWaits, moverWaits, exclusiveDrops } = accessClauses;
  for (const old of [true, false]) {
    const on = bench(
      compose({
        rows: [accessRow],
        clauses: [
          reserveFirst,
          readerWaits,
          writerWaits,
          moverWaits,
          ...(old ? [exclusiveDrops] : []),
        ],
        actors: fenceActors,
        sizes: {},
      }),
    );
    on.do(
      'reader_locks',
      'reader_reserves',
      'reader_publishes',
      'writer_locks',
      'writer_reserves',
      'writer_publishes_behind',
    );
    expect(on.at('readFence')).toBe(old ? 'absent' : 'unsignaled.READ');
  }
});
