import type { Verdict } from '../check/finding.ts';
import type { Program } from '../system/program.ts';

/**
 * What is proved of one system, as data. Sets of states stand in it as diagrams: a node has, for some
 * local states of the part at its level, what the parts below may then be in. At the end of a path
 * stands a number: 1 says that the state is in the set and owes nothing, a number from 2 on says which
 * entry of `ranks` or `blocks` the state belongs to (2 is the first). Where a path is missing, the
 * state is not in the set. docs/internals/certificates.md gives the rule of each form.
 */
export type Proved = {
  readonly program: Program;
  /** The parts from the top level down. */
  readonly order: readonly number[];
  /**
   * Of each node pairs of local state, ascending, and child: the number of an earlier node, or, below
   * 0, the negative of what stands at the end.
   */
  readonly nodes: readonly (readonly number[])[];
  readonly proofs: readonly Proof[];
};

/** Whose steps count: everybody's, or only those of actors that are fair. */
export type Whose = 'anybody' | 'fair';

/** `set` is the number of a diagram's root. Runs are names of steps. */
export type Proof =
  /** These invariants hold: `set` is inductive, and no state of it breaks one. */
  | { readonly form: 'invariant'; readonly holds: readonly string[]; readonly set: number }
  /** The run breaks an invariant. */
  | { readonly form: 'broken'; readonly invariant: string; readonly run: readonly string[] }
  /** The run leads into a trap: a set that these steps never leave, and in which the promise is owed. */
  | {
      readonly form: 'trap';
      readonly promise: string;
      readonly by: Whose;
      readonly run: readonly string[];
      readonly set: number;
    }
  /** A fair run, on which the promise is owed from the end of `run` on and `loop` is repeated. */
  | {
      readonly form: 'fair-loop';
      readonly promise: string;
      readonly run: readonly string[];
      readonly loop: readonly string[];
    }
  /** Each state that owes has a step that leads to a lower rank: the promise can always be kept. */
  | {
      readonly form: 'rank';
      readonly promise: string;
      readonly by: Whose;
      readonly set: number;
      readonly ranks: readonly (readonly [rank: number, step: number])[];
    }
  /** No fair run owes for ever: each state that owes is in a block, whose actor can act there. */
  | {
      readonly form: 'fair-rank';
      readonly promise: string;
      readonly set: number;
      /** `parent`: the place of the block around it, earlier in the list; -1 for none. */
      readonly blocks: readonly (readonly [parent: number, rank: number, actor: number])[];
    };

/** A proof of one form. */
export type Form<F extends Proof['form']> = Extract<Proof, { readonly form: F }>;

/** What a certificate establishes of a system. */
export type Established = {
  /** The verdict of each promise of which there is a whole proof, by its name. */
  readonly promises: ReadonlyMap<string, Verdict>;
  /** Whether an invariant holds, by its name. */
  readonly invariants: ReadonlyMap<string, boolean>;
  /** Why proofs are none, one line each: nothing follows from them. */
  readonly refused: readonly string[];
};
