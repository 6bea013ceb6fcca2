/** The edges among the nodes of `list`, numbered anew by their place in it. `place`: -1 for all nodes, and so again afterwards. */
export function among({ first, to, by }, list, place) {
    const size = list.length;
    let most = 0;
    for (let node = 0; node < size; node++) {
        place[list[node]] = node;
        most += first[list[node] + 1] - first[list[node]];
    }
    const start = new Uint32Array(size + 1);
    const inner = new Int32Array(most);
    const steps = new Uint16Array(most);
    let count = 0;
    for (let node = 0; node < size; node++) {
        for (let e = first[list[node]], end = first[list[node] + 1]; e < end; e++) {
            const next = place[to[e]];
            if (next < 0)
                continue;
            inner[count] = next;
            steps[count++] = by[e];
        }
        start[node + 1] = count;
    }
    for (let node = 0; node < size; node++)
        place[list[node]] = -1;
    return { size, first: start, to: inner, by: steps };
}
/** Tarjan's algorithm without recursion, over the edges whose step is `allowed` (all, if null). A graph of states is rows, too. */
export function components({ size, first, to, by }, allowed = null) {
    const of = new Int32Array(size).fill(-1);
    // Four words a node, in one cache line: low-link, number, next edge, end of its edges. Numbers count from 1, and a low-link of 0 means
    // unseen; a finished node keeps `done`, which is below no low-link.
    const node = new Int32Array(4 * size);
    const done = 0x7fffffff;
    const open = new Int32Array(size);
    const calls = new Int32Array(size);
    let opened = 0;
    let counted = 0;
    let count = 0;
    for (let root = 0; root < size; root++) {
        if (node[4 * root] !== 0)
            continue;
        let depth = -1;
        let state = root;
        let deeper = root;
        let lowest = 0;
        let at = 0;
        let end = 0;
        let number = 0;
        for (;;) {
            if (deeper >= 0) {
                state = deeper;
                calls[++depth] = state;
                open[opened++] = state;
                lowest = number = ++counted;
                at = first[state];
                end = first[state + 1];
                node[4 * state] = lowest;
                node[4 * state + 1] = number;
                node[4 * state + 3] = end;
                deeper = -1;
            }
            while (at < end) {
                const next = to[at];
                if (allowed !== null && allowed[by[at]] === 0) {
                    at++;
                    continue;
                }
                at++;
                const seen = node[4 * next];
                if (seen === 0) {
                    deeper = next;
                    break;
                }
                if (seen < lowest)
                    lowest = seen;
            }
            if (deeper >= 0) {
                node[4 * state] = lowest;
                node[4 * state + 2] = at;
                continue;
            }
            depth--;
            const own = lowest;
            if (own === number) {
                let member;
                do {
                    member = open[--opened];
                    of[member] = count;
                    node[4 * member] = done;
                } while (member !== state);
                count++;
            }
            else
                node[4 * state] = own;
            if (depth < 0)
                break;
            state = calls[depth];
            lowest = node[4 * state];
            number = node[4 * state + 1];
            at = node[4 * state + 2] >>> 0;
            end = node[4 * state + 3] >>> 0;
            if (own < lowest)
                lowest = own;
        }
    }
    return { of, count };
}
//# sourceMappingURL=components.js.map