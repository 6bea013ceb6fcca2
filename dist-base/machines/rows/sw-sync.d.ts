import type { Row } from '../../src/system/vocabulary.ts';
/** A fence of sw_sync: on which timeline (from 1), at which point. */
export type Point = {
    readonly timeline: number;
    readonly point: number;
};
/** Fences f1, f2 ... on timelines t1, t2 ..., and a sync_file that fences are merged into. */
export declare function swSyncRow(fences: readonly Point[], points?: number): Row;
