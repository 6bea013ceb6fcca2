import { defineDriver } from '../../../machines/description/define-driver.ts';
import { judge } from '../../../src/judge/judge.ts';
import { Misuse } from '../../../src/system/misuse.ts';
import { ringAlone } from '../home/drawings.ts';

/** The driver of README. */
const driver = defineDriver({
  driver: 'my-driver',
  options: ['preempt'],
  without: ['preempt/while-faulted'],
});

/** The waits-for cycle of README's verdict: a box for each part, an arrow to the part that it waits for. */
export function deadlockRing(): string {
  const waits = judge(driver, { states: 100_000 }).findings[0]?.waits;
  if (waits?.closes !== 0) throw new Misuse('the driver of README has no waits-for cycle');
  const { chain } = waits;
  return ringAlone(
    chain.map(({ part, title }) => ({ name: part, title })),
    chain.map(({ phrase, isIn }) => phrase ?? isIn.join(', ')),
  );
}
