import { el } from './dom.ts';

/** A check box with its reason and what is wrong with it. */
export type Tick = {
  readonly id: string;
  readonly label: string;
  readonly on: boolean;
  readonly change: (on: boolean) => void;
  readonly why?: string;
  /** Complaints about it. */
  readonly lines?: readonly string[];
  readonly disabled?: boolean;
};

export function tick(box: Tick): HTMLElement {
  const { id, label, on, change, why = '', lines = [], disabled = false } = box;
  const about = [
    ...(why === '' ? [] : [`${id}-why`]),
    ...(lines.length === 0 ? [] : [`${id}-wrong`]),
  ].join(' ');
  const input = el('input', {
    id,
    type: 'checkbox',
    checked: on,
    disabled,
    ...(about === '' ? {} : { 'aria-describedby': about }),
    change: (event) => change((event.target as HTMLInputElement).checked),
  });
  const wrong = { class: on ? 'wrong' : 'wrong not', id: `${id}-wrong` };
  return el(
    'div',
    { class: 'tick' },
    el('label', {}, input, ` ${label}`),
    why === '' ? null : el('p', { class: 'why', id: `${id}-why` }, why),
    lines.length === 0 ? null : el('p', wrong, lines.join(' ')),
  );
}

/** One of several words; `shows` where a word is not its own label. */
export type Choice = {
  readonly id: string;
  readonly label: string;
  /** The field of the description that it writes. */
  readonly field?: string;
  readonly values: readonly string[];
  readonly now: string;
  readonly change: (value: string) => void;
  readonly shows?: Readonly<Record<string, string>>;
  readonly attributes?: Readonly<Record<string, string>>;
};

export function chooser({
  id,
  label,
  field = '',
  values,
  now,
  change,
  shows = {},
  attributes = {},
}: Choice): HTMLElement {
  const options = values.map((value) =>
    el('option', { value, selected: now === value }, shows[value] ?? value),
  );
  const changed = (event: Event): void => change((event.target as HTMLSelectElement).value);
  const select = el('select', { id, ...attributes, change: changed }, ...options);
  const named = field === '' || field === label ? null : el('code', {}, field);
  return el('label', { class: 'row' }, el('span', {}, `${label} `, named), select);
}

/** Choices under one heading. */
export const group = (legend: string, inside: readonly HTMLElement[], kind = ''): HTMLElement =>
  el('fieldset', kind === '' ? {} : { class: kind }, el('legend', {}, legend), ...inside);
