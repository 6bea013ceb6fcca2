/** Where a kernel differs from what the model says of a file of threads, and why. */
export type Difference = {
  /** The number of the file. */
  readonly file: string;
  readonly side: 'before' | 'after' | 'one';
  /** A part of what is told. */
  readonly says: string;
  readonly why: string;
};

const moves =
  'the run needs another thread to move while one holds the spinlock, which one processor cannot do';

export const explained: readonly Difference[] = [
  { file: '070', side: 'before', says: 'hang:', why: moves },
  { file: '070', side: 'before', says: 'lockdep is silent', why: moves },
  {
    file: '009',
    side: 'before',
    says: 'the kernel says nothing of "atomic_dec',
    why: 'an atomic_t that falls below 0 is told by nobody; the driver found its queues running',
  },
  {
    file: '065',
    side: 'before',
    says: 'ends with page held',
    why: 'lockdep knows no lock of a folio: that it is never unlocked shows to the next who wants it',
  },
];
