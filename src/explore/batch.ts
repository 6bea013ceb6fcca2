/** Successors of some states, in the order in which they were found: states ascending, rules in declaration order. */
export type Batch = {
  /** Expansion stops once so many are there; one state more may still add one a rule. */
  readonly room: number;
  /** States at most. */
  readonly most: number;
  /** Packed, `lanes` words each. */
  readonly rows: Int32Array;
  /** Linear hash, not yet mixed. */
  readonly hash: Int32Array;
  readonly rule: Uint16Array;
  /** One a state: where its successors end. */
  readonly end: Int32Array;
};

/** Small enough for the second-level cache, large enough to have many memory accesses under way at once. */
export function batchOf(lanes: number, rules: number, room = 2048, most = 1024): Batch {
  const count = room + rules;
  return { room, most, rows: new Int32Array(count * lanes), hash: new Int32Array(count), rule: new Uint16Array(count), end: new Int32Array(most) };
}
