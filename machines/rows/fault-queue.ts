import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { faultEntry, faultRoom, wave } from '../lifecycles/fault-queue.ts';
import { oneShot } from '../lifecycles/one-shot.ts';

const xePagefault = from('drivers/gpu/drm/xe/xe_pagefault.c');
const xeSvm = from('drivers/gpu/drm/xe/xe_svm.c');

const xe = (says: string) => xePagefault(says);
const svm = (says: string) => xeSvm(says);

/** Faults from the interrupt to the answer, each with the work that it holds up, and one worker. */
export const faultQueueParts = {
  entry: { of: faultEntry, family: 'faults', title: 'fault' },
  wave: { of: wave, family: 'faults', title: 'work' },
  room: { of: faultRoom, title: 'fault queue' },
  reset: { of: oneShot, title: 'reset' },
} as const;

const v = vocabulary(faultQueueParts);
const answered = xe('xe_pagefault_queue_work: every fault that was taken up is answered');
const steps = v.steps(
  v.step('hw_fault', 'hardware_event', {
    moves: { 'entry[i]': 'raise', 'wave[i]': 'fault' },
    atomic: 'hardware',
    cite: xe('xe_pagefault_handler'),
  }),
  v.step('enqueue', 'fault_irq[i]', {
    moves: { 'entry[i]': 'enqueue', room: 'put' },
    cite: xe('xe_pagefault_handler: reclaim safe, nothing is allocated'),
  }),
  v.step('enqueue_ENOSPC', 'fault_irq[i]', {
    moves: { 'entry[i]': 'refuse' },
    when: { room: 'two' },
    cite: xe('xe_pagefault_handler: drm_warn, -ENOSPC'),
  }),
  v.step('service', 'fault_server[i]', {
    moves: { 'entry[i]': 'service', room: 'take' },
    cite: xe('xe_pagefault_queue_work'),
  }),
  v.step('skip_squashed', 'fault_server[i]', {
    moves: { 'entry[i]': 'drop', room: 'take' },
    cite: xe('xe_pagefault_queue_work: gt == NULL, no answer'),
  }),
  ...(['cpu_mirror', 'bo', 'userptr'] as const).map(
    (kind) =>
      ({
        name: `vma_is_${kind}`,
        actor: 'fault_server[i]',
        moves: { 'entry[i]': kind },
        cite: xe('xe_pagefault_service'),
      }) as const,
  ),
  v.step('migrate', 'fault_server[i]', { moves: { 'entry[i]': 'migrated' }, cite: svm('xe_svm_alloc_vram') }),
  v.step('migrate_fails', 'fault_server[i]', {
    moves: { 'entry[i]': 'migrate_fails' },
    cite: svm(
      'xe_svm_handle_pagefault: after one try, or three where only device memory will do, it ' +
        'goes on with system memory',
    ),
  }),
  v.step('get_pages', 'fault_server[i]', {
    moves: { 'entry[i]': 'got_pages' },
    cite: svm('drm_gpusvm_range_get_pages'),
  }),
  v.step('repin', 'fault_server[i]', {
    moves: { 'entry[i]': 'repinned' },
    cite: xe('xe_pagefault_handle_vma: xe_vma_userptr_pin_pages'),
  }),
  v.step('validate', 'fault_server[i]', {
    moves: { 'entry[i]': 'validated' },
    cite: xe('xe_pagefault_begin: xe_bo_validate or xe_bo_migrate, under the reservation lock'),
  }),
  v.step('bind_signaled', 'copy_engine[i]', {
    moves: { 'entry[i]': 'bound' },
    cite: xe('xe_pagefault_handle_vma: dma_fence_wait'),
  }),
  // Work that a reset has taken away meanwhile does not hear the answer: the firmware was restarted.
  v.step('ack', 'fault_server[i]', {
    moves: { 'entry[i]': 'ack' },
    also: { 'wave[i]': 'acked' },
    when: { 'entry[i]': 'servicing.bound' },
    cite: answered,
  }),
  v.step('nack', 'fault_server[i]', {
    moves: { 'entry[i]': 'nack' },
    also: { 'wave[i]': 'nacked' },
    cite: answered,
  }),
  // No worker is flushed: what it has taken from the queue is a copy, which it serves to its end.
  v.step('gt_reset', 'user', {
    moves: { reset: 'spend' },
    also: { 'entry[*]': 'squash', 'wave[*]': 'reset' },
    cite: xe('xe_pagefault_reset: entries in the ring get gt = NULL; xe_pagefault_queue_pop has copied the rest'),
  }),
);
export const faultQueue = v.row({
  name: 'fault-queue',
  steps,
  promises: [
    { name: 'fault-is-answered', pending: { 'entry[i]': ['queued', 'servicing'] }, cite: answered },
    { name: 'work-goes-on', pending: { 'wave[i]': 'stalled' }, cite: answered },
  ],
  invariants: [
    {
      name: 'no-answer-to-a-void-fault',
      never: { 'wave[?]': 'misled' },
      cite: xe('xe_pagefault_reset: squashed faults are not answered'),
    },
  ],
});
const about = v.about(steps);
const clause = (
  name: string,
  says: Clause['says'],
  rest: Omit<Parameters<typeof about.clause>[0], 'name' | 'says'>,
): Clause => about.clause({ name: `fault-queue/${name}`, says, ...rest });
export const faultQueueFaults = {
  'too-small': clause('too-small', xe('xe_pagefault_queue_init: sized for the execution units and engines'), {
    requires: { enqueue: { room: 'empty' } },
    adds: [{ name: 'enqueue_full', actor: 'fault_irq[i]', moves: { 'entry[i]': 'refuse' }, when: { room: 'one' } }],
  }),
  'error-unanswered': clause('error-unanswered', answered, {
    forbids: ['nack'],
    adds: [{ name: 'error_forgotten', actor: 'fault_server[i]', moves: { 'entry[i]': 'forget' } }],
  }),
  'answers-squashed': clause('answers-squashed', xe('xe_pagefault_queue_work: gt == NULL is skipped'), {
    forbids: ['skip_squashed'],
    adds: [
      {
        name: 'ack_squashed',
        actor: 'fault_server[i]',
        moves: { 'entry[i]': 'ack', room: 'take', 'wave[i]': 'acked_void' },
        when: { 'entry[i]': 'squashed' },
      },
    ],
  }),
  'late-answer-is-taken': clause(
    'late-answer-is-taken',
    xe('xe_pagefault_queue_pop: what was copied out before a reset is answered after it'),
    {
      adds: [
        {
          name: 'ack_after_reset',
          actor: 'fault_server[i]',
          moves: { 'entry[i]': 'ack', 'wave[i]': 'acked_void' },
          when: { 'entry[i]': 'servicing.bound', reset: 'spent', 'wave[i]': 'running' },
        },
      ],
    },
  ),
  'insists-on-device-memory': clause('insists-on-device-memory', svm('xe_svm_handle_pagefault: --migrate_try_count'), {
    forbids: ['migrate_fails'],
    adds: [
      {
        name: 'migrate_again',
        actor: 'fault_server[i]',
        moves: { 'entry[i]': 'again' },
        when: { 'entry[i]': 'servicing.migrating' },
      },
    ],
  }),
  'retries-for-ever': clause('retries-for-ever', xe('xe_pagefault_handle_vma: -EAGAIN from the locked block'), {
    adds: [
      {
        name: 'validate_EAGAIN',
        actor: 'fault_server[i]',
        moves: { 'entry[i]': 'again' },
        when: { 'entry[i]': 'servicing.validating' },
      },
    ],
  }),
} as const;
