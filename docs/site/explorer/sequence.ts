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

/** A run as lanes of parts and rows of steps; a step is a line through the parts that it moves. */
export function sequence(
  program: Program,
  run: Run,
  position: number,
  sealed: number | null,
  go: (position: number) => void,
): SVGElement {
  const lanes = program.parts.filter(
    ({ name, table }) =>
      !quiet.includes(program.tables[table]!.lifecycle) &&
      run.some(({ moved }) => moved[name] !== undefined),
  );
  const x = (part: string): number =>
    left + lanes.findIndex(({ name }) => name === part) * laneWidth + laneWidth / 2;
  const width = left + lanes.length * laneWidth + 8;
  const height = top + run.length * rowHeight + 16;
  const picture = svg('svg', {
    class: 'sequence',
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-label': `The run as a sequence diagram: ${run.map(({ step }) => step).join(', ')}`,
  });
  // A picture of many lanes is scrolled rather than made too small to be read.
  picture.style.minWidth = `${Math.round(0.9 * width)}px`;
  picture.style.maxWidth = `${width * 1.15}px`;
  for (const { name, title } of lanes) {
    picture.append(
      svg('line', { class: 'lane', x1: x(name), x2: x(name), y1: top - 8, y2: height - 4 }),
      ...broken(title).map((line, at, all) =>
        svg(
          'text',
          {
            class: 'lane',
            x: x(name),
            y: top - 16 - (all.length - 1 - at) * 13,
            'text-anchor': 'middle',
          },
          line,
        ),
      ),
    );
  }
  run.forEach(({ step, moved }, at) => {
    const y = top + at * rowHeight + rowHeight / 2;
    const shown = Object.entries(moved).filter(([part]) => lanes.some(({ name }) => name === part));
    const touched = shown.map(([part]) => x(part));
    const row = svg(
      'g',
      {
        class: `step${at < position ? ' done' : ''}${at === position - 1 ? ' now' : ''}`,
        'data-step': at + 1,
      },
      svg('rect', { class: 'row', x: 0, y: y - rowHeight / 2, width, height: rowHeight }),
      svg(
        'text',
        { class: 'step', x: left - 10, y: y + 4, 'text-anchor': 'end' },
        `${at + 1}. ${step}`,
      ),
      touched.length === 0
        ? null
        : svg('line', {
            class: 'meet',
            x1: Math.min(...touched),
            x2: Math.max(...touched),
            y1: y - 4,
            y2: y - 4,
          }),
      ...shown.flatMap(([part, [, to]]) => [
        svg('circle', { class: 'move', cx: x(part), cy: y - 4, r: 4 }),
        svg('text', { class: 'to', x: x(part), y: y + 12, 'text-anchor': 'middle' }, short(to)),
      ]),
    );
    row.addEventListener('click', () => {
      go(at + 1);
    });
    picture.append(row);
    if (sealed === at + 1)
      picture.append(
        svg('line', {
          class: 'sealed',
          x1: 0,
          x2: width,
          y1: y + rowHeight / 2,
          y2: y + rowHeight / 2,
        }),
      );
  });
  return picture;
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
