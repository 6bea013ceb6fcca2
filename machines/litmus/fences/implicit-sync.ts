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
      'Export, submit, import are three steps: another process adds a fence after the export, ' +
      'and both write at once. The kernel is safe all the same: every fence is signaled.',
    asks: { rows, clauses: [imports, noReaders] },
    expect: { verdict: 'broken', broken: ['one-writer'], states: 74, edges: 180, length: 5 },
  },
  {
    name: 'SYNC-FILE+handed-over',
    cites: ['R-2', 'R-5', 'F-10'],
    twin: 'SYNC-FILE',
    about: 'Whoever works on the buffer owns it from the export to the import.',
    asks: { rows, clauses: [imports, noReaders, handOver] },
    expect: { verdict: 'finite', states: 48, edges: 104 },
  },
  {
    name: 'SYNC-FILE+handed-over+forgotten-import',
    cites: ['R-2'],
    twin: 'SYNC-FILE+handed-over',
    about: 'The fence of what was submitted is not imported: the next owner waits for nothing.',
    asks: { rows, clauses: [noReaders, handOver] },
    expect: { verdict: 'broken', broken: ['one-writer'], states: 88, edges: 228, length: 6 },
  },
  {
    name: 'SYNC-FILE+handed-over+live',
    cites: ['R-5'],
    twin: 'SYNC-FILE+handed-over',
    about: 'A sync_file that is no snapshot: it waits for a fence that was added later and that waits for its own.',
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
      'The old model: a fence that is imported as the exclusive one drops a reader that the client did not wait for.',
    asks: { rows, clauses: [imports, handOver, exclusiveDrops] },
    expect: { verdict: 'broken', broken: ['no-write-while-read'], states: 248, edges: 730, length: 9 },
  },
  {
    name: 'SYNC-FILE+readers',
    cites: ['R-2', 'R-5'],
    twin: 'SYNC-FILE+exclusive-import',
    about: 'Since v5.18: what is imported as WRITE drops nobody.',
    asks: { rows, clauses: [imports, handOver] },
    expect: { verdict: 'finite', states: 176, edges: 498 },
  },
  {
    name: 'SYNC-FILE+exclusive-import+wrapper',
    cites: ['R-2'],
    twin: 'SYNC-FILE+exclusive-import',
    about: 'What is imported is an array of all fences and the new one: nothing is lost.',
    asks: { rows, clauses: [imports, handOver, exclusiveDrops, wrapper] },
    expect: { verdict: 'finite', states: 168, edges: 454 },
  },
);
