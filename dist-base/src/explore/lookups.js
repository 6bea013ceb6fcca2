/** Tables of at most so many bytes stay in the first-level cache beside what else is there. */
const comfortable = 24576;
/** `conditions`: all of the list hold. `weights`: one a part; the hash of a state is the sum of local state times weight, modulo 2^32. */
export function lookups(program, layout, conditions, weights) {
    const words = Math.ceil(conditions.length / 32);
    const spans = cut(layout, words);
    const chunkOf = new Int32Array(layout.lane.length).fill(-1);
    spans.forEach(({ parts }, at) => {
        for (const part of parts)
            chunkOf[part] = at;
    });
    const always = new Int32Array(words);
    const asked = Array.from({ length: words }, () => []);
    conditions.forEach((all, c) => {
        const bit = 0x80000000 >>> (c & 31);
        // A part without bits is always in its one state, 0.
        const open = all
            .filter((some) => !some.some(({ part, in: locals }) => chunkOf[part] < 0 && locals.includes(0)))
            .map((some) => some.filter(({ part, in: locals }) => chunkOf[part] >= 0 && locals.length > 0));
        if (open.some((some) => some.length === 0))
            return;
        always[c >>> 5] |= bit;
        let rank = 0;
        for (const some of open) {
            const over = [...new Set(some.map(({ part }) => chunkOf[part]))];
            asked[c >>> 5].push({ bit, some, over, rank: over.length === 1 ? -1 : rank++ });
        }
    });
    const width = spans.map(() => 0);
    const factor = [0];
    const cell = [0];
    const chunk = [];
    const column = [];
    /** What to write into a cell once the tables are laid out: first `from` in every row, then bits by the value. */
    const fills = [];
    for (const word of asked) {
        const groups = new Map();
        for (const one of word) {
            const key = one.rank < 0 ? `${one.over[0]}` : `rank ${one.rank}`;
            const group = groups.get(key);
            if (group === undefined)
                groups.set(key, [one]);
            else
                group.push(one);
        }
        for (const these of groups.values()) {
            const sets = these[0].rank >= 0;
            // Whoever has no guard in this factor passes by its first cell.
            let from = -1;
            if (sets)
                for (const { bit } of these)
                    from &= ~bit;
            for (const of of new Set(these.flatMap(({ over }) => over))) {
                column.push(width[of]++);
                fills.push({ at: chunk.push(of) - 1, from, these, sets });
                if (sets)
                    from = 0;
            }
            cell.push(chunk.length);
        }
        factor.push(cell.length - 1);
    }
    const hash = Int32Array.from(spans, (_, of) => (weights === null ? -1 : width[of]++));
    let size = 0;
    const chunks = spans.map(({ lane, shift, bits }, of) => {
        const base = size;
        size += 2 ** bits * width[of];
        return { lane, shift, mask: 2 ** bits - 1, base, stride: width[of] };
    });
    const tables = new Int32Array(size);
    const rows = (of, each) => {
        const { base, stride, mask } = chunks[of];
        for (let value = 0; value <= mask; value++)
            each(base + value * stride, value);
    };
    for (const { at, from, these, sets } of fills) {
        const of = chunk[at];
        const to = column[at];
        rows(of, (row) => {
            tables[row + to] = from;
        });
        for (const { bit, some } of these) {
            const tests = some
                .filter(({ part }) => chunkOf[part] === of)
                .map(({ part, in: locals }) => {
                const has = new Uint8Array(layout.mask[part] + 1);
                for (const local of locals)
                    has[local] = 1;
                return { has, shift: layout.shift[part] - chunks[of].shift, mask: layout.mask[part] };
            });
            rows(of, (row, value) => {
                const held = tests.some(({ has, shift, mask }) => has[(value >>> shift) & mask] === 1);
                if (held && sets)
                    tables[row + to] |= bit;
                if (!held && !sets)
                    tables[row + to] &= ~bit;
            });
        }
    }
    if (weights !== null) {
        spans.forEach(({ parts, shift }, of) => rows(of, (row, value) => {
            let sum = 0;
            for (const part of parts)
                sum =
                    (sum +
                        Math.imul((value >>> (layout.shift[part] - shift)) & layout.mask[part], weights[part])) |
                        0;
            tables[row + hash[of]] = sum;
        }));
    }
    return {
        words,
        chunks,
        hash,
        always,
        factor: Int32Array.from(factor),
        cell: Int32Array.from(cell),
        chunk: Int32Array.from(chunk),
        column: Int32Array.from(column),
        tables,
    };
}
/** Runs of neighbouring parts, the widest whose tables are comfortable. */
function cut(layout, words) {
    const widths = [10, 9, 8, 7, 6, 5, 4];
    for (const widest of widths) {
        const spans = cutAt(layout, widest);
        if (widest === 4 ||
            spans.reduce((sum, { bits }) => sum + 2 ** bits * (words + 1) * 4, 0) <= comfortable)
            return spans;
    }
    throw new Error('unreachable');
}
function cutAt(layout, widest) {
    const spans = [];
    const parts = [...layout.lane.keys()]
        .filter((part) => layout.mask[part] !== 0)
        .sort((a, b) => layout.lane[a] - layout.lane[b] || layout.shift[a] - layout.shift[b]);
    for (const part of parts) {
        const bits = 32 - Math.clz32(layout.mask[part]);
        const last = spans.at(-1);
        if (last !== undefined && last.lane === layout.lane[part] && last.bits + bits <= widest) {
            last.bits += bits;
            last.parts.push(part);
        }
        else
            spans.push({ lane: layout.lane[part], shift: layout.shift[part], bits, parts: [part] });
    }
    return spans;
}
//# sourceMappingURL=lookups.js.map