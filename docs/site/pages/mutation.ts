import { gallery } from '../../../machines/litmus/gallery.ts';
import type { Killer, Score } from '../../../test/mutants/mutation.ts';
import { pageOf } from './files.ts';
import { cell, code, front, sourced, table, to } from './markdown.ts';

const titles: Readonly<Record<string, string>> = {
  clause: 'Clauses removed',
  step: 'Steps removed',
  guard: 'Guards removed',
  move: 'Moves removed',
  also: 'Optional moves removed',
};

const litmusNames = new Set(gallery.map(({ name }) => name));

/** Who notices: a litmus test, or a suite that leads a real kernel. */
const askedBy = (system: string): string =>
  litmusNames.has(system) ? to('litmus', system) : `the kernel, by the suite ${code(system)}`;

/** A source whose file is a link. */
const from = (source: string): string =>
  source.replace(
    /^([\w./-]*)([^]*)$/,
    (_, file: string, rest: string) => `${sourced(file)}${cell(rest)}`,
  );

/** Mutation testing: named mistakes, and each clause and piece that is removed, with what notices. */
export function mutationPage(
  { digest, asked, named, dropped, calls }: Score,
  group: string,
): string {
  const kinds = [...new Set(dropped.map(({ kind }) => kind))];
  const ofKind = (kind: string): Score['dropped'] => dropped.filter((one) => one.kind === kind);
  const by = (all: Score['dropped'], who: Killer['by'] | null): number =>
    all.filter(({ killer }) => (killer?.by ?? null) === who).length;
  return [
    front('Mutation testing', group),
    '# Mutation testing',
    '',
    'A model that accepts everything is worth nothing, so the model is broken on purpose. ' +
      `${named.length} named mistakes (a star marks those that happened upstream) are each ` +
      'caught by the litmus test beside it. ' +
      `In ${asked} systems, each of ${dropped.length} clauses and pieces was removed until ` +
      'one of the systems noticed, by another verdict or by another run to the same verdict; ' +
      'else a suite that was run on a real kernel was asked, which took or refused a step. ' +
      'Pieces whose removal nothing notices are listed too. The table takes minutes to make: ' +
      `it is kept in docs/mutation.json (digest ${digest}), and a test fails when it is out ` +
      'of date.',
    '',
    table(
      [
        'removed',
        'how many',
        'noticed by a verdict',
        'by the run alone',
        'by the kernel',
        'by nothing',
      ],
      kinds.map((kind) => [
        titles[kind] ?? kind,
        String(ofKind(kind).length),
        String(by(ofKind(kind), 'verdict')),
        String(by(ofKind(kind), 'evidence')),
        String(by(ofKind(kind), 'kernel')),
        String(by(ofKind(kind), null)),
      ]),
    ),
    '',
    '## Named mistakes',
    '',
    table(
      ['mistake', 'noticed by', 'verdict', 'steps'],
      named.map((mutant) => [
        `${mutant.starred ? '★ ' : ''}${cell(mutant.name)}<br>${from(mutant.source)}`,
        askedBy(mutant.system),
        `**${mutant.verdict}**: ${cell(mutant.of)}`,
        String(mutant.run.length),
      ]),
    ),
    '',
    ...kinds.flatMap((kind) => [`## ${titles[kind] ?? kind}`, '', ...byName(ofKind(kind))]),
    ...(calls === undefined ? [] : ofCalls(calls)),
  ].join('\n');
}

type Dropped = Score['dropped'][number];

/** Pieces in the order of their names, a part to open for each letter with which they begin. */
function byName(all: readonly Dropped[]): string[] {
  const letters = new Map<string, Dropped[]>();
  for (const one of [...all].sort((a, b) => a.name.localeCompare(b.name, 'en'))) {
    const letter = one.name.charAt(0).toLowerCase();
    letters.set(letter, [...(letters.get(letter) ?? []), one]);
  }
  return [...letters].flatMap(([letter, some]) => {
    const nothing = some.filter(({ killer }) => killer === null).length;
    const title = `${letter}: ${some.length} removed, of which no test notices ${nothing}`;
    return folded(title, [table(['what', 'noticed by', 'from → to'], some.map(droppedRow))]);
  });
}

/** A part of the page that is opened. */
const folded = (title: string, lines: readonly string[]): string[] => [
  `<details class="ff-text"><summary>${cell(title)}</summary>`,
  '',
  ...lines,
  '',
  '</details>',
  '',
];

/** What each call of a file of threads does, left out bit by bit, and the file that notices. */
function ofCalls({ files, dropped }: NonNullable<Score['calls']>): string[] {
  const unnoticed = dropped.filter(({ killer }) => killer === null);
  return [
    '## Calls of files of threads',
    '',
    `What a call does was left out bit by bit, in ${dropped.length} ways, and the ` +
      '[files of threads](files.md) that make the call were asked one after the other, ' +
      `until one noticed by its verdict or by the answer of lockdep (${files} files stand ` +
      `alone and were asked). ${unnoticed.length} are noticed by no file.`,
    '',
    ...folded('All of them, by the name of the call', [
      table(
        ['what', 'noticed by', 'from → to'],
        dropped.map(({ name, kind, tried, killer }) =>
          killer === null
            ? [code(`${name} (${kind})`), `nothing (of ${tried} files)`, '']
            : [
                code(`${name} (${kind})`),
                `[${cell(killer.file)}](files/${pageOf(killer.file)}.md)`,
                `${cell(killer.by)}: ${cell(killer.from)} → ${cell(killer.to)}`,
              ],
        ),
      ),
    ]),
  ];
}

function droppedRow({ name, killer, tried, changes }: Score['dropped'][number]): string[] {
  if (killer === null) {
    const why = changes ? '' : '; no system changes, as something else says the same';
    return [code(name), `nothing (of ${tried} systems${why})`, ''];
  }
  const change = `${cell(killer.of)}: ${cell(killer.from)} → ${cell(killer.to)}`;
  return [code(name), askedBy(killer.system), change];
}
