import type { Call, Operation } from '../../src/threads/meaning.ts';
import { source } from '../words/cites.ts';

/** Where the kernel declares or explains a call, by how its name begins; the first that fits. */
const files: readonly (readonly [prefix: string, file: string])[] = [
  ['rt_mutex_', 'kernel/locking/rtmutex_api.c'],
  ['mutex_', 'kernel/locking/mutex.c'],
  ['down_', 'kernel/locking/rwsem.c'],
  ['up_', 'kernel/locking/rwsem.c'],
  ['folio_unlock', 'mm/filemap.c'],
  ['folio_', 'include/linux/pagemap.h'],
  ['raw_spin_', 'include/linux/spinlock.h'],
  ['spin_', 'include/linux/spinlock.h'],
  ['read_', 'include/linux/rwlock.h'],
  ['write_', 'include/linux/rwlock.h'],
  ['mmap_', 'include/linux/mmap_lock.h'],
  ['local_irq_', 'include/linux/irqflags.h'],
  ['local_bh_', 'include/linux/bottom_half.h'],
  ['preempt_', 'include/linux/preempt.h'],
  ['pagefault_', 'include/linux/uaccess.h'],
];

const api = (name: string) => source(files.find(([prefix]) => name.startsWith(prefix))![1], name);
const acquire: Operation = { do: 'acquire', of: 0 };
const release: Operation = { do: 'release', of: 0 };
const releaseShared: Operation = { do: 'release', of: 0, shared: true };
const raise = (flag: string): Operation => ({ do: 'raise', flag });
const lower = (flag: string): Operation => ({ do: 'lower', flag });
const clear = (flag: string): Operation => ({ do: 'clear', flag });
const irqs = 'interrupts off';
const bh = 'bottom halves off';

const seen = 'held locks → this class';
const tried = 'only as a source of later orders';
const given = 'released';

/** Gives a lock back and lets interrupts in, also where somebody further out had kept them out. */
const unlockIrq = (takes: string, name: string, undoes: Operation): Call => ({
  name,
  takes: [takes],
  does: [undoes, clear(irqs)],
  about:
    'Releases the lock and enables interrupts, even if they were disabled before the lock was ' +
    'taken.',
  order: given,
  cite: api(name),
});

/** A lock and what gives it back. */
const pair = (
  takes: string,
  lock: string,
  unlock: string,
  about: string,
  does: readonly Operation[] = [acquire],
  undoes: readonly Operation[] = [release],
): Call[] => [
  { name: lock, takes: [takes, 'any?'], does, about, order: seen, cite: api(lock) },
  {
    name: unlock,
    takes: [takes, 'any?'],
    does: undoes,
    about: 'Releases the lock. Releasing a lock that the thread does not hold breaks a rule.',
    order: given,
    cite: api(unlock),
  },
];
const trylock = (takes: string, name: string, shared = false): Call => ({
  name,
  takes: [takes, 'any?'],
  mustUse: true,
  does: [{ do: 'attempt', of: 0, ...(shared ? ({ shared: true, read: 1 } as const) : {}) }],
  about: 'Takes the lock and returns 1; returns 0 if the lock is not free.',
  order: tried,
  cite: api(name),
});
const interruptible = (takes: string, name: string, shared = false): Call => ({
  name,
  takes: [takes],
  mustUse: true,
  does: [
    {
      do: 'acquire',
      of: 0,
      interruptible: true,
      ...(shared ? ({ shared: true, read: 1 } as const) : {}),
    },
  ],
  about: 'Waits for the lock and returns 0; returns -EINTR if a signal comes first.',
  order: seen,
  cite: api(name),
});

const sleeping: readonly Call[] = [
  ...pair('mutex', 'mutex_lock', 'mutex_unlock', 'Sleeps until the lock is free, and takes it.'),
  trylock('mutex', 'mutex_trylock'),
  ...pair('rt_mutex', 'rt_mutex_lock', 'rt_mutex_unlock', 'As mutex_lock.'),
  { ...interruptible('mutex', 'mutex_lock_interruptible'), alias: ['mutex_lock_killable'] },
  ...pair(
    'rw_semaphore',
    'down_write',
    'up_write',
    'Queues, so that later readers wait behind it; sleeps until nobody holds the lock, and ' +
      'takes it for write.',
  ),
  ...pair(
    'rw_semaphore',
    'down_read',
    'up_read',
    'Sleeps while a writer holds the lock or is queued, and takes it for read.',
    [{ do: 'acquire', of: 0, shared: true, read: 1 }],
    [releaseShared],
  ),
  trylock('rw_semaphore', 'down_read_trylock', true),
  trylock('rw_semaphore', 'down_write_trylock'),
  {
    ...interruptible('rw_semaphore', 'down_read_killable', true),
    alias: ['down_read_interruptible'],
  },
  interruptible('rw_semaphore', 'down_write_killable'),
  ...pair(
    'folio',
    'folio_lock',
    'folio_unlock',
    'Sleeps until the folio is unlocked, and locks it. lockdep does not know this lock.',
  ).map((one) => ({
    ...one,
    alias: [one.name.replace('folio_', '').concat('_page')],
    order: 'not seen',
  })),
  { ...trylock('folio', 'folio_trylock'), order: 'not seen' },
];

const spinning: readonly Call[] = [
  ...pair('spinlock_t', 'spin_lock', 'spin_unlock', 'Spins until the lock is free, and takes it.'),
  ...pair(
    'spinlock_t',
    'spin_lock_irqsave',
    'spin_unlock_irqrestore',
    'Disables interrupts, then spins until the lock is free, and takes it.',
    [raise(irqs), acquire],
    [release, lower(irqs)],
  ).map((one) => (one.name === 'spin_lock_irqsave' ? { ...one, alias: ['spin_lock_irq'] } : one)),
  unlockIrq('spinlock_t', 'spin_unlock_irq', release),
  ...pair(
    'spinlock_t',
    'spin_lock_bh',
    'spin_unlock_bh',
    'Disables softirqs, then spins until the lock is free, and takes it.',
    [raise(bh), acquire],
    [release, lower(bh)],
  ),
  trylock('spinlock_t', 'spin_trylock'),
  ...pair('raw_spinlock_t', 'raw_spin_lock', 'raw_spin_unlock', 'As spin_lock.'),
  ...pair(
    'raw_spinlock_t',
    'raw_spin_lock_irqsave',
    'raw_spin_unlock_irqrestore',
    'As spin_lock_irqsave.',
    [raise(irqs), acquire],
    [release, lower(irqs)],
  ),
  ...pair(
    'rwlock_t',
    'write_lock',
    'write_unlock',
    'Queues; spins until nobody holds the lock, and takes it for write.',
  ),
  ...pair(
    'rwlock_t',
    'read_lock',
    'read_unlock',
    'Spins while a writer holds the lock, and takes it for read. Outside of interrupts it also ' +
      'waits for a queued writer.',
    [{ do: 'acquire', of: 0, shared: true, read: 2, passes: 'queued in interrupts' }],
    [releaseShared],
  ),
  ...pair(
    'rwlock_t',
    'write_lock_irqsave',
    'write_unlock_irqrestore',
    'Disables interrupts, then as write_lock.',
    [raise(irqs), acquire],
    [release, lower(irqs)],
  ).map((one) => (one.name === 'write_lock_irqsave' ? { ...one, alias: ['write_lock_irq'] } : one)),
  unlockIrq('rwlock_t', 'write_unlock_irq', release),
  ...pair(
    'rwlock_t',
    'read_lock_irqsave',
    'read_unlock_irqrestore',
    'Disables interrupts, then as read_lock.',
    [raise(irqs), { do: 'acquire', of: 0, shared: true, read: 2, passes: 'queued in interrupts' }],
    [releaseShared, lower(irqs)],
  ).map((one) => (one.name === 'read_lock_irqsave' ? { ...one, alias: ['read_lock_irq'] } : one)),
  unlockIrq('rwlock_t', 'read_unlock_irq', releaseShared),
];

const memory: readonly Call[] = [
  ...pair(
    'mm_struct',
    'mmap_write_lock',
    'mmap_write_unlock',
    'As down_write.',
    [acquire],
    [{ do: 'release', of: { the: 'vm_area_struct' }, ifHeld: true }, release],
  ),
  ...pair(
    'mm_struct',
    'mmap_read_lock',
    'mmap_read_unlock',
    'As down_read.',
    [{ do: 'acquire', of: 0, shared: true, read: 1 }],
    [releaseShared],
  ),
  trylock('mm_struct', 'mmap_read_trylock', true),
  { ...trylock('mm_struct', 'mmap_write_trylock'), until: '6.12' },
  interruptible('mm_struct', 'mmap_read_lock_killable', true),
  interruptible('mm_struct', 'mmap_write_lock_killable'),
  {
    name: 'lock_vma_under_rcu',
    takes: ['vm_area_struct'],
    mustUse: true,
    since: '6.4',
    does: [{ do: 'attempt', of: 0, shared: true, read: 1 }],
    about:
      'Takes the lock of a VMA for read and returns 1; returns 0 if a writer holds it, and the ' +
      'caller then takes mmap_lock.',
    order: tried,
    cite: source('mm/memory.c', 'lock_vma_under_rcu'),
  },
  {
    name: 'vma_end_read',
    takes: ['vm_area_struct'],
    since: '6.4',
    does: [releaseShared],
    about: 'Releases the lock of a VMA.',
    order: given,
    cite: source('include/linux/mm.h', 'vma_end_read'),
  },
  {
    name: 'vma_start_write',
    takes: ['vm_area_struct'],
    since: '6.4',
    does: [{ do: 'step', either: [{ holds: { the: 'mm_struct' } }] }, acquire],
    about:
      'Waits until nobody reads the VMA, and locks it for write until mmap_lock is released. ' +
      'The caller holds mmap_lock for write.',
    order: seen,
    cite: source('include/linux/mm.h', 'vma_start_write'),
  },
];

const cpu = (
  name: string,
  flag: string,
  how: 'raise' | 'lower' | 'clear',
  alias: readonly string[] = [],
): Call => ({
  name,
  takes: ['any?'],
  does: [{ do: how, flag }],
  alias,
  about: how === 'raise' ? `From here on: ${flag}.` : `From here on no longer: ${flag}.`,
  order: 'usage',
  cite: api(name),
});

const contexts: readonly Call[] = [
  cpu('local_irq_disable', irqs, 'raise'),
  cpu('local_irq_enable', irqs, 'clear'),
  cpu('local_irq_save', irqs, 'raise'),
  cpu('local_irq_restore', irqs, 'lower'),
  cpu('local_bh_disable', bh, 'raise'),
  cpu('local_bh_enable', bh, 'lower'),
  cpu('preempt_disable', 'preemption off', 'raise'),
  cpu('preempt_enable', 'preemption off', 'lower'),
  cpu('pagefault_disable', 'page faults off', 'raise'),
  cpu('pagefault_enable', 'page faults off', 'lower'),
  {
    name: 'local_lock',
    takes: ['local_lock_t'],
    does: [{ do: 'enter', class: 0 }, raise('preemption off')],
    about: 'Disables preemption. Each CPU has its own lock, so nobody waits.',
    order: seen,
    cite: source('Documentation/locking/locktypes.rst', 'local_lock'),
  },
  {
    name: 'local_unlock',
    takes: ['local_lock_t'],
    does: [lower('preemption off'), { do: 'leave', class: 0 }],
    about: 'Enables preemption again.',
    order: given,
    cite: source('Documentation/locking/locktypes.rst', 'local_lock'),
  },
];

/** Locks of the CPU's memory and of nothing else. */
export const lockCalls: readonly Call[] = [...sleeping, ...spinning, ...memory, ...contexts];
