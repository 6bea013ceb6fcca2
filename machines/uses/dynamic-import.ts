import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { contract, from } from '../words/cites.ts';
import { allocation } from '../lifecycles/allocation.ts';
import { dmaBuf70, dmaBufParts } from '../rows/dma-buf.ts';
import { fencedParts } from '../rows/fenced-jobs.ts';
import { reclaimer } from '../rows/reclaimer.ts';
import { lawsOf, mistake, type Use } from './use.ts';

const dmaBufHeader = from('include/linux/dma-buf.h');
const dmaBufSource = from('drivers/dma-buf/dma-buf.c');

const critical = contract(
  '... This means any code required for fence completion cannot allocate memory with GFP_KERNEL. ...',
);

/** The importer's device uses the buffer by a fenced job of the core: what a move waits for is that job's fence. */
const userOfImport = vocabulary({ ...dmaBufParts('7.0'), ...fencedParts } as const);
export const imported = userOfImport.row({
  name: 'job-uses-import',
  steps: userOfImport.steps(
    userOfImport.step('job_maps', 'ioctl_lock', {
      moves: { 'attachment[j]': 'map_begin', resv: 'take.importer[j]' },
      when: { 'job[?]': 'preparing', 'attachment[j]': 'attached', resv: 'free' },
    }),
  ),
  ties: {
    requires: {
      submit: { 'attachment[?]': '!detached' },
      publish: { 'attachment[?]': 'mapped.current', resv: 'free' },
      move_copies: { 'fence[*]': '!visible' },
      unmap: { 'fence[*]': '!visible' },
      unmap_invalidated: { 'fence[*]': '!visible' },
    },
  },
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
    about: 'The job allocates between its end and its signal.',
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
    'Jobs use a buffer of another driver, attached with move_notify; its exporter moves it ' +
    'when memory is short, and waits for their fences.',
  says: notify,
  rows: [dmaBuf70.row, jobUses, jobAlloc, shrinkerMoves],
  wiring: [jobsAlone, ...Object.values(rest)],
  clauses: lawsOf('dynamic-import', {
    'move-holds-resv': moveHolds,
    'map-holds-resv': mapHolds,
    'move-awaits-fences': awaitsFences,
  }),
  mistakes: [
    mistake(
      'dynamic-import/allocates-late',
      allocatesLate,
      'A job allocates with GFP_KERNEL between its end and the signal of its fence, and ' +
        'reclaim moves the buffer that it uses.',
    ),
  ],
  actors: {
    submit: {
      fair: 'strong',
      because:
        'reservation objects are handed over in the order of tickets ' +
        '(kernel/locking/ww_mutex.h), and a submit keeps them from the mapping to the publish',
    },
  },
  sizes: { importers: 1 },
};
