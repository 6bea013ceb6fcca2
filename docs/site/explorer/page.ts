import type { Described } from '../../../machines/description/description.ts';
import type { Mark } from './editing.ts';
import { el } from './dom.ts';
import type { Problem, Reading } from './kind.ts';
import type { Answered, Question } from './messages.ts';
import type { Situation } from './situation.ts';

/** How it stands with one subject. */
export type Standing = {
  readonly reading: Reading;
  /** The last answer, and to which question. */
  readonly last: { readonly question: Question; readonly answer: Answered } | null;
  /** The last answer is to an earlier text. */
  readonly isStale: boolean;
  /** What would help is still asked. */
  readonly isPartial: boolean;
  /** The first search takes so long that steps can be taken meanwhile. */
  readonly isLong: boolean;
  readonly status:
    | { readonly is: 'answered' }
    | { readonly is: 'searching' }
    /** Why there is no answer. */
    | { readonly is: 'line'; readonly line: string }
    | { readonly is: 'problems'; readonly problems: readonly Problem[] };
};

/** What views read of the page, and how they change it. */
export type Page = {
  readonly situation: Situation;
  /** One for each subject. */
  readonly standings: readonly Standing[];
  readonly change: (next: Situation) => void;
  /** Puts a description in the place of a subject. */
  readonly describe: (index: number, described: Described) => void;
  readonly cancel: (index: number) => void;
  readonly searchAgain: (index: number) => void;
  /** Says something to a reader who does not see the page. */
  readonly say: (text: string) => void;
  /** Marks lines of a subject's text. */
  readonly mark: (index: number, marks: readonly Mark[]) => void;
  /** An element that can be folded out, and stays so when the page is drawn anew. */
  readonly unfolding: (id: string, title: string, ...inside: readonly HTMLElement[]) => HTMLElement;
  /** Ids of what is folded out. */
  readonly unfolded: Set<string>;
  /** Parts whose lanes stay in sight. */
  readonly pinned: Set<string>;
  readonly redraw: () => void;
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

/** `1,222` */
const count = (number: number): string => number.toLocaleString('en');

/** `1 state`, `2 states` */
export const several = (number: number, what: string): string =>
  `${count(number)} ${what}${number === 1 ? '' : 's'}`;
