import { tabulate, type Lts } from '../lts/tabulate.ts';
import { Misuse } from '../system/misuse.ts';
import type { ObjectKind } from './vocabulary.ts';

/**
 * A lifecycle over sets of states: bit n is state n. What an object may be is a number, and a
 * transition is one look-up.
 */
export type StateSets = {
  readonly name: string;
  readonly kind: ObjectKind;
  readonly lts: Lts;
  readonly width: number;
  readonly all: number;
  readonly finished: number;
  /**
   * `transition[(event << width) | set]`: where it may be afterwards; 0 is refused. Events that
   * this log never shows may have happened in between.
   */
  transition: Uint16Array;
  /** The same if any event at all may be missing before it. */
  readonly lossy: Uint16Array;
  /** A set, and everything that unseen events lead to. */
  widen: Uint16Array;
  readonly widenLossy: Uint16Array;
};

const widest = 12;

/** The tables of a lifecycle over sets of states. @throws Misuse for more than 12 states */
export function stateSets(name: string, kind: ObjectKind): StateSets {
  const lts = tabulate(kind.lifecycle);
  const width = lts.states.length;
  if (width > widest) throw new Misuse(`${name}: ${width} states, expected ${widest} at most`);
  const events = lts.events.map((_, event) => event);
  const set = (names: readonly string[]): number =>
    names.reduce((bits, state) => {
      const members = lts.places[state];
      if (members === undefined) throw new Misuse(`${name}: no state '${state}'`);
      return members.reduce((sum, member) => sum | (1 << member), bits);
    }, 0);
  const known = (event: string): void => {
    if (!lts.events.includes(event)) throw new Misuse(`${name}: no event '${event}'`);
  };
  for (const { event, in: states } of kind.refusals) {
    known(event);
    set(states);
  }
  for (const event of [
    ...(kind.stages?.queued ?? []),
    ...(kind.stages?.running ?? []),
    ...(kind.stages?.done ?? []),
    ...(kind.rises?.events ?? []),
    ...(kind.mostlyRises ?? []),
  ])
    known(event);
  const widenLossy = widening(lts, events);
  return {
    name,
    kind,
    lts,
    width,
    all: (1 << width) - 1,
    finished: set(kind.finished),
    transition: stepping(lts, widening(lts, events)),
    lossy: stepping(lts, widenLossy),
    widen: widening(lts, events),
    widenLossy,
  };
}

/** States by name as a set. */
export const setOf = ({ lts }: StateSets, names: readonly string[]): number =>
  names.reduce(
    (bits, state) => lts.places[state]!.reduce((sum, member) => sum | (1 << member), bits),
    0,
  );
/** The names of the states in a set. */
export const namesOf = ({ lts }: StateSets, set: number): string[] =>
  lts.states.filter((_, state) => (set >> state) & 1);

/** From now on only `silent` events may happen unseen. */
export function silence(sets: StateSets, silent: readonly number[]): void {
  sets.widen = widening(sets.lts, silent);
  sets.transition = stepping(sets.lts, sets.widen);
}

/** By set: everything that these events can lead to from it, the set itself included. */
function widening({ states, events, next }: Lts, silent: readonly number[]): Uint16Array {
  const single = states.map((_, from) => {
    let reached = 1 << from;
    for (const todo = [from]; todo.length > 0;) {
      const state = todo.pop()!;
      for (const event of silent) {
        const after = next[state * events.length + event]!;
        if (after >= 0 && ((reached >> after) & 1) === 0) {
          reached |= 1 << after;
          todo.push(after);
        }
      }
    }
    return reached;
  });
  return overSets(states.length, single);
}

/** By event and set: where it may be afterwards, if unseen events may have come before. */
function stepping({ states, events, next }: Lts, widen: Uint16Array): Uint16Array {
  const width = states.length;
  const table = new Uint16Array(events.length << width);
  events.forEach((_, event) => {
    const single = states.map((_, state) => {
      let after = 0;
      for (let from = 0; from < width; from++) {
        const to = (widen[1 << state]! >> from) & 1 ? next[from * events.length + event]! : -1;
        if (to >= 0) after |= 1 << to;
      }
      return after;
    });
    table.set(overSets(width, single), event << width);
  });
  return table;
}

/** A function of states taken to sets of them. */
function overSets(width: number, single: readonly number[]): Uint16Array {
  const table = new Uint16Array(1 << width);
  for (let set = 1; set < table.length; set++) {
    const lowest = 31 - Math.clz32(set & -set);
    table[set] = table[set & (set - 1)]! | single[lowest]!;
  }
  return table;
}
