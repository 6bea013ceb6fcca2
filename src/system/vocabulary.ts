import type { AnyStateMachine, EventFromLogic, StateValueFrom } from 'xstate';

/**
 * The words of a specification: parts, steps, clauses, rows. Data, never functions, so that it can
 * be printed, exported, drawn, dropped and compared. A wrong name is a compile error here, and
 * `compose` checks again what types cannot see.
 */

/** Members in each family. */
export type Sizes = Readonly<Record<string, number>>;

/**
 * A lifecycle whose states or events depend on sizes has no literal types of its own: it says them
 * here.
 */
export type Named<State extends string, Event extends string> = AnyStateMachine & {
  readonly '~state'?: State;
  readonly '~event'?: Event;
};

/**
 * One machine, also of the sizes; or several by their names, which are the part together: each
 * takes the events that it knows. That is for what would be too large as one.
 */
type Lifecycle = AnyStateMachine | ((sizes: Sizes) => AnyStateMachine | Machines);
/** Several machines that are one part together, by their names. */
export type Machines = Readonly<Record<string, AnyStateMachine>>;

/** One object, or a family of like objects numbered from 1. */
export type Part = {
  readonly of: Lifecycle;
  readonly family?: string;
  /** What a person calls it: `'compute units'`. The part's own name if absent. */
  readonly title?: string;
  /** The part with which this one is one and the same thing, unless a clause `separates` them. */
  readonly shares?: string;
};
/** Parts by the names that steps use. */
export type Parts = Readonly<Record<string, Part>>;

/** The variables that stand for the number of a member. */
export type Index = 'i' | 'j' | 'k';
type MachineOf<L> = L extends (...args: never[]) => infer M ? One<M> : L;
type One<M> = M extends AnyStateMachine ? M : M[keyof M];
type Places<V> = V extends string
  ? V
  : V extends object
    ? { [K in keyof V & string]: K | `${K}.${Places<V[K]>}` }[keyof V & string]
    : never;
/**
 * The names that a guard may use of a machine: its states, their parents, tags, states with
 * contexts.
 */
export type StateOf<M> = M extends { readonly '~state'?: infer S extends string }
  ? string extends S
    ? Plain<M>
    : S
  : Plain<M>;
type Plain<M> = M extends AnyStateMachine
  ? Places<StateValueFrom<M>> | `#${string}` | `${string}{${string}}`
  : never;
/** The events of a machine, by name. */
export type EventOf<M> = M extends { readonly '~event'?: infer E extends string }
  ? string extends E
    ? EventType<M>
    : E
  : EventType<M>;
type EventType<M> = M extends AnyStateMachine ? EventFromLogic<M>['type'] : never;

type Families<P extends Parts> = {
  [K in keyof P & string]: P[K] extends { family: string } ? K : never;
}[keyof P & string];
/** How a step names a part: `'table'`, or `'fork[i]'` for a member of a family. */
export type Ref<P extends Parts> =
  Exclude<keyof P & string, Families<P>> | `${Families<P>}[${Index}]`;
type Every<P extends Parts> = `${Families<P>}[*]`;
type Some<P extends Parts> = `${Families<P>}[?]`;
type Base<R extends string> = R extends `${infer K}[${string}]` ? K : R;
type At<P extends Parts, R extends string> = MachineOf<P[Base<R>]['of']>;

/** All these parts take these events together, or the step cannot happen. */
export type Moves<P extends Parts> = { readonly [R in Ref<P>]?: EventOf<At<P, R>> };
/**
 * Those of these parts that can, take the event too; `[*]` are the members that the step does not
 * move already.
 */
export type Also<P extends Parts> = { readonly [R in Ref<P> | Every<P>]?: EventOf<At<P, R>> };
type Place<P extends Parts, R extends string> = StateOf<At<P, R>> | `!${StateOf<At<P, R>>}`;
/**
 * Where parts must be: `[i]` a member, `[*]` every member, `[?]` some member; a list is an "or";
 * `'!x'` is anywhere but x.
 */
export type Where<P extends Parts> = {
  readonly [R in Ref<P> | Every<P> | Some<P>]?: Place<P, R> | readonly Place<P, R>[];
};

/** Where a law stands: a file of the kernel, and what it says or, of code, does. */
export type Cite = { readonly file: string; readonly says: string };

/**
 * Who refuses a step where it is not possible. `law`: whoever tries it must be refused or wait.
 * `model`: only the model refuses it (a bound, one object, a simplification). `untriable`: nobody
 * can try it from outside, because hardware does it by itself.
 */
export type Refusal =
  | {
      readonly whose: 'law';
      readonly cite: Cite;
      /**
       * Parts whose standing makes the refusal the law's, `'lock'` or `'door=open'`: where another
       * part refuses, it is the model's.
       */
      readonly where?: readonly string[];
      /**
       * Parts that stand where they would take their events of the step: elsewhere nobody can try
       * it.
       */
      readonly at?: readonly string[];
    }
  | { readonly whose: 'model' | 'untriable'; readonly why: string };

/**
 * One atomic step in which several parts take an event together: a rendezvous of the synchronised
 * product (Arnold and Nivat).
 */
export type Step<P extends Parts = Parts, N extends string = string> = {
  readonly name: N;
  /** Who does it: an actor of `Actors`, `'submit[i]'` for one a member. */
  readonly actor: string;
  /** Families of indices that no part of the step names. */
  readonly each?: { readonly [I in Index]?: string };
  readonly moves: Moves<P>;
  readonly also?: Also<P>;
  readonly when?: Where<P>;
  /** At least one of these holds. An absent part cannot hold. */
  readonly any?: Where<P>;
  /** What makes it one step: a lock, or `'hardware'`. */
  readonly atomic?: string;
  readonly cite?: Cite;
  /**
   * Who refuses this step where it is not possible. Absent: the model, so that nothing is asked of
   * a driver without a source.
   */
  readonly refusal?: Refusal;
};

/**
 * How fairly somebody acts. Fairness belongs to actors, not to steps: one thread's choice split
 * over two steps must not invent a livelock.
 */
export type Actor = {
  /**
   * `none`: may never act (the environment). `weak`: if from some point on some step of it is
   * enabled in every state, one of its steps fires again and again. `strong`: enough that one is
   * enabled again and again.
   */
  readonly fair: 'none' | 'weak' | 'strong';
  /** Why; required for `strong`. */
  readonly because?: string;
  /** Its steps never count as keeping a promise. */
  readonly recovers?: true;
};
/** Everybody who acts, by the names that steps use. */
export type Actors = Readonly<Record<string, Actor>>;

/**
 * Owed exactly in the states `pending`, kept when they are left. One a member of the family of its
 * index.
 */
export type PromiseSpec<P extends Parts = Parts> = {
  readonly name: string;
  readonly pending: Where<P>;
  /** Owed by those who recover: asked where they act. */
  readonly ofRecovery?: true;
  readonly cite?: Cite;
};
/** No state in which all of this holds is ever reached. One a member of the family of its index. */
export type Invariant<P extends Parts = Parts> = {
  readonly name: string;
  readonly never: Where<P>;
  readonly cite?: Cite;
};

/** Parts, steps and promises that belong together. A system is a union of rows. */
export type Row<P extends Parts = Parts> = {
  readonly name: string;
  readonly parts: P;
  readonly steps: readonly Step<P>[];
  /** What it gives to steps of other rows that its system has too: guards, moves. */
  readonly ties?: Pick<Clause<P>, 'requires' | 'moves' | 'also'>;
  readonly promises?: readonly PromiseSpec<P>[];
  readonly invariants?: readonly Invariant<P>[];
};

/**
 * The unit of every choice. It adds steps, forbids steps, requires guards of steps, gives them
 * further moves, makes two parts one or keeps them apart. Leaving a clause out removes its
 * constraint and nothing else: what it pinned may then happen at any moment.
 */
export type Clause<P extends Parts = Parts, N extends string = string> = {
  readonly name: string;
  /** The sentence that it stands for. */
  readonly says: Cite;
  readonly about?: string;
  readonly adds?: readonly Step<P>[];
  readonly forbids?: readonly N[];
  readonly requires?: { readonly [R in N]?: Where<P> };
  readonly moves?: { readonly [R in N]?: Moves<P> };
  readonly also?: { readonly [R in N]?: Also<P> };
  readonly separates?: readonly (keyof P & string)[];
  readonly joins?: { readonly [A in keyof P & string]?: keyof P & string };
};

/**
 * A documented way out, or anything else that a system is made with: clauses, and the rows that
 * they talk about.
 */
export type Option = {
  readonly name: string;
  readonly says: Cite;
  /** Parts and steps that are there whichever of the clauses are in force. */
  readonly rows: readonly Row[];
  /** Named `option/clause`. */
  readonly clauses: readonly Clause[];
};

type NameOf<Steps extends readonly { readonly name: string }[]> = Steps[number]['name'];

/** The typed words over a set of parts: rows, and clauses about steps. */
export function vocabulary<const P extends Parts>(parts: P) {
  return {
    parts,
    /** One step: its name, the actor that takes it, and what it does. */
    step: <const N extends string>(
      name: N,
      actor: string,
      does: Omit<Step<P, N>, 'name' | 'actor'>,
    ): Step<P, N> => ({ name, actor, ...does }),
    /** Steps over these parts, in declaration order. */
    steps: <const N extends string>(...steps: readonly Step<P, N>[]): readonly Step<P, N>[] =>
      steps,
    /** A row of these parts. */
    row: (row: Omit<Row<P>, 'parts'>): Row<P> => ({ ...row, parts }),
    /** Clauses over the named steps; they are checked against each other by `compose`. */
    about: <const Steps extends readonly { readonly name: string }[]>(_steps: Steps) => ({
      /** A clause whose step names are checked. */
      clause: (clause: Clause<P, NameOf<Steps>>): Clause<P, NameOf<Steps>> => clause,
    }),
  };
}
