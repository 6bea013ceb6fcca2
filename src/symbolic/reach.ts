import type { Program } from '../system/program.ts';
import { RanOut, type Limits } from './diagrams.ts';
import { encode, type Encoded } from './encode.ts';
import { orders } from './order.ts';
import { queuesOf, type Queue } from './queues.ts';
import { close, closureOf } from './saturate.ts';

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
/** Orders that are tried in a round. */
const trials = 4;

/**
 * The reachable states of a program. Several orders are tried under a limit of nodes, and the one
 * that makes fewest goes on: what an order costs is seen in the nodes that are made on the way, far
 * more than in the set that is found.
 * @param partsAlone a level for each part and for nothing else
 * @throws RanOut
 */
export function reach(program: Program, limits: Limits, partsAlone = false): Reached {
  const queues = partsAlone ? [] : queuesOf(program);
  const last = limits.nodes;
  for (let nodes = firstTrial; ; nodes *= moreNodes) {
    const candidates = orders(program, nodes > firstTrial, queues).slice(0, trials);
    let best: Reached | null = null;
    for (const order of candidates) {
      const bound = { ...limits, nodes: Math.min(nodes, last, best?.d.made ?? Infinity) };
      const reached = under(program, order, bound, queues);
      if (reached !== null) best = reached;
      if (best !== null && best.d.made <= goodEnough) break;
    }
    if (best !== null) {
      best.d.limits.nodes = last;
      return best;
    }
    if (nodes >= last) throw new RanOut('nodes');
  }
}

/** The reachable states under an order; null where more nodes would be made than it may. */
function under(
  program: Program,
  order: readonly number[],
  limits: Limits,
  queues: readonly Queue[],
): Reached | null {
  const encoded = encode(program, order, limits, queues);
  try {
    const all = close(closureOf(encoded.r, encoded.steps), encoded.initial);
    return { ...encoded, all };
  } catch (error) {
    if (error instanceof RanOut && error.what === 'nodes') return null;
    throw error;
  }
}
