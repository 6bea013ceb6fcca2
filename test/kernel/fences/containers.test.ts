import { expect } from 'vitest';
import type { Leaf } from '../../../machines/lifecycles/fence-merge.ts';
import { fenceActors } from '../../../machines/litmus/fences/actors.ts';
import {
  arrayRow,
  chainRow,
  findRow,
  mergeRow,
  signalersOf,
} from '../../../machines/rows/fence-containers.ts';
import { check } from '../../../src/check/verdict.ts';
import { compose } from '../../../src/system/compose.ts';
import type { Row } from '../../../src/system/vocabulary.ts';
import { bench, type Bench } from './replay.ts';
import { kernelSuite } from './suite.ts';

const programOf = (
  rows: readonly Row[],
  links: number,
  clauses: Parameters<typeof compose>[0]['clauses'] = [],
) => compose({ rows, clauses, actors: { ...fenceActors, ...signalersOf(links) }, sizes: {} });
const range = (n: number): number[] => Array.from({ length: n }, (_, at) => at + 1);

function chain(links: number): Bench {
  const on = bench(programOf([chainRow(links).row], links, [chainRow(links).rearms]));
  range(links).forEach((k) => {
    on.do(`publish_f${k}`);
  });
  return on;
}
const isSignaled = (on: Bench, node: number): boolean => {
  if (on.can(`poll_c${node}`)) on.do(`poll_c${node}`);
  return on.at(`c${node}`) === 'signaled';
};

function find(links: number, seqno?: (node: number) => number) {
  const on = bench(programOf([findRow(links, seqno)], links));
  range(links).forEach((k) => {
    on.do(`publish_f${k}`);
  });
  return {
    signal: (k: number): void => {
      on.do(`signal_f${k}`);
    },
    /** `'c[2]'`, `'null'` (nothing to wait for) or `'-EINVAL'`; number 0 is answered with the node itself. */
    find: (s: number, from = links): string => {
      if (s === 0) return `c[${from}]`;
      on.do(`find_s${s}_c${from}`);
      for (
        let walking = on.enabled().find((name) => /^(walk|found)_/.test(name));
        walking !== undefined;
        walking = on.enabled().find((name) => /^(walk|found)_/.test(name))
      )
        on.do(walking);
      const answer = on.at('find');
      on.do('find_free');
      return answer === 'refused' ? '-EINVAL' : answer.replace('found.', '');
    },
  };
}

/** Every order in which the fences may be signaled, while a thread waits for the last node. */
function waits(): void {
  const { row, rearms } = chainRow(3);
  const { verdict, promises, stopped, neverFired } = check(programOf([row], 3, [rearms]), {
    states: 50_000,
  });
  expect({ verdict, stopped }).toEqual({ verdict: 'finite', stopped: null });
  expect(promises.find(({ of }) => of === 'wait-ends')!.pending).toBeGreaterThan(10);
  expect(neverFired).toEqual([]);
  expect(check(programOf([row], 3), { states: 50_000 }).verdict).toBe('broken');
}

kernelSuite('dma-fence-chain', {
  sanitycheck: () => {
    const on = chain(1);
    on.do('signal_f1');
    expect(isSignaled(on, 1)).toBe(true);
  },
  find_seqno: () => {
    const fc = find(5);
    expect(fc.find(0)).toBe('c[5]');
    for (const i of range(5)) {
      expect(fc.find(i)).toBe(`c[${i}]`);
      expect(fc.find(i, i)).toBe(`c[${i}]`);
      expect(fc.find(i + 1, i)).toBe('-EINVAL');
      if (i > 1) expect(fc.find(i - 1, i)).toBe(`c[${i - 1}]`);
    }
  },
  find_signaled: () => {
    const fc = find(2);
    fc.signal(1);
    expect(['null', 'c[1]']).toContain(fc.find(1));
    expect(fc.find(1)).toBe('null');
  },
  find_out_of_order: () => {
    const fc = find(3);
    fc.signal(2);
    // The middle one has dropped out: what is left to wait for is the first.
    expect(fc.find(2)).toBe('c[1]');
  },
  find_gap: () => {
    const fc = find(5, (k) => 2 * k);
    for (const i of range(5)) {
      expect(fc.find(2 * i - 1)).toBe(`c[${i}]`);
      expect(fc.find(2 * i, i)).toBe(`c[${i}]`);
    }
  },
  find_race: () => {
    const row = findRow(3);
    // "Failed to find fence seqno": a number that is in the chain is never refused, and what is
    // found is never later than it.
    const refused = {
      name: 'found-is-in-chain',
      never: { find: ['found.c[2]', 'found.c[3]'] } as never,
    };
    const program = (steps: typeof row.steps, invariants: Row['invariants'] & object) =>
      programOf([{ ...row, steps, invariants }], 3);
    const kept = row.steps.filter(
      ({ name }) => !name.startsWith('find_s') || name === 'find_s1_c3',
    );
    const report = check(
      program(kept, [refused, { name: 'never-refused', never: { find: 'refused' } as never }]),
      { states: 50_000 },
    );
    expect(report.verdict).toBe('finite');
    expect(report.promises[0]!.pending).toBeGreaterThan(10);
    // Finding 2 may end at node 2, or at node 1 or at nothing where nodes dropped out; never at node 3.
    const two = row.steps.filter(({ name }) => !name.startsWith('find_s') || name === 'find_s2_c3');
    expect(
      check(program(two, [{ name: 'not-too-late', never: { find: 'found.c[3]' } as never }]), {
        states: 50_000,
      }).verdict,
    ).toBe('finite');
    expect(
      check(program(two, [{ name: 'node-1', never: { find: 'found.c[1]' } as never }]), {
        states: 50_000,
      }).verdict,
    ).toBe('broken');
    expect(
      check(program(two, [{ name: 'null', never: { find: 'found.null' } as never }]), {
        states: 50_000,
      }).verdict,
    ).toBe('broken');
  },
  signal_forward: () => {
    const on = chain(5);
    for (const i of range(5)) {
      on.do(`signal_f${i}`);
      expect(isSignaled(on, i)).toBe(true);
      if (i < 5) expect(isSignaled(on, i + 1)).toBe(false);
    }
  },
  signal_backward: () => {
    const on = chain(5);
    for (const i of range(5).reverse()) {
      on.do(`signal_f${i}`);
      if (i > 1) expect(isSignaled(on, i)).toBe(false);
    }
    for (const i of range(5)) expect(isSignaled(on, i)).toBe(true);
  },
  wait_forward: () => {
    waits();
    const on = chain(3);
    on.do('enable_c3_f3', 'wait', 'signal_f1', 'signal_f2', 'signal_f3', 'finish_c3', 'wait_ends');
    expect(on.at('waiter')).toBe('returned');
  },
  wait_backward: () => {
    const on = chain(3);
    on.do('enable_c3_f3', 'wait', 'signal_f3', 'rearm_c3_f2', 'signal_f2', 'rearm_c3_f1');
    expect(on.can('finish_c3')).toBe(false);
    on.do('signal_f1', 'finish_c3', 'wait_ends');
    expect(on.at('waiter')).toBe('returned');
    waits();
  },
  wait_random: waits,
});

/**
 * A container as a list of containers: `{ array: [...] }`, `{ chain: [...] }` (the last is the
 * head), or the number of a fence.
 */
type Box = number | { readonly array: readonly Box[] } | { readonly chain: readonly Box[] };

/** The leaves in the order in which dma_fence_unwrap_for_each meets them. */
function leaves(box: Box): number[] {
  if (typeof box === 'number') return [box];
  return 'array' in box ? box.array.flatMap(leaves) : [...box.chain].reverse().flatMap(leaves);
}

/** Takes every leaf of these containers that is not signaled, in their order: what is left. */
function merged(
  fences: readonly Leaf[],
  boxes: readonly Box[],
  signaled: readonly number[] = [],
): string {
  const on = bench(programOf([mergeRow(fences).row], fences.length));
  range(fences.length).forEach((k) => {
    on.do(`publish_f${k}`);
  });
  for (const k of signaled) on.do(`signal_f${k}`);
  for (const k of boxes.flatMap(leaves)) if (!signaled.includes(k)) on.do(`take_f${k}`);
  for (const k of signaled) expect(on.can(`take_f${k}`)).toBe(false);
  return on.at('merge');
}
const leaf = (k: number, context: number, seqno: number): Leaf => ({
  name: `f[${k}]`,
  context,
  seqno,
});

/** All that is in the container is met, and nothing else. */
function unwraps(box: Box, fences: number): void {
  expect(leaves(box).sort()).toEqual(range(fences));
  expect(
    merged(
      range(fences).map((k) => leaf(k, k, 1)),
      [box],
    ),
  ).toBe(
    range(fences)
      .map((k) => `f[${k}]`)
      .join(','),
  );
}

kernelSuite('dma-fence-unwrap', {
  sanitycheck: () => {
    const on = bench(programOf([arrayRow(1).row], 1, [arrayRow(1).waitsForAll]));
    on.do('publish_f1', 'signal_f1', 'poll');
    expect(on.at('array')).toBe('signaled');
    expect(merged([leaf(1, 1, 1)], [{ chain: [{ array: [1] }] }])).toBe('f[1]');
  },
  unwrap_array: () => unwraps({ array: [1, 2] }, 2),
  unwrap_chain: () => unwraps({ chain: [1, 2] }, 2),
  unwrap_chain_array: () => unwraps({ chain: [{ array: [1, 2] }] }, 2),
  unwrap_merge: () => expect(merged([leaf(1, 1, 1), leaf(2, 2, 1)], [1, 2])).toBe('f[1],f[2]'),
  unwrap_merge_duplicate: () => expect(merged([leaf(1, 1, 1)], [1, 1])).toBe('f[1]'),
  unwrap_merge_seqno: () => {
    // Contexts 1 and 2, two fences each: of each the later one.
    const fences = [leaf(1, 1, 1), leaf(2, 1, 2), leaf(3, 2, 1), leaf(4, 2, 2)];
    expect(merged(fences, [{ array: [1, 2] }, { array: [3, 4] }])).toBe('f[2],f[4]');
    expect(merged(fences, [{ array: [2, 1] }, { array: [4, 3] }])).toBe('f[2],f[4]');
  },
  unwrap_merge_order: () => {
    // One context after the other, whatever came first.
    const fences = [leaf(1, 1, 1), leaf(2, 2, 1)];
    expect(merged(fences, [{ array: [1, 2] }, { array: [2, 1] }])).toBe('f[1],f[2]');
    expect(merged(fences, [{ array: [2, 1] }])).toBe('f[1],f[2]');
  },
  unwrap_merge_complex: () => {
    const fences = [leaf(1, 1, 1), leaf(2, 2, 1), leaf(3, 3, 1), leaf(4, 4, 1), leaf(5, 5, 1)];
    // The fifth is a stub: signaled, and left out.
    expect(
      merged(
        fences,
        [{ array: [1, 2] }, { chain: [3, { array: [4, 5] }] }, { chain: [{ array: [1] }, 2] }],
        [5],
      ),
    ).toBe('f[1],f[2],f[3],f[4]');
    expect(merged(fences, [{ array: [5] }], [5])).toBe('none');
  },
  unwrap_merge_complex_seqno: () => {
    const fences = [leaf(1, 1, 2), leaf(2, 1, 1), leaf(3, 2, 1), leaf(4, 2, 2)];
    expect(merged(fences, [{ chain: [2, { array: [1, 3] }] }, { array: [4, 2] }])).toBe(
      'f[1],f[4]',
    );
  },
});
