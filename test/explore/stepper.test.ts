import { describe, expect, test } from 'vitest';
import { batchOf } from '../../src/explore/batch.ts';
import { deltasOf, type Deltas } from '../../src/explore/deltas.ts';
import { layoutOf, pack, unpack } from '../../src/explore/layout.ts';
import { reach, search } from '../../src/explore/search.ts';
import { stepperOf } from '../../src/explore/choose-stepper.ts';
import type { Code } from '../../src/explore/stepper.ts';
import { fire, type Program } from '../../src/system/program.ts';
import { naive } from './naive.ts';
import { dice, randomProgram } from './random-program.ts';

const programs = Array.from({ length: 40 }, (_, seed) =>
  randomProgram(1000 + seed, { parts: [2, 6], states: [2, 5], steps: [4, 40] }),
);

/** Whether the stepper does what the steps say in all these states, hashes included. */
function obeys(
  program: Program,
  deltas: Deltas,
  states: readonly (readonly number[])[],
  code: Code,
): boolean {
  const { layout } = deltas;
  const { lanes } = layout;
  const rows = new Int32Array(states.length * lanes);
  states.forEach((state, s) => pack(layout, state, rows, s * lanes));
  const stepper = stepperOf(deltas, code);
  const batch = batchOf(lanes, deltas.steps, 8192, 4096);
  const all = new Uint16Array(states.length).fill(deltas.steps);
  const done = stepper.expand(rows, all, 0, states.length, batch);
  const hashes = new Int32Array(batch.end[done - 1]!);
  stepper.hash(batch.rows, 0, hashes.length, hashes);
  let i = 0;
  for (let s = 0; s < done; s++) {
    for (const [r, step] of program.steps.entries()) {
      const after = fire(program, step, states[s]!);
      if (after === null) continue;
      if (
        batch.step[i] !== r ||
        hashes[i] !== batch.hash[i] ||
        unpack(layout, batch.rows, i * lanes).join() !== after.join()
      )
        return false;
      i++;
    }
    if (batch.end[s] !== i) return false;
  }
  return done === states.length;
}

describe.each(['generated', 'interpreted'] as const)('the %s stepper', (code) => {
  test('does what the steps say, and a fault in any of its tables is noticed', () => {
    const noticed = { add: 0, tables: 0, byLocal: 0 };
    let tried = 0;
    for (const [seed, program] of programs.entries()) {
      const { states } = naive(program, { states: 300 });
      const right = deltasOf(program, layoutOf(program));
      expect(obeys(program, right, states, code)).toBe(true);
      if (states.length < 10) continue;
      tried++;
      const roll = dice(seed);
      const spoilt = (table: Int32Array): Int32Array => {
        const copy = table.slice();
        for (let n = 0; n < 4; n++) copy[roll(copy.length)]! ^= 1 << roll(32);
        return copy;
      };
      noticed.add += Number(!obeys(program, { ...right, add: spoilt(right.add) }, states, code));
      noticed.tables += Number(
        !obeys(
          program,
          { ...right, enabled: { ...right.enabled, tables: spoilt(right.enabled.tables) } },
          states,
          code,
        ),
      );
      if (right.byLocal.length > 0)
        noticed.byLocal += Number(
          !obeys(program, { ...right, byLocal: spoilt(right.byLocal) }, states, code),
        );
    }
    expect(tried).toBeGreaterThan(8);
    // A bit may stand for a step or a local state that never occurs.
    expect(noticed.add).toBeGreaterThan(tried / 2);
    expect(noticed.tables).toBeGreaterThan(tried / 4);
    expect(noticed.byLocal).toBeGreaterThan(tried / 4);
  });
});

test('a step wrongly taken for independent would lose edges or states', () => {
  // Two steps that compete for one part: each is left out behind the other if that part is
  // overlooked.
  let noticed = 0;
  for (const program of programs) {
    const right = deltasOf(program, layoutOf(program));
    const { states, parent, via, to, first } = naive(program, { states: 300 });
    const known = (state: number, step: number): boolean =>
      (right.keep[via[state]! * right.enabled.words + (step >>> 5)]! &
        (0x80000000 >>> (step & 31))) ===
      0;
    for (let state = 1; state < states.length; state++)
      for (const [step, { name }] of program.steps.entries()) {
        const after = fire(program, program.steps[step]!, states[state]!);
        if (after === null || step >= via[state]!) continue;
        const swapped = fire(program, program.steps[step]!, states[parent[state]!]!);
        const joined =
          swapped === null ? null : fire(program, program.steps[via[state]!]!, swapped);
        if (known(state, step)) expect(joined, `${name} after ${via[state]}`).toEqual(after);
        else if (joined === null || joined.join() !== after.join()) noticed++;
      }
    expect(first.length).toBe(states.length + 1);
    expect(to.length).toBeGreaterThanOrEqual(0);
  }
  expect(noticed).toBeGreaterThan(50);
});

test('no outside name is in the generated text', () => {
  const real = globalThis.Function;
  const texts: string[] = [];
  globalThis.Function = new Proxy(real, {
    construct: (of, given: string[]) => {
      texts.push(given.join('\n'));
      return Reflect.construct(of, given) as () => unknown;
    },
  });
  try {
    for (const program of programs.slice(0, 10)) {
      const named = {
        ...program,
        steps: program.steps.map((step, r) => ({ ...step, name: `evil"];${r}` })),
        parts: program.parts.map((part) => ({ ...part, name: 'evil' })),
      };
      const graph = search(named, { states: 200 }, { code: 'generated' });
      for (const { pending } of named.promises) graph.where(pending);
      reach(named, { states: 200 }, { code: 'generated' });
    }
  } finally {
    globalThis.Function = real;
  }
  expect(texts.length).toBeGreaterThan(20);
  const words = new Set(texts.flatMap((text) => text.match(/[A-Za-z_$"'`\\][\w$"'`\\]*/g) ?? []));
  const own = new Set(
    (
      'rows via first last batch constants room out hash step end enabled leaving keep add vary varying byLocal ' +
      'states range parent entries most count edges dead firstDead continue ' +
      "from until into let const while for if return 'use strict' Math clz32 imul"
    ).split(' '),
  );
  for (const word of words)
    if (!own.has(word)) expect(word).toMatch(/^([a-z]|[wc]\d+|x[0-9a-f]+)$/);
});
