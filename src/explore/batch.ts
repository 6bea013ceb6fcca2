/**
 * Successors of some states, in the order in which they were found: states ascending, steps in
 * declaration order.
 */
export type Batch = {
  /** Expansion stops once there are so many; the last state may still add one for each step. */
  readonly room: number;
  /** How many states are expanded at most. */
  readonly most: number;
  /** The successors, packed, `lanes` words each. */
  readonly rows: Int32Array;
  /** The linear hash of each successor, not yet mixed. */
  readonly hash: Int32Array;
  /** The step that led to each successor. */
  readonly step: Uint16Array;
  /**
   * The number of each successor in the state set; `~i` where it equals the batch's successor i.
   */
  readonly number: Int32Array;
  /** The successors that are new, in order. */
  readonly fresh: Int32Array;
  /** For each expanded state, where its successors end. */
  readonly end: Int32Array;
  /** For each expanded state, `words` words: its enabled steps, followed or not, one bit each. */
  readonly enabled: Int32Array;
  /**
   * For each expanded state, how many steps are enabled in it and in those before it in the batch.
   */
  readonly leaving: Int32Array;
};

/**
 * The default sizes are small enough for the caches and to be compiled early, and large enough to
 * have many memory accesses under way at once.
 */
export function batchOf(lanes: number, steps: number, room = 512, most = 256): Batch {
  const count = room + steps;
  return {
    room,
    most,
    rows: new Int32Array(count * lanes),
    hash: new Int32Array(count),
    step: new Uint16Array(count),
    number: new Int32Array(count),
    fresh: new Int32Array(count),
    end: new Int32Array(most),
    enabled: new Int32Array(most * Math.ceil(steps / 32)),
    leaving: new Int32Array(most),
  };
}
