/** Who waits for whom, while both are unfinished: by slot of an object, and by name. */
export type Needs = {
    readonly of: Map<number, Map<string, Edge>>;
    edges: number;
};
export type Edge = {
    readonly from: string;
    readonly to: string;
    readonly key: string;
    readonly line: number;
};
export declare const needs: () => Needs;
export declare function need(needs: Needs, slot: number, edge: Edge): void;
/** The object has finished: it waits for nobody. */
export declare function drop(needs: Needs, slot: number): void;
/** The shortest cycle through `slot`, as the edges along it, or null. `slotOf` finds the waiting object behind what an edge points to. */
export declare function cycleThrough(needs: Needs, slot: number, slotsOf: (key: string) => readonly number[]): Edge[] | null;
