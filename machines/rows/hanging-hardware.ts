import { vocabulary } from '../../src/system/vocabulary.ts';
import { hangsNeedRecovery } from '../words/sentences.ts';
import { fencedParts } from './fenced-jobs.ts';

const v = vocabulary({ job: fencedParts.job });

/**
 * A job may hang on the hardware for ever: userspace gave it a shader that never ends. Nobody but hang recovery ends
 * it, so recovery is then part of what completes its fence.
 */
export const hangingHardware = v.row({
  name: 'hanging-hardware',
  steps: v.steps(
    v.step('hw_hangs', 'hardware_event', {
      moves: { 'job[i]': 'hw_hang' },
      atomic: 'hardware',
      cite: hangsNeedRecovery,
    }),
  ),
});
