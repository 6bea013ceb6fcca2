import { expect, test } from 'vitest';
import { gallery } from '../../machines/litmus/gallery.ts';
import { reach as explicit } from '../../src/explore/search.ts';
import { reach } from '../../src/symbolic/reach.ts';
import { count } from '../../src/symbolic/sets.ts';
import { withoutRecovery } from '../../src/system/program.ts';

test('as many states as the explicit engine finds, in every system of the gallery', () => {
  let systems = 0;
  for (const litmus of gallery) {
    const whole = litmus.system();
    for (const program of new Set([whole, withoutRecovery(whole)])) {
      const { size } = explicit(program, { states: 1e6 });
      const { d, all } = reach(program, { bytes: 1e9, deadline: Infinity, nodes: Infinity });
      expect(count(d, all), litmus.name).toBe(BigInt(size));
      systems++;
    }
  }
  expect(systems).toBeGreaterThan(800);
});
