/**
 * What each target met counts for beyond its price. Many prices are nothing, because an optimum of the relaxation meets those targets on
 * its way; a single walk may miss them, and has to come back.
 */
const byTheWay = 0.1;
/**
 * Searches partial suites by cost, layer after layer, and of each keeps the `width` of which the relaxation promises the cheapest
 * ending: what is not met yet is worth at least its price.
 * @param limit gives up beyond this cost
 */
export function beam({ network, targets, start, meets }, bound, perPath, width, limit) {
    const { first, to } = network;
    const words = Math.max(1, Math.ceil(targets.length / 32));
    const every = Array(words).fill(0);
    targets.forEach((_, at) => {
        every[at >>> 5] |= 1 << (at & 31);
    });
    // What came before entry i of all entries ever kept: its predecessor and arc; -1 is a start.
    const cameFrom = [];
    const cameBy = [];
    const layers = new Map();
    const seen = new Set();
    let dropped = false;
    const total = bound.worth.reduce((sum, one) => sum + one, 0);
    const open = (cost) => {
        let layer = layers.get(cost);
        if (layer === undefined)
            layers.set(cost, (layer = { node: [], met: [], ahead: [], entry: [], arc: [] }));
        return layer;
    };
    const put = (cost, node, met, left, entry, arc) => {
        const promise = cost + left + bound.ahead[node];
        if (promise > limit + 1e-6)
            return;
        const layer = open(cost);
        layer.node.push(node);
        layer.met.push(met);
        layer.ahead.push(left);
        layer.entry.push(entry);
        layer.arc.push(arc);
    };
    put(perPath, 0, Array(words).fill(0), total, -1, -1);
    for (let cost = perPath; cost <= limit && layers.size > 0; cost++) {
        const layer = layers.get(cost);
        if (layer === undefined)
            continue;
        layers.delete(cost);
        const now = cost;
        // Where a start is free, it leads to this layer again.
        if (perPath === 0)
            cost--;
        const { node: nodes, met: mets, ahead, entry: entries, arc: arcs } = layer;
        const rank = nodes.map((node, at) => ahead[at] + bound.ahead[node] - byTheWay * countOf(mets[at]));
        const order = [...nodes.keys()].sort((a, b) => rank[a] - rank[b] || a - b);
        let kept = 0;
        for (const at of order) {
            const node = nodes[at];
            const met = mets[at];
            if (met.every((word, w) => word === every[w]))
                return {
                    walks: trace(cameFrom, cameBy, entries[at], arcs[at]),
                    exhaustive: !dropped || now <= Math.ceil(bound.value - 1e-6),
                };
            const key = `${node} ${met.join()}`;
            if (seen.has(key))
                continue;
            if (kept >= width) {
                dropped = true;
                break;
            }
            seen.add(key);
            kept++;
            const self = cameFrom.push(entries[at]) - 1;
            cameBy.push(arcs[at]);
            for (let arc = first[node]; arc < first[node + 1]; arc++) {
                let more = met;
                let left = ahead[at];
                for (let i = start[arc]; i < start[arc + 1]; i++) {
                    const target = meets[i];
                    if ((more[target >>> 5] & (1 << (target & 31))) !== 0)
                        continue;
                    if (more === met)
                        more = met.slice();
                    more[target >>> 5] |= 1 << (target & 31);
                    left -= bound.worth[target];
                }
                put(now + 1, to[arc], more, left, self, arc);
            }
            if (node !== 0)
                put(now + perPath, 0, met, ahead[at], self, -1);
        }
    }
    return { walks: null, exhaustive: !dropped };
}
const countOf = (met) => met.reduce((sum, word) => {
    for (let left = word; left !== 0; left &= left - 1)
        sum++;
    return sum;
}, 0);
function trace(cameFrom, cameBy, entry, arc) {
    const arcs = [arc];
    for (let at = entry; at >= 0; at = cameFrom[at])
        arcs.push(cameBy[at]);
    arcs.reverse();
    const walks = [];
    for (const one of arcs)
        if (one === -1)
            walks.push([]);
        else
            walks.at(-1).push(one);
    return walks.filter((walk) => walk.length > 0).map((walk) => Int32Array.from(walk));
}
//# sourceMappingURL=beam.js.map