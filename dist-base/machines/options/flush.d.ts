import { type Option } from '../../src/system/vocabulary.ts';
/** The fourth option: fenced and page-faulting work never meet. */
export declare const flush: Option;
