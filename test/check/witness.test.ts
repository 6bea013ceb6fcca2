import { describe, expect, test } from 'vitest';
import { replay, type Finding, type Run } from '../../src/check/finding.ts';
import { answer, check } from '../../src/check/verdict.ts';
import { search } from '../../src/explore/search.ts';
import { fire, holds, type Program } from '../../src/system/program.ts';
import { naive } from '../naive/naive-checker.ts';
import { randomSystem } from '../random-system.ts';

/**
 * Evidence is replayed with the plain meaning of steps, and measured against the naive checker's
 * distances.
 */
const cases = 120;
const whole = { states: 1_000_000 };
const programs = Array.from({ length: cases }, (_, seed) => randomSystem(seed));
const reports = programs.map((program) => check(program, whole));
const findingsOf = (
  verdict: string,
): { program: Program; finding: Finding; seed: number; promise: number }[] =>
  programs.flatMap((program, seed) =>
    reports[seed]!.promises.flatMap((finding, promise) =>
      finding.verdict === verdict ? [{ program, finding, seed, promise }] : [],
    ),
  );

type State = readonly number[];
const stepsOf = (run: Run): string[] => run.map(({ step }) => step);
const pending = (program: Program, promise: number, state: State): boolean =>
  program.promises[promise]!.pending.every((some) => holds(some, state));

/** Every state from `from`, with its steps in declaration order. */
function unfold(
  program: Program,
  from: State = program.initial,
  may: (actor: number) => boolean = () => true,
): Map<string, { state: State; steps: { step: number; to: string }[] }> {
  const reached = new Map<string, { state: State; steps: { step: number; to: string }[] }>([
    [from.join(), { state: from, steps: [] }],
  ]);
  for (const { state, steps } of reached.values())
    program.steps.forEach((step, r) => {
      const after = may(step.actor) ? fire(program, step, [...state]) : null;
      if (after === null) return;
      steps.push({ step: r, to: after.join() });
      if (!reached.has(after.join())) reached.set(after.join(), { state: after, steps: [] });
    });
  return reached;
}

/**
 * The least of the shortest runs from the start to a state of `goal`, step by step: each time the
 * first that comes nearer.
 */
function least(program: Program, goal: (state: string) => boolean): string[] {
  const reached = unfold(program);
  const distance = new Map([...reached.keys()].filter(goal).map((key) => [key, 0]));
  for (let d = 0, before = -1; distance.size !== before; d++) {
    before = distance.size;
    for (const [key, { steps }] of reached)
      if (!distance.has(key) && steps.some(({ to }) => distance.get(to) === d))
        distance.set(key, d + 1);
  }
  const steps: string[] = [];
  for (let stateKey = program.initial.join(); distance.get(stateKey)! > 0;) {
    const step = reached
      .get(stateKey)!
      .steps.find(({ to }) => distance.get(to) === distance.get(stateKey)! - 1)!;
    steps.push(program.steps[step.step]!.name);
    stateKey = step.to;
  }
  return steps;
}

/** The states from which nobody who `may` act keeps the promise. */
function lost(program: Program, promise: number, may: (actor: number) => boolean): Set<string> {
  const reached = unfold(program);
  const can = new Set(
    [...reached].filter(([, { state }]) => !pending(program, promise, state)).map(([key]) => key),
  );
  for (let before = -1; can.size !== before;) {
    before = can.size;
    for (const [key, { steps }] of reached)
      if (steps.some(({ step, to }) => may(program.steps[step]!.actor) && can.has(to)))
        can.add(key);
  }
  return new Set([...reached.keys()].filter((key) => !can.has(key)));
}

test('there are witnesses of every kind to look at', () => {
  expect(programs.length).toBe(cases);
  for (const verdict of ['deadlock', 'indefinite', 'unbounded', 'finite'])
    expect(findingsOf(verdict).length, verdict).toBeGreaterThanOrEqual(10);
  expect(
    findingsOf('unbounded').filter(({ finding }) => finding.loop.length > 0).length,
  ).toBeGreaterThanOrEqual(10);
  expect(
    findingsOf('deadlock').filter(({ finding }) => finding.run.length > finding.sealed!).length,
  ).toBeGreaterThanOrEqual(3);
});

describe('the run to a deadlock', () => {
  test('is the shortest and, of those, the least in declaration order; and goes on to a standstill', () => {
    for (const { program, finding, promise, seed } of findingsOf('deadlock')) {
      const sealed = lost(program, promise, () => true);
      expect(finding.sealed, `seed ${seed}`).toBe(naive(program).promises[promise]!.nearest);
      expect(stepsOf(finding.run).slice(0, finding.sealed!), `seed ${seed}`).toEqual(
        least(program, (key) => sealed.has(key)),
      );
      const { end, run } = replay(program, stepsOf(finding.run));
      expect(run).toEqual(finding.run);
      // A bottom component: from everything that it reaches it is reached again; and the promise is
      // pending in all of it.
      const below = unfold(program, end);
      const back = new Set([end.join()]);
      for (let before = -1; back.size !== before;) {
        before = back.size;
        for (const [key, { steps }] of below)
          if (steps.some(({ to }) => back.has(to))) back.add(key);
      }
      expect(back.size, `seed ${seed}`).toBe(below.size);
      for (const { state } of below.values()) expect(pending(program, promise, state)).toBe(true);
    }
  });
});

describe('the run to where only a favour helps', () => {
  test('is the shortest and least, and the environment can still help', () => {
    for (const { program, finding, promise, seed } of findingsOf('indefinite')) {
      const ours = (actor: number): boolean => program.actors[actor]!.fair !== 'none';
      const stranded = lost(program, promise, ours);
      const way = least(program, (key) => stranded.has(key));
      expect(way.length, `seed ${seed}`).toBe(naive(program).promises[promise]!.nearest);
      expect(stepsOf(finding.run).slice(0, way.length), `seed ${seed}`).toEqual(way);
      expect(finding.sealed).toBeNull();
      const { end } = replay(program, stepsOf(finding.run));
      for (const { state } of unfold(program, end, ours).values())
        expect(pending(program, promise, state)).toBe(true);
      expect(finding.favours.length).toBeGreaterThan(0);
      for (const favour of finding.favours)
        expect(ours(program.steps.find(({ name }) => name === favour)!.actor)).toBe(false);
      expect(
        [...unfold(program, end).values()].some(({ state }) => !pending(program, promise, state)),
        `seed ${seed}`,
      ).toBe(true);
    }
  });
});

describe('the lasso of an unbounded promise', () => {
  test('replays, comes back, stays pending, and is fair', () => {
    for (const { program, finding, promise, seed } of findingsOf('unbounded')) {
      const stem = replay(program, stepsOf(finding.run));
      const fired = new Set(
        finding.loop.map(({ step }) => program.steps.find(({ name }) => name === step)!.actor),
      );
      const states: State[] = [stem.end];
      for (const { step } of finding.loop) states.push(replay(program, [step], states.at(-1)!).end);
      expect(states.at(-1), `seed ${seed}`).toEqual(stem.end);
      const starved = new Set<string>();
      program.actors.forEach(({ fair, name }, actor) => {
        const on = states.map((state) =>
          program.steps.some(
            (step) => step.actor === actor && fire(program, step, [...state]) !== null,
          ),
        );
        if (fair === 'weak')
          expect(
            fired.has(actor) || on.includes(false),
            `seed ${seed}: ${name} is weakly fair`,
          ).toBe(true);
        if (fair === 'strong')
          expect(
            fired.has(actor) || !on.includes(true),
            `seed ${seed}: ${name} is strongly fair`,
          ).toBe(true);
        if (fair !== 'none' && !fired.has(actor) && on.includes(true)) starved.add(name);
      });
      for (const state of states)
        expect(pending(program, promise, state), `seed ${seed}`).toBe(true);
      expect(new Set(finding.starves), `seed ${seed}`).toEqual(starved);
    }
  });

  test('has a stem that no run undercuts', () => {
    for (const { program, finding } of findingsOf('unbounded'))
      expect(stepsOf(finding.run)).toEqual(
        least(program, (key) => key === replay(program, stepsOf(finding.run)).end.join()),
      );
  });
});

describe('a search that ran out of budget', () => {
  const worse = ['deadlock', 'indefinite', 'unbounded'];
  test('never says finite, and what it does say is true of the whole', () => {
    const verdictsSeen: string[] = [];
    programs.forEach((program, seed) => {
      for (const states of [1, 4, 12, 40]) {
        const graph = search(program, { states });
        if (graph.stopped === null) continue;
        answer(graph).promises.forEach((finding, p) => {
          const { verdict, run, loop } = finding;
          verdictsSeen.push(verdict);
          if (verdict === 'incomplete') return;
          expect(worse, `seed ${seed}, ${states} states`).toContain(verdict);
          expect(
            worse.slice(0, worse.indexOf(verdict) + 1),
            `seed ${seed}, ${states} states`,
          ).toContain(reports[seed]!.promises[p]!.verdict);
          const { end } = replay(program, stepsOf(run));
          if (verdict === 'deadlock')
            expect(lost(program, p, () => true).has(end.join())).toBe(true);
          expect(replay(program, stepsOf(loop), end).end).toEqual(end);
        });
      }
    });
    for (const verdict of [...worse, 'incomplete'])
      expect(verdictsSeen.filter((one) => one === verdict).length, verdict).toBeGreaterThanOrEqual(
        3,
      );
    expect(verdictsSeen).not.toContain('finite');
  });
});
