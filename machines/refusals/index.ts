import type { Refusal } from '../../src/system/vocabulary.ts';
import { jobRefusals } from './jobs.ts';
import { pageFaultRefusals } from './page-faults.ts';
import { optionRefusals } from './options.ts';

/**
 * Whose refusal it is where a step is not possible, by the step as written. A step that stands nowhere here is the model's: nothing is
 * asked of a driver without a source. A test holds that every step of jobs, page faults, options and hazards stands here.
 */
export const refusals: Readonly<Record<string, Refusal>> = {
  ...jobRefusals,
  ...pageFaultRefusals,
  ...optionRefusals,
};
