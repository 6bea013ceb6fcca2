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
  call(
    'queue_work',
    ['workqueue_struct?', 'work'],
    queues(),
    'Queues the work item; queueing one that is pending does nothing.',
    '-',
    {
      alias: ['schedule_work'],
    },
  ),
  call(
    'queue_delayed_work',
    ['workqueue_struct', 'work', 'any?'],
    delayed(1),
    'Queues the work item at some time; queueing one that is pending does nothing.',
    '-',
    { alias: ['mod_delayed_work'] },
  ),
  call(
    'schedule_delayed_work',
    ['work', 'any?'],
    delayed(0),
    'Queues the work item at some time; queueing one that is pending does nothing.',
    '-',
    {
      cite: source('include/linux/workqueue.h', 'schedule_delayed_work'),
    },
  ),
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
    'Waits until the work item is neither pending nor running.',
    '(work); (wq) if it is ordered or has a rescuer; only if there is something to flush',
    { alias: ['flush_delayed_work'], cite: queueing('start_flush_work') },
  ),
  call(
    'cancel_work',
    ['work'],
    [{ do: 'step', either: [cancels] }],
    'Cancels the work item if it is pending; it may still be running.',
    '-',
    { alias: ['cancel_delayed_work'] },
  ),
  call(
    'cancel_work_sync',
    ['work'],
    [
      {
        do: 'step',
        // What is being cancelled cannot be queued: clear_pending_if_disabled, WORK_OFFQ_DISABLE.
        either: [{ ...cancels, outside: [0], gives: 1, strong: true }],
        sleeps: true,
        touches: [work],
      },
    ],
    'Cancels the work item if it is pending, and waits until it is not running.',
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
    'Waits until no work item of this workqueue is pending or running.',
    '(wq)',
    { alias: ['drain_workqueue', 'destroy_workqueue'], cite: queueing('__flush_workqueue') },
  ),
];

const handlers: readonly Call[] = [
  call(
    'mod_timer',
    ['timer|timer_irqsafe', 'any?'],
    [{ do: 'step', either: [{ also: [[{ pending: 0 }, 'queue']] }] }],
    'Starts the timer: it expires at some time.',
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
          either: [{ also: [[{ pending: 0 }, 'cancel']], outside: [0], strong: true }],
          touches: [{ class: '(timer)$name', quiet: true }],
        },
      ],
      'Stops the timer, and waits until its function is not running.',
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
          either: [{ also: [[{ pending: 0 }, 'cancel']], outside: [0], strong: true }],
          touches: [{ class: '(timer)$name', quiet: true }],
        },
      ],
      'The old name of timer_delete_sync.',
      '(timer)',
      { cite: source('kernel/time/timer.c', 'del_timer_sync') },
    ),
    until: '6.15',
  },
  call(
    'raise_irq',
    ['irq|softirq'],
    queues(),
    'Raises the interrupt: its handler runs at some time.',
    '-',
    {
      cite: source('kernel/irq/handle.c', 'handle_irq_event'),
    },
  ),
  call('hardware_runs', ['engine'], queues(), 'Gives the hardware something to do.', '-', {
    cite: source('include/drm/gpu_scheduler.h', 'struct drm_sched_backend_ops: run_job'),
  }),
  call(
    'irq_work_queue',
    ['irq_work'],
    queues(),
    'Queues the irq_work: its function runs at some time.',
    '-',
    {
      cite: source('kernel/irq_work.c', 'irq_work_queue'),
    },
  ),
  call(
    'tasklet_schedule',
    ['tasklet'],
    queues(),
    'Schedules the tasklet: its function runs at some time.',
    '-',
    {
      alias: ['tasklet_hi_schedule'],
      cite: source('kernel/softirq.c', '__tasklet_schedule'),
    },
  ),
  call(
    'tasklet_kill',
    ['tasklet'],
    [{ do: 'step', either: [{ when: [[{ pending: 0 }, 'idle']], outside: [0] }], sleeps: true }],
    'Waits until the tasklet is neither scheduled nor running.',
    '-',
    { cite: source('kernel/softirq.c', 'tasklet_kill') },
  ),
  call(
    'irq_wake_thread',
    ['irq_thread'],
    queues(),
    'Wakes the thread of the interrupt: it runs at some time.',
    '-',
    { cite: source('kernel/irq/handle.c', '__irq_wake_thread') },
  ),
  call(
    'synchronize_irq',
    ['irq|irq_thread'],
    [{ do: 'step', either: [{ outside: [0] }], sleeps: true }],
    'Waits until the handler is not running.',
    '-',
    { cite: source('kernel/irq/manage.c', 'synchronize_irq') },
  ),
  call(
    'disable_irq',
    ['irq|irq_thread'],
    [
      {
        do: 'step',
        either: [{ also: [[{ pending: 0 }, 'cancel']], outside: [0], strong: true }],
        sleeps: true,
      },
    ],
    'Disables the interrupt, and waits until its handler is not running.',
    '-',
    { alias: ['free_irq'], cite: source('kernel/irq/manage.c', 'disable_irq') },
  ),
];

/** What runs later: works, timers, interrupts. */
export const workCalls: readonly Call[] = [...works, ...handlers];
