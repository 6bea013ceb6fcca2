import type { Diagrams } from '../symbolic/diagrams.ts';

/** The nodes of a certificate, under way. */
export type Store = {
  /** As `Proved.nodes` has them. */
  readonly nodes: (readonly number[])[];
  /** The numbers of nodes by their content. */
  readonly known: Map<string, number>;
};

export const store = (): Store => ({ nodes: [], known: new Map() });

/** A set of states, and what stands at the end of its paths: 1, 2, ... */
export type Marked = readonly [set: number, mark: number];

/**
 * The root of the diagram in which each state of these sets, of which no two share a state, leads to
 * its mark.
 */
export function written(into: Store, d: Diagrams, marked: readonly Marked[]): number {
  const known = new Map<string, number>();
  const { data, offsets } = d;

  const write = (k: number, some: readonly Marked[]): number => {
    if (k === 0) return -some[0]![1];
    const key = some.map(([set, mark]) => `${set} ${mark}`).join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const below = new Map<number, Marked[]>();
    for (const [set, mark] of some) {
      const at = offsets[set]!;
      for (let c = at + 1, last = at + 2 * data[at]!; c < last; c += 2) {
        const list = below.get(data[c]!);
        if (list === undefined) below.set(data[c]!, [[data[c + 1]!, mark]]);
        else list.push([data[c + 1]!, mark]);
      }
    }
    const pairs = [...below.keys()]
      .sort((a, b) => a - b)
      .flatMap((local) => [local, write(k - 1, below.get(local)!)]);
    const found = nodeOf(into, pairs);
    known.set(key, found);
    return found;
  };
  return write(
    d.levels,
    marked.filter(([set]) => set !== 0),
  );
}

function nodeOf(into: Store, pairs: readonly number[]): number {
  const key = pairs.join();
  const before = into.known.get(key);
  if (before !== undefined) return before;
  const node = into.nodes.push(pairs) - 1;
  into.known.set(key, node);
  return node;
}
