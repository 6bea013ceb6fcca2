/** A rule that somebody broke, or could: what was changed, and the litmus that notices. */
export type Mutant = {
  readonly name: string;
  /** It happened upstream. */
  readonly starred: boolean;
  readonly source: string;
  /**
   * The clause that is dropped from the good twin (`without`) or added to it (`with`); or a hazard
   * or variant of a described driver.
   */
  readonly how: { readonly without: string } | { readonly with: string };
  readonly killedBy: string;
};

const group = 'drivers/gpu/drm/xe/xe_hw_engine_group.c';
const text = 'Documentation/driver-api/dma-buf.rst: Recoverable Hardware Page Faults Implications';

/** Mutants of preemption, eviction, engine groups and the documented ways out. */
export const executionMutants: readonly Mutant[] = [
  {
    name: 'mode_sem given back twice',
    starred: true,
    source: `${group}: 770bd1d34113 (v6.12), repaired by 08fdfd260e64`,
    how: { with: 'engine-group/double-release' },
    killedBy: 'GROUP+suspend-fails+unwinds+double-release',
  },
  {
    name: 'fork and close evict the parent',
    starred: true,
    source: 'drivers/gpu/drm/amd/amdgpu/amdgpu_vm.c: amdgpu_vm_wait_idle, before 1f02f2044bda',
    how: { with: 'eviction-fence/fork-close' },
    killedBy: 'EVICT+fork-close',
  },
  {
    name: 'userq_mutex in the eviction worker',
    starred: true,
    source:
      'drivers/gpu/drm/amd/amdgpu/amdgpu_eviction_fence.c: amdgpu_eviction_fence_suspend_worker, reports of 2026',
    how: { with: 'user-queues/takes-mutex-again' },
    killedBy: 'USERQ+takes-mutex-again',
  },
  {
    name: 'suspend of an idle queue skipped',
    starred: true,
    source:
      '8533051ce920 (v7.0), reverted by fa7c84726dc2 (CVE-2026-53201): missed TLB invalidation of a userptr',
    how: { with: 'preempt-fence/skips-idle' },
    killedBy: 'PFENCE+skips-idle',
  },
  {
    name: 'the same, in an engine group',
    starred: true,
    source:
      '8533051ce920 (v7.0), reverted by fa7c84726dc2: -EAGAIN after an idle queue was suspended',
    how: { with: 'engine-group/skips-idle' },
    killedBy: 'GROUP+two-queues+skips-idle',
  },
  {
    name: 'error while queues are suspended',
    starred: false,
    source: `${group}: xe_hw_engine_group_suspend_faulting_lr_jobs, v6.12 to v7.1-rc4 (read from the source)`,
    how: { without: 'engine-group/suspend-answers' },
    killedBy: 'GROUP+suspend-fails',
  },
  {
    name: 'preempt fence signaled with an error, context still on the hardware',
    starred: false,
    source: 'drivers/gpu/drm/xe/xe_preempt_fence.c: preempt_fence_work_func (read from the source)',
    how: { without: 'preempt-fence/resets-first' },
    killedBy: 'PFENCE+suspend-times-out',
  },
  {
    name: 'compute work not suspended before a fence is visible',
    starred: false,
    source: `${text}, the fourth option`,
    how: { without: 'engine-group/suspended-before-visible' },
    killedBy: 'GROUP+not-suspended',
  },
  {
    name: 'fences not awaited before compute work',
    starred: false,
    source: `${text}, the fourth option`,
    how: { without: 'engine-group/fences-before-fault-job' },
    killedBy: 'GROUP+fences-pending',
  },
  {
    name: 'group mis-partitioned',
    starred: false,
    source: 'drivers/gpu/drm/xe/xe_hw_engine_group_types.h',
    how: { with: 'engine-group/mis-partitioned' },
    killedBy: 'GROUP+mis-partitioned',
  },
  {
    name: 'mode not looked at again',
    starred: false,
    source: `${group}: xe_hw_engine_group_get_mode`,
    how: { with: 'engine-group/no-recheck' },
    killedBy: 'GROUP+two+no-recheck',
  },
  {
    name: 'group given back before the job is pushed',
    starred: false,
    source: 'drivers/gpu/drm/xe/xe_exec.c: xe_exec_ioctl',
    how: { with: 'engine-group/put-before-push' },
    killedBy: 'GROUP+put-before-push',
  },
  {
    name: 'readers overtake',
    starred: false,
    source: 'kernel/locking/rwsem.c: rwsem_down_read_slowpath',
    how: { without: 'engine-group/readers-queue' },
    killedBy: 'GROUP+two+readers-overtake',
  },
  {
    name: 'eviction fence to synchronise with',
    starred: false,
    source: 'mail of Daniel Vetter, 19 July 2019',
    how: { without: 'eviction-fence/bookkeep' },
    killedBy: 'EVICT+implicit-sync',
  },
  {
    name: 'no minimal time between evictions',
    starred: false,
    source: 'drivers/gpu/drm/amd/amdkfd/kfd_device.c: PROCESS_ACTIVE_TIME_MS',
    how: { without: 'eviction-fence/active-time' },
    killedBy: 'EVICT+no-active-time',
  },
  {
    name: 'no second try of a restore',
    starred: false,
    source: 'drivers/gpu/drm/amd/amdkfd/kfd_process.c: PROCESS_BACK_OFF_TIME_MS',
    how: { with: 'eviction-fence/no-backoff' },
    killedBy: 'EVICT+no-backoff',
  },
  {
    name: 'two invalidation mechanisms',
    starred: false,
    source: 'mail of Daniel Vetter, 19 July 2019',
    how: { without: 'eviction-fence/one-mechanism' },
    killedBy: 'EVICT+two-ways',
  },
  {
    name: 'vm->lock in the work of a preempt fence',
    starred: false,
    source: 'drivers/gpu/drm/xe/xe_preempt_fence.c: preempt_fence_work_func',
    how: { with: 'preempt-fence/takes-vm-lock' },
    killedBy: 'PFENCE+takes-vm-lock',
  },
  {
    name: 'no min_run_period_ms',
    starred: false,
    source: 'drivers/gpu/drm/xe/xe_vm.c',
    how: { without: 'preempt-fence/min-run-period' },
    killedBy: 'PFENCE+no-min-run-period',
  },
  {
    name: 'late reserve',
    starred: false,
    source: `${text}, the third option`,
    how: { without: 'reserve-in-flight/from-visible' },
    killedBy: 'IN-FLIGHT+reserved-late',
  },
  {
    name: 'early release',
    starred: false,
    source: `${text}, the third option`,
    how: { without: 'reserve-in-flight/until-signaled' },
    killedBy: 'IN-FLIGHT+released-early',
  },
  {
    name: 'direction skipped: compute not preempted',
    starred: false,
    source: `${text}, the fourth option`,
    how: { without: 'flush/preempt-before-visible' },
    killedBy: 'FLUSH+not-preempted-before-visible',
  },
  {
    name: 'direction skipped: fences not awaited',
    starred: false,
    source: `${text}, the fourth option`,
    how: { without: 'flush/fences-before-fault-job' },
    killedBy: 'FLUSH+fences-not-first+two-engines',
  },
  {
    name: 'looked at, then given back',
    starred: false,
    source: `${text}, the fourth option`,
    how: { without: 'flush/held-until-published' },
    killedBy: 'FLUSH+check-then-act',
  },
  {
    name: 'repair copy on a shared engine',
    starred: false,
    source: `${text}: independent hardware`,
    how: { with: 'hazard/repair-on-busy-engine' },
    killedBy: 'INDEPENDENT+copy-on-compute-engine',
  },
  {
    name: 'pool falls back',
    starred: false,
    source: `${text}, the fifth option`,
    how: { without: 'separate-memory/no-fallback' },
    killedBy: 'MEMORY+may-fall-back',
  },
];
