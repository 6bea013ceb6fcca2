import { implicitClauses, implicitSync } from '../../rows/implicit-sync.ts';
import { fenceLitmuses } from './litmus.ts';

const { handOver, imports, live, noReaders, exclusiveDrops, wrapper } = implicitClauses;
const rows = [implicitSync];

/** Explicit and implicit synchronisation meet on one buffer. */
export const implicitly = fenceLitmuses(
  {
    name: 'SYNC-FILE',
    cites: ['R-2', 'R-5'],
    twin: 'SYNC-FILE+handed-over',
    about:
      'Export, submit and import are three separate steps. Another process adds a fence after the export and ' +
      'both write at once, but every fence is still signaled.',
    asks: { rows, clauses: [imports, noReaders] },
    expect: { verdict: 'broken', broken: ['one-writer'], states: 74, edges: 180, length: 5 },
  },
  {
    name: 'SYNC-FILE+handed-over',
    cites: ['R-2', 'R-5', 'F-10'],
    twin: 'SYNC-FILE',
    about: 'A process owns the buffer from its export to its import, and nobody else writes in between.',
    asks: { rows, clauses: [imports, noReaders, handOver] },
    expect: { verdict: 'finite', states: 48, edges: 104 },
  },
  {
    name: 'SYNC-FILE+handed-over+forgotten-import',
    cites: ['R-2'],
    twin: 'SYNC-FILE+handed-over',
    about: 'A process does not import the fence of its submit, and the next owner of the buffer does not wait for it.',
    asks: { rows, clauses: [noReaders, handOver] },
    expect: { verdict: 'broken', broken: ['one-writer'], states: 88, edges: 228, length: 6 },
  },
  {
    name: 'SYNC-FILE+handed-over+live',
    cites: ['R-5'],
    twin: 'SYNC-FILE+handed-over',
    about:
      'A sync_file is not a snapshot but follows the buffer. It waits for a fence that was added later and ' +
      'that waits for the work of its own process.',
    asks: { rows, clauses: [imports, noReaders, handOver, live] },
    expect: {
      verdict: 'deadlock',
      promises: { 'client-job-ends': 'deadlock', 'gl-job-ends': 'deadlock', 'frame-ends': 'deadlock' },
      cycle: 'clientJob → glJob → clientJob',
      states: 48,
      edges: 102,
      length: 5,
    },
  },
  {
    name: 'SYNC-FILE+exclusive-import',
    cites: ['R-2'],
    twin: 'SYNC-FILE+exclusive-import+wrapper',
    about:
      'In the old model the imported fence becomes the exclusive one, and drops the fence of a reader for ' +
      'which the client did not wait.',
    asks: { rows, clauses: [imports, handOver, exclusiveDrops] },
    expect: { verdict: 'broken', broken: ['no-write-while-read'], states: 248, edges: 730, length: 9 },
  },
  {
    name: 'SYNC-FILE+readers',
    cites: ['R-2', 'R-5'],
    twin: 'SYNC-FILE+exclusive-import',
    about: 'Since v5.18 a fence that is imported as WRITE drops no other fence.',
    asks: { rows, clauses: [imports, handOver] },
    expect: { verdict: 'finite', states: 176, edges: 498 },
  },
  {
    name: 'SYNC-FILE+exclusive-import+wrapper',
    cites: ['R-2'],
    twin: 'SYNC-FILE+exclusive-import',
    about: 'In the old model the client imports an array of all earlier fences and its own, and no fence is lost.',
    asks: { rows, clauses: [imports, handOver, exclusiveDrops, wrapper] },
    expect: { verdict: 'finite', states: 168, edges: 454 },
  },
);
