import type { RuleEntry } from '../../../test/litmus/rule-map.ts';
import type { LifecycleFile } from '../catalogue.ts';
import type { Lawless } from '../lawless-states.ts';
import { chartOf, type Chart, type ChartState } from '../../../src/charts/chart.ts';
import { families } from '../../../src/charts/families.ts';
import { folded } from '../../../src/charts/fold.ts';
import { marked } from '../../../src/charts/marks.ts';
import { svgOf } from '../../../src/charts/svg.ts';
import { dotOf, mermaidOf } from '../../../src/charts/text.ts';
import { sourceLink, sourceNote } from '../sources.ts';
import { anchor, cell, code, front, sourced, table, to } from './markdown.ts';

/**
 * A chart drawn: as it stands in a page, the same with edges from everywhere folded where there are
 * any, and the files beside it.
 */
export type Drawn = {
  readonly svg: string;
  readonly short: string | null;
  readonly mermaid: string;
  readonly dot: string;
};

const states = (all: readonly ChartState[]): ChartState[] =>
  all.flatMap((one) => [one, ...states(one.children)]);

const statesTable = (chart: Chart): string =>
  table(
    ['state', 'what it is', 'source'],
    states(chart.roots).map(({ path, description, source, initial, final, bad, astray }) => [
      `${code(path)}${initial ? ' (initial)' : ''}${final ? ' (final)' : ''}${bad ? ' (forbidden)' : ''}` +
        (astray === undefined ? '' : ` (only where something is broken: ${to('litmus', astray)})`),
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
  { astray, forbidden: asked }: Lawless,
): Promise<ReadonlyMap<string, Drawn & { readonly chart: Chart }>> {
  const drawn = new Map<string, Drawn & { chart: Chart }>();
  for (const { machines } of subjects)
    for (const { name, machine } of machines) {
      const { id } = machine;
      const bad = new Set([...(forbidden.get(id) ?? []), ...(asked.get(id) ?? [])]);
      const chart = marked(chartOf(machine), bad, astray.get(id));
      const once = families(chart);
      const short = folded(once);
      const title = `The lifecycle ${machine.id}`;
      const isShorter = short.roots.length > once.roots.length;
      drawn.set(name, {
        chart,
        svg: await svgOf(once, title, sourceLink),
        short: isShorter ? await svgOf(short, `${title}, folded`, sourceLink) : null,
        mermaid: mermaidOf(chart),
        dot: dotOf(chart),
      });
    }
  return drawn;
}

/** A chart that is wider is shown with its edges from everywhere folded at first. */
const widest = 1300;

/** A chart in a page: one line, and never so small that it cannot be read: a wide one is scrolled. */
export function boxed(name: string, { svg, short }: Pick<Drawn, 'svg' | 'short'>): string {
  const label = `The chart of ${name}`;
  const away = (one: string): string => one.replace('class="', 'class="ff-away ');
  const isWide = short !== null && widthOf(svg) > widest;
  const drawings = [
    isWide ? away(sized(svg)) : sized(svg),
    ...(short === null ? [] : [isWide ? sized(short) : away(sized(short))]),
  ];
  return (
    `<div class="ff-chart-box" tabindex="0" role="region" aria-label="${label}">` +
    `${drawings.join('')}</div>${legendOf(svg)}`
  );
}

/** What the marks of a chart mean, of those that it has; one line. */
function legendOf(svg: string): string {
  const said = [
    ...(/rx="6"\/>/.test(svg) ? [sample('', true, 'an end: nothing leads on')] : []),
    ...(svg.includes('class="bad"')
      ? [sample('bad', false, 'forbidden: an invariant names it')]
      : []),
    ...(svg.includes('class="astray"')
      ? [sample('astray', false, 'only systems that break a promise or an invariant reach it')]
      : []),
  ];
  return said.length === 0 ? '' : `<p class="ff-legend">${said.join(' ')}</p>`;
}

/** A state of this look, small, and what it means. */
function sample(mark: string, isEnd: boolean, words: string): string {
  const inner = isEnd ? '<rect class="state" x="4" y="4" width="22" height="10" rx="3"/>' : '';
  const corner = mark === 'astray' ? '<path class="corner" d="M19 4h5a2 2 0 0 1 2 2v5z"/>' : '';
  return (
    `<span><svg class="ff-chart" width="30" height="18" aria-hidden="true"><g class="${mark}">` +
    `<rect class="state" x="2" y="2" width="26" height="14" rx="5"/>${inner}${corner}</g></svg> ` +
    `${words}</span>`
  );
}

const widthOf = (svg: string): number => Number(/ width="(\d+)"/.exec(svg)![1]);

function sized(svg: string): string {
  const style = `min-width:${Math.round(0.72 * widthOf(svg))}px`;
  return svg
    .replace(/[`{}@\n]/g, (letter) => `&#${letter.charCodeAt(0)};`)
    .replace('<svg ', `<svg style="${style}" `);
}

/**
 * A page a file of lifecycles: each with its law, its chart, its states and edges with their
 * sources, and the chart as text.
 */
export function lifecyclePage(
  { name, machines }: LifecycleFile,
  drawn: Awaited<ReturnType<typeof draw>>,
  map: readonly RuleEntry[],
  group: string,
): string {
  return [
    front(name, group),
    `# ${name}`,
    '',
    `\`machines/lifecycles/${name}.ts\``,
    '',
    ...machines.flatMap((lifecycle) => {
      const { chart, mermaid, dot, ...pictures } = drawn.get(lifecycle.name)!;
      return [
        `## ${lifecycle.name}`,
        '',
        ...lifecycle.about.flatMap((line) => [cell(line), '']),
        ...modelled(lifecycle.machine.id, map),
        ...(lifecycle.sized
          ? [
              'A function makes this lifecycle from the number of objects or from the version of ' +
                'the kernel. The chart is for one object of each kind.',
              '',
            ]
          : []),
        boxed(lifecycle.name, pictures),
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
    sourceNote,
    '',
  ].join('\n');
}

/** The rules that a lifecycle models, each with the litmus tests that differ in it. */
function modelled(machine: string, map: readonly RuleEntry[]): string[] {
  const rules = map.filter(({ lifecycles }) => lifecycles.includes(machine));
  if (rules.length === 0) return [];
  const said = rules.map(({ id, title, litmus: [pair] }) => {
    const tests =
      pair === undefined ? '' : ` (${to('litmus', pair.bad)}, ${to('litmus', pair.good)})`;
    return `- [${cell(id)}](../rules/${id}.md): ${cell(title)}${tests}`;
  });
  return [
    'Rules that it models, each with a litmus test that breaks it and its twin:',
    '',
    ...said,
    '',
  ];
}

/** Files of lifecycles by what they are about, in the order of the kernel's documents. */
const subjectsOf: readonly (readonly [title: string, files: RegExp])[] = [
  ['Fences', /^(dma-fence|fence-|observed-fence|signal-call|signalling|deadline|named|warning)/],
  ['Containers of fences', /^(drm-syncobj|sync-file|sw-sync|user-fence|indefinite)/],
  [
    'Reservation objects and buffers',
    /^(dma-resv|resv-|dma-buf|observed-dma-buf|buffer-|drm-exec|slot|gem-|ttm-)/,
  ],
  [
    'Memory: pins, eviction, residency',
    /^(eviction|memory-|residency|peer-|device-private|pool|reservation|worlds)/,
  ],
  [
    'Jobs and engines',
    /^(\w+-job|drm-sched|observed-|engine-|command-|ring|dependency|preempt|hang-|reset-|mode-)/,
  ],
  [
    'Page faults, reclaim and notifiers',
    /^(page-fault|fault-|allocation|reclaim|interval-|one-shot)/,
  ],
  ['Locks and waits', /./],
];

function grouped(subjects: readonly LifecycleFile[]): (readonly [string, LifecycleFile[]])[] {
  const groups = subjectsOf.map(([title]) => [title, [] as LifecycleFile[]] as const);
  for (const subject of subjects) {
    const at = subjectsOf.findIndex(([, files]) => files.test(subject.name));
    groups[at]![1].push(subject);
  }
  return groups.filter(([, some]) => some.length > 0);
}

/** All lifecycles in tables, by subject. */
export function lifecycleIndex(
  subjects: readonly LifecycleFile[],
  drawn: Awaited<ReturnType<typeof draw>>,
  group: string,
): string {
  const count = subjects.reduce((sum, { machines }) => sum + machines.length, 0);
  const line = (file: string, lifecycle: LifecycleFile['machines'][number]): string[] => [
    `[${lifecycle.name}](lifecycles/${file}.md#${anchor(lifecycle.name.toLowerCase())})`,
    cell(lifecycle.about[0] ?? ''),
    String(states(drawn.get(lifecycle.name)!.chart.roots).length),
  ];
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
    sourceNote,
    '',
    ...grouped(subjects).flatMap(([title, some]) => [
      `## ${title}`,
      '',
      table(
        ['lifecycle', 'is', 'states'],
        some.flatMap(({ name, machines }) => machines.map((one) => line(name, one))),
      ),
      '',
    ]),
  ].join('\n');
}
