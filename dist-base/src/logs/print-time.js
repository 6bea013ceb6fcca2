/** A duration in nanoseconds for a person: `340 ns`, `12.3 us`, `4.56 ms`, `1.2 s`. */
export function duration(nanoseconds) {
    if (!Number.isFinite(nanoseconds))
        return '?';
    const size = Math.abs(nanoseconds);
    const [unit, name] = size < 1e3 ? [1, 'ns'] : size < 1e6 ? [1e3, 'us'] : size < 1e9 ? [1e6, 'ms'] : [1e9, 's'];
    const value = nanoseconds / unit;
    return `${Math.abs(value) >= 100 || unit === 1 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2)} ${name}`;
}
/** A point in time as tracers print it. */
export const moment = (nanoseconds) => Number.isFinite(nanoseconds) ? (nanoseconds / 1e9).toFixed(6) : '?';
//# sourceMappingURL=print-time.js.map