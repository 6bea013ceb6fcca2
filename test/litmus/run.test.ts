import { describe, expect, test } from 'vitest';
import { setup } from 'xstate';
import { differences } from '../../src/litmus/differences.ts';
import type { Expected, Litmus } from '../../src/litmus/litmus.ts';
import { printLitmus } from '../../src/litmus/print.ts';
import { gallery, misfits, runLitmus, sameCycle } from '../../src/litmus/run.ts';
import { compose } from '../../src/system/compose.ts';
import { vocabulary } from '../../src/system/vocabulary.ts';

const lamp = setup({ types: { events: {} as { type: 'on' } | { type: 'off' } } }).createMachine({
  id: 'lamp',
  initial: 'dark',
  states: { dark: { on: { on: 'lit' } }, lit: { on: { off: 'dark' } } },
});
const v = vocabulary({ lamp: { of: lamp }, other: { of: lamp } });

/**
 * A lamp that is switched off once it is on, if the other one is dark; the other one is lit by
 * anybody and never goes out.
 */
function litmus(name: string, expected: Expected, twin: string, other: boolean): Litmus {
  const steps = v.steps(
    { name: 'light', actor: 'user', moves: { lamp: 'on' } },
    { name: 'darken', actor: 'keeper', moves: { lamp: 'off' }, when: { other: 'dark' } },
    ...(other ? [{ name: 'light_other', actor: 'user', moves: { other: 'on' } } as const] : []),
  );
  const spec = {
    rows: [
      v.row({ name: 'lamps', steps, promises: [{ name: 'goes-out', pending: { lamp: 'lit' } }] }),
    ],
    actors: { user: { fair: 'none' }, keeper: { fair: 'weak' } },
    sizes: {},
  } as const;
  return {
    name,
    about: 'A lamp.',
    cites: ['L'],
    expect: expected,
    twin,
    facts: spec,
    system: () => compose(spec),
  };
}
const good = litmus('LAMP', { verdict: 'finite', states: 2, edges: 2 }, 'LAMP+other', false);
const stuck: Expected = {
  verdict: 'deadlock',
  promises: { 'goes-out': 'deadlock' },
  cycle: 'lamp → other → nobody',
  states: 4,
  edges: 5,
  length: 2,
};
const bad = litmus('LAMP+other', stuck, 'LAMP', true);

describe('asking', () => {
  test('what is as expected has no problem', () => {
    expect(runLitmus(good).problems).toEqual([]);
    expect(runLitmus(bad).problems).toEqual([]);
  });
  test.each<[string, Expected]>([
    ['verdict: expected finite, found deadlock', { ...stuck, verdict: 'finite' }],
    [
      'goes-out: expected indefinite, found deadlock',
      { ...stuck, promises: { 'goes-out': 'indefinite' } },
    ],
    [
      'goes-out: expected finite, found deadlock',
      { verdict: 'deadlock', cycle: stuck.cycle!, states: 4, edges: 5, length: 2 },
    ],
    [
      'stays-lit: expected unbounded, found finite',
      { ...stuck, promises: { 'goes-out': 'deadlock', 'stays-lit': 'unbounded' } },
    ],
    [
      'cycle: expected other → lamp → other, found lamp → other → nobody',
      { ...stuck, cycle: 'other → lamp → other' },
    ],
    [
      'cycle: expected none, found lamp → other → nobody',
      { verdict: 'deadlock', promises: stuck.promises!, states: 4, edges: 5, length: 2 },
    ],
    ['states: expected 3, found 4', { ...stuck, states: 3 }],
    ['edges: expected 4, found 5', { ...stuck, edges: 4 }],
    ['length: expected 3, found 2', { ...stuck, length: 3 }],
  ])('%s', (problem, expected) => {
    expect(runLitmus({ ...bad, expect: expected }).problems).toEqual([problem]);
  });
  test('a promise that is never pending is no good answer', () => {
    const asleep = v.row({
      name: 'lamps',
      steps: v.steps({ name: 'light', actor: 'user', moves: { lamp: 'on' } }),
      promises: [{ name: 'goes-out', pending: { other: 'lit' } }],
    });
    const litmus: Litmus = {
      ...good,
      system: () => compose({ rows: [asleep], actors: { user: { fair: 'none' } }, sizes: {} }),
    };
    expect(
      runLitmus({ ...litmus, expect: { verdict: 'finite', states: 2, edges: 1 } }).problems,
    ).toEqual(['finite, but no promise is ever pending']);
  });
  test('a cycle is the same wherever it begins, a chain is not', () => {
    expect(sameCycle('a → b → c → a', 'b → c → a → b')).toBe(true);
    expect(sameCycle('a → b → c → a', 'a → c → b → a')).toBe(false);
    expect(sameCycle('a → b → nobody', 'b → a → nobody')).toBe(false);
  });
});

describe('a gallery', () => {
  test('is searched by a part of the name, or by all of it with stars', () => {
    expect(gallery([good, bad]).length).toBe(2);
    expect(gallery([good, bad], 'OTHER').map(({ name }) => name)).toEqual(['LAMP+other']);
    expect(gallery([good, bad], 'lamp*').length).toBe(2);
    expect(gallery([good, bad], '*amp').map(({ name }) => name)).toEqual(['LAMP']);
    expect(() => gallery([good, bad], 'LAMPS')).toThrow(
      "unknown litmus 'LAMPS'; did you mean 'LAMP'? There are: LAMP, LAMP+other",
    );
  });
  test('is of twins', () => {
    expect(misfits([good, bad])).toEqual([]);
    expect(misfits([good])[0]).toMatch("LAMP: unknown twin 'LAMP+other'");
    expect(misfits([good, bad, { ...good, name: 'lamp' }])[0]).toMatch(
      'lamp: a name is a family in capitals',
    );
    expect(misfits([good, bad, bad])).toEqual(['LAMP+other: its name is taken']);
    expect(misfits([good, { ...bad, expect: good.expect }])).toEqual([
      'LAMP: and its twin LAMP+other are both good',
      'LAMP+other: and its twin LAMP are both good',
    ]);
    expect(misfits([good, { ...bad, facts: good.facts }])[0]).toBe(
      'LAMP: differs from its twin LAMP+other in 0 facts: ',
    );
    const other = { ...bad, facts: { ...(bad.facts as object), sizes: { many: 2 } } };
    expect(misfits([good, other])[0]).toMatch('differs from its twin LAMP+other in 2 facts');
  });
});

test.each<[string, unknown, unknown, number]>([
  ['the same', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, 0],
  ['a leaf', { a: 1, b: { c: 2 } }, { a: 1, b: { c: 3 } }, 1],
  ['two leaves', { a: 1, b: 1 }, { a: 2, b: 2 }, 2],
  ['an element more', { a: ['x'] }, { a: ['x', 'y'] }, 1],
  ['an element for another', { a: ['x', 'z'] }, { a: ['x', 'y'] }, 1],
  ['another order of words', { a: ['x', 'y'] }, { a: ['y', 'x'] }, 0],
  ['inside a named element', { a: [{ name: 'n', b: 1 }] }, { a: [{ name: 'n', b: 2 }] }, 1],
  ['two elements more', { a: [] }, { a: ['x', 'y'] }, 2],
  ['an element twice', { a: ['x'] }, { a: ['x', 'x'] }, 1],
  ['a key more', { a: 1 }, { a: 1, b: 1 }, 1],
  ['machines are what they are', { a: lamp }, { a: lamp.provide({}) }, 1],
])('differences: %s', (_, one, other, count) => {
  expect(differences(one, other).length).toBe(count);
});

describe('printing', () => {
  test('one line each, what is wrong below, and a count', () => {
    const wrong = runLitmus({ ...bad, expect: { ...stuck, states: 3 } });
    expect(printLitmus([runLitmus(good), wrong], { columns: 80 })).toBe(
      [
        'ok   LAMP        finite           2 states       2 edges',
        'FAIL LAMP+other  deadlock         4 states       5 edges   2 steps',
        '     states: expected 3, found 4',
        '2 litmus tests, 1 not as expected',
        '',
      ].join('\n'),
    );
  });
  test('one alone says more', () => {
    const text = printLitmus([runLitmus(bad)], { columns: 60 });
    expect(text).toContain('     A lamp.\n     rules: L; twin: LAMP\n');
    expect(text).toContain('       1 light\n       2 light_other\n');
    expect(text).toMatch(/1 litmus test, all as expected\n$/);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(60 + 5);
  });
});
