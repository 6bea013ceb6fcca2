import {
  atomicPage,
  contestedPage,
  devicePrivate,
  partlyVisible,
  privateFaults,
  privateLaws,
  splitPagemap,
  staysMisplaced,
  timeslice,
} from '../../rows/device-private.ts';
import { litmuses } from './ask.ts';

const rows = [devicePrivate];
const allLaws = Object.values(privateLaws);
const without = (law: keyof typeof privateLaws) => allLaws.filter((one) => one !== privateLaws[law]);
const mutable = without('owner-is-immutable');

/** Device-private pages: who may map them, who pins them, and how their device goes away. */
export const devicePrivateLitmuses = litmuses(
  {
    name: 'DEVPRIV',
    cites: ['P-4', 'G-4', 'G-1'],
    twin: 'DEVPRIV+owner-mutable',
    about:
      'A page is migrated to the device and back, a peer with the same owner maps it, and the device is ' +
      'unplugged.',
    asks: { rows, clauses: allLaws },
    expect: { verdict: 'finite', states: 136, edges: 484 },
  },
  {
    name: 'DEVPRIV+owner-mutable',
    cites: ['G-1'],
    twin: 'DEVPRIV+owner-change-revokes',
    about:
      'The owner of a page map changes after hmm_range_fault has returned, and the peer maps memory that it ' +
      'cannot reach.',
    asks: { rows, clauses: [...mutable, privateFaults['owner-mutable']] },
    expect: { verdict: 'broken', broken: ['peer-reaches-what-it-maps'], states: 272, edges: 1136, length: 5 },
  },
  {
    name: 'DEVPRIV+callback-per-page',
    cites: ['G-1'],
    twin: 'DEVPRIV',
    about:
      'A callback is called for each page, under a lock that keeps the owner from changing. The owner may ' +
      'still change after hmm_range_fault has returned.',
    asks: { rows, clauses: [...mutable, privateFaults['callback-per-page']] },
    expect: { verdict: 'broken', broken: ['peer-reaches-what-it-maps'], states: 272, edges: 1100, length: 5 },
  },
  {
    name: 'DEVPRIV+owner-change-revokes',
    cites: ['G-1', 'G-4'],
    twin: 'DEVPRIV+owner-mutable',
    about: 'When the owner of a page map changes, the page map is revoked.',
    asks: { rows, clauses: [...mutable, privateFaults['owner-change-revokes']] },
    expect: { verdict: 'finite', states: 256, edges: 1068 },
  },
  {
    name: 'DEVPRIV+unplug-unrevoked',
    cites: ['G-4'],
    twin: 'DEVPRIV',
    about: 'Unplugging a device migrates its pages but does not revoke the page map, and the peer keeps its mapping.',
    asks: { rows, clauses: [...allLaws, privateFaults['unplug-does-not-revoke']] },
    expect: { verdict: 'broken', broken: ['mapped-is-there'], states: 168, edges: 581, length: 7 },
  },
  {
    name: 'DEVPRIV+stranded',
    cites: ['G-4'],
    twin: 'DEVPRIV',
    about: 'The device is removed before all of its pages are migrated.',
    asks: { rows, clauses: without('migrates-before-it-goes') },
    expect: {
      verdict: 'broken',
      broken: ['nothing-is-stranded'],
      promises: { 'range-fault-ends': 'deadlock', 'gup-returns': 'deadlock' },
      states: 144,
      edges: 504,
      length: 4,
    },
  },
  {
    name: 'DEVPRIV+populates-after-unplug',
    cites: ['G-4'],
    twin: 'DEVPRIV',
    about:
      'Pages may still be migrated to a device that is being unplugged, and they return as fast as they are ' +
      'migrated out.',
    asks: { rows, clauses: without('no-populate-after-unplug') },
    expect: { verdict: 'unbounded', promises: { 'unplug-ends': 'unbounded' }, states: 144, edges: 552, length: 2 },
  },
  {
    name: 'DEVPRIV+no-reset',
    cites: ['G-4'],
    twin: 'DEVPRIV',
    about: 'An access of the peer was in flight when the device was unplugged, and the peer is not reset.',
    asks: { rows, clauses: [...allLaws, privateFaults['no-reset']] },
    expect: {
      verdict: 'deadlock',
      promises: { 'access-is-settled': 'deadlock' },
      cycle: 'peer → nobody',
      states: 136,
      edges: 472,
      length: 12,
    },
  },
  {
    name: 'DEVPRIV+pinned-in-place',
    cites: ['P-4'],
    twin: 'DEVPRIV',
    about: 'get_user_pages pins a device-private page without migrating it to system memory.',
    asks: { rows, clauses: [...allLaws, privateFaults['pins-in-place']] },
    expect: {
      verdict: 'broken',
      broken: ['mapped-is-there', 'no-device-private-pin'],
      promises: { 'range-fault-ends': 'deadlock', 'unplug-ends': 'deadlock' },
      states: 156,
      edges: 522,
      length: 6,
    },
  },
  {
    name: 'DEVPRIV+split',
    cites: ['G-1'],
    twin: 'DEVPRIV+not-split',
    about: 'The bus reaches only a part of the device memory, and that part has a page map of its own.',
    asks: { rows: [devicePrivate, partlyVisible], clauses: [...allLaws, splitPagemap] },
    expect: { verdict: 'finite', states: 256, edges: 928 },
  },
  {
    name: 'DEVPRIV+not-split',
    cites: ['G-1'],
    twin: 'DEVPRIV+split',
    about: 'The bus reaches only a part of the device memory, but both parts have one page map.',
    asks: { rows: [devicePrivate, partlyVisible], clauses: allLaws },
    expect: { verdict: 'broken', broken: ['bus-reaches-what-is-mapped'], states: 272, edges: 1000, length: 5 },
  },
  {
    name: 'ATOMIC',
    cites: ['G-3'],
    twin: 'ATOMIC+misplaced',
    about: 'The interconnect does not carry atomic operations, and the page is migrated to the device that needs them.',
    asks: { rows: [atomicPage] },
    expect: { verdict: 'finite', states: 4, edges: 5 },
  },
  {
    name: 'ATOMIC+misplaced',
    cites: ['G-3'],
    twin: 'ATOMIC',
    about:
      'The interconnect does not carry atomic operations, and the page stays where it is. The access faults ' +
      'again and again, unless a CPU happens to touch the page.',
    asks: { rows: [atomicPage], clauses: [staysMisplaced] },
    expect: {
      verdict: 'indefinite',
      promises: { 'operation-ends': 'indefinite' },
      cycle: 'operation → user',
      states: 4,
      edges: 5,
      length: 2,
    },
  },
  {
    name: 'CONTEST',
    cites: ['G-3'],
    twin: 'CONTEST+no-timeslice',
    about: 'A CPU and a GPU want the same page, and each keeps it for a timeslice.',
    asks: { rows: [contestedPage], clauses: [timeslice] },
    expect: { verdict: 'finite', states: 4, edges: 4 },
  },
  {
    name: 'CONTEST+no-timeslice',
    cites: ['G-3'],
    twin: 'CONTEST',
    about: 'A CPU and a GPU want the same page, and the CPU takes it back before the GPU has used it, again and again.',
    asks: { rows: [contestedPage] },
    expect: { verdict: 'unbounded', promises: { 'operation-ends': 'unbounded' }, states: 4, edges: 5, length: 1 },
  },
);
