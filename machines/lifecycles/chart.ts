import { setup } from 'xstate';
import type { Named } from './named.ts';

/** Where it goes, what happens, and by which symbol (of the chart's own file, or a whole source with its file). */
type Edge = readonly [target: string, says: string, by: string];
/** What the state is, by which symbol, its edges, and words for a waits-for cycle ("held by"). */
type Place = readonly [says: string, by: string, on?: Readonly<Record<string, Edge>>, waits?: string];
type EventsOf<S extends Readonly<Record<string, Place>>> = { [K in keyof S]: S[K][2] extends Readonly<Record<infer E, Edge>> ? E & string : never }[keyof S];

/**
 * A flat lifecycle of which every state and edge has its sentence and its source; the first state is the initial one.
 * @param file the source of all symbols that name no file of their own
 */
export function chart<const S extends Readonly<Record<string, Place>>>(id: string, file: string, states: S): Named<keyof S & string, EventsOf<S> & string> {
  const source = (by: string): string => (by.includes(': ') ? by : `${file}: ${by}`);
  return setup({ types: { events: {} as { type: string } } }).createMachine({
    id,
    initial: Object.keys(states)[0]!,
    states: Object.fromEntries(Object.entries(states).map(([name, [description, by, on = {}, waits]]) => [name, {
      description,
      meta: { source: source(by), ...(waits === undefined ? {} : { waits }) },
      on: Object.fromEntries(Object.entries(on).map(([event, [target, says, symbol]]) => [event, { target, reenter: target === name, description: says, meta: { source: source(symbol) } }])),
    }])),
  } as never) as unknown as Named<keyof S & string, EventsOf<S> & string>;
}
