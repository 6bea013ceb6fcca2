import {
  cannotRestart,
  memoryRegions,
  peerRoutes,
  regionKinds,
  regionLaw,
  routeFaults,
} from '../../rows/memory-region.ts';
import { litmuses } from './ask.ts';

const two = { regions: 2 };
const rows = [memoryRegions];

/** RDMA memory regions: the way to memory of a GPU, and who gives memory back when. */
export const memoryRegionLitmuses = litmuses(
  {
    name: 'BAR',
    cites: ['P-5'],
    twin: 'BAR+no-fallback',
    about: 'Two regions want one BAR window, and the region that finds it full uses system memory.',
    asks: { rows: [peerRoutes], sizes: two },
    expect: { verdict: 'finite', states: 77, edges: 204 },
  },
  {
    name: 'BAR+no-fallback',
    cites: ['P-5'],
    twin: 'BAR',
    about: 'A region that finds the BAR window full waits until userspace releases it.',
    asks: { rows: [peerRoutes], clauses: [routeFaults['no-fallback']], sizes: two },
    expect: {
      verdict: 'indefinite',
      promises: { 'request-is-settled': 'indefinite' },
      cycle: 'route[1] → bar → route[2] → user',
      states: 77,
      edges: 196,
      length: 4,
    },
  },
  {
    name: 'BAR+fallback-may-not-fail',
    cites: ['P-5'],
    twin: 'BAR',
    about: 'There is no memory left, and the last fallback may not return an error.',
    asks: { rows: [peerRoutes], clauses: [routeFaults['fallback-may-not-fail']], sizes: two },
    expect: {
      verdict: 'deadlock',
      promises: { 'request-is-settled': 'deadlock' },
      cycle: 'route[1] → memory → nobody',
      states: 64,
      edges: 164,
      length: 7,
    },
  },
  {
    name: 'MR+on-demand',
    cites: ['D-9', 'P-3'],
    twin: 'MR+pinned',
    about: 'An on-demand memory region gives up its memory and faults it in again.',
    asks: { rows, clauses: [regionKinds.odp, regionLaw] },
    expect: { verdict: 'finite', states: 22, edges: 42 },
  },
  {
    name: 'MR+pinned',
    cites: ['P-3'],
    twin: 'MR+revocable',
    about: 'A pinned memory region keeps its memory until userspace deregisters it.',
    asks: { rows, clauses: [regionKinds.pinned, regionLaw] },
    expect: {
      verdict: 'indefinite',
      promises: { 'claim-is-met': 'indefinite' },
      cycle: 'claim → region → claim',
      states: 10,
      edges: 18,
      length: 3,
    },
  },
  {
    name: 'MR+revocable',
    cites: ['P-3', 'D-9'],
    twin: 'MR+pinned',
    about: 'A pinned memory region without on-demand paging can be revoked, and its requests then end with an error.',
    asks: { rows, clauses: [regionKinds.revocable, regionLaw] },
    expect: { verdict: 'finite', states: 16, edges: 31 },
  },
  {
    name: 'MR+pinned-moved',
    cites: ['P-3'],
    twin: 'MR+revocable+not-awaited',
    about: 'The exporter takes the memory of a pinned region without waiting for it.',
    asks: { rows, clauses: [regionKinds.pinned] },
    expect: { verdict: 'broken', broken: ['region-follows-memory'], states: 18, edges: 32, length: 4 },
  },
  {
    name: 'MR+revocable+not-awaited',
    cites: ['D-9'],
    twin: 'MR+pinned-moved',
    about: 'The exporter does not wait for its regions, because every region has been told of the revocation.',
    asks: { rows, clauses: [regionKinds.revocable] },
    expect: { verdict: 'finite', states: 16, edges: 31 },
  },
  {
    name: 'MR+on-demand+cannot-restart',
    cites: ['G-3'],
    twin: 'MR+on-demand',
    about: 'An on-demand memory region is on a device that cannot restart an access, and the request never ends.',
    asks: { rows, clauses: [regionKinds.odp, regionLaw, cannotRestart] },
    expect: {
      verdict: 'deadlock',
      promises: { 'request-ends': 'deadlock' },
      cycle: 'request → region → request',
      states: 20,
      edges: 35,
      length: 5,
    },
  },
);
