import { faultQueue, faultQueueFaults as faults } from '../../rows/fault-queue.ts';
import { litmuses } from './ask.ts';

const rows = [faultQueue];

/** GPU page faults from the interrupt to the answer. */
export const faultQueueLitmuses = litmuses(
  {
    name: 'FAULTQ',
    cites: ['G-3'],
    twin: 'FAULTQ+too-small',
    about:
      'One worker answers two page faults, which may be repaired by a mirror, an object or a userptr, and a ' +
      'reset may come.',
    asks: { rows },
    expect: { verdict: 'finite', states: 482, edges: 1613 },
  },
  {
    name: 'FAULTQ+too-small',
    cites: ['G-3'],
    twin: 'FAULTQ',
    about:
      'The fault queue has less room than the number of faults that can be raised. A fault is dropped with ' +
      '-ENOSPC, and nobody answers it.',
    asks: { rows, clauses: [faults['too-small']] },
    expect: {
      verdict: 'deadlock',
      promises: { 'work-goes-on': 'deadlock' },
      cycle: 'wave[1] → entry[1] → reset → nobody',
      states: 507,
      edges: 1648,
      length: 10,
    },
  },
  {
    name: 'FAULTQ+error-unanswered',
    cites: ['G-3'],
    twin: 'FAULTQ',
    about: 'The worker does not answer a fault that it cannot repair.',
    asks: { rows, clauses: [faults['error-unanswered']] },
    expect: {
      verdict: 'deadlock',
      promises: { 'work-goes-on': 'deadlock' },
      cycle: 'wave[1] → entry[1] → reset → nobody',
      states: 521,
      edges: 1469,
      length: 9,
    },
  },
  {
    name: 'FAULTQ+answers-squashed',
    cites: ['G-3'],
    twin: 'FAULTQ',
    about: 'A fault that was raised before a reset is answered after the reset.',
    asks: { rows, clauses: [faults['answers-squashed']] },
    expect: { verdict: 'broken', broken: ['no-answer-to-a-void-fault'], states: 521, edges: 1673, length: 4 },
  },
  {
    name: 'FAULTQ+late-answer-is-taken',
    cites: ['G-3'],
    twin: 'FAULTQ',
    about:
      'The worker was repairing a fault when the reset came. It answers after the reset, and other work takes ' +
      'the answer.',
    asks: { rows, clauses: [faults['late-answer-is-taken']] },
    expect: { verdict: 'broken', broken: ['no-answer-to-a-void-fault'], states: 521, edges: 1713, length: 8 },
  },
  {
    name: 'FAULTQ+insists-on-device-memory',
    cites: ['G-3'],
    twin: 'FAULTQ',
    about: 'The worker tries to migrate the page to device memory for ever, instead of using system memory.',
    asks: { rows, clauses: [faults['insists-on-device-memory']] },
    expect: {
      verdict: 'unbounded',
      promises: { 'fault-is-answered': 'unbounded', 'work-goes-on': 'unbounded' },
      states: 482,
      edges: 1613,
      length: 4,
    },
  },
  {
    name: 'FAULTQ+retries-for-ever',
    cites: ['G-3'],
    twin: 'FAULTQ',
    about: 'The validation of a page fault returns -EAGAIN each time, and the worker has no limit of tries.',
    asks: { rows, clauses: [faults['retries-for-ever']] },
    expect: {
      verdict: 'unbounded',
      promises: { 'fault-is-answered': 'unbounded', 'work-goes-on': 'unbounded' },
      states: 482,
      edges: 1711,
      length: 4,
    },
  },
);
