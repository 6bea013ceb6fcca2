import { alternatives } from '../../machines/description/alternatives.ts';
import type { Description } from '../../machines/description/description.ts';
import { drivers } from '../../machines/drivers/index.ts';
import { options } from '../../machines/options/index.ts';
import { systemOf } from '../../machines/description/system.ts';
import type { Graph } from '../../src/explore/graph.ts';
import { search } from '../../src/explore/search.ts';
import { withoutRecovery } from '../../src/system/program.ts';
import type { Network } from '../../src/paths/network.ts';

const descriptions: readonly Description[] = [
  ...options.map(({ name }): Description => ({ driver: name, options: [name as never] })),
  ...drivers.map((one) => alternatives(one)[0]!.description),
];

const graphs = new Map<string, Graph>();
/** The graph of a description, once for each system that is different. */
function graphOf(description: Description): Graph {
  const program = withoutRecovery(systemOf(description));
  let graph = graphs.get(program.digest);
  if (graph === undefined)
    graphs.set(program.digest, (graph = search(program, { states: 100_000 })));
  return graph;
}

/** Every shipped option and driver, each different graph once. */
export const shippedGraphs = (): { readonly name: string; readonly graph: Graph }[] => {
  const seen = new Set<Graph>();
  return descriptions.flatMap((description) => {
    const graph = graphOf(description);
    if (seen.has(graph)) return [];
    seen.add(graph);
    return [{ name: description.driver, graph }];
  });
};

/** Larger ones are not handed to a solver of linear programs that knows nothing of networks. */
export const solvable = ({ graph }: { readonly graph: Graph }): boolean => graph.edges < 10_000;

/** Numbers from 0 to below 1, the same for the same seed. */
export function random(seed: number): () => number {
  let x = seed * 2654435761 + 1;
  return () => {
    x = (Math.imul(x ^ (x >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    const y = Math.imul(x ^ (x >>> 12), 0x297a2d39);
    return ((y ^ (y >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** A network in which every node is reachable from node 0. */
export function randomNetwork(seed: number, nodes: number, perNode: number): Network {
  const next = random(seed);
  const out: number[][] = Array.from({ length: nodes }, () => []);
  for (let node = 1; node < nodes; node++) out[Math.floor(next() * node)]!.push(node);
  for (let more = Math.floor(nodes * (perNode - 1)); more > 0; more--)
    out[Math.floor(next() * nodes)]!.push(Math.floor(next() * nodes));
  const first = new Uint32Array(nodes + 1);
  out.forEach((list, node) => {
    first[node + 1] = first[node]! + list.length;
  });
  return { size: nodes, edges: first[nodes]!, first, to: Int32Array.from(out.flat()) };
}
