import type { RunStep } from '../../../src/check/finding.ts';
import { fire, refusal, type Program, type Step } from '../../../src/system/program.ts';
import { chartFor, reduced, type Drawn } from './charts.ts';
import { loaded, present } from './data.ts';
import { el } from './dom.ts';
import type { Page } from './page.ts';
import { drawingOf, type DrawnPart } from './thread-drawings.ts';
import type { SideTold } from './threads-told.ts';
import { zoomable } from './zoom.ts';

/** Where a run stands, and how it is taken on. */
type Here = {
  readonly program: Program;
  readonly charts: 'lifecycles' | SideTold;
  readonly state: readonly number[];
  /** Parts that the last step has moved, from where to where. */
  readonly moved: RunStep['moved'];
  readonly take: (step: string) => void;
};

/** Where every part is that a step can move: its state, and folded out its chart with the state lit. */
export function partsView(page: Page, here: Here): HTMLElement {
  const { program, state } = here;
  const moved = new Set(
    program.steps.flatMap(({ moves, also }) => [...moves, ...also].map(({ part }) => part)),
  );
  return el(
    'div',
    { class: 'parts' },
    ...program.parts.flatMap(({ table }, part) =>
      program.tables[table]!.states.length > 1 && moved.has(part)
        ? [partView(page, here, part, state[part]!)]
        : [],
    ),
  );
}

function partView(page: Page, here: Here, part: number, local: number): HTMLElement {
  const { program } = here;
  const { name, title, table } = program.parts[part]!;
  const now = program.tables[table]!.states[local]!;
  const id = `part-${name}`;
  const before = here.moved[name]?.[0];
  const summary = el(
    'summary',
    { id },
    `${title}: `,
    el('strong', {}, before === undefined ? now : el('mark', {}, now)),
    before === undefined ? null : el('span', { class: 'why' }, ` was ${before}`),
  );
  const charts = present('charts');
  if (here.charts === 'lifecycles' && charts !== null && drawnOf(charts, here, part, now) === null)
    return el('div', { class: 'part' }, summary.textContent);
  const open = page.unfolded.has(id);
  const toggle = (): void => {
    if (box.open) {
      page.unfolded.add(id);
      drawInto(box, here, part, now);
    } else page.unfolded.delete(id);
  };
  const box = el('details', { class: 'part', open, toggle }, summary);
  if (open) drawInto(box, here, part, now);
  return box;
}

/**
 * The chart of a part; null where there is none. Threads of a hazard's file have a number for each
 * job: a chart of one job shows none of theirs.
 */
function drawnOf(
  charts: Readonly<Record<string, readonly Drawn[]>>,
  { program }: Here,
  part: number,
  now: string,
): Drawn | null {
  const { lifecycle, states } = program.tables[program.parts[part]!.table]!;
  const drawn = chartFor(charts[lifecycle] ?? [], states);
  const isDrawn =
    drawn !== null && [now, reduced(now)].some((place) => drawn.states.includes(place));
  return isDrawn ? drawn : null;
}

/** Puts the chart into the box of a part, once it is loaded or drawn. */
function drawInto(box: HTMLElement, here: Here, part: number, now: string): void {
  if (box.querySelector('svg, .wait') !== null) return;
  const charts = present('charts');
  if (here.charts === 'lifecycles' && charts !== null) {
    showIn(box, here, part, now, drawnOf(charts, here, part, now));
    return;
  }
  const wait = el('p', { class: 'wait why', role: 'status' }, 'The chart is being drawn.');
  box.append(wait);
  void chartOf(here, part, now).then(
    ({ drawn, isCut }) => {
      wait.remove();
      if (isCut) box.append(el('p', { class: 'why' }, cut));
      showIn(box, here, part, now, drawn);
    },
    (error: unknown) => {
      wait.textContent = error instanceof Error ? error.message : String(error);
    },
  );
}

const cut = 'The search ended early: states that it did not reach are not drawn.';

/** The chart of a part: one that was drawn when the site was built, or of threads one that is drawn now. */
async function chartOf(
  here: Here,
  part: number,
  now: string,
): Promise<Pick<DrawnPart, 'drawn' | 'isCut'>> {
  const { charts, program } = here;
  if (charts !== 'lifecycles') return drawingOf(charts, program.parts[part]!.name);
  return { drawn: drawnOf(await loaded('charts'), here, part, now), isCut: false };
}

function showIn(
  box: HTMLElement,
  here: Here,
  part: number,
  now: string,
  drawn: Drawn | null,
): void {
  const { title } = here.program.parts[part]!;
  if (drawn === null) {
    box.append(el('p', { class: 'why' }, 'It has no chart.'));
    return;
  }
  const lit = drawn.states.includes(now) ? now : reduced(now);
  // What is parsed is drawn by src/charts, which escapes every text; it is no page, and runs nothing.
  const parsed = new DOMParser().parseFromString(drawn.svg, 'image/svg+xml').documentElement;
  const picture = parsed as unknown as SVGSVGElement;
  for (const node of picture.querySelectorAll('[data-state]'))
    if (node.getAttribute('data-state') === lit) node.classList.add('lit');
  if (lit !== now) {
    const shown = drawn.states.includes(lit) ? lit : 'none of its states';
    const why = `Drawn for one job of each kind: ${now} is lit as ${shown}.`;
    box.append(el('p', { class: 'why' }, why));
  }
  const canTake = lit === now && edgesToTake(picture, here, part, now);
  const hint = canTake ? 'A marked edge may be taken now: click it.' : '';
  box.append(zoomable(picture, `The chart of ${title}`, hint));
}

/** Makes a button of every edge of which a step may be taken now. @returns whether there is one */
function edgesToTake(picture: Element, here: Here, part: number, now: string): boolean {
  const { program, state, take } = here;
  const next = new Map<string, Step>();
  for (const step of program.steps) {
    if (refusal(program, step, state) !== null) continue;
    const local = fire(program, step, state)![part]!;
    const to = program.tables[program.parts[part]!.table]!.states[local]!;
    if (to !== now && !next.has(to)) next.set(to, step);
  }
  let hasEdge = false;
  for (const edge of picture.querySelectorAll('[data-edge]')) {
    const [from = '', to = ''] = edge.getAttribute('data-edge')!.split('>');
    const isFrom = from === now || now.startsWith(`${from}.`);
    const target = [...next].find(([place]) => place === to || place.startsWith(`${to}.`));
    if (!isFrom || target === undefined) continue;
    hasEdge = true;
    const [, { name }] = target;
    edge.classList.add('can');
    edge.setAttribute('role', 'button');
    edge.setAttribute('tabindex', '0');
    edge.setAttribute('aria-label', `Take ${name}`);
    edge.addEventListener('click', () => take(name));
    edge.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter') take(name);
    });
  }
  // A picture hides what is in it from those who do not see it; this one has buttons.
  if (hasEdge) picture.setAttribute('role', 'group');
  return hasEdge;
}
