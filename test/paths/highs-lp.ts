import loadHighs from 'highs';
import type { Network } from '../../src/paths/network.ts';

// The package's types say namespace where there is a function.
const highs = await (
  loadHighs as unknown as () => Promise<{
    solve(problem: string): { readonly Status: string; readonly ObjectiveValue: number };
  }>
)();

/**
 * What a linear program says of walks through a hub: `rows` are sets of arcs, each to be taken
 * `atLeast` once; null if there is no answer.
 */
export function lpOptimum(
  { size, first, to, edges }: Network,
  perPath: number,
  rows: readonly (readonly number[])[],
): number | null {
  const balance: string[][] = Array.from({ length: size + 1 }, () => []);
  for (let node = 0; node < size; node++) {
    for (let arc = first[node]!; arc < first[node + 1]!; arc++) {
      balance[to[arc]!]!.push(`+ x${arc}`);
      balance[node]!.push(`- x${arc}`);
    }
    balance[node]!.push(`- y${node}`);
    balance[size]!.push(`+ y${node}`);
  }
  balance[size]!.push('- z');
  balance[0]!.push('+ z');
  const single = new Set(rows.filter((row) => row.length === 1).map(([arc]) => arc));
  const lines = [
    'Minimize',
    ' obj:',
    ...Array.from({ length: edges }, (_, arc) => ` + x${arc}`),
    ` + ${perPath} z`,
    'Subject To',
    ...balance.flatMap((terms, node) => [
      ` b${node}:`,
      ...terms.map((term) => `  ${term}`),
      '  = 0',
    ]),
    ...rows.flatMap((row, at) =>
      row.length === 1 ? [] : [` r${at}:`, ...row.map((arc) => `  + x${arc}`), '  >= 1'],
    ),
    'Bounds',
    ...[...single].map((arc) => ` x${arc} >= 1`),
    ' z >= 1',
    'End',
  ];
  const { Status, ObjectiveValue } = highs.solve(lines.join('\n'));
  return Status === 'Optimal' ? ObjectiveValue : null;
}
