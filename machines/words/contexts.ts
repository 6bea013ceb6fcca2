import type { executionActors } from '../rows/execution-actors.ts';
import type { coreActors } from '../rows/core-actors.ts';
import type { memoryActors } from '../rows/memory-actors.ts';
import type { fenceActors } from '../litmus/fences/actors.ts';

/** The thread, interrupt, worker or hardware that an actor is. */
export type Context = {
  /** What it is: two actors with the same word here are one thread. */
  readonly thread: string;
  readonly file: string;
  /** The function in which it acts, or what the file says of it. */
  readonly by: string;
  readonly version: string;
};

const context = (thread: string, file: string, by: string, version = '7.0'): Context => ({ thread, file, by, version });

const entity = 'drivers/gpu/drm/scheduler/sched_entity.c';
const sched = 'drivers/gpu/drm/scheduler/sched_main.c';
const document = 'Documentation/driver-api/dma-buf.rst';
const group = 'drivers/gpu/drm/xe/xe_hw_engine_group.c';
const xeVm = 'drivers/gpu/drm/xe/xe_vm.c';
const xeExec = 'drivers/gpu/drm/xe/xe_exec.c';
const guc = 'drivers/gpu/drm/xe/xe_guc_submit.c';
const kfd = 'drivers/gpu/drm/amd/amdkfd/kfd_process.c';
const userq = 'drivers/gpu/drm/amd/amdgpu/amdgpu_userq.c';
const fence = 'drivers/dma-buf/dma-fence.c';
const vmscan = 'mm/vmscan.c';
const notifier = 'mm/mmu_notifier.c';
const hmm = 'mm/hmm.c';
const ttm = 'drivers/gpu/drm/ttm/ttm_bo.c';
const shrinker = 'drivers/gpu/drm/msm/msm_gem_shrinker.c';
const dmaBuf = 'drivers/dma-buf/dma-buf.c';
const umem = 'drivers/infiniband/core/umem_odp.c';
const mlx5 = 'drivers/infiniband/hw/mlx5/mr.c';

const submit = 'submit ioctl';
const faultWorker = 'page fault worker';
const rebind = 'rebind worker';
const restore = 'restore_process_worker';
const groupSubmit = context(submit, xeExec, 'xe_exec_ioctl, xe_hw_engine_group_get_mode');
const resume = context('resume_work of the engine group', group, 'hw_engine_group_resume_lr_jobs_func');
const inExec = context(submit, xeExec, 'xe_exec_ioctl: the last look at userptrs and imports');
const inSubmit = context(submit, 'drivers/gpu/drm/msm/msm_gem.c', 'get_pages: direct reclaim in the submit path');
const userqSuspend = context(
  'suspend_work of user queues',
  'drivers/gpu/drm/amd/amdgpu/amdgpu_eviction_fence.c',
  'amdgpu_eviction_fence_suspend_worker',
  '7.1',
);
const userqResume = context('resume_work of user queues', userq, 'amdgpu_userq_restore_worker', '7.1');
const userqIoctl = context(
  'ioctl of user queues',
  'drivers/gpu/drm/amd/amdgpu/amdgpu_userq_fence.c',
  'amdgpu_userq_signal_ioctl',
  '7.1',
);
const userqFree = context('ioctl that destroys a user queue', userq, 'amdgpu_userq_destroy', '7.1');
const rebinds = context(rebind, xeVm, 'preempt_rebind_work_func');
const preemptWork = context(
  'work of a preempt fence',
  'drivers/gpu/drm/xe/xe_preempt_fence.c',
  'preempt_fence_work_func',
);
const importer = context('thread of an importer', dmaBuf, 'dma_buf_map_attachment, dma_buf_vmap');
const exporter = context('thread of an exporter', dmaBuf, 'dma_buf_move_notify');
const reclaims = context('thread in direct reclaim', shrinker, 'msm_gem_shrinker_scan');
const gemSubmit = context(submit, 'drivers/gpu/drm/msm/msm_gem_submit.c', 'msm_ioctl_gem_submit');
const debugfs = context('reader of debugfs', 'drivers/gpu/drm/msm/msm_gem.c', 'msm_gem_describe');
const mirrors = context(
  'thread that mirrors a range',
  hmm,
  'hmm_range_fault, between mmu_interval_read_begin and _retry',
);
const notifies = context('thread in a notifier', notifier, 'mn_itree_invalidate');
const cpuFaults = context('page fault of the CPU', 'drivers/gpu/drm/ttm/ttm_bo_vm.c', 'ttm_bo_vm_reserve');
const rdmaDevice = context('hardware: the RDMA device', umem, 'the device works on a request');
const runJob = context('worker of the scheduler', sched, 'drm_sched_run_job_work');
const lockThread = context('thread that waits for a lock', 'kernel/locking/mutex.c', '__mutex_lock_common');

type Named =
  | keyof typeof coreActors
  | keyof typeof memoryActors
  | keyof typeof executionActors
  | keyof typeof fenceActors
  | 'heap_firmware';

/** Which thread each actor is. */
export const contexts: Readonly<Record<Named, Context>> = {
  user: context('userspace', document, 'Indefinite DMA Fences: userspace owes the kernel nothing'),
  hardware_event: context('hardware: what happens to it', document, 'Recoverable Hardware Page Faults Implications'),
  memory: context('whoever holds memory', 'mm/page_alloc.c', '__alloc_pages_slowpath: pages that others free'),
  submit: context(submit, sched, 'drm_sched_job_init to drm_sched_entity_push_job'),
  submit_lock: context(submit, 'kernel/locking/rwsem.c', 'rwsem_down_read_slowpath'),
  scheduler: runJob,
  compute_scheduler: context('worker of the scheduler of compute queues', sched, 'drm_sched_run_job_work'),
  hardware: context('hardware: engine of jobs with a fence', sched, 'between run_job and the hardware fence'),
  arbiter: context('hardware: arbiter of compute units', document, 'compute units or command submission engines'),
  compute_hardware: context(
    'hardware: engine of compute work',
    document,
    'compute units or command submission engines',
  ),
  compute_progress: context('hardware: a compute job', document, 'Recoverable Hardware Page Faults Implications'),
  signaler: context('interrupt that signals', fence, 'dma_fence_signal'),
  compute_signaler: context('interrupt that signals, of compute work', fence, 'dma_fence_signal'),
  fault_worker: context(faultWorker, 'drivers/gpu/drm/xe/xe_pagefault.c', 'xe_pagefault_queue_work'),
  repair_lock: context(faultWorker, 'drivers/gpu/drm/xe/xe_pagefault.c', 'xe_pagefault_service: down_write(&vm->lock)'),
  copy_engine: context(
    'hardware: copy engine',
    'drivers/gpu/drm/xe/xe_migrate.c',
    'xe_migrate_copy, xe_migrate_update_pgtables',
  ),
  preempter: context(
    'firmware that takes work off',
    'drivers/gpu/drm/amd/amdkfd/kfd_device_queue_manager.c',
    'evict_process_queues_cpsch: asked for, answered by the firmware',
  ),
  resumer: context('firmware that puts work back', guc, 'guc_exec_queue_resume: asked for, answered by the firmware'),
  mode_lock: context(submit, 'kernel/locking/rwsem.c', 'rwsem_down_write_slowpath'),
  pool_keeper: context('thread that keeps the pool', document, 'separate memory reserve'),
  foreign: context('another device', fence, 'DOC: fence cross-driver contract'),
  recovery: context('ordered queue of timeouts', sched, 'drm_sched_job_timedout'),
  importer,
  importer_lock: importer,
  importer_device: context('hardware: device of the importer', dmaBuf, 'struct dma_buf_attachment'),
  exporter,
  exporter_lock: exporter,
  region_exporter: context('thread of the exporter of a region', dmaBuf, 'dma_buf_move_notify'),
  validator: context('ttm_bo_validate', ttm, 'ttm_bo_validate'),
  evictor: context('ttm_bo_validate', ttm, 'ttm_bo_evict'),
  reclaimer: reclaims,
  reclaimer_lock: reclaims,
  gem_submit: gemSubmit,
  gem_submit_lock: gemSubmit,
  gem_hardware: context(
    'hardware: engine of jobs that use an object',
    'drivers/gpu/drm/msm/msm_gpu.c',
    'msm_gpu_submit',
  ),
  exec_validation: inExec,
  exec_progress: inExec,
  debugfs,
  debugfs_lock: debugfs,
  vmscan: context('thread in direct reclaim', vmscan, 'do_shrink_slab'),
  submit_reclaimer: inSubmit,
  submit_reclaimer_lock: inSubmit,
  submit_vmscan: context(submit, vmscan, 'do_shrink_slab, called from the submit path'),
  mirror: mirrors,
  mirror_lock: mirrors,
  mirror_progress: mirrors,
  exec_lock: context(submit, 'drivers/gpu/drm/drm_exec.c', 'drm_exec_lock_obj'),
  notifier: notifies,
  notifier_lock: notifies,
  gup: context('thread in get_user_pages', 'mm/gup.c', 'faultin_page'),
  unplugger: context('thread that unbinds a driver', 'drivers/base/dd.c', 'device_release_driver'),
  peer_device: context('hardware: a peer', dmaBuf, 'struct dma_buf_attach_ops: allow_peer2peer'),
  fault_irq: context('interrupt of page faults', 'drivers/gpu/drm/xe/xe_pagefault.c', 'xe_pagefault_handler'),
  fault_server: context(faultWorker, 'drivers/gpu/drm/xe/xe_pagefault.c', 'xe_pagefault_queue_work'),
  gpu_reset: context('reset of the device', 'drivers/gpu/drm/xe/xe_gt.c', 'gt_reset_worker'),
  rdma: context('thread of an RDMA driver', mlx5, 'mlx5_ib_dereg_mr'),
  rdma_device: rdmaDevice,
  rdma_lock: context('thread in a notifier, of an RDMA driver', umem, 'ib_umem_odp_unmap_dma_pages: umem_mutex'),
  rdma_progress: rdmaDevice,
  cpu_fault: cpuFaults,
  cpu_fault_lock: cpuFaults,
  cpu_fault_try: cpuFaults,
  fence_waiter: context(
    'thread in reclaim that waits for fences',
    'drivers/dma-buf/dma-resv.c',
    'dma_resv_wait_timeout',
  ),
  reclaim_jobAlloc: context(submit, vmscan, 'do_shrink_slab, called from the submit path'),
  ioctl: context('ioctl', 'drivers/gpu/drm/drm_ioctl.c', 'drm_ioctl'),
  ioctl_lock: context('ioctl', 'drivers/dma-buf/dma-resv.c', 'dma_resv_lock'),
  run_job: runJob,
  run_job_lock: runJob,
  other_thread: context('thread of another subsystem', fence, 'DOC: fence cross-driver contract'),
  other_thread_lock: context('thread of another subsystem', 'kernel/locking/mutex.c', '__mutex_lock_common'),
  mm_exit: context('thread that puts the last mm', 'kernel/fork.c', 'mmput, exit_mmap'),
  firmware: context('firmware that schedules', guc, 'enable_scheduling, disable_scheduling'),
  heap_firmware: context(
    'firmware that asks for tiler memory',
    'drivers/gpu/drm/panthor/panthor_sched.c',
    'group_process_tiler_oom',
  ),
  group_exec: groupSubmit,
  group_lock: groupSubmit,
  creator: context('ioctl that makes a queue', group, 'xe_hw_engine_group_add_exec_queue'),
  lr_hardware: context('hardware: engine of compute work', guc, 'submit_exec_queue'),
  lr_progress: context('hardware: a compute job', document, 'Recoverable Hardware Page Faults Implications'),
  resume_worker: resume,
  resume_worker_lock: resume,
  timeout_worker: context('ordered queue of timeouts', guc, 'guc_exec_queue_timedout_job, on gt->ordered_wq', '7.1'),
  memory_client: context('thread that needs video memory', ttm, 'ttm_bo_evict'),
  memory_client_lock: context('thread that needs video memory', 'drivers/dma-buf/dma-resv.c', 'dma_resv_lock'),
  evict_worker: context('evict_process_worker', kfd, 'evict_process_worker'),
  restore_timer: context('timer of restore_process_worker', 'kernel/workqueue.c', 'delayed_work_timer_fn'),
  restore_evictor: context(restore, ttm, 'ttm_bo_evict, for the restore'),
  restore_fault: context(restore, kfd, 'restore_process_worker: the restore fails'),
  restore_worker: context(restore, kfd, 'restore_process_worker'),
  queue_hardware: context(
    'hardware: queues of a process',
    'drivers/gpu/drm/amd/amdkfd/kfd_packet_manager.c',
    'pm_send_runlist',
  ),
  resv_waiter: context('thread that moves a buffer', ttm, 'ttm_bo_wait_ctx'),
  syncer: context('thread that waits for a buffer', 'drivers/dma-buf/dma-resv.c', 'dma_resv_wait_timeout'),
  closer: context('thread that closes a file', 'drivers/gpu/drm/amd/amdgpu/amdgpu_drv.c', 'amdgpu_flush'),
  userptr_notifier: context('thread in a notifier', 'drivers/gpu/drm/xe/xe_userptr.c', 'vma_userptr_invalidate'),
  preempt_wq: preemptWork,
  preempt_lock: preemptWork,
  lr_firmware: context('firmware that schedules', guc, 'suspend_fence_signal: the answer to a suspend'),
  rebind_worker: rebinds,
  rebind_lock: rebinds,
  rebind_memory: rebinds,
  rebind_progress: rebinds,
  userq_worker: userqSuspend,
  userq_lock: userqSuspend,
  userq_restore: userqResume,
  userq_restore_lock: userqResume,
  userq_ioctl: userqIoctl,
  userq_ioctl_lock: userqIoctl,
  userq_free: userqFree,
  userq_free_lock: userqFree,
  hang_detector: context(
    'ordered queue of timeouts',
    userq,
    'amdgpu_userq_hang_detect_work, on reset_domain->wq',
    '7.1',
  ),
  render_gpu: context('hardware: device that renders', document, 'DOC: implicit fence polling'),
  render_gpu_notifier: context('thread in a notifier', notifier, 'mn_itree_invalidate'),
  compose_gpu: context('hardware: device that composes', document, 'DOC: implicit fence polling'),
  compose_reclaim: context('thread in direct reclaim', vmscan, 'do_shrink_slab'),
  display_irq: context('interrupt of the display', 'drivers/gpu/drm/drm_vblank.c', 'drm_crtc_handle_vblank'),
  futex_gpu: context('hardware: engine of compute work', document, 'Indefinite DMA Fences'),
  residency: context('thread that moves memory', document, 'Recoverable Hardware Page Faults Implications'),
  reclaim_pfenceAlloc: context('work of a preempt fence', vmscan, 'do_shrink_slab, called from the work of the fence'),
  command_parser: context(submit, 'drivers/gpu/drm/vc4/vc4_validate.c', 'vc4_validate_bin_cl'),
  command_hardware: context(
    'hardware: engine of jobs with a fence',
    'drivers/gpu/drm/vc4/vc4_gem.c',
    'vc4_submit_next_bin_job',
  ),
  driver: context('driver before its fence is seen', fence, 'dma_fence_init'),
  adder: context('thread that adds a callback', fence, 'dma_fence_add_callback'),
  walker: context('interrupt that signals', fence, 'dma_fence_signal_timestamp_locked: the list of callbacks'),
  waker: context('scheduler of the CPU', 'kernel/sched/core.c', 'try_to_wake_up'),
  handler: context('ordered queue of timeouts', sched, 'drm_sched_job_timedout'),
  lock: lockThread,
  reader_ioctl: context('submit ioctl of the reader', 'drivers/gpu/drm/drm_exec.c', 'drm_exec_lock_obj'),
  writer_ioctl: context('submit ioctl of the writer', 'drivers/gpu/drm/drm_exec.c', 'drm_exec_lock_obj'),
  explicit_ioctl: context('submit ioctl of an explicit client', dmaBuf, 'dma_buf_import_sync_file'),
  reader_signaler: context('interrupt that signals the reader', fence, 'dma_fence_signal'),
  writer_signaler: context('interrupt that signals the writer', fence, 'dma_fence_signal'),
  explicit_signaler: context('interrupt that signals the explicit client', fence, 'dma_fence_signal'),
  mover: context('thread that moves a buffer', ttm, 'ttm_bo_validate'),
  client_engine: context('hardware: engine of a client', document, 'DOC: implicit fence polling'),
  gl_engine: context('hardware: engine of GL', document, 'DOC: implicit fence polling'),
  read_engine: context('hardware: engine that reads', document, 'DOC: implicit fence polling'),
  entity_kill: context('work that ends a killed entity', entity, 'drm_sched_entity_kill_jobs_work'),
  fini: context('thread that takes a scheduler down', sched, 'drm_sched_fini'),
  irq_work: context('irq_work', 'kernel/irq_work.c', 'irq_work_run_list'),
  process: context('process that has begun a frame', document, 'DOC: implicit fence polling'),
  waiter: context('thread that waits for fences', fence, 'dma_fence_default_wait'),
  reclaim: context('thread in direct reclaim', vmscan, 'do_shrink_slab'),
};

/**
 * Threads of which several actors are weakly fair in one system, and why. Fairness belongs to threads: two weak actors
 * of one thread may starve by turns where the thread would not. A test makes one actor of each of these and asks
 * again; where `apart` says why that would be wrong, it does not.
 */
export const splits: readonly {
  readonly actors: readonly string[];
  readonly because: string;
  readonly apart?: true;
}[] = [
  {
    actors: ['recovery', 'hang_detector', 'timeout_worker'],
    because: 'An ordered workqueue runs its work items in the order in which they were queued, so each gets its turn.',
  },
  {
    actors: ['signaler', 'walker'],
    because: 'One call of dma_fence_signal, before and at its callbacks: it is never at both.',
  },
  {
    actors: ['validator', 'evictor'],
    because:
      'An eviction has the index of the buffer that is evicted: whichever thread validates another buffer does it, ' +
      'and takes no other step before it is done.',
    apart: true,
  },
  {
    actors: ['gem_submit', 'submit_reclaimer', 'submit_vmscan'],
    because: 'The submit in direct reclaim: it goes on when the round of reclaim is over.',
  },
  {
    actors: ['restore_evictor', 'restore_fault'],
    because: 'One restore, which evicts or fails by what it finds; restore_worker, which goes on, is strongly fair.',
  },
  {
    actors: ['preempt_wq', 'reclaim_pfenceAlloc'],
    because: 'Direct reclaim in the work of the fence: the work goes on when it is over.',
  },
  {
    actors: ['group_exec', 'submit'],
    because: 'xe_exec_ioctl: what it does with the group, and what it does with imports and pages.',
  },
  {
    actors: ['compute_hardware', 'lr_hardware'],
    because: 'Two queues of the hardware: that of the jobs, and that of the long-running VM.',
  },
  {
    actors: ['notifier', 'userptr_notifier'],
    because: 'Two invalidations: of a range of a job with a fence, and of a long-running VM.',
    apart: true,
  },
  {
    actors: ['firmware', 'lr_firmware'],
    because: 'The firmware answers for two queues: one of an engine group, one with a preempt fence.',
    apart: true,
  },
];

/**
 * Actors that stand for several threads in one system: they are weakly fair together, so one of the threads might
 * starve where each by itself would not. A test gives each thread an actor of its own and asks again.
 */
export const shared: readonly { readonly actor: string; readonly rows: readonly string[]; readonly because: string }[] =
  [
    {
      actor: 'signaler',
      rows: ['drm-syncobj', 'syncobj-timeline'],
      because: 'The interrupts of the drivers whose fences are in one syncobj: each signals once.',
    },
    {
      actor: 'scheduler',
      rows: ['drm-syncobj'],
      because: 'The schedulers of two drivers: each runs one job.',
    },
    {
      actor: 'irq_work',
      rows: ['fence-chain'],
      because: 'One irq_work for each node of a chain; those of one processor run one after the other.',
    },
  ];
