/**
 * The last number that each line of work has used, in constant memory: a table of a fixed size, in which a newcomer takes the place of
 * whoever has it. What was forgotten is not checked.
 */
export type Rising = { readonly used: Uint8Array; readonly first: Uint32Array; readonly what: Uint16Array; readonly last: Uint32Array; readonly cpu: Int16Array; readonly time: Float64Array; readonly line: Float64Array };

const bits = 13;
const places = 1 << bits;

export const rising = (): Rising => ({
  used: new Uint8Array(places), first: new Uint32Array(places), what: new Uint16Array(places), last: new Uint32Array(places), cpu: new Int16Array(places), time: new Float64Array(places), line: new Float64Array(places),
});

/** Notes a number; gives the one before if that is larger (as 32-bit numbers that wrap) and the clocks leave no doubt who came first. */
export function rise(table: Rising, first: number, what: number, number: number, { time, cpu, line }: { readonly time: number; readonly cpu: number; readonly line: number }, skew: number): { readonly last: number; readonly line: number } | null {
  const at = Math.imul(Math.imul(first, 0x85ebca6b) ^ what, 0x9e3779b1) >>> (32 - bits);
  let fell = null;
  if (table.used[at] === 1 && table.first[at] === first && table.what[at] === what) {
    const ago = time - table.time[at]!;
    if (((number - table.last[at]!) | 0) < 0 && (table.cpu[at] === cpu ? ago >= 0 : ago > 0 && ago >= skew)) fell = { last: table.last[at]!, line: table.line[at]! };
    if (ago < 0) return fell;
  }
  table.used[at] = 1; table.first[at] = first; table.what[at] = what; table.last[at] = number; table.cpu[at] = cpu; table.time[at] = time; table.line[at] = line;
  return fell;
}
