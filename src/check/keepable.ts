import type { Graph } from '../explore/graph.ts';
import { components, type Components } from './components.ts';

/**
 * EF for up to 32 promises at once: bit p of the answer for a state says that some run over the `allowed` rules leads from it to a state
 * where promise p is not pending. `pending` has one bit a promise. States that were not expanded count as able to keep everything.
 */
export function keepable(graph: Graph, pending: Int32Array, allowed: Uint8Array | null): { readonly can: Int32Array; readonly scc: Components } {
  const scc = components(graph, null, allowed);
  const { size, first, to, by, expanded } = graph;
  const can = new Int32Array(scc.count);
  // Components come with successors first, but members of one lie scattered: a counting sort lines them up.
  const start = new Uint32Array(scc.count + 1);
  for (let state = 0; state < size; state++) start[scc.of[state]! + 1]!++;
  for (let one = 0; one < scc.count; one++) start[one + 1]! += start[one]!;
  const order = new Int32Array(size);
  const fill = start.slice();
  for (let state = 0; state < size; state++) order[fill[scc.of[state]!]!++] = state;
  for (let at = 0; at < size; at++) {
    const state = order[at]!;
    let mask = ~pending[state]!;
    if (state >= expanded) mask = -1;
    for (let e = first[state]!; e < first[state + 1]!; e++) if (allowed === null || allowed[by[e]!] === 1) mask |= can[scc.of[to[e]!]!]!;
    can[scc.of[state]!]! |= mask;
  }
  const each = new Int32Array(size);
  for (let state = 0; state < size; state++) each[state] = can[scc.of[state]!]!;
  return { can: each, scc };
}
