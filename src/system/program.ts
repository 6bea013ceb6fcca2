import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Refusal } from './vocabulary.ts';

/**
 * A system flattened to data: what every engine, export, path generator and log reader reads.
 * JSON-serialisable; no functions. Positions in the arrays are indices into each other; they mean
 * nothing outside one program.
 */
export type Program = {
  /** A hash of everything below: witnesses, certificates and checkpoints carry it. */
  readonly digest: string;
  /** One for each lifecycle, shared by the members of a family. */
  readonly tables: readonly Table[];
  readonly parts: readonly Part[];
  readonly actors: readonly Actor[];
  /** One for each binding of the indices; declaration order breaks every tie. */
  readonly steps: readonly Step[];
  /** The initial state: one local state for each part. */
  readonly initial: readonly number[];
  readonly promises: readonly Promised[];
  readonly invariants: readonly Invariant[];
  /** Steps that move a part which this system lacks. */
  readonly leftOut: readonly { readonly step: string; readonly lacks: string }[];
};

/** A lifecycle as a table: what of an `Lts` is left once guards and names are numbers. */
export type Table = {
  readonly lifecycle: string;
  readonly states: readonly string[];
  readonly events: readonly string[];
  /** `state * events.length + event` to state, or -1: refused. */
  readonly next: readonly number[];
  /** See `Lts.phrases`. */
  readonly phrases: readonly (string | null)[];
};

/** One object of the system: an instance of the lifecycle in `tables[table]`. */
export type Part = {
  /** `'fork[1]'` */
  readonly name: string;
  /** `'fork 1'` */
  readonly title: string;
  readonly table: number;
  readonly family: string | null;
  /** From 1; null outside families. */
  readonly index: number | null;
};

/** Who takes steps, and how fairly; `of` is the name as written, without the number of a member. */
export type Actor = {
  readonly name: string;
  readonly of: string;
  readonly fair: 'none' | 'weak' | 'strong';
  readonly because: string | null;
  readonly recovers: boolean;
};

/** A disjunction: some part is in one of these local states. Without entries it is false. */
export type Some = readonly { readonly part: number; readonly in: readonly number[] }[];

/** One guard of a step, so that it can be dropped, named and cited by itself. */
export type Conjunct = { readonly some: Some; readonly text: string; readonly origin: Origin };
/** A part that takes an event in a step. */
export type Move = { readonly part: number; readonly event: number; readonly origin: Origin };

/** One atomic step: several parts take their events together, or the step does not happen. */
export type Step = {
  /** `'publish[1]'`: unique and stable; what witnesses are made of. */
  readonly name: string;
  /** `'publish'`: the step as written. */
  readonly of: string;
  readonly actor: number;
  /** All of these hold; that `moves` are accepted is not repeated here. */
  readonly when: readonly Conjunct[];
  /**
   * All of these, or the step cannot happen. `moves` and `also` together move a part at most once.
   */
  readonly moves: readonly Move[];
  /** Optional moves: each is taken where its part accepts the event, and skipped elsewhere. */
  readonly also: readonly Move[];
  readonly atomic: string | null;
  readonly origin: Origin;
  /** As the step says it; absent where it says nothing. */
  readonly refusal?: Refusal;
};

/** Where a step, guard or move comes from: `clause` is null for what the row itself says. */
export type Origin = {
  readonly row: string | null;
  readonly clause: string | null;
  readonly cite: { readonly file: string; readonly says: string } | null;
};

/** Owed in the states where every `pending` holds. */
export type Promised = {
  readonly name: string;
  readonly of: string;
  readonly pending: readonly Some[];
  readonly ofRecovery: boolean;
  readonly cite: Origin['cite'];
};
/** Broken in the states where every `never` holds. */
export type Invariant = {
  readonly name: string;
  readonly of: string;
  readonly never: readonly Some[];
  readonly cite: Origin['cite'];
};

/**
 * The origin of what neither a row nor a clause says: what an engine adds, or a promise's places.
 */
export const noOrigin: Origin = { row: null, clause: null, cite: null };

/**
 * A program under its own digest: 16 hexadecimal digits of the SHA-256 of its JSON. Every change to
 * a program ends here.
 */
export function sealed(body: Omit<Program, 'digest'>): Program {
  const { tables, parts, actors, steps, initial, promises, invariants, leftOut } = body;
  const content = { tables, parts, actors, steps, initial, promises, invariants, leftOut };
  const hash = bytesToHex(sha256(utf8ToBytes(JSON.stringify(content))));
  return { digest: hash.slice(0, 16), ...content };
}

/** The table of a part's lifecycle. */
export const tableOf = (program: Program, part: number): Table =>
  program.tables[program.parts[part]!.table]!;

/** The local state of `part` after `event` in local state `local`, or -1 where it is refused. */
export function nextLocal(program: Program, part: number, event: number, local: number): number {
  const table = tableOf(program, part);
  return table.next[local * table.events.length + event]!;
}

/** The local states in which the part of a move accepts its event, ascending. */
export const accepting = (program: Program, move: Pick<Move, 'part' | 'event'>): number[] =>
  tableOf(program, move.part).states.flatMap((_, local) =>
    nextLocal(program, move.part, move.event, local) >= 0 ? [local] : [],
  );

/** The name of a local state: `'visible'`. */
export function stateName(program: Program, part: number, local: number): string {
  return tableOf(program, part).states[local]!;
}

/** The name of an event of a part's lifecycle: `'publish'`. */
export function eventName(program: Program, part: number, event: number): string {
  return tableOf(program, part).events[event]!;
}

/** Whether a disjunction holds in `state`, which has one local state for each part. */
export function holds(some: Some, state: ArrayLike<number>): boolean {
  return some.some(({ part, in: locals }) => locals.includes(state[part]!));
}

/**
 * Why `step` cannot fire in `state`: the first guard or move that refuses, guards first; null if it
 * can.
 */
export function refusal(
  program: Program,
  step: Step,
  state: ArrayLike<number>,
): Conjunct | Move | null {
  for (const conjunct of step.when) if (!holds(conjunct.some, state)) return conjunct;
  for (const move of step.moves)
    if (nextLocal(program, move.part, move.event, state[move.part]!) < 0) return move;
  return null;
}

/**
 * The state after `step`, or null where it is refused. This function is the meaning of a step; the
 * engine's tables and the exports are held against it.
 */
export function fire(program: Program, step: Step, state: readonly number[]): number[] | null {
  if (refusal(program, step, state) !== null) return null;
  const after = [...state];
  for (const { part, event } of [...step.moves, ...step.also]) {
    const local = nextLocal(program, part, event, state[part]!);
    if (local >= 0) after[part] = local;
  }
  return after;
}

/**
 * The same system without the steps of actors that recover, and without what those owe: recovery
 * never counts as keeping a promise.
 */
export function withoutRecovery(program: Program): Program {
  const steps = program.steps.filter(({ actor }) => !program.actors[actor]!.recovers);
  return sealed({
    ...program,
    steps,
    promises: program.promises.filter(({ ofRecovery }) => !ofRecovery),
  });
}
