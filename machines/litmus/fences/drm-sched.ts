import { drmScheduler, schedClauses } from '../../rows/drm-sched.ts';
import { fenceLitmuses } from './litmus.ts';

const { teardownCancels, noCancel, hangs, killedJobsLeft, finishedFirst, creditLost, resetNever } = schedClauses;
const asks = { rows: [drmScheduler], clauses: [teardownCancels], sizes: { fenced: 2 } };

/** The GPU scheduler: two jobs, one credit, and every way for them to end. */
export const scheduling = fenceLitmuses(
  {
    name: 'DRM-SCHED',
    cites: ['F-6', 'CDC-1'],
    twin: 'DRM-SCHED+no-cancel-job',
    about: 'Jobs run, time out, are reset, killed or cancelled, and every fence is signaled.',
    asks,
    expect: { verdict: 'finite', states: 76, edges: 153 },
  },
  {
    name: 'DRM-SCHED+no-cancel-job',
    cites: ['F-6', 'CDC-1'],
    twin: 'DRM-SCHED',
    about: 'The scheduler is torn down while a job is on the hardware, and nobody signals the fence of that job.',
    asks: { ...asks, clauses: [teardownCancels, noCancel] },
    expect: {
      verdict: 'deadlock',
      promises: { 'finished-signals': 'deadlock', 'hw-signals': 'deadlock' },
      cycle: 'finished[1] → job[1] → sched → nobody',
      states: 68,
      edges: 137,
      length: 4,
    },
  },
  {
    name: 'DRM-SCHED+hardware-may-hang',
    cites: ['F-6', 'CDC-1'],
    twin: 'DRM-SCHED',
    about:
      'Only the timeout ends a job that hangs. That is hang recovery, which does not count as keeping the ' +
      'promise.',
    asks: { ...asks, clauses: [teardownCancels, hangs] },
    expect: {
      verdict: 'indefinite',
      promises: { 'finished-signals': 'indefinite', 'hw-signals': 'indefinite' },
      cycle: 'finished[1] → queue → user',
      states: 76,
      edges: 157,
      length: 2,
    },
  },
  {
    name: 'DRM-SCHED+timeout-does-nothing',
    cites: ['CDC-1'],
    twin: 'DRM-SCHED',
    about: 'The timedout_job callback of the driver does nothing, and a job that has timed out never ends.',
    asks: { ...asks, clauses: [teardownCancels, resetNever] },
    expect: {
      verdict: 'indefinite',
      promises: { 'timeout-handled': 'indefinite' },
      cycle: 'job[1] → user',
      states: 76,
      edges: 153,
      length: 3,
    },
  },
  {
    name: 'DRM-SCHED+killed-jobs-left',
    cites: ['F-6'],
    twin: 'DRM-SCHED',
    about: 'The jobs that a killed process left in its entity are never completed, and their fences stay pending.',
    asks: { ...asks, clauses: [teardownCancels, killedJobsLeft] },
    expect: {
      verdict: 'deadlock',
      promises: { 'finished-signals': 'deadlock' },
      cycle: 'finished[1] → job[1] → entity → nobody',
      states: 64,
      edges: 122,
      length: 2,
    },
  },
  {
    name: 'DRM-SCHED+finished-before-hardware',
    cites: ['F-6'],
    twin: 'DRM-SCHED',
    about: 'The finished fence is signaled while the hardware still works on the job, and its waiters go on too early.',
    asks: { ...asks, clauses: [teardownCancels, finishedFirst] },
    expect: {
      verdict: 'broken',
      broken: ['hw-before-finished'],
      promises: { 'finished-signals': 'deadlock' },
      states: 41,
      edges: 59,
      length: 2,
    },
  },
  {
    name: 'DRM-SCHED+credit-lost',
    cites: ['F-6'],
    twin: 'DRM-SCHED',
    about: 'A completed job does not return its credit, and the next job never runs.',
    asks: { ...asks, clauses: [teardownCancels, creditLost] },
    expect: {
      verdict: 'broken',
      broken: ['no-credit-left-behind'],
      promises: { 'finished-signals': 'indefinite' },
      states: 95,
      edges: 161,
      length: 4,
    },
  },
);
