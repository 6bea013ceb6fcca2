import { nextLocal } from "../system/program.js";
import { piece } from "./keepable.js";
/**
 * For up to 32 promises at once, the states of `within`, one bit a promise, without many that no fair component holds, found in a few
 * passes over memory in order; what is left still holds every one. Much cheaper than components, and where all promises are kept it
 * mostly leaves nothing. Three reasons, each until it gives no more: a step is dead if none of its edges stays among the states left,
 * or if it moves a part that the live steps never bring back; a state goes if a strongly fair actor all of whose steps are dead is
 * enabled in it; and a state goes if no live edge leads on from it or none leads to it, unless one may stay in it for ever.
 * @param asked the promises to do this for: it pays where there are thousands of states
 * @param may for each step, the promises that may be pending before it and still be after it; all, if nothing is known
 * @returns `within`, cut down in place
 */
export function recurring(graph, within, asked, fair, may = null) {
    const { program, size } = graph;
    const steps = program.steps.length;
    if (asked === 0)
        return within;
    let list = having(within, asked).reverse();
    // To which states an edge was seen to lead: in the pass before, and in this one.
    let led = within.slice();
    let leads = new Int32Array(size);
    const arcs = arcsOf(program);
    const kind = (of) => Uint8Array.from(program.steps, (_, r) => Number((of[fair.word[r]] & fair.bit[r]) !== 0));
    const isStrong = kind(fair.strong);
    const isFair = kind(Int32Array.from(fair.weak, (weak, w) => weak | fair.strong[w]));
    let live = new Int32Array(steps);
    let seen = may?.map((mask) => mask & asked) ?? new Int32Array(steps).fill(asked);
    for (let pass = 0, removed = 0; list.length > 0 && pass < 250; pass++) {
        const returning = returningOf(arcs, seen, asked);
        const changed = returning.some((mask, r) => mask !== live[r]);
        if (pass > 0 && !changed && (removed === 0 || (pass > 1 && removed < list.length >>> 5)))
            break;
        live = returning;
        const acts = new Int32Array(program.actors.length);
        program.steps.forEach(({ actor }, r) => {
            acts[actor] |= live[r];
        });
        const starving = Int32Array.from(program.steps, ({ actor }, r) => isStrong[r] === 1 ? asked & ~acts[actor] : 0);
        seen = new Int32Array(steps);
        const before = list.length;
        let left = 0;
        removed = 0;
        for (let from = 0; from < before; from += piece) {
            const { kept, fewer } = cut(graph, list, from, Math.min(before, from + piece), left, asked, within, led, leads, live, starving, isFair, seen);
            left = kept;
            removed += fewer;
        }
        list = list.subarray(0, left).reverse();
        [led, leads] = [leads, led];
    }
    return within;
}
/** One pass over the states `from` up to `until` of the list; those that are left go back into it from `kept` on. */
function cut({ first, to, by }, list, from, until, kept, asked, within, led, leads, live, starving, isFair, seen) {
    let fewer = 0;
    for (let at = from; at < until; at++) {
        const state = list[at];
        const before = within[state] & asked;
        const end = first[state + 1];
        let stay = asked;
        let starved = 0;
        for (let e = first[state]; e < end; e++) {
            const step = by[e];
            if (isFair[step] === 0)
                continue;
            stay = 0;
            starved |= starving[step];
        }
        let now = before & ~starved & (stay | led[state] | leads[state]);
        led[state] = 0;
        if (now !== 0) {
            let on = stay;
            for (let e = first[state]; e < end; e++) {
                const step = by[e];
                const next = to[e];
                const may = now & within[next] & live[step];
                if (may === 0)
                    continue;
                on |= may;
                seen[step] |= may;
                leads[next] |= may;
            }
            now &= on;
        }
        if (now !== before) {
            within[state] = (within[state] & ~asked) | now;
            fewer++;
        }
        if (now !== 0)
            list[kept++] = state;
    }
    return { kept, fewer };
}
/** For each step, the promises for which it is `seen` and may lie on a cycle. */
function returningOf(arcs, seen, asked) {
    const returning = new Int32Array(seen.length);
    for (let bit = 0; bit < 32; bit++) {
        if ((asked & (1 << bit)) === 0)
            continue;
        const cycling = cyclic(arcs, Uint8Array.from(seen, (mask) => (mask >>> bit) & 1));
        for (let r = 0; r < seen.length; r++)
            returning[r] |= cycling[r] << bit;
    }
    return returning;
}
/** For each step, which of these conditions, the first the highest bit, may hold before it and after it. */
export function mayStay(program, conditions) {
    const arcs = arcsOf(program);
    return Int32Array.from(program.steps, ({ when }, r) => conditions.reduce((mask, all, p) => {
        const stays = all.every((some) => {
            if (some.length !== 1)
                return true;
            const { part, in: locals } = some[0];
            const moved = arcs[r].filter(([of]) => of === part);
            if (moved.length > 0)
                return moved.some(([, pairs]) => pairs.some(([from, to]) => locals.includes(from) && locals.includes(to)));
            return when.every(({ some: asks }) => asks.length !== 1 ||
                asks[0].part !== part ||
                asks[0].in.some((local) => locals.includes(local)));
        });
        return stays ? mask | (0x80000000 >>> p) : mask;
    }, 0));
}
/** The states that have any of these bits, ascending. */
export function having(masks, bits) {
    const list = new Int32Array(masks.length);
    let count = 0;
    for (let state = 0; state < masks.length; state++)
        if ((masks[state] & bits) !== 0)
            list[count++] = state;
    // What was never written takes no memory.
    return list.subarray(0, count);
}
/** How many states have each bit, the highest bit first. */
export function countsOf(masks) {
    const counts = new Uint32Array(32);
    for (let state = 0; state < masks.length; state++)
        for (let mask = masks[state]; mask !== 0; mask &= mask - 1)
            counts[Math.clz32(mask & -mask)]++;
    return counts;
}
function arcsOf(program) {
    return program.steps.map(({ when, moves, also }) => [...moves, ...also].flatMap((move) => {
        const { part, event } = move;
        const alone = when
            .filter(({ some }) => some.length === 1 && some[0].part === part)
            .map(({ some }) => some[0].in);
        const arcs = program.tables[program.parts[part].table].states.flatMap((_, local) => {
            if (!alone.every((locals) => locals.includes(local)))
                return [];
            const after = nextLocal(program, part, event, local);
            return after >= 0 ? [[local, after]] : also.includes(move) ? [[local, local]] : [];
        });
        return [[part, arcs]];
    }));
}
/** The steps among `seen` that may lie on a cycle: some arc of each of their moves lies on one of the live steps' arcs. */
function cyclic(arcs, seen) {
    const live = seen.slice();
    for (;;) {
        const after = new Map();
        arcs.forEach((moves, r) => {
            if (live[r] === 0)
                return;
            for (const [part, pairs] of moves)
                for (const [from, to] of pairs) {
                    let of = after.get(part);
                    if (of === undefined)
                        after.set(part, (of = new Map()));
                    const next = of.get(from);
                    if (next === undefined)
                        of.set(from, new Set([to]));
                    else
                        next.add(to);
                }
        });
        const reach = new Map();
        const reachable = (part, from) => {
            const key = `${part} ${from}`;
            let found = reach.get(key);
            if (found === undefined) {
                reach.set(key, (found = new Set([from])));
                for (const local of found)
                    for (const next of after.get(part).get(local) ?? [])
                        found.add(next);
            }
            return found;
        };
        let dropped = false;
        arcs.forEach((moves, r) => {
            if (live[r] === 0)
                return;
            if (moves.every(([part, pairs]) => pairs.some(([from, to]) => reachable(part, to).has(from))))
                return;
            live[r] = 0;
            dropped = true;
        });
        if (!dropped)
            return live;
    }
}
//# sourceMappingURL=recurring.js.map