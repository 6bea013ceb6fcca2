type Words = Int32Array | Uint32Array | Uint16Array;

/**
 * A copy with room for at least `enough` entries, in which the first `used` are kept; the array
 * itself where it has that room. The copy has four times the old room if there is memory for it:
 * entries that were never written take no memory, and copying often costs page faults.
 * @throws RangeError where there is not even memory for an eighth more than is needed
 */
export function roomier<A extends Words>(
  array: A,
  used: number,
  enough: number,
  make: new (length: number) => A,
): A {
  if (enough <= array.length) return array;
  let next: A;
  try {
    next = new make(Math.max(enough, 4 * array.length));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    next = new make(enough + (enough >>> 3));
  }
  next.set(array.subarray(0, used));
  return next;
}

/**
 * Bytes of an array that holds `used` entries and is to hold `enough`; while it is copied the old
 * array counts too.
 */
export const bytesOf = (array: Words, used: number, enough: number): number =>
  (enough + (enough > array.length ? used : 0)) * array.BYTES_PER_ELEMENT;
