/**
 * The states that an object may be in after events whose order is known only in part: events of
 * one CPU keep their order, and so do events further apart than `skew`. The union over every order
 * that is left; 0 if none is accepted. By dynamic programming over the subsets of the n events: 2^n
 * of them, and not n! orders.
 */
export function orders(
  events: readonly { readonly event: number; readonly time: number; readonly cpu: number }[],
  from: number,
  transition: Uint16Array,
  width: number,
  skew: number,
): number {
  const count = events.length;
  const before = events.map((one, i) =>
    events.reduce(
      (bits, other, j) =>
        j !== i && surelyBefore(other, one, j < i, skew) ? bits | (1 << j) : bits,
      0,
    ),
  );
  const sets = new Uint16Array(1 << count);
  sets[0] = from;
  for (let subset = 0; subset < sets.length - 1; subset++) {
    const set = sets[subset]!;
    if (set === 0) continue;
    for (let next = 0; next < count; next++) {
      if (((subset >> next) & 1) !== 0 || (before[next]! & ~subset) !== 0) continue;
      sets[subset | (1 << next)]! |= transition[(events[next]!.event << width) | set]!;
    }
  }
  return sets[sets.length - 1]!;
}

/** Whether the clocks leave no doubt that the first happened before the second. */
function surelyBefore(
  first: { readonly time: number; readonly cpu: number },
  second: { readonly time: number; readonly cpu: number },
  printedFirst: boolean,
  skew: number,
): boolean {
  return first.cpu === second.cpu
    ? printedFirst
    : second.time > first.time && second.time - first.time >= skew;
}
