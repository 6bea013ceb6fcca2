import { bytesOf, roomier } from './room.ts';
import type { StateSet } from './state-set.ts';

/**
 * A set of states whose hashes are all different and below `domain`: an entry for each state that
 * there might be, and no index. Where edges are kept, the entry is the number of the state; else it
 * is one bit. docs/internals/packing.md says when it is taken.
 */
export type ExactSet = StateSet & {
  /** The entries; a sweep writes bits into them. */
  readonly entries: Int32Array;
  /** Tells that a sweep has added states, up to so many, and where their rows are. */
  readonly swept: (count: number, rows: Int32Array) => void;
  /** Lets go of the entries, which are elsewhere now: only a sweep adds states from here on. */
  readonly letGo: () => void;
};

/** Bytes of the entries of an exact set. */
export const exactBytes = (domain: number, numbered: boolean): number =>
  numbered ? 4 * domain : 4 * Math.ceil(domain / 32);

/**
 * Whether the entries take so little, or will be so well filled, that an exact set is smaller or
 * faster than an index.
 * @param todo how many of the states are not expanded: while there are many, many more will come
 */
export function isWorthExact(
  domain: number,
  { states, todo }: { readonly states: number; readonly todo: number },
  numbered: boolean,
): boolean {
  const bytes = exactBytes(domain, numbered);
  const expected = states + toCome * todo;
  return domain <= 2 ** 32 && (bytes <= always || bytes <= bytesPerState * expected);
}

/** Entries this small cost no more than the first index. */
const always = 2 ** 16;
/** An index has five to ten bytes a state and is slower; what was expected may not come. */
const bytesPerState = 24;
/** Breadth-first search is wide in its middle: so many come for each that is not expanded. */
const toCome = 4;

/**
 * An exact set.
 * @param numbered whether successors get the numbers of their states: `number` is not written, if not
 * @throws RangeError where there is no memory
 */
export function exactSet(lanes: number, domain: number, numbered: boolean): ExactSet {
  const store: Store = {
    lanes,
    rows: new Int32Array(1025 * lanes),
    entries: new Int32Array(exactBytes(domain, numbered) / 4),
    count: 0,
    settled: 0,
  };
  return {
    get entries() {
      return store.entries;
    },
    swept: (count, rows) => {
      store.count = count;
      store.rows = rows;
    },
    letGo: () => {
      store.entries = new Int32Array(0);
    },
    count: () => store.count,
    rows: () => store.rows,
    bytes: () => (store.count + 1) * lanes * 4 + exactBytes(domain, numbered),
    bytesFor: (states) =>
      bytesOf(store.rows, (store.count + 1) * lanes, (states + 1) * lanes) +
      exactBytes(domain, numbered),
    reserve: (states) => {
      const used = (store.count + 1) * lanes;
      store.rows = roomier(store.rows, used, (states + 1) * lanes, Int32Array);
    },
    probe: () => {
      store.settled = 0;
    },
    intern: (batch, until) => {
      const before = store.count;
      if (numbered) number(store, batch, until);
      else mark(store, batch, until);
      store.settled = until;
      return store.count - before;
    },
  };
}

type Store = {
  readonly lanes: number;
  rows: Int32Array;
  entries: Int32Array;
  count: number;
  settled: number;
};
type Successors = Parameters<StateSet['intern']>[0];

/** Gives successors from `settled` up to `until` the numbers of their states. */
function number(
  store: Store,
  { rows: next, hash, number, fresh }: Successors,
  until: number,
): void {
  const { lanes, rows, entries, count, settled } = store;
  let given = count;
  for (let i = settled; i < until; i++) {
    const slot = hash[i]! >>> 0;
    let is = entries[slot]!;
    if (is === 0) {
      fresh[given - count] = i;
      is = ++given;
      entries[slot] = is;
      for (let lane = 0; lane < lanes; lane++) rows[is * lanes + lane] = next[i * lanes + lane]!;
    }
    number[i] = is;
  }
  store.count = given;
}

/** Marks the states of successors from `settled` up to `until`, and numbers the new ones. */
function mark(store: Store, { rows: next, hash, fresh }: Successors, until: number): void {
  const { lanes, rows, entries, count, settled } = store;
  let given = count;
  for (let i = settled; i < until; i++) {
    const key = hash[i]!;
    const bit = 1 << (key & 31);
    const word = entries[key >>> 5]!;
    if ((word & bit) !== 0) continue;
    entries[key >>> 5] = word | bit;
    fresh[given - count] = i;
    given++;
    for (let lane = 0; lane < lanes; lane++) rows[given * lanes + lane] = next[i * lanes + lane]!;
  }
  store.count = given;
}
