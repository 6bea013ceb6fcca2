import { chart, state } from './chart.ts';
import { inFile, to } from './to.ts';

const schedMain = inFile('drivers/gpu/drm/scheduler/sched_main.c');
const schedEntity = inFile('drivers/gpu/drm/scheduler/sched_entity.c');

/**
 * A process with explicit synchronisation that uses a buffer which others synchronise implicitly:
 * export, submit, import.
 * Rule: what it exported is a snapshot; the three are not one step, so it holds the buffer for itself over all of them.
 * Source: drivers/dma-buf/dma-buf.c (dma_buf_export_sync_file, dma_buf_import_sync_file);
 * include/uapi/linux/dma-buf.h, v7.0.
 */
export const explicitClient = chart('explicit_client', 'drivers/dma-buf/dma-buf.c', {
  idle: state('Between two frames.', 'dma_buf_ioctl', {
    export: to('exported', 'DMA_BUF_IOCTL_EXPORT_SYNC_FILE: nothing is to be waited for.', 'dma_buf_export_sync_file'),
    export_behind: to(
      'exported_behind',
      'DMA_BUF_IOCTL_EXPORT_SYNC_FILE: a fence that was there.',
      'dma_buf_export_sync_file',
    ),
  }),
  exported: state('Has a sync_file that is signaled.', 'dma_buf_export_sync_file', {
    submit: to('submitted', 'Its job waits for nobody.', 'dma_buf_export_sync_file'),
  }),
  exported_behind: state('Has a sync_file that is not signaled yet.', 'dma_buf_export_sync_file', {
    submit_behind: to('submitted', 'Its job waits for the snapshot.', 'dma_buf_export_sync_file'),
    signaled: to('exported', 'What was there is signaled.', 'dma_buf_export_sync_file'),
  }),
  submitted: state('Has a sync_file of its own job.', 'dma_buf_import_sync_file', {
    import: to('idle', 'DMA_BUF_IOCTL_IMPORT_SYNC_FILE: its fence is in the list.', 'dma_buf_import_sync_file'),
    forget: to('idle', 'It passes the buffer on without.', 'dma_buf_import_sync_file'),
  }),
});

/**
 * A job on a shared buffer, once it is submitted.
 * Rule: it runs when what it was told to wait for is signaled, and is told once.
 * Source: drivers/gpu/drm/scheduler/sched_entity.c (drm_sched_entity_add_dependency_cb),
 * include/drm/gpu_scheduler.h (run_job), v7.0.
 */
export const syncJob = chart('sync_job', 'include/drm/gpu_scheduler.h', {
  idle: state('No job.', 'run_job', {
    submit: to('ready', 'Depends on nothing.', 'struct drm_sched_job'),
    submit_behind: to('behind', 'Depends on a fence.', schedMain('drm_sched_job_add_dependency')),
  }),
  behind: state(
    'Waits.',
    schedEntity('drm_sched_entity_add_dependency_cb'),
    {
      unblock: to('ready', 'What it waited for is signaled.', schedEntity('drm_sched_entity_wakeup')),
    },
    'behind',
  ),
  ready: state('May run.', 'run_job', {
    run: to('running', 'On the hardware.', 'run_job'),
    wait_more: to('behind', 'Is told to wait for one more.', schedMain('drm_sched_job_add_dependency')),
  }),
  running: state('Accesses the buffer.', 'run_job', {
    signal: to('idle', 'Done.', 'drivers/dma-buf/dma-fence.c: dma_fence_signal'),
  }),
});

/**
 * A dependency of a job on one fence.
 * Rule: taken when the job is submitted; it outlives the fence's place in the list.
 * Source: drivers/gpu/drm/scheduler/sched_main.c (drm_sched_job_add_implicit_dependencies), v7.0.
 */
export const jobDependency = chart('job_dependency', 'drivers/gpu/drm/scheduler/sched_main.c', {
  none: state('Waits for nothing more.', 'drm_sched_job_add_implicit_dependencies', {
    depend: to('depends', 'The fence was in the list.', 'drm_sched_job_add_implicit_dependencies'),
  }),
  depends: state(
    'Waits for that fence.',
    schedEntity('drm_sched_entity_add_dependency_cb'),
    { signaled: to('none', 'It is signaled.', schedEntity('drm_sched_entity_wakeup')) },
    'waiting for',
  ),
});
