import {
  intervalNotifier,
  notifierFaults,
  notifierJob,
  notifierLaws,
  notifierQueue,
  notifierWaits,
  skipsIdleQueues,
  startsUnchecked,
} from '../../rows/interval-notifier.ts';
import { litmuses } from './ask.ts';

const rows = [intervalNotifier];
const allLaws = Object.values(notifierLaws);

/** Interval notifiers and hmm_range_fault: what a device page table may point at. */
export const intervalNotifierLitmuses = litmuses(
  {
    name: 'HMM',
    cites: ['G-1', 'G-2'],
    twin: 'HMM+retry-outside-lock',
    about: 'A thread mirrors a range while the range is invalidated.',
    asks: { rows, clauses: allLaws },
    expect: { verdict: 'finite', states: 77, edges: 138 },
  },
  {
    name: 'HMM+retry-outside-lock',
    cites: ['G-1'],
    twin: 'HMM',
    about:
      'The thread calls mmu_interval_read_retry before it takes the driver lock, and the range is invalidated ' +
      'in between.',
    asks: { rows, clauses: [...allLaws, notifierFaults['retry-outside-lock']] },
    expect: {
      verdict: 'broken',
      broken: ['no-stale-entry'],
      promises: { 'mirror-ends': 'deadlock' },
      states: 148,
      edges: 269,
      length: 10,
    },
  },
  {
    name: 'HMM+set-seq-missing',
    cites: ['G-1'],
    twin: 'HMM',
    about:
      'The invalidate callback does not call mmu_interval_set_seq, and the thread does not learn of the ' +
      'invalidation.',
    asks: { rows, clauses: [] },
    expect: { verdict: 'broken', broken: ['no-stale-entry'], states: 107, edges: 203, length: 12 },
  },
  {
    name: 'HMM+returns-before-flush',
    cites: ['G-2'],
    twin: 'HMM',
    about: 'The invalidate callback returns while a TLB still has the pages.',
    asks: { rows, clauses: [...allLaws, notifierFaults['returns-before-flush']] },
    expect: { verdict: 'broken', broken: ['no-stale-entry'], states: 154, edges: 277, length: 12 },
  },
  {
    name: 'HMM+returns-before-zap',
    cites: ['G-2'],
    twin: 'HMM',
    about: 'The invalidate callback returns while the page table still has the pages.',
    asks: { rows, clauses: [...allLaws, notifierFaults['returns-before-zap']] },
    expect: { verdict: 'broken', broken: ['no-stale-entry'], states: 154, edges: 277, length: 12 },
  },
  {
    name: 'HMM+tries-for-ever',
    cites: ['G-1'],
    twin: 'HMM',
    about: 'The thread has no timeout, and a range that is invalidated again and again is never mirrored.',
    asks: { rows, clauses: [...allLaws, notifierFaults['tries-for-ever']] },
    expect: { verdict: 'unbounded', promises: { 'mirror-ends': 'unbounded' }, states: 61, edges: 106, length: 1 },
  },
  {
    name: 'HMM+queue',
    cites: ['G-2'],
    twin: 'HMM+queue+idle-skipped',
    about: 'The invalidation also flushes for queues that are not on the hardware.',
    asks: { rows: [intervalNotifier, notifierQueue], clauses: allLaws },
    expect: { verdict: 'finite', states: 154, edges: 430 },
  },
  {
    name: 'HMM+queue+idle-skipped',
    cites: ['G-2'],
    twin: 'HMM+queue',
    about: 'The invalidation skips idle queues, as before commit fa7c84726dc2.',
    asks: { rows: [intervalNotifier, notifierQueue], clauses: [...allLaws, skipsIdleQueues] },
    expect: { verdict: 'broken', broken: ['no-stale-entry'], states: 308, edges: 862, length: 13 },
  },
  {
    name: 'USERPTR',
    cites: ['G-1', 'G-2', 'CDC-4'],
    twin: 'USERPTR+not-awaited',
    about: 'A job with a dma_fence uses the range, and the notifier waits for the fence.',
    asks: { rows: [intervalNotifier, notifierJob], clauses: [...allLaws, notifierWaits] },
    expect: { verdict: 'finite', states: 106, edges: 214 },
  },
  {
    name: 'USERPTR+not-awaited',
    cites: ['G-2'],
    twin: 'USERPTR',
    about: 'The notifier does not wait for the fence of the job.',
    asks: { rows: [intervalNotifier, notifierJob], clauses: allLaws },
    expect: { verdict: 'broken', broken: ['no-job-astray'], states: 190, edges: 456, length: 13 },
  },
  {
    name: 'USERPTR+invalidate-race',
    cites: ['G-1'],
    twin: 'USERPTR',
    about: 'The submit does not check the sequence number under the lock before it arms the job.',
    asks: { rows: [intervalNotifier, notifierJob], clauses: [...allLaws, notifierWaits, startsUnchecked] },
    expect: { verdict: 'broken', broken: ['no-job-astray'], states: 183, edges: 457, length: 7 },
  },
);
