/**
 * A system flattened to data: what every engine, export, path generator and log reader reads.
 * JSON-serialisable; no functions. Positions in the arrays are indices into each other; they mean nothing outside one program.
 */
export type Program = {
    /** Of everything below: witnesses, certificates and checkpoints carry it. */
    readonly digest: string;
    /** One a lifecycle, shared by the members of a family. */
    readonly tables: readonly Table[];
    readonly parts: readonly Part[];
    readonly actors: readonly Actor[];
    /** One a binding of the indices; declaration order breaks every tie. */
    readonly steps: readonly Step[];
    /** Part to local state. */
    readonly initial: readonly number[];
    readonly promises: readonly Promised[];
    readonly invariants: readonly Invariant[];
    /** Steps that move a part which this system lacks. */
    readonly leftOut: readonly {
        readonly step: string;
        readonly lacks: string;
    }[];
};
export type Table = {
    readonly lifecycle: string;
    readonly states: readonly string[];
    readonly events: readonly string[];
    /** `state * events.length + event` to state, or -1: refused. */
    readonly next: readonly number[];
    /** See `Lts.phrases`. */
    readonly phrases: readonly (string | null)[];
};
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
export type Actor = {
    readonly name: string;
    readonly of: string;
    readonly fair: 'none' | 'weak' | 'strong';
    readonly because: string | null;
    readonly recovers: boolean;
};
/** Some part is in one of these local states. No entry: false. */
export type Some = readonly {
    readonly part: number;
    readonly in: readonly number[];
}[];
/** One guard, so that it can be dropped, named and cited. */
export type Conjunct = {
    readonly some: Some;
    readonly text: string;
    readonly origin: Origin;
};
export type Move = {
    readonly part: number;
    readonly event: number;
    readonly origin: Origin;
};
export type Step = {
    /** `'publish[1]'`: unique and stable; what witnesses are made of. */
    readonly name: string;
    /** `'publish'`: the step as written. */
    readonly of: string;
    readonly actor: number;
    /** All of these hold; that `moves` are accepted is not repeated here. */
    readonly when: readonly Conjunct[];
    /** All of these, or the step cannot happen. At most one move a part in `moves` and `also` together. */
    readonly moves: readonly Move[];
    /** Those that are accepted. */
    readonly also: readonly Move[];
    readonly atomic: string | null;
    readonly origin: Origin;
};
/** Where a step, guard or move comes from: `clause` is null for what the row itself says. */
export type Origin = {
    readonly row: string | null;
    readonly clause: string | null;
    readonly cite: {
        readonly file: string;
        readonly says: string;
    } | null;
};
/** Owed in the states where every `pending` holds. */
export type Promised = {
    readonly name: string;
    readonly of: string;
    readonly pending: readonly Some[];
    readonly ofRecovery: boolean;
    readonly cite: Origin['cite'];
};
export type Invariant = {
    readonly name: string;
    readonly of: string;
    readonly never: readonly Some[];
    readonly cite: Origin['cite'];
};
/** A program under its own digest: 16 hexadecimal digits of the SHA-256 of its JSON. Every change to a program ends here. */
export declare function sealed(body: Omit<Program, 'digest'>): Program;
/** The local state of `part` after `event` in local state `local`, or -1 where it is refused. */
export declare function nextLocal(program: Program, part: number, event: number, local: number): number;
/** The name of a local state: `'visible'`. */
export declare function stateName(program: Program, part: number, local: number): string;
/** `state` holds one local state a part. */
export declare function holds(some: Some, state: ArrayLike<number>): boolean;
/** Why `step` cannot fire in `state`: the first guard or move that refuses, guards first; null if it can. */
export declare function refusal(program: Program, step: Step, state: ArrayLike<number>): Conjunct | Move | null;
/** The state after `step`, or null where it is refused: the meaning of a step, as plainly as it can be said. */
export declare function fire(program: Program, step: Step, state: readonly number[]): number[] | null;
/** The same system without the steps of actors that recover: they never count as keeping a promise. */
export declare function withoutRecovery(program: Program): Program;
