import { chart } from './chart.ts';

/**
 * One job that accesses a shared buffer, from the lock of its dma_resv to its signal.
 * Rule: under the lock: reserve, find whom to wait for, arm, add. After that it runs when those are signaled.
 * Source: include/linux/dma-buf.h (@resv); drivers/gpu/drm/scheduler/sched_main.c (drm_sched_job_add_implicit_dependencies), v7.0.
 */
export const bufferAccess = chart('buffer_access', 'include/linux/dma-buf.h', {
  idle: ['No job.', 'struct dma_buf @resv', { lock: ['locked', 'dma_resv_lock.', 'drivers/dma-buf/dma-resv.c: dma_resv_lock'] }],
  locked: ['Holds the dma_resv.', 'struct dma_buf @resv', {
    reserve: ['reserved', 'A slot is reserved.', 'drivers/dma-buf/dma-resv.c: dma_resv_reserve_fences'],
    skip: ['reserved', 'It forgets to.', 'drivers/dma-buf/dma-resv.c: dma_resv_reserve_fences'],
    fail: ['idle', 'No memory: nothing was published.', 'drivers/dma-buf/dma-resv.c: dma_resv_reserve_fences'],
  }, 'held by'],
  reserved: ['Has a slot.', 'drivers/dma-buf/dma-resv.c: dma_resv_reserve_fences', {
    publish: ['ready', 'Its fence is in the list; nobody has to be waited for.', 'drivers/dma-buf/dma-resv.c: dma_resv_add_fence'],
    publish_behind: ['behind', 'Its fence is in the list, and depends on one that was there.', 'drivers/gpu/drm/scheduler/sched_main.c: drm_sched_job_add_implicit_dependencies'],
  }, 'held by'],
  behind: ['Waits for a fence that was there first.', 'drivers/gpu/drm/scheduler/sched_entity.c: drm_sched_entity_add_dependency_cb', {
    unblock: ['ready', 'That one is signaled.', 'drivers/gpu/drm/scheduler/sched_entity.c: drm_sched_entity_wakeup'],
  }, 'behind'],
  ready: ['May run.', 'include/drm/gpu_scheduler.h: run_job', { run: ['running', 'Accesses the buffer.', 'include/drm/gpu_scheduler.h: run_job'] }],
  running: ['Accesses the buffer.', 'include/drm/gpu_scheduler.h: run_job', { signal: ['idle', 'Done: its fence is signaled.', 'drivers/dma-buf/dma-fence.c: dma_fence_signal'] }],
});

/**
 * Memory management that moves or frees a buffer.
 * Rule: it waits for every fence, BOOKKEEP included, first.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_wait_ctx), v7.0.
 */
export const bufferMove = chart('buffer_move', 'drivers/gpu/drm/ttm/ttm_bo.c', {
  idle: ['The buffer stays where it is.', 'ttm_bo_wait_ctx', { lock: ['waiting', 'Holds the dma_resv, and waits.', 'ttm_bo_wait_ctx'] }],
  waiting: ['Waits for fences under the lock, which is allowed.', 'ttm_bo_wait_ctx', { move: ['moving', 'Nobody uses it any more.', 'ttm_bo_handle_move_mem'] }, 'held by memory management, which waits for'],
  moving: ['The pages go somewhere else.', 'ttm_bo_handle_move_mem', { unlock: ['idle', 'Done.', 'ttm_bo_unreserve'] }],
});
