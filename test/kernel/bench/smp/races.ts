/**
 * Races on several processors: the kernel as shipped, seeds that only they show, KCSAN, and
 * st-dma-fence's own.
 */
import { join } from 'node:path';

import type { Seed } from '../../seeds/seed.ts';
import { bootSeveral } from './boot.ts';
import type { Asked } from './threads.ts';

const races = 'finite_smp_race';
/**
 * Windows in microseconds that a seed is tried with; the last makes it sure where the first leaves
 * it to chance.
 */
const windows = [0, 20, 2000];

/** The kernel as shipped: nothing is wrong in any round. */
export async function askShipped(image: string, logs: string): Promise<Asked> {
  const boot = await bootSeveral(image, {
    filter: `${races}*`,
    log: join(logs, 'smp-race.log'),
    args: ['ff_rounds=300'],
    processors: 3,
    seconds: 180,
  });
  const bad = boot.cases.filter(({ ok }) => !ok).map(({ name }) => name);
  return {
    name: 'races as shipped',
    ok: boot.cases.length === 6 && bad.length === 0 && boot.noise.length === 0,
    says: `${boot.cases.length} races of 300 rounds, ${bad.length} wrong${bad.join()} ${boot.noise[0] ?? ''}`.trim(),
  };
}

/** race_signal_callback of st-dma-fence, which never ends on one processor. */
export async function askOwn(image: string, logs: string): Promise<Asked> {
  const boot = await bootSeveral(image, {
    filter: null,
    log: join(logs, 'smp-selftest.log'),
    args: ['dmabuf_selftests.st_filter=race_signal_callback'],
    processors: 3,
    seconds: 120,
  });
  const messages = boot.lines.filter((line) =>
    /dma-buf: Running dma_fence\/race|passes, .* failures/i.test(line),
  );
  const bad = boot.lines.some((line) => /\*ERROR\*|failed with error|Saw \d+ .* after/.test(line));
  return {
    name: 'race_signal_callback of st-dma-fence',
    ok: boot.code === 0 && messages.length > 0 && !bad,
    says: messages.map((line) => line.trim()).join('; ') || 'it did not run',
  };
}

type Fate = {
  readonly race: string | null;
  readonly window: number;
  readonly how: string;
  /** Its time was over, and it has not answered. */
  readonly late: boolean;
};

async function tried(
  image: string,
  logs: string,
  seed: Seed,
  window: number,
  args: readonly string[] = [],
): Promise<Fate> {
  const boot = await bootSeveral(image, {
    // One that should kill is asked alone: a race that goes wrong ends the boot.
    filter: 'survives' in seed.kill ? `${races}*` : `${races}.${seed.kill.suite}`,
    log: join(logs, `smp-seed-${seed.n}-window-${window}${args.length > 0 ? '-kcsan' : ''}.log`),
    args: [`ff_seed=${seed.n}`, `ff_window=${window}`, 'ff_rounds=100', ...args],
    processors: 3,
    seconds: 600,
  });
  const failed = boot.cases.find(({ ok }) => !ok)?.name ?? null;
  // What ends the kernel has no result line: it is the race that was asked, where that is one.
  const asked = 'survives' in seed.kill ? 'a race' : seed.kill.suite;
  // Who ran out of time has not answered: a race that is stuck restarts the kernel by itself.
  const died = boot.unfinished !== null && !boot.late;
  const ended = died ? (boot.unfinished?.name ?? asked) : null;
  const kcsan = boot.lines.find((line) => line.includes('BUG: KCSAN'));
  const word = kcsan ?? boot.noise[0] ?? boot.lines.find((line) => line.includes('race: ')) ?? '';
  const how = word.trim().replace(/^# \w+: /, '');
  // Of a corrupted list the kernel prints the addresses, which are others in each boot.
  return {
    race: failed ?? ended,
    window,
    late: boot.late,
    how: how.replace(/(corruption)\W.*f{4}[0-9a-f]{12}.*$/, '$1'),
  };
}

/** A seed: which race shows it, with what window, and whether KCSAN tells of it. */
export async function askSeed(image: string, logs: string, seed: Seed): Promise<Asked> {
  const fates: Fate[] = [];
  for (const window of windows) {
    const fate = await tried(image, logs, seed, window);
    fates.push(fate);
    if (fate.race !== null) break;
  }
  const kcsan = await tried(image, logs, seed, 0, [
    'kcsan.early_enable=1',
    'kcsan.skip_watch=5',
    'kcsan.udelay_task=300',
  ]);
  const hit = fates.find(({ race }) => race !== null);
  const told = kcsan.how.includes('KCSAN') ? kcsan.how.replace(/^.*BUG: /, '') : 'KCSAN silent';
  const survived = hit === undefined;
  const open = fates.find(({ late, race }) => late && race === null);
  if (survived && open !== undefined)
    return {
      name: `seed ${seed.n}, ${seed.function}: ${seed.about}`,
      ok: false,
      says: `no answer in time with a window of ${open.window} µs`,
    };
  const says = survived
    ? `survives${'survives' in seed.kill ? ` (${seed.kill.survives})` : ''}`
    : `killed by ${hit.race} with a window of ${hit.window} µs: ${hit.how}`;
  return {
    name: `seed ${seed.n}, ${seed.function}: ${seed.about}`,
    ok:
      ('survives' in seed.kill ? survived : hit?.race === seed.kill.suite) &&
      (seed.kcsan === undefined || told.includes(seed.kcsan)),
    says: `${says}; ${told}`,
  };
}
