import type { VerdictJson } from '../../../src/judge/verdict-json.ts';
import { el } from './dom.ts';
import type { LitmusTold } from './litmus-told.ts';
import { button, several, type Page } from './page.ts';
import { fresh, toTheEnd, type Side } from './situation.ts';
import type { PromiseTold, SideTold, ThreadsTold } from './threads-told.ts';
import { sideShown } from './words.ts';

type PromiseJson = VerdictJson['promises'][number];

/** The verdict on a subject: its word, how far the search came, each promise, remedies. */
export function verdictView(page: Page, index: number): readonly HTMLElement[] {
  const { last, isStale, isPartial } = page.standings[index]!;
  if (last === null) return [];
  const { answer } = last;
  const stale = `${isStale ? ' stale' : ''}${isPartial ? ' partial' : ''}`;
  if (answer.is === 'driver') {
    const { verdict } = answer;
    return [
      el('div', { class: `verdict ${verdict.verdict}${stale}` }, ...ofDriver(page, verdict, index)),
    ];
  }
  if (answer.is === 'threads') {
    const { verdict } = sideShown(answer.told.sides, page.situation.side);
    return [
      el('div', { class: `verdict ${verdict}${stale}` }, ...ofThreads(page, answer.told, index)),
    ];
  }
  if (answer.is === 'vocabulary') return [];
  const { verdict } = answer.told;
  return [
    el('div', { class: `verdict ${verdict}${stale}` }, ...ofLitmus(page, answer.told, index)),
  ];
}

const headline = (verdict: string, ...beside: readonly HTMLElement[]): HTMLElement =>
  el(
    'div',
    { class: 'headline' },
    el('p', { class: 'word', 'data-verdict': verdict }, verdict),
    ...beside,
  );

const sizeOf = (states: number, edges: number): string =>
  `${several(states, 'state')}, ${several(edges, 'step')} between them`;

/* Descriptions */

function ofDriver(page: Page, answer: VerdictJson, index: number): (HTMLElement | string)[] {
  return [
    headline(answer.verdict),
    ...(answer.stopped === null ? [] : [endedEarly(answer)]),
    ...(answer.assuming === null ? [] : [assumed(answer.assuming)]),
    promiseTable(page, answer, index),
    ...(page.standings[index]!.isPartial
      ? [el('p', { class: 'why' }, 'Asking which single change would help.')]
      : []),
    ...(answer.remedies.length === 0 ? [] : [remedies(page, answer, index)]),
    ...(answer.verdict === 'finite' ? [el('p', { class: 'why' }, needs(answer))] : []),
  ];
}

function endedEarly({ states, stopped }: VerdictJson): HTMLElement {
  return el(
    'p',
    {},
    `The search stopped early, after ${states.toLocaleString('en')} states (${stopped}). ` +
      'The verdict says nothing about the states that it did not reach. ' +
      'The command line can use more memory: save the file above and run ',
    el('code', {}, 'npx finite-fence check FILE'),
    '.',
  );
}

const assumed = ({ fact, value, verdict }: NonNullable<VerdictJson['assuming']>): HTMLElement =>
  el('p', { class: 'why' }, `It is ${verdict}, if ${fact} is ${value}.`);

function promiseTable(page: Page, answer: VerdictJson, index: number): HTMLElement {
  const heads = ['promise', 'verdict', 'with hang recovery'];
  return el(
    'table',
    {},
    el('caption', {}, sizeOf(answer.states, answer.edges)),
    el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
    el(
      'tbody',
      {},
      ...answer.promises.map((promise) =>
        el(
          'tr',
          {},
          promiseHead(page, promise.name, promise.run.length + promise.loop.length > 0, index),
          verdictCell(promise),
          el('td', {}, promise.recovered ?? ''),
        ),
      ),
    ),
  );
}

function promiseHead(page: Page, name: string, hasRun: boolean, index: number): HTMLElement {
  const showRun = (): void =>
    page.change({
      ...page.situation,
      promise: name,
      position: toTheEnd,
      hand: null,
      of: index,
    });
  const isShown = page.situation.of === index && page.situation.promise === name;
  const about = {
    id: `promise-${index}-${name}`,
    title: 'Show the run that breaks it',
    ...(isShown ? { 'aria-current': 'true' } : {}),
  };
  const inside = hasRun ? button(name, showRun, about) : name;
  return el('th', { scope: 'row' }, inside);
}

const verdictCell = ({
  verdict,
  pending,
}: Pick<PromiseJson | PromiseTold, 'verdict' | 'pending'>): HTMLElement =>
  el('td', { class: verdict }, pending === 0 ? `${verdict} (never pending)` : verdict);

/** Every change that would make it finite, each a button that makes it. */
function remedies(page: Page, answer: VerdictJson, index: number): HTMLElement {
  const { reading } = page.standings[index]!;
  const apply = ({ change }: VerdictJson['remedies'][number]): void => {
    if (reading.is === 'driver' && reading.described !== null)
      page.describe(index, { ...reading.described, ...change });
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

function needs(answer: VerdictJson): string {
  const needed = [...new Set(answer.promises.flatMap((promise) => promise.needs))].filter(
    (need) => !need.endsWith(' acts'),
  );
  return needed.length === 0
    ? 'It rests on no assumption that could be dropped.'
    : `Finite because: ${needed.join('; ')}.`;
}

/* Threads */

const sideNames: Readonly<Record<SideTold['side'], string>> = {
  before: 'Before',
  after: 'After',
  one: '',
};

function ofThreads(page: Page, told: ThreadsTold, index: number): HTMLElement[] {
  const { sides, about } = told;
  const side = sideShown(sides, page.situation.side);
  const broken = side.promises.filter(({ verdict }) => verdict !== 'finite');
  const kept = side.promises.filter(({ verdict }) => verdict === 'finite');
  return [
    ...(sides.length === 1 ? [] : [sidesView(page, sides, side)]),
    headline(side.verdict, comparedView(side)),
    ...(about === '' ? [] : [el('p', { class: 'about' }, about)]),
    ...(side.stopped === null ? [] : [el('p', {}, `The search ended early: ${side.stopped}.`)]),
    ...side.problems.map((problem) => el('p', { class: 'wrong' }, problem)),
    threadPromises(page, [...broken, ...kept], side, index),
    ...unreachedView(side),
    ...notRunView(side),
  ];
}

function sidesView(page: Page, sides: readonly SideTold[], shown: SideTold): HTMLElement {
  const choose = (side: SideTold['side']): void =>
    page.change({ ...page.situation, ...fresh, of: page.situation.of, side: side as Side });
  return el(
    'div',
    { class: 'sides', role: 'group', 'aria-label': 'Which version' },
    ...sides.map(({ side, verdict }) =>
      el(
        'button',
        {
          type: 'button',
          id: `side-${side}`,
          class: verdict,
          'aria-pressed': String(side === shown.side),
          click: () => choose(side),
        },
        `${sideNames[side]}: `,
        el('strong', {}, verdict),
      ),
    ),
  );
}

/** Whether it is as the file expects. */
function comparedView({ expected, verdict }: SideTold): HTMLElement {
  const text =
    expected.verdict === verdict ? 'as expected' : `expected ${String(expected.verdict)}`;
  return el('span', { class: 'compared' }, expected.verdict === null ? '' : text);
}

function threadPromises(
  page: Page,
  promises: readonly PromiseTold[],
  { states, edges, byOrbits }: SideTold,
  index: number,
): HTMLElement {
  const upTo = byOrbits ? ' up to the order of like threads' : '';
  return el(
    'table',
    {},
    el('caption', {}, `${sizeOf(states, edges)}${upTo}`),
    el(
      'thead',
      {},
      el('tr', {}, ...['promise', 'verdict'].map((head) => el('th', { scope: 'col' }, head))),
    ),
    el(
      'tbody',
      {},
      ...promises.map((promise) =>
        el(
          'tr',
          {},
          promiseHead(
            page,
            promise.name,
            promise.verdict !== 'finite' && promise.run.length + promise.loop.length > 0,
            index,
          ),
          verdictCell(promise),
        ),
      ),
    ),
  );
}

function unreachedView({ unreached }: SideTold): HTMLElement[] {
  if (unreached.length === 0) return [];
  const which = unreached.length === 1 ? 'line' : 'lines';
  const last = unreached.at(-1)!;
  const list =
    unreached.length === 1 ? String(last) : `${unreached.slice(0, -1).join(', ')} and ${last}`;
  return [el('p', { class: 'why' }, `No run reaches ${which} ${list}.`)];
}

/** Functions of the file that no thread runs, or no thread of the description beside it. */
function notRunView({ notRun }: SideTold): HTMLElement[] {
  return notRun.map(({ kind, name, line, by }) => {
    const who = by === 'all' ? 'No thread runs' : 'No thread of the description runs';
    const left = `${who} ${kind} ${name} (line ${line}). This answer leaves that out.`;
    return el('p', { class: 'why' }, left);
  });
}

/* Litmus tests of the gallery */

function ofLitmus(page: Page, told: LitmusTold, index: number): HTMLElement[] {
  const { verdict, expected, about, states, edges, cites, twin, problems, promises } = told;
  const openTwin = (): void => {
    const subjects = page.situation.subjects.map((one, place) =>
      place === index ? ({ is: 'litmus', name: twin } as const) : one,
    );
    page.change({ ...page.situation, ...fresh, subjects, of: index });
  };
  const compared = verdict === expected ? 'as expected' : `expected ${expected}`;
  return [
    headline(verdict, el('span', { class: 'compared' }, compared)),
    el('p', { class: 'about' }, about),
    ...problems.map((problem) => el('p', { class: 'wrong' }, problem)),
    el('p', { class: 'why' }, `${sizeOf(states, edges)}. Rules: ${cites.join(', ')}.`),
    el('p', {}, 'Its twin differs in one fact: ', button(twin, openTwin, { id: `twin-${index}` })),
    ...(promises.length === 0 ? [] : [litmusPromises(page, promises, index)]),
  ];
}

const litmusPromises = (page: Page, promises: readonly PromiseTold[], index: number): HTMLElement =>
  el(
    'table',
    {},
    el(
      'tbody',
      {},
      ...promises.map((promise) =>
        el('tr', {}, promiseHead(page, promise.name, true, index), verdictCell(promise)),
      ),
    ),
  );
