/* oxlint-disable max-lines-per-function -- a row is one table of steps: data of one shape, nothing is decided in it */
import { vocabulary, type Row, type Step } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { fencesComplete, resvHoldersMayWait } from '../words/sentences.ts';
import { bufferAccess, bufferMover } from '../lifecycles/buffer-access.ts';
import { dmaResvEntry, usages, type Usage } from '../lifecycles/dma-resv-entry.ts';
import { resvIter } from '../lifecycles/resv-iter.ts';
import { resvSlot } from '../lifecycles/resv-slot.ts';
import { slot } from '../lifecycles/slot.ts';
import { choices, syncFileSnapshot } from '../lifecycles/sync-file-snapshot.ts';
import { warning } from '../lifecycles/warning.ts';

const dmaResv = from('drivers/dma-buf/dma-resv.c');
const dmaResvHeader = from('include/linux/dma-resv.h');
const gpuScheduler = from('include/drm/gpu_scheduler.h');
const ttmBo = from('drivers/gpu/drm/ttm/ttm_bo.c');
const dmaBufUapi = from('include/uapi/linux/dma-buf.h');

const resvC = (says: string) => dmaResv(says);
const resvH = (says: string) => dmaResvHeader(says);

/** A query for a usage returns every fence of it and of the stronger ones. */
export const returnedBy = (query: Usage): readonly Usage[] => usages.slice(0, usages.indexOf(query) + 1);

/** One fence in one dma_resv, and all that can be asked: what the kernel's own tests ask. */
export function resvQueries(): Row {
  const steps: Step[] = [
    {
      name: 'reserve',
      actor: 'user',
      moves: { slots: 'dma_resv_reserve_fences' },
      cite: resvC('dma_resv_reserve_fences'),
    },
    {
      name: 'reserve_fails',
      actor: 'user',
      moves: { slots: 'dma_resv_reserve_fences=-ENOMEM' },
      cite: resvC('dma_resv_reserve_fences: -ENOMEM'),
    },
    ...usages.map((usage): Step => ({
      name: `add_${usage}`,
      actor: 'user',
      moves: { entry: `dma_resv_add_fence.${usage}`, slots: 'add' },
      atomic: 'dma_resv',
      cite: resvC('dma_resv_add_fence'),
    })),
    { name: 'unlock', actor: 'user', moves: { slots: 'unlock' }, cite: resvC('dma_resv_reset_max_fences') },
    { name: 'signal', actor: 'signaler', moves: { entry: 'dma_fence_signal' } },
    {
      name: 'prune',
      actor: 'user',
      moves: { entry: 'replace' },
      cite: resvC('dma_resv_add_fence: any signaled fence may be replaced'),
    },
    { name: 'iter_begin', actor: 'user', moves: { iter: 'begin' } },
    {
      name: 'iter_changed',
      actor: 'user',
      moves: { iter: 'change' },
      cite: resvC('dma_resv_iter_next_unlocked: restarts where the list has changed'),
    },
    { name: 'iter_last', actor: 'user', moves: { iter: 'end' }, when: { iter: 'at_first' } },
    ...usages.flatMap((query): Step[] => {
      const within = returnedBy(query).map((usage) => `unsignaled.${usage}`);
      const beyond = [
        ...usages.filter((usage) => !returnedBy(query).includes(usage)).map((usage) => `unsignaled.${usage}`),
        'absent',
        'signaled',
      ];
      return [
        {
          name: `iter_fence_${query}`,
          actor: 'user',
          moves: { iter: 'fence' },
          when: { entry: within },
          cite: resvH(`DMA_RESV_USAGE_${query}`),
        },
        {
          name: `iter_none_${query}`,
          actor: 'user',
          moves: { iter: 'end' },
          when: { entry: beyond, iter: 'restarted' },
          cite: resvH(`DMA_RESV_USAGE_${query}`),
        },
      ];
    }),
  ];
  return {
    name: 'dma-resv-queries',
    parts: {
      entry: { of: dmaResvEntry, title: 'fence in the list' },
      slots: { of: resvSlot, title: 'slots' },
      iter: { of: resvIter, title: 'iterator' },
    },
    steps,
  };
}

const holders = ['reader', 'writer', 'explicit', 'mover'];
const entry = (title: string) => ({ of: dmaResvEntry, title });
export const accessParts = {
  reader: { of: bufferAccess, title: 'job that reads' },
  writer: { of: bufferAccess, title: 'job that writes' },
  explicit: { of: bufferAccess, title: 'job without implicit sync' },
  mover: { of: bufferMover, title: 'memory management' },
  readFence: entry('READ fence'),
  writeFence: entry('WRITE fence'),
  bookFence: entry('BOOKKEEP fence'),
  slots: { of: resvSlot, title: 'slots of the dma_resv' },
  resv: {
    of: slot('dma_resv', holders, 'drivers/dma-buf/dma-resv.c: dma_resv_lock', 'One thread holds the lock.'),
    title: 'dma_resv',
  },
  warning: { of: warning, title: 'WARN' },
} as const;
const v = vocabulary(accessParts);

const job = (
  who: 'reader' | 'writer' | 'explicit',
  fence: 'readFence' | 'writeFence' | 'bookFence',
  usage: Usage,
  other: 'readFence' | 'writeFence' | null,
  next: 'reader' | 'writer' | null,
) =>
  v.steps(
    v.step(`${who}_locks`, 'user', {
      moves: { [who]: 'lock', resv: `take.${who}` },
      when: { resv: 'free' },
      cite: resvC('dma_resv_lock'),
    }),
    v.step(`${who}_reserves`, `${who}_ioctl`, {
      moves: { [who]: 'reserve', slots: 'dma_resv_reserve_fences' },
      cite: resvC('dma_resv_reserve_fences'),
    }),
    v.step(`${who}_has_no_memory`, `${who}_ioctl`, {
      moves: { [who]: 'fail', slots: 'dma_resv_reserve_fences=-ENOMEM', resv: `give.${who}` },
      cite: resvC('dma_resv_reserve_fences: -ENOMEM'),
    }),
    v.step(`${who}_forgets_to_reserve`, `${who}_ioctl`, {
      moves: { [who]: 'skip' },
      cite: resvC('dma_resv_add_fence: @fence must have a slot reserved'),
    }),
    v.step(`${who}_publishes`, `${who}_ioctl`, {
      moves: { [who]: 'publish', [fence]: `dma_resv_add_fence.${usage}`, slots: 'add', resv: `give.${who}` },
      atomic: 'dma_resv',
      cite: resvC('dma_resv_add_fence'),
    }),
    ...(other === null
      ? []
      : v.steps(
          v.step(`${who}_publishes_behind`, `${who}_ioctl`, {
            moves: {
              [who]: 'publish_behind',
              [fence]: `dma_resv_add_fence.${usage}`,
              slots: 'add',
              resv: `give.${who}`,
            },
            when: { [other]: 'unsignaled' },
            atomic: 'dma_resv',
            cite: resvH('dma_resv_usage_rw: a writer waits for readers and writers, a reader for writers'),
          }),
        )),
    v.step(`${who}_runs`, `${who}_signaler`, { moves: { [who]: 'run' }, cite: gpuScheduler('run_job') }),
    v.step(`${who}_signals`, `${who}_signaler`, {
      moves: { [who]: 'signal' },
      also: { [fence]: 'dma_fence_signal', ...(next === null ? {} : { [next]: 'unblock' }) },
      atomic: 'the fence lock',
      cite: fencesComplete,
    }),
    v.step(`${who}_is_replaced`, 'user', {
      moves: { [fence]: 'replace' },
      cite: resvC('dma_resv_add_fence: any signaled fence may be replaced'),
    }),
  );

const steps = [
  ...job('reader', 'readFence', 'READ', 'writeFence', 'writer'),
  ...job('writer', 'writeFence', 'WRITE', 'readFence', 'reader'),
  ...job('explicit', 'bookFence', 'BOOKKEEP', null, null),
  ...v.steps(
    v.step('mover_locks', 'user', {
      moves: { mover: 'lock', resv: 'take.mover' },
      when: { resv: 'free' },
      cite: resvHoldersMayWait,
    }),
    v.step('mover_moves', 'mover', {
      moves: { mover: 'move' },
      when: { readFence: '!unsignaled', writeFence: '!unsignaled' },
      cite: ttmBo('ttm_bo_wait_ctx'),
    }),
    v.step('mover_unlocks', 'mover', { moves: { mover: 'unlock', resv: 'give.mover' } }),
  ),
] as const;

/**
 * A buffer that one job reads, one writes, one uses without implicit sync, and memory management
 * would like to move.
 */
export const accessRow = v.row({
  name: 'dma-resv',
  steps,
  promises: [
    { name: 'reader-runs', pending: { reader: ['behind', 'ready', 'running'] }, cite: fencesComplete },
    { name: 'writer-runs', pending: { writer: ['behind', 'ready', 'running'] }, cite: fencesComplete },
    { name: 'move-ends', pending: { mover: ['waiting', 'moving'] }, cite: ttmBo('ttm_bo_wait_ctx') },
  ],
  invariants: [
    {
      name: 'no-write-while-read',
      never: { reader: 'running', writer: 'running' },
      cite: resvH('DMA_RESV_USAGE_READ'),
    },
    {
      name: 'no-move-while-read',
      never: { reader: 'running', mover: 'moving' },
      cite: resvH('DMA_RESV_USAGE_BOOKKEEP: memory management waits for all'),
    },
    {
      name: 'no-move-while-written',
      never: { writer: 'running', mover: 'moving' },
      cite: resvH('DMA_RESV_USAGE_BOOKKEEP: memory management waits for all'),
    },
    {
      name: 'no-move-while-used',
      never: { explicit: 'running', mover: 'moving' },
      cite: resvH('DMA_RESV_USAGE_BOOKKEEP: memory management waits for all'),
    },
    { name: 'no-overrun', never: { slots: 'overrun' }, cite: resvC('BUG_ON(fobj->num_fences >= fobj->max_fences)') },
    { name: 'no-warning', never: { warning: 'warned' }, cite: resvC('WARN_ON(dma_fence_is_container(fence))') },
  ],
});

const about = v.about(steps);
export const accessClauses = {
  reserveFirst: about.clause({
    name: 'resv/reserve-before-publish',
    says: resvC('dma_resv_reserve_fences: must be called before dma_resv_add_fence, under the lock'),
    forbids: ['reader_forgets_to_reserve', 'writer_forgets_to_reserve', 'explicit_forgets_to_reserve'],
  }),
  readerWaits: about.clause({
    name: 'resv/readers-wait-for-writers',
    says: resvH('dma_resv_usage_rw: DMA_RESV_USAGE_WRITE for a reader'),
    requires: { reader_publishes: { writeFence: '!unsignaled' } },
  }),
  writerWaits: about.clause({
    name: 'resv/writers-wait-for-readers',
    says: resvH('dma_resv_usage_rw: DMA_RESV_USAGE_READ for a writer'),
    requires: { writer_publishes: { readFence: '!unsignaled' } },
  }),
  moverWaits: about.clause({
    name: 'resv/move-waits-for-bookkeep',
    says: resvH('DMA_RESV_USAGE_BOOKKEEP: No implicit sync; memory management waits for all'),
    requires: { mover_moves: { bookFence: '!unsignaled' } },
  }),
  exclusiveDrops: about.clause({
    name: 'resv/exclusive-drops-shared',
    says: resvC('v5.15 dma_resv_add_excl_fence: fobj->shared_count = 0'),
    about:
      'The model of exclusive and shared fences, until v5.17: the exclusive one has to wait ' +
      'for the shared ones itself.',
    also: {
      writer_publishes: { readFence: 'dma_resv_add_excl_fence' },
      writer_publishes_behind: { readFence: 'dma_resv_add_excl_fence' },
    },
  }),
  addsContainer: about.clause({
    name: 'resv/adds-container',
    says: resvC(
      'dma_resv_add_fence: drivers should not add containers here, instead add fences for each fence individually',
    ),
    also: { explicit_publishes: { warning: 'warn' } },
  }),
} as const;

/** The fences e1, e2 ... of one dma-buf, and a sync_file exported for reading and one for writing: what IGT asks. */
export function resvFences(fences: number): Row {
  const ks = Array.from({ length: fences }, (_, at) => at + 1);
  const snapshot = syncFileSnapshot({ fenced: fences });
  const file = (flag: 'read' | 'write', query: Usage): Step[] =>
    choices(...ks.map((k) => `f[${k}]`)).map((set) => ({
      name: `export_${flag}_{${set.replace(/[[\]]/g, '')}}`,
      actor: 'user',
      moves: { [`${flag}File`]: `export.${set}` },
      atomic: 'dma_resv',
      when: Object.fromEntries(
        ks.map((k) => {
          const within = returnedBy(query).map((usage) => `unsignaled.${usage}`);
          return [
            `e${k}`,
            set.split(',').includes(`f[${k}]`)
              ? within
              : [
                  'absent',
                  'signaled',
                  ...usages.filter((usage) => !returnedBy(query).includes(usage)).map((usage) => `unsignaled.${usage}`),
                ],
          ];
        }),
      ) as NonNullable<Step['when']>,
      cite: dmaBufUapi('DMA_BUF_IOCTL_EXPORT_SYNC_FILE'),
    }));
  return {
    name: 'dma-buf-fences',
    parts: {
      ...Object.fromEntries(ks.map((k) => [`e${k}`, { of: dmaResvEntry, title: `fence ${k}` }])),
      readFile: { of: snapshot, title: 'sync_file for reading' },
      writeFile: { of: snapshot, title: 'sync_file for writing' },
    },
    steps: [
      ...ks.flatMap((k): Step[] => [
        ...usages.map((usage): Step => ({
          name: `attach_${usage}_${k}`,
          actor: 'user',
          moves: { [`e${k}`]: `dma_resv_add_fence.${usage}` },
          atomic: 'dma_resv',
          cite: resvC('dma_resv_add_fence'),
        })),
        {
          name: `signal_${k}`,
          actor: 'signaler',
          moves: { [`e${k}`]: 'dma_fence_signal' },
          also: { readFile: `dma_fence_signal.f[${k}]`, writeFile: `dma_fence_signal.f[${k}]` },
        },
        { name: `prune_${k}`, actor: 'user', moves: { [`e${k}`]: 'replace' } },
      ]),
      // A reader waits for writers, a writer for all.
      ...file('read', 'WRITE'),
      ...file('write', 'READ'),
    ],
  };
}
