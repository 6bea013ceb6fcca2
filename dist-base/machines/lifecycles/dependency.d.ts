import { type Named } from './named.ts';
import type { Jobs } from './slot.ts';
export type Dependency = Named<'none' | 'found' | `found.${string}` | 'parked' | `parked.${string}` | 'met', `find.${string}` | 'park' | `ended.${string}` | 'ready'>;
/**
 * The compute job that a fenced job waits for before it runs, because that one wrote its buffers.
 * Rule: a job that waits for another is not ready: the scheduler passes over it.
 * Source: drivers/gpu/drm/scheduler/sched_entity.c (drm_sched_entity_add_dependency_cb, drm_sched_entity_wakeup), v7.0.
 */
export declare function dependency({ faulting }: Jobs): Dependency;
