import { fencedJobs } from '../../rows/fenced-jobs.ts';
import {
  debugfsWalksLists,
  gemShrinker,
  heapReclaims,
  shrinkerDebugfs,
  shrinkerFaults,
  shrinkerLaws,
  tilerHeaps,
} from '../../rows/gem-shrinker.ts';
import { litmuses } from './ask.ts';

const rows = [gemShrinker];
const allLaws = Object.values(shrinkerLaws);
const without = (law: keyof typeof shrinkerLaws) => allLaws.filter((one) => one !== shrinkerLaws[law]);
const many = { reclaimers: 2 };

/** A shrinker, the threads that enter it, and what it may not take away. */
export const gemShrinkerLitmuses = litmuses(
  {
    name: 'SHRINK',
    cites: ['S-1', 'S-2'],
    twin: 'SHRINK+blocks',
    about:
      'A submit allocates while its object is locked and enters the shrinker, and another thread is in the ' +
      'shrinker too.',
    asks: { rows, clauses: allLaws },
    expect: { verdict: 'finite', states: 577, edges: 1637 },
  },
  {
    name: 'SHRINK+blocks',
    cites: ['S-1', 'L-1'],
    twin: 'SHRINK',
    about: 'The shrinker waits for the lock of an object, and the submit that entered the shrinker holds that lock.',
    asks: { rows, clauses: [...allLaws, shrinkerFaults.blocks] },
    expect: {
      verdict: 'deadlock',
      promises: { 'reclaim-returns': 'deadlock', 'gem-submit-ends': 'deadlock' },
      cycle: 'shrink[1] → gem[1] → submit → submitShrink → lists → gem[1]',
      states: 24,
      edges: 40,
      length: 5,
    },
  },
  {
    name: 'SHRINK+tries-again',
    cites: ['S-2'],
    twin: 'SHRINK',
    about:
      'A shrinker that has freed nothing returns 0, and vmscan calls it again, for ever. No thread is stuck, ' +
      'but the allocation never ends.',
    asks: { rows, clauses: [...allLaws, shrinkerFaults['tries-again']] },
    expect: {
      verdict: 'unbounded',
      promises: { 'reclaim-returns': 'unbounded', 'gem-submit-ends': 'unbounded' },
      states: 577,
      edges: 1796,
      length: 1,
    },
  },
  {
    name: 'SHRINK+purges-willneed',
    cites: ['S-2'],
    twin: 'SHRINK',
    about: 'The shrinker purges an object that userspace needs.',
    asks: { rows, clauses: without('purges-only-dontneed') },
    expect: { verdict: 'broken', broken: ['wanted-contents-stay'], states: 631, edges: 1771, length: 12 },
  },
  {
    name: 'SHRINK+pages-in-use',
    cites: ['S-1'],
    twin: 'SHRINK',
    about: 'The shrinker takes the pages of an object that a job uses, without waiting for the fence.',
    asks: { rows, clauses: without('leaves-pages-in-use') },
    expect: { verdict: 'broken', broken: ['pages-in-use-stay'], states: 856, edges: 2310, length: 13 },
  },
  {
    name: 'SHRINK+untried',
    cites: ['S-1'],
    twin: 'SHRINK',
    about:
      'The shrinker does not try the lock of an object, and a submit that holds the lock loses the pages of ' +
      'the object.',
    asks: { rows, clauses: without('locks-objects') },
    expect: {
      verdict: 'broken',
      broken: ['locked-pages-stay'],
      states: 628,
      edges: 1783,
      length: 10,
    },
  },
  {
    name: 'SHRINK+vmap-in-use',
    cites: ['S-1'],
    twin: 'SHRINK',
    about: 'The shrinker tears down a kernel mapping that is in use.',
    asks: { rows, clauses: without('leaves-mappings-in-use') },
    expect: { verdict: 'broken', broken: ['mapping-in-use-stays'], states: 758, edges: 2091, length: 13 },
  },
  {
    name: 'SHRINK+address-given-away',
    cites: ['S-1'],
    twin: 'SHRINK',
    about:
      'The shrinker takes the pages of an object, and gives the GPU address that userspace was promised to ' +
      'another object.',
    asks: { rows, clauses: [...allLaws, shrinkerFaults['gives-address-away']] },
    expect: { verdict: 'broken', broken: ['address-stays'], states: 1120, edges: 3235, length: 15 },
  },
  {
    name: 'SHRINK+objects',
    cites: ['S-1', 'S-2'],
    twin: 'SHRINK+objects+untried',
    about: 'There are two objects. The submit holds the lock of one of them, and its own reclaim frees the other one.',
    asks: { rows, clauses: allLaws, sizes: { objects: 2 } },
    expect: { verdict: 'finite', states: 17404, edges: 74327 },
  },
  {
    name: 'SHRINK+objects+untried',
    cites: ['S-1'],
    twin: 'SHRINK+objects',
    about: 'The shrinker does not try locks, and a submit frees the pages of the object for which it allocates.',
    asks: { rows, clauses: without('locks-objects'), sizes: { objects: 2 } },
    expect: { verdict: 'broken', broken: ['locked-pages-stay'], states: 18496, edges: 79281, length: 10 },
  },
  {
    name: 'SHRINK+many',
    cites: ['S-1', 'S-2'],
    twin: 'SHRINK+many+blocks',
    about: 'Two other threads are in the shrinker at once.',
    asks: { rows, clauses: allLaws, sizes: many },
    expect: { verdict: 'finite', states: 3265, edges: 12361 },
  },
  {
    name: 'SHRINK+many+blocks',
    cites: ['S-1'],
    twin: 'SHRINK+many',
    about:
      "A thread in the shrinker waits for the lock of the submit's object while it holds the lock of the " +
      'lists, which the submit needs.',
    asks: { rows, clauses: [...allLaws, shrinkerFaults.blocks], sizes: many },
    expect: {
      verdict: 'deadlock',
      promises: { 'reclaim-returns': 'deadlock', 'gem-submit-ends': 'deadlock' },
      cycle: 'shrink[1] → gem[1] → submit → submitShrink → lists → gem[1]',
      states: 112,
      edges: 280,
      length: 6,
    },
  },
  {
    name: 'SHRINK+debugfs',
    cites: ['S-1', 'L-1'],
    twin: 'SHRINK+debugfs-walks-mm-lists',
    about: 'A reader of debugfs walks a list of its own, not the lists of the shrinker.',
    asks: { rows: [gemShrinker, shrinkerDebugfs], clauses: allLaws },
    expect: { verdict: 'finite', states: 1921, edges: 6826 },
  },
  {
    name: 'SHRINK+debugfs-walks-mm-lists',
    cites: ['S-1', 'L-1'],
    twin: 'SHRINK+debugfs',
    about:
      'A reader of debugfs walks the lists of the shrinker and locks each object, in the opposite order to the ' +
      'submit.',
    asks: { rows: [gemShrinker, shrinkerDebugfs], clauses: [...allLaws, debugfsWalksLists] },
    expect: {
      verdict: 'deadlock',
      promises: { 'reclaim-returns': 'deadlock', 'gem-submit-ends': 'deadlock', 'debugfs-ends': 'deadlock' },
      cycle: 'shrink[1] → lists → debugfs → objectLock[1] → submit → submitShrink → lists',
      states: 1726,
      edges: 5896,
      length: 6,
    },
  },
  {
    name: 'PANTHOR-HEAP-GROW',
    cites: ['CDC-3', 'S-1'],
    twin: 'PANTHOR-HEAP-GROW+gfp-kernel',
    about:
      'A tiler heap grows with GFP_NOWAIT while its job runs. If there is no memory, the job goes on with ' +
      'incremental rendering.',
    asks: { rows: [fencedJobs, tilerHeaps] },
    expect: { verdict: 'finite', states: 17, edges: 19 },
  },
  {
    name: 'PANTHOR-HEAP-GROW+gfp-kernel',
    cites: ['CDC-3', 'S-1'],
    twin: 'PANTHOR-HEAP-GROW',
    about:
      'In panthor issue 32 the heap grows with GFP_KERNEL. Its reclaim waits for the fence of the job that ' +
      'waits for the heap.',
    asks: { rows: [fencedJobs, tilerHeaps], clauses: [heapReclaims] },
    expect: {
      verdict: 'deadlock',
      promises: { 'fence-signals': 'deadlock', 'heap-grows': 'deadlock' },
      cycle: 'fence[1] → job[1] → heap → fence[1]',
      states: 10,
      edges: 10,
      length: 7,
    },
  },
);
