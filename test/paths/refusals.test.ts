import { expect, test } from 'vitest';
import { everyChoice } from '../../docs/site/every-choice.ts';
import { systemOf } from '../../machines/description/system.ts';
import { gallery } from '../../machines/litmus/gallery.ts';
import { options } from '../../machines/options/index.ts';
import { refusals } from '../../machines/refusals/index.ts';
import * as rows from '../../machines/rows.ts';
import { filesFor } from '../../src/judge/path-suites.ts';
import { carry } from '../../src/paths/carry.ts';
import { isRefused, triedIn, triedOf, whoseOf, withRefusals } from '../../src/paths/laws.ts';
import { misfit } from '../../src/paths/replay.ts';
import { search } from '../../src/explore/search.ts';
import { refusal, withoutRecovery } from '../../src/system/program.ts';
import { stepsByName } from '../../src/system/run.ts';
import type { Row } from '../../src/system/vocabulary.ts';

const budget = { states: 200_000, bytes: 2 ** 30 };
const description = { driver: 'preempt', options: ['preempt'] } as const;
const program = withoutRecovery(systemOf(description));
const made = (kind: 'law' | 'clauses' | 'all' | 'none', covers = ['edges'] as const) =>
  filesFor(
    { name: 'preempt', description },
    covers,
    { version: '0', perPath: 10, to: [], kept: () => null, refusals: kind },
    budget,
  ).files[0]!;

/** Rows that are made from threads written as text: their names are of lines, and nobody asks a thread for a line. */
const isOfText = (row: string | null): boolean => row?.includes('+') === true;

/** Every step of described drivers, litmus tests and rows that are exported, as `row/step`. */
function everyStep(): Map<
  string,
  { readonly of: string; readonly origin: { row: string | null } }
> {
  const stepsByName = new Map<
    string,
    { readonly of: string; readonly origin: { row: string | null } }
  >();
  const programs = [
    ...everyChoice().map((choice) => systemOf({ driver: 'one', ...choice })),
    ...gallery.map((litmus) => litmus.system()),
  ];
  for (const { steps } of programs)
    for (const { of, origin } of steps)
      if (!isOfText(origin.row))
        stepsByName.set(`${origin.row}/${of}`, { of, origin: { row: origin.row } });
  for (const row of Object.values(rows) as unknown[]) {
    if (typeof row !== 'object' || row === null || !('steps' in row) || !('name' in row)) continue;
    const { name, steps } = row as Row;
    for (const { name: of } of steps)
      stepsByName.set(`${name}/${of}`, { of, origin: { row: name } });
  }
  return stepsByName;
}

test('every step of every row says whose its refusal is; no entry is stale', () => {
  const steps = everyStep();
  expect(steps.size).toBeGreaterThan(650);
  const unsaid = [...steps].flatMap(([key, step]) => {
    const said = whoseOf(step, refusals);
    return said.whose === 'model' && said.why.startsWith('nothing says') ? [key] : [];
  });
  expect(unsaid).toEqual([]);
  const names = new Set([...steps.keys(), ...[...steps.values()].map(({ of }) => of)]);
  const stale = Object.keys(refusals).filter((key) => !names.has(key));
  expect(stale).toEqual([]);
  const kinds = Object.values(refusals).map(({ whose }) => whose);
  expect(kinds.filter((kind) => kind === 'law').length).toBeGreaterThan(100);
  expect(kinds.filter((kind) => kind === 'untriable').length).toBeGreaterThan(100);
});

test('parts and states that laws name are there, and each law refuses somewhere', () => {
  const laws = Object.entries(refusals).filter(([, { whose }]) => whose === 'law');
  const alive = new Set<string>();
  const known = new Set<string>();
  for (const program of [
    ...everyChoice().map((choice) => withoutRecovery(systemOf({ driver: 'one', ...choice }))),
    ...gallery.map((litmus) => litmus.system()),
  ]) {
    for (const { name, table } of program.parts)
      for (const state of program.tables[table]!.states)
        known.add(`${name.replace(/\[\d+\]$/, '')}=${state}`);
    const graph = search(program, { states: 2000, bytes: 2 ** 30 });
    const locals: number[] = [];
    for (let state = 0; state < Math.min(graph.size, 300); state++) {
      graph.locals(state, locals);
      for (const step of triedOf(program, refusals, 'law'))
        if (isRefused(program, step, locals)) {
          const inRow = `${step.step.origin.row}/${step.step.of}`;
          alive.add(Object.hasOwn(refusals, inRow) ? inRow : step.step.of);
        }
    }
  }
  expect(laws.map(([key]) => key).filter((key) => !alive.has(key))).toEqual([]);
  const named = laws.flatMap(([, one]) => (one.whose === 'law' ? (one.where ?? []) : []));
  const missing = [...new Set(named)].filter(
    (one) =>
      ![...known].some(
        (place) => place === one || place.startsWith(one.includes('=') ? one : `${one}=`),
      ),
  );
  expect(missing).toEqual([]);
});

test('a suite of all edges tries every law in every state in which it refuses, once', () => {
  const graph = search(program, budget);
  const clauses = new Set(
    options.find(({ name }) => name === 'preempt')!.clauses.map(({ name }) => name as string),
  );
  const laws = triedOf(program, refusals, 'law', clauses);
  const wanted = new Set<string>();
  const locals: number[] = [];
  for (let state = 0; state < graph.size; state++) {
    graph.locals(state, locals);
    for (const law of laws)
      if (isRefused(program, law, locals)) wanted.add(`${locals.join()} ${law.step.name}`);
  }
  const file = made('law');
  const tried: string[] = [];
  for (const { steps, refused = [] } of file.paths) {
    const { states } = carry(
      program,
      steps.map(({ step }) => step),
    );
    for (const { step, after, until } of refused)
      for (let at = after; at < until; at++) tried.push(`${states[at]!.join()} ${step}`);
  }
  expect(tried.length).toBe(wanted.size);
  expect(new Set(tried)).toEqual(wanted);
  expect(triedIn(file)).toBe(wanted.size);
  for (const { step } of file.paths.flatMap(({ refused = [] }) => refused))
    expect(file.refusals![stepsByName(program).get(step)!.of]!.by).toBe('law');
});

test('the paths are the same with every kind of refusals, and so is their cost', () => {
  const [law, clauses, all, none] = (['law', 'clauses', 'all', 'none'] as const).map((kind) =>
    made(kind),
  );
  for (const other of [law!, all!, none!]) {
    expect(other.size).toEqual(clauses!.size);
    expect(other.paths.map(({ id }) => id)).toEqual(clauses!.paths.map(({ id }) => id));
  }
  expect(triedIn(clauses!)).toBe(0);
  expect(triedIn(none!)).toBe(0);
  expect(triedIn(all!)).toBeGreaterThan(triedIn(law!));
});

test('a path no longer fits where what it tries has become possible', () => {
  const file = made('law');
  const path = file.paths.find(({ refused = [] }) => refused.length > 0)!;
  expect(misfit(program, path)).toBeNull();
  const first = path.steps[0]!;
  const wrong = { ...path, refused: [{ step: first.step, after: 0, until: 1 }] };
  expect(misfit(program, wrong)?.why).toBe('must be refused after step 0, and is possible');
});

test('what a step of somebody says of itself comes before the table', () => {
  const [step] = program.steps;
  const cite = { file: 'a', says: 'b' };
  const origin = { row: 'fence' };
  const own = { of: 'submit', origin, refusal: { whose: 'law', cite } } as const;
  expect(whoseOf(own, refusals).whose).toBe('law');
  expect(whoseOf({ of: 'toString', origin }, refusals).whose).toBe('model');
  expect(whoseOf({ of: 'publish', origin }, refusals).whose).toBe('model');
  expect(whoseOf({ of: 'publish', origin: { row: 'fenced-jobs' } }, refusals).whose).toBe('law');
  const named = new Map([['preempt', program]]);
  const file = withRefusals(made('clauses'), named, { [step!.of]: { whose: 'law', cite } }, 'law');
  expect(Object.keys(file.refusals!)).toEqual([step!.of]);
});

test('runs without a clause lose a promise and end where nothing but the environment moves', () => {
  const file = filesFor(
    { name: 'preempt', description },
    ['without'],
    { version: '0', perPath: 10, to: [], kept: () => null },
    budget,
  ).files[0]!;
  expect(file.paths.length).toBeGreaterThan(3);
  for (const path of file.paths) {
    const { described } = file.systems[path.system]!;
    const without = withoutRecovery(systemOf(described as never));
    const end = carry(
      without,
      path.steps.map(({ step }) => step),
    ).states.at(-1)!;
    expect(path.steps.length).toBe(
      carry(
        without,
        path.steps.map(({ step }) => step),
      ).steps.length,
    );
    const moving = without.steps.filter(
      (step) => refusal(without, step, end) === null && without.actors[step.actor]!.fair !== 'none',
    );
    const pending = without.promises.some(({ pending: where }) =>
      where.every((some) => some.some(({ part, in: states }) => states.includes(end[part]!))),
    );
    expect(pending, path.id).toBe(true);
    // A state of rest may be a cycle that changes nothing about the promise.
    expect(moving.length, path.id).toBeLessThan(without.steps.length);
  }
});
