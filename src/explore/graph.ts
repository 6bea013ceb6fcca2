import type { Program, Some } from '../system/program.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * How much a search may use. A search that runs out of it says so in `stopped`, and no answer drawn
 * from it is `finite`.
 */
export type Budget = {
  readonly states: number;
  /** Bytes of the search's own typed arrays. */
  readonly bytes?: number;
  /** When it ends, by the clock of `performance.now()`. */
  readonly deadline?: number;
  readonly signal?: { readonly aborted: boolean };
  /** Called now and then with how far the search is. */
  readonly progress?: (now: {
    readonly states: number;
    readonly expanded: number;
    readonly bytes: number;
    /** Nodes that diagrams have made, where they search: states are not counted then. */
    readonly nodes?: number;
    /** The question under way, once the states are found: `'looking for fair loops'`. */
    readonly asking?: string;
  }) => void;
  /** Keeps whole searches, so that they can go on in another process. */
  readonly keeper?: Keeper;
};

/** Who keeps searches under way, and gives them back. */
export type Keeper = {
  /**
   * The search of a program, as far as it was kept; null: it begins at its beginning.
   * @throws Misuse where what was kept is damaged
   */
  readonly kept: (program: Program) => Snapshot | null;
  /** What was kept is no search of this program. @throws Misuse */
  readonly strange: (program: Program) => never;
  /**
   * Called again and again while a search goes on, and when it ends; takes a snapshot when it is time.
   * @param over whether it has ended
   */
  readonly offer: (program: Program, snapshot: () => Snapshot, over: boolean) => void;
};

/**
 * The reachable part of a system, found by breadth-first search: a state with a lower number is
 * never farther from the start and, at equal distance, is reached by the run that is least in
 * declaration order. Private to the explicit engine and to paths.
 */
export type Graph = {
  readonly program: Program;
  /** Number of states. State 0 is initial. */
  readonly size: number;
  /** The breadth-first tree: -1 for the initial state. */
  readonly parent: Int32Array;
  /** The step that led from the parent. */
  readonly via: Uint16Array;
  /** Edges of state s: `first[s]` to `first[s + 1]`, in step order. */
  readonly first: Uint32Array;
  readonly to: Int32Array;
  readonly by: Uint16Array;
  readonly edges: number;
  /**
   * States below this number have all their edges; the rest were reached when the budget ran out.
   */
  readonly expanded: number;
  readonly stopped: 'states' | 'bytes' | 'time' | 'cancelled' | null;
  /** Bytes of typed arrays held. */
  readonly bytes: number;
  /** The local states of `state`, one for each part. */
  locals(state: number, into?: number[]): number[];
  /** For every state, whether all these hold: 1 or 0. */
  where(all: readonly Some[]): Uint8Array;
  /**
   * For every state, which of up to 32 such questions hold: question q is bit `0x80000000 >>> q`.
   */
  which(questions: readonly (readonly Some[])[]): Int32Array;
  /**
   * Long questions call it again and again. Whoever sets it may throw in it, and catches that.
   * @param asking the question that begins now; nothing is thrown then
   */
  readonly pulse?: ((asking?: string) => void) | undefined;
};

/** The edge by which an enabled step leaves a state. */
export function edgeBy(graph: Graph, state: number, step: number): number {
  let edge = graph.first[state]!;
  while (graph.by[edge] !== step) edge++;
  return edge;
}

/** The steps along the breadth-first tree from the initial state to `state`. */
export function stepsTo(graph: Graph, state: number): number[] {
  const steps: number[] = [];
  for (let behind = state; graph.parent[behind]! >= 0; behind = graph.parent[behind]!)
    steps.push(graph.via[behind]!);
  return steps.reverse();
}
