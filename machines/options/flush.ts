import { vocabulary } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import {
  allWorkFlushed,
  allocationsDoNotGate,
  computePreemptedFirst,
  fencesCompleteFirst,
} from '../words/sentences.ts';
import { engineTurn } from '../lifecycles/engine-turn.ts';
import { modeLock } from '../lifecycles/mode-lock.ts';
import { computeJobs, computeParts } from '../rows/compute-jobs.ts';
import { fencedJobs, fencedParts } from '../rows/fenced-jobs.ts';
import { lockOfRepair, lockParts } from '../rows/repair-lock.ts';
import { places, shown } from '../words/instrument.ts';
import { waitsUnderLock, weakHardware } from './columns.ts';
import type { WayOut } from './way-out.ts';

const xeHwEngineGroup = from('drivers/gpu/drm/xe/xe_hw_engine_group.c');

const parts = {
  ...fencedParts,
  ...computeParts,
  repairLock: lockParts.repairLock,
  modeLock: { of: modeLock, title: 'mode lock' },
} as const;
/** With what a hazard brings: a copy job that shares the engine. */
const v = vocabulary({ ...parts, copyTurn: { of: engineTurn, family: 'faulting' } } as const);
const says = allWorkFlushed;
const preempted = computePreemptedFirst;
const xe = xeHwEngineGroup('xe_hw_engine_group_get_mode: mode_sem is held from the switch until the job is pushed');

const off = { engine: 'give.c[k]', units: 'give.c[k]', other: 'give.c[k]' } as const;
/** For a submit, and for the copy job of a repair where that shares the engine: its fence is a DMA fence too. */
const flushing = { modeLock: 'held', 'copyTurn[?]': 'waiting' } as const;
/**
 * A submit path takes the mode lock, has all compute work preempted, sees that it is off the
 * hardware, and publishes.
 */
const steps = v.steps(
  v.step('take_mode', 'mode_lock[i]', {
    moves: { modeLock: 'take.f[i]' },
    when: { 'job[i]': 'preparing.begun', modeLock: 'free' },
    cite: xe,
  }),
  v.step('flush_queued', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    when: { 'compute[k]': 'queued' },
    any: flushing,
    atomic: 'mode_sem',
    cite: preempted,
  }),
  v.step('flush_scheduled', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    also: off,
    when: { 'compute[k]': 'scheduled' },
    any: flushing,
    atomic: 'hardware',
    cite: preempted,
  }),
  v.step('flush_dispatched', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    also: off,
    when: { 'compute[k]': 'dispatched' },
    any: flushing,
    atomic: 'hardware',
    cite: preempted,
  }),
  v.step('flush_running', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    also: off,
    when: { 'compute[k]': 'running' },
    any: flushing,
    atomic: 'hardware',
    cite: preempted,
  }),
  v.step('flush_faulted', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    also: off,
    when: { 'compute[k]': 'faulted' },
    any: flushing,
    atomic: 'hardware',
    cite: preempted,
  }),
  v.step('see_flushed', 'submit[i]', {
    moves: { 'job[i]': 'clear' },
    when: { modeLock: 'held.f[i]' },
    atomic: 'mode_sem',
    cite: preempted,
  }),
  v.step('give_mode', 'submit[i]', {
    moves: { modeLock: 'give.f[i]' },
    when: { 'job[i]': '!preparing.begun' },
    cite: xe,
  }),
);
const mechanism = vocabulary(parts).row({
  name: 'flush',
  steps,
  ties: {
    requires: {
      publish: { 'job[i]': 'preparing.cleared' },
      compute_submit: { modeLock: 'free' },
      resume: { modeLock: 'free' },
      // A submit that has a reservation too goes on with both: see the option reserve-in-flight.
      pass: { modeLock: 'held.f[i]' },
    },
  },
});
const flushed = { 'compute[*]': ['idle', 'preempted'] } as const;
const about = v.about([
  { name: 'pass' } as const,
  ...fencedJobs.steps,
  ...computeJobs.steps,
  ...steps,
  ...lockOfRepair.steps,
]);

const mixesModes = 'igt: xe_exec_mix_modes@exec-spinner-interrupted-lr';

/** The fourth option: fenced and page-faulting work never meet. */
export const flush: WayOut<'flush'> = {
  name: 'flush',
  says,
  rows: [lockOfRepair, mechanism],
  clauses: [
    about.clause({
      name: 'flush/fences-before-fault-job',
      says: fencesCompleteFirst,
      requires: { compute_submit: { 'fence[*]': '!visible' }, resume: { 'fence[*]': '!visible' } },
    }),
    about.clause({
      name: 'flush/preempt-before-visible',
      says: preempted,
      requires: { see_flushed: flushed, pass: flushed },
    }),
    about.clause({
      name: 'flush/held-until-published',
      says: xe,
      about:
        'Otherwise to see that all is preempted and to publish are two steps, and compute work ' +
        'may come back between them.',
      forbids: ['give_mode'],
      moves: { publish: { modeLock: 'give.f[i]' } },
    }),
    about.clause({
      name: 'flush/waits-outside-locks',
      says: allocationsDoNotGate,
      about: 'A submit path must not wait for compute work while it holds the lock, because the repair needs the lock.',
      requires: { lock: { 'job[i]': 'preparing.cleared' } },
    }),
  ],
  lacking: {
    'preempt-running': { forbids: ['flush_scheduled', 'flush_dispatched', 'flush_running'] },
    'preempt-faulted': { forbids: ['flush_faulted'] },
  },
  inOrder: { moves: { flush_queued: { ring: 'drop.c[k]' } } },
  columns: [weakHardware, waitsUnderLock],
  tests: {
    'flush/fences-before-fault-job': {
      at: [places.switchesMode, places.resumesQueues],
      shows: `${shown.timeout}: compute work came back before it had signaled.`,
      nearest: 'igt: xe_exec_mix_modes@exec-spinner-interrupted-dma-fence',
      in: { engines: 'two' },
    },
    'flush/preempt-before-visible': {
      at: [places.switchesMode, places.armsJob],
      shows: `${shown.timeout}: compute work was still on the hardware when its fence became visible.`,
      nearest: mixesModes,
    },
    'flush/held-until-published': {
      at: [places.switchesMode, places.armsJob, places.pushesJob],
      shows:
        `${shown.timeout}: compute work came back between the switch and the push. ` +
        'lockdep_assert_held on the mode lock where the job is armed finds it at once.',
      nearest: mixesModes,
    },
    'flush/waits-outside-locks': {
      at: [places.switchesMode, places.repairsFault],
      shows: shown.submitHangs,
      nearest: null,
      in: { hardwareCan: ['preempt-running'] },
    },
  },
};
