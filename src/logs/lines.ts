/** Takes one line: the bytes [from, to) without their end. They are only valid during the call. */
export type LineTaker = (bytes: Buffer, from: number, to: number) => void;

/** A line longer than this is cut in pieces: nothing of ours is so long, and memory stays bounded. */
const longest = 1024 * 1024;

/** Cuts pieces into lines. */
export function lineCutter(take: LineTaker): { readonly piece: (bytes: Buffer) => void; readonly end: () => void } {
  let rest: Buffer | null = null;
  const line = (bytes: Buffer, from: number, to: number): void => take(bytes, from, to > from && bytes[to - 1] === 13 ? to - 1 : to);
  return {
    piece: (bytes) => {
      let at = 0;
      if (rest !== null) {
        const end = bytes.indexOf(10);
        if (end < 0) {
          rest = Buffer.concat([rest, bytes]);
          if (rest.length > longest) { line(rest, 0, rest.length); rest = null; }
          return;
        }
        const whole = Buffer.concat([rest, bytes.subarray(0, end)]);
        line(whole, 0, whole.length);
        rest = null;
        at = end + 1;
      }
      for (;;) {
        const end = bytes.indexOf(10, at);
        if (end < 0) break;
        line(bytes, at, end);
        at = end + 1;
      }
      if (at < bytes.length) {
        // A copy: the piece's memory may be used again.
        rest = Buffer.from(bytes.subarray(at));
        if (rest.length > longest) { line(rest, 0, rest.length); rest = null; }
      }
    },
    end: () => { if (rest !== null) line(rest, 0, rest.length); rest = null; },
  };
}
