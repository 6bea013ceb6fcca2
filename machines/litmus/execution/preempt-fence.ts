import { preemptFaults, preemptFences, preemptLaws } from '../../rows/preempt-fence.ts';
import { litmuses } from './ask.ts';

const rows = [preemptFences];
const laws = Object.values(preemptLaws);
const without = (law: keyof typeof preemptLaws) => laws.filter((one) => one !== preemptLaws[law]);

/** Fences that preempt whoever has them when somebody waits, and the worker that binds again. */
export const preemptFenceLitmuses = litmuses(
  {
    name: 'PFENCE',
    cites: ['E-1', 'E-2', 'E-3', 'G-2', 'CDC-2', 'CDC-4', 'L-1'],
    twin: 'PFENCE+takes-vm-lock',
    about: 'A VM with long-running work is preempted for memory or for a userptr, rebound and resumed.',
    asks: { rows, clauses: laws },
    expect: { verdict: 'finite', states: 788, edges: 2184 },
  },
  {
    name: 'PFENCE+takes-vm-lock',
    cites: ['CDC-2', 'CDC-4', 'L-1'],
    twin: 'PFENCE',
    about:
      'The work that signals the preempt fence takes vm->lock, and the rebind worker waits for that fence ' +
      'while it holds vm->lock.',
    asks: { rows, clauses: [...laws, preemptFaults['takes-vm-lock']] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'preempt-fence-signals': 'deadlock',
        'queue-runs': 'deadlock',
        'notifier-returns': 'deadlock',
        'client-has-memory': 'deadlock',
        'rebind-ends': 'deadlock',
      },
      cycle: 'pfence → vmLock → rebind → notifier → pfence',
      states: 852,
      edges: 2336,
      length: 8,
    },
  },
  {
    name: 'PFENCE+no-min-run-period',
    cites: ['E-3'],
    twin: 'PFENCE',
    about: 'A queue is preempted as soon as it is resumed, again and again.',
    asks: { rows, clauses: without('min-run-period') },
    expect: { verdict: 'unbounded', promises: { 'queue-runs': 'unbounded' }, states: 788, edges: 2312, length: 2 },
  },
  {
    name: 'PFENCE+skips-idle',
    cites: ['G-2'],
    twin: 'PFENCE',
    about: 'In v7.0 an idle queue is not switched out, and its TLB still has the pages that the notifier returns.',
    asks: { rows, clauses: [...laws, preemptFaults['skips-idle']] },
    expect: {
      verdict: 'broken',
      broken: ['flushed-before-pages-go'],
      promises: { 'queue-runs': 'unbounded' },
      states: 1341,
      edges: 3871,
      length: 5,
    },
  },
  {
    name: 'PFENCE+never-again',
    cites: ['E-2'],
    twin: 'PFENCE',
    about: 'If a userptr is invalidated while the VM is rebound, the rebind worker does not look at it again.',
    asks: { rows, clauses: [...laws, preemptFaults['never-again']] },
    expect: {
      verdict: 'deadlock',
      promises: { 'queue-runs': 'deadlock', 'client-has-memory': 'deadlock', 'rebind-ends': 'deadlock' },
      cycle: 'lrQueue → nobody',
      states: 788,
      edges: 2172,
      length: 12,
    },
  },
  {
    name: 'PFENCE+invalidates-for-ever',
    cites: ['E-3'],
    twin: 'PFENCE',
    about: 'Userspace changes its mappings for ever while the VM is rebound. Only its own queue is held up.',
    asks: { rows, clauses: [...laws, preemptFaults['invalidates-for-ever']] },
    expect: {
      verdict: 'unbounded',
      promises: { 'queue-runs': 'unbounded', 'rebind-ends': 'unbounded' },
      states: 868,
      edges: 2455,
      length: 6,
    },
  },
  {
    name: 'PFENCE+suspend-times-out',
    cites: ['G-2', 'CDC-1'],
    twin: 'PFENCE+suspend-times-out+resets-first',
    about:
      'As in the source, the firmware does not answer within 5 seconds and the fence is signaled with an ' +
      'error. The pages are returned while the context may still be on the hardware.',
    asks: { rows, clauses: without('suspend-answers') },
    expect: {
      verdict: 'broken',
      broken: ['moved-when-preempted', 'flushed-before-pages-go'],
      states: 2432,
      edges: 7600,
      length: 5,
    },
  },
  {
    name: 'PFENCE+suspend-times-out+resets-first',
    cites: ['G-2', 'CDC-1', 'E-2'],
    twin: 'PFENCE+suspend-times-out',
    about:
      'If the firmware does not answer, a reset takes the queue off the hardware before its fence is signaled ' +
      'with an error, and the VM ends.',
    asks: { rows, clauses: [...without('suspend-answers'), preemptFaults['resets-first']] },
    expect: { verdict: 'finite', states: 1188, edges: 3416 },
  },
);
