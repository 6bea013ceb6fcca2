/** Where a kernel differs from what the model says of a file of threads, and why. */
export type Difference = {
  /** The number of the file. */
  readonly file: string;
  readonly side: 'before' | 'after' | 'one';
  /** A part of what is told. */
  readonly says: string;
  readonly why: string;
};

export const explained: readonly Difference[] = [];
