/** Durations in buckets, eight to a doubling: quantiles within a tenth, in constant memory. */
export type Histogram = { count: number; sum: number; most: number; readonly buckets: Float64Array };

const perDoubling = 8;
export const histogram = (): Histogram => ({ count: 0, sum: 0, most: 0, buckets: new Float64Array(64 * perDoubling) });

export function record(into: Histogram, nanoseconds: number): void {
  if (!(nanoseconds >= 0)) return;
  into.count++;
  into.sum += nanoseconds;
  if (nanoseconds > into.most) into.most = nanoseconds;
  const at = nanoseconds < 1 ? 0 : Math.min(into.buckets.length - 1, Math.floor(Math.log2(nanoseconds) * perDoubling));
  into.buckets[at]!++;
}

/** The duration below which `share` of them lie. */
export function quantile({ count, most, buckets }: Histogram, share: number): number {
  let left = share * count;
  for (let at = 0; at < buckets.length; at++) {
    left -= buckets[at]!;
    if (left <= 0 && buckets[at]! > 0) return Math.min(most, 2 ** ((at + 0.5) / perDoubling));
  }
  return most;
}

/** Bars, one a doubling, from the first that has any to the last. */
export function bars({ buckets }: Histogram): { readonly from: number; readonly count: number }[] {
  const doublings = Array.from({ length: buckets.length / perDoubling }, (_, at) => ({ from: 2 ** at, count: buckets.subarray(at * perDoubling, (at + 1) * perDoubling).reduce((sum, n) => sum + n, 0) }));
  const first = doublings.findIndex(({ count }) => count > 0);
  if (first < 0) return [];
  return doublings.slice(first, doublings.findLastIndex(({ count }) => count > 0) + 1);
}
