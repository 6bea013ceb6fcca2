import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chartStyle, svgOf } from '../../../src/charts/svg.ts';
import type { Chart } from '../../../src/charts/chart.ts';
import { deadlockRing } from './deadlock.ts';
import { roomsChart } from './rooms.ts';

/** A chart as a file of its own, which brings its colours along. */
async function standalone(chart: Chart, title: string): Promise<string> {
  const svg = await svgOf(chart, title);
  return `${svg.replace('</title>', () => `</title><style>${chartStyle}</style>`)}\n`;
}

/** The pictures of README and docs, by the name of the file in docs/pictures. */
export async function pictures(): Promise<Readonly<Record<string, string>>> {
  return {
    'deadlock.svg': deadlockRing(),
    'rooms.svg': await standalone(roomsChart(), 'The folders, and where data flows'),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(import.meta.dirname, '../../pictures');
  mkdirSync(folder, { recursive: true });
  for (const [name, svg] of Object.entries(await pictures()))
    writeFileSync(join(folder, name), svg);
}
