import type { Deltas } from './deltas.ts';
import {
  canGenerate,
  compile,
  countBits,
  linearHash,
  locate,
  masked,
  numbers,
} from './generate.ts';

/**
 * Expands states and puts their successors into an exact set, all in one loop, where no edges are
 * kept. Most successors are known already, and only their places are computed.
 */
export type Sweep = (states: Swept, range: Range) => Done;

/** What a sweep reads and writes. States are numbered from 1. */
export type Swept = {
  readonly rows: Int32Array;
  readonly via: Uint16Array;
  readonly parent: Int32Array;
  /** The entries of the exact set, one bit each. */
  readonly entries: Int32Array;
};

export type Range = {
  /** The first state to expand; it ends before `last`. */
  readonly first: number;
  readonly last: number;
  /** How many states there are; it ends once there are more than `most`. */
  readonly count: number;
  readonly most: number;
};

export type Done = {
  /** The first state that was not expanded. */
  first: number;
  /** How many states there are. */
  count: number;
  /** Of the states that were expanded: edges, those without any, the first of those or -1. */
  edges: number;
  dead: number;
  firstDead: number;
};

/** A sweep as generated code; null where code may not be generated. */
export function sweepOf(deltas: Deltas): Sweep | null {
  if (!canGenerate) return null;
  const { keep, add, vary, varying, byLocal, enabled } = deltas;
  const constants = {
    t: enabled.tables,
    keep,
    add,
    vary,
    varying,
    byLocal,
    enabled: new Int32Array(enabled.words),
  };
  const run = compile(['states', 'range', 'constants'], linesOf(deltas)) as unknown as (
    states: Swept,
    range: Range,
    given: typeof constants,
  ) => Done;
  return (states, range) => run(states, range, constants);
}

function linesOf({ layout: { lanes }, enabled, varying }: Deltas): string[] {
  const { words } = enabled;
  return [
    'const { rows, via, parent, entries } = states;',
    'const { first, last, most } = range;',
    'const { t, keep, add, vary, varying, byLocal, enabled } = constants;',
    'let n = range.count, g = 0, s = first, p = 0, f = 0, u = -1;',
    'while (s < last && n <= most) {',
    `const o = s * ${lanes}, z = via[s] * ${words};`,
    ...locate(enabled, lanes),
    `const h = ${linearHash(enabled)};`,
    ...numbers(words).map((w) => `enabled[${w}] = ${masked(enabled, w)};`),
    'let a = 0;',
    `for (let w = 0; w < ${words}; w++) {`,
    'let m = enabled[w];',
    'a = a | m;',
    ...countBits,
    'm = m & keep[z+w];',
    'while (m !== 0) {',
    'const b = Math.clz32(m);',
    'm &= 0x7fffffff >>> b;',
    `const r = w * 32 + b, d = r * ${lanes + 1};`,
    `let x = h + add[d+${lanes}] | 0;`,
    ...(varying.length === 0
      ? []
      : [
          'for (let v = vary[r]; v < vary[r+1]; v++) {',
          ...local,
          'x = x + byLocal[k+1] | 0;',
          '}',
        ]),
    'const e = entries[x >>> 5], y = 1 << x;',
    'if ((e & y) !== 0) continue;',
    'entries[x >>> 5] = e | y;',
    'parent[n] = s - 1;',
    'n++;',
    'via[n] = r;',
    ...numbers(lanes).map((lane) => `rows[n*${lanes}+${lane}] = w${lane} + add[d+${lane}] | 0;`),
    ...(varying.length === 0
      ? []
      : [
          'for (let v = vary[r]; v < vary[r+1]; v++) {',
          ...local,
          `const i = n * ${lanes} + l;`,
          'rows[i] = rows[i] + byLocal[k] | 0;',
          '}',
        ]),
    '}',
    '}',
    'if (a === 0) {',
    'if (f === 0) u = s - 1;',
    'f++;',
    '}',
    's++;',
    '}',
    'return { first: s, count: n, edges: g, dead: f, firstDead: u };',
  ];
}

/** Where a looked-up move's change is in `byLocal`. */
const local = [
  'const q = v * 4, l = varying[q];',
  'const k = varying[q+3] + (rows[o+l] >>> varying[q+1] & varying[q+2]) * 2;',
];
