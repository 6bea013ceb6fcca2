import { chart } from './chart.ts';
import { slot, type Slot } from './slot.ts';

const fence = 'drivers/gpu/drm/amd/amdgpu/amdgpu_amdkfd_fence.c';
const process = 'drivers/gpu/drm/amd/amdkfd/kfd_process.c';

/**
 * A fence that no work signals: who waits for it, enables signaling, and that evicts.
 * Rule: only memory management waits for it.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_amdkfd_fence.c (amdkfd_fence_enable_signaling), v7.0.
 */
export const evictionFence = chart('eviction_fence', fence, {
  armed: ['In the reservation object of every buffer of the process; nobody waits.', 'amdgpu_amdkfd_fence_create', { enable_signaling: ['enabled', 'Somebody waits: eviction is scheduled.', 'amdkfd_fence_enable_signaling'], signal: ['signaled', 'The process ends.', `${process}: kfd_process_wq_release`] }],
  enabled: ['Eviction is on its way.', 'amdkfd_fence_enable_signaling', { signal: ['signaled', 'The queues are off the hardware.', `${process}: evict_process_worker`] }],
  signaled: ['The buffers may be moved.', `${process}: evict_process_worker`, { create: ['armed', 'A new one, with the next seqno.', 'drivers/gpu/drm/amd/amdgpu/amdgpu_amdkfd_gpuvm.c: amdgpu_amdkfd_gpuvm_restore_process_bos'] }],
});

/**
 * A process with user queues.
 * Rule: evicted, it is restored or ends; restored, it runs for a while before it is evicted again.
 * Source: drivers/gpu/drm/amd/amdkfd/kfd_process.c (evict_process_worker, restore_process_worker), kfd_device.c (kgd2kfd_schedule_evict_and_restore_process), v7.0.
 */
export const kfdProcess = chart('kfd_process', process, {
  new: ['Has no buffers yet.', 'kfd_create_process', { alloc: ['restored', 'Its buffers are there, its fence is in all of them.', 'drivers/gpu/drm/amd/amdgpu/amdgpu_amdkfd_gpuvm.c: amdgpu_amdkfd_gpuvm_alloc_memory_of_gpu'] }],
  running: ['Its queues have run for PROCESS_ACTIVE_TIME_MS since it was restored.', 'drivers/gpu/drm/amd/amdkfd/kfd_device.c: kgd2kfd_schedule_evict_and_restore_process', { quiesce: ['quiesced', 'Its queues are off the hardware.', 'kfd_process_evict_queues'], exit: ['ended', 'The process ends.', 'kfd_process_notifier_release'] }],
  quiesced: ['Its queues are off the hardware; its fence is not signaled yet.', 'evict_process_worker', { signaled: ['waits_to_restore', 'Signaled; restore is scheduled in PROCESS_RESTORE_TIME_MS.', 'evict_process_worker'] }],
  waits_to_restore: ['Evicted.', 'evict_process_worker', { restore: ['restoring', 'The delay is over.', 'restore_process_worker'], exit: ['ended', 'The process ends.', 'kfd_process_notifier_release'] }],
  restoring: ['Its buffers are validated.', 'restore_process_worker', { restored: ['restored', 'All are there; a new fence is armed, the queues go on.', 'restore_process_helper'], failed: ['backs_off', 'Memory was short: again in PROCESS_BACK_OFF_TIME_MS.', 'restore_process_worker'] }],
  backs_off: ['Still evicted.', 'restore_process_worker', { restore: ['restoring', 'The delay is over.', 'restore_process_worker'], exit: ['ended', 'The process ends.', 'kfd_process_notifier_release'] }],
  restored: ['Its queues may run, and have not yet.', 'restore_process_helper', { hw_run: ['running', 'They have run.', 'kfd_process_restore_queues'], quiesce: ['quiesced', 'Evicted again before they have run.', 'kfd_process_evict_queues'], exit: ['ended', 'The process ends.', 'kfd_process_notifier_release'] }],
  ended: ['Gone.', 'kfd_process_notifier_release'],
});

/**
 * Why the process was evicted.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_amdkfd_fence.c (amdkfd_fence_enable_signaling does not know who waits), v7.0.
 */
export const evictionCause = chart('eviction_cause', fence, {
  none: ['It was not.', 'amdkfd_fence_enable_signaling', { memory: ['memory', 'Memory is needed.', 'drivers/gpu/drm/ttm/ttm_bo.c: ttm_bo_evict'], other: ['other', 'Somebody waited who does not need its memory.', 'amdkfd_fence_enable_signaling'] }],
  memory: ['Memory is needed.', 'drivers/gpu/drm/ttm/ttm_bo.c: ttm_bo_evict', { restored: ['none', 'It runs again.', `${process}: restore_process_helper`] }],
  other: ['Nobody needs its memory.', 'amdkfd_fence_enable_signaling', { restored: ['none', 'It runs again.', `${process}: restore_process_helper`] }],
});

/**
 * A delayed work.
 * Source: kernel/workqueue.c (schedule_delayed_work: no effect while it is pending), v7.0.
 */
export const delayedWork = chart('delayed_work', 'kernel/workqueue.c', {
  idle: ['Not pending.', 'schedule_delayed_work', { queue: ['pending', 'Scheduled.', 'schedule_delayed_work'] }],
  pending: ['Will run.', 'delayed_work_timer_fn', { queue: ['pending', 'It is pending already.', 'schedule_delayed_work'], run: ['idle', 'It runs.', 'process_one_work'] }],
});

/**
 * Somebody else who needs video memory: what is there is evicted for it.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_evict, ttm_bo_validate), v7.0.
 */
export const memoryClient = chart('memory_client', 'drivers/gpu/drm/ttm/ttm_bo.c', {
  idle: ['Needs nothing.', 'ttm_bo_validate', { want: ['wants', 'Validates a buffer: there is no room.', 'ttm_bo_validate'] }],
  wants: ['Looks for something to evict.', 'ttm_bo_evict_alloc', { wait: ['waits', 'Waits for the fences of what it evicts.', 'ttm_bo_wait_ctx'], have: ['has', 'There is room after all.', 'ttm_bo_validate'] }],
  waits: ['Waits for every fence of the buffer.', 'ttm_bo_wait_ctx', { have: ['has', 'Moved away.', 'ttm_bo_evict'] }],
  has: ['Its own buffer is there.', 'ttm_bo_validate', { free: ['idle', 'Freed, or not used any more.', 'ttm_bo_put'] }],
});

/**
 * A thread that waits for fences of a buffer and has no need of its memory: another process that synchronises implicitly, or closes a file.
 * Source: drivers/dma-buf/dma-resv.c (dma_resv_wait_timeout); drivers/gpu/drm/amd/amdgpu/amdgpu_drv.c (amdgpu_flush), v7.0.
 */
export const resvWaiter = chart('resv_waiter', 'drivers/dma-buf/dma-resv.c', {
  idle: ['Has not come.', 'dma_resv_wait_timeout', { begin: ['looks', 'Looks which fences there are.', 'dma_resv_iter_begin'] }],
  looks: ['Has the fences of its usage.', 'dma_resv_iter_first', { pass: ['idle', 'Nothing to wait for.', 'dma_resv_wait_timeout'], wait: ['waits', 'Waits, which enables signaling.', 'dma_fence_wait_timeout'] }],
  waits: ['Waits for the fence.', 'dma_fence_wait_timeout', { woken: ['idle', 'It is signaled.', 'dma_fence_wait_timeout'] }],
});

/**
 * How often one move of a buffer has taken the process off the hardware.
 * Source: include/linux/dma-buf.h (struct dma_buf_attach_ops); mail of Daniel Vetter, 19 July 2019 ("I also don't think it's a good idea to have 2 invalidation mechanisms"), v7.0.
 */
export const evictionsOfMove = chart('evictions_of_move', 'include/linux/dma-buf.h', {
  none: ['Not yet.', 'struct dma_buf_attach_ops', { evict: ['once', 'Told.', 'struct dma_buf_attach_ops'] }],
  once: ['Told once.', 'struct dma_buf_attach_ops', { evict: ['twice', 'Told again, by the other way.', 'struct dma_buf_attach_ops'], moved: ['none', 'The move has ended.', 'drivers/gpu/drm/ttm/ttm_bo.c: ttm_bo_evict'] }],
  twice: ['One move, two evictions.', 'struct dma_buf_attach_ops', { moved: ['none', 'The move has ended.', 'drivers/gpu/drm/ttm/ttm_bo.c: ttm_bo_evict'] }],
});

/** The video memory that one process or one other client has at a time. Source: drivers/gpu/drm/ttm/ttm_resource.c, v7.0. */
export const videoMemory = ({ processes = 1 }: { readonly processes?: number }): Slot => slot('video_memory', ['client', ...Array.from({ length: processes }, (_, at) => `p[${at + 1}]`)], 'drivers/gpu/drm/ttm/ttm_resource.c: ttm_resource_alloc', 'Full with what is somebody\'s.');

/** userq_mutex of a file. Source: drivers/gpu/drm/amd/amdgpu/amdgpu_userq.h (struct amdgpu_userq_mgr), v7.0. */
export const userqMutex = (_: { readonly processes?: number }): Slot => slot('userq_mutex', ['worker', 'ioctl'], 'drivers/gpu/drm/amd/amdgpu/amdgpu_userq.h: struct amdgpu_userq_mgr', 'One thread has it.');

const evf = 'drivers/gpu/drm/amd/amdgpu/amdgpu_eviction_fence.c';
/**
 * The worker that evicts the user queues of a file and signals their eviction fence.
 * Rule: in the signalling section it takes nothing that others hold while they wait for the fence, nor what it has.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_eviction_fence.c (amdgpu_eviction_fence_suspend_worker), v7.1-rc.
 */
export const userqWorker = chart('userq_worker', evf, {
  idle: ['Not queued.', 'amdgpu_eviction_fence_enable_signaling', { queue: ['wants', 'Somebody waits for the fence.', 'amdgpu_eviction_fence_enable_signaling'] }],
  wants: ['Wants userq_mutex.', 'amdgpu_eviction_fence_suspend_worker', { lock: ['evicts', 'Has it; the signalling section begins.', 'amdgpu_eviction_fence_suspend_worker'] }],
  evicts: ['Unmaps the queues.', 'amdgpu_userq_evict', { unmapped: ['signals', 'They are off the hardware.', 'amdgpu_userq_evict'] }],
  signals: ['Signals the fence.', 'amdgpu_eviction_fence_suspend_worker', { signal: ['unlocks', 'Signaled.', 'amdgpu_eviction_fence_suspend_worker'] }],
  unlocks: ['Queues the restore.', 'amdgpu_eviction_fence_suspend_worker', { unlock: ['restores', 'Gives the mutex back.', 'amdgpu_eviction_fence_suspend_worker'] }],
  restores: ['The restore is queued.', 'drivers/gpu/drm/amd/amdgpu/amdgpu_userq.c: amdgpu_userq_restore_worker', { restore: ['idle', 'The queues are mapped again, a new fence is armed.', 'amdgpu_evf_mgr_rearm'] }],
});

/**
 * An ioctl of user queues: signal, wait, create.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_userq_fence.c (amdgpu_userq_signal_ioctl), amdgpu_userq.c (amdgpu_userq_ensure_ev_fence), v7.1-rc.
 */
export const userqIoctl = chart('userq_ioctl', 'drivers/gpu/drm/amd/amdgpu/amdgpu_userq_fence.c', {
  idle: ['No call.', 'amdgpu_userq_signal_ioctl', { call: ['called', 'Called.', 'amdgpu_userq_signal_ioctl'] }],
  called: ['Looks whether there is an eviction fence that is not signaled.', 'drivers/gpu/drm/amd/amdgpu/amdgpu_userq.c: amdgpu_userq_ensure_ev_fence', { lock: ['has_mutex', 'Has userq_mutex.', 'amdgpu_userq_signal_ioctl'] }],
  has_mutex: ['Works on the queue.', 'amdgpu_userq_signal_ioctl', { unlock: ['idle', 'Done.', 'amdgpu_userq_signal_ioctl'], wait: ['waits', 'Waits for the eviction fence of its own buffers.', 'drivers/gpu/drm/ttm/ttm_bo.c: ttm_bo_wait_ctx'] }],
  waits: ['Waits, and has the mutex.', 'drivers/gpu/drm/ttm/ttm_bo.c: ttm_bo_wait_ctx', { woken: ['has_mutex', 'It is signaled.', 'drivers/gpu/drm/ttm/ttm_bo.c: ttm_bo_wait_ctx'] }],
});
