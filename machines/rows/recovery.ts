import { vocabulary } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { hangsNeedRecovery } from '../words/sentences.ts';
import { hangRecovery } from '../lifecycles/hang-recovery.ts';
import { computeParts } from './compute-jobs.ts';
import { fencedParts } from './fenced-jobs.ts';

const gpuScheduler = from('include/drm/gpu_scheduler.h');

export const recoveryParts = {
  ...fencedParts,
  ...computeParts,
  recovery: { of: hangRecovery, title: 'hang recovery' },
} as const;

const v = vocabulary(recoveryParts);
const reset = gpuScheduler('timedout_job: the scheduler is stopped, the hardware reset, the jobs on it are lost');

/** The timeout of the scheduler. Its steps never count as keeping a promise. */
export const recovery = v.row({
  name: 'hang-recovery',
  steps: v.steps(
    v.step('timeout', 'recovery', {
      moves: { recovery: 'timeout' },
      when: { 'fence[?]': 'visible' },
      any: { engine: 'held', fencedEngine: 'held', 'job[?]': 'done' },
      cite: hangsNeedRecovery,
    }),
    v.step('gpu_reset', 'recovery', { moves: { recovery: 'reset' }, atomic: 'hardware', cite: reset }),
    v.step('cancel_job', 'recovery', {
      moves: { 'fence[i]': 'dma_fence_signal', 'job[i]': 'cancel' },
      atomic: 'the scheduler is stopped',
      also: { fencedEngine: 'give.f[i]', fencedUnits: 'give.f[i]', fencedOther: 'give.f[i]' },
      when: { recovery: 'reset', 'job[i]': ['scheduled', 'dispatched', 'running', 'hung', 'done'] },
      cite: reset,
    }),
    v.step('kill_compute', 'recovery', {
      moves: { 'compute[k]': 'kill' },
      atomic: 'the scheduler is stopped',
      also: { engine: 'give.c[k]', units: 'give.c[k]', other: 'give.c[k]', 'fault[k]': 'squash' },
      when: { recovery: 'reset', 'compute[k]': ['scheduled', 'dispatched', 'running', 'faulted'] },
      cite: reset,
    }),
    v.step('restart', 'recovery', {
      moves: { recovery: 'restart' },
      when: { 'job[*]': ['idle', 'preparing', 'queued', 'parked'], 'compute[*]': ['idle', 'queued', 'preempted'] },
      cite: reset,
    }),
  ),
  ties: {
    requires: {
      compute_schedule: { recovery: 'armed' },
      // From the reset on the hardware does nothing until the scheduler runs again.
      ...Object.fromEntries(
        (
          [
            'hw_dispatch',
            'hw_run',
            'hw_done',
            'compute_dispatch',
            'compute_run',
            'compute_refault',
            'compute_ends',
            'user_ends_compute',
            'fault_raised',
          ] as const
        ).map((step) => [step, { recovery: '!reset' } as const]),
      ),
    },
  },
  promises: [{ name: 'recovery-ends', pending: { recovery: '!armed' }, ofRecovery: true, cite: hangsNeedRecovery }],
});
