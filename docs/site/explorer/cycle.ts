import type { Wait } from '../../../src/check/finding.ts';
import { svg } from './dom.ts';

const high = 46;
/** How wide a letter is of a box's first line, and of its second. */
const letters = { title: 7.4, state: 6.7 };
const widest = 250;

type Point = { readonly x: number; readonly y: number };
/** Where the boxes of a drawing are. */
type Places = {
  readonly ring: boolean;
  /** Of every box. */
  readonly wide: number;
  readonly width: number;
  readonly height: number;
  readonly centre: (index: number) => Point;
};

/** A waits-for cycle, drawn as a ring; a chain as a column. Arrows have the numbers of their reasons. */
export function cycleDrawing(waits: readonly Wait[], closes: number | null): SVGElement {
  const places = placesOf(waits, closes);
  const { width, height, centre, wide } = places;
  const picture = svg('svg', {
    class: 'cycle',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-label': 'Who waits for whom',
  });
  picture.append(svg('defs', {}, arrowHead()));
  waits.forEach((wait, index) => {
    const next = index + 1 < waits.length ? index + 1 : closes;
    if (next === null) return;
    picture.append(...arrow(places, index, next));
    if (wait.step !== null) picture.append(svg('title', {}, `${wait.title} waits: ${wait.step}`));
  });
  waits.forEach((wait, index) => picture.append(waiter(wait, centre(index), wide)));
  return picture;
}

/** Where a thread stands: its line first, which is then read where the call is too long for the box. */
const stateOf = ({ phrase, isIn }: Wait): string =>
  (phrase ?? isIn.slice(0, 2).join(' or ')).replace(/^in (.*) \(line (\d+)\)$/, 'line $2: $1');

function placesOf(waits: readonly Wait[], closes: number | null): Places {
  const count = waits.length;
  const room = waits.map((wait) =>
    Math.max(wait.title.length * letters.title, stateOf(wait).length * letters.state),
  );
  const wide = Math.round(Math.min(widest, Math.max(120, ...room) + 22));
  const ring = closes === 0 && count > 2;
  if (!ring) {
    const centre = (index: number): Point => ({ x: wide / 2 + 4, y: 30 + index * 84 });
    return {
      ring,
      wide,
      width: wide + (closes === null ? 8 : 130),
      height: (count - 1) * 84 + 60,
      centre,
    };
  }
  const across = Math.max(wide * 0.62 + 20, count * 42);
  const down = Math.max(66, count * 27);
  const pointOf = (index: number): Point => {
    const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
    return { x: Math.cos(angle) * across, y: Math.sin(angle) * down };
  };
  const points = waits.map((_, index) => pointOf(index));
  const [left, right] = [
    Math.min(...points.map(({ x }) => x)),
    Math.max(...points.map(({ x }) => x)),
  ];
  const [top, bottom] = [
    Math.min(...points.map(({ y }) => y)),
    Math.max(...points.map(({ y }) => y)),
  ];
  const centre = (index: number): Point => ({
    x: points[index]!.x - left + wide / 2 + 4,
    y: points[index]!.y - top + high / 2 + 4,
  });
  return {
    ring,
    wide,
    width: Math.round(right - left + wide + 8),
    height: Math.round(bottom - top + high + 8),
    centre,
  };
}

function arrowHead(): SVGElement {
  const size = { markerWidth: 8, markerHeight: 8, refX: 7, refY: 4 };
  const head = svg('path', { d: 'M0 0 L8 4 L0 8 z', class: 'tip' });
  return svg('marker', { id: 'tip', viewBox: '0 0 8 8', ...size, orient: 'auto' }, head);
}

/** From the border of one box to that of another; in a column, back up in a curve. */
function arrow({ ring, centre, wide }: Places, index: number, next: number): SVGElement[] {
  const [a, b] = [centre(index), centre(next)];
  const drawn = { class: 'arrow', 'marker-end': 'url(#tip)' };
  if (!ring && next <= index) {
    const side = a.x + wide / 2;
    const out = side + 100;
    const curve = `C${out} ${a.y} ${out} ${b.y} ${side + 3} ${b.y}`;
    return [
      svg('path', { ...drawn, d: `M${side} ${a.y} ${curve}` }),
      ...number(index, { x: side + 75, y: (a.y + b.y) / 2 }),
    ];
  }
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const share = Math.min(
    dx === 0 ? Infinity : (wide / 2 + 5) / Math.abs(dx),
    dy === 0 ? Infinity : (high / 2 + 5) / Math.abs(dy),
  );
  const [cutX, cutY] = [dx * share, dy * share];
  const line = { x1: a.x + cutX, y1: a.y + cutY, x2: b.x - cutX, y2: b.y - cutY };
  return [
    svg('line', { ...drawn, ...line }),
    ...number(index, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }),
  ];
}

/** The number of an arrow's reason in the list beside it. */
const number = (index: number, { x, y }: Point): SVGElement[] => [
  svg('circle', { class: 'number', cx: x, cy: y, r: 9 }),
  svg('text', { class: 'number', x, y: y + 4, 'text-anchor': 'middle' }, String(index + 1)),
];

function waiter(wait: Wait, { x, y }: Point, wide: number): SVGElement {
  const state = stateOf(wait);
  const place = { x: x - wide / 2, y: y - high / 2, width: wide, height: high };
  const middle = { x, 'text-anchor': 'middle' };
  return svg(
    'g',
    {},
    svg('title', {}, `${wait.title}: ${state}`),
    svg('rect', { class: 'waiter', ...place, rx: 10 }),
    svg('text', { ...middle, y: y - 4 }, shortened(wait.title, letters.title, wide)),
    svg('text', { class: 'small', ...middle, y: y + 14 }, shortened(state, letters.state, wide)),
  );
}

function shortened(text: string, letter: number, wide: number): string {
  const most = Math.floor((wide - 16) / letter);
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
