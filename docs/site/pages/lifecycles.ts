import type { LifecycleFile } from '../catalogue.ts';
import { chartOf, type Chart, type ChartState } from '../../../src/charts/chart.ts';
import { marked } from '../../../src/charts/marks.ts';
import { svgOf } from '../../../src/charts/svg.ts';
import { dotOf, mermaidOf } from '../../../src/charts/text.ts';
import { anchor, cell, code, front, sourced, table } from './markdown.ts';

/** A chart drawn: as it stands in a page, and the files beside it. */
export type Drawn = { readonly svg: string; readonly mermaid: string; readonly dot: string };

const states = (all: readonly ChartState[]): ChartState[] =>
  all.flatMap((one) => [one, ...states(one.children)]);

const statesTable = (chart: Chart): string =>
  table(
    ['state', 'what it is', 'source'],
    states(chart.roots).map(({ path, description, source, initial, final, bad }) => [
      `${code(path)}${initial ? ' (initial)' : ''}${final ? ' (final)' : ''}${bad ? ' (forbidden)' : ''}`,
      cell(description),
      sourced(source),
    ]),
  );

const edgesTable = (chart: Chart): string =>
  table(
    ['event', 'from → to', 'step', 'source'],
    chart.edges.flatMap(({ from, to, events }) =>
      events.map(({ type, description, source }) => [
        code(type),
        `${code(from)} → ${code(to)}`,
        cell(description),
        sourced(source),
      ]),
    ),
  );

/** Draws every lifecycle once. */
export async function draw(
  subjects: readonly LifecycleFile[],
  forbidden: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<ReadonlyMap<string, Drawn & { readonly chart: Chart }>> {
  const drawn = new Map<string, Drawn & { chart: Chart }>();
  for (const { machines } of subjects)
    for (const { name, machine } of machines) {
      const chart = marked(chartOf(machine), forbidden.get(machine.id) ?? new Set());
      drawn.set(name, {
        chart,
        svg: await svgOf(chart, `The lifecycle ${machine.id}`),
        mermaid: mermaidOf(chart),
        dot: dotOf(chart),
      });
    }
  return drawn;
}

/** A chart in a page: one line, and never so small that it cannot be read: a wide one is scrolled. */
export function boxed(name: string, svg: string): string {
  const width = Number(/ width="(\d+)"/.exec(svg)![1]);
  const style = `min-width:${Math.round(0.72 * width)}px`;
  const text = svg
    .replace(/[`{}@\n]/g, (letter) => `&#${letter.charCodeAt(0)};`)
    .replace('<svg ', `<svg style="${style}" `);
  const label = `The chart of ${name}`;
  return `<div class="ff-chart-box" tabindex="0" role="region" aria-label="${label}">${text}</div>`;
}

/**
 * A page a file of lifecycles: each with its law, its chart, its states and edges with their
 * sources, and the chart as text.
 */
export function lifecyclePage(
  { name, machines }: LifecycleFile,
  drawn: Awaited<ReturnType<typeof draw>>,
  group: string,
): string {
  return [
    front(name, group),
    `# ${name}`,
    '',
    `\`machines/lifecycles/${name}.ts\``,
    '',
    ...machines.flatMap((lifecycle) => {
      const { chart, svg, mermaid, dot } = drawn.get(lifecycle.name)!;
      return [
        `## ${lifecycle.name}`,
        '',
        ...lifecycle.about.flatMap((line) => [cell(line), '']),
        ...(lifecycle.sized
          ? [
              'A function makes this lifecycle from the number of objects or from the version of ' +
                'the kernel. The chart is for one object of each kind.',
              '',
            ]
          : []),
        boxed(lifecycle.name, svg),
        '',
        `### ${lifecycle.name}: states`,
        '',
        statesTable(chart),
        '',
        ...(chart.edges.length === 0
          ? []
          : [`### ${lifecycle.name}: edges`, '', edgesTable(chart), '']),
        '<details class="ff-text"><summary>Mermaid</summary>',
        '',
        '```text',
        mermaid.trimEnd(),
        '```',
        '',
        '</details>',
        '',
        '<details class="ff-text"><summary>DOT</summary>',
        '',
        '```text',
        dot.trimEnd(),
        '```',
        '',
        '</details>',
        '',
      ];
    }),
  ].join('\n');
}

/** All lifecycles in a table. */
export function lifecycleIndex(
  subjects: readonly LifecycleFile[],
  drawn: Awaited<ReturnType<typeof draw>>,
  group: string,
): string {
  const count = subjects.reduce((sum, { machines }) => sum + machines.length, 0);
  const rows = subjects.flatMap(({ name, machines }) =>
    machines.map((lifecycle) => [
      `[${lifecycle.name}](lifecycles/${name}.md#${anchor(lifecycle.name.toLowerCase())})`,
      cell(lifecycle.about[0] ?? ''),
      String(states(drawn.get(lifecycle.name)!.chart.roots).length),
    ]),
  );
  return [
    front(
      'Lifecycles',
      group,
      subjects.map(({ name }) => `lifecycles/${name}.md`),
    ),
    '# Lifecycles',
    '',
    `One object's states and events, as an XState machine: ${count} of them. Every state ` +
      `and edge has its law and its source; a chart's states and labels lead to the source ` +
      `too.`,
    '',
    table(['lifecycle', 'is', 'states'], rows),
    '',
  ].join('\n');
}
