import { defineDriver } from '../../../machines/description/define-driver.ts';
import { judge } from '../../../src/judge/judge.ts';
import type { Wait } from '../../../src/check/finding.ts';
import { Misuse } from '../../../src/system/misuse.ts';
import type { Chart, ChartEdge, ChartState } from '../../../src/charts/chart.ts';

/** The driver of README. */
const driver = defineDriver({
  driver: 'my-driver',
  options: ['preempt'],
  without: ['preempt/while-faulted'],
});

/** A part that waits, as a box with the state in which it is. */
const box = ({ part, title, isIn }: Wait): ChartState => ({
  path: part.replaceAll('.', '-'),
  name: `${title}: ${isIn.join(', ')}`,
  initial: false,
  final: false,
  bad: false,
  parallel: false,
  description: '',
  source: '',
  children: [],
});

/** The waits-for cycle of README's verdict: a box for each part, an arrow to the part that it waits for. */
export function deadlockChart(): Chart {
  const waits = judge(driver, { states: 100_000 }).findings[0]?.waits;
  if (waits?.closes !== 0) throw new Misuse('the driver of README has no waits-for cycle');
  const roots = waits.chain.map(box);
  const edges = waits.chain.map(({ phrase }, index): ChartEdge => ({
    from: roots[index]!.path,
    to: roots[(index + 1) % roots.length]!.path,
    events: [{ type: phrase ?? 'waits for', description: '', source: '' }],
  }));
  return { id: 'deadlock', roots, edges };
}
