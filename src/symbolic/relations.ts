import { kept, nodeOfRow, operation, recall, remember, type Diagrams } from './diagrams.ts';
import { intersectionAt, unionAt } from './sets.ts';

/**
 * What steps do to states, as graphs beside the diagrams: a relation looks at one level and has for
 * each local state the pairs of what it becomes and of the relation for the levels below. Relation
 * 1 is the identity, relation 0 relates nothing. A level that all map to themselves is left out.
 * Equal relations are one, whichever steps they are of.
 */
export type Relations = {
  readonly d: Diagrams;
  readonly level: number[];
  /** By relation, by local state: pairs of target and the relation below. */
  readonly arcs: (readonly Int32Array[])[];
  readonly known: Map<string, number>;
  readonly inverses: Map<number, number>;
  readonly guards: Map<number, number>;
  /** Numbers of the operations `image` and `imageWithin`. */
  readonly imaging: number;
  readonly imagingWithin: number;
};

/** No relation but the identity yet. */
export const relations = (d: Diagrams): Relations => ({
  d,
  level: [0, 0],
  arcs: [[], []],
  known: new Map(),
  inverses: new Map([
    [0, 0],
    [1, 1],
  ]),
  guards: new Map([
    [0, 0],
    [1, 1],
  ]),
  imaging: operation(d),
  imagingWithin: operation(d),
});

/**
 * The relation with these arcs at a level: for each local state, pairs of target and relation
 * below.
 */
export function relation(
  r: Relations,
  level: number,
  arcs: readonly (readonly number[])[],
): number {
  if (arcs.every((pairs) => pairs.length === 0)) return 0;
  const below = arcs[0]![1];
  if (arcs.every((pairs, i) => pairs.length === 2 && pairs[0] === i && pairs[1] === below))
    return below!;
  const key = `${level}:${arcs.map((pairs) => pairs.join()).join(';')}`;
  const before = r.known.get(key);
  if (before !== undefined) return before;
  const id = r.level.push(level) - 1;
  r.arcs.push(arcs.map((pairs) => Int32Array.from(pairs)));
  r.known.set(key, id);
  return id;
}

/** The same relation, backwards. */
export function inverse(r: Relations, id: number): number {
  const before = r.inverses.get(id);
  if (before !== undefined) return before;
  const level = r.level[id]!;
  const back = Array.from({ length: r.d.domains[level]! }, (): number[] => []);
  r.arcs[id]!.forEach((pairs, i) => {
    for (let t = 0; t < pairs.length; t += 2) back[pairs[t]!]!.push(i, inverse(r, pairs[t + 1]!));
  });
  const inverted = relation(r, level, back);
  r.inverses.set(id, inverted);
  return inverted;
}

/**
 * The guard of a step as a relation: the identity on the states that the step's relation leads
 * somewhere. A step leads to one state at most, so counting this counts edges.
 */
export function guard(r: Relations, id: number): number {
  const before = r.guards.get(id);
  if (before !== undefined) return before;
  const enabled = relation(
    r,
    r.level[id]!,
    r.arcs[id]!.map((pairs, i) => (pairs.length === 0 ? [] : [i, guard(r, pairs[1]!)])),
  );
  r.guards.set(id, enabled);
  return enabled;
}

/** The image of a set under a relation: where the relation leads from it. */
export const image = (r: Relations, from: number, by: number): number =>
  kept(r.d, imageAt(r, r.d.levels, from, by));

/** The image of a set under a relation, as far as it lies within another set. */
export const imageWithin = (r: Relations, from: number, by: number, within: number): number =>
  kept(r.d, imageWithinAt(r, r.d.levels, from, by, within));

function imageAt(r: Relations, k: number, from: number, by: number): number {
  if (from === 0 || by === 0) return 0;
  if (by === 1) return from;
  const { d } = r;
  const known = recall(d, r.imaging, from, 0, by);
  if (known >= 0) return known;
  const row = d.rows.image[k]!;
  const touched = d.rows.imaged[k]!;
  const arcs = r.level[by]! < k ? null : r.arcs[by]!;
  const many = d.data[d.offsets[from]!]!;
  let count = 0;
  for (let a = 0; a < many; a++) {
    const at = d.offsets[from]! + 1 + 2 * a;
    const local = d.data[at]!;
    const child = d.data[at + 1]!;
    if (arcs === null) {
      if ((row[local] = imageAt(r, k - 1, child, by)) !== 0) touched[count++] = local;
      continue;
    }
    const pairs = arcs[local]!;
    for (let t = 0; t < pairs.length; t += 2) {
      const more = imageAt(r, k - 1, child, pairs[t + 1]!);
      if (more === 0) continue;
      const to = pairs[t]!;
      if (row[to] === 0) touched[count++] = to;
      row[to] = unionAt(d, k - 1, row[to]!, more);
    }
  }
  return remember(d, r.imaging, from, 0, by, nodeOfRow(d, row, touched, count));
}

/** Puts the children of a node into a row. */
export function spread({ data, offsets }: Diagrams, node: number, row: Int32Array): void {
  const at = offsets[node]!;
  for (let c = at + 1, last = at + 2 * data[at]!; c < last; c += 2) row[data[c]!] = data[c + 1]!;
}

/** Takes the children of a node out of a row. */
export function unspread({ data, offsets }: Diagrams, node: number, row: Int32Array): void {
  const at = offsets[node]!;
  for (let c = at + 1, last = at + 2 * data[at]!; c < last; c += 2) row[data[c]!] = 0;
}

function imageWithinAt(r: Relations, k: number, from: number, by: number, within: number): number {
  if (from === 0 || by === 0 || within === 0) return 0;
  const { d } = r;
  if (by === 1) return intersectionAt(d, k, from, within);
  const known = recall(d, r.imagingWithin, from, within, by);
  if (known >= 0) return known;
  const row = d.rows.image[k]!;
  const touched = d.rows.imaged[k]!;
  const may = d.rows.imageWithin[k]!;
  spread(d, within, may);
  const arcs = r.level[by]! < k ? null : r.arcs[by]!;
  const many = d.data[d.offsets[from]!]!;
  let count = 0;
  for (let a = 0; a < many; a++) {
    const at = d.offsets[from]! + 1 + 2 * a;
    const local = d.data[at]!;
    const child = d.data[at + 1]!;
    if (arcs === null) {
      row[local] = imageWithinAt(r, k - 1, child, by, may[local]!);
      if (row[local] !== 0) touched[count++] = local;
      continue;
    }
    const pairs = arcs[local]!;
    for (let t = 0; t < pairs.length; t += 2) {
      const to = pairs[t]!;
      const more = imageWithinAt(r, k - 1, child, pairs[t + 1]!, may[to]!);
      if (more === 0) continue;
      if (row[to] === 0) touched[count++] = to;
      row[to] = unionAt(d, k - 1, row[to]!, more);
    }
  }
  unspread(d, within, may);
  return remember(d, r.imagingWithin, from, within, by, nodeOfRow(d, row, touched, count));
}
