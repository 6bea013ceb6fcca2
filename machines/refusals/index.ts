import type { Refusal } from '../../src/system/vocabulary.ts';
import { bufferRefusals } from './buffers.ts';
import { executionRefusals } from './execution.ts';
import { fenceRefusals } from './fences.ts';
import { jobRefusals } from './jobs.ts';
import { memoryRefusals } from './memory.ts';
import { mistakeRefusals } from './mistakes.ts';
import { optionRefusals } from './options.ts';
import { pageFaultRefusals } from './page-faults.ts';

/**
 * Whose refusal it is where a step is not possible: by the step as written or, where rows share a
 * name, by `row/step`, which comes first. The refusal of a step that is not listed is the model's:
 * nothing is asked of a driver without a source. A test checks that every step of every row is listed.
 */
export const refusals: Readonly<Record<string, Refusal>> = {
  ...mistakeRefusals,
  ...fenceRefusals,
  ...bufferRefusals,
  ...memoryRefusals,
  ...executionRefusals,
  ...jobRefusals,
  ...pageFaultRefusals,
  ...optionRefusals,
};
