import { forbidding } from '../../../src/judge/run-words.ts';
import { verbatim } from '../../../machines/words/words.ts';
import type { Run } from '../../../src/check/finding.ts';
import type { Cite } from '../../../src/system/vocabulary.ts';
import type { Program } from '../../../src/system/program.ts';
import { follow } from '../../../src/system/run.ts';
import { listed } from '../../../src/text/layout.ts';
import { cycleDrawing } from './cycle.ts';
import { by, el } from './dom.ts';
import type { Mark } from './editing.ts';
import { whenReleased } from './held.ts';
import { button, scrolled, type Page } from './page.ts';
import { partsView } from './parts.ts';
import { sequence } from './sequence.ts';
import { runUntil } from './run-until.ts';
import { toTheEnd } from './situation.ts';
import { threadsCards } from './threads-cards.ts';
import { whatIf } from './what-if.ts';
import { runOf, sideShown, systemShown, type PromiseShown, type System } from './words.ts';

/** The run that is shown, and how far it has been taken. */
type Shown = System & {
  /** The promise that it breaks; undefined where none is broken. */
  readonly promise: PromiseShown | undefined;
  readonly steps: Run;
  readonly position: number;
  readonly byHand: boolean;
};

/** The run of a subject: stepper, lanes, waits-for drawing, parts, and what may happen next. */
export function runView(page: Page): readonly HTMLElement[] {
  const shown = shownOf(page);
  if (shown === null) {
    page.mark(page.situation.of, []);
    return [];
  }
  const { program, promise, steps, position, byHand } = shown;
  const { isStale: isOld, last } = page.standings[page.situation.of]!;
  const isStale = isOld && last !== null;
  // Marks move with the text: those of an earlier text stay where it has moved.
  if (!isStale) page.mark(page.situation.of, marksOf(shown));
  const state = stateAfter(program, steps.slice(0, position));
  return [
    el(
      'section',
      { 'aria-label': 'A run', class: isStale ? 'stale' : '' },
      el('h2', {}, `${ofWhom(page)}${titleOf(byHand, promise)}`),
      byHand ? backToTheRun(page, promise) : leadOf(promise, verdictOf(page)),
      ...stepping(page, shown),
      byHand ? null : waitsView(shown),
      ...cardsOf(page, shown),
      whatIf({ ...shown, state, take: takes(page, shown) }, page),
      runUntil({ program, state, take: takesAll(page, shown) }),
      shown.charts === null ? null : el('h3', {}, 'Where everything is'),
      shown.charts === null
        ? null
        : partsView(page, {
            program,
            charts: shown.charts,
            state,
            moved: steps[position - 1]?.moved ?? {},
            take: takes(page, shown),
          }),
    ),
  ];
}

/** Stepper and lanes. */
function stepping(page: Page, shown: Shown): readonly (HTMLElement | null)[] {
  const { steps, promise, byHand } = shown;
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(steps.length, to));
    page.change({ ...page.situation, position: next });
    by('stepper').focus({ preventScroll: true });
    sayStep(page);
  };
  const go = (to: number): void => {
    pause();
    move(to);
  };
  const sealed =
    byHand || promise === undefined || promise.sealed === null
      ? null
      : { after: promise.sealed, promise: promise.name };
  const loop = byHand || promise === undefined ? null : promise.once;
  const lanes = {
    first: promise?.waits.chain.map(({ part }) => part) ?? [],
    pinned: page.pinned,
    pin: (part: string): void => {
      if (!page.pinned.delete(part)) page.pinned.add(part);
      page.redraw();
    },
  };
  return [
    stepper(shown, go, move),
    steps.length === 0
      ? null
      : scrolled('The run in lanes', sequence({ ...shown, ...lanes, sealed, loop, go }), {
          id: 'sequence',
        }),
    ruleOfStep(shown),
  ];
}

/** Where the step that is shown is written down in the kernel. */
function ruleOfStep({ program, steps, position }: Shown): HTMLElement | null {
  const name = steps[position - 1]?.step;
  const cite = program.steps.find((step) => step.name === name)?.origin.cite ?? null;
  if (cite === null) return null;
  return el('div', { class: 'of-step' }, `Step ${position} is written down here:`, citation(cite)!);
}

function shownOf({ situation, standings }: Page): Shown | null {
  const system = systemShown(situation, standings);
  if (system === null) return null;
  const { program, promises } = system;
  const promise = promises.find(({ name }) => name === situation.promise) ?? promises[0];
  const steps = runOf(program, situation.hand ?? promise?.steps ?? []);
  const byHand = situation.hand !== null;
  const sealedAt = byHand ? null : promise?.sealed;
  const atFirst = sealedAt ?? steps.length;
  const position =
    situation.position === toTheEnd ? atFirst : Math.min(situation.position, steps.length);
  return { ...system, promise, steps, position, byHand };
}

function stateAfter(program: Program, run: Run): readonly number[] {
  const names = run.map(({ step }) => step);
  return follow(program, names).states.at(-1)!;
}

/** Lines of the text that are lit: that of the step, and at the end of a run where each waits. */
function marksOf({ words, steps, position, promise, byHand }: Shown): Mark[] {
  const step = steps[position - 1];
  const line = step === undefined ? null : words.line(step.step);
  const now: Mark[] = line === null ? [] : [{ line, how: 'now', note: `← step ${position}` }];
  if (byHand || promise === undefined || position < steps.length) return now;
  const waits = promise.waits.chain.flatMap(({ title, phrase }): Mark[] => {
    const at = /\(line (\d+)\)$/.exec(phrase ?? '')?.[1];
    return at === undefined ? [] : [{ line: Number(at), how: 'waits', note: `← ${title} waits` }];
  });
  return [...waits, ...now.filter(({ line: at }) => !waits.some((one) => one.line === at))];
}

/** Whose run it is, where there are two subjects. */
function ofWhom({ situation: { subjects, of }, standings }: Page): string {
  if (subjects.length === 1) return '';
  const { reading } = standings[of]!;
  const name = reading.is === 'driver' ? reading.written?.driver : undefined;
  return `${String(name ?? subjects[of]!.name)}: `;
}

function titleOf(byHand: boolean, promise: PromiseShown | undefined): string {
  if (byHand) return 'A run taken by hand';
  return promise === undefined ? 'Try the system by hand' : `How ${promise.name} is broken`;
}

const means: Readonly<Record<string, string>> = {
  broken: 'A rule of use is broken',
  deadlock: 'No run of any kind keeps it',
  indefinite: 'Only a favour of the environment can keep it',
  unbounded: 'A fair run exists on which it is never kept',
};

/** The verdict on the subject whose run is shown; null while there is none. */
function verdictOf({ situation, standings }: Page): string | null {
  const answer = standings[situation.of]!.last?.answer;
  if (answer?.is === 'driver') return answer.verdict.verdict;
  if (answer?.is === 'litmus') return answer.told.verdict;
  return answer?.is === 'threads' ? sideShown(answer.told.sides, situation.side).verdict : null;
}

/** What is said where no promise has a run that breaks it. */
function unbroken(verdict: string | null): string {
  if (verdict === null) return 'The search continues, and you can take steps meanwhile.';
  return verdict === 'finite'
    ? 'Every promise is kept on every fair run. Take steps to see where they lead.'
    : 'No run that breaks a promise was found. Take steps to see where they lead.';
}

/** What the verdict means, and how long the run is. */
function leadOf(promise: PromiseShown | undefined, answered: string | null): HTMLElement {
  if (promise === undefined) return el('p', { class: 'lead' }, unbroken(answered));
  const { verdict, once, steps, favours } = promise;
  const again = steps.length - once;
  const length =
    `The shortest run has ${once === 1 ? 'one step' : `${once} steps`}` +
    (again === 0
      ? '.'
      : `; the last ${again === 1 ? 'one comes' : `${again} come`} again and again.`);
  const helps =
    favours.length === 0
      ? ''
      : ` The shortest way out, which nobody has to take: ${listed(favours)}.`;
  return el('p', { class: 'lead' }, `${means[verdict] ?? verdict}. ${length}${helps}`);
}

const sayStep = (page: Page): void => {
  page.say(document.querySelector('.count')?.textContent ?? '');
};

/** Takes steps by hand, from where the run stands. */
const takesAll =
  (page: Page, { steps, position }: Shown) =>
  (more: readonly string[]): void => {
    const before = steps.slice(0, position).map((taken) => taken.step);
    const hand = [...before, ...more];
    page.change({ ...page.situation, hand, position: hand.length });
    sayStep(page);
  };

/** Takes one step by hand. */
const takes =
  (page: Page, shown: Shown) =>
  (step: string): void => {
    takesAll(page, shown)([step]);
    by('may-happen').focus({ preventScroll: true });
  };

function stepper(
  { steps, position, words }: Shown,
  go: (to: number) => void,
  move: (to: number) => void,
): HTMLElement {
  const last = steps.length;
  const targets: Readonly<Record<string, number>> = {
    ArrowRight: position + 1,
    ArrowDown: position + 1,
    ArrowLeft: position - 1,
    ArrowUp: position - 1,
    Home: 0,
    End: last,
  };
  const keydown = (event: Event): void => {
    const target = targets[(event as KeyboardEvent).key];
    if (target === undefined) return;
    event.preventDefault();
    go(target);
  };
  const now = position === 0 ? '' : `: ${words.name(steps[position - 1]!.step)}`;
  return el(
    'div',
    {
      id: 'stepper',
      class: 'stepper',
      tabindex: '0',
      role: 'group',
      'aria-label': 'Steps of the run; arrow keys step',
      keydown,
    },
    button('Back', () => go(position - 1), { id: 'back', disabled: position === 0 }),
    button('Forward', () => go(position + 1), { id: 'forward', disabled: position === last }),
    last === 0 ? null : playButton(position, last, move),
    el('span', { class: 'count' }, ` step ${position} of ${last}${now}`),
  );
}

/** Milliseconds that each step of a run that plays is shown. */
const beat = 1100;
/** The run that is shown plays; its next step comes with this timer. */
const play = { isOn: false, timer: 0 };

function pause(): void {
  play.isOn = false;
  clearTimeout(play.timer);
}

/** Plays the run, from its beginning where it has ended; any other way to step pauses it. */
function playButton(position: number, last: number, move: (to: number) => void): HTMLElement {
  clearTimeout(play.timer);
  if (position === last) play.isOn = false;
  const next = (): void => {
    if (play.isOn) move(position + 1);
  };
  if (play.isOn) play.timer = setTimeout(() => whenReleased(next), beat) as unknown as number;
  const toggle = (): void => {
    play.isOn = !play.isOn;
    const from = position === last ? 0 : position + 1;
    move(play.isOn ? from : position);
  };
  return button(play.isOn ? 'Pause' : 'Play', toggle, { id: 'play' });
}

/** The cycle that the run ends in: a sentence, a drawing, and the reason of each arrow. */
function waitsView({ promise, words }: Shown): HTMLElement | null {
  if (promise === undefined || promise.waits.chain.length === 0) return null;
  const { waits } = promise;
  const { chain, closes } = waits;
  const reasons = chain.flatMap((_, index) => {
    const arrow = words.arrow(waits, index);
    return arrow === null ? [] : [el('li', {}, arrow.text, citation(arrow.cite))];
  });
  return el(
    'div',
    { class: 'waits' },
    el('h3', {}, 'At its end: who waits for whom'),
    el(
      'div',
      { class: 'beside-each-other' },
      scrolled('Waits-for drawing', cycleDrawing(chain, closes), { class: 'scroll ring' }),
      el('ol', { class: 'reasons' }, ...reasons),
    ),
  );
}

/** What forbids it, and what else is said of threads. */
function cardsOf(page: Page, { program, promise, byHand }: Shown): readonly (HTMLElement | null)[] {
  const { situation, standings } = page;
  const answer = standings[situation.of]!.last?.answer;
  if (answer?.is === 'threads')
    return [threadsCards(answer.told, sideShown(answer.told.sides, situation.side))];
  return [byHand ? null : forbidsView(program, promise)];
}

/** The sentences that forbid what the run does. */
function forbidsView(program: Program, promise: PromiseShown | undefined): HTMLElement | null {
  if (promise === undefined) return null;
  const cites = forbidding(
    program,
    { promise: promise.name, verdict: promise.verdict },
    promise.waits.chain,
  );
  if (cites.length === 0) return null;
  return el('div', { class: 'forbids' }, el('h3', {}, 'What forbids it'), ...cites.map(citation));
}

function backToTheRun(page: Page, promise: PromiseShown | undefined): HTMLElement | null {
  if (promise === undefined) return null;
  const back = (): void => page.change({ ...page.situation, hand: null, position: toTheEnd });
  return el(
    'p',
    {},
    button(`Back to the run that breaks ${promise.name}`, back, { id: 'back-to-run' }),
  );
}

/** A sentence of the kernel, or what its code does, with its file. */
function citation(cite: Cite | null): HTMLElement | null {
  if (cite === null) return null;
  const quoted = verbatim(cite) ? `“${cite.says}”` : cite.says;
  return el('p', { class: 'cite' }, quoted, ' ', el('span', { class: 'source' }, cite.file));
}
