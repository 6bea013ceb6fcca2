import type { Described } from '../../../machines/description/description.ts';
import type { Use } from '../../../machines/uses/use.ts';
import type { Litmus } from '../../../src/litmus/litmus.ts';
import type { Option, Row, Step, Where } from '../../../src/system/vocabulary.ts';
import { anchor, cell, code, front, sourced, table, to } from './markdown.ts';

const quote = (says: { readonly file: string; readonly says: string }): string =>
  `> ${cell(says.says)}\n>\n> ${sourced(says.file)}`;

const guards = (where: Where<never>): string =>
  Object.entries(where as Record<string, string | readonly string[]>)
    .map(([part, states]) => `${code(part)} in ${[states].flat().map(code).join(' or ')}`)
    .join(', ');
const said = (moves: object): string =>
  Object.entries(moves as Record<string, string>)
    .map(([part, event]) => `${code(part)} takes ${code(event)}`)
    .join(', ');
const cited = (cite: { readonly file: string; readonly says: string } | undefined): string =>
  cite === undefined ? '' : `${sourced(cite.file)}: ${cell(cite.says)}`;

/** Options and their clauses, each with the sentence that it stands for and what it does to the steps. */
export function optionsPage(
  options: readonly Option[],
  uses: readonly Use[],
  hazards: readonly Option[],
  group: string,
): string {
  const clauses = (option: Option, level = '###'): string =>
    option.clauses
      .map((clause) => {
        const does = [
          ...(clause.adds ?? []).map(({ name }) => `adds the step ${code(name)}`),
          ...(clause.forbids ?? []).map((name) => `forbids the step ${code(name)}`),
          ...Object.entries(clause.requires ?? {}).map(
            ([name, where]) => `requires of ${code(name)}: ${guards(where as Where<never>)}`,
          ),
          ...Object.entries(clause.moves ?? {}).map(
            ([name, moves]) => `in ${code(name)}: ${said(moves as object)}`,
          ),
          ...Object.entries(clause.also ?? {}).map(
            ([name, moves]) => `in ${code(name)}, where it can: ${said(moves as object)}`,
          ),
          ...(clause.separates ?? []).map((part) => `keeps the part ${code(part)} apart`),
        ];
        return [
          `${level} ${clause.name}`,
          '',
          cell(clause.about ?? ''),
          '',
          quote(clause.says),
          '',
          ...does.map((one) => `- ${one}`),
          '',
        ].join('\n');
      })
      .join('\n');
  const mistakes = (all: readonly Option[]): string =>
    table(
      ['hazard', 'what is done', 'the sentence'],
      all.map(({ name, clauses: [clause], says }) => [
        code(name),
        cell(clause?.about ?? ''),
        `${cell(says.says)} (${sourced(says.file)})`,
      ]),
    );
  return [
    front('Options, uses, clauses, hazards', group),
    '# Options, uses, clauses, hazards',
    '',
    'The documented ways out of the deadlock, best first, each a list of clauses. ' +
      'Leaving a clause out removes its constraint and nothing else: what it pinned may ' +
      'then happen at any moment.',
    '',
    ...options.flatMap((option) => [
      `## ${option.name}`,
      '',
      quote(option.says),
      '',
      clauses(option),
    ]),
    '## Uses',
    '',
    'What a driver has beside jobs and page faults: rows that meet those of the core. ' +
      'Its laws can be left out as clauses of an option can; its mistakes are hazards.',
    '',
    ...uses.flatMap((use) => [
      `### ${use.name}`,
      '',
      cell(use.about),
      '',
      quote(use.says),
      '',
      clauses(use, '####'),
      ...(use.mistakes.length === 0 ? [] : [mistakes(use.mistakes), '']),
    ]),
    '## Hazards',
    '',
    'What the documents forbid or warn of, whatever a driver uses.',
    '',
    mistakes(hazards),
    '',
  ].join('\n');
}

/** Every step of these rows: who does it, what moves, what it needs, its source. */
export function stepsPage(title: string, rows: readonly Row[], group: string): string {
  const one = (step: Step): string[] => [
    `${code(step.name)}<br>${cell(step.actor)}`,
    [
      said(step.moves),
      step.also === undefined ? '' : `where it can: ${said(step.also)}`,
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
    'A step is one atomic step in which several parts take an event together. All its ' +
      'moves happen, or none. Below its name stands who does it.',
    '',
    ...rows
      .filter(
        ({ steps, promises, invariants }) =>
          steps.length + (promises ?? []).length + (invariants ?? []).length > 0,
      )
      .flatMap((row) => [
        `## ${row.name}`,
        '',
        ...(row.steps.length === 0
          ? []
          : [table(['step', 'does', 'source'], row.steps.map(one)), '']),
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
    'What each driver that comes with this package does, and where each choice stands. ' +
      'What nobody has established is unknown: every alternative is searched and the worst ' +
      'is told.',
    '',
    ...drivers.flatMap((driver) => {
      const { cites = {}, about = '', driver: name, $schema: _, ...facts } = driver;
      return [
        `## ${cell(name)}`,
        '',
        cell(about),
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
            sourced(file),
            cell(says),
          ]),
        ),
        '',
      ];
    }),
  ].join('\n');
}

/** The gallery: every question with its expected answer, beside its twin. */
export function litmusPage(
  families: readonly (readonly [title: string, tests: readonly Litmus[]])[],
  group: string,
): string {
  const seen = new Set<string>();
  const one = ({ name, about, cites, expect, twin }: Litmus): string[] => {
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
      `<span${id}>${code(name)}</span><br>twin: ${to('litmus', twin)}`,
      [
        cell(about),
        cites.map((law) => to('rule-map', law)).join(', '),
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
    front('Litmus gallery', group),
    '# Litmus gallery',
    '',
    'Small closed questions with their expected answers. Every good answer has a twin ' +
      'that differs in one fact and is bad. Below each question: the steps that it is ' +
      'about, and who waits for whom.',
    '',
    ...families.flatMap(([title, tests]) => [
      `## ${title}`,
      '',
      table(['litmus', 'asks', 'answer', 'size'], tests.map(one)),
      '',
    ]),
  ].join('\n');
}
