import type { Circulation } from './circulation.ts';
import type { Network } from './network.ts';

/**
 * The walks of a circulation, each from node 0, as edges: an Euler tour by Hierholzer's method, cut
 * at the hub. Where the circulation is not connected, what the hub does not reach is left out.
 */
export function walksOf(
  { size, first, to }: Network,
  { times, starts, stops }: Circulation,
): Int32Array[] {
  const hub = size;
  const left = times.slice();
  const ends = stops.slice();
  let begin = starts;
  let total = starts;
  for (let e = 0; e < left.length; e++) total += left[e]!;
  for (let node = 0; node < size; node++) total += ends[node]!;
  const next = Uint32Array.from(first.subarray(0, size));
  // -1: from the hub to node 0; -2: from a node to the hub.
  const nodes = new Int32Array(total + 1);
  const arcs = new Int32Array(total + 1);
  const tour = new Int32Array(total);
  let depth = 0;
  let done = total;
  nodes[0] = hub;
  while (depth >= 0) {
    const node = nodes[depth]!;
    if (node === hub) {
      if (begin > 0) {
        begin--;
        depth++;
        nodes[depth] = 0;
        arcs[depth] = -1;
        continue;
      }
    } else {
      while (next[node]! < first[node + 1]! && left[next[node]!] === 0) next[node]!++;
      const e = next[node]!;
      if (e < first[node + 1]!) {
        left[e]!--;
        depth++;
        nodes[depth] = to[e]!;
        arcs[depth] = e;
        continue;
      }
      if (ends[node]! > 0) {
        ends[node]!--;
        depth++;
        nodes[depth] = hub;
        arcs[depth] = -2;
        continue;
      }
    }
    if (depth > 0) tour[--done] = arcs[depth]!;
    depth--;
  }
  const walks: Int32Array[] = [];
  for (let begin = done; begin < total;) {
    let end = begin + 1;
    while (tour[end] !== -2) end++;
    if (end > begin + 1) walks.push(tour.slice(begin + 1, end));
    begin = end + 1;
  }
  return walks;
}
