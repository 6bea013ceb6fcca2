import type { Call, Operation } from '../../src/threads/meaning.ts';
import { source } from '../words/cites.ts';

const completion = (says: string) => source('kernel/sched/completion.c', says);
const unseen = 'not seen';
const choice = (
  either: Extract<Operation, { do: 'step' }>['either'],
  sleeps = false,
): readonly Operation[] => [{ do: 'step', either, ...(sleeps ? ({ sleeps: true } as const) : {}) }];
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
    about: 'One who waits may go on.',
    order: unseen,
    cite: completion('complete'),
  },
  {
    name: 'complete_all',
    takes: ['completion'],
    does: choice([{ moves: [[0, 'complete_all']] }]),
    about: 'All who wait may go on.',
    order: unseen,
    cite: completion('complete_all'),
  },
  {
    name: 'reinit_completion',
    takes: ['completion'],
    does: choice([{ moves: [[0, 'reinit']] }]),
    about: 'Nobody may go on.',
    order: unseen,
    cite: completion('reinit_completion'),
  },
  {
    name: 'wait_for_completion',
    takes: ['completion'],
    does: choice([{ moves: [[0, 'take']], gives: 0 }], true),
    about: 'Waits until it is completed.',
    order: unseen,
    cite: completion('wait_for_completion'),
  },
  {
    name: 'wait_for_completion_timeout',
    takes: ['completion', 'any?'],
    does: choice(
      [
        { moves: [[0, 'take']], gives: 1 },
        { gives: 0, note: 'time is up' },
      ],
      true,
    ),
    about: 'The same and 1; or 0 at any moment.',
    order: unseen,
    cite: completion('wait_for_completion_timeout'),
  },
  {
    name: 'wait_event',
    takes: [shared, 'number'],
    does: choice([{ when: [[0, 'v$1']] }], true),
    about: 'Waits until it has this value.',
    order: unseen,
    cite: source('include/linux/wait.h', 'wait_event'),
  },
  {
    name: 'wait_event_timeout',
    takes: [shared, 'number', 'any?'],
    does: choice(
      [
        { when: [[0, 'v$1']], gives: 1 },
        { gives: 0, note: 'time is up' },
      ],
      true,
    ),
    about: 'The same and 1; or 0 at any moment.',
    order: unseen,
    cite: source('include/linux/wait.h', 'wait_event_timeout'),
  },
  {
    name: 'wake_up',
    takes: [shared],
    alias: ['wake_up_all'],
    does: choice([{}]),
    about: 'Nothing: who waits for a value looks at it.',
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
    about: 'The value, in one step.',
    order: '-',
    cite: atomic,
  },
  {
    name: 'WRITE_ONCE',
    takes: [shared, 'number'],
    alias: ['atomic_set'],
    does: choice([{ moves: [[0, 'set.$1']] }]),
    about: 'Has this value.',
    order: '-',
    cite: atomic,
  },
  {
    name: 'atomic_inc',
    takes: ['atomic_t'],
    does: choice([{ moves: [[0, 'inc']] }, full]),
    about: 'One more.',
    order: '-',
    cite: atomic,
  },
  {
    name: 'atomic_dec',
    takes: ['atomic_t'],
    does: choice([{ moves: [[0, 'dec']] }, { when: [[0, 'v0']], bad: 'it would fall below 0' }]),
    about: 'One less.',
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
    about: 'One less, unless it is 0 already.',
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
    about: 'One less; 1 if nothing is left.',
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
    about: 'One more and 1; or there is nothing, and 0.',
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
    about: 'Set; gives what it was.',
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
    about: 'One more; a dead one may not be taken.',
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
    about: 'One more and 1; or it is dead, and 0.',
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
    about: 'One less; the last runs release in place.',
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
    about: 'Waits while it suspends; resumes it in place.',
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
    about: 'One more user and 1; or nobody uses it, and 0.',
    order: unseen,
    cite: pm('pm_runtime_get_if_active'),
  },
  {
    name: 'pm_runtime_put_autosuspend',
    takes: ['device'],
    alias: ['pm_runtime_put'],
    does: choice([{ moves: [[0, 'put']] }]),
    about: 'One user less; it may suspend when there is none.',
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
    about: 'One user less; the last suspends it in place.',
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
    about: '0 or 1: whoever wants a hang chooses.',
    order: '-',
    cite: source('tools/memory-model/Documentation/litmus-tests.txt', 'all possible end states'),
  },
  {
    name: 'may_hang',
    takes: [],
    does: choice([{}, { hangs: true }]),
    about: 'Goes on, or never does.',
    order: '-',
    cite: source(
      'include/drm/gpu_scheduler.h',
      'Drivers typically issue a reset to recover from GPU hangs',
    ),
  },
  {
    name: 'cond_resched',
    takes: [],
    alias: ['schedule'],
    does: choice([{}], true),
    about: 'Nothing; sleeps.',
    order: '-',
    cite: source('include/linux/sched.h', 'cond_resched'),
  },
  {
    name: 'might_sleep',
    takes: [],
    alias: ['msleep'],
    does: choice([{}], true),
    about: 'A rule is broken in atomic context.',
    order: '-',
    cite: source('include/linux/kernel.h', 'might_sleep'),
  },
  {
    name: 'might_lock',
    takes: ['mutex|spinlock_t|rw_semaphore|dma_resv'],
    does: [{ do: 'step', either: [{}], touches: [{ class: 0 }] }],
    about: 'Nothing.',
    order: 'held → class',
    cite: source('include/linux/lockdep.h', 'might_lock'),
  },
];

/** Waiting, counting, and choosing. */
export const waitCalls: readonly Call[] = [
  ...completions,
  ...values,
  ...references,
  ...power,
  ...choices,
];
