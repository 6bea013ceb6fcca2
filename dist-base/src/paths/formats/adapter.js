/** `'publish[1,2]'` is `publish` with 1 and 2. */
export function parsed(name) {
    const [, of, numbers] = /^([^[]*)\[([\d,]+)\]$/.exec(name) ?? [];
    return of === undefined
        ? { of: name, numbers: [] }
        : { of, numbers: numbers.split(',').map(Number) };
}
/** What is tried on a path and must be refused: steps with the steps between which they are. */
export const refusedOn = ({ clauses, steps, }) => clauses.flatMap(({ name, refusals, tried, brink }) => [
    ...refusals.map(({ step, after, until }) => ({
        step,
        after,
        until: until ?? steps.length + 1,
        clause: name,
    })),
    ...(tried !== null &&
        !refusals.some(({ step, after, until }) => step === tried && after <= brink && (until ?? Infinity) > brink)
        ? [{ step: tried, after: brink, until: brink + 1, clause: name }]
        : []),
]);
/** What an adapter lacks for a file: steps, parts and states, each once, in the order in which paths need them. */
export function lacking(file, adapter) {
    const steps = new Set();
    const states = new Set();
    const need = (part, state) => {
        const { of } = parsed(part);
        const seen = own(adapter.states, of);
        if (seen === undefined)
            states.add(of);
        else if (seen !== null && typeof seen === 'object' && own(seen, state) === undefined)
            states.add(`${of}: ${state}`);
    };
    for (const path of file.paths) {
        for (const { step } of [...path.steps, ...refusedOn(path)])
            if (own(adapter.steps, parsed(step).of) === undefined)
                steps.add(parsed(step).of);
        for (const [part, state] of Object.entries(file.systems[path.system].initial))
            need(part, state);
        for (const { parts } of path.steps)
            for (const [part, { to }] of Object.entries(parts))
                need(part, to);
    }
    return { steps: [...steps], states: [...states] };
}
/** A property of its own: never one that every object inherits. */
export const own = (from, name) => Object.hasOwn(from, name) ? from[name] : undefined;
/** One line that names everything an adapter lacks; null where it lacks nothing. */
export function complaint(file, adapter) {
    const { steps, states } = lacking(file, adapter);
    const named = (what, names) => names.length === 0
        ? []
        : [`${names.length} ${what}${names.length === 1 ? '' : 's'}: ${names.join(', ')}`];
    const all = [...named('step', steps), ...named('state', states)];
    return all.length === 0
        ? null
        : `the adapter for '${file.name}' (${file.cover}) lacks ${all.join('; and ')}`;
}
//# sourceMappingURL=adapter.js.map