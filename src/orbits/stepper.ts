import { tableOf, type Program } from '../system/program.ts';
import type { Row } from './canonical.ts';

/** The successors of single states, by tables. */
export type Stepper = {
  /** The steps that a state enables, ascending, into `into`; gives how many. */
  enabled(row: Row, into: Int32Array): number;
  /** Writes the state after an enabled step into `after`. */
  fire(step: number, row: Row, after: Row): void;
};

/** A step as tables over local states. */
type Compiled = {
  /** For each guard, whether a local state of a part meets it. */
  readonly guards: readonly (readonly (readonly [part: number, meets: Uint8Array])[])[];
  /** For each move, the next local state, or -1. */
  readonly moves: readonly (readonly [part: number, next: Int32Array])[];
  readonly also: readonly (readonly [part: number, next: Int32Array])[];
};

/** A stepper for a program. */
export function stepperFor(program: Program): Stepper {
  const compiled = program.steps.map((step): Compiled => {
    const nexts = (part: number, event: number): readonly [number, Int32Array] => {
      const { states, events, next } = tableOf(program, part);
      return [part, Int32Array.from(states, (_, local) => next[local * events.length + event]!)];
    };
    return {
      guards: step.when.map(({ some }) =>
        some.map(({ part, in: locals }) => {
          const { states } = tableOf(program, part);
          const meets = Uint8Array.from(states, (_, local) => Number(locals.includes(local)));
          return [part, meets] as const;
        }),
      ),
      moves: step.moves.map(({ part, event }) => nexts(part, event)),
      also: step.also.map(({ part, event }) => nexts(part, event)),
    };
  });
  const byLocal = startingIn(program, compiled);
  return {
    enabled: (row, into) => {
      let count = 0;
      for (let part = 0; part < byLocal.length; part++)
        for (const step of byLocal[part]![row[part]!]!)
          if (isEnabled(compiled[step]!, row)) into[count++] = step;
      ascending(into, count);
      return count;
    },
    fire: (step, row, after) => {
      after.set(row);
      const { moves, also } = compiled[step]!;
      for (const [part, next] of moves) after[part] = next[row[part]!]!;
      for (const [part, next] of also) if (next[row[part]!]! >= 0) after[part] = next[row[part]!]!;
    },
  };
}

/** For each part and local state, the steps whose first move is accepted there. */
const startingIn = (
  program: Program,
  compiled: readonly Compiled[],
): readonly (readonly (readonly number[])[])[] =>
  program.parts.map((_, part) =>
    tableOf(program, part).states.map((__, local) =>
      compiled.flatMap(({ moves: [first] }, step) =>
        first !== undefined && first[0] === part && first[1][local]! >= 0 ? [step] : [],
      ),
    ),
  );

/** Sorts the first numbers of a list that is nearly sorted (insertion sort). */
function ascending(list: Int32Array, count: number): void {
  for (let k = 1; k < count; k++) {
    const entry = list[k]!;
    let place = k;
    for (; place > 0 && list[place - 1]! > entry; place--) list[place] = list[place - 1]!;
    list[place] = entry;
  }
}

/** Whether all guards hold and all moves are accepted. */
function isEnabled({ guards, moves }: Compiled, row: Row): boolean {
  for (const [part, next] of moves) if (next[row[part]!]! < 0) return false;
  for (const some of guards) {
    let holds = false;
    for (const [part, meets] of some) if (meets[row[part]!] === 1) holds = true;
    if (!holds) return false;
  }
  return true;
}
