/** Where a kernel differs from what the model says of a file of threads, and why: the file says it itself. */
export type Difference = {
  readonly side: string;
  /** A part of what is told. */
  readonly says: string;
  readonly why: string;
};

/** A comment of the form ``// kernel, SIDE: `PART OF WHAT IS TOLD`: WHY.`` */
const comment = /^\/\/ kernel, (before|after|one): `([^`]+)`: (.+)\.$/gm;

export const differencesIn = (text: string): readonly Difference[] =>
  [...text.matchAll(comment)].map(([, side, says, why]) => ({
    side: side!,
    says: says!,
    why: why!,
  }));
