import type { Described } from '../../../machines/description/description.ts';
import type { Use } from '../../../machines/uses/use.ts';
import type { Litmus } from '../../../src/litmus/litmus.ts';
import type { Option, Row, Step, Where } from '../../../src/system/vocabulary.ts';
import { sourceNote } from '../sources.ts';
import { anchor, cell, code, front, opened, sourced, table, to } from './markdown.ts';
import { toRule } from './rules.ts';

const quote = (says: { readonly file: string; readonly says: string }): string =>
  `> ${cell(says.says)}\n>\n> ${sourced(says.file, says.says)}`;

const guards = (where: Where<never>): string =>
  Object.entries(where as Record<string, string | readonly string[]>)
    .map(([part, states]) => `${code(part)} in ${[states].flat().map(code).join(' or ')}`)
    .join(', ');
const eventsOf = (moves: object): string =>
  Object.entries(moves as Record<string, string>)
    .map(([part, event]) => `${code(part)} takes ${code(event)}`)
    .join(', ');
const cited = (cite: { readonly file: string; readonly says: string } | undefined): string =>
  cite === undefined ? '' : `${sourced(cite.file, cite.says)}: ${cell(cite.says)}`;

/** Options and their clauses, each with the sentence that it stands for and what it does to the steps. */
export function optionsPage(
  options: readonly Option[],
  uses: readonly Use[],
  hazards: readonly Option[],
  tests: readonly Asking[],
  group: string,
): string {
  const title = 'Options, uses, clauses, hazards';
  const optionText = (option: Option): string[] => [
    `## ${option.name}`,
    '',
    quote(option.says),
    '',
    ...askedWith(option.name, 'options', tests),
    clausesText(option, '###'),
  ];
  const useText = (use: Use): string[] => [
    `### ${use.name}`,
    '',
    cell(use.about),
    '',
    quote(use.says),
    '',
    ...askedWith(use.name, 'uses', tests),
    clausesText(use, '####'),
    ...(use.mistakes.length === 0 ? [] : [hazardTable(use.mistakes), '']),
  ];
  return [
    front(title, group),
    `# ${title}`,
    '',
    'The documented ways out of the deadlock, best first. Each is a list of clauses. Leaving a ' +
      'clause out removes its constraint and nothing else: what it ruled out may then happen ' +
      'at any moment.',
    '',
    ...options.flatMap(optionText),
    '## Uses',
    '',
    'What a driver uses besides jobs and page faults: rows that are joined with those of the ' +
      'core. Its rules can be left out like the clauses of an option; its mistakes are hazards.',
    '',
    ...uses.flatMap(useText),
    '## Hazards',
    '',
    'What the documents forbid or warn of, whatever a driver uses.',
    '',
    hazardTable(hazards),
    '',
  ].join('\n');
}

/** A litmus test with what it asks, perhaps of a driver. */
type Asking = Litmus & { readonly asks: object };

/** Litmus tests of drivers that take an option or have a use: the rules that they cite, and the first to open. */
function askedWith(name: string, list: 'options' | 'uses', tests: readonly Asking[]): string[] {
  const having = tests.filter(({ asks }) =>
    ((asks as Partial<Record<typeof list, readonly string[]>>)[list] ?? []).includes(name),
  );
  const [first] = having;
  if (first === undefined) return [];
  const rules = [...new Set(having.flatMap(({ cites }) => cites))].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  const shown = having.slice(0, 6).map((test) => to('litmus', test.name));
  const more = having.length > shown.length ? ` and ${having.length - shown.length} more` : '';
  return [
    `Rules that its litmus tests cite: ${rules.map(toRule).join(', ')}. Litmus tests: ${shown.join(', ')}${more}. ` +
      `${opened('litmus', [first.name, first.twin], 'Open the first beside its twin')}.`,
    '',
  ];
}

function clausesText(option: Option, level: string): string {
  const clauseText = (clause: Option['clauses'][number]): string =>
    [
      `${level} ${clause.name}`,
      '',
      cell(clause.about ?? ''),
      '',
      quote(clause.says),
      '',
      ...effectsOf(clause).map((effect) => `- ${effect}`),
      '',
    ].join('\n');
  return option.clauses.map(clauseText).join('\n');
}

/** What a clause does to the steps of a system. */
function effectsOf(clause: Option['clauses'][number]): string[] {
  const entries = (of: object | undefined): [string, object][] => Object.entries(of ?? {});
  return [
    ...(clause.adds ?? []).map(({ name }) => `adds the step ${code(name)}`),
    ...(clause.forbids ?? []).map((name) => `forbids the step ${code(name)}`),
    ...entries(clause.requires).map(
      ([name, where]) => `requires of ${code(name)}: ${guards(where as Where<never>)}`,
    ),
    ...entries(clause.moves).map(([name, moves]) => `in ${code(name)}: ${eventsOf(moves)}`),
    ...entries(clause.also).map(
      ([name, moves]) => `in ${code(name)}, if it is possible: ${eventsOf(moves)}`,
    ),
    ...(clause.separates ?? []).map((part) => `keeps the part ${code(part)} apart`),
  ];
}

function hazardTable(hazards: readonly Option[]): string {
  const row = ({ name, clauses: [clause], says }: Option): string[] => [
    code(name),
    cell(clause?.about ?? ''),
    `${cell(says.says)} (${sourced(says.file, says.says)})`,
  ];
  return table(['hazard', 'what is done', 'the sentence'], hazards.map(row));
}

/** A place for links where TypeDoc calls the heading something else than its name. */
const placed = (name: string): string[] =>
  anchor(name) === name ? [] : [`<span id="${anchor(name)}"></span>`, ''];

/** Every step of these rows: who does it, what moves, what it needs, its source. */
export function stepsPage(title: string, rows: readonly Row[], group: string): string {
  const cells = (step: Step): string[] => [
    `${code(step.name)}<br>${cell(step.actor)}`,
    [
      eventsOf(step.moves),
      step.also === undefined ? '' : `if it is possible: ${eventsOf(step.also)}`,
      step.when === undefined ? '' : `needs ${guards(step.when as Where<never>)}`,
      step.atomic === undefined ? '' : `one step by ${cell(step.atomic)}`,
    ]
      .filter((text) => text !== '')
      .join('<br>'),
    cited(step.cite),
  ];
  return [
    front(title, group),
    `# ${title}`,
    '',
    'A step is one atomic transition of the whole system, in which several parts take an event ' +
      'together: all its moves happen, or none. The actor that takes it stands below its name.',
    '',
    sourceNote,
    '',
    ...rows
      .filter(
        ({ steps, promises, invariants }) =>
          steps.length + (promises ?? []).length + (invariants ?? []).length > 0,
      )
      .flatMap((row) => [
        `## ${row.name}`,
        '',
        ...placed(row.name),
        ...(row.steps.length === 0
          ? []
          : [table(['step', 'does', 'source'], row.steps.map(cells)), '']),
        ...(row.promises ?? []).flatMap(({ name, pending, cite }) => [
          `Promise **${cell(name)}**: owed while ${guards(pending as Where<never>)}. ${cited(cite)}`,
          '',
        ]),
        ...(row.invariants ?? []).flatMap(({ name, never, cite }) => [
          `Never (**${cell(name)}**): ${guards(never as Where<never>)}. ${cited(cite)}`,
          '',
        ]),
      ]),
  ].join('\n');
}

/** What each shipped driver does, and where that stands. */
export function driversPage(drivers: readonly Described[], group: string): string {
  return [
    front('Drivers', group),
    '# Drivers',
    '',
    'What each driver that comes with this package does, with the source of each choice. ' +
      'A fact that nobody has established is unknown: every alternative is searched, and the ' +
      'worst verdict is reported.',
    '',
    ...drivers.flatMap((driver) => {
      const { cites = {}, about = '', driver: name, $schema: _, ...facts } = driver;
      return [
        `## ${cell(name)}`,
        '',
        `${cell(about)} ${opened('driver', [name], 'Open it in the playground')}.`,
        '',
        table(
          ['fact', 'value'],
          Object.entries(facts).map(([key, value]) => [
            code(key),
            code(typeof value === 'object' ? JSON.stringify(value) : String(value)),
          ]),
        ),
        '',
        table(
          ['choice', 'source', 'what it says'],
          Object.entries(cites).map(([key, { file, says }]) => [
            code(key),
            sourced(file, says),
            cell(says),
          ]),
        ),
        '',
      ];
    }),
  ].join('\n');
}

/** Links that open a litmus test in the playground, alone and beside its twin. */
const openedInPlayground = (name: string, twin: string): string =>
  [opened('litmus', [name], 'open'), opened('litmus', [name, twin], 'beside its twin')].join(' · ');

/** The gallery: every question with its expected answer, beside its twin. */
export function litmusPage(
  families: readonly (readonly [title: string, tests: readonly Litmus[]])[],
  group: string,
): string {
  const seen = new Set<string>();
  const cells = ({ name, about, cites, expect, twin }: Litmus): string[] => {
    const id = seen.has(name) ? '' : ` id="${anchor(name)}"`;
    seen.add(name);
    const named = new Map<string, string[]>();
    for (const [name, verdict] of [
      ...(expect.broken ?? []).map((what) => [what, 'broken'] as const),
      ...Object.entries(expect.promises ?? {}),
    ])
      named.set(verdict, [...(named.get(verdict) ?? []), name]);
    const answer = [expect.verdict, ...named.keys()].filter(
      (verdict, at, all) => all.indexOf(verdict) === at,
    );
    return [
      [
        `<span${id}>${code(name)}</span>`,
        `twin: ${to('litmus', twin)}`,
        openedInPlayground(name, twin),
      ].join('<br>'),
      [
        cell(about),
        cites.map(toRule).join(', '),
        ...(expect.cycle === undefined ? [] : [cell(expect.cycle)]),
      ].join('<br>'),
      answer
        .map(
          (verdict) =>
            `**${verdict}**${named.has(verdict) ? `: ${cell(named.get(verdict)!.join(', '))}` : ''}`,
        )
        .join('<br>'),
      [
        `${expect.states}&nbsp;states`,
        `${expect.edges}&nbsp;edges`,
        ...(expect.length === undefined ? [] : [`a&nbsp;run&nbsp;of&nbsp;${expect.length}`]),
      ].join('<br>'),
    ];
  };
  return [
    front('Litmus tests', group),
    '# Litmus tests',
    '',
    'Small closed questions with their expected answers. Every test with a good answer has a ' +
      'twin that differs in one fact and has a bad one. Below each question: the rules that it ' +
      'is about, and who waits for whom.',
    '',
    ...families.flatMap(([title, tests]) => [
      `## ${title}`,
      '',
      table(['litmus', 'asks', 'answer', 'size'], tests.map(cells)),
      '',
    ]),
  ].join('\n');
}
