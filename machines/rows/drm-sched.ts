import { vocabulary } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { fencesComplete, hangsNeedRecovery } from '../words/sentences.ts';
import { dmaFence } from '../lifecycles/dma-fence.ts';
import { drmSched, drmSchedEntity, drmSchedJob, hwError } from '../lifecycles/drm-sched-job.ts';
import { ring } from '../lifecycles/ring.ts';
import { slot } from '../lifecycles/slot.ts';

const gpuScheduler = from('include/drm/gpu_scheduler.h');
const schedMain = from('drivers/gpu/drm/scheduler/sched_main.c');
const schedEntity = from('drivers/gpu/drm/scheduler/sched_entity.c');

const api = (says: string) => gpuScheduler(says);
const main = (says: string) => schedMain(says);
const entityC = (says: string) => schedEntity(says);

export const schedParts = {
  job: { of: drmSchedJob, family: 'fenced', title: 'drm_sched_job' },
  scheduled: { of: dmaFence, family: 'fenced', title: 'scheduled fence' },
  hw: { of: dmaFence, family: 'fenced', title: 'hardware fence' },
  finished: { of: dmaFence, family: 'fenced', title: 'finished fence' },
  error: { of: hwError, family: 'fenced', title: 'error of the hardware fence' },
  queue: { of: ring, title: 'queue of the entity' },
  entity: { of: drmSchedEntity, title: 'entity' },
  sched: { of: drmSched, title: 'scheduler' },
  credit: {
    of: slot(
      'credit',
      ['f[1]', 'f[2]', 'f[3]'],
      'include/drm/gpu_scheduler.h: credit_limit',
      'One job holds the credit.',
      'The credit is',
    ),
    title: 'credit',
  },
} as const;
const v = vocabulary(schedParts);

const steps = v.steps(
  v.step('push', 'user', {
    moves: { 'job[i]': 'push', 'scheduled[i]': 'publish', 'finished[i]': 'publish', queue: 'enter.f[i]' },
    when: { entity: 'alive', sched: 'running' },
    atomic: 'the entity lock',
    cite: entityC('drm_sched_entity_push_job'),
  }),
  v.step('run_job', 'scheduler[i]', {
    moves: {
      'job[i]': 'run_job',
      credit: 'take.f[i]',
      queue: 'leave.f[i]',
      'hw[i]': 'publish',
      'scheduled[i]': 'dma_fence_signal',
    },
    when: { credit: 'free', entity: 'alive' },
    atomic: 'the work of the scheduler',
    cite: api('run_job: the hardware fence is returned, then scheduled is signaled'),
  }),
  v.step('hw_signals', 'hardware[i]', {
    moves: { 'job[i]': 'hw_done', 'hw[i]': 'dma_fence_signal' },
    atomic: 'the fence lock',
    cite: api('struct drm_sched_fence: the hardware fence is signaled before the finished fence'),
  }),
  v.step('finish', 'signaler[i]', {
    moves: { 'job[i]': 'finish', 'finished[i]': 'dma_fence_signal' },
    also: { credit: 'give.f[i]' },
    atomic: 'the fence lock',
    cite: main('drm_sched_job_done: atomic_sub(s_job->credits, &sched->credit_count); drm_sched_fence_finished'),
  }),
  v.step('free_job', 'user', {
    moves: { 'job[i]': 'free_job', 'scheduled[i]': 'dma_fence_init', 'finished[i]': 'dma_fence_init' },
    also: { 'hw[i]': 'dma_fence_init', 'error[i]': 'forget' },
    cite: api('free_job'),
  }),
  v.step('timedout_job', 'recovery', { moves: { 'job[i]': 'timedout_job' }, cite: api('timedout_job') }),
  v.step('reset', 'recovery', {
    moves: { 'job[i]': 'reset', 'hw[i]': 'dma_fence_signal', 'error[i]': 'ETIME' },
    atomic: 'the scheduler is stopped',
    cite: api('DRM_GPU_SCHED_STAT_RESET'),
  }),
  v.step('no_hang', 'user', { moves: { 'job[i]': 'no_hang' }, cite: api('DRM_GPU_SCHED_STAT_NO_HANG') }),
  v.step('kill_entity', 'user', { moves: { entity: 'drm_sched_entity_kill' }, cite: entityC('drm_sched_entity_kill') }),
  v.step('kill_job', 'entity_kill[i]', {
    moves: {
      'job[i]': 'kill',
      queue: 'leave.f[i]',
      'finished[i]': 'dma_fence_signal',
      'scheduled[i]': 'dma_fence_signal',
    },
    // Each job waits for the finished fence of the one before, the first for that of last_scheduled.
    when: { entity: 'killed', 'job[*]': ['none', 'queued', 'finished'] },
    cite: entityC('drm_sched_entity_kill: dma_fence_add_callback(prev, ..., drm_sched_entity_kill_jobs_cb)'),
  }),
  v.step('drm_sched_fini', 'user', {
    moves: { sched: 'drm_sched_fini' },
    when: { entity: 'killed', 'job[*]': '!queued' },
    cite: main('drm_sched_fini'),
  }),
  v.step('cancel_job', 'fini[i]', {
    moves: { 'job[i]': 'cancel_job', 'hw[i]': 'dma_fence_signal', 'error[i]': 'ECANCELED' },
    when: { sched: 'stopped' },
    cite: api('cancel_job: signal the hardware fence with an error such as -ECANCELED'),
  }),
);

/** A scheduler with one credit, an entity, and its jobs. */
export const drmScheduler = v.row({
  name: 'drm-sched',
  steps,
  promises: [
    { name: 'finished-signals', pending: { 'finished[i]': 'visible' }, cite: fencesComplete },
    { name: 'hw-signals', pending: { 'hw[i]': 'visible' }, cite: api('cancel_job') },
    { name: 'timeout-handled', pending: { 'job[i]': 'timed_out' }, ofRecovery: true, cite: api('timedout_job') },
  ],
  invariants: [
    {
      name: 'scheduled-before-hw',
      never: { 'scheduled[i]': 'visible', 'hw[i]': 'signaled' },
      cite: api('struct drm_sched_fence: scheduled'),
    },
    {
      name: 'hw-before-finished',
      never: { 'finished[i]': 'signaled', 'hw[i]': 'visible' },
      cite: api('struct drm_sched_fence: finished'),
    },
    {
      name: 'no-credit-left-behind',
      never: { credit: 'held', 'job[*]': ['none', 'queued', 'finished'] },
      cite: api('credit_limit'),
    },
  ],
});

const about = v.about(steps);
export const schedClauses = {
  teardownCancels: about.clause({
    name: 'drm-sched/fini-stops-hardware',
    says: main('drm_sched_fini: stops the scheduler'),
    about: 'The hardware stops with the scheduler and raises no more interrupts.',
    requires: { hw_signals: { sched: 'running' } },
  }),
  noCancel: about.clause({
    name: 'drm-sched/no-cancel-job',
    says: api('cancel_job: drivers without it leak pending jobs on teardown'),
    about: 'The driver has no cancel_job.',
    forbids: ['cancel_job'],
  }),
  hangs: about.clause({
    name: 'drm-sched/hardware-may-hang',
    says: hangsNeedRecovery,
    forbids: ['hw_signals'],
    adds: v.steps(
      v.step('hw_signals_at_last', 'hardware_event', { moves: { 'job[i]': 'hw_done', 'hw[i]': 'dma_fence_signal' } }),
    ),
  }),
  killedJobsLeft: about.clause({
    name: 'drm-sched/killed-jobs-left',
    says: entityC('drm_sched_entity_kill: finish all jobs of a killed entity with an error'),
    about: 'The queued jobs of a killed entity are not finished.',
    forbids: ['kill_job'],
  }),
  finishedFirst: about.clause({
    name: 'drm-sched/finished-before-hardware',
    says: api('struct drm_sched_fence: finished is signaled when the hardware fence is'),
    about: 'The finished fence is signaled when the job is handed to the hardware.',
    also: { run_job: { 'finished[i]': 'dma_fence_signal' } },
  }),
  creditLost: about.clause({
    name: 'drm-sched/credit-lost',
    says: main('drm_sched_job_done: the credits are given back when it is done'),
    about: 'The credit of a completed job is not returned.',
    forbids: ['finish'],
    adds: v.steps(
      v.step('finish_without_credit', 'signaler[i]', {
        moves: { 'job[i]': 'finish', 'finished[i]': 'dma_fence_signal' },
      }),
    ),
  }),
  resetNever: about.clause({
    name: 'drm-sched/timeout-does-nothing',
    says: api('timedout_job'),
    about: 'The timeout handler returns without a reset.',
    forbids: ['reset'],
  }),
} as const;
