import type { Edges } from './edges.ts';
import { adopt, type Packing } from './packing.ts';
import { roomier } from './room.ts';

/**
 * A search under way, as far as it has come: what it needs to go on as if it had never stopped. All
 * arrays only ever grow at their ends.
 */
export type Snapshot = {
  /** States found, packed, `lanes` words each, in the order in which they were found. */
  readonly rows: Int32Array;
  readonly lanes: number;
  /** The breadth-first tree. */
  readonly parent: Int32Array;
  readonly via: Uint16Array;
  /** The edges of the expanded states, in compressed sparse rows. */
  readonly first: Uint32Array;
  readonly to: Int32Array;
  readonly by: Uint16Array;
  readonly deadlocks: number;
  readonly deadlock: number;
};

/** The part of a search of which a snapshot is taken. */
type Walk = {
  readonly packing: Packing;
  parent: Int32Array;
  via: Uint16Array;
  size: number;
  expanded: number;
  edgeCount: number;
  deadlocks: number;
  deadlock: number;
};

/** The arrays are those of the search, and good until it goes on. */
export function snapshotOf(walk: Walk, edges: Edges): Snapshot {
  const { size, expanded, deadlocks, deadlock, parent, via } = walk;
  const {
    set,
    layout: { lanes },
  } = walk.packing;
  return {
    rows: set.rows().subarray(lanes, (size + 1) * lanes),
    lanes,
    parent: parent.subarray(0, size),
    via: via.subarray(1, size + 1),
    ...edges.rows(expanded),
    deadlocks,
    deadlock,
  };
}

/**
 * Brings a search that has found the initial state to where a snapshot of it was taken.
 * @returns false where it is no snapshot of this search
 */
export function restore(walk: Walk, edges: Edges, from: Snapshot): boolean {
  const {
    set,
    layout: { lanes },
  } = walk.packing;
  const size = from.parent.length;
  if (from.lanes !== lanes || from.rows.length !== size * lanes || size < 1) return false;
  if (
    set
      .rows()
      .subarray(lanes, 2 * lanes)
      .some((word, lane) => word !== from.rows[lane])
  )
    return false;

  // A search never finds a state twice.
  if (!adopt(walk.packing, from.rows, 1, size)) return false;
  walk.parent = roomier(walk.parent, 1, size, Int32Array);
  walk.parent.set(from.parent);
  walk.via = roomier(walk.via, 2, size + 1, Uint16Array);
  walk.via.set(from.via.subarray(1), 2);
  edges.restore(from.first, from.to, from.by);
  edges.reserve(size, from.to.length);
  walk.size = size;
  walk.expanded = from.first.length - 1;
  walk.edgeCount = from.to.length;
  walk.deadlocks = from.deadlocks;
  walk.deadlock = from.deadlock;
  return true;
}
