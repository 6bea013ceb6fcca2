/**
 * From a conformance to the data of a suite in C: paths, the place of every part after each step,
 * and what must be answered there.
 */
import type { Conformance, Refused } from '../../../machines/conformance/index.ts';
import { refusal, type Program, type Step } from '../../../src/system/program.ts';
import { refusedAt, type AtRest, type RestEdge } from '../../../src/paths/at-rest.ts';
import { pathsOf } from './paths.ts';

/** A suite in C, and how much of its system it covers. */
export type Suite = {
  readonly id: string;
  /** As KUnit has it. */
  readonly name: string;
  readonly header: string;
  /** The C file that puts the adapter, the table and the player together. */
  readonly source: string;
  readonly states: number;
  readonly edges: number;
  readonly paths: number;
  readonly steps: number;
  /** Pairs of a state and a refused call, by what is done about them. */
  readonly refusals: {
    readonly no: number;
    readonly other: number;
    readonly standing: number;
    readonly undefined: number;
  };
  readonly answers: number;
  readonly forks: readonly string[];
  readonly missed: number;
  /** How far the paths go: every edge, or less where the system is too big. */
  readonly cover: 'edges' | 'transitions' | 'steps';
  /** Runs after which everybody is let go. */
  readonly rests: number;
};

const word = (text: string): string => text.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_|_$/g, '');
const indices = (name: string): readonly number[] =>
  [...name.matchAll(/\[(.*?)\]/g)].flatMap(([, text]) => (text ?? '').split(',')).map(Number);
const text = (words: readonly string[]): string =>
  words.map((each) => JSON.stringify(each)).join(', ');

const placeOf = (program: Program, state: readonly number[], part: number): string =>
  program.tables[program.parts[part]!.table]!.states[state[part]!]!;

function below(program: Program, state: readonly number[], when: Refused['when']): boolean {
  return Object.entries(when ?? {}).every(([name, wanted]) => {
    const part = program.parts.findIndex((each) => each.name === name);
    if (part < 0) throw new Error(`There is no part ${name}.`);
    const place = placeOf(program, state, part);
    const fits = (above: string): boolean =>
      place === above || (place.startsWith(above) && /^[.{]/.test(place.slice(above.length)));
    return [wanted].flat().some(fits);
  });
}

/**
 * What is done about a refused call: the first entry that fits. `other` fits only where one of its
 * steps can be made with the same numbers.
 */
export function answerTo(
  conformance: Conformance,
  program: Program,
  rest: AtRest,
  step: Step,
  state: readonly number[],
): Refused {
  const entries = conformance.refused[step.of];
  if (entries === undefined)
    throw new Error(`${conformance.id}: nothing is said of where ${step.of} is refused.`);
  const mine = indices(step.name).join();
  const made = ({ steps = [] }: Refused): boolean =>
    rest.calls.some((call) => {
      const numbers = indices(call.name);
      const sameNumbers = numbers.join() === mine || mine === '' || numbers.length === 0;
      return steps.includes(call.of) && sameNumbers && refusal(program, call, state) === null;
    });
  const fits = entries.find(
    (entry) => below(program, state, entry.when) && (entry.as !== 'other' || made(entry)),
  );
  return fits ?? { as: 'undefined', why: 'no other answer of the call is a step here' };
}

type Answer = readonly [call: string, answer: string];
function standingAnswers(
  { standing, answers }: Conformance,
  program: Program,
  state: readonly number[],
): readonly Answer[] {
  const partOf = (name: string): number => program.parts.findIndex((part) => part.name === name);
  const asked = answers?.((name) => placeOf(program, state, partOf(name))) ?? [];
  if (standing === undefined) return asked;
  const { leave } = standing;
  const part = partOf(standing.part);
  const { events, next } = program.tables[program.parts[part]!.table]!;
  const local = state[part]!;
  const stays = events.filter(
    (event, column) =>
      event.includes('=') && !(event in leave) && next[local * events.length + column] === local,
  );
  const told = stays.map((event): Answer => {
    const [call = '', answer = ''] = event.split('=');
    return [call, answer];
  });
  return [...told, ...asked];
}

/** The name of a suite in KUnit. */
export const nameOf = ({ id, prefix = 'finite_fence' }: Conformance): string => `${prefix}_${id}`;
const sourceOf = (conformance: Conformance): string =>
  [
    '// SPDX-License-Identifier: GPL-2.0',
    ...Object.entries(conformance.defines ?? {}).map(
      ([name, value]) => `#define ${name} ${JSON.stringify(value)}`,
    ),
    `#include "${conformance.adapter}"`,
    `#include "${conformance.id}.gen.h"`,
    '#include "play.h"',
    `FF_SUITE(${nameOf(conformance)})`,
    '',
  ].join('\n');

/** The suite of a conformance. */
export function suiteOf(conformance: Conformance): Suite {
  const program = conformance.program();
  const { rest, cover, tours, rests } = pathsOf(conformance, program);
  const steps = [...new Set(rest.calls.map((call) => call.of))];
  const places = [...new Set(program.parts.flatMap((part) => program.tables[part.table]!.states))];
  const tries = rest.states.map((state) =>
    refusedAt(program, rest, state).map(
      (step) => [step, answerTo(conformance, program, rest, step, state)] as const,
    ),
  );
  const counted = (as: Refused['as']): number =>
    tries.flat().filter(([, answer]) => answer.as === as).length;
  const answers = rest.states.map((state) => standingAnswers(conformance, program, state));
  const calls = [...new Set(answers.flatMap((asked) => asked.map(([call]) => call)))];
  const texts = ['', ...new Set(answers.flatMap((asked) => asked.map(([, answer]) => answer)))];
  const expected = answers.map((asked) =>
    calls.map((call) => texts.indexOf(asked.find(([name]) => name === call)?.[1] ?? '')),
  );
  const stepOf = (step: Step): string => {
    const [i = 0, k = -1] = indices(step.name);
    return `${steps.indexOf(step.of)}, ${i}, ${k}`;
  };
  const refusedSteps = tries.map((tried) =>
    tried.filter(([, { as }]) => as === 'no').map(([step]) => step),
  );

  const lines = [
    '/* SPDX-License-Identifier: GPL-2.0 */',
    `/* Made from the model: ${conformance.title}. Program ${program.digest}. Do not edit. */`,
    `#define FF_PARTS ${program.parts.length}`,
    `#define FF_ANSWERS ${calls.length}`,
    `static const char *const ff_parts[] = { ${text(program.parts.map(({ name }) => name))} };`,
    `static const char *const ff_step_names[] = { ${text(steps)} };`,
    `static const char *const ff_calls[] = { ${text([...calls, ''])} };`,
    `static const char *const ff_texts[] = { ${text(texts)} };`,
    `static const char *const ff_places[] = { ${text(places)} };`,
    'static const u16 ff_states[][FF_PARTS] = {',
    ...rest.states.map(
      (state) =>
        `\t{ ${program.parts.map((_, part) => places.indexOf(placeOf(program, state, part))).join(', ')} },`,
    ),
    '};',
    'static const u8 ff_expected[][FF_ANSWERS + 1] = {',
    ...expected.map((row) => `\t{ ${[...row, 0].join(', ')} },`),
    '};',
    '/* What must be refused in each state. */',
    'static const struct ff_refused ff_refused[] = {',
    ...refusedSteps.flatMap((refused) =>
      refused.length === 0 ? [] : [`\t${refused.map((step) => `{ ${stepOf(step)} },`).join(' ')}`],
    ),
    '\t{ 0, 0, 0 },',
    '};',
    'static const unsigned int ff_refused_at[] = {',
    `\t${refusedSteps.reduce<number[]>((ends, refused) => [...ends, ends.at(-1)! + refused.length], [0]).join(', ')}`,
    '};',
    ...tours.flatMap(([name, { paths }]) => tableOf(name, paths, conformance.ends ?? [], stepOf)),
    ...(rests === null ? [] : tableOf('rest', rests.paths, conformance.ends ?? [], stepOf)),
    ...(rests === null ? [] : [`#define FF_RESTS ${rests.hangs ? 'FF_HANGS' : 'FF_ENDS'}`]),
    ...(cover === 'edges' ? ['#define FF_EVERY_EDGE'] : []),
  ];
  const longestTour = tours.at(-1)![1];
  return {
    id: conformance.id,
    name: nameOf(conformance),
    header: `${lines.join('\n')}\n`,
    source: sourceOf(conformance),
    states: rest.states.length,
    edges: rest.edges.length,
    paths: longestTour.paths.length,
    steps: longestTour.paths.flat().length,
    refusals: {
      no: counted('no'),
      other: counted('other'),
      standing: counted('standing'),
      undefined: counted('undefined'),
    },
    answers: answers.flat().length,
    forks: rest.forks,
    missed: longestTour.missed,
    cover,
    rests: rests?.paths.length ?? 0,
  };
}

function tableOf(
  name: string,
  paths: readonly (readonly RestEdge[])[],
  ends: readonly string[],
  stepOf: (step: Step) => string,
): string[] {
  // A wait is told by which step it will end, so that it knows how long to wait.
  const later = (path: readonly RestEdge[], index: number): number => {
    const end = path.slice(index + 1).find(({ step }) => ends.includes(step.of));
    return end === undefined ? 0 : ends.indexOf(end.step.of) + 1;
  };
  const steps = paths.map(
    (path) =>
      `\t${path.map((edge, index) => `{ ${stepOf(edge.step)}, ${edge.to}, ${later(path, index)} },`).join(' ')}`,
  );
  let first = 0;
  const rows = paths.map((path) => {
    first += path.length;
    return `\t{ ${first - path.length}, ${path.length} },`;
  });
  return [
    `static const struct ff_step ff_${word(name)}_steps[] = {`,
    ...steps,
    '};',
    `static const struct ff_path ff_${word(name)}_paths[] = {`,
    ...rows,
    '};',
  ];
}
