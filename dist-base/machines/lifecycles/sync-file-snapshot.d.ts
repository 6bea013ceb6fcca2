import { type Named } from './named.ts';
/** `closed`, `signaled`, or the fences that are left: `'f[1],f[3]'`. */
export type Snapshot = Named<string & {}, `export.${string}` | `dma_fence_signal.${string}` | 'close'>;
/** Every choice of these, `''` first. */
export declare const choices: (...names: readonly string[]) => string[];
/**
 * A sync_file that was exported from a dma-buf.
 * Rule: it holds the fences that were in the list, and no other comes to them.
 * Source: drivers/dma-buf/dma-buf.c (dma_buf_export_sync_file), drivers/dma-buf/sync_file.c (sync_file_create), v7.0.
 */
export declare function syncFileSnapshot({ fenced }: {
    readonly fenced?: number;
}): Snapshot;
