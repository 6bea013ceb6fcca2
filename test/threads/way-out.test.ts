import { expect, test } from 'vitest';
import { kernelCalls } from '../../machines/calls/index.ts';
import { plainPaint } from '../../src/text/paint.ts';
import { threadsText } from '../../src/text/threads.ts';
import { judgeSide } from '../../src/threads/judge.ts';
import { sidesOfFile } from '../../src/threads/sides.ts';

const told = (wait: string): string => {
  const text = `K WAY-OUT+one-wait
"A thread waits for a completion that nobody completes."
{ struct completion c; }
ioctl t() {
	if (${wait}(&c)) return -ERESTARTSYS;
}
expect finite;
`;
  const [side] = sidesOfFile('x.litmus', text, kernelCalls);
  return threadsText(judgeSide(side!, { states: 1000 }), plainPaint, false).replace(/\s+/g, ' ');
};

test('what could still help is told in the words of the file', () => {
  expect(told('wait_for_completion_interruptible')).toContain(
    'The shortest way out, which nobody has to take: ' +
      't: wait_for_completion_interruptible(&c): a signal comes (5).',
  );
});

test('where nothing helps, no way out is told', () => {
  expect(told('!wait_for_completion_timeout')).not.toContain('way out');
});
