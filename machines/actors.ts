import type { Actors } from '../src/system/vocabulary.ts';
import { coreActors } from './rows/core-actors.ts';
import { executionActors } from './rows/execution-actors.ts';
import { memoryActors } from './rows/memory-actors.ts';

/**
 * One cast for systems in which rows meet. Where a row knows an actor of the core as fairer, the
 * core's own word holds.
 */
export const actors = {
  ...memoryActors,
  ...executionActors,
  ...coreActors,
  /** The firmware that asks for tiler memory, beside one that schedules queues. */
  heap_firmware: { fair: 'weak' },
} as const satisfies Actors;
