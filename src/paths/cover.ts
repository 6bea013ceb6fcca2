import type { Graph } from '../explore/graph.ts';
import { beam } from './beam.ts';
import { boundOf, type Bound } from './bound.ts';
import { circulation } from './circulation.ts';
import { nearest } from './greedy.ts';
import { depthsOf, splitWalks } from './split.ts';
import { coverOf, type Cover, type Criterion } from './targets.ts';
import { walksOf } from './walks.ts';

/** How a suite is wanted; `longest` is the number of steps that one path may have. */
export type SuiteOptions = {
  /** K in cost = steps + K * paths; a whole number. */
  readonly perPath: number;
  readonly longest?: number;
  /** Runs that are there already, as edges of the graph: only what they do not cover is added. */
  readonly kept?: readonly (readonly number[])[];
};

/** A suite over a graph. */
export type Suite = {
  readonly criterion: Criterion;
  readonly cover: Cover;
  /** As edges of the graph, each from the initial state: `kept` first. */
  readonly paths: readonly (readonly number[])[];
  /** One a path: the targets that it meets and none before it does. */
  readonly first: readonly (readonly number[])[];
  readonly uncovered: readonly { readonly target: string; readonly why: string }[];
  /** No suite without a limit to the length of a path costs less. Null: too large to say. */
  readonly bound: number | null;
  readonly shortestEach: { readonly paths: number; readonly steps: number };
};

/** The relaxation and the search below it are for networks of up to so many arcs and targets. */
const mostArcs = 500_000;
/** For pairs, which are many, and for which no gap is promised. */
const mostArcsOfPairs = 10_000;
const mostTargets = 1500;
const widths = [100, 400, 1600];
/** Further, where the suite costs so much more than the bound. */
const patience = { width: 6400, gap: 0.05 };

/**
 * Paths that meet every target of the criterion: the cheapest for `edges`, cheap and compared with
 * a bound for the others.
 */
export function suiteOf(
  graph: Graph,
  criterion: Criterion,
  { perPath, longest = Infinity, kept = [] }: SuiteOptions,
): Suite {
  const cover = coverOf(graph, criterion);
  const { targets, start, meets } = cover;
  const had = kept.map((edges) => arcsOf(cover, graph, edges));
  const wanted = new Uint8Array(targets.length).fill(1);
  for (const arcs of had)
    for (const arc of arcs)
      for (let at = start[arc]!; at < start[arc + 1]!; at++) wanted[meets[at]!] = 0;
  const { walks, bound } = cheapest(
    cover,
    criterion,
    perPath,
    kept.length > 0 ? wanted : null,
    longest,
  );
  const paths = [...had, ...walks];
  const met = new Uint8Array(targets.length);
  const first = paths.map((arcs) => {
    const newlyMet: number[] = [];
    for (const arc of arcs)
      for (let index = start[arc]!; index < start[arc + 1]!; index++)
        if (met[meets[index]!] === 0) {
          met[meets[index]!] = 1;
          newlyMet.push(meets[index]!);
        }
    return newlyMet;
  });
  return {
    criterion,
    cover,
    first,
    bound,
    paths: paths.map((arcs) => Array.from(arcs, (arc) => cover.edge?.[arc] ?? arc)),
    uncovered: targets.flatMap((target, index) =>
      met[index] === 1 ? [] : [{ target, why: `no path of at most ${longest} steps` }],
    ),
    shortestEach: shortestEach(cover),
  };
}

/** Walks of a suite, and a cost that no suite can go below. */
type Cheapest = { readonly walks: readonly Int32Array[]; readonly bound: number | null };

/**
 * Walks that meet what is wanted, as cheap as the criterion allows.
 * @param wanted null: every target
 */
function cheapest(
  cover: Cover,
  criterion: Criterion,
  perPath: number,
  wanted: Uint8Array | null,
  longest: number,
): Cheapest {
  if (criterion === 'edges') return cheapestEdges(cover, perPath, wanted, longest);
  const { network, targets } = cover;
  const walks = nearest(cover, wanted ?? everyOf(targets), perPath, longest);
  const most = criterion === 'pairs' ? mostArcsOfPairs : mostArcs;
  if (network.edges > most || targets.length > mostTargets) return { walks, bound: null };
  const bound = boundOf(cover, perPath);
  // Costs are whole numbers.
  const least = Math.ceil(bound.value - 1e-6);
  if (wanted !== null) return { walks, bound: least };
  const tried = criterion === 'pairs' ? widths : [...widths, patience.width];
  return improved(cover, bound, { walks, bound: least }, { perPath, longest, tried });
}

/**
 * Every edge: the optimum without a limit to the length of a path; with one, the better of two ways
 * to keep to it.
 */
function cheapestEdges(
  cover: Cover,
  perPath: number,
  wanted: Uint8Array | null,
  longest: number,
): Cheapest {
  const { network, targets } = cover;
  const tour = circulation(network, null, perPath);
  if (wanted !== null) return { bound: tour.cost, walks: nearest(cover, wanted, perPath, longest) };
  const pieces = splitWalks(cover, walksOf(network, tour), longest, perPath);
  if (longest === Infinity || network.edges > mostArcs) return { bound: tour.cost, walks: pieces };
  const near = nearest(cover, everyOf(targets), perPath, longest);
  const walks = costOf(near, perPath) < costOf(pieces, perPath) ? near : pieces;
  return { bound: tour.cost, walks };
}

const everyOf = (targets: readonly string[]): Uint8Array => new Uint8Array(targets.length).fill(1);

/** What beams of growing width find below a suite, and the bound that they prove. */
function improved(
  cover: Cover,
  bound: Bound,
  suite: { readonly walks: readonly Int32Array[]; readonly bound: number },
  how: { readonly perPath: number; readonly longest: number; readonly tried: readonly number[] },
): Cheapest {
  const { perPath, longest, tried } = how;
  let { walks, bound: least } = suite;
  let cost = costOf(walks, perPath);
  for (const width of tried) {
    const close = width === patience.width && cost <= least * (1 + patience.gap);
    if (cost <= least || close) break;
    const result = beam(cover, bound, perPath, width, cost - 1);
    if (result.walks !== null) {
      const pieces = splitWalks(cover, result.walks, longest, perPath);
      if (costOf(pieces, perPath) < cost) {
        walks = pieces;
        cost = costOf(pieces, perPath);
      }
    }
    if (!result.exhaustive) continue;
    // Nothing was dropped: no suite is cheaper than what was found now or before.
    if (longest === Infinity) least = cost;
    break;
  }
  return { walks, bound: least };
}

/** What a suite costs: its steps, and `perPath` for each path. */
export const costOf = (walks: readonly ArrayLike<unknown>[], perPath: number): number =>
  walks.reduce((sum, walk) => sum + walk.length + perPath, 0);

/** The arcs of a run that is given as edges. */
function arcsOf({ network, edge }: Cover, graph: Graph, edges: readonly number[]): Int32Array {
  if (edge === null) return Int32Array.from(edges);
  const arcs: number[] = [];
  let node = 0;
  for (const wanted of edges) {
    let arc = network.first[node]!;
    while (edge[arc] !== wanted) arc++;
    arcs.push(arc);
    node = network.to[arc]!;
  }
  return Int32Array.from(arcs);
}

/** For comparison: one shortest path for each target, and none that is the beginning of another. */
function shortestEach({ network, start, meets, targets }: Cover): {
  readonly paths: number;
  readonly steps: number;
} {
  const { size, first, to } = network;
  const depths = depthsOf(network);
  const by = new Int32Array(targets.length).fill(-1);
  const from = new Int32Array(network.edges);
  const order = Array.from({ length: size }, (_, node) => node).sort(
    (a, b) => depths.depth[a]! - depths.depth[b]!,
  );
  for (const node of order)
    for (let arc = first[node]!; arc < first[node + 1]!; arc++) {
      from[arc] = node;
      for (let at = start[arc]!; at < start[arc + 1]!; at++)
        if (by[meets[at]!]! < 0) by[meets[at]!] = arc;
    }
  const last = new Set(by);
  // A path that ends with an arc of the tree of shortest paths begins every path that goes on from there.
  const inner = new Uint8Array(size);
  const climb = (node: number): void => {
    for (let at = node; at !== 0 && inner[at] === 0; at = depths.from[at]!) inner[at] = 1;
  };
  for (const arc of last) climb(from[arc]!);
  let paths = 0;
  let steps = 0;
  for (const arc of last) {
    if (depths.arc[to[arc]!] === arc && inner[to[arc]!] === 1) continue;
    paths++;
    steps += depths.depth[from[arc]!]! + 1;
  }
  return { paths, steps };
}
