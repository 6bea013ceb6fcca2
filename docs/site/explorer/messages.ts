import type { Described } from '../../../machines/description/description.ts';
import type { VerdictJson } from '../../../src/judge/verdict-json.ts';
import type { LitmusTold } from './litmus-told.ts';
import type { ThreadsTold } from './threads-told.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What can be asked of the worker. */
export type Question =
  | { readonly is: 'driver'; readonly described: Described }
  | {
      readonly is: 'threads';
      readonly name: string;
      readonly text: string;
      /** Descriptions that stand beside it, as `with` names them. */
      readonly beside: Readonly<Record<string, string>>;
    }
  | { readonly is: 'litmus'; readonly name: string }
  | { readonly is: 'vocabulary' };

export type Asked = {
  readonly id: number;
  readonly question: Question;
  readonly states: number;
  readonly bytes: number;
};

/** What is answered. `text` is what the command line prints. */
export type Answered =
  | { readonly is: 'driver'; readonly verdict: VerdictJson; readonly text: string }
  | { readonly is: 'threads'; readonly told: ThreadsTold; readonly text: string }
  | { readonly is: 'litmus'; readonly told: LitmusTold; readonly text: string }
  | { readonly is: 'vocabulary'; readonly vocabulary: Vocabulary };

/** What the worker tells the page. */
export type Told =
  /** The first that it says, of no question: it runs. */
  | { readonly id: -1; readonly kind: 'begun' }
  | { readonly id: number; readonly kind: 'progress'; readonly states: number }
  /** With `isLast` false a fuller answer follows: what would help is still asked. */
  | {
      readonly id: number;
      readonly kind: 'done';
      readonly answer: Answered;
      readonly isLast: boolean;
    }
  /** It cannot be read: one line for each thing that is wrong. */
  | { readonly id: number; readonly kind: 'refused'; readonly lines: readonly string[] }
  | { readonly id: number; readonly kind: 'failed'; readonly line: string };
