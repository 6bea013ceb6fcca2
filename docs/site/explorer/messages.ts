import type { Described } from '../../../machines/description/description.ts';
import type { VerdictJson } from '../../../src/judge/verdict-json.ts';

/** What the page asks the worker: check this driver. */
export type Asked = {
  readonly id: number;
  readonly described: Described;
  readonly states: number;
  readonly bytes: number;
};

/** What the worker tells the page. */
export type Told =
  | { readonly id: number; readonly kind: 'progress'; readonly states: number }
  | { readonly id: number; readonly kind: 'done'; readonly verdict: VerdictJson }
  | { readonly id: number; readonly kind: 'failed'; readonly line: string };
