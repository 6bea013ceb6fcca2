const far = 0x3fffffff;
/**
 * The cheapest circulation that takes each edge at least `need` times (once, if null), where an edge costs 1 and a start `perPath`: the
 * directed Chinese postman with a hub as a minimum-cost flow, by the primal-dual method. Its constraints are those of a network, so
 * the best flow is a whole number and the best of all.
 * @param perPath a whole number from 0
 */
export function circulation({ size, first, to, edges }, need, perPath) {
    const hub = size;
    const from = new Int32Array(edges);
    const back = new Uint32Array(size + 1);
    for (let node = 0; node < size; node++)
        for (let e = first[node]; e < first[node + 1]; e++) {
            from[e] = node;
            back[to[e] + 1]++;
        }
    for (let node = 0; node < size; node++)
        back[node + 1] += back[node];
    const into = new Int32Array(edges);
    const fill = back.slice();
    for (let e = 0; e < edges; e++)
        into[fill[to[e]]++] = e;
    // What the needed edges and the one start bring to a node more than they take away.
    const excess = new Int32Array(size + 1);
    let base = perPath;
    for (let e = 0; e < edges; e++) {
        const times = need === null ? 1 : need[e];
        excess[to[e]] += times;
        excess[from[e]] -= times;
        base += times;
    }
    excess[0]++;
    excess[hub]--;
    const flow = new Int32Array(edges);
    const ends = new Int32Array(size);
    let starts = 0;
    const price = new Int32Array(size + 1);
    const distance = new Int32Array(size + 1);
    const order = new Int32Array(size + 1);
    const current = new Uint32Array(size + 1);
    const stage = new Uint8Array(size + 1);
    const path = new Int32Array(size + 2);
    /** Edges into a node that have flow. */
    const taken = new Int32Array(size + 1);
    let left = 0;
    for (let node = 0; node <= size; node++)
        if (excess[node] > 0)
            left += excess[node];
    while (left > 0) {
        const best = distances();
        if (best > 0)
            for (let node = 0; node <= size; node++)
                price[node] += Math.min(distance[node], best);
        block(false);
        for (let node = 0; node <= size; node++)
            order[node] = distance[node] <= best ? 1 : -1;
        block(true);
    }
    let cost = base + perPath * starts;
    const times = flow;
    for (let e = 0; e < edges; e++) {
        cost += flow[e];
        times[e] += need === null ? 1 : need[e];
    }
    return { times, starts: starts + 1, stops: ends, cost };
    /** Distances from all nodes with excess over reduced costs, which are never negative, up to the nearest node that lacks; and the order in which nodes were settled. */
    function distances() {
        distance.fill(far);
        order.fill(-1);
        let settled = 0;
        let best = far;
        const buckets = [[]];
        const reach = (node, at) => {
            distance[node] = at;
            (buckets[at] ??= []).push(node);
            if (excess[node] < 0 && at < best)
                best = at;
        };
        for (let node = 0; node <= size; node++)
            if (excess[node] > 0) {
                distance[node] = 0;
                buckets[0].push(node);
            }
        for (let at = 0; at < buckets.length && at <= best; at++) {
            const bucket = buckets[at];
            if (bucket === undefined)
                continue;
            for (let k = 0; k < bucket.length; k++) {
                const node = bucket[k];
                if (distance[node] !== at || order[node] >= 0)
                    continue;
                order[node] = settled++;
                const here = at + price[node];
                let next;
                if (node === hub) {
                    if ((next = here + perPath - price[0]) < distance[0])
                        reach(0, next);
                    for (let other = 0; other < size; other++)
                        if (ends[other] > 0 && (next = here - price[other]) < distance[other])
                            reach(other, next);
                    continue;
                }
                if ((next = here - price[hub]) < distance[hub])
                    reach(hub, next);
                if (node === 0 && starts > 0 && (next = here - perPath - price[hub]) < distance[hub])
                    reach(hub, next);
                for (let e = first[node]; e < first[node + 1]; e++) {
                    const other = to[e];
                    if ((next = here + 1 - price[other]) < distance[other] && next <= best)
                        reach(other, next);
                }
                if (taken[node] > 0)
                    for (let i = back[node]; i < back[node + 1]; i++) {
                        const e = into[i];
                        if (flow[e] > 0) {
                            const other = from[e];
                            if ((next = here - 1 - price[other]) < distance[other] && next <= best)
                                reach(other, next);
                        }
                    }
            }
            delete buckets[at];
        }
        if (best === far)
            throw new Error('a node cannot be reached from node 0');
        return best;
    }
    /**
     * Sends flow along arcs of reduced cost 0, depth first, until no more goes that way: first only to nodes that were settled later, so
     * that paths are short; then, `free`, to any node that is not on the path and led nowhere before. A node keeps the arc at which it
     * stands, in stages: out, back, hub.
     */
    function block(free) {
        current.fill(0);
        stage.fill(0);
        for (let node = 0; node < size; node++)
            current[node] = first[node];
        for (let source = 0; source <= size; source++) {
            while (excess[source] > 0 && order[source] >= 0) {
                let depth = 0;
                path[0] = source;
                if (free)
                    order[source] = 0;
                for (;;) {
                    const node = path[depth];
                    if (excess[node] < 0)
                        break;
                    const next = advance(node);
                    if (next >= 0) {
                        path[++depth] = next;
                        if (free)
                            order[next] = 0;
                        continue;
                    }
                    order[node] = -1;
                    if (depth === 0)
                        break;
                    depth--;
                    pass(path[depth]);
                }
                const sink = path[depth];
                if (excess[sink] >= 0)
                    break;
                if (free)
                    for (let d = 0; d <= depth; d++)
                        order[path[d]] = 1;
                let amount = Math.min(excess[source], -excess[sink]);
                for (let d = 0; d < depth; d++)
                    amount = Math.min(amount, room(path[d], path[d + 1]));
                for (let d = 0; d < depth; d++)
                    send(path[d], path[d + 1], amount);
                excess[source] -= amount;
                excess[sink] += amount;
                left -= amount;
            }
        }
    }
    /** The node to which the current arc of `node` leads on; -1 where there is none any more. */
    function advance(node) {
        const next = order[node];
        const here = price[node];
        if (node === hub) {
            if (stage[hub] === 0) {
                if (order[0] > next && perPath + here === price[0])
                    return 0;
                stage[hub] = 1;
            }
            for (; current[hub] < size; current[hub]++) {
                const other = current[hub];
                if (ends[other] > 0 && order[other] > next && here === price[other])
                    return other;
            }
            return -1;
        }
        if (stage[node] === 0) {
            for (; current[node] < first[node + 1]; current[node]++) {
                const other = to[current[node]];
                if (order[other] > next && price[other] === here + 1)
                    return other;
            }
            stage[node] = 1;
            current[node] = taken[node] > 0 ? back[node] : back[node + 1];
        }
        if (stage[node] === 1) {
            for (; current[node] < back[node + 1]; current[node]++) {
                const e = into[current[node]];
                if (flow[e] > 0) {
                    const other = from[e];
                    if (order[other] > next && price[other] === here - 1)
                        return other;
                }
            }
            stage[node] = 2;
        }
        if (stage[node] === 2) {
            if (order[hub] > next && here === price[hub])
                return hub;
            stage[node] = 3;
        }
        if (stage[node] === 3 &&
            node === 0 &&
            starts > 0 &&
            order[hub] > next &&
            here - perPath === price[hub])
            return hub;
        return -1;
    }
    function pass(node) {
        if (node === hub ? stage[hub] === 1 : stage[node] < 2)
            current[node]++;
        else
            stage[node]++;
    }
    /** How much more the current arc of `node`, which leads to `next`, can take. */
    function room(node, next) {
        if (node === hub)
            return stage[hub] === 0 ? far : ends[next];
        return stage[node] === 1 ? flow[into[current[node]]] : stage[node] === 3 ? starts : far;
    }
    function send(node, next, amount) {
        if (node === hub) {
            if (stage[hub] === 0)
                starts += amount;
            else
                ends[next] -= amount;
        }
        else if (stage[node] === 0) {
            const e = current[node];
            if (flow[e] === 0)
                taken[next]++;
            flow[e] += amount;
        }
        else if (stage[node] === 1) {
            const e = into[current[node]];
            flow[e] -= amount;
            if (flow[e] === 0)
                taken[node]--;
        }
        else if (stage[node] === 2)
            ends[node] += amount;
        else
            starts -= amount;
    }
}
//# sourceMappingURL=circulation.js.map