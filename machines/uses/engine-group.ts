import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { allWorkFlushed } from '../words/sentences.ts';
import { computeParts } from '../rows/compute-jobs.ts';
import { engineGroup, groupFaults, groupLaws, groupParts, groupSteps } from '../rows/engine-group.ts';
import { fencedJobs, fencedParts } from '../rows/fenced-jobs.ts';
import { lawsOf, mistake, type Use } from './use.ts';

const xeExec = from('drivers/gpu/drm/xe/xe_exec.c');

const off = { engine: 'give.c[k]', units: 'give.c[k]', other: 'give.c[k]' } as const;

/**
 * The engine group in front of the core's jobs: an exec is a submit, its push is the publish, a
 * suspended queue is preempted compute work.
 */
const g = vocabulary({ ...groupParts, ...fencedParts, ...computeParts } as const);
export const groupOfCore = g.row({
  name: 'group-of-core',
  steps: [],
  ties: {
    moves: { exec: { 'job[i]': 'submit' }, exec_with_deps: { 'job[i]': 'submit' }, push: { 'job[i]': 'arm' } },
    also: { suspend_answered: { 'compute[k]': 'preempt', ...off }, compute_submit: { work: 'queue' } },
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

const { 'suspended-before-visible': suspended, 'fences-before-fault-job': fences, 'readers-queue': queue } = groupLaws;

/** The fourth way out as xe takes it, lock by lock. */
export const engineGroupUse: Use = {
  name: 'engine-group',
  since: '6.12',
  about:
    'The engines of a group are in one of two modes: before a fence becomes visible all ' +
    'compute queues are suspended, and they are resumed once all fences are signaled.',
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
      'The mode is not looked at again under the write side of mode_sem: the second submission toggles it back.',
    ),
  ],
  lacking: { 'preempt-faulted': { requires: { suspend_answered: { 'compute[k]': '!faulted' } } } },
  // What is taken off the hardware comes back by `resume`.
  inOrder: { also: { suspend_answered: { ring: 'drop.c[k]' } } },
  inPlaceOf: { submit: ['exec', 'exec_with_deps'], publish: ['push'] },
  apart: {
    flush: 'both switch between the two kinds of work',
    'reserve-in-flight': 'both stand between a submit and its publish',
  },
};
