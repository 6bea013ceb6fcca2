import type { Call, Operation } from '../../src/threads/meaning.ts';
import { source } from '../words/cites.ts';
import { endless, withTimeout } from './timeouts.ts';

const completion = (says: string) => source('kernel/sched/completion.c', says);
const unseen = 'not seen';
const choice = (
  either: Extract<Operation, { do: 'step' }>['either'],
  sleeps = false,
): readonly Operation[] => [{ do: 'step', either, ...(sleeps ? ({ sleeps: true } as const) : {}) }];
const timeIsUp =
  'the timeout may come at any moment, and then it returns 0. With MAX_SCHEDULE_TIMEOUT it never comes.';
const count = source('include/linux/kref.h', 'kref_get, kref_put');
const atomic = source('Documentation/atomic_t.txt', 'RMW ops');
const pm = (says: string) => source('drivers/base/power/runtime.c', says);
const shared = 'bool|atomic_t';
const full = { when: [[0, 'v3']], bad: 'it counts further than this language can (3)' } as const;

const completions: readonly Call[] = [
  {
    name: 'complete',
    takes: ['completion'],
    does: choice([{ moves: [[0, 'complete']] }]),
    about: 'Lets one waiter go on.',
    order: unseen,
    cite: completion('complete'),
  },
  {
    name: 'complete_all',
    takes: ['completion'],
    does: choice([{ moves: [[0, 'complete_all']] }]),
    about: 'Lets all waiters go on.',
    order: unseen,
    cite: completion('complete_all'),
  },
  {
    name: 'reinit_completion',
    takes: ['completion'],
    does: choice([{ moves: [[0, 'reinit']] }]),
    about: 'Makes later waiters wait again.',
    order: unseen,
    cite: completion('reinit_completion'),
  },
  {
    name: 'wait_for_completion',
    takes: ['completion'],
    does: choice([{ moves: [[0, 'take']], gives: 0 }], true),
    about: 'Waits until the completion is completed.',
    order: unseen,
    cite: completion('wait_for_completion'),
  },
  {
    name: 'wait_for_completion_interruptible',
    takes: ['completion'],
    alias: ['wait_for_completion_killable'],
    mustUse: true,
    does: choice(
      [
        { moves: [[0, 'take']], gives: 0 },
        { gives: 'ERESTARTSYS', note: 'a signal comes', favour: true },
      ],
      true,
    ),
    about:
      'Waits until the completion is completed and returns 0; returns -ERESTARTSYS if a signal ' +
      'comes first.',
    order: unseen,
    cite: completion('wait_for_completion_interruptible'),
  },
  {
    name: 'try_wait_for_completion',
    takes: ['completion'],
    mustUse: true,
    does: choice([
      { moves: [[0, 'take']], gives: 1 },
      { when: [[0, 'none']], gives: 0 },
    ]),
    about: 'Takes the completion and returns 1; returns 0 if it is not completed.',
    order: unseen,
    cite: completion('try_wait_for_completion'),
  },
  {
    name: 'wait_for_completion_timeout',
    takes: ['completion', 'any?'],
    does: withTimeout({ moves: [[0, 'take']], gives: 1 }, [[0, 'none']]),
    about: `Waits until the completion is completed and returns 1; ${timeIsUp}`,
    order: unseen,
    cite: completion('wait_for_completion_timeout'),
  },
  {
    name: 'wait_event',
    takes: [shared, 'number'],
    does: [{ do: 'sleep until', of: 0, is: 'v$1' }],
    about:
      'Waits until the variable has this value: where it has another the thread sleeps, and looks ' +
      'again when it is woken.',
    order: unseen,
    cite: source('include/linux/wait.h', 'wait_event'),
  },
  {
    name: 'wait_event_interruptible',
    takes: [shared, 'number'],
    alias: ['wait_event_killable'],
    mustUse: true,
    does: [{ do: 'sleep until', of: 0, is: 'v$1', interrupted: 'ERESTARTSYS' }],
    about: 'As wait_event, and returns 0; returns -ERESTARTSYS if a signal comes first.',
    order: unseen,
    cite: source('include/linux/wait.h', 'wait_event_interruptible'),
  },
  {
    name: 'wait_event_timeout',
    takes: [shared, 'number', 'any?'],
    does: [
      {
        do: 'where',
        of: 'last',
        words: endless,
        body: [
          { do: 'sleep until', of: 0, is: 'v$1' },
          { do: 'gives', value: 1 },
        ],
        else: withTimeout({ when: [[0, 'v$1']], gives: 1 }, [[0, '!v$1']]),
      },
    ],
    about: `Waits until the variable has this value and returns 1; ${timeIsUp}`,
    order: unseen,
    cite: source('include/linux/wait.h', 'wait_event_timeout'),
  },
  {
    name: 'wake_up',
    takes: [shared],
    alias: ['wake_up_all'],
    does: choice([{ also: [[{ sleepersOf: 0 }, 'wake']] }]),
    about: 'Wakes every thread that sleeps until the variable has a value; each looks again.',
    order: unseen,
    cite: source('include/linux/wait.h', 'wake_up'),
  },
];

const values: readonly Call[] = [
  {
    name: 'READ_ONCE',
    takes: [shared],
    alias: ['atomic_read'],
    does: [{ do: 'read', of: 0 }],
    about: 'Reads the value in one step.',
    order: '-',
    cite: atomic,
  },
  {
    name: 'WRITE_ONCE',
    takes: [shared, 'number'],
    alias: ['atomic_set'],
    does: choice([{ moves: [[0, 'set.$1']] }]),
    about: 'Writes this value in one step.',
    order: '-',
    cite: atomic,
  },
  {
    name: 'atomic_inc',
    takes: ['atomic_t'],
    does: choice([{ moves: [[0, 'inc']] }, full]),
    about: 'Adds one.',
    order: '-',
    cite: atomic,
  },
  {
    name: 'atomic_dec',
    takes: ['atomic_t'],
    does: choice([{ moves: [[0, 'dec']] }, { when: [[0, 'v0']], bad: 'it would fall below 0' }]),
    about: 'Subtracts one.',
    order: '-',
    cite: atomic,
  },
  {
    name: 'atomic_dec_if_positive',
    takes: ['atomic_t'],
    does: choice([
      { moves: [[0, 'dec']], when: [[0, '!v0']], gives: 1 },
      { when: [[0, 'v0']], gives: -1 },
    ]),
    about: 'Subtracts one, unless the value is 0.',
    order: '-',
    cite: atomic,
  },
  {
    name: 'atomic_dec_and_test',
    takes: ['atomic_t'],
    mustUse: true,
    does: choice([
      { moves: [[0, 'dec']], when: [[0, 'v1']], gives: 1 },
      { moves: [[0, 'dec']], when: [[0, '!v1']], gives: 0 },
      { when: [[0, 'v0']], bad: 'it would fall below 0' },
    ]),
    about: 'Subtracts one; returns 1 if the result is 0, and 0 otherwise.',
    order: '-',
    cite: atomic,
  },
  {
    name: 'atomic_inc_not_zero',
    takes: ['atomic_t'],
    mustUse: true,
    does: choice([
      { moves: [[0, 'inc']], when: [[0, '!v0']], gives: 1 },
      { when: [[0, 'v0']], gives: 0 },
      full,
    ]),
    about: 'Adds one and returns 1; if the value is 0 it stays 0, and the call returns 0.',
    order: '-',
    cite: atomic,
  },
  {
    name: 'test_and_set_bit',
    takes: ['bool'],
    mustUse: true,
    alias: ['xchg_true'],
    does: choice([
      { moves: [[0, 'set.1']], when: [[0, 'v0']], gives: 0 },
      { when: [[0, 'v1']], gives: 1 },
    ]),
    about: 'Sets the flag and returns its old value.',
    order: '-',
    cite: source('Documentation/atomic_bitops.txt', 'test_and_set_bit'),
  },
];

const references: readonly Call[] = [
  {
    name: 'kref_get',
    takes: ['kref'],
    alias: ['refcount_inc'],
    does: choice([
      { moves: [[0, 'inc']], when: [[0, '!v0']] },
      { when: [[0, 'v0']], bad: 'the last reference has gone' },
      full,
    ]),
    about: 'Takes a reference. Taking one when the count is 0 breaks a rule.',
    order: '-',
    cite: count,
  },
  {
    name: 'kref_get_unless_zero',
    takes: ['kref'],
    mustUse: true,
    alias: ['refcount_inc_not_zero'],
    does: choice([
      { moves: [[0, 'inc']], when: [[0, '!v0']], gives: 1 },
      { when: [[0, 'v0']], gives: 0 },
      full,
    ]),
    about: 'Takes a reference and returns 1; returns 0 if the count is 0.',
    order: '-',
    cite: count,
  },
  {
    name: 'kref_put',
    takes: ['kref', 'release'],
    does: choice([
      {
        moves: [[0, 'dec']],
        when: [[0, 'v1']],
        note: 'the last reference',
        gives: 1,
        does: [{ do: 'run', of: 1 }],
      },
      { moves: [[0, 'dec']], when: [[0, ['v2', 'v3']]], gives: 0 },
      { when: [[0, 'v0']], bad: 'the last reference has gone' },
    ]),
    about: 'Drops a reference; dropping the last one calls the release function in this thread.',
    order: 'what release takes, in that run only',
    cite: count,
  },
];

const resume: readonly Operation[] = [
  {
    do: 'step',
    sleeps: true,
    either: [
      { moves: [[0, 'get']], gives: 0 },
      {
        moves: [[0, 'resume']],
        gives: 0,
        note: 'resumes it',
        does: [
          { do: 'each', kind: 'runtime_resume' },
          { do: 'step', either: [{ moves: [[0, 'resumed']] }], says: 'it is resumed' },
        ],
      },
    ],
  },
];

const power: readonly Call[] = [
  {
    name: 'pm_runtime_get_sync',
    takes: ['device'],
    alias: ['pm_runtime_resume_and_get'],
    does: resume,
    about: 'Takes a usage count. Waits while the device suspends, and resumes it in this thread.',
    order: unseen,
    cite: pm('rpm_resume'),
  },
  {
    name: 'pm_runtime_get_if_in_use',
    takes: ['device'],
    mustUse: true,
    alias: ['pm_runtime_get_if_active'],
    does: choice([
      { moves: [[0, 'get']], when: [[0, ['v1', 'v2']]], gives: 1 },
      { when: [[0, ['v0', 'suspending', 'suspended', 'resuming']]], gives: 0 },
    ]),
    about: 'Takes a usage count and returns 1; returns 0 if nobody uses the device.',
    order: unseen,
    cite: pm('pm_runtime_get_if_active'),
  },
  {
    name: 'pm_runtime_put_autosuspend',
    takes: ['device'],
    alias: ['pm_runtime_put'],
    does: choice([{ moves: [[0, 'put']] }]),
    about: 'Drops a usage count; the device may suspend once nobody uses it.',
    order: unseen,
    cite: source('include/linux/pm_runtime.h', 'pm_runtime_put_autosuspend'),
  },
  {
    name: 'pm_runtime_put_sync',
    takes: ['device'],
    does: choice(
      [
        { moves: [[0, 'put']], when: [[0, ['v2', 'v3']]] },
        {
          moves: [[0, 'put']],
          when: [[0, 'v1']],
          note: 'the last user',
          does: [
            {
              do: 'step',
              either: [
                {
                  moves: [[0, 'suspend']],
                  does: [
                    { do: 'each', kind: 'runtime_suspend' },
                    {
                      do: 'step',
                      either: [{ moves: [[0, 'suspended']] }],
                      says: 'it is suspended',
                    },
                  ],
                },
                { when: [[0, '!v0']], note: 'somebody uses it again' },
              ],
              says: 'suspends it',
            },
          ],
        },
      ],
      true,
    ),
    about: 'Drops a usage count; the last one suspends the device in this thread.',
    order: unseen,
    cite: pm('rpm_idle, rpm_suspend'),
  },
];

const choices: readonly Call[] = [
  {
    name: 'nondet',
    takes: [],
    does: choice([
      { gives: 0, note: '0' },
      { gives: 1, note: '1' },
    ]),
    about: 'Returns 0 or 1; both are tried.',
    order: '-',
    cite: source('tools/memory-model/Documentation/litmus-tests.txt', 'all possible end states'),
  },
  {
    name: 'may_hang',
    takes: [],
    does: choice([{}, { hangs: true }]),
    about: 'Goes on, or stops here for ever.',
    order: '-',
    cite: source(
      'include/drm/gpu_scheduler.h',
      'Drivers typically issue a reset to recover from GPU hangs',
    ),
  },
  {
    name: 'cpu_relax',
    takes: ['any?'],
    alias: ['udelay'],
    does: choice([{}]),
    about: 'Does nothing in this model; it may be called anywhere.',
    order: '-',
    cite: source('Documentation/process/volatile-considered-harmful.rst', 'cpu_relax()'),
  },
  {
    name: 'cond_resched',
    takes: [],
    alias: ['schedule'],
    does: choice([{}], true),
    about: 'May sleep; does nothing else.',
    order: '-',
    cite: source('include/linux/sched.h', 'cond_resched'),
  },
  {
    name: 'might_sleep',
    takes: ['any?', 'any?'],
    alias: ['msleep', 'usleep_range', 'fsleep'],
    does: choice([{}], true),
    about: 'Breaks a rule if it is called in atomic context; does nothing else.',
    order: '-',
    cite: source('include/linux/kernel.h', 'might_sleep'),
  },
  {
    name: 'might_lock',
    takes: ['mutex|spinlock_t|rw_semaphore|dma_resv'],
    does: [{ do: 'step', either: [{}], touches: [{ class: 0 }] }],
    about: 'Does nothing; lockdep takes note of the lock.',
    order: 'held locks → this class',
    cite: source('include/linux/lockdep.h', 'might_lock'),
  },
];

const asserts: readonly Call[] = [
  {
    name: 'lockdep_assert_held',
    takes: ['mutex|rt_mutex|spinlock_t|raw_spinlock_t|rw_semaphore|rwlock_t|dma_resv|mm_struct'],
    alias: ['dma_resv_assert_held', 'mmap_assert_locked'],
    does: choice([{ holds: 0 }]),
    about: 'Breaks a rule if the thread does not hold the lock; does nothing else.',
    order: '-',
    cite: source('include/linux/lockdep.h', 'lockdep_assert_held'),
  },
];

/** Waiting, counting, and choosing. */
export const waitCalls: readonly Call[] = [
  ...completions,
  ...values,
  ...references,
  ...power,
  ...choices,
  ...asserts,
];
