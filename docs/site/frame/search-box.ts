import { found, type Entry } from './ranking.ts';

/** Something that is done in the page where it is found: a command, or a text that opens there. */
export type Deed = {
  readonly kind: string;
  readonly name: string;
  readonly says: string;
  readonly act: () => void;
};

declare global {
  /** What the page itself offers for what is typed; nothing typed: all its commands. */
  var ffHere: ((typed: string) => Promise<readonly Deed[]>) | undefined;
}

/** The root of the site, as this script was loaded from its folder `assets`. */
const root = new URL('..', (document.currentScript as HTMLScriptElement).src).href;

let index: Promise<readonly Entry[]> | null = null;

/** The index is a script, which a page that was opened as a file may load too, and is loaded once somebody searches. */
function load(): Promise<readonly Entry[]> {
  index ??= new Promise((done, fail) => {
    const script = document.createElement('script');
    script.src = `${root}assets/search-index.js`;
    script.addEventListener('load', () => {
      done((globalThis as unknown as { ffIndex: readonly Entry[] }).ffIndex);
    });
    script.addEventListener('error', () => {
      fail(new Error('the index of the search could not be loaded'));
    });
    document.head.append(script);
  });
  return index;
}

/** The search box of the bar: `/` goes to it, arrow keys choose, Enter opens, Escape leaves. */
export function searchBox(): void {
  const input = document.getElementById('ff-search') as HTMLInputElement | null;
  const list = document.getElementById('ff-found');
  if (input === null || list === null) return;
  let chosen = 0;
  let shown = '';
  let deeds: readonly Deed[] = [];
  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const close = (): void => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = (next: number): void => {
    const shownOptions = options();
    if (shownOptions.length === 0) return;
    chosen = (next + shownOptions.length) % shownOptions.length;
    for (const [place, one] of shownOptions.entries())
      one.setAttribute('aria-selected', String(place === chosen));
    input.setAttribute('aria-activedescendant', shownOptions[chosen]!.id);
    shownOptions[chosen]!.scrollIntoView({ block: 'nearest' });
  };
  const show = async (): Promise<void> => {
    const typed = input.value;
    const [entries, here] = await Promise.all([load(), globalThis.ffHere?.(typed) ?? []]);
    if (typed !== input.value) return;
    shown = typed;
    deeds = here;
    const hits = found(entries, shown);
    const lines = [
      ...here.map(deedItem),
      ...hits.map((hit, place) => item(hit, here.length + place)),
    ];
    list.replaceChildren(...(lines.length > 0 ? lines : [nothing(shown)]));
    list.hidden = lines.length === 0 && shown.trim() === '';
    input.setAttribute('aria-expanded', String(!list.hidden));
    choose(0);
  };
  const open = (option: HTMLElement | undefined): void => {
    const { address, deed } = option?.dataset ?? {};
    if (deed !== undefined) {
      close();
      input.value = '';
      input.blur();
      deeds[Number(deed)]!.act();
    } else if (address !== undefined) {
      close();
      location.href = root + address;
    }
  };

  input.addEventListener('focus', () => void (globalThis.ffHere === undefined ? load() : show()));
  input.addEventListener('input', () => void show());
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) choose(chosen + step);
    else if (event.key === 'Enter') {
      if (shown === input.value && !list.hidden) open(options()[chosen]);
      else void show().then(() => open(options()[0]));
    } else if (event.key === 'Escape') {
      close();
      input.blur();
    } else return;
    event.preventDefault();
  });
  input.addEventListener('blur', () => setTimeout(close, 150));
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
    open((event.target as Element).closest<HTMLElement>('[role=option]') ?? undefined);
  });
  // Before others that listen for the same key, TypeDoc's own search among them.
  addEventListener('keydown', (event) => toBox(event, input), true);
}

function toBox(event: KeyboardEvent, input: HTMLInputElement): void {
  const target = event.target as HTMLElement;
  const writes = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  const slash = event.key === '/' && !writes && !event.ctrlKey && !event.metaKey && !event.altKey;
  const k = event.key === 'k' && (event.ctrlKey || event.metaKey);
  if (!slash && !k) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  input.focus();
  input.select();
}

function item([name, kind, address, says]: Entry, at: number): HTMLElement {
  const line = lineOf(kind, name, says, at);
  line.dataset['address'] = address;
  return line;
}

function deedItem({ kind, name, says }: Deed, at: number): HTMLElement {
  const line = lineOf(kind, name, says, at);
  line.dataset['deed'] = String(at);
  return line;
}

function lineOf(kind: string, name: string, says: string, at: number): HTMLElement {
  const line = document.createElement('li');
  line.id = `ff-found-${at}`;
  line.setAttribute('role', 'option');
  for (const [of, text] of [
    ['kind', kind],
    ['name', name],
    ['says', says],
  ] as const) {
    const span = document.createElement('span');
    span.className = of;
    span.textContent = text;
    if (text !== '') line.append(span);
  }
  return line;
}

function nothing(text: string): HTMLElement {
  const line = document.createElement('li');
  line.className = 'none';
  line.setAttribute('role', 'option');
  line.id = 'ff-found-0';
  line.textContent = `Nothing is named '${text.trim()}'.`;
  return line;
}
