import type { Program } from '../system/program.ts';
import { batchOf, type Batch } from './batch.ts';
import { stepperOf } from './choose-stepper.ts';
import { deltasOf, isExact, type Deltas } from './deltas.ts';
import { exactBytes, exactSet, isWorthExact, type ExactSet } from './exact-set.ts';
import { essentialLayoutOf, layoutOf, pack, type Layout } from './layout.ts';
import { stateSet, type StateSet } from './state-set.ts';
import type { Code, Stepper } from './stepper.ts';
import { sweepOf, type Sweep } from './sweep.ts';

/** How the states of a search are packed and kept. */
export type Packing = {
  readonly program: Program;
  readonly layout: Layout;
  readonly deltas: Deltas;
  readonly batch: Batch;
  /** Small searches begin with the interpreter; code is made later. */
  readonly stepper: Stepper;
  readonly set: StateSet;
  /** The same set, where states are swept into it; null where they go through the batch. */
  readonly swept: { readonly set: ExactSet; readonly sweep: Sweep } | null;
  /** Whether WebAssembly may take over the sweeping. */
  readonly assembles: boolean;
  /** Whether successors get the numbers of their states. */
  readonly numbered: boolean;
  /** The set, if it is an exact one. */
  readonly exact: ExactSet | null;
  /** Whether there is no memory for an exact set. */
  readonly full?: boolean;
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
  const set = stateSet(layout.lanes, stepper.hash, batch);
  const packing = {
    program,
    layout,
    deltas,
    batch,
    stepper,
    set,
    swept: null,
    assembles: code === undefined || code === 'assembled',
    numbered,
    exact: null,
  };
  const small = isExact(layout) && isWorthExact(layout.domain, { states: 1, todo: 0 }, numbered);
  return small ? withExactSet(packing) : packing;
}

/** The packing with an empty exact set. @throws RangeError where there is no memory */
function withExactSet(packing: Packing): Packing {
  const { layout, numbered } = packing;
  const exact = exactSet(layout.lanes, layout.domain, numbered);
  const next = { ...packing, set: exact, exact };
  return { ...next, swept: sweptOf(next) };
}

/** A sweep into an exact set, where code may be generated and successors need no numbers. */
function sweptOf({ deltas, stepper, numbered, exact: set }: Packing): Packing['swept'] {
  if (set === null || numbered || stepper.code === 'interpreted') return null;
  const sweep = sweepOf(deltas);
  return sweep && { set, sweep };
}

/** The same packing with code made for it. */
export function generated(packing: Packing): Packing {
  const next = { ...packing, stepper: stepperOf(packing.deltas), assembles: true };
  return { ...next, swept: sweptOf(next) };
}

/**
 * The same states in an exact set, where that is better by now and there is room for both sets;
 * the same packing, where not.
 */
export function perhapsExact(
  packing: Packing,
  found: { readonly states: number; readonly todo: number },
  bytesLeft: number,
): Packing {
  const { layout, numbered, exact, full, set } = packing;
  if (
    exact !== null ||
    full === true ||
    !isExact(layout) ||
    !isWorthExact(layout.domain, found, numbered)
  )
    return packing;
  if (exactBytes(layout.domain, numbered) + (found.states + 1) * layout.lanes * 4 > bytesLeft)
    return packing;
  try {
    const next = withExactSet(packing);
    adopt(next, set.rows(), 1, found.states + 1);
    return next;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...packing, full: true };
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
