import type { Graph } from '../explore/graph.ts';
import { among, componentsOf } from './components.ts';

/** Actors by their fairness, as bits in words of 32: what the fair-cycle search knows of a program. */
export type Fairness = {
  /** Word and bit of each rule's actor. */
  readonly word: Uint8Array;
  readonly bit: Int32Array;
  readonly words: number;
  readonly weak: Int32Array;
  readonly strong: Int32Array;
};

/** `as`: the fairness of an actor, by its index; lets an assumption be dropped without a new search. */
export function fairness(graph: Graph, as: (actor: number) => 'none' | 'weak' | 'strong' = (a) => graph.program.actors[a]!.fair): Fairness {
  const { actors, rules } = graph.program;
  const words = Math.max(1, Math.ceil(actors.length / 32));
  const weak = new Int32Array(words);
  const strong = new Int32Array(words);
  actors.forEach((_, a) => {
    if (as(a) === 'weak') weak[a >>> 5]! |= 1 << (a & 31);
    if (as(a) === 'strong') strong[a >>> 5]! |= 1 << (a & 31);
  });
  return {
    words, weak, strong,
    word: Uint8Array.from(rules, ({ actor }) => actor >>> 5),
    bit: Int32Array.from(rules, ({ actor }) => 1 << (actor & 31)),
  };
}

/**
 * The states of `left`, ascending, that lie on some fair run which never leaves them, component by component; null if there is none.
 * A run may also stay for ever in a state in which no fair actor has an enabled rule. (Emerson and Lei's fair components; strong
 * fairness by taking away the states in which a starved actor is enabled, and asking again.)
 */
export function fairComponents(graph: Graph, left: Int32Array, fair: Fairness): Int32Array | null {
  const { size, first, to, by } = graph;
  const { words, weak, strong, word, bit } = fair;
  if (left.length === 0) return null;
  const place = new Int32Array(size).fill(-1);
  let answer: Int32Array | null = null;
  let found = 0;
  while (left.length > 0) {
    for (let node = 0; node < left.length; node++) place[left[node]!] = node;
    const scc = componentsOf(among(graph, left, place));
    const n = scc.count;
    const always = new Int32Array(n * words).fill(-1);
    const sometimes = new Int32Array(n * words);
    const fired = new Int32Array(n * words);
    const enabled = new Int32Array(words);
    for (let node = 0; node < left.length; node++) {
      const one = scc.of[node]!;
      const state = left[node]!;
      enabled.fill(0);
      for (let e = first[state]!, end = first[state + 1]!; e < end; e++) {
        const rule = by[e]!;
        const w = word[rule]!;
        const is = bit[rule]!;
        enabled[w]! |= is;
        // Once is enough for an actor; after that its edges need no look at where they lead.
        if ((fired[one * words + w]! & is) !== 0) continue;
        const next = place[to[e]!]!;
        if (next >= 0 && scc.of[next] === one) fired[one * words + w]! |= is;
      }
      for (let w = 0; w < words; w++) { always[one * words + w]! &= enabled[w]!; sometimes[one * words + w]! |= enabled[w]!; }
    }
    // 0: no fair run; 1: one through all of it; 2: perhaps one in what is left when starved strong actors are avoided.
    const kind = new Uint8Array(n);
    for (let one = 0; one < n; one++) {
      kind[one] = 1;
      for (let w = 0; w < words; w++) {
        const at = one * words + w;
        if ((always[at]! & weak[w]! & ~fired[at]!) !== 0) { kind[one] = 0; break; }
        if ((sometimes[at]! & strong[w]! & ~fired[at]!) !== 0) kind[one] = 2;
      }
    }
    let rest = 0;
    const name = new Int32Array(n).fill(-1);
    for (let node = 0; node < left.length; node++) {
      const one = scc.of[node]!;
      const state = left[node]!;
      place[state] = -1;
      if (kind[one] === 1) { answer ??= new Int32Array(size).fill(-1); if (name[one] === -1) name[one] = found++; answer[state] = name[one]!; }
      else if (kind[one] === 2) {
        let starved = false;
        for (let e = first[state]!; e < first[state + 1]!; e++) {
          const at = one * words + word[by[e]!]!;
          if ((bit[by[e]!]! & strong[word[by[e]!]!]! & ~fired[at]!) !== 0) { starved = true; break; }
        }
        if (!starved) left[rest++] = state;
      }
    }
    left = left.subarray(0, rest);
  }
  return answer;
}
