import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { contract, from } from '../words/cites.ts';
import { allocation } from '../lifecycles/allocation.ts';
import { drmExec } from '../lifecycles/drm-exec.ts';
import { dmaBuf70, dmaBufParts } from '../rows/dma-buf.ts';
import { fencedParts } from '../rows/fenced-jobs.ts';
import { reclaimer } from '../rows/reclaimer.ts';
import { lawsOf, mistake, type Use } from './use.ts';

const dmaBufHeader = from('include/linux/dma-buf.h');
const dmaBufSource = from('drivers/dma-buf/dma-buf.c');
const drmGpuvm = from('drivers/gpu/drm/drm_gpuvm.c');
const xeExec = from('drivers/gpu/drm/xe/xe_exec.c');

const critical = contract(
  '... This means any code required for fence completion cannot allocate memory with GFP_KERNEL. ...',
);

/** What a job that uses an imported buffer needs: the buffer, its importers, and the locks of a submit. */
export const importJobParts = {
  ...dmaBufParts('7.0'),
  ...fencedParts,
  drmExec: { of: drmExec, family: 'fenced', title: 'locks of submit' },
} as const;
/** The importer's device uses the buffer by a fenced job of the core: what a move waits for is that job's fence. */
const userOfImport = vocabulary(importJobParts);
const importSteps = userOfImport.steps(
  userOfImport.step('job_maps', 'submit[i]', {
    moves: { 'attachment[j]': 'map_begin', resv: 'take.importer[j]' },
    when: { 'job[i]': 'preparing', 'attachment[j]': 'attached', resv: 'free' },
  }),
);
export const imported = userOfImport.row({
  name: 'job-uses-import',
  steps: importSteps,
  ties: {
    requires: {
      submit: { 'attachment[?]': '!detached' },
      publish: { 'attachment[?]': 'mapped.current' },
      move_copies: { 'fence[*]': '!visible' },
      unmap: { 'fence[*]': '!visible' },
      unmap_invalidated: { 'fence[*]': '!visible' },
    },
  },
});
/**
 * The lock is what it is in the kernel: a submit waits for whoever has it, and while the submit has it an exporter
 * waits (`move_begin` takes it), and so does every other importer.
 */
export const submitHolds: Clause = userOfImport.about([...importSteps, { name: 'publish' }] as const).clause({
  name: 'dma-buf/submit-holds-resv',
  says: drmGpuvm(
    'drm_gpuvm_exec_lock: acquires the dma-resv locks of all objects of the VM; drm_gpuvm_validate and ' +
      'drm_gpuvm_resv_add_fence come before drm_exec_fini',
  ),
  about:
    'A submit holds the reservation objects of its VM and of its imports from its last check ' +
    'of the mappings until it has added its fence. dma_buf_move_notify is called with them ' +
    'held.',
  forbids: ['job_maps'],
  adds: [
    {
      name: 'exec_locks',
      actor: 'exec_lock[i]',
      moves: { 'drmExec[i]': 'lock', resv: 'take.submit' },
      when: { 'job[i]': 'preparing', resv: 'free' },
      atomic: 'dma_resv',
      cite: xeExec('xe_exec_ioctl: drm_gpuvm_exec_lock'),
    },
    {
      name: 'exec_unmaps',
      actor: 'submit[i]',
      moves: { 'attachment[j]': 'unmap' },
      when: { 'drmExec[i]': 'locked', 'attachment[j]': 'invalidated', 'fence[*]': '!visible' },
      cite: xeExec('xe_exec_fn: drm_gpuvm_validate'),
    },
    {
      name: 'exec_maps',
      actor: 'submit[i]',
      moves: { 'attachment[j]': 'map_begin' },
      when: { 'drmExec[i]': 'locked', 'attachment[j]': 'attached' },
      cite: dmaBufHeader('move_notify: the mapping function must be called with this lock held as well'),
    },
    {
      name: 'exec_has_addresses',
      actor: 'submit[i]',
      moves: { 'attachment[j]': 'map_end' },
      when: { 'drmExec[i]': 'locked', 'attachment[j]': 'mapping', resv: 'held.submit' },
      cite: dmaBufHeader('move_notify: the mapping function must be called with this lock held as well'),
    },
  ],
  requires: { publish: { 'drmExec[i]': 'locked' } },
  moves: { publish: { 'drmExec[i]': 'unlock', resv: 'give.submit' } },
});
/** No user of the device but those jobs. */
export const jobsAlone: Clause = vocabulary(dmaBufParts('7.0'))
  .about([
    { name: 'access_starts' },
    { name: 'access_starts_astray' },
    { name: 'dma_buf_pin' },
    { name: 'dma_buf_put' },
    { name: 'dma_buf_detach' },
  ] as const)
  .clause({
    name: 'composed/jobs-alone',
    says: dmaBufHeader('struct dma_buf @resv'),
    forbids: ['access_starts', 'access_starts_astray', 'dma_buf_pin', 'dma_buf_put', 'dma_buf_detach'],
  });

/** An allocation of the importer's job whose reclaim calls the exporter's shrinker: that one moves the buffer. */
export const jobAlloc = {
  ...reclaimer('jobAlloc', 'fenced', 'allocation of the job', 'reclaim_jobAlloc[i]'),
  name: 'job-alloc',
};
const withAlloc = vocabulary({
  ...dmaBufParts('7.0'),
  ...fencedParts,
  jobAlloc: { of: allocation, family: 'fenced', title: 'allocation of the job' },
} as const);
export const shrinkerMoves = withAlloc.row({
  name: 'shrinker-moves',
  steps: withAlloc.steps(
    withAlloc.step('job_allocates_before', 'submit[i]', {
      moves: { 'jobAlloc[i]': 'alloc' },
      when: { 'job[i]': 'preparing' },
      cite: critical,
    }),
  ),
  ties: {
    requires: { publish: { 'jobAlloc[i]': 'returned' }, jobAlloc_ends: { move: 'idle' } },
    also: { submit: { 'jobAlloc[i]': 'free' } },
  },
});
export const allocatesLate: Clause = withAlloc
  .about([{ name: 'publish' }, { name: 'signal' }, { name: 'job_allocates_before' }] as const)
  .clause({
    name: 'composed/allocates-late',
    says: critical,
    about: 'The job allocates after it has ended and before its fence is signaled.',
    adds: [
      {
        name: 'job_allocates_late',
        actor: 'signaler[i]',
        moves: { 'jobAlloc[i]': 'alloc' },
        when: { 'job[i]': 'done' },
      },
      { name: 'late_free', actor: 'submit[i]', moves: { 'jobAlloc[i]': 'free' }, when: { 'job[i]': 'queued' } },
    ],
    requires: { signal: { 'jobAlloc[i]': 'returned' } },
  });

const notify = dmaBufSource(
  'dma_buf_move_notify: importers may use their old mappings until the fences in the reservation object signal',
);
/** The same with the wait as a law. */
const { move_copies: fences, ...others } = imported.ties!.requires as Readonly<Record<string, object>>;
const jobUses = {
  ...imported,
  ties: { requires: others },
  invariants: [{ name: 'buffer-of-job-stays', never: { 'fence[?]': 'visible', move: 'moved' }, cite: notify }],
};
const awaitsFences: Clause = { name: 'dma-buf/move-awaits-fences', says: notify, requires: { move_copies: fences! } };
const { 'move-holds-resv': moveHolds, 'map-holds-resv': mapHolds, ...rest } = dmaBuf70.laws;

/** A buffer of another driver, imported with move_notify. */
export const dynamicImportUse: Use = {
  name: 'dynamic-import',
  about:
    'Jobs use a buffer of another driver, attached with move_notify. If memory is short, its ' +
    'exporter waits for their fences and moves it.',
  says: notify,
  rows: [dmaBuf70.row, jobUses, jobAlloc, shrinkerMoves],
  wiring: [jobsAlone, ...Object.values(rest)],
  clauses: lawsOf('dynamic-import', {
    'move-holds-resv': moveHolds,
    'map-holds-resv': mapHolds,
    'move-awaits-fences': awaitsFences,
    'submit-holds-resv': submitHolds,
  }),
  mistakes: [
    mistake(
      'dynamic-import/allocates-late',
      allocatesLate,
      'A job allocates with GFP_KERNEL between its end and the signal of its fence, and ' +
        'reclaim moves the buffer that it uses.',
    ),
  ],
  sizes: { importers: 1 },
};
