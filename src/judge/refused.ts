import {
  holds,
  nextLocal,
  stateName,
  type Origin,
  type Program,
  type Step,
  type Some,
} from '../system/program.ts';
import { paragraph } from '../cli/layout.ts';
import { cited, textOf } from '../cli/check/run-text.ts';

/** One thing that a step asks: some part is in one of these states. */
export type Demand = { readonly some: Some; readonly text: string; readonly origin: Origin };

/** All that a step asks: its guards, then that its moves are taken. */
export const demands = (program: Program, { when, moves }: Step): Demand[] => [
  ...when,
  ...moves.map(({ part, event, origin }): Demand => {
    const { name, table } = program.parts[part]!;
    const { states, events } = program.tables[table]!;
    return {
      some: [
        {
          part,
          in: states.flatMap((_, local) =>
            nextLocal(program, part, event, local) >= 0 ? [local] : [],
          ),
        },
      ],
      text: `${name} to take '${events[event]!}'`,
      origin,
    };
  }),
];

/** What of it is not so in a state. */
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

/** @param at the local states in which a part is, wherever it is looked */
export const refusedJson = (
  program: Program,
  { some, text, origin }: Demand,
  at: (part: number) => readonly number[],
): RefusedJson => ({
  by: some.map(({ part }) => ({
    part: program.parts[part]!.name,
    isIn: at(part).map((local) => stateName(program, part, local)),
  })),
  needs: text,
  row: origin.row,
  clause: origin.clause,
  cite: textOf(origin),
});

/** `clause preempt/while-faulted` */
const whose = ({ clause, row }: Pick<RefusedJson, 'clause' | 'row'>): string =>
  clause !== null ? `clause ${clause}` : row !== null ? `row ${row}` : '';

/** Lines whose first begins at `indent`, and the others two further in. */
const hanging = (indent: string, text: string): string[] =>
  paragraph(`${indent}  `, text).map((line, at) => (at === 0 ? line.replace('  ', '') : line));

/** Who refuses, where it is, what was asked, and whose law that is. @param more stands behind each part @param said citations that need not be said again; grows */
export function refusalText(
  program: Program,
  refused: RefusedJson,
  indent: string,
  more: readonly string[] = [],
  said: Set<string> = new Set(),
): string[] {
  const title = (name: string): string =>
    program.parts.find((part) => part.name === name)?.title ?? name;
  const who = refused.by
    .map(({ part, isIn }, at) => `${title(part)} (${isIn.join(' or ')})${more[at] ?? ''}`)
    .join(', ');
  const from = whose(refused);
  const cite = cited(refused.cite, `${indent}  `);
  const again = said.has(cite.join('\n'));
  said.add(cite.join('\n'));
  return [
    ...hanging(
      indent,
      `refused by ${who}: it needs ${refused.needs}${from === '' ? '' : ` [${from}]`}`,
    ),
    ...(again ? [] : cite),
  ];
}
