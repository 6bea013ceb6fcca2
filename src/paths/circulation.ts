import type { Network } from './network.ts';
import { advance, pass, residualOf, rewind, room, send, type Residual } from './residual.ts';
import { distances } from './shortest.ts';

/**
 * How often each edge is taken, so that closed walks through a hub can take it so: from the hub
 * every walk starts at node 0, and it ends anywhere.
 */
export type Circulation = {
  /** One an edge. */
  readonly times: Int32Array;
  /** Walks that begin: at least 1. */
  readonly starts: number;
  /** Walks that end at each node. */
  readonly stops: Int32Array;
  /** Edges taken, with repetitions, + `perPath` * starts: the least that there is. */
  readonly cost: number;
};

/**
 * The cheapest circulation that takes each edge at least `need` times (once, if null), where an
 * edge costs 1 and a start `perPath`: the directed Chinese postman with a hub as a minimum-cost
 * flow, by the primal-dual method. Its constraints are those of a network, so the best flow is a
 * whole number and the best of all.
 * @param perPath a whole number from 0
 */
export function circulation(
  network: Network,
  need: Uint8Array | null,
  perPath: number,
): Circulation {
  const { size, edges } = network;
  const residual = residualOf(network, need, perPath);
  const { price, distance, order, flow, stops } = residual;
  while (residual.left > 0) {
    const best = distances(residual);
    if (best > 0) {
      for (let node = 0; node <= size; node++) price[node]! += Math.min(distance[node]!, best);
    }
    // First only to nodes that were settled later, so that ways are short; then to any node.
    block(residual, false);
    for (let node = 0; node <= size; node++) order[node] = distance[node]! <= best ? 1 : -1;
    block(residual, true);
  }
  const starts = residual.starts + 1;
  let cost = perPath * starts;
  const times = flow;
  for (let edge = 0; edge < edges; edge++) {
    times[edge]! += need === null ? 1 : need[edge]!;
    cost += times[edge]!;
  }
  return { times, starts, stops, cost };
}

/**
 * Sends flow along arcs of reduced cost 0, depth first, until no more goes that way (a blocking
 * flow). `free`: to any node that is not on the way and led nowhere before; `order` is then 1 for
 * those, 0 on the way, -1 for what led nowhere.
 */
function block(residual: Residual, free: boolean): void {
  const { hub, excess, order, path } = residual;
  rewind(residual);
  for (let source = 0; source <= hub; source++) {
    while (excess[source]! > 0 && order[source]! >= 0) {
      const depth = descend(residual, source, free);
      if (depth < 0) break;
      if (free) for (let d = 0; d <= depth; d++) order[path[d]!] = 1;
      augment(residual, depth);
    }
  }
}

/** A way from `source` to a node that lacks, into `path`; its length, or -1 where there is none. */
function descend(residual: Residual, source: number, free: boolean): number {
  const { excess, order, path } = residual;
  let depth = 0;
  path[0] = source;
  if (free) order[source] = 0;
  for (;;) {
    const node = path[depth]!;
    if (excess[node]! < 0) return depth;
    const next = advance(residual, node);
    if (next >= 0) {
      path[++depth] = next;
      if (free) order[next] = 0;
      continue;
    }
    order[node] = -1;
    if (depth === 0) return -1;
    depth--;
    pass(residual, path[depth]!);
  }
}

/** Sends along `path` as much as it can take. */
function augment(residual: Residual, depth: number): void {
  const { excess, path } = residual;
  const [source, sink] = [path[0]!, path[depth]!];
  let amount = Math.min(excess[source]!, -excess[sink]!);
  for (let d = 0; d < depth; d++) amount = Math.min(amount, room(residual, path[d]!, path[d + 1]!));
  for (let d = 0; d < depth; d++) send(residual, path[d]!, path[d + 1]!, amount);
  excess[source]! -= amount;
  excess[sink]! += amount;
  residual.left -= amount;
}
