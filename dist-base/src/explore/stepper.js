import { canGenerate, generateExpand, generateHash, generateWhere } from "./generate.js";
/** A program's tables must be worth more than this many cells a state before the compiler of the engine below gives up on them. */
const mostCells = 2500;
/** `code`: what to use; by default generated code where that is allowed. */
export function stepperOf(deltas, code) {
    const generated = code !== 'interpreted' &&
        canGenerate &&
        deltas.enabled.cell.at(-1) + deltas.enabled.words <= mostCells;
    return generated
        ? { code: 'generated', expand: generateExpand(deltas), hash: generateHash(deltas) }
        : { code: 'interpreted', expand: interpretExpand(deltas), hash: interpretHash(deltas) };
}
/** Answers one word of conditions, 32 at most. */
export function whereOf(lookups, lanes, code) {
    return code !== 'interpreted' && canGenerate
        ? generateWhere(lookups, lanes)
        : interpretWhere(lookups, lanes);
}
function interpretExpand(deltas) {
    const { layout: { lanes }, enabled, add, vary, varying, byLocal, keep, } = deltas;
    const { words, chunks, hash: hashColumn, always, factor, cell, chunk, column, tables } = enabled;
    const from = flat(enabled);
    const at = new Int32Array(chunks.length);
    const wide = lanes + 1;
    return (rows, via, first, until, { room, most, rows: out, hash, step, end, enabled: masks, leaving }) => {
        const last = Math.min(until, first + most);
        let n = 0;
        let total = 0;
        let state = first;
        for (; state < last && n <= room; state++) {
            const row = state * lanes;
            const kept = via[state] * words;
            let linear = 0;
            for (let c = 0; c < at.length; c++) {
                at[c] =
                    from[c * 5 + 3] +
                        ((rows[row + from[c * 5]] >>> from[c * 5 + 1]) & from[c * 5 + 2]) * from[c * 5 + 4];
                linear = (linear + tables[at[c] + hashColumn[c]]) | 0;
            }
            for (let w = 0; w < words; w++) {
                let mask = always[w];
                for (let f = factor[w]; mask !== 0 && f < factor[w + 1]; f++) {
                    let any = 0;
                    for (let l = cell[f]; l < cell[f + 1]; l++)
                        any |= tables[at[chunk[l]] + column[l]];
                    mask &= any;
                }
                masks[(state - first) * words + w] = mask;
                total += bitsIn(mask);
                mask &= keep[kept + w];
                while (mask !== 0) {
                    const bit = Math.clz32(mask);
                    mask &= 0x7fffffff >>> bit;
                    const r = w * 32 + bit;
                    for (let lane = 0; lane < lanes; lane++)
                        out[n * lanes + lane] = (rows[row + lane] + add[r * wide + lane]) | 0;
                    let sum = (linear + add[r * wide + lanes]) | 0;
                    for (let v = vary[r]; v < vary[r + 1]; v++) {
                        const lane = varying[v * 4];
                        const by = varying[v * 4 + 3] +
                            ((rows[row + lane] >>> varying[v * 4 + 1]) & varying[v * 4 + 2]) * 2;
                        out[n * lanes + lane] += byLocal[by];
                        sum = (sum + byLocal[by + 1]) | 0;
                    }
                    hash[n] = sum;
                    step[n] = r;
                    n++;
                }
            }
            end[state - first] = n;
            leaving[state - first] = total;
        }
        return state - first;
    };
}
function interpretHash({ layout: { lanes }, enabled: { chunks, hash, tables }, }) {
    return (rows, from, until, into) => {
        for (let state = from; state < until; state++) {
            let sum = 0;
            for (let c = 0; c < chunks.length; c++) {
                const { lane, shift, mask, base, stride } = chunks[c];
                sum =
                    (sum +
                        tables[base + ((rows[state * lanes + lane] >>> shift) & mask) * stride + hash[c]]) |
                        0;
            }
            into[state - from] = sum;
        }
    };
}
function interpretWhere({ chunks, always, factor, cell, chunk, column, tables }, lanes) {
    const cells = Array.from(chunk, (of, l) => ({ ...chunks[of], column: column[l] }));
    return (rows, from, until, into) => {
        for (let state = from; state < until; state++) {
            let mask = always[0];
            for (let f = 0; mask !== 0 && f < factor[1]; f++) {
                let any = 0;
                for (let l = cell[f]; l < cell[f + 1]; l++) {
                    const { lane, shift, mask: low, base, stride, column: to } = cells[l];
                    any |= tables[base + ((rows[state * lanes + lane] >>> shift) & low) * stride + to];
                }
                mask &= any;
            }
            into[state - from] = mask;
        }
    };
}
function bitsIn(mask) {
    mask -= (mask >>> 1) & 0x55555555;
    mask = (mask & 0x33333333) + ((mask >>> 2) & 0x33333333);
    return Math.imul((mask + (mask >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
/** The chunks, five numbers each: lane, shift, mask, base, stride. */
function flat({ chunks }) {
    return Int32Array.from(chunks.flatMap(({ lane, shift, mask, base, stride }) => [lane, shift, mask, base, stride]));
}
//# sourceMappingURL=stepper.js.map