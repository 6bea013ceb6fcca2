import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { suiteOf } from '../../../src/judge/suite-of.ts';
import { fenceFaults } from './fence-faults.ts';
import { foundAfter, measure } from './measure.ts';
import { renderFaults } from './render.ts';
import { subjects } from './subjects.ts';
import { twoEnginesFaults } from './two-engines.ts';

const everySubject = subjects();
afterAll(() => {
  for (const { close } of everySubject) close?.();
});

/**
 * Faults that no suite can show, with the reason. `finishes what does not run`: the hardware finishes a job by
 * itself, so nobody can ask a
 * driver for it; the fault is in the simulated hardware and not in what the driver does.
 */
const outside: Readonly<Record<string, readonly string[]>> = {
  render: ['finishes what does not run'],
};

test('the drivers are made without the model, and their faults by the stated operators', () => {
  const operators = new Set(['drop', 'keep', 'swap', 'early', 'twice', 'off']);
  for (const file of ['render.ts', 'two-engines.ts', 'fence.c', 'fence-faults.ts']) {
    const text = readFileSync(new URL(`./${file}`, import.meta.url), 'utf8');
    expect(text, file).not.toMatch(/from '/);
    expect(text.length).toBeGreaterThan(500);
  }
  for (const faults of [
    Object.values(renderFaults),
    Object.values(twoEnginesFaults),
    Object.values(fenceFaults).map(([, operator]) => operator),
  ]) {
    expect(faults.length).toBeGreaterThanOrEqual(12);
    expect(faults.filter((operator) => !operators.has(operator))).toEqual([]);
  }
});

test.each(everySubject.map((subject) => [subject.name, subject] as const))(
  '%s: all edges with laws show every fault, sooner than half of the random walks',
  async (name, subject) => {
    const { suites, walks, half, faults } = await measure(subject, 9);
    const rows = Object.entries(suites).map(([suite, { steps, missed, last }]) =>
      [
        suite.padEnd(18),
        `${faults - missed.length} of ${faults} in ${steps} steps, the last after ${last}`,
      ].join(' '),
    );
    const random = Object.entries(walks).map(
      ([walk, [least, middle, most]]) =>
        `${walk.padEnd(18)} ${middle} of ${faults} (${least} to ${most}) in as many steps as all edges`,
    );
    const lawful = suites['edges, law']!;
    process.stdout.write(
      `${[name, ...rows, ...random].join('\n')}\n` +
        `half of the random walks with laws show all after ${half ?? 'more'} steps\n`,
    );
    expect(lawful.missed).toEqual(outside[name] ?? []);
    expect(lawful.last).toBeLessThan(half ?? Infinity);
    expect(suites.edges!.missed.length).toBeGreaterThan(lawful.missed.length);
    // Without trying what must be refused no walk shows all.
    expect(walks.random![2]).toBeLessThan(faults - lawful.missed.length);
  },
);

test('each fault is a fault: the driver as it is passes, and a fault suite shows all', async () => {
  for (const subject of everySubject) {
    const { program, whose, faults, name } = subject;
    const file = suiteOf(program, 'edges', { whose });
    expect(await foundAfter(subject, null, file)).toBeNull();
    expect(faults.length - (outside[name]?.length ?? 0)).toBeGreaterThanOrEqual(12);
  }
});
