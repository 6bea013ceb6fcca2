import { expect, test } from 'vitest';
import { everyChoice } from '../../docs/site/every-choice.ts';
import { systemOf } from '../../machines/description/system.ts';
import { refusals } from '../../machines/refusals/index.ts';
import { filesFor } from '../../src/judge/path-suites.ts';
import { carry } from '../../src/paths/carry.ts';
import { triedIn, whoseOf, withRefusals } from '../../src/paths/laws.ts';
import { misfit } from '../../src/paths/replay.ts';
import { search } from '../../src/explore/search.ts';
import { refusal, withoutRecovery } from '../../src/system/program.ts';
import { stepsByName } from '../../src/system/run.ts';

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

test('every step of jobs, page faults, options and hazards says whose its refusal is; no entry is stale', () => {
  const seen = new Set<string>();
  const lacking = new Set<string>();
  for (const choice of everyChoice()) {
    for (const { of } of withoutRecovery(systemOf({ driver: 'one', ...choice })).steps) {
      seen.add(of);
      if (choice.uses === undefined && !Object.hasOwn(refusals, of)) lacking.add(of);
    }
  }
  expect(seen.size).toBeGreaterThan(200);
  expect([...lacking]).toEqual([]);
  const stale = Object.keys(refusals).filter((of) => !seen.has(of));
  // These are moved by recovery or stand in a combination of choices.
  expect(stale.filter((of) => of !== 'user_ends_compute')).toEqual([]);
  expect(Object.values(refusals).filter(({ whose }) => whose === 'law').length).toBeGreaterThan(15);
});

test('a suite of all edges tries every law in every state in which it refuses, once', () => {
  const graph = search(program, budget);
  const laws = program.steps.filter((step) => whoseOf(step, refusals).whose === 'law');
  const wanted = new Set<string>();
  const locals: number[] = [];
  for (let state = 0; state < graph.size; state++) {
    graph.locals(state, locals);
    for (const step of laws)
      if (refusal(program, step, locals) !== null) wanted.add(`${locals.join()} ${step.name}`);
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
  expect(whoseOf({ of: 'submit', refusal: { whose: 'law', cite } }, refusals).whose).toBe('law');
  expect(whoseOf({ of: 'toString' }, refusals).whose).toBe('model');
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
