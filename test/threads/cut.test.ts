import { expect, test } from 'vitest';
import { kernelCalls } from '../../machines/calls/index.ts';
import { judgeSide } from '../../src/threads/judge.ts';
import { sidesOfFile } from '../../src/threads/sides.ts';

/** Two orders of two mutexes in one thread: the validator speaks, and one thread cannot hang by them. */
const text = `K CUT+two-orders-in-one-thread
"One thread takes two mutexes in one order and then in the other."
{ struct mutex a; struct mutex b; }
ioctl t() {
	mutex_lock(&a); mutex_lock(&b); mutex_unlock(&b); mutex_unlock(&a);
	mutex_lock(&b); mutex_lock(&a); mutex_unlock(&a); mutex_unlock(&b);
}
expect finite;
`;

const judged = (states: number) => {
  const [side] = sidesOfFile('x.litmus', text, kernelCalls);
  return judgeSide(side!, { states });
};

test('only a whole search says that what the validator reports is unreachable', () => {
  const whole = judged(10_000);
  expect([whole.verdict, whole.order.length > 0]).toEqual(['finite', true]);
  expect(whole.reading?.unreachable).toMatch(/unreachable/);

  const cut = judged(3);
  expect(cut.verdict).toBe('incomplete');
  expect(cut.reading?.unreachable ?? null).toBeNull();
});
