import type { Graph } from '../../explore/graph.ts';
import type { Step } from '../../system/program.ts';

/**
 * A system as a deterministic machine with inputs and answers (Mealy): an input asks for a step,
 * the answer says whether it was done. A step that is refused leaves the system where it is. Inputs
 * that nobody may ask for in a state are undefined there.
 */
export type Mealy = {
  readonly size: number;
  readonly inputs: number;
  /** `state * inputs + input` to state; -1: undefined. State 0 is the initial one. */
  readonly next: Int32Array;
  /** The same: 1 done, 0 refused. */
  readonly done: Uint8Array;
};

/**
 * The machine of a whole graph. Its inputs are the steps of the program, in their order.
 * @param asked whether a step that is refused in a state may be asked for there
 */
export function mealyOf(
  graph: Graph,
  asked: (step: Step, state: readonly number[]) => boolean,
): Mealy {
  const { size, first, to, by } = graph;
  const { steps } = graph.program;
  const inputs = steps.length;
  const next = new Int32Array(size * inputs).fill(-1);
  const done = new Uint8Array(size * inputs);
  const locals: number[] = [];
  for (let state = 0; state < size; state++) {
    for (let e = first[state]!; e < first[state + 1]!; e++) {
      next[state * inputs + by[e]!] = to[e]!;
      done[state * inputs + by[e]!] = 1;
    }
    graph.locals(state, locals);
    for (let input = 0; input < inputs; input++) {
      const at = state * inputs + input;
      if (done[at] === 0 && asked(steps[input]!, locals)) next[at] = state;
    }
  }
  return { size, inputs, next, done };
}

/**
 * A machine without two states that answer alike, and of each state of the other the one that
 * stands for it.
 */
export type Reduced = { readonly machine: Mealy; readonly of: Int32Array };

/**
 * States that answer alike for ever are one. The machine must be defined everywhere.
 * Source: E. F. Moore, Gedanken-experiments on sequential machines, 1956: partitions are refined
 * until they stay.
 */
export function reduced(machine: Mealy): Reduced {
  const { size, inputs, next, done } = machine;
  let blockOf: Int32Array = new Int32Array(size);
  for (let count = 0; ;) {
    const names = new Map<string, number>();
    const finer = new Int32Array(size);
    for (let state = 0; state < size; state++) {
      let key = `${blockOf[state]!}`;
      for (let input = 0; input < inputs; input++) {
        const at = state * inputs + input;
        key += `,${blockOf[next[at]!]! * 2 + done[at]!}`;
      }
      let name = names.get(key);
      if (name === undefined) names.set(key, (name = names.size));
      finer[state] = name;
    }
    blockOf = finer;
    if (names.size === count) break;
    count = names.size;
  }
  const classes = Math.max(...blockOf) + 1;
  const machineOf: Mealy = {
    size: classes,
    inputs,
    next: new Int32Array(classes * inputs),
    done: new Uint8Array(classes * inputs),
  };
  for (let state = 0; state < size; state++) {
    for (let input = 0; input < inputs; input++) {
      machineOf.next[blockOf[state]! * inputs + input] = blockOf[next[state * inputs + input]!]!;
      machineOf.done[blockOf[state]! * inputs + input] = done[state * inputs + input]!;
    }
  }
  return { machine: machineOf, of: blockOf };
}

/** For each state a shortest sequence of inputs that leads there. */
export function coverOfStates({ size, inputs, next }: Mealy): readonly (readonly number[])[] {
  const cover: (readonly number[] | undefined)[] = Array.from({ length: size });
  cover[0] = [];
  const queue = [0];
  for (const state of queue) {
    for (let input = 0; input < inputs; input++) {
      const to = next[state * inputs + input]!;
      if (to < 0 || cover[to] !== undefined) continue;
      cover[to] = [...cover[state]!, input];
      queue.push(to);
    }
  }
  return cover as readonly (readonly number[])[];
}
