import { understand } from '../../../machines/description/complaints.ts';
import type { VerdictJson } from '../../../src/judge/verdict-json.ts';
import { by, el } from './dom.ts';
import type { Asked, Told } from './messages.ts';
import type { Page } from './page.ts';
import { differencesView } from './differences.ts';
import { panel } from './panel.ts';
import { runView } from './run.ts';
import { searcher } from './searcher.ts';
import { empty, fromAddress, toAddress, type Situation } from './situation.ts';

/** What a search may use, by the build. */
declare const MOST_STATES: number;
const mostBytes = 2 ** 30;
const damaged = 'This link is damaged. Showing the default driver instead.';

let situation: Situation = empty;
/** One answer a driver: a verdict, a line that says why there is none, or null while it is asked for. */
let answers: (VerdictJson | string | null)[] = [];
const workers: (Worker | null)[] = [];
let serial = 0;
/** The number of the last question about each driver: answers to earlier ones are dropped. */
const asked: number[] = [];
/** Ids of what is folded out. */
const isNarrow = matchMedia('(max-width: 820px)').matches;
const unfolded = new Set<string>(isNarrow ? [] : ['form-0']);

/** The line stays where it is, so that a screen reader notices that it changes. */
function say(text: string): void {
  if (by('told').textContent !== text) by('told').textContent = text;
}

const nameOf = (index: number): string => situation.drivers[index]!.driver;

/** Searches a driver's system, in a worker. */
function check(index: number): void {
  workers[index]?.terminate();
  workers[index] = null;
  answers[index] = null;
  const read = understand(situation.drivers[index]!);
  if (!('described' in read)) {
    answers[index] = '';
    show();
    say(`${nameOf(index)}: ${read.complaints.map(({ line }) => line).join('; ')}`);
    return;
  }
  const id = ++serial;
  asked[index] = id;
  const question: Asked = { id, described: read.described, states: MOST_STATES, bytes: mostBytes };
  searcher().then(
    (worker) => {
      if (asked[index] === id && answers[index] === null) ask(worker, index, question);
      else worker.terminate();
    },
    (error: unknown) => {
      answers[index] = error instanceof Error ? error.message : String(error);
      show();
    },
  );
  show();
}

function ask(worker: Worker, index: number, question: Asked): void {
  workers[index] = worker;
  const end = (answer: VerdictJson | string): void => {
    workers[index] = null;
    answers[index] = answer;
    show();
  };
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.id !== question.id) return;
    if (data.kind === 'progress') {
      const line = `searching: ${data.states.toLocaleString('en')} states`;
      by(`status-${index}`).firstChild!.textContent = line;
      return;
    }
    worker.terminate();
    end(data.kind === 'done' ? data.verdict : data.line);
    say(`${nameOf(index)}: ${data.kind === 'done' ? data.verdict.verdict : data.line}`);
  };
  worker.onerror = () => end('the search ended without an answer');
  worker.postMessage(question);
}

function cancel(index: number): void {
  workers[index]?.terminate();
  workers[index] = null;
  answers[index] = 'cancelled';
  show();
  say('cancelled');
}

/** Shows what the address says; of one that is not ours it says so, in a line. */
function arrive(): void {
  const address = location.hash.slice(1);
  const given = address === '' ? empty : fromAddress(address);
  answers = [];
  change(given ?? empty, 'kept');
  if (given === null) by('notice').textContent = damaged;
}

/**
 * Shows another situation. Its address replaces the one before, if only the step is another; is one
 * more in the history, if the driver, the promise or the run is; or stays as it was given.
 */
function change(next: Situation, address: 'written' | 'kept' = 'written'): void {
  by('notice').textContent = '';
  const same = (index: number): boolean =>
    JSON.stringify(next.drivers[index]) === JSON.stringify(situation.drivers[index]);
  const changed = [...next.drivers.keys()].filter(
    (index) => !same(index) || answers[index] === undefined,
  );
  for (let index = next.drivers.length; index < workers.length; index++)
    workers[index]?.terminate();
  const isOnlyTheStep =
    JSON.stringify({ ...next, position: 0 }) === JSON.stringify({ ...situation, position: 0 });
  situation = next;
  answers.length = Math.min(answers.length, next.drivers.length);
  if (address === 'written') {
    const to = `#${toAddress(situation)}`;
    if (isOnlyTheStep) history.replaceState(null, '', to);
    else history.pushState(null, '', to);
  }
  if (changed.length === 0) show();
  for (const index of changed) check(index);
}

/** An element that can be folded out, and stays so when the page is drawn anew. */
function unfolding(id: string, title: string, ...inside: readonly HTMLElement[]): HTMLElement {
  const toggle = (event: Event): void => {
    if ((event.target as HTMLDetailsElement).open) unfolded.add(id);
    else unfolded.delete(id);
  };
  return el('details', { open: unfolded.has(id), toggle }, el('summary', { id }, title), ...inside);
}

/** Draws the page anew; what had the focus has it again. */
function show(): void {
  const had = document.activeElement?.id ?? '';
  const page: Page = {
    situation,
    answers,
    change,
    cancel,
    searchAgain: check,
    say,
    unfolding,
    unfolded,
  };
  by('drivers').replaceChildren(
    ...situation.drivers.map((described, index) => panel(page, described, index)),
  );
  const alone = situation.drivers.length === 1;
  if (!alone) by('drivers').prepend(differencesView(page));
  document.querySelector('main')!.classList.toggle('two', !alone);
  by('compare').textContent = alone ? 'Compare with a second driver' : 'Show one driver';
  const answer = answers[situation.of];
  const isThere = answer !== null && answer !== undefined && typeof answer !== 'string';
  by('run').replaceChildren(...(isThere ? [runView(page, answer)] : []));
  scrollToMove();
  if (had !== '' && document.activeElement?.id !== had)
    document.getElementById(had)?.focus({ preventScroll: true });
}

/** Whoever moves in the step that is shown is in sight, however many lanes there are. */
function scrollToMove(): void {
  const box = document.getElementById('sequence');
  const moved = [...document.querySelectorAll('.sequence .now td.moved')].at(-1);
  if (box === null || moved === undefined) return;
  const right = moved.getBoundingClientRect().right - box.getBoundingClientRect().right;
  box.scrollLeft = Math.max(0, right + 24);
}

by('compare').addEventListener('click', () => {
  const [first] = situation.drivers;
  const alone = situation.drivers.length === 1;
  unfolded.add('form-1');
  if (alone) unfolded.delete('form-0');
  else unfolded.add('form-0');
  change({ ...situation, of: 0, drivers: alone ? [first!, { driver: 'other' }] : [first!] });
});
by('copy').addEventListener('click', () => {
  void navigator.clipboard?.writeText(location.href);
  by('copied').textContent = 'Copied. The link holds everything that is shown.';
});
globalThis.addEventListener('popstate', arrive);
by('theme').addEventListener('click', () => {
  const root = document.documentElement;
  const preferred = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const now = root.dataset['theme'] ?? preferred;
  root.dataset['theme'] = now === 'dark' ? 'light' : 'dark';
});
arrive();
