import type { Call } from '../../src/threads/meaning.ts';
import { source } from '../words/cites.ts';

const rcu = { the: 'rcu_domain' } as const;
const cite = (says: string) => source('Documentation/RCU/whatisRCU.rst', says);

/** RCU and SRCU: readers, and those who wait for all of them. */
export const rcuCalls: readonly Call[] = [
  {
    name: 'rcu_read_lock',
    takes: [],
    does: [
      { do: 'acquire', neverSleeps: true, of: rcu, shared: true, read: 2, passes: 'queued' },
      { do: 'raise', flag: 'rcu' },
    ],
    about: 'Begins a read-side critical section, in which the thread may not sleep.',
    order: 'rcu_read_lock, recursive read',
    cite: cite('rcu_read_lock()'),
  },
  {
    name: 'rcu_read_unlock',
    takes: [],
    does: [
      { do: 'lower', flag: 'rcu' },
      { do: 'release', of: rcu, shared: true },
    ],
    about: 'Ends the read-side critical section.',
    order: 'released',
    cite: cite('rcu_read_unlock()'),
  },
  {
    name: 'synchronize_rcu',
    takes: [],
    does: [{ do: 'step', either: [{ when: [[rcu, 'free']], strong: true }], sleeps: true }],
    about: 'Waits until all readers have left.',
    order: '-',
    cite: cite('synchronize_rcu()'),
  },
  {
    name: 'call_rcu',
    takes: ['any?', 'rcu_callback'],
    does: [{ do: 'step', either: [{ also: [[{ pending: 'last' }, 'queue']] }] }],
    about: 'Asks for the callback to run when all readers have left.',
    order: '-',
    cite: cite('call_rcu()'),
  },
  {
    name: 'rcu_barrier',
    takes: [],
    does: [
      {
        do: 'step',
        either: [
          {
            when: [[{ pendingOfKind: 'rcu_callback' }, 'idle']],
            outside: [{ kind: 'rcu_callback' }],
          },
        ],
        sleeps: true,
      },
    ],
    about: 'Waits until every callback that was asked for has run.',
    order: '-',
    cite: source('kernel/rcu/tree.c', 'rcu_barrier'),
  },
  {
    name: 'srcu_read_lock',
    takes: ['srcu_struct'],
    does: [
      { do: 'acquire', neverSleeps: true, of: 0, shared: true, read: 2, passes: 'queued' },
      { do: 'gives', value: 0 },
    ],
    about: 'Begins a read-side critical section, in which the thread may sleep.',
    order: 'the map of the srcu_struct, recursive read',
    cite: source('include/linux/srcu.h', 'srcu_read_lock'),
  },
  {
    name: 'srcu_read_unlock',
    takes: ['srcu_struct', 'any?'],
    does: [{ do: 'release', of: 0, shared: true }],
    about: 'Ends the read-side critical section.',
    order: 'released',
    cite: source('include/linux/srcu.h', 'srcu_read_unlock'),
  },
  {
    name: 'synchronize_srcu',
    takes: ['srcu_struct'],
    does: [
      {
        do: 'step',
        either: [{ when: [[0, 'free']], strong: true }],
        sleeps: true,
        touches: [{ class: 0 }],
      },
    ],
    earlier: [
      {
        until: '6.4',
        does: [{ do: 'step', either: [{ when: [[0, 'free']], strong: true }], sleeps: true }],
        about: 'lockdep does not see it',
      },
    ],
    about: 'Waits until all readers have left.',
    order: 'the map of the srcu_struct, since 6.4',
    cite: source('kernel/rcu/srcutree.c', '__synchronize_srcu: srcu_lock_sync'),
  },
];
