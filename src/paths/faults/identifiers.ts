import type { Mealy } from './mealy.ts';

/** A set of states and a sequence to which not all of them answer alike; children by answer. */
type Node = {
  readonly states: readonly number[];
  readonly parent: number;
  word: readonly number[] | null;
};

/**
 * Harmonised state identifiers: for every two states a sequence that is in the identifiers of both
 * and to which they answer differently. They are the words of a splitting tree: the states of a
 * node share its word, which tells some of them apart.
 * Source: D. Lee and M. Yannakakis, Testing finite-state machines: state identification and
 * verification, 1994 (the tree); A. Petrenko, N. Yevtushenko, A. Lebedev and A. Das,
 * Nondeterministic state machines in protocol conformance testing, 1993 (harmonised identifiers).
 */
export type Identifiers = {
  /** By state: the words that identify it. */
  readonly of: readonly (readonly (readonly number[])[])[];
  /** The word that tells two states apart. */
  readonly between: (one: number, other: number) => readonly number[];
};

/** The identifiers of a machine. @param machine defined everywhere; no two states answer alike */
export function identifiersOf(machine: Mealy): Identifiers {
  const { size } = machine;
  const nodes: Node[] = [
    { states: Array.from({ length: size }, (_, state) => state), parent: -1, word: null },
  ];
  const leaf = new Int32Array(size);
  const open = new Set(size > 1 ? [0] : []);
  while (open.size > 0) {
    let split = false;
    for (const place of Array.from(open)) {
      const word = wordFor(machine, nodes, leaf, nodes[place]!.states);
      if (word === null) continue;
      split = true;
      open.delete(place);
      const whole = extended(machine, nodes[place]!.states, word);
      nodes[place]!.word = whole;
      for (const states of byAnswer(machine, nodes[place]!.states, whole)) {
        const child = nodes.push({ states, parent: place, word: null }) - 1;
        for (const state of states) leaf[state] = child;
        if (states.length > 1) open.add(child);
      }
    }
    if (!split) throw new Error('two states answer alike');
  }
  const path = (state: number): number[] => {
    const up: number[] = [];
    for (let at = nodes[leaf[state]!]!.parent; at >= 0; at = nodes[at]!.parent) up.push(at);
    return up;
  };
  const between = (one: number, other: number): readonly number[] =>
    nodes[lowestCommon(nodes, leaf[one]!, leaf[other]!)]!.word!;
  const of = Array.from({ length: size }, (_, state) => path(state).map((at) => nodes[at]!.word!));
  return { of, between };
}

/**
 * A word to which not all these states answer alike: one input, or one input and the word of where
 * the successors part.
 */
function wordFor(
  { inputs, next, done }: Mealy,
  nodes: readonly Node[],
  leaf: Int32Array,
  states: readonly number[],
): readonly number[] | null {
  let best: readonly number[] | null = null;
  for (let input = 0; input < inputs; input++) {
    const answer = done[states[0]! * inputs + input]!;
    if (states.some((state) => done[state * inputs + input] !== answer)) return [input];
    let common = leaf[next[states[0]! * inputs + input]!]!;
    let part = false;
    for (const state of states) {
      const to = leaf[next[state * inputs + input]!]!;
      if (to === common) continue;
      common = lowestCommon(nodes, common, to);
      part = true;
    }
    const word = part ? nodes[common]!.word : null;
    if (word !== null && (best === null || word.length + 1 < best.length)) best = [input, ...word];
  }
  return best;
}

/** Inputs of a word at most: beyond it a further word is cheaper. */
const longest = 40;

/**
 * The word made longer while one more input tells more of the states apart: as what is refused
 * leaves a state where it is, a long word tells many apart, and each state needs fewer of them.
 */
function extended(
  machine: Mealy,
  states: readonly number[],
  word: readonly number[],
): readonly number[] {
  const { inputs, next } = machine;
  const made = [...word];
  let groups = [...byAnswer(machine, states, word)].map((group) =>
    group.map((state) => endOf(machine, state, word)),
  );
  while (made.length < longest) {
    let best = -1;
    let most = 0;
    for (let input = 0; input < inputs; input++) {
      const gain = gainOf(machine, groups, input);
      if (gain > most) [best, most] = [input, gain];
    }
    if (best < 0) break;
    made.push(best);
    groups = groups
      .flatMap((group) => [...byAnswer(machine, group, [best])])
      .map((group) => [...new Set(group.map((state) => next[state * inputs + best]!))]);
  }
  return made;
}

/** How many more groups an input makes, less what it brings together for ever. */
function gainOf(
  { inputs, next, done }: Mealy,
  groups: readonly (readonly number[])[],
  input: number,
): number {
  let gain = 0;
  for (const group of groups) {
    if (group.length < 2) continue;
    const ends = new Set<number>();
    let answered = 0;
    for (const state of group) {
      const at = state * inputs + input;
      answered += done[at]!;
      ends.add(next[at]! * 2 + done[at]!);
    }
    if (answered > 0 && answered < group.length)
      gain += Math.min(answered, group.length - answered);
    gain -= group.length - ends.size;
  }
  return gain;
}

/** The state to which a word leads. */
function endOf({ inputs, next }: Mealy, from: number, word: readonly number[]): number {
  let state = from;
  for (const input of word) state = next[state * inputs + input]!;
  return state;
}

const depths = new WeakMap<readonly Node[], number[]>();
/** How far a node is from the root. */
function depthOf(nodes: readonly Node[], wanted: number): number {
  let known = depths.get(nodes);
  if (known === undefined) depths.set(nodes, (known = [0]));
  for (let node = known.length; node < nodes.length; node++)
    known.push(known[nodes[node]!.parent]! + 1);
  return known[wanted]!;
}

/** The lowest node that is above both nodes, or is one of them. */
function lowestCommon(nodes: readonly Node[], one: number, other: number): number {
  let [a, b] = [one, other];
  while (a !== b) {
    if (depthOf(nodes, a) >= depthOf(nodes, b)) a = nodes[a]!.parent;
    else b = nodes[b]!.parent;
  }
  return a;
}

/** What a state answers to a word, as text. */
function answersOf({ inputs, next, done }: Mealy, from: number, word: readonly number[]): string {
  let state = from;
  let text = '';
  for (const input of word) {
    text += done[state * inputs + input]!;
    state = next[state * inputs + input]!;
  }
  return text;
}

/** The states in groups that answer a word alike. */
function byAnswer(
  machine: Mealy,
  states: readonly number[],
  word: readonly number[],
): Iterable<number[]> {
  const groups = new Map<string, number[]>();
  for (const state of states) {
    const key = answersOf(machine, state, word);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [state]);
    else group.push(state);
  }
  return groups.values();
}
