import { loaded } from './data.ts';
import { el } from './dom.ts';
import type { Library } from './library-data.ts';
import { button } from './page.ts';
import type { Subject } from './situation.ts';

/** The library at the side of the page. */
export type LibraryView = {
  readonly load: () => Promise<void>;
  /** Opens or closes it where it lies over the page. */
  readonly toggle: () => void;
  /** Brings the cursor into its field. */
  readonly find: () => void;
};

/** One thing that can be opened. */
type Item = {
  readonly group: string;
  readonly name: string;
  readonly about: string;
  readonly verdict: string;
  /** What is searched. */
  readonly words: string;
  readonly subjects: readonly Subject[];
};

/** Items of a group that are shown before more is typed. */
const most = 40;

/** @param open is given what was chosen: two subjects where it is shown beside its twin */
export function libraryIn(
  place: HTMLElement,
  open: (subjects: readonly Subject[]) => void,
): LibraryView {
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
  const choose = ({ subjects }: Item): void => {
    setOpen(false);
    open(subjects);
  };
  const draw = (): void => {
    if (items === null) return;
    const wanted = field.value
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const fitting = items.filter(({ words }) => wanted.every((word) => words.includes(word)));
    list.replaceChildren(...groupsOf(fitting, wanted.length > 0, choose));
    count.textContent = wanted.length === 0 ? '' : `${fitting.length} found`;
  };
  const load = async (): Promise<void> => {
    if (items !== null || isLoading) return;
    isLoading = true;
    try {
      items = itemsOf(await loaded('library'));
      draw();
    } catch {
      list.replaceChildren(el('p', { class: 'wrong' }, 'library.js is missing.'));
    }
  };
  field.addEventListener('input', draw);
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
  };
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

function itemsOf({ drivers, litmus, threads }: Library): Item[] {
  const described = new Map(litmus.map(({ name, description }) => [name, description]));
  const subjectOf = (name: string): Subject => {
    const text = described.get(name) ?? null;
    return text === null ? { is: 'litmus', name } : { is: 'text', name: `${name}.json`, text };
  };
  return [
    ...drivers.map((one) =>
      item('Drivers', one, [], [{ is: 'text', name: `${one.name}.json`, text: one.text }]),
    ),
    ...threads.map((one) =>
      item(
        groupOf(one.file),
        one,
        [one.file, one.text, ...one.rules],
        [{ is: 'text', name: `${one.file}.litmus`, text: one.text }],
      ),
    ),
    ...litmus.map((one) =>
      item(`Litmus: ${one.family}`, one, [...one.rules, one.twin], [subjectOf(one.name)]),
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
  subjects: readonly Subject[],
): Item => ({
  group,
  name,
  about,
  verdict,
  words: [name, about, verdict, group, ...more].join('\n').toLowerCase(),
  subjects,
});

function groupsOf(
  items: readonly Item[],
  isSearch: boolean,
  choose: (item: Item) => void,
): HTMLElement[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
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
