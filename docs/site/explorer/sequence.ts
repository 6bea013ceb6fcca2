import type { Run } from '../../../src/check/finding.ts';
import { el } from './dom.ts';
import type { Lane, Words } from './words.ts';

/** A run to draw. */
export type Drawing = {
  readonly words: Words;
  readonly steps: Run;
  /** How many steps have been taken. */
  readonly position: number;
  /** After so many steps a promise can no longer be kept; null: no line is drawn. */
  readonly sealed: { readonly after: number; readonly promise: string } | null;
  /** After so many steps the others come again and again; null: none do. */
  readonly loop: number | null;
  readonly go: (position: number) => void;
  /** Parts whose lanes come first, in this order: those of the cycle. */
  readonly first: readonly string[];
  /** Parts whose lanes stay in sight before all others. */
  readonly pinned: ReadonlySet<string>;
  readonly pin: (part: string) => void;
};

/**
 * A run as a table: a row a step with who does it, a lane a part with the state that it comes to.
 * The steps and the names of the lanes stay in sight when the rest is scrolled.
 */
export function sequence(drawing: Drawing): HTMLElement {
  const { words, steps, sealed, loop } = drawing;
  const lanes = inOrder(words.lanes(steps), drawing);
  const heads = lanes.map((lane) => headOf(lane, drawing));
  const table = el(
    'table',
    { class: 'sequence', role: 'table' },
    el('caption', { class: 'away' }, 'The run: a row for each step, a column for each part'),
    el(
      'thead',
      { role: 'rowgroup' },
      el('tr', { role: 'row' }, el('th', { scope: 'col', role: 'columnheader' }, 'step'), ...heads),
    ),
    el(
      'tbody',
      { role: 'rowgroup' },
      ...steps.flatMap((_, index) => [
        ...(loop === index && index > 0 ? [line('And then, again and again:', lanes, 'loop')] : []),
        rowOf(drawing, lanes, index),
        ...(sealed?.after === index + 1
          ? [line(`From here no run of any kind keeps ${sealed.promise}.`, lanes, 'sealed')]
          : []),
      ]),
    ),
  );
  requestAnimationFrame(() => holdPinned(table));
  return table;
}

/** Pinned lanes, then those of the cycle, then the others. */
function inOrder(lanes: readonly Lane[], { pinned, first }: Drawing): readonly Lane[] {
  const rank = ({ part }: Lane): number => {
    if (pinned.has(part)) return -1;
    const place = first.indexOf(part);
    return place === -1 ? first.length : place;
  };
  return [...lanes].sort((a, b) => rank(a) - rank(b));
}

/** The name of a lane is a button that pins it. */
function headOf({ part, name, what }: Lane, { pinned, pin }: Drawing): HTMLElement {
  const isPinned = pinned.has(part);
  const title = isPinned ? 'Pinned: stays in sight. Press to let it go.' : 'Press to pin this lane';
  return el(
    'th',
    { scope: 'col', role: 'columnheader', class: isPinned ? 'pinned' : '' },
    el(
      'button',
      {
        type: 'button',
        id: `lane-${part}`,
        title,
        'aria-pressed': String(isPinned),
        click: () => pin(part),
      },
      name,
    ),
    what === '' ? null : el('small', {}, what),
  );
}

/** Pinned lanes stop beside each other, behind the names of the steps. */
function holdPinned(table: HTMLElement): void {
  const [steps, ...heads] = [...table.querySelectorAll<HTMLElement>('thead th')];
  let left = steps?.offsetWidth ?? 0;
  for (const [lane, head] of heads.entries()) {
    if (!head.classList.contains('pinned')) return;
    const own = `tr > :nth-child(${lane + 2}):not([colspan])`;
    for (const cell of table.querySelectorAll<HTMLElement>(own)) cell.style.left = `${left}px`;
    left += head.offsetWidth;
  }
}

function rowOf(drawing: Drawing, lanes: readonly Lane[], index: number): HTMLElement {
  const { words, steps, position, go, pinned } = drawing;
  const runStep = steps[index]!;
  const { step, moved } = runStep;
  const touched = lanes.flatMap(({ part }, lane) => (moved[part] === undefined ? [] : [lane]));
  const [first = 0, last = -1] = [touched[0], touched.at(-1)];
  const between = (lane: number): string =>
    lane > first && lane < last
      ? 'between'
      : `${lane === first ? 'first ' : ''}${lane === last ? 'last' : ''}`;
  const done = index < position ? ' done' : '';
  const now = index === position - 1 ? ' now' : '';
  const cells = lanes.map(({ part, name }, lane) => {
    const to = moved[part]?.[1];
    const hold = pinned.has(part) ? ' pinned' : '';
    if (to === undefined) return el('td', { class: `${between(lane)}${hold}`, role: 'cell' });
    const acts = words.acts(step, part) ? ' acts' : '';
    return el(
      'td',
      { class: `moved ${between(lane)}${acts}${hold}`, role: 'cell', title: to },
      el('span', { class: 'to', 'data-lane': name }, words.cell(runStep, part, to)),
    );
  });
  const take = (): void => go(index + 1);
  const deed = words.deed(runStep);
  return el(
    'tr',
    {
      class: `step${done}${now}`,
      role: 'row',
      'data-step': String(index + 1),
      ...(now === '' ? {} : { 'aria-current': 'step' }),
      click: take,
    },
    el(
      'th',
      { scope: 'row', role: 'rowheader' },
      el('span', { class: 'name' }, ...breakable(`${index + 1}. ${words.name(step)}`)),
      el('span', { class: 'who' }, words.who(step)),
      now === '' || deed === '' ? null : el('span', { class: 'deed' }, deed),
    ),
    ...cells,
  );
}

/** A long name may be broken behind a part of it. */
const breakable = (text: string): readonly Node[] =>
  text
    .split(/(?<=[_(,.](?=[A-Za-z&]))/)
    .flatMap((piece, at) => [...(at === 0 ? [] : [el('wbr', {})]), document.createTextNode(piece)]);

const line = (text: string, lanes: readonly Lane[], how: string): HTMLElement =>
  el(
    'tr',
    { class: how, role: 'row' },
    el('th', { colspan: String(lanes.length + 1), role: 'rowheader' }, el('span', {}, text)),
  );
