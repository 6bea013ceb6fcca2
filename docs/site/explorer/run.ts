import { alternatives } from '../../../machines/description/alternatives.ts';
import type { Described } from '../../../machines/description/description.ts';
import { specOf, systemOf } from '../../../machines/description/system.ts';
import { tellingOf, verbatim, type Telling } from '../../../machines/words/words.ts';
import type { Run } from '../../../src/check/finding.ts';
import { citeOf } from '../../../src/judge/refused.ts';
import { arrowOf, forbidding } from '../../../src/judge/run-words.ts';
import type { VerdictJson } from '../../../src/judge/verdict-json.ts';
import type { Cite } from '../../../src/system/vocabulary.ts';
import { withoutRecovery, type Program } from '../../../src/system/program.ts';
import { follow } from '../../../src/system/run.ts';
import { cycleDrawing } from './cycle.ts';
import { by, el } from './dom.ts';
import { button, scrolled, type Page } from './page.ts';
import { partsView } from './parts.ts';
import { sequence, runOf } from './sequence.ts';
import { toTheEnd } from './situation.ts';
import { whatIf } from './what-if.ts';

type PromiseJson = VerdictJson['promises'][number];

/** The run that is shown, and how far it has been taken. */
type Shown = {
  readonly program: Program;
  /** The words of its lifecycles. */
  readonly telling: Telling;
  /** The promise that it breaks; undefined where none is broken. */
  readonly promise: PromiseJson | undefined;
  readonly steps: Run;
  readonly position: number;
};

/** The run of the first driver: stepper, sequence diagram, waits-for drawing, parts, and what may happen next. */
export function runView(page: Page, answer: VerdictJson): HTMLElement {
  const shown = shownOf(page, answer);
  const { program, telling, promise, steps, position } = shown;
  const byHand = page.situation.hand !== null;
  const state = stateAfter(program, steps.slice(0, position));
  const go = (to: number): void => {
    const next = Math.max(0, Math.min(steps.length, to));
    page.change({ ...page.situation, position: next });
    by('stepper').focus({ preventScroll: true });
    sayStep(page);
  };
  const sealed =
    byHand || promise === undefined || promise.sealed === null
      ? null
      : { after: promise.sealed, promise: promise.name };
  return el(
    'section',
    { 'aria-label': 'A run' },
    el('h2', {}, `${ofWhom(page)}${titleOf(byHand, promise)}`),
    byHand ? backToTheRun(page, promise) : forbidsView(program, promise),
    stepper(shown, go),
    steps.length === 0
      ? null
      : scrolled(
          'Sequence diagram',
          sequence({ program, telling, run: steps, position, sealed, go }),
          {
            id: 'sequence',
          },
        ),
    byHand ? null : waitsView(promise),
    el('h3', {}, 'Where everything is'),
    partsView(page, program, state),
    whatIf({ program, telling, state, take: takes(page, shown) }, page.unfolding),
  );
}

function shownOf({ situation }: Page, answer: VerdictJson): Shown {
  const promise =
    answer.promises.find(({ name }) => name === situation.promise) ??
    answer.promises.find(({ run }) => run.length > 0);
  const described = { ...situation.drivers[situation.of]!, ...answer.alternative } as Described;
  const { description } = alternatives(described)[0]!;
  const program = withoutRecovery(systemOf(description));
  const telling = tellingOf(specOf(description));
  const broken = promise === undefined ? [] : [...promise.run, ...promise.loop];
  const steps = runOf(program, situation.hand ?? broken);
  const sealedAt = situation.hand === null ? promise?.sealed : null;
  const atFirst = sealedAt ?? steps.length;
  const position =
    situation.position === toTheEnd ? atFirst : Math.min(situation.position, steps.length);
  return { program, telling, promise, steps, position };
}

function stateAfter(program: Program, run: Run): readonly number[] {
  const names = run.map(({ step }) => step);
  return follow(program, names).states.at(-1)!;
}

/** Whose run it is, where there are two drivers. */
const ofWhom = ({ situation: { drivers, of } }: Page): string =>
  drivers.length === 1 ? '' : `${drivers[of]!.driver}: `;

function titleOf(byHand: boolean, promise: PromiseJson | undefined): string {
  if (byHand) return 'A run taken by hand';
  return promise === undefined ? 'Try the system by hand' : `How ${promise.name} is broken`;
}

const sayStep = (page: Page): void => {
  page.say(document.querySelector('.count')?.textContent ?? '');
};

/** Takes a step by hand, from where the run stands. */
const takes =
  (page: Page, { steps, position }: Shown) =>
  (step: string): void => {
    const before = steps.slice(0, position).map((taken) => taken.step);
    page.change({ ...page.situation, hand: [...before, step], position: position + 1 });
    by('may-happen').focus({ preventScroll: true });
    sayStep(page);
  };

function stepper({ steps, position }: Shown, go: (to: number) => void): HTMLElement {
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
  const now = position === 0 ? '' : `: ${steps[position - 1]!.step}`;
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
    button('Back', () => go(position - 1), { disabled: position === 0 }),
    button('Forward', () => go(position + 1), { disabled: position === last }),
    el('span', { class: 'count' }, ` step ${position} of ${last}${now}`),
  );
}

/** The cycle that the run ends in: a sentence, a drawing, and the reason of each arrow. */
function waitsView(promise: PromiseJson | undefined): HTMLElement | null {
  if (promise === undefined || promise.waits.length === 0) return null;
  const waits = { chain: promise.waits, closes: promise.closes };
  const reasons = promise.waits.flatMap((wait, index) => {
    const arrow = arrowOf(waits, index);
    return arrow === null ? [] : [el('li', {}, arrow, citation(citeOf(wait.origin)))];
  });
  return el(
    'div',
    { class: 'waits' },
    el('h3', {}, 'At its end: who waits for whom'),
    el('p', {}, promise.cycle.join(' → ')),
    el(
      'div',
      { class: 'beside-each-other' },
      scrolled('Waits-for drawing', cycleDrawing(promise.waits, promise.closes)),
      el('ol', { class: 'reasons' }, ...reasons),
    ),
  );
}

/** The sentences that forbid what the run does. */
function forbidsView(program: Program, promise: PromiseJson | undefined): HTMLElement | null {
  if (promise === undefined) return null;
  const cites = forbidding(program, promise.name, promise.waits);
  if (cites.length === 0) return null;
  return el('div', { class: 'forbids' }, el('h3', {}, 'What forbids it'), ...cites.map(citation));
}

function backToTheRun(page: Page, promise: PromiseJson | undefined): HTMLElement | null {
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
  return el('p', { class: 'cite' }, quoted, ' ', el('span', { class: 'file' }, cite.file));
}
