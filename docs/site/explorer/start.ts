import type { Described } from '../../../machines/description/description.ts';
import { drivers } from '../../../machines/drivers/index.ts';
import { asker, vocabularyKnown } from './asker.ts';
import { loaded } from './data.ts';
import { differencesView } from './differences.ts';
import { by, el } from './dom.ts';
import { keepingFocus } from './focus.ts';
import { watchPresses, whenReleased } from './held.ts';
import { helpOn } from './help.ts';
import { problemIn, read, type Problem } from './kind.ts';
import { libraryIn, subjectIn } from './library.ts';
import type { Answered, Question, Told } from './messages.ts';
import type { Page, Standing } from './page.ts';
import { paletteOf } from './palette.ts';
import { panelIn, type Panel } from './panel.ts';
import { runView } from './run.ts';
import {
  asking,
  empty,
  fresh,
  fromAddress,
  namedBy,
  subjectOf,
  textOf,
  toAddress,
  type Named,
  type Situation,
  type Subject,
} from './situation.ts';

const damaged = 'This link is damaged. Showing the default driver instead.';
/** A text that is being written is asked about when so many milliseconds have passed. */
const pause = 120;

let situation: Situation = empty;
let standings: Standing[] = [];
const panels: Panel[] = [];
const askers = [asker(), asker()];
/** Whether the entry of the history that is shown began with writing in the editor. */
let isWriting = false;
/** Ids of what is folded out. */
const unfolded = new Set<string>();
/** Parts whose lanes stay in sight. */
const pinned = new Set<string>();

/** The line stays where it is, so that a screen reader notices that it changes. */
function say(text: string): void {
  if (by('told').textContent !== text) by('told').textContent = text;
}

const nameOf = (index: number): string => {
  const subject = situation.subjects[index]!;
  const { reading } = standings[index]!;
  return reading.is === 'driver' ? String(reading.written?.driver ?? subject.name) : subject.name;
};

const stand = (index: number, change: Partial<Standing>): void => {
  standings[index] = { ...standings[index]!, ...change };
};

/** Reads what is asked. */
function readAgain(index: number): void {
  const reading = read(situation.subjects[index]!);
  const before = standings[index];
  const last = before?.reading.is === reading.is ? before.last : null;
  standings[index] = {
    reading,
    last,
    isStale: true,
    isPartial: false,
    isLong: false,
    status: { is: 'searching' },
  };
}

/** Has what is asked searched; `later`: when the writer pauses. */
function check(index: number, later = false): void {
  readAgain(index);
  // An answer that is the same as before is told too.
  say('');
  askers[index]!.stop();
  const { reading } = standings[index]!;
  if (reading.is === 'driver' && reading.described === null) {
    refuse(index, reading.problems);
    return;
  }
  show();
  askers[index]!.ask(() => questionOf(situation.subjects[index]!, reading), later ? pause : 0, {
    progress: (states) => progress(index, states),
    told: (question, told) => hear(index, question, told),
  });
}

/** A search that goes on: before its first answer the system is there to be tried. */
function progress(index: number, states: number): void {
  panels[index]!.progress(states);
  const { isLong, last } = standings[index]!;
  if (isLong || last !== null) return;
  stand(index, { isLong: true });
  whenReleased(show);
}

function refuse(index: number, problems: readonly Problem[]): void {
  stand(index, { status: { is: 'problems', problems } });
  show();
  say(`${nameOf(index)}: ${problems.map(({ what }) => what).join('; ')}`);
}

async function questionOf(subject: Subject, reading: Standing['reading']): Promise<Question> {
  if (subject.is === 'litmus') return { is: 'litmus', name: subject.name };
  if (reading.is === 'driver') return { is: 'driver', described: reading.described! };
  const { name, text } = subject;
  return { is: 'threads', name, text, beside: await besideIn(name, text) };
}

/** The descriptions that a file of threads names and that stand beside it in the library. */
async function besideIn(file: string, text: string): Promise<Record<string, string>> {
  const names = [...text.matchAll(/^[-+]?\s*with\s+"([^"\n]+)"/gm)].map(([, name]) => name!);
  if (names.every((name) => drivers.some(({ driver }) => driver === name))) return {};
  const { beside } = await loaded('texts');
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : '';
  return Object.fromEntries(
    names.flatMap((name) => {
      const known = beside[`${folder}${name}`] ?? beside[name];
      return known === undefined ? [] : [[name, known] as const];
    }),
  );
}

function hear(
  index: number,
  question: Question,
  told: Exclude<Told, { kind: 'progress' | 'begun' }>,
): void {
  if (told.kind === 'refused') {
    refuse(index, told.lines.map(problemIn));
    return;
  }
  if (told.kind === 'failed') {
    stand(index, { status: { is: 'line', line: told.line } });
    show();
    say(`${nameOf(index)}: ${told.line}`);
    return;
  }
  const { answer, isLast } = told;
  const isFirst = standings[index]!.isStale;
  stand(index, {
    last: { question, answer },
    isStale: false,
    isPartial: !isLast,
    status: { is: 'answered' },
  });
  show();
  if (isFirst) say(`${nameOf(index)}: ${verdictIn(answer)}`);
}

function verdictIn(answer: Answered): string {
  if (answer.is === 'driver') return answer.verdict.verdict;
  if (answer.is === 'litmus') return answer.told.verdict;
  if (answer.is === 'vocabulary') return '';
  const said = answer.told.sides.map(({ side, verdict }) =>
    side === 'one' ? verdict : `${side} ${verdict}`,
  );
  return said.join(', ');
}

function cancel(index: number): void {
  askers[index]!.stop();
  stand(index, { isPartial: false, status: { is: 'line', line: 'cancelled' } });
  show();
  say('cancelled');
}

/** Shows what the address says; of one that is not ours it says so, in a line, and leaves it. */
async function arrive(): Promise<void> {
  const address = location.hash.slice(1);
  const named = namedBy(address);
  const given = named === null ? readAddress(address) : await openNamed(named);
  if (location.hash.slice(1) !== address) return;
  standings = [];
  change(given ?? empty, 'kept');
  if (given === null) by('notice').textContent = damaged;
}

const readAddress = (address: string): Situation | null =>
  address === '' ? empty : fromAddress(address);

/** What a short address names. @returns null: there is no such thing */
async function openNamed({ kind, names }: Named): Promise<Situation | null> {
  if (kind === 'driver') {
    const found = names.flatMap((name) => drivers.filter(({ driver }) => driver === name));
    return found.length === names.length ? asking(found) : null;
  }
  const [listed, texts] = await Promise.all([loaded('library'), loaded('texts')]);
  const subjects = names.flatMap((name): Subject[] => {
    const listing =
      kind === 'threads'
        ? listed.threads.find(
            (one) => one.file === name.replace(/\.litmus$/, '') || one.name === name,
          )
        : listed.litmus.find((one) => one.name === name);
    return listing === undefined ? [] : [subjectIn(texts, listing)];
  });
  return subjects.length === names.length ? { ...fresh, subjects } : null;
}

/** How a change of the situation comes about. */
type How = 'written' | 'kept' | 'typed';

/**
 * Shows another situation. Its address replaces the one before, if only the step is another; is one
 * more in the history, if what is asked, the promise or the run is; or stays as it was given.
 */
function change(next: Situation, how: How = 'written'): void {
  by('notice').textContent = '';
  const before = situation;
  const same = (index: number): boolean =>
    JSON.stringify(next.subjects[index]) === JSON.stringify(before.subjects[index]);
  const changed = [...next.subjects.keys()].filter(
    (index) => !same(index) || standings[index] === undefined,
  );
  for (let index = next.subjects.length; index < askers.length; index++) askers[index]!.stop();
  situation = next;
  standings.length = Math.min(standings.length, next.subjects.length);
  if (how !== 'kept') write(before, how);
  isWriting = how === 'typed';
  for (const index of next.subjects.keys()) panel(index).setSubject(next.subjects[index]!);
  if (changed.length === 0) show();
  for (const index of changed) readAgain(index);
  for (const index of changed) check(index, how === 'typed');
}

function write(before: Situation, how: 'written' | 'typed'): void {
  const plain = (one: Situation): string => JSON.stringify({ ...one, position: 0 });
  const replaces = how === 'typed' ? isWriting : plain(before) === plain(situation);
  const to = `#${toAddress(situation)}`;
  if (replaces) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
}

function panel(index: number): Panel {
  panels[index] ??= panelIn(index, {
    typed: (text) => typed(index, text),
    vocabulary: vocabularyKnown,
  });
  return panels[index];
}

/** Somebody writes in an editor. */
function typed(index: number, text: string): void {
  const subjects = situation.subjects.map((one, place): Subject => {
    if (place !== index) return one;
    return { is: 'text', name: one.is === 'text' ? one.name : 'mine.litmus', text };
  });
  change({ ...situation, ...fresh, subjects, of: index }, 'typed');
}

function describe(index: number, described: Described): void {
  const subject: Subject = {
    is: 'text',
    name: `${String(described.driver ?? 'mine')}.json`,
    text: textOf(described),
  };
  open(index, subject);
}

/** Puts something else in the place of a subject. */
function open(index: number, subject: Subject): void {
  const subjects = situation.subjects.map((one, place) => (place === index ? subject : one));
  change({ ...situation, ...fresh, subjects, of: index });
}

/** An element that can be folded out, and stays so when the page is drawn anew. */
function unfolding(id: string, title: string, ...inside: readonly HTMLElement[]): HTMLElement {
  const toggle = (event: Event): void => {
    if ((event.target as HTMLDetailsElement).open) unfolded.add(id);
    else unfolded.delete(id);
  };
  return el('details', { open: unfolded.has(id), toggle }, el('summary', { id }, title), ...inside);
}

/** Draws the page anew; what had the focus has it again. Editors stay. */
const show = (): void => keepingFocus(draw);

function draw(): void {
  const page: Page = {
    situation,
    standings,
    change,
    describe,
    cancel,
    searchAgain: check,
    say,
    mark: (index, marks) => panel(index).mark(marks),
    unfolding,
    unfolded,
    pinned,
    redraw: show,
  };
  const shown = [...situation.subjects.keys()];
  const elements = shown.map((index) => panel(index).element);
  const box = by('subjects');
  if (
    elements.length !== box.children.length ||
    elements.some((one, at) => box.children[at] !== one)
  )
    box.replaceChildren(...elements);
  for (const index of shown) panel(index).show(page);
  const isAlone = shown.length === 1;
  by('differences').replaceChildren(...(isAlone ? [] : [differencesView(page)]));
  document.body.classList.toggle('two', !isAlone);
  by('compare').textContent = isAlone ? 'Compare' : 'Show one';
  by('run').replaceChildren(...runView(page));
  scrollToMove();
}

/** Whoever moves in the step that is shown is in sight, however many lanes there are. */
function scrollToMove(): void {
  const box = document.getElementById('sequence');
  const row = document.querySelector<HTMLElement>('.sequence .now');
  const moved = [...document.querySelectorAll('.sequence .now td.moved')].at(-1);
  if (box === null || row === null) return;
  // The line behind a step says what is lost with it.
  const end = (row.nextElementSibling as HTMLElement | null) ?? row;
  const last = end.classList.contains('step') ? row : end;
  const below = last.offsetTop + last.offsetHeight - box.clientHeight;
  if (below > 0) box.scrollTop = below + 8;
  if (moved === undefined) return;
  const right = moved.getBoundingClientRect().right - box.getBoundingClientRect().right;
  box.scrollLeft = Math.max(0, right + 24);
}

function compare(): void {
  const [first] = situation.subjects;
  const isAlone = situation.subjects.length === 1;
  const other = subjectOf({ driver: 'other' });
  unfolded.add('form-two-1');
  change({ ...situation, of: 0, subjects: isAlone ? [first!, other] : [first!] });
}

function copyLink(): void {
  void navigator.clipboard?.writeText(location.href);
  by('copied').textContent = 'Copied. The link holds everything that is shown.';
}

export function start(): void {
  watchPresses();
  if (!matchMedia('(max-width: 820px)').matches) unfolded.add('form-0');
  by('compare').addEventListener('click', compare);
  by('copy').addEventListener('click', copyLink);
  globalThis.addEventListener('popstate', () => void arrive());
  const library = libraryIn(by('library'), (subject) => open(situation.of, subject));
  by('open-library').addEventListener('click', library.toggle);
  const press = (id: string) => (): void => document.getElementById(id)?.click();
  const write = (): void => panel(situation.of).focus();
  helpOn({ l: library.find, e: write, n: press('forward'), p: press('back') });
  paletteOf(
    [
      ['Next step', 'of the run (n)', press('forward')],
      ['Play', 'the run, step by step, or pause it', press('play')],
      ['Step before', 'of the run (p)', press('back')],
      ['Write', 'in the editor (e)', write],
      ['Compare', 'put a second driver beside this one, or show one again', compare],
      ['Copy link', 'the address holds everything that is shown', copyLink],
      ['Start again', 'with the default scenario of dma-buf.rst', () => change(empty)],
      ['Library', 'search drivers, threads and litmus tests (l)', library.find],
      ['Theme', 'light or dark', press('ff-theme')],
      ['Keys and help', 'all keys of this page (?)', press('open-help')],
    ],
    library.deeds,
  );
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    void drop(event.dataTransfer?.files[0]);
  });
  void arrive();
  // The first verdict comes before what is only listed; where the library is away, it is loaded once it is wanted.
  const isShown = getComputedStyle(by('library')).visibility === 'visible';
  if (isShown) afterFirst(() => void library.load());
}

/** Calls when the first subject is answered, or has stood for a while without an answer. */
function afterFirst(call: () => void): void {
  const began = performance.now();
  const look = (): void => {
    const isSearching = standings.length === 0 || standings[0]!.status.is === 'searching';
    if (isSearching && performance.now() - began < 3000) setTimeout(look, 50);
    else call();
  };
  look();
}

/** A file that is dropped is opened. */
async function drop(file: File | undefined): Promise<void> {
  if (file === undefined || file.size > 500_000) return;
  open(situation.of, { is: 'text', name: file.name, text: await file.text() });
}
