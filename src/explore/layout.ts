import type { Program } from '../system/program.ts';

/**
 * Where each part's local state lies in a packed state: `(lanes[lane[p]] >>> shift[p]) & mask[p]`.
 * No part straddles lanes.
 */
export type Layout = {
  /** 32-bit lanes a state, at least 1. */
  readonly lanes: number;
  readonly lane: Int32Array;
  readonly shift: Int32Array;
  /** Before the shift; 0 for a part with one state, which needs no bits. */
  readonly mask: Int32Array;
  /** Bits in use, over all lanes. */
  readonly bits: number;
};

/** First fit, in the order of the parts: ceil(log2 n) bits for a part of n local states. */
export function layoutOf(program: Program): Layout {
  const used: number[] = [0];
  const lane = new Int32Array(program.parts.length);
  const shift = new Int32Array(program.parts.length);
  const mask = new Int32Array(program.parts.length);
  let bits = 0;
  program.parts.forEach(({ table }, part) => {
    const width = 32 - Math.clz32(program.tables[table]!.states.length - 1);
    if (width === 0) return;
    const roomy = used.findIndex((taken) => taken + width <= 32);
    const into = roomy < 0 ? used.push(0) - 1 : roomy;
    lane[part] = into;
    shift[part] = used[into]!;
    mask[part] = 2 ** width - 1;
    used[into]! += width;
    bits += width;
  });
  return { lanes: used.length, lane, shift, mask, bits };
}

/** Packs `state`, which has one local state for each part, into `into` from `at` on. */
export function pack(
  { lanes, lane, shift }: Layout,
  state: ArrayLike<number>,
  into: Int32Array,
  offset: number,
): void {
  into.fill(0, offset, offset + lanes);
  for (let part = 0; part < lane.length; part++)
    into[offset + lane[part]!]! |= state[part]! << shift[part]!;
}

/** The local states of the packed state that begins at `rows[at]`. */
export function unpack(
  { lane, shift, mask }: Layout,
  rows: Int32Array,
  offset: number,
  into: number[] = [],
): number[] {
  for (let part = 0; part < lane.length; part++)
    into[part] = (rows[offset + lane[part]!]! >>> shift[part]!) & mask[part]!;
  into.length = lane.length;
  return into;
}
