import { describe, expect, test } from 'vitest';
import { lockOrder } from '../../src/threads/lock-order.ts';
import { lower } from '../../src/threads/lower.ts';
import { parse } from '../../src/threads/parse.ts';
import { placesOf } from '../../src/threads/places.ts';
import { worldOf } from '../../src/threads/resolve.ts';
import { without } from '../peers.ts';
import { asThreads, kernelSource, languageOf, selfTests, type SelfTest } from './selftest.ts';

const leftOut = kernelSource === undefined || without('gcc');

/**
 * Whether the validator reports, or a call is used against its rules; locks that are never given
 * back are not asked.
 */
function fails(one: SelfTest, text: string): boolean {
  const world = worldOf(parse(one.name, text), languageOf(one.name));
  const places = world.threads.map((thread) => placesOf(world, thread, lower(world, thread)));
  // What WARN_ON() asks of a result is not in the text: both outcomes are tried there.
  const misused =
    !text.includes('ret =') &&
    places.some(({ edges }) =>
      edges.some(({ to, text: said }) => to === 'broken' && !said.includes(' ends with ')),
    );
  return misused || lockOrder(world, places).length > 0;
}

describe.skipIf(leftOut)("the kernel's own self test of lockdep", () => {
  const cases = leftOut ? [] : selfTests();
  const translations = cases.map((one) => ({ one, as: asThreads(one) }));

  test('all cases are there; those that cannot be said have a reason', () => {
    expect(cases.length).toBe(385);
    const unsaid = translations.filter(({ as }) => 'reason' in as);
    if (process.env['SELFTEST_REASONS'] !== undefined)
      process.stderr.write(
        unsaid.map(({ one, as }) => `${one.name}: ${(as as { reason: string }).reason}\n`).join(''),
      );
    expect(cases.length - unsaid.length).toBe(323);
  });

  test('every case that can be said fails exactly where the kernel expects it to', () => {
    const wrong = translations.flatMap(({ one: selfTest, as }) => {
      if ('reason' in as) return [];
      try {
        return fails(selfTest, as.text) === selfTest.fails
          ? []
          : [`${selfTest.name}: expected ${selfTest.fails ? 'a report' : 'silence'}\n${as.text}`];
      } catch (error) {
        return [`${selfTest.name}: ${(error as Error).message}`];
      }
    });
    expect(wrong).toEqual([]);
  });
});
