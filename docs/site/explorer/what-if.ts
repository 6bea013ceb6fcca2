import { refused } from '../../../src/check/finding.ts';
import { refusal, type Program } from '../../../src/system/program.ts';
import { el } from './dom.ts';

/** From this state: the steps that may fire, each a button, and who refuses the others. */
export function whatIf(
  program: Program,
  state: readonly number[],
  take: (step: string) => void,
  unfolding: (id: string, title: string, inside: HTMLElement) => HTMLElement,
): HTMLElement {
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
          ` ${program.actors[step.actor]!.name}`,
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
