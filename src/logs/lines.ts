/** Takes one line: the bytes [from, to) without their end. They are only valid during the call. */
export type LineTaker = (bytes: Buffer, from: number, to: number) => void;

/**
 * A line longer than this is cut in pieces: nothing of ours is so long, and memory stays bounded.
 */
const longest = 1024 * 1024;

/** Cuts pieces into lines. */
export function lineCutter(take: LineTaker): {
  readonly piece: (bytes: Buffer) => void;
  readonly end: () => void;
} {
  let rest: Buffer | null = null;
  const line = (bytes: Buffer, from: number, to: number): void =>
    take(bytes, from, to > from && bytes[to - 1] === 13 ? to - 1 : to);
  // A function of its own: what comes after the loop would make the compiler begin anew with every piece.
  const whole = (bytes: Buffer, from: number): number => {
    let position = from;
    for (;;) {
      const end = bytes.indexOf(10, position);
      if (end < 0) return position;
      line(bytes, position, end);
      position = end + 1;
    }
  };
  return {
    piece: (bytes) => {
      let position = 0;
      if (rest !== null) {
        const end = bytes.indexOf(10);
        if (end < 0) {
          rest = Buffer.concat([rest, bytes]);
          if (rest.length > longest) {
            line(rest, 0, rest.length);
            rest = null;
          }
          return;
        }
        const joined = Buffer.concat([rest, bytes.subarray(0, end)]);
        line(joined, 0, joined.length);
        rest = null;
        position = end + 1;
      }
      position = whole(bytes, position);
      if (position < bytes.length) {
        // A copy: the piece's memory may be used again.
        rest = Buffer.from(bytes.subarray(position));
        if (rest.length > longest) {
          line(rest, 0, rest.length);
          rest = null;
        }
      }
    },
    end: () => {
      if (rest !== null) line(rest, 0, rest.length);
      rest = null;
    },
  };
}
