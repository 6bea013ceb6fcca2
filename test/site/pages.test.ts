import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from '../../docs/site/catalogue.ts';
import { bundled } from '../../src/charts/bundle.ts';
import { chartOf } from '../../src/charts/chart.ts';
import { families } from '../../src/charts/families.ts';
import { folded } from '../../src/charts/fold.ts';
import { marked } from '../../src/charts/marks.ts';
import { svgOf } from '../../src/charts/svg.ts';
import { lawlessStates } from '../../docs/site/lawless-states.ts';
import { gallery } from '../../machines/litmus/gallery.ts';
import { flawsOf } from './flaws.ts';
import { layout } from '../../src/charts/layout.ts';
import { dotOf, mermaidOf } from '../../src/charts/text.ts';
import { documents } from '../../docs/site/pages/documents.ts';
import { readers, startPage } from '../../docs/site/pages/reading-order.ts';
import * as machines from '../../machines/index.ts';

const root = new URL('../..', import.meta.url).pathname;

test('every document written by hand is a page, and the first page leads to it', () => {
  const pages = documents(root);
  const names = readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -3));
  expect(names.length).toBeGreaterThan(10);
  expect(pages.map(({ page }) => page).sort()).toEqual(['overview', ...names].sort());
  const start = startPage(new Map(pages.map(({ page, title }) => [page, title])));
  for (const { page, title } of pages) expect(start).toContain(`[${title}](${page}.md)`);
  for (const { who } of readers) expect(start).toContain(`## ${who}`);
});

test('every lifecycle has a chart in which each state and edge has its law and source', async () => {
  const subjects = await catalogue();
  const every = subjects.flatMap((one) => one.machines);
  expect(every.length).toBeGreaterThan(100);
  for (const [name, value] of Object.entries(machines))
    if (typeof value === 'object' && value !== null && 'root' in value)
      expect(every.map((one) => one.name)).toContain(name);
  const states = (all: ReturnType<typeof chartOf>['roots']): typeof all =>
    all.flatMap((one) => [one, ...states(one.children)]);
  const bare = every.flatMap(({ name, machine }) => {
    const chart = chartOf(machine);
    return [
      ...states(chart.roots)
        .filter((one) => one.children.length === 0 && (one.description === '' || one.source === ''))
        .map(({ path }) => `${name}: ${path}`),
      ...chart.edges.flatMap(({ from, to, events }) =>
        events
          .filter((one) => one.description === '' || one.source === '')
          .map(({ type }) => `${name}: ${from} ${type} ${to}`),
      ),
    ];
  });
  expect(bare.slice(0, 20)).toEqual([]);
  for (const { machine } of every) {
    const chart = chartOf(machine);
    expect(
      mermaidOf(chart)
        .split('\n')
        .filter((line) => line.includes('-->') && !line.includes('[*] -->')).length,
    ).toBe(chart.edges.filter(({ from }) => from !== '').length);
    expect(dotOf(chart)).toMatch(/^digraph "[\w ]+" \{/);
  }
});

test(
  'no chart has labels over each other, over edges or states, an edge through a state, ' +
    'or anything cut off',
  async () => {
    const every = (await catalogue()).flatMap((one) => one.machines);
    for (const { name, machine } of every) {
      const placed = await layout(bundled(chartOf(machine)));
      expect(flawsOf(placed), name).toEqual([]);
      // What is wider than a laptop is folded at first, and then is not.
      if (placed.width! < 1300) continue;
      const shown = await layout(folded(families(chartOf(machine))));
      expect(flawsOf(shown), name).toEqual([]);
      expect(shown.width, name).toBeLessThan(1500);
    }
    // And who looks for that finds it.
    const { machine } = every[0]!;
    const placed = await layout(chartOf(machine));
    const [state] = placed.children!.filter(({ id }) => !id.startsWith('start:'));
    const label = placed.edges!.flatMap((edge) => edge.labels ?? [])[0]!;
    Object.assign(label, { x: state!.x, y: state!.y });
    expect(flawsOf(placed).join()).toMatch(/the label .* is on /);
    Object.assign(label, { x: -5 });
    expect(flawsOf(placed).join()).toMatch(/is cut off/);
  },
  300_000,
);

test('states that are forbidden, and those that only broken systems reach, are marked', async () => {
  const { forbidden, astray } = lawlessStates();
  const marks = (lifecycle: string): Record<string, string> => {
    const machine = every.find((one) => one.machine.id === lifecycle)!.machine;
    const none = new Set<string>();
    const leaves = (all: typeof chart.roots): typeof chart.roots =>
      all.flatMap((one) => (one.children.length === 0 ? [one] : leaves(one.children)));
    const chart = marked(chartOf(machine), forbidden.get(lifecycle) ?? none, astray.get(lifecycle));
    return Object.fromEntries(
      leaves(chart.roots).flatMap(({ path, bad, astray: test }) => {
        if (bad) return [[path, 'forbidden']];
        return test === undefined ? [] : [[path, test]];
      }),
    );
  };
  const every = (await catalogue()).flatMap((one) => one.machines);
  // An invariant names it; a step out of it does the harm; nothing is wrong with it.
  expect(marks('fence_ops')).toEqual({ oops: 'forbidden' });
  expect(marks('mirror')).toEqual({
    checked: 'HMM+retry-outside-lock',
    deceived: 'HMM+retry-outside-lock',
  });
  expect(marks('group_exec')).toMatchObject({ unprotected: 'GROUP+put-before-push' });
  expect(marks('dma_fence')).toEqual({});
  expect(marks('signalling_section')).toHaveProperty('allocating');
  // Each names a litmus test that is bad.
  const tests = new Set([...astray.values()].flatMap((states) => [...states.values()]));
  expect(tests.size).toBeGreaterThan(20);
  for (const name of tests)
    expect(gallery.find((one) => one.name === name)!.expect.verdict, name).not.toBe('finite');
  const { machine } = every.find((one) => one.machine.id === 'mirror')!;
  const drawn = await svgOf(marked(chartOf(machine), new Set(), astray.get('mirror')), 'mirror');
  expect(drawn).toMatch(
    /<g data-state="deceived" class="astray"><title>[^<]*HMM\+retry-outside-lock/,
  );
  expect(drawn).toContain('aria-description="state, reached only where something is broken"');
  expect(drawn).toContain('aria-description="from checked to deceived"');
}, 300_000);

test('an edge from a group says the same as an edge from each state in it', async () => {
  const step = (one: { from: string; to: string }, { type }: { type: string }): string =>
    `${one.from} ${type} ${one.to}`;
  let fewer = 0;
  for (const { name, machine } of (await catalogue()).flatMap((one) => one.machines)) {
    const chart = chartOf(machine);
    const leaves = (all: typeof chart.roots): string[] =>
      all.flatMap((one) => (one.children.length === 0 ? [one.path] : leaves(one.children)));
    const names = leaves(chart.roots);
    const drawn = bundled(chart);
    // From each leaf in it: a group that has the edge itself has it for all of them already.
    const spread = (edges: typeof chart.edges): Set<string> =>
      new Set(
        edges.flatMap((edge) =>
          edge.events.flatMap((event) =>
            names
              .filter((leaf) => leaf === edge.from || leaf.startsWith(`${edge.from}.`))
              .map((from) => step({ ...edge, from }, event)),
          ),
        ),
      );
    expect([...spread(drawn.edges)].sort(), name).toEqual([...spread(chart.edges)].sort());
    fewer += chart.edges.length - drawn.edges.length;
  }
  expect(fewer).toBeGreaterThan(20);
}, 300_000);
