import { nextLocal, tableOf, type Move, type Program, type Step } from '../system/program.ts';

/** What each part can come to, whatever the others do. */
export type Locals = {
  /** For each part, the local states that it may take, ascending. */
  readonly of: readonly (readonly number[])[];
  /** For each part, the place of each local state among those; -1 where it is none of them. */
  readonly places: readonly Int32Array[];
  /** For each step that may be taken, its moves from these local states; null where it never is. */
  readonly moves: readonly (readonly Source[] | null)[];
};

/**
 * For each part, a set of local states that holds those which it takes in reachable states. The
 * sets are the least that hold the initial ones and are closed: where a guard and a move can be met
 * from the sets, so is what the move leads to. By induction over the steps of a run no reachable
 * state leaves them.
 */
export function localsOf(program: Program): Locals {
  const seen = program.parts.map((_, part) =>
    new Uint8Array(tableOf(program, part).states.length).fill(0),
  );
  program.initial.forEach((local, part) => {
    seen[part]![local] = 1;
  });
  const live = new Uint8Array(program.steps.length);
  const sources = program.steps.map((step) => sourcesOf(program, step));
  for (let more = true; more;) {
    more = false;
    for (let r = 0; r < sources.length; r++) {
      if (live[r] === 0 && !mayHappen(program.steps[r]!, sources[r]!, seen)) continue;
      live[r] = 1;
      for (const { part, event, from } of sources[r]!) {
        const has = seen[part]!;
        for (const local of from) {
          if (has[local] === 0) continue;
          const after = nextLocal(program, part, event, local);
          if (after < 0 || has[after] === 1) continue;
          has[after] = 1;
          more = true;
        }
      }
    }
  }
  const occurring = seen.map((has) => [...has.keys()].filter((local) => has[local] === 1));
  const places = seen.map((has, part) => {
    const places = new Int32Array(has.length).fill(-1);
    occurring[part]!.forEach((local, place) => {
      places[local] = place;
    });
    return places;
  });
  const moves = sources.map((moved, r) =>
    live[r] === 0
      ? null
      : moved.map(({ part, event, from }) => ({
          part,
          event,
          from: from.filter((local) => seen[part]![local] === 1),
        })),
  );
  return { of: occurring, places, moves };
}

/** Whether all guards and all moves that must be taken can be met from the sets. */
function mayHappen(
  { when, moves }: Step,
  sources: readonly Source[],
  seen: readonly Uint8Array[],
): boolean {
  for (let m = 0; m < moves.length; m++) {
    const { part, from } = sources[m]!;
    if (!from.some((local) => seen[part]![local] === 1)) return false;
  }
  return when.every(({ some }) =>
    some.some(({ part, in: locals }) => locals.some((local) => seen[part]![local] === 1)),
  );
}

/** A move of a step, and the local states of its part in which the step may find it. */
type Source = {
  readonly part: number;
  readonly event: number;
  readonly from: readonly number[];
};

/** The moves of a step, those that must be taken first, under the guards on each part alone. */
function sourcesOf(program: Program, { when, moves, also }: Step): readonly Source[] {
  const from = ({ part, event }: Move, must: boolean): number[] => {
    const alone = when.filter(({ some }) => some.length === 1 && some[0]!.part === part);
    const locals: number[] = [];
    const { length } = tableOf(program, part).states;
    for (let local = 0; local < length; local++) {
      if (must && nextLocal(program, part, event, local) < 0) continue;
      if (alone.every(({ some }) => some[0]!.in.includes(local))) locals.push(local);
    }
    return locals;
  };
  return [
    ...moves.map((move) => ({ part: move.part, event: move.event, from: from(move, true) })),
    ...also.map((move) => ({ part: move.part, event: move.event, from: from(move, false) })),
  ];
}
