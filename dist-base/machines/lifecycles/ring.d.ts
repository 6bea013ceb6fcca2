import type { Named } from './named.ts';
import { type Jobs } from './slot.ts';
/** Jobs in the order in which they came: `empty`, or `'f[1],c[1]'`, the head first. */
export type Ring = Named<string & {}, `enter.${string}` | `leave.${string}` | `drop.${string}`>;
/**
 * The queue of an engine.
 * Rule: who came first goes first; who is not ready is taken out and comes back at the end.
 * Source: drivers/gpu/drm/scheduler/sched_main.c (drm_sched_rq_select_entity_fifo: the first ready entity), v7.0.
 */
export declare function ring(jobs: Jobs): Ring;
