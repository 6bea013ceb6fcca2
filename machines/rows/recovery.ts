import { vocabulary } from '../../src/system/vocabulary.ts';
import { contract, source } from '../words/cites.ts';
import { hangRecovery } from '../lifecycles/hang-recovery.ts';
import { computeParts } from './compute-jobs.ts';
import { fencedParts } from './fenced-jobs.ts';

export const recoveryParts = { ...fencedParts, ...computeParts, recovery: { of: hangRecovery, title: 'hang recovery' } } as const;

const v = vocabulary(recoveryParts);
const reset = source('include/drm/gpu_scheduler.h', 'timedout_job: the scheduler is stopped, the hardware reset, the jobs on it are lost');

/** The timeout of the scheduler. Its steps never count as keeping a promise. */
export const recovery = v.row({
  name: 'hang-recovery',
  steps: v.steps(
    { name: 'timeout', actor: 'recovery', moves: { recovery: 'timeout' }, when: { 'fence[?]': 'visible' }, any: { engine: 'held', fencedEngine: 'held', 'job[?]': 'done' }, cite: contract('Fences which represent kernels and shaders submitted by userspace, which could run forever, must be backed up by timeout and gpu hang recovery code.') },
    { name: 'gpu_reset', actor: 'recovery', moves: { recovery: 'reset' }, atomic: 'hardware', cite: reset },
    {
      name: 'cancel_job', actor: 'recovery', moves: { 'fence[i]': 'dma_fence_signal', 'job[i]': 'cancel' }, atomic: 'the scheduler is stopped',
      also: { fencedEngine: 'give.f[i]', fencedUnits: 'give.f[i]', fencedOther: 'give.f[i]' },
      when: { recovery: 'reset', 'job[i]': ['scheduled', 'dispatched', 'running', 'done'] }, cite: reset,
    },
    {
      name: 'kill_compute', actor: 'recovery', moves: { 'compute[k]': 'kill' }, atomic: 'the scheduler is stopped',
      also: { engine: 'give.c[k]', units: 'give.c[k]', other: 'give.c[k]', 'fault[k]': 'squash' },
      when: { recovery: 'reset', 'compute[k]': ['scheduled', 'dispatched', 'running', 'faulted'] }, cite: reset,
    },
    {
      name: 'restart', actor: 'recovery', moves: { recovery: 'restart' },
      when: { 'job[*]': ['idle', 'preparing', 'queued'], 'compute[*]': ['idle', 'queued', 'preempted'] }, cite: reset,
    },
  ),
  ties: {
    requires: {
      schedule: { recovery: 'armed' }, compute_schedule: { recovery: 'armed' },
      // From the reset on the hardware does nothing until the scheduler runs again.
      ...Object.fromEntries((['hw_dispatch', 'hw_run', 'hw_done', 'compute_dispatch', 'compute_run', 'compute_refault', 'compute_ends', 'user_ends_compute', 'fault_raised'] as const).map((step) => [step, { recovery: '!reset' } as const])),
    },
  },
  promises: [{ name: 'recovery-ends', pending: { recovery: '!armed' }, ofRecovery: true, cite: contract('Fences which represent kernels and shaders submitted by userspace, which could run forever, must be backed up by timeout and gpu hang recovery code.') }],
});
