import { bookLitmuses } from './books.ts';
import { commandLitmuses } from './command-stream.ts';
import { executionComposed } from './composed.ts';
import { engineGroupLitmuses } from './engine-group.ts';
import { evictionFenceLitmuses } from './eviction-fence.ts';
import { groupPartitionLitmuses } from './group-partition.ts';
import { preemptFenceLitmuses } from './preempt-fence.ts';
import { worldLitmuses } from './worlds.ts';

/** The gallery of execution: engine groups, preemption and eviction, worlds without fences, what commands may touch. */
export const executionGallery = [
  ...engineGroupLitmuses,
  ...groupPartitionLitmuses,
  ...evictionFenceLitmuses,
  ...preemptFenceLitmuses,
  ...worldLitmuses,
  ...commandLitmuses,
  ...executionComposed,
  ...bookLitmuses,
];
