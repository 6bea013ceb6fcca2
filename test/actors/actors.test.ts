import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contexts, shared, splits, type Context } from '../../machines/words/contexts.ts';
import { systemOf } from '../../machines/description/system.ts';
import { check } from '../../src/check/verdict.ts';
import { withoutRecovery, type Program } from '../../src/system/program.ts';
import { actorsPage, casts } from './page.ts';
import { base, systems } from './systems.ts';

const known: Readonly<Record<string, Context>> = contexts;
const every = systems();

/** The weakly fair actors of a system that take steps, by the thread that they are. */
function weakOf(program: Program): Map<string, Set<string>> {
  const act = new Set(program.steps.map(({ actor }) => actor));
  const byThread = new Map<string, Set<string>>();
  for (const [at, { name, fair }] of program.actors.entries()) {
    const thread = known[base(name)]?.thread;
    if (!act.has(at) || fair !== 'weak' || thread === undefined) continue;
    byThread.set(thread, (byThread.get(thread) ?? new Set()).add(base(name)));
  }
  return byThread;
}
const explains = (names: readonly string[]) =>
  splits.find(({ actors }) => names.every((name) => actors.includes(name)));

/** The same system in which these are one actor, member by member. */
function asOne(program: Program, names: readonly string[]): Program {
  const first = new Map<string, number>();
  const instead = program.actors.map(({ name }, at) => {
    if (!names.includes(base(name))) return at;
    const member = name.slice(base(name).length);
    return first.get(member) ?? (first.set(member, at), at);
  });
  const steps = program.steps.map((step) => ({ ...step, actor: instead[step.actor]! }));
  return { ...program, steps };
}
const answersOf = (program: Program) => {
  const { stopped, verdict, promises } = check(program, { states: 60_000 }, { plain: true });
  return stopped === null ? [verdict, ...promises.map((one) => one.verdict)] : null;
};

describe('who acts', () => {
  it('is a thread for every actor of every cast, and nobody else', () => {
    const acting = new Set(Object.values(casts).flatMap((cast) => Object.keys(cast)));
    expect(acting.size).toBeGreaterThan(120);
    expect(Object.keys(contexts).sort()).toEqual([...acting].sort());
    for (const { file, by, thread } of Object.values(known)) {
      expect(file).toMatch(/^(drivers|include|Documentation|mm|kernel)\//);
      expect(by.length * thread.length).toBeGreaterThan(0);
    }
  });

  it('is known in every system, but for threads that are text and name themselves', () => {
    expect(every.length).toBeGreaterThan(350);
    const strangers = every.flatMap(({ name, program }) =>
      program.actors.flatMap((actor, at) => {
        if (known[base(actor.name)] !== undefined) return [];
        const steps = program.steps.filter((step) => step.actor === at);
        // A thread that is text has up to three actors, which begin with its name, as its steps do.
        const thread = base(actor.name).replace(/_(start|lock|free)$/, '');
        const itsOwn = steps.every(({ of }) => of.startsWith(thread));
        return itsOwn ? [] : [`${name}: ${actor.name}`];
      }),
    );
    expect(strangers).toEqual([]);
  });

  it('is one weakly fair actor a thread, or the reason is stated', () => {
    const met = new Set<string>();
    const unexplained = every.flatMap(({ name, program }) =>
      [...weakOf(program)].flatMap(([thread, names]) => {
        if (names.size < 2) return [];
        const why = explains([...names]);
        if (why !== undefined) met.add(why.actors.join());
        return why === undefined ? [`${name}: ${thread}: ${[...names].join(', ')}`] : [];
      }),
    );
    expect(unexplained).toEqual([]);
    expect(splits.map(({ actors }) => actors.join()).filter((one) => !met.has(one))).toEqual([]);
  });

  it('makes no difference where the actors of a thread are one', { timeout: 300_000 }, () => {
    const asked = new Map<string, number>();
    for (const { name, program: whole } of every) {
      const program = withoutRecovery(whole);
      for (const names of [...weakOf(program).values()].map((some) => [...some])) {
        const why = explains(names);
        if (names.length < 2 || why === undefined || why.apart === true) continue;
        const apart = answersOf(program);
        if (apart === null) continue;
        expect(answersOf(asOne(program, names)), `${name}: ${names.join(', ')}`).toEqual(apart);
        asked.set(why.actors.join(), (asked.get(why.actors.join()) ?? 0) + 1);
      }
    }
    expect(asked.size).toBeGreaterThan(4);
  });

  it('makes no difference where an actor of several threads is one for each', () => {
    const asked = new Set<string>();
    for (const { name, program: whole } of every) {
      const program = withoutRecovery(whole);
      for (const { actor, rows } of shared) {
        const actorIndex = program.actors.findIndex((one) => one.name === actor);
        const own = program.steps.filter((step) => step.actor === actorIndex);
        if (!own.some(({ origin }) => rows.includes(origin.row ?? ''))) continue;
        const parts = [...new Set(own.map(({ moves }) => moves[0]!.part))];
        if (parts.length < 2) continue;
        const split: Program = {
          ...program,
          actors: [
            ...program.actors,
            ...parts.map((part) => ({
              ...program.actors[actorIndex]!,
              name: `${actor}_of_${part}`,
            })),
          ],
          steps: program.steps.map((step) =>
            step.actor === actorIndex
              ? { ...step, actor: program.actors.length + parts.indexOf(step.moves[0]!.part) }
              : step,
          ),
        };
        expect(answersOf(split), `${name}: ${actor}`).toEqual(answersOf(program));
        asked.add(actor);
      }
    }
    expect([...asked].sort()).toEqual(shared.map(({ actor }) => actor).sort());
  });

  it('would make one where the repair and the reclaim of its allocation were two', () => {
    const program = withoutRecovery(
      systemOf({ driver: 'split', options: ['track-dependencies', 'reserve-static'] }),
    );
    const whole = answersOf(program);
    const workerIndex = program.actors.findIndex(({ name }) => name === 'fault_worker[1]');
    const reclaim = program.actors.length;
    const split: Program = {
      ...program,
      actors: [...program.actors, { ...program.actors[workerIndex]!, name: 'reclaim[1]' }],
      steps: program.steps.map((step) =>
        step.actor === workerIndex && step.of.includes('reclaim')
          ? { ...step, actor: reclaim }
          : step,
      ),
    };
    expect(whole?.[0]).toBe('finite');
    expect(answersOf(split)?.[0]).toBe('unbounded');
  });

  it('is docs/actors.md', () => {
    const file = new URL('../../docs/actors.md', import.meta.url);
    const page = actorsPage();
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, page);
    expect(readFileSync(file, 'utf8')).toBe(page);
  });
});
