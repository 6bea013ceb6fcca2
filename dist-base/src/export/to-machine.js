import { and, or, setup, stateIn } from 'xstate';
import { nextLocal } from "../system/program.js";
/**
 * A local state as a key of a region: XState reads a dot in a target as a path, so `'held.f[1]'` is `'held/f[1]'` there.
 * Names of lifecycles hold no slash.
 */
export const stateKey = (name) => name.replaceAll('.', '/');
/**
 * The whole system as one XState machine, built from the tabulated parts: one flat region a part, one event a step (`'publish[1]'`),
 * guarded by the joint state. Exact: the same states and enabled edges as the explicit engine, `also` and contexts included. An event
 * that is not enabled changes nothing; ask `snapshot.can(event)` first. For `createActor`, Stately's tools, `xstate/graph`.
 */
export function toMachine(program, id = 'system') {
    const { parts, steps, initial } = program;
    const states = parts.map(({ table }) => program.tables[table].states.map(stateKey));
    const isIn = (some) => or(some.flatMap(({ part, in: locals }) => locals.map((local) => stateIn({ [parts[part].name]: states[part][local] }))));
    const takes = (part, event) => states[part].flatMap((_, local) => nextLocal(program, part, event, local) >= 0 ? [local] : []);
    const guards = Object.fromEntries(steps.map((step) => [
        step.name,
        and([
            ...step.when.map(({ some }) => isIn(some)),
            ...step.moves.map(({ part, event }) => isIn([{ part, in: takes(part, event) }])),
        ]),
    ]));
    const regions = parts.map(({ name }, part) => {
        const moved = steps.flatMap((step) => [...step.moves, ...step.also]
            .filter((move) => move.part === part)
            .map(({ event }) => ({ step, event })));
        return [
            name,
            {
                initial: states[part][initial[part]],
                states: Object.fromEntries(states[part].map((key, local) => [
                    key,
                    {
                        on: Object.fromEntries(moved.flatMap(({ step, event }) => {
                            const after = nextLocal(program, part, event, local);
                            if (after < 0)
                                return [];
                            return [
                                [
                                    step.name,
                                    {
                                        target: states[part][after],
                                        guard: step.name,
                                        description: step.origin.cite?.says,
                                    },
                                ],
                            ];
                        })),
                    },
                ])),
            },
        ];
    });
    return setup({
        types: { events: {} },
        guards: guards,
    }).createMachine({
        id,
        type: 'parallel',
        states: Object.fromEntries(regions),
    });
}
/** The local states of a snapshot of `toMachine(program)`, one a part. */
export function localsOf(program, value) {
    return program.parts.map(({ name, table }) => program.tables[table].states.findIndex((state) => stateKey(state) === value[name]));
}
//# sourceMappingURL=to-machine.js.map