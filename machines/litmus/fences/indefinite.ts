import { indefiniteClauses, indefiniteFences, syncobjClauses, syncobjs } from '../../rows/indefinite-fences.ts';
import { syncobjTimeline, syncobjTimelineClauses } from '../../rows/syncobj-timeline.ts';
import { fenceLitmuses } from './litmus.ts';

const { waitsForUser, future, proxy, outFence } = indefiniteClauses;
const rows = [indefiniteFences];

/** Fences that nobody in the kernel can promise. */
export const indefinite = fenceLitmuses(
  {
    name: 'PAGE-FAULT-IN-THREAD',
    cites: ['I-1', 'I-2', 'I-3', 'F-10'],
    twin: 'PAGE-FAULT-IN-THREAD+fence-waits-for-it',
    about:
      'A CPU thread that will signal a userspace fence is in a page fault, whose reclaim waits ' +
      'for a dma_fence: legal, for the dma_fence waits for nothing of userspace.',
    asks: { rows, clauses: [] },
    expect: { verdict: 'finite', states: 60, edges: 198 },
  },
  {
    name: 'PAGE-FAULT-IN-THREAD+fence-waits-for-it',
    cites: ['I-1', 'I-3'],
    twin: 'PAGE-FAULT-IN-THREAD',
    about: 'The work of the dma_fence waits for the userspace fence that the thread would signal.',
    asks: { rows, clauses: [waitsForUser] },
    expect: {
      verdict: 'deadlock',
      promises: { 'fence-signals': 'deadlock', 'fault-ends': 'deadlock' },
      cycle: 'fence → work → userFence → thread → fence',
      states: 60,
      edges: 189,
      length: 4,
    },
  },
  {
    name: 'PAGE-FAULT-IN-THREAD+import-of-future-fence',
    cites: ['I-1', 'F-10'],
    twin: 'PAGE-FAULT-IN-THREAD',
    about:
      'A fence is visible for work that is not submitted yet: the page fault of the thread ' +
      'that would submit it waits for it.',
    asks: { rows, clauses: [future] },
    expect: {
      verdict: 'indefinite',
      promises: { 'fence-signals': 'indefinite', 'fault-ends': 'indefinite' },
      cycle: 'fence → work → user',
      states: 78,
      edges: 264,
      length: 1,
    },
  },
  {
    name: 'PAGE-FAULT-IN-THREAD+proxy-fence',
    cites: ['I-1'],
    twin: 'PAGE-FAULT-IN-THREAD',
    about: 'A proxy with a timeout is no better: the kernel hangs until the timeout kicks in.',
    asks: { rows, clauses: [proxy] },
    expect: {
      verdict: 'indefinite',
      promises: { 'fence-signals': 'indefinite', 'fault-ends': 'indefinite' },
      cycle: 'fence → work → user',
      states: 78,
      edges: 264,
      length: 1,
    },
  },
  {
    name: 'PAGE-FAULT-IN-THREAD+long-running-out-fence',
    cites: ['I-2'],
    twin: 'PAGE-FAULT-IN-THREAD',
    about: 'A long-running VM gives out a syncobj with the end of its work in it.',
    asks: { rows, clauses: [outFence] },
    expect: {
      verdict: 'indefinite',
      promises: { 'fence-signals': 'indefinite', 'fault-ends': 'indefinite' },
      cycle: 'fence → work → user',
      states: 78,
      edges: 250,
      length: 2,
    },
  },
  {
    name: 'SYNCOBJ',
    cites: ['F-10', 'I-1'],
    twin: 'SYNCOBJ+work-waits-without-fence',
    about: 'Work may wait for a syncobj only if it holds a fence; a thread of userspace may wait for one to come.',
    asks: { rows: [syncobjs], clauses: [syncobjClauses.needsFence] },
    expect: { verdict: 'finite', states: 34, edges: 96 },
  },
  {
    name: 'SYNCOBJ+work-waits-without-fence',
    cites: ['F-10', 'I-1'],
    twin: 'SYNCOBJ',
    about: 'The work is not refused: its own fence is visible, and waits for a submit that may never come.',
    asks: { rows: [syncobjs], clauses: [] },
    expect: {
      verdict: 'indefinite',
      promises: { 'fence-signals': 'indefinite' },
      cycle: 'fence → gpuWait → syncobj → user',
      states: 36,
      edges: 105,
      length: 1,
    },
  },
  {
    name: 'SYNCOBJ-TIMELINE',
    cites: ['F-10', 'I-1'],
    twin: 'SYNCOBJ-TIMELINE+wait-for-submit',
    about: 'A thread waits for a point of a timeline that is there, whatever is put into the syncobj meanwhile.',
    asks: { rows: [syncobjTimeline], clauses: [syncobjTimelineClauses.submitted] },
    expect: { verdict: 'finite', states: 296, edges: 1992 },
  },
  {
    name: 'SYNCOBJ-TIMELINE+wait-for-submit',
    cites: ['F-10', 'I-1'],
    twin: 'SYNCOBJ-TIMELINE',
    about: 'The thread waits for a point that nobody has promised to add.',
    asks: { rows: [syncobjTimeline], clauses: [] },
    expect: {
      verdict: 'indefinite',
      promises: { 'wait-ends': 'indefinite' },
      cycle: 'waiter → user',
      states: 494,
      edges: 3700,
      length: 1,
    },
  },
);
