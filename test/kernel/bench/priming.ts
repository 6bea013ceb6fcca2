/**
 * What `export --to lockdep-priming` writes, as files that are compiled into the kernel under test.
 */
import type { Description } from '../../../machines/description/description.ts';
import { systemOf } from '../../../machines/description/system.ts';
import { lockdepPriming } from '../../../machines/exports/lockdep-priming.ts';

/** Together they have every context and every lock that can be put down. */
const described: readonly Description[] = [
  { driver: 'primed' },
  { driver: 'primed-flush', options: ['flush'] },
  {
    driver: 'primed-hazards',
    options: ['preempt'],
    hazards: [
      'reclaims-between-arm-and-push',
      'signal-path-takes-resv',
      'signal-path-reclaims',
      'run-job-takes-lock',
      'recovery-takes-submit-lock',
      'recovery-allocates',
    ],
  },
];

/**
 * Files of C, by name. They are compiled and not called: a priming that complains would end
 * lockdep.
 */
export const primingFiles = (): ReadonlyMap<string, string> =>
  new Map(described.map((one) => [`priming-${one.driver}.c`, lockdepPriming(one, systemOf(one))]));
