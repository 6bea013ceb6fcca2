import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from '../../docs/site/catalogue.ts';
import { chartOf } from '../../docs/site/charts/chart.ts';
import { dotOf, mermaidOf } from '../../docs/site/charts/text.ts';
import { documents } from '../../docs/site/pages/documents.ts';
import { readers, startPage } from '../../docs/site/pages/reading-order.ts';
import * as machines from '../../machines/index.ts';

const root = new URL('../..', import.meta.url).pathname;

test('every document written by hand is a page, and the first page leads to it', () => {
  const all = documents(root);
  const names = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -3));
  expect(names.length).toBeGreaterThan(10);
  expect(all.map(({ page }) => page).sort()).toEqual(['overview', ...names].sort());
  const start = startPage(new Map(all.map(({ page, title }) => [page, title])));
  for (const { page, title } of all) expect(start).toContain(`[${title}](${page}.md)`);
  for (const { who } of readers) expect(start).toContain(`## ${who}`);
});

test('every lifecycle has a chart in which each state and edge has its law and source', async () => {
  const subjects = await catalogue();
  const every = subjects.flatMap((one) => one.machines);
  expect(every.length).toBeGreaterThan(100);
  for (const [name, value] of Object.entries(machines)) if (typeof value === 'object' && value !== null && 'root' in value) expect(every.map((one) => one.name)).toContain(name);
  const states = (all: ReturnType<typeof chartOf>['roots']): typeof all => all.flatMap((one) => [one, ...states(one.children)]);
  const bare = every.flatMap(({ name, machine }) => {
    const chart = chartOf(machine);
    return [
      ...states(chart.roots).filter((one) => one.children.length === 0 && (one.description === '' || one.source === '')).map(({ path }) => `${name}: ${path}`),
      ...chart.edges.flatMap(({ from, to, events }) => events.filter((one) => one.description === '' || one.source === '').map(({ type }) => `${name}: ${from} ${type} ${to}`)),
    ];
  });
  expect(bare.slice(0, 20)).toEqual([]);
  for (const { machine } of every) {
    const chart = chartOf(machine);
    expect(mermaidOf(chart).split('\n').filter((line) => line.includes('-->') && !line.includes('[*] -->')).length).toBe(chart.edges.filter(({ from }) => from !== '').length);
    expect(dotOf(chart)).toMatch(/^digraph "[\w ]+" \{/);
  }
});
