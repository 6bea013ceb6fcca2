/** Bytes that are looked for at a given place, four at a time: as words in the order of the memory, the last one overlapping. */
export type Literal = { readonly bytes: Uint8Array; readonly words: Int32Array; readonly last: number };

export function literal(text: string): Literal {
  const bytes = Buffer.from(text, 'latin1');
  return { bytes, words: Int32Array.from({ length: bytes.length >> 2 }, (_, at) => bytes.readInt32LE(at * 4)), last: bytes.length < 4 ? 0 : bytes.readInt32LE(bytes.length - 4) };
}

/** Whether they stand at [at, end). */
export function isAt({ bytes, words, last }: Literal, view: DataView, at: number, end: number): boolean {
  const { length } = bytes;
  if (at + length > end) return false;
  if (length < 4) {
    for (let i = 0; i < length; i++) if (view.getUint8(at + i) !== bytes[i]) return false;
    return true;
  }
  for (let i = 0; i < words.length; i++) if (view.getInt32(at + i * 4, true) !== words[i]) return false;
  return view.getInt32(at + length - 4, true) === last;
}
