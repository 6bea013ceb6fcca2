import { members } from './named.ts';
import { slot, type Slot } from './slot.ts';

/** How many importers of a buffer, and how many threads in reclaim, a system has. */
export type Threads = { readonly importers?: number; readonly reclaimers?: number };

/**
 * The reservation lock of one buffer. One thread that takes it twice waits for itself, unless it
 * comes with the acquire context that has it.
 * Rule: it is taken below mmap_lock and above reclaim; reclaim itself takes it by trylock alone.
 * Source: drivers/dma-buf/dma-resv.c (dma_resv_lockdep), include/linux/dma-resv.h (dma_resv_lock), v7.0.
 */
export const resvLock = ({ importers = 1, reclaimers = 1 }: Threads): Slot =>
  slot(
    'dma_resv',
    [
      'exporter',
      'callback',
      'submit',
      'fault',
      'worker',
      'cpu',
      ...members('importer', importers),
      ...members('reclaim', reclaimers),
    ],
    'include/linux/dma-resv.h: dma_resv_lock',
    'One thread holds the reservation lock.',
  );

/**
 * The lock that a driver's notifier callback and its page-table update share ("driver->update", the user lock).
 * Rule: set_seq and read_retry happen under it.
 * Source: Documentation/mm/hmm.rst; drivers/gpu/drm/drm_gpusvm.c (notifier_lock), v7.0.
 */
export const userLock = (_: Threads): Slot =>
  slot(
    'notifier_lock',
    ['reader', 'notifier', 'submit'],
    'Documentation/mm/hmm.rst: driver->update',
    'One thread holds the notifier lock.',
  );

/**
 * The mutex over a driver's lists of objects (mm_lock of msm, 2021).
 * Rule: who has it may only try to lock an object.
 * Source: drivers/gpu/drm/msm/msm_gem_shrinker.c (msm_gem_shrinker_scan, v5.12: "we cannot block on
 * a obj that might be trying to acquire mm_lock").
 */
export const listLock = ({ reclaimers = 1 }: Threads): Slot =>
  slot(
    'mm_lock',
    ['submit', 'debugfs', ...members('reclaim', reclaimers)],
    'drivers/gpu/drm/msm/msm_gem_shrinker.c: msm_gem_shrinker_scan',
    'One thread holds the lock of the lists.',
  );

/**
 * A window of a PCI BAR through which another device reaches video memory; there is room for one mapping.
 * Rule: it can be full.
 * Source: RFC mail of Jérôme Glisse, 2017 ("GPU check if it has place inside its PCI bar to map
 * this page for the device, this can fail").
 */
export const barWindow = ({ regions = 1 }: { readonly regions?: number }): Slot =>
  slot(
    'bar_window',
    members('mr', regions),
    'drivers/pci/p2pdma.c: pci_p2pdma_map_type',
    'One mapping uses the BAR window.',
    'The window is',
  );
