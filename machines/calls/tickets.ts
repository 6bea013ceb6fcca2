import type { Call, Operation } from '../../src/threads/meaning.ts';
import { source } from '../words/cites.ts';

const design = (says: string) => source('Documentation/locking/ww-mutex-design.rst', says);
const exec = (says: string) => source('drivers/gpu/drm/drm_exec.c', says);
const resvTicket = 'reservation_ww_class_acquire';
const release: Operation = { do: 'release', of: 0 };
const below = 'held locks → this class, nested below the ticket';

/** Locks that are taken with a ticket: the younger of two gives way. */
export const ticketCalls: readonly Call[] = [
  {
    name: 'ww_acquire_init',
    takes: ['ww_acquire_ctx', 'any?'],
    does: [{ do: 'ticket', of: 0, begin: true, class: resvTicket }],
    about: 'Draws a ticket, which grows older from now on.',
    order: 'held locks → the class of tickets',
    cite: design('ww_acquire_init'),
  },
  {
    name: 'ww_acquire_done',
    takes: ['ww_acquire_ctx'],
    does: [{ do: 'raise', flag: 'all locks taken' }],
    about: 'States that all locks are taken. Taking a further one with this ticket breaks a rule.',
    order: '-',
    cite: design('ww_acquire_done'),
  },
  {
    name: 'ww_acquire_fini',
    takes: ['ww_acquire_ctx'],
    does: [
      { do: 'ticket', of: 0, begin: false, class: resvTicket },
      { do: 'clear', flag: 'all locks taken' },
    ],
    about: 'Returns the ticket. Doing so while a lock taken with it is still held breaks a rule.',
    order: given(),
    cite: design('ww_acquire_fini'),
  },
  {
    name: 'dma_resv_lock',
    takes: ['dma_resv', 'ww_acquire_ctx|NULL'],
    does: [{ do: 'acquire', of: 0, ticket: 1 }],
    about:
      'Waits for the lock and returns 0; returns -EALREADY if it is held with this ticket, and ' +
      '-EDEADLK if an older ticket has it and this one holds something (wait-die).',
    order: below,
    cite: source('include/linux/dma-resv.h', 'dma_resv_lock'),
  },
  {
    name: 'dma_resv_lock_interruptible',
    takes: ['dma_resv', 'ww_acquire_ctx|NULL'],
    mustUse: true,
    does: [{ do: 'acquire', of: 0, ticket: 1, interruptible: true }],
    about: 'As dma_resv_lock; returns -EINTR if a signal comes first.',
    order: below,
    cite: source('include/linux/dma-resv.h', 'dma_resv_lock_interruptible'),
  },
  {
    name: 'dma_resv_lock_slow',
    takes: ['dma_resv', 'ww_acquire_ctx'],
    does: [{ do: 'acquire', of: 0, ticket: 1, slow: true }],
    about:
      'Sleeps until the lock is free, and takes it. The thread holds nothing else with this ' +
      'ticket.',
    order: below,
    cite: source('include/linux/dma-resv.h', 'dma_resv_lock_slow'),
  },
  {
    name: 'dma_resv_trylock',
    takes: ['dma_resv'],
    mustUse: true,
    does: [{ do: 'attempt', of: 0 }],
    about: 'Takes the lock and returns 1; returns 0 if the lock is not free.',
    order: 'held as a source only',
    cite: source('include/linux/dma-resv.h', 'dma_resv_trylock'),
  },
  {
    name: 'dma_resv_unlock',
    takes: ['dma_resv'],
    does: [release],
    about: 'Releases the lock.',
    order: given(),
    cite: source('include/linux/dma-resv.h', 'dma_resv_unlock'),
  },
  {
    name: 'ww_mutex_lock',
    takes: ['ww_mutex', 'ww_acquire_ctx|NULL'],
    does: [{ do: 'acquire', of: 0, ticket: 1, wounds: true }],
    about:
      'Waits for the lock and returns 0; returns -EALREADY if it is held with this ticket, and ' +
      '-EDEADLK if an older ticket waits for what this one holds (wound-wait).',
    order: below,
    cite: design('Wound-Wait'),
  },
  {
    name: 'ww_mutex_lock_slow',
    takes: ['ww_mutex', 'ww_acquire_ctx'],
    does: [{ do: 'acquire', of: 0, ticket: 1, slow: true }],
    about:
      'Sleeps until the lock is free, and takes it. The thread holds nothing else with this ' +
      'ticket.',
    order: below,
    cite: design('ww_mutex_lock_slow'),
  },
  {
    name: 'ww_mutex_trylock',
    takes: ['ww_mutex', 'ww_acquire_ctx|NULL?'],
    mustUse: true,
    does: [{ do: 'attempt', of: 0 }],
    about: 'Takes the lock and returns 1; returns 0 if the lock is not free.',
    order: 'held as a source only',
    cite: source('include/linux/ww_mutex.h', 'ww_mutex_trylock'),
  },
  {
    name: 'ww_mutex_unlock',
    takes: ['ww_mutex'],
    does: [release],
    about: 'Releases the lock.',
    order: given(),
    cite: design('ww_mutex_unlock'),
  },
  {
    name: 'drm_exec_init',
    takes: ['drm_exec', 'any?', 'any?'],
    since: '6.6',
    does: [{ do: 'ticket', of: 0, begin: true, class: resvTicket }],
    about: 'Draws a ticket.',
    order: 'held locks → the class of tickets',
    cite: exec('drm_exec_init'),
  },
  {
    name: 'drm_exec_lock_obj',
    takes: ['drm_exec', 'dma_resv'],
    alias: ['drm_exec_prepare_obj'],
    since: '6.6',
    mustUse: true,
    does: [{ do: 'exec', of: 1, ticket: 0 }],
    about:
      'Waits for the lock and returns 0; or unlocks everything and returns -EDEADLK, and the ' +
      'next call then takes the contended one first.',
    order: below,
    cite: exec('drm_exec_lock_obj, drm_exec_lock_contended'),
  },
  {
    name: 'drm_exec_fini',
    takes: ['drm_exec'],
    since: '6.6',
    does: [
      { do: 'release', of: 0, all: true },
      { do: 'ticket', of: 0, begin: false, class: resvTicket },
    ],
    about: 'Unlocks everything and returns the ticket.',
    order: given(),
    cite: exec('drm_exec_fini'),
  },
];

function given(): string {
  return 'released';
}
