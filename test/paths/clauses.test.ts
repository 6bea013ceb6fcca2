import { setup } from 'xstate';
import { describe, expect, test } from 'vitest';
import type { Description } from '../../machines/description/description.ts';
import { clauseIds, type ClauseId } from '../../machines/description/ids.ts';
import { instruments } from '../../machines/options/index.ts';
import { options } from '../../machines/options/index.ts';
import { specOf, systemOf } from '../../machines/description/system.ts';
import { ablationsOf } from '../../src/judge/path-suites.ts';
import { keepable } from '../../src/check/keepable.ts';
import { walk } from '../../src/check/walk.ts';
import { search } from '../../src/explore/search.ts';
import { carry } from '../../src/paths/carry.ts';
import { clausePaths } from '../../src/paths/clause.ts';
import { stateAfter } from '../../src/paths/run-edges.ts';
import type { PathFile } from '../../src/paths/path.ts';
import { clauseFile, toFile, type NamedSystem } from '../../src/paths/suite.ts';
import { situation } from '../../src/paths/where.ts';
import { compose } from '../../src/system/compose.ts';
import { fire, holds, refusal, withoutRecovery, type Program } from '../../src/system/program.ts';
import { vocabulary } from '../../src/system/vocabulary.ts';

const budget = { states: 100_000 };
const described = (name: string): Description => ({ driver: name, options: [name as never] });
const own = (name: string): NamedSystem => ({
  name,
  described: described(name),
  program: withoutRecovery(systemOf(described(name))),
});
const fileOf = (name: string): PathFile => {
  const { systems, ablations } = ablationsOf(own(name), described(name));
  return clauseFile({ name, version: 'test', perPath: 10, systems }, ablations, budget);
};
const without = (of: Description, clause: string): Program =>
  withoutRecovery(systemOf({ ...of, without: [clause as ClauseId] }));
const byName = (program: Program, step: string) => program.steps.find(({ name }) => name === step);

const files = options.map(({ name }) => fileOf(name));
const shown = files.flatMap((file) =>
  file.paths.flatMap((path) =>
    path.clauses.map((clause) => ({
      name: `${clause.name} ${path.id}`,
      path,
      clause,
      of: file.systems[path.system]!.described as Description,
    })),
  ),
);

test('every clause of every option has a path, and all of what is lost without it', () => {
  expect(shown.length).toBeGreaterThan(30);
  const covered = new Set(files.flatMap(({ paths }) => paths.flatMap(({ targets }) => targets)));
  for (const { coverage } of files)
    expect([coverage.covered, coverage.uncovered, coverage.unreachable]).toEqual([
      coverage.targets,
      [],
      [],
    ]);
  for (const clause of clauseIds)
    expect(
      [...covered].filter((target) => target.startsWith(`clause:${clause}@`)).length,
      clause,
    ).toBeGreaterThan(0);
  expect(covered).toContain('clause:preempt/while-faulted@fence[1]');
});

test.each(shown)(
  '$name: replays from the steps, and ends where all promises are kept',
  ({ path, of }) => {
    const program = withoutRecovery(systemOf(of));
    let state: readonly number[] = program.initial;
    for (const step of path.steps) {
      const next = fire(program, byName(program, step.step)!, state);
      expect(next, step.step).not.toBeNull();
      state = next!;
    }
    expect(
      program.promises
        .filter(({ pending }) => pending.every((some) => holds(some, state)))
        .map(({ name }) => name),
    ).toEqual([]);
    expect(path.kind === 'refused').toBe(path.clauses.every(({ tried }) => tried !== null));
  },
);

test.each(shown)(
  '$name: at the brink the promises are lost without the clause, and not with it',
  ({ path, clause, of }) => {
    expect(clause.verdict).not.toBeNull();
    const bare = search(without(of, clause.name), budget);
    const steps = path.steps.map(({ step }) => step);
    const run = steps.slice(0, clause.brink);
    const { program } = bare;
    const ours = Uint8Array.from(program.steps, ({ actor }) =>
      Number(program.actors[actor]!.fair !== 'none'),
    );
    const lost = (state: number, name: string): boolean => {
      const promise = program.promises.find((one) => one.name === name)!;
      const pending = Int32Array.from(bare.where(promise.pending));
      return (
        keepable(bare, pending, clause.verdict === 'deadlock' ? null : ours).can[state]! % 2 === 0
      );
    };
    if (clause.tried === null) {
      // Rescued: the same steps lead to where nothing helps any more; the way on is refused there.
      for (const promise of clause.breaks)
        expect(lost(stateAfter(bare, run), promise), promise).toBe(true);
      expect(carry(program, steps).refused).not.toBeNull();
      expect(clause.rescue!.without).not.toBeNull();
    } else {
      // Refused: without the clause the tried step is possible, and from there the promises can be lost.
      const there = stateAfter(bare, [...run, clause.tried]);
      for (const promise of clause.breaks)
        expect(
          walk(bare, there, (state) => lost(state, promise), null),
          promise,
        ).not.toBeNull();
    }
  },
);

test.each(shown.filter(({ clause }) => clause.tried !== null))(
  '$name: what must be refused is refused, by the clause',
  ({ path, clause, of }) => {
    const program = withoutRecovery(systemOf(of));
    const main = clause.refusals.find(
      ({ step, after, until }) =>
        step === clause.tried && after <= clause.brink && (until === null || clause.brink < until),
    );
    expect(main).toBeDefined();
    const { states } = carry(
      program,
      path.steps.map(({ step }) => step),
    );
    for (const { step, after, until, delayed, clause: by } of clause.refusals) {
      expect(by).toBe(clause.name);
      const same = byName(program, step);
      for (let at = after; at < (until ?? states.length); at++)
        if (same !== undefined)
          expect(refusal(program, same, states[at]!), `${step} after ${at}`).not.toBeNull();
      if (delayed) expect(refusal(program, same!, states[until!]!)).toBeNull();
    }
  },
);

describe('unrelated parts', () => {
  const machine = setup({
    types: { events: {} as { type: 'open' } | { type: 'shut' } },
  }).createMachine({
    id: 'window',
    initial: 'shut',
    states: { shut: { on: { open: 'open' } }, open: { on: { shut: 'shut' } } },
  });
  const v = vocabulary({ window: { of: machine } });
  const row = v.row({
    name: 'window',
    steps: v.steps(
      { name: 'open_window', actor: 'user', moves: { window: 'open' } },
      { name: 'shut_window', actor: 'foreign', moves: { window: 'shut' } },
    ),
    promises: [{ name: 'window-shut', pending: { window: 'open' } }],
  });
  const wider = (of: Description): Program => {
    const spec = specOf(of);
    return withoutRecovery(compose({ ...spec, rows: [row, ...spec.rows] }));
  };

  test('do not change the paths for a clause', () => {
    let seen = 0;
    for (const clause of [
      'preempt/while-faulted',
      'flush/held-until-published',
      'reserve-in-flight/from-visible',
      'track-dependencies/own-fences',
      'separate-memory/no-fallback',
    ] as const) {
      const description = described(clause.split('/')[0]!);
      const says = options.flatMap(({ clauses }) => clauses).find(({ name }) => name === clause)!;
      const make = (program: (one: Description) => Program) =>
        clausePaths(
          {
            system: 's',
            clause: says,
            with: program(description),
            without: program({ ...description, without: [clause] }),
            instrument: null,
          },
          budget,
        );
      const narrow = make((one) => withoutRecovery(systemOf(one)));
      expect(narrow.paths.length).toBeGreaterThan(0);
      expect(make(wider)).toEqual(narrow);
      seen += narrow.paths.length;
    }
    expect(seen).toBeGreaterThan(5);
  });

  test('do not change the paths to a situation', () => {
    const description = described('preempt');
    const make = (program: Program): unknown => {
      const where = [
        'fence[1]=visible,compute[1]=preempted',
        'alloc[1]=waiting',
        'foreignFence=signaled',
      ].map((text) => situation(program, text));
      return toFile(
        { name: 's', version: '', perPath: 10, systems: [{ name: 's', described: null, program }] },
        search(program, budget),
        where,
      ).paths;
    };
    const narrow = make(withoutRecovery(systemOf(description))) as PathFile['paths'];
    expect(narrow.length).toBe(3);
    expect(make(wider(description))).toEqual(narrow);
  });
});

test('instruments name functions of files, and every scenario is needed', () => {
  for (const clause of clauseIds) {
    const { at, in: scenario } = instruments[clause];
    for (const place of at) expect(place, clause).toMatch(/^[\w./-]+\.[ch]: [\w ,]+$/);
    const name = clause.split('/')[0]!;
    const { ablations } = ablationsOf(own(name), described(name));
    const candidates = ablations.find(([first]) => first!.clause.name === clause)!;
    // Where the text's own story loses something already, no other system is wanted.
    const loses = candidates.map((one) => clausePaths(one, budget).loses);
    expect([clause, ...loses]).toEqual(
      scenario === undefined ? [clause, true] : [clause, false, true],
    );
  }
});
