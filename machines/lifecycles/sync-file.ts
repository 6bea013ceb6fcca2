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
  idle: state('The client is between two frames.', 'dma_buf_ioctl', {
    export: to(
      'exported',
      'DMA_BUF_IOCTL_EXPORT_SYNC_FILE returns a sync_file that is signaled.',
      'dma_buf_export_sync_file',
    ),
    export_behind: to(
      'exported_behind',
      'DMA_BUF_IOCTL_EXPORT_SYNC_FILE returns a sync_file with a pending fence.',
      'dma_buf_export_sync_file',
    ),
  }),
  exported: state('The client has a sync_file that is signaled.', 'dma_buf_export_sync_file', {
    submit: to('submitted', 'The client submits a job without dependencies.', 'dma_buf_export_sync_file'),
  }),
  exported_behind: state('The client has a sync_file that is not signaled yet.', 'dma_buf_export_sync_file', {
    submit_behind: to(
      'submitted',
      'The client submits a job that waits for the sync_file.',
      'dma_buf_export_sync_file',
    ),
    signaled: to('exported', 'The fence in the sync_file is signaled.', 'dma_buf_export_sync_file'),
  }),
  submitted: state('The client has a sync_file with the fence of its own job.', 'dma_buf_import_sync_file', {
    import: to(
      'idle',
      'DMA_BUF_IOCTL_IMPORT_SYNC_FILE adds the fence of the job to the dma_resv.',
      'dma_buf_import_sync_file',
    ),
    forget: to('idle', 'The client passes the buffer on without importing its sync_file.', 'dma_buf_import_sync_file'),
  }),
});

/**
 * A job on a shared buffer, once it is submitted.
 * Rule: it runs when what it was told to wait for is signaled, and is told once.
 * Source: drivers/gpu/drm/scheduler/sched_entity.c (drm_sched_entity_add_dependency_cb),
 * include/drm/gpu_scheduler.h (run_job), v7.0.
 */
export const syncJob = chart('sync_job', 'include/drm/gpu_scheduler.h', {
  idle: state('There is no job.', 'run_job', {
    submit: to('ready', 'The job is submitted without dependencies.', 'struct drm_sched_job'),
    submit_behind: to(
      'behind',
      'The job is submitted with a dependency on a fence.',
      schedMain('drm_sched_job_add_dependency'),
    ),
  }),
  behind: state(
    'The job waits for the fence that it depends on.',
    schedEntity('drm_sched_entity_add_dependency_cb'),
    {
      unblock: to('ready', 'The fence that the job depends on is signaled.', schedEntity('drm_sched_entity_wakeup')),
    },
    'behind',
  ),
  ready: state('The job may run.', 'run_job', {
    run: to('running', 'The job starts on the hardware.', 'run_job'),
    wait_more: to(
      'behind',
      'Another fence is added to the dependencies of the job.',
      schedMain('drm_sched_job_add_dependency'),
    ),
  }),
  running: state('The job accesses the buffer.', 'run_job', {
    signal: to('idle', 'The job ends and its fence is signaled.', 'drivers/dma-buf/dma-fence.c: dma_fence_signal'),
  }),
});

/**
 * A dependency of a job on one fence.
 * Rule: taken when the job is submitted; it outlives the fence's place in the list.
 * Source: drivers/gpu/drm/scheduler/sched_main.c (drm_sched_job_add_implicit_dependencies), v7.0.
 */
export const jobDependency = chart('job_dependency', 'drivers/gpu/drm/scheduler/sched_main.c', {
  none: state('The job does not depend on the fence.', 'drm_sched_job_add_implicit_dependencies', {
    depend: to(
      'depends',
      'The job finds the fence in the list, and depends on it.',
      'drm_sched_job_add_implicit_dependencies',
    ),
  }),
  depends: state(
    'The job depends on the fence and waits for it.',
    schedEntity('drm_sched_entity_add_dependency_cb'),
    { signaled: to('none', 'The fence is signaled.', schedEntity('drm_sched_entity_wakeup')) },
    'waiting for',
  ),
});
