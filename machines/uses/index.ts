import { dynamicImportUse } from './dynamic-import.ts';
import { engineGroupUse } from './engine-group.ts';
import { evictionFenceUse } from './eviction-fence.ts';
import { memoryRegionUse, odpUse } from './memory-region.ts';
import { preemptFenceUse } from './preempt-fence.ts';
import { shrinkerUse } from './shrinker.ts';
import { svmUse } from './svm.ts';
import { tilerHeapUse } from './tiler-heap.ts';
import type { Use } from './use.ts';
import { userptrUse } from './userptr.ts';
import { userQueuesUse } from './user-queues.ts';

export type { Use } from './use.ts';

/** What a driver may use beside jobs and page faults. */
export const uses: readonly Use[] = [
  dynamicImportUse,
  userptrUse,
  svmUse,
  shrinkerUse,
  tilerHeapUse,
  engineGroupUse,
  evictionFenceUse,
  userQueuesUse,
  preemptFenceUse,
  odpUse,
  memoryRegionUse,
];
