import { describe, expect, test } from 'vitest';
import { assess, verdictOf, type Assessment } from '../../src/check/assess.ts';
import { isDecided, isWorse, verdicts, type Verdict } from '../../src/check/finding.ts';
import { check, type Report } from '../../src/check/verdict.ts';
import { search } from '../../src/explore/search.ts';
import type { Assumption } from '../../src/system/assumption.ts';
import {
  holds as satisfied,
  sealed,
  withoutRecovery,
  type Program,
} from '../../src/system/program.ts';
import { follow } from '../../src/system/run.ts';
import { randomSystem } from '../random-system.ts';

/**
 * A random system in which somebody recovers: the actors of one kind, and for some seeds the first
 * promise is owed by them. Every promise has an invariant beside it that is about the same states.
 */
function recoveringSystem(seed: number): Program {
  const program = randomSystem(seed, 1500);
  const kinds = [...new Set(program.actors.map(({ of }) => of))];
  const kind = seed % 3 === 0 ? null : kinds[seed % kinds.length];
  const last = (part: number): number =>
    program.tables[program.parts[part]!.table]!.states.length - 1;
  return sealed({
    ...program,
    actors: program.actors.map((actor) => ({ ...actor, recovers: actor.of === kind })),
    promises: program.promises.map((promise, n) => ({
      ...promise,
      ofRecovery: n === 0 && seed % 2 === 0,
    })),
    invariants: [
      ...program.invariants,
      ...program.promises.map(({ name, of, pending }) => ({
        name: `not ${name} at the end`,
        of: `not ${of} at the end`,
        never: [
          ...pending,
          ...program.parts.slice(0, 2).map((_, part) => [{ part, in: [last(part)] }]),
        ],
        cite: null,
      })),
    ],
  });
}

/** Budgets that cut a search of so many states: early, late, and by a little. */
const budgets = (states: number, seed: number): number[] =>
  [
    1,
    2,
    3 + (seed % 5),
    states >> 2,
    states >> 1,
    (states * 3) >> 2,
    states - 2,
    states - 1,
  ].filter((budget, n, all) => budget >= 1 && budget < states && all.indexOf(budget) === n);

/** Each answer of a cut search is the answer of the whole, a worse one is possible, or it is unknown. */
function neverBetter(
  early: Verdict,
  whole: Verdict,
  stopped: Report['stopped'],
  where: string,
): void {
  if (stopped === null) {
    expect(early, where).toBe(whole);
    return;
  }
  expect(early, where).not.toBe('finite');
  // What was found is there: it is as bad as the whole, or the whole is worse still.
  if (early !== 'incomplete')
    expect(isWorse(early, whole), `${where}: ${early}, ${whole}`).toBe(false);
  if (isDecided(early, stopped) && early !== 'deadlock') expect(early, where).toBe(whole);
  if (early === 'deadlock') expect(['deadlock', 'broken'], where).toContain(whole);
}

function compareReports(early: Report, whole: Report, where: string): void {
  neverBetter(early.verdict, whole.verdict, early.stopped, where);
  early.promises.forEach((finding, n) => {
    const { verdict } = whole.promises[n]!;
    neverBetter(finding.verdict, verdict, early.stopped, `${where}, ${finding.promise}`);
    if (finding.verdict === 'deadlock') expect(verdict, where).toBe('deadlock');
  });
  early.invariants.forEach(({ holds, invariant }, n) => {
    const known = whole.invariants[n]!.holds;
    if (holds === null) expect(early.stopped, where).not.toBe(null);
    else expect(holds, `${where}, ${invariant}`).toBe(known);
  });
}

test('a cut search never gives a better verdict than the whole one', () => {
  const seen: Record<string, number> = {};
  for (let seed = 1; seed <= 60; seed++) {
    const program = withoutRecovery(recoveringSystem(seed));
    const whole = check(program, { states: 1e6 }, { plain: true });
    for (const states of budgets(whole.states, seed)) {
      const where = `seed ${seed}, ${states} of ${whole.states} states`;
      const early = check(program, { states }, { plain: true });
      compareReports(early, whole, where);
      // Evidence and shortcuts say the same.
      expect(check(program, { states }).verdict, where).toBe(early.verdict);
      const quick = check(program, { states }, { worstOnly: true }).verdict;
      expect(quick, where).toBe(early.verdict);
      if (early.stopped !== null) seen[early.verdict] = (seen[early.verdict] ?? 0) + 1;
    }
  }
  for (const verdict of verdicts.slice(0, -1))
    expect(seen[verdict] ?? 0, JSON.stringify(seen)).toBeGreaterThan(1);
});

test('nor does an assessment, with recovery and without', () => {
  let onlyRecoveryCut = 0;
  let brokenByRecovery = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const program = recoveringSystem(seed);
    const whole = assess(program, { states: 1e6 }, [], 0);
    const sizes = [whole.report, whole.recovered].flatMap((report) => report?.states ?? []);
    const all = sizes.flatMap((size) => budgets(size, seed));
    for (const states of new Set(all)) {
      const where = `seed ${seed}, ${states} of ${sizes.join(' and ')} states`;
      const early = assess(program, { states }, [], 0);
      neverBetter(early.verdict, whole.verdict, early.stopped, where);
      compareReports(early.report, whole.report, where);
      if (early.recovered !== null)
        compareReports(early.recovered, whole.recovered!, `${where}, recovered`);
      early.recovery.forEach(({ verdict }, n) =>
        neverBetter(
          verdict,
          whole.recovery[n]!.verdict,
          early.recovered!.stopped,
          `${where}, owed`,
        ),
      );
      expect(verdictOf(program, { states }), where).toBe(early.verdict);
      if (early.report.stopped === null && early.stopped !== null) onlyRecoveryCut++;
    }
    // What only recovery breaks is shown: its run goes through, to a state that breaks it.
    whole.recovered?.invariants.forEach(({ holds, run }, n) => {
      if (holds !== false || whole.report.invariants[n]!.holds === false) return;
      brokenByRecovery++;
      const steps = run.map(({ step }) => step);
      const { states, refused } = follow(program, steps);
      expect(refused, `seed ${seed}`).toBe(null);
      const { never } = program.invariants[n]!;
      expect(
        never.every((some) => satisfied(some, states.at(-1)!)),
        `seed ${seed}`,
      ).toBe(true);
    });
  }
  expect(onlyRecoveryCut).toBeGreaterThan(10);
  expect(brokenByRecovery).toBeGreaterThan(3);
});

describe('what a verdict needs', () => {
  /** Without an assumption the system is larger: that search may run out where the first does not. */
  const assumption = (program: Program): Assumption => ({
    name: 'the first step is guarded',
    without: () =>
      sealed({
        ...program,
        steps: program.steps.map((step, n) => (n === 0 ? { ...step, when: [] } : step)),
      }),
  });

  const listed = (needs: Assessment['needs'], name: string): readonly string[] => needs[name] ?? [];

  test('is never said to be nothing where the search without an assumption ran out', () => {
    let unsettled = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const program = withoutRecovery(recoveringSystem(seed));
      const { states } = check(program, { states: 1e6 }, { plain: true, worstOnly: true });
      const given = assumption(program);
      if (search(given.without(), { states: 1e6 }).size <= states) continue;
      const whole = assess(program, { states: 1e6 }, [given]);
      const early = assess(program, { states }, [given]);
      expect(early.stopped, `seed ${seed}`).toBe(null);
      expect(whole.unsettled).toEqual({});
      for (const name of Object.keys(whole.needs)) {
        const needed = listed(whole.needs, name).includes(given.name);
        const isListed = listed(early.needs, name).includes(given.name);
        const open = listed(early.unsettled, name).includes(given.name);
        if (open) unsettled++;
        // Needed and unknown at once is nothing that can be said.
        expect(isListed && open, `seed ${seed}, ${name}`).toBe(false);
        if (isListed) expect(needed, `seed ${seed}, ${name}`).toBe(true);
        if (needed) expect(isListed || open, `seed ${seed}, ${name}`).toBe(true);
      }
    }
    expect(unsettled).toBeGreaterThan(3);
  });

  test('says whether it was asked', () => {
    const program = withoutRecovery(recoveringSystem(1));
    expect(assess(program, { states: 1e6 }, []).needsAsked).toBe(true);
    expect(assess(program, { states: 1e6 }, [], 1)).toMatchObject({ needsAsked: false });
  });
});
