import type { Refusal } from '../../src/system/vocabulary.ts';
import { jobRefusals } from './jobs.ts';
import { pageFaultRefusals } from './page-faults.ts';
import { optionRefusals } from './options.ts';

/**
 * Whose refusal it is where a step is not possible, by the step as written. The refusal of a step
 * that is not listed is the model's: nothing is asked of a driver without a source. A test checks
 * that every step of jobs, page faults, options and hazards is listed.
 */
export const refusals: Readonly<Record<string, Refusal>> = {
  ...jobRefusals,
  ...pageFaultRefusals,
  ...optionRefusals,
};
