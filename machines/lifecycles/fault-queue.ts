import { setup } from 'xstate';
import { inFile, stateNode, to } from './to.ts';

const xeUserptr = inFile('drivers/gpu/drm/xe/xe_userptr.c');

const xe = 'drivers/gpu/drm/xe/xe_pagefault.c';
const svm = 'drivers/gpu/drm/xe/xe_svm.c';

/**
 * One entry of the fault queue, with the way of its repair.
 * Rule: what is taken from the queue is answered, also with an error; what a reset has squashed is not.
 * Source: drivers/gpu/drm/xe/xe_pagefault.c (xe_pagefault_handler, xe_pagefault_queue_work,
 * xe_pagefault_service, xe_pagefault_reset), v7.0.
 */
export const faultEntry = setup({
  types: {
    events: {} as
      | { type: 'raise' }
      | { type: 'enqueue' }
      | { type: 'refuse' }
      | { type: 'service' }
      | { type: 'cpu_mirror' }
      | { type: 'bo' }
      | { type: 'userptr' }
      | { type: 'migrated' }
      | { type: 'migrate_fails' }
      | { type: 'got_pages' }
      | { type: 'again' }
      | { type: 'validated' }
      | { type: 'repinned' }
      | { type: 'bound' }
      | { type: 'ack' }
      | { type: 'nack' }
      | { type: 'squash' }
      | { type: 'drop' }
      | { type: 'forget' },
  },
}).createMachine({
  id: 'fault_entry',
  initial: 'none',
  states: {
    none: stateNode('No fault.', `${xe}: xe_pagefault_handler`, {
      raise: to('received', 'The interrupt has the message.', `${xe}: xe_pagefault_handler`),
    }),
    received: stateNode('In the interrupt.', `${xe}: xe_pagefault_handler`, {
      enqueue: to('queued', 'Copied into the queue; nothing is allocated.', `${xe}: xe_pagefault_handler`),
      refuse: to('refused', 'The queue is full: -ENOSPC and a warning.', `${xe}: xe_pagefault_handler`),
      squash: to('none', 'A reset made it void.', `${xe}: xe_pagefault_reset`),
    }),
    refused: stateNode('Nobody will answer it.', `${xe}: xe_pagefault_handler`, {
      squash: to('none', 'A reset made it void.', `${xe}: xe_pagefault_reset`),
    }),
    queued: stateNode('Waits for the worker.', `${xe}: xe_pagefault_queue_work`, {
      service: to('servicing.lookup', 'The worker takes it.', `${xe}: xe_pagefault_queue_work`),
      squash: to('squashed', 'A reset: its gt is NULL.', `${xe}: xe_pagefault_reset`),
    }),
    squashed: stateNode('In the queue, and void.', `${xe}: xe_pagefault_reset`, {
      drop: to('none', 'Skipped without an answer.', `${xe}: xe_pagefault_queue_work`),
      ack: to('none', 'Answered all the same.', `${xe}: xe_pagefault_queue_work`),
    }),
    servicing: {
      ...stateNode('A worker repairs it.', `${xe}: xe_pagefault_service`),
      initial: 'lookup',
      states: {
        lookup: stateNode('Looks for the VM and the VMA.', `${xe}: xe_pagefault_asid_to_vm`, {
          cpu_mirror: to('migrating', "A mirror of the CPU's addresses.", `${svm}: xe_svm_handle_pagefault`),
          bo: to('validating', 'A buffer object.', `${xe}: xe_pagefault_handle_vma`),
          userptr: to('repinning', 'A userptr.', xeUserptr('xe_vma_userptr_pin_pages')),
          nack: to(
            '#fault_entry.none',
            '-EFAULT, -EINVAL, -EPERM, -EACCES, -ENOENT: answered with an error.',
            `${xe}: xe_pagefault_queue_work`,
          ),
          forget: to('#fault_entry.forgotten', 'An error, and no answer.', `${xe}: xe_pagefault_queue_work`),
        }),
        migrating: stateNode('Migrates the range to device memory.', `${svm}: xe_svm_alloc_vram`, {
          migrated: to('getting_pages', 'Migrated.', `${svm}: xe_svm_alloc_vram`),
          migrate_fails: to(
            'getting_pages',
            'It could not be: system memory will do.',
            `${svm}: xe_svm_handle_pagefault`,
          ),
          again: to('migrating', 'Once more.', `${svm}: xe_svm_handle_pagefault`),
        }),
        getting_pages: stateNode(
          'drm_gpusvm_range_get_pages.',
          'drivers/gpu/drm/drm_gpusvm.c: drm_gpusvm_range_get_pages',
          {
            got_pages: to('binding', 'A bind job is queued.', `${svm}: xe_svm_handle_pagefault`),
            again: to(
              'migrating',
              '-EAGAIN, -EOPNOTSUPP, -EFAULT, -EPERM: begin again.',
              `${svm}: xe_svm_handle_pagefault`,
            ),
          },
        ),
        repinning: stateNode('Pins the pages of the userptr.', xeUserptr('xe_vma_userptr_pin_pages'), {
          repinned: to('validating', 'Pinned.', xeUserptr('xe_vma_userptr_pin_pages')),
          nack: to('#fault_entry.none', 'The addresses are gone: -EFAULT.', `${xe}: xe_pagefault_queue_work`),
        }),
        validating: stateNode('Validates the object and rebinds.', `${xe}: xe_pagefault_begin`, {
          validated: to('binding', 'A bind job is queued.', `${xe}: xe_pagefault_handle_vma`),
          again: to('validating', '-EAGAIN: the locked block once more.', `${xe}: xe_pagefault_handle_vma`),
          nack: to('#fault_entry.none', '-ENOMEM: answered with an error.', `${xe}: xe_pagefault_queue_work`),
        }),
        binding: stateNode('Waits for the fence of the bind job.', `${xe}: xe_pagefault_handle_vma`, {
          bound: to('bound', 'Signaled.', `${xe}: xe_pagefault_handle_vma`),
        }),
        bound: stateNode('Repaired.', `${xe}: xe_pagefault_queue_work`, {
          ack: to('#fault_entry.none', 'Answered: the hardware tries again.', `${xe}: xe_pagefault_queue_work`),
        }),
      },
    },
    forgotten: stateNode('Off the queue, and not answered.', `${xe}: xe_pagefault_queue_work`, {
      squash: to('none', 'A reset made it void.', `${xe}: xe_pagefault_reset`),
    }),
  },
});

/**
 * The work that a fault holds up.
 * Source: Documentation/driver-api/dma-buf.rst, "Recoverable Hardware Page Faults Implications".
 */
export const wave = setup({
  types: {
    events: {} as
      { type: 'fault' } | { type: 'acked' } | { type: 'nacked' } | { type: 'reset' } | { type: 'acked_void' },
  },
}).createMachine({
  id: 'wave',
  initial: 'running',
  states: {
    running: stateNode('Runs.', `${xe}: xe_pagefault_handler`, {
      fault: to('stalled', 'Waits for its page.', `${xe}: xe_pagefault_handler`),
      acked_void: to('misled', 'It gets an answer to a fault that is not its own.', `${xe}: xe_pagefault_reset`),
    }),
    stalled: stateNode('Waits for an answer.', `${xe}: xe_pagefault_handler`, {
      acked: to('running', 'Tries again.', `${xe}: xe_pagefault_queue_work`),
      nacked: to('ended', 'Its queue is banned.', `${xe}: xe_pagefault_queue_work`),
      reset: to('running', 'Lost; other work runs there.', `${xe}: xe_pagefault_reset`),
      acked_void: to('misled', 'It gets an answer to a fault that is not its own.', `${xe}: xe_pagefault_reset`),
    }),
    ended: stateNode('Gone.', `${xe}: xe_pagefault_queue_work`, {
      reset: to('running', 'Other work runs there.', `${xe}: xe_pagefault_reset`),
    }),
    misled: stateNode('Goes on with a page that is not there.', `${xe}: xe_pagefault_reset`),
  },
});

/**
 * How full the fault queue is, up to two entries.
 * Rule: it has room for a fault of everything that can fault.
 * Source: drivers/gpu/drm/xe/xe_pagefault.c (xe_pagefault_queue_init: (EUs + engines) * 8, a power of two), v7.0.
 */
export const faultRoom = setup({ types: { events: {} as { type: 'put' } | { type: 'take' } } }).createMachine({
  id: 'fault_room',
  initial: 'empty',
  states: {
    empty: stateNode('No entry.', `${xe}: xe_pagefault_queue_init`, {
      put: to('one', 'One entry.', `${xe}: xe_pagefault_handler`),
    }),
    one: stateNode('One entry.', `${xe}: xe_pagefault_queue_init`, {
      put: to('two', 'Two entries.', `${xe}: xe_pagefault_handler`),
      take: to('empty', 'Taken.', `${xe}: xe_pagefault_queue_pop`),
    }),
    two: stateNode('Two entries.', `${xe}: xe_pagefault_queue_init`, {
      take: to('one', 'Taken.', `${xe}: xe_pagefault_queue_pop`),
    }),
  },
});
