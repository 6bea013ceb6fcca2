/**
 * Seeded bugs of the kernel and mistakes of the mock GPU: what is asked of each, and what became of
 * it.
 */
import { join } from 'node:path';

import { conformance } from '../../../machines/conformance/index.ts';
import type { Misfit } from '../seeds/edit.ts';
import { seeds } from '../seeds/index.ts';
import { mistakes } from '../seeds/mock-gpu.ts';
import type { Kill } from '../seeds/seed.ts';
import { build, seed as writeSeeds, type Place } from './build.ts';
import { byHand } from './by-hand.ts';
import { home } from './linux.ts';
import { matrix, type Seen, type Trial } from './matrix.ts';
import { nameOf } from './suites.ts';
import { shownBy, shownLine, type Shown } from './trace-matrix.ts';
import { say, seedLine, timed } from './words.ts';

/** Which seeded bugs and mistakes are asked, by number, and how. */
export type Asking = {
  readonly seeds: readonly number[];
  readonly mistakes: readonly number[];
  /** Every suite for each of them, not the one that should kill it. */
  readonly matrix: boolean;
  /** Whether seeded bugs are looked for in traces, too. */
  readonly traces: boolean;
};

const logs = join(home, 'logs');
const allOfKernel = 'finite_fence*';
const allOfMock = 'finite_gpu*';

/** The suites of KUnit that are run for one that `kill` is said of. */
function filterOf(kill: Kill, every: boolean, everySuite: string): string {
  if (every || 'survives' in kill || kill.cover === 'log') return everySuite;
  const conforming = conformance.find(({ id }) => id === kill.suite);
  if (conforming !== undefined) return nameOf(conforming);
  return byHand.find(({ id }) => id === kill.suite)?.name ?? everySuite;
}

function trialsOf(
  asking: Asking,
  misfits: ReadonlySet<number>,
): { readonly kernel: readonly Trial[]; readonly driver: readonly Trial[] } {
  const kernel = seeds
    .filter(({ n }) => asking.seeds.includes(n) && !misfits.has(n))
    .map(({ n, function: fn, about, kill, monitor }): Trial => {
      // Only the mock GPU shows some of what is wrong in the kernel.
      const mock = 'suite' in kill && kill.suite === 'preempt';
      return {
        what: 'seed',
        n,
        about: `${fn}: ${about}`,
        kill,
        arg: `ff_seed=${n}`,
        filter: filterOf(kill, asking.matrix && !mock, allOfKernel),
        ...(monitor === undefined ? {} : { monitor }),
      };
    });
  const driver = mistakes
    .filter(({ n }) => asking.mistakes.includes(n))
    .map(({ n, about, kill }): Trial => {
      const filter = filterOf(kill, asking.matrix, allOfMock);
      return { what: 'mistake', n, about, kill, arg: `ff_mistake=${n}`, filter };
    });
  return { kernel, driver };
}

/** What became of them. */
export type Seeded = {
  readonly seen: readonly Seen[];
  /** Seeds that this kernel has no place for. */
  readonly misfits: readonly Misfit[];
  readonly shown: readonly Shown[];
  /** The image with the seeds in it; null: none was asked for. */
  readonly seeded: string | null;
};

/** `withMock`: the kernel has what the mock GPU needs. */
export async function seededOn(
  place: Place,
  image: string,
  asking: Asking,
  withMock: boolean,
): Promise<Seeded> {
  const called = `Linux ${place.source.version}`;
  const misfits = writeSeeds(place);
  const { kernel, driver } = trialsOf(asking, new Set(misfits.map(({ seed }) => seed.n)));
  const tell = (result: Seen): void => say(seedLine(result));
  // Mistakes of the mock are a word of the image as shipped.
  const ofDriver =
    driver.length > 0 && withMock
      ? await timed(`${called}, ${driver.length} mistakes`, () => matrix(image, driver, logs, tell))
      : [];
  if (kernel.length === 0) return { seen: ofDriver, misfits, shown: [], seeded: null };

  const seeded = await timed(`${called}, build with seeded bugs`, () => build(place, true));
  const ofKernel = await timed(`${called}, ${kernel.length} seeded bugs`, () =>
    matrix(seeded, kernel, logs, tell),
  );
  const asked = seeds.filter(({ n }) => kernel.some((trial) => trial.n === n));
  const images = { shipped: image, seeded };
  const shown = asking.traces
    ? await timed(`${called}, traces of seeds`, () =>
        shownBy(images, asked, logs, (result) => say(shownLine(result))),
      )
    : [];
  return { seen: [...ofDriver, ...ofKernel], misfits, shown, seeded };
}
