import type { Conformance } from './conformance.ts';
import { containerConformance } from './containers.ts';
import { dmaBufConformance } from './dma-buf.ts';
import { eventfdConformance } from './eventfd.ts';
import { execConformance, ticketConformance } from './exec.ts';
import { fenceConformance, fencesConformance } from './fence.ts';
import { notifierConformance } from './notifier.ts';
import { optionConformance } from './options.ts';
import { resvConformance } from './resv.ts';
import { schedConformance } from './sched.ts';
import { swSyncConformance } from './sw-sync.ts';
import { syncobjConformance } from './syncobj.ts';
import { ttmMovesConformance } from './ttm-moves.ts';
import { reserveConformance, ttmConformance } from './ttm.ts';

/** The systems that code of the kernel is led through, in the order in which they are run. */
export const conformance: readonly Conformance[] = [
  fenceConformance,
  fencesConformance,
  ...containerConformance,
  resvConformance,
  swSyncConformance,
  dmaBufConformance,
  syncobjConformance,
  eventfdConformance,
  execConformance,
  ticketConformance,
  reserveConformance,
  ttmConformance,
  ttmMovesConformance,
  schedConformance,
  notifierConformance,
  ...optionConformance,
];
export type { Conformance, Refused } from './conformance.ts';
