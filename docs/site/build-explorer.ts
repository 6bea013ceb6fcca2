import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { specOf } from '../../machines/description/system.ts';
import { rules } from '../../machines/rules/index.ts';
import type { Rule } from '../../machines/rules/rule.ts';
import { leavesOf, chartOf, type Chart } from '../../src/charts/chart.ts';
import { marked } from '../../src/charts/marks.ts';
import { chartStyle, svgOf } from '../../src/charts/svg.ts';
import { madeOf } from '../../src/system/made-of.ts';
import { everyChoice } from './every-choice.ts';
import type { Drawn } from './explorer/charts.ts';
import { at, bar, shared, type Skips } from './frame/frame.ts';
import type { Lawless } from './lawless-states.ts';
import { library, texts } from './library.ts';

const here = new URL('.', import.meta.url).pathname;

/**
 * The charts of every lifecycle that a described driver can have, with one job of each kind, by
 * lifecycle: several where the driver's choices say which states there are.
 * @param lawless states that are marked
 */
export function explorerCharts(lawless?: Lawless): Promise<Record<string, readonly Drawn[]>> {
  return (drawn ??= draw(lawless));
}

let drawn: Promise<Record<string, readonly Drawn[]>> | null = null;

async function draw(lawless?: Lawless): Promise<Record<string, readonly Drawn[]>> {
  const charts = new Map<string, Map<string, Chart>>();
  for (const choices of everyChoice()) {
    const { rows, sizes } = specOf({ driver: 'charts', ...choices });
    for (const { parts } of rows)
      for (const { machine } of Object.values(parts).flatMap(({ of }) => madeOf(of, sizes))) {
        const states = leavesOf(machine).join(' ');
        const known = charts.get(machine.id) ?? new Map<string, Chart>();
        charts.set(machine.id, known);
        if (!known.has(states)) known.set(states, markedIn(chartOf(machine), lawless));
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

const markedIn = (chart: Chart, lawless?: Lawless): Chart =>
  marked(chart, lawless?.forbidden.get(chart.id) ?? new Set(), lawless?.astray.get(chart.id));

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

/** Of the rules a search reads what it says and quotes: what reviewers look for and who notices stays out. */
const lightRules: Plugin = {
  name: 'light-rules',
  setup({ onLoad }) {
    const told = Object.entries<Rule>(rules).map(([id, { says, source, quote, instead }]) => [
      id,
      { says, source, quote, instead },
    ]);
    onLoad({ filter: /machines\/rules\/index\.ts$/ }, () => ({
      contents:
        `export const rules=JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(told)))});` +
        'export const ruleOf=(id)=>rules[id];',
      loader: 'js',
    }));
  },
};

/**
 * A script as a function that it keeps under its name, and runs in a worker; with `always` in a page
 * too. A page makes its workers of the text of that function, so that a script is loaded once for
 * both, whatever a server says of caching, and also where the page was opened as a file.
 */
const kept = (name: string, always: boolean): BuildOptions => {
  const runs = always ? 'all' : "typeof document==='undefined'&&all";
  return {
    banner: { js: '(()=>{const all=(function(){' },
    footer: { js: `});(globalThis.workerScript??={}).${name}=all;${runs}()})();` },
  };
};

/**
 * Writes the explorer to `out`: two pages, their scripts, a style sheet. What every page of the site
 * loads stands in `../assets`.
 */
export async function buildExplorer(
  out: string,
  version: string,
  states = mostStates,
  lawless?: Lawless,
): Promise<void> {
  mkdirSync(out, { recursive: true });
  const common: BuildOptions = {
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { VERSION: JSON.stringify(version), MOST_STATES: String(states) },
    plugins: [lightZod, lightRules],
    logLevel: 'warning',
  };
  const bundle = (entry: string, file: string, more: BuildOptions = {}): Promise<unknown> =>
    build({
      ...common,
      ...more,
      entryPoints: [join(here, 'explorer', entry)],
      outfile: join(out, file),
    });
  await bundle('main.ts', 'explorer.js', kept('explorer', true));
  await bundle('gallery-worker.ts', 'gallery.js', kept('gallery', false));
  // elkjs takes a worker for one of its own, unless there is a document.
  await bundle('drawing-worker.ts', 'drawing.js', {
    ...kept('drawing', false),
    define: { document: 'globalThis' },
  });
  await bundle('editor.ts', 'editor.js');
  await bundle('logs.ts', 'logs.js', { inject: [join(here, 'explorer/bytes.ts')] });
  writeFileSync(join(out, 'charts.js'), dataScript('charts', await explorerCharts(lawless)));
  writeFileSync(join(out, 'library.js'), dataScript('library', library()));
  writeFileSync(join(out, 'texts.js'), dataScript('texts', texts()));
  for (const [page, tools, skips] of [
    ['index.html', 'tools.html', toPlayground],
    ['logs.html', null, undefined],
  ] as const) {
    const text = readFileSync(join(here, 'explorer', page), 'utf8');
    const more = tools === null ? '' : readFileSync(join(here, 'explorer', tools), 'utf8');
    writeFileSync(
      join(out, page),
      at(text.replace('<!-- shared -->', shared).replace('<!-- bar -->', bar(more, skips)), '../'),
    );
  }
  writeFileSync(
    join(out, 'explorer.css'),
    `${readFileSync(join(here, 'explorer/explorer.css'), 'utf8')}${chartStyle}\n`,
  );
}

/** The run comes after every choice of the form. */
const toPlayground: Skips = [
  ['editor and the verdict', 'subjects'],
  ['run', 'run'],
];

/** Data as a script: a page that was opened as a file may load scripts and fetch nothing. */
const dataScript = (name: string, data: unknown): string =>
  `(globalThis.finiteFence??={}).${name}=JSON.parse(${JSON.stringify(JSON.stringify(data))});\n`;

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { version } = JSON.parse(readFileSync(join(here, '../../package.json'), 'utf8')) as {
    version: string;
  };
  await buildExplorer(process.argv[2] ?? join(here, '../../site/explorer'), version);
}
