import { answers, exitOf, madeUpReport } from './answers.ts';
import { fileText, files, summaryOf } from './reading.ts';

const start = '<!-- kinds: written by test/logs/write-kinds.ts -->';
const end = '<!-- end of kinds -->';

/** The table of kinds of docs/logs.md, from what the reports of the tests are answered. */
async function kindsTable(): Promise<string> {
  const rows = new Map<string, { rules: Set<string>; exits: Set<number>; tests: number }>();
  const enter = (kind: string, rules: readonly string[], exit: number): void => {
    const row = rows.get(kind) ?? { rules: new Set(), exits: new Set(), tests: 0 };
    for (const rule of rules) row.rules.add(rule);
    row.exits.add(exit);
    row.tests++;
    rows.set(kind, row);
  };
  for (const name of files('lockdep')) {
    const summary = await summaryOf(fileText('lockdep', name));
    const kind = `lock report: ${summary.locks[0]!.report}`;
    enter(
      kind,
      summary.broken.map(({ rule }) => rule),
      exitOf(summary),
    );
  }
  for (const [name, { kind }] of Object.entries(answers)) {
    const summary = await summaryOf(madeUpReport(name).text);
    enter(
      kind,
      summary.broken.map(({ rule }) => rule),
      exitOf(summary),
    );
  }
  const lines = [...rows]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([kind, { rules, exits, tests }]) =>
        `| ${kind} | ${tests} | ${[...rules].sort().join('; ') || '–'} | ${[...exits].join(', ')} |`,
    );
  return [
    '| kind | reports in the tests | rules that they break | exit |',
    '|---|---|---|---|',
    ...lines,
  ].join('\n');
}

/** A document with its table of kinds as the tests find it. @throws where it has no place for one. */
export async function withKinds(document: string): Promise<string> {
  const from = document.indexOf(start);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`no '${start}' ... '${end}'`);
  return `${document.slice(0, from)}${start}\n\n${await kindsTable()}\n\n${document.slice(to)}`;
}
