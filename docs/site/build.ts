import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyStateMachine } from 'xstate';
import { drivers } from '../../machines/drivers/index.ts';
import { hazards } from '../../machines/hazards.ts';
import * as machines from '../../machines/index.ts';
import { options } from '../../machines/options/index.ts';
import { specOf } from '../../machines/system.ts';
import type { Row } from '../../src/system/vocabulary.ts';
import { buildExplorer } from './build-explorer.ts';
import { chartOf } from './charts/chart.ts';
import { chartStyle, svgOf } from './charts/svg.ts';
import { dotOf, mermaidOf } from './charts/text.ts';
import { driversPage, litmusPage, optionsPage, rulesPage } from './pages.ts';

const root = new URL('../..', import.meta.url).pathname;
const generated = join(root, 'docs/generated');
const site = join(root, 'site');

/** Every lifecycle that is exported, by the name under which it is; those that depend on sizes with one object of each kind. */
function lifecycles(): [string, AnyStateMachine][] {
  return Object.entries(machines as Record<string, unknown>).flatMap(([name, value]): [string, AnyStateMachine][] => {
    if (typeof value === 'object' && value !== null && 'root' in value) return [[name, value as AnyStateMachine]];
    if (typeof value !== 'function' || value.length !== 1) return [];
    try {
      const made: unknown = (value as (sizes: object) => unknown)({ fenced: 1, faulting: 1 });
      return typeof made === 'object' && made !== null && 'root' in made ? [[name, made as AnyStateMachine]] : [];
    } catch { return []; }
  });
}

/** Every row that some described driver has. */
function rows(): Row[] {
  const found = new Map<string, Row>();
  for (const description of [{}, ...options.map(({ name }) => ({ options: [name] })), ...hazards.map(({ name }) => ({ hazards: [name] }))]) {
    for (const row of specOf({ driver: 'pages', ...description } as Parameters<typeof specOf>[0]).rows) found.set(row.name, row);
  }
  return [...found.values()];
}

rmSync(generated, { recursive: true, force: true });
rmSync(site, { recursive: true, force: true });
mkdirSync(generated, { recursive: true });
mkdirSync(join(site, 'charts'), { recursive: true });

const charts: Record<string, { svg: string; file: string }> = {};
const texts: [string, string][] = [];
for (const [name, machine] of lifecycles()) {
  const chart = chartOf(machine);
  const svg = await svgOf(chart, `The lifecycle ${machine.id}`);
  charts[name] = { svg, file: chart.id };
  texts.push([`${chart.id}.svg`, svg.replace('<title>', `<style>${chartStyle}</style><title>`)], [`${chart.id}.mmd`, mermaidOf(chart)], [`${chart.id}.dot`, dotOf(chart)]);
}
writeFileSync(join(generated, 'charts.json'), JSON.stringify({ style: `${chartStyle}.ff-chart-box{overflow-x:auto;margin:0 0 1em}`, charts }));
writeFileSync(join(generated, 'options.md'), optionsPage(options, hazards));
writeFileSync(join(generated, 'rules.md'), rulesPage(rows()));
writeFileSync(join(generated, 'drivers.md'), driversPage(drivers));
writeFileSync(join(generated, 'litmus.md'), litmusPage(machines.gallery));

execFileSync(process.execPath, [join(root, 'node_modules/typedoc/bin/typedoc')], { cwd: root, stdio: 'inherit' });
mkdirSync(join(site, 'charts'), { recursive: true });
for (const [file, text] of texts) writeFileSync(join(site, 'charts', file), text);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
await buildExplorer(join(site, 'explorer'), version);
