import type { Batch } from './batch.ts';
/** The edges of the states expanded so far, in compressed rows: those of state s are `first[s]` up to `first[s + 1]`, in step order. */
export type Edges = {
    readonly count: () => number;
    readonly bytes: () => number;
    /** What `bytes()` would be with so many states and edges, counting the old arrays that are copied from. */
    readonly bytesFor: (states: number, edges: number) => number;
    /** Makes room. @throws RangeError where there is no memory; the edges are as they were. */
    readonly reserve: (states: number, edges: number) => void;
    /**
     * Adds the rows of the batch's states `from` up to `until`, the first of which is state `at`; their followed successors have their
     * numbers. A step that was not followed leads where its twin leads, taken in the other order: see `Deltas.keep`.
     * @param parent and @param via the breadth-first tree; `via` is numbered from 1
     */
    readonly write: (batch: Batch, from: number, until: number, at: number, parent: Int32Array, via: Uint16Array) => void;
    /** The rows of `size` states. */
    readonly done: (size: number, expanded: number) => {
        readonly first: Uint32Array;
        readonly to: Int32Array;
        readonly by: Uint16Array;
    };
};
/** `words`: of enabled steps, one bit a step. */
export declare function edgesOf(words: number): Edges;
