import { type Named } from './named.ts';
import type { Jobs } from './slot.ts';
export type ForeignJob = Named<'idle' | 'blocked' | `blocked.${string}` | 'runnable' | 'ending', `depend.${string}` | `signaled.${string}` | 'hw_done' | 'retire'>;
/**
 * A job of another device that waits for a fence of ours and has a fence of its own.
 * Rule: fences depend on fences across drivers, and no driver sees the whole graph.
 * Source: Documentation/driver-api/dma-buf.rst, "Indefinite DMA Fences".
 */
export declare function foreignJob({ fenced }: Jobs): ForeignJob;
