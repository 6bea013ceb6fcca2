import { expect, test } from 'vitest';
import { logSpec } from '../../machines/tracepoints/index.ts';
import { paintOf } from '../../src/cli/io.ts';
import { summaryText } from '../../src/logs/summary-text.ts';
import { tooWide } from '../cli/in-process.ts';
import { reports } from './answers.ts';
import { fileText, files, summaryOf } from './reading.ts';

test.each([false, true])(
  'what is printed of a log fits 80 columns, colours: %s',
  async (colours) => {
    const texts = [
      ...reports.map(([, text]) => text),
      ...files('ftrace').map((name) => fileText('ftrace', name)),
    ];
    const wide: string[] = [];
    for (const text of texts)
      wide.push(...tooWide(summaryText(await summaryOf(text), logSpec.rules, paintOf(colours))));
    expect(wide).toEqual([]);
    expect(texts.length).toBe(64);
  },
);

test('nothing is lost where a line is broken', async () => {
  for (const [, text] of reports) {
    const summary = await summaryOf(text);
    const said = summaryText(summary, logSpec.rules, paintOf(false)).replaceAll(/\s+/g, '');
    for (const { says, notes } of [...summary.locks, ...summary.tasks, ...summary.findings])
      for (const part of [says, ...(notes ?? [])])
        expect(said).toContain(part.replaceAll(/\s+/g, ''));
  }
});
