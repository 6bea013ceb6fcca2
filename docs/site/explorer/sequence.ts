import { replay, type Run } from '../../../src/check/finding.ts';
import type { Program } from '../../../src/system/program.ts';
import { quiet } from '../../../machines/words/words.ts';
import { svg } from './dom.ts';

const laneWidth = 100;
const rowHeight = 34;
const top = 58;
const left = 172;

/** The innermost names of a state: as much as a lane holds. */
const short = (state: string): string =>
  state.length <= 15
    ? state
    : state.slice(state.lastIndexOf('.', state.length - 2) + 1).slice(0, 15);

/** A title in lines of a lane's width. */
function broken(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 13)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A run to draw. */
export type Drawing = {
  readonly program: Program;
  readonly run: Run;
  /** How many steps have been taken. */
  readonly position: number;
  /** After so many steps a promise can no longer be kept; null: no line is drawn. */
  readonly sealed: number | null;
  readonly go: (position: number) => void;
};

/** Where the lane of each part is. */
type Lanes = { readonly x: ReadonlyMap<string, number>; readonly width: number };

/** A run as lanes of parts and rows of steps; a step is a line through the parts that it moves. */
export function sequence(drawing: Drawing): SVGElement {
  const { program, run, sealed } = drawing;
  const shown = program.parts.filter(
    ({ name, table }) =>
      !quiet.includes(program.tables[table]!.lifecycle) &&
      run.some(({ moved }) => moved[name] !== undefined),
  );
  const centre = (lane: number): number => left + lane * laneWidth + laneWidth / 2;
  const lanes: Lanes = {
    x: new Map(shown.map(({ name }, lane) => [name, centre(lane)])),
    width: left + shown.length * laneWidth + 8,
  };
  const height = top + run.length * rowHeight + 16;
  const picture = svg('svg', {
    class: 'sequence',
    viewBox: `0 0 ${lanes.width} ${height}`,
    role: 'img',
    'aria-label': `The run as a sequence diagram: ${run.map(({ step }) => step).join(', ')}`,
  });
  // A picture of many lanes is scrolled rather than made too small to be read.
  picture.style.minWidth = `${Math.round(0.9 * lanes.width)}px`;
  picture.style.maxWidth = `${lanes.width * 1.15}px`;
  for (const { name, title } of shown) picture.append(...laneOf(lanes.x.get(name)!, title, height));
  run.forEach((_, index) => {
    picture.append(rowOf(drawing, lanes, index));
    if (sealed === index + 1) picture.append(sealLine(lanes, index));
  });
  return picture;
}

function laneOf(x: number, title: string, height: number): SVGElement[] {
  const lines = broken(title);
  const text = (line: string, index: number): SVGElement => {
    const y = top - 16 - (lines.length - 1 - index) * 13;
    return svg('text', { class: 'lane', x, y, 'text-anchor': 'middle' }, line);
  };
  return [
    svg('line', { class: 'lane', x1: x, x2: x, y1: top - 8, y2: height - 4 }),
    ...lines.map(text),
  ];
}

function rowOf({ run, position, go }: Drawing, { x, width }: Lanes, index: number): SVGElement {
  const { step, moved } = run[index]!;
  const middle = top + index * rowHeight + rowHeight / 2;
  const y = middle - 4;
  const shown = Object.entries(moved).filter(([part]) => x.has(part));
  const touched = shown.map(([part]) => x.get(part)!);
  const done = index < position ? ' done' : '';
  const now = index === position - 1 ? ' now' : '';
  const row = svg(
    'g',
    { class: `step${done}${now}`, 'data-step': index + 1 },
    svg('rect', { class: 'row', x: 0, y: middle - rowHeight / 2, width, height: rowHeight }),
    svg(
      'text',
      { class: 'step', x: left - 10, y: middle + 4, 'text-anchor': 'end' },
      `${index + 1}. ${step}`,
    ),
    touched.length === 0
      ? null
      : svg('line', {
          class: 'meet',
          x1: Math.min(...touched),
          x2: Math.max(...touched),
          y1: y,
          y2: y,
        }),
    ...shown.flatMap(([part, [, to]]) => [
      svg('circle', { class: 'move', cx: x.get(part)!, cy: y, r: 4 }),
      svg(
        'text',
        { class: 'to', x: x.get(part)!, y: middle + 12, 'text-anchor': 'middle' },
        short(to),
      ),
    ]),
  );
  row.addEventListener('click', () => go(index + 1));
  return row;
}

function sealLine({ width }: Lanes, index: number): SVGElement {
  const y = top + (index + 1) * rowHeight;
  return svg('line', { class: 'sealed', x1: 0, x2: width, y1: y, y2: y });
}

/** The steps of `steps` from the initial state, as far as they go. */
export function runOf(program: Program, steps: readonly string[]): Run {
  for (let length = steps.length; length > 0; length--) {
    try {
      return replay(program, steps.slice(0, length)).run;
    } catch {
      /* a shorter prefix may go */
    }
  }
  return [];
}
