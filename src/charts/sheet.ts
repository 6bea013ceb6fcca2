import type { Chart } from './chart.ts';
import type { Sheet } from './groups.ts';
import { escape, svgOf } from './svg.ts';

/** As wide as a page; a chart that is wider makes the sheet wider. */
const page = 1400;
const gap = 28;
const heading = 26;

type Drawn = {
  readonly title: string;
  readonly inside: string;
  readonly width: number;
  readonly height: number;
};

/** Several charts as one drawing: in rows, in their order. */
export async function sheetOf({ title, charts }: Sheet): Promise<string> {
  const drawn: Drawn[] = [];
  for (const one of charts) drawn.push(await drawnOf(one.title, one.chart));
  const widest = Math.max(page, ...drawn.map(({ width }) => width + 2 * gap));
  const pieces: string[] = [];
  let [x, y, height, width] = [gap, gap, 0, 0];
  for (const drawing of drawn) {
    if (x > gap && x + drawing.width + gap > widest) [x, y, height] = [gap, y + height + gap, 0];
    pieces.push(
      `<g transform="translate(${x} ${y})"><text class="title" x="12" y="16">` +
        `${escape(drawing.title)}</text><g transform="translate(0 ${heading})">${drawing.inside}</g></g>`,
    );
    height = Math.max(height, drawing.height + heading);
    width = Math.max(width, x + drawing.width + gap);
    x += drawing.width + gap;
  }
  const tall = y + height + gap;
  return (
    `<svg class="ff-chart" xmlns="http://www.w3.org/2000/svg" role="group" aria-label="` +
    `${escape(title)}" width="${width}" height="${tall}" viewBox="0 0 ${width} ${tall}">` +
    `<title>${escape(title)}</title>${pieces.join('')}</svg>`
  );
}

/** A chart without the frame of a file of its own. */
async function drawnOf(title: string, chart: Chart): Promise<Drawn> {
  const svg = await svgOf(chart, title);
  const [, width, height, inside] =
    /^<svg[^>]* width="(\d+)" height="(\d+)"[^>]*>(.*)<\/svg>$/s.exec(svg)!;
  return {
    title,
    inside: inside!,
    width: Math.max(Number(width), title.length * 9 + 24),
    height: Number(height),
  };
}
