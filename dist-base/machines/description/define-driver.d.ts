import type { Described } from './description.ts';
/**
 * A driver description in TypeScript: the same fields as in a JSON file, with types.
 * @throws Misuse, one line a fault, for what the types cannot see.
 */
export declare function defineDriver<const D extends Described>(driver: D): D;
