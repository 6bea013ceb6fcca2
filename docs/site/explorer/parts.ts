import type { Program } from '../../../src/system/program.ts';
import { chartFor, reduced, type Drawn } from './charts.ts';
import { by, el } from './dom.ts';
import { scrolled, type Page } from './page.ts';

const charts = JSON.parse(by('charts').textContent) as Record<string, readonly Drawn[]>;

/** Where every part is that a step can move: its state, and folded out its chart with the state lit. */
export function partsView(page: Page, program: Program, state: readonly number[]): HTMLElement {
  const moved = new Set(
    program.steps.flatMap(({ moves, also }) => [...moves, ...also].map(({ part }) => part)),
  );
  return el(
    'div',
    { class: 'parts' },
    ...program.parts.flatMap(({ table }, part) =>
      program.tables[table]!.states.length > 1 && moved.has(part)
        ? [partView(page, program, part, state[part]!)]
        : [],
    ),
  );
}

function partView(page: Page, program: Program, part: number, local: number): HTMLElement {
  const { name, title, table: at } = program.parts[part]!;
  const { lifecycle, states } = program.tables[at]!;
  const now = states[local]!;
  const id = `part-${name}`;
  const summary = el('summary', { id }, `${title}: `, el('strong', {}, now));
  const drawn = chartFor(charts[lifecycle] ?? [], states);
  // Threads of a hazard's file have a number for each job: a chart of one job shows none of theirs.
  const isDrawn =
    drawn !== null && [now, reduced(now)].some((place) => drawn.states.includes(place));
  if (drawn === null || !isDrawn) return el('div', { class: 'part' }, summary.textContent);
  const open = page.unfolded.has(id);
  const toggle = (): void => {
    if (box.open) {
      page.unfolded.add(id);
      drawInto(box, drawn, now, title);
    } else page.unfolded.delete(id);
  };
  const box = el('details', { class: 'part', open, toggle }, summary);
  if (open) drawInto(box, drawn, now, title);
  return box;
}

/** Puts the chart into the box of a part, once. */
function drawInto(box: HTMLElement, drawn: Drawn, now: string, title: string): void {
  if (box.querySelector('svg') !== null) return;
  const lit = drawn.states.includes(now) ? now : reduced(now);
  // Charts are drawn at build time from our own machines; no input reaches them.
  const picture = new DOMParser().parseFromString(drawn.svg, 'image/svg+xml').documentElement;
  for (const node of picture.querySelectorAll('[data-state]'))
    if (node.getAttribute('data-state') === lit) node.classList.add('lit');
  if (lit !== now) {
    const shown = drawn.states.includes(lit) ? lit : 'none of its states';
    const why = `Drawn for one job of each kind: ${now} is lit as ${shown}.`;
    box.append(el('p', { class: 'why' }, why));
  }
  box.append(scrolled(`The chart of ${title}`, picture));
}
