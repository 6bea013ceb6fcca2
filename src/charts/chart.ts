import type { AnyStateMachine } from 'xstate';

/** A lifecycle as a picture needs it: plain data. */
export type Chart = {
  readonly id: string;
  readonly roots: readonly ChartState[];
  readonly edges: readonly ChartEdge[];
};
export type ChartState = {
  /** Dotted path from the root; the table's name for it where it is a leaf. */
  readonly path: string;
  readonly name: string;
  readonly initial: boolean;
  readonly final: boolean;
  /** Forbidden by an invariant of some system. */
  readonly bad: boolean;
  /** Only systems that break a promise or an invariant reach it: the litmus test of one of them. */
  readonly astray?: string;
  readonly parallel: boolean;
  /** No state of the lifecycle: a note that stands for the states in which folded edges begin. */
  readonly note?: true;
  readonly description: string;
  readonly source: string;
  readonly children: readonly ChartState[];
};
/** All events that lead from one state to another, in declaration order. */
export type ChartEdge = {
  readonly from: string;
  readonly to: string;
  readonly events: readonly {
    readonly type: string;
    readonly description: string;
    readonly source: string;
  }[];
};

type Node = AnyStateMachine['root'];
const sourceOf = (meta: unknown): string =>
  typeof (meta as { source?: unknown } | undefined)?.source === 'string'
    ? (meta as { source: string }).source
    : '';

/** Reads a chart off a machine: states as they nest, and one edge a pair of states. */
export function chartOf(machine: AnyStateMachine): Chart {
  const edges = new Map<
    string,
    { from: string; to: string; events: ChartEdge['events'][number][] }
  >();
  const state = (node: Node): ChartState => {
    for (const transitions of node.transitions.values()) {
      for (const transition of transitions) {
        const targets = transition.target ?? [node];
        for (const target of targets) {
          const key = `${node.path.join('.')}>${target.path.join('.')}`;
          const edge = edges.get(key) ?? {
            from: node.path.join('.'),
            to: target.path.join('.'),
            events: [],
          };
          edges.set(key, edge);
          if (!edge.events.some(({ type }) => type === transition.eventType))
            edge.events.push({
              type: transition.eventType,
              description: transition.description ?? '',
              source: sourceOf(transition.meta),
            });
        }
      }
    }
    const parent = node.parent;
    return {
      path: node.path.join('.'),
      name: node.key,
      initial:
        parent !== undefined && parent.type === 'compound' && parent.initial.target?.[0] === node,
      final: node.type === 'final',
      bad: false,
      parallel: node.type === 'parallel',
      description: node.description ?? '',
      source: sourceOf(node.meta),
      children: Object.values(node.states).map(state),
    };
  };
  const roots = Object.values(machine.root.states).map(state);
  for (const transitions of machine.root.transitions.values())
    if (transitions.length > 0) state(machine.root);
  // What the whole machine takes, each of its outermost states takes: the root is no box of a chart.
  const drawn = [...edges.values()].flatMap((edge) =>
    edge.from === '' ? roots.map(({ path }) => ({ ...edge, from: path })) : [edge],
  );
  return { id: machine.id, roots, edges: drawn };
}

/** The states of a machine that a part can be in, by the names that a system's table has for them. */
export function leavesOf(machine: AnyStateMachine): string[] {
  const under = (node: Node): string[] =>
    Object.keys(node.states).length === 0
      ? [node.path.join('.')]
      : Object.values(node.states).flatMap(under);
  return under(machine.root);
}

/** Where a source reference `file: symbol` can be read. */
export function linkOf(source: string): string | null {
  const file = /^((?:Documentation|drivers|include|mm|kernel|tools|lib)\/[\w./-]+)/.exec(
    source,
  )?.[1];
  return file === undefined
    ? null
    : `https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree/${file}?h=v7.0`;
}
