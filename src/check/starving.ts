import type { Graph } from '../explore/graph.ts';
import type { Promised } from '../system/program.ts';
import { fairComponents, fairRun, fairRunNear, type Fairness } from './fair.ts';
import type { Finding } from './finding.ts';
import { lasso } from './lasso.ts';
import { having, mayStay, recurring } from './recurring.ts';

/** Fewer states are not worth a pass over all of them. */
const worthCutting = 2000;

/**
 * Whether a fair run never keeps a promise: for each of the `open` promises, by its number, the
 * finding if there is such a run, or null.
 * @param pending for each state, the promises that are pending; overwritten
 * @param counts how many states each promise is pending in
 */
export function starving(
  {
    graph,
    fair,
    plain,
  }: { readonly graph: Graph; readonly fair: Fairness; readonly plain: boolean },
  promises: readonly Promised[],
  pending: Int32Array,
  open: readonly number[],
  counts: Uint32Array,
): (p: number) => Pick<Finding, 'verdict'> | null {
  if (open.length === 0) return () => null;
  const place = new Int32Array(graph.size).fill(-1);
  only(pending, maskOf(open), graph.expanded);

  const near = plain ? nearRuns(graph, pending, open, fair, place) : 0;
  if (near !== 0) only(pending, ~near, graph.size);
  const many = maskOf(open.filter((p) => counts[p]! >= worthCutting)) & ~near;
  if (many !== 0) {
    const conditions = promises.map((promise) => promise.pending);
    recurring(graph, pending, many, fair, mayStay(graph.program, conditions));
  }

  return (p) => {
    const bit = 0x80000000 >>> p;
    if ((near & bit) !== 0) return { verdict: 'unbounded' };
    const list = having(pending, bit);
    graph.pulse?.();
    if (plain) return fairRun(graph, list, fair, place) ? { verdict: 'unbounded' } : null;
    const loops = fairComponents(graph, list, fair, place);
    return loops === null ? null : { verdict: 'unbounded', ...lasso(graph, loops, fair) };
  };
}

/** The promises that a fair run near their first pending state never keeps. */
function nearRuns(
  graph: Graph,
  pending: Int32Array,
  open: readonly number[],
  fair: Fairness,
  place: Int32Array,
): number {
  const bits = open.map((p) => 0x80000000 >>> p);
  return bits.reduce(
    (near, bit) => (fairRunNear(graph, pending, bit, fair, place) ? near | bit : near),
    0,
  );
}

const maskOf = (promises: readonly number[]): number =>
  promises.reduce((mask, p) => mask | (0x80000000 >>> p), 0);

/** Leaves only these bits, and none from state `until` on. */
function only(masks: Int32Array, bits: number, until: number): void {
  for (let state = 0; state < until; state++) masks[state]! &= bits;
  masks.fill(0, until);
}
