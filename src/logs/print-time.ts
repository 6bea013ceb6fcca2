/** Times for a person. */
const units = [
  { below: 1e3, size: 1, name: 'ns' },
  { below: 1e6, size: 1e3, name: 'us' },
  { below: 1e9, size: 1e6, name: 'ms' },
  { below: Infinity, size: 1e9, name: 's' },
] as const;

/**
 * A duration in nanoseconds for a person, in three digits: `340 ns`, `12.3 us`, `4.56 ms`,
 * `1.20 s`.
 */
export function duration(nanoseconds: number): string {
  if (!Number.isFinite(nanoseconds)) return '?';
  const { size, name } = units.find(({ below }) => Math.abs(nanoseconds) < below)!;
  const value = nanoseconds / size;
  return `${value.toFixed(decimals(Math.abs(value), size))} ${name}`;
}

function decimals(value: number, unit: number): number {
  if (unit === 1 || value >= 100) return 0;
  return value >= 10 ? 1 : 2;
}

/** A point in time as tracers print it. */
export const moment = (nanoseconds: number): string =>
  Number.isFinite(nanoseconds) ? (nanoseconds / 1e9).toFixed(6) : '?';
