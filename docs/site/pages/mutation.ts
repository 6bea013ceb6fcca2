import type { Killer, Score } from '../../../src/check/mutation.ts';
import { cell, code, front, sourced, table, to } from './markdown.ts';

const titles: Readonly<Record<string, string>> = {
  clause: 'Clauses left out',
  step: 'Steps left out',
  guard: 'Guards left out',
  move: 'Moves left out',
  also: 'Moves of those who can, left out',
};

/** A source whose file is a link. */
const from = (source: string): string =>
  source.replace(
    /^([\w./-]*)([^]*)$/,
    (_, file: string, rest: string) => `${sourced(file)}${cell(rest)}`,
  );

/** Who notices what was broken on purpose, and each clause and piece that is left out. */
export function mutationPage({ digest, asked, named, dropped }: Score, group: string): string {
  const kinds = [...new Set(dropped.map(({ kind }) => kind))];
  const of = (kind: string): Score['dropped'] => dropped.filter((one) => one.kind === kind);
  const by = (all: Score['dropped'], who: Killer['by'] | null): number =>
    all.filter(({ killer }) => (killer?.by ?? null) === who).length;
  return [
    front('Who notices what was broken', group),
    '# Who notices what was broken',
    '',
    `A model that says yes to everything is worth nothing. So the model is broken on ` +
      `purpose, again and again: ${named.length} mistakes that have a name, a star where ` +
      `it happened upstream, each with the litmus test that shows it; and in ${asked} ` +
      `systems each of ${dropped.length} clauses and pieces was left out until one of them ` +
      `noticed, by another verdict or by another run to it. What nobody notices stands ` +
      `there as well. The table takes minutes: it is kept in docs/mutation.json (digest ` +
      `${digest}), and a test says when it is out of date.`,
    '',
    table(
      ['left out', 'how many', 'noticed by a verdict', 'by the run alone', 'by nobody'],
      kinds.map((kind) => [
        titles[kind] ?? kind,
        String(of(kind).length),
        String(by(of(kind), 'verdict')),
        String(by(of(kind), 'evidence')),
        String(by(of(kind), null)),
      ]),
    ),
    '',
    '## Broken on purpose',
    '',
    table(
      ['mistake', 'noticed by', 'verdict', 'steps'],
      named.map((one) => [
        `${one.starred ? '★ ' : ''}${cell(one.name)}<br>${from(one.source)}`,
        to('litmus', one.system),
        `**${one.verdict}**: ${cell(one.of)}`,
        String(one.run.length),
      ]),
    ),
    '',
    ...kinds.flatMap((kind) => [
      `## ${titles[kind] ?? kind}`,
      '',
      table(
        ['what', 'noticed by', 'from → to'],
        of(kind).map((one) => [
          code(one.name),
          one.killer === null
            ? `nobody (of ${one.tried}${one.changes ? '' : '; nothing changes: something else says the same'})`
            : to('litmus', one.killer.system),
          one.killer === null
            ? ''
            : `${cell(one.killer.of)}: ${cell(one.killer.from)} → ${cell(one.killer.to)}`,
        ]),
      ),
      '',
    ]),
  ].join('\n');
}
