import type { Litmus } from '../../src/litmus/litmus.ts';
import { executionGallery } from './execution/index.ts';
import { fenceGallery } from './fences/index.ts';
import { litmusTests } from './index.ts';
import { memoryLitmusTests } from './memory/index.ts';

/** Every litmus test: of the page-fault rows, of fences and their containers, of memory, of execution. */
export const gallery: readonly Litmus[] = [...litmusTests, ...fenceGallery, ...memoryLitmusTests, ...executionGallery];
