import type { Graph } from '../explore/graph.ts';
import { nextLocal, type Program } from '../system/program.ts';
import type { Network } from './network.ts';

/** What paths of a criterion must take: each target is met by any of its arcs. */
export type Cover = {
  /**
   * Where the paths are looked for: the graph itself, or one whose nodes remember the last edge.
   */
  readonly network: Network;
  /** The graph's edge of each arc; null where they are the same. */
  readonly edge: Int32Array | null;
  /** Ids of the targets that some arc meets, in declaration order. */
  readonly targets: readonly string[];
  /** Targets of arc a: `meets[start[a]]` to `meets[start[a + 1]]`. */
  readonly start: Uint32Array;
  readonly meets: Int32Array;
  /** Targets that nothing in the graph meets. */
  readonly unreachable: readonly { readonly target: string; readonly why: string }[];
};

/** Criteria over the edges of one graph. */
export const criteria = ['steps', 'transitions', 'edges', 'pairs'] as const;
/** What a suite covers: `steps`, `transitions`, `edges` or `pairs`. */
export type Criterion = (typeof criteria)[number];

/** What the paths of a criterion must take in a graph. */
export function coverOf(graph: Graph, criterion: Criterion): Cover {
  return { steps, transitions, edges, pairs }[criterion](graph);
}

/** Every step fires. */
function steps(graph: Graph): Cover {
  const { program } = graph;
  const fires = new Uint8Array(program.steps.length);
  for (let e = 0; e < graph.edges; e++) fires[graph.by[e]!] = 1;
  const number = new Int32Array(program.steps.length).fill(-1);
  const targets: string[] = [];
  const unreachable: { target: string; why: string }[] = [];
  program.steps.forEach(({ name }, step) => {
    if (fires[step] === 1) number[step] = targets.push(`step:${name}`) - 1;
    else
      unreachable.push({ target: `step:${name}`, why: 'no state that can be reached enables it' });
  });
  return {
    network: graph,
    edge: null,
    targets,
    unreachable,
    start: Uint32Array.from({ length: graph.edges + 1 }, (_, e) => e),
    meets: Int32Array.from(graph.by.subarray(0, graph.edges), (step) => number[step]!),
  };
}

/** `'door[1]'` to `'door'`: members of a family count together. */
const family = (program: Program, part: number): string =>
  program.parts[part]!.name.replace(/\[\d+\]$/, '');

/**
 * Every pair of a state of a part and an event that moves it from there, on some edge, summed over
 * a family.
 */
function transitions(graph: Graph): Cover {
  const { program } = graph;
  const named = new Map<string, number>();
  const number = new Map<string, number>();
  const targets: string[] = [];
  const targetOf = (part: number, local: number, event: number): number => {
    const key = `${family(program, part)} ${local} ${event}`;
    let index = number.get(key);
    if (index === undefined) number.set(key, (index = named.get(key)!));
    return index;
  };
  // Declaration order: parts, states, events; first all that the tables have.
  program.parts.forEach(({ table }, part) => {
    const { states, events } = program.tables[table]!;
    states.forEach((state, local) =>
      events.forEach((event, index) => {
        const key = `${family(program, part)} ${local} ${index}`;
        if (named.has(key) || nextLocal(program, part, index, local) < 0) return;
        named.set(key, targets.push(`transition:${family(program, part)}.${state}+${event}`) - 1);
      }),
    );
  });
  const start = new Uint32Array(graph.edges + 1);
  const meets: number[] = [];
  const locals: number[] = [];
  for (let state = 0; state < graph.size; state++) {
    graph.locals(state, locals);
    for (let e = graph.first[state]!; e < graph.first[state + 1]!; e++) {
      const step = program.steps[graph.by[e]!]!;
      for (const { part, event } of [...step.moves, ...step.also])
        if (nextLocal(program, part, event, locals[part]!) >= 0)
          meets.push(targetOf(part, locals[part]!, event));
      start[e + 1] = meets.length;
    }
  }
  return packed(graph, null, targets, start, meets, 'no edge that can be reached moves a part so');
}

/** Every edge. */
function edges(graph: Graph): Cover {
  const every = Int32Array.from({ length: graph.edges }, (_, e) => e);
  return {
    network: graph,
    edge: null,
    targets: edgeIds(graph),
    unreachable: [],
    start: Uint32Array.from({ length: graph.edges + 1 }, (_, e) => e),
    meets: every,
  };
}

/**
 * `edge:9f3c51e2:publish[1]`: a hash of where the parts stand, and the step. Parts that have stood
 * in their first state all along do not count.
 */
function edgeIds(graph: Graph): string[] {
  const { program } = graph;
  const ids: string[] = [];
  const locals: number[] = [];
  const words = program.parts.map(({ name, table }) =>
    program.tables[table]!.states.map((state) => hashText(`${name}=${state}`)),
  );
  for (let state = 0; state < graph.size; state++) {
    graph.locals(state, locals);
    let a = 0;
    let b = 0;
    locals.forEach((local, part) => {
      if (local !== program.initial[part]) {
        a = (a + words[part]![local]![0]) >>> 0;
        b = (b + words[part]![local]![1]) >>> 0;
      }
    });
    const place = a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0');
    for (let e = graph.first[state]!; e < graph.first[state + 1]!; e++)
      ids.push(`edge:${place}:${program.steps[graph.by[e]!]!.name}`);
  }
  return ids;
}

/** 64 well-mixed bits of a text, as two numbers: sums of them name a set. */
function hashText(text: string): [number, number] {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let index = 0; index < text.length; index++) {
    a = Math.imul(a ^ text.charCodeAt(index), 0x01000193);
    b = Math.imul(b + text.charCodeAt(index), 0x85ebca6b) ^ (b >>> 13);
  }
  const mix = (x: number): number => {
    x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
    x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
    return (x ^ (x >>> 16)) >>> 0;
  };
  return [mix(a), mix(b ^ a)];
}

/**
 * Every pair of steps of which the second is enabled right after the first and was not right
 * before: taken one after the other.
 */
function pairs(graph: Graph): Cover {
  const { program, size, first, to, by } = graph;
  // Node 0: nothing was done yet. Node e + 1: edge e was the last.
  const from = new Int32Array(graph.edges);
  for (let state = 0; state < size; state++)
    for (let e = first[state]!; e < first[state + 1]!; e++) from[e] = state;
  const nodes = graph.edges + 1;
  const begin = new Uint32Array(nodes + 1);
  for (let node = 0; node < nodes; node++) {
    const state = node === 0 ? 0 : to[node - 1]!;
    begin[node + 1] = begin[node]! + first[state + 1]! - first[state]!;
  }
  const arcs = begin[nodes]!;
  const ends = new Int32Array(arcs);
  const edge = new Int32Array(arcs);
  const start = new Uint32Array(arcs + 1);
  const meets: number[] = [];
  const count = program.steps.length;
  const number = new Map<number, number>();
  const pairs: number[] = [];
  const enabled = new Uint8Array(count);
  for (let node = 0; node < nodes; node++) {
    const state = node === 0 ? 0 : to[node - 1]!;
    if (node > 0)
      for (let e = first[from[node - 1]!]!; e < first[from[node - 1]! + 1]!; e++)
        enabled[by[e]!] = 1;
    for (let e = first[state]!, arc = begin[node]!; e < first[state + 1]!; e++, arc++) {
      ends[arc] = e + 1;
      edge[arc] = e;
      if (node > 0 && enabled[by[e]!] === 0) {
        const key = by[node - 1]! * count + by[e]!;
        let index = number.get(key);
        if (index === undefined) number.set(key, (index = pairs.push(key) - 1));
        meets.push(index);
      }
      start[arc + 1] = meets.length;
    }
    if (node > 0)
      for (let e = first[from[node - 1]!]!; e < first[from[node - 1]! + 1]!; e++)
        enabled[by[e]!] = 0;
  }
  // Declaration order again.
  const order = [...pairs.keys()].sort((a, b) => pairs[a]! - pairs[b]!);
  const place = new Int32Array(pairs.length);
  order.forEach((index, n) => {
    place[index] = n;
  });
  const name = (step: number): string => program.steps[step]!.name;
  return {
    network: { size: nodes, first: begin, to: ends, edges: arcs },
    edge,
    unreachable: [],
    targets: order.map(
      (index) => `pair:${name(Math.floor(pairs[index]! / count))}>${name(pairs[index]! % count)}`,
    ),
    start,
    meets: Int32Array.from(meets, (at) => place[at]!),
  };
}

/** Leaves out targets that nothing meets. */
function packed(
  network: Network,
  edge: Int32Array | null,
  candidates: readonly string[],
  start: Uint32Array,
  meets: readonly number[],
  why: string,
): Cover {
  const met = new Uint8Array(candidates.length);
  for (const index of meets) met[index] = 1;
  const place = new Int32Array(candidates.length);
  const targets: string[] = [];
  const unreachable: { target: string; why: string }[] = [];
  candidates.forEach((target, index) => {
    if (met[index] === 1) place[index] = targets.push(target) - 1;
    else unreachable.push({ target, why });
  });
  return {
    network,
    edge,
    targets,
    start,
    meets: Int32Array.from(meets, (at) => place[at]!),
    unreachable,
  };
}
