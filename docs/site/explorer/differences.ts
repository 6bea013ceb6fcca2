import { story, type Described } from '../../../machines/description/description.ts';
import { el } from './dom.ts';
import type { Page } from './page.ts';

/** Where two drivers differ: in what they say, and in the verdicts of their promises. */
export function differencesView({ situation, answers }: Page): HTMLElement {
  const [one, other] = situation.drivers as readonly [Described, Described];
  const rows = [...factRows(one, other), ...promiseRows(answers)];
  const heads = ['of', one.driver, other.driver].map((head) => el('th', { scope: 'col' }, head));
  return el(
    'section',
    { class: 'differences', 'aria-label': 'Differences' },
    el('h2', {}, 'Differences'),
    rows.length === 0
      ? el('p', {}, 'They say the same, and their verdicts are the same.')
      : el('table', {}, el('thead', {}, el('tr', {}, ...heads)), el('tbody', {}, ...rows)),
  );
}

/** Fields of which two descriptions say different things; what is not said is as in the default. */
function factRows(one: Described, other: Described): HTMLElement[] {
  const said = (described: Described, key: string): string => {
    const value: unknown = { ...story, ...described }[key as keyof Described];
    if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
    return typeof value === 'object' ? JSON.stringify(value) : String(value ?? 'none');
  };
  const keys = [...new Set([...Object.keys(story), ...Object.keys(one), ...Object.keys(other)])];
  return keys
    .filter((key) => !['driver', 'about', 'cites', '$schema'].includes(key))
    .filter((key) => said(one, key) !== said(other, key))
    .map((key) => row(key, said(one, key), said(other, key)));
}

/** Promises of which two verdicts differ; a promise that only one system has is not made by the other. */
function promiseRows(answers: Page['answers']): HTMLElement[] {
  const verdicts = answers.map((answer) =>
    answer === null || answer === undefined || typeof answer === 'string'
      ? null
      : new Map(answer.promises.map(({ name, verdict }) => [name, verdict])),
  );
  const [first, second] = verdicts;
  if (!first || !second) return [];
  return [...new Set([...first.keys(), ...second.keys()])]
    .filter((name) => first.get(name) !== second.get(name))
    .map((name) => row(name, first.get(name) ?? 'not made', second.get(name) ?? 'not made'));
}

const row = (name: string, one: string, other: string): HTMLElement =>
  el(
    'tr',
    {},
    el('th', { scope: 'row' }, name),
    el('td', { class: one }, one),
    el('td', { class: other }, other),
  );
