import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clauseIds, hazardIds, optionIds, variantIds } from '../../machines/description/ids.ts';
import type { Description } from '../../machines/description/description.ts';
import { gallery } from '../../machines/litmus/gallery.ts';
import { litmusTests } from '../../machines/litmus/index.ts';
import { laws } from '../../machines/litmus/laws.ts';
import type { Litmus } from '../../src/litmus/litmus.ts';
import { misfits, runLitmus } from '../../src/litmus/run.ts';

const tests: readonly Litmus[] = litmusTests;

test('there are litmus tests, from every file of the folder', async () => {
  expect(tests.length).toBeGreaterThanOrEqual(110);
  const folder = new URL('../../machines/litmus/', import.meta.url);
  const files = readdirSync(folder).filter(
    (name) =>
      name.endsWith('.ts') &&
      !['index.ts', 'litmus.ts', 'laws.ts', 'gallery.ts', 'thread-side.ts'].includes(name),
  );
  expect(files.length).toBeGreaterThanOrEqual(10);
  for (const file of files) {
    const lists = Object.values(
      (await import(new URL(file, folder).href)) as Record<string, readonly Litmus[]>,
    );
    expect(lists.length, file).toBe(1);
    for (const one of lists[0]!) expect(tests, file).toContain(one);
  }
});

test('no two litmus tests of the whole gallery have one name', () => {
  const names = gallery.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(300);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test('every one has a twin that differs in one fact, and one of the two is good', () => {
  expect(misfits(tests)).toEqual([]);
});

describe('answers as expected', () => {
  test.each(tests.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(runLitmus(one).problems).toEqual([]);
  });
});

describe('what they cover', () => {
  const asked = litmusTests.flatMap(({ asks, expect: { verdict } }) =>
    'rows' in asks ? [] : [{ ...(asks as Omit<Description, 'driver'>), verdict }],
  );
  const good = asked.filter(({ verdict }) => verdict === 'finite');
  const bad = asked.filter(({ verdict }) => verdict !== 'finite');
  test('every option is enough in one, and every clause of it is missing in a bad one', () => {
    expect(
      optionIds.filter(
        (id) =>
          !good.some(({ options, without = [] }) => options?.includes(id) && without.length === 0),
      ),
    ).toEqual([]);
    expect(clauseIds.filter((id) => !bad.some(({ without }) => without?.includes(id)))).toEqual([]);
  });
  test('every variant is asked about, every hazard makes one bad', () => {
    expect(
      variantIds.filter((id) => !asked.some(({ variants }) => variants?.includes(id))),
    ).toEqual([]);
    expect(hazardIds.filter((id) => !bad.some(({ hazards }) => hazards?.includes(id)))).toEqual([]);
  });
  test('every other fact turns an answer: two twins differ in it', () => {
    const byName = new Map(litmusTests.map((one) => [one.name, one]));
    const turned = new Set(
      litmusTests.flatMap((one) => {
        const twin = byName.get(one.twin)!;
        if ('rows' in one.asks || 'rows' in twin.asks) return [];
        const a = one.facts as Record<string, unknown>;
        const b = twin.facts as Record<string, unknown>;
        return Object.keys(a).filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));
      }),
    );
    expect([...turned].sort()).toEqual([
      'arbitration',
      'compute',
      'engines',
      'foreignDevice',
      'hardware',
      'hardwareCan',
      'hardwareWait',
      'hazards',
      'jobs',
      'kernel',
      'options',
      'pageFaults',
      'submission',
      'variants',
      'without',
    ]);
  });
  test('every law is cited', () => {
    const cited = new Set(tests.flatMap(({ cites }) => cites));
    expect(laws.filter((law) => !cited.has(law))).toEqual([]);
  });
});
