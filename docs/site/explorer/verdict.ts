import type { VerdictJson } from '../../../src/judge/verdict-json.ts';
import { el } from './dom.ts';
import { button, type Page } from './page.ts';
import { toTheEnd } from './situation.ts';

type PromiseJson = VerdictJson['promises'][number];

/** The verdict on a driver: its word, how far the search came, each promise, remedies. Empty while there is none. */
export function verdictView(page: Page, index: number): HTMLElement {
  const answer = page.answers[index];
  if (answer === null || answer === undefined || typeof answer === 'string') return el('div', {});
  return el(
    'div',
    { class: `verdict ${answer.verdict}` },
    el('p', { class: 'word', 'data-verdict': answer.verdict }, answer.verdict),
    answer.stopped === null ? null : endedEarly(answer),
    promiseTable(page, answer, index),
    answer.remedies.length === 0 ? null : remedies(page, answer, index),
    answer.verdict === 'finite' ? el('p', {}, needs(answer)) : null,
  );
}

const count = (number: number): string => number.toLocaleString('en');

function endedEarly({ states, stopped }: VerdictJson): HTMLElement {
  return el(
    'p',
    {},
    `The search stopped early, after ${count(states)} states (${stopped}). ` +
      'The verdict says nothing about the states that it did not reach. ' +
      'The command line can use more memory: save the file below and run ',
    el('code', {}, 'npx finite-fence check FILE'),
    '.',
  );
}

function promiseTable(page: Page, answer: VerdictJson, index: number): HTMLElement {
  const heads = ['promise', 'verdict', 'with hang recovery'];
  return el(
    'table',
    {},
    el('caption', {}, `${count(answer.states)} states, ${count(answer.edges)} steps between them`),
    el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, ...answer.promises.map((promise) => promiseRow(page, promise, index))),
  );
}

function promiseRow(page: Page, promise: PromiseJson, index: number): HTMLElement {
  const { name, verdict, pending, recovered, run } = promise;
  const showRun = (): void => {
    page.change({ ...page.situation, promise: name, position: toTheEnd, hand: null, of: index });
  };
  const hasRun = run.length > 0;
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, hasRun ? button(name, showRun, { id: `promise-${name}` }) : name),
    el('td', { class: verdict }, pending === 0 ? `${verdict} (never pending)` : verdict),
    el('td', {}, recovered ?? ''),
  );
}

/** Every change that would make it finite, each a button that makes it. */
function remedies(page: Page, answer: VerdictJson, index: number): HTMLElement {
  const { situation } = page;
  const apply = ({ change }: Remedy): void => {
    const drivers = situation.drivers.map((driver, at) =>
      at === index ? { ...driver, ...change } : driver,
    );
    page.change({
      ...situation,
      drivers,
      of: index,
      promise: null,
      position: toTheEnd,
      hand: null,
    });
  };
  const choices = answer.remedies.map((remedy, at) =>
    el(
      'li',
      {},
      button(remedy.what, () => apply(remedy), { id: `remedy-${index}-${at}` }),
    ),
  );
  return el(
    'div',
    { class: 'remedies' },
    el('p', {}, 'Any one of these changes would make it finite:'),
    el('ul', {}, ...choices),
  );
}

type Remedy = VerdictJson['remedies'][number];

function needs(answer: VerdictJson): string {
  const needs = [...new Set(answer.promises.flatMap((promise) => promise.needs))].filter(
    (need) => !need.endsWith(' acts'),
  );
  return needs.length === 0
    ? 'It rests on no assumption that could be dropped.'
    : `Finite because: ${needs.join('; ')}.`;
}
