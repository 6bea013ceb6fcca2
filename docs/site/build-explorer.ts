import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { AnyStateMachine } from 'xstate';
import { systemOf, specOf } from '../../machines/system.ts';
import { hazards } from '../../machines/hazards.ts';
import { options } from '../../machines/options/index.ts';
import { chartOf } from './charts/chart.ts';
import { chartStyle, svgOf } from './charts/svg.ts';

const here = new URL('.', import.meta.url).pathname;

/** The charts of every lifecycle that a described driver can have, with one job of each kind, by lifecycle. */
export async function explorerCharts(): Promise<Record<string, string>> {
  const machines = new Map<string, AnyStateMachine>();
  for (const description of [{}, ...options.map(({ name }) => ({ options: [name] })), ...hazards.map(({ name }) => ({ hazards: [name] }))]) {
    const { rows, sizes } = specOf({ driver: 'charts', ...description } as Parameters<typeof systemOf>[0]);
    for (const { parts } of rows) for (const { of } of Object.values(parts)) {
      const machine = typeof of === 'function' ? of(sizes) : of;
      if (!machines.has(machine.id)) machines.set(machine.id, machine);
    }
  }
  const drawn: Record<string, string> = {};
  for (const [id, machine] of machines) drawn[id] = await svgOf(chartOf(machine), id);
  return drawn;
}

/** Writes the explorer to `out`: a page, three scripts, a style sheet; nothing is fetched from anywhere else. */
export async function buildExplorer(out: string, version: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  const common = { bundle: true, minify: true, format: 'iife', target: 'es2022', define: { VERSION: JSON.stringify(version) }, logLevel: 'warning' } as const;
  await build({ ...common, entryPoints: [join(here, 'explorer/main.ts')], outfile: join(out, 'explorer.js') });
  await build({ ...common, entryPoints: [join(here, 'explorer/worker.ts')], outfile: join(out, 'worker.js') });
  // A page that was opened as a file may load scripts and no workers: there the worker is made of this text.
  writeFileSync(join(out, 'worker-text.js'), `globalThis.workerText = ${JSON.stringify(readFileSync(join(out, 'worker.js'), 'utf8')).replaceAll('<', '\\u003c')};\n`);
  const charts = JSON.stringify(await explorerCharts()).replaceAll('<', '\\u003c');
  const page = readFileSync(join(here, 'explorer/index.html'), 'utf8').replace('id="charts">{}', () => `id="charts">${charts}`);
  writeFileSync(join(out, 'index.html'), page);
  writeFileSync(join(out, 'explorer.css'), `${readFileSync(join(here, 'explorer/explorer.css'), 'utf8')}${chartStyle}\n`);
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { version } = JSON.parse(readFileSync(join(here, '../../package.json'), 'utf8')) as { version: string };
  await buildExplorer(process.argv[2] ?? join(here, '../../site/explorer'), version);
}
