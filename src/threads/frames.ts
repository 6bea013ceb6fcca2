import type { Label } from './steps.ts';
import type { CallExpression, Place, Statement } from './syntax.ts';

/** A function that is being lowered in place. */
export type Frame = {
  /** Before the names of its variables. */
  readonly prefix: string;
  readonly known: Set<string>;
  readonly returns: Label;
  readonly labels: Map<string, Label>;
  readonly into: string | null;
  readonly leave: Label | null;
  readonly again: Label | null;
  /** What the ends of the blocks around give back, outermost first. */
  readonly guards: readonly Guard[];
  /** The guards around each label. */
  readonly guardsOf: ReadonlyMap<string, readonly Statement[]>;
  /** How many of them stand around the loop. */
  readonly guardsOfLoop: number;
};

/** A guard that is open: what gives it back. */
type Guard = {
  readonly written: Statement;
  readonly undo: CallExpression & { readonly at: Place };
};
