import { type Spec } from './draft.ts';
import { type Program } from './program.ts';
export type { Spec } from './draft.ts';
/**
 * Flattens rows and clauses to a program: one step a binding of its indices, in declaration order.
 * @throws Misuse that lists what there is, for a name that is not there.
 */
export declare function compose(spec: Spec): Program;
