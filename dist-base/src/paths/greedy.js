/**
 * Walks from node 0 that meet every target of `wanted`: always the nearest next, or a new walk where that costs less. Not the cheapest;
 * for what is missing from a suite, and where the search for the cheapest would be too long.
 * @returns arcs
 */
export function nearest({ network: { size, first, to }, start, meets }, wanted, perPath, longest = Infinity) {
    const left = wanted.slice();
    let count = left.reduce((sum, one) => sum + one, 0);
    const seen = new Int32Array(size).fill(-1);
    const came = new Int32Array(size);
    const by = new Int32Array(size);
    const queue = new Int32Array(size);
    let turn = 0;
    const wants = (arc) => {
        for (let at = start[arc]; at < start[arc + 1]; at++)
            if (left[meets[at]] === 1)
                return true;
        return false;
    };
    /** The shortest way from a node over an arc that meets something wanted; null beyond `most` arcs. */
    const way = (from, most) => {
        turn++;
        let end = 0;
        queue[end++] = from;
        seen[from] = turn;
        let depth = 0;
        for (let at = 0, last = 1; at < end && depth < most; depth++, last = end) {
            for (; at < last; at++) {
                const node = queue[at];
                for (let arc = first[node]; arc < first[node + 1]; arc++) {
                    if (wants(arc)) {
                        const arcs = [arc];
                        for (let back = node; back !== from; back = came[back])
                            arcs.push(by[back]);
                        return arcs.reverse();
                    }
                    const next = to[arc];
                    if (seen[next] === turn)
                        continue;
                    seen[next] = turn;
                    came[next] = node;
                    by[next] = arc;
                    queue[end++] = next;
                }
            }
        }
        return null;
    };
    const walks = [];
    let node = 0;
    while (count > 0) {
        const walk = walks.at(-1);
        // A new walk costs perPath more than its steps: only a way longer than that is worth asking from the start.
        const on = walk === undefined ? null : way(node, longest - walk.length);
        const anew = on !== null && on.length <= perPath ? null : way(0, longest);
        if (on === null && anew === null)
            break;
        const again = on === null || (anew !== null && anew.length + perPath < on.length);
        const arcs = again ? anew : on;
        if (again)
            walks.push([]);
        for (const arc of arcs) {
            walks.at(-1).push(arc);
            for (let at = start[arc]; at < start[arc + 1]; at++)
                if (left[meets[at]] === 1) {
                    left[meets[at]] = 0;
                    count--;
                }
        }
        node = to[arcs.at(-1)];
    }
    return walks.map((walk) => Int32Array.from(walk));
}
//# sourceMappingURL=greedy.js.map