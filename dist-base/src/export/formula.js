import { nextLocal } from "../system/program.js";
/**
 * Identifiers for names from outside, in their order. Each is the prefix, then letters, digits and underscores of the name: with a prefix
 * that no keyword has, no name can break out of it. Names that would fall together (capitals aside) get numbers.
 */
export function identifiers(prefix, names) {
    const taken = new Set();
    return names.map((name) => {
        const plain = prefix +
            name
                .replace(/[^A-Za-z0-9]+/g, '_')
                .replace(/^_|_$/g, '')
                .slice(0, 48);
        let found = plain;
        for (let n = 2; taken.has(found.toLowerCase()); n++)
            found = `${plain}_${n}`;
        taken.add(found.toLowerCase());
        return found;
    });
}
/** A name from outside for a comment or between quotes: nothing is left in it that could end either. */
export function quotable(text) {
    return text.replace(/[^A-Za-z0-9 .,:_+=()[\]{}&#-]/g, '_').slice(0, 200);
}
/** `prefix`: what the name of a part starts with. */
export function namesOf({ parts, tables, steps, actors }, prefix = 'at_') {
    const table = identifiers('', tables.map(({ lifecycle }) => lifecycle));
    const spread = (start, of) => {
        const flat = identifiers(start, tables.flatMap((one, t) => one[of].map((name) => `${table[t]} ${name}`)));
        return tables.map((one) => flat.splice(0, one[of].length));
    };
    return {
        table,
        part: identifiers(prefix, parts.map(({ name }) => name)),
        state: spread('is_', 'states'),
        event: spread('', 'events'),
        step: identifiers('can_', steps.map(({ name }) => name)),
        actor: identifiers('by_', actors.map(({ name }) => name)),
    };
}
export function formulas(program, names, { equal, and, or }) {
    const joined = (of, by, none) => of.length === 0 ? none : of.length === 1 ? of[0] : `(${of.join(` ${by} `)})`;
    const among = (part, locals) => {
        const { table } = program.parts[part];
        const { states } = program.tables[table];
        const one = (of) => joined(of.map((local) => `${names.part[part]} ${equal} ${names.state[table][local]}`), or, 'false');
        const others = states.flatMap((_, local) => (locals.includes(local) ? [] : [local]));
        if (others.length === 0)
            return 'true';
        return others.length < locals.length ? `!(${one(others)})` : one(locals);
    };
    const all = (of) => joined(of.map((some) => joined(some.map((entry) => among(entry.part, entry.in)), or, 'false')), and, 'true');
    const enabled = ({ when, moves }) => all([
        ...moves.map(({ part, event }) => [
            {
                part,
                in: program.tables[program.parts[part].table].states.flatMap((_, local) => nextLocal(program, part, event, local) >= 0 ? [local] : []),
            },
        ]),
        ...when.map(({ some }) => some),
    ]);
    return { among, all, enabled };
}
/**
 * The steps of an event that change the local state, as pairs of local states. A step moves a part once and each move reads its own part
 * alone, so doing the moves one after another is doing them at once.
 */
export function changes(program, table, event) {
    const { states, events, next } = program.tables[table];
    return states.flatMap((_, from) => {
        const to = next[from * events.length + event];
        return to < 0 || to === from ? [] : [[from, to]];
    });
}
/** The events that steps use of each table and that change anything: what an export declares once and uses in many steps. */
export function used(program) {
    const found = new Map();
    for (const { moves, also } of program.steps) {
        for (const { part, event } of [...moves, ...also]) {
            const { table } = program.parts[part];
            const steps = changes(program, table, event);
            if (steps.length > 0)
                found.set(`${table} ${event}`, { table, event, changes: steps });
        }
    }
    return [...found.values()].sort((a, b) => a.table - b.table || a.event - b.event);
}
/** The moves of `step` that can change anything, as calls. */
export function calls(program, names, { moves, also }) {
    return [...moves, ...also].flatMap(({ part, event }) => {
        const { table } = program.parts[part];
        return changes(program, table, event).length === 0
            ? []
            : [`do_${names.event[table][event]}(${names.part[part]})`];
    });
}
//# sourceMappingURL=formula.js.map