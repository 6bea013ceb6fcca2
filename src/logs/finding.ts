/** One thing that a log shows to be broken, with everything needed to believe it. */
export type LogFinding = {
  readonly rule: string;
  /** Where it cannot be told which of several rules is broken. */
  readonly oneOf?: readonly string[];
  /** From 1, in the file as it was given. */
  readonly line: number;
  /** The line itself, or the first of a report. */
  readonly text: string;
  /** One sentence. */
  readonly says: string;
  readonly object?: string;
  /** What was seen of the object before, oldest first. */
  readonly history?: readonly {
    readonly event: string;
    readonly line: number;
    readonly time: number;
    readonly cpu: number;
  }[];
  /** The states it may have been in, and the events that each would have accepted. */
  readonly possible?: readonly { readonly state: string; readonly accepts: readonly string[] }[];
  /** What is more to say: one line each. */
  readonly notes?: readonly string[];
};
