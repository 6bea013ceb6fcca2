import type { Named } from './named.ts';
/** Releases between which dma_fence answers differently. */
export type Kernel = 'v6.18' | 'v7.0' | 'v7.1';
export declare const kernels: readonly ["v6.18", "v7.0", "v7.1"];
/**
 * A dma_fence from dma_fence_init to the last reference. An event is a call with its answer: `dma_fence_wait_timeout=0`; without `=` it is
 * void, zero or a success.
 * Rule: it is signaled once; before that callbacks may be added and an error set, after it neither; it is not released while callbacks wait.
 * What happens under the fence lock is one step: SIGNALED_BIT without TIMESTAMP_BIT is not seen.
 * Source: drivers/dma-buf/dma-fence.c, include/linux/dma-fence.h: v6.18, v7.0 and v7.1-rc4.
 */
export declare function dmaFenceInFull({ kernel }: {
    readonly kernel?: Kernel;
}): FullFence;
type Call = 'dma_fence_init' | 'publish' | 'dma_fence_enable_sw_signaling' | 'dma_fence_add_callback' | 'dma_fence_wait' | 'dma_fence_signal' | 'dma_fence_set_error' | 'dma_fence_release' | 'enable_signaling=false' | `dma_fence_${'add_callback' | 'wait_timeout' | 'signal' | 'check_and_signal' | 'test_signaled_flag' | 'is_signaled' | 'get_status' | 'set_error' | 'release'}=${string}`;
type Seen = 'unpublished' | 'visible';
type State = 'uninitialised' | 'unsignaled' | `unsignaled.${Seen}` | `unsignaled.${Seen}.${'idle' | 'enabled'}` | 'signaled' | `signaled.${Seen}` | 'released' | `${string}{${string}}` | '#ops_cleared';
export type FullFence = Named<State, Call>;
/** One for each release: a part that is declared twice must be the same. */
export declare const fullFences: Readonly<Record<Kernel, FullFence>>;
export {};
