import type { Named } from './named.ts';
export type Timeline = Named<`at.${number}` | 'closed' | 'at', 'inc' | 'close'>;
/**
 * A timeline of sw_sync.
 * Rule: its value only grows; a fence at a point is signaled when the value gets there, or, with -ENOENT, when the timeline is closed.
 * Source: drivers/dma-buf/sw_sync.c (sync_timeline_signal, sw_sync_debugfs_release), v7.0.
 */
export declare function swSyncTimeline({ points }: {
    readonly points?: number;
}): Timeline;
