import { and, or, setup, stateIn, type AnyStateMachine } from 'xstate';
import {
  accepting,
  nextLocal,
  tableOf,
  type Program,
  type Some,
  type Step,
} from '../system/program.ts';

/**
 * A local state as a key of a region: XState reads a dot in a target as a path, so `'held.f[1]'` is
 * `'held/f[1]'` there. Names of lifecycles hold no slash.
 */
const stateKey = (name: string): string => name.replaceAll('.', '/');

/**
 * The whole system as one XState machine, built from the tabulated parts: one flat region for each
 * part, one event for each step (`'publish[1]'`), guarded by the joint state. Exact: the same
 * states and enabled edges as the explicit engine, optional moves and contexts included. An event
 * that is not enabled changes nothing; ask `snapshot.can(event)` first. For `createActor`,
 * Stately's tools, `xstate/graph`.
 */
export function toMachine(program: Program, id = 'system'): AnyStateMachine {
  const { parts, steps } = program;
  const keys = parts.map((_, part) => tableOf(program, part).states.map(stateKey));
  const guards = Object.fromEntries(steps.map((step) => [step.name, guardOf(program, keys, step)]));
  const regions = parts.map(({ name }, part) => [name, regionOf(program, keys[part]!, part)]);
  return setup({
    types: { events: {} as { type: string } },
    guards: guards as never,
  }).createMachine({
    id,
    type: 'parallel',
    states: Object.fromEntries(regions),
  } as never) as unknown as AnyStateMachine;
}

/** The keys of local states, by part. */
type Keys = readonly (readonly string[])[];

/** All guards hold, and all moves are accepted. */
function guardOf(program: Program, keys: Keys, { when, moves }: Step) {
  const isIn = (some: Some) =>
    or(
      some.flatMap(({ part, in: locals }) =>
        locals.map((local) => stateIn({ [program.parts[part]!.name]: keys[part]![local]! })),
      ),
    );
  return and([
    ...when.map(({ some }) => isIn(some)),
    ...moves.map((move) => isIn([{ part: move.part, in: accepting(program, move) }])),
  ]);
}

/** A part as a region: its local states, with a transition for each step that moves it. */
function regionOf(program: Program, keys: readonly string[], part: number) {
  const moved = program.steps.flatMap((step) =>
    [...step.moves, ...step.also]
      .filter((move) => move.part === part)
      .map(({ event }) => ({ step, event })),
  );
  const transitions = (local: number) =>
    moved.flatMap(({ step, event }) => {
      const after = nextLocal(program, part, event, local);
      if (after < 0) return [];
      const { name, origin } = step;
      return [[name, { target: keys[after]!, guard: name, description: origin.cite?.says }]];
    });
  const states = keys.map((key, local) => [key, { on: Object.fromEntries(transitions(local)) }]);
  return { initial: keys[program.initial[part]!]!, states: Object.fromEntries(states) };
}

/** The local states of a snapshot of `toMachine(program)`, one a part. */
export function localsOf(program: Program, value: Readonly<Record<string, string>>): number[] {
  return program.parts.map(({ name, table }) =>
    program.tables[table]!.states.findIndex((state) => stateKey(state) === value[name]),
  );
}
