import { describe, expect, test } from 'vitest';
import { suites } from './list.ts';

/** The tests of one kernel suite: exactly those that the list says are replayed or searched. */
export function kernelSuite(
  name: keyof typeof suites,
  tests: Readonly<Record<string, () => void>>,
): void {
  describe(name, () => {
    test('every test of the suite is here, or listed with the reason', () => {
      const listed = suites[name].tests.filter(({ how }) => how !== 'not').map((one) => one.name);
      expect(listed.length).toBeGreaterThan(0);
      expect(Object.keys(tests).sort()).toEqual([...listed].sort());
    });
    for (const [of, run] of Object.entries(tests)) test(of, run);
  });
}
