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
  'One ticket has it.',
);

/**
 * Whose ticket is older: the first word.
 * Rule: a ticket is as old as its ww_acquire_init, and keeps its age over every back-off.
 * Source: include/linux/ww_mutex.h (ww_acquire_init), kernel/locking/ww_mutex.h (__ww_ctx_less), v6.12.
 */
export const ticketOrder = chart('ticket_order', 'include/linux/ww_mutex.h', {
  none: state('Nobody has a ticket.', 'ww_acquire_init', {
    'begin.exec': to('exec', 'The submit has one.', 'ww_acquire_init'),
    'begin.other': to('other', 'The other thread has one.', 'ww_acquire_init'),
  }),
  exec: state('The submit alone.', 'ww_acquire_init', {
    'begin.other': to('exec_other', 'The later one is younger.', 'ww_acquire_init'),
    'end.exec': to('none', 'Given back.', 'ww_acquire_fini'),
  }),
  other: state('The other thread alone.', 'ww_acquire_init', {
    'begin.exec': to('other_exec', 'The later one is younger.', 'ww_acquire_init'),
    'end.other': to('none', 'Given back.', 'ww_acquire_fini'),
  }),
  exec_other: state('The submit is older.', ww('__ww_ctx_less'), {
    'end.exec': to('other', 'Given back.', 'ww_acquire_fini'),
    'end.other': to('exec', 'Given back.', 'ww_acquire_fini'),
  }),
  other_exec: state('The other thread is older.', ww('__ww_ctx_less'), {
    'end.exec': to('other', 'Given back.', 'ww_acquire_fini'),
    'end.other': to('exec', 'Given back.', 'ww_acquire_fini'),
  }),
});

const end = to('idle', 'All is unlocked.', 'drm_exec_fini');
const forEach = (edge: (k: 1 | 2) => readonly (readonly [string, Edge])[]): Record<string, Edge> =>
  Object.fromEntries(both.flatMap(edge));
const dies = (k: 1 | 2) =>
  [`die.${k}`, to(`backs_off_${k}`, `An older ticket has object ${k}: -EDEADLK.`, ww('__ww_mutex_kill'))] as const;
const waits = (k: 1 | 2) =>
  [`wait.${k}`, to(`waits_${k}`, `Sleeps until object ${k} is free.`, ww('__ww_mutex_add_waiter'))] as const;

/**
 * A thread that locks two objects by a drm_exec, in the order that it likes.
 * Rule: where an older ticket has an object it gives back all it has, and comes back by the object that
 * it could not have.
 * Source: drivers/gpu/drm/drm_exec.c (drm_exec_lock_obj, drm_exec_lock_contended, drm_exec_cleanup), v6.12.
 */
export const execCall = chart('drm_exec_call', 'drivers/gpu/drm/drm_exec.c', {
  idle: state('No drm_exec.', 'drm_exec_init', {
    begin: to('locking', 'Has a ticket; drm_exec_cleanup says that there is something to lock.', 'drm_exec_cleanup'),
  }),
  locking: state('Locks objects.', 'drm_exec_lock_obj', {
    ...forEach((k) => [waits(k), dies(k)]),
    done: to('sealed', 'All is locked: drm_exec_cleanup ends the loop.', 'drm_exec_cleanup'),
    end,
  }),
  ...Object.fromEntries(
    both.flatMap((k) => [
      [
        `waits_${k}`,
        state(
          `Sleeps in dma_resv_lock on object ${k}.`,
          'drm_exec_lock_obj',
          { [`got.${k}`]: to('locking', 'Has it.', 'drm_exec_obj_locked') },
          'waiting for',
        ),
      ],
      [
        `backs_off_${k}`,
        state(`Must give back all: object ${k} is contended.`, 'drm_exec_lock_obj', {
          cleanup: to(`retries_${k}`, 'All is given back.', 'drm_exec_cleanup'),
          end,
        }),
      ],
      [
        `retries_${k}`,
        state(`Has nothing; object ${k} comes first.`, 'drm_exec_cleanup', {
          ...forEach((m) => [
            [`slow.${m}`, to(`slow_${k}_${m}`, `Wants ${m}, by way of ${k}.`, 'drm_exec_lock_contended')],
          ]),
          end,
        }),
      ],
      ...both.map((m) => [
        `slow_${k}_${m}`,
        state(
          `Sleeps in dma_resv_lock_slow on object ${k}, and wants ${m}.`,
          'drm_exec_lock_contended',
          { [`first.${k}`]: to(`then_${m}`, `Has ${k} before all.`, 'drm_exec_lock_contended') },
          'waiting for',
        ),
      ]),
      [
        `then_${k}`,
        state(`Has what was contended; now object ${k}.`, 'drm_exec_lock_obj', {
          [`got.${k}`]: to('locking', 'Has it.', 'drm_exec_obj_locked'),
          ...Object.fromEntries([waits(k), dies(k)]),
        }),
      ],
    ]),
  ),
  sealed: state('Its ticket is used up; what is locked stays so.', 'include/linux/ww_mutex.h: ww_acquire_done', {
    end,
  }),
}) as Named<string & {}, string>;

/**
 * The object that a drm_exec has locked because it was contended, until it is asked for.
 * Source: drivers/gpu/drm/drm_exec.c (drm_exec_lock_contended, drm_exec_drop_prelocked), v6.12.
 */
export const prelocked = chart('prelocked', 'drivers/gpu/drm/drm_exec.c', {
  none: state('Nothing.', 'drm_exec_init', {
    'lock.1': to('o1', 'Object 1 is locked before all.', 'drm_exec_lock_contended'),
    'lock.2': to('o2', 'Object 2 is locked before all.', 'drm_exec_lock_contended'),
  }),
  o1: state('Object 1.', 'drm_exec_lock_contended', {
    'use.1': to('none', 'It is asked for: one of the locked ones.', 'drm_exec_lock_obj'),
    drop: to('none', 'It was not asked for again.', 'drm_exec_drop_prelocked'),
  }),
  o2: state('Object 2.', 'drm_exec_lock_contended', {
    'use.2': to('none', 'It is asked for: one of the locked ones.', 'drm_exec_lock_obj'),
    drop: to('none', 'It was not asked for again.', 'drm_exec_drop_prelocked'),
  }),
});

/**
 * Another thread that locks the same objects with a ticket of its own.
 * Rule: after -EDEADLK it gives back all that it has.
 * Source: kernel/locking/ww_mutex.h (__ww_mutex_kill), include/linux/ww_mutex.h (ww_mutex_lock), v6.12.
 */
export const ticketHolder = chart('ticket_holder', 'include/linux/ww_mutex.h', {
  idle: state('No ticket.', 'ww_acquire_init', { begin: to('begun', 'Has a ticket.', 'ww_acquire_init') }),
  begun: state('Locks objects.', 'ww_mutex_lock', {
    ...forEach((k) => [[`wait.${k}`, to(`waits_${k}`, `Sleeps on object ${k}.`, ww('__ww_mutex_add_waiter'))]]),
    die: to('died', 'An older ticket has it: -EDEADLK.', ww('__ww_mutex_kill')),
    end: to('idle', 'All is unlocked.', 'ww_acquire_fini'),
  }),
  ...Object.fromEntries(
    both.map((k) => [
      `waits_${k}`,
      state(
        `Sleeps on object ${k}.`,
        'ww_mutex_lock',
        { [`got.${k}`]: to('begun', 'Has it.', 'ww_mutex_lock') },
        'waiting for',
      ),
    ]),
  ),
  died: state('Must give back all.', ww('__ww_mutex_kill'), { end: to('idle', 'All is unlocked.', 'ww_acquire_fini') }),
}) as Named<string & {}, string>;

/**
 * What a thread was told about the lock of one object: the books that a test keeps beside the lock.
 * Rule: who was told that it has the lock has it, until it gives it back; nothing is locked after ww_acquire_done.
 * Source: include/linux/ww_mutex.h (ww_acquire_done, ww_mutex_lock), v6.12.
 */
export const lockBook = chart('lock_book', 'include/linux/ww_mutex.h', {
  none: state('Was not told that it has it.', 'ww_acquire_init', {
    told: to('has', 'Was told so: 0.', 'ww_mutex_lock'),
    closes: to('closed', 'Will lock nothing more.', 'ww_acquire_done'),
  }),
  has: state('Was told that it has it.', 'ww_mutex_lock', {
    gives: to('none', 'Gave it back.', 'ww_mutex_unlock'),
    closes: to('kept', 'Has it, and will lock nothing more.', 'ww_acquire_done'),
    ends: to('none', 'Its ticket is over.', 'ww_acquire_fini'),
  }),
  kept: state('Has it when all is locked.', 'ww_acquire_done', {
    gives: to('closed', 'Gave it back.', 'ww_mutex_unlock'),
    ends: to('none', 'Its ticket is over.', 'ww_acquire_fini'),
  }),
  closed: state('Has it not when all is locked.', 'ww_acquire_done', {
    told: to('late', 'Locked after that.', 'ww_acquire_done'),
    ends: to('none', 'Its ticket is over.', 'ww_acquire_fini'),
  }),
  late: state('Locked after ww_acquire_done: DEBUG_LOCKS_WARN_ON.', 'ww_acquire_done', {
    ends: to('none', 'Its ticket is over.', 'ww_acquire_fini'),
  }),
});
