import { describe, expect, test } from 'vitest';
import { setup } from 'xstate';
import { refused, replay, verdicts, worst } from '../../src/check/finding.ts';
import { check } from '../../src/check/verdict.ts';
import { compose } from '../../src/system/compose.ts';
import { Misuse } from '../../src/system/misuse.ts';
import { refusal, type Program } from '../../src/system/program.ts';
import { vocabulary, type Actor, type Row } from '../../src/system/vocabulary.ts';
import { naive } from '../naive/naive-checker.ts';

const toggle = setup({ types: { events: {} as { type: 'flip' } } }).createMachine({
  id: 'toggle',
  initial: 'off',
  states: { off: { on: { flip: 'on' } }, on: { on: { flip: 'off' } } },
});
const job = setup({
  types: { events: {} as { type: 'start' } | { type: 'end' } | { type: 'poll' } },
}).createMachine({
  id: 'job',
  initial: 'idle',
  states: {
    idle: { on: { start: 'due' } },
    due: { on: { end: 'done', poll: { target: 'due', reenter: true } } },
    done: {},
  },
});
const v = vocabulary({ job: { of: job }, door: { of: toggle } } as const);
type Fair = Actor['fair'];
const as = (fair: Fair): Actor => ({ fair, because: 'the test says so' });

/**
 * A job that a server ends, a door that somebody flips, and whether the server needs the door open.
 */
function system({
  server,
  flipper,
  needsDoor = false,
  polls = null as string | null,
}: {
  server: Fair;
  flipper: Fair;
  needsDoor?: boolean;
  polls?: string | null;
}): Program {
  return compose({
    rows: [
      v.row({
        name: 'row',
        steps: v.steps(
          { name: 'start', actor: 'user', moves: { job: 'start' } },
          {
            name: 'end',
            actor: 'server',
            moves: { job: 'end' },
            when: needsDoor ? { door: 'on' } : {},
          },
          { name: 'flip', actor: 'flipper', moves: { door: 'flip' } },
          ...(polls === null
            ? []
            : v.steps({ name: 'poll', actor: polls, moves: { job: 'poll' } })),
        ),
        promises: [{ name: 'ends', pending: { job: 'due' } }],
      }) as Row,
    ],
    actors: { user: as('none'), server: as(server), flipper: as(flipper), other: as('weak') },
    sizes: {},
  });
}

/** The answer, after the naive checker has given the same. */
const verdict = (program: Program): string => {
  const [finding] = check(program, { states: 100 }).promises;
  expect(finding!.verdict).toBe(naive(program).promises[0]!.verdict);
  return finding!.verdict;
};

describe('fairness', () => {
  test('weak is enough for what stays enabled, whoever else moves', () => {
    expect(verdict(system({ server: 'weak', flipper: 'weak' }))).toBe('finite');
    expect(verdict(system({ server: 'none', flipper: 'weak' }))).toBe('indefinite');
  });

  test("is each actor's own, however many there are", () => {
    const few = system({ server: 'weak', flipper: 'weak' });
    const idle = Array.from({ length: 8192 }, (_, index) => ({
      ...few.actors[0]!,
      name: `idle ${index}`,
      of: `idle ${index}`,
      fair: index === 0 ? ('weak' as const) : ('none' as const),
    }));
    const many: Program = {
      ...few,
      actors: [...idle, ...few.actors],
      steps: few.steps.map((step) => ({ ...step, actor: step.actor + idle.length })),
    };
    const verdictOf = (program: Program): string =>
      check(program, { states: 100 }).promises[0]!.verdict;
    expect([verdictOf(few), verdictOf(many)]).toEqual(['finite', 'finite']);
    const unfair: Program = {
      ...many,
      actors: many.actors.map((actor) =>
        actor.of === 'server' ? { ...actor, fair: 'none' as const } : actor,
      ),
    };
    expect(verdictOf(unfair)).toBe('indefinite');
  });

  test('what is enabled again and again needs strong', () => {
    expect(verdict(system({ server: 'weak', flipper: 'weak', needsDoor: true }))).toBe('unbounded');
    expect(verdict(system({ server: 'strong', flipper: 'weak', needsDoor: true }))).toBe('finite');
    const starved = check(system({ server: 'weak', flipper: 'weak', needsDoor: true }), {
      states: 100,
    }).promises[0]!;
    expect(starved.run.map(({ step }) => step)).toEqual(['start']);
    expect(starved.loop.map(({ step }) => step)).toEqual(['flip', 'flip']);
    expect(starved.starves).toEqual(['server']);
  });

  test('strong helps nobody while the door may stay shut', () => {
    expect(verdict(system({ server: 'strong', flipper: 'none', needsDoor: true }))).toBe(
      'indefinite',
    );
  });

  test('belongs to actors: a second step of the same actor may take its turns', () => {
    expect(verdict(system({ server: 'weak', flipper: 'weak', polls: 'other' }))).toBe('finite');
    expect(verdict(system({ server: 'weak', flipper: 'weak', polls: 'server' }))).toBe('unbounded');
    expect(verdict(system({ server: 'strong', flipper: 'weak', polls: 'server' }))).toBe(
      'unbounded',
    );
    // A self-loop is a step like any other: the loop is that one step.
    const finding = check(system({ server: 'weak', flipper: 'none', polls: 'server' }), {
      states: 100,
    }).promises[0]!;
    expect(finding.loop.map(({ step }) => step)).toEqual(['poll']);
    expect(finding.starves).toEqual([]);
  });

  test('what an assumption is dropped with: the question may say how fair somebody is', () => {
    const program = system({ server: 'strong', flipper: 'weak', needsDoor: true });
    const server = program.actors.findIndex(({ name }) => name === 'server');
    const ask = (fair: Fair): string =>
      check(
        program,
        { states: 100 },
        { fair: (actor) => (actor === server ? fair : program.actors[actor]!.fair) },
      ).promises[0]!.verdict;
    expect([ask('strong'), ask('weak'), ask('none')]).toEqual(['finite', 'unbounded', 'unbounded']);
  });

  test('is counted right for more actors than a machine word has bits', () => {
    const many = vocabulary({ job: { of: job, family: 'n' } } as const);
    const program = (server: Fair): Program =>
      compose({
        rows: [
          many.row({
            name: 'row',
            steps: many.steps(
              {
                name: 'start',
                actor: 'user',
                moves: { 'job[i]': 'start' },
                when: { 'job[*]': ['idle', 'done'] },
              },
              { name: 'end', actor: 'server[i]', moves: { 'job[i]': 'end' } },
            ),
            promises: [{ name: 'ends', pending: { 'job[i]': 'due' } }],
          }) as Row,
        ],
        actors: { user: as('none'), server: as(server) },
        sizes: { n: 7 },
      });
    const wide = (server: Fair): Program => {
      const small = program(server);
      return {
        ...small,
        actors: [
          ...Array.from({ length: 60 }, (_, n) => ({ ...small.actors[0]!, name: `nobody ${n}` })),
          ...small.actors,
        ],
        steps: small.steps.map((step) => ({ ...step, actor: step.actor + 60 })),
      };
    };
    for (const server of ['weak', 'strong', 'none'] as const) {
      const told = check(wide(server), { states: 10_000 }).promises.map((one) => one.verdict);
      expect(told).toEqual(Array(7).fill(server === 'none' ? 'indefinite' : 'finite'));
    }
  });
});

describe('a report', () => {
  test('never pending is told apart from kept', () => {
    const program = compose({
      rows: [
        v.row({
          name: 'row',
          steps: v.steps(
            { name: 'flip', actor: 'user', moves: { door: 'flip' } },
            { name: 'end', actor: 'user', moves: { job: 'end' } },
          ),
          promises: [{ name: 'ends', pending: { job: 'due' } }],
        }) as Row,
      ],
      actors: { user: as('weak') },
      sizes: {},
    });
    const report = check(program, { states: 100 });
    expect([report.promises[0]!.verdict, report.promises[0]!.pending]).toEqual(['finite', 0]);
    expect(report.neverFired).toEqual(['end']);
    expect(
      check(system({ server: 'weak', flipper: 'weak' }), { states: 100 }).promises[0]!.pending,
    ).toBe(2);
  });

  test('is as bad as its worst promise', () => {
    for (const [at, one] of verdicts.entries())
      for (const other of verdicts.slice(at)) {
        expect(worst([one, other])).toBe(one);
        expect(worst([other, one])).toBe(one);
      }
    expect(worst([])).toBe('finite');
  });

  test('answers for more than 32 promises', () => {
    const small = system({ server: 'weak', flipper: 'weak' });
    const due = small.promises[0]!;
    // The last alone can be lost: it asks for the door to stay open for ever.
    const program = {
      ...small,
      promises: [
        ...Array.from({ length: 40 }, (_, n) => ({ ...due, name: `ends ${n}` })),
        { ...due, name: 'stuck', pending: [[{ part: 0, in: [2] }]] },
      ],
    };
    const told = check(program, { states: 100 }).promises.map((finding) => finding.verdict);
    expect(told).toEqual([...Array(40).fill('finite'), 'deadlock']);
  });
});

describe('a run', () => {
  const program = system({ server: 'weak', flipper: 'weak', needsDoor: true });
  test('is replayed with what each step moved', () => {
    expect(replay(program, ['start', 'flip', 'end']).run).toEqual([
      { step: 'start', moved: { job: ['idle', 'due'] } },
      { step: 'flip', moved: { door: ['off', 'on'] } },
      { step: 'end', moved: { job: ['due', 'done'] } },
    ]);
  });
  test('that cannot be is refused with the reason', () => {
    expect(() => replay(program, ['start', 'end'])).toThrow(
      new Misuse("step 2: 'end' is refused: it needs door in on"),
    );
    expect(() => replay(program, ['end'])).toThrow("step 1: 'end' is refused: it needs door in on");
    expect(() => replay(program, ['start', 'start'])).toThrow(
      "step 2: 'start' is refused: job is in due and does not take start",
    );
    expect(() => replay(program, ['strat'])).toThrow(
      "step 1: there is no step 'strat' in this system",
    );
    expect(
      refused(
        program,
        refusal(
          program,
          program.steps.find(({ name }) => name === 'end')!,
          program.initial,
        )!,
        program.initial,
      ),
    ).toBe('it needs door in on');
  });
});
