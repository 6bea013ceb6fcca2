/** Successors of some states, in the order in which they were found: states ascending, steps in declaration order. */
export type Batch = {
    /** Expansion stops once so many are there; one state more may still add one a step. */
    readonly room: number;
    /** States at most. */
    readonly most: number;
    /** Packed, `lanes` words each. */
    readonly rows: Int32Array;
    /** Linear hash, not yet mixed. */
    readonly hash: Int32Array;
    readonly step: Uint16Array;
    /** In the state set; `~i` where it equals the batch's successor i. */
    readonly number: Int32Array;
    /** The successors that are new, in order. */
    readonly fresh: Int32Array;
    /** One a state: where its successors end. */
    readonly end: Int32Array;
    /** `words` a state: its enabled steps, followed or not, one bit a step. */
    readonly enabled: Int32Array;
    /** One a state: how many those are, of this state and all before it in the batch. */
    readonly leaving: Int32Array;
};
/** Small enough for the caches and to be compiled early, large enough to have many memory accesses under way at once. */
export declare function batchOf(lanes: number, steps: number, room?: number, most?: number): Batch;
