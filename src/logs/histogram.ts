/** Durations in buckets, eight to a doubling: quantiles within a tenth, in constant memory. */
export type Histogram = {
  count: number;
  sum: number;
  most: number;
  readonly buckets: Float64Array;
};

const perDoubling = 8;
const buckets = 64 * perDoubling;
/** A histogram without durations. */
export const histogram = (): Histogram => ({
  count: 0,
  sum: 0,
  most: 0,
  buckets: new Float64Array(buckets),
});

/** Adds a duration; what is negative or no number is not counted. */
export function record(into: Histogram, nanoseconds: number): void {
  if (!(nanoseconds >= 0)) return;
  into.count++;
  into.sum += nanoseconds;
  if (nanoseconds > into.most) into.most = nanoseconds;
  into.buckets[bucketOf(nanoseconds)]!++;
}

/** Eight equal steps from one power of two to the next. */
function bucketOf(nanoseconds: number): number {
  let whole = nanoseconds;
  let above = 0;
  for (; whole >= 0x40000000; whole /= 0x10000) above += 16;
  const bits = whole | 0;
  if (bits < 1) return 0;
  const power = 31 - Math.clz32(bits);
  return Math.min(
    buckets - 1,
    (power + above) * perDoubling +
      (power >= 3 ? (bits >>> (power - 3)) & 7 : (bits << (3 - power)) & 7),
  );
}

/** The duration below which `share` of them lie. */
export function quantile({ count, most, buckets: counts }: Histogram, share: number): number {
  let left = share * count;
  for (let index = 0; index < counts.length; index++) {
    left -= counts[index]!;
    if (left <= 0 && counts[index]! > 0)
      return Math.min(
        most,
        2 ** Math.floor(index / perDoubling) * (1 + ((index % perDoubling) + 0.5) / perDoubling),
      );
  }
  return most;
}

/** Bars, one a doubling, from the first that has any to the last. */
export function bars({
  buckets: counts,
}: Histogram): { readonly from: number; readonly count: number }[] {
  const doublings = Array.from({ length: counts.length / perDoubling }, (_, at) => ({
    from: 2 ** at,
    count: counts.subarray(at * perDoubling, (at + 1) * perDoubling).reduce((sum, n) => sum + n, 0),
  }));
  const first = doublings.findIndex(({ count }) => count > 0);
  if (first < 0) return [];
  return doublings.slice(first, doublings.findLastIndex(({ count }) => count > 0) + 1);
}
