import { and, or, setup, stateIn, type AnyStateMachine } from 'xstate';
import { step, type Program, type Some } from '../system/program.ts';

/**
 * A local state as a key of a region: XState reads a dot in a target as a path, so `'held.f[1]'` is `'held/f[1]'` there.
 * Names of lifecycles hold no slash.
 */
export const stateKey = (name: string): string => name.replaceAll('.', '/');

/**
 * The whole system as one XState machine, built from the tabulated parts: one flat region a part, one event a rule (`'publish[1]'`),
 * guarded by the joint state. Exact: the same states and enabled edges as the explicit engine, `also` and contexts included. An event
 * that is not enabled changes nothing; ask `snapshot.can(event)` first. For `createActor`, Stately's tools, `xstate/graph`.
 */
export function toMachine(program: Program, id = 'system'): AnyStateMachine {
  const { parts, rules, initial } = program;
  const states = parts.map(({ table }) => program.tables[table]!.states.map(stateKey));
  const isIn = (some: Some) => or(some.flatMap(({ part, in: locals }) => locals.map((local) => stateIn({ [parts[part]!.name]: states[part]![local]! }))));
  const takes = (part: number, event: number): number[] => states[part]!.flatMap((_, local) => (step(program, part, event, local) >= 0 ? [local] : []));
  const guards = Object.fromEntries(rules.map((rule) => [rule.name, and([
    ...rule.when.map(({ some }) => isIn(some)),
    ...rule.moves.map(({ part, event }) => isIn([{ part, in: takes(part, event) }])),
  ])]));
  const regions = parts.map(({ name }, part) => {
    const moved = rules.flatMap((rule) => [...rule.moves, ...rule.also].filter((move) => move.part === part).map(({ event }) => ({ rule, event })));
    return [name, {
      initial: states[part]![initial[part]!]!,
      states: Object.fromEntries(states[part]!.map((key, local) => [key, {
        on: Object.fromEntries(moved.flatMap(({ rule, event }) => {
          const after = step(program, part, event, local);
          if (after < 0) return [];
          return [[rule.name, { target: states[part]![after]!, guard: rule.name, description: rule.origin.cite?.says }]];
        })),
      }])),
    }];
  });
  return setup({ types: { events: {} as { type: string } }, guards: guards as never }).createMachine({
    id, type: 'parallel', states: Object.fromEntries(regions),
  } as never) as unknown as AnyStateMachine;
}

/** The local states of a snapshot of `toMachine(program)`, one a part. */
export function localsOf(program: Program, value: Readonly<Record<string, string>>): number[] {
  return program.parts.map(({ name, table }) => program.tables[table]!.states.findIndex((state) => stateKey(state) === value[name]));
}
