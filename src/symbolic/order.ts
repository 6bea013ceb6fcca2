import type { Program, Step } from '../system/program.ts';
import type { Queue } from './queues.ts';

/** The parts of a program from the top level of the diagrams down; of a queue, who may wait. */
export type Order = readonly number[];

/** How many starts are tried: the declared order, and random ones; in a thorough search more. */
const starts = 6;
const moreStarts = 12;
const mostRounds = 200;
const idleRounds = 10;
/** In how many of the orders that FORCE finds single parts are moved. */
const sifts = 2;
const siftRounds = 4;

/** The parts that a step looks at or moves. */
export const supportOf = ({ when, moves, also }: Step): number[] => [
  ...new Set([
    ...when.flatMap(({ some }) => some.map(({ part }) => part)),
    ...moves.map(({ part }) => part),
    ...also.map(({ part }) => part),
  ]),
];

/**
 * Orders in which parts that steps use together stand near each other, the best first: FORCE
 * (Aloul, Markov, Sakallah), from several starts, then in the best of them single parts are moved
 * while that helps. The same for the same program.
 * @param thorough more starts, and parts are moved in all of them: for systems that are worth it
 */
export function orders(program: Program, thorough = false, queues: readonly Queue[] = []): Order[] {
  const inQueues = new Set(queues.flatMap(({ pairs }) => pairs.map(({ part }) => part)));
  const kept = [
    ...[...program.parts.keys()].filter((part) => !inQueues.has(part)),
    ...queues.flatMap(({ standing }) => standing),
  ];
  const supports = supportsOf(program, queues, kept);
  const dice = seeded(1);
  const declared = [...kept.keys()];
  const drawn = Array.from({ length: thorough ? moreStarts : starts }, (_, start) =>
    drawnTogether(start === 0 ? declared : shuffled(declared, dice), supports),
  );
  const moved = cheapest(drawn, supports)
    .slice(0, thorough ? moreStarts : sifts)
    .map((order) => sifted(order, supports));
  const both = moved.flatMap((order) => [order, order.toReversed()]);
  return cheapest(both, supports).map((order) => order.map((at) => kept[at]!));
}

/** The different ones of some orders, the one of least cost first. */
function cheapest(some: readonly Order[], supports: readonly (readonly number[])[]): Order[] {
  const different = new Map(some.map((order) => [order.join(), order]));
  return [...different.values()]
    .map((order) => ({ order, cost: costOf(order, supports) }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ order }) => order);
}

/** What steps use together, each set once; numbers are places in `kept`. */
function supportsOf(
  { steps }: Program,
  queues: readonly Queue[],
  kept: readonly number[],
): number[][] {
  const dense = new Map(kept.map((one, at) => [one, at]));
  const sets = new Map<string, number[]>();
  steps.forEach((step, s) => {
    const waiting = queues.flatMap(({ changes, standing }) => (changes.has(s) ? standing : []));
    const support = [...supportOf(step), ...waiting]
      .flatMap((one) => dense.get(one) ?? [])
      .sort((a, b) => a - b);
    if (support.length > 1) sets.set(support.join(), support);
  });
  return [...sets.values()];
}

/** A linear congruential generator: the same numbers on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffled(list: readonly number[], dice: () => number): number[] {
  const mixed = [...list];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(dice() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
}

/** The places of an order's parts. */
function placesOf(order: Order): Int32Array {
  const place = new Int32Array(order.length);
  order.forEach((part, at) => {
    place[part] = at;
  });
  return place;
}

/** The spans of all supports, and, far less, how far from the bottom they begin. */
function costOf(order: Order, supports: readonly (readonly number[])[]): number {
  const place = placesOf(order);
  const n = order.length;
  let spans = 0;
  let tops = 0;
  for (const support of supports) {
    let lowest = n;
    let highest = -1;
    for (const part of support) {
      const at = place[part]!;
      if (at < lowest) lowest = at;
      if (at > highest) highest = at;
    }
    spans += highest - lowest;
    tops += (n - lowest) * (highest - lowest + 1);
  }
  return spans + tops / n;
}

/** FORCE: each part goes to the mean of the centres of its supports, again and again. */
function drawnTogether(start: Order, supports: readonly (readonly number[])[]): Order {
  const n = start.length;
  let order = start;
  let best = start;
  let least = costOf(start, supports);
  for (let round = 0, idle = 0; round < mostRounds && idle < idleRounds; round++, idle++) {
    const place = placesOf(order);
    const sum = new Float64Array(n);
    const degree = new Float64Array(n);
    for (const support of supports) {
      let centre = 0;
      for (const part of support) centre += place[part]! / support.length;
      for (const part of support) {
        sum[part]! += centre;
        degree[part]!++;
      }
    }
    const drawn = Array.from(place, (at, part) =>
      degree[part] === 0 ? at : sum[part]! / degree[part]!,
    );
    order = [...order].sort((a, b) => drawn[a]! - drawn[b]! || place[a]! - place[b]!);
    const cost = costOf(order, supports);
    if (cost >= least - 1e-9) continue;
    best = order;
    least = cost;
    idle = -1;
  }
  return best;
}

/** Moves single parts to their best places while the cost falls. */
function sifted(order: Order, supports: readonly (readonly number[])[]): Order {
  let best = order;
  let least = costOf(order, supports);
  for (let round = 0; round < siftRounds; round++) {
    const before = least;
    for (let part = 0; part < order.length; part++) {
      const rest = best.filter((other) => other !== part);
      for (let at = 0; at <= rest.length; at++) {
        const moved = [...rest.slice(0, at), part, ...rest.slice(at)];
        const cost = costOf(moved, supports);
        if (cost >= least - 1e-9) continue;
        least = cost;
        best = moved;
      }
    }
    if (least >= before - 1e-9) break;
  }
  return best;
}
