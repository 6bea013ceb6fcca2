/**
 * What is cited in machines/ and is not where it is cited in Debian's older kernels: by file, and
 * by symbol where only some of a file is meant. A citation that is lost and stands under none of
 * these fails the gate, and so does an entry under which nothing is lost any more.
 */
/** A citation that is not where it is said to be. */
type Lost = { readonly file: string; readonly says: string };

/** `file` is a prefix; `symbol` a word of what is cited. `until`: the first release that has it. */
type Known = {
  readonly file?: string;
  readonly symbol?: string;
  readonly in: readonly ('6.12' | '6.1')[];
  readonly why: string;
};

const both = ['6.12', '6.1'] as const;
const old = ['6.1'] as const;
const later = 'the file came with a later release';
const header =
  'named with the file that tells its use; it is declared in a header or called from there';

const known: readonly Known[] = [
  { file: 'drivers/accel/amdxdna/', in: both, why: later },
  { file: 'drivers/gpu/drm/amd/amdgpu/amdgpu_eviction_fence.c', in: both, why: later },
  { file: 'drivers/gpu/drm/amd/amdgpu/amdgpu_userq', in: both, why: later },
  { file: 'drivers/gpu/drm/amd/amdgpu/mes_userqueue.c', in: both, why: later },
  {
    file: 'drivers/gpu/drm/panthor/panthor_gem.c',
    symbol: 'drm-misc-next',
    in: ['6.12'],
    why: 'the shrinker is newer',
  },
  { file: 'drivers/gpu/drm/amd/amdgpu/amdgpu_hmm.c', in: old, why: later },
  { file: 'drivers/gpu/drm/drm_gpusvm.c', in: both, why: later },
  { file: 'drivers/gpu/drm/drm_pagemap', in: both, why: later },
  { file: 'drivers/gpu/drm/xe/xe_pagefault.c', in: both, why: later },
  { file: 'drivers/gpu/drm/xe/xe_shrinker.c', in: both, why: later },
  { file: 'drivers/gpu/drm/xe/xe_svm.c', in: both, why: later },
  { file: 'drivers/gpu/drm/xe/xe_userptr.c', in: both, why: later },
  { file: 'drivers/gpu/drm/xe/', in: old, why: later },
  { file: 'drivers/gpu/drm/panthor/', in: old, why: later },
  { file: 'drivers/gpu/drm/drm_exec.c', in: old, why: later },
  { file: 'drivers/gpu/drm/drm_gpuvm.c', in: old, why: later },
  { file: 'drivers/gpu/drm/nouveau/nouveau_sched.c', in: old, why: later },
  { file: 'Documentation/gpu/drm-vm-bind-locking.rst', in: old, why: later },
  { file: 'include/trace/events/dma_buf.h', in: both, why: later },
  { file: 'mm/vma.c', in: old, why: 'munmap was in mm/mmap.c' },
  { file: 'mm/shrinker.c', in: old, why: 'the shrinkers were in mm/vmscan.c' },
  {
    file: 'drivers/gpu/drm/amd/amdkfd',
    symbol: 'commit',
    in: both,
    why: 'a folder and its commit',
  },
  { file: 'drivers/gpu/drm/xe/', in: ['6.12'], why: 'xe has changed since 6.12' },
  {
    file: 'drivers/gpu/drm/nouveau/nouveau_svm.c',
    symbol: 'nouveau_svmm_init',
    in: both,
    why: 'the sentence is there; nouveau_gem_ioctl_pushbuf beside it is of another file',
  },
  { file: 'drivers/dma-buf/dma-buf.c', symbol: 'revocable', in: both, why: 'came later' },
  { file: 'drivers/dma-buf/dma-buf.c', symbol: 'dma_buf_', in: both, why: 'came later' },
  { file: 'drivers/dma-buf/dma-buf.c', symbol: 'dma_fence_array', in: both, why: 'v5.15' },
  { file: 'drivers/dma-buf/dma-fence-unwrap.c', symbol: 'dedup', in: both, why: 'came later' },
  { file: 'drivers/dma-buf/dma-fence.c', symbol: 'signal', in: both, why: 'came later' },
  { file: 'drivers/dma-buf/dma-fence.c', symbol: 'set_deadline', in: old, why: 'came later' },
  { file: 'drivers/dma-buf/dma-fence.c', symbol: 'set_error', in: both, why: header },
  { file: 'drivers/dma-buf/dma-resv.c', symbol: 'dma_resv_add_excl_fence', in: both, why: 'v5.15' },
  { file: 'drivers/dma-buf/dma-resv.c', symbol: 'dma_resv_', in: both, why: header },
  { file: 'drivers/gpu/drm/etnaviv/', symbol: 'event_finished', in: both, why: 'of 2018' },
  { file: 'drivers/gpu/drm/msm/msm_gem_submit.c', in: ['6.12'], why: 'has changed since' },
  { file: 'drivers/gpu/drm/msm/', in: both, why: 'has changed, or names a lock of another file' },
  { file: 'drivers/gpu/drm/amd/amdkfd/kfd_process.c', in: both, why: 'has changed, or a helper' },
  { file: 'drivers/gpu/drm/scheduler/sched_main.c', in: both, why: 'the workers came with 6.7' },
  {
    file: 'drivers/gpu/drm/drm_syncobj.c',
    symbol: 'syncobj_eventfd_entry_func',
    in: old,
    why: 'drm_syncobj_eventfd came with 6.6',
  },
  { file: 'drivers/gpu/drm/scheduler/sched_entity.c', in: old, why: 'has changed since 6.1' },
  { file: 'drivers/gpu/drm/ttm/ttm_bo.c', in: both, why: 'has changed, or a caller is named' },
  { file: 'drivers/gpu/drm/ttm/ttm_resource.c', in: old, why: 'has changed since 6.1' },
  { file: 'include/drm/ttm/ttm_bo.h', in: old, why: 'it was ttm_bo_api.h and ttm_bo_driver.h' },
  { file: 'include/drm/gpu_scheduler.h', in: both, why: 'came later' },
  { file: 'drivers/gpu/drm/drm_gem_shmem_helper.c', in: both, why: 'its assertions have changed' },
  { file: 'drivers/gpu/drm/drm_gem.c', in: both, why: 'its assertions have changed, or a helper' },
  { file: 'drivers/gpu/drm/i915/gem/i915_gem_userptr.c', in: both, why: header },
  {
    file: 'drivers/infiniband/',
    in: both,
    why: 'revocation came later; mlx5 has the callback in mr.c',
  },
  { file: 'include/trace/events/dma_fence.h', in: both, why: 'came later' },
  { file: 'include/linux/mm.h', symbol: 'vma_', in: old, why: 'locks of VMAs came with 6.4' },
  {
    file: 'include/linux/mmap_lock.h',
    symbol: 'mmap_write_trylock',
    in: ['6.12'],
    why: 'nobody called it, and it was removed',
  },
  { file: 'mm/memory.c', symbol: 'lock_vma_under_rcu', in: old, why: 'came with 6.4' },
  { file: 'kernel/rcu/srcutree.c', symbol: 'srcu_lock_sync', in: old, why: 'came later' },
  { file: 'mm/hmm.c', in: both, why: 'page_pgmap came later; migrate_to_ram is called from there' },
  { file: 'mm/mmu_notifier.c', in: both, why: header },
  { file: 'mm/vmscan.c', in: both, why: 'the notifiers are called from rmap.c' },
  { file: 'kernel/workqueue.c', symbol: 'delayed_work', in: both, why: header },
  { file: 'kernel/workqueue.c', symbol: 'disable_work', in: old, why: 'came with 6.10' },
  { file: 'kernel/workqueue.c', symbol: 'enable_work', in: old, why: 'came with 6.10' },
  {
    file: 'Documentation/',
    in: both,
    why: 'the text tells of the family; this member is in a header',
  },
];

const covers = (one: Known, { file, says }: Lost): boolean =>
  (one.file === undefined || file.startsWith(one.file)) &&
  (one.symbol === undefined || `${file}: ${says}`.includes(one.symbol));

/** What is lost and not known, and what is known and not lost; nothing where the kernel has no list. */
export function unexplained<One extends Lost>(
  lost: readonly One[],
  series: string | null,
): { readonly unknown: readonly One[]; readonly idle: readonly Known[] } {
  const own = known.filter((one) => (one.in as readonly string[]).includes(series ?? ''));
  if (own.length === 0) return { unknown: [], idle: [] };
  return {
    unknown: lost.filter((one) => !own.some((each) => covers(each, one))),
    idle: own.filter((each) => !lost.some((one) => covers(each, one))),
  };
}
