import type { Program, Some } from '../../src/system/program.ts';

/**
 * Several programs as one, of which the first step chooses one: so that a slow compiler is asked
 * once for all. Its states are those of the programs together and the start, its edges theirs and
 * one a program; a promise is kept or not as in the program that it comes from.
 */
export function oneOf(programs: readonly Program[]): Program {
  const origin = { row: null, clause: null, cite: null };
  const chosen = (which: number): Some => [{ part: 0, in: [which + 1] }];
  const base = { tables: 1, parts: 1, actors: 1 };
  const whole = {
    tables: [
      {
        lifecycle: 'chooser',
        phrases: [],
        states: ['nothing yet', ...programs.map((_, n) => `program ${n}`)],
        events: programs.map((_, n) => `choose ${n}`),
        next: [...programs.map((_, n) => n + 1), ...programs.flatMap(() => programs.map(() => -1))],
      },
    ] as Program['tables'][number][],
    parts: [
      { name: 'chosen', title: 'chosen', table: 0, family: null, index: null },
    ] as Program['parts'][number][],
    actors: [
      { name: 'chooser', of: 'chooser', fair: 'weak', because: null, recovers: false },
    ] as Program['actors'][number][],
    steps: programs.map((_, n): Program['steps'][number] => ({
      name: `choose ${n}`,
      of: `choose ${n}`,
      actor: 0,
      when: [],
      moves: [{ part: 0, event: n, origin }],
      also: [],
      atomic: null,
      origin,
    })),
    initial: [0] as number[],
    promises: [] as Program['promises'][number][],
    invariants: [] as Program['invariants'][number][],
  };
  programs.forEach((program, n) => {
    const { tables, parts, actors } = base;
    const shifted = (some: Some): Some =>
      some.map((entry) => ({ part: entry.part + parts, in: entry.in }));
    const moved = (moves: Program['steps'][number]['moves']): Program['steps'][number]['moves'] =>
      moves.map((move) => ({ ...move, part: move.part + parts }));
    whole.tables.push(...program.tables);
    whole.parts.push(
      ...program.parts.map((part) => ({
        ...part,
        name: `${n} ${part.name}`,
        table: part.table + tables,
      })),
    );
    whole.actors.push(...program.actors.map((actor) => ({ ...actor, name: `${n} ${actor.name}` })));
    whole.initial.push(...program.initial);
    for (const step of program.steps) {
      whole.steps.push({
        ...step,
        name: `${n} ${step.name}`,
        actor: step.actor + actors,
        moves: moved(step.moves),
        also: moved(step.also),
        when: [
          { some: chosen(n), text: `chosen in ${n}`, origin },
          ...step.when.map((one) => ({ ...one, some: shifted(one.some) })),
        ],
      });
    }
    for (const promise of program.promises)
      whole.promises.push({
        ...promise,
        name: `${n} ${promise.name}`,
        pending: [chosen(n), ...promise.pending.map(shifted)],
      });
    for (const invariant of program.invariants)
      whole.invariants.push({
        ...invariant,
        name: `${n} ${invariant.name}`,
        never: [...invariant.never.map(shifted), chosen(n)],
      });
    base.tables += program.tables.length;
    base.parts += program.parts.length;
    base.actors += program.actors.length;
  });
  return { digest: programs.map(({ digest }) => digest).join(' '), ...whole, leftOut: [] };
}
