/**
 * The last number that each line of work has used, in constant memory: a table of a fixed size, in
 * which a newcomer takes the place of whoever has it. What was forgotten is not checked.
 */
export type Rising = {
  /** Four a place: whose, for what (0: free), the last number, its CPU. */
  readonly last: Int32Array;
  /** Two a place: when, and in which line. */
  readonly seen: Float64Array;
};

const bits = 12;
const places = 1 << bits;

/** No numbers yet. */
export const rising = (): Rising => ({
  last: new Int32Array(places * 4),
  seen: new Float64Array(places * 2),
});

/** Forgets all numbers: after lost events none of them can be compared. */
export const forgetAll = ({ last }: Rising): void => {
  last.fill(0);
};

/**
 * Notes a number; gives the one before if that is larger (as 32-bit numbers that wrap) and the
 * clocks leave no doubt who came first.
 */
export function rise(
  { last, seen }: Rising,
  whose: number,
  what: number,
  number: number,
  { time, cpu, line }: { readonly time: number; readonly cpu: number; readonly line: number },
  skew: number,
): { readonly last: number; readonly line: number } | null {
  const place = Math.imul(Math.imul(whose, 0x85ebca6b) ^ what, 0x9e3779b1) >>> (32 - bits);
  const word = place * 4;
  let fell = null;
  if (last[word] === (whose | 0) && last[word + 1] === what + 1) {
    const ago = time - seen[place * 2]!;
    if (
      ((number - last[word + 2]!) | 0) < 0 &&
      (last[word + 3] === cpu ? ago >= 0 : ago > 0 && ago >= skew)
    )
      fell = { last: last[word + 2]! >>> 0, line: seen[place * 2 + 1]! };
    if (ago < 0) return fell;
  }
  last[word] = whose;
  last[word + 1] = what + 1;
  last[word + 2] = number;
  last[word + 3] = cpu;
  seen[place * 2] = time;
  seen[place * 2 + 1] = line;
  return fell;
}
