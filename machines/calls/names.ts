/** Errors of the kernel: include/uapi/asm-generic/errno.h, errno-base.h, include/linux/errno.h. */
export const errors: readonly string[] = (
  'EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG EBADF ECHILD EAGAIN ENOMEM EACCES EFAULT EBUSY EEXIST ' +
  'EXDEV ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE ENOTTY EFBIG ENOSPC ESPIPE EROFS EPIPE EDOM ' +
  'ERANGE EDEADLK ENAMETOOLONG ENOLCK ENOSYS ENOTEMPTY EWOULDBLOCK ENODATA ETIME EREMOTE EPROTO ' +
  'EOVERFLOW EBADFD EILSEQ ERESTART EMSGSIZE EOPNOTSUPP ENOTCONN ESHUTDOWN ETIMEDOUT ECONNREFUSED ' +
  'EHOSTDOWN EALREADY EINPROGRESS ESTALE EREMOTEIO ENOMEDIUM ECANCELED ENOKEY EHWPOISON ' +
  'ERESTARTSYS ERESTARTNOINTR ERESTARTNOHAND EPROBE_DEFER ENOTSUPP'
).split(' ');

/** Functions that only compute, and may stand in arguments at which nobody looks. */
export const pure: readonly string[] = [
  'msecs_to_jiffies',
  'usecs_to_jiffies',
  'nsecs_to_jiffies',
  'secs_to_jiffies',
  'round_jiffies_relative',
  'sizeof',
  'struct_size',
  'array_size',
  'ARRAY_SIZE',
  'max',
  'min',
];

/** Guards: DEFINE_GUARD and DEFINE_LOCK_GUARD in include/linux/{mutex,spinlock,rwsem,rcupdate,srcu}.h. */
export const guards: Readonly<Record<string, readonly [string, string]>> = {
  mutex: ['mutex_lock', 'mutex_unlock'],
  spinlock: ['spin_lock', 'spin_unlock'],
  spinlock_irq: ['spin_lock_irq', 'spin_unlock_irq'],
  spinlock_irqsave: ['spin_lock_irqsave', 'spin_unlock_irqrestore'],
  spinlock_bh: ['spin_lock_bh', 'spin_unlock_bh'],
  raw_spinlock: ['raw_spin_lock', 'raw_spin_unlock'],
  raw_spinlock_irqsave: ['raw_spin_lock_irqsave', 'raw_spin_unlock_irqrestore'],
  rwsem_read: ['down_read', 'up_read'],
  rwsem_write: ['down_write', 'up_write'],
  read_lock: ['read_lock', 'read_unlock'],
  write_lock: ['write_lock', 'write_unlock'],
  read_lock_irqsave: ['read_lock_irqsave', 'read_unlock_irqrestore'],
  write_lock_irqsave: ['write_lock_irqsave', 'write_unlock_irqrestore'],
  rcu: ['rcu_read_lock', 'rcu_read_unlock'],
  srcu: ['srcu_read_lock', 'srcu_read_unlock'],
  mmap_read_lock: ['mmap_read_lock', 'mmap_read_unlock'],
  irq: ['local_irq_disable', 'local_irq_enable'],
  irqsave: ['local_irq_save', 'local_irq_restore'],
  preempt: ['preempt_disable', 'preempt_enable'],
};
