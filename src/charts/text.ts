import type { Chart, ChartState } from './chart.ts';

const id = (path: string): string =>
  path === ''
    ? '[*]'
    : `s_${path.replace(/[^A-Za-z0-9]/g, (c) => `_${c.charCodeAt(0).toString(16)}`)}`;
const plain = (text: string): string => text.replace(/["\\\n]/g, ' ');

/** The chart as a Mermaid state diagram. */
export function mermaidOf(chart: Chart): string {
  const state = (node: ChartState, indent: string): string[] =>
    node.children.length === 0
      ? [`${indent}state "${plain(node.name)}" as ${id(node.path)}`]
      : [
          `${indent}state "${plain(node.name)}" as ${id(node.path)} {`,
          ...inside(node.children, `${indent}  `),
          `${indent}}`,
        ];
  const inside = (nodes: readonly ChartState[], indent: string): string[] => [
    ...nodes.flatMap((one) => state(one, indent)),
    ...nodes.filter(({ initial }) => initial).map((one) => `${indent}[*] --> ${id(one.path)}`),
  ];
  return [
    'stateDiagram-v2',
    ...inside(chart.roots, '  '),
    ...chart.edges.map(
      ({ from, to, events }) =>
        `  ${id(from)} --> ${id(to)} : ${plain(events.map(({ type }) => type).join(', '))}`,
    ),
    '',
  ].join('\n');
}

/** The chart in Graphviz' language. */
export function dotOf(chart: Chart): string {
  const leaf = (path: string): string => {
    const node = find(chart.roots, path);
    return node !== undefined && node.children.length > 0
      ? leaf(node.children.find(({ initial }) => initial)?.path ?? node.children[0]!.path)
      : path;
  };
  const cluster = (path: string): string =>
    find(chart.roots, path)?.children.length ? `"cluster_${id(path)}"` : '';
  const state = (node: ChartState, indent: string): string[] =>
    node.children.length === 0
      ? [
          `${indent}"${plain(node.path)}" [label="${plain(node.name)}"` +
            `${node.final ? ', peripheries=2' : ''}${node.initial ? ', penwidth=2' : ''}];`,
        ]
      : [
          `${indent}subgraph ${cluster(node.path)} {`,
          `${indent}  label="${plain(node.name)}";`,
          ...node.children.flatMap((child) => state(child, `${indent}  `)),
          `${indent}}`,
        ];
  const edge = (from: string, to: string, label: string): string => {
    const ends = [
      cluster(from) === '' ? '' : `ltail=${cluster(from)}`,
      cluster(to) === '' ? '' : `lhead=${cluster(to)}`,
    ].filter((one) => one !== '');
    return `  "${plain(leaf(from))}" -> "${plain(leaf(to))}" [${[`label="${label}"`, ...ends].join(', ')}];`;
  };
  return [
    `digraph "${plain(chart.id)}" {`,
    '  compound=true; node [shape=box, style=rounded, fontname=monospace]; edge [fontname=monospace, fontsize=10];',
    ...chart.roots.flatMap((one) => state(one, '  ')),
    ...chart.edges.map(({ from, to, events }) =>
      edge(from, to, events.map(({ type }) => plain(type)).join('\\n')),
    ),
    '}',
    '',
  ].join('\n');
}

function find(all: readonly ChartState[], path: string): ChartState | undefined {
  for (const node of all) {
    if (node.path === path) return node;
    const below = find(node.children, path);
    if (below !== undefined) return below;
  }
  return undefined;
}
