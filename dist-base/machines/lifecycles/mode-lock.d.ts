import { type Jobs, type Slot } from './slot.ts';
/**
 * The lock under which an engine group changes between page-faulting work and work with dma_fences.
 * Rule: while a submit path has it, no compute job goes into the scheduler queue.
 * Source: drivers/gpu/drm/xe/xe_hw_engine_group.c (mode_sem), v7.0.
 */
export declare const modeLock: ({ fenced }: Jobs) => Slot;
