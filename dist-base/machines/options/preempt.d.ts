import { type Option } from '../../src/system/vocabulary.ts';
/** The first option: the edge from the fenced job to the compute job is cut. */
export declare const preempt: Option;
