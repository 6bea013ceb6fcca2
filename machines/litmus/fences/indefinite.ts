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
      'A CPU thread that will signal a userspace fence takes a page fault, whose reclaim waits for a ' +
      'dma_fence. That is allowed, because the dma_fence does not depend on userspace.',
    asks: { rows, clauses: [] },
    expect: { verdict: 'finite', states: 60, edges: 198 },
  },
  {
    name: 'PAGE-FAULT-IN-THREAD+fence-waits-for-it',
    cites: ['I-1', 'I-3'],
    twin: 'PAGE-FAULT-IN-THREAD',
    about:
      'The work behind a dma_fence waits for a userspace fence, and the thread that would signal the userspace ' +
      'fence waits in a page fault for the dma_fence.',
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
      'A fence is visible for work that is not submitted yet. The thread that would submit it waits for that ' +
      'fence in a page fault.',
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
    about:
      'A proxy fence stands for a userspace fence and has a timeout. It does not help, because the kernel ' +
      'hangs until the timeout ends the wait.',
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
    about: 'A long-running VM puts the fence of its end into a syncobj.',
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
    about:
      'Submitted work may wait for a syncobj only if the syncobj already holds a fence. A thread of userspace ' +
      'may also wait for a fence to be added.',
    asks: { rows: [syncobjs], clauses: [syncobjClauses.needsFence] },
    expect: { verdict: 'finite', states: 34, edges: 96 },
  },
  {
    name: 'SYNCOBJ+work-waits-without-fence',
    cites: ['F-10', 'I-1'],
    twin: 'SYNCOBJ',
    about:
      'Work that waits for an empty syncobj is not refused. Its fence is visible, and it waits for a submit ' +
      'that may never come.',
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
    about:
      'A thread waits for a point of a timeline that has been added, and later additions to the syncobj do not ' +
      'hold it up.',
    asks: { rows: [syncobjTimeline], clauses: [syncobjTimelineClauses.submitted] },
    expect: { verdict: 'finite', states: 296, edges: 1992 },
  },
  {
    name: 'SYNCOBJ-TIMELINE+wait-for-submit',
    cites: ['F-10', 'I-1'],
    twin: 'SYNCOBJ-TIMELINE',
    about: 'A thread waits for a point of a timeline that nobody has promised to add.',
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
