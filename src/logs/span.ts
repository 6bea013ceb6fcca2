/**
 * A stretch of work: a job or a fence from its beginning to its end. Times in nanoseconds; NaN
 * where nobody knows.
 */
export type Span = {
  readonly name: string;
  readonly kind: string;
  readonly label: string;
  readonly queued: number;
  readonly running: number;
  readonly to: number;
  readonly line: number;
  readonly cpu: number;
};
/** One of the slowest. */
export type Slow = {
  readonly kind: number;
  readonly name: string;
  readonly label: number;
  readonly from: number;
  readonly to: number;
  readonly line: number;
};
