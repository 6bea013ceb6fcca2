import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { specOf } from '../../machines/description/system.ts';
import { leavesOf, chartOf, type Chart } from '../../src/charts/chart.ts';
import { chartStyle, svgOf } from '../../src/charts/svg.ts';
import { madeOf } from '../../src/system/made-of.ts';
import { everyChoice } from './every-choice.ts';
import type { Drawn } from './explorer/charts.ts';
import { library } from './library.ts';

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

/** Its own module stands in zod's place, but for that module itself. */
const lightZod: Plugin = {
  name: 'light-zod',
  setup({ onResolve }) {
    const light = join(here, 'explorer/zod.ts');
    onResolve({ filter: /^zod$/ }, ({ importer }) =>
      importer === light ? undefined : { path: light },
    );
  },
};

/** Writes the explorer to `out`: two pages, their scripts, a style sheet; nothing is fetched from anywhere else. */
export async function buildExplorer(
  out: string,
  version: string,
  states = mostStates,
): Promise<void> {
  mkdirSync(out, { recursive: true });
  const common: BuildOptions = {
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { VERSION: JSON.stringify(version), MOST_STATES: String(states) },
    plugins: [lightZod],
    logLevel: 'warning',
  };
  const bundle = (entry: string, file: string, more: BuildOptions = {}): Promise<unknown> =>
    build({
      ...common,
      ...more,
      entryPoints: [join(here, 'explorer', entry)],
      outfile: join(out, file),
    });
  // The worker begins while the page does, and not after it.
  const first =
    "typeof document==='object'&&location.protocol!=='file:'&&" +
    "(globalThis.firstWorker=new Worker('explorer.js'));";
  await bundle('main.ts', 'explorer.js', { banner: { js: first } });
  await bundle('gallery-worker.ts', 'gallery.js');
  await bundle('editor.ts', 'editor.js');
  await bundle('logs.ts', 'logs.js', { inject: [join(here, 'explorer/bytes.ts')] });
  // A page that was opened as a file may load scripts and no workers: there they are made of these texts.
  for (const name of ['explorer', 'gallery'])
    writeFileSync(join(out, `${name}-text.js`), textScript(name, join(out, `${name}.js`)));
  writeFileSync(join(out, 'charts.js'), dataScript('charts', await explorerCharts()));
  writeFileSync(join(out, 'library.js'), dataScript('library', library()));
  for (const page of ['index.html', 'logs.html'])
    copyFileSync(join(here, 'explorer', page), join(out, page));
  writeFileSync(
    join(out, 'explorer.css'),
    `${readFileSync(join(here, 'explorer/explorer.css'), 'utf8')}${chartStyle}\n`,
  );
}

const textScript = (name: string, file: string): string =>
  `(globalThis.workerText??={})[${JSON.stringify(name)}]=` +
  `${JSON.stringify(readFileSync(file, 'utf8'))};\n`;

/** Data as a script: a page that was opened as a file may load scripts and fetch nothing. */
const dataScript = (name: string, data: unknown): string =>
  `(globalThis.finiteFence??={}).${name}=JSON.parse(${JSON.stringify(JSON.stringify(data))});\n`;

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { version } = JSON.parse(readFileSync(join(here, '../../package.json'), 'utf8')) as {
    version: string;
  };
  await buildExplorer(process.argv[2] ?? join(here, '../../site/explorer'), version);
}
