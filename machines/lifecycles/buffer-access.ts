import { chart, state } from './chart.ts';
import { inFile, to } from './to.ts';

const dmaResv = inFile('drivers/dma-buf/dma-resv.c');
const schedEntity = inFile('drivers/gpu/drm/scheduler/sched_entity.c');
const gpuScheduler = inFile('include/drm/gpu_scheduler.h');

/**
 * One job that accesses a shared buffer, from the lock of its dma_resv to its signal.
 * Rule: under the lock: reserve, find whom to wait for, arm, add. After that it runs when those are signaled.
 * Source: include/linux/dma-buf.h (@resv); drivers/gpu/drm/scheduler/sched_main.c
 * (drm_sched_job_add_implicit_dependencies), v7.0.
 */
export const bufferAccess = chart('buffer_access', 'include/linux/dma-buf.h', {
  idle: state('There is no job.', 'struct dma_buf @resv', {
    lock: to('locked', 'The thread takes the dma_resv lock.', dmaResv('dma_resv_lock')),
  }),
  locked: state(
    'The thread holds the dma_resv lock.',
    'struct dma_buf @resv',
    {
      reserve: to('reserved', 'The thread reserves a fence slot.', dmaResv('dma_resv_reserve_fences')),
      skip: to('reserved', 'The thread forgets to reserve a fence slot.', dmaResv('dma_resv_reserve_fences')),
      fail: to(
        'idle',
        'There is no memory for a slot: the submit fails before anything is published.',
        dmaResv('dma_resv_reserve_fences'),
      ),
    },
    'held by',
  ),
  reserved: state(
    'The thread has reserved a fence slot and holds the dma_resv lock.',
    dmaResv('dma_resv_reserve_fences'),
    {
      publish: to(
        'ready',
        'The job adds its fence to the dma_resv, and has no fence to wait for.',
        dmaResv('dma_resv_add_fence'),
      ),
      publish_behind: to(
        'behind',
        'The job adds its fence to the dma_resv, and depends on a fence that is already in it.',
        'drivers/gpu/drm/scheduler/sched_main.c: drm_sched_job_add_implicit_dependencies',
      ),
    },
    'held by',
  ),
  behind: state(
    'The job waits for a fence that was added before its own.',
    schedEntity('drm_sched_entity_add_dependency_cb'),
    {
      unblock: to('ready', 'The fence that the job waits for is signaled.', schedEntity('drm_sched_entity_wakeup')),
    },
    'behind',
  ),
  ready: state('The job has no unsignaled dependency and may run.', gpuScheduler('run_job'), {
    run: to('running', 'The job starts to access the buffer.', gpuScheduler('run_job')),
  }),
  running: state('The job accesses the buffer.', gpuScheduler('run_job'), {
    signal: to('idle', 'The job ends and its fence is signaled.', 'drivers/dma-buf/dma-fence.c: dma_fence_signal'),
  }),
});

/**
 * Memory management that moves or frees a buffer.
 * Rule: it waits for every fence, BOOKKEEP included, first.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_wait_ctx), v7.0.
 */
export const bufferMover = chart('buffer_move', 'drivers/gpu/drm/ttm/ttm_bo.c', {
  idle: state('The buffer stays where it is.', 'ttm_bo_wait_ctx', {
    lock: to('waiting', 'Memory management takes the dma_resv lock and waits for the fences.', 'ttm_bo_wait_ctx'),
  }),
  waiting: state(
    'Memory management waits for the fences under the dma_resv lock, which is allowed.',
    'ttm_bo_wait_ctx',
    { move: to('moving', 'Every fence is signaled: no job uses the buffer any more.', 'ttm_bo_handle_move_mem') },
    'held by memory management, which waits for',
  ),
  moving: state('The pages of the buffer are moved.', 'ttm_bo_handle_move_mem', {
    unlock: to('idle', 'The move ends and the dma_resv lock is released.', 'ttm_bo_unreserve'),
  }),
});
