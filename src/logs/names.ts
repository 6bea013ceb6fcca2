/**
 * Finds which of some known names stands at a place of a buffer, followed by `:`, four bytes at a time. Only names of twelve bytes and
 * more are in it: the others are found the long way.
 */
export type Names = { readonly at: Int32Array; readonly next: Int32Array; readonly words: Int32Array; readonly names: readonly Uint8Array[] };

const places = 1024;
const placeOf = (one: number, two: number, three: number): number => (Math.imul(Math.imul(Math.imul(one, 0x9e3779b1) ^ two, 0x85ebca6b) ^ three, 0xc2b2ae35) >>> 22) & (places - 1);

export function namesOf(names: readonly string[]): Names {
  const bytes = names.map((name) => Buffer.from(name, 'latin1'));
  const at = new Int32Array(places).fill(-1);
  const next = new Int32Array(names.length).fill(-1);
  const words = new Int32Array(names.length * 3);
  bytes.forEach((name, index) => {
    if (name.length < 12) return;
    for (let word = 0; word < 3; word++) words[index * 3 + word] = name.readInt32LE(word * 4);
    const place = placeOf(words[index * 3]!, words[index * 3 + 1]!, words[index * 3 + 2]!);
    next[index] = at[place]!;
    at[place] = index;
  });
  return { at, next, words, names: bytes };
}

/** The index of the name at `from`, or -1. */
export function nameAt(known: Names, bytes: Uint8Array, view: DataView, from: number, to: number): number {
  if (from + 12 >= to) return -1;
  const one = view.getInt32(from, true);
  const two = view.getInt32(from + 4, true);
  const three = view.getInt32(from + 8, true);
  for (let index = known.at[placeOf(one, two, three)]!; index >= 0; index = known.next[index]!) {
    if (known.words[index * 3] !== one || known.words[index * 3 + 1] !== two || known.words[index * 3 + 2] !== three) continue;
    const name = known.names[index]!;
    const end = from + name.length;
    if (end + 1 >= to || bytes[end] !== 0x3a || bytes[end + 1] !== 32) continue;
    let same = 12;
    while (same < name.length && bytes[from + same] === name[same]) same++;
    if (same === name.length) return index;
  }
  return -1;
}
