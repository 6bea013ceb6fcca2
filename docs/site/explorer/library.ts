import type { Deed } from '../frame/search-box.ts';
import { loaded, present } from './data.ts';
import { el } from './dom.ts';
import { whenReleased } from './held.ts';
import type { Library, LitmusEntry, Texts, ThreadsEntry } from './library-data.ts';
import { button } from './page.ts';
import type { Subject } from './situation.ts';

/** The library at the side of the page. */
export type LibraryView = {
  readonly load: () => Promise<void>;
  /** Opens or closes it where it lies over the page. */
  readonly toggle: () => void;
  /** Brings the cursor into its field. */
  readonly find: () => void;
  /** What it has for these words, names first; each opens here. */
  readonly deeds: (words: readonly string[]) => Promise<readonly Deed[]>;
};

/** One thing that can be opened. */
type Item = {
  readonly group: string;
  readonly name: string;
  readonly about: string;
  readonly verdict: string;
  /** What is searched at once; its text is searched too once it is there. */
  readonly words: string;
  /** What it is in the texts. */
  readonly text: (texts: Texts) => string;
  readonly subject: (texts: Texts) => Subject;
};

/** Items of a group that are shown before more is typed. */
const most = 40;

/** @param open is given what was chosen */
export function libraryIn(place: HTMLElement, open: (subject: Subject) => void): LibraryView {
  const field = fieldToSearch();
  const list = el('div', { class: 'items' }, el('p', { class: 'why' }, 'The library is loading.'));
  const count = el('p', { class: 'away', role: 'status' });
  const close = button('Close', () => setOpen(false), { class: 'quiet close-library' });
  place.append(el('div', { class: 'library-head' }, field, close), count, list);
  let items: readonly Item[] | null = null;
  let isLoading = false;

  const setOpen = (isOpen: boolean): void => {
    layOver(isOpen);
    if (isOpen) field.focus();
  };
  const choose = async ({ subject }: Item): Promise<void> => {
    setOpen(false);
    open(subject(await loaded('texts')));
  };
  const draw = (): void => {
    if (items === null) return;
    const wanted = wordsIn(field.value);
    const fitting = wanted.length === 0 ? items : items.filter((item) => fits(item, wanted));
    list.replaceChildren(...groupsOf(fitting, wanted.length > 0, (item) => void choose(item)));
    count.textContent = wanted.length === 0 ? '' : `${fitting.length} found`;
  };
  const redraw = (): void => whenReleased(draw);
  const load = async (): Promise<void> => {
    if (items !== null || isLoading) return;
    isLoading = true;
    try {
      items = itemsOf(await loaded('library'));
      redraw();
    } catch {
      list.replaceChildren(el('p', { class: 'wrong' }, 'library.js is missing.'));
    }
  };
  field.addEventListener('input', draw);
  field.addEventListener('focus', () => void loaded('texts').then(redraw, () => null));
  place.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape') setOpen(false);
  });
  return {
    load,
    toggle: () => {
      void load();
      setOpen(!document.body.classList.contains('library-open'));
    },
    find: () => {
      void load();
      setOpen(true);
    },
    deeds: async (words) => {
      await load();
      return deedsOf(items ?? [], words, choose);
    },
  };
}

/** Items whose name has the words, before those that have them elsewhere. */
function deedsOf(
  items: readonly Item[],
  words: readonly string[],
  choose: (item: Item) => Promise<void>,
): readonly Deed[] {
  const isNamed = ({ name }: Item): boolean =>
    words.every((word) => name.toLowerCase().includes(word));
  const fitting = items.filter((item) => words.every((word) => item.words.includes(word)));
  return [...fitting.filter(isNamed), ...fitting.filter((item) => !isNamed(item))].map((item) => ({
    kind: 'open here',
    name: item.name,
    says: [item.verdict, item.about].filter((text) => text !== '').join(': '),
    act: () => void choose(item),
  }));
}

const wordsIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');

/** Whether every word is in what is said of an item, or in its text if that is loaded. */
function fits({ words, text }: Item, wanted: readonly string[]): boolean {
  const texts = present('texts');
  const whole = texts === null ? '' : text(texts).toLowerCase();
  return wanted.every((word) => words.includes(word) || whole.includes(word));
}

const fieldToSearch = (): HTMLInputElement =>
  el('input', {
    type: 'search',
    id: 'find',
    placeholder: 'Drivers, threads, litmus tests',
    'aria-label': 'Search the library',
    autocomplete: 'off',
  });

/** Lays the library over the page, where there is no room beside it. */
function layOver(isOpen: boolean): void {
  document.body.classList.toggle('library-open', isOpen);
  document.getElementById('open-library')?.setAttribute('aria-expanded', String(isOpen));
}

/** Something that is listed, as a subject: its text, or a litmus test that has rows of its own. */
export function subjectIn(texts: Texts, listed: LitmusEntry | ThreadsEntry): Subject {
  if ('file' in listed)
    return { is: 'text', name: `${listed.file}.litmus`, text: texts.threads[listed.file]! };
  const { name } = listed;
  const text = texts.litmus[name];
  return text === undefined ? { is: 'litmus', name } : { is: 'text', name: `${name}.json`, text };
}

function itemsOf({ drivers, litmus, threads }: Library): Item[] {
  return [
    ...drivers.map((one) => {
      const text = (texts: Texts): string => texts.drivers[one.name]!;
      const name = `${one.name}.json`;
      return item('Drivers', one, [], text, (texts) => ({ is: 'text', name, text: text(texts) }));
    }),
    ...threads.map((one) =>
      item(
        groupOf(one.file),
        one,
        [one.file, ...one.rules],
        (texts) => texts.threads[one.file]!,
        (texts) => subjectIn(texts, one),
      ),
    ),
    ...litmus.map((one) =>
      item(
        `Litmus: ${one.family}`,
        one,
        [...one.rules, one.twin],
        (texts) => texts.litmus[one.name] ?? '',
        (texts) => subjectIn(texts, one),
      ),
    ),
  ];
}

function groupOf(file: string): string {
  const folder = file.slice(0, file.lastIndexOf('/'));
  if (folder === 'fixes') return 'Threads: fixes upstream';
  return `Threads: ${folder.replace(/^threads\/?/, '').replaceAll('-', ' ') || 'examples'}`;
}

const item = (
  group: string,
  { name, about, verdict }: Pick<Item, 'name' | 'about' | 'verdict'>,
  more: readonly string[],
  text: Item['text'],
  subject: Item['subject'],
): Item => ({
  group,
  name,
  about,
  verdict,
  words: [name, about, verdict, group, ...more].join('\n').toLowerCase(),
  text,
  subject,
});

function groupsOf(
  items: readonly Item[],
  isSearch: boolean,
  choose: (item: Item) => void,
): HTMLElement[] {
  const groups = new Map<string, Item[]>();
  for (const listed of items)
    groups.set(listed.group, [...(groups.get(listed.group) ?? []), listed]);
  if (groups.size === 0) return [el('p', { class: 'why' }, 'Nothing is found.')];
  return [...groups].map(([group, all], at) => {
    const more = all.length - most;
    const open = isSearch || at === 0;
    return el(
      'details',
      { open },
      el('summary', {}, group, el('span', { class: 'number' }, String(all.length))),
      el('ul', {}, ...all.slice(0, most).map((one) => itemView(one, choose))),
      more > 0 ? moreView(all.slice(most), choose) : null,
    );
  });
}

function moreView(rest: readonly Item[], choose: (item: Item) => void): HTMLElement {
  const place = el('ul', {});
  const show = (): void => {
    place.replaceChildren(...rest.map((one) => itemView(one, choose)));
  };
  place.append(el('li', {}, button(`Show ${rest.length} more`, show, { class: 'quiet' })));
  return place;
}

function itemView(one: Item, choose: (item: Item) => void): HTMLElement {
  const { name, about, verdict } = one;
  return el(
    'li',
    {},
    el(
      'button',
      { type: 'button', class: 'item', click: () => choose(one), title: about },
      el('span', { class: 'item-name' }, name),
      verdict === '' ? null : verdictsIn(verdict),
      about === '' ? null : el('span', { class: 'item-about' }, about),
    ),
  );
}

/** `deadlock → finite`, each in its colour. */
const verdictsIn = (verdict: string): HTMLElement =>
  el(
    'span',
    { class: 'item-verdict' },
    ...verdict
      .split(' → ')
      .flatMap((word, at) => [...(at === 0 ? [] : [' → ']), el('span', { class: word }, word)]),
  );
