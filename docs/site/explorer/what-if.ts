import { movedBetween, refused } from '../../../src/check/finding.ts';
import type { Telling } from '../../../machines/words/words.ts';
import { actorOf, deedOf } from '../../../src/judge/run-words.ts';
import { fire, refusal, type Program, type Step } from '../../../src/system/program.ts';
import { el } from './dom.ts';

/** Where a run stands, and how it is taken on. */
type Here = {
  readonly program: Program;
  readonly telling: Telling;
  readonly state: readonly number[];
  readonly take: (step: string) => void;
};

/** From this state: the steps that may fire, each a button, and who refuses the others. */
export function whatIf(
  { program, telling, state, take }: Here,
  unfolding: (id: string, title: string, inside: HTMLElement) => HTMLElement,
): HTMLElement {
  const preview = (step: Step): string => {
    const next = fire(program, step, state)!;
    return deedOf(program, telling, { step: step.name, moved: movedBetween(program, state, next) });
  };
  const enabled: HTMLElement[] = [];
  const others: HTMLElement[] = [];
  for (const step of program.steps) {
    const by = refusal(program, step, state);
    if (by === null) {
      enabled.push(
        el(
          'li',
          {},
          el(
            'button',
            {
              type: 'button',
              click: () => {
                take(step.name);
              },
            },
            step.name,
          ),
          el('span', { class: 'who' }, actorOf(program, step.name)),
          el('span', { class: 'deed' }, preview(step)),
        ),
      );
    } else {
      const { origin } = by;
      others.push(
        el(
          'li',
          {},
          el('code', {}, step.name),
          `: ${refused(program, by, state)}`,
          origin.clause === null ? '' : ` (${origin.clause})`,
          origin.cite === null ? null : el('q', {}, origin.cite.says),
        ),
      );
    }
  }
  return el(
    'div',
    { class: 'what-if' },
    el('h3', { id: 'may-happen', tabindex: '-1' }, `May happen now (${enabled.length})`),
    enabled.length === 0
      ? el('p', {}, 'No step is possible: the run ends in this state.')
      : el('ul', { class: 'enabled' }, ...enabled),
    unfolding(
      'refused',
      `Refused now, and by whom (${others.length})`,
      el('ul', { class: 'refused' }, ...others),
    ),
  );
}
