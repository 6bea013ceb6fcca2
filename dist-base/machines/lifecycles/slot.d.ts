import { type Named } from './named.ts';
/** `free`, or held by one: a fenced job `f[i]`, a compute job `c[k]` or the copy job of its fault `copy[k]`. */
export type Slot = Named<'free' | 'held' | `held.${string}`, `take.${string}` | `give.${string}`>;
/**
 * One thing that one holder has at a time and that knows its holder. Who has it may take it again: nothing changes.
 */
export declare function slot(id: string, holders: readonly string[], source: string, law: string): Slot;
/** How many fenced and compute jobs a system has, and how many copy jobs use the same hardware (normally none). */
export type Jobs = {
    readonly fenced?: number;
    readonly faulting?: number;
    readonly copies?: number;
};
export declare const everyJob: ({ fenced, faulting, copies }: Jobs) => string[];
/**
 * A submission slot of an engine.
 * Rule: one job at a time is on it, and stays until it is done or preempted.
 * Source: Documentation/driver-api/dma-buf.rst ("command submission engines"); include/drm/gpu_scheduler.h: credit_limit.
 */
export declare const engine: (jobs: Jobs) => Slot;
/**
 * The compute units of a GPU, taken as a whole.
 * Rule: work keeps them until it is done or preempted.
 * Source: Documentation/driver-api/dma-buf.rst ("compute units").
 */
export declare const computeUnits: (jobs: Jobs) => Slot;
/**
 * Whatever else fenced and compute work share and one of them can occupy: context ids, doorbells, on-chip memory.
 * Source: Documentation/driver-api/dma-buf.rst ("shared resources ... like").
 */
export declare const otherHardware: (jobs: Jobs) => Slot;
/**
 * A lock that both the submit path and the repair of a page fault take: a vm lock, a dma_resv, mmap_lock.
 * Rule: who waits while holding it holds up the repair.
 * Source: drivers/gpu/drm/xe/xe_pagefault.c (down_write(&vm->lock)), v7.0.
 */
export declare const repairLock: (jobs: Jobs) => Slot;
