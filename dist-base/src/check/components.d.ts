/** Strongly connected components; successors' components have lower numbers. */
export type Components = {
    /** Component of each state. */
    readonly of: Int32Array;
    readonly count: number;
};
/** Edges in compressed rows: those of node n are `to[first[n]]` up to `to[first[n + 1]]`, by the steps of `by`. */
export type Rows = {
    readonly size: number;
    readonly first: Uint32Array;
    readonly to: Int32Array;
    readonly by: Uint16Array;
};
/** The edges among the nodes of `list`, numbered anew by their place in it. `place`: -1 for all nodes, and so again afterwards. */
export declare function among({ first, to, by }: Rows, list: Int32Array, place: Int32Array): Rows;
/** Tarjan's algorithm without recursion, over the edges whose step is `allowed` (all, if null). A graph of states is rows, too. */
export declare function components({ size, first, to, by }: Rows, allowed?: Uint8Array | null): Components;
