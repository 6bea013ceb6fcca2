import type { Deltas } from './deltas.ts';
import type { Lookups } from './lookups.ts';
import type { Stepper, Where } from './stepper.ts';
/**
 * The stepper as text for `new Function`. Nothing but numbers of this module's own making goes into that text, and its variables are
 * named here: no name of a part, a state or a step comes near it.
 */
/** Whether this process may turn strings into code. */
export declare const canGenerate: boolean;
export declare function generateExpand(deltas: Deltas): Stepper['expand'];
export declare function generateHash({ layout: { lanes }, enabled: { chunks, hash, tables }, }: Deltas): Stepper['hash'];
export declare function generateWhere(lookups: Lookups, lanes: number): Where;
