import type { Clause, Row } from '../../src/system/vocabulary.ts';
import type { Use } from './use.ts';
/** What rows and clauses say of steps of the core, said of those too that a use has in their place; but not what the use itself says. */
export declare function inPlace<R extends {
    readonly rows: readonly Row[];
    readonly clauses: readonly Clause[];
}>(spec: R, used: readonly Use[]): R;
