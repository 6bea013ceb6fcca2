import { vocabulary } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { fencesComplete } from '../words/sentences.ts';
import { dmaResvEntry } from '../lifecycles/dma-resv-entry.ts';
import { slot } from '../lifecycles/slot.ts';
import { explicitClient, jobDependency, syncJob } from '../lifecycles/sync-file.ts';

const dmaBufUapi = from('include/uapi/linux/dma-buf.h');
const dmaBufHeader = from('include/linux/dma-buf.h');
const dmaResv = from('drivers/dma-buf/dma-resv.c');
const dmaBufSource = from('drivers/dma-buf/dma-buf.c');

const uapi = (says: string) => dmaBufUapi(says);

export const implicitParts = {
  client: { of: explicitClient, title: 'Vulkan client' },
  clientJob: { of: syncJob, title: 'job of the Vulkan client' },
  clientFence: { of: dmaResvEntry, title: 'fence of the Vulkan client' },
  glJob: { of: syncJob, title: 'job of the GL client' },
  glFence: { of: dmaResvEntry, title: 'fence of the GL client' },
  readJob: { of: syncJob, title: 'job that reads' },
  readFence: { of: dmaResvEntry, title: 'READ fence' },
  glOnReader: { of: jobDependency, title: 'dependency of the GL client on the reader' },
  buffer: {
    of: slot(
      'buffer_owner',
      ['client', 'gl'],
      'include/uapi/linux/dma-buf.h: DMA_BUF_IOCTL_EXPORT_SYNC_FILE',
      'One process owns the buffer.',
      'The buffer is',
    ),
    title: 'the buffer',
  },
} as const;
const v = vocabulary(implicitParts);

const exports = uapi('DMA_BUF_IOCTL_EXPORT_SYNC_FILE: the returned sync_file is a snapshot of the fences');
const imports = uapi('DMA_BUF_IOCTL_IMPORT_SYNC_FILE');
const usage = dmaBufHeader('@resv: IMPLICIT SYNCHRONIZATION RULES');
const works = ['behind', 'ready', 'running'] as const;

/** A job with implicit sync: it waits for every fence in the list. */
const gl = <const S extends string>(
  suffix: S,
  when: { readonly readFence: 'unsignaled' | '!unsignaled' },
  depends: { readonly glOnReader?: 'depend' },
) =>
  v.steps(
    v.step(`gl_submits${suffix}`, 'user', {
      moves: { glJob: 'submit', glFence: 'dma_resv_add_fence.WRITE', ...depends },
      when: { ...when, clientFence: '!unsignaled' },
      atomic: 'dma_resv',
      cite: usage,
    }),
    v.step(`gl_submits_behind${suffix}`, 'user', {
      moves: { glJob: 'submit_behind', glFence: 'dma_resv_add_fence.WRITE', ...depends },
      when: { ...when, clientFence: 'unsignaled' },
      atomic: 'dma_resv',
      cite: usage,
    }),
  );

const steps = v.steps(
  v.step('export', 'user', {
    moves: { client: 'export' },
    when: { glFence: '!unsignaled', readFence: '!unsignaled' },
    atomic: 'dma_resv',
    cite: exports,
  }),
  v.step('export_behind', 'user', {
    moves: { client: 'export_behind' },
    when: { glFence: 'unsignaled' },
    atomic: 'dma_resv',
    cite: exports,
  }),
  // DMA_BUF_SYNC_READ: readers are not in the snapshot.
  v.step('export_read', 'user', {
    moves: { client: 'export' },
    when: { glFence: '!unsignaled', readFence: 'unsignaled' },
    atomic: 'dma_resv',
    cite: uapi('DMA_BUF_SYNC_READ: wait for writers'),
  }),
  v.step('client_submits', 'process', { moves: { client: 'submit', clientJob: 'submit' }, cite: exports }),
  v.step('client_submits_behind', 'process', {
    moves: { client: 'submit_behind', clientJob: 'submit_behind' },
    cite: exports,
  }),
  v.step('import', 'process', {
    moves: { client: 'import', clientFence: 'dma_resv_add_fence.WRITE' },
    when: { clientJob: works },
    atomic: 'dma_resv',
    cite: imports,
  }),
  v.step('import_signaled', 'process', {
    moves: { client: 'import' },
    when: { clientJob: 'idle' },
    atomic: 'dma_resv',
    cite: imports,
  }),
  v.step('forget_import', 'process', { moves: { client: 'forget' }, cite: imports }),
  v.step('client_runs', 'client_engine', { moves: { clientJob: 'run' } }),
  v.step('client_signals', 'client_engine', {
    moves: { clientJob: 'signal' },
    also: { clientFence: 'dma_fence_signal', glJob: 'unblock' },
    atomic: 'the fence lock',
    cite: fencesComplete,
  }),
  ...gl('', { readFence: '!unsignaled' }, {}),
  // Readers that are in the list were there first: none is added while a writer is.
  ...gl('_after_reader', { readFence: 'unsignaled' }, { glOnReader: 'depend' }),
  v.step('gl_runs', 'gl_engine', { moves: { glJob: 'run' }, when: { glOnReader: 'none' }, cite: usage }),
  v.step('gl_signals', 'gl_engine', {
    moves: { glJob: 'signal', glFence: 'dma_fence_signal' },
    also: { clientJob: 'unblock', client: 'signaled' },
    atomic: 'the fence lock',
    cite: fencesComplete,
  }),
  v.step('reader_submits', 'user', {
    moves: { readJob: 'submit', readFence: 'dma_resv_add_fence.READ' },
    when: { glFence: '!unsignaled', clientFence: '!unsignaled', client: 'idle' },
    atomic: 'dma_resv',
    cite: usage,
  }),
  v.step('reader_runs', 'read_engine', { moves: { readJob: 'run' } }),
  v.step('reader_signals', 'read_engine', {
    moves: { readJob: 'signal' },
    also: { readFence: 'dma_fence_signal', glOnReader: 'signaled' },
    atomic: 'the fence lock',
  }),
  v.step('prune_client', 'user', { moves: { clientFence: 'replace' } }),
  v.step('prune_gl', 'user', { moves: { glFence: 'replace' } }),
  v.step('prune_read', 'user', { moves: { readFence: 'replace' } }),
);

/**
 * A Vulkan client that exports, submits and imports, and a GL client with implicit sync, both
 * writing one buffer; perhaps somebody reads it.
 */
export const implicitSync = v.row({
  name: 'implicit-sync',
  steps,
  promises: [
    { name: 'client-job-ends', pending: { clientJob: '!idle' }, cite: fencesComplete },
    { name: 'gl-job-ends', pending: { glJob: '!idle' }, cite: fencesComplete },
    { name: 'frame-ends', pending: { client: '!idle' }, cite: imports },
  ],
  invariants: [
    { name: 'one-writer', never: { clientJob: 'running', glJob: 'running' }, cite: usage },
    { name: 'no-write-while-read', never: { readJob: 'running', glJob: 'running' }, cite: usage },
  ],
});

const about = v.about(steps);
export const implicitClauses = {
  handOver: about.clause({
    name: 'implicit-sync/handed-over',
    says: uapi(
      'There is no way to atomically submit work and import: userspace must take care that ' +
        'nobody else adds a fence in between',
    ),
    about: 'A process owns the buffer from its export to its import.',
    moves: {
      export: { buffer: 'take.client' },
      export_behind: { buffer: 'take.client' },
      export_read: { buffer: 'take.client' },
      import: { buffer: 'give.client' },
      import_signaled: { buffer: 'give.client' },
      forget_import: { buffer: 'give.client' },
    },
    requires: {
      gl_submits: { buffer: 'free' },
      gl_submits_behind: { buffer: 'free' },
      gl_submits_after_reader: { buffer: 'free' },
      gl_submits_behind_after_reader: { buffer: 'free' },
      reader_submits: { buffer: 'free' },
    },
  }),
  imports: about.clause({
    name: 'implicit-sync/imports',
    says: imports,
    about: 'The fence of the submitted job is added to the dma_resv.',
    forbids: ['forget_import'],
  }),
  live: about.clause({
    name: 'implicit-sync/live-sync-file',
    says: exports,
    about: 'The sync_file is not a snapshot: it also waits for fences that are added later.',
    also: { gl_submits_behind: { clientJob: 'wait_more' } },
  }),
  noReaders: about.clause({
    name: 'implicit-sync/nobody-reads',
    says: usage,
    about: 'There are two writers and no reader.',
    forbids: ['reader_submits'],
  }),
  exclusiveDrops: about.clause({
    name: 'implicit-sync/exclusive-drops-shared',
    says: dmaResv('v5.15 dma_resv_add_excl_fence: fobj->shared_count = 0'),
    about: 'The old model: an exclusive fence that is imported drops the shared ones.',
    also: { import: { readFence: 'dma_resv_add_excl_fence' } },
  }),
  wrapper: about.clause({
    name: 'implicit-sync/import-wraps-all',
    says: dmaBufSource(
      'Use a wrapper dma_fence_array of all fences including the new one when importing an exclusive fence.',
    ),
    about: 'The imported fence is signaled only after the shared fences are.',
    requires: { client_signals: { readJob: 'idle' } },
  }),
} as const;
