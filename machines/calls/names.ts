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
