/**
 * Bytes that are looked for at a given place, eight at a time: as reals in the order of the
 * memory, the last one overlapping.
 */
export type Literal = {
  readonly bytes: Uint8Array;
  readonly reals: Float64Array;
  readonly last: number;
};

/** A text as bytes, ready to be looked for. */
export function literal(text: string): Literal {
  const bytes = Buffer.from(text, 'latin1');
  return {
    bytes,
    reals: Float64Array.from({ length: bytes.length >> 3 }, (_, at) => bytes.readDoubleLE(at * 8)),
    last: bytes.length < 8 ? 0 : bytes.readDoubleLE(bytes.length - 8),
  };
}

/**
 * Whether they stand at [from, end). Two reals are equal where their bytes are, but for zeros and
 * what is no number: a literal is text, whose bytes make neither.
 */
export function isAt(
  { bytes, reals, last }: Literal,
  view: DataView,
  from: number,
  end: number,
): boolean {
  const { length } = bytes;
  if (from + length > end) return false;
  if (length < 8) {
    for (let i = 0; i < length; i++) if (view.getUint8(from + i) !== bytes[i]) return false;
    return true;
  }
  for (let i = 0; i < reals.length; i++)
    if (view.getFloat64(from + i * 8, true) !== reals[i]) return false;
  return view.getFloat64(from + length - 8, true) === last;
}
