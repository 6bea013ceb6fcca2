import { expect, test } from 'vitest';
import { exitOf, reports } from './answers.ts';
import { summaryOf } from './reading.ts';

/** Records of log collectors that hold one line of a kernel log each. */
const shapes: readonly (readonly [name: string, put: (lines: readonly string[]) => string])[] = [
  [
    'journalctl -o json',
    (lines) => lines.map((MESSAGE) => json({ PRIORITY: '4', MESSAGE })).join('\n'),
  ],
  [
    'journalctl -o json-pretty',
    (lines) =>
      lines.map((MESSAGE) => JSON.stringify({ MESSAGE, _TRANSPORT: 'kernel' }, null, 8)).join('\n'),
  ],
  [
    'journalctl -o json, bytes',
    (lines) => lines.map((line) => json({ MESSAGE: [...Buffer.from(line)] })).join('\n'),
  ],
  ['a list', (lines) => `[\n${lines.map((message) => json({ message })).join(',\n')}\n]\n`],
  [
    'Docker',
    (lines) => lines.map((line) => json({ log: `${line}\n`, stream: 'stdout' })).join('\n'),
  ],
  [
    'a cloud console',
    (lines) => lines.map((message) => json({ jsonPayload: { message } })).join('\n'),
  ],
];
const json = (record: object): string => JSON.stringify(record);

test.each(shapes)('%s: every report gives the answer that it gives as text', async (_, put) => {
  const wrong: string[] = [];
  for (const [name, text] of reports) {
    const plain = await summaryOf(text);
    const packed = await summaryOf(put(text.split('\n')));
    const rules = (summary: typeof plain): string => JSON.stringify(summary.broken);
    if (exitOf(plain) !== exitOf(packed) || rules(plain) !== rules(packed)) wrong.push(name);
  }
  expect(wrong).toEqual([]);
  expect(reports.length).toBeGreaterThan(40);
});

test('a record that is cut is told', async () => {
  const summary = await summaryOf('{"MESSAGE":"BUG: KASAN: use-after-free in x"}\n{"MESSAGE":"W');
  expect(exitOf(summary)).toBe(3);
  expect(JSON.stringify(summary)).toContain(
    'records that are no JSON, hold no line, or are cut: 1',
  );
});
