import { accessClauses, accessRow } from '../../rows/dma-resv.ts';
import { fenceLitmuses } from './litmus.ts';

const { reserveFirst, readerWaits, writerWaits, moverWaits, exclusiveDrops, addsContainer } = accessClauses;
const careful = [reserveFirst, readerWaits, writerWaits, moverWaits];
const without = (one: (typeof careful)[number]) => careful.filter((clause) => clause !== one);
const rows = [accessRow];

/** Reservation objects: who waits for whom, and what may not fail. */
export const reservations = fenceLitmuses(
  {
    name: 'DMA-RESV',
    cites: ['R-1', 'R-2', 'R-3', 'R-4', 'CDC-6'],
    twin: 'DMA-RESV+slot-not-reserved',
    about: 'A buffer that one job reads, one writes, one uses without implicit sync, and memory management moves.',
    asks: { rows, clauses: careful },
    expect: { verdict: 'finite', states: 328, edges: 1052 },
  },
  {
    name: 'DMA-RESV+slot-not-reserved',
    cites: ['R-1'],
    twin: 'DMA-RESV',
    about: 'A fence is added without a slot: BUG_ON, after the job was armed.',
    asks: { rows, clauses: without(reserveFirst) },
    expect: { verdict: 'broken', broken: ['no-overrun'], states: 752, edges: 2288, length: 3 },
  },
  {
    name: 'DMA-RESV+reader-does-not-wait',
    cites: ['R-2'],
    twin: 'DMA-RESV',
    about: 'A reader asks for KERNEL fences alone, and reads what is being written.',
    asks: { rows, clauses: without(readerWaits) },
    expect: { verdict: 'broken', broken: ['no-write-while-read'], states: 376, edges: 1232, length: 8 },
  },
  {
    name: 'DMA-RESV+writer-waits-for-writers-only',
    cites: ['R-2'],
    twin: 'DMA-RESV',
    about: 'A writer asks for WRITE in place of READ, and writes what is being read.',
    asks: { rows, clauses: without(writerWaits) },
    expect: { verdict: 'broken', broken: ['no-write-while-read'], states: 376, edges: 1232, length: 8 },
  },
  {
    name: 'DMA-RESV+move-waits-for-read',
    cites: ['R-4'],
    twin: 'DMA-RESV',
    about:
      'Memory management waits for READ in place of BOOKKEEP, and moves pages under a job that has no implicit sync.',
    asks: { rows, clauses: without(moverWaits) },
    expect: { verdict: 'broken', broken: ['no-move-while-used'], states: 336, edges: 1084, length: 6 },
  },
  {
    name: 'DMA-RESV+adds-container',
    cites: ['R-3'],
    twin: 'DMA-RESV',
    about: 'An array is added as it is: WARN_ON, for its context says nothing of what is in it.',
    asks: { rows, clauses: [...careful, addsContainer] },
    expect: { verdict: 'broken', broken: ['no-warning'], states: 428, edges: 1320, length: 3 },
  },
  {
    name: 'EXCLUSIVE',
    cites: ['R-2', 'R-4'],
    twin: 'EXCLUSIVE+does-not-wait-for-shared',
    about: 'The model of v5.15: an exclusive fence drops the shared ones. It depends on them, so nothing is lost.',
    asks: { rows, clauses: [...careful, exclusiveDrops] },
    expect: { verdict: 'finite', states: 328, edges: 1052 },
  },
  {
    name: 'EXCLUSIVE+does-not-wait-for-shared',
    cites: ['R-2', 'R-4'],
    twin: 'EXCLUSIVE',
    about:
      'An exclusive fence that does not wait for the shared ones: they are gone, and memory ' +
      'management moves the pages under the reader as well.',
    asks: { rows, clauses: [...without(writerWaits), exclusiveDrops] },
    expect: {
      verdict: 'broken',
      broken: ['no-write-while-read', 'no-move-while-read'],
      states: 464,
      edges: 1540,
      length: 8,
    },
  },
);
