/**
 * The second kernel of the same source: x86 with several processors, for what one processor cannot
 * show. KCSAN sees the files under test only, and is on only where it is asked for.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { seedsOfTwo } from '../../seeds/two-processors.ts';
import type { Bench } from '../build.ts';

const here = import.meta.dirname;
const watched = ['dma-fence', 'dma-fence-array', 'dma-fence-chain', 'dma-resv', 'sync_file'];

/** make's own KCSAN_SANITIZE=n beats every Makefile's, and that of one file beats make's. */
const sanitized = watched.flatMap((name) => [
  `KCSAN_SANITIZE_${name}.o := y`,
  `KCSAN_SANITIZE_seeded-${name}.o := y`,
]);

/** The kernel with several processors, as it is built. */
export const severalProcessors: Bench = {
  arch: 'x86_64',
  name: '-smp',
  folders: [
    {
      path: 'drivers/dma-buf',
      objects: watched.map((name) => `${name}.o`),
      more: ['obj-$(CONFIG_FINITE_FENCE) += finite-fence/', ...sanitized].join('\n'),
    },
  ],
  seeds: seedsOfTwo,
  adapters: join(here, '../../adapters/smp'),
  kconfig: join(here, 'Kconfig.finite-fence'),
  config: () => readFileSync(join(here, 'smp.config'), 'utf8'),
  variables: ['KCSAN_SANITIZE=n'],
  target: 'bzImage',
  image: 'arch/x86/boot/bzImage',
};
