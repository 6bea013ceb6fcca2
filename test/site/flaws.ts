import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';

type Box = {
  readonly what: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
type Line = {
  readonly what: string;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
};

const boxOf = (
  what: string,
  {
    x = 0,
    y = 0,
    width = 0,
    height = 0,
  }: { x?: number; y?: number; width?: number; height?: number },
): Box => ({ what, x, y, width, height });
/** How far two boxes are in each other, in the direction in which it is less. */
const within = (a: Box, b: Box): number =>
  Math.min(a.x + a.width - b.x, b.x + b.width - a.x, a.y + a.height - b.y, b.y + b.height - a.y);
/** Lines run along the axes: one is a box without a breadth. */
const along = ({ what, x1, y1, x2, y2 }: Line): Box => ({
  what,
  x: Math.min(x1, x2),
  y: Math.min(y1, y2),
  width: Math.abs(x2 - x1),
  height: Math.abs(y2 - y1),
});

/** A box without a border of so many points, which holds no text. */
const inner = (box: Box, across: number, down: number): Box => ({
  what: box.what,
  x: box.x + across,
  y: box.y + down,
  width: box.width - 2 * across,
  height: box.height - 2 * down,
});

/** What a reader would stumble over in a chart that is laid out: one line each. */
export function flawsOf(placed: ElkNode): string[] {
  const leaves: Box[] = [];
  const groups: Box[] = [];
  const collect = (node: ElkNode): void => {
    for (const child of node.children ?? []) {
      ((child.children ?? []).length > 0 ? groups : leaves).push(boxOf(child.id, child));
      collect(child);
    }
  };
  collect(placed);
  const edges = (placed.edges ?? []) as ElkExtendedEdge[];
  const labels = edges.flatMap((edge) =>
    (edge.labels ?? []).map((label) => boxOf(`${edge.id} '${label.text}'`, label)),
  );
  const lines = edges.flatMap(linesOf);
  const sheet = boxOf('', placed);
  return [
    ...[...leaves, ...groups, ...labels]
      .filter((box) => !holds(sheet, box))
      .map(({ what }) => `${what} is cut off`),
    ...labels.flatMap((label, at) => flawsOfLabel(label, labels.slice(at + 1), leaves, lines)),
    ...lines.flatMap((line) => flawsOfLine(line, leaves)),
  ];
}

function linesOf(edge: ElkExtendedEdge): Line[] {
  return (edge.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => {
    const points = [startPoint, ...bendPoints, endPoint];
    return points.slice(1).map(({ x: x2, y: y2 }, at): Line => {
      const { x: x1, y: y1 } = points[at]!;
      return { what: edge.id, x1, y1, x2, y2 };
    });
  });
}

const holds = (sheet: Box, { x, y, width, height }: Box): boolean =>
  x >= 0 && y >= 0 && x + width <= sheet.width && y + height <= sheet.height;

function flawsOfLabel(
  label: Box,
  others: readonly Box[],
  leaves: readonly Box[],
  lines: readonly Line[],
): string[] {
  const text = inner(label, 3, 2);
  return [
    ...others
      .filter((other) => within(label, other) > 0.5)
      .map(({ what }) => `the labels ${label.what} and ${what} overlap`),
    ...leaves
      .filter((leaf) => within(label, leaf) > 0.5)
      .map(({ what }) => `the label ${label.what} is on ${what}`),
    ...lines
      .filter((line) => within(text, along(line)) > 0)
      .map(({ what }) => `the label ${label.what} is on the edge ${what}`),
  ];
}

function flawsOfLine(line: Line, leaves: readonly Box[]): string[] {
  const { what, x1, y1, x2, y2 } = line;
  const slanted = Math.min(Math.abs(x1 - x2), Math.abs(y1 - y2)) > 0.01;
  return [
    ...(slanted ? [`${what} is not along an axis`] : []),
    ...leaves
      .filter((leaf) => within(inner(leaf, 1, 1), along(line)) > 0)
      .map((leaf) => `${what} goes through ${leaf.what}`),
  ];
}
