import type { Program, Some } from '../system/program.ts';
import { assembledSweep, type Assembled } from './assembled-sweep.ts';
import type { Batch } from './batch.ts';
import { whereOf } from './choose-stepper.ts';
import { edgesOf, type Edges, type Rows, type Tree } from './edges.ts';
import type { Budget, Graph } from './graph.ts';
import { unpack } from './layout.ts';
import { lookups } from './lookups.ts';
import { generated, packingOf, perhapsExact, type Packing, type What } from './packing.ts';
import { bytesOf, roomier } from './room.ts';
import { restore, snapshotOf } from './snapshot.ts';
import type { Code } from './stepper.ts';
import type { ExactSet } from './exact-set.ts';

export type Options = {
  /**
   * By default `generated` where that is allowed, as soon as a search is long enough to repay it.
   */
  readonly code?: Code;
  /**
   * Which parts are stored of a state. By default all of them where edges are kept, which take so
   * much more that it does not pay to find the essential ones; else those. The answers are the same.
   */
  readonly packing?: What;
};

/**
 * A search that keeps the breadth-first tree but no edges: enough for deadlocks, invariants and
 * shortest runs.
 */
export type Reached = Omit<Graph, 'first' | 'to' | 'by'> & {
  /** Expanded states in which no step is enabled. */
  readonly deadlocks: number;
  /** The first of them, or -1. */
  readonly deadlock: number;
  /** The first state in which all of `until` hold, or -1. */
  readonly found: number;
  /** Bytes of typed arrays written to at the end of the search, the index of states included. */
  readonly peak: number;
};

/**
 * Every state that `program` can reach, by breadth-first search, and every edge.
 * @throws Misuse for more steps than the engine can number
 */
export function search(program: Program, budget: Budget, options: Options = {}): Graph {
  const edges = edgesOf(Math.ceil(program.steps.length / 32));
  const { keeper } = budget;
  // What is kept in a folder holds the essential parts alone.
  const walk = begin(program, keeper ? { packing: 'essential', ...options } : options, edges);
  const kept = keeper?.kept(program) ?? null;
  if (kept !== null) {
    settle(walk, kept.parent.length);
    if (!restore(walk, edges, kept)) keeper!.strange(program);
  }
  const offer = (over: boolean): void =>
    keeper?.offer(program, () => snapshotOf(walk, edges), over);
  explore(walk, budget, null, () => offer(false));
  offer(true);
  const { first, to, by } = edges.done(walk.size, walk.expanded);
  const states = statesOf(walk, program, options.code);
  const bytes = states.bytes + first.byteLength + to.byteLength + by.byteLength;
  const { edgeCount, expanded, stopped } = walk;
  return { ...states, bytes, first, to, by, edges: edgeCount, expanded, stopped };
}

/**
 * Every state that `program` can reach, or, with `until`, those up to the first in which all of
 * `until` hold.
 */
export function reach(
  program: Program,
  budget: Budget,
  options: Options & { readonly until?: readonly Some[] } = {},
): Reached {
  const walk = begin(program, options, null);
  const { until, code } = options;
  const goal = until === undefined ? null : goalOf(program, walk, until, code);
  const goalState = explore(walk, budget, goal);
  const peak = held(walk);
  const { edgeCount: edges, expanded, stopped, deadlocks, deadlock } = walk;
  const states = statesOf(walk, program, code);
  return { ...states, edges, expanded, stopped, deadlocks, deadlock, found: goalState, peak };
}

/** A search this small is done before code is made for it. */
const small = 256;
/** Progress is told after so many expanded states. */
const between = 100_000;

/** A search under way. */
type Walk = {
  packing: Packing;
  /** Whether the stepper stays what it is. */
  settled: boolean;
  readonly edges: Edges | null;
  /** WebAssembly that sweeps, and in whose memory the states are; undefined before it is tried. */
  assembled: Assembled | null | undefined;
  /** The breadth-first tree; `via` is numbered from 1, as states are in the set. */
  parent: Int32Array;
  via: Uint16Array;
  /** States found, and how many of them are expanded. */
  size: number;
  expanded: number;
  edgeCount: number;
  deadlocks: number;
  deadlock: number;
  stopped: Graph['stopped'];
};

/** A search that has found the initial state. */
function begin(program: Program, { code, packing }: Options, edges: Edges | null): Walk {
  const what = packing ?? (edges === null ? 'essential' : 'whole');
  const walk: Walk = {
    packing: packingOf(program, what, code ?? 'interpreted', edges !== null),
    settled: code !== undefined,
    edges,
    assembled: undefined,
    parent: new Int32Array(1024),
    via: new Uint16Array(1025),
    size: 1,
    expanded: 0,
    edgeCount: 0,
    deadlocks: 0,
    deadlock: -1,
    stopped: null,
  };
  walk.parent[0] = -1;
  // The initial state has nothing behind it that could have been taken in another order: it follows
  // the steps of `keep`'s last row, which has all.
  walk.via[1] = program.steps.length;
  return walk;
}

/** Bytes of typed arrays written to. */
const held = ({ packing: { set }, size, edges }: Walk): number =>
  set.bytes() + size * 6 + (edges?.bytes() ?? 0);

type Goal = (from: number, until: number) => number;

/**
 * Searches until all is found, the goal is met or the budget runs out. Returns the first goal, or
 * -1.
 * @param pause called between batches
 */
function explore(
  walk: Walk,
  budget: Budget,
  goal: Goal | null,
  pause: () => void = () => undefined,
): number {
  let goalState = goal?.(1, 2) ?? -1;
  let asked = 1;
  let told = 0;
  while (walk.expanded < walk.size && goalState < 0) {
    walk.stopped = exhausted(walk, budget);
    if (walk.stopped !== null) break;
    if (walk.expanded - told >= between) {
      told = walk.expanded;
      tell(walk, budget);
    }
    advance(walk, budget);
    if (goal !== null) goalState = goal(asked + 1, walk.size + 1);
    asked = walk.size;
    if (walk.stopped !== null) break;
    pause();
  }
  tell(walk, budget);
  walk.via[1] = 0;
  return goalState;
}

const exhausted = ({ size }: Walk, { states, deadline, signal }: Budget): Graph['stopped'] => {
  if (size > states) return 'states';
  if (deadline !== undefined && performance.now() > deadline) return 'time';
  return signal?.aborted === true ? 'cancelled' : null;
};

function tell(walk: Walk, { progress, signal }: Budget): void {
  if (signal?.aborted === true) return;
  progress?.({ states: walk.size, expanded: walk.expanded, bytes: held(walk) });
}

/** Makes code for a search that is long enough to repay it. */
function settle(walk: Walk, size: number): void {
  if (walk.settled || size <= small) return;
  walk.settled = true;
  walk.packing = generated(walk.packing);
}

/** Expands as many states as a batch holds. */
function advance(walk: Walk, budget: Budget): void {
  const { expanded: before, edgeCount, size, via } = walk;
  settle(walk, size);
  const found = { states: size, todo: size - before };
  walk.packing = perhapsExact(walk.packing, found, (budget.bytes ?? Infinity) - held(walk));
  const { set, batch, stepper, swept } = walk.packing;
  if (swept !== null) {
    sweep(walk, budget, swept);
    return;
  }
  const expanded = stepper.expand(set.rows(), via, before + 1, walk.size + 1, batch);
  const successors = batch.end[expanded - 1]!;
  const atMost = walk.size + successors;
  if (!makeRoom(walk, budget, atMost, edgeCount + batch.leaving[expanded - 1]!)) {
    walk.stopped = 'bytes';
    return;
  }
  set.probe(batch, successors);

  // Where the budget may run out within the batch, its states are finished one by one.
  const each = atMost > budget.states ? 1 : expanded;
  for (let from = 0; from < expanded; from += each) {
    if (walk.size > budget.states) {
      walk.stopped = 'states';
      return;
    }
    finish(walk, from, Math.min(expanded, from + each), edgeCount);
  }
}

/** So many states are swept at once, and may be found. */
const atOnce = 2048;

/** Expands some states by a sweep. */
function sweep(walk: Walk, budget: Budget, { set, sweep }: NonNullable<Packing['swept']>): void {
  const { size, expanded } = walk;
  const { steps } = walk.packing.program;
  if (walk.assembled === undefined) takeOver(walk, set);
  if (!makeRoom(walk, budget, size + atOnce + steps.length, 0)) {
    walk.stopped = 'bytes';
    return;
  }
  const range = {
    first: expanded + 1,
    last: Math.min(size + 1, expanded + 1 + atOnce),
    count: size,
    most: Math.min(budget.states, size + atOnce),
  };
  const done = walk.assembled
    ? walk.assembled.sweep(range)
    : sweep({ rows: set.rows(), ...walk, entries: set.entries }, range);
  set.swept(done.count, set.rows());
  walk.size = done.count;
  walk.expanded = done.first - 1;
  walk.edgeCount += done.edges;
  if (walk.deadlocks === 0) walk.deadlock = done.firstDead;
  walk.deadlocks += done.dead;
}

/** Hands the states over to WebAssembly, if it is available. */
function takeOver(walk: Walk, set: ExactSet): void {
  const { deltas, assembles } = walk.packing;
  const { parent, via, size } = walk;
  walk.assembled = assembles
    ? assembledSweep(deltas, { rows: set.rows(), parent, via, entries: set.entries }, size)
    : null;
  if (walk.assembled === null) return;
  set.letGo();
  share(walk, walk.assembled);
}

/** The arrays of the search are those of the memory. */
function share(walk: Walk, assembled: Assembled): void {
  const { rows, parent, via } = assembled.arrays();
  walk.parent = parent;
  walk.via = via;
  walk.packing.swept!.set.swept(walk.size, rows);
}

/**
 * Room for so many states and edges; false where the budget or the machine has no memory for it.
 */
function makeRoom(walk: Walk, { bytes }: Budget, states: number, edges: number): boolean {
  const {
    packing: { set },
    size,
    parent,
    via,
  } = walk;
  try {
    if (
      bytes !== undefined &&
      set.bytesFor(states) +
        bytesOf(parent, size, states) +
        bytesOf(via, size + 1, states + 1) +
        (walk.edges?.bytesFor(states, edges) ?? 0) >
        bytes
    )
      return false;
    if (walk.assembled) {
      walk.assembled.reserve(states);
      share(walk, walk.assembled);
      return true;
    }
    set.reserve(states);
    walk.parent = roomier(parent, size, states, Int32Array);
    walk.via = roomier(via, size + 1, states + 1, Uint16Array);
    walk.edges?.reserve(states, edges);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Numbers the successors of the batch's states `from` up to `until`, and keeps tree and edges. */
function finish(walk: Walk, from: number, until: number, edgesBefore: number): void {
  const {
    packing: { set, batch },
    edges,
    expanded,
  } = walk;
  const more = set.intern(batch, batch.end[until - 1]!);
  const rows: Rows = { from, until, state: expanded };
  remember(batch, more, rows, walk.size, walk);
  walk.size += more;

  const { dead, first } = stuck(batch, from, until);
  if (walk.deadlocks === 0 && dead > 0) walk.deadlock = expanded + first - from;
  walk.deadlocks += dead;
  walk.edgeCount = edgesBefore + batch.leaving[until - 1]!;
  edges?.write(batch, rows, walk);
  walk.expanded += until - from;
}

/** Writes the `more` new states of a batch, after `size` others, into the breadth-first tree. */
function remember(
  { fresh, end, step }: Batch,
  more: number,
  { from, state }: Rows,
  size: number,
  { parent, via }: Tree,
): void {
  let expanded = from;
  for (let k = 0; k < more; k++) {
    const successor = fresh[k]!;
    while (end[expanded]! <= successor) expanded++;
    parent[size + k] = state + expanded - from;
    via[size + k + 1] = step[successor]!;
  }
}

/**
 * How many of the batch's states `from` up to `until` have no step enabled, and the first of them.
 */
function stuck(
  { leaving }: Batch,
  from: number,
  until: number,
): { readonly dead: number; readonly first: number } {
  let before = from === 0 ? 0 : leaving[from - 1]!;
  let dead = 0;
  let first = -1;
  for (let expanded = from; expanded < until; expanded++) {
    if (leaving[expanded] === before && dead++ === 0) first = expanded;
    before = leaving[expanded]!;
  }
  return { dead, first };
}

/** The states of a graph and what can be asked of them. Keeps the states alone, not the index. */
function statesOf(
  { packing: { layout, set }, size, parent, via }: Walk,
  program: Program,
  code: Code | undefined,
): Pick<Graph, 'program' | 'size' | 'parent' | 'via' | 'bytes' | 'locals' | 'where' | 'which'> {
  const { lanes } = layout;
  const rows = set.rows().subarray(0, (size + 1) * lanes);
  const parents = parent.subarray(0, size);
  const vias = via.subarray(1, size + 1);
  const which = (questions: readonly (readonly Some[])[]): Int32Array => {
    const tables = lookups(program, layout, questions, null);
    const ask = whereOf(tables, lanes, code ?? (size < small ? 'interpreted' : undefined));
    const answers = new Int32Array(size);
    for (let from = 0; from < size; from += 4096) {
      const until = Math.min(size, from + 4096);
      ask(rows, from + 1, until + 1, answers.subarray(from, until));
    }
    return answers;
  };
  return {
    program,
    size,
    parent: parents,
    via: vias,
    bytes: rows.byteLength + parents.byteLength + vias.byteLength,
    locals: (state, into) => unpack(layout, rows, (state + 1) * lanes, into),
    which,
    where: (condition) => {
      const bits = which([condition]);
      const answer = new Uint8Array(size);
      for (let state = 0; state < size; state++) answer[state] = bits[state]! >>> 31;
      return answer;
    },
  };
}

/**
 * The first of states `from` up to `until`, numbered from 1, in which all hold; counted from 0, or
 * -1.
 */
function goalOf(
  program: Program,
  walk: Walk,
  condition: readonly Some[],
  code: Code | undefined,
): Goal {
  const { layout } = walk.packing;
  const ask = whereOf(lookups(program, layout, [condition], null), layout.lanes, code);
  let answers = new Int32Array(4096);
  return (from, until) => {
    const rows = walk.packing.set.rows();
    if (until - from > answers.length) answers = new Int32Array(2 * (until - from));
    ask(rows, from, until, answers);
    for (let state = from; state < until; state++)
      if (answers[state - from] !== 0) return state - 1;
    return -1;
  };
}
