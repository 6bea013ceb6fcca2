import { vocabulary } from '../../src/system/vocabulary.ts';
import { dmaBuf } from '../words/cites.ts';
import { allocationsDoNotGate, untilSignaled } from '../words/sentences.ts';
import { oneShot } from '../lifecycles/one-shot.ts';
import { reservation } from '../lifecycles/reservation.ts';
import { computeJobs, computeParts } from '../rows/compute-jobs.ts';
import { fencedJobs, fencedParts } from '../rows/fenced-jobs.ts';
import { lockOfRepair, lockParts } from '../rows/repair-lock.ts';
import { places, shown } from '../words/instrument.ts';
import { waitsUnderLock, weakHardware } from './columns.ts';
import type { Variant, WayOut } from './way-out.ts';

const parts = {
  ...fencedParts,
  ...computeParts,
  repairLock: lockParts.repairLock,
  reservation: { of: reservation, family: 'fenced', title: 'reservation' },
} as const;
const v = vocabulary(parts);
const says = dmaBuf(
  'The reservation approach could be further refined by only reserving the hardware ' +
    'resources for DMA fence workloads when they are in-flight. This must cover the time ' +
    'from when the DMA fence is visible to other threads up to moment when fence is ' +
    'completed through dma_fence_signal().',
);

/**
 * A submit wants the hardware, passes on when it need not wait for it, and has it, once compute
 * work has left it, until it lets go.
 */
const steps = v.steps(
  v.step('pass', 'submit[i]', { moves: { 'job[i]': 'clear' }, cite: says }),
  v.step('reserve', 'submit[i]', {
    moves: { 'reservation[i]': 'obtain' },
    when: { 'compute[*]': ['idle', 'preempted'] },
    atomic: 'the scheduler lock',
    cite: says,
  }),
  v.step('release_early', 'user', { moves: { 'reservation[i]': 'release' }, cite: says }),
  v.step('hold_back', 'compute_scheduler[k]', {
    moves: { 'compute[k]': 'preempt' },
    when: { 'compute[k]': 'queued', 'reservation[?]': ['wanted', 'held'] },
    atomic: 'the scheduler lock',
    cite: says,
  }),
);

const mechanism = v.row({
  name: 'reserve-in-flight',
  steps,
  ties: {
    requires: {
      publish: { 'job[i]': 'preparing.cleared' },
      compute_submit: { 'reservation[*]': 'none' },
      resume: { 'reservation[*]': 'none' },
    },
    also: {
      submit: { 'reservation[i]': 'want' },
      signal: { 'reservation[i]': 'release' },
      cancel_job: { 'reservation[i]': 'release' },
    },
  },
});

const about = v.about([
  { name: 'see_flushed' } as const,
  ...fencedJobs.steps,
  ...computeJobs.steps,
  ...steps,
  ...lockOfRepair.steps,
]);

const requeueing = vocabulary({ ...parts, reset: { of: oneShot, title: 'reset' } });
const requeue = requeueing.steps(
  requeueing.step('reset_requeues', 'user', {
    moves: { 'job[i]': 'requeue', reset: 'spend' },
    atomic: 'the scheduler is stopped',
    cite: {
      file: 'drivers/gpu/drm/scheduler/sched_main.c',
      says: 'drm_sched_resubmit_jobs: jobs whose fence is not signaled when a reset comes run again',
    },
  }),
);

/** Weaker readings of the clauses, each with the clause that it stands in for. */
const variants: readonly Variant[] = [
  {
    instead: 'reserve-in-flight/until-signaled',
    clause: about.clause({
      name: 'reserve-in-flight/released-at-hw-done',
      says: untilSignaled,
      forbids: ['release_early'],
      also: { hw_done: { 'reservation[i]': 'release' } },
    }),
  },
  {
    instead: 'reserve-in-flight/until-signaled',
    rows: [requeueing.row({ name: 'reset-requeues', steps: requeue })],
    clause: about.clause({
      name: 'reserve-in-flight/released-at-hw-done-then-reset',
      says: untilSignaled,
      forbids: ['release_early'],
      also: { hw_done: { 'reservation[i]': 'release' } },
    }),
  },
  {
    instead: 'reserve-in-flight/until-signaled',
    clause: about.clause({
      name: 'reserve-in-flight/not-counted',
      says: untilSignaled,
      about: 'The first fence that is signaled ends the reservations of all jobs.',
      forbids: ['release_early'],
      also: { signal: { 'reservation[*]': 'release' } },
    }),
  },
];

/** The third option: the reservation lasts as long as fences are in flight. */
export const reserveInFlight: WayOut<'reserve-in-flight'> = {
  name: 'reserve-in-flight',
  says,
  rows: [lockOfRepair, mechanism],
  clauses: [
    about.clause({
      name: 'reserve-in-flight/from-visible',
      says: dmaBuf('This must cover the time from when the DMA fence is visible to other threads ...'),
      // Beside the option flush a submit goes on when it has seen that all is preempted.
      requires: { pass: { 'reservation[i]': 'held' }, see_flushed: { 'reservation[i]': 'held' } },
    }),
    about.clause({ name: 'reserve-in-flight/until-signaled', says: untilSignaled, forbids: ['release_early'] }),
    about.clause({
      name: 'reserve-in-flight/waits-outside-locks',
      says: allocationsDoNotGate,
      about: 'A submit path must not wait for compute work while it holds the lock, because the repair needs the lock.',
      requires: { lock: { 'job[i]': 'preparing.cleared' } },
    }),
  ],
  variants,
  inOrder: {
    moves: {
      hold_back: { ring: 'drop.c[k]' },
      reset_requeues: { fencedRing: 'enter.f[i]' },
    },
  },
  columns: [weakHardware, waitsUnderLock],
  tests: {
    'reserve-in-flight/from-visible': {
      at: [places.armsJob, places.pushesJob],
      shows: `${shown.timeout}: its fence was visible before the hardware was free of compute work.`,
      nearest: null,
    },
    'reserve-in-flight/until-signaled': {
      at: [places.armsJob, places.signalsFence],
      shows: `${shown.timeout}: compute work came back while its fence was in flight.`,
      nearest: null,
    },
    'reserve-in-flight/waits-outside-locks': {
      at: [places.armsJob, places.repairsFault],
      shows: shown.submitHangs,
      nearest: null,
    },
  },
};
