import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { suites as execution } from './execution/list.ts';
import { suites as fences, type Suite } from './fences/list.ts';
import { kernelTests as memory } from './memory/kernel-tests.ts';

/** Suites of the kernel and of IGT with their tests, as the facts list them; `section` of those. */
const asked = JSON.parse(
  readFileSync(new URL('../data/kernel-suites.json', import.meta.url), 'utf8'),
) as Record<string, { readonly section: string; readonly tests: readonly string[] }>;
const listed = [
  ...Object.entries({ ...fences, ...execution } as Record<string, Suite>).flatMap(
    ([suite, { tests }]) =>
      tests.map(({ name, how, note }) => ({
        suite,
        name,
        reason: how === 'not' ? note : undefined,
        how,
      })),
  ),
  ...memory.map((one) => ({
    suite: one.suite,
    name: one.test,
    reason: 'why' in one ? one.why : undefined,
    how: 'why' in one ? 'not' : 'replay',
  })),
];

test('every test that the facts list is replayed or searched, or listed with the reason', () => {
  const tests = Object.entries(asked).flatMap(([suite, one]) =>
    one.tests.map((name) => ({ suite, name })),
  );
  expect(tests.length).toBeGreaterThanOrEqual(125);
  const missing = tests.filter(
    ({ suite, name }) =>
      !listed.some((one) => one.suite.includes(suite) && one.name.includes(name)),
  );
  expect(missing).toEqual([]);
  expect(listed.filter(({ how, reason }) => how === 'not' && (reason ?? '').length < 8)).toEqual(
    [],
  );
});

test('most are replayed or searched', () => {
  expect(listed.filter(({ how }) => how !== 'not').length).toBeGreaterThanOrEqual(95);
});
