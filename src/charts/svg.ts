import type { ElkEdgeSection, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { bundled } from './bundle.ts';
import { linkOf, type Chart, type ChartEdge, type ChartState } from './chart.ts';
import { fontSize, labelLines, layout, widthOf } from './layout.ts';

export const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** Colours of both themes; a page that sets data-theme on its root is followed, else the system is. */
export const chartStyle = `
.ff-chart{--ff-ink:#16181d;--ff-soft:#575e6b;--ff-line:#8b919c;--ff-fill:#fdfdfb;--ff-group:#f4f4f0;
  --ff-edge:#dddfe3;--ff-paper:#fdfdfb;--ff-lit:#fbe3d8;--ff-accent:#575e6b;--ff-now:#bd3a12;
  --ff-bad:#bd3a12;--ff-wrong:#fcece5;max-width:100%;height:auto;
  font-family:'IBM Plex Mono',ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]) .ff-chart,.ff-chart:root{--ff-ink:#e9eaec;
  --ff-soft:#a0a7b3;--ff-line:#7b8495;--ff-fill:#111317;--ff-group:#181b21;--ff-edge:#2b2f37;
  --ff-paper:#111317;--ff-lit:#4a2417;--ff-accent:#a0a7b3;--ff-now:#ff8763;--ff-bad:#ff8763;--ff-wrong:#331e18}}
:root[data-theme=dark] .ff-chart{--ff-ink:#e9eaec;
  --ff-soft:#a0a7b3;--ff-line:#7b8495;--ff-fill:#111317;--ff-group:#181b21;--ff-edge:#2b2f37;
  --ff-paper:#111317;--ff-lit:#4a2417;--ff-accent:#a0a7b3;--ff-now:#ff8763;--ff-bad:#ff8763;--ff-wrong:#331e18}
.ff-chart rect.state{fill:var(--ff-fill);stroke:var(--ff-line);stroke-width:1.2}
.ff-chart rect.group{fill:var(--ff-group);stroke:var(--ff-edge);stroke-width:1.2}
.ff-chart rect.note{fill:none;stroke:var(--ff-line);stroke-width:1;stroke-dasharray:2 3}
.ff-chart text.note{fill:var(--ff-soft);font-size:${fontSize.event}px;font-style:italic}
.ff-chart .bad rect.state{fill:var(--ff-wrong);stroke:var(--ff-bad);stroke-dasharray:6 3}
.ff-chart .astray rect.state{stroke:var(--ff-bad);stroke-dasharray:1.5 3;stroke-width:1.6}
.ff-chart .astray .corner{fill:var(--ff-bad);stroke:none}
.ff-chart .lit rect.state{fill:var(--ff-lit);stroke:var(--ff-now);stroke-width:2}
.ff-chart text{fill:var(--ff-ink);font-size:${fontSize.state}px}
.ff-chart text.group{fill:var(--ff-soft);font-weight:600;paint-order:stroke;stroke:var(--ff-group);
  stroke-width:5px;stroke-linejoin:round}
.ff-chart text.title{font-weight:600}
.ff-chart text.event{fill:var(--ff-accent);font-size:${fontSize.event}px}
.ff-chart path{fill:none;stroke:var(--ff-line);stroke-width:1.3}
.ff-chart .head,.ff-chart .dot{fill:var(--ff-line);stroke:none}
.ff-chart .paper{fill:var(--ff-paper);opacity:.86}
.ff-chart .paper.in{fill:var(--ff-group)}
.ff-chart a:hover text,.ff-chart a:focus text{text-decoration:underline}
.ff-chart a{cursor:pointer}
`.trim();

/**
 * One chart as SVG, drawn here and now: states nest, every state and edge has its law as a tooltip
 * and links to its source.
 * @param toSource where a source can be read; null where nowhere
 */
export async function svgOf(
  whole: Chart,
  title: string,
  toSource: ToSource = linkOf,
): Promise<string> {
  const chart = bundled(whole);
  const placed = await layout(chart);
  const states = new Map<string, ChartState>();
  const collect = (all: readonly ChartState[]): void => {
    for (const state of all) {
      states.set(state.path, state);
      collect(state.children);
    }
  };
  collect(chart.roots);
  const groups: ElkNode[] = [];
  const back: string[] = [];
  const middle: string[] = [];
  const front: string[] = [];
  const draw = (node: ElkNode): void => {
    for (const child of node.children ?? []) {
      const { x = 0, y = 0, width = 0, height = 0 } = child;
      const state = states.get(child.id);
      if (state === undefined)
        front.push(`<circle class="dot" cx="${x + 5}" cy="${y + 5}" r="5"/>`);
      else if (state.children.length > 0) {
        groups.push(child);
        back.push(group(state, x, y, width, height));
        front.push(groupName(state, nameAt(state.name, child, edges), toSource));
      } else front.push(leaf(state, [x, y, width, height], toSource));
      draw(child);
    }
  };
  const edges = (placed.edges ?? []) as ElkExtendedEdge[];
  draw(placed);
  for (const { sections = [] } of edges) middle.push(...sections.map(line));
  const labels = labelsOf(chart, edges, groups, toSource);
  const width = Math.ceil(placed.width ?? 0);
  const height = Math.ceil(placed.height ?? 0);
  return (
    `<svg class="ff-chart" xmlns="http://www.w3.org/2000/svg" role="group" aria-label="` +
    `${escape(title)}" data-lifecycle="${escape(chart.id)}" width="${width}" height="` +
    `${height}" viewBox="0 0 ${width} ${height}"><title>${escape(title)}</title>` +
    `${[...back, ...middle, ...labels, ...front].join('')}</svg>`
  );
}

/** The labels of edges; one that lies in a group has the paper of the group behind it. */
function labelsOf(
  chart: Chart,
  edges: readonly ElkExtendedEdge[],
  groups: readonly ElkNode[],
  toSource: ToSource,
): string[] {
  return edges.flatMap((edge) => {
    const index = /^edge:(\d+)$/.exec(edge.id)?.[1];
    const label = edge.labels?.[0];
    if (index === undefined || label === undefined) return [];
    const { x = 0, y = 0, width = 0, height = 0 } = label;
    const inside = groups.some(
      (box) =>
        x >= box.x! &&
        y >= box.y! &&
        x + width <= box.x! + box.width! &&
        y + height <= box.y! + box.height!,
    );
    return [eventLabel(chart.edges[Number(index)]!, [x, y, width, height], inside, toSource)];
  });
}

/** A chart as a file of its own: with its colours in it, and paper behind it. */
export const alone = (svg: string): string =>
  svg.replace(
    '<title>',
    `<style>${chartStyle}\n.ff-chart{background:var(--ff-paper);max-width:none}</style><title>`,
  );

type ToSource = (source: string) => string | null;
type Frame = readonly [x: number, y: number, width: number, height: number];

/** @param about what is said of the link where it is not seen: its text alone does not say of what it is */
function linked(source: string, inside: string, toSource: ToSource, about: string): string {
  const href = toSource(source);
  if (href === null) return inside;
  return `<a href="${escape(href)}" aria-description="${escape(about)}">${inside}</a>`;
}

const tip = (name: string, description: string, source: string): string =>
  `<title>${escape([name, description, source].filter((one) => one !== '').join('\n'))}</title>`;

function leaf(state: ChartState, frame: Frame, toSource: ToSource): string {
  if (state.note) return noted(state, frame);
  const [x, y, width, height] = frame;
  const [insideWidth, insideHeight] = [width - 6, height - 6];
  const inner =
    `<rect class="state" x="${x + 3}" y="${y + 3}" width="${insideWidth}" ` +
    `height="${insideHeight}" rx="6"/>`;
  const box =
    `<rect class="state" x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>` +
    (state.final ? inner : '');
  const text =
    `<text x="${x + width / 2}" y="${y + height / 2 + 4.5}" text-anchor="middle">` +
    `${escape(state.name)}</text>`;
  const mark = markOf(state);
  const corner =
    mark === 'astray'
      ? `<path class="corner" d="M${x + width - 15} ${y + 3}h8a4 4 0 0 1 4 4v8z"/>`
      : '';
  const of = mark === '' ? '' : ` class="${mark}"`;
  return (
    `<g data-state="${escape(state.path)}"${of}>` +
    `${tip(state.path, toldOf(state), state.source)}` +
    `${linked(state.source, box + corner + text, toSource, aboutState(state))}</g>`
  );
}

const markOf = ({ bad, astray }: ChartState): '' | 'bad' | 'astray' => {
  if (bad) return 'bad';
  return astray === undefined ? '' : 'astray';
};

/** What stands about a state in its tooltip. */
function toldOf(state: ChartState): string {
  const { description, bad, astray } = state;
  if (bad) return `${description} A system must never reach it.`;
  if (astray === undefined) return description;
  return (
    `${description} Of the litmus tests only systems that break a promise or an invariant ` +
    `reach it, ${astray} among them.`
  );
}

function aboutState({ bad, final, astray }: ChartState): string {
  const marks = [
    ...(bad ? ['forbidden'] : []),
    ...(astray === undefined ? [] : ['reached only where something is broken']),
    ...(final ? ['an end'] : []),
  ];
  return ['state', ...marks].join(', ');
}

/** Where folded edges begin. */
function noted(state: ChartState, [x, y, width, height]: Frame): string {
  return (
    `<g data-note="${escape(state.path)}">${tip(state.name, state.description, '')}` +
    `<rect class="note" x="${x}" y="${y}" width="${width}" height="${height}" rx="${height / 2}"/>` +
    `<text class="note" x="${x + width / 2}" y="${y + height / 2 + 4}" text-anchor="middle">` +
    `${escape(state.name)}</text></g>`
  );
}

function group(state: ChartState, x: number, y: number, width: number, height: number): string {
  return (
    `<g data-state="${escape(state.path)}">` +
    `${tip(state.path, state.description, state.source)}<rect class="group" x="${x}" y="` +
    `${y}" width="${width}" height="${height}" rx="10"` +
    `${state.parallel ? ' stroke-dasharray="5 4"' : ''}/></g>`
  );
}

/** Before the edges, which may run there: it is read all the same. */
function groupName(
  state: ChartState,
  [x, y]: readonly [number, number],
  toSource: ToSource,
): string {
  const name = `<text class="group" x="${x}" y="${y}">${escape(state.name)}</text>`;
  return (
    `<g>${tip(state.path, state.description, state.source)}` +
    `${linked(state.source, name, toSource, 'group of states')}</g>`
  );
}

/**
 * Where the name of a group stands: at the left of its top or, where an edge comes in there, at the
 * right or in the middle.
 */
function nameAt(
  name: string,
  { x = 0, y = 0, width = 0 }: ElkNode,
  edges: readonly ElkExtendedEdge[],
): readonly [x: number, y: number] {
  const wide = widthOf(name, fontSize.state);
  const ways = [x + 12, x + width - 12 - wide, x + (width - wide) / 2];
  const sections = edges.flatMap((edge) => edge.sections ?? []);
  const isFree = (left: number): boolean =>
    !sections.some((section) => crosses(section, [left - 4, y + 6, wide + 8, 20]));
  return [ways.find(isFree) ?? ways[0]!, y + 21];
}

/** Whether an edge runs through a box. */
function crosses(
  { startPoint, bendPoints = [], endPoint }: ElkEdgeSection,
  [x, y, width, height]: Frame,
): boolean {
  const points = [startPoint, ...bendPoints, endPoint];
  return points.slice(1).some((to, at) => {
    const from = points[at]!;
    return (
      Math.max(from.x, to.x) > x &&
      Math.min(from.x, to.x) < x + width &&
      Math.max(from.y, to.y) > y &&
      Math.min(from.y, to.y) < y + height
    );
  });
}

/** Corners are rounded, so that crossing lines can be followed. */
function line({ startPoint, bendPoints = [], endPoint }: ElkEdgeSection): string {
  const points = [startPoint, ...bendPoints, endPoint];
  let path = `M${startPoint.x} ${startPoint.y}`;
  for (let at = 1; at < points.length - 1; at++) {
    const [before, here, after] = [points[at - 1]!, points[at]!, points[at + 1]!];
    const inward = Math.min(
      6,
      Math.hypot(here.x - before.x, here.y - before.y) / 2,
      Math.hypot(after.x - here.x, after.y - here.y) / 2,
    );
    const toward = (from: typeof here, to: typeof here): string => {
      const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
      return `${from.x + ((to.x - from.x) / length) * inward} ${from.y + ((to.y - from.y) / length) * inward}`;
    };
    path += ` L${toward(here, before)} Q${here.x} ${here.y} ${toward(here, after)}`;
  }
  const last = points.at(-2)!;
  const length = Math.hypot(endPoint.x - last.x, endPoint.y - last.y) || 1;
  const [dx, dy] = [(endPoint.x - last.x) / length, (endPoint.y - last.y) / length];
  path += ` L${endPoint.x - dx * 6} ${endPoint.y - dy * 6}`;
  const base = [endPoint.x - dx * 8, endPoint.y - dy * 8] as const;
  return (
    `<path d="${path}"/><polygon class="head" points="${endPoint.x},${endPoint.y} ` +
    `${base[0] - dy * 4},${base[1] + dx * 4} ${base[0] + dy * 4},${base[1] - dx * 4}"/>`
  );
}

function eventLabel(
  edge: ChartEdge,
  [x, y, width, height]: Frame,
  inside: boolean,
  toSource: ToSource,
): string {
  const lines = labelLines(edge.events);
  const text = lines
    .map(
      (one, at) =>
        `<text class="event" x="${x + width / 2}" y="${y + 12 + at * 14}" text-anchor="middle">${escape(one)}</text>`,
    )
    .join('');
  const first = edge.events[0]!;
  const laws = edge.events.map(({ type, description }) => `${type}: ${description}`).join('\n');
  return (
    `<g data-edge="${escape(`${edge.from}>${edge.to}`)}">` +
    tip(`${edge.from} → ${edge.to}`, laws, first.source) +
    `<rect class="paper${inside ? ' in' : ''}" x="${x}" y="${y}" width="${width}" ` +
    `height="${height}"/>${linked(first.source, text, toSource, aboutEdge(edge))}</g>`
  );
}

const aboutEdge = ({ from, to }: ChartEdge): string => `from ${from} to ${to}`;
