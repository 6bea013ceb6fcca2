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
    about: 'A submit with its object locked allocates and enters the shrinker, and so does another thread.',
    asks: { rows, clauses: allLaws },
    expect: { verdict: 'finite', states: 904, edges: 2372 },
  },
  {
    name: 'SHRINK+blocks',
    cites: ['S-1', 'L-1'],
    twin: 'SHRINK',
    about: 'The shrinker waits for the lock of an object: the submit that entered it has that lock.',
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
    about: 'Where it freed nothing it says so and is called again, for ever: nobody is stuck, nothing ends.',
    asks: { rows, clauses: [...allLaws, shrinkerFaults['tries-again']] },
    expect: {
      verdict: 'unbounded',
      promises: { 'reclaim-returns': 'unbounded', 'gem-submit-ends': 'unbounded' },
      states: 904,
      edges: 2642,
      length: 1,
    },
  },
  {
    name: 'SHRINK+purges-willneed',
    cites: ['S-2'],
    twin: 'SHRINK',
    about: 'It purges what userspace wants.',
    asks: { rows, clauses: without('purges-only-dontneed') },
    expect: { verdict: 'broken', broken: ['wanted-contents-stay'], states: 1183, edges: 3015, length: 12 },
  },
  {
    name: 'SHRINK+pages-in-use',
    cites: ['S-1'],
    twin: 'SHRINK',
    about: 'It takes the pages of an object that a job uses, without waiting for the fence.',
    asks: { rows, clauses: without('leaves-pages-in-use') },
    expect: { verdict: 'broken', broken: ['pages-in-use-stay'], states: 1183, edges: 3045, length: 13 },
  },
  {
    name: 'SHRINK+untried',
    cites: ['S-1'],
    twin: 'SHRINK',
    about: 'It does not even try the lock of an object: the submit that has it loses its pages.',
    asks: { rows, clauses: without('locks-objects') },
    expect: {
      verdict: 'broken',
      broken: ['locked-pages-stay'],
      promises: { 'gem-submit-ends': 'deadlock' },
      states: 1114,
      edges: 2838,
      length: 10,
    },
  },
  {
    name: 'SHRINK+vmap-in-use',
    cites: ['S-1'],
    twin: 'SHRINK',
    about: 'It tears down a kernel mapping that somebody uses.',
    asks: { rows, clauses: without('leaves-mappings-in-use') },
    expect: { verdict: 'broken', broken: ['mapping-in-use-stays'], states: 1194, edges: 3036, length: 13 },
  },
  {
    name: 'SHRINK+address-given-away',
    cites: ['S-1'],
    twin: 'SHRINK',
    about: 'With the pages goes the GPU address that userspace was promised.',
    asks: { rows, clauses: [...allLaws, shrinkerFaults['gives-address-away']] },
    expect: { verdict: 'broken', broken: ['address-stays'], states: 1651, edges: 4440, length: 15 },
  },
  {
    name: 'SHRINK+many',
    cites: ['S-1', 'S-2'],
    twin: 'SHRINK+many+blocks',
    about: 'Two other threads in the shrinker at once.',
    asks: { rows, clauses: allLaws, sizes: many },
    expect: { verdict: 'finite', states: 5110, edges: 18147 },
  },
  {
    name: 'SHRINK+many+blocks',
    cites: ['S-1'],
    twin: 'SHRINK+many',
    about: 'One of them waits for an object that the submit has, and holds the lists that the submit needs.',
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
    about: 'A reader of debugfs walks a list of his own.',
    asks: { rows: [gemShrinker, shrinkerDebugfs], clauses: allLaws },
    expect: { verdict: 'finite', states: 2938, edges: 9823 },
  },
  {
    name: 'SHRINK+debugfs-walks-mm-lists',
    cites: ['S-1', 'L-1'],
    twin: 'SHRINK+debugfs',
    about: 'He walks the lists of the shrinker and locks each object: the other way round from the submit.',
    asks: { rows: [gemShrinker, shrinkerDebugfs], clauses: [...allLaws, debugfsWalksLists] },
    expect: {
      verdict: 'deadlock',
      promises: { 'reclaim-returns': 'deadlock', 'gem-submit-ends': 'deadlock', 'debugfs-ends': 'deadlock' },
      cycle: 'shrink[1] → lists → debugfs → objectLock[1] → submit → submitShrink → lists',
      states: 2620,
      edges: 8385,
      length: 6,
    },
  },
  {
    name: 'PANTHOR-HEAP-GROW',
    cites: ['CDC-3', 'S-1'],
    twin: 'PANTHOR-HEAP-GROW+gfp-kernel',
    about: 'A tiler heap grows while its job runs: GFP_NOWAIT, and incremental rendering where there is nothing.',
    asks: { rows: [fencedJobs, tilerHeaps] },
    expect: { verdict: 'finite', states: 17, edges: 19 },
  },
  {
    name: 'PANTHOR-HEAP-GROW+gfp-kernel',
    cites: ['CDC-3', 'S-1'],
    twin: 'PANTHOR-HEAP-GROW',
    about:
      'panthor, issue 32: the heap grows with GFP_KERNEL; reclaim waits for the fence of the ' +
      'job that waits for the heap.',
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
