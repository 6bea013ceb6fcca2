import { alternatives } from '../../../machines/description/alternatives.ts';
import type { Described } from '../../../machines/description/description.ts';
import { systemOf } from '../../../machines/description/system.ts';
import type { Run } from '../../../src/check/finding.ts';
import type { VerdictJson } from '../../../src/judge/verdict-json.ts';
import { withoutRecovery, type Program } from '../../../src/system/program.ts';
import { follow } from '../../../src/system/run.ts';
import { cycleDrawing } from './cycle.ts';
import { by, el } from './dom.ts';
import { button, scrolled, type Page } from './page.ts';
import { partsView } from './parts.ts';
import { sequence, runOf } from './sequence.ts';
import { whatIf } from './what-if.ts';

type PromiseJson = VerdictJson['promises'][number];

/** The run that is shown, and how far it has been taken. */
type Shown = {
  readonly program: Program;
  /** The promise that it breaks; undefined where none is broken. */
  readonly promise: PromiseJson | undefined;
  readonly steps: Run;
  readonly position: number;
};

/** The run of the first driver: stepper, sequence diagram, waits-for drawing, parts, and what may happen next. */
export function runView(page: Page, answer: VerdictJson): HTMLElement {
  const shown = shownOf(page, answer);
  const { program, promise, steps, position } = shown;
  const byHand = page.situation.hand !== null;
  const state = stateAfter(program, steps.slice(0, position));
  const go = (to: number): void => {
    const next = Math.max(0, Math.min(steps.length, to));
    page.change({ ...page.situation, position: next });
    by('stepper').focus({ preventScroll: true });
    sayStep(page);
  };
  const sealed = byHand ? null : (promise?.sealed ?? null);
  return el(
    'section',
    { 'aria-label': 'A run' },
    el('h2', {}, titleOf(byHand, promise)),
    stepper(shown, go),
    steps.length === 0
      ? null
      : scrolled('Sequence diagram', sequence({ program, run: steps, position, sealed, go }), {
          id: 'sequence',
        }),
    !byHand && position === steps.length ? waitsView(promise) : null,
    el('h3', {}, 'Where everything is'),
    partsView(page, program, state),
    whatIf(program, state, takes(page, shown), page.unfolding),
  );
}

function shownOf({ situation }: Page, answer: VerdictJson): Shown {
  const promise =
    answer.promises.find(({ name }) => name === situation.promise) ??
    answer.promises.find(({ run }) => run.length > 0);
  const described = { ...situation.drivers[0]!, ...answer.alternative } as Described;
  const program = withoutRecovery(systemOf(alternatives(described)[0]!.description));
  const broken = promise === undefined ? [] : [...promise.run, ...promise.loop];
  const steps = runOf(program, situation.hand ?? broken);
  return { program, promise, steps, position: Math.min(situation.position, steps.length) };
}

function stateAfter(program: Program, run: Run): readonly number[] {
  const names = run.map(({ step }) => step);
  return follow(program, names).states.at(-1)!;
}

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

function waitsView(promise: PromiseJson | undefined): HTMLElement | null {
  if (promise === undefined || promise.waits.length === 0) return null;
  return el(
    'div',
    {},
    el('h3', {}, 'Who then waits for whom'),
    el('p', {}, promise.cycle.join(' → ')),
    scrolled('Waits-for drawing', cycleDrawing(promise.waits, promise.closes)),
  );
}
