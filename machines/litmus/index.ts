import { combinedLitmuses } from './combined.ts';
import { contractLitmuses } from './contract.ts';
import { fifoLitmuses } from './fifo.ts';
import { flushLitmuses } from './flush.ts';
import { hazardLitmuses } from './hazards.ts';
import { preemptLitmuses } from './preempt.ts';
import { recoveryLitmuses } from './recovery.ts';
import { reserveInFlightLitmuses } from './reserve-in-flight.ts';
import { reserveStaticLitmuses } from './reserve-static.ts';
import { separateMemoryLitmuses } from './separate-memory.ts';
import { smallLitmuses } from './small.ts';
import { storyLitmuses } from './story.ts';
import { trackDependenciesLitmuses } from './track-dependencies.ts';
import { userQueueLitmuses } from './user-queues.ts';

/** The gallery: every litmus test, family by family. */
export const litmusTests = [
  ...storyLitmuses,
  ...fifoLitmuses,
  ...preemptLitmuses,
  ...reserveStaticLitmuses,
  ...reserveInFlightLitmuses,
  ...flushLitmuses,
  ...separateMemoryLitmuses,
  ...trackDependenciesLitmuses,
  ...combinedLitmuses,
  ...contractLitmuses,
  ...hazardLitmuses,
  ...recoveryLitmuses,
  ...userQueueLitmuses,
  ...smallLitmuses,
];
