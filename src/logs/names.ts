import { isAt, literal, type Literal } from './literal.ts';

/**
 * Finds which of some texts stands at a place of a buffer, four bytes at a time. Only texts of
 * fourteen bytes and more are found.
 */
export type Names = {
  readonly at: Int32Array;
  readonly next: Int32Array;
  readonly names: readonly Literal[];
};

const places = 1024;
/** From the fifth byte to the twelfth: the first are mostly the same. */
const placeOf = (one: number, other: number): number =>
  Math.imul(Math.imul(one, 0x9e3779b1) ^ other, 0x85ebca6b) >>> 22;

/** An index of these texts. */
export function namesOf(names: readonly string[]): Names {
  const slots = new Int32Array(places).fill(-1);
  const next = new Int32Array(names.length).fill(-1);
  const literals = names.map(literal);
  literals.forEach(({ bytes }, index) => {
    if (bytes.length < 14) return;
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const place = placeOf(view.getInt32(4, true), view.getInt32(8, true));
    next[index] = slots[place]!;
    slots[place] = index;
  });
  return { at: slots, next, names: literals };
}

/** The index of the text at `from`, or -1. */
export function nameAt(known: Names, view: DataView, from: number, to: number): number {
  if (from + 12 >= to) return -1;
  for (
    let index = known.at[placeOf(view.getInt32(from + 4, true), view.getInt32(from + 8, true))]!;
    index >= 0;
    index = known.next[index]!
  )
    if (isAt(known.names[index]!, view, from, to)) return index;
  return -1;
}
