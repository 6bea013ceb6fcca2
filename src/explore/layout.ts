import type { Program } from '../system/program.ts';
import { functionsOf, type Derived } from './functions.ts';
import { localsOf } from './locals.ts';

/**
 * Where each part's local state lies in a packed state: `(lanes[lane[p]] >>> shift[p]) & mask[p]` is
 * its value, and `locals[p][value]` the local state. No part straddles lanes. Of a part that is a
 * function of others nothing is stored: it lies in a lane that is computed when it is looked at.
 */
export type Layout = {
  /** 32-bit lanes that are stored of a state, at least 1. */
  readonly lanes: number;
  /** Lanes behind those, which are computed. */
  readonly computed: number;
  readonly lane: Int32Array;
  readonly shift: Int32Array;
  /** Before the shift; 0 for a part with one local state, which needs no bits. */
  readonly mask: Int32Array;
  /** For each part, the local state of each value; -1 where there is none. */
  readonly locals: readonly (readonly number[])[];
  /** For each part, the value of each local state; -1 for those that it never takes. */
  readonly values: readonly Int32Array[];
  readonly derived: readonly Derived[];
  /** Bits in use, over all lanes that are stored. */
  readonly bits: number;
  /** How many different packed states there may be; a number up to 2^53, or about. */
  readonly domain: number;
};

/** Every part as it is: all its local states, and none that is computed. */
export const layoutOf = (program: Program): Layout =>
  layoutFor(
    program.parts.map(({ table }) => [...program.tables[table]!.states.keys()]),
    [],
  );

/** Parts without the local states that they never take, and without parts that others tell. */
export function essentialLayoutOf(program: Program): Layout {
  const locals = localsOf(program);
  const derived = functionsOf(program, locals);
  const told = new Map(derived.map((one) => [one.part, one.values]));
  const byValue = locals.of.map((own, part) => {
    const values = told.get(part);
    return values === undefined
      ? own
      : Array.from({ length: Math.max(...values) + 1 }, (_, value) => {
          const place = values.indexOf(value);
          return place < 0 ? -1 : own[place]!;
        });
  });
  return layoutFor(byValue, derived);
}

/** First fit, in the order of the parts: ceil(log2 n) bits for a part of n local states. */
function layoutFor(locals: readonly (readonly number[])[], derived: readonly Derived[]): Layout {
  const lane = new Int32Array(locals.length);
  const shift = new Int32Array(locals.length);
  const mask = new Int32Array(locals.length);
  const told = new Set(derived.map(({ part }) => part));
  let bits = 0;
  let domain = 1;
  const place = (parts: readonly number[], used: number[], from: number): void => {
    for (const part of parts) {
      const width = 32 - Math.clz32(locals[part]!.length - 1);
      if (width === 0) continue;
      const roomy = used.findIndex((taken) => taken + width <= 32);
      const into = roomy < 0 ? used.push(0) - 1 : roomy;
      lane[part] = from + into;
      shift[part] = used[into]!;
      mask[part] = 2 ** width - 1;
      used[into]! += width;
    }
  };
  const everyPart = [...locals.keys()];
  const stored: number[] = [0];
  place(
    everyPart.filter((part) => !told.has(part)),
    stored,
    0,
  );
  const computed: number[] = [];
  place(
    everyPart.filter((part) => told.has(part)),
    computed,
    stored.length,
  );
  for (const part of everyPart) {
    if (told.has(part)) continue;
    bits += 32 - Math.clz32(mask[part]!);
    domain *= locals[part]!.length;
  }
  return {
    lanes: stored.length,
    computed: computed.length,
    lane,
    shift,
    mask,
    locals,
    values: locals.map(valuesOf),
    derived,
    bits,
    domain,
  };
}

function valuesOf(locals: readonly number[]): Int32Array {
  const values = new Int32Array(Math.max(...locals) + 1).fill(-1);
  locals.forEach((local, value) => {
    if (local >= 0) values[local] = value;
  });
  return values;
}

/** The value of a local state; -1 where the part never takes it. */
export const valueOf = ({ values }: Layout, part: number, local: number): number =>
  values[part]![local] ?? -1;

/** Whether nothing is stored of a part, because others tell its value. */
export const isComputed = ({ lanes, lane }: Layout, part: number): boolean => lane[part]! >= lanes;

/** Packs `state`, which has one local state for each part, into `into` from `at` on. */
export function pack(
  layout: Layout,
  state: ArrayLike<number>,
  into: Int32Array,
  offset: number,
): void {
  const { lanes, lane, shift } = layout;
  into.fill(0, offset, offset + lanes);
  for (let part = 0; part < lane.length; part++)
    if (!isComputed(layout, part))
      into[offset + lane[part]!]! |= valueOf(layout, part, state[part]!) << shift[part]!;
}

/** The local states of the packed state that begins at `rows[at]`. */
export function unpack(
  { lanes, lane, shift, mask, locals, derived }: Layout,
  rows: Int32Array,
  offset: number,
  into: number[] = [],
): number[] {
  const valueAt = (part: number): number =>
    (rows[offset + lane[part]!]! >>> shift[part]!) & mask[part]!;
  for (let part = 0; part < lane.length; part++)
    if (lane[part]! < lanes) into[part] = locals[part]![valueAt(part)]!;
  for (const { part, constant, terms } of derived) {
    let value = constant;
    for (const { part: other, adds } of terms) value += adds[valueAt(other)]!;
    into[part] = locals[part]![value]!;
  }
  into.length = lane.length;
  return into;
}
