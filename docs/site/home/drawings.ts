import type { Circle } from './circle.ts';
import { places, type Place, type Tie } from './map.ts';

const text = (words: string): string => words.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** Where the boxes of the circle stand, and how large everything is. */
type Shape = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly across: number;
  readonly down: number;
  readonly box: readonly [width: number, height: number];
};
const shapes: readonly Shape[] = [
  { name: 'wide', width: 720, height: 600, across: 255, down: 235, box: [186, 58] },
  { name: 'narrow', width: 380, height: 520, across: 122, down: 218, box: [132, 52] },
];

/**
 * The circle of the deadlock as it stands at its end, twice: for a wide and for a narrow screen. The
 * script of the page shows the other steps in the same drawings, by `data-part` and `data-arrow`.
 */
export const circleSvg = (circle: Circle): string =>
  shapes.map((shape) => drawn(circle, shape)).join('\n');

const drawn = ({ parts, stories, arrows }: Circle, shape: Shape): string =>
  ring({ parts, arrows, last: stories[0]!.frames.at(-1)! }, shape);

/** Parts in a ring, each in a state, with an arrow from each that waits to the next one. */
type Ring = Pick<Circle, 'parts' | 'arrows'> & {
  readonly last: { readonly states: readonly string[]; readonly waits: readonly boolean[] };
};

/** The ring of a deadlock as a file of its own is this large. */
const alone: Shape = {
  name: 'alone',
  width: 760,
  height: 440,
  across: 282,
  down: 178,
  box: [184, 56],
};

/** The ring of a deadlock as a file of its own, which brings its colours along. */
export function ringAlone(parts: Ring['parts'], states: readonly string[]): string {
  const last = { states, waits: parts.map(() => true) };
  const { width, height } = alone;
  const svg = ring({ parts, arrows: parts.map(() => ''), last }, alone);
  return `${svg
    .replace(
      '<svg ',
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" `,
    )
    .replace(
      /<title><\/title>|<path class="way"[^>]*\/>|<text class="(?:count|who)"[^>]*><\/text>/g,
      '',
    )
    .replace('>', `><style>${ringStyle}</style>`)}\n`;
}

const ringStyle =
  ".circle{font-family:'IBM Plex Sans',system-ui,'DejaVu Sans',sans-serif}" +
  'text{fill:#16181d;text-anchor:middle}rect{fill:#fdfdfb;stroke:#16181d;stroke-width:1.3}' +
  '.title{font-size:15px;font-weight:500}.state{fill:#575e6b;font-size:12.5px;' +
  "font-family:'IBM Plex Mono',ui-monospace,'DejaVu Sans Mono',monospace}" +
  '.word{fill:#bd3a12;font-size:44px;letter-spacing:-.03em}' +
  '.wait{fill:none;stroke:#bd3a12;stroke-width:3.2;stroke-linecap:round}polygon{fill:#bd3a12}' +
  '@media(prefers-color-scheme:dark){text{fill:#e9eaec}rect{fill:#111317;stroke:#e9eaec}' +
  '.state{fill:#a0a7b3}.word,polygon{fill:#ff8763}.wait{stroke:#ff8763}}';

function ring({ parts, arrows, last }: Ring, shape: Shape): string {
  const { name, width, height, across, down, box } = shape;
  const [boxWidth, boxHeight] = box;
  const count = parts.length;
  const place = (turn: number): readonly [number, number] => {
    const angle = (2 * Math.PI * turn) / count - Math.PI / 2;
    return [width / 2 + across * Math.cos(angle), height / 2 + down * Math.sin(angle)];
  };
  const boxes = parts.map(({ name: part, title }, at) => {
    const [x, y] = place(at);
    return (
      `<g data-part="${at}" class="part" transform="translate(${round(x - boxWidth / 2)} ` +
      `${round(y - boxHeight / 2)})">` +
      `<title>${text(part)}</title>` +
      `<rect width="${boxWidth}" height="${boxHeight}" rx="7"/>` +
      `<text class="title" x="${boxWidth / 2}" y="${boxHeight / 2 - 5}">${text(title)}</text>` +
      `<text class="state" x="${boxWidth / 2}" y="${boxHeight / 2 + 15}">${text(last.states[at]!)}</text></g>`
    );
  });
  const lines = arrows.map((why, at) => {
    const { path, head } = arc(place, at, shape);
    const closed = last.waits[at] === true ? ' on' : '';
    return (
      `<g data-arrow="${at}" class="arrow${closed}"><title>${text(why)}</title>` +
      `<path class="way" d="${path}"/><path class="wait" pathLength="1" d="${path}"/>` +
      `<polygon points="${head}"/></g>`
    );
  });
  const label =
    'Six parts in a circle. At its end each waits for the next: no run keeps the promise.';
  return (
    `<svg class="circle ${name}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">` +
    `${lines.join('')}${boxes.join('')}` +
    `<g class="middle" text-anchor="middle" transform="translate(${width / 2} ${height / 2})">` +
    '<text class="count" y="-44"></text><text class="word" y="4">deadlock</text>' +
    '<text class="who" y="34"></text></g></svg>'
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The arc from one box of the circle to the next, from edge to edge, and the head of its arrow. */
function arc(
  place: (turn: number) => readonly [number, number],
  at: number,
  { box: [boxWidth, boxHeight] }: Shape,
): { readonly path: string; readonly head: string } {
  const outside = (turn: number, of: number): boolean => {
    const [x, y] = place(turn);
    const [cx, cy] = place(of);
    return Math.abs(x - cx) > boxWidth / 2 + 5 || Math.abs(y - cy) > boxHeight / 2 + 5;
  };
  const steps = 200;
  const turns = Array.from({ length: steps + 1 }, (_, n) => at + n / steps).filter(
    (turn) => outside(turn, at) && outside(turn, at + 1),
  );
  const points = turns.map(place);
  const [x, y] = points.at(-1)!;
  const [fromX, fromY] = points.at(-6)!;
  const length = Math.hypot(x - fromX, y - fromY);
  const [dx, dy] = [(x - fromX) / length, (y - fromY) / length];
  const side = 5;
  const head = [
    [x, y],
    [x - dx * 11 - dy * side, y - dy * 11 + dx * side],
    [x - dx * 11 + dy * side, y - dy * 11 - dx * side],
  ];
  const line = points.slice(0, -8).filter((_, n, all) => n % 6 === 0 || n === all.length - 1);
  return {
    path: line.map(([px, py], n) => `${n === 0 ? 'M' : 'L'}${round(px)} ${round(py)}`).join(''),
    head: head.map(([px, py]) => `${round(px!)},${round(py!)}`).join(' '),
  };
}

const size = { width: 168, height: 62 } as const;

/**
 * The map of the lifecycles: a box for each place, which leads to its page, and a line for each tie,
 * with the step that is told first and how many more there are.
 * @param pageOf where the page of a machine is
 */
export function mapSvg(all: readonly Tie[], pageOf: (machine: string) => string): string {
  const lines = all.filter(isDrawn).map(tieLine);
  const boxes = places.map(({ id, title, about, of, x, y }) => {
    const told = text(`${title}: ${of.join(', ')}`);
    return (
      `<a href="${text(pageOf(of[0]!))}" data-place="${id}"><title>${told}</title>` +
      `<rect x="${x - size.width / 2}" y="${y - size.height / 2}" width="${size.width}" ` +
      `height="${size.height}" rx="7"/>` +
      `<text class="title" x="${x}" y="${y - 4}">${text(title)}</text>` +
      `<text class="about" x="${x}" y="${y + 17}">${text(about)}</text></a>`
    );
  });
  return (
    '<svg class="map" viewBox="0 0 1120 600" role="group" aria-label="How the lifecycles compose">' +
    `${lines.map(({ line }) => line).join('')}${lines.map(({ label }) => label).join('')}${boxes.join('')}</svg>`
  );
}

/** Lines that would run through another box are bent by so much; labels that would meet are moved along their line. */
const bends: Readonly<Record<string, number>> = {
  'compute fence': 112,
  'compute units': 120,
  'alloc job': -38,
};
const along: Readonly<Record<string, number>> = {
  'fault fence': 0.74,
  'alloc job': 0.3,
  'buffers job': 0.22,
  'compute units': 0.42,
  'alloc fence': 0.5,
  'compute fence': 0.6,
};

/** The places that the circle of the deadlock goes through. */
const circleOrder: readonly string[] = ['fence', 'job', 'engine', 'compute', 'fault', 'alloc'];

function tieLine({ from, to, kind, steps }: Tie): {
  readonly line: string;
  readonly label: string;
} {
  const [a, b] = [placeOf(from), placeOf(to)];
  const pair = [from, to].sort().join(' ');
  const bend = bends[pair] ?? 0;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy);
  const middle = {
    x: (a.x + b.x) / 2 + (dy / length) * 2 * bend,
    y: (a.y + b.y) / 2 - (dx / length) * 2 * bend,
  };
  const point = (t: number): { readonly x: number; readonly y: number } => ({
    x: (1 - t) ** 2 * a.x + 2 * t * (1 - t) * middle.x + t ** 2 * b.x,
    y: (1 - t) ** 2 * a.y + 2 * t * (1 - t) * middle.y + t ** 2 * b.y,
  });
  const start = edgeOf(point, a, false);
  const end = edgeOf(point, b, true);
  const ways = Array.from({ length: 25 }, (_, n) => point(start + ((end - start) * n) / 24));
  const path = ways.map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
  const more = steps.length > 1 ? ` +${steps.length - 1}` : '';
  const words = `${steps[0]!}${more}`;
  const label = point(along[pair] ?? 0.5);
  const width = words.length * 6.9 + 10;
  const asks = `a step of ${a.title} asks for the state of ${b.title}`;
  const told = text(
    `${a.title} and ${b.title}, ${kind === 'together' ? 'in one step' : asks}: ${steps.join(', ')}`,
  );
  const ring = circleOrder.some(
    (one, n) => pair === [one, circleOrder[(n + 1) % circleOrder.length]!].sort().join(' '),
  );
  return {
    line: `<path class="tie ${kind}${ring ? ' ring' : ''}" data-tie="${from} ${to}" d="${path}"/>`,
    label:
      `<g class="step" data-tie="${from} ${to}"><title>${told}</title><rect x="${round(label.x - width / 2)}" ` +
      `y="${round(label.y - 10)}" width="${round(width)}" height="20"/>` +
      `<text x="${round(label.x)}" y="${round(label.y + 4)}">${text(words)}</text></g>`,
  };
}

/** Ties whose lines would run through the middle of the map and over the labels of others. */
const acrossTheMiddle: readonly string[] = [
  'engine fence',
  'fence units',
  'alloc units',
  'alloc engine',
  'engine fault',
  'fault units',
];

/**
 * What stands in the list alone: a single question of one lifecycle about another, but those of
 * notifiers, and ties across the middle.
 */
const isDrawn = ({ from, to, kind, steps }: Tie): boolean =>
  !acrossTheMiddle.includes([from, to].sort().join(' ')) &&
  (kind === 'together' || steps.length > 1 || from === 'notifiers');

const placeOf = (id: string): Place => places.find((one) => one.id === id)!;

/** How far along a line it leaves the box in which it begins, or comes to the one in which it ends. */
function edgeOf(
  point: (t: number) => { readonly x: number; readonly y: number },
  box: Place,
  end: boolean,
): number {
  for (let n = 0; n <= 400; n++) {
    const t = end ? 1 - n / 400 : n / 400;
    const { x, y } = point(t);
    const inside =
      Math.abs(x - box.x) <= size.width / 2 + 4 && Math.abs(y - box.y) <= size.height / 2 + 4;
    if (!inside) return t;
  }
  return 0.5;
}
