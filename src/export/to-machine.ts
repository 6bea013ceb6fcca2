import { and, or, setup, stateIn, type AnyStateMachine } from 'xstate';
import { nextLocal, type Program, type Some } from '../system/program.ts';

/**
 * A local state as a key of a region: XState reads a dot in a target as a path, so `'held.f[1]'` is `'held/f[1]'` there.
 * Names of lifecycles hold no slash.
 */
export const stateKey = (name: string): string => name.replaceAll('.', '/');

/**
 * The whole system as one XState machine, built from the tabulated parts: one flat region a part, one event a step (`'publish[1]'`),
 * guarded by the joint state. Exact: the same states and enabled edges as the explicit engine, `also` and contexts included. An event
 * that is not enabled changes nothing; ask `snapshot.can(event)` first. For `createActor`, Stately's tools, `xstate/graph`.
 */
export function toMachine(program: Program, id = 'system'): AnyStateMachine {
  const { parts, steps, initial } = program;
  const states = parts.map(({ table }) => program.tables[table]!.states.map(stateKey));
  const isIn = (some: Some) =>
    or(
      some.flatMap(({ part, in: locals }) =>
        locals.map((local) => stateIn({ [parts[part]!.name]: states[part]![local]! })),
      ),
    );
  const takes = (part: number, event: number): number[] =>
    states[part]!.flatMap((_, local) =>
      nextLocal(program, part, event, local) >= 0 ? [local] : [],
    );
  const guards = Object.fromEntries(
    steps.map((step) => [
      step.name,
      and([
        ...step.when.map(({ some }) => isIn(some)),
        ...step.moves.map(({ part, event }) => isIn([{ part, in: takes(part, event) }])),
      ]),
    ]),
  );
  const regions = parts.map(({ name }, part) => {
    const moved = steps.flatMap((step) =>
      [...step.moves, ...step.also]
        .filter((move) => move.part === part)
        .map(({ event }) => ({ step, event })),
    );
    return [
      name,
      {
        initial: states[part]![initial[part]!]!,
        states: Object.fromEntries(
          states[part]!.map((key, local) => [
            key,
            {
              on: Object.fromEntries(
                moved.flatMap(({ step, event }) => {
                  const after = nextLocal(program, part, event, local);
                  if (after < 0) return [];
                  return [
                    [
                      step.name,
                      {
                        target: states[part]![after]!,
                        guard: step.name,
                        description: step.origin.cite?.says,
                      },
                    ],
                  ];
                }),
              ),
            },
          ]),
        ),
      },
    ];
  });
  return setup({
    types: { events: {} as { type: string } },
    guards: guards as never,
  }).createMachine({
    id,
    type: 'parallel',
    states: Object.fromEntries(regions),
  } as never) as unknown as AnyStateMachine;
}

/** The local states of a snapshot of `toMachine(program)`, one a part. */
export function localsOf(program: Program, value: Readonly<Record<string, string>>): number[] {
  return program.parts.map(({ name, table }) =>
    program.tables[table]!.states.findIndex((state) => stateKey(state) === value[name]),
  );
}
