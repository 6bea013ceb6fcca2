import type { Clause, Row, Step } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { execCall, prelocked, ticketedLock, ticketHolder, ticketOrder } from '../lifecycles/ww-ticket.ts';

const execC = from('drivers/gpu/drm/drm_exec.c');
const wwH = from('kernel/locking/ww_mutex.h');
const resvC = from('drivers/dma-buf/dma-resv.c');

type When = NonNullable<Step['when']>;
const objects = [1, 2] as const;
const not = (k: 1 | 2): 1 | 2 => (k === 1 ? 2 : 1);
const younger = wwH('__ww_mutex_check_kill: -EDEADLK for the younger ticket, if it has a lock');
const unlocks = (who: 'exec' | 'other') => ({ o1: `give.${who}`, o2: `give.${who}` });

export const drmExecParts = {
  exec: { of: execCall, title: 'submit in a drm_exec' },
  prelocked: { of: prelocked, title: 'prelocked object' },
  other: { of: ticketHolder, title: 'thread with another ticket' },
  order: { of: ticketOrder, title: 'age of the tickets' },
  o1: { of: ticketedLock, title: 'object 1' },
  o2: { of: ticketedLock, title: 'object 2' },
} as const;

/** Locking object `k` by one of the two threads: it is free, it is waited for, or it costs all that the thread has. */
function locks(who: 'exec' | 'other', k: 1 | 2): readonly Step[] {
  const [o, p] = [`o${k}`, `o${not(k)}`];
  const [mine, theirs] = who === 'exec' ? ['exec', 'other'] : ['other', 'exec'];
  // The other thread waits and dies in one state alone; the submit also inside a retry (then_k).
  const place = who === 'exec' ? { exec: 'locking' } : {};
  const older = `${mine}_${theirs}`;
  const actor = who === 'exec' ? 'ioctl' : 'other_thread';
  return [
    {
      name: `${who}_lock_${k}`,
      actor,
      moves: { [o]: `take.${mine}` },
      when: { [who]: who === 'exec' ? 'locking' : 'begun', [o]: 'free' } as When,
      cite: execC('drm_exec_lock_obj'),
    },
    {
      name: `${who}_lock_${k}_waits_older`,
      actor,
      moves: { [who]: `wait.${k}` },
      when: { ...place, [o]: `held.${theirs}`, order: older } as When,
      cite: wwH('__ww_mutex_add_waiter: an older ticket waits'),
    },
    {
      name: `${who}_lock_${k}_waits_with_none`,
      actor,
      moves: { [who]: `wait.${k}` },
      when: { [o]: `held.${theirs}`, [p]: `!held.${mine}` } as When,
      cite: wwH('__ww_mutex_check_kill: if (ctx->acquired == 0) return 0'),
    },
    {
      name: `${who}_lock_${k}_EDEADLK`,
      actor,
      moves: { [who]: who === 'exec' ? `die.${k}` : 'die' },
      when: { ...place, [o]: `held.${theirs}`, [p]: `held.${mine}`, order: `${theirs}_${mine}` } as When,
      cite: younger,
    },
    {
      name: `${who}_gets_${k}`,
      actor: who === 'exec' ? 'exec_lock' : 'other_thread_lock',
      moves: { [who]: `got.${k}`, [o]: `take.${mine}` },
      when: (who === 'exec' ? { exec: `waits_${k}` } : {}) as When,
      cite: wwH('__ww_mutex_add_waiter'),
    },
    {
      name: `${who}_unlock_${k}`,
      actor: 'user',
      moves: { [o]: `give.${mine}` },
      when: (who === 'exec'
        ? { exec: ['locking', 'sealed'], prelocked: `!o${k}` }
        : { other: 'begun' }) as unknown as When,
      cite: execC('drm_exec_unlock_obj'),
    },
  ];
}

/** A retry by way of object `k`. */
function retries(k: 1 | 2): readonly Step[] {
  return [
    {
      name: `exec_lock_${k}_slow_path`,
      actor: 'ioctl',
      moves: { exec: `slow.${k}` } as never,
      cite: execC('drm_exec_lock_contended: Make sure the contended object is locked first'),
    },
    {
      name: `slow_gets_${k}`,
      actor: 'exec_lock',
      moves: { exec: `first.${k}`, [`o${k}`]: 'take.exec', prelocked: `lock.${k}` },
      cite: execC('drm_exec_lock_contended: dma_resv_lock_slow'),
    },
    {
      name: `then_has_${k}`,
      actor: 'ioctl',
      moves: { exec: `got.${k}`, prelocked: `use.${k}` },
      when: { exec: `then_${k}` } as When,
      cite: execC('drm_exec_lock_obj: exec->prelocked == obj'),
    },
    {
      name: `exec_lock_${k}_has`,
      actor: 'ioctl',
      moves: { prelocked: `use.${k}` },
      when: { exec: 'locking' } as When,
      cite: execC('drm_exec_lock_obj: exec->prelocked == obj'),
    },
    {
      name: `then_locks_${k}`,
      actor: 'ioctl',
      moves: { exec: `got.${k}`, [`o${k}`]: 'take.exec' },
      when: { exec: `then_${k}`, [`o${k}`]: 'free' } as When,
      cite: execC('drm_exec_lock_obj'),
    },
    {
      name: `then_waits_${k}`,
      actor: 'ioctl',
      moves: { exec: `wait.${k}` },
      when: { exec: `then_${k}`, [`o${k}`]: 'held.other', order: 'exec_other' } as When,
      cite: wwH('__ww_mutex_add_waiter: an older ticket waits'),
    },
    {
      name: `then_dies_${k}`,
      actor: 'ioctl',
      moves: { exec: `die.${k}` },
      when: { exec: `then_${k}`, [`o${k}`]: 'held.other', order: 'other_exec' } as When,
      cite: younger,
    },
    {
      name: `exec_seals_without_${k}`,
      actor: 'ioctl',
      moves: { exec: 'done', prelocked: 'drop', [`o${k}`]: 'give.exec' },
      when: { prelocked: `o${k}` } as When,
      cite: execC('drm_exec_cleanup: The contended and prelocked object might never be passed to'),
    },
  ];
}

const steps: readonly Step[] = [
  {
    name: 'exec_begins',
    actor: 'user',
    moves: { exec: 'begin', order: 'begin.exec' },
    cite: execC('drm_exec_cleanup: ww_acquire_init'),
  },
  ...objects.flatMap((k) => locks('exec', k)),
  ...objects.flatMap(retries),
  {
    name: 'exec_cleanup',
    actor: 'ioctl',
    moves: { exec: 'cleanup' },
    also: { ...unlocks('exec'), prelocked: 'drop' },
    cite: execC('drm_exec_cleanup: drm_exec_unlock_all'),
  },
  {
    name: 'exec_seals',
    actor: 'ioctl',
    moves: { exec: 'done' },
    when: { prelocked: 'none' } as When,
    cite: execC('drm_exec_cleanup: ww_acquire_done'),
  },
  {
    name: 'exec_ends',
    actor: 'ioctl',
    moves: { exec: 'end', order: 'end.exec' },
    also: { ...unlocks('exec'), prelocked: 'drop' },
    cite: execC('drm_exec_fini'),
  },
  { name: 'other_begins', actor: 'user', moves: { other: 'begin', order: 'begin.other' }, cite: wwH('__ww_ctx_less') },
  ...objects.flatMap((k) => locks('other', k)),
  {
    name: 'other_ends',
    actor: 'other_thread',
    moves: { other: 'end', order: 'end.other' },
    also: unlocks('other'),
    cite: wwH('__ww_mutex_kill'),
  },
];

const names = (pattern: RegExp): string[] => steps.map(({ name }) => name).filter((name) => pattern.test(name));
const waiting = ['waits_1', 'waits_2'];

/** A submit in a drm_exec and another thread, each with a ticket, over the same two objects. */
export const drmExecRow: Row = {
  name: 'drm-exec',
  parts: drmExecParts,
  steps,
  promises: [
    {
      name: 'exec-locks',
      pending: {
        exec: [...waiting, ...objects.flatMap((k) => [`backs_off_${k}`, `retries_${k}`, `slow_${k}_1`, `slow_${k}_2`])],
      } as When,
      cite: execC('drm_exec_lock_obj'),
    },
    { name: 'other-locks', pending: { other: [...waiting, 'died'] } as When, cite: younger },
  ],
};

export const drmExecClauses: Readonly<Record<'toTheEnd' | 'waitsWithLocks', Clause>> = {
  toTheEnd: {
    name: 'drm-exec/to-the-end',
    says: execC('drm_exec_fini: Unlock all locked objects'),
    about: 'Locked objects are unlocked together at the end, not one by one.',
    forbids: names(/_unlock_/),
  },
  waitsWithLocks: {
    name: 'drm-exec/waits-with-locks',
    says: resvC('DEFINE_WD_CLASS(reservation_ww_class): the younger dies'),
    about: 'The locks have no tickets: a thread that holds one lock waits for the other.',
    forbids: names(/_EDEADLK$|^then_dies_/),
    adds: (['exec', 'other'] as const).flatMap((who) =>
      objects.map((k): Step => ({
        name: `${who}_lock_${k}_waits_with_locks`,
        actor: who === 'exec' ? 'ioctl' : 'other_thread',
        moves: { [who]: `wait.${k}` },
        when: { [`o${k}`]: `held.${who === 'exec' ? 'other' : 'exec'}` } as When,
        cite: younger,
      })),
    ),
  },
};
