/** One boot a seeded bug: which suites fail, by the smallest cover, and whether that is what the seed says. */
import { join } from 'node:path';

import type { Cover, Seed } from '../seeds/seed.ts';
import { boot, type Boot } from './boot.ts';

export type Seen = {
  readonly seed: Seed;
  /** Every suite that failed, with the smallest cover that did. */
  readonly killed: Readonly<Record<string, string>>;
  readonly noise: readonly string[];
  readonly ended: 'halted' | 'panicked' | 'hung';
  readonly seconds: number;
  readonly asExpected: boolean;
};

export const coverOrder: readonly Cover[] = ['steps', 'transitions', 'edges', 'refusals', 'log'];
const short = (suite: string): string => suite.replace('finite_fence_', '');

/** The suites that fail: of each the first case. One that the kernel died in fails in the case
 * that ran, which is the first where the kernel could not even print its name. */
export function failures({
  cases,
  unfinished,
}: Pick<Boot, 'cases' | 'unfinished'>): Readonly<Record<string, string>> {
  const failed: Record<string, string> = {};
  for (const { suite, name, ok } of cases) if (!ok) failed[short(suite)] ??= name;
  if (unfinished !== null) failed[short(unfinished.suite)] ??= unfinished.name ?? 'steps';
  return failed;
}

export function judged(
  seed: Seed,
  killed: Readonly<Record<string, string>>,
  noise: readonly string[],
): boolean {
  const { kill } = seed;
  if ('survives' in kill) return Object.keys(killed).length === 0 && noise.length === 0;
  if (kill.cover === 'log') return Object.keys(killed).length === 0 && noise.length > 0;
  return killed[kill.suite] === kill.cover;
}

/** Boots the seeded image once a seed, two at a time. `filterOf` says which suites are run. */
export async function matrix(
  image: string,
  seeds: readonly Seed[],
  {
    logs,
    filterOf,
    onSeen,
    seconds = 20,
  }: {
    logs: string;
    filterOf: (seed: Seed) => string;
    onSeen?: (seen: Seen) => void;
    seconds?: number;
  },
): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  const todo = [...seeds];
  const worker = async (): Promise<void> => {
    for (let seed = todo.shift(); seed !== undefined; seed = todo.shift()) {
      const log = join(logs, `seed-${seed.n}.log`);
      const one = await boot(image, {
        filter: filterOf(seed),
        log,
        args: [`ff_seed=${seed.n}`],
        seconds,
      });
      const killed = failures(one);
      const panicked = one.noise.some((line) => line.includes('Kernel panic'));
      const result: Seen = {
        seed,
        killed,
        noise: one.noise,
        ended: panicked
          ? 'panicked'
          : one.unfinished === null && one.code === 0
            ? 'halted'
            : 'hung',
        seconds: one.seconds,
        asExpected: judged(seed, killed, one.noise),
      };
      seen.push(result);
      onSeen?.(result);
    }
  };
  await Promise.all([worker(), worker()]);
  return seen.toSorted((a, b) => a.seed.n - b.seed.n);
}
