export function depthsOf({ size, first, to }) {
    const depth = new Int32Array(size).fill(-1);
    const arc = new Int32Array(size).fill(-1);
    const from = new Int32Array(size).fill(-1);
    const queue = new Int32Array(size);
    let end = 1;
    depth[0] = 0;
    for (let at = 0; at < end; at++) {
        const node = queue[at];
        for (let a = first[node]; a < first[node + 1]; a++) {
            const next = to[a];
            if (depth[next] >= 0)
                continue;
            depth[next] = depth[node] + 1;
            arc[next] = a;
            from[next] = node;
            queue[end++] = next;
        }
    }
    return { depth, arc, from };
}
export function shortestTo({ arc, from }, node) {
    const arcs = [];
    for (let at = node; arc[at] >= 0; at = from[at])
        arcs.push(arc[at]);
    return arcs.reverse();
}
/**
 * Cuts walks into walks of at most `longest` arcs that meet the same targets, at the places where it costs least: a piece begins with a
 * shortest way from node 0, and what was only on the way between targets may be left out. Exact for these walks in this order.
 * A target that no walk of that length can meet is left out.
 */
export function split(cover, walks, longest, perPath) {
    if (walks.every((walk) => walk.length <= longest))
        return [...walks];
    const { network: { to }, start, meets, targets, } = cover;
    const depths = depthsOf(cover.network);
    const met = new Uint8Array(targets.length);
    const pieces = [];
    for (const walk of walks) {
        const n = walk.length;
        const nodes = new Int32Array(n + 1);
        const needed = new Uint8Array(n);
        for (let i = 0; i < n; i++) {
            const arc = walk[i];
            nodes[i + 1] = to[arc];
            for (let at = start[arc]; at < start[arc + 1]; at++) {
                if (met[meets[at]] === 1 || depths.depth[nodes[i]] + 1 > longest)
                    continue;
                met[meets[at]] = 1;
                needed[i] = 1;
            }
        }
        // cost[i]: the least for what lies before position i; a piece from `began` ends there, or nothing is taken (-1).
        const cost = new Float64Array(n + 1).fill(Infinity);
        const began = new Int32Array(n + 1).fill(-1);
        cost[0] = 0;
        for (let i = 0; i < n; i++) {
            if (cost[i] === Infinity)
                continue;
            if (needed[i] === 0) {
                if (cost[i] < cost[i + 1]) {
                    cost[i + 1] = cost[i];
                    began[i + 1] = -1;
                }
                if (i > 0)
                    continue;
            }
            const base = cost[i] + perPath + depths.depth[nodes[i]];
            const room = longest - depths.depth[nodes[i]];
            for (let j = i + 1; j <= n && j - i <= room; j++) {
                // A piece ends with what it is needed for.
                if (needed[j - 1] === 1 && base + j - i < cost[j]) {
                    cost[j] = base + j - i;
                    began[j] = i;
                }
            }
        }
        const cuts = [];
        for (let j = n; j > 0;) {
            const i = began[j];
            if (i < 0) {
                j--;
                continue;
            }
            cuts.push([i, j]);
            j = i;
        }
        for (const [i, j] of cuts.reverse())
            pieces.push(Int32Array.from([...shortestTo(depths, nodes[i]), ...walk.subarray(i, j)]));
    }
    return pieces;
}
//# sourceMappingURL=split.js.map