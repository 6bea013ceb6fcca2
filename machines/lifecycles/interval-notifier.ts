import { setup } from 'xstate';
import { inFile, stateNode, to } from './to.ts';

const xeSvm = inFile('drivers/gpu/drm/xe/xe_svm.c');
const xeUserptr = inFile('drivers/gpu/drm/xe/xe_userptr.c');
const drmVmBindLocking = inFile('Documentation/gpu/drm-vm-bind-locking.rst');
const hmmH = inFile('include/linux/hmm.h');
const hmmC = inFile('mm/hmm.c');
const xeHwEngineGroup = inFile('drivers/gpu/drm/xe/xe_hw_engine_group.c');

const mmu = 'mm/mmu_notifier.c';
const hmm = 'Documentation/mm/hmm.rst';

/**
 * The sequence of an interval notifier, as readers see it.
 * Rule: odd while an invalidation runs; who began while it was even and finds it changed has lost.
 * Source: mm/mmu_notifier.c (mmu_interval_set_seq, mmu_interval_read_begin, mn_itree_inv_end), v7.0.
 */
export const sequence = setup({
  types: { events: {} as { type: 'mmu_interval_set_seq' } | { type: 'inv_end' } },
}).createMachine({
  id: 'invalidate_seq',
  initial: 'even',
  states: {
    even: stateNode('The sequence is even: no invalidation runs.', `${mmu}: mmu_interval_read_begin`, {
      mmu_interval_set_seq: to(
        'odd',
        'The notifier callback makes the sequence odd: an invalidation runs.',
        `${mmu}: mmu_interval_set_seq`,
      ),
    }),
    odd: stateNode('The sequence is odd: an invalidation runs, and readers sleep.', `${mmu}: mmu_interval_read_begin`, {
      inv_end: to('even', 'The invalidation ends, and readers wake.', `${mmu}: mn_itree_inv_end`),
    }),
  },
});

/**
 * One invalidation of a range, in mmu_notifier_invalidate_range_start.
 * Rule: it tears down every mapping and flushes every TLB before the pages are returned.
 * Source: mm/mmu_notifier.c (mn_itree_invalidate); Documentation/gpu/drm-vm-bind-locking.rst, v7.0.
 */
export const invalidation = setup({
  types: {
    events: {} as
      | { type: 'start' }
      | { type: 'lock' }
      | { type: 'zap' }
      | { type: 'flush' }
      | { type: 'unlock' }
      | { type: 'wait' }
      | { type: 'return_pages' }
      | { type: 'end' },
  },
}).createMachine({
  id: 'invalidation',
  initial: 'none',
  states: {
    none: stateNode('The range is not being invalidated.', `${mmu}: mn_itree_invalidate`, {
      start: to(
        'started',
        'A range is to be invalidated: munmap, migration, reclaim or copy on write.',
        `${mmu}: mmu_notifier_invalidate_range_start`,
      ),
    }),
    started: stateNode("The notifier waits for the driver's lock.", `${hmm}: driver->update`, {
      lock: to('locked', "The notifier takes the driver's lock and sets the sequence.", `${mmu}: mmu_interval_set_seq`),
    }),
    locked: stateNode("The notifier holds the driver's lock.", `${hmm}: driver->update`, {
      zap: to('zapped', "The notifier removes the entries from the device's page table.", xeSvm('xe_svm_invalidate')),
    }),
    zapped: stateNode('The entries are removed, but a TLB may still cache them.', xeSvm('xe_svm_invalidate'), {
      flush: to('flushed', 'The notifier flushes the TLBs.', xeSvm('xe_svm_invalidate')),
    }),
    flushed: stateNode('The device cannot reach the pages any more.', xeSvm('xe_svm_invalidate'), {
      unlock: to('unlocked', "The notifier releases the driver's lock.", `${hmm}: driver->update`),
    }),
    unlocked: stateNode('The notifier may have to wait for jobs.', xeUserptr('xe_vma_userptr_do_inval'), {
      wait: to('waited', 'Every fence that the notifier waits for is signaled.', xeUserptr('xe_vma_userptr_do_inval')),
    }),
    waited: stateNode('The notifier callback returns.', `${mmu}: mn_itree_invalidate`, {
      return_pages: to(
        'returned',
        'The core unmaps the pages, and returns them for other use.',
        drmVmBindLocking('userptr'),
      ),
    }),
    returned: stateNode('The pages are returned.', `${mmu}: mn_itree_inv_end`, {
      end: to('none', 'The core calls mmu_notifier_invalidate_range_end.', `${mmu}: mn_itree_inv_end`),
    }),
  },
});

/**
 * A thread that mirrors a range of a process's addresses on the device.
 * Rule: it writes page table entries only if, under the lock of the driver, the sequence has not changed.
 * Source: Documentation/mm/hmm.rst ("Usage model"), mm/hmm.c (hmm_range_fault), v7.0.
 */
export const mirror = setup({
  types: {
    events: {} as
      | { type: 'begin' }
      | { type: 'read_begin' }
      | { type: 'hmm_range_fault' }
      | { type: 'changed' }
      | { type: 'lock' }
      | { type: 'check' }
      | { type: 'again' }
      | { type: 'program' }
      | { type: 'give_up' },
  },
}).createMachine({
  id: 'mirror',
  initial: 'idle',
  states: {
    idle: stateNode('The thread has nothing to mirror.', hmm, {
      begin: to('wants', 'A GPU page fault, or a submit with a userptr, needs the range mirrored.', hmm),
    }),
    wants: stateNode('The thread waits until no invalidation runs.', `${mmu}: mmu_interval_read_begin`, {
      read_begin: to('begun', 'The thread reads the sequence.', `${mmu}: mmu_interval_read_begin`),
      give_up: to(
        'idle',
        'The thread gives up with -EBUSY after HMM_RANGE_DEFAULT_TIMEOUT.',
        hmmH('HMM_RANGE_DEFAULT_TIMEOUT'),
      ),
    }),
    begun: {
      ...stateNode('The thread has read the sequence, and has not looked up the pages.', hmm),
      initial: 'same',
      states: {
        same: stateNode('The sequence has not changed since the thread read it.', hmm, {
          hmm_range_fault: to('#mirror.faulted.same', 'hmm_range_fault looks up the pages.', hmmC('hmm_range_fault')),
          changed: to('changed', 'An invalidation changes the sequence.', `${mmu}: mmu_interval_set_seq`),
        }),
        changed: stateNode('The sequence has changed since the thread read it.', hmm, {
          hmm_range_fault: to(
            '#mirror.faulted.changed',
            'hmm_range_fault looks up the pages.',
            hmmC('hmm_range_fault'),
          ),
        }),
      },
    },
    faulted: {
      ...stateNode('The thread has looked up the pages.', hmmC('hmm_range_fault')),
      initial: 'same',
      states: {
        same: stateNode('The sequence has not changed since the thread read it.', hmm, {
          lock: to('#mirror.locked.same', "The thread takes the driver's lock.", `${hmm}: driver->update`),
          check: to(
            '#mirror.checked',
            'The thread calls read_retry without the lock, and it returns false.',
            `${mmu}: mmu_interval_read_retry`,
          ),
          changed: to('changed', 'An invalidation changes the sequence.', `${mmu}: mmu_interval_set_seq`),
        }),
        changed: stateNode('The sequence has changed since the thread read it.', hmm, {
          lock: to('#mirror.locked.changed', "The thread takes the driver's lock.", `${hmm}: driver->update`),
          again: to(
            '#mirror.wants',
            'The thread calls read_retry without the lock, and it returns true.',
            `${mmu}: mmu_interval_read_retry`,
          ),
        }),
      },
    },
    checked: stateNode(
      'read_retry has returned false without the lock, which is still correct.',
      `${mmu}: mmu_interval_read_retry`,
      {
        program: to('idle', 'The thread writes the page table entries without a further check.', hmm),
        changed: to(
          'deceived',
          'An invalidation changes the sequence after the check.',
          `${mmu}: mmu_interval_set_seq`,
        ),
      },
    ),
    deceived: stateNode(
      'read_retry has returned false without the lock, but the sequence has changed since.',
      `${mmu}: mmu_interval_read_retry`,
      {
        program: to('idle', 'The thread writes page table entries for pages that are invalidated.', hmm),
      },
    ),
    locked: {
      ...stateNode("The thread holds the driver's lock.", `${hmm}: driver->update`),
      initial: 'same',
      states: {
        same: stateNode('read_retry returns false: the sequence has not changed.', `${mmu}: mmu_interval_read_retry`, {
          program: to('#mirror.idle', 'The thread writes the page table entries under the lock.', hmm),
        }),
        changed: stateNode('read_retry returns true: the sequence has changed.', `${mmu}: mmu_interval_read_retry`, {
          again: to('#mirror.wants', 'The thread releases the lock and begins again.', hmm),
        }),
      },
    },
  },
});

/**
 * How often a mirror may still begin again.
 * Source: include/linux/hmm.h (HMM_RANGE_DEFAULT_TIMEOUT 1000), v7.0.
 */
export const patience = setup({ types: { events: {} as { type: 'again' } | { type: 'reset' } } }).createMachine({
  id: 'patience',
  initial: 'fresh',
  states: {
    fresh: stateNode('The call has not timed out.', hmmH('HMM_RANGE_DEFAULT_TIMEOUT'), {
      again: to('spent', 'The call begins again, and its timeout expires.', hmmH('HMM_RANGE_DEFAULT_TIMEOUT')),
      reset: to('fresh', 'A new call begins, with a new timeout.', hmmH('HMM_RANGE_DEFAULT_TIMEOUT')),
    }),
    spent: stateNode('The timeout of the call has expired.', hmmH('HMM_RANGE_DEFAULT_TIMEOUT'), {
      again: to('spent', 'The call begins again, after its timeout has expired.', hmmH('HMM_RANGE_DEFAULT_TIMEOUT')),
      reset: to('fresh', 'A new call begins, with a new timeout.', hmmH('HMM_RANGE_DEFAULT_TIMEOUT')),
    }),
  },
});

/**
 * A device page table entry, and what TLBs remember of it.
 * Rule: it never points at a page that has been returned.
 * Source: Documentation/gpu/drm-vm-bind-locking.rst (recoverable faults), v7.0.
 */
export const devicePte = setup({
  types: {
    events: {} as
      { type: 'map' } | { type: 'map_old' } | { type: 'zap' } | { type: 'flush' } | { type: 'pages_returned' },
  },
}).createMachine({
  id: 'device_pte',
  initial: 'none',
  states: {
    none: stateNode("The device's page table has no entry.", xeSvm('xe_svm_invalidate'), {
      map: to('mapped', 'The entry is written.', hmm),
      map_old: to('dangling', 'The entry is written for a page that is being returned, or has been.', hmm),
    }),
    mapped: stateNode('The entry points to a page of the process.', hmm, {
      map: to('mapped', 'The entry is written again.', hmm),
      zap: to('in_tlb', 'The entry is removed from the page table.', xeSvm('xe_svm_invalidate')),
      pages_returned: to(
        'dangling',
        'The page is returned while the entry still points to it.',
        drmVmBindLocking('userptr'),
      ),
    }),
    in_tlb: stateNode('The entry is removed, but a TLB may still cache it.', xeSvm('xe_svm_invalidate'), {
      flush: to('none', 'The TLB is flushed.', xeSvm('xe_svm_invalidate')),
      map: to('mapped', 'The entry is written again.', hmm),
      pages_returned: to(
        'dangling',
        'The page is returned while a TLB still caches the entry.',
        drmVmBindLocking('userptr'),
      ),
    }),
    dangling: stateNode('The device can reach a page that has been returned.', drmVmBindLocking('userptr'), {
      map: to('dangling', 'Another entry is written, and the old one stays.', hmm),
      flush: to('dangling', 'The TLB is flushed after the page has been returned.', drmVmBindLocking('userptr')),
    }),
  },
});

/**
 * A queue of jobs that may be off the hardware.
 * Rule: an invalidation flushes for it too: it comes back with what its TLB remembers.
 * Source: drivers/gpu/drm/xe/xe_hw_engine_group.c; fa7c84726dc2 (revert of 8533051ce920), v7.0-stable.
 */
export const deviceQueue = setup({ types: { events: {} as { type: 'suspend' } | { type: 'resume' } } }).createMachine({
  id: 'device_queue',
  initial: 'active',
  states: {
    active: stateNode('The queue is on the hardware.', xeHwEngineGroup('xe_hw_engine_group_suspend_faulting_lr_jobs'), {
      suspend: to(
        'idle',
        'The queue is idle and is taken off the hardware.',
        xeHwEngineGroup('xe_hw_engine_group_suspend_faulting_lr_jobs'),
      ),
    }),
    idle: stateNode('The queue is off the hardware.', xeHwEngineGroup('hw_engine_group_resume_lr_jobs_func'), {
      resume: to(
        'active',
        'A job is submitted, and the queue is put back on the hardware.',
        xeHwEngineGroup('hw_engine_group_resume_lr_jobs_func'),
      ),
    }),
  },
});
