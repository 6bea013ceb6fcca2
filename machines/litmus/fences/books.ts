import { vocabulary, type Row } from '../../../src/system/vocabulary.ts';
import { from } from '../../words/cites.ts';
import { accessClauses, accessParts, accessRow } from '../../rows/dma-resv.ts';
import { drmScheduler, schedClauses, schedParts } from '../../rows/drm-sched.ts';
import { arrayRow, chainRow, signalersOf } from '../../rows/fence-containers.ts';
import { fenceParts, fenceRow } from '../../rows/fence.ts';
import { implicitClauses, implicitParts, implicitSync } from '../../rows/implicit-sync.ts';
import { fenceActors } from './actors.ts';
import { fenceLitmuses } from './litmus.ts';

const dmaFence = from('drivers/dma-buf/dma-fence.c');
const dmaFenceHeader = from('include/linux/dma-fence.h');
const dmaResv = from('drivers/dma-buf/dma-resv.c');
const schedEntity = from('drivers/gpu/drm/scheduler/sched_entity.c');
const gpuScheduler = from('include/drm/gpu_scheduler.h');
const dmaBufUapi = from('include/uapi/linux/dma-buf.h');
const dmaFenceChain = from('drivers/dma-buf/dma-fence-chain.c');

const {
  row: fenceItself,
  clauses: { signalOnce, checkedUnderLock, removedUnderLock, errorBeforeSignal, creatorKeepsReference },
} = fenceRow();
const careful = [signalOnce, checkedUnderLock, removedUnderLock, errorBeforeSignal];
const released = dmaFence('dma_fence_release: nobody uses a fence whose last reference is gone');
/** What a fence says of itself agrees with what its memory holds, and nobody is at work on one that is gone. */
const fenceBooks = vocabulary(fenceParts('v7.0')).row({
  name: 'fence-books',
  steps: [],
  invariants: [
    {
      name: 'stamped-when-signaled',
      never: { fence: 'signaled', union: 'cb_list' },
      cite: dmaFenceHeader('DMA_FENCE_FLAG_TIMESTAMP_BIT: the time is there once it is signaled'),
    },
    {
      name: 'given-to-rcu-when-released',
      never: { fence: 'released', union: ['cb_list', 'timestamp'] },
      cite: dmaFence('dma_fence_free: kfree_rcu'),
    },
    {
      name: 'nobody-signals-a-released-fence',
      never: { fence: 'released', 'signaler[?]': ['walking', 'tested'] },
      cite: released,
    },
    { name: 'nobody-decides-on-a-released-fence', never: { fence: 'released', handler: 'decided' }, cite: released },
  ],
});

const resv = dmaResv('dma_resv_unlock: whoever locked unlocks');
/** Nobody keeps the lock, or a slot, when he is done with it. */
const resvBooks = vocabulary(accessParts).row({
  name: 'resv-books',
  steps: [],
  invariants: [
    ...(['reader', 'writer', 'explicit'] as const).map((who) => ({
      name: `${who}-unlocks`,
      never: { resv: `held.${who}`, [who]: ['idle', 'ready', 'behind', 'running'] } as never,
      cite: resv,
    })),
    { name: 'mover-unlocks', never: { resv: 'held.mover', mover: 'idle' }, cite: resv },
    {
      name: 'slots-go-with-the-lock',
      never: { resv: 'free', slots: 'reserved' },
      cite: dmaResv('dma_resv_reset_max_fences: slots are good until the lock is given back'),
    },
  ],
});

const sched = vocabulary(schedParts);
/** The first of the two fences of a job is signaled too, and a killed entity is emptied. */
const schedBooks = sched.row({
  name: 'drm-sched-books',
  steps: [],
  promises: [
    {
      name: 'scheduled-signals',
      pending: { 'scheduled[i]': 'visible' },
      cite: dmaFence('Fences must complete in a reasonable time.'),
    },
    {
      name: 'killed-job-leaves',
      pending: { entity: 'killed', 'job[i]': 'queued' },
      cite: schedEntity('drm_sched_entity_kill: its jobs are finished'),
    },
  ],
  invariants: [
    {
      name: 'a-job-is-freed-with-its-fences',
      never: { 'job[i]': 'none', 'finished[i]': 'signaled' },
      cite: gpuScheduler('free_job'),
    },
  ],
});

/** Whoever has handed his frame over does not own the buffer any more. */
const frameBooks = vocabulary(implicitParts).row({
  name: 'implicit-sync-books',
  steps: [],
  invariants: [
    {
      name: 'idle-client-owns-nothing',
      never: { client: 'idle', buffer: 'held.client' },
      cite: dmaBufUapi('DMA_BUF_IOCTL_IMPORT_SYNC_FILE: userspace has a lock of its own over the three steps'),
    },
  ],
});

const chain = chainRow(3);
const array = arrayRow(3);
const containers = { actors: { ...fenceActors, ...signalersOf(3) } };
const after = (one: number): number[] => [1, 2, 3].filter((k) => k > one);
/**
 * A node waits for the last fence that is not signaled, and for no other; who waits for the chain
 * returns when it is signaled.
 */
const chainBooks: Row = {
  name: 'fence-chain-books',
  parts: chain.row.parts,
  steps: [],
  invariants: [
    ...[1, 2, 3].flatMap((m) =>
      [1, 2, 3]
        .filter((j) => j <= m)
        .flatMap((j) => [
          {
            name: `node-${m}-is-called-by-${j}`,
            never: { [`c${m}`]: `armed.f[${j}]`, [`f${j}`]: 'signaled' },
            cite: dmaFenceChain('dma_fence_chain_cb'),
          },
          ...after(j)
            .filter((k) => k <= m)
            .map((k) => ({
              name: `node-${m}-waits-for-${k}-before-${j}`,
              never: { [`c${m}`]: `armed.f[${j}]`, [`f${k}`]: '!signaled' },
              cite: dmaFenceChain(
                'dma_fence_chain_enable_signaling: the callback goes to the first fence that is not signaled',
              ),
            })),
        ]),
    ),
    {
      name: 'returns-when-signaled',
      never: { waiter: 'returned', c3: '!signaled' },
      cite: dmaFence('dma_fence_default_wait'),
    },
  ],
};
const arrayBooks: Row = {
  name: 'fence-array-books',
  parts: array.row.parts,
  steps: [],
  invariants: [
    {
      name: 'returns-when-signaled',
      never: { waiter: 'returned', array: '!signaled' },
      cite: dmaFence('dma_fence_default_wait'),
    },
  ],
};

const fence = { sizes: { callbacks: 1, signalers: 2 } };
const access = [accessClauses.readerWaits, accessClauses.writerWaits, accessClauses.moverWaits];
const two = { fenced: 2 };

/** What survivors of the mutation score showed that nobody asked: that the books are kept. */
export const books = fenceLitmuses(
  {
    name: 'FENCE-BOOKS',
    cites: ['F-1', 'F-5'],
    twin: 'FENCE-BOOKS+released-early',
    about: 'The flags, the timestamp and the memory of a fence agree with each other.',
    asks: { ...fence, rows: [fenceItself, fenceBooks], clauses: [...careful, creatorKeepsReference] },
    expect: { verdict: 'finite', states: 2057, edges: 6937 },
  },
  {
    name: 'FENCE-BOOKS+released-early',
    cites: ['F-5'],
    twin: 'FENCE-BOOKS',
    about: 'Nobody holds a reference for the thread that signals the fence.',
    asks: { ...fence, rows: [fenceItself, fenceBooks], clauses: careful },
    expect: { verdict: 'broken', broken: ['no-warning'], states: 2525, edges: 8341, length: 3 },
  },
  {
    name: 'CHAIN-BOOKS',
    cites: ['F-2', 'F-6'],
    twin: 'CHAIN-BOOKS+does-not-rearm',
    about: 'A node of a chain has its callback on the first fence that is not signaled, and on no other.',
    asks: { ...containers, rows: [chain.row, chainBooks], clauses: [chain.rearms] },
    expect: { verdict: 'finite', states: 308, edges: 1164 },
  },
  {
    name: 'CHAIN-BOOKS+does-not-rearm',
    cites: ['F-2', 'F-6'],
    twin: 'CHAIN-BOOKS',
    about: 'A node of a chain is signaled by its first callback, although other fences are pending.',
    asks: { ...containers, rows: [chain.row, chainBooks], clauses: [] },
    expect: {
      verdict: 'broken',
      broken: ['chain-2-after-1', 'chain-3-after-1', 'chain-3-after-2'],
      states: 420,
      edges: 1578,
      length: 5,
    },
  },
  {
    name: 'ARRAY-BOOKS',
    cites: ['F-2', 'F-6'],
    twin: 'ARRAY-BOOKS+signal-on-any',
    about: 'A thread that waits for an array returns when the array is signaled.',
    asks: { ...containers, rows: [array.row, arrayBooks], clauses: [array.waitsForAll] },
    expect: { verdict: 'finite', states: 48, edges: 111 },
  },
  {
    name: 'ARRAY-BOOKS+signal-on-any',
    cites: ['F-2', 'F-6'],
    twin: 'ARRAY-BOOKS',
    about: 'The array is signaled together with the first of its fences.',
    asks: { ...containers, rows: [array.row, arrayBooks], clauses: [] },
    expect: {
      verdict: 'broken',
      broken: ['array-after-1', 'array-after-2', 'array-after-3'],
      states: 78,
      edges: 204,
      length: 7,
    },
  },
  {
    name: 'DMA-RESV-BOOKS',
    cites: ['R-1', 'CDC-6'],
    twin: 'DMA-RESV-BOOKS+slot-not-reserved',
    about: 'Every thread releases the dma_resv and the slots that it has reserved.',
    asks: { rows: [accessRow, resvBooks], clauses: [accessClauses.reserveFirst, ...access] },
    expect: { verdict: 'finite', states: 328, edges: 1052 },
  },
  {
    name: 'DMA-RESV-BOOKS+slot-not-reserved',
    cites: ['R-1'],
    twin: 'DMA-RESV-BOOKS',
    about: 'A fence is added to a dma_resv without a reserved slot.',
    asks: { rows: [accessRow, resvBooks], clauses: access },
    expect: { verdict: 'broken', broken: ['no-overrun'], states: 752, edges: 2288, length: 3 },
  },
  {
    name: 'DRM-SCHED-BOOKS',
    cites: ['F-6', 'CDC-1'],
    twin: 'DRM-SCHED-BOOKS+killed-jobs-left',
    about: 'Both fences of every job are signaled, and the queue of a killed entity is emptied.',
    asks: { rows: [drmScheduler, schedBooks], clauses: [schedClauses.teardownCancels], sizes: two },
    expect: { verdict: 'finite', states: 76, edges: 153 },
  },
  {
    name: 'DRM-SCHED-BOOKS+killed-jobs-left',
    cites: ['F-6'],
    twin: 'DRM-SCHED-BOOKS',
    about: 'The queue of a killed entity is not emptied.',
    asks: {
      rows: [drmScheduler, schedBooks],
      clauses: [schedClauses.teardownCancels, schedClauses.killedJobsLeft],
      sizes: two,
    },
    expect: {
      verdict: 'deadlock',
      promises: { 'finished-signals': 'deadlock', 'scheduled-signals': 'deadlock', 'killed-job-leaves': 'deadlock' },
      cycle: 'finished[1] → job[1] → entity → nobody',
      states: 64,
      edges: 122,
      length: 2,
    },
  },
  {
    name: 'SYNC-FILE-BOOKS',
    cites: ['R-2', 'R-5'],
    twin: 'SYNC-FILE-BOOKS+forgotten-import',
    about: 'A client that has finished a frame no longer owns the buffer.',
    asks: {
      rows: [implicitSync, frameBooks],
      clauses: [implicitClauses.imports, implicitClauses.noReaders, implicitClauses.handOver],
    },
    expect: { verdict: 'finite', states: 48, edges: 104 },
  },
  {
    name: 'SYNC-FILE-BOOKS+forgotten-import',
    cites: ['R-2'],
    twin: 'SYNC-FILE-BOOKS',
    about: 'The client does not import its fence into the buffer.',
    asks: { rows: [implicitSync, frameBooks], clauses: [implicitClauses.noReaders, implicitClauses.handOver] },
    expect: { verdict: 'broken', broken: ['one-writer'], states: 88, edges: 228, length: 6 },
  },
);
