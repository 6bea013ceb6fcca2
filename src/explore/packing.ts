import type { Program } from '../system/program.ts';
import { batchOf, type Batch } from './batch.ts';
import { stepperOf } from './choose-stepper.ts';
import { deltasOf, isExact, type Deltas } from './deltas.ts';
import { exactBytes, exactSet, isWorthExact } from './exact-set.ts';
import { essentialLayoutOf, layoutOf, pack, unpack, type Layout } from './layout.ts';
import { stateSet, type StateSet } from './state-set.ts';
import type { Code, Stepper } from './stepper.ts';

/** How the states of a search are packed and kept. */
export type Packing = {
  readonly program: Program;
  readonly layout: Layout;
  readonly deltas: Deltas;
  readonly batch: Batch;
  /** Small searches begin with the interpreter; code is made later. */
  readonly stepper: Stepper;
  readonly set: StateSet;
  /** Whether successors get the numbers of their states. */
  readonly numbered: boolean;
  /** Whether the set is the last one. */
  readonly exact: boolean;
};

/** Every part as it is, or the essential ones alone. */
export type What = 'whole' | 'essential';

/** The packing of a search that has found the initial state. */
export function packingOf(
  program: Program,
  what: What,
  code: Code | undefined,
  numbered: boolean,
): Packing {
  const layout = what === 'whole' ? layoutOf(program) : essentialLayoutOf(program);
  const packing = packingIn(program, layout, code, numbered);
  const rows = new Int32Array(layout.lanes);
  pack(layout, program.initial, rows, 0);
  adopt(packing, rows, 0, 1);
  return packing;
}

/** A packing in this layout that has no state yet. */
export function packingIn(
  program: Program,
  layout: Layout,
  code: Code | undefined,
  numbered: boolean,
): Packing {
  const deltas = deltasOf(program, layout);
  const batch = batchOf(layout.lanes, deltas.steps);
  const stepper = stepperOf(deltas, code);
  const exact = isExact(layout) && isWorthExact(layout.domain, 1, numbered);
  const set = exact
    ? exactSet(layout.lanes, layout.domain, numbered)
    : stateSet(layout.lanes, stepper.hash, batch);
  return { program, layout, deltas, batch, stepper, set, numbered, exact };
}

/** The same states, `size` of them, with the essential parts alone and with code made for them. */
export function essential(whole: Packing, size: number): Packing {
  const { program, numbered } = whole;
  const layout = essentialLayoutOf(program);
  if (layout.bits === whole.layout.bits) return { ...whole, stepper: stepperOf(whole.deltas) };
  const packing = packingIn(program, layout, undefined, numbered);
  const { lanes } = layout;
  const rows = new Int32Array(size * lanes);
  const from = whole.set.rows();
  const locals: number[] = [];
  for (let state = 1; state <= size; state++) {
    unpack(whole.layout, from, state * whole.layout.lanes, locals);
    pack(layout, locals, rows, (state - 1) * lanes);
  }
  adopt(packing, rows, 0, size);
  return packing;
}

/**
 * The same states in an exact set, where that is better by now and there is room for both sets;
 * the same packing, where not.
 */
export function perhapsExact(packing: Packing, size: number, bytesLeft: number): Packing {
  const { layout, numbered, exact, set } = packing;
  if (exact || !isExact(layout) || !isWorthExact(layout.domain, size, numbered)) return packing;
  if (exactBytes(layout.domain, numbered) + (size + 1) * layout.lanes * 4 > bytesLeft)
    return packing;
  try {
    const next = { ...packing, set: exactSet(layout.lanes, layout.domain, numbered), exact: true };
    adopt(next, set.rows(), 1, size + 1);
    return next;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...packing, exact: true };
  }
}

/**
 * Puts the packed states `from` up to `until` of a list into a set that has those before.
 * @returns false where one is there already
 */
export function adopt(
  { layout: { lanes }, batch, stepper, set }: Packing,
  rows: Int32Array,
  from: number,
  until: number,
): boolean {
  set.reserve(set.count() + until - from);
  const { length: room } = batch.hash;
  for (let begin = from; begin < until; begin += room) {
    const end = Math.min(until, begin + room);
    batch.rows.set(rows.subarray(begin * lanes, end * lanes));
    stepper.hash(batch.rows, 0, end - begin, batch.hash);
    set.probe(batch, end - begin);
    if (set.intern(batch, end - begin) !== end - begin) return false;
  }
  return true;
}
