import { expect, test } from 'vitest';
import { answerOf, reports } from './answers.ts';
import { disguises } from './disguises.ts';
import { summaryOf } from './reading.ts';

/** Reports whose own lines are broken already: stamps would stand in the middle of lines. */
const isBroken = (text: string): boolean =>
  /^(?:seconds\.|ppid: )|^\s*(?:at:|\S+\/0x[0-9a-f]+)|\bat:$|[,{]$/m.test(text);

let asked = 0;

test.each(disguises)(
  '$name: every report is answered as without it',
  async ({ put, needsWhole }) => {
    const wrong: string[] = [];
    for (const [name, text] of reports) {
      if (needsWhole === true && isBroken(text)) continue;
      asked++;
      const plain = answerOf(await summaryOf(text));
      const disguised = await summaryOf(put(text.trimEnd().split('\n'))).catch(
        (error: Error) => error,
      );
      const answer = disguised instanceof Error ? disguised.message : answerOf(disguised);
      if (JSON.stringify(answer) !== JSON.stringify(plain))
        wrong.push(`${name}\n${JSON.stringify(plain)}\n${JSON.stringify(answer)}`);
    }
    expect(wrong).toEqual([]);
  },
);

test('the table was applied', () => {
  expect(reports.length).toBe(51);
  expect(asked).toBeGreaterThan(1000);
});
