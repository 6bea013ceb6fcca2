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
    about:
      'One job reads a buffer, one writes it, one uses it without implicit synchronisation, and memory ' +
      'management moves it.',
    asks: { rows, clauses: careful },
    expect: { verdict: 'finite', states: 328, edges: 1052 },
  },
  {
    name: 'DMA-RESV+slot-not-reserved',
    cites: ['R-1'],
    twin: 'DMA-RESV',
    about: 'A fence is added without a reserved slot after its job was armed, and dma_resv_add_fence hits its BUG_ON.',
    asks: { rows, clauses: without(reserveFirst) },
    expect: { verdict: 'broken', broken: ['no-overrun'], states: 752, edges: 2288, length: 3 },
  },
  {
    name: 'DMA-RESV+reader-does-not-wait',
    cites: ['R-2'],
    twin: 'DMA-RESV',
    about: 'A reader waits for KERNEL fences only, and reads the buffer while a job writes it.',
    asks: { rows, clauses: without(readerWaits) },
    expect: { verdict: 'broken', broken: ['no-write-while-read'], states: 376, edges: 1232, length: 8 },
  },
  {
    name: 'DMA-RESV+writer-waits-for-writers-only',
    cites: ['R-2'],
    twin: 'DMA-RESV',
    about: 'A writer waits with WRITE instead of READ, and writes the buffer while a job reads it.',
    asks: { rows, clauses: without(writerWaits) },
    expect: { verdict: 'broken', broken: ['no-write-while-read'], states: 376, edges: 1232, length: 8 },
  },
  {
    name: 'DMA-RESV+move-waits-for-read',
    cites: ['R-4'],
    twin: 'DMA-RESV',
    about:
      'Memory management waits with READ instead of BOOKKEEP, and moves pages that a job without implicit ' +
      'synchronisation uses.',
    asks: { rows, clauses: without(moverWaits) },
    expect: { verdict: 'broken', broken: ['no-move-while-used'], states: 336, edges: 1084, length: 6 },
  },
  {
    name: 'DMA-RESV+adds-container',
    cites: ['R-3'],
    twin: 'DMA-RESV',
    about:
      'A fence array is added to the dma_resv directly. dma_resv_add_fence warns, because the context of an ' +
      'array does not order the fences in it.',
    asks: { rows, clauses: [...careful, addsContainer] },
    expect: { verdict: 'broken', broken: ['no-warning'], states: 428, edges: 1320, length: 3 },
  },
  {
    name: 'EXCLUSIVE',
    cites: ['R-2', 'R-4'],
    twin: 'EXCLUSIVE+does-not-wait-for-shared',
    about:
      'In the model of v5.15 an exclusive fence drops the shared fences. No wait is lost, because the ' +
      'exclusive fence depends on them.',
    asks: { rows, clauses: [...careful, exclusiveDrops] },
    expect: { verdict: 'finite', states: 328, edges: 1052 },
  },
  {
    name: 'EXCLUSIVE+does-not-wait-for-shared',
    cites: ['R-2', 'R-4'],
    twin: 'EXCLUSIVE',
    about:
      'In the model of v5.15 an exclusive fence drops shared fences for which its job did not wait. Memory ' +
      'management no longer sees them, and moves pages that a job reads.',
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
