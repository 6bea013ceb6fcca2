/**
 * A linear program min c z, A z >= 1, z >= 0 whose columns come one by one (the restricted master
 * of Dantzig and Wolfe); by the revised simplex method with a dense inverse of the basis.
 */
export type Master = {
  /** The dual price of each row; none is negative when `settle` has been called. */
  readonly prices: Float64Array;
  /** Brings a column into the basis if its reduced cost is negative; whether it was. */
  readonly enter: (cost: number, column: ReadonlyMap<number, number>) => boolean;
  /** Brings in surplus columns until no price is negative: rows may then be met more than once. */
  readonly settle: () => void;
};

/** The basis, row by row: its inverse, what its columns cost, how much of each is taken. */
type Basis = {
  readonly rows: number;
  readonly inverse: Float64Array;
  readonly cost: Float64Array;
  readonly taken: Float64Array;
  readonly prices: Float64Array;
  /** Working space: the entering column in terms of the basis. */
  readonly direction: Float64Array;
};

const epsilon = 1e-9;
/** Prices are computed afresh after so many pivots, so that rounding errors do not add up. */
const pivotsBetweenPricings = 64;

/** @param costs of the columns of an identity matrix, with which it begins */
export function masterOf(costs: readonly number[]): Master {
  const basis = basisOf(costs);
  reprice(basis);
  let pivots = 0;
  return {
    prices: basis.prices,
    settle: () => {
      settle(basis);
    },
    enter: (cost, column) => {
      if (reducedCost(basis, cost, column) > -1e-7 || !pivot(basis, cost, column)) return false;
      if (++pivots % pivotsBetweenPricings === 0) reprice(basis);
      return true;
    },
  };
}

/** The basis of unit columns. */
function basisOf(costs: readonly number[]): Basis {
  const rows = costs.length;
  const inverse = new Float64Array(rows * rows);
  for (let row = 0; row < rows; row++) inverse[row * rows + row] = 1;
  return {
    rows,
    inverse,
    cost: Float64Array.from(costs),
    // Slightly different right sides keep the method from cycling; prices do not depend on them.
    taken: Float64Array.from(costs, (_, row) => 1 + 1e-6 * (1 + ((row * 7919) % 1009) / 1009)),
    prices: new Float64Array(rows),
    direction: new Float64Array(rows),
  };
}

/** Prices from the basis alone. */
function reprice({ rows, inverse, cost, prices }: Basis): void {
  prices.fill(0);
  for (let row = 0; row < rows; row++) {
    const c = cost[row]!;
    if (c === 0) continue;
    for (let k = 0; k < rows; k++) prices[k]! += c * inverse[row * rows + k]!;
  }
}

/** What a column costs beyond the prices of its rows. */
function reducedCost({ prices }: Basis, cost: number, column: ReadonlyMap<number, number>): number {
  let reduced = cost;
  for (const [k, times] of column) reduced -= prices[k]! * times;
  return reduced;
}

/**
 * The row whose column leaves the basis (the ratio test); -1: the program is unbounded in this
 * direction.
 */
function leavingRow(
  { rows, inverse, taken, direction }: Basis,
  column: ReadonlyMap<number, number>,
): number {
  let leaves = -1;
  let least = Infinity;
  for (let row = 0; row < rows; row++) {
    let d = 0;
    for (const [k, times] of column) d += inverse[row * rows + k]! * times;
    direction[row] = d;
    if (d > 1e-7 && taken[row]! / d < least) {
      least = taken[row]! / d;
      leaves = row;
    }
  }
  return leaves;
}

/** Brings a column into the basis; whether it could. */
function pivot(basis: Basis, columnCost: number, column: ReadonlyMap<number, number>): boolean {
  const { rows, inverse, cost, taken, prices, direction } = basis;
  const leaves = leavingRow(basis, column);
  if (leaves < 0) return false;
  const reduced = columnCost - [...column].reduce((sum, [k, times]) => sum + prices[k]! * times, 0);
  const by = direction[leaves]!;
  for (let k = 0; k < rows; k++) inverse[leaves * rows + k]! /= by;
  taken[leaves]! /= by;
  for (let row = 0; row < rows; row++) {
    const d = direction[row]!;
    if (row === leaves || Math.abs(d) < 1e-12) continue;
    for (let k = 0; k < rows; k++) inverse[row * rows + k]! -= d * inverse[leaves * rows + k]!;
    taken[row] = Math.max(0, taken[row]! - d * taken[leaves]!);
  }
  for (let k = 0; k < rows; k++) prices[k]! += reduced * inverse[leaves * rows + k]!;
  cost[leaves] = columnCost;
  return true;
}

/** The row of the lowest price, brought up, again and again. */
function settle(basis: Basis): void {
  const { rows, prices } = basis;
  for (let times = 0; times < 4 * rows; times++) {
    let lowest = -epsilon;
    let which = -1;
    for (let k = 0; k < rows; k++) {
      if (prices[k]! >= lowest) continue;
      lowest = prices[k]!;
      which = k;
    }
    if (which < 0 || !pivot(basis, 0, new Map([[which, -1]]))) return;
  }
}
