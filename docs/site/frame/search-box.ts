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

/** The list under the search box, of which one line is chosen. */
function listUnder(input: HTMLInputElement, list: HTMLElement) {
  let chosenIndex = 0;
  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const choose = (next: number): void => {
    const offered = options();
    if (offered.length === 0) return;
    chosenIndex = (next + offered.length) % offered.length;
    for (const [place, one] of offered.entries())
      one.setAttribute('aria-selected', String(place === chosenIndex));
    input.setAttribute('aria-activedescendant', offered[chosenIndex]!.id);
    offered[chosenIndex]!.scrollIntoView({ block: 'nearest' });
  };
  return {
    chosen: (): HTMLElement | undefined => options()[chosenIndex],
    move: (by: number): void => choose(chosenIndex + by),
    close: (): void => {
      list.hidden = true;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    },
    show: (lines: readonly HTMLElement[]): void => {
      list.replaceChildren(...lines);
      list.hidden = lines.length === 0;
      input.setAttribute('aria-expanded', String(!list.hidden));
      choose(0);
    },
  };
}

/** The search box of the bar: `/` goes to it, arrow keys choose, Enter opens, Escape leaves. */
export function searchBox(): void {
  const input = document.getElementById('ff-search') as HTMLInputElement | null;
  const list = document.getElementById('ff-found');
  if (input === null || list === null) return;
  const lines = listUnder(input, list);
  let shown = '';
  let deeds: readonly Deed[] = [];
  const show = async (): Promise<void> => {
    const typed = input.value;
    const [entries, here] = await Promise.all([load(), globalThis.ffHere?.(typed) ?? []]);
    if (typed !== input.value) return;
    shown = typed;
    deeds = here;
    const hits = found(entries, shown).map((hit, place) => item(hit, here.length + place));
    const all = [...here.map(deedItem), ...hits];
    lines.show(all.length === 0 && shown.trim() !== '' ? [nothing(shown)] : all);
  };
  const open = (option: HTMLElement | undefined): void => {
    const { address, deed } = option?.dataset ?? {};
    if (deed === undefined && address === undefined) return;
    lines.close();
    if (deed === undefined) location.href = root + address!;
    else {
      input.value = '';
      input.blur();
      deeds[Number(deed)]!.act();
    }
  };

  input.addEventListener('focus', () => void (globalThis.ffHere === undefined ? load() : show()));
  input.addEventListener('input', () => void show());
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) lines.move(step);
    else if (event.key === 'Enter') {
      if (shown === input.value && !list.hidden) open(lines.chosen());
      else void show().then(() => open(lines.chosen()));
    } else if (event.key === 'Escape') {
      lines.close();
      input.blur();
    } else return;
    event.preventDefault();
  });
  const leave = (): void => {
    if (document.activeElement !== input) lines.close();
  };
  input.addEventListener('blur', () => setTimeout(leave, 150));
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
    open((event.target as Element).closest<HTMLElement>('[role=option]') ?? undefined);
  });
  // Before others that listen for the same key, TypeDoc's own search among them.
  addEventListener('keydown', (event) => toBox(event, input), true);
}

function toBox(event: KeyboardEvent, input: HTMLInputElement): void {
  // The editor of the playground stands in a shadow tree.
  const target = event.composedPath()[0] as HTMLElement;
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
