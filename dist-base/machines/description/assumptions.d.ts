import type { Assumption } from '../../src/system/assumption.ts';
import type { Description } from './description.ts';
/** What a driver was said to do or to be, each with the same driver without it. Named by the words of the description: `'submission fifo'`. */
export declare function assumptionsOf(description: Description): Assumption[];
