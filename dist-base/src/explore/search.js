import { pack, layoutOf, unpack } from "./layout.js";
import { batchOf } from "./batch.js";
import { deltasOf } from "./deltas.js";
import { edgesOf } from "./edges.js";
import { lookups } from "./lookups.js";
import { bytesOf, roomier } from "./room.js";
import { stateSet } from "./state-set.js";
import { stepperOf, whereOf } from "./stepper.js";
/** Every state that `program` can reach, breadth first, and every edge. @throws Misuse for more steps than it can number. */
export function search(program, budget, options = {}) {
    return explore(program, budget, options, edgesOf(Math.ceil(program.steps.length / 32)), null);
}
/** Every state that `program` can reach, or those up to the first of which all of `until` hold. */
export function reach(program, budget, options = {}) {
    return explore(program, budget, options, null, options.until ?? null);
}
/** A search this small is done before code is made for it. */
const small = 256;
const between = 100_000;
function explore(program, budget, { code }, edges, until) {
    const layout = layoutOf(program);
    const { lanes } = layout;
    const deltas = deltasOf(program, layout);
    const batch = batchOf(lanes, deltas.steps);
    let stepper = stepperOf(deltas, code ?? 'interpreted');
    let hot = code !== undefined;
    const set = stateSet(lanes, (...given) => {
        stepper.hash(...given);
    }, batch);
    let parent = new Int32Array(1024);
    let via = new Uint16Array(1025);
    const goal = until === null ? null : goalOf(program, layout, until, code);
    pack(layout, program.initial, batch.rows, 0);
    const start = new Int32Array(2 * lanes);
    start.set(batch.rows.subarray(0, lanes), lanes);
    stepper.hash(start, 1, 2, batch.hash);
    set.probe(batch, 1);
    set.intern(batch, 1);
    parent[0] = -1;
    // Numbered from 1, as in the state set; the initial state has nothing behind it that could have been taken in another order.
    via[1] = deltas.steps;
    const held = () => set.bytes() + size * 6 + (edges?.bytes() ?? 0);
    let size = 1;
    let at = 0;
    let count = 0;
    let deadlocks = 0;
    let deadlock = -1;
    let found = goal?.(set.rows(), 1, 2) ?? -1;
    let asked = 1;
    let stopped = null;
    let told = 0;
    searching: while (at < size && found < 0) {
        if (size > budget.states) {
            stopped = 'states';
            break;
        }
        if (budget.signal?.aborted === true) {
            stopped = 'cancelled';
            break;
        }
        if (at - told >= between) {
            told = at;
            budget.progress?.({ states: size, expanded: at, bytes: held() });
        }
        if (!hot && size > small) {
            hot = true;
            stepper = stepperOf(deltas);
        }
        const expanded = stepper.expand(set.rows(), via, at + 1, size + 1, batch);
        const successors = batch.end[expanded - 1];
        const atMost = size + successors;
        const had = count;
        const leaving = had + batch.leaving[expanded - 1];
        try {
            if (budget.bytes !== undefined &&
                set.bytesFor(atMost) +
                    bytesOf(parent, size, atMost) +
                    bytesOf(via, size + 1, atMost + 1) +
                    (edges?.bytesFor(atMost, leaving) ?? 0) >
                    budget.bytes) {
                stopped = 'bytes';
                break;
            }
            set.reserve(atMost);
            parent = roomier(parent, size, atMost, Int32Array);
            via = roomier(via, size + 1, atMost + 1, Uint16Array);
            edges?.reserve(atMost, leaving);
        }
        catch (error) {
            if (!(error instanceof RangeError))
                throw error;
            stopped = 'bytes';
            break;
        }
        set.probe(batch, successors);
        // Whether the budget could run out within the batch: then state by state.
        const each = atMost > budget.states ? 1 : expanded;
        for (let from = 0; from < expanded; from += each) {
            if (size > budget.states) {
                stopped = 'states';
                break searching;
            }
            const until = Math.min(expanded, from + each);
            const more = set.intern(batch, batch.end[until - 1]);
            remember(batch, more, at, from, size, parent, via);
            size += more;
            const { dead, first } = stuck(batch, from, until);
            if (deadlocks === 0 && dead > 0)
                deadlock = at + first - from;
            deadlocks += dead;
            count = had + batch.leaving[until - 1];
            edges?.write(batch, from, until, at, parent, via);
            at += until - from;
        }
        if (goal !== null)
            found = goal(set.rows(), asked + 1, size + 1);
        asked = size;
    }
    if (goal !== null && found < 0)
        found = goal(set.rows(), asked + 1, size + 1);
    budget.progress?.({ states: size, expanded: at, bytes: held() });
    const peak = held();
    via[1] = 0;
    const base = result(program, layout, set.rows().subarray(0, (size + 1) * lanes), size, parent.subarray(0, size), via.subarray(1, size + 1), code);
    if (edges === null)
        return { ...base, edges: count, expanded: at, stopped, deadlocks, deadlock, found, peak };
    const { first, to, by } = edges.done(size, at);
    return {
        ...base,
        bytes: base.bytes + first.byteLength + to.byteLength + by.byteLength,
        first,
        to,
        by,
        edges: count,
        expanded: at,
        stopped,
    };
}
/** Writes the `more` new states of a batch, after `size` others, into the breadth-first tree; the batch's state `from` is state `at`. */
function remember({ fresh, end, step }, more, at, from, size, parent, via) {
    let one = from;
    for (let k = 0; k < more; k++) {
        const i = fresh[k];
        while (end[one] <= i)
            one++;
        parent[size + k] = at + one - from;
        via[size + k + 1] = step[i];
    }
}
/** How many of the batch's states `from` up to `until` have no step enabled, and the first of them. */
function stuck({ leaving }, from, until) {
    let before = from === 0 ? 0 : leaving[from - 1];
    let dead = 0;
    let first = -1;
    for (let one = from; one < until; one++) {
        if (leaving[one] === before && dead++ === 0)
            first = one;
        before = leaving[one];
    }
    return { dead, first };
}
/** Keeps the states, and not what was only needed to find them. */
function result(program, layout, rows, size, parent, via, code) {
    const { lanes } = layout;
    const which = (questions) => {
        const ask = whereOf(lookups(program, layout, questions, null), lanes, code ?? (size < small ? 'interpreted' : undefined));
        const answers = new Int32Array(size);
        for (let from = 0; from < size; from += 4096) {
            const until = Math.min(size, from + 4096);
            ask(rows, from + 1, until + 1, answers.subarray(from, until));
        }
        return answers;
    };
    return {
        program,
        size,
        parent,
        via,
        bytes: rows.byteLength + parent.byteLength + via.byteLength,
        locals: (state, into) => unpack(layout, rows, (state + 1) * lanes, into),
        which,
        where: (all) => {
            const bits = which([all]);
            const answer = new Uint8Array(size);
            for (let state = 0; state < size; state++)
                answer[state] = bits[state] >>> 31;
            return answer;
        },
    };
}
/** The first of states `from` up to `until`, numbered from 1, in which all hold; counted from 0, or -1. */
function goalOf(program, layout, all, code) {
    const ask = whereOf(lookups(program, layout, [all], null), layout.lanes, code);
    let some = new Int32Array(4096);
    return (rows, from, until) => {
        if (until - from > some.length)
            some = new Int32Array(2 * (until - from));
        ask(rows, from, until, some);
        for (let state = from; state < until; state++)
            if (some[state - from] !== 0)
                return state - 1;
        return -1;
    };
}
//# sourceMappingURL=search.js.map