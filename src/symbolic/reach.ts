import type { Program } from '../system/program.ts';
import { RanOut, type Diagrams, type Limits } from './diagrams.ts';
import { encode, type Encoded } from './encode.ts';
import { orders, type Order } from './order.ts';
import { queuesOf, type Queue } from './queues.ts';
import { close, closureOf } from './saturate.ts';
import { size } from './sets.ts';

/** A program whose reachable states are found. */
export type Reached = Encoded & {
  /** The reachable states. */
  readonly all: number;
};

/** An order that makes no more nodes than this is good enough: trying others costs more. */
const goodEnough = 4_000;
/** Nodes made under an order at first; each round of trials may make eight times as many. */
const firstTrial = 20_000;
const moreNodes = 8;
/** Orders that are tried in a round, and in the rounds after those in which all begin anew. */
const trials = 4;
const laterTrials = 2;

/**
 * The reachable states of a program. Several orders are tried under a limit of nodes, and the one
 * that makes fewest goes on: what an order costs is seen in the nodes that are made on the way, far
 * more than in the set that is found. Where none comes to an end, those go on under a larger limit
 * that have found most states with as many nodes.
 * @param partsAlone a level for each part and for nothing else
 * @throws RanOut
 */
export function reach(program: Program, limits: Limits, partsAlone = false): Reached {
  const queues = partsAlone ? [] : queuesOf(program);
  const last = limits.nodes;
  let promising: readonly Order[] = orders(program, false, queues).slice(0, trials);
  for (let nodes = firstTrial; ; nodes *= moreNodes) {
    let best: Reached | null = null;
    const short: { readonly order: Order; readonly states: number }[] = [];
    for (const order of promising) {
      const bound = { ...limits, nodes: Math.min(nodes, last, best?.d.made ?? Infinity) };
      const found = under(program, order, bound, queues);
      if (typeof found === 'number') short.push({ order, states: found });
      else best = found;
      if (best !== null && best.d.made <= goodEnough) break;
    }
    if (best !== null) {
      best.d.limits.nodes = last;
      return best;
    }
    if (nodes >= last) throw new RanOut('nodes');
    promising =
      nodes === firstTrial
        ? orders(program, true, queues).slice(0, trials)
        : short
            .sort((a, b) => b.states - a.states)
            .slice(0, laterTrials)
            .map(({ order }) => order);
  }
}

/**
 * The reachable states under an order; where more nodes would be made than it may, how many states
 * were found until then.
 */
function under(
  program: Program,
  order: Order,
  limits: Limits,
  queues: readonly Queue[],
): Reached | number {
  const encoded = encode(program, order, limits, queues);
  try {
    const all = close(closureOf(encoded.r, encoded.steps), encoded.initial);
    return { ...encoded, all };
  } catch (error) {
    if (error instanceof RanOut && error.what === 'nodes') return foundSoFar(encoded.d);
    throw error;
  }
}

/** How many states the rows of a saturation that ran out hold: the most at any level. */
function foundSoFar(d: Diagrams): number {
  const { grow, grown, growing } = d.rows;
  let most = 0;
  for (let level = 1; level <= d.levels; level++) {
    let states = 0;
    for (let place = 0; place < growing[level]!; place++)
      states += size(d, grow[level]![grown[level]![place]!]!);
    most = Math.max(most, states);
  }
  return most;
}
