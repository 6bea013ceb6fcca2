import type { Graph } from '../explore/graph.ts';
import { among, components, type Components, type Rows } from './components.ts';
import { often } from './pulse.ts';

/**
 * Actors by their fairness, as bits in words of 32: what the search for fair cycles knows of a
 * program.
 */
export type Fairness = {
  /** Word and bit of each step's actor. */
  readonly word: Uint16Array;
  readonly bit: Int32Array;
  readonly words: number;
  readonly weak: Int32Array;
  readonly strong: Int32Array;
};

/** Whether an actor is in a set of actors. */
export const hasActor = (set: Int32Array, actor: number): boolean =>
  (set[actor >>> 5]! & (1 << (actor & 31))) !== 0;

/**
 * The fairness of a program's actors.
 * @param as the fairness of an actor, by its index: lets an assumption be dropped without a new
 * search
 */
export function fairness(
  graph: Graph,
  as: (actor: number) => 'none' | 'weak' | 'strong' = (a) => graph.program.actors[a]!.fair,
): Fairness {
  const { actors, steps } = graph.program;
  const words = Math.max(1, Math.ceil(actors.length / 32));
  const weak = new Int32Array(words);
  const strong = new Int32Array(words);
  actors.forEach((_, a) => {
    if (as(a) === 'weak') weak[a >>> 5]! |= 1 << (a & 31);
    if (as(a) === 'strong') strong[a >>> 5]! |= 1 << (a & 31);
  });
  return {
    words,
    weak,
    strong,
    word: Uint16Array.from(steps, ({ actor }) => actor >>> 5),
    bit: Int32Array.from(steps, ({ actor }) => 1 << (actor & 31)),
  };
}

/**
 * For each state, the fair strongly connected component in which some fair run stays for ever
 * within `list`; -1 for other states, and null if there is no such component.
 * @param list states, ascending
 * @param place -1 for all states, and so again afterwards
 */
export function fairComponents(
  graph: Graph,
  list: Int32Array,
  fair: Fairness,
  place: Int32Array,
): Int32Array | null {
  const names = fairWithin(graph, list, fair, place, false);
  if (names === null) return null;
  const answer = new Int32Array(graph.size).fill(-1);
  list.forEach((state, node) => {
    answer[state] = names[node]!;
  });
  return answer;
}

/** Whether some fair run stays for ever within `list`, ascending. `place`: as above. */
export const fairRun = (
  graph: Graph,
  list: Int32Array,
  fair: Fairness,
  place: Int32Array,
): boolean => fairWithin(graph, list, fair, place, true) !== null;

/** How many states around one are looked at. */
const near = 256;

/**
 * Whether a fair run stays for ever among states whose `masks` have the `bit`, near the first of
 * them. If such a run exists, one is mostly found there; false does not mean that none exists.
 */
export function fairRunNear(
  graph: Graph,
  masks: Int32Array,
  bit: number,
  fair: Fairness,
  place: Int32Array,
): boolean {
  let from = 0;
  while (from < masks.length && (masks[from]! & bit) === 0) from++;
  return from < masks.length && fairRun(graph, around(graph, masks, bit, from, place), fair, place);
}

/**
 * The states that have the bit and are nearest to `from`, reached over states that have it;
 * ascending.
 */
function around(
  { first, to }: Graph,
  masks: Int32Array,
  bit: number,
  from: number,
  place: Int32Array,
): Int32Array {
  const queue = new Int32Array(near);
  let count = 1;
  queue[0] = from;
  place[from] = 0;
  for (let head = 0; head < count && count < near; head++) {
    const state = queue[head]!;
    for (let e = first[state]!; e < first[state + 1]! && count < near; e++) {
      const next = to[e]!;
      if (place[next] !== -1 || (masks[next]! & bit) === 0) continue;
      place[next] = 0;
      queue[count++] = next;
    }
  }
  for (let k = 0; k < count; k++) place[queue[k]!] = -1;
  return queue.subarray(0, count).sort();
}

/**
 * Names the fair component of each state of the list, -1 for none; null if there is no fair
 * component. Components are Emerson and Lei's; for strong fairness, the states in which a starved
 * actor is enabled are taken away, and it is asked again. A run may also stutter for ever in a
 * state in which no fair actor has an enabled step.
 * @param place -1 for all states, and so again afterwards
 * @param any one fair component is enough, and has no name
 */
function fairWithin(
  graph: Graph,
  list: Int32Array,
  fair: Fairness,
  place: Int32Array,
  any: boolean,
): Int32Array | null {
  const enabled = enabledIn(graph, list, fair);
  let rows = among(graph, list, place);
  /** For each node of the rows, its place in the list. */
  let own = numbered(list.length);
  let answer: Int32Array | null = null;
  let fairCount = 0;
  while (rows.size > 0) {
    const scc = components(rows);
    const weighed = weigh(rows, scc, own, enabled, fair);
    const names = new Int32Array(scc.count).fill(-1);
    for (let c = 0; c < scc.count; c++) if (weighed.kind[c] === fairly) names[c] = fairCount++;
    if (fairCount > 0) {
      answer ??= new Int32Array(list.length).fill(-1);
      if (any) return answer;
      for (let node = 0; node < rows.size; node++)
        if (names[scc.of[node]!]! >= 0) answer[own[node]!] = names[scc.of[node]!]!;
    }
    const kept = unstarved(rows, scc, own, enabled, fair, weighed);
    rows = among(rows, kept, new Int32Array(rows.size).fill(-1));
    own = picked(own, kept);
  }
  return answer;
}

function numbered(length: number): Int32Array {
  const numbers = new Int32Array(length);
  for (let n = 0; n < length; n++) numbers[n] = n;
  return numbers;
}

/** The entries of `from` at these places. */
function picked(from: Int32Array, places: Int32Array): Int32Array {
  const entries = new Int32Array(places.length);
  for (let k = 0; k < places.length; k++) entries[k] = from[places[k]!]!;
  return entries;
}

/** The kind of a component through all of which a fair run goes. */
const fairly = 1;
/** The kind of one that may have a fair run where its starved strong actors are disabled. */
const perhaps = 2;

type Weighed = {
  /** For each component: `fairly`, `perhaps`, or 0 where no fair run stays. */
  readonly kind: Uint8Array;
  /** For each component, the actors that act within it. */
  readonly fired: Int32Array;
};

/** The kind of each component, and the actors that act within it. */
function weigh(
  rows: Rows,
  scc: Components,
  own: Int32Array,
  enabled: Int32Array,
  fair: Fairness,
): Weighed {
  const { words, weak, strong } = fair;
  const fired = firedIn(rows, scc, fair);
  const always = new Int32Array(scc.count * words).fill(-1);
  const sometimes = new Int32Array(scc.count * words);
  for (let node = 0; node < rows.size; node++) {
    if ((node & often) === 0) rows.pulse?.();
    for (let w = 0; w < words; w++) {
      const here = enabled[own[node]! * words + w]!;
      const entry = scc.of[node]! * words + w;
      always[entry]! &= here;
      sometimes[entry]! |= here;
    }
  }
  const kind = new Uint8Array(scc.count).fill(fairly);
  for (let entry = 0; entry < always.length; entry++) {
    const c = Math.floor(entry / words);
    const w = entry % words;
    const idle = ~fired[entry]!;
    if ((always[entry]! & weak[w]! & idle) !== 0) kind[c] = 0;
    else if ((sometimes[entry]! & strong[w]! & idle) !== 0 && kind[c] === fairly) kind[c] = perhaps;
  }
  return { kind, fired };
}

/** For each component, the actors of which some step stays in it. */
function firedIn(
  { size, first, to, by, pulse }: Rows,
  scc: Components,
  { words, word, bit }: Fairness,
): Int32Array {
  const fired = new Int32Array(scc.count * words);
  for (let node = 0; node < size; node++) {
    if ((node & often) === 0) pulse?.();
    const c = scc.of[node]!;
    for (let e = first[node]!, end = first[node + 1]!; e < end; e++)
      if (scc.of[to[e]!] === c) fired[c * words + word[by[e]!]!]! |= bit[by[e]!]!;
  }
  return fired;
}

/**
 * The nodes of components of which perhaps a part is fair, without those in which a strongly fair
 * actor is enabled that never acts in the component.
 */
function unstarved(
  { size }: Rows,
  scc: Components,
  own: Int32Array,
  enabled: Int32Array,
  { words, strong }: Fairness,
  { kind, fired }: Weighed,
): Int32Array {
  const kept = new Int32Array(size);
  let count = 0;
  for (let node = 0; node < size; node++) {
    const c = scc.of[node]!;
    if (kind[c] !== perhaps) continue;
    let starved = 0;
    for (let w = 0; w < words; w++)
      starved |= enabled[own[node]! * words + w]! & strong[w]! & ~fired[c * words + w]!;
    if (starved === 0) kept[count++] = node;
  }
  return kept.subarray(0, count);
}

/** For each state of the list, `words` words: the actors that have an enabled step. */
function enabledIn(
  { first, by, pulse }: Graph,
  list: Int32Array,
  { words, word, bit }: Fairness,
): Int32Array {
  const enabled = new Int32Array(list.length * words);
  for (let node = 0; node < list.length; node++) {
    if ((node & often) === 0) pulse?.();
    for (let e = first[list[node]!]!, end = first[list[node]! + 1]!; e < end; e++)
      enabled[node * words + word[by[e]!]!]! |= bit[by[e]!]!;
  }
  return enabled;
}
