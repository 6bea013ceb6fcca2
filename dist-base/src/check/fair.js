import { among, components } from "./components.js";
/** `as`: the fairness of an actor, by its index; lets an assumption be dropped without a new search. */
export function fairness(graph, as = (a) => graph.program.actors[a].fair) {
    const { actors, steps } = graph.program;
    const words = Math.max(1, Math.ceil(actors.length / 32));
    const weak = new Int32Array(words);
    const strong = new Int32Array(words);
    actors.forEach((_, a) => {
        if (as(a) === 'weak')
            weak[a >>> 5] |= 1 << (a & 31);
        if (as(a) === 'strong')
            strong[a >>> 5] |= 1 << (a & 31);
    });
    return {
        words,
        weak,
        strong,
        word: Uint16Array.from(steps, ({ actor }) => actor >>> 5),
        bit: Int32Array.from(steps, ({ actor }) => 1 << (actor & 31)),
    };
}
/**
 * The states of `list`, ascending, that lie on some fair run which never leaves them, component by component; -1 for all others, and null
 * if there is none. `place`: -1 for all states, and so again afterwards.
 */
export function fairComponents(graph, list, fair, place) {
    const names = fairWithin(graph, list, fair, place, false);
    if (names === null)
        return null;
    const answer = new Int32Array(graph.size).fill(-1);
    list.forEach((state, node) => {
        answer[state] = names[node];
    });
    return answer;
}
/** Whether some fair run never leaves the states of `list`, ascending. `place`: as above. */
export const fairRun = (graph, list, fair, place) => fairWithin(graph, list, fair, place, true) !== null;
/** How many states are looked at round one. */
const near = 256;
/**
 * Whether a fair run stays for ever where `masks` have the `bit`, near the first state that does: mostly there is one near it, if there is
 * one at all. If it says no, there may be one all the same. `place`: as above.
 */
export function fairRunNear(graph, masks, bit, fair, place) {
    let from = 0;
    while (from < masks.length && (masks[from] & bit) === 0)
        from++;
    return from < masks.length && fairRun(graph, around(graph, masks, bit, from, place), fair, place);
}
/** The states that have the bit and are reached soonest from this one over states that have it, ascending. */
function around({ first, to }, masks, bit, from, place) {
    const found = new Int32Array(near);
    let count = 1;
    found[0] = from;
    place[from] = 0;
    for (let at = 0; at < count && count < near; at++) {
        for (let e = first[found[at]]; e < first[found[at] + 1] && count < near; e++) {
            const next = to[e];
            if (place[next] !== -1 || (masks[next] & bit) === 0)
                continue;
            place[next] = 0;
            found[count++] = next;
        }
    }
    for (let at = 0; at < count; at++)
        place[found[at]] = -1;
    return found.subarray(0, count).sort();
}
/**
 * Names the fair component of each state of the list, -1 for none; null if there is no fair component. (Emerson and Lei's fair components;
 * strong fairness by taking away the states in which a starved actor is enabled, and asking again.) A run may also stay for ever in a
 * state in which no fair actor has an enabled step. `place`: -1 for all states. `any`: one is enough, and has no name.
 */
function fairWithin(graph, list, fair, place, any) {
    const enabled = enabledIn(graph, list, fair);
    let rows = among(graph, list, place);
    /** Where in the list the nodes of the rows are. */
    let own = numbered(list.length);
    let answer = null;
    let found = 0;
    while (rows.size > 0) {
        const scc = components(rows);
        const of = weigh(rows, scc, own, enabled, fair);
        const names = new Int32Array(scc.count).fill(-1);
        for (let one = 0; one < scc.count; one++)
            if (of.kind[one] === fairly)
                names[one] = found++;
        if (found > 0) {
            answer ??= new Int32Array(list.length).fill(-1);
            if (any)
                return answer;
            for (let node = 0; node < rows.size; node++)
                if (names[scc.of[node]] >= 0)
                    answer[own[node]] = names[scc.of[node]];
        }
        const kept = unstarved(rows, scc, own, enabled, fair, of);
        rows = among(rows, kept, new Int32Array(rows.size).fill(-1));
        own = picked(own, kept);
    }
    return answer;
}
function numbered(length) {
    const numbers = new Int32Array(length);
    for (let at = 0; at < length; at++)
        numbers[at] = at;
    return numbers;
}
function picked(from, at) {
    const some = new Int32Array(at.length);
    for (let k = 0; k < at.length; k++)
        some[k] = from[at[k]];
    return some;
}
/** Kinds of components: a fair run through all of it; perhaps one in what is left when starved strong actors are avoided; none. */
const fairly = 1;
const perhaps = 2;
/** What kind each component is of, and the actors that act within it. */
function weigh(rows, scc, own, enabled, fair) {
    const { words, weak, strong } = fair;
    const fired = firedIn(rows, scc, fair);
    const always = new Int32Array(scc.count * words).fill(-1);
    const sometimes = new Int32Array(scc.count * words);
    for (let node = 0; node < rows.size; node++) {
        for (let w = 0; w < words; w++) {
            const on = enabled[own[node] * words + w];
            const at = scc.of[node] * words + w;
            always[at] &= on;
            sometimes[at] |= on;
        }
    }
    const kind = new Uint8Array(scc.count).fill(fairly);
    for (let at = 0; at < always.length; at++) {
        const one = Math.floor(at / words);
        const w = at % words;
        if ((always[at] & weak[w] & ~fired[at]) !== 0)
            kind[one] = 0;
        else if ((sometimes[at] & strong[w] & ~fired[at]) !== 0 && kind[one] === fairly)
            kind[one] = perhaps;
    }
    return { kind, fired };
}
function firedIn({ size, first, to, by }, scc, { words, word, bit }) {
    const fired = new Int32Array(scc.count * words);
    for (let node = 0; node < size; node++) {
        const one = scc.of[node];
        for (let e = first[node], end = first[node + 1]; e < end; e++)
            if (scc.of[to[e]] === one)
                fired[one * words + word[by[e]]] |= bit[by[e]];
    }
    return fired;
}
/** The nodes of components of which perhaps a part is fair, without those in which a strong actor is enabled that never acts there. */
function unstarved({ size }, scc, own, enabled, { words, strong }, { kind, fired }) {
    const kept = new Int32Array(size);
    let count = 0;
    for (let node = 0; node < size; node++) {
        const one = scc.of[node];
        if (kind[one] !== perhaps)
            continue;
        let starved = 0;
        for (let w = 0; w < words; w++)
            starved |= enabled[own[node] * words + w] & strong[w] & ~fired[one * words + w];
        if (starved === 0)
            kept[count++] = node;
    }
    return kept.subarray(0, count);
}
/** The actors that have an enabled step in each state of the list, `words` a state. */
function enabledIn({ first, by }, list, { words, word, bit }) {
    const enabled = new Int32Array(list.length * words);
    for (let node = 0; node < list.length; node++) {
        for (let e = first[list[node]], end = first[list[node] + 1]; e < end; e++)
            enabled[node * words + word[by[e]]] |= bit[by[e]];
    }
    return enabled;
}
//# sourceMappingURL=fair.js.map