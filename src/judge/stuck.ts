import { holds, fire, refusal, nextLocal, type Program, type Promised } from '../system/program.ts';
import { demands, refusedIn, refusedJson, type RefusedJson } from './refused.ts';

/** A step that could move a part on, and who refuses it. */
export type Way = {
  readonly step: string;
  /** By whom, as an actor's name. */
  readonly actor: string;
  /** In how many of the states it can happen. */
  readonly possible: number;
  /** Whether those refuse it in every one of the states. Where nobody always does, they are all who do in the first where somebody does. */
  readonly always: boolean;
  readonly refused: readonly RefusedJson[];
};

/** A part that would have to move, and all steps that could. */
export type Stuck = {
  readonly part: string;
  readonly isIn: readonly string[];
  readonly wanted: readonly string[];
  readonly ways: readonly Way[];
};

/** The states that can be reached from one by some of the steps; null where they are more than `most`. */
export function closure(
  program: Program,
  from: readonly number[],
  allowed: (actor: number) => boolean,
  most = 4000,
): (readonly number[])[] | null {
  const steps = program.steps.filter(({ actor }) => allowed(actor));
  const seen = new Map<string, readonly number[]>([[from.join(), from]]);
  for (const state of seen.values()) {
    for (const step of steps) {
      const next = fire(program, step, state);
      if (next === null || seen.has(next.join())) continue;
      if (seen.size === most) return null;
      seen.set(next.join(), next);
    }
  }
  return [...seen.values()];
}

/**
 * Why a promise stays pending in `states`, the last one first: its parts, the steps that lead them on to where it is kept, who refuses those, the
 * steps that lead these on to where they would not, and so on. Every part once.
 */
export function whyStuck(
  program: Program,
  promise: Promised,
  states: readonly (readonly number[])[],
): Stuck[] {
  const at = (part: number): number[] =>
    [...new Set(states.map((state) => state[part]!))].sort((a, b) => a - b);
  const all = (part: number): number[] =>
    program.tables[program.parts[part]!.table]!.states.map((_, local) => local);
  const wanted = new Map<number, readonly number[]>();
  for (const some of promise.pending)
    for (const { part, in: locals } of some)
      if (at(part).some((local) => locals.includes(local)) && !wanted.has(part))
        wanted.set(
          part,
          all(part).filter((local) => !locals.includes(local)),
        );
  const found: Stuck[] = [];
  for (const [part, goal] of wanted) {
    const ways = waysOf(program, part, at(part), goal, states);
    const { name, table } = program.parts[part]!;
    const names = (locals: readonly number[]): string[] =>
      locals.map((local) => program.tables[table]!.states[local]!);
    found.push({
      part: name,
      isIn: names(at(part)),
      wanted: names(goal),
      ways: ways.map(({ way }) => way),
    });
    for (const { next } of ways)
      for (const one of next) if (!wanted.has(one.part)) wanted.set(one.part, one.in);
  }
  return found;
}

function waysOf(
  program: Program,
  part: number,
  isIn: readonly number[],
  goal: readonly number[],
  states: readonly (readonly number[])[],
): { readonly way: Way; readonly next: readonly { part: number; in: readonly number[] }[] }[] {
  const leads = towards(program, part, goal);
  return program.steps.flatMap((step) => {
    const own = step.when.flatMap(({ some }) =>
      some.length === 1 && some[0]!.part === part ? [some[0]!.in] : [],
    );
    const helps = [...step.moves, ...step.also].some(
      (move) =>
        move.part === part &&
        isIn.some((local) => {
          const next = nextLocal(program, part, move.event, local);
          return (
            next >= 0 &&
            !isIn.includes(next) &&
            leads[next]! &&
            own.every((locals) => locals.includes(local))
          );
        }),
    );
    if (!helps) return [];
    const always = demands(program, step).filter(({ some }) =>
      states.every((state) => !holds(some, state)),
    );
    const possible = states.filter((state) => fire(program, step, state) !== null).length;
    const one = states.find((state) => refusal(program, step, state) !== null);
    const refused =
      always.length > 0 ? always : one === undefined ? [] : refusedIn(program, step, one);
    const place = (of: number): readonly number[] =>
      [...new Set((always.length > 0 ? states : [one!]).map((state) => state[of]!))].sort(
        (a, b) => a - b,
      );
    return [
      {
        way: {
          step: step.name,
          actor: program.actors[step.actor]!.name,
          possible,
          always: always.length > 0,
          refused: refused.map((by) => refusedJson(program, by, place)),
        },
        next: refused.flatMap(({ some }) => some),
      },
    ];
  });
}

/** For each local state of a part, whether its table leads from there to one of `goal`. */
function towards(program: Program, part: number, goal: readonly number[]): boolean[] {
  const { states, events, next } = program.tables[program.parts[part]!.table]!;
  const leads = states.map((_, local) => goal.includes(local));
  for (let grown = true; grown;) {
    grown = false;
    states.forEach((_, local) => {
      if (
        !leads[local] &&
        events.some((__, event) => {
          const to = next[local * events.length + event]!;
          return to >= 0 && leads[to]!;
        })
      )
        leads[local] = grown = true;
    });
  }
  return leads;
}
