import { type Use } from './use.ts';
/** A heap that the tiler fills while a job runs. */
export declare const tilerHeapUse: Use;
