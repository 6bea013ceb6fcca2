import { masterOf, type Master } from './master.ts';
import { aheadOf, negativeCycles, pricingOf, weigh, type Pricing } from './pricing.ts';
import type { Cover } from './targets.ts';

/** A lower bound on the cost of every suite, and what it is made of. */
export type Bound = {
  /** No suite that meets all targets costs less. */
  readonly value: number;
  /** What meeting each target is worth: its dual price. */
  readonly worth: Float64Array;
  /**
   * For every node, the least that a walk from there can cost when each arc costs 1 less what it
   * meets is worth: never above 0.
   */
  readonly ahead: Float64Array;
};

/** The best feasible prices so far, and their sum. */
type Best = { value: number; worth: Float64Array };

/**
 * The linear relaxation: circulations through the hub, each target met at least once, any fraction
 * of a walk. Its dual prices targets so that no closed walk is worth more than it costs; walks that
 * are become columns (Dantzig and Wolfe), found as negative cycles.
 */
export function boundOf(cover: Cover, perPath: number, rounds = 400): Bound {
  const count = cover.targets.length;
  // Row `count` of the master: there is at least one path.
  const shortest = shortestOf(cover.network, cover.start, cover.meets, count);
  const master = masterOf([...shortest.map((steps) => steps + perPath), perPath]);
  const pricing = pricingOf(cover, perPath);
  const best: Best = { value: 0, worth: new Float64Array(count + 1) };
  for (let round = 0; round < rounds; round++) {
    master.settle();
    const cycles = negativeCycles(pricing, weigh(pricing, master.prices, 1));
    if (cycles.length === 0) {
      note(best, master.prices, 1);
      break;
    }
    for (const cycle of cycles) {
      const { cost, column } = columnOf(cover, perPath, cycle);
      if (master.enter(cost, column)) master.settle();
    }
    if (round % 20 !== 19) continue;
    const scale = feasible(pricing, master);
    note(best, master.prices, scale);
    if (scale > 0.999) break;
  }
  if (best.value === 0) note(best, master.prices, feasible(pricing, master));
  const { value, worth } = best;
  return { value, worth: worth.subarray(0, count), ahead: aheadOf(pricing, worth) };
}

/**
 * Keeps this share of the prices where their sum, which is a lower bound, is the largest so far.
 */
function note(best: Best, prices: Float64Array, scale: number): void {
  let sum = 0;
  for (const price of prices) sum += Math.max(0, price);
  if (sum * scale <= best.value) return;
  best.value = sum * scale;
  best.worth = prices.map((price) => Math.max(0, price) * scale);
}

/**
 * A cycle of arcs as a column of the master: what it costs, and how often it meets each target; row
 * `targets.length`: starts.
 */
function columnOf(
  { targets, start, meets }: Cover,
  perPath: number,
  cycle: readonly number[],
): { readonly cost: number; readonly column: ReadonlyMap<number, number> } {
  const column = new Map<number, number>();
  const add = (row: number): void => {
    column.set(row, (column.get(row) ?? 0) + 1);
  };
  let cost = 0;
  for (const arc of cycle) {
    if (arc === -1) {
      cost += perPath;
      add(targets.length);
    } else if (arc >= 0) {
      cost++;
      for (let at = start[arc]!; at < start[arc + 1]!; at++) add(meets[at]!);
    }
  }
  return { cost, column };
}

/**
 * The largest share of the prices, to a thousandth, at which no closed walk is worth more than it
 * costs.
 */
function feasible(pricing: Pricing, master: Master): number {
  const prices = master.prices.map((price) => Math.max(0, price));
  let low = 0;
  let high = 1024;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const cycles = negativeCycles(pricing, weigh(pricing, prices, middle / 1024));
    if (cycles.length === 0) low = middle;
    else high = middle;
  }
  return low / 1024;
}

/** Steps of a shortest path from node 0 that meets each target. */
function shortestOf(
  { size, first, to }: Cover['network'],
  start: Uint32Array,
  meets: Int32Array,
  count: number,
): number[] {
  const depth = new Int32Array(size).fill(-1);
  const steps = Array<number>(count).fill(-1);
  depth[0] = 0;
  const queue = [0];
  for (const node of queue) {
    for (let arc = first[node]!; arc < first[node + 1]!; arc++) {
      for (let at = start[arc]!; at < start[arc + 1]!; at++)
        if (steps[meets[at]!]! < 0) steps[meets[at]!] = depth[node]! + 1;
      if (depth[to[arc]!]! < 0) {
        depth[to[arc]!] = depth[node]! + 1;
        queue.push(to[arc]!);
      }
    }
  }
  return steps;
}
