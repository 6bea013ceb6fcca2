/** The clause table as text of 80 columns. */
import { concerns, scenarios } from '../../machines/questions/table.ts';
import type { OptionId } from '../../machines/description/ids.ts';
import { options } from '../../machines/options/index.ts';
import type { Verdict } from '../check/finding.ts';
import type { Paint } from './paint.ts';
import { paragraph } from './layout.ts';
import type { Cell } from '../judge/table-cell.ts';
import type { TableResult } from '../judge/table.ts';

const letters: Readonly<Record<Verdict, string>> = {
  broken: 'B',
  deadlock: 'D',
  indefinite: 'I',
  unbounded: 'U',
  incomplete: '?',
  finite: '.',
};
/** The letter of a promise: what breaks. */
const kinds: readonly [letter: string, is: (promise: string) => boolean, what: string][] = [
  ['f', (name) => name.includes('fence'), 'a dma_fence is not signaled'],
  ['s', (name) => name === 'submit-ends', 'a submit that has begun does not end'],
  [
    'a',
    (name) => name === 'fault-answered' || name.endsWith('returns'),
    'a page fault is not answered, or an allocation does not return',
  ],
];

/** `.` or `Dfa`: the worst verdict, and all that is broken. */
export function short({ verdict, broken }: Cell): string {
  const names = Object.keys(broken);
  return (
    letters[verdict] +
    kinds
      .filter(([, is]) => names.some(is))
      .map(([letter]) => letter)
      .join('') +
    (names.some((name) => !kinds.some(([, is]) => is(name))) ? 'o' : '')
  );
}

const first = 29;
const wide = 5;
const clauseName = (id: string): string => id.slice(id.indexOf('/') + 1);

/** The clause table, 80 wide. */
export function tableText(results: readonly TableResult[], paint: Paint): string {
  const lines = [
    ...introduction(paint),
    ...options.flatMap((option) => optionText(option, results, paint)),
    '',
    ...idleClauses(results),
  ];
  return `${lines.join('\n')}\n`;
}

/** What the table asks, what its letters mean, and its columns. */
function introduction(paint: Paint): string[] {
  const broken = kinds.map(([letter, , what]) => `${letter} ${what}`).join('; ');
  return [
    paint.bold('What each way out of the deadlock rests on'),
    '',
    ...paragraph(
      '',
      'Each option of dma-buf.rst, "Recoverable Hardware Page Faults Implications", with ' +
        'all its clauses; then without each one (-), and with weaker readings of one (~). A ' +
        'driver takes one option; what a clause pinned may happen at any moment without it.',
    ),
    '',
    ...paragraph(
      '  ',
      'Verdicts: . every promise is kept (finite); D deadlock: nothing can help; I ' +
        'indefinite: only a favour of userspace can; U unbounded: a fair run exists on which ' +
        'it is never kept; ? incomplete.',
    ),
    ...paragraph('  ', `Behind it, what is broken: ${broken}.`),
    '',
    ...scenarios.flatMap(({ head, about }) => paragraph(`  ${head.padEnd(5)}`, about)),
  ];
}

/** The rows of an option under the heads of its columns. */
function optionText(
  { name, says }: (typeof options)[number],
  results: readonly TableResult[],
  paint: Paint,
): string[] {
  const heads = scenarios
    .filter((scenario) => concerns(scenario, name as OptionId))
    .map(({ head }) => head.padEnd(wide));
  const title = paragraph('', `${name}: "${says.says}"`);
  const rows = results.filter(({ row }) => row.option === name);
  return [
    '',
    title[0]!.replace(name, paint.bold(name)),
    ...title.slice(1),
    `${' '.repeat(first)}${heads.join('')}`.trimEnd(),
    ...rows.flatMap((result) => rowText(result, paint)),
  ];
}

function rowText({ row, cells }: TableResult, paint: Paint): string[] {
  const label = labelOf(row);
  const text = cells.map(({ cell }) => cellText(cell, paint)).join('');
  const lines =
    label.length < first ? [label.padEnd(first) + text] : [label, ' '.repeat(first) + text];
  return lines.map((line) => line.trimEnd());
}

/** What a row leaves out, or reads more weakly. */
function labelOf({ without, variant }: TableResult['row']): string {
  if (without !== null) return `  - ${clauseName(without)}`;
  return variant === null ? '  all clauses' : `  ~ ${clauseName(variant)}`;
}

function cellText(cell: Cell, paint: Paint): string {
  const text = short(cell).padEnd(wide);
  if (cell.verdict === 'finite') return paint.green(text);
  return cell.verdict === 'incomplete' ? paint.yellow(text) : paint.red(text);
}

/** Clauses that turn nothing when they are left out. */
function idleClauses(results: readonly TableResult[]): string[] {
  const idle = results.filter(
    (result) => result.row.without !== null && turnsNothing(results, result),
  );
  if (idle.length === 0) return ['Every clause turns a verdict somewhere when it is left out.'];
  return [
    'Left out, these turn no verdict in any scenario (docs/limits.md says why):',
    ...idle.map(({ row }) => `  ${row.without!}`),
  ];
}

/** Whether a row says the same as its option with all clauses, everywhere. */
export function turnsNothing(
  results: readonly TableResult[],
  { row, cells }: TableResult,
): boolean {
  const whole = results.find(
    (other) =>
      other.row.option === row.option && other.row.without === null && other.row.variant === null,
  )!;
  return cells.every(({ cell }, at) => short(cell) === short(whole.cells[at]!.cell));
}
