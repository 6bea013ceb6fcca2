import { faultQueue, faultQueueFaults as faults } from '../../rows/fault-queue.ts';
import { litmuses } from './ask.ts';

const rows = [faultQueue];

/** GPU page faults from the interrupt to the answer. */
export const faultQueueLitmuses = litmuses(
  {
    name: 'FAULTQ',
    cites: ['G-3'],
    twin: 'FAULTQ+too-small',
    about: 'Two faults, one worker, and a reset: by the mirror, the object and the userptr path.',
    asks: { rows },
    expect: { verdict: 'finite', states: 482, edges: 1613 },
  },
  {
    name: 'FAULTQ+too-small',
    cites: ['G-3'],
    twin: 'FAULTQ',
    about: 'The queue has room for fewer faults than can be raised: -ENOSPC, and nobody answers.',
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
    about: 'A fault that cannot be repaired is not answered.',
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
    about: 'A fault from before the reset is answered after it.',
    asks: { rows, clauses: [faults['answers-squashed']] },
    expect: { verdict: 'broken', broken: ['no-answer-to-a-void-fault'], states: 521, edges: 1673, length: 4 },
  },
  {
    name: 'FAULTQ+late-answer-is-taken',
    cites: ['G-3'],
    twin: 'FAULTQ',
    about: 'A fault that was being repaired when the reset came is answered after it, and other work takes the answer.',
    asks: { rows, clauses: [faults['late-answer-is-taken']] },
    expect: { verdict: 'broken', broken: ['no-answer-to-a-void-fault'], states: 521, edges: 1713, length: 8 },
  },
  {
    name: 'FAULTQ+insists-on-device-memory',
    cites: ['G-3'],
    twin: 'FAULTQ',
    about: 'Migration to device memory is tried for ever.',
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
    about: 'Validation returns -EAGAIN every time.',
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
