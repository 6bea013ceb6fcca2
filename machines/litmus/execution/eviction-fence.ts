import {
  evictionFaults,
  evictionFences,
  evictionLaws,
  oneMechanism,
  secondMechanism,
} from '../../rows/eviction-fence.ts';
import { litmuses } from './ask.ts';

const rows = [evictionFences];
const laws = Object.values(evictionLaws);
const without = (law: keyof typeof evictionLaws) => laws.filter((one) => one !== evictionLaws[law]);
const two = { processes: 2 };

/** Fences that evict whoever has them when somebody waits. */
export const evictionFenceLitmuses = litmuses(
  {
    name: 'EVICT',
    cites: ['E-1', 'E-2', 'E-3', 'CDC-1'],
    twin: 'EVICT+implicit-sync',
    about:
      'A process with user queues is evicted when somebody needs its memory. It is restored, and runs before ' +
      'it is evicted again.',
    asks: { rows, clauses: laws },
    expect: { verdict: 'finite', states: 232, edges: 908 },
  },
  {
    name: 'EVICT+implicit-sync',
    cites: ['E-1'],
    twin: 'EVICT',
    about:
      'The eviction fence is not added with DMA_RESV_USAGE_BOOKKEEP. Another process waits for it in implicit ' +
      'synchronisation, and so evicts the process.',
    asks: { rows, clauses: without('bookkeep') },
    expect: {
      verdict: 'broken',
      broken: ['evicted-for-memory-alone'],
      promises: { 'eviction-fence-signals': 'indefinite', 'implicit-sync-ends': 'indefinite' },
      states: 594,
      edges: 2338,
      length: 2,
    },
  },
  {
    name: 'EVICT+waits-without-evicting',
    cites: ['E-1', 'I-2'],
    twin: 'EVICT',
    about:
      'Waiting for the eviction fence in implicit synchronisation does not evict the process. The waiter waits ' +
      'until somebody needs the memory.',
    asks: { rows, clauses: [...laws, evictionFaults['waits-without-evicting']] },
    expect: {
      verdict: 'indefinite',
      promises: { 'implicit-sync-ends': 'indefinite' },
      cycle: 'syncer → evictionFence[1] → vram → evictionFence[1]',
      states: 348,
      edges: 1410,
      length: 2,
    },
  },
  {
    name: 'EVICT+fork-close',
    cites: ['E-1'],
    twin: 'EVICT',
    about: 'A forked child closes its copy of the file and waits for every fence of the VM, which evicts its parent.',
    asks: { rows, clauses: [...laws, evictionFaults['fork-close']] },
    expect: {
      verdict: 'broken',
      broken: ['evicted-for-memory-alone'],
      promises: { 'eviction-fence-signals': 'indefinite', 'close-returns': 'indefinite' },
      states: 594,
      edges: 2304,
      length: 2,
    },
  },
  {
    name: 'EVICT+own-buffer',
    cites: ['E-1'],
    twin: 'EVICT',
    about: "TTM evicts one of a process's own buffers when that process allocates.",
    asks: { rows, clauses: without('eviction-valuable') },
    expect: { verdict: 'broken', broken: ['evicted-for-memory-alone'], states: 444, edges: 1812, length: 2 },
  },
  {
    name: 'EVICT+no-active-time',
    cites: ['E-3'],
    twin: 'EVICT',
    about: 'A process may be evicted as soon as it is restored. It is evicted again and again before it has run.',
    asks: { rows, clauses: without('active-time') },
    expect: { verdict: 'unbounded', promises: { 'process-runs': 'unbounded' }, states: 232, edges: 916, length: 1 },
  },
  {
    name: 'EVICT+two',
    cites: ['E-2', 'E-3'],
    twin: 'EVICT+two+no-active-time',
    about: 'Restoring one of two processes evicts the other, and each runs before it is evicted.',
    asks: { rows, clauses: laws, sizes: two },
    expect: { verdict: 'finite', states: 2108, edges: 9876 },
  },
  {
    name: 'EVICT+two+no-active-time',
    cites: ['E-3'],
    twin: 'EVICT+two',
    about: 'Restoring one of two processes evicts the other before it has run.',
    asks: { rows, clauses: without('active-time'), sizes: two },
    expect: { verdict: 'unbounded', promises: { 'process-runs': 'unbounded' }, states: 2108, edges: 10012, length: 1 },
  },
  {
    name: 'EVICT+no-backoff',
    cites: ['E-2'],
    twin: 'EVICT',
    about: 'A restore that fails is not tried again.',
    asks: { rows, clauses: [...laws, evictionFaults['no-backoff']] },
    expect: {
      verdict: 'indefinite',
      promises: { 'process-runs': 'indefinite' },
      cycle: 'process[1] → user',
      states: 140,
      edges: 532,
      length: 10,
    },
  },
  {
    name: 'EVICT+two-ways',
    cites: ['E-3', 'E-1'],
    twin: 'EVICT+two-ways+one-mechanism',
    about:
      'The process is told twice that a buffer moves: by the callback of the attachment and by the eviction ' +
      'fence.',
    asks: { rows: [...rows, secondMechanism], clauses: laws },
    expect: { verdict: 'broken', broken: ['one-move-evicts-once'], states: 608, edges: 2508, length: 4 },
  },
  {
    name: 'EVICT+two-ways+one-mechanism',
    cites: ['E-3', 'E-1'],
    twin: 'EVICT+two-ways',
    about: 'Only the fence tells the process that a buffer moves.',
    asks: { rows: [...rows, secondMechanism], clauses: [...laws, oneMechanism] },
    expect: { verdict: 'finite', states: 232, edges: 908 },
  },
);
