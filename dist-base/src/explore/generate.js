/**
 * The stepper as text for `new Function`. Nothing but numbers of this module's own making goes into that text, and its variables are
 * named here: no name of a part, a state or a step comes near it.
 */
/** Whether this process may turn strings into code. */
export const canGenerate = (() => {
    try {
        return new Function('return 1')() === 1;
    }
    catch {
        return false;
    }
})();
export function generateExpand(deltas) {
    const { layout: { lanes }, enabled, add, vary, varying, byLocal, keep, } = deltas;
    const { words, chunks, hash } = enabled;
    const wide = lanes + 1;
    const lines = [
        'let n = 0, g = 0, s = first;',
        'while (s < last && n <= room) {',
        `const o = s * ${lanes}, z = via[s] * ${words}, y = (s - first) * ${words};`,
        'let p = 0;',
        ...loads(lanes),
        ...chunks.map(at),
    ];
    lines.push(`const h = ${['0', ...chunks.map((_, c) => `t[c${c}+${hash[c]}]`)].join('+')} | 0;`);
    for (let w = 0; w < words; w++)
        lines.push(`enabled[y+${w}] = ${enabled.always[w] === 0 ? 0 : word(enabled, w)};`);
    lines.push(`for (let w = 0; w < ${words}; w++) {`, 'let m = enabled[y+w];', ...countBits, 'm = m & keep[z+w];', 'while (m !== 0) {', 'const b = Math.clz32(m);', 'm &= 0x7fffffff >>> b;', `const r = w * 32 + b, d = r * ${wide}, i = n * ${lanes};`);
    for (let lane = 0; lane < lanes; lane++)
        lines.push(`out[i+${lane}] = w${lane} + add[d+${lane}] | 0;`);
    lines.push(`hash[n] = h + add[d+${lanes}] | 0;`, 'step[n] = r;');
    if (varying.length > 0) {
        lines.push('for (let v = vary[r]; v < vary[r+1]; v++) {', 'const q = v * 4, l = varying[q], k = varying[q+3] + (rows[o+l] >>> varying[q+1] & varying[q+2]) * 2;', 'out[i+l] = out[i+l] + byLocal[k] | 0;', 'hash[n] = hash[n] + byLocal[k+1] | 0;', '}');
    }
    lines.push('n++;', '}', '}');
    lines.push('end[s - first] = n;', 'leaving[s - first] = g;', 's++;', '}', 'return s - first;');
    const run = compile([
        'rows',
        'via',
        'first',
        'last',
        'room',
        'out',
        'hash',
        'step',
        'end',
        'enabled',
        'leaving',
        't',
        'keep',
        'add',
        'vary',
        'varying',
        'byLocal',
    ], lines);
    return (rows, via, from, until, batch) => run(rows, via, from, Math.min(until, from + batch.most), batch.room, batch.rows, batch.hash, batch.step, batch.end, batch.enabled, batch.leaving, enabled.tables, keep, add, vary, varying, byLocal);
}
export function generateHash({ layout: { lanes }, enabled: { chunks, hash, tables }, }) {
    const run = compile(['rows', 'from', 'until', 'into', 't'], [
        'for (let s = from; s < until; s++) {',
        `const o = s * ${lanes};`,
        ...loads(lanes),
        ...chunks.map(at),
        `into[s - from] = ${['0', ...chunks.map((_, c) => `t[c${c}+${hash[c]}]`)].join('+')} | 0;`,
        '}',
    ]);
    return (rows, from, until, into) => {
        run(rows, from, until, into, tables);
    };
}
export function generateWhere(lookups, lanes) {
    const used = new Set(lookups.chunk);
    const run = compile(['rows', 'from', 'until', 'into', 't'], [
        'for (let s = from; s < until; s++) {',
        `const o = s * ${lanes};`,
        ...loads(lanes),
        ...lookups.chunks.map(at).filter((_, c) => used.has(c)),
        `into[s - from] = ${word(lookups, 0)};`,
        '}',
    ]);
    return (rows, from, until, into) => {
        run(rows, from, until, into, lookups.tables);
    };
}
/** Adds the number of bits in m to g. */
const countBits = [
    'p = m - (m >>> 1 & 0x55555555);',
    'p = (p & 0x33333333) + (p >>> 2 & 0x33333333);',
    'g += Math.imul(p + (p >>> 4) & 0x0f0f0f0f, 0x01010101) >>> 24;',
];
const loads = (lanes) => Array.from({ length: lanes }, (_, lane) => `const w${lane} = rows[o+${lane}];`);
const at = ({ lane, shift, mask, base, stride }, c) => `const c${c} = ${base} + (w${lane} >>> ${shift} & ${mask}) * ${stride};`;
/** A word of answers: AND of factors, each an OR of cells. */
function word({ always, factor, cell, chunk, column }, w) {
    const factors = [`${always[w]}`];
    for (let f = factor[w]; f < factor[w + 1]; f++) {
        const cells = [];
        for (let l = cell[f]; l < cell[f + 1]; l++)
            cells.push(`t[c${chunk[l]}+${column[l]}]`);
        factors.push(`(${cells.join('|')})`);
    }
    return factors.join('&');
}
function compile(names, lines) {
    return new Function(...names, `'use strict';\n${lines.join('\n')}`);
}
//# sourceMappingURL=generate.js.map