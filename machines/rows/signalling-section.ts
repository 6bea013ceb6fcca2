import { vocabulary } from '../../src/system/vocabulary.ts';
import { contract, from } from '../words/cites.ts';
import { fencesComplete, hangsNeedRecovery, onlyGpuDriversMayWait, resvHoldersMayWait } from '../words/sentences.ts';
import { dmaFence } from '../lifecycles/dma-fence.ts';
import { lockAndWait } from '../lifecycles/lock-and-wait.ts';
import { signallingSection } from '../lifecycles/signalling-section.ts';
import { slot } from '../lifecycles/slot.ts';
import { warning } from '../lifecycles/warning.ts';

const dmaFenceSource = from('drivers/dma-buf/dma-fence.c');
const pageAlloc = from('mm/page_alloc.c');
const xeGucSubmit = from('drivers/gpu/drm/xe/xe_guc_submit.c');

const holders = ['waiter', 'section'];
export const sectionParts = {
  fence: { of: dmaFence },
  section: { of: signallingSection, title: 'signalling section' },
  resv: {
    of: slot('dma_resv', holders, 'drivers/dma-buf/dma-resv.c: dma_resv_lock', 'One thread holds the lock.'),
    title: 'dma_resv',
  },
  waiter: { of: lockAndWait, title: 'thread that waits under dma_resv' },
  other: {
    of: slot('other_lock', holders, 'drivers/regulator/core.c: regulator_list_mutex', 'One thread holds the lock.'),
    title: 'lock of another subsystem',
  },
  otherThread: { of: lockAndWait, title: 'reclaim of another subsystem' },
  lockdep: { of: warning, title: 'lockdep' },
} as const;

const v = vocabulary(sectionParts);
const annotation = dmaFenceSource(
  'DOC: fence signalling annotation: all code necessary to complete a dma_fence must be ' +
    'annotated, from the point where a fence is accessible to other threads',
);
const held = resvHoldersMayWait;
const shrinkers = contract(
  'Drivers are allowed to call dma_fence_wait() from their shrinker callbacks. This means ' +
    'any code required for fence completion cannot allocate memory with GFP_KERNEL.',
);
const notifiers = contract(
  'Drivers are allowed to call dma_fence_wait() from their mmu_notifier respectively ' +
    'mmu_interval_notifier callbacks. This means any code required for fence ... cannot ' +
    'allocate memory with GFP_NOFS or GFP_NOIO.',
);

const steps = v.steps(
  v.step('publish', 'user', {
    moves: { fence: 'publish', section: 'dma_fence_begin_signalling' },
    atomic: 'dma_resv',
    cite: annotation,
  }),
  v.step('signal', 'signaler', {
    moves: { section: 'dma_fence_signal', fence: 'dma_fence_signal' },
    also: { resv: 'give.section', other: 'give.section', waiter: 'woken', otherThread: 'woken' },
    atomic: 'the fence lock',
    cite: annotation,
  }),
  v.step('free', 'user', { moves: { fence: 'dma_fence_init' } }),
  v.step('lock_resv', 'user', { moves: { waiter: 'lock', resv: 'take.waiter' }, when: { resv: 'free' }, cite: held }),
  v.step('wait_under_resv', 'waiter', { moves: { waiter: 'wait' }, when: { fence: 'visible' }, cite: held }),
  v.step('unlock_resv', 'waiter', { moves: { waiter: 'unlock', resv: 'give.waiter' }, cite: held }),
  v.step('lock_other', 'user', {
    moves: { otherThread: 'lock', other: 'take.waiter' },
    when: { other: 'free' },
    cite: contract('... outside of drivers/gpu ...'),
  }),
  v.step('unlock_other', 'other_thread', { moves: { otherThread: 'unlock', other: 'give.waiter' } }),
);

const row = v.row({
  name: 'signalling-section',
  steps,
  promises: [
    { name: 'fence-signals', pending: { fence: 'visible' }, cite: fencesComplete },
    { name: 'wait-ends', pending: { waiter: 'waiting' }, cite: held },
  ],
  invariants: [{ name: 'no-splat', never: { lockdep: 'warned' }, cite: annotation }],
});

const takes = v.steps(
  v.step('section_locks_resv', 'lock', { moves: { section: 'lock', resv: 'take.section' }, when: { resv: 'free' } }),
);
const takesOther = v.steps(
  v.step('section_locks_other', 'lock', { moves: { section: 'lock', other: 'take.section' }, when: { other: 'free' } }),
);
const allocates = v.steps(
  v.step('section_allocates', 'signaler', { moves: { section: 'alloc' } }),
  v.step('section_gets_memory', 'user', {
    moves: { section: 'allocated' },
    cite: pageAlloc('__alloc_pages_slowpath: somebody else freed pages'),
  }),
);
const shrinks = v.steps(
  v.step('section_reclaim_waits_in_shrinker', 'reclaim', {
    moves: { section: 'reclaim_waits' },
    when: { fence: 'visible' },
    cite: shrinkers,
  }),
);
const notifies = v.steps(
  v.step('section_reclaim_waits_in_notifier', 'reclaim', {
    moves: { section: 'reclaim_waits' },
    when: { fence: 'visible' },
    cite: notifiers,
  }),
);
const nowait = v.steps(
  v.step('section_allocates_nowait', 'signaler', {
    moves: { section: 'alloc_nowait' },
    cite: xeGucSubmit('GFP_NOWAIT in the signalling path'),
  }),
);
const otherWaits = v.steps(
  v.step('other_subsystem_waits', 'other_thread', {
    moves: { otherThread: 'wait' },
    when: { fence: 'visible' },
    cite: onlyGpuDriversMayWait,
  }),
);
const about = v.about([...steps, ...takes, ...takesOther, ...allocates]);
const needed = { signal: { section: 'locked' } } as const;

/** What a signalling section does before it signals: each forbidden by one rule of the contract, but the last two. */
const clauses = {
  takesResv: about.clause({
    name: 'section/takes-dma-resv',
    says: contract('This means any code required for fence completion cannot acquire a dma_resv lock.'),
    adds: takes,
    requires: needed,
  }),
  takesResvAnnotated: about.clause({
    name: 'section/takes-dma-resv-annotated',
    says: annotation,
    about: 'With CONFIG_PROVE_LOCKING, asking for the lock breaks the rule, even if no thread holds it.',
    adds: takes.map((step) => ({ ...step, also: { lockdep: 'warn' } })),
    requires: needed,
  }),
  gfpKernel: about.clause({
    name: 'section/gfp-kernel',
    says: shrinkers,
    adds: [...allocates, ...shrinks, ...notifies],
    requires: needed,
  }),
  gfpNoio: about.clause({
    name: 'section/gfp-noio',
    says: notifiers,
    about: 'Reclaim calls no shrinker of a file system or of I/O, but it calls MMU notifiers.',
    adds: [...allocates, ...notifies],
    requires: needed,
  }),
  gfpNowait: about.clause({
    name: 'section/gfp-nowait',
    says: notifiers,
    about: 'The allocation gets memory that is free now, or fails.',
    adds: nowait,
    requires: needed,
  }),
  takesOther: about.clause({
    name: 'section/takes-other-lock',
    says: contract('... outside of drivers/gpu ...'),
    about: 'A lock under which nobody waits for a fence may be taken.',
    adds: takesOther,
    requires: needed,
  }),
} as const;
const spoils = {
  otherWaits: v.about(steps).clause({
    name: 'section/other-subsystem-waits',
    says: onlyGpuDriversMayWait,
    about: 'Another subsystem waits for a fence under its own lock, which signalling sections also take.',
    adds: otherWaits,
  }),
  hangs: v.about(steps).clause({
    name: 'section/hardware-may-hang',
    says: hangsNeedRecovery,
    about: 'The event that completes the fence may never come, and there is no timeout.',
    forbids: ['signal'],
    adds: v.steps(
      v.step('hw_done_at_last', 'hardware_event', {
        moves: { section: 'dma_fence_signal', fence: 'dma_fence_signal' },
        also: { waiter: 'woken' },
      }),
    ),
  }),
} as const;
export const signallingSections = { row, clauses, spoils } as const;
