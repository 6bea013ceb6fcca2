import { nextLocal } from "../system/program.js";
/**
 * Who waits for whom in a bottom component `members`: no state of it is ever left, so every part keeps within its footprint (the local
 * states it takes there), and a step that would lead out of a footprint is refused in all of it. The graph is derived from the guards
 * alone. A part needs one of the steps that move it on (or), a step needs all its guards and moves (and), so one false guard a step is
 * enough to wait for: an arrow is a guard that is false in every state of the component, or, if none is, in the first.
 * Of several steps that could move a part on, the guards do not tell which it waits for: a fork can be laid down by whoever may hold it.
 * So where an arrow leads to its `company`, the parts that moved with it when it came to where it is, the others do not count.
 * @returns the shortest cycle that a promised part reaches, itself on it if possible; or the chain to its end.
 */
export function waitsFor(graph, members, pending, allowed, company) {
    const { program } = graph;
    const states = members.map((state) => graph.locals(state, []));
    const footprint = program.parts.map((_, part) => [...new Set(states.map((locals) => locals[part]))].sort((a, b) => a - b));
    const arrows = program.parts.map((_, part) => {
        const all = arrowsOf(program, part, footprint, states[0], allowed);
        const held = all.filter(({ to }) => to !== part && company[part].has(to));
        return held.length > 0 ? held : all;
    });
    // A pending state is left by moving any of its parts out of it, so each is a start.
    const starts = [
        ...new Set(pending
            .flatMap((some) => some.map(({ part }) => part))
            .filter((part) => pending.some((some) => some.some((entry) => entry.part === part && footprint[part].some((local) => entry.in.includes(local)))))),
    ];
    let best = null;
    for (const start of starts) {
        const one = shortest(start, arrows);
        if (best === null || rank(one) < rank(best))
            best = one;
    }
    if (best === null)
        return { chain: [], closes: null };
    const chain = best.path.map((part, at) => {
        const arrow = best.via[at] ?? null;
        const table = program.tables[program.parts[part].table];
        return {
            part: program.parts[part].name,
            title: program.parts[part].title,
            isIn: footprint[part].map((local) => table.states[local]),
            phrase: footprint[part].length === 1 ? table.phrases[footprint[part][0]] : null,
            step: arrow?.step.name ?? null,
            for: arrow === null ? null : program.parts[arrow.to].name,
            mustBeIn: arrow === null
                ? []
                : arrow.mustBeIn.map((local) => program.tables[program.parts[arrow.to].table].states[local]),
            origin: arrow?.origin ?? null,
            onlyBy: arrow === null ? helpers(program, part, footprint[part], allowed) : [],
        };
    });
    return { chain, closes: best.closes };
}
/** A cycle through the start before any other cycle, any cycle before a chain; then the shorter. */
const rank = ({ path, closes, }) => (closes === 0 ? 0 : closes === null ? 2e6 : 1e6) + path.length;
function arrowsOf(program, part, footprint, at, allowed) {
    const found = [];
    const add = (arrow) => {
        if (!found.some(({ to }) => to === arrow.to))
            found.push(arrow);
    };
    program.steps.forEach((step, r) => {
        if (allowed !== null && allowed[r] === 0)
            return;
        // A guard on the part itself tells where the step takes it up; elsewhere the step is none of its ways on.
        const own = step.when.flatMap(({ some }) => some.length === 1 && some[0].part === part ? [some[0].in] : []);
        const leaves = (moves, own) => moves.some((move) => move.part === part &&
            footprint[part].some((local) => {
                const after = nextLocal(program, part, move.event, local);
                return (after >= 0 &&
                    !footprint[part].includes(after) &&
                    own.every((locals) => locals.includes(local)));
            }));
        // A part that only goes along waits for the step's own parts; the first one written stands for them.
        if (leaves(step.also, [])) {
            const first = step.moves[0];
            if (first.part !== part)
                add({ step, to: first.part, mustBeIn: [], origin: first.origin });
            return;
        }
        if (!leaves(step.moves, own))
            return;
        for (const arrow of refusals(program, step, (other, locals) => footprint[other].some((local) => locals.includes(local))))
            add(arrow);
        if (found.some((arrow) => arrow.step === step))
            return;
        for (const arrow of refusals(program, step, (other, locals) => locals.includes(at[other])))
            add(arrow);
    });
    return found.filter(({ to }) => to !== part).concat(found.filter(({ to }) => to === part));
}
/** Who could move `part` on with a step that is not `allowed`: the environment, whose favour it would be. */
function helpers(program, part, footprint, allowed) {
    if (allowed === null)
        return [];
    return [
        ...new Set(program.steps.flatMap((step, r) => allowed[r] === 0 &&
            step.moves.some((move) => move.part === part &&
                footprint.some((local) => {
                    const after = nextLocal(program, part, move.event, local);
                    return after >= 0 && !footprint.includes(after);
                }))
            ? [program.actors[step.actor].of]
            : [])),
    ];
}
/** The guards and moves of `step` that no part satisfies; `can` tells whether a part may be in one of these local states. */
function refusals(program, step, can) {
    const guards = step.when
        .filter(({ some }) => !some.some((entry) => can(entry.part, entry.in)))
        .flatMap(({ some, origin }) => some.map((entry) => ({ step, to: entry.part, mustBeIn: entry.in, origin })));
    const moves = step.moves.flatMap(({ part, event, origin }) => {
        const locals = program.tables[program.parts[part].table].states.flatMap((_, local) => nextLocal(program, part, event, local) >= 0 ? [local] : []);
        return can(part, locals) ? [] : [{ step, to: part, mustBeIn: locals, origin }];
    });
    return [...moves, ...guards];
}
/** Breadth first: the shortest way from `start` back to itself; else into any cycle; else to a part that waits for nothing. */
function shortest(start, arrows) {
    const from = new Map([
        [start, null],
    ]);
    const queue = [start];
    const back = (part) => {
        const path = [part];
        const via = [];
        for (let step = from.get(part); step !== null; step = from.get(step.part)) {
            path.unshift(step.part);
            via.unshift(step.arrow);
        }
        return { path, via };
    };
    let lasso = null;
    let end = null;
    for (const part of queue) {
        if (arrows[part].length === 0)
            end ??= part;
        for (const arrow of arrows[part]) {
            if (arrow.to === start) {
                const { path, via } = back(part);
                return { path, via: [...via, arrow], closes: 0 };
            }
            if (!from.has(arrow.to)) {
                from.set(arrow.to, { part, arrow });
                queue.push(arrow.to);
                continue;
            }
            const { path, via } = back(part);
            const closes = path.indexOf(arrow.to);
            if (closes >= 0 && (lasso === null || path.length < lasso.path.length))
                lasso = { path, via: [...via, arrow], closes };
        }
    }
    if (lasso !== null)
        return lasso;
    return { ...back(end ?? start), closes: null };
}
/** `philosopher 1 → fork 2, held by → philosopher 2 (hungry) → fork 1, held by → philosopher 1` */
export function inWords({ chain, closes }) {
    const words = chain.map(({ title, isIn, phrase }, at) => phrase !== null
        ? `${title}, ${phrase}`
        : at === 0
            ? title
            : `${title} (${isIn.length > 3 ? `${isIn.slice(0, 3).join(', ')}, …` : isIn.join(' or ')})`);
    const last = chain.at(-1);
    if (closes !== null)
        words.push(chain[closes].title);
    else if (last !== undefined)
        words.push(last.onlyBy.length === 0
            ? 'which nothing moves on'
            : `which only ${last.onlyBy.join(' or ')} can move on`);
    return words.join(' → ');
}
//# sourceMappingURL=waits.js.map