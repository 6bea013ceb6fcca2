/**
 * Traces of the runs: suites are played with tracepoints on, the ring buffer is printed when the
 * kernel halts, and the console's log is read as `finite-fence log` reads it. Nothing may be broken
 * on the kernel as shipped.
 */
import { join } from 'node:path';

import { logSpec } from '../../../machines/tracepoints/index.ts';
import { byDefault, readLog } from '../../../src/logs/read-log.ts';
import { source as sourceOf } from '../../../src/logs/source.ts';
import { summarize } from '../../../src/logs/summary.ts';
import { seeds } from '../seeds/index.ts';
import { boot } from './boot.ts';
import type { Case } from './ktap.ts';

/** What the reader found in one trace. */
export type Traced = {
  readonly name: string;
  /** Events that the reader knows, by their names. */
  readonly events: Readonly<Record<string, number>>;
  /** Laws that are broken, by how often. */
  readonly broken: Readonly<Record<string, number>>;
  /** Events that the ring buffer has lost. */
  readonly lost: number;
};

/** A trace as a case: it has events, and breaks these laws and no others. */
export function caseOf(
  { name, events, broken, lost }: Traced,
  law: string | null,
  except: string | null = null,
): Case {
  const count = Object.values(events).reduce((sum, one) => sum + one, 0);
  const laws = Object.entries(broken).map(([rule, times]) => `${rule} ${times} times`);
  const ok =
    count > 0 &&
    (law === null
      ? Object.keys(broken).every((rule) => rule === except)
      : broken[law] !== undefined);
  const says = `${count} events, ${lost} lost, broken: ${laws.join(', ') || 'nothing'}`;
  return { suite: `trace of ${name}`, name: says, ok, skipped: false, said: [] };
}

/** Plays what the filter names with tracepoints on. `args`: a seed, for one. */
export async function traced(
  image: string,
  filter: string,
  logs: string,
  args: readonly string[] = [],
): Promise<Traced> {
  const name = [filter, ...args].join(' ').replace(/\W+/g, '_');
  const booted = await boot(image, {
    filter,
    log: join(logs, `traced-${name}.log`),
    args: [
      'trace_event=dma_fence:*,gpu_scheduler:*',
      'trace_buf_size=48M',
      'ftrace_dump_on_oops',
      'ff_dump=1',
      ...args,
    ],
  });
  if (!booted.lines.some((line) => line.includes('Dumping ftrace buffer')))
    return { name: filter, events: {}, broken: {}, lost: 0 };
  const { broken, events, counts } = summarize(
    await readLog(sourceOf(booted.log), logSpec, byDefault),
    logSpec.rules,
  );
  const laws: Record<string, number> = {};
  for (const { rule, count } of broken) laws[rule] = count;
  return {
    name: filter,
    events: Object.fromEntries(events.map((each) => [each.name, each.count])),
    broken: laws,
    lost: counts.lost,
  };
}

/** What is traced on the kernel as shipped: a case of each suite that has fences or jobs. */
export const tracedSuites: readonly string[] = [
  'finite_fence_fence.transitions',
  'finite_fence_array.edges',
  'finite_fence_chain.edges',
  'finite_fence_resv.edges',
  'finite_fence_sw_sync.transitions',
  'finite_fence_sched.edges',
  'finite_gpu_preempt.steps',
];

/**
 * A job is told from another by the address of its entity and a number. Each path makes its
 * scheduler anew, at the same address, and numbers begin again: the reader takes two jobs for one.
 */
export const reused = {
  law: 'J-1',
  suites: ['finite_fence_sched.edges', 'finite_gpu_preempt.steps'],
} as const;

/** Seeds that show in a trace, by the law that the reader names. */
export const tracedSeeds = seeds.flatMap(({ n, kill, trace: law }) =>
  law === undefined || !('suite' in kill)
    ? []
    : [{ n, suite: `finite_fence_${kill.suite}.edges`, law }],
);
