import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { specOf } from '../../machines/description/system.ts';
import { leavesOf, chartOf, type Chart } from '../../src/charts/chart.ts';
import { chartStyle, svgOf } from '../../src/charts/svg.ts';
import { madeOf } from '../../src/system/made-of.ts';
import { everyChoice } from './every-choice.ts';
import type { Drawn } from './explorer/charts.ts';

const here = new URL('.', import.meta.url).pathname;

/**
 * The charts of every lifecycle that a described driver can have, with one job of each kind, by
 * lifecycle: several where the driver's choices say which states there are.
 */
export function explorerCharts(): Promise<Record<string, readonly Drawn[]>> {
  return (drawn ??= draw());
}

let drawn: Promise<Record<string, readonly Drawn[]>> | null = null;

async function draw(): Promise<Record<string, readonly Drawn[]>> {
  const charts = new Map<string, Map<string, Chart>>();
  for (const choices of everyChoice()) {
    const { rows, sizes } = specOf({ driver: 'charts', ...choices });
    for (const { parts } of rows)
      for (const { machine } of Object.values(parts).flatMap(({ of }) => madeOf(of, sizes))) {
        const states = leavesOf(machine).join(' ');
        const known = charts.get(machine.id) ?? new Map<string, Chart>();
        charts.set(machine.id, known);
        if (!known.has(states)) known.set(states, chartOf(machine));
      }
  }
  const drawings: Record<string, Drawn[]> = {};
  for (const [id, each] of charts) {
    drawings[id] = [];
    for (const [states, chart] of each)
      drawings[id].push({ states: states.split(' '), svg: await svgOf(chart, id) });
  }
  return drawings;
}

/**
 * Searches of more states than this are left to the command line: a page has less memory, and a
 * reader less patience.
 */
const mostStates = 3_000_000;

/** Writes the explorer to `out`: two pages, their scripts, a style sheet; nothing is fetched from anywhere else. */
export async function buildExplorer(
  out: string,
  version: string,
  states = mostStates,
): Promise<void> {
  mkdirSync(out, { recursive: true });
  const common = {
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { VERSION: JSON.stringify(version), MOST_STATES: String(states) },
    logLevel: 'warning',
  } as const;
  await build({
    ...common,
    entryPoints: [join(here, 'explorer/main.ts')],
    outfile: join(out, 'explorer.js'),
  });
  await build({
    ...common,
    entryPoints: [join(here, 'explorer/worker.ts')],
    outfile: join(out, 'worker.js'),
  });
  await build({
    ...common,
    entryPoints: [join(here, 'explorer/logs.ts')],
    inject: [join(here, 'explorer/bytes.ts')],
    outfile: join(out, 'logs.js'),
  });
  copyFileSync(join(here, 'explorer/logs.html'), join(out, 'logs.html'));
  // A page that was opened as a file may load scripts and no workers: there the worker is made of this text.
  writeFileSync(
    join(out, 'worker-text.js'),
    `globalThis.workerText = ` +
      `${JSON.stringify(readFileSync(join(out, 'worker.js'), 'utf8')).replaceAll('<', '\\u003c')}` +
      `;\n`,
  );
  const charts = JSON.stringify(await explorerCharts()).replaceAll('<', '\\u003c');
  const empty = /(id="charts">)\s*\{\}\s*(?=<)/;
  const text = readFileSync(join(here, 'explorer/index.html'), 'utf8');
  if (!empty.test(text)) throw new Error('explorer/index.html has no place for the charts');
  const page = text.replace(empty, (_, tag: string) => tag + charts);
  writeFileSync(join(out, 'index.html'), page);
  writeFileSync(
    join(out, 'explorer.css'),
    `${readFileSync(join(here, 'explorer/explorer.css'), 'utf8')}${chartStyle}\n`,
  );
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { version } = JSON.parse(readFileSync(join(here, '../../package.json'), 'utf8')) as {
    version: string;
  };
  await buildExplorer(process.argv[2] ?? join(here, '../../site/explorer'), version);
}
