import type { Mealy } from '../../src/paths/faults/mealy.ts';

/** A machine of somebody who implements a specification; `label`: what is seen of a state, where states are seen. */
export type Implementation = {
  readonly size: number;
  readonly inputs: number;
  readonly next: Int32Array;
  readonly done: Uint8Array;
  readonly label: Int32Array | null;
};

/** Numbers from 0 to below 1, the same for the same seed. */
export function numbers(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The specification with `extra` copies of states, and everything that it leaves open refused. */
function copied(spec: Mealy, extra: readonly number[], seen: boolean): Implementation {
  const { size, inputs } = spec;
  const stateCount = size + extra.length;
  const next = new Int32Array(stateCount * inputs);
  const done = new Uint8Array(stateCount * inputs);
  const label = new Int32Array(stateCount);
  for (let state = 0; state < stateCount; state++) {
    const original = state < size ? state : extra[state - size]!;
    label[state] = original;
    for (let input = 0; input < inputs; input++) {
      const to = spec.next[original * inputs + input]!;
      next[state * inputs + input] = to < 0 ? state : to;
      done[state * inputs + input] = spec.done[original * inputs + input]!;
    }
  }
  return { size: stateCount, inputs, next, done, label: seen ? label : null };
}

/** Whether it answers as the specification does to everything that is defined. */
export function conforms(spec: Mealy, made: Implementation): boolean {
  const { inputs } = spec;
  const seen = new Set<number>([0]);
  const todo: [number, number][] = [[0, 0]];
  if (made.label !== null && made.label[0] !== 0) return false;
  for (let pair = todo.pop(); pair !== undefined; pair = todo.pop()) {
    const [s, i] = pair;
    for (let input = 0; input < inputs; input++) {
      const to = spec.next[s * inputs + input]!;
      if (to < 0) continue;
      const reached = made.next[i * inputs + input]!;
      if (made.done[i * inputs + input] !== spec.done[s * inputs + input]) return false;
      if (made.label !== null && made.label[reached] !== to) return false;
      const key = to * made.size + reached;
      if (seen.has(key)) continue;
      seen.add(key);
      todo.push([to, reached]);
    }
  }
  return true;
}

/** Whether some test sees a difference. */
export function killed(
  spec: Mealy,
  made: Implementation,
  tests: readonly (readonly number[])[],
): boolean {
  const { inputs } = spec;
  if (made.label !== null && made.label[0] !== 0) return true;
  return tests.some((test) => {
    let [s, i] = [0, 0];
    for (const input of test) {
      if (made.done[i * inputs + input] !== spec.done[s * inputs + input]) return true;
      s = spec.next[s * inputs + input]!;
      i = made.next[i * inputs + input]!;
      if (made.label !== null && made.label[i] !== s) return true;
    }
    return false;
  });
}

/** Every machine of so many states over the inputs, with answers, and labels where they are seen. */
export function* everyMachine(
  states: number,
  inputs: number,
  labels: number | null,
): Iterable<Implementation> {
  const cells = states * inputs;
  const perCell = states * 2;
  const labelings = labels === null ? 1 : labels ** states;
  for (let code = 0; code < perCell ** cells; code++) {
    const next = new Int32Array(cells);
    const done = new Uint8Array(cells);
    for (let cell = 0, left = code; cell < cells; cell++) {
      const one = left % perCell;
      left = Math.floor(left / perCell);
      next[cell] = one >> 1;
      done[cell] = one & 1;
    }
    for (let labeling = 0; labeling < labelings; labeling++) {
      const label =
        labels === null
          ? null
          : Int32Array.from(
              { length: states },
              (_, at) => Math.floor(labeling / labels ** at) % labels,
            );
      yield { size: states, inputs, next, done, label };
    }
  }
}

/**
 * A mutant with so many extra states: copies of states into which some ways lead, and one to three faults of an
 * answer, a next state, or
 * what is seen of a copy.
 */
export function mutant(spec: Mealy, extra: number, seen: boolean, seed: number): Implementation {
  const next = numbers(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const copies = Array.from({ length: extra }, () => below(spec.size));
  const made = copied(spec, copies, seen);
  const { size, inputs } = made;
  copies.forEach((of, at) => {
    // The ways into the original: some lead to the copy.
    const ways = [...made.next.keys()].filter((cell) => made.next[cell] === of);
    for (const cell of ways) if (next() < 0.5) made.next[cell] = spec.size + at;
  });
  const faults = 1 + below(3);
  for (let n = 0; n < faults; n++) {
    // Half of them where an extra state is, so that it matters.
    const state = extra > 0 && next() < 0.5 ? spec.size + below(extra) : below(size);
    const cell = state * inputs + below(inputs);
    if (next() < 0.3) made.done[cell]! ^= 1;
    else made.next[cell] = below(size);
  }
  return made;
}
