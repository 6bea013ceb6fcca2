import { sealed, nextLocal, } from "../system/program.js";
import { worst } from "./finding.js";
import { check } from "./verdict.js";
const nobody = { row: null, clause: null, cite: null };
/** How many single steps a step falls into: one a move, and one for all that only goes along. */
export const movesIn = (step) => step.moves.length + (step.also.length > 0 ? 1 : 0);
/**
 * The same system with the step `of` taken apart: it begins where it could happen as a whole, and then makes its moves one after the other,
 * in this `order`, with steps of others in between. What only goes along is its last move, before reordering. A new part a binding knows
 * how far it is. Who acts fairly is one thread: it does nothing else meanwhile. Who need not act at all need not begin, but goes on.
 */
export function split(program, of, order) {
    const tables = [...program.tables];
    const parts = [...program.parts];
    const initial = [...program.initial];
    const actors = [...program.actors];
    const goesOn = (actor) => {
        if (actors[actor].fair !== 'none')
            return actor;
        const name = `${actors[actor].name}, under way`;
        const at = actors.findIndex((one) => one.name === name);
        return at >= 0 ? at : actors.push({ ...actors[actor], name, of: name, fair: 'weak' }) - 1;
    };
    const busy = new Map();
    const table = tables.push({
        lifecycle: 'under_way',
        states: ['not under way', ...order.slice(1).map((_, n) => `${n + 1} done`)],
        events: order.map((_, n) => `step ${n + 1}`),
        next: order.flatMap((_, at) => order.map((__, event) => (event === at ? (at + 1) % order.length : -1))),
        phrases: order.map(() => null),
    }) - 1;
    const taken = program.steps.flatMap((step) => {
        if (step.of !== of)
            return [{ step, own: false }];
        const part = parts.push({
            name: `under way: ${step.name}`,
            title: `${step.name} under way`,
            table,
            family: null,
            index: null,
        }) - 1;
        initial.push(0);
        busy.set(step.actor, [...(busy.get(step.actor) ?? []), part]);
        return order.map((piece, n) => ({
            own: true,
            step: {
                ...step,
                name: `${step.name}.${n + 1}`,
                of: `${of}.${n + 1}`,
                atomic: null,
                actor: n === 0 ? step.actor : goesOn(step.actor),
                when: n === 0 ? [...step.when, ...step.moves.map((move) => accepts(program, move))] : [],
                moves: [
                    { part, event: n, origin: nobody },
                    ...(piece < step.moves.length ? [step.moves[piece]] : []),
                ],
                also: piece < step.moves.length ? [] : step.also,
            },
        }));
    });
    const steps = taken.map(({ step, own }) => {
        const others = actors[step.actor].fair === 'none' ? [] : (busy.get(step.actor) ?? []);
        const idle = others
            .filter((part) => !own || step.moves[0].part !== part)
            .map((part) => ({
            some: [{ part, in: [0] }],
            text: `${parts[part].name} in not under way`,
            origin: nobody,
        }));
        return { ...step, when: [...step.when, ...idle] };
    });
    return sealed({ ...program, tables, parts, actors, initial, steps });
}
function accepts(program, move) {
    const { name, table } = program.parts[move.part];
    const { states, events } = program.tables[table];
    return {
        some: [
            {
                part: move.part,
                in: states.flatMap((_, local) => nextLocal(program, move.part, move.event, local) >= 0 ? [local] : []),
            },
        ],
        text: `${name} takes ${events[move.event]}`,
        origin: move.origin,
    };
}
/** Every order of `count` steps up to three; of more, each step first and each step last. */
export function ordersOf(count) {
    const all = Array.from({ length: count }, (_, n) => n);
    if (count <= 3)
        return permutations(all);
    const found = all.flatMap((one) => {
        const rest = all.filter((other) => other !== one);
        return [
            [one, ...rest],
            [...rest, one],
        ];
    });
    return found.filter((order, at) => found.findIndex((other) => other.join() === order.join()) === at);
}
const permutations = (all) => all.length < 2
    ? [[...all]]
    : all.flatMap((one) => permutations(all.filter((other) => other !== one)).map((rest) => [one, ...rest]));
/** Takes every step of several moves apart in every order, in one system after another until a verdict turns. */
export function cut(systems, budget) {
    const found = new Map();
    for (const { name, program } of systems) {
        let whole = null;
        const firsts = new Map();
        for (const step of program.steps)
            if (!firsts.has(step.of))
                firsts.set(step.of, step);
        for (const [of, step] of firsts) {
            if (movesIn(step) < 2)
                continue;
            let one = found.get(of);
            if (one === undefined)
                found.set(of, (one = { atomic: step.atomic, cuts: 0, turned: null }));
            for (const order of ordersOf(movesIn(step))) {
                if (one.turned !== null)
                    break;
                one.cuts++;
                whole ??= verdictsOf(program, budget);
                const now = verdictsOf(split(program, of, order), budget);
                const promise = Object.keys(whole).find((owed) => whole[owed] !== now[owed]);
                if (promise !== undefined)
                    one.turned = {
                        system: name,
                        promise,
                        from: whole[promise],
                        to: now[promise],
                        order: order.map((piece) => piece < step.moves.length
                            ? program.parts[step.moves[piece].part].name
                            : 'what goes along'),
                    };
            }
        }
    }
    return [...found].map(([step, rest]) => ({ step, ...rest }));
}
function verdictsOf(program, budget) {
    const verdicts = {};
    for (const { of, verdict } of check(program, budget, { plain: true }).promises)
        verdicts[of] = worst([verdicts[of] ?? 'finite', verdict]);
    return verdicts;
}
//# sourceMappingURL=split.js.map