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
  idle: state('No job.', 'struct dma_buf @resv', {
    lock: to('locked', 'dma_resv_lock.', dmaResv('dma_resv_lock')),
  }),
  locked: state(
    'Holds the dma_resv.',
    'struct dma_buf @resv',
    {
      reserve: to('reserved', 'A slot is reserved.', dmaResv('dma_resv_reserve_fences')),
      skip: to('reserved', 'It forgets to.', dmaResv('dma_resv_reserve_fences')),
      fail: to('idle', 'No memory: nothing was published.', dmaResv('dma_resv_reserve_fences')),
    },
    'held by',
  ),
  reserved: state(
    'Has a slot.',
    dmaResv('dma_resv_reserve_fences'),
    {
      publish: to('ready', 'Its fence is in the list; nobody has to be waited for.', dmaResv('dma_resv_add_fence')),
      publish_behind: to(
        'behind',
        'Its fence is in the list, and depends on one that was there.',
        'drivers/gpu/drm/scheduler/sched_main.c: drm_sched_job_add_implicit_dependencies',
      ),
    },
    'held by',
  ),
  behind: state(
    'Waits for a fence that was there first.',
    schedEntity('drm_sched_entity_add_dependency_cb'),
    {
      unblock: to('ready', 'That one is signaled.', schedEntity('drm_sched_entity_wakeup')),
    },
    'behind',
  ),
  ready: state('May run.', gpuScheduler('run_job'), {
    run: to('running', 'Accesses the buffer.', gpuScheduler('run_job')),
  }),
  running: state('Accesses the buffer.', gpuScheduler('run_job'), {
    signal: to('idle', 'Done: its fence is signaled.', 'drivers/dma-buf/dma-fence.c: dma_fence_signal'),
  }),
});

/**
 * Memory management that moves or frees a buffer.
 * Rule: it waits for every fence, BOOKKEEP included, first.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_wait_ctx), v7.0.
 */
export const bufferMover = chart('buffer_move', 'drivers/gpu/drm/ttm/ttm_bo.c', {
  idle: state('The buffer stays where it is.', 'ttm_bo_wait_ctx', {
    lock: to('waiting', 'Holds the dma_resv, and waits.', 'ttm_bo_wait_ctx'),
  }),
  waiting: state(
    'Waits for fences under the lock, which is allowed.',
    'ttm_bo_wait_ctx',
    { move: to('moving', 'Nobody uses it any more.', 'ttm_bo_handle_move_mem') },
    'held by memory management, which waits for',
  ),
  moving: state('The pages go somewhere else.', 'ttm_bo_handle_move_mem', {
    unlock: to('idle', 'Done.', 'ttm_bo_unreserve'),
  }),
});
