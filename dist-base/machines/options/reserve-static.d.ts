import { type Option } from '../../src/system/vocabulary.ts';
/** The second option: fenced jobs have hardware that compute jobs never get. */
export declare const reserveStatic: Option;
