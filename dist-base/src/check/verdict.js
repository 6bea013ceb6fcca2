import { stepsTo } from "../explore/graph.js";
import { search } from "../explore/search.js";
import { fire } from "../system/program.js";
import { fairComponents, fairness, fairRun, fairRunNear } from "./fair.js";
import { replay, worst } from "./finding.js";
import { keepable } from "./keepable.js";
import { countsOf, having, mayStay, recurring } from "./recurring.js";
import { waitsFor } from "./waits.js";
/** Searches `program` and answers for its promises. */
export function check(program, budget, question = {}) {
    return answer(search(program, budget), question);
}
/** Answers for a graph that has been searched already. */
export function answer(graph, question = {}) {
    const { program } = graph;
    const asked = program.promises.filter(({ of }) => question.promises === undefined || question.promises.includes(of));
    const fair = fairness(graph, question.fair);
    const ours = Uint8Array.from(program.steps, ({ actor }) => Number(program.actors[actor].fair !== 'none'));
    const findings = [];
    for (let at = 0; at < asked.length; at += 32)
        findings.push(...batch(graph, asked.slice(at, at + 32), ours, fair, question));
    const invariants = question.promises === undefined ? invariances(graph, question.plain ?? false) : [];
    const said = [
        ...invariants.flatMap(({ holds }) => holds === true ? [] : [holds === null ? 'incomplete' : 'broken']),
        ...findings.map(({ verdict }) => verdict),
    ];
    return {
        digest: program.digest,
        verdict: said.length === 0 && graph.stopped !== null ? 'incomplete' : worst(said),
        promises: findings,
        invariants,
        states: graph.size,
        edges: graph.edges,
        neverFired: neverFired(graph),
        stopped: graph.stopped,
    };
}
/** The steps, as written, that no edge is by. */
function neverFired({ program: { steps }, by, edges }) {
    const fired = new Uint8Array(steps.length);
    let open = steps.length;
    for (let e = 0; e < edges && open > 0; e++)
        if (fired[by[e]] === 0) {
            fired[by[e]] = 1;
            open--;
        }
    const never = new Set(steps.map(({ of }) => of));
    steps.forEach(({ of }, r) => {
        if (fired[r] === 1)
            never.delete(of);
    });
    return [...never];
}
/** Whether each invariant holds. States are in breadth-first order: the first that is wrong has the shortest run. */
export function invariances(graph, plain) {
    return graph.program.invariants.map(({ name, of, never }) => {
        const at = graph.where(never).indexOf(1);
        if (at < 0)
            return { invariant: name, of, holds: graph.stopped === null ? true : null, run: [] };
        return {
            invariant: name,
            of,
            holds: false,
            run: plain ? [] : replay(graph.program, names(graph, stepsTo(graph, at))).run,
        };
    });
}
/** At most 32 promises: one bit each. */
function batch(graph, asked, ours, fair, { worstOnly = false, plain = worstOnly }) {
    const kept = graph.stopped === null ? 'finite' : 'incomplete';
    const pending = graph.which(asked.map(({ pending: all }) => all));
    const counts = countsOf(pending);
    const any = keepable(graph, pending, null);
    const sealed = firstsWithout(any.can);
    const lost = worstOnly ? asked.findIndex((_, p) => sealed[p] >= 0) : -1;
    if (lost >= 0)
        return [{ ...blank(asked[lost], counts[lost]), verdict: 'deadlock' }];
    // Where nobody but fair actors acts, or all is lost already, there is no more to ask.
    const same = !ours.includes(0) || asked.every((_, p) => counts[p] === 0 || sealed[p] >= 0);
    const alone = same ? any : keepable(graph, pending, ours);
    const favoured = same ? sealed : firstsWithout(alone.can);
    const findings = asked.map((promise, p) => {
        const base = blank(promise, counts[p]);
        if (counts[p] === 0)
            return { ...base, verdict: kept };
        const bit = bitOf(p);
        if (sealed[p] >= 0)
            return {
                ...base,
                verdict: 'deadlock',
                ...(plain ? {} : stuck(graph, promise, sealed[p], any.scc, null)),
            };
        if (favoured[p] < 0)
            return null;
        return {
            ...base,
            verdict: 'indefinite',
            ...(plain
                ? {}
                : {
                    ...stuck(graph, promise, favoured[p], alone.scc, ours),
                    sealed: null,
                    favours: favours(graph, favoured[p], alone.can, bit, ours),
                }),
        };
    });
    const favour = worstOnly
        ? findings.find((finding) => finding?.verdict === 'indefinite')
        : undefined;
    if (favour !== undefined && favour !== null)
        return [favour];
    // What is left can always be kept: only a fair run can keep it from being so.
    const open = findings.flatMap((finding, p) => (finding === null ? [p] : []));
    const starve = starving(graph, asked, pending, maskOf(open), maskOf(open.filter((p) => counts[p] >= worthCutting)), fair, plain);
    const all = [];
    for (const [p, promise] of asked.entries()) {
        const finding = findings[p] ?? {
            ...blank(promise, counts[p]),
            verdict: kept,
            ...starve(bitOf(p)),
        };
        if (worstOnly && finding.verdict === 'unbounded')
            return [finding];
        all.push(finding);
    }
    return all;
}
/** Fewer states are not worth a pass over all. */
const worthCutting = 2000;
/** For each of the `open` promises, many of them with `many` states: what is to be said if a fair run never keeps it, or null. Overwrites `pending`. */
function starving(graph, asked, pending, open, many, fair, plain) {
    if (open === 0)
        return () => null;
    only(pending, open, graph.expanded);
    const place = new Int32Array(graph.size).fill(-1);
    let near = 0;
    for (let bits = plain ? open : 0; bits !== 0; bits &= bits - 1)
        if (fairRunNear(graph, pending, bits & -bits, fair, place))
            near |= bits & -bits;
    if (near !== 0)
        only(pending, ~near, graph.size);
    if ((many & ~near) !== 0)
        recurring(graph, pending, many & ~near, fair, mayStay(graph.program, asked.map(({ pending: all }) => all)));
    return (bit) => {
        if ((near & bit) !== 0)
            return { verdict: 'unbounded' };
        const list = having(pending, bit);
        if (plain)
            return fairRun(graph, list, fair, place) ? { verdict: 'unbounded' } : null;
        const loops = fairComponents(graph, list, fair, place);
        return loops === null ? null : { verdict: 'unbounded', ...lasso(graph, loops, fair) };
    };
}
const blank = (promise, pending) => ({
    promise: promise.name,
    of: promise.of,
    pending,
    run: [],
    sealed: null,
    waits: null,
    loop: [],
    starves: [],
    favours: [],
});
const maskOf = (of) => of.reduce((mask, p) => mask | bitOf(p), 0);
/** Leaves only these bits, and none from state `until` on. */
function only(masks, bits, until) {
    for (let state = 0; state < until; state++)
        masks[state] &= bits;
    masks.fill(0, until);
}
/** The bit of the p-th promise of a batch, as `Graph.which` numbers them. */
const bitOf = (p) => 0x80000000 >>> p;
/** For each bit, the highest first, the first state without it, or -1. */
function firstsWithout(can) {
    const firsts = new Int32Array(32).fill(-1);
    let open = -1;
    for (let state = 0; state < can.length && open !== 0; state++) {
        for (let lacks = ~can[state] & open; lacks !== 0; lacks &= lacks - 1)
            firsts[Math.clz32(lacks & -lacks)] = state;
        open &= can[state];
    }
    return firsts;
}
const names = (graph, steps) => steps.map((step) => graph.program.steps[step].name);
/** Shortest way from `from` over `allowed` steps and `within` states to a state of which `goal` holds; null if there is none. */
export function walk(graph, from, goal, allowed, within) {
    if (goal(from))
        return { steps: [], end: from };
    // What is never written of these takes no memory.
    const came = new Int32Array(graph.size);
    const took = new Uint16Array(graph.size);
    const queue = new Int32Array(graph.size);
    came[from] = -1;
    queue[0] = from;
    for (let at = 0, count = 1; at < count; at++) {
        const state = queue[at];
        for (let e = graph.first[state]; e < graph.first[state + 1]; e++) {
            const next = graph.to[e];
            const step = graph.by[e];
            if (came[next] !== 0 ||
                (allowed !== null && allowed[step] === 0) ||
                (within !== undefined && !within(next)))
                continue;
            came[next] = state + 1;
            took[next] = step;
            queue[count++] = next;
            if (!goal(next))
                continue;
            const steps = [];
            for (let back = next; back !== from; back = came[back] - 1)
                steps.push(took[back]);
            return { steps: steps.reverse(), end: next };
        }
    }
    return null;
}
/** The evidence of a deadlock: to the sealed state, on to a bottom component, and who waits for whom there. */
function stuck(graph, promise, sealed, scc, allowed) {
    const leaves = (state) => {
        for (let e = graph.first[state]; e < graph.first[state + 1]; e++)
            if ((allowed === null || allowed[graph.by[e]] === 1) &&
                scc.of[graph.to[e]] !== scc.of[state])
                return true;
        return false;
    };
    const open = new Uint8Array(scc.count);
    for (let state = 0; state < graph.size; state++)
        if (open[scc.of[state]] === 0 && leaves(state))
            open[scc.of[state]] = 1;
    const on = walk(graph, sealed, (state) => open[scc.of[state]] === 0, allowed);
    const members = [on.end];
    for (let state = 0; state < graph.size; state++)
        if (state !== on.end && scc.of[state] === scc.of[on.end])
            members.push(state);
    const to = stepsTo(graph, sealed);
    const run = [...to, ...on.steps];
    return {
        run: replay(graph.program, names(graph, run)).run,
        sealed: to.length,
        waits: waitsFor(graph, members, promise.pending, allowed, company(graph.program, run)),
    };
}
/** For each part, the parts that moved together with it in the last step of a run that moved it: whoever holds it is among them. */
function company(program, run) {
    const found = program.parts.map(() => new Set());
    let state = program.initial;
    for (const step of run) {
        const after = fire(program, program.steps[step], state);
        const moved = after.flatMap((local, part) => (local === state[part] ? [] : [part]));
        for (const part of moved)
            found[part] = new Set(moved);
        state = after;
    }
    return found;
}
/** The environment's steps on the shortest way from where only it can help to where the promise can be kept without it. */
function favours(graph, from, can, bit, ours) {
    const way = walk(graph, from, (state) => (can[state] & bit) !== 0, null);
    return way === null
        ? []
        : [
            ...new Set(way.steps
                .filter((step) => ours[step] === 0)
                .map((step) => graph.program.steps[step].name)),
        ];
}
/** Shortest stem to a fair component, and a walk round it that does all that fairness asks. */
function lasso(graph, loops, fair) {
    const entry = loops.findIndex((one) => one >= 0);
    const component = loops[entry];
    const inside = (state) => loops[state] === component;
    const { program } = graph;
    const enabledAt = (state) => {
        const found = new Set();
        for (let e = graph.first[state]; e < graph.first[state + 1]; e++)
            found.add(program.steps[graph.by[e]].actor);
        return found;
    };
    const acts = new Set();
    for (let state = 0; state < graph.size; state++) {
        if (loops[state] !== component)
            continue;
        for (let e = graph.first[state]; e < graph.first[state + 1]; e++)
            if (loops[graph.to[e]] === component)
                acts.add(program.steps[graph.by[e]].actor);
    }
    const is = (mask, actor) => (mask[actor >>> 5] & (1 << (actor & 31))) !== 0;
    const steps = [];
    let at = entry;
    const fired = new Set();
    const idle = new Set();
    const note = (state) => {
        const on = enabledAt(state);
        program.actors.forEach((_, actor) => {
            if (!on.has(actor))
                idle.add(actor);
        });
    };
    const go = (way) => {
        for (const step of way.steps) {
            steps.push(step);
            fired.add(program.steps[step].actor);
            for (let e = graph.first[at]; e < graph.first[at + 1]; e++)
                if (graph.by[e] === step) {
                    at = graph.to[e];
                    break;
                }
            note(at);
        }
    };
    note(at);
    const fires = (actor) => (state) => {
        for (let e = graph.first[state]; e < graph.first[state + 1]; e++)
            if (program.steps[graph.by[e]].actor === actor && inside(graph.to[e]))
                return true;
        return false;
    };
    program.actors.forEach((_, actor) => {
        const weak = is(fair.weak, actor);
        const strong = is(fair.strong, actor);
        if ((!weak && !strong) || fired.has(actor) || (weak && idle.has(actor)))
            return;
        const rest = weak
            ? walk(graph, at, (state) => !enabledAt(state).has(actor), null, inside)
            : null;
        const act = acts.has(actor) ? walk(graph, at, fires(actor), null, inside) : null;
        if (rest !== null && (act === null || rest.steps.length <= act.steps.length)) {
            go(rest);
            return;
        }
        if (act === null)
            return;
        go(act);
        for (let e = graph.first[at]; e < graph.first[at + 1]; e++) {
            const step = graph.by[e];
            if (program.steps[step].actor === actor && inside(graph.to[e])) {
                go({ steps: [step], end: graph.to[e] });
                break;
            }
        }
    });
    go(walk(graph, at, (state) => state === entry, null, inside));
    const stem = replay(program, names(graph, stepsTo(graph, entry)));
    const loop = replay(program, names(graph, steps), stem.end);
    const seen = new Set();
    let now = entry;
    for (const step of [...steps, -1]) {
        for (const actor of enabledAt(now))
            seen.add(actor);
        for (let e = graph.first[now]; e < graph.first[now + 1]; e++)
            if (graph.by[e] === step) {
                now = graph.to[e];
                break;
            }
    }
    const starves = [...seen]
        .filter((actor) => !fired.has(actor) && program.actors[actor].fair !== 'none')
        .map((actor) => program.actors[actor].name);
    return { run: stem.run, loop: loop.run, starves };
}
//# sourceMappingURL=verdict.js.map