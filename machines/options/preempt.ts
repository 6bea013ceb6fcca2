import { vocabulary } from '../../src/system/vocabulary.ts';
import { dmaBuf } from '../words/cites.ts';
import { evenWhileFaulted, sharedResources } from '../words/sentences.ts';
import { engineTurn } from '../lifecycles/engine-turn.ts';
import { reservation } from '../lifecycles/reservation.ts';
import { computeJobs, computeParts } from '../rows/compute-jobs.ts';
import { fencedParts } from '../rows/fenced-jobs.ts';
import { places, shown } from '../words/instrument.ts';
import { weakHardware, type Column } from './columns.ts';
import type { WayOut } from './way-out.ts';

const parts = { ...computeParts, job: fencedParts.job } as const;
/** With what other options and hazards bring: who else the hardware is cleared for. */
const v = vocabulary({
  ...parts,
  reservation: { of: reservation, family: 'fenced' },
  copyTurn: { of: engineTurn, family: 'faulting' },
} as const);
const says = dmaBuf(
  'Compute workloads can always be preempted, even when a page fault is pending and not ' +
    'yet repaired. Not all hardware supports this.',
);

/**
 * "Can always be preempted": for a job with a visible fence that waits for hardware, for a submit
 * that wants it reserved, and for the copy job of a repair where that shares the engine.
 */
const waiting = {
  'job[?]': ['queued', 'scheduled', 'dispatched'],
  'reservation[?]': 'wanted',
  'copyTurn[?]': 'waiting',
} as const;

/** Preemption because somebody waits for hardware. */
const running = v.steps(
  v.step('preempt_scheduled', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    when: { 'compute[k]': 'scheduled' },
    any: waiting,
    atomic: 'hardware',
    cite: says,
  }),
  v.step('preempt_dispatched', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    when: { 'compute[k]': 'dispatched' },
    any: waiting,
    atomic: 'hardware',
    cite: says,
  }),
  v.step('preempt_running', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    when: { 'compute[k]': 'running' },
    any: waiting,
    atomic: 'hardware',
    cite: says,
  }),
);
const faulted = v.steps(
  v.step('preempt_faulted', 'preempter[k]', {
    moves: { 'compute[k]': 'preempt' },
    when: { 'compute[k]': 'faulted' },
    any: waiting,
    atomic: 'hardware',
    cite: says,
  }),
);

/** Who had to make room comes back only when nobody waits for it any more; who waits for another job waits for none. */
const mechanism = vocabulary(parts).row({
  name: 'preempt',
  steps: [],
  ties: { requires: { resume: { 'job[*]': ['idle', 'preparing', 'parked', 'running', 'hung', 'done'] } } },
});

const about = v.about([...computeJobs.steps, ...running, ...faulted]);

const allocates: Column = {
  head: 'alc',
  about: 'the preemption itself allocates',
  with: { hazards: ['preempt-fence-allocates'] },
};

/** The first option: the edge from the fenced job to the compute job is cut. */
export const preempt: WayOut<'preempt'> = {
  name: 'preempt',
  says,
  rows: [mechanism],
  clauses: [
    about.clause({
      name: 'preempt/while-running',
      says: dmaBuf('Compute workloads can always be preempted, ...'),
      adds: running,
    }),
    about.clause({ name: 'preempt/while-faulted', says: evenWhileFaulted, adds: faulted }),
    about.clause({
      name: 'preempt/releases-engine',
      says: sharedResources,
      also: Object.fromEntries([...running, ...faulted].map(({ name }) => [name, { engine: 'give.c[k]' }])),
    }),
    about.clause({
      name: 'preempt/releases-compute-units',
      says: sharedResources,
      about: 'Preempted work releases the compute units and all other hardware that it occupies.',
      also: Object.fromEntries(
        [...running, ...faulted].map(({ name }) => [name, { units: 'give.c[k]', other: 'give.c[k]' }]),
      ),
    }),
  ],
  promises: [
    { clause: 'preempt/while-running', ability: 'preempt-running' },
    { clause: 'preempt/while-faulted', ability: 'preempt-faulted', onDemandOnly: true },
  ],
  lacking: {
    'preempt-running': { forbids: running.map(({ name }) => name) },
    'preempt-faulted': { forbids: faulted.map(({ name }) => name) },
  },
  columns: [weakHardware, allocates],
  tests: {
    'preempt/while-running': {
      at: [places.evictsQueues, places.runsJob],
      shows: `${shown.timeout}, although the compute job that it waited for was healthy.`,
      nearest: null,
      in: { compute: 'long-running' },
    },
    'preempt/while-faulted': {
      at: [places.evictsQueues, places.takesFault, places.waitsForFence],
      shows: `${shown.timeout}; it waits for a faulted compute job, whose repair waits for its fence.`,
      nearest: null,
    },
    'preempt/releases-engine': {
      at: [places.evictsQueues, places.runsJob],
      shows: `${shown.timeout}: preempted work still has its place on the engine.`,
      nearest: null,
    },
    'preempt/releases-compute-units': {
      at: [places.evictsQueues, places.runsJob],
      shows: `${shown.timeout}: it is on the engine and gets no compute units.`,
      nearest: null,
    },
  },
};
