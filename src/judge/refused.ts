import { hazards } from '../../machines/hazards/index.ts';
import {
  accepting,
  eventName,
  holds,
  stateName,
  type Origin,
  type Program,
  type Some,
  type Step,
} from '../system/program.ts';
import type { Cite } from '../system/vocabulary.ts';

/** One thing that a step asks: some part is in one of these states. */
export type Demand = { readonly some: Some; readonly text: string; readonly origin: Origin };

/** All that a step asks: its guards, then that its moves are taken. */
export const demands = (program: Program, { when, moves }: Step): Demand[] => [
  ...when,
  ...moves.map((move): Demand => {
    const { part, event, origin } = move;
    return {
      some: [{ part, in: accepting(program, move) }],
      text: `${program.parts[part]!.name} to take '${eventName(program, part, event)}'`,
      origin,
    };
  }),
];

/** The demands of a step that a state does not meet. */
export const refusedIn = (program: Program, step: Step, state: readonly number[]): Demand[] =>
  demands(program, step).filter(({ some }) => !holds(some, state));

/** A refusal as data. */
export type RefusedJson = {
  readonly by: readonly { readonly part: string; readonly isIn: readonly string[] }[];
  readonly needs: string;
  readonly row: string | null;
  readonly clause: string | null;
  readonly cite: Origin['cite'];
};

/**
 * Refusals as data.
 * @param localsOf the local states in which a part is, in all states that are looked at
 */
export const refusedJson = (
  program: Program,
  { some, text, origin }: Demand,
  localsOf: (part: number) => readonly number[],
): RefusedJson => ({
  by: some.map(({ part }) => ({
    part: program.parts[part]!.name,
    isIn: localsOf(part).map((local) => stateName(program, part, local)),
  })),
  needs: text,
  row: origin.row,
  clause: origin.clause,
  cite: citeOf(origin),
});

/** The text that a guard or move stands for: what it cites itself, or what its hazard says. */
export const citeOf = (origin: Origin | null): Cite | null =>
  origin?.cite ?? hazards.find(({ name }) => name === origin?.row)?.says ?? null;
