import type { Budget, Graph } from '../explore/graph.ts';
import type { Program, Some } from '../system/program.ts';
import { canonical, type Row } from './canonical.ts';
import type { Family } from './family.ts';
import { stepperFor } from './stepper.ts';

/**
 * The reachable orbits of a system: of all states that differ only by which of the like members is
 * which, the one in canonical order. An edge leads to a state up to the order of the members;
 * `lift` makes runs of the system of ways through this graph.
 */
export function searchOrbits(program: Program, families: readonly Family[], budget: Budget): Graph {
  const walk = begin(program, families);
  const stepper = stepperFor(program);
  const enabled = new Int32Array(program.steps.length);
  const row: Row = new Uint16Array(walk.width);
  const after: Row = new Uint16Array(walk.width);
  let stopped: Graph['stopped'] = null;
  let expanded = 0;
  for (; expanded < walk.size; expanded++) {
    if (walk.size > budget.states) stopped = 'states';
    else if (bytesOf(walk) > (budget.bytes ?? Infinity)) stopped = 'bytes';
    else if (budget.signal?.aborted === true) stopped = 'cancelled';
    if (stopped !== null) break;
    if (expanded % 10_000 === 0)
      budget.progress?.({ states: walk.size, expanded, bytes: bytesOf(walk) });
    row.set(walk.rows.subarray(expanded * walk.width, (expanded + 1) * walk.width));
    const count = stepper.enabled(row, enabled);
    for (let k = 0; k < count; k++) {
      const step = enabled[k]!;
      stepper.fire(step, row, after);
      walk.to.push(find(walk, after, expanded, step));
      walk.by.push(step);
    }
    walk.first.push(walk.to.length);
  }
  return graphOf(walk, program, expanded, stopped);
}

/** A search under way. */
type Walk = {
  readonly families: readonly Family[];
  readonly width: number;
  size: number;
  /** States in canonical order. */
  rows: Row;
  /** An index of canonical states: open addressing, numbers from 1. */
  index: Int32Array;
  readonly parent: number[];
  readonly via: number[];
  readonly first: number[];
  readonly to: number[];
  readonly by: number[];
};

function begin(program: Program, families: readonly Family[]): Walk {
  const width = program.parts.length;
  const walk: Walk = {
    families,
    width,
    size: 0,
    rows: new Uint16Array(1024 * width),
    index: new Int32Array(4096),
    parent: [],
    via: [],
    first: [0],
    to: [],
    by: [],
  };
  find(walk, Uint16Array.from(program.initial), -1, 0);
  return walk;
}

const bytesOf = ({ rows, index, to }: Walk): number =>
  rows.byteLength + index.byteLength + to.length * 16;

/** The number of a state's orbit; the state is put in order. A new one is remembered. */
function find(walk: Walk, row: Row, parent: number, via: number): number {
  const { families, width } = walk;
  canonical(families, row);
  if (2 * walk.size >= walk.index.length) grow(walk);
  const mask = walk.index.length - 1;
  let slot = hashOf(row, 0, width) & mask;
  for (; walk.index[slot] !== 0; slot = (slot + 1) & mask) {
    const state = walk.index[slot]! - 1;
    if (isSame(walk.rows, state * width, row)) return state;
  }
  const state = walk.size++;
  if (walk.size * width > walk.rows.length) walk.rows = longer(walk.rows);
  walk.index[slot] = walk.size;
  walk.rows.set(row, state * width);
  walk.parent.push(parent);
  walk.via.push(via);
  return state;
}

function longer(row: Row): Row {
  const next = new Uint16Array(2 * row.length);
  next.set(row);
  return next;
}

/** Doubles the index. */
function grow(walk: Walk): void {
  const { width, rows, size } = walk;
  const index = new Int32Array(2 * walk.index.length);
  const mask = index.length - 1;
  for (let state = 0; state < size; state++) {
    let slot = hashOf(rows, state * width, width) & mask;
    while (index[slot] !== 0) slot = (slot + 1) & mask;
    index[slot] = state + 1;
  }
  walk.index = index;
}

/** FNV-1a, over words. */
function hashOf(row: Row, from: number, width: number): number {
  let hash = 0x811c9dc5;
  for (let k = from; k < from + width; k++) hash = Math.imul(hash ^ row[k]!, 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function isSame(rows: Row, from: number, row: Row): boolean {
  for (let k = 0; k < row.length; k++) if (rows[from + k] !== row[k]) return false;
  return true;
}

type Entry = { readonly part: number; readonly meets: Uint8Array };

/** A part of a condition as a table over its local states. */
function entryOf({ part, in: locals }: Some[number]): Entry {
  const meets = new Uint8Array(65_536);
  for (const local of locals) meets[local] = 1;
  return { part, meets };
}

/** Whether the state at `from` meets every disjunction. */
const meetsAll = (all: readonly (readonly Entry[])[], rows: Row, from: number): boolean =>
  all.every((some) => some.some(({ part, meets }) => meets[rows[from + part]!] === 1));

function graphOf(
  { width, size, rows, parent, via, first, to, by }: Walk,
  program: Program,
  expanded: number,
  stopped: Graph['stopped'],
): Graph {
  const locals = (state: number, into: number[] = []): number[] => {
    for (let part = 0; part < width; part++) into[part] = rows[state * width + part]!;
    return into;
  };
  const which = (questions: readonly (readonly Some[])[]): Int32Array => {
    const asked = questions.map((all) => all.map((some) => some.map(entryOf)));
    const answers = new Int32Array(size);
    for (let state = 0; state < size; state++) {
      const from = state * width;
      for (let q = 0; q < asked.length; q++)
        if (meetsAll(asked[q]!, rows, from)) answers[state]! |= 0x80000000 >>> q;
    }
    return answers;
  };
  const starts = new Uint32Array(size + 1).fill(to.length);
  starts.set(first);
  return {
    program,
    size,
    parent: Int32Array.from(parent),
    via: Uint16Array.from(via),
    first: starts,
    to: Int32Array.from(to),
    by: Uint16Array.from(by),
    edges: to.length,
    expanded,
    stopped,
    bytes: rows.byteLength + to.length * 16,
    locals,
    where: (all) => Uint8Array.from(which([all]), (mask) => mask >>> 31),
    which,
  };
}
