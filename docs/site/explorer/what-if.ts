import { movedBetween, refused } from '../../../src/check/finding.ts';
import { fire, refusal, type Program } from '../../../src/system/program.ts';
import { el } from './dom.ts';
import type { Page } from './page.ts';
import type { Words } from './words.ts';

/** Where a run stands, and how it is taken on. */
type Here = {
  readonly program: Program;
  readonly words: Words;
  readonly state: readonly number[];
  readonly take: (step: string) => void;
};

/** From this state: the steps that may fire, each a button, and who refuses the others. */
export function whatIf({ program, words, state, take }: Here, { unfolding }: Page): HTMLElement {
  const enabled: HTMLElement[] = [];
  const others: HTMLElement[] = [];
  for (const step of program.steps) {
    const by = refusal(program, step, state);
    if (by === null) {
      const moved = movedBetween(program, state, fire(program, step, state)!);
      enabled.push(
        el(
          'li',
          {},
          el(
            'button',
            { type: 'button', id: `take-${step.name}`, click: () => take(step.name) },
            words.name(step.name),
          ),
          el('span', { class: 'who' }, words.who(step.name)),
          el('span', { class: 'deed' }, preview(words, step.name, moved)),
        ),
      );
    } else {
      const { origin } = by;
      others.push(
        el(
          'li',
          {},
          el('code', {}, words.name(step.name)),
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

/** The state to which a step leads, in words: what changes, before it is taken. */
function preview(words: Words, step: string, moved: ReturnType<typeof movedBetween>): string {
  const deed = words.deed({ step, moved });
  if (deed !== '') return deed;
  const lanes = words.lanes([{ step, moved }]);
  const changes = lanes.map(
    ({ part, name }) => `${name}: ${words.cell({ step, moved }, part, moved[part]![1])}`,
  );
  return changes.length === 0 ? 'Nothing else changes.' : changes.join('; ');
}
