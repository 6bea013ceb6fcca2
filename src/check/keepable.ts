import type { Graph } from '../explore/graph.ts';
import { components, type Components } from './components.ts';
import { often } from './pulse.ts';

/** From which states promises can be kept, and the components over the allowed steps. */
export type Keepable = {
  /** For each state, the promises that some run keeps: the bits of `pending`. */
  readonly can: Int32Array;
  /** The strongly connected components, found when first asked for. */
  readonly scc: Components;
};

/**
 * EF of "not pending", for up to 32 promises at once: bit p of a state's answer says that some run
 * over the `allowed` steps leads from it to a state where promise p is not pending. States that
 * were not expanded count as able to keep everything, so that what is found lost in a part of the
 * graph is lost in all of it.
 * @param pending for each state, one bit for each promise
 * @param allowed one entry for each step, 1 where it may be taken; all steps, if null
 */
export function keepable(graph: Graph, pending: Int32Array, allowed: Uint8Array | null): Keepable {
  let scc: Components | null = null;
  const componentsOnce = (): Components => (scc ??= components(graph, allowed));
  const can = new Int32Array(graph.size).fill(-1, graph.expanded);
  for (let state = 0; state < graph.expanded; state++) can[state] = ~pending[state]!;
  if (!sweep(graph, can, allowed)) throughComponents(graph, can, allowed, componentsOnce());
  return {
    can,
    get scc() {
      return componentsOnce();
    },
  };
}

/** Sweeps are cheap beside depth-first search while they are few: each walks memory in order. */
const mostSweeps = 24;

/** States go in pieces of so many: a loop that is called again is compiled once, early. */
export const piece = 4096;

/** The states of a list that are left in a sweep, and whether it changed anything. */
type Swept = {
  readonly list: Int32Array;
  from: number;
  until: number;
  kept: number;
  more: boolean;
};

/**
 * Adds to the bits of each state those of its successors, in descending and ascending order of
 * states by turns, until nothing changes. A state is left alone once it has all bits.
 * @returns false if the end is not in sight
 */
function sweep(graph: Graph, can: Int32Array, allowed: Uint8Array | null): boolean {
  let list = lacking(can, graph.expanded);
  for (let round = 0; list.length > 0; round++) {
    if (round === mostSweeps) return false;
    const swept: Swept = { list, from: 0, until: 0, kept: 0, more: false };
    for (; swept.from < list.length; swept.from += piece) {
      graph.pulse?.();
      swept.until = Math.min(list.length, swept.from + piece);
      spread(graph, can, allowed, swept);
    }
    if (!swept.more) return true;
    list = list.subarray(0, swept.kept).reverse();
  }
  return true;
}

/** The first `count` states that lack bits, descending. */
function lacking(can: Int32Array, count: number): Int32Array {
  let open = 0;
  for (let state = 0; state < count; state++) if (can[state] !== -1) open++;
  const list = new Int32Array(open);
  open = 0;
  for (let state = count - 1; state >= 0; state--) if (can[state] !== -1) list[open++] = state;
  return list;
}

/** Sweeps a piece of the list; the states that lack bits still go back into it. */
function spread(
  { first, to, by }: Graph,
  can: Int32Array,
  allowed: Uint8Array | null,
  swept: Swept,
): void {
  const { list, from, until } = swept;
  let { kept, more } = swept;
  for (let k = from; k < until; k++) {
    const state = list[k]!;
    const before = can[state]!;
    let mask = before;
    for (let e = first[state]!, end = first[state + 1]!; e < end && mask !== -1; e++)
      if (allowed === null || allowed[by[e]!] === 1) mask |= can[to[e]!]!;
    if (mask !== before) {
      can[state] = mask;
      more = true;
    }
    if (mask !== -1) list[kept++] = state;
  }
  swept.kept = kept;
  swept.more = more;
}

/**
 * The same by components, all members of which can keep the same promises: linear in the edges,
 * whatever the graph.
 */
function throughComponents(
  { size, first, to, by, pulse }: Graph,
  each: Int32Array,
  allowed: Uint8Array | null,
  scc: Components,
): void {
  const can = new Int32Array(scc.count);
  // Components come with successors first, but members of one lie scattered: a counting sort lines
  // them up.
  const start = new Uint32Array(scc.count + 1);
  for (let state = 0; state < size; state++) start[scc.of[state]! + 1]!++;
  for (let c = 0; c < scc.count; c++) start[c + 1]! += start[c]!;
  const order = new Int32Array(size);
  for (let state = 0; state < size; state++) order[start[scc.of[state]!]!++] = state;
  for (let k = 0; k < size; k++) {
    if ((k & often) === 0) pulse?.();
    const state = order[k]!;
    let mask = each[state]!;
    for (let e = first[state]!; e < first[state + 1]!; e++)
      if (allowed === null || allowed[by[e]!] === 1) mask |= can[scc.of[to[e]!]!]!;
    can[scc.of[state]!]! |= mask;
  }
  for (let state = 0; state < size; state++) each[state] = can[scc.of[state]!]!;
}
