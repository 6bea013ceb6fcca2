import type { Family } from './family.ts';
import type { Symmetry } from './symmetry.ts';

/** A state of a system, one local state for each part; changed in place. */
export type Row = Uint16Array;

/** The marks of one family's members in the state that is being ordered. */
const marks = new Float64Array(64);

/**
 * Puts the members of each family, but for the first, in order: the same order for all states that
 * differ only by who is who (the canonical representative of the orbit).
 * @param note called with each change of places, in turn
 */
export function canonical(
  families: readonly Family[],
  row: Row,
  note?: (swap: Symmetry) => void,
): void {
  for (const family of families) {
    const { members, swaps } = family;
    for (let member = 1; member < members; member++) marks[member] = markOf(family, member, row);
    // Insertion sort: mostly all are in order but for the one that has moved.
    for (let member = 2; member < members; member++) {
      for (let m = member - 1; m >= 1 && marks[m]! > marks[m + 1]!; m--) {
        const mark = marks[m]!;
        marks[m] = marks[m + 1]!;
        marks[m + 1] = mark;
        exchange(family, row, m);
        note?.(swaps[m]!);
      }
    }
  }
}

/** The mark of a member in a state: what it is and does there, as one number. */
function markOf({ marks: all }: Family, member: number, row: Row): number {
  const digits = all[member]!;
  let mark = 0;
  for (let k = 0; k < digits.length; k++) mark += digits[k]!.weight[row[digits[k]!.part]!]!;
  return mark;
}

/** Members m and m + 1 change places in the row. */
function exchange({ swaps, columns, shared }: Family, row: Row, m: number): void {
  const { local } = swaps[m]!;
  const [own, next] = [columns[m]!, columns[m + 1]!];
  for (let k = 0; k < own.length; k++) {
    const [a, b] = [own[k]!, next[k]!];
    const before = row[a]!;
    row[a] = local[b]![row[b]!]!;
    row[b] = local[a]![before]!;
  }
  for (let k = 0; k < shared.length; k++) {
    const part = shared[k]!;
    row[part] = local[part]![row[part]!]!;
  }
}

/** The changes of places that bring a state into order. */
export function swapsOf(families: readonly Family[], row: Row): Symmetry[] {
  const swaps: Symmetry[] = [];
  canonical(families, row.slice(), (swap) => swaps.push(swap));
  return swaps;
}
