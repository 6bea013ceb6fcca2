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
    none: stateNode('There is no fault.', `${xe}: xe_pagefault_handler`, {
      raise: to('received', 'The interrupt handler receives the message of the fault.', `${xe}: xe_pagefault_handler`),
    }),
    received: stateNode('The fault is in the interrupt handler.', `${xe}: xe_pagefault_handler`, {
      enqueue: to(
        'queued',
        'The fault is copied into the queue, without an allocation.',
        `${xe}: xe_pagefault_handler`,
      ),
      refuse: to(
        'refused',
        'The queue is full: the fault is dropped with -ENOSPC and a warning.',
        `${xe}: xe_pagefault_handler`,
      ),
      squash: to('none', 'A reset cancels the fault.', `${xe}: xe_pagefault_reset`),
    }),
    refused: stateNode('The fault is dropped and will never be answered.', `${xe}: xe_pagefault_handler`, {
      squash: to('none', 'A reset cancels the fault.', `${xe}: xe_pagefault_reset`),
    }),
    queued: stateNode('The fault is in the queue and waits for the worker.', `${xe}: xe_pagefault_queue_work`, {
      service: to('servicing.lookup', 'The worker takes the fault from the queue.', `${xe}: xe_pagefault_queue_work`),
      squash: to('squashed', 'A reset squashes the fault by setting its gt to NULL.', `${xe}: xe_pagefault_reset`),
    }),
    squashed: stateNode('The fault is in the queue and squashed.', `${xe}: xe_pagefault_reset`, {
      drop: to('none', 'The worker skips the fault without an answer.', `${xe}: xe_pagefault_queue_work`),
      ack: to('none', 'The worker answers the fault although it is squashed.', `${xe}: xe_pagefault_queue_work`),
    }),
    servicing: {
      ...stateNode('The worker repairs the fault.', `${xe}: xe_pagefault_service`),
      initial: 'lookup',
      states: {
        lookup: stateNode('The worker looks up the VM and the VMA.', `${xe}: xe_pagefault_asid_to_vm`, {
          cpu_mirror: to('migrating', 'The VMA mirrors CPU addresses.', `${svm}: xe_svm_handle_pagefault`),
          bo: to('validating', 'The VMA maps a buffer object.', `${xe}: xe_pagefault_handle_vma`),
          userptr: to('repinning', 'The VMA maps a userptr.', xeUserptr('xe_vma_userptr_pin_pages')),
          nack: to(
            '#fault_entry.none',
            'The fault is answered with -EFAULT, -EINVAL, -EPERM, -EACCES or -ENOENT.',
            `${xe}: xe_pagefault_queue_work`,
          ),
          forget: to(
            '#fault_entry.forgotten',
            'The lookup fails, and the fault is not answered.',
            `${xe}: xe_pagefault_queue_work`,
          ),
        }),
        migrating: stateNode('The worker migrates the range to device memory.', `${svm}: xe_svm_alloc_vram`, {
          migrated: to('getting_pages', 'The range is migrated.', `${svm}: xe_svm_alloc_vram`),
          migrate_fails: to(
            'getting_pages',
            'The migration fails, and system memory is used instead.',
            `${svm}: xe_svm_handle_pagefault`,
          ),
          again: to('migrating', 'The worker starts the migration again.', `${svm}: xe_svm_handle_pagefault`),
        }),
        getting_pages: stateNode(
          'The worker calls drm_gpusvm_range_get_pages.',
          'drivers/gpu/drm/drm_gpusvm.c: drm_gpusvm_range_get_pages',
          {
            got_pages: to(
              'binding',
              'The worker has the pages and queues a bind job.',
              `${svm}: xe_svm_handle_pagefault`,
            ),
            again: to(
              'migrating',
              'The call fails (-EAGAIN, -EOPNOTSUPP, -EFAULT, -EPERM), and the worker starts again.',
              `${svm}: xe_svm_handle_pagefault`,
            ),
          },
        ),
        repinning: stateNode('The worker pins the pages of the userptr.', xeUserptr('xe_vma_userptr_pin_pages'), {
          repinned: to('validating', 'The pages are pinned.', xeUserptr('xe_vma_userptr_pin_pages')),
          nack: to(
            '#fault_entry.none',
            'The addresses are no longer mapped, and the fault is answered with -EFAULT.',
            `${xe}: xe_pagefault_queue_work`,
          ),
        }),
        validating: stateNode('The worker validates the buffer object and rebinds.', `${xe}: xe_pagefault_begin`, {
          validated: to(
            'binding',
            'The buffer object is validated, and a bind job is queued.',
            `${xe}: xe_pagefault_handle_vma`,
          ),
          again: to(
            'validating',
            'Validation returns -EAGAIN, and the worker repeats the locked block.',
            `${xe}: xe_pagefault_handle_vma`,
          ),
          nack: to(
            '#fault_entry.none',
            'Validation returns -ENOMEM, and the fault is answered with an error.',
            `${xe}: xe_pagefault_queue_work`,
          ),
        }),
        binding: stateNode('The worker waits for the fence of the bind job.', `${xe}: xe_pagefault_handle_vma`, {
          bound: to('bound', 'The fence of the bind job is signaled.', `${xe}: xe_pagefault_handle_vma`),
        }),
        bound: stateNode('The fault is repaired and not answered yet.', `${xe}: xe_pagefault_queue_work`, {
          ack: to(
            '#fault_entry.none',
            'The fault is answered, and the hardware retries the access.',
            `${xe}: xe_pagefault_queue_work`,
          ),
        }),
      },
    },
    forgotten: stateNode('The fault is off the queue, and is not answered.', `${xe}: xe_pagefault_queue_work`, {
      squash: to('none', 'A reset cancels the fault.', `${xe}: xe_pagefault_reset`),
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
    running: stateNode('The work runs.', `${xe}: xe_pagefault_handler`, {
      fault: to('stalled', 'The work faults and waits for its page.', `${xe}: xe_pagefault_handler`),
      acked_void: to('misled', 'The work gets the answer to a fault that is not its own.', `${xe}: xe_pagefault_reset`),
    }),
    stalled: stateNode('The work is stopped and waits for an answer.', `${xe}: xe_pagefault_handler`, {
      acked: to('running', 'The fault is answered, and the work retries the access.', `${xe}: xe_pagefault_queue_work`),
      nacked: to(
        'ended',
        'The fault is answered with an error, and the queue of the work is banned.',
        `${xe}: xe_pagefault_queue_work`,
      ),
      reset: to('running', 'A reset kills the work, and other work runs in its place.', `${xe}: xe_pagefault_reset`),
      acked_void: to('misled', 'The work gets the answer to a fault that is not its own.', `${xe}: xe_pagefault_reset`),
    }),
    ended: stateNode('The work is killed.', `${xe}: xe_pagefault_queue_work`, {
      reset: to('running', 'A reset lets other work run in its place.', `${xe}: xe_pagefault_reset`),
    }),
    misled: stateNode('The work goes on although its page is missing.', `${xe}: xe_pagefault_reset`),
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
    empty: stateNode('The fault queue is empty.', `${xe}: xe_pagefault_queue_init`, {
      put: to('one', 'An entry is put into the queue.', `${xe}: xe_pagefault_handler`),
    }),
    one: stateNode('The fault queue has one entry.', `${xe}: xe_pagefault_queue_init`, {
      put: to('two', 'A second entry is put into the queue.', `${xe}: xe_pagefault_handler`),
      take: to('empty', 'The entry is taken from the queue.', `${xe}: xe_pagefault_queue_pop`),
    }),
    two: stateNode('The fault queue has two entries, and is full.', `${xe}: xe_pagefault_queue_init`, {
      take: to('one', 'An entry is taken from the queue.', `${xe}: xe_pagefault_queue_pop`),
    }),
  },
});
