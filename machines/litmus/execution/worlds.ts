import { futexFaults, gpuFutexes, pipelines, worldFaults } from '../../rows/worlds.ts';
import { litmuses } from './ask.ts';

const rows = [pipelines];
const leaks = worldFaults['notifier-waits-for-readers'];

/** Why dma_fence leaks out of drivers, what it costs, and the way not taken. */
export const worldLitmuses = litmuses(
  {
    name: 'PIPELINE',
    cites: ['CDC-1', 'F-6'],
    twin: 'PIPELINE+bucket-each',
    about: 'A frame passes from one GPU to another and to the display, and each waits for a fence of the one before.',
    asks: { rows },
    expect: { verdict: 'finite', states: 42, edges: 90 },
  },
  {
    name: 'PIPELINE+bucket-each',
    cites: ['CDC-1', 'F-6'],
    twin: 'PIPELINE',
    about:
      'No driver waits for a fence of another one. Each may return from its notifier by its own means, and ' +
      'only userspace passes a frame from one driver to the next.',
    asks: { rows, clauses: [worldFaults['bucket-each']] },
    expect: {
      verdict: 'indefinite',
      promises: { 'frame-is-composed': 'indefinite', 'frame-is-shown': 'indefinite' },
      cycle: 'compose → user',
      states: 42,
      edges: 90,
      length: 4,
    },
  },
  {
    name: 'PIPELINE+completion-allocates',
    cites: ['CDC-3', 'CDC-4', 'L-1'],
    twin: 'PIPELINE+readers+completion-allocates',
    about:
      'A driver allocates before it signals a completion for which no notifier of another driver waits, and ' +
      'nobody is held up.',
    asks: { rows, clauses: [worldFaults['completion-allocates']] },
    expect: { verdict: 'finite', states: 66, edges: 148 },
  },
  {
    name: 'PIPELINE+readers',
    cites: ['CDC-3', 'CDC-4'],
    twin: 'PIPELINE+readers+completion-allocates',
    about: 'A buffer is shared, and its notifier waits for the fences of two drivers.',
    asks: { rows, clauses: [leaks] },
    expect: { verdict: 'finite', states: 42, edges: 86 },
  },
  {
    name: 'PIPELINE+readers+completion-allocates',
    cites: ['CDC-3', 'CDC-4', 'L-1'],
    twin: 'PIPELINE+readers',
    about:
      'The second driver allocates before it signals its completion. Reclaim calls the notifier of the first ' +
      'driver, which waits for that completion.',
    asks: { rows, clauses: [leaks, worldFaults['completion-allocates']] },
    expect: {
      verdict: 'deadlock',
      promises: { 'notifier-returns': 'deadlock', 'frame-is-composed': 'deadlock', 'frame-is-shown': 'deadlock' },
      cycle: 'notifier → compose → path → notifier',
      states: 66,
      edges: 140,
      length: 7,
    },
  },
  {
    name: 'FUTEX',
    cites: ['I-2', 'I-3', 'O-1'],
    twin: 'FUTEX+cannot-preempt',
    about:
      'Userspace synchronises, and the kernel only manages pages. Work that waits for ever on a futex still ' +
      'gives up its pages.',
    asks: { rows: [gpuFutexes] },
    expect: { verdict: 'finite', states: 16, edges: 38 },
  },
  {
    name: 'FUTEX+cannot-preempt',
    cites: ['I-3', 'O-1'],
    twin: 'FUTEX',
    about: 'Work that waits on a futex of userspace cannot be taken off the hardware, and a notifier waits for it.',
    asks: { rows: [gpuFutexes], clauses: [futexFaults['cannot-preempt']] },
    expect: {
      verdict: 'indefinite',
      promises: { 'notifier-returns': 'indefinite' },
      cycle: 'notifier → work → futex → user',
      states: 10,
      edges: 22,
      length: 2,
    },
  },
  {
    name: 'FUTEX+kernel-waits-for-work',
    cites: ['I-2', 'I-3'],
    twin: 'FUTEX',
    about: 'A notifier waits for the end of work that waits on a futex of userspace.',
    asks: { rows: [gpuFutexes], clauses: [futexFaults['kernel-waits-for-work']] },
    expect: {
      verdict: 'deadlock',
      promises: { 'notifier-returns': 'deadlock' },
      cycle: 'notifier → work → notifier',
      states: 12,
      edges: 26,
      length: 3,
    },
  },
);
