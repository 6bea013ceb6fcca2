import {
  fire,
  holds,
  nextLocal,
  refusal,
  type Program,
  type Promised,
  type Step,
} from '../system/program.ts';
import { demands, refusedIn, refusedJson, type Demand, type RefusedJson } from './refused.ts';

/** Local states of all parts. */
type State = readonly number[];

/** A step that could move a part on, and who refuses it. */
export type Way = {
  readonly step: string;
  /** By whom, as an actor's name. */
  readonly actor: string;
  /** In how many of the states it can happen. */
  readonly possible: number;
  /**
   * Whether the same ones refuse it in every one of the states. Where nobody always does, `refused`
   * are those who do in the first state in which somebody does.
   */
  readonly always: boolean;
  readonly refused: readonly RefusedJson[];
};

/** A part that would have to move, and all steps that could move it. */
export type Stuck = {
  readonly part: string;
  readonly isIn: readonly string[];
  readonly wanted: readonly string[];
  readonly ways: readonly Way[];
};

/**
 * The states that can be reached from one by some of the steps, breadth first; null where they are
 * more than `most`.
 */
export function closure(
  program: Program,
  from: State,
  allowed: (actor: number) => boolean,
  most = 4000,
): State[] | null {
  const steps = program.steps.filter(({ actor }) => allowed(actor));
  const seen = new Map<string, State>([[from.join(), from]]);

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
 * Why a promise stays pending in `states`, the last one first: its parts, the steps that lead them
 * on to where it is kept, who refuses those, the steps that lead these on to where they would not,
 * and so on. Every part once.
 */
export function whyStuck(program: Program, promise: Promised, states: readonly State[]): Stuck[] {
  const statesOf = (part: number): number[] => localsOf(states, part);
  const wanted = whereKept(program, promise, statesOf);
  const chain: Stuck[] = [];

  // The map grows while it is walked: whoever refuses is a part to be moved too.
  for (const [part, goal] of wanted) {
    const ways = waysOf(program, { part, isIn: statesOf(part), goal }, states);
    const { name, table } = program.parts[part]!;
    const names = (locals: readonly number[]): string[] =>
      locals.map((local) => program.tables[table]!.states[local]!);
    chain.push({
      part: name,
      isIn: names(statesOf(part)),
      wanted: names(goal),
      ways: ways.map(({ way }) => way),
    });

    for (const { refusing } of ways)
      for (const other of refusing) if (!wanted.has(other.part)) wanted.set(other.part, other.in);
  }
  return chain;
}

/** The local states of a part, in all states that are looked at. */
const localsOf = (states: readonly State[], part: number): number[] =>
  [...new Set(states.map((state) => state[part]!))].sort((a, b) => a - b);

/** For each part that the promise waits for, the local states in which it would be kept. */
function whereKept(
  program: Program,
  promise: Promised,
  statesOf: (part: number) => readonly number[],
): Map<number, readonly number[]> {
  const wanted = new Map<number, readonly number[]>();
  for (const { part, in: locals } of promise.pending.flat()) {
    if (wanted.has(part) || !statesOf(part).some((local) => locals.includes(local))) continue;
    const { states } = program.tables[program.parts[part]!.table]!;
    const others = states.map((_, local) => local).filter((local) => !locals.includes(local));
    wanted.set(part, others);
  }
  return wanted;
}

/** A part, where it is, and where it would have to come to. */
type Goal = {
  readonly part: number;
  readonly isIn: readonly number[];
  readonly goal: readonly number[];
};

/**
 * The steps that lead a part towards its goal; `refusing` are the parts that refuse one, and where
 * they would not.
 */
function waysOf(
  program: Program,
  goal: Goal,
  states: readonly State[],
): { readonly way: Way; readonly refusing: Demand['some'] }[] {
  const leads = towards(program, goal.part, goal.goal);

  return program.steps
    .filter((step) => leadsOn(program, step, goal, leads))
    .map((step) => {
      const always = demands(program, step).filter(({ some }) =>
        states.every((state) => !holds(some, state)),
      );
      const first = states.find((state) => refusal(program, step, state) !== null);
      const sometimes = first === undefined ? [] : refusedIn(program, step, first);
      const refused = always.length > 0 ? always : sometimes;
      const looked = always.length > 0 || first === undefined ? states : [first];
      const way: Way = {
        step: step.name,
        actor: program.actors[step.actor]!.name,
        possible: states.filter((state) => fire(program, step, state) !== null).length,
        always: always.length > 0,
        refused: refused.map((by) => refusedJson(program, by, (part) => localsOf(looked, part))),
      };
      return { way, refusing: refused.flatMap(({ some }) => some) };
    });
}

/**
 * Whether a step moves the part from where it is to a local state from which its table leads to the
 * goal.
 */
function leadsOn(
  program: Program,
  step: Step,
  { part, isIn }: Goal,
  leads: readonly boolean[],
): boolean {
  const ownGuards = step.when.flatMap(({ some }) =>
    some.length === 1 && some[0]!.part === part ? [some[0]!.in] : [],
  );
  const moves = [...step.moves, ...step.also].filter((move) => move.part === part);

  return moves.some(({ event }) =>
    isIn.some((local) => {
      const next = nextLocal(program, part, event, local);
      const goesOn = next >= 0 && !isIn.includes(next) && leads[next]!;
      return goesOn && ownGuards.every((locals) => locals.includes(local));
    }),
  );
}

/**
 * For each local state of a part, whether its table leads from there to one of `goal`: a backward
 * closure.
 */
function towards(program: Program, part: number, goal: readonly number[]): boolean[] {
  const { states, events, next } = program.tables[program.parts[part]!.table]!;
  const leads = states.map((_, local) => goal.includes(local));
  const leadsBy = (local: number, event: number): boolean => {
    const to = next[local * events.length + event]!;
    return to >= 0 && leads[to]!;
  };

  for (let grown = true; grown;) {
    grown = false;
    states.forEach((_, local) => {
      if (leads[local] || !events.some((__, event) => leadsBy(local, event))) return;
      leads[local] = true;
      grown = true;
    });
  }
  return leads;
}
