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

/** What looks like trouble, and stands in no record. */
const trouble = '[    5.000000] BUG: KASAN: slab-use-after-free in foo_bar+0x1/0x2';
const record = json({ MESSAGE: '[    1.000000] usb 1-1: new device' });

test.each([
  ['a line between records', `${record}\n${trouble}\n${record}\n`],
  ['a line after the last, without its end', `${record}\n${trouble}`],
  ['a line behind a record', `${record} ${trouble}\n`],
  ['a line behind a brace that nobody closes', `${record}\nfoo {\n${trouble}\n${record}\n`],
  ['a record behind a brace that nobody closes', `${record}\nfoo {\n${json({ log: trouble })}\n`],
  ['a line with braces', `${record}\n{IN-HARDIRQ-W} ${trouble}\n`],
  ['a record that is no JSON', `${record}\n{"MESSAGE": ${trouble}}\n`],
  ['a record that is too long', `${record}\n{"x": "${'y'.repeat(2e6)}\n${trouble}\n`],
])('nothing is left unread: %s', async (_, text) => {
  const summary = await summaryOf(text);
  expect(exitOf(summary)).toBe(3);
  expect(summary.unjudged.list).toHaveLength(1);
});
