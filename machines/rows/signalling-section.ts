import { vocabulary } from '../../src/system/vocabulary.ts';
import { contract, source } from '../words/cites.ts';
import { dmaFence } from '../lifecycles/dma-fence.ts';
import { lockAndWait } from '../lifecycles/lock-and-wait.ts';
import { signallingSection } from '../lifecycles/signalling-section.ts';
import { slot } from '../lifecycles/slot.ts';
import { warning } from '../lifecycles/warning.ts';

const holders = ['waiter', 'section'];
export const sectionParts = {
  fence: { of: dmaFence },
  section: { of: signallingSection, title: 'signalling section' },
  resv: { of: slot('dma_resv', holders, 'drivers/dma-buf/dma-resv.c: dma_resv_lock', 'One thread has it.'), title: 'dma_resv' },
  waiter: { of: lockAndWait, title: 'thread that waits under dma_resv' },
  other: { of: slot('other_lock', holders, 'drivers/regulator/core.c: regulator_list_mutex', 'One thread has it.'), title: 'lock of another subsystem' },
  otherThread: { of: lockAndWait, title: 'reclaim of another subsystem' },
  lockdep: { of: warning, title: 'lockdep' },
} as const;

const v = vocabulary(sectionParts);
const annotation = source('drivers/dma-buf/dma-fence.c', 'DOC: fence signalling annotation: all code necessary to complete a dma_fence must be annotated, from the point where a fence is accessible to other threads');
const held = contract('Drivers are allowed to call dma_fence_wait() while holding dma_resv_lock().');
const shrinkers = contract('Drivers are allowed to call dma_fence_wait() from their shrinker callbacks. This means any code required for fence completion cannot allocate memory with GFP_KERNEL.');
const notifiers = contract('Drivers are allowed to call dma_fence_wait() from their mmu_notifier respectively mmu_interval_notifier callbacks. This means any code required for fence ... cannot allocate memory with GFP_NOFS or GFP_NOIO.');

const steps = v.steps(
  { name: 'publish', actor: 'user', moves: { fence: 'publish', section: 'dma_fence_begin_signalling' }, atomic: 'dma_resv', cite: annotation },
  { name: 'signal', actor: 'signaler', moves: { section: 'dma_fence_signal', fence: 'dma_fence_signal' }, also: { resv: 'give.section', other: 'give.section', waiter: 'woken', otherThread: 'woken' }, atomic: 'the fence lock', cite: annotation },
  { name: 'free', actor: 'user', moves: { fence: 'dma_fence_init' } },
  { name: 'lock_resv', actor: 'user', moves: { waiter: 'lock', resv: 'take.waiter' }, when: { resv: 'free' }, cite: held },
  { name: 'wait_under_resv', actor: 'waiter', moves: { waiter: 'wait' }, when: { fence: 'visible' }, cite: held },
  { name: 'unlock_resv', actor: 'waiter', moves: { waiter: 'unlock', resv: 'give.waiter' }, cite: held },
  { name: 'lock_other', actor: 'user', moves: { otherThread: 'lock', other: 'take.waiter' }, when: { other: 'free' }, cite: contract('... outside of drivers/gpu ...') },
  { name: 'unlock_other', actor: 'other_thread', moves: { otherThread: 'unlock', other: 'give.waiter' } },
);

const row = v.row({
  name: 'signalling-section',
  steps,
  promises: [
    { name: 'fence-signals', pending: { fence: 'visible' }, cite: contract('Fences must complete in a reasonable time.') },
    { name: 'wait-ends', pending: { waiter: 'waiting' }, cite: held },
  ],
  invariants: [{ name: 'no-splat', never: { lockdep: 'warned' }, cite: annotation }],
});

const takes = v.steps({ name: 'section_locks_resv', actor: 'lock', moves: { section: 'lock', resv: 'take.section' }, when: { resv: 'free' } });
const takesOther = v.steps({ name: 'section_locks_other', actor: 'lock', moves: { section: 'lock', other: 'take.section' }, when: { other: 'free' } });
const allocates = v.steps(
  { name: 'section_allocates', actor: 'signaler', moves: { section: 'alloc' } },
  { name: 'section_gets_memory', actor: 'user', moves: { section: 'allocated' }, cite: source('mm/page_alloc.c', '__alloc_pages_slowpath: somebody else freed pages') },
);
const shrinks = v.steps({ name: 'section_reclaim_waits_in_shrinker', actor: 'reclaim', moves: { section: 'reclaim_waits' }, when: { fence: 'visible' }, cite: shrinkers });
const notifies = v.steps({ name: 'section_reclaim_waits_in_notifier', actor: 'reclaim', moves: { section: 'reclaim_waits' }, when: { fence: 'visible' }, cite: notifiers });
const nowait = v.steps({ name: 'section_allocates_nowait', actor: 'signaler', moves: { section: 'alloc_nowait' }, cite: source('drivers/gpu/drm/xe/xe_guc_submit.c', 'GFP_NOWAIT in the signalling path') });
const otherWaits = v.steps({ name: 'other_subsystem_waits', actor: 'other_thread', moves: { otherThread: 'wait' }, when: { fence: 'visible' }, cite: contract('No driver outside of drivers/gpu should ever call dma_fence_wait() in such contexts.') });
const about = v.about([...steps, ...takes, ...takesOther, ...allocates]);
const needed = { signal: { section: 'locked' } } as const;

/** What a signalling section does before it signals: each forbidden by one rule of the contract, but the last two. */
const clauses = {
  takesResv: about.clause({ name: 'section/takes-dma-resv', says: contract('This means any code required for fence completion cannot acquire a dma_resv lock.'), adds: takes, requires: needed }),
  takesResvAnnotated: about.clause({
    name: 'section/takes-dma-resv-annotated', says: annotation, about: 'With CONFIG_PROVE_LOCKING the rule is broken where the lock is asked for, whoever holds it.',
    adds: takes.map((step) => ({ ...step, also: { lockdep: 'warn' } })), requires: needed,
  }),
  gfpKernel: about.clause({ name: 'section/gfp-kernel', says: shrinkers, adds: [...allocates, ...shrinks, ...notifies], requires: needed }),
  gfpNoio: about.clause({ name: 'section/gfp-noio', says: notifiers, about: 'No shrinker of a file system or of I/O is called; MMU notifiers are.', adds: [...allocates, ...notifies], requires: needed }),
  gfpNowait: about.clause({ name: 'section/gfp-nowait', says: notifiers, about: 'What is there at once, or nothing.', adds: nowait, requires: needed }),
  takesOther: about.clause({ name: 'section/takes-other-lock', says: contract('... outside of drivers/gpu ...'), about: 'A lock under which nobody waits for a fence may be taken.', adds: takesOther, requires: needed }),
} as const;
const spoils = {
  otherWaits: v.about(steps).clause({ name: 'section/other-subsystem-waits', says: contract('No driver outside of drivers/gpu should ever call dma_fence_wait() in such contexts.'), about: 'Under a lock of its own, which it had no reason to keep away from signalling sections.', adds: otherWaits }),
  hangs: v.about(steps).clause({ name: 'section/hardware-may-hang', says: contract('Fences which represent kernels and shaders submitted by userspace, which could run forever, must be backed up by timeout and gpu hang recovery code.'), about: 'What completes the fence may never come, and nobody looks at a clock.', forbids: ['signal'], adds: v.steps({ name: 'hw_done_at_last', actor: 'user', moves: { section: 'dma_fence_signal', fence: 'dma_fence_signal' }, also: { waiter: 'woken' } }) }),
} as const;
export const signallingSections = { row, clauses, spoils } as const;
