import { type Named } from './named.ts';
import type { Jobs } from './slot.ts';
/** The fences that reclaim may wait for: of fenced jobs `f[i]`, copy and bind jobs `copy[k]`, `bind[k]`, compute jobs `c[k]`, another device. */
export type Allocation = Named<'none' | 'allocating' | 'waiting' | `waiting.${string}` | 'waiting_briefly' | `waiting_briefly.${string}` | 'returned', 'alloc' | 'reclaimed' | 'fail' | 'free' | 'timeout' | `wait.${string}` | `wait_briefly.${string}` | `signaled.${string}`>;
/**
 * A memory allocation that may enter direct reclaim.
 * Rule: shrinkers and notifiers may wait for dma_fences; so nothing that a fence needs may be gated by an allocation.
 * Source: drivers/dma-buf/dma-fence.c, "DOC: fence cross-driver contract"; drivers/gpu/drm/msm/msm_gem_shrinker.c, v7.0.
 */
export declare function allocation({ fenced, faulting }: Jobs): Allocation;
