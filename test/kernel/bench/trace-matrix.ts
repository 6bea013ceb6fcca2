/**
 * Which seeded bugs a log of tracepoints names: the runs that kill each are played with tracepoints
 * on, and a law that its trace breaks, and that of the kernel as shipped does not, is its law.
 */
import { conformance } from '../../../machines/conformance/index.ts';
import type { Seed } from '../seeds/seed.ts';
import { nameOf } from './suites.ts';
import { traced, type Traced } from './traces.ts';

/** Suites in which there are fences or jobs, so that something is traced. */
const traces = new Set(
  'fence array chain find merge resv sw_sync dma_buf syncobj eventfd sched'.split(' '),
);

/**
 * A seed, and the laws that its trace breaks, by how often; null: the kernel ended, and left no
 * trace.
 */
export type Shown = { readonly seed: Seed; readonly laws: Readonly<Record<string, number>> | null };

const filterOf = ({ kill }: Seed): string | null => {
  if ('survives' in kill || !traces.has(kill.suite)) return null;
  const suite = nameOf(conformance.find(({ id }) => id === kill.suite)!);
  // A path ends where it goes wrong first: of the short covers too little would be left to read.
  return `${suite}.${kill.cover === 'refusals' ? 'refusals' : 'edges'}`;
};

/** Seeds that a trace could show: killed, in a suite with fences or jobs. */
const traceable = (seeds: readonly Seed[]): readonly Seed[] =>
  seeds.filter((seed) => filterOf(seed) !== null);

/** Plays seeds with tracepoints on, and says what the trace of each shows. */
export async function shownBy(
  images: { readonly shipped: string; readonly seeded: string },
  seeds: readonly Seed[],
  logs: string,
  onShown: (shown: Shown) => void,
): Promise<readonly Shown[]> {
  const shipped = new Map<string, Traced>();
  const results: Shown[] = [];
  for (const seed of traceable(seeds)) {
    const filter = filterOf(seed)!;
    const clean = shipped.get(filter) ?? (await traced(images.shipped, filter, logs));
    shipped.set(filter, clean);
    const { events, broken } = await traced(images.seeded, filter, logs, [`ff_seed=${seed.n}`]);
    const laws = Object.entries(broken).filter(([law]) => clean.broken[law] === undefined);
    const left = Object.keys(events).length > 0;
    const shown = { seed, laws: left ? Object.fromEntries(laws) : null };
    results.push(shown);
    onShown(shown);
  }
  return results;
}

/** `# trace of seed 9: F-1 60 times`. */
export function shownLine({ seed, laws }: Shown): string {
  const told = Object.entries(laws ?? {}).map(([law, times]) => `${law} ${times} times`);
  const nothing = laws === null ? 'none, the kernel ended' : 'no law is broken';
  return `# trace of seed ${seed.n}: ${told.join(', ') || nothing}`;
}

/** The generated part of docs/kernel-bench.md: what is named, and how many are not. */
export function shownText(shown: readonly Shown[]): string {
  const named = shown.filter(({ laws }) => laws !== null && Object.keys(laws).length > 0);
  const lost = shown.filter(({ laws }) => laws === null);
  const row = ({ seed, laws }: Shown): string => {
    const told = Object.entries(laws ?? {}).map(([law, times]) => `${law} ${times} times`);
    return `| seed ${seed.n} | ${seed.function}: ${seed.about} | ${told.join(', ')} |`;
  };
  return [
    `${shown.length} seeds were traced: the traces of ${named.length} break a law, ` +
      `${lost.length} kernels ended without one.`,
    '',
    '| seed | what is wrong | laws that its trace breaks |',
    '| --- | --- | --- |',
    ...named.map(row),
  ].join('\n');
}
