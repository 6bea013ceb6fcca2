import { chart, state } from './chart.ts';
import type { Named } from './named.ts';
import { slot, type Slot } from './slot.ts';
import { inFile, to, type Edge } from './to.ts';

const ww = inFile('kernel/locking/ww_mutex.h');
const both = [1, 2] as const;

/**
 * The reservation lock of an object that two threads take, each with a ticket.
 * Source: drivers/dma-buf/dma-resv.c (DEFINE_WD_CLASS(reservation_ww_class)), v6.12.
 */
export const ticketedLock: Slot = slot(
  'dma_resv',
  ['exec', 'other'],
  'include/linux/dma-resv.h: dma_resv_lock',
  'One ticket holds the lock.',
);

/**
 * Whose ticket is older: the first word.
 * Rule: a ticket is as old as its ww_acquire_init, and keeps its age over every back-off.
 * Source: include/linux/ww_mutex.h (ww_acquire_init), kernel/locking/ww_mutex.h (__ww_ctx_less), v6.12.
 */
export const ticketOrder = chart('ticket_order', 'include/linux/ww_mutex.h', {
  none: state('No thread has a ticket.', 'ww_acquire_init', {
    'begin.exec': to('exec', 'The submit gets a ticket.', 'ww_acquire_init'),
    'begin.other': to('other', 'The other thread gets a ticket.', 'ww_acquire_init'),
  }),
  exec: state('Only the submit has a ticket.', 'ww_acquire_init', {
    'begin.other': to('exec_other', 'The other thread gets a ticket, which is the younger one.', 'ww_acquire_init'),
    'end.exec': to('none', 'The submit releases its ticket.', 'ww_acquire_fini'),
  }),
  other: state('Only the other thread has a ticket.', 'ww_acquire_init', {
    'begin.exec': to('other_exec', 'The submit gets a ticket, which is the younger one.', 'ww_acquire_init'),
    'end.other': to('none', 'The other thread releases its ticket.', 'ww_acquire_fini'),
  }),
  exec_other: state('The submit has the older ticket.', ww('__ww_ctx_less'), {
    'end.exec': to('other', 'The submit releases its ticket.', 'ww_acquire_fini'),
    'end.other': to('exec', 'The other thread releases its ticket.', 'ww_acquire_fini'),
  }),
  other_exec: state('The other thread has the older ticket.', ww('__ww_ctx_less'), {
    'end.exec': to('other', 'The submit releases its ticket.', 'ww_acquire_fini'),
    'end.other': to('exec', 'The other thread releases its ticket.', 'ww_acquire_fini'),
  }),
});

const end = to('idle', 'drm_exec_fini unlocks every object.', 'drm_exec_fini');
const forEach = (edge: (k: 1 | 2) => readonly (readonly [string, Edge])[]): Record<string, Edge> =>
  Object.fromEntries(both.flatMap(edge));
const dies = (k: 1 | 2) =>
  [
    `die.${k}`,
    to(`backs_off_${k}`, `An older ticket holds the lock of object ${k}: -EDEADLK.`, ww('__ww_mutex_kill')),
  ] as const;
const waits = (k: 1 | 2) =>
  [
    `wait.${k}`,
    to(`waits_${k}`, `The thread sleeps until the lock of object ${k} is free.`, ww('__ww_mutex_add_waiter')),
  ] as const;

/**
 * A thread that locks two objects by a drm_exec, in the order that it likes.
 * Rule: where an older ticket has an object it gives back all it has, and comes back by the object that
 * it could not have.
 * Source: drivers/gpu/drm/drm_exec.c (drm_exec_lock_obj, drm_exec_lock_contended, drm_exec_cleanup), v6.12.
 */
export const execCall = chart('drm_exec_call', 'drivers/gpu/drm/drm_exec.c', {
  idle: state('The thread has no drm_exec.', 'drm_exec_init', {
    begin: to('locking', 'drm_exec_cleanup gets a ticket and starts the loop.', 'drm_exec_cleanup'),
  }),
  locking: state('The thread locks objects.', 'drm_exec_lock_obj', {
    ...forEach((k) => [waits(k), dies(k)]),
    done: to('sealed', 'Every object is locked, and drm_exec_cleanup ends the loop.', 'drm_exec_cleanup'),
    end,
  }),
  ...Object.fromEntries(
    both.flatMap((k) => [
      [
        `waits_${k}`,
        state(
          `The thread sleeps in dma_resv_lock on object ${k}.`,
          'drm_exec_lock_obj',
          { [`got.${k}`]: to('locking', `The thread takes the lock of object ${k}.`, 'drm_exec_obj_locked') },
          'waiting for',
        ),
      ],
      [
        `backs_off_${k}`,
        state(`Object ${k} is contended: the thread has to release all its locks.`, 'drm_exec_lock_obj', {
          cleanup: to(`retries_${k}`, 'drm_exec_cleanup releases all locks.', 'drm_exec_cleanup'),
          end,
        }),
      ],
      [
        `retries_${k}`,
        state(`The thread holds no lock, and has to lock object ${k} first.`, 'drm_exec_cleanup', {
          ...forEach((m) => [
            [
              `slow.${m}`,
              to(
                `slow_${k}_${m}`,
                `The thread asks for object ${m}, and has to lock object ${k} before it.`,
                'drm_exec_lock_contended',
              ),
            ],
          ]),
          end,
        }),
      ],
      ...both.map((m) => [
        `slow_${k}_${m}`,
        state(
          `The thread sleeps in dma_resv_lock_slow on object ${k}, before it locks object ${m}.`,
          'drm_exec_lock_contended',
          {
            [`first.${k}`]: to(
              `then_${m}`,
              `The thread takes the lock of object ${k}, which was contended.`,
              'drm_exec_lock_contended',
            ),
          },
          'waiting for',
        ),
      ]),
      [
        `then_${k}`,
        state(`The thread holds the contended lock, and locks object ${k} next.`, 'drm_exec_lock_obj', {
          [`got.${k}`]: to('locking', `The thread takes the lock of object ${k}.`, 'drm_exec_obj_locked'),
          ...Object.fromEntries([waits(k), dies(k)]),
        }),
      ],
    ]),
  ),
  sealed: state(
    'ww_acquire_done was called: what is locked stays locked, and nothing more is.',
    'include/linux/ww_mutex.h: ww_acquire_done',
    {
      end,
    },
  ),
}) as Named<string & {}, string>;

/**
 * The object that a drm_exec has locked because it was contended, until it is asked for.
 * Source: drivers/gpu/drm/drm_exec.c (drm_exec_lock_contended, drm_exec_drop_prelocked), v6.12.
 */
export const prelocked = chart('prelocked', 'drivers/gpu/drm/drm_exec.c', {
  none: state('No object is prelocked.', 'drm_exec_init', {
    'lock.1': to('o1', 'Object 1 is locked before all others.', 'drm_exec_lock_contended'),
    'lock.2': to('o2', 'Object 2 is locked before all others.', 'drm_exec_lock_contended'),
  }),
  o1: state('Object 1 is prelocked.', 'drm_exec_lock_contended', {
    'use.1': to(
      'none',
      'drm_exec_lock_obj asks for object 1, and it becomes one of the locked objects.',
      'drm_exec_lock_obj',
    ),
    drop: to('none', 'Object 1 was not asked for again, and is unlocked.', 'drm_exec_drop_prelocked'),
  }),
  o2: state('Object 2 is prelocked.', 'drm_exec_lock_contended', {
    'use.2': to(
      'none',
      'drm_exec_lock_obj asks for object 2, and it becomes one of the locked objects.',
      'drm_exec_lock_obj',
    ),
    drop: to('none', 'Object 2 was not asked for again, and is unlocked.', 'drm_exec_drop_prelocked'),
  }),
});

/**
 * Another thread that locks the same objects with a ticket of its own.
 * Rule: after -EDEADLK it gives back all that it has.
 * Source: kernel/locking/ww_mutex.h (__ww_mutex_kill), include/linux/ww_mutex.h (ww_mutex_lock), v6.12.
 */
export const ticketHolder = chart('ticket_holder', 'include/linux/ww_mutex.h', {
  idle: state('The thread has no ticket.', 'ww_acquire_init', {
    begin: to('begun', 'The thread gets a ticket.', 'ww_acquire_init'),
  }),
  begun: state('The thread locks objects.', 'ww_mutex_lock', {
    ...forEach((k) => [
      [`wait.${k}`, to(`waits_${k}`, `The thread sleeps on the lock of object ${k}.`, ww('__ww_mutex_add_waiter'))],
    ]),
    die: to('died', 'An older ticket holds the lock: -EDEADLK.', ww('__ww_mutex_kill')),
    end: to('idle', 'The thread unlocks every object.', 'ww_acquire_fini'),
  }),
  ...Object.fromEntries(
    both.map((k) => [
      `waits_${k}`,
      state(
        `The thread sleeps on the lock of object ${k}.`,
        'ww_mutex_lock',
        { [`got.${k}`]: to('begun', `The thread takes the lock of object ${k}.`, 'ww_mutex_lock') },
        'waiting for',
      ),
    ]),
  ),
  died: state('The thread has to release all its locks.', ww('__ww_mutex_kill'), {
    end: to('idle', 'The thread unlocks every object.', 'ww_acquire_fini'),
  }),
}) as Named<string & {}, string>;

/**
 * What a thread was told about the lock of one object: the books that a test keeps beside the lock.
 * Rule: who was told that it has the lock has it, until it gives it back; nothing is locked after ww_acquire_done.
 * Source: include/linux/ww_mutex.h (ww_acquire_done, ww_mutex_lock), v6.12.
 */
export const lockBook = chart('lock_book', 'include/linux/ww_mutex.h', {
  none: state('The thread was not told that it holds the lock.', 'ww_acquire_init', {
    told: to('has', 'ww_mutex_lock returns 0: the thread is told that it holds the lock.', 'ww_mutex_lock'),
    closes: to('closed', 'The thread calls ww_acquire_done without the lock.', 'ww_acquire_done'),
  }),
  has: state('The thread was told that it holds the lock.', 'ww_mutex_lock', {
    gives: to('none', 'The thread releases the lock.', 'ww_mutex_unlock'),
    closes: to('kept', 'The thread calls ww_acquire_done while it holds the lock.', 'ww_acquire_done'),
    ends: to('none', 'The thread calls ww_acquire_fini.', 'ww_acquire_fini'),
  }),
  kept: state('The thread holds the lock, and ww_acquire_done was called.', 'ww_acquire_done', {
    gives: to('closed', 'The thread releases the lock.', 'ww_mutex_unlock'),
    ends: to('none', 'The thread calls ww_acquire_fini.', 'ww_acquire_fini'),
  }),
  closed: state('The thread does not hold the lock, and ww_acquire_done was called.', 'ww_acquire_done', {
    told: to('late', 'The thread locks the object after ww_acquire_done.', 'ww_acquire_done'),
    ends: to('none', 'The thread calls ww_acquire_fini.', 'ww_acquire_fini'),
  }),
  late: state('The object was locked after ww_acquire_done: DEBUG_LOCKS_WARN_ON.', 'ww_acquire_done', {
    ends: to('none', 'The thread calls ww_acquire_fini.', 'ww_acquire_fini'),
  }),
});
