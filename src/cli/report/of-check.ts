import { existsSync } from 'node:fs';
import { hazards } from '../../../machines/hazards/index.ts';
import { options, variants } from '../../../machines/options/index.ts';
import { inWords } from '../../check/waits.ts';
import { brokenByHanging } from '../../judge/hanging.ts';
import { neverPending, type Judgement } from '../../judge/judge.ts';
import { isDecided, verdictInWords } from '../../judge/outcome.ts';
import type { Remedies } from '../../judge/remedies.ts';
import { told, type Told } from '../../judge/told.ts';
import { exit, type Exit } from '../../text/exit.ts';
import { readJsonFile } from '../input/read-input.ts';
import { counted, listed } from '../../text/layout.ts';
import type { Asked, Law, Place, Problem } from './report.ts';

/**
 * A judged driver, what would help it, what has changed since a baseline, and the file in which it
 * is described.
 */
export type Judged = {
  readonly judgement: Judgement;
  readonly code: Exit;
  readonly remedies: Remedies;
  readonly changed: readonly string[];
  readonly file: string;
};

/** Where the words of a description stand. */
type Places = (path: readonly (string | number)[]) => Place;

const ownLaws: readonly Law[] = [
  { id: 'incomplete', says: 'The search ended before there was an answer.', file: null },
  { id: 'never-pending', says: 'A promise that is never due says nothing.', file: null },
  { id: 'expected', says: 'The verdict is the one that the description expects.', file: null },
  { id: 'changed', says: 'No verdict is another than before.', file: null },
];

/** Every clause, variant and hazard; what the judged systems promise and deny. */
export function lawsOfChecks(judgements: readonly Judged[]): Law[] {
  const described: Law[] = [
    ...options.flatMap(({ clauses }) => clauses),
    ...variants.map(({ clause }) => clause),
    ...hazards,
  ].map(({ name, says }) => ({ id: name, says: says.says, file: says.file }));

  const promised = judgements.flatMap(({ judgement: { program } }) =>
    [...program.promises, ...program.invariants].map(({ of: name, cite }): Law => ({
      id: name,
      says: cite?.says ?? `What ${name} says.`,
      file: cite?.file ?? null,
    })),
  );
  const laws = new Map<string, Law>();
  for (const law of [...promised, ...described, ...ownLaws])
    if (!laws.has(law.id)) laws.set(law.id, law);
  return [...laws.values()];
}

/** What is wrong with a judged driver: nothing where it is as expected. */
export function askedOfCheck(judged: Judged): Asked {
  const { judgement, code, remedies, changed, file } = judged;
  const { driver } = judgement.described;
  if (code === exit.asExpected) return { name: driver, problems: [] };

  const placeOf = placesIn(file);
  return {
    name: driver,
    problems: [
      ...unexpected(judgement, placeOf),
      ...brokenPromises(judgement, remedies, placeOf),
      ...brokenInvariants(judgement, placeOf),
      ...neverAsked(judgement, placeOf),
      ...incomplete(judged, placeOf),
      ...changed.map((line) => error('changed', `${driver}: ${line}`, placeOf([]))),
      ...culprits(judgement, remedies, placeOf),
    ],
  };
}

const error = (law: string, message: string, place: Place): Problem => ({
  law,
  level: 'error',
  message,
  place,
});

function unexpected({ described, answer }: Judgement, placeOf: Places): Problem[] {
  const { driver, expect = 'finite' } = described;
  if (expect === 'finite' || answer.verdict === expect) return [];
  const message = `${driver}: ${verdictInWords(answer)}; expected ${expect}`;
  return [error('expected', message, placeOf(['expect']))];
}

/**
 * One problem for each way in which promises are broken, at the words that would have to change.
 */
function brokenPromises(
  { described: { driver }, findings, hanging, alone }: Judgement,
  { helps }: Remedies,
  placeOf: Places,
): Problem[] {
  const field = helps.map(({ change }) => Object.keys(change)[0]!)[0];
  const place = placeOf(field === undefined ? [] : [field]);
  const words = helps.map(({ what }) => what);
  const would =
    words.length === 1
      ? 'This alone would make it finite'
      : 'Any one of these alone would make it finite';
  const help = words.length === 0 ? '' : ` ${would}: ${listed(words)}.`;

  const others =
    alone === null
      ? ''
      : ` It needs another driver that waits for fences in reclaim; by itself this one is ${alone}.`;
  const problem =
    (lead: string) =>
    (one: Told): Problem =>
      error(one.finding.of, `${driver}: ${lead}${brokenInWords(one)}.${others}${help}`, place);
  return [
    ...told(findings).map(problem('')),
    ...told(brokenByHanging(hanging)).map(problem('if the hardware hangs for ever: ')),
  ];
}

function brokenInWords({ finding, also }: Told): string {
  const { promise, verdict, waits } = finding;
  const others = also.map((other) => other.promise);
  const and = others.length === 0 ? '' : ` (and ${listed(others)})`;
  const cycle = waits === null || waits.chain.length === 0 ? '' : `: ${inWords(waits)}`;
  return `${promise}: ${verdict}${and}${cycle}`;
}

function brokenInvariants(
  { described: { driver }, program, assessment: { report, recovered } }: Judgement,
  placeOf: Places,
): Problem[] {
  const saysOf = (name: string): string =>
    program.invariants.find((invariant) => invariant.name === name)?.cite?.says ??
    'a forbidden state is reached';

  const broken = [...report.invariants, ...(recovered?.invariants ?? [])].filter(
    ({ holds }) => holds === false,
  );
  const names = new Map(broken.map(({ invariant, of }) => [invariant, of]));
  return [...names].map(([invariant, of]) =>
    error(of, `${driver}: ${invariant}: broken: ${saysOf(invariant)}`, placeOf([])),
  );
}

const neverAsked = (judgement: Judgement, placeOf: Places): Problem[] =>
  neverPending(judgement).map((name) =>
    error(
      'never-pending',
      `${judgement.described.driver}: ${name}: never pending: it is due in no state, so the result says nothing`,
      placeOf([]),
    ),
  );

/**
 * A search that ended early: an error where it leaves open what was asked, and otherwise a warning
 * beside what was found.
 */
function incomplete({ judgement, code }: Judged, placeOf: Places): Problem[] {
  const { described, answer, assessment } = judgement;
  if (answer.stopped === null || (isDecided(answer) && code !== exit.ranOut)) return [];

  const states = counted(assessment.report.states);
  const message = `${described.driver}: ${verdictInWords(answer)}: the search ended early, at ${states} states`;
  return [{ ...error('incomplete', message, placeOf([])), level: 'warning' }];
}

/** The words of the description that each alone make it bad. */
const culprits = ({ described }: Judgement, { helps }: Remedies, placeOf: Places): Problem[] =>
  helps.flatMap(({ what, change }) =>
    (['without', 'hazards', 'variants'] as const).flatMap((field): Problem[] => {
      const kept: readonly string[] | undefined = change[field];
      const before: readonly string[] = described[field] ?? [];
      const index = kept === undefined ? -1 : before.findIndex((name) => !kept.includes(name));
      if (index < 0) return [];
      return [
        {
          law: before[index]!,
          level: 'note',
          message: `${described.driver}: this alone would make it finite: ${what}.`,
          place: placeOf([field, index]),
        },
      ];
    }),
  );

/** Where the words of a description stand: in its file, if that is JSON; else at its beginning. */
function placesIn(file: string): Places {
  if (!file.endsWith('.json') || !existsSync(file)) return () => ({ file, line: 1, column: 1 });
  const { at } = readJsonFile(file);
  return (path) => ({ file, ...at(path) });
}
