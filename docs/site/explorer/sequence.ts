import { replay, type Run } from '../../../src/check/finding.ts';
import { actorOf, deedOf } from '../../../src/judge/run-words.ts';
import type { Program } from '../../../src/system/program.ts';
import { quiet, type Telling } from '../../../machines/words/words.ts';
import { el } from './dom.ts';

/** A run to draw. */
export type Drawing = {
  readonly program: Program;
  readonly telling: Telling;
  readonly run: Run;
  /** How many steps have been taken. */
  readonly position: number;
  /** After so many steps a promise can no longer be kept; null: no line is drawn. */
  readonly sealed: { readonly after: number; readonly promise: string } | null;
  readonly go: (position: number) => void;
};

type Lane = { readonly name: string; readonly title: string };

/**
 * A run as a table: a row a step with who does it, a lane a part with the state that it comes to.
 * The steps and the names of the lanes stay in sight when the rest is scrolled.
 */
export function sequence(drawing: Drawing): HTMLElement {
  const { program, run, sealed } = drawing;
  const lanes = program.parts.filter(
    ({ name, table }) =>
      !quiet.includes(program.tables[table]!.lifecycle) &&
      run.some(({ moved }) => moved[name] !== undefined),
  );
  const heads = lanes.map(({ title }) => el('th', { scope: 'col' }, title));
  return el(
    'table',
    { class: 'sequence' },
    el('caption', { class: 'away' }, 'The run: a row for each step, a column for each part'),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'step'), ...heads)),
    el(
      'tbody',
      {},
      ...run.flatMap((_, index) => [
        rowOf(drawing, lanes, index),
        ...(sealed?.after === index + 1 ? [sealLine(sealed.promise, lanes.length)] : []),
      ]),
    ),
  );
}

function rowOf(drawing: Drawing, lanes: readonly Lane[], index: number): HTMLElement {
  const { program, telling, run, position, go } = drawing;
  const runStep = run[index]!;
  const { step, moved } = runStep;
  const touched = lanes.flatMap(({ name }, lane) => (moved[name] === undefined ? [] : [lane]));
  const [first = 0, last = -1] = [touched[0], touched.at(-1)];
  const between = (lane: number): string =>
    lane > first && lane < last
      ? 'between'
      : `${lane === first ? 'first ' : ''}${lane === last ? 'last' : ''}`;
  const done = index < position ? ' done' : '';
  const now = index === position - 1 ? ' now' : '';
  const cells = lanes.map(({ name }, lane) => {
    const to = moved[name]?.[1];
    if (to === undefined) return el('td', { class: between(lane) });
    return el('td', { class: `moved ${between(lane)}`, title: to }, el('i', {}), short(to));
  });
  const take = (): void => go(index + 1);
  return el(
    'tr',
    { class: `step${done}${now}`, 'data-step': String(index + 1), click: take },
    el(
      'th',
      { scope: 'row' },
      el('span', { class: 'name' }, `${index + 1}. ${step}`),
      el('span', { class: 'who' }, actorOf(program, step)),
      now === '' ? null : el('span', { class: 'deed' }, deedOf(program, telling, runStep)),
    ),
    ...cells,
  );
}

function sealLine(promise: string, lanes: number): HTMLElement {
  const text = `From here no run of any kind keeps ${promise}.`;
  return el(
    'tr',
    { class: 'sealed' },
    el('th', { colspan: String(lanes + 1) }, el('span', {}, text)),
  );
}

/** The innermost names of a state: as much as a lane holds. */
const short = (state: string): string =>
  state.length <= 18
    ? state
    : state.slice(state.lastIndexOf('.', state.length - 2) + 1).slice(0, 18);

/** The steps of `steps` from the initial state, as far as they go. */
export function runOf(program: Program, steps: readonly string[]): Run {
  for (let length = steps.length; length > 0; length--) {
    try {
      return replay(program, steps.slice(0, length)).run;
    } catch {
      /* a shorter prefix may go */
    }
  }
  return [];
}
