import { members } from './named.ts';
import { slot, type Jobs, type Slot } from './slot.ts';

/**
 * The lock under which an engine group changes between page-faulting work and work with dma_fences.
 * Rule: while a submit path has it, no compute job goes into the scheduler queue.
 * Source: drivers/gpu/drm/xe/xe_hw_engine_group.c (mode_sem), v7.0.
 */
export const modeLock = ({ fenced = 0 }: Jobs): Slot =>
  slot(
    'mode_lock',
    members('f', fenced),
    'drivers/gpu/drm/xe/xe_hw_engine_group.c: xe_hw_engine_group_get_mode',
    'One submit path holds the mode lock.',
  );
