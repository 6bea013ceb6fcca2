import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { allWorkFlushed } from '../words/sentences.ts';
import { computeParts } from '../rows/compute-jobs.ts';
import { engineGroup, groupFaults, groupLaws, groupParts, groupSteps } from '../rows/engine-group.ts';
import { fencedJobs, fencedParts } from '../rows/fenced-jobs.ts';
import { repairParts } from '../rows/page-fault.ts';
import { recoveryParts } from '../rows/recovery.ts';
import { lawsOf, mistake, type Use } from './use.ts';

const xeExec = from('drivers/gpu/drm/xe/xe_exec.c');
const xeGt = from('drivers/gpu/drm/xe/xe_gt.c');
const xeGucSubmit = from('drivers/gpu/drm/xe/xe_guc_submit.c');

const off = { engine: 'give.c[k]', units: 'give.c[k]', other: 'give.c[k]' } as const;

/**
 * The engine group in front of the core's jobs: an exec is a submit, its push is the publish, a
 * suspended queue is preempted compute work.
 */
const g = vocabulary({
  ...groupParts,
  ...fencedParts,
  ...computeParts,
  recovery: recoveryParts.recovery,
  alloc: repairParts.alloc,
} as const);
/** The end of a destroyed queue: it needs no hardware, and waits for the reset that runs on the same ordered queue. */
const killed = g.steps(
  g.step('killed_job_ends', 'timeout_worker[i]', {
    moves: { 'fence[i]': 'dma_fence_signal', 'job[i]': 'cancel', 'groupFence[i]': 'done' },
    also: {
      fencedEngine: 'give.f[i]',
      fencedUnits: 'give.f[i]',
      fencedOther: 'give.f[i]',
      'alloc[*]': 'signaled.f[i]',
    },
    when: { 'groupFence[i]': 'killed', recovery: 'armed' },
    atomic: 'the fence lock',
    cite: xeGucSubmit('guc_exec_queue_timedout_job: a killed queue is taken off, what it has pending ends'),
  }),
);
export const groupOfCore = g.row({
  name: 'group-of-core',
  steps: killed,
  ties: {
    moves: { exec: { 'job[i]': 'submit' }, exec_with_deps: { 'job[i]': 'submit' }, push: { 'job[i]': 'arm' } },
    also: {
      suspend_answered: { 'compute[k]': 'preempt', ...off },
      compute_submit: { work: 'queue' },
      signal: { 'groupFence[i]': 'done' },
      cancel_job: { 'groupFence[i]': 'done' },
    },
    requires: { compute_schedule: { 'queue[k]': 'enabled' }, resume: { 'queue[k]': 'enabled' } },
  },
});
/**
 * The core's own submit and publish are the group's; nothing fails half way, for a submit of the
 * core has no way back.
 */
export const groupIsSubmit: Clause = g
  .about([...groupSteps, ...fencedJobs.steps] as { readonly name: string }[])
  .clause({
    name: 'composed/group-is-submit',
    says: xeExec('xe_exec_ioctl'),
    forbids: ['submit', 'publish', 'exec_fails', 'get_mode_interrupted', 'suspend_wait_fails'],
  });

/** Until 6.13 the ordered queue of a GT had no WQ_MEM_RECLAIM: under pressure its work waits for a new thread. */
const withoutMemReclaim: Clause = g.about(killed).clause({
  name: 'engine-group/gt-ordered-wq-without-mem-reclaim',
  says: xeGt('alloc_ordered_workqueue("gt-ordered-wq", 0), before e2d84e5b2205 (6.13)'),
  requires: { killed_job_ends: { 'alloc[*]': '!waiting' } },
});

const { 'suspended-before-visible': suspended, 'fences-before-fault-job': fences, 'readers-queue': queue } = groupLaws;

/** The fourth way out as xe takes it, lock by lock. */
export const engineGroupUse: Use = {
  name: 'engine-group',
  since: '6.12',
  about:
    'The engines of a group are in one of two modes. All compute queues are suspended before a ' +
    'fence becomes visible, and resumed after all fences are signaled.',
  says: allWorkFlushed,
  ownOrder: true,
  rows: [engineGroup, groupOfCore],
  wiring: [groupIsSubmit],
  clauses: lawsOf('engine-group', {
    'suspended-before-visible': suspended,
    'fences-before-fault-job': fences,
    'readers-queue': queue,
  }),
  mistakes: [
    mistake(
      'engine-group/no-recheck',
      groupFaults['no-recheck'],
      'The mode is not checked again under the write side of mode_sem: the second submission toggles it back.',
    ),
    mistake(
      'engine-group/destroys-without-kill',
      groupFaults['destroys-without-kill'],
      'A queue that is destroyed leaves its group, and its jobs are not killed.',
    ),
  ],
  lacking: { 'preempt-faulted': { requires: { suspend_answered: { 'compute[k]': '!faulted' } } } },
  // What is taken off the hardware comes back by `resume`.
  inOrder: { also: { suspend_answered: { ring: 'drop.c[k]' } } },
  inPlaceOf: { submit: ['exec', 'exec_with_deps'], publish: ['push'], signal: ['killed_job_ends'] },
  before: { '6.18': [withoutMemReclaim] },
  apart: {
    flush: 'both switch between the two kinds of work',
    'reserve-in-flight': 'both stand between a submit and its publish',
  },
};
