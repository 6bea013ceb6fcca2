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
  const lines = edges.flatMap((edge) =>
    (edge.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => {
      const points = [startPoint, ...bendPoints, endPoint];
      return points.slice(1).map((to, at): Line => ({
        what: edge.id,
        x1: points[at]!.x,
        y1: points[at]!.y,
        x2: to.x,
        y2: to.y,
      }));
    }),
  );
  const found: string[] = [];
  const sheet = boxOf('', placed);
  for (const one of [...leaves, ...groups, ...labels])
    if (
      one.x < 0 ||
      one.y < 0 ||
      one.x + one.width > sheet.width ||
      one.y + one.height > sheet.height
    )
      found.push(`${one.what} is cut off`);
  labels.forEach((one, at) => {
    for (const other of labels.slice(at + 1))
      if (within(one, other) > 0.5) found.push(`the labels ${one.what} and ${other.what} overlap`);
    for (const leaf of leaves)
      if (within(one, leaf) > 0.5) found.push(`the label ${one.what} is on ${leaf.what}`);
    // A border of a few points belongs to the label's box and holds no text.
    for (const line of lines)
      if (
        within(
          { ...one, x: one.x + 3, width: one.width - 6, y: one.y + 2, height: one.height - 4 },
          along(line),
        ) > 0
      )
        found.push(`the label ${one.what} is on the edge ${line.what}`);
  });
  for (const line of lines) {
    if (
      line.x1 !== line.x2 &&
      line.y1 !== line.y2 &&
      Math.min(Math.abs(line.x1 - line.x2), Math.abs(line.y1 - line.y2)) > 0.01
    )
      found.push(`${line.what} is not along an axis`);
    for (const leaf of leaves)
      if (
        within(
          { ...leaf, x: leaf.x + 1, y: leaf.y + 1, width: leaf.width - 2, height: leaf.height - 2 },
          along(line),
        ) > 0
      )
        found.push(`${line.what} goes through ${leaf.what}`);
  }
  return found;
}
