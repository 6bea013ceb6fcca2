import { arrayRow, chainRow, mergeRow, signalersOf } from '../../rows/fence-containers.ts';
import { fenceActors } from './actors.ts';
import { fenceLitmuses } from './litmus.ts';

const actors = { ...fenceActors, ...signalersOf(3) };
const chain = chainRow(3);
const array = arrayRow(3);
const merge = mergeRow();

/** Chains, arrays and merges: a container is done when what is in it is, and not before. */
export const containers = fenceLitmuses(
  {
    name: 'CHAIN',
    cites: ['F-2', 'F-6'],
    twin: 'CHAIN+does-not-rearm',
    about:
      'Three chain nodes contain three fences that are signaled in any order, and a thread waits for the last ' +
      'node.',
    asks: { rows: [chain.row], clauses: [chain.rearms], actors },
    expect: { verdict: 'finite', states: 308, edges: 1164 },
  },
  {
    name: 'CHAIN+does-not-rearm',
    cites: ['F-2', 'F-6'],
    twin: 'CHAIN',
    about:
      'A node of a chain is signaled by its first callback, and does not wait for the fences that are still ' +
      'pending.',
    asks: { rows: [chain.row], clauses: [], actors },
    expect: {
      verdict: 'broken',
      broken: ['chain-2-after-1', 'chain-3-after-1', 'chain-3-after-2'],
      states: 420,
      edges: 1578,
      length: 5,
    },
  },
  {
    name: 'ARRAY',
    cites: ['F-2', 'F-6'],
    twin: 'ARRAY+signal-on-any',
    about: 'An array contains three fences that are signaled in any order.',
    asks: { rows: [array.row], clauses: [array.waitsForAll], actors },
    expect: { verdict: 'finite', states: 48, edges: 111 },
  },
  {
    name: 'ARRAY+signal-on-any',
    cites: ['F-2', 'F-6'],
    twin: 'ARRAY',
    about: 'The array is made with signal_on_any, although its users wait for all of its fences.',
    asks: { rows: [array.row], clauses: [], actors },
    expect: {
      verdict: 'broken',
      broken: ['array-after-1', 'array-after-2', 'array-after-3'],
      states: 78,
      edges: 204,
      length: 7,
    },
  },
  {
    name: 'MERGE',
    cites: ['R-3'],
    twin: 'MERGE+out-of-order',
    about: 'A merge keeps only the latest fence of each timeline, because each timeline is signaled in order.',
    asks: { rows: [merge.row], clauses: [merge.inOrder], actors },
    expect: { verdict: 'finite', states: 178, edges: 443 },
  },
  {
    name: 'MERGE+out-of-order',
    cites: ['R-3'],
    twin: 'MERGE',
    about:
      'A driver signals the later of two fences of one context first. A merge kept only the later fence, and ' +
      'its wait ends too early.',
    asks: { rows: [merge.row], clauses: [], actors },
    expect: { verdict: 'broken', broken: ['merged-after-1'], states: 264, edges: 733, length: 7 },
  },
);
