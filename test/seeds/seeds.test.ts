import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hazardIds, mistakeIds, optionIds, useIds } from '../../machines/description/ids.ts';
import { story } from '../../machines/description/description.ts';
import { gallery } from '../../machines/litmus/gallery.ts';
import { seedsPage } from './page.ts';
import { seeds, systems } from './systems.ts';

const tests = new Map(gallery.map((litmus) => [litmus.name, litmus]));
const suites = Object.keys(
  JSON.parse(
    readFileSync(new URL('../data/kernel-suites.json', import.meta.url), 'utf8'),
  ) as object,
);

/** What a description may say: facts by their name, and `option x`, `use x`, `hazard x`. */
const words: readonly string[] = [
  ...Object.keys(story),
  ...optionIds.map((id) => `option ${id}`),
  ...useIds.map((id) => `use ${id}`),
  ...[...hazardIds, ...mistakeIds].map((id) => `hazard ${id}`),
];

test('every seed document has its systems', () => {
  expect(systems.length).toBeGreaterThan(25);
  for (const seed of seeds.keys()) {
    expect(systems.filter((one) => one.seed === seed).length, seeds[seed]).toBeGreaterThan(2);
  }
});

test.each(systems)(
  '$system: what its row names exists',
  ({ lifecycles, litmus, described, kernelTest }) => {
    const [good, bad] = litmus.map((name) => tests.get(name));
    expect(good?.expect.verdict).toBe('finite');
    expect(['broken', 'deadlock', 'indefinite', 'unbounded']).toContain(bad?.expect.verdict);

    const machines = new Set(
      [good!, bad!].flatMap(({ system }) => system().tables.map(({ lifecycle }) => lifecycle)),
    );
    for (const lifecycle of lifecycles) expect([...machines]).toContain(lifecycle);

    if (described !== null) expect(words).toContain(described);
    if (kernelTest !== null) expect(suites).toContain(kernelTest);
  },
);

test('docs/seeds.md is what the table says', () => {
  const file = new URL('../../docs/seeds.md', import.meta.url);
  const page = seedsPage(gallery);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, page);
  expect(readFileSync(file, 'utf8')).toBe(page);
});
