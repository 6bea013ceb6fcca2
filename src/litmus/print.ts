import type { Finding, Run } from '../check/finding.ts';
import { inWords } from '../check/waits.ts';
import type { LitmusResult } from './run.ts';

export type Page = {
  readonly columns: number;
  /**
   * Say more of each: what it asks, the shortest run, who waits for whom. By default where there is
   * one only.
   */
  readonly full?: boolean;
};

/**
 * One line for each litmus, with what is not as expected below it, and a count at the end. Ends
 * with a line break.
 */
export function printLitmus(
  results: readonly LitmusResult[],
  { columns, full = results.length === 1 }: Page,
): string {
  const widest = Math.max(0, ...results.map(({ litmus }) => litmus.name.length));
  // "ok   NAME  indefinite  12345 states  123456 edges  12 steps"
  const width = Math.min(widest, Math.max(8, columns - 5 - 52));
  const lines = results.flatMap((result) => [
    ...summary(result, width),
    ...result.problems.flatMap((problem) => wrapped(problem, columns, 5)),
    ...(full ? story(result, columns) : []),
  ]);
  const failed = results.filter(({ problems }) => problems.length > 0).length;
  const tests = `${results.length} litmus ${results.length === 1 ? 'test' : 'tests'}`;
  const outcome = failed === 0 ? 'all as expected' : `${failed} not as expected`;
  return `${[...lines, `${tests}, ${outcome}`].join('\n')}\n`;
}

/** The line of one litmus; two lines where its name is too long. */
function summary({ litmus, found, problems }: LitmusResult, width: number): string[] {
  const tooLong = litmus.name.length > width;
  const name = tooLong ? `${litmus.name}\n${' '.repeat(5 + width)}` : litmus.name.padEnd(width);
  const line = [
    (problems.length === 0 ? 'ok' : 'FAIL').padEnd(5) + name,
    found.verdict.padEnd(10),
    `${String(found.states).padStart(6)} states`,
    `${String(found.edges).padStart(6)} edges`,
    ...(found.length === undefined ? [] : [`${String(found.length).padStart(2)} steps`]),
  ].join('  ');
  return line.split('\n').map((part) => part.trimEnd());
}

/** What is asked, the shortest run, and who waits for whom. */
function story({ litmus, finding, broken }: LitmusResult, columns: number): string[] {
  const rules = `rules: ${litmus.cites.join(', ')}; twin: ${litmus.twin}`;
  return [
    ...wrapped(litmus.about, columns, 5),
    ...wrapped(rules, columns, 5),
    ...(broken === null ? [] : run(`the shortest run (${broken.invariant}):`, broken.run)),
    ...(finding === null ? [] : evidence(finding, columns)),
  ];
}

function evidence({ promise, ...finding }: Finding, columns: number): string[] {
  const { waits, favours } = finding;
  return [
    ...run(`the shortest run (${promise}):`, finding.run),
    ...run('again and again:', finding.loop),
    ...(waits === null ? [] : ['', ...wrapped(inWords(waits), columns, 5)]),
    ...(favours.length === 0 ? [] : wrapped(`could still help: ${favours.join(', ')}`, columns, 5)),
  ];
}

/** A run under a title, its steps numbered; nothing where it is empty. */
function run(title: string, steps: Run): string[] {
  if (steps.length === 0) return [];
  const numbered = steps.map(({ step }, n) => `     ${String(n + 1).padStart(3)} ${step}`);
  return ['', `     ${title}`, ...numbered];
}

/** Lines of at most `columns`, broken between words; a longer word stands alone. */
function wrapped(text: string, columns: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((part) => ' '.repeat(indent) + part);
}
