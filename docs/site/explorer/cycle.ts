import type { Wait } from '../../../src/check/finding.ts';
import { svg } from './dom.ts';

/** A waits-for cycle, drawn as a ring; a chain as a column. */
export function cycleDrawing(waits: readonly Wait[], closes: number | null): SVGElement {
  const box = { width: 176, height: 44 };
  const ring = closes === 0 && waits.length > 2;
  const radius = Math.max(140, waits.length * 34);
  const size = ring
    ? { width: radius * 2 + box.width + 20, height: radius * 1.5 + box.height + 24 }
    : { width: 420, height: waits.length * 74 + 10 };
  const centre = (at: number): { x: number; y: number } => {
    if (!ring) return { x: 130, y: 30 + at * 74 };
    const angle = (at / waits.length) * 2 * Math.PI - Math.PI / 2;
    return {
      x: size.width / 2 + Math.cos(angle) * radius,
      y: size.height / 2 + Math.sin(angle) * radius * 0.75,
    };
  };
  const picture = svg('svg', {
    class: 'cycle',
    width: size.width,
    height: size.height,
    viewBox: `0 0 ${size.width} ${size.height}`,
    role: 'img',
    'aria-label': 'Who waits for whom',
  });
  picture.append(
    svg(
      'defs',
      {},
      svg(
        'marker',
        {
          id: 'tip',
          viewBox: '0 0 8 8',
          refX: 7,
          refY: 4,
          markerWidth: 8,
          markerHeight: 8,
          orient: 'auto',
        },
        svg('path', { d: 'M0 0 L8 4 L0 8 z', class: 'tip' }),
      ),
    ),
  );
  waits.forEach((wait, at) => {
    const next = at + 1 < waits.length ? at + 1 : closes;
    if (next === null) return;
    const [a, b] = [centre(at), centre(next)];
    if (!ring && next <= at) {
      picture.append(
        svg('path', {
          class: 'arrow',
          d:
            `M${a.x + box.width / 2} ${a.y} C${a.x + 190} ${a.y} ${b.x + 190} ${b.y} ` +
            `${b.x + box.width / 2 + 3} ${b.y}`,
          'marker-end': 'url(#tip)',
        }),
      );
      return;
    }
    // From border to border of the boxes.
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const cut = Math.min(
      dx === 0 ? Infinity : (box.width / 2 + 5) / Math.abs(dx),
      dy === 0 ? Infinity : (box.height / 2 + 5) / Math.abs(dy),
    );
    picture.append(
      svg('line', {
        class: 'arrow',
        x1: a.x + dx * cut,
        y1: a.y + dy * cut,
        x2: b.x - dx * cut,
        y2: b.y - dy * cut,
        'marker-end': 'url(#tip)',
      }),
    );
    if (wait.step !== null) picture.append(svg('title', {}, `${wait.title} waits: ${wait.step}`));
  });
  waits.forEach((wait, at) => {
    const { x, y } = centre(at);
    const state = wait.phrase ?? wait.isIn.slice(0, 2).join(' or ');
    picture.append(
      svg(
        'g',
        {},
        svg('rect', {
          class: 'waiter',
          x: x - box.width / 2,
          y: y - box.height / 2,
          width: box.width,
          height: box.height,
          rx: 8,
        }),
        svg(
          'text',
          { x, y: y - 3, 'text-anchor': 'middle' },
          wait.title.length > 24 ? `${wait.title.slice(0, 23)}…` : wait.title,
        ),
        svg(
          'text',
          { class: 'small', x, y: y + 14, 'text-anchor': 'middle' },
          state.length > 26 ? `${state.slice(0, 25)}…` : state,
        ),
      ),
    );
  });
  return picture;
}
