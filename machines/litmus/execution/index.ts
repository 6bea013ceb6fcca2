import { engineGroupLitmuses } from './engine-group.ts';

/** The gallery of execution: engine groups, preemption and eviction, worlds without fences, what commands may touch. */
export const executionGallery = [...engineGroupLitmuses];
