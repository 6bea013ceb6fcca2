import { type Option } from '../../src/system/vocabulary.ts';
/** The fifth option, second form: reclaim for a page fault knows which fences depend on it, and waits for none of those. */
export declare const trackDependencies: Option;
