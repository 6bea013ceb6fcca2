import { bytesOf, roomier } from "./room.js";
/** `words`: of enabled steps, one bit a step. */
export function edgesOf(words) {
    let first = new Uint32Array(1024);
    let to = new Int32Array(4096);
    let by = new Uint16Array(4096);
    let count = 0;
    let rows = 0;
    return {
        count: () => count,
        bytes: () => (rows + 1) * 4 + count * 6,
        bytesFor: (states, edges) => bytesOf(first, rows + 1, states + 1) + bytesOf(to, count, edges) + bytesOf(by, count, edges),
        reserve: (states, edges) => {
            const firsts = roomier(first, rows + 1, states + 1, Uint32Array);
            const tos = roomier(to, count, edges, Int32Array);
            by = roomier(by, count, edges, Uint16Array);
            to = tos;
            first = firsts;
        },
        write: (batch, from, until, at, parent, via) => {
            count = write(batch, from, until, at, parent, via, words, first, to, by, count);
            rows = at + until - from;
        },
        done: (size, expanded) => {
            const firsts = first.subarray(0, size + 1);
            firsts.fill(count, expanded + 1);
            return { first: firsts, to: to.subarray(0, count), by: by.subarray(0, count) };
        },
    };
}
function write({ end, enabled, step, number }, from, until, at, parent, via, words, first, to, by, count) {
    let i = from === 0 ? 0 : end[from - 1];
    for (let one = from; one < until; one++, at++) {
        const last = end[one];
        const up = parent[at];
        const took = via[at + 1];
        let beside = up < 0 ? 0 : first[up];
        for (let w = 0; w < words; w++) {
            let mask = enabled[one * words + w];
            while (mask !== 0) {
                const bit = Math.clz32(mask);
                mask &= 0x7fffffff >>> bit;
                const r = w * 32 + bit;
                by[count] = r;
                if (i < last && step[i] === r) {
                    const is = number[i];
                    to[count++] = (is < 0 ? (number[i] = number[~is]) : is) - 1;
                    i++;
                    continue;
                }
                while (by[beside] !== r)
                    beside++;
                let twin = first[to[beside]];
                while (by[twin] !== took)
                    twin++;
                to[count++] = to[twin];
            }
        }
        first[at + 1] = count;
    }
    return count;
}
//# sourceMappingURL=edges.js.map