import { among, components, type Rows } from '../check/components.ts';
import type { Graph } from '../explore/graph.ts';
import { fire } from '../system/program.ts';
import { swapsOf } from './canonical.ts';
import type { Family } from './family.ts';
import { rowOf } from './lift.ts';
import type { Symmetry } from './symmetry.ts';

/**
 * Whether some fair run stays for ever within these orbits. In a graph of orbits a member is lost
 * sight of where an edge changes the order, and fairness is owed to each member: so the places of
 * members are followed along the edges of a component. Places that one member comes to are a class;
 * an actor of a member is starved if it is enabled in its class and never acts there. docs/
 * internals/orbits.md says why that is exact.
 * @param list states, ascending
 */
export function fairStay(graph: Graph, families: readonly Family[], list: Int32Array): boolean {
  const actors = actorsOf(graph, families);
  let rows = among(graph, list, new Int32Array(graph.size).fill(-1));
  let own: Int32Array = list;
  while (rows.size > 0) {
    const { of: componentOf, count } = components(rows);
    const kept: number[] = [];
    const asking = { graph, families, actors, rows, own };
    for (const nodes of membersOf(componentOf, count)) {
      const left =
        nodes.length === 1
          ? alone(asking, nodes[0]!, componentOf)
          : unstarved(asking, componentOf, nodes);
      if (left === 'fair') return true;
      kept.push(...left);
    }
    const places = Int32Array.from(kept.sort((a, b) => a - b));
    rows = among(rows, places, new Int32Array(rows.size).fill(-1));
    own = places.map((place) => own[place]!);
  }
  return false;
}

/** The nodes of each component. */
function membersOf(componentOf: Int32Array, count: number): readonly (readonly number[])[] {
  const nodes = Array.from({ length: count }, (): number[] => []);
  for (let node = 0; node < componentOf.length; node++) nodes[componentOf[node]!]!.push(node);
  return nodes;
}

/** A node without an edge to itself: a run stays there only where no fair actor can act. */
function alone(asking: Asking, node: number, componentOf: Int32Array): 'fair' | readonly number[] {
  const { graph, rows, own } = asking;
  for (let edge = rows.first[node]!; edge < rows.first[node + 1]!; edge++)
    if (rows.to[edge] === node) return unstarved(asking, componentOf, [node]);
  const { actors, steps } = graph.program;
  const state = own[node]!;
  for (let edge = graph.first[state]!; edge < graph.first[state + 1]!; edge++)
    if (actors[steps[graph.by[edge]!]!.actor]!.fair !== 'none') return [];
  return 'fair';
}

/** An actor as one of the kinds of its member: `place` counts over the members of all families. */
type Role = { readonly kind: number; readonly place: number | null };

/** What is asked: the graph of orbits, and the part of it that is left. */
type Asking = {
  readonly graph: Graph;
  readonly families: readonly Family[];
  readonly actors: readonly Role[];
  readonly rows: Rows;
  /** For each node of the rows, its state in the graph. */
  readonly own: Int32Array;
};

/** The first member's actors stand for the kinds; an actor of nobody is a kind of its own. */
function actorsOf({ program }: Graph, families: readonly Family[]): readonly Role[] {
  const roles: Role[] = program.actors.map((_, kind) => ({ kind, place: null }));
  let before = 0;
  for (const { swaps, members } of families) {
    const images = swaps.map((swap) => actorImages(program.steps, swap));
    // The second member is the first that is not told from the others.
    for (const [actor, image] of images[1]?.entries() ?? []) {
      if (image === actor || images[0]![actor] === actor) continue;
      let now = actor;
      roles[now] = { kind: actor, place: before + 1 };
      for (let m = 1; m < members - 1; m++) {
        now = images[m]![now]!;
        roles[now] = { kind: actor, place: before + m + 1 };
      }
    }
    before += members;
  }
  return roles;
}

/** For each actor the one that acts in the images of its steps. */
function actorImages(
  steps: Graph['program']['steps'],
  { step: image }: Symmetry,
): readonly number[] {
  const images: number[] = [];
  for (const [at, { actor }] of steps.entries()) images[actor] = steps[image[at]!]!.actor;
  return images;
}

/** Which actors act in a component, and where they could: by kind and class. */
type Acting = {
  readonly acts: ReadonlySet<string>;
  /** Pairs of a node and an actor that is enabled there, as numbers. */
  readonly enabled: ReadonlyMap<string, ReadonlySet<number>>;
  /** How many such pairs there would be if it were enabled everywhere. */
  readonly sizes: ReadonlyMap<string, number>;
};

/** `fair`, or the nodes of a component in which no starved actor is enabled; none if all are. */
function unstarved(
  asking: Asking,
  componentOf: Int32Array,
  nodes: readonly number[],
): 'fair' | readonly number[] {
  const { actors } = asking.graph.program;
  const { acts, enabled, sizes } = actingIn(asking, componentOf, nodes);
  const gone = new Set<number>();
  for (const [name, places] of enabled) {
    const { fair } = actors[Number(name.split(' ')[0])]!;
    if (fair === 'none' || acts.has(name)) continue;
    if (fair === 'weak' && places.size === sizes.get(name)) return [];
    if (fair === 'strong') for (const place of places) gone.add(Math.floor(place / actors.length));
  }
  return gone.size === 0 ? 'fair' : nodes.filter((node) => !gone.has(node));
}

/** Which actors act within a component, and where they could. */
function actingIn(asking: Asking, componentOf: Int32Array, nodes: readonly number[]): Acting {
  const { graph, rows, own, actors } = asking;
  const { program } = graph;
  const classes = classesOf(asking, componentOf, nodes);
  const key = (node: number, actor: number): string => {
    const { kind, place } = actors[actor]!;
    return place === null ? `${kind}` : `${kind} ${classes(node, place)}`;
  };
  const acts = new Set<string>();
  const enabled = new Map<string, Set<number>>();
  const sizes = new Map<string, number>();
  const actorOf = (step: number): number => program.steps[step]!.actor;
  for (const node of nodes) {
    for (const actor of program.actors.keys())
      sizes.set(key(node, actor), (sizes.get(key(node, actor)) ?? 0) + 1);
    const [first, end] = [graph.first[own[node]!]!, graph.first[own[node]! + 1]!];
    for (let edge = first; edge < end; edge++) {
      const actor = actorOf(graph.by[edge]!);
      const name = key(node, actor);
      // Two members of one class may both be enabled in one state.
      enabled.set(name, (enabled.get(name) ?? new Set()).add(node * program.actors.length + actor));
    }
    for (let edge = rows.first[node]!; edge < rows.first[node + 1]!; edge++)
      if (componentOf[rows.to[edge]!] === componentOf[node])
        acts.add(key(node, actorOf(rows.by[edge]!)));
  }
  return { acts, enabled, sizes };
}

/** Names the class of each place of each node of a component. */
function classesOf(
  { graph, families, rows, own }: Asking,
  componentOf: Int32Array,
  nodes: readonly number[],
): (node: number, place: number) => number {
  const width = families.reduce((sum, { members }) => sum + members, 0);
  const root = new Map<number, number>();
  const find = (name: number): number => {
    let top = name;
    while (root.has(top)) top = root.get(top)!;
    return top;
  };
  for (const node of nodes) {
    for (let edge = rows.first[node]!; edge < rows.first[node + 1]!; edge++) {
      const next = rows.to[edge]!;
      if (componentOf[next] !== componentOf[node]) continue;
      const places = carried(graph, families, own[node]!, rows.by[edge]!, own[next]!);
      for (const [place, to] of places.entries()) {
        const [a, b] = [find(node * width + place), find(next * width + to)];
        if (a !== b) root.set(Math.max(a, b), Math.min(a, b));
      }
    }
  }
  return (node, place) => find(node * width + place);
}

/** For each member's place before a step, its place in the state as it stands in the graph. */
function carried(
  graph: Graph,
  families: readonly Family[],
  state: number,
  step: number,
  next: number,
): readonly number[] {
  const after = fire(graph.program, graph.program.steps[step]!, graph.locals(state, []))!;
  const changes = [
    ...swapsOf(families, rowOf(after)),
    ...swapsOf(families, rowOf(graph.locals(next, []))).reverse(),
  ];
  const places: number[] = [];
  let before = 0;
  for (const { swaps, members } of families) {
    for (let member = 0; member < members; member++) {
      let now = member;
      for (const change of changes) {
        const m = swaps.indexOf(change);
        if (m < 0) continue;
        if (now === m) now = m + 1;
        else if (now === m + 1) now = m;
      }
      places.push(before + now);
    }
    before += members;
  }
  return places;
}
