/**
 * A copy with room for at least `enough` entries, the first `used` of which are kept; the array itself where it has that room. There is
 * four times the old room where it can be had: what was never written takes no memory, and copying often does.
 * @throws RangeError where not even an eighth more than is needed can be had
 */
export function roomier(array, used, enough, make) {
    if (enough <= array.length)
        return array;
    let next;
    try {
        next = new make(Math.max(enough, 4 * array.length));
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
        next = new make(enough + (enough >>> 3));
    }
    next.set(array.subarray(0, used));
    return next;
}
/** Bytes of an array that holds `used` entries and is to hold `enough`; while it is copied the old one counts too. */
export const bytesOf = (array, used, enough) => (enough + (enough > array.length ? used : 0)) * array.BYTES_PER_ELEMENT;
//# sourceMappingURL=room.js.map