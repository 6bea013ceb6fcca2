import { story, type Described } from '../../../machines/description/description.ts';
import { el } from './dom.ts';
import type { Page, Standing } from './page.ts';

/** Where two subjects differ: in what they say, and in the verdicts of their promises. */
export function differencesView({ situation, standings }: Page): HTMLElement {
  const [one, other] = standings as readonly [Standing, Standing];
  const names = standings.map(({ reading }, at) => {
    const name = reading.is === 'driver' ? reading.written?.driver : undefined;
    return String(name ?? situation.subjects[at]!.name);
  });
  const facts = factRows(writtenIn(one), writtenIn(other));
  const verdicts = promiseRows(standings);
  const rows = [
    ...(facts.length === 0 ? [] : [heading('What they say'), ...facts]),
    ...(verdicts.length === 0 ? [] : [heading('Verdicts'), ...verdicts]),
  ];
  const heads = names.map((name, at) =>
    el('th', { scope: 'col' }, `${name} `, verdictOf(standings[at]!)),
  );
  return el(
    'section',
    { class: 'differences', 'aria-label': 'Differences' },
    el('h2', {}, 'Differences'),
    rows.length === 0
      ? el('p', {}, 'They say the same, and their verdicts are the same.')
      : el(
          'table',
          {},
          el('thead', {}, el('tr', {}, el('td', {}), ...heads)),
          el('tbody', {}, ...rows),
        ),
  );
}

/** The word of a verdict; nothing while it is asked for. */
function verdictOf({ last, isStale }: Standing): HTMLElement {
  const answer = isStale ? undefined : last?.answer;
  const word = wordIn(answer);
  return el('span', { class: `is ${word}` }, word);
}

function wordIn(answer: NonNullable<Standing['last']>['answer'] | undefined): string {
  if (answer === undefined || answer.is === 'vocabulary') return '';
  if (answer.is === 'driver') return answer.verdict.verdict;
  return answer.is === 'litmus' ? answer.told.verdict : answer.told.sides[0]!.verdict;
}

const writtenIn = ({ reading }: Standing): Described | null =>
  reading.is === 'driver' ? reading.written : null;

const heading = (text: string): HTMLElement =>
  el('tr', { class: 'heading' }, el('th', { scope: 'rowgroup', colspan: '3' }, text));

/** Fields of which two descriptions say different things; what is not said is as in the default. */
function factRows(one: Described | null, other: Described | null): HTMLElement[] {
  if (one === null || other === null) return [];
  const valueOf = (described: Described, key: string): unknown =>
    ({ ...story, ...described })[key as keyof Described];
  const keys = [...new Set([...Object.keys(story), ...Object.keys(one), ...Object.keys(other)])];
  return keys
    .filter((key) => !['driver', 'about', 'cites', 'expect', '$schema'].includes(key))
    .map((key) => [key, valueOf(one, key), valueOf(other, key)] as const)
    .filter(([, left, right]) => said(left) !== said(right))
    .map(([key, left, right]) => row(key, factCell(left, right), factCell(right, left)));
}

function said(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value ?? 'none');
}

/** A value; of a list, what the other has not is marked. */
function factCell(value: unknown, other: unknown): HTMLElement {
  if (!Array.isArray(value) || value.length === 0) return el('td', {}, said(value));
  const beside: readonly unknown[] = Array.isArray(other) ? other : [];
  return el(
    'td',
    {},
    ...value.flatMap((one, at) => [
      ...(at === 0 ? [] : [', ']),
      beside.includes(one) ? String(one) : el('mark', {}, String(one)),
    ]),
  );
}

/** Promises of which two verdicts differ; a promise that only one system has is not made by the other. */
function promiseRows(standings: readonly Standing[]): HTMLElement[] {
  const [first, second] = standings.map(verdictsOf);
  if (!first || !second) return [];
  return [...new Set([...first.keys(), ...second.keys()])]
    .filter((name) => first.get(name) !== second.get(name))
    .map((name) => row(name, verdictCell(first.get(name)), verdictCell(second.get(name))));
}

/** The verdict of each promise; null: there is no answer to what is written now. */
function verdictsOf({ last, isStale }: Standing): ReadonlyMap<string, string> | null {
  if (last === null || isStale) return null;
  const { answer } = last;
  if (answer.is === 'driver')
    return new Map(answer.verdict.promises.map(({ name, verdict }) => [name, verdict]));
  if (answer.is === 'threads')
    return new Map(answer.told.sides[0]!.promises.map(({ name, verdict }) => [name, verdict]));
  if (answer.is === 'litmus')
    return new Map(answer.told.promises.map(({ name, verdict }) => [name, verdict]));
  return null;
}

const verdictCell = (verdict = 'not made'): HTMLElement => el('td', { class: verdict }, verdict);

const row = (name: string, one: HTMLElement, other: HTMLElement): HTMLElement =>
  el('tr', {}, el('th', { scope: 'row' }, name), one, other);
