import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { gallery } from '../../machines/litmus/gallery.ts';
import { ruleMap, type RuleEntry } from './rule-map.ts';
import { suites as execution } from '../kernel/execution/list.ts';
import { suites as fences, type Suite } from '../kernel/fences/list.ts';
import { kernelTests as memory } from '../kernel/memory/kernel-tests.ts';

type Catalogued = {
  readonly id: string;
  readonly line: number;
  readonly rule: string;
  readonly source: string;
  readonly violation: string;
  readonly exercisedBy: string;
};
/** Section 12 of the facts: every rule with the line that says it. */
const catalogue = JSON.parse(
  readFileSync(new URL('../data/rule-ids.json', import.meta.url), 'utf8'),
) as readonly Catalogued[];
const lists = [
  ...Object.entries({ ...fences, ...execution } as Record<string, Suite>).flatMap(
    ([suite, { tests }]) =>
      tests.map(({ name, how }) => ({
        suite,
        test: name,
        how: { replay: 'replayed', search: 'searched', not: 'not expressed' }[how],
      })),
  ),
  ...memory.map((one) => ({
    suite: one.suite,
    test: one.test,
    how: 'why' in one ? 'not expressed' : 'replayed',
  })),
];

let map: readonly RuleEntry[];
beforeAll(() => {
  map = ruleMap();
});

test('every rule of the catalogue is there, in its order', () => {
  expect(catalogue.length).toBe(49);
  expect(map.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
  expect(
    map.filter(({ title, source }) => title === '' || source === '').map(({ id }) => id),
  ).toEqual([]);
});

test('every rule has a litmus pair, both of which cite it, one good and one bad', () => {
  const byName = new Map(gallery.map((one) => [one.name, one]));
  expect(map.filter(({ litmus }) => litmus.length === 0).map(({ id }) => id)).toEqual([]);
  const pairs = map.flatMap(({ id, litmus }) =>
    litmus.map((pair) => ({ id, good: byName.get(pair.good)!, bad: byName.get(pair.bad)! })),
  );
  expect(pairs.length).toBeGreaterThanOrEqual(200);
  expect(
    pairs.filter(
      ({ id, good, bad }) =>
        good.expect.verdict !== 'finite' ||
        bad.expect.verdict === 'finite' ||
        bad.twin !== good.name ||
        !good.cites.includes(id) ||
        !bad.cites.includes(id),
    ),
  ).toEqual([]);
});

test('every rule has a lifecycle', () => {
  expect(map.filter(({ lifecycles }) => lifecycles.length === 0).map(({ id }) => id)).toEqual([]);
});

test('every rule has the kernel tests that exercise it, or none where there is none', () => {
  // What the catalogue names is no test, or is said of another option; what boots with lockdep is
  // no test with steps.
  const noTest = /^–|^no deadline|^SEED|^boot with/;
  for (const { id, exercisedBy } of catalogue) {
    const { kernelTests } = map.find((one) => one.id === id)!;
    const none = noTest.test(exercisedBy) || (exercisedBy.includes('(O4)') && id !== 'O-4');
    expect(kernelTests === 'none', id).toBe(none);
  }
  const named = map.flatMap(({ kernelTests }) => (kernelTests === 'none' ? [] : kernelTests));
  expect(named.length).toBeGreaterThanOrEqual(50);
  expect(
    named.filter(
      (one) =>
        !lists.some(
          ({ suite, test: name, how }) =>
            suite === one.suite && name === one.test && how === one.how,
        ),
    ),
  ).toEqual([]);
});
