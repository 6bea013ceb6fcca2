import { kept, nodeOfRow, operation, recall, remember, tidy, type Diagrams } from './diagrams.ts';
import { spread, unspread, type Relations } from './relations.ts';
import { intersectionAt, unionAt } from './sets.ts';

/**
 * Closure under some relations by saturation (Ciardo, Lüttgen, Siminiceanu): each node is closed
 * under all that happens at its level and below before the level above sees it.
 */
export type Closure = {
  readonly r: Relations;
  /** Numbers of the operations: this one and the three after it. */
  readonly op: number;
  /**
   * By level, by local state: pairs of target and relation below, of all relations that begin
   * there.
   */
  readonly arcs: readonly (readonly Int32Array[])[];
  /** By level: 1 if any relation begins there. */
  readonly busy: Uint8Array;
};

/** The closure under these relations; the identity adds nothing, nor does what relates nothing. */
export function closureOf(r: Relations, by: readonly number[]): Closure {
  const lists = r.d.domains.map((many) => Array.from({ length: many }, (): number[] => []));
  const busy = new Uint8Array(lists.length);
  for (const id of new Set(by)) {
    if (id < 2) continue;
    const level = r.level[id]!;
    busy[level] = 1;
    r.arcs[id]!.forEach((pairs, local) => lists[level]![local]!.push(...pairs));
  }
  const arcs = lists.map((at) => at.map((pairs) => Int32Array.from(pairs)));
  return { r, op: operation(r.d, 4), arcs, busy };
}

/** The least set with `from` in it that is closed under the relations. */
export function close(c: Closure, from: number): number {
  const { d } = c.r;
  kept(d, from);
  return kept(d, saturate(c, d.levels, from));
}

/**
 * The least set with `from` in it that is closed under the relations within `within`.
 * @param from a part of `within`
 */
export function closeWithin(c: Closure, from: number, within: number): number {
  const { d } = c.r;
  kept(d, from);
  kept(d, within);
  return kept(d, saturateWithin(c, d.levels, from, within));
}

function saturate(c: Closure, k: number, node: number): number {
  if (node === 0 || k === 0) return node;
  const { d } = c.r;
  const known = recall(d, c.op, node, 0, 0);
  if (known >= 0) return known;
  const row = d.rows.grow[k]!;
  const places = d.rows.grown[k]!;
  const { growing } = d.rows;
  for (let a = 0, many = d.data[d.offsets[node]!]!; a < many; a++) {
    const at = d.offsets[node]! + 1 + 2 * a;
    const local = d.data[at]!;
    row[local] = saturate(c, k - 1, d.data[at + 1]!);
    places[growing[k]!++] = local;
  }
  return remember(d, c.op, node, 0, 0, settle(c, k, null));
}

/** Puts all local states of the row into the queue; how many. */
function enqueue({ rows }: Diagrams, k: number): number {
  const count = rows.growing[k]!;
  const places = rows.grown[k]!;
  const queue = rows.queue[k]!;
  const queued = rows.queued[k]!;
  for (let t = 0; t < count; t++) {
    queue[t] = places[t]!;
    queued[places[t]!] = 1;
  }
  return count;
}

/** Takes the row out, as a node. */
function taken(d: Diagrams, k: number): number {
  const { grow, grown, growing } = d.rows;
  const count = growing[k]!;
  // The row is empty before the store is asked for room: where there is none, nothing stays in it.
  growing[k] = 0;
  return nodeOfRow(d, grow[k]!, grown[k]!, count);
}

/**
 * Closes the row of level k, whose children are closed, under what begins at this level.
 * @param may the row whose children bound those of the row; null where nothing does
 */
function settle(c: Closure, k: number, may: Int32Array | null): number {
  const { d } = c.r;
  if (c.busy[k] === 0) return taken(d, k);
  const arcs = c.arcs[k]!;
  const row = d.rows.grow[k]!;
  const places = d.rows.grown[k]!;
  const queue = d.rows.queue[k]!;
  const queued = d.rows.queued[k]!;
  const { growing } = d.rows;
  let head = 0;
  let tail = enqueue(d, k);
  while (head !== tail) {
    tidy(d);
    const local = queue[head]!;
    if (++head === queue.length) head = 0;
    queued[local] = 0;
    const pairs = arcs[local]!;
    for (let t = 0; t < pairs.length; t += 2) {
      const to = pairs[t]!;
      const bound = may === null ? -1 : may[to]!;
      // Full already: nothing below needs to be looked at.
      if (bound === 0 || row[to] === bound) continue;
      const more =
        bound < 0
          ? follow(c, k - 1, row[local]!, pairs[t + 1]!)
          : followWithin(c, k - 1, row[local]!, bound, pairs[t + 1]!);
      if (more === 0) continue;
      const both = unionAt(d, k - 1, row[to]!, more);
      if (both === row[to]) continue;
      if (row[to] === 0) places[growing[k]!++] = to;
      row[to] = both;
      if (queued[to] === 1) continue;
      queued[to] = 1;
      queue[tail] = to;
      if (++tail === queue.length) tail = 0;
    }
  }
  return taken(d, k);
}

/** Where a relation leads from a closed node, closed again. */
function follow(c: Closure, k: number, node: number, by: number): number {
  if (node === 0 || by === 1) return node;
  const { r } = c;
  const { d } = r;
  const known = recall(d, c.op + 1, node, 0, by);
  if (known >= 0) return known;
  const row = d.rows.grow[k]!;
  const places = d.rows.grown[k]!;
  const { growing } = d.rows;
  const arcs = r.level[by]! < k ? null : r.arcs[by]!;
  for (let a = 0, many = d.data[d.offsets[node]!]!; a < many; a++) {
    const at = d.offsets[node]! + 1 + 2 * a;
    const local = d.data[at]!;
    const child = d.data[at + 1]!;
    if (arcs === null) {
      const more = follow(c, k - 1, child, by);
      if (more !== 0) {
        row[local] = more;
        places[growing[k]!++] = local;
      }
      continue;
    }
    const pairs = arcs[local]!;
    for (let t = 0; t < pairs.length; t += 2) {
      const more = follow(c, k - 1, child, pairs[t + 1]!);
      if (more === 0) continue;
      const to = pairs[t]!;
      if (row[to] === 0) places[growing[k]!++] = to;
      row[to] = unionAt(d, k - 1, row[to]!, more);
    }
  }
  return remember(d, c.op + 1, node, 0, by, settle(c, k, null));
}

function saturateWithin(c: Closure, k: number, node: number, within: number): number {
  if (node === 0 || within === 0) return 0;
  if (node === within || k === 0) return node;
  const { d } = c.r;
  const known = recall(d, c.op + 2, node, within, 0);
  if (known >= 0) return known;
  const { growing, begun } = d.rows;
  const row = d.rows.grow[k]!;
  const places = d.rows.grown[k]!;
  const may = d.rows.within[k]!;
  begun[k] = node;
  spread(d, within, may);
  for (let a = 0, many = d.data[d.offsets[node]!]!; a < many; a++) {
    const at = d.offsets[node]! + 1 + 2 * a;
    const local = d.data[at]!;
    const closed = saturateWithin(c, k - 1, d.data[at + 1]!, may[local]!);
    if (closed === 0) continue;
    row[local] = closed;
    places[growing[k]!++] = local;
  }
  const result = settle(c, k, may);
  unspread(d, within, may);
  remember(d, c.op + 2, node, within, 0, result);
  // Not before: a number that is given back and given again would stand in the cache for another set.
  begun[k] = 0;
  return result;
}

/**
 * Where a relation leads from a node within another, closed again. Also after the identity: the
 * node was closed within a constraint of its own, and what comes here may be led on by this one.
 */
function followWithin(c: Closure, k: number, node: number, within: number, by: number): number {
  if (node === 0 || within === 0) return 0;
  const { r } = c;
  const { d } = r;
  if (by === 1) return saturateWithin(c, k, intersectionAt(d, k, node, within), within);
  const known = recall(d, c.op + 3, node, within, by);
  if (known >= 0) return known;
  const { growing } = d.rows;
  const row = d.rows.grow[k]!;
  const places = d.rows.grown[k]!;
  const may = d.rows.within[k]!;
  spread(d, within, may);
  const arcs = r.level[by]! < k ? null : r.arcs[by]!;
  for (let a = 0, many = d.data[d.offsets[node]!]!; a < many; a++) {
    const at = d.offsets[node]! + 1 + 2 * a;
    const local = d.data[at]!;
    const child = d.data[at + 1]!;
    if (arcs === null) {
      const more = followWithin(c, k - 1, child, may[local]!, by);
      if (more !== 0) {
        row[local] = more;
        places[growing[k]!++] = local;
      }
      continue;
    }
    const pairs = arcs[local]!;
    for (let t = 0; t < pairs.length; t += 2) {
      const to = pairs[t]!;
      const more = followWithin(c, k - 1, child, may[to]!, pairs[t + 1]!);
      if (more === 0) continue;
      if (row[to] === 0) places[growing[k]!++] = to;
      row[to] = unionAt(d, k - 1, row[to]!, more);
    }
  }
  const result = settle(c, k, may);
  unspread(d, within, may);
  return remember(d, c.op + 3, node, within, by, result);
}
