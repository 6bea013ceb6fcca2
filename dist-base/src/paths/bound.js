import { masterOf } from "./master.js";
/**
 * The linear relaxation: circulations through the hub, each target met at least once, any fraction of a walk. Its dual prices targets so
 * that no closed walk is worth more than it costs; walks that are become columns (Dantzig and Wolfe), found as negative cycles.
 */
export function boundOf(cover, perPath, rounds = 400) {
    const { network, targets, start, meets } = cover;
    const { size, first, to, edges } = network;
    const count = targets.length;
    // Row `count`: there is at least one path.
    const master = masterOf([
        ...shortestOf(network, start, meets, count).map((steps) => steps + perPath),
        perPath,
    ]);
    const weight = new Float64Array(edges);
    const distance = new Float64Array(size + 1);
    const parent = new Int32Array(size + 1);
    const from = new Int32Array(size + 1);
    const mark = new Int32Array(size + 1);
    const weigh = (prices, scale) => {
        for (let arc = 0; arc < edges; arc++) {
            let worth = 0;
            for (let at = start[arc]; at < start[arc + 1]; at++)
                worth += prices[meets[at]];
            weight[arc] = 1 - scale * worth;
        }
        return perPath - scale * prices[count];
    };
    let value = 0;
    let worth = new Float64Array(count + 1);
    const note = (scale) => {
        let sum = 0;
        for (const one of master.prices)
            sum += Math.max(0, one);
        if (sum * scale > value) {
            value = sum * scale;
            worth = master.prices.map((one) => Math.max(0, one) * scale);
        }
    };
    for (let round = 0; round < rounds; round++) {
        master.settle();
        const cycles = negative(weigh(master.prices, 1));
        if (cycles.length === 0) {
            note(1);
            break;
        }
        for (const cycle of cycles) {
            const column = new Map();
            let cost = 0;
            for (const arc of cycle) {
                if (arc === -1) {
                    cost += perPath;
                    column.set(count, (column.get(count) ?? 0) + 1);
                }
                else if (arc >= 0) {
                    cost++;
                    for (let at = start[arc]; at < start[arc + 1]; at++)
                        column.set(meets[at], (column.get(meets[at]) ?? 0) + 1);
                }
            }
            if (master.enter(cost, column))
                master.settle();
        }
        if (round % 20 === 19) {
            const scale = feasible();
            note(scale);
            if (scale > 0.999)
                break;
        }
    }
    if (value === 0)
        note(feasible());
    return { value, worth: worth.subarray(0, count), ahead: aheadOf() };
    /** Cycles of negative weight in the graph with the hub, as arcs: -1 is a start, -2 an end. None if there is none. */
    function negative(startWeight) {
        distance.fill(0);
        parent.fill(-3);
        for (let pass = 0; pass <= size + 1; pass++) {
            let changed = false;
            const relax = (node, next, by, arc) => {
                if (distance[node] + by < distance[next] - 1e-9) {
                    distance[next] = distance[node] + by;
                    parent[next] = arc;
                    from[next] = node;
                    changed = true;
                }
            };
            relax(size, 0, startWeight, -1);
            for (let node = 0; node < size; node++) {
                const here = distance[node];
                for (let arc = first[node]; arc < first[node + 1]; arc++) {
                    const next = to[arc];
                    if (here + weight[arc] < distance[next] - 1e-9) {
                        distance[next] = here + weight[arc];
                        parent[next] = arc;
                        from[next] = node;
                        changed = true;
                    }
                }
                relax(node, size, 0, -2);
            }
            if (!changed)
                return [];
            const cycles = loops();
            if (cycles.length > 0)
                return cycles;
        }
        return [];
    }
    /** The cycles of the parent graph. */
    function loops() {
        mark.fill(0);
        const found = [];
        for (let node = 0; node <= size; node++) {
            let at = node;
            while (mark[at] === 0 && parent[at] !== -3) {
                mark[at] = node + 1;
                at = from[at];
            }
            if (mark[at] !== node + 1 || parent[at] === -3)
                continue;
            const cycle = [];
            const end = at;
            do {
                cycle.push(parent[at]);
                at = from[at];
            } while (at !== end);
            found.push(cycle);
        }
        return found;
    }
    /** The largest share of the prices, to a thousandth, at which no closed walk is worth more than it costs. */
    function feasible() {
        let low = 0;
        let high = 1024;
        while (high - low > 1) {
            const middle = (low + high) >> 1;
            if (negative(weigh(master.prices.map((one) => Math.max(0, one)), middle / 1024)).length === 0)
                low = middle;
            else
                high = middle;
        }
        return low / 1024;
    }
    function aheadOf() {
        weigh(worth, 1);
        const ahead = new Float64Array(size);
        for (let pass = 0; pass <= size; pass++) {
            let changed = false;
            for (let node = size - 1; node >= 0; node--) {
                let least = ahead[node];
                for (let arc = first[node]; arc < first[node + 1]; arc++)
                    least = Math.min(least, weight[arc] + ahead[to[arc]]);
                if (least < ahead[node] - 1e-9) {
                    ahead[node] = least;
                    changed = true;
                }
            }
            if (!changed)
                break;
        }
        return ahead;
    }
}
/** Steps of a shortest path from node 0 that meets each target. */
function shortestOf({ size, first, to }, start, meets, count) {
    const depth = new Int32Array(size).fill(-1);
    const steps = Array(count).fill(-1);
    depth[0] = 0;
    const queue = [0];
    for (const node of queue) {
        for (let arc = first[node]; arc < first[node + 1]; arc++) {
            for (let at = start[arc]; at < start[arc + 1]; at++)
                if (steps[meets[at]] < 0)
                    steps[meets[at]] = depth[node] + 1;
            if (depth[to[arc]] < 0) {
                depth[to[arc]] = depth[node] + 1;
                queue.push(to[arc]);
            }
        }
    }
    return steps;
}
//# sourceMappingURL=bound.js.map