import { Misuse, unknown } from "./misuse.js";
/** The steps of a spec in declaration order, clauses applied. */
export function draft(spec, place) {
    const drafts = new Map();
    const add = (step, origin) => {
        if (drafts.has(step.name))
            throw new Misuse(`step '${step.name}' is declared twice`);
        const when = step.when === undefined ? [] : [{ at: step.when, origin }];
        drafts.set(step.name, {
            step,
            origin,
            when,
            moves: [{ at: step.moves, origin }],
            also: step.also === undefined ? [] : [{ at: step.also, origin }],
        });
    };
    for (const row of spec.rows)
        for (const step of row.steps)
            add(step, { row: row.name, clause: null, cite: step.cite ?? null });
    const clauses = spec.clauses ?? [];
    for (const clause of clauses) {
        for (const step of clause.adds ?? [])
            add(step, { row: null, clause: clause.name, cite: step.cite ?? clause.says });
    }
    for (const { name: row, ties } of spec.rows) {
        const origin = { row, clause: null, cite: null };
        // A row does not know which others its system has.
        if (ties !== undefined)
            extend(ties, (name) => drafts.get(name), origin);
    }
    const elsewhere = new Set(spec.known ?? []);
    for (const clause of clauses) {
        const origin = { row: null, clause: clause.name, cite: clause.says };
        const of = (name) => {
            const found = drafts.get(name);
            if (found === undefined && !elsewhere.has(name)) {
                throw new Misuse(`clause ${clause.name}: ${unknown('step', name, [...drafts.keys(), ...elsewhere])}`);
            }
            return found;
        };
        extend(clause, of, origin);
    }
    // Two clauses may forbid one step: all are looked up before any goes.
    const forbidden = clauses.flatMap(({ name, forbids }) => (forbids ?? []).map((step) => ({ step, by: name })));
    for (const { step, by } of forbidden) {
        if (!drafts.has(step) && !elsewhere.has(step))
            throw new Misuse(`clause ${by}: ${unknown('step', step, [...drafts.keys(), ...elsewhere])}`);
    }
    for (const { step } of forbidden)
        drafts.delete(step);
    // A guard on an absent part is an error even where the step is never bound.
    for (const { step, when } of drafts.values())
        for (const { at } of when)
            for (const ref of Object.keys(at))
                place.family(ref, `step ${step.name}`);
    return [...drafts.values()];
}
function extend(by, step, origin) {
    for (const [name, at] of Object.entries(by.requires ?? {}))
        step(name)?.when.push({ at: at, origin });
    for (const [name, at] of Object.entries(by.moves ?? {}))
        step(name)?.moves.push({ at: at, origin });
    for (const [name, at] of Object.entries(by.also ?? {}))
        step(name)?.also.push({ at: at, origin });
}
//# sourceMappingURL=draft.js.map