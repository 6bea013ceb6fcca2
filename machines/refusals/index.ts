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
 * Who refuses a step where it is not possible: a law of the kernel, or only the model. The key is
 * the name of the step or `row/step`, which comes first. A step that is not listed is refused by the
 * model only, because nothing is demanded of a driver without a source. A test checks that every
 * step of every row is listed.
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
