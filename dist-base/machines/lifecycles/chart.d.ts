import type { Named } from './named.ts';
import type { Edge } from './to.ts';
type Edges = Readonly<Record<string, Edge>>;
/** What the state is, by which symbol, its edges, and words for a waits-for cycle ("held by"). */
type State = readonly [says: string, by: string, on?: Edges, waits?: string];
type States = Readonly<Record<string, State>>;
type EventsOf<S extends States> = {
    [K in keyof S]: S[K][2] extends Readonly<Record<infer E, Edge>> ? E & string : never;
}[keyof S];
/** A state of a chart: a sentence about it, the symbol that makes it so, its edges by event. */
export declare const state: <const S extends State>(...what: S) => S;
/**
 * A flat lifecycle of which every state and edge has its sentence and its source; the first state is the initial one.
 * @param file the source of all symbols that name no file of their own
 */
export declare function chart<const S extends States>(id: string, file: string, states: S): Named<keyof S & string, EventsOf<S> & string>;
export {};
