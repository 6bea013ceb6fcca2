import type { Bound } from './bound.ts';
import type { Cover } from './targets.ts';

/**
 * `walks` from node 0, as arcs, that meet every target together; null: none was found.
 * `exhaustive`: there is none that costs less.
 */
export type Found = { readonly walks: readonly Int32Array[] | null; readonly exhaustive: boolean };

/**
 * What each target met counts for beyond its price. Many prices are nothing, because an optimum of
 * the relaxation meets those targets on its way; a single walk may miss them, and has to come back.
 */
const byTheWay = 0.1;

/**
 * A partial suite: where it stands, the set of what it has met, what the rest is worth, and how it
 * came there.
 */
type PartialSuite = {
  readonly node: number;
  /** A bit a target. */
  readonly met: readonly number[];
  /** How many targets that are. */
  readonly count: number;
  /** The sum of the prices of all that is not met. */
  readonly left: number;
  /** The entry of `Beam` before it; -1: none. */
  readonly entry: number;
  /** The arc by which it came; -1: a walk began. */
  readonly arc: number;
};

/** A search under way: its bounds, and the partial suites of each cost. */
type Beam = {
  readonly cover: Cover;
  readonly bound: Bound;
  readonly perPath: number;
  readonly width: number;
  readonly limit: number;
  /** Partial suites that were not looked at yet, by cost. */
  readonly layers: Map<number, PartialSuite[]>;
  readonly seen: Set<string>;
  /** What came before entry i of all that were ever kept. */
  readonly cameFrom: number[];
  readonly cameBy: number[];
  /** Whether a partial suite was let go because of the width: then nothing is proved. */
  dropped: boolean;
};

/**
 * Beam search over partial suites by cost, layer after layer: of each layer it keeps the `width` of
 * which the relaxation promises the cheapest ending. What is not met yet is worth at least its
 * price.
 * @param limit gives up beyond this cost
 */
export function beam(
  cover: Cover,
  bound: Bound,
  perPath: number,
  width: number,
  limit: number,
): Found {
  const everyTarget = setOfAll(cover.targets.length);
  const search: Beam = {
    cover,
    bound,
    perPath,
    width,
    limit,
    layers: new Map(),
    seen: new Set(),
    cameFrom: [],
    cameBy: [],
    dropped: false,
  };
  const worth = bound.worth.reduce((sum, price) => sum + price, 0);
  const none = everyTarget.map(() => 0);
  put(search, perPath, { node: 0, met: none, count: 0, left: worth, entry: -1, arc: -1 });
  for (let cost = perPath; cost <= limit && search.layers.size > 0; cost++) {
    // Where a start is free, a layer leads to itself: it is taken until it stays empty.
    for (let layer = taken(search, cost); layer !== null; layer = taken(search, cost)) {
      const complete = expand(search, layer, cost, everyTarget);
      if (complete === null) continue;
      const proved = !search.dropped || cost <= Math.ceil(bound.value - 1e-6);
      return { walks: trace(search, complete), exhaustive: proved };
    }
  }
  return { walks: null, exhaustive: !search.dropped };
}

/** The set of all targets. */
function setOfAll(count: number): number[] {
  const words = Array<number>(Math.max(1, Math.ceil(count / 32))).fill(0);
  for (let target = 0; target < count; target++) words[target >>> 5]! |= 1 << (target & 31);
  return words;
}

/** The partial suites of a cost, which are taken out; null where there are none. */
function taken({ layers }: Beam, cost: number): readonly PartialSuite[] | null {
  const layer = layers.get(cost);
  layers.delete(cost);
  return layer ?? null;
}

/** Adds a partial suite to the layer of its cost, unless it must end beyond the limit. */
function put({ layers, bound, limit }: Beam, cost: number, partial: PartialSuite): void {
  if (cost + partial.left + bound.ahead[partial.node]! > limit + 1e-6) return;
  const layer = layers.get(cost);
  if (layer === undefined) layers.set(cost, [partial]);
  else layer.push(partial);
}

/**
 * Goes on from the most promising of a layer; gives one that has met everything, if there is one.
 */
function expand(
  search: Beam,
  layer: readonly PartialSuite[],
  cost: number,
  everyTarget: readonly number[],
): PartialSuite | null {
  const { bound, seen, width } = search;
  const rank = layer.map(({ node, count, left }) => left + bound.ahead[node]! - byTheWay * count);
  const order = [...layer.keys()].sort((a, b) => rank[a]! - rank[b]! || a - b);
  let kept = 0;
  for (const index of order) {
    const partial = layer[index]!;
    const { node, met } = partial;
    if (met.every((word, index) => word === everyTarget[index])) return partial;
    const key = `${node} ${met.join()}`;
    if (seen.has(key)) continue;
    if (kept >= width) {
      search.dropped = true;
      break;
    }
    seen.add(key);
    kept++;
    goOn(search, partial, cost);
  }
  return null;
}

/** Every arc from where a partial suite stands, and a new walk. */
function goOn(search: Beam, partial: PartialSuite, cost: number): void {
  const { cover, cameFrom, cameBy, perPath } = search;
  const { first } = cover.network;
  const self = cameFrom.push(partial.entry) - 1;
  cameBy.push(partial.arc);
  for (let arc = first[partial.node]!; arc < first[partial.node + 1]!; arc++)
    put(search, cost + 1, takeArc(search, partial, self, arc));
  if (partial.node !== 0)
    put(search, cost + perPath, { ...partial, node: 0, entry: self, arc: -1 });
}

/** A partial suite, entry `self`, one arc further. */
function takeArc(
  { cover, bound }: Beam,
  before: PartialSuite,
  self: number,
  arc: number,
): PartialSuite {
  const { network, start, meets } = cover;
  let met: number[] | null = null;
  let { count, left } = before;
  for (let at = start[arc]!; at < start[arc + 1]!; at++) {
    const target = meets[at]!;
    const [word, bit] = [target >>> 5, 1 << (target & 31)];
    if (((met ?? before.met)[word]! & bit) !== 0) continue;
    met ??= before.met.slice();
    met[word]! |= bit;
    count++;
    left -= bound.worth[target]!;
  }
  return { node: network.to[arc]!, met: met ?? before.met, count, left, entry: self, arc };
}

/** The walks of a partial suite. */
function trace({ cameFrom, cameBy }: Beam, { entry, arc }: PartialSuite): Int32Array[] {
  const arcs = [arc];
  for (let at = entry; at >= 0; at = cameFrom[at]!) arcs.push(cameBy[at]!);
  arcs.reverse();
  const walks: number[][] = [];
  for (const taken of arcs) {
    if (taken === -1) walks.push([]);
    else walks.at(-1)!.push(taken);
  }
  return walks.filter((walk) => walk.length > 0).map((walk) => Int32Array.from(walk));
}
