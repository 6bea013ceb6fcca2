import { setup } from 'xstate';
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
export const state = <const S extends State>(...what: S): S => what;

/**
 * A flat lifecycle of which every state and edge has its sentence and its source; the first state is the initial one.
 * @param file the source of all symbols that name no file of their own
 */
export function chart<const S extends States>(
  id: string,
  file: string,
  states: S,
): Named<keyof S & string, EventsOf<S> & string> {
  const source = (by: string): string => (by.includes(': ') ? by : `${file}: ${by}`);

  const edge = (from: string, { target, description, meta }: Edge) => ({
    target,
    reenter: target === from,
    description,
    meta: { source: source(meta.source) },
  });

  const node = (name: string, [description, by, on = {}, waits]: State) => ({
    description,
    meta: { source: source(by), ...(waits === undefined ? {} : { waits }) },
    on: Object.fromEntries(Object.entries(on).map(([event, leads]) => [event, edge(name, leads)])),
  });

  return setup({ types: { events: {} as { type: string } } }).createMachine({
    id,
    initial: Object.keys(states)[0]!,
    states: Object.fromEntries(Object.entries(states).map(([name, of]) => [name, node(name, of)])),
  } as never) as unknown as Named<keyof S & string, EventsOf<S> & string>;
}
