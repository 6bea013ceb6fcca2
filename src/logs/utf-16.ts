/** Turns UTF-16 into UTF-8, piece by piece; the last call has no bytes. */
export type Decoder = (bytes: Buffer | null) => Buffer;

const looked = 64;

/** A decoder if the first piece is UTF-16, with or without a byte order mark; null if it is not. */
export function utf16Decoder(first: Buffer): Decoder | null {
  const encoding = encodingOf(first);
  if (encoding === null) return null;
  const decoder = new TextDecoder(encoding);
  return (bytes) =>
    Buffer.from(bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true }));
}

function encodingOf(first: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  // Text of a log is mostly ASCII: then every other byte is zero.
  const head = first.subarray(0, looked);
  if (head.length < 8) return null;
  const isZero = (odd: number): boolean =>
    head.every((byte, index) => index % 2 !== odd || byte === 0);
  const isText = (odd: number): boolean =>
    head.every((byte, index) => index % 2 !== odd || (byte !== 0 && byte < 128));
  if (isZero(1) && isText(0)) return 'utf-16le';
  return isZero(0) && isText(1) ? 'utf-16be' : null;
}
