import { components } from "./components.js";
/**
 * EF for up to 32 promises at once: bit p of the answer for a state says that some run over the `allowed` steps leads from it to a state
 * where promise p is not pending. `pending` has one bit a promise. States that were not expanded count as able to keep everything.
 * `scc`: the components over the allowed steps, found when first asked for.
 */
export function keepable(graph, pending, allowed) {
    let scc = null;
    const found = () => (scc ??= components(graph, allowed));
    const can = new Int32Array(graph.size).fill(-1, graph.expanded);
    for (let state = 0; state < graph.expanded; state++)
        can[state] = ~pending[state];
    if (!sweep(graph, can, allowed))
        throughComponents(graph, can, allowed, found());
    return {
        can,
        get scc() {
            return found();
        },
    };
}
/** Sweeps cost nothing beside depth-first search while they are few: each walks memory in order. */
const mostSweeps = 24;
/**
 * Adds to the bits of each state those of its successors, in descending and ascending order of states by turns, until nothing changes.
 * A state is left alone once it has all bits. @returns false if that is not in sight.
 */
function sweep(graph, can, allowed) {
    const { expanded } = graph;
    let open = 0;
    for (let state = 0; state < expanded; state++)
        if (can[state] !== -1)
            open++;
    const list = new Int32Array(open);
    open = 0;
    for (let state = expanded - 1; state >= 0; state--)
        if (can[state] !== -1)
            list[open++] = state;
    for (let round = 0; open > 0; round++) {
        if (round === mostSweeps)
            return false;
        let left = 0;
        let changed = false;
        for (let from = 0; from < open; from += piece) {
            const { kept, more } = spread(graph, can, allowed, list, from, Math.min(open, from + piece), left);
            left = kept;
            changed ||= more;
        }
        if (!changed)
            return true;
        open = left;
        list.subarray(0, open).reverse();
    }
    return true;
}
/** States go in pieces of so many: a loop that is called again is compiled once, early. */
export const piece = 4096;
/** Part of a sweep: the states `from` up to `until` of the list; those that lack bits still go back into it from `kept` on. */
function spread({ first, to, by }, can, allowed, list, from, until, kept) {
    let more = false;
    for (let at = from; at < until; at++) {
        const state = list[at];
        const before = can[state];
        let mask = before;
        for (let e = first[state], end = first[state + 1]; e < end && mask !== -1; e++)
            if (allowed === null || allowed[by[e]] === 1)
                mask |= can[to[e]];
        if (mask !== before) {
            can[state] = mask;
            more = true;
        }
        if (mask !== -1)
            list[kept++] = state;
    }
    return { kept, more };
}
/** The same by components, whose members can all keep the same: linear in the edges whatever the graph. */
function throughComponents({ size, first, to, by }, each, allowed, scc) {
    const can = new Int32Array(scc.count);
    // Components come with successors first, but members of one lie scattered: a counting sort lines them up.
    const start = new Uint32Array(scc.count + 1);
    for (let state = 0; state < size; state++)
        start[scc.of[state] + 1]++;
    for (let one = 0; one < scc.count; one++)
        start[one + 1] += start[one];
    const order = new Int32Array(size);
    for (let state = 0; state < size; state++)
        order[start[scc.of[state]]++] = state;
    for (let at = 0; at < size; at++) {
        const state = order[at];
        let mask = each[state];
        for (let e = first[state]; e < first[state + 1]; e++)
            if (allowed === null || allowed[by[e]] === 1)
                mask |= can[scc.of[to[e]]];
        can[scc.of[state]] |= mask;
    }
    for (let state = 0; state < size; state++)
        each[state] = can[scc.of[state]];
}
//# sourceMappingURL=keepable.js.map