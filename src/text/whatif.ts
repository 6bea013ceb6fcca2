import type { Verdict } from '../check/finding.ts';
import { citeOf } from '../judge/refused.ts';
import { isDecided, verdictInWords, type Answer } from '../judge/outcome.ts';
import type { Dropped, WhatIf } from '../judge/whatif.ts';
import { cited } from './run.ts';
import { coloured, colouredAnswer } from './verdict.ts';
import type { Paint } from './paint.ts';
import { listed, paragraph } from './layout.ts';
import { bracketed } from './refusal.ts';

/** The width of the first column, and the least of the second. */
const [first, least] = [32, 14];

/**
 * What is said of a system as it is and as it would be, side by side; then each guard that is
 * dropped.
 */
export function whatIfText(changed: WhatIf, driver: string, paint: Paint): string {
  const { allowed, forbidden, before, after } = changed;
  const changes = [
    ...(allowed.length > 0 ? [`${listed(allowed)} allowed`] : []),
    ...(forbidden.length > 0 ? [`${listed(forbidden)} forbidden`] : []),
  ];
  const second = Math.max(least, verdictInWords(before.answer).length + 2);
  const lines = [
    ...paragraph('', `${driver}, what if: ${changes.join(', ')}`),
    '',
    `  ${''.padEnd(first)}${'as it is'.padEnd(second)}what if`,
    `  ${'verdict'.padEnd(first)}${answerCell(paint, before.answer, second)}${answerCell(paint, after.answer)}`,
    ...promiseRows(paint, changed, second),
    ...droppedText(paint, changed.dropped),
    ...endedEarly(changed),
  ];
  return `${lines.join('\n')}\n`;
}

/** A cell of the table. Colours come last: they take no room. */
const answerCell = (paint: Paint, answer: Answer, width = 0): string =>
  colouredAnswer(paint, answer) + ' '.repeat(Math.max(0, width - verdictInWords(answer).length));

const verdictCell = (paint: Paint, verdict: Verdict, width = 0): string =>
  coloured(paint, verdict) + ' '.repeat(Math.max(0, width - verdict.length));

/** A row for each promise that is not kept in one of the two. */
function promiseRows(paint: Paint, { before, after }: WhatIf, second: number): string[] {
  const names = [...new Set([...Object.keys(before.promises), ...Object.keys(after.promises)])];
  return names.flatMap((name) => {
    const was = before.promises[name] ?? 'finite';
    const is = after.promises[name] ?? 'finite';
    if (was === 'finite' && is === 'finite') return [];

    const cells = `${verdictCell(paint, was, second)}${verdictCell(paint, is)}`;
    return name.length < first
      ? [`  ${name.padEnd(first)}${cells}`]
      : [`  ${name}`, `  ${''.padEnd(first)}${cells}`];
  });
}

/** Each guard that is dropped, and the verdict where it alone is. */
function droppedText(paint: Paint, dropped: readonly Dropped[]): string[] {
  if (dropped.length === 0) return [];
  const title =
    dropped.length === 1
      ? 'The guard that is dropped:'
      : 'The guards that are dropped, each with the verdict if only that one is dropped:';

  let before = '';
  const lines = dropped.flatMap(({ guard, alone }) => {
    const verdict = alone === null ? '' : `: ${colouredAnswer(paint, alone.answer)}`;
    const text = `${guard.step} needs ${guard.text}${bracketed(guard.origin)}${verdict}`;
    const cite = cited(citeOf(guard.origin), '    ');
    const isNew = cite.join() !== before;
    before = cite.join();
    return [...paragraph('  ', text), ...(isNew ? cite : [])];
  });
  return ['', title, '', ...lines];
}

/** That a search ended early, where what is printed rests on it. */
function endedEarly({ before, after, dropped }: WhatIf): string[] {
  const answers = [before, after, ...dropped.flatMap(({ alone }) => alone ?? [])];
  return answers.every(({ answer }) => isDecided(answer))
    ? []
    : ['', 'A search ended early: a verdict that rests on it may be worse.'];
}
