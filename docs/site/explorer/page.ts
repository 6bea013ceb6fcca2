import type { VerdictJson } from '../../../src/judge/verdict-json.ts';
import { el } from './dom.ts';
import type { Situation } from './situation.ts';

/** What views read of the page, and how they change it. */
export type Page = {
  readonly situation: Situation;
  /** One answer a driver: a verdict, a line that says why there is none, or null while it is asked for. */
  readonly answers: readonly (VerdictJson | string | null)[];
  readonly change: (next: Situation) => void;
  readonly cancel: (index: number) => void;
  readonly searchAgain: (index: number) => void;
  /** Says something to a reader who does not see the page. */
  readonly say: (text: string) => void;
  /** An element that can be folded out, and stays so when the page is drawn anew. */
  readonly unfolding: (id: string, title: string, ...inside: readonly HTMLElement[]) => HTMLElement;
  /** Ids of what is folded out. */
  readonly unfolded: Set<string>;
};

/** A button that does something when it is pressed. */
export const button = (
  text: string,
  click: () => void,
  attributes: Readonly<Record<string, string | boolean>> = {},
): HTMLElement => el('button', { type: 'button', click, ...attributes }, text);

/** A region that scrolls and can be scrolled by keys. */
export const scrolled = (
  label: string,
  inside: Node,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElement =>
  el(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label, ...attributes },
    inside,
  );
