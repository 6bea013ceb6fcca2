import { setup } from 'xstate';
import { inFile, to } from './to.ts';

const xePagefault = inFile('drivers/gpu/drm/xe/xe_pagefault.c');
const xeSvm = inFile('drivers/gpu/drm/xe/xe_svm.c');

/**
 * A recoverable GPU page fault, from the hardware's message to the answer.
 * Rule: every fault that is taken from the queue is answered, with an error if it must be.
 * Source: drivers/gpu/drm/xe/xe_pagefault.c (xe_pagefault_queue_work, xe_pagefault_service), v7.0.
 */
export const pageFault = setup({
  types: {
    events: {} as
      | { type: 'raise' }
      | { type: 'service' }
      | { type: 'fill' }
      | { type: 'map' }
      | { type: 'ack' }
      | { type: 'nack' }
      | { type: 'squash' },
  },
}).createMachine({
  id: 'page_fault',
  initial: 'none',
  states: {
    none: {
      description: 'There is no page fault.',
      meta: { source: xePagefault('xe_pagefault_handler') },
      on: {
        raise: to('received', 'The hardware reports a missing page.', xePagefault('xe_pagefault_handler')),
      },
    },
    received: {
      description: 'The page fault is in the fault queue.',
      meta: { source: xePagefault('xe_pagefault_handler') },
      on: {
        service: to(
          'servicing',
          'A worker takes the page fault from the queue.',
          xePagefault('xe_pagefault_queue_work'),
        ),
        squash: to('none', 'A reset cancels the page fault.', xePagefault('xe_pagefault_reset')),
      },
    },
    servicing: {
      description: 'A worker repairs the page fault.',
      meta: { source: xePagefault('xe_pagefault_service') },
      initial: 'allocating',
      on: { nack: to('none', 'The page fault is answered with an error.', xePagefault('xe_pagefault_queue_work')) },
      states: {
        allocating: {
          description: 'The worker waits for the memory of the page.',
          meta: { source: 'drivers/gpu/drm/drm_pagemap.c: drm_pagemap_migrate_to_devmem' },
          on: {
            fill: to('copying', 'The memory is allocated, and a copy job fills it.', xeSvm('xe_svm_copy')),
          },
        },
        copying: {
          description: 'The worker waits for the fence of the copy job.',
          meta: { source: xeSvm('xe_svm_copy') },
          on: {
            map: to('binding', 'The page is filled, and a bind job maps it.', xeSvm('xe_svm_handle_pagefault')),
          },
        },
        binding: {
          description: 'The worker waits for the fence of the bind job.',
          meta: { source: xeSvm('xe_svm_handle_pagefault') },
          on: {
            ack: to(
              '#page_fault.none',
              'The page fault is answered, and the hardware may retry the access.',
              xePagefault('xe_pagefault_queue_work'),
            ),
          },
        },
      },
    },
  },
});
