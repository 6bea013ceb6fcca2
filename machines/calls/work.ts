import type { Alternative, Call, Operation, Ref, Touch } from '../../src/threads/meaning.ts';
import { source } from '../words/cites.ts';

const queueing = (says: string) => source('kernel/workqueue.c', says);
/** What queues an item. */
const queued = (of: Ref, name: string): Alternative => ({
  also: [
    [{ pending: of }, 'queue'],
    [{ queueOf: of }, `queue.${name}`],
  ],
});
/** Queues something, and says nothing of it. */
const queues = (of: Ref = 'last', name = '$last'): readonly Operation[] => [
  { do: 'step', either: [queued(of, name)] },
];
/** Queues something that may be turned off, and says whether it was not queued yet. */
const queuesOnce = (of: Ref = 'last', name = '$last'): readonly Operation[] => [
  {
    do: 'step',
    either: [
      { ...queued(of, name), ifUsed: false, turnedOff: [of, false] },
      { ifUsed: false, turnedOff: [of, true] },
      { ...queued(of, name), ifUsed: true, when: [[{ pending: of }, 'idle']], gives: 1 },
      { ifUsed: true, when: [[{ pending: of }, '!idle']], gives: 0 },
    ],
  },
];
/** Takes something off its queue. */
const takesOff = (event: string): Alternative => ({
  also: [
    [{ pending: 0 }, event],
    [{ queueOf: 0 }, 'remove.$0'],
  ],
});
/** Cancels something, and says whether it was queued. */
const cancels = (more: Alternative): readonly Alternative[] => [
  { ...takesOff('cancel'), ...more, ifUsed: false },
  { ...takesOff('cancel'), ...more, ifUsed: true, when: [[{ pending: 0 }, 'pending']], gives: 1 },
  { ...more, ifUsed: true, when: [[{ pending: 0 }, '!pending']], gives: 0 },
];
/** Waits until it is not running; meanwhile nobody can queue it. */
const notRunning: Alternative = { outside: [0], strong: true };
/** Turns an interrupt off: one that is raised meanwhile waits until it is on again. */
const masks = (more: Alternative): readonly Alternative[] => [
  { also: [[{ pending: 0 }, 'mask']], ...more, turnedOff: [0, false] },
  { turnedOff: [0, true], bad: 'it is turned off twice, which this language does not count' },
];
/** Turns something on again. */
const turnsOn = (event: string): readonly Alternative[] => [
  { also: [[{ pending: 0 }, event]], turnedOff: [0, true] },
  { turnedOff: [0, false], bad: 'it is not turned off' },
];
/** Turns something off: it is not queued any more, and whoever queues it does nothing. */
const turnsOff = (more: Alternative): readonly Alternative[] => [
  { ...takesOff('disable'), ...more, turnedOff: [0, false] },
  { turnedOff: [0, true], bad: 'it is turned off twice, which this language does not count' },
];
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
    queuesOnce(),
    'Queues the work item and returns 1; queueing one that is pending does nothing and returns 0.',
    '-',
    {
      alias: ['schedule_work'],
    },
  ),
  call(
    'queue_delayed_work',
    ['workqueue_struct', 'work', 'any?'],
    queuesOnce(1, '$1'),
    'Queues the work item at some time; queueing one that is pending does nothing.',
    '-',
    { alias: ['mod_delayed_work'] },
  ),
  call(
    'schedule_delayed_work',
    ['work', 'any?'],
    queuesOnce(0, '$0'),
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
        either: [1, 0].map((gives) => ({
          when: [[{ pending: 0 }, '!pending']],
          outside: [0],
          gives,
          ...(gives === 0 ? { ifUsed: true } : {}),
        })),
        sleeps: true,
        touches: [work, wq],
      },
    ],
    'Waits until the work item is neither pending nor running; returns 1 or 0, and both are tried.',
    '(work); (wq) if it is ordered or has a rescuer; only if there is something to flush',
    { alias: ['flush_delayed_work'], cite: queueing('start_flush_work') },
  ),
  call(
    'cancel_work',
    ['work'],
    [{ do: 'step', either: cancels({}) }],
    'Cancels the work item if it is pending, and returns whether it was; it may still be running.',
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
        either: cancels(notRunning),
        sleeps: true,
        touches: [work],
      },
    ],
    'Cancels the work item if it is pending, waits until it is not running, and returns whether ' +
      'it was pending.',
    '(work)',
    { alias: ['cancel_delayed_work_sync'] },
  ),
  {
    ...call(
      'disable_work_sync',
      ['work'],
      [{ do: 'step', either: turnsOff(notRunning), sleeps: true, touches: [work] }],
      'Cancels the work item, waits until it is not running, and turns it off: until ' +
        'enable_work() whoever queues it does nothing.',
      '(work)',
      { alias: ['disable_delayed_work_sync'] },
    ),
    since: '6.10',
  },
  {
    ...call(
      'disable_work',
      ['work'],
      [{ do: 'step', either: turnsOff({}) }],
      'As disable_work_sync, without waiting.',
      '-',
      { alias: ['disable_delayed_work'] },
    ),
    since: '6.10',
  },
  {
    ...call(
      'enable_work',
      ['work'],
      [{ do: 'step', either: turnsOn('enable') }],
      'Turns the work item on again. What was queued meanwhile is not queued.',
      '-',
      { alias: ['enable_delayed_work'] },
    ),
    since: '6.10',
  },
  call(
    'flush_workqueue',
    ['workqueue_struct'],
    [
      {
        do: 'step',
        either: [{ when: [[{ pendingOn: 0 }, '!pending']], outside: [{ on: 0 }] }],
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
          either: cancels(notRunning),
          touches: [{ class: '(timer)$name', quiet: true }],
        },
      ],
      'Stops the timer, waits until its function is not running, and returns whether it was started.',
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
          either: cancels(notRunning),
          touches: [{ class: '(timer)$name', quiet: true }],
        },
      ],
      'The old name of timer_delete_sync.',
      '(timer)',
      { cite: source('kernel/time/timer.c', 'del_timer_sync') },
    ),
    until: '6.15',
  },
  {
    ...call(
      'timer_shutdown_sync',
      ['timer|timer_irqsafe'],
      [
        {
          do: 'step',
          either: turnsOff(notRunning),
          touches: [{ class: '(timer)$name', quiet: true }],
        },
      ],
      'Stops the timer for ever, and waits until its function is not running: whoever starts it ' +
        'again does nothing.',
      '(timer)',
      { cite: source('kernel/time/timer.c', 'timer_shutdown_sync') },
    ),
    since: '6.2',
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
    [{ do: 'step', either: masks(notRunning), sleeps: true }],
    'Turns the interrupt off, and waits until its handler is not running. One that is raised ' +
      'meanwhile comes after enable_irq().',
    '-',
    { cite: source('kernel/irq/manage.c', 'disable_irq') },
  ),
  call(
    'disable_irq_nosync',
    ['irq|irq_thread'],
    [{ do: 'step', either: masks({}) }],
    'As disable_irq, without waiting.',
    '-',
    { cite: source('kernel/irq/manage.c', 'disable_irq_nosync') },
  ),
  call(
    'enable_irq',
    ['irq|irq_thread'],
    [{ do: 'step', either: turnsOn('unmask') }],
    'Turns the interrupt on again.',
    '-',
    { cite: source('kernel/irq/manage.c', 'enable_irq') },
  ),
  call(
    'free_irq',
    ['irq|irq_thread', 'any?'],
    [{ do: 'step', either: turnsOff(notRunning), sleeps: true }],
    'Removes the handler, and waits until it is not running. It does not run any more.',
    '-',
    { cite: source('kernel/irq/manage.c', 'free_irq') },
  ),
];

/** What runs later: works, timers, interrupts. */
export const workCalls: readonly Call[] = [...works, ...handlers];
