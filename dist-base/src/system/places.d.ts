import { type Lts } from '../lts/tabulate.ts';
import type { Part } from './program.ts';
import type * as v from './vocabulary.ts';
/** Which member each index of a step stands for, from 1. */
export type Binding = Readonly<Partial<Record<v.Index, number>>>;
/** The parts of the system by the names that steps use. */
export declare class Places {
    readonly parts: Part[];
    readonly tables: Lts[];
    private readonly declared;
    private readonly sameAs;
    private readonly first;
    private readonly sizes;
    constructor(spec: {
        readonly rows: readonly v.Row[];
        readonly clauses?: readonly v.Clause[];
        readonly sizes: v.Sizes;
    });
    private known;
    private canonical;
    size(family: string, where: string): number;
    base(ref: string): string;
    has(ref: string): boolean;
    /** The family of a reference; null outside families. */
    family(ref: string, where: string): string | null;
    /** The parts that a reference means under a binding. */
    members(ref: string, binding: Binding, where: string): number[];
    locals(part: number, names: string | readonly string[], binding: Binding, where: string): number[];
    event(part: number, written: string, binding: Binding, where: string): number;
}
/** `'fork[i]'` as `{ base: 'fork', index: 'i' }`. */
export declare function parse(ref: string): {
    base: string;
    index: string | null;
};
/** `'take.f[i]'` as `'take.f[1]'`. */
export declare function substitute(name: string, binding: Binding): string;
