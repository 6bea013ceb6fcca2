import type { Cite, Row } from '../../src/system/vocabulary.ts';
import { fenceWaiter } from '../lifecycles/fence-waiter.ts';
import { recoveryParts } from './recovery.ts';

/**
 * Somebody who waits for a fence, and who must be done before hang recovery can reset. Who comes while recovery is at
 * it waits behind it.
 * @param part the new part; @param title what a person calls it; @param begins the step by which it begins to wait
 */
export const recoveryWaiter = (name: string, part: string, title: string, begins: string, cite: Cite): Row => ({
  name,
  parts: {
    [part]: { of: fenceWaiter, title },
    fence: recoveryParts.fence,
    recovery: recoveryParts.recovery,
  },
  steps: [
    {
      name: begins,
      actor: 'user',
      moves: { [part]: 'wait.f[i]' },
      when: { 'fence[i]': 'visible', recovery: 'armed' },
      cite,
    },
  ],
  ties: {
    requires: { gpu_reset: { [part]: 'idle' } },
    also: { signal: { [part]: 'signaled.f[i]' }, cancel_job: { [part]: 'signaled.f[i]' } },
  },
});
