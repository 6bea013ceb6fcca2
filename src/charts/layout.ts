import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import elkModule from 'elkjs/lib/elk.bundled.js';
import type { Chart, ChartState } from './chart.ts';

export const fontSize = { state: 13, event: 11 } as const;
/** Of the monospaced faces that the charts ask for; a little more than the widest of them. */
const advance = 0.615;
export const widthOf = (text: string, size: number): number =>
  Math.ceil(text.length * size * advance);

const Elk = elkModule as unknown as new () => { layout(graph: ElkNode): Promise<ElkNode> };

/** Long lists of events are broken so that a label is never wider than this many characters. */
const labelColumns = 34;

/** The lines of an edge's label. */
export function labelLines(events: readonly { readonly type: string }[]): string[] {
  const types = events.map(({ type }) => type);
  const stem = stemOf(types);
  if (stem !== null) {
    const members = types.map((type) => type.slice(stem.length));
    return broken(`${stem}{${members.join(', ')}}`, '', 22);
  }
  const lines: string[] = [];
  for (const type of types) {
    if (type.length > labelColumns && type.includes(' ')) {
      lines.push(...broken(type));
      continue;
    }
    const last = lines.at(-1);
    if (last !== undefined && last.length + type.length + 2 <= labelColumns && events.length > 3)
      lines[lines.length - 1] = `${last}, ${type}`;
    else lines.push(type);
  }
  return lines;
}

/** What stands before the first dot of three events or more, if it is the same of all: `submitted.` */
function stemOf(types: readonly string[]): string | null {
  const [first = ''] = types;
  const stem = /^\w+\.(?=\S)/.exec(first)?.[0];
  if (stem === undefined || types.length < 3) return null;
  return types.every((type) => type.startsWith(stem) && /^\S+$/.test(type)) ? stem : null;
}

/** Text in lines that are no longer than a label, where its words allow. */
function broken(text: string, indent = '  ', columns = labelColumns): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < columns)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(last === undefined ? word : `${indent}${word}`);
  }
  return lines;
}

/** As wide as the column of a page, and as a laptop. */
const [column, laptop] = [860, 1300];

/**
 * Places of states, edges and labels: top to bottom or, where that is wider than a page, whichever
 * is least wide. States stand where their edges are straight, and in a chart that is wider than a
 * laptop also where it is narrow.
 */
export async function layout(chart: Chart): Promise<ElkNode> {
  const down = await layered(chart, 'DOWN');
  if (down.width! <= column) return down;
  const ways = [down, await layered(chart, 'RIGHT')];
  if (narrowest(ways).width! > laptop)
    for (const direction of ['DOWN', 'RIGHT'] as const)
      ways.push(await layered(chart, direction, narrow));
  return narrowest(ways);
}

const narrowest = (ways: readonly ElkNode[]): ElkNode =>
  ways.reduce((least, one) => (one.width! < least.width! ? one : least));

const narrow = { 'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX' };

/**
 * Of ELK's layered layout. Labels are always on the same side of their edges, on the left or below:
 * so it is plain which is whose.
 */
const options = {
  'elk.algorithm': 'layered',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.spacing.nodeNode': '28',
  'elk.layered.spacing.nodeNodeBetweenLayers': '34',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeLabel': '5',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.padding': '[top=34,left=16,bottom=16,right=16]',
  'elk.json.edgeCoords': 'ROOT',
  'elk.json.shapeCoords': 'ROOT',
  'elk.edgeLabels.placement': 'CENTER',
  'elk.layered.edgeLabels.sideSelection': 'ALWAYS_DOWN',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  'elk.spacing.nodeSelfLoop': '14',
};

type Direction = 'DOWN' | 'RIGHT';

/** ELK's layered layout. */
async function layered(chart: Chart, direction: Direction, more = {}): Promise<ElkNode> {
  const layoutOptions = { ...options, ...more, 'elk.direction': direction };
  const starts: ElkExtendedEdge[] = [];
  const children = nodesOf(chart, chart.roots, '', layoutOptions, starts);
  return new Elk().layout({
    id: 'root',
    layoutOptions: { ...layoutOptions, 'elk.padding': '[top=12,left=12,bottom=12,right=12]' },
    children,
    edges: [...starts, ...chart.edges.map(edgeOf)],
  });
}

/** Sibling states, and before them the dot where they begin, whose edge goes to `starts`. */
function nodesOf(
  chart: Chart,
  states: readonly ChartState[],
  parent: string,
  layoutOptions: typeof options & { readonly 'elk.direction': Direction },
  starts: ElkExtendedEdge[],
): ElkNode[] {
  const nodes = states.map((state): ElkNode => {
    const { path: id, name } = state;
    if (state.children.length === 0)
      return { id, ...sizeOf(chart, state, layoutOptions['elk.direction']) };
    const children = nodesOf(chart, state.children, id, layoutOptions, starts);
    // A group is as wide as its name.
    const least = `(${widthOf(name, fontSize.state) + 28},0)`;
    const own = { 'elk.nodeSize.constraints': 'MINIMUM_SIZE', 'elk.nodeSize.minimum': least };
    return { id, layoutOptions: { ...layoutOptions, ...own }, children };
  });
  const initial = states.find((state) => state.initial);
  if (initial === undefined) return nodes;
  const id = `start:${parent}`;
  starts.push({
    id: `begin:${parent}`,
    sources: [id],
    targets: [initial.path],
    layoutOptions: { 'elk.layered.priority.direction': '100' },
  });
  const first = { 'elk.layered.layering.layerConstraint': 'FIRST' };
  return [{ id, width: 10, height: 10, layoutOptions: first }, ...nodes];
}

/** A state is so large that the heads of arrows that come in beside each other can be told apart. */
function sizeOf(
  { edges }: Chart,
  { path, name }: ChartState,
  direction: Direction,
): { readonly width: number; readonly height: number } {
  const arrows = edges.filter(({ from, to }) => from !== to && (from === path || to === path));
  const room = 9 * (arrows.length + 1);
  const text = widthOf(name, fontSize.state) + 26;
  return {
    width: Math.max(72, text, direction === 'DOWN' ? room : 0),
    height: Math.max(32, direction === 'RIGHT' ? room : 0),
  };
}

function edgeOf({ from, to, events }: Chart['edges'][number], index: number): ElkExtendedEdge {
  const lines = labelLines(events);
  const label = {
    id: `label:${index + 1}`,
    text: lines.join('\n'),
    width: Math.max(...lines.map((line) => widthOf(line, fontSize.event))) + 8,
    height: lines.length * 14 + 3,
  };
  return { id: `edge:${index}`, sources: [from], targets: [to], labels: [label] };
}
