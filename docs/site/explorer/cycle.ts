import type { Wait } from '../../../src/check/finding.ts';
import { svg } from './dom.ts';

const box = { width: 176, height: 44 };

type Point = { readonly x: number; readonly y: number };
/** Where the boxes of a drawing are. */
type Places = {
  readonly ring: boolean;
  readonly width: number;
  readonly height: number;
  readonly centre: (index: number) => Point;
};

/** A waits-for cycle, drawn as a ring; a chain as a column. */
export function cycleDrawing(waits: readonly Wait[], closes: number | null): SVGElement {
  const places = placesOf(waits.length, closes);
  const { width, height, centre } = places;
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
    picture.append(arrow(places, index, next));
    if (wait.step !== null) picture.append(svg('title', {}, `${wait.title} waits: ${wait.step}`));
  });
  waits.forEach((wait, index) => picture.append(waiter(wait, centre(index))));
  return picture;
}

function placesOf(count: number, closes: number | null): Places {
  const ring = closes === 0 && count > 2;
  if (!ring) {
    const centre = (index: number): Point => ({ x: 130, y: 30 + index * 74 });
    return { ring, width: 420, height: count * 74 + 10, centre };
  }
  const radius = Math.max(140, count * 34);
  const width = radius * 2 + box.width + 20;
  const height = radius * 1.5 + box.height + 24;
  const centre = (index: number): Point => {
    const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
    const [x, y] = [Math.cos(angle) * radius, Math.sin(angle) * radius * 0.75];
    return { x: width / 2 + x, y: height / 2 + y };
  };
  return { ring, width, height, centre };
}

function arrowHead(): SVGElement {
  const size = { markerWidth: 8, markerHeight: 8, refX: 7, refY: 4 };
  const head = svg('path', { d: 'M0 0 L8 4 L0 8 z', class: 'tip' });
  return svg('marker', { id: 'tip', viewBox: '0 0 8 8', ...size, orient: 'auto' }, head);
}

/** From the border of one box to that of another; in a column, back up in a curve. */
function arrow({ ring, centre }: Places, index: number, next: number): SVGElement {
  const [a, b] = [centre(index), centre(next)];
  const drawn = { class: 'arrow', 'marker-end': 'url(#tip)' };
  if (!ring && next <= index) {
    const side = a.x + box.width / 2;
    const curve = `C${a.x + 190} ${a.y} ${b.x + 190} ${b.y} ${b.x + box.width / 2 + 3} ${b.y}`;
    return svg('path', { ...drawn, d: `M${side} ${a.y} ${curve}` });
  }
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const share = Math.min(
    dx === 0 ? Infinity : (box.width / 2 + 5) / Math.abs(dx),
    dy === 0 ? Infinity : (box.height / 2 + 5) / Math.abs(dy),
  );
  const [cutX, cutY] = [dx * share, dy * share];
  return svg('line', { ...drawn, x1: a.x + cutX, y1: a.y + cutY, x2: b.x - cutX, y2: b.y - cutY });
}

function waiter({ title, phrase, isIn }: Wait, { x, y }: Point): SVGElement {
  const state = phrase ?? isIn.slice(0, 2).join(' or ');
  const place = { x: x - box.width / 2, y: y - box.height / 2 };
  const middle = { x, 'text-anchor': 'middle' };
  return svg(
    'g',
    {},
    svg('rect', { class: 'waiter', ...place, ...box, rx: 8 }),
    svg('text', { ...middle, y: y - 3 }, shortened(title, 24)),
    svg('text', { class: 'small', ...middle, y: y + 14 }, shortened(state, 26)),
  );
}

const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;
