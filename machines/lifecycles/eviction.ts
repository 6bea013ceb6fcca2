import { chart, state } from './chart.ts';
import { slot, type Slot } from './slot.ts';
import { inFile, to } from './to.ts';

const amdgpuAmdkfdGpuvm = inFile('drivers/gpu/drm/amd/amdgpu/amdgpu_amdkfd_gpuvm.c');
const ttmBo = inFile('drivers/gpu/drm/ttm/ttm_bo.c');

const fence = 'drivers/gpu/drm/amd/amdgpu/amdgpu_amdkfd_fence.c';
const process = 'drivers/gpu/drm/amd/amdkfd/kfd_process.c';

/**
 * A fence that no work signals: who waits for it, enables signaling, and that evicts.
 * Rule: only memory management waits for it.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_amdkfd_fence.c (amdkfd_fence_enable_signaling), v7.0.
 */
export const evictionFence = chart('eviction_fence', fence, {
  armed: state(
    'The fence is in the reservation object of every buffer of the process; nobody waits.',
    'amdgpu_amdkfd_fence_create',
    {
      enable_signaling: to(
        'enabled',
        'A thread waits for the fence, which enables signaling and schedules the eviction.',
        'amdkfd_fence_enable_signaling',
      ),
      signal: to('signaled', 'The process ends, and the fence is signaled.', `${process}: kfd_process_wq_release`),
    },
  ),
  enabled: state('The eviction is scheduled.', 'amdkfd_fence_enable_signaling', {
    signal: to(
      'signaled',
      'The queues are off the hardware, and the fence is signaled.',
      `${process}: evict_process_worker`,
    ),
  }),
  signaled: state('The fence is signaled, and the buffers may be moved.', `${process}: evict_process_worker`, {
    create: to(
      'armed',
      'A new fence with the next seqno is created.',
      amdgpuAmdkfdGpuvm('amdgpu_amdkfd_gpuvm_restore_process_bos'),
    ),
  }),
});

/**
 * A process with user queues.
 * Rule: evicted, it is restored or ends; restored, it runs for a while before it is evicted again.
 * Source: drivers/gpu/drm/amd/amdkfd/kfd_process.c (evict_process_worker, restore_process_worker),
 * kfd_device.c (kgd2kfd_schedule_evict_and_restore_process), v7.0.
 */
export const kfdProcess = chart('kfd_process', process, {
  new: state('The process has no buffers yet.', 'kfd_create_process', {
    alloc: to(
      'restored',
      'The buffers are allocated, and the fence is in the reservation object of each.',
      amdgpuAmdkfdGpuvm('amdgpu_amdkfd_gpuvm_alloc_memory_of_gpu'),
    ),
  }),
  running: state(
    'The queues have run for PROCESS_ACTIVE_TIME_MS since the process was restored.',
    'drivers/gpu/drm/amd/amdkfd/kfd_device.c: kgd2kfd_schedule_evict_and_restore_process',
    {
      quiesce: to('quiesced', 'The queues are taken off the hardware.', 'kfd_process_evict_queues'),
      exit: to('ended', 'The process ends.', 'kfd_process_notifier_release'),
    },
  ),
  quiesced: state(
    'The queues are off the hardware, and the eviction fence is not signaled yet.',
    'evict_process_worker',
    {
      signaled: to(
        'waits_to_restore',
        'The fence is signaled, and restore is scheduled in PROCESS_RESTORE_TIME_MS.',
        'evict_process_worker',
      ),
    },
  ),
  waits_to_restore: state('The process is evicted and waits for its restore work.', 'evict_process_worker', {
    restore: to('restoring', 'The delay is over and the restore work runs.', 'restore_process_worker'),
    exit: to('ended', 'The process ends.', 'kfd_process_notifier_release'),
  }),
  restoring: state('The restore work validates the buffers of the process.', 'restore_process_worker', {
    restored: to(
      'restored',
      'The buffers are validated, a new fence is armed and the queues are resumed.',
      'restore_process_helper',
    ),
    failed: to(
      'backs_off',
      'Memory is short: restore is tried again in PROCESS_BACK_OFF_TIME_MS.',
      'restore_process_worker',
    ),
  }),
  backs_off: state('The process is still evicted, after a restore that failed.', 'restore_process_worker', {
    restore: to('restoring', 'The delay is over and the restore work runs.', 'restore_process_worker'),
    exit: to('ended', 'The process ends.', 'kfd_process_notifier_release'),
  }),
  restored: state('The queues may run, and have not run yet.', 'restore_process_helper', {
    hw_run: to('running', 'The queues run.', 'kfd_process_restore_queues'),
    quiesce: to('quiesced', 'The queues are taken off the hardware before they have run.', 'kfd_process_evict_queues'),
    exit: to('ended', 'The process ends.', 'kfd_process_notifier_release'),
  }),
  ended: state('The process has ended.', 'kfd_process_notifier_release'),
});

/**
 * Why the process was evicted.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_amdkfd_fence.c (amdkfd_fence_enable_signaling does not
 * know who waits), v7.0.
 */
export const evictionCause = chart('eviction_cause', fence, {
  none: state('The process is not evicted.', 'amdkfd_fence_enable_signaling', {
    memory: to('memory', 'The process is evicted because memory is needed.', ttmBo('ttm_bo_evict')),
    other: to(
      'other',
      'The process is evicted because of a waiter that does not need its memory.',
      'amdkfd_fence_enable_signaling',
    ),
  }),
  memory: state('The process was evicted because memory is needed.', ttmBo('ttm_bo_evict'), {
    restored: to('none', 'The process is restored.', `${process}: restore_process_helper`),
  }),
  other: state('The process was evicted although nobody needs its memory.', 'amdkfd_fence_enable_signaling', {
    restored: to('none', 'The process is restored.', `${process}: restore_process_helper`),
  }),
});

/**
 * A delayed work.
 * Source: kernel/workqueue.c (schedule_delayed_work: no effect while it is pending), v7.0.
 */
export const delayedWork = chart('delayed_work', 'kernel/workqueue.c', {
  idle: state('The work is not pending.', 'schedule_delayed_work', {
    queue: to('pending', 'The work is scheduled.', 'schedule_delayed_work'),
  }),
  pending: state('The work is pending.', 'delayed_work_timer_fn', {
    queue: to('pending', 'The work is pending already, so scheduling it has no effect.', 'schedule_delayed_work'),
    run: to('idle', 'The work runs.', 'process_one_work'),
  }),
});

/**
 * Somebody else who needs video memory: what is there is evicted for it.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_evict, ttm_bo_validate), v7.0.
 */
export const memoryClient = chart('memory_client', 'drivers/gpu/drm/ttm/ttm_bo.c', {
  idle: state('The client needs no memory.', 'ttm_bo_validate', {
    want: to('wants', 'The client validates a buffer and finds no room.', 'ttm_bo_validate'),
  }),
  wants: state('The client looks for a buffer to evict.', 'ttm_bo_evict_alloc', {
    wait: to('waits', 'The client starts to wait for the fences of the buffer that it evicts.', 'ttm_bo_wait_ctx'),
    have: to('has', 'The client finds room without an eviction.', 'ttm_bo_validate'),
  }),
  waits: state('The client waits for every fence of the buffer that it evicts.', 'ttm_bo_wait_ctx', {
    have: to('has', 'The buffer is evicted, and the client gets its memory.', 'ttm_bo_evict'),
  }),
  has: state("The client's buffer has its memory.", 'ttm_bo_validate', {
    free: to('idle', 'The client frees its buffer, or stops using it.', 'ttm_bo_put'),
  }),
});

/**
 * A thread that waits for fences of a buffer and has no need of its memory: another process that
 * synchronises implicitly, or closes a file.
 * Source: drivers/dma-buf/dma-resv.c (dma_resv_wait_timeout);
 * drivers/gpu/drm/amd/amdgpu/amdgpu_drv.c (amdgpu_flush), v7.0.
 */
export const resvWaiter = chart('resv_waiter', 'drivers/dma-buf/dma-resv.c', {
  idle: state('The thread does not wait.', 'dma_resv_wait_timeout', {
    begin: to('looks', 'The thread begins to look up the fences in the reservation object.', 'dma_resv_iter_begin'),
  }),
  looks: state('The thread has looked up the fences of its usage.', 'dma_resv_iter_first', {
    pass: to('idle', 'The thread finds no fence to wait for.', 'dma_resv_wait_timeout'),
    wait: to('waits', 'The thread waits for a fence, which enables signaling.', 'dma_fence_wait_timeout'),
  }),
  waits: state('The thread waits for the fence.', 'dma_fence_wait_timeout', {
    woken: to('idle', 'The fence is signaled and the thread wakes.', 'dma_fence_wait_timeout'),
  }),
});

/**
 * How often one move of a buffer has taken the process off the hardware.
 * Source: include/linux/dma-buf.h (struct dma_buf_attach_ops); mail of Daniel Vetter, 19 July 2019
 * ("I also don't think it's a good idea to have 2 invalidation mechanisms"), v7.0.
 */
export const evictionsOfMove = chart('evictions_of_move', 'include/linux/dma-buf.h', {
  none: state('The process was not evicted for this move.', 'struct dma_buf_attach_ops', {
    evict: to('once', 'The process is evicted for the move.', 'struct dma_buf_attach_ops'),
  }),
  once: state('The process was evicted once for this move.', 'struct dma_buf_attach_ops', {
    evict: to(
      'twice',
      'The process is evicted for the same move again, by the other mechanism.',
      'struct dma_buf_attach_ops',
    ),
    moved: to('none', 'The move ends.', ttmBo('ttm_bo_evict')),
  }),
  twice: state('The process was evicted twice for one move.', 'struct dma_buf_attach_ops', {
    moved: to('none', 'The move ends.', ttmBo('ttm_bo_evict')),
  }),
});

/**
 * The video memory that one process or one other client has at a time. Source:
 * drivers/gpu/drm/ttm/ttm_resource.c, v7.0.
 */
export const videoMemory = ({ processes = 1 }: { readonly processes?: number }): Slot =>
  slot(
    'video_memory',
    ['client', ...Array.from({ length: processes }, (_, at) => `p[${at + 1}]`)],
    'drivers/gpu/drm/ttm/ttm_resource.c: ttm_resource_alloc',
    'The video memory is full with the buffers of one client.',
    'The video memory is',
  );
