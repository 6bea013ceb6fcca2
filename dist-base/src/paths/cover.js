import { beam } from "./beam.js";
import { boundOf } from "./bound.js";
import { circulation } from "./circulation.js";
import { nearest } from "./greedy.js";
import { depthsOf, split } from "./split.js";
import { coverOf } from "./targets.js";
import { walksOf } from "./walks.js";
/** The relaxation and the search below it are for networks of up to so many arcs and targets. */
const mostArcs = 500_000;
/** For pairs, which are many, and for which no gap is promised. */
const mostArcsOfPairs = 10_000;
const mostTargets = 1500;
const widths = [100, 400, 1600];
/** Further, where the suite costs so much more than the bound. */
const patience = { width: 6400, gap: 0.05 };
/** Paths that meet every target of the criterion: the cheapest for `edges`, cheap and compared with a bound for the others. */
export function suiteOf(graph, criterion, { perPath, longest = Infinity, kept = [] }) {
    const cover = coverOf(graph, criterion);
    const { targets, start, meets } = cover;
    const had = kept.map((edges) => arcsOf(cover, graph, edges));
    const wanted = new Uint8Array(targets.length).fill(1);
    for (const arcs of had)
        for (const arc of arcs)
            for (let at = start[arc]; at < start[arc + 1]; at++)
                wanted[meets[at]] = 0;
    const { walks, bound } = cheapest(cover, criterion, perPath, kept.length > 0 ? wanted : null, longest);
    const all = [...had, ...walks];
    const met = new Uint8Array(targets.length);
    const first = all.map((arcs) => {
        const found = [];
        for (const arc of arcs)
            for (let at = start[arc]; at < start[arc + 1]; at++)
                if (met[meets[at]] === 0) {
                    met[meets[at]] = 1;
                    found.push(meets[at]);
                }
        return found;
    });
    return {
        criterion,
        cover,
        first,
        bound,
        paths: all.map((arcs) => Array.from(arcs, (arc) => cover.edge?.[arc] ?? arc)),
        uncovered: targets.flatMap((target, at) => met[at] === 1 ? [] : [{ target, why: `no path of at most ${longest} steps` }]),
        shortestEach: shortestEach(cover),
    };
}
function cheapest(cover, criterion, perPath, wanted, longest) {
    const { network, targets } = cover;
    if (criterion === 'edges') {
        const tour = circulation(network, null, perPath);
        if (wanted !== null)
            return { bound: tour.cost, walks: nearest(cover, wanted, perPath, longest) };
        const cut = split(cover, walksOf(network, tour), longest, perPath);
        if (longest === Infinity || network.edges > mostArcs)
            return { bound: tour.cost, walks: cut };
        const near = nearest(cover, new Uint8Array(targets.length).fill(1), perPath, longest);
        return { bound: tour.cost, walks: costOf(near, perPath) < costOf(cut, perPath) ? near : cut };
    }
    const small = network.edges <= (criterion === 'pairs' ? mostArcsOfPairs : mostArcs) &&
        targets.length <= mostTargets;
    const bound = small ? boundOf(cover, perPath) : null;
    // Costs are whole numbers.
    let least = bound === null ? null : Math.ceil(bound.value - 1e-6);
    const all = new Uint8Array(targets.length).fill(1);
    let best = nearest(cover, wanted ?? all, perPath, longest);
    if (bound !== null && wanted === null) {
        let cost = costOf(best, perPath);
        for (const width of criterion === 'pairs' ? widths : [...widths, patience.width]) {
            if (cost <= least || (width === patience.width && cost <= least * (1 + patience.gap)))
                break;
            const found = beam(cover, bound, perPath, width, cost - 1);
            if (found.walks === null && !found.exhaustive)
                continue;
            if (found.walks !== null) {
                const walks = split(cover, found.walks, longest, perPath);
                if (costOf(walks, perPath) < cost) {
                    best = walks;
                    cost = costOf(walks, perPath);
                }
            }
            // Nothing was dropped: no suite is cheaper than what was found now or before.
            if (found.exhaustive && longest === Infinity)
                least = cost;
            if (found.exhaustive)
                break;
        }
    }
    return { walks: best, bound: least };
}
export const costOf = (walks, perPath) => walks.reduce((sum, walk) => sum + walk.length + perPath, 0);
/** The arcs of a run that is given as edges. */
function arcsOf({ network, edge }, graph, edges) {
    if (edge === null)
        return Int32Array.from(edges);
    const arcs = [];
    let node = 0;
    for (const one of edges) {
        let arc = network.first[node];
        while (edge[arc] !== one)
            arc++;
        arcs.push(arc);
        node = network.to[arc];
    }
    return Int32Array.from(arcs);
}
/** For comparison: one shortest path for each target, and none that is the beginning of another. */
function shortestEach({ network, start, meets, targets }) {
    const { size, first, to } = network;
    const depths = depthsOf(network);
    const by = new Int32Array(targets.length).fill(-1);
    const from = new Int32Array(network.edges);
    const order = Array.from({ length: size }, (_, node) => node).sort((a, b) => depths.depth[a] - depths.depth[b]);
    for (const node of order)
        for (let arc = first[node]; arc < first[node + 1]; arc++) {
            from[arc] = node;
            for (let at = start[arc]; at < start[arc + 1]; at++)
                if (by[meets[at]] < 0)
                    by[meets[at]] = arc;
        }
    const last = new Set(by);
    // A path that ends with an arc of the tree of shortest paths begins every path that goes on from there.
    const inner = new Uint8Array(size);
    const climb = (node) => {
        for (let at = node; at !== 0 && inner[at] === 0; at = depths.from[at])
            inner[at] = 1;
    };
    for (const arc of last)
        climb(from[arc]);
    let paths = 0;
    let steps = 0;
    for (const arc of last) {
        if (depths.arc[to[arc]] === arc && inner[to[arc]] === 1)
            continue;
        paths++;
        steps += depths.depth[from[arc]] + 1;
    }
    return { paths, steps };
}
//# sourceMappingURL=cover.js.map