import { bookLitmuses } from './books.ts';
import { composedLitmuses } from './composed.ts';
import { devicePrivateLitmuses } from './device-private.ts';
import { drmExecLitmuses } from './drm-exec.ts';
import { dmaBufLitmuses } from './dma-buf.ts';
import { faultQueueLitmuses } from './fault-queue.ts';
import { gemShrinkerLitmuses } from './gem-shrinker.ts';
import { intervalNotifierLitmuses } from './interval-notifier.ts';
import { lockOrderLitmuses } from './lock-order.ts';
import { memoryRegionLitmuses } from './memory-region.ts';
import { pinnedBoLitmuses } from './pinned-bo.ts';

/** The gallery of shared and pinned memory, page faults and locks. */
export const memoryLitmusTests = [
  ...dmaBufLitmuses,
  ...pinnedBoLitmuses,
  ...drmExecLitmuses,
  ...gemShrinkerLitmuses,
  ...intervalNotifierLitmuses,
  ...devicePrivateLitmuses,
  ...faultQueueLitmuses,
  ...memoryRegionLitmuses,
  ...lockOrderLitmuses,
  ...composedLitmuses,
  ...bookLitmuses,
];
