import type { Graph } from '../explore/graph.ts';
import {
  nextLocal,
  tableOf,
  type Move,
  type Program,
  type Some,
  type Step,
} from '../system/program.ts';
import type { Fairness } from './fair.ts';
import { piece } from './keepable.ts';

/**
 * Takes out of `within` many states that lie on no fair cycle, for up to 32 promises at once, one
 * bit for each; every state of a fair strongly connected component stays. It costs a few passes
 * over memory in order, much less than finding components, and where all promises are kept it
 * mostly leaves nothing. docs/internals/recurring-states.md gives the three reasons for which a
 * state or a step goes, and why none of them takes too much.
 * @param asked the promises to do this for: it pays where there are thousands of states
 * @param may for each step, the promises that may be pending before and after it; all, if null
 * @returns `within`, cut down in place
 */
export function recurring(
  graph: Graph,
  within: Int32Array,
  asked: number,
  fair: Fairness,
  may: Int32Array | null = null,
): Int32Array {
  const { program, size } = graph;
  const steps = program.steps.length;
  if (asked === 0) return within;
  const arcs = arcsOf(program);
  const cutting: Cutting = {
    asked,
    within,
    list: having(within, asked).reverse(),
    led: within.slice(),
    leads: new Int32Array(size),
    live: new Int32Array(steps),
    starving: new Int32Array(steps),
    isFair: stepsOf(fair, [fair.weak, fair.strong]),
    seen: may?.map((mask) => mask & asked) ?? new Int32Array(steps).fill(asked),
    kept: 0,
    fewer: 0,
  };
  const isStrong = stepsOf(fair, [fair.strong]);
  for (let pass = 0; cutting.list.length > 0 && pass < 250; pass++) {
    const live = returningOf(arcs, cutting.seen, asked);
    const changed = live.some((mask, r) => mask !== cutting.live[r]);
    const { fewer, list } = cutting;
    if (pass > 0 && !changed && (fewer === 0 || (pass > 1 && fewer < list.length >>> 5))) break;
    cutting.live = live;
    cutting.starving = starvingOf(program, live, isStrong, asked);
    cutOnce(graph, cutting);
  }
  return within;
}

/** What one pass over the states reads and writes. */
type Cutting = {
  readonly asked: number;
  readonly within: Int32Array;
  /** The states that are left, in the order of the pass. */
  list: Int32Array;
  /**
   * For each state, the promises for which an edge was seen to lead to it: in the pass before...
   */
  led: Int32Array;
  /** ... and in this one. */
  leads: Int32Array;
  /** For each step, the promises for which it may lie on a cycle. */
  live: Int32Array;
  /** For each step of a strongly fair actor, the promises for which none of its steps is live. */
  starving: Int32Array;
  /** For each step, 1 if its actor is fair. */
  readonly isFair: Uint8Array;
  /** For each step, the promises for which it was seen to stay among the states that are left. */
  seen: Int32Array;
  /** Of this pass: states kept, and states that lost a bit. */
  kept: number;
  fewer: number;
};

/** For each step, 1 if its actor is among these. */
const stepsOf = ({ word, bit }: Fairness, actors: readonly Int32Array[]): Uint8Array =>
  Uint8Array.from(word, (w, r) => Number(actors.some((set) => (set[w]! & bit[r]!) !== 0)));

/** For each step of a strongly fair actor, the promises for which no step of that actor is live. */
function starvingOf(
  { actors, steps }: Program,
  live: Int32Array,
  isStrong: Uint8Array,
  asked: number,
): Int32Array {
  const acts = new Int32Array(actors.length);
  steps.forEach(({ actor }, r) => {
    acts[actor]! |= live[r]!;
  });
  return Int32Array.from(steps, ({ actor }, r) => (isStrong[r] === 1 ? asked & ~acts[actor]! : 0));
}

/** One pass over the states that are left; the next one goes in the other direction. */
function cutOnce(graph: Graph, cutting: Cutting): void {
  const { list } = cutting;
  cutting.seen = new Int32Array(cutting.seen.length);
  cutting.kept = 0;
  cutting.fewer = 0;
  for (let from = 0; from < list.length; from += piece) {
    graph.pulse?.();
    cutPiece(graph, cutting, from, Math.min(list.length, from + piece));
  }
  cutting.list = list.subarray(0, cutting.kept).reverse();
  [cutting.led, cutting.leads] = [cutting.leads, cutting.led];
}

/**
 * One pass over the states `from` up to `until` of the list; those that are left go back into it.
 */
function cutPiece({ first, to, by }: Graph, cutting: Cutting, from: number, until: number): void {
  const { list, asked, within, led, leads, live, starving, isFair, seen } = cutting;
  let { kept, fewer } = cutting;
  for (let k = from; k < until; k++) {
    const state = list[k]!;
    const before = within[state]! & asked;
    const end = first[state + 1]!;
    let stay = asked;
    let starved = 0;
    for (let e = first[state]!; e < end; e++) {
      const step = by[e]!;
      if (isFair[step] === 0) continue;
      stay = 0;
      starved |= starving[step]!;
    }
    let now = before & ~starved & (stay | led[state]! | leads[state]!);
    led[state] = 0;
    if (now !== 0) {
      let on = stay;
      for (let e = first[state]!; e < end; e++) {
        const step = by[e]!;
        const next = to[e]!;
        const may = now & within[next]! & live[step]!;
        if (may === 0) continue;
        on |= may;
        seen[step]! |= may;
        leads[next]! |= may;
      }
      now &= on;
    }
    if (now !== before) {
      within[state] = (within[state]! & ~asked) | now;
      fewer++;
    }
    if (now !== 0) list[kept++] = state;
  }
  cutting.kept = kept;
  cutting.fewer = fewer;
}

/** For each step, the promises for which it is `seen` and may lie on a cycle. */
function returningOf(arcs: Arcs, seen: Int32Array, asked: number): Int32Array {
  const returning = new Int32Array(seen.length);
  for (let bit = 0; bit < 32; bit++) {
    if ((asked & (1 << bit)) === 0) continue;
    const cycling = cyclic(
      arcs,
      Uint8Array.from(seen, (mask) => (mask >>> bit) & 1),
    );
    for (let r = 0; r < seen.length; r++) returning[r]! |= cycling[r]! << bit;
  }
  return returning;
}

/**
 * For each step, which of these conditions, the first the highest bit, may hold before and after
 * it.
 */
export function mayStay(program: Program, conditions: readonly (readonly Some[])[]): Int32Array {
  const arcs = arcsOf(program);
  return Int32Array.from(program.steps, ({ when }, r) =>
    conditions.reduce(
      (mask, conditions, p) =>
        conditions.every((some) => maySurvive(some, when, arcs[r]!))
          ? mask | (0x80000000 >>> p)
          : mask,
      0,
    ),
  );
}

/** Whether a guard may hold before and after a step; only guards on one part are looked at. */
function maySurvive(some: Some, when: Step['when'], moves: Arcs[number]): boolean {
  if (some.length !== 1) return true;
  const { part, in: locals } = some[0]!;
  const moved = moves.filter(([other]) => other === part);
  if (moved.length > 0)
    return moved.some(([, pairs]) =>
      pairs.some(([from, to]) => locals.includes(from) && locals.includes(to)),
    );
  return when.every(
    ({ some: asks }) =>
      asks.length !== 1 ||
      asks[0]!.part !== part ||
      asks[0]!.in.some((local) => locals.includes(local)),
  );
}

/** The states that have any of these bits, ascending. */
export function having(masks: Int32Array, bits: number): Int32Array {
  const list = new Int32Array(masks.length);
  let count = 0;
  for (let state = 0; state < masks.length; state++)
    if ((masks[state]! & bits) !== 0) list[count++] = state;
  // What was never written takes no memory.
  return list.subarray(0, count);
}

/** How many states have each bit, the highest bit first. */
export function countsOf(masks: Int32Array): Uint32Array {
  const counts = new Uint32Array(32);
  for (let state = 0; state < masks.length; state++)
    for (let mask = masks[state]!; mask !== 0; mask &= mask - 1)
      counts[Math.clz32(mask & -mask)]!++;
  return counts;
}

/**
 * What a step may do to a part: three numbers each, the part, and its local state before and after.
 */
type Arcs = readonly (readonly (readonly [
  part: number,
  arcs: readonly (readonly [number, number])[],
])[])[];

function arcsOf(program: Program): Arcs {
  return program.steps.map(({ when, moves, also }) => [
    ...moves.map((move) => [move.part, arcsOfMove(program, when, move, false)] as const),
    ...also.map((move) => [move.part, arcsOfMove(program, when, move, true)] as const),
  ]);
}

/** The local states before and after a move, under the guards on its part alone. */
function arcsOfMove(
  program: Program,
  when: Step['when'],
  { part, event }: Move,
  optional: boolean,
): [number, number][] {
  const alone = when
    .filter(({ some }) => some.length === 1 && some[0]!.part === part)
    .map(({ some }) => some[0]!.in);
  return tableOf(program, part).states.flatMap((_, local): [number, number][] => {
    if (!alone.every((locals) => locals.includes(local))) return [];
    const after = nextLocal(program, part, event, local);
    if (after >= 0) return [[local, after]];
    return optional ? [[local, local]] : [];
  });
}

/** The local states that one local state may become next, by part. */
type Successors = ReadonlyMap<number, ReadonlyMap<number, ReadonlySet<number>>>;

/**
 * The steps among `seen` that may lie on a cycle: of each of their moves, some arc lies on a cycle
 * of the live steps' arcs.
 */
function cyclic(arcs: Arcs, seen: Uint8Array): Uint8Array<ArrayBuffer> {
  const live = seen.slice();
  for (;;) {
    const reachable = reachability(successorsOf(arcs, live));
    let dropped = false;
    arcs.forEach((moves, r) => {
      if (live[r] === 0) return;
      const returns = moves.every(([part, pairs]) =>
        pairs.some(([from, to]) => reachable(part, to).has(from)),
      );
      if (returns) return;
      live[r] = 0;
      dropped = true;
    });
    if (!dropped) return live;
  }
}

function successorsOf(arcs: Arcs, live: Uint8Array): Successors {
  const successors = new Map<number, Map<number, Set<number>>>();
  arcs.forEach((moves, r) => {
    if (live[r] === 0) return;
    for (const [part, pairs] of moves) {
      const ofPart = successors.get(part) ?? new Map<number, Set<number>>();
      successors.set(part, ofPart);
      for (const [from, to] of pairs) {
        const next = ofPart.get(from);
        if (next === undefined) ofPart.set(from, new Set([to]));
        else next.add(to);
      }
    }
  });
  return successors;
}

/** Which local states a part may come to from one of them, itself included. */
function reachability(successors: Successors): (part: number, from: number) => ReadonlySet<number> {
  const known = new Map<string, Set<number>>();
  return (part, from) => {
    const key = `${part} ${from}`;
    let reached = known.get(key);
    if (reached === undefined) {
      reached = new Set([from]);
      known.set(key, reached);
      // A set that grows while it is walked: what is added is walked too.
      for (const local of reached)
        for (const next of successors.get(part)?.get(local) ?? []) reached.add(next);
    }
    return reached;
  };
}
