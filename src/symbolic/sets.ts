import { kept, nodeOf, recall, remember, type Diagrams } from './diagrams.ts';

/** Numbers of the operations on sets; `operation` gives numbers from 16 on. */
const joining = 1;
const meeting = 2;
const removing = 3;

/** What is in either set. */
export const union = (d: Diagrams, p: number, q: number): number =>
  kept(d, unionAt(d, d.levels, p, q));

/** What is in both sets. */
export const intersection = (d: Diagrams, p: number, q: number): number =>
  kept(d, intersectionAt(d, d.levels, p, q));

/** What is in `p` and not in `q`. */
export const difference = (d: Diagrams, p: number, q: number): number =>
  kept(d, differenceAt(d, d.levels, p, q));

/** No local state: beyond the last child of a node. */
const end = 0x7fffffff;

/** The union of two nodes of level `k`. */
// oxlint-disable-next-line complexity -- the hottest loop of the room: a merge of two sorted lists
export function unionAt(d: Diagrams, k: number, p: number, q: number): number {
  if (p === 0 || p === q) return q;
  if (q === 0) return p;
  if (k === 0) return 1;
  if (p > q) return unionAt(d, k, q, p);
  const known = recall(d, joining, p, q, 0);
  if (known >= 0) return known;
  const pairs = d.rows.pairs[k]!;
  let words = 0;
  let a = 0;
  let b = 0;
  const many = d.data[d.offsets[p]!]!;
  const others = d.data[d.offsets[q]!]!;
  while (a < many || b < others) {
    // The store may move while children are joined: places are looked up anew.
    const { data, offsets } = d;
    const mine = offsets[p]! + 1 + 2 * a;
    const its = offsets[q]! + 1 + 2 * b;
    const i = a < many ? data[mine]! : end;
    const j = b < others ? data[its]! : end;
    pairs[words] = i < j ? i : j;
    if (i < j) pairs[words + 1] = data[mine + 1]!;
    else if (j < i) pairs[words + 1] = data[its + 1]!;
    else pairs[words + 1] = unionAt(d, k - 1, data[mine + 1]!, data[its + 1]!);
    if (i <= j) a++;
    if (j <= i) b++;
    words += 2;
  }
  return remember(d, joining, p, q, 0, nodeOf(d, pairs, words));
}

/** The intersection of two nodes of level `k`. */
export function intersectionAt(d: Diagrams, k: number, p: number, q: number): number {
  if (p === 0 || q === 0) return 0;
  if (p === q) return p;
  if (k === 0) return 1;
  if (p > q) return intersectionAt(d, k, q, p);
  const known = recall(d, meeting, p, q, 0);
  if (known >= 0) return known;
  const pairs = d.rows.pairs[k]!;
  let words = 0;
  let a = 0;
  let b = 0;
  const many = d.data[d.offsets[p]!]!;
  const others = d.data[d.offsets[q]!]!;
  while (a < many && b < others) {
    const { data, offsets } = d;
    const mine = offsets[p]! + 1 + 2 * a;
    const its = offsets[q]! + 1 + 2 * b;
    const i = data[mine]!;
    const j = data[its]!;
    if (i === j) {
      const both = intersectionAt(d, k - 1, data[mine + 1]!, data[its + 1]!);
      if (both !== 0) {
        pairs[words++] = i;
        pairs[words++] = both;
      }
    }
    if (i <= j) a++;
    if (j <= i) b++;
  }
  return remember(d, meeting, p, q, 0, nodeOf(d, pairs, words));
}

/** The difference of two nodes of level `k`. */
function differenceAt(d: Diagrams, k: number, p: number, q: number): number {
  if (p === 0 || p === q || (k === 0 && q !== 0)) return 0;
  if (q === 0) return p;
  const known = recall(d, removing, p, q, 0);
  if (known >= 0) return known;
  const pairs = d.rows.pairs[k]!;
  let words = 0;
  let b = 0;
  const many = d.data[d.offsets[p]!]!;
  const others = d.data[d.offsets[q]!]!;
  for (let a = 0; a < many; a++) {
    const { data, offsets } = d;
    const mine = offsets[p]! + 1 + 2 * a;
    const first = offsets[q]! + 1;
    const i = data[mine]!;
    const child = data[mine + 1]!;
    while (b < others && data[first + 2 * b]! < i) b++;
    const same = b < others && data[first + 2 * b] === i;
    const left = same ? differenceAt(d, k - 1, child, data[first + 2 * b + 1]!) : child;
    if (left !== 0) {
      pairs[words++] = i;
      pairs[words++] = left;
    }
  }
  return remember(d, removing, p, q, 0, nodeOf(d, pairs, words));
}

/**
 * All states whose local state at level k is among `locals[k]`, ascending; any, where nothing is
 * said.
 */
export function box(d: Diagrams, locals: readonly (readonly number[] | undefined)[]): number {
  let node = 1;
  for (let k = 1; k <= d.levels; k++) {
    const pairs = d.rows.pairs[k]!;
    let words = 0;
    const add = (local: number): void => {
      pairs[words++] = local;
      pairs[words++] = node;
    };
    const some = locals[k];
    if (some === undefined) for (let local = 0; local < d.domains[k]!; local++) add(local);
    else some.forEach(add);
    node = nodeOf(d, pairs, words);
    if (node === 0) return 0;
  }
  return kept(d, node);
}

/** How many states a set has, exactly. */
export function count(d: Diagrams, set: number): bigint {
  const known = new Map<number, bigint>([
    [0, 0n],
    [1, 1n],
  ]);
  const { data, offsets } = d;
  const countOf = (node: number): bigint => {
    const before = known.get(node);
    if (before !== undefined) return before;
    let sum = 0n;
    const at = offsets[node]!;
    for (let c = at + 2, last = at + 2 * data[at]!; c <= last; c += 2) sum += countOf(data[c]!);
    known.set(node, sum);
    return sum;
  };
  return countOf(set);
}

/** How many states a set has, as far as a double is exact; to compare and to limit. */
export function size(d: Diagrams, set: number): number {
  const known = new Map<number, number>([
    [0, 0],
    [1, 1],
  ]);
  const { data, offsets } = d;
  const countFrom = (node: number): number => {
    const before = known.get(node);
    if (before !== undefined) return before;
    let sum = 0;
    const at = offsets[node]!;
    for (let c = at + 2, last = at + 2 * data[at]!; c <= last; c += 2) sum += countFrom(data[c]!);
    known.set(node, sum);
    return sum;
  };
  return countFrom(set);
}

/** The nodes of a set by level; entry 0 is their number. */
export function nodesByLevel(d: Diagrams, set: number): number[] {
  const counts = Array.from({ length: d.levels + 1 }, () => 0);
  const { data, offsets } = d;
  let layer = set > 1 ? new Set([set]) : new Set<number>();
  for (let k = d.levels; k > 0 && layer.size > 0; k--) {
    counts[k] = layer.size;
    counts[0]! += layer.size;
    const below = new Set<number>();
    for (const node of layer) {
      const at = offsets[node]!;
      for (let c = at + 2, last = at + 2 * data[at]!; c <= last; c += 2) below.add(data[c]!);
    }
    layer = below;
  }
  return counts;
}

/** For each level, 1 for each local state that occurs in the set. */
export function occurring(d: Diagrams, set: number): Uint8Array[] {
  const isReached = d.domains.map((many) => new Uint8Array(many));
  const { data, offsets } = d;
  let layer = set > 1 ? new Set([set]) : new Set<number>();
  for (let k = d.levels; k > 0; k--) {
    const below = new Set<number>();
    for (const node of layer) {
      const at = offsets[node]!;
      for (let c = at + 1, last = at + 2 * data[at]!; c < last; c += 2) {
        isReached[k]![data[c]!] = 1;
        below.add(data[c + 1]!);
      }
    }
    layer = below;
  }
  return isReached;
}

/** Some state of a set that is not empty: local states by level. */
export function member(d: Diagrams, set: number): number[] {
  const locals = Array.from({ length: d.levels + 1 }, () => 0);
  let node = set;
  for (let k = d.levels; k > 0; k--) {
    const at = d.offsets[node]!;
    locals[k] = d.data[at + 1]!;
    node = d.data[at + 2]!;
  }
  return locals;
}

/** Whether a state, local states by level, is in a set. */
export function has(d: Diagrams, set: number, locals: ArrayLike<number>): boolean {
  const { data, offsets } = d;
  let node = set;
  for (let k = d.levels; k > 0 && node !== 0; k--) {
    const at = offsets[node]!;
    let below = 0;
    for (let c = at + 1, last = at + 2 * data[at]!; c < last; c += 2)
      if (data[c] === locals[k]) {
        below = data[c + 1]!;
        break;
      }
    node = below;
  }
  return node !== 0;
}

/** Calls `take` with each state of a set, local states by level; the array is written over. */
export function each(d: Diagrams, set: number, take: (locals: Int32Array) => void): void {
  const locals = new Int32Array(d.levels + 1);
  const { data, offsets } = d;
  const go = (k: number, node: number): void => {
    if (k === 0) return take(locals);
    const at = offsets[node]!;
    for (let c = at + 1, last = at + 2 * data[at]!; c < last; c += 2) {
      locals[k] = data[c]!;
      go(k - 1, data[c + 1]!);
    }
  };
  if (set !== 0) go(d.levels, set);
}
