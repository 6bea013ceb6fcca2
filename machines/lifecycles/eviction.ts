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
    'In the reservation object of every buffer of the process; nobody waits.',
    'amdgpu_amdkfd_fence_create',
    {
      enable_signaling: to('enabled', 'Somebody waits: eviction is scheduled.', 'amdkfd_fence_enable_signaling'),
      signal: to('signaled', 'The process ends.', `${process}: kfd_process_wq_release`),
    },
  ),
  enabled: state('Eviction is on its way.', 'amdkfd_fence_enable_signaling', {
    signal: to('signaled', 'The queues are off the hardware.', `${process}: evict_process_worker`),
  }),
  signaled: state('The buffers may be moved.', `${process}: evict_process_worker`, {
    create: to(
      'armed',
      'A new one, with the next seqno.',
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
  new: state('Has no buffers yet.', 'kfd_create_process', {
    alloc: to(
      'restored',
      'Its buffers are there, its fence is in all of them.',
      amdgpuAmdkfdGpuvm('amdgpu_amdkfd_gpuvm_alloc_memory_of_gpu'),
    ),
  }),
  running: state(
    'Its queues have run for PROCESS_ACTIVE_TIME_MS since it was restored.',
    'drivers/gpu/drm/amd/amdkfd/kfd_device.c: kgd2kfd_schedule_evict_and_restore_process',
    {
      quiesce: to('quiesced', 'Its queues are off the hardware.', 'kfd_process_evict_queues'),
      exit: to('ended', 'The process ends.', 'kfd_process_notifier_release'),
    },
  ),
  quiesced: state('Its queues are off the hardware; its fence is not signaled yet.', 'evict_process_worker', {
    signaled: to(
      'waits_to_restore',
      'Signaled; restore is scheduled in PROCESS_RESTORE_TIME_MS.',
      'evict_process_worker',
    ),
  }),
  waits_to_restore: state('Evicted.', 'evict_process_worker', {
    restore: to('restoring', 'The delay is over.', 'restore_process_worker'),
    exit: to('ended', 'The process ends.', 'kfd_process_notifier_release'),
  }),
  restoring: state('Its buffers are validated.', 'restore_process_worker', {
    restored: to('restored', 'All are there; a new fence is armed, the queues go on.', 'restore_process_helper'),
    failed: to('backs_off', 'Memory was short: again in PROCESS_BACK_OFF_TIME_MS.', 'restore_process_worker'),
  }),
  backs_off: state('Still evicted.', 'restore_process_worker', {
    restore: to('restoring', 'The delay is over.', 'restore_process_worker'),
    exit: to('ended', 'The process ends.', 'kfd_process_notifier_release'),
  }),
  restored: state('Its queues may run, and have not yet.', 'restore_process_helper', {
    hw_run: to('running', 'They have run.', 'kfd_process_restore_queues'),
    quiesce: to('quiesced', 'Evicted again before they have run.', 'kfd_process_evict_queues'),
    exit: to('ended', 'The process ends.', 'kfd_process_notifier_release'),
  }),
  ended: state('Gone.', 'kfd_process_notifier_release'),
});

/**
 * Why the process was evicted.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_amdkfd_fence.c (amdkfd_fence_enable_signaling does not
 * know who waits), v7.0.
 */
export const evictionCause = chart('eviction_cause', fence, {
  none: state('It was not.', 'amdkfd_fence_enable_signaling', {
    memory: to('memory', 'Memory is needed.', ttmBo('ttm_bo_evict')),
    other: to('other', 'Somebody waited who does not need its memory.', 'amdkfd_fence_enable_signaling'),
  }),
  memory: state('Memory is needed.', ttmBo('ttm_bo_evict'), {
    restored: to('none', 'It runs again.', `${process}: restore_process_helper`),
  }),
  other: state('Nobody needs its memory.', 'amdkfd_fence_enable_signaling', {
    restored: to('none', 'It runs again.', `${process}: restore_process_helper`),
  }),
});

/**
 * A delayed work.
 * Source: kernel/workqueue.c (schedule_delayed_work: no effect while it is pending), v7.0.
 */
export const delayedWork = chart('delayed_work', 'kernel/workqueue.c', {
  idle: state('Not pending.', 'schedule_delayed_work', { queue: to('pending', 'Scheduled.', 'schedule_delayed_work') }),
  pending: state('Will run.', 'delayed_work_timer_fn', {
    queue: to('pending', 'It is pending already.', 'schedule_delayed_work'),
    run: to('idle', 'It runs.', 'process_one_work'),
  }),
});

/**
 * Somebody else who needs video memory: what is there is evicted for it.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_evict, ttm_bo_validate), v7.0.
 */
export const memoryClient = chart('memory_client', 'drivers/gpu/drm/ttm/ttm_bo.c', {
  idle: state('Needs nothing.', 'ttm_bo_validate', {
    want: to('wants', 'Validates a buffer: there is no room.', 'ttm_bo_validate'),
  }),
  wants: state('Looks for something to evict.', 'ttm_bo_evict_alloc', {
    wait: to('waits', 'Waits for the fences of what it evicts.', 'ttm_bo_wait_ctx'),
    have: to('has', 'There is room after all.', 'ttm_bo_validate'),
  }),
  waits: state('Waits for every fence of the buffer.', 'ttm_bo_wait_ctx', {
    have: to('has', 'Moved away.', 'ttm_bo_evict'),
  }),
  has: state('Its own buffer is there.', 'ttm_bo_validate', {
    free: to('idle', 'Freed, or not used any more.', 'ttm_bo_put'),
  }),
});

/**
 * A thread that waits for fences of a buffer and has no need of its memory: another process that
 * synchronises implicitly, or closes a file.
 * Source: drivers/dma-buf/dma-resv.c (dma_resv_wait_timeout);
 * drivers/gpu/drm/amd/amdgpu/amdgpu_drv.c (amdgpu_flush), v7.0.
 */
export const resvWaiter = chart('resv_waiter', 'drivers/dma-buf/dma-resv.c', {
  idle: state('Has not come.', 'dma_resv_wait_timeout', {
    begin: to('looks', 'Looks which fences there are.', 'dma_resv_iter_begin'),
  }),
  looks: state('Has the fences of its usage.', 'dma_resv_iter_first', {
    pass: to('idle', 'Nothing to wait for.', 'dma_resv_wait_timeout'),
    wait: to('waits', 'Waits, which enables signaling.', 'dma_fence_wait_timeout'),
  }),
  waits: state('Waits for the fence.', 'dma_fence_wait_timeout', {
    woken: to('idle', 'It is signaled.', 'dma_fence_wait_timeout'),
  }),
});

/**
 * How often one move of a buffer has taken the process off the hardware.
 * Source: include/linux/dma-buf.h (struct dma_buf_attach_ops); mail of Daniel Vetter, 19 July 2019
 * ("I also don't think it's a good idea to have 2 invalidation mechanisms"), v7.0.
 */
export const evictionsOfMove = chart('evictions_of_move', 'include/linux/dma-buf.h', {
  none: state('Not yet.', 'struct dma_buf_attach_ops', { evict: to('once', 'Told.', 'struct dma_buf_attach_ops') }),
  once: state('Told once.', 'struct dma_buf_attach_ops', {
    evict: to('twice', 'Told again, by the other way.', 'struct dma_buf_attach_ops'),
    moved: to('none', 'The move has ended.', ttmBo('ttm_bo_evict')),
  }),
  twice: state('One move, two evictions.', 'struct dma_buf_attach_ops', {
    moved: to('none', 'The move has ended.', ttmBo('ttm_bo_evict')),
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
    "Full with what is somebody's.",
  );
