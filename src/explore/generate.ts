import type { Batch } from './batch.ts';
import type { Deltas } from './deltas.ts';
import type { Lookups } from './lookups.ts';
import type { Stepper, Where } from './stepper.ts';

/**
 * The stepper as text for `new Function`. Nothing but numbers of this module's own making goes into
 * that text, and its variables are named here: no name of a part, a state or a step comes near it.
 */

/** Whether this process may turn strings into code. */
export const canGenerate: boolean = ((): boolean => {
  try {
    return new Function('return 1')() === 1;
  } catch {
    return false;
  }
})();

/** The successor function of a program as generated code. */
export function generateExpand(deltas: Deltas): Stepper['expand'] {
  const { keep, add, vary, varying, byLocal } = deltas;
  const constants = { t: deltas.enabled.tables, keep, add, vary, varying, byLocal };
  const run = compile(
    ['rows', 'via', 'first', 'last', 'batch', 'constants'],
    expandLines(deltas),
  ) as unknown as (
    ...given: [Int32Array, Uint16Array, number, number, Batch, typeof constants]
  ) => number;
  return (rows, via, from, until, batch) =>
    run(rows, via, from, Math.min(until, from + batch.most), batch, constants);
}

/**
 * One round for each state: find its rows of the tables, then its enabled steps, then take them.
 */
function expandLines(deltas: Deltas): string[] {
  const { layout, enabled } = deltas;
  const { lanes } = layout;
  const { words } = enabled;
  return [
    'const { room, rows: out, hash, step, end, enabled, leaving } = batch;',
    'const { t, keep, add, vary, varying, byLocal } = constants;',
    'let n = 0, g = 0, s = first;',
    'while (s < last && n <= room) {',
    `const o = s * ${lanes}, z = via[s] * ${words}, y = (s - first) * ${words};`,
    'let p = 0;',
    ...locate(enabled, lanes),
    `const h = ${linearHash(enabled)};`,
    ...numbers(words).map((w) => `enabled[y+${w}] = ${masked(enabled, w)};`),
    `for (let w = 0; w < ${words}; w++) {`,
    'let m = enabled[y+w];',
    ...countBits,
    'm = m & keep[z+w];',
    'while (m !== 0) {',
    'const b = Math.clz32(m);',
    'm &= 0x7fffffff >>> b;',
    ...takeLines(deltas),
    'n++;',
    '}',
    '}',
    'end[s - first] = n;',
    'leaving[s - first] = g;',
    's++;',
    '}',
    'return s - first;',
  ];
}

/** Writes the successor by step `w * 32 + b` of the state at `o` as successor `n`. */
function takeLines({ layout: { lanes }, varying }: Deltas): string[] {
  const lines = [
    `const r = w * 32 + b, d = r * ${lanes + 1}, i = n * ${lanes};`,
    ...numbers(lanes).map((lane) => `out[i+${lane}] = w${lane} + add[d+${lane}] | 0;`),
    `hash[n] = h + add[d+${lanes}] | 0;`,
    'step[n] = r;',
  ];
  if (varying.length === 0) return lines;
  return [
    ...lines,
    'for (let v = vary[r]; v < vary[r+1]; v++) {',
    'const q = v * 4, l = varying[q];',
    'const k = varying[q+3] + (rows[o+l] >>> varying[q+1] & varying[q+2]) * 2;',
    'out[i+l] = out[i+l] + byLocal[k] | 0;',
    'hash[n] = hash[n] + byLocal[k+1] | 0;',
    '}',
  ];
}

/** The linear hashes of states as generated code. */
export function generateHash({ layout: { lanes }, enabled }: Deltas): Stepper['hash'] {
  const { tables, stored } = enabled;
  const run = compile(
    ['rows', 'from', 'until', 'into', 't'],
    [
      'for (let s = from; s < until; s++) {',
      `const o = s * ${lanes};`,
      ...locate(enabled, lanes, new Set(numbers(stored))),
      `into[s - from] = ${linearHash(enabled)};`,
      '}',
    ],
  );
  return (rows, from, until, into) => {
    run(rows, from, until, into, tables);
  };
}

/** One word of conditions as generated code. */
export function generateWhere(lookups: Lookups, lanes: number): Where {
  const used = new Set(lookups.chunk);
  const run = compile(
    ['rows', 'from', 'until', 'into', 't'],
    [
      'for (let s = from; s < until; s++) {',
      `const o = s * ${lanes};`,
      ...locate(lookups, lanes, used),
      `into[s - from] = ${word(lookups, 0)};`,
      '}',
    ],
  );
  return (rows, from, until, into) => {
    run(rows, from, until, into, lookups.tables);
  };
}

/** Adds the number of bits in m to g. */
export const countBits = [
  'p = m - (m >>> 1 & 0x55555555);',
  'p = (p & 0x33333333) + (p >>> 2 & 0x33333333);',
  'g += Math.imul(p + (p >>> 4) & 0x0f0f0f0f, 0x01010101) >>> 24;',
];

export const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/**
 * Loads the lanes of the state at `o`, and finds the row of the tables of each chunk that is used.
 */
export function locate(
  { chunks, stored, computed }: Lookups,
  lanes: number,
  used?: ReadonlySet<number>,
): string[] {
  const isUsed = (c: number): boolean => used === undefined || used.has(c);
  const sums = computed.filter(({ lane }) =>
    chunks.some((one, c) => one.lane === lane && isUsed(c)),
  );
  const toldBy = new Set(sums.flatMap(({ cells }) => cells.map(({ chunk }) => chunk)));
  const row = (
    { lane, shift, mask, base, stride }: Lookups['chunks'][number],
    c: number,
  ): string[] =>
    isUsed(c) || toldBy.has(c)
      ? [`const c${c} = ${base} + (w${lane} >>> ${shift} & ${mask}) * ${stride};`]
      : [];
  return [
    ...numbers(lanes).map((lane) => `const w${lane} = rows[o+${lane}];`),
    ...chunks.slice(0, stored).flatMap((chunk, c) => row(chunk, c)),
    ...sums.map(({ lane, constant, cells }) => {
      const terms = cells.map(({ chunk, column }) => `t[c${chunk}+${column}]`);
      return `const w${lane} = ${[constant, ...terms].join('+')} | 0;`;
    }),
    ...chunks.slice(stored).flatMap((chunk, c) => row(chunk, stored + c)),
  ];
}

/** The sum of the chunks' shares of the hash. */
export const linearHash = ({ stored, hash }: Lookups): string =>
  `${['0', ...numbers(stored).map((c) => `t[c${c}+${hash[c]}]`)].join('+')} | 0`;

export const masked = (lookups: Lookups, w: number): string =>
  lookups.always[w] === 0 ? '0' : word(lookups, w);

/** A word of answers: an AND of factors, each an OR of cells. */
function word({ always, factor, cell, chunk, column }: Lookups, w: number): string {
  const factors = [`${always[w]}`];
  for (let f = factor[w]!; f < factor[w + 1]!; f++) {
    const cells: string[] = [];
    for (let l = cell[f]!; l < cell[f + 1]!; l++) cells.push(`t[c${chunk[l]}+${column[l]}]`);
    factors.push(`(${cells.join('|')})`);
  }
  return factors.join('&');
}

export function compile(
  parameters: readonly string[],
  lines: readonly string[],
): (...given: readonly unknown[]) => unknown {
  return new Function(...parameters, `'use strict';\n${lines.join('\n')}`) as (
    ...given: readonly unknown[]
  ) => unknown;
}
