import type { Alternative, Call, Operation, Ref, Touch } from '../../src/threads/meaning.ts';
import { source } from '../words/cites.ts';

const queueing = (says: string) => source('kernel/workqueue.c', says);
const queues = (of: Ref = 'last'): readonly Operation[] => [
  {
    do: 'step',
    either: [
      {
        also: [
          [{ pending: of }, 'queue'],
          [{ queueOf: of }, 'queue.$last'],
        ],
        gives: 1,
      },
    ],
  },
];
const delayed = (of: 0 | 1): readonly Operation[] => [
  {
    do: 'step',
    either: [
      {
        also: [
          [{ pending: of }, 'queue'],
          [{ queueOf: of }, `queue.$${of}`],
        ],
        gives: 1,
      },
    ],
  },
];
const cancels: Alternative = {
  also: [
    [{ pending: 0 }, 'cancel'],
    [{ queueOf: 0 }, 'remove.$0'],
  ],
};
const work: Touch = { class: '(work)$name' };
const wq: Touch = { class: '(wq)$on', words: ['ordered', 'WQ_MEM_RECLAIM'] };

const call = (
  name: string,
  takes: readonly string[],
  does: readonly Operation[],
  about: string,
  order: string,
  { alias = [], cite = queueing(name) }: Partial<Pick<Call, 'alias' | 'cite'>> = {},
): Call => ({ name, takes, does, about, order, alias, cite });

const works: readonly Call[] = [
  call('queue_work', ['workqueue_struct?', 'work'], queues(), 'Pending, once.', '-', {
    alias: ['schedule_work'],
  }),
  call(
    'queue_delayed_work',
    ['workqueue_struct', 'work', 'any?'],
    delayed(1),
    'Pending at some time, once.',
    '-',
    { alias: ['mod_delayed_work'] },
  ),
  call('schedule_delayed_work', ['work', 'any?'], delayed(0), 'Pending at some time, once.', '-', {
    cite: source('include/linux/workqueue.h', 'schedule_delayed_work'),
  }),
  call(
    'flush_work',
    ['work'],
    [
      {
        do: 'step',
        either: [{ when: [[{ pending: 0 }, 'idle']], outside: [0], gives: 1 }],
        sleeps: true,
        touches: [work, wq],
      },
    ],
    'Waits until it neither is pending nor runs.',
    '(work); (wq) if it is ordered or has a rescuer; only if there is something to flush',
    { alias: ['flush_delayed_work'], cite: queueing('start_flush_work') },
  ),
  call(
    'cancel_work',
    ['work'],
    [{ do: 'step', either: [cancels] }],
    'No longer pending; it may still run.',
    '-',
    { alias: ['cancel_delayed_work'] },
  ),
  call(
    'cancel_work_sync',
    ['work'],
    [
      {
        do: 'step',
        either: [{ ...cancels, outside: [0], gives: 1 }],
        sleeps: true,
        touches: [work],
      },
    ],
    'No longer pending, and waits until it does not run.',
    '(work)',
    { alias: ['cancel_delayed_work_sync', 'disable_work_sync'] },
  ),
  call(
    'flush_workqueue',
    ['workqueue_struct'],
    [
      {
        do: 'step',
        either: [{ when: [[{ pendingOn: 0 }, 'idle']], outside: [{ on: 0 }] }],
        sleeps: true,
        touches: [{ class: '(wq)$name' }],
      },
    ],
    'Waits until no work of it is pending or runs.',
    '(wq)',
    { alias: ['drain_workqueue', 'destroy_workqueue'], cite: queueing('__flush_workqueue') },
  ),
];

const handlers: readonly Call[] = [
  call(
    'mod_timer',
    ['timer|timer_irqsafe', 'any?'],
    [{ do: 'step', either: [{ also: [[{ pending: 0 }, 'queue']] }] }],
    'Pending: it comes at some time.',
    '-',
    { alias: ['add_timer'], cite: source('kernel/time/timer.c', 'mod_timer') },
  ),
  {
    ...call(
      'timer_delete_sync',
      ['timer|timer_irqsafe'],
      [
        {
          do: 'step',
          either: [{ also: [[{ pending: 0 }, 'cancel']], outside: [0] }],
          touches: [{ class: '(timer)$name', quiet: true }],
        },
      ],
      'No longer pending, and waits until it does not run.',
      '(timer)',
      { cite: source('kernel/time/timer.c', 'timer_delete_sync') },
    ),
    since: '6.2',
  },
  {
    ...call(
      'del_timer_sync',
      ['timer|timer_irqsafe'],
      [
        {
          do: 'step',
          either: [{ also: [[{ pending: 0 }, 'cancel']], outside: [0] }],
          touches: [{ class: '(timer)$name', quiet: true }],
        },
      ],
      'The same, under its old name.',
      '(timer)',
      { cite: source('kernel/time/timer.c', 'del_timer_sync') },
    ),
    until: '6.15',
  },
  call('raise_irq', ['irq|softirq'], queues(), 'The interrupt comes at some time.', '-', {
    cite: source('kernel/irq/handle.c', 'handle_irq_event'),
  }),
  call('hardware_runs', ['engine'], queues(), 'The hardware has something to do.', '-', {
    cite: source('include/drm/gpu_scheduler.h', 'struct drm_sched_backend_ops: run_job'),
  }),
  call('irq_work_queue', ['irq_work'], queues(), 'Comes at some time.', '-', {
    cite: source('kernel/irq_work.c', 'irq_work_queue'),
  }),
  call('tasklet_schedule', ['tasklet'], queues(), 'Comes at some time.', '-', {
    alias: ['tasklet_hi_schedule'],
    cite: source('kernel/softirq.c', '__tasklet_schedule'),
  }),
  call(
    'tasklet_kill',
    ['tasklet'],
    [{ do: 'step', either: [{ when: [[{ pending: 0 }, 'idle']], outside: [0] }], sleeps: true }],
    'Waits until it neither is pending nor runs.',
    '-',
    { cite: source('kernel/softirq.c', 'tasklet_kill') },
  ),
  call(
    'irq_wake_thread',
    ['irq_thread'],
    queues(),
    'The thread of the interrupt comes at some time.',
    '-',
    { cite: source('kernel/irq/handle.c', '__irq_wake_thread') },
  ),
  call(
    'synchronize_irq',
    ['irq|irq_thread'],
    [{ do: 'step', either: [{ outside: [0] }], sleeps: true }],
    'Waits until the handler does not run.',
    '-',
    { cite: source('kernel/irq/manage.c', 'synchronize_irq') },
  ),
  call(
    'disable_irq',
    ['irq|irq_thread'],
    [{ do: 'step', either: [{ also: [[{ pending: 0 }, 'cancel']], outside: [0] }], sleeps: true }],
    'It does not come any more, and waits until it does not run.',
    '-',
    { alias: ['free_irq'], cite: source('kernel/irq/manage.c', 'disable_irq') },
  ),
];

/** What runs later: works, timers, interrupts. */
export const workCalls: readonly Call[] = [...works, ...handlers];
