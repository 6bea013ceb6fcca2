import { identifiersOf, type Identifiers } from './identifiers.ts';
import { coverOfStates, type Mealy } from './mealy.ts';
import { Trie } from './trie.ts';

/** A test suite, as sequences of inputs from the initial state. */
export type Tests = readonly (readonly number[])[];

/** How many sequences behind the state cover there may be before a suite is given up. */
export const mostSequences = 2_000_000;

/**
 * How many sequences a suite for so many extra states has at least: what is defined behind each
 * state, so many steps and one far.
 */
export function sequencesOf(machine: Mealy, extra: number): number {
  const { size, inputs, next } = machine;
  let far = new Float64Array(size).fill(1);
  let total = 0;
  for (let length = 0; length <= extra; length++) {
    const more = new Float64Array(size);
    for (let state = 0; state < size; state++)
      for (let input = 0; input < inputs; input++) {
        const to = next[state * inputs + input]!;
        if (to >= 0) more[state]! += far[to]!;
      }
    far = more;
    total = far.reduce((sum, count) => sum + count, 0);
  }
  return total;
}

/**
 * Where every state shows itself, after each input: for each state a shortest sequence to it, and
 * then every defined sequence of `extra + 1` inputs. Kills every machine of up to `size + extra`
 * states that is no machine of the same answers.
 * Source: M. P. Vasilevskii, Failure diagnosis of automata, 1973; T. S. Chow, Testing software
 * design modeled by finite-state machines, 1978; with the empty sequence for a characterisation
 * set, as states are seen.
 */
export function testsOfVisible(machine: Mealy, extra: number): Tests {
  const trie = new Trie();
  traverse(machine, extra, trie, () => undefined);
  return [...trie.tests()];
}

/**
 * Calls for every node that the suite must identify: behind the state cover, up to `extra + 1`
 * inputs far.
 */
function traverse(
  machine: Mealy,
  extra: number,
  trie: Trie,
  each: (node: number, state: number, chain: readonly (readonly [number, number])[]) => void,
): void {
  const { inputs, next } = machine;
  const begins = coverOfStates(machine).map((word) => trie.add(0, word));
  begins.forEach((node, state) => each(node, state, []));
  const go = (
    node: number,
    state: number,
    left: number,
    chain: readonly (readonly [number, number])[],
  ): void => {
    if (left === 0) return;
    for (let input = 0; input < inputs; input++) {
      const to = next[state * inputs + input]!;
      if (to < 0) continue;
      const at = trie.add(node, [input]);
      each(at, to, chain);
      go(at, to, left - 1, [...chain, [at, to]]);
    }
  };
  begins.forEach((node, state) => go(node, state, extra + 1, []));
}

/**
 * Where only answers are seen: the HSI method. Behind every sequence of the traversal set stand the
 * harmonised identifiers of the state that it leads to. Kills every machine of up to `size + extra`
 * states that answers differently anywhere.
 * Source: A. Petrenko, N. Yevtushenko, A. Lebedev and A. Das, 1993; G. Luo, A. Petrenko and G. v.
 * Bochmann, Selecting test sequences for partially-specified nondeterministic finite state
 * machines, 1994.
 * @param machine defined everywhere; no two states answer alike
 */
export function testsByIdentifiers(machine: Mealy, extra: number): Tests {
  const trie = new Trie();
  const { of } = identifiersOf(machine);
  traverse(machine, extra, trie, (node, state) => {
    for (const word of of[state]!) trie.add(node, word);
  });
  return [...trie.tests()];
}

/**
 * The same by the H method: two sequences that lead to different states are told apart by any word
 * that stands behind both, one that is there already if there is one. It suffices for every pair of
 * the state cover; of the state cover and the traversal set; and of the traversal set where one
 * begins the other.
 * Source: R. Dorofeeva, K. El-Fakih and N. Yevtushenko, An improved conformance testing method,
 * FORTE 2005, theorem 1.
 * @param machine defined everywhere; no two states answer alike
 */
export function testsByPairs(machine: Mealy, extra: number, perTest: number): Tests {
  const trie = new Trie();
  const identifiers = identifiersOf(machine);
  const begins = coverOfStates(machine).map((word) => trie.add(0, word));
  const part = (a: number, s: number, b: number, t: number): void => {
    if (s === t || isParted(machine, trie, [a, s], [b, t])) return;
    const word = cheapestWord(machine, trie, identifiers, [a, s], [b, t], perTest);
    trie.add(a, word);
    trie.add(b, word);
  };
  traverse(machine, extra, trie, (node, state, chain) => {
    begins.forEach((other, t) => part(node, state, other, t));
    for (const [other, t] of chain) part(node, state, other, t);
  });
  return [...trie.tests()];
}

/** A node of the tree of sequences, and the state to which its sequence leads. */
type At = readonly [node: number, state: number];

/** Whether a word stands behind both nodes to which the states answer differently. */
function isParted(machine: Mealy, trie: Trie, [a, s]: At, [b, t]: At): boolean {
  if (s === t) return false;
  const { inputs, next, done } = machine;
  const mine = trie.childrenOf(a);
  const other = trie.childrenOf(b);
  if (mine === null || other === null) return false;
  const [few, many] = mine.size <= other.size ? [mine, other] : [other, mine];
  for (const input of few.keys())
    if (many.has(input) && done[s * inputs + input] !== done[t * inputs + input]) return true;
  for (const input of few.keys()) {
    if (!many.has(input)) continue;
    const to: At = [mine.get(input)!, next[s * inputs + input]!];
    if (isParted(machine, trie, to, [other.get(input)!, next[t * inputs + input]!])) return true;
  }
  return false;
}

/** Of the words that tell two states apart, one that adds least: the tree's, or a single input. */
function cheapestWord(
  { inputs, done }: Mealy,
  trie: Trie,
  { between }: Identifiers,
  [a, s]: At,
  [b, t]: At,
  perTest: number,
): readonly number[] {
  let best = between(s, t);
  let least = trie.cost(a, best, perTest) + trie.cost(b, best, perTest);
  for (let input = 0; input < inputs; input++) {
    if (done[s * inputs + input] === done[t * inputs + input]) continue;
    const cost = trie.cost(a, [input], perTest) + trie.cost(b, [input], perTest);
    if (cost < least) [best, least] = [[input], cost];
  }
  return best;
}
