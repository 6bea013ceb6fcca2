/* oxlint-disable max-lines-per-function -- a chart is one table of states: data in which nothing is decided */
import { setup } from 'xstate';
import { chart, state } from './chart.ts';
import type { Named } from './named.ts';
import type { Jobs } from './slot.ts';
import { inFile, to } from './to.ts';

const xeExec = inFile('drivers/gpu/drm/xe/xe_exec.c');
const xePagefault = inFile('drivers/gpu/drm/xe/xe_pagefault.c');
const xeSync = inFile('drivers/gpu/drm/xe/xe_sync.c');

const group = 'drivers/gpu/drm/xe/xe_hw_engine_group.c';

/**
 * The mode that the engines of a group execute in.
 * Rule: it changes under the write side of mode_sem alone.
 * Source: drivers/gpu/drm/xe/xe_hw_engine_group_types.h (enum xe_hw_engine_group_execution_mode), v7.0.
 */
export const groupMode = chart('group_mode', group, {
  lr: state('EXEC_MODE_LR: work that may take page faults runs.', 'switch_mode', {
    to_dma_fence: to(
      'dma_fence',
      'Every queue that may take page faults is suspended.',
      'xe_hw_engine_group_suspend_faulting_lr_jobs',
    ),
  }),
  dma_fence: state('EXEC_MODE_DMA_FENCE: work with dma_fences runs.', 'switch_mode', {
    to_lr: to(
      'lr',
      'The last fence of every queue with dma_fences is signaled.',
      'xe_hw_engine_group_wait_for_dma_fence_jobs',
    ),
  }),
});

export type ModeSemaphore = Named<
  'free' | 'written' | 'read' | `read.${string}` | 'released_twice',
  'down_read' | 'up_read' | 'down_write' | 'up_write' | 'downgrade_write'
>;

/**
 * mode_sem: any number of threads in the mode that the group is in, or one that changes it.
 * Rule: who has it gives it back once.
 * Source: drivers/gpu/drm/xe/xe_hw_engine_group_types.h (mode_sem); kernel/locking/rwsem.c
 * (up_write, downgrade_write), v7.0.
 */
export function modeSemaphore({ fenced = 0 }: Jobs): ModeSemaphore {
  const most = fenced + 1;
  const rwsem = 'kernel/locking/rwsem.c';
  const to = (target: string, description: string, by: string) => ({
    target,
    description,
    meta: { source: `${rwsem}: ${by}` },
  });
  const twice = to('#mode_sem.released_twice', 'A thread that does not hold mode_sem releases it.', 'up_write');
  return setup({ types: { events: {} as { type: string } } }).createMachine({
    id: 'mode_sem',
    initial: 'free',
    states: {
      free: {
        description: 'mode_sem is free.',
        meta: { source: `${rwsem}: init_rwsem` },
        on: {
          down_read: to('read.1', 'A thread takes mode_sem for reading.', 'down_read_interruptible'),
          down_write: to('written', 'A thread takes mode_sem for writing.', 'down_write_killable'),
          up_write: twice,
        },
      },
      written: {
        description: 'A thread holds mode_sem for writing and may change the mode.',
        meta: { source: `${group}: switch_mode`, waits: 'held for writing' },
        on: {
          up_write: to('free', 'The writer releases mode_sem.', 'up_write'),
          downgrade_write: to(
            'read.1',
            'The writer becomes a reader, with no other writer in between.',
            'downgrade_write',
          ),
        },
      },
      read: {
        description: 'Readers hold mode_sem, so the mode cannot change.',
        meta: { source: `${group}: xe_hw_engine_group_get_mode` },
        initial: '1',
        on: { up_write: twice },
        states: Object.fromEntries(
          Array.from({ length: most }, (_, at) => [
            String(at + 1),
            {
              description: `${at + 1} threads hold mode_sem for reading.`,
              meta: { source: `${group}: xe_hw_engine_group_get_mode`, waits: 'held for reading' },
              on: {
                ...(at + 1 < most
                  ? {
                      down_read: to(
                        `#mode_sem.read.${at + 2}`,
                        'Another thread takes mode_sem for reading.',
                        'down_read_interruptible',
                      ),
                    }
                  : {}),
                up_read: to(
                  at === 0 ? '#mode_sem.free' : `#mode_sem.read.${at}`,
                  'A reader releases mode_sem.',
                  'up_read',
                ),
              },
            },
          ]),
        ),
      },
      released_twice: {
        description: 'The count of mode_sem is wrong: it admits two writers, or none.',
        meta: { source: `${rwsem}: up_write` },
      },
    },
  } as never) as unknown as ModeSemaphore;
}

/**
 * An exec ioctl of a queue with dma_fences.
 * Rule: it has the group in its mode before it takes any other lock, until its job is pushed.
 * Source: drivers/gpu/drm/xe/xe_exec.c (xe_exec_ioctl), xe_hw_engine_group.c (xe_hw_engine_group_get_mode), v7.0.
 */
export const groupExec = chart('group_exec', group, {
  idle: state('No exec ioctl is running.', xeExec('xe_exec_ioctl'), {
    exec: to('down_read', 'The exec ioctl is called with a job that has no dependencies.', xeExec('xe_exec_ioctl')),
    exec_with_deps: to('down_read_deps', 'The exec ioctl is called with syncs to wait for.', xeExec('xe_exec_ioctl')),
  }),
  down_read: state('The ioctl waits for mode_sem for reading.', 'xe_hw_engine_group_get_mode', {
    read: to('reads', 'The ioctl takes mode_sem for reading.', 'xe_hw_engine_group_get_mode'),
    interrupted: to('idle', 'The ioctl is interrupted: -EINTR.', 'xe_hw_engine_group_get_mode'),
  }),
  down_read_deps: state('The ioctl waits for mode_sem for reading; has_deps is true.', 'xe_hw_engine_group_get_mode', {
    read: to('reads_deps', 'The ioctl takes mode_sem for reading.', 'xe_hw_engine_group_get_mode'),
    interrupted: to('idle', 'The ioctl is interrupted: -EINTR.', 'xe_hw_engine_group_get_mode'),
  }),
  reads: state('The ioctl holds mode_sem for reading and checks cur_mode.', 'xe_hw_engine_group_get_mode', {
    same: to('in_mode', 'cur_mode is the mode that the ioctl needs.', 'xe_hw_engine_group_get_mode'),
    differs: to(
      'down_write',
      'cur_mode is the other mode, and the ioctl releases mode_sem.',
      'xe_hw_engine_group_get_mode',
    ),
  }),
  reads_deps: state(
    'The ioctl holds mode_sem for reading and checks cur_mode; has_deps is true.',
    'xe_hw_engine_group_get_mode',
    {
      same: to('in_mode', 'cur_mode is the mode that the ioctl needs.', 'xe_hw_engine_group_get_mode'),
      differs: to(
        'down_write_deps',
        'cur_mode is the other mode, and the ioctl releases mode_sem.',
        'xe_hw_engine_group_get_mode',
      ),
    },
  ),
  down_write: state('The ioctl waits for mode_sem for writing.', 'xe_hw_engine_group_get_mode', {
    write: to('writes', 'The ioctl takes mode_sem for writing.', 'xe_hw_engine_group_get_mode'),
    interrupted: to('idle', 'The ioctl is interrupted: -EINTR.', 'xe_hw_engine_group_get_mode'),
  }),
  down_write_deps: state('The ioctl waits for mode_sem for writing; has_deps is true.', 'xe_hw_engine_group_get_mode', {
    write: to('writes_deps', 'The ioctl takes mode_sem for writing.', 'xe_hw_engine_group_get_mode'),
    interrupted: to('idle', 'The ioctl is interrupted: -EINTR.', 'xe_hw_engine_group_get_mode'),
  }),
  writes: state('The ioctl holds mode_sem for writing and checks cur_mode again.', 'xe_hw_engine_group_get_mode', {
    recheck: to('in_mode', 'Another thread has switched the mode in the meantime.', 'xe_hw_engine_group_get_mode'),
    suspend: to(
      'suspend_wait',
      'The ioctl tells every faulting queue to suspend.',
      'xe_hw_engine_group_suspend_faulting_lr_jobs',
    ),
    wait_for_fences: to(
      'waits_for_fences',
      'The ioctl switches to LR mode instead, and waits for fences.',
      'switch_mode',
    ),
  }),
  writes_deps: state(
    'The ioctl holds mode_sem for writing and checks cur_mode again; has_deps is true.',
    'xe_hw_engine_group_get_mode',
    {
      recheck: to('in_mode', 'Another thread has switched the mode in the meantime.', 'xe_hw_engine_group_get_mode'),
      suspend: to(
        'suspend_wait',
        'No queue is busy, and the ioctl tells all of them to suspend.',
        'xe_hw_engine_group_suspend_faulting_lr_jobs',
      ),
      again: to(
        'wait_syncs',
        'A queue is busy and the job has dependencies, so they are waited for first: -EAGAIN.',
        'xe_hw_engine_group_suspend_faulting_lr_jobs',
      ),
    },
  ),
  wait_syncs: state('The ioctl waits for the dependencies of its job, and holds no lock.', 'wait_syncs', {
    synced: to(
      'down_write',
      'Every dependency is signaled: goto retry with has_deps = false.',
      'xe_hw_engine_group_get_mode',
    ),
    interrupted: to('idle', 'xe_sync_entry_wait is interrupted.', 'wait_syncs'),
  }),
  suspend_wait: state(
    'The ioctl waits until the queues are suspended.',
    'xe_hw_engine_group_suspend_faulting_lr_jobs',
    {
      switched: to('in_mode', 'The mode is switched and mode_sem is downgraded to reading.', 'switch_mode'),
      failed: to(
        'failed',
        'suspend_wait fails: no answer within 5 s (-ETIME), or a signal.',
        'drivers/gpu/drm/xe/xe_guc_submit.c: guc_exec_queue_suspend_wait',
      ),
    },
  ),
  waits_for_fences: state(
    'The ioctl waits for fences of its own kind in order to switch to the other mode.',
    'switch_mode',
    {
      switched: to('in_mode', 'The mode is switched.', 'switch_mode'),
    },
  ),
  failed: state('The ioctl holds mode_sem for writing, and the switch has failed.', 'xe_hw_engine_group_get_mode', {
    release: to('idle', 'The ioctl calls up_write and fails.', 'xe_hw_engine_group_get_mode'),
  }),
  in_mode: state('The ioctl holds mode_sem for reading, and the group is in its mode.', xeExec('xe_exec_ioctl'), {
    push: to('pushed', 'The job is armed and pushed, and its fence is installed.', xeExec('xe_exec_ioctl')),
    fail: to('pushed', 'Validation fails, and no job is pushed.', xeExec('xe_exec_ioctl')),
    put_early: to('unprotected', 'The ioctl releases mode_sem before its job is pushed.', 'xe_hw_engine_group_put'),
  }),
  unprotected: state(
    'The ioctl does not hold mode_sem, so the mode may change at any time.',
    'xe_hw_engine_group_put',
    {
      push: to('idle', 'The job is armed and pushed, and its fence is installed.', xeExec('xe_exec_ioctl')),
    },
  ),
  pushed: state('The job is pushed, and the ioctl still holds mode_sem for reading.', xeExec('xe_exec_ioctl'), {
    put: to('idle', 'The ioctl calls up_read.', 'xe_hw_engine_group_put'),
  }),
});

const guc = 'drivers/gpu/drm/xe/xe_guc_submit.c';
const xeExecQueue = inFile('drivers/gpu/drm/xe/xe_exec_queue.c');
/**
 * The last fence of a queue with dma_fences, as its group looks for it: on the list of the group, or not.
 * Rule: the fence of a queue that leaves the list pending is ended by the kill that comes with it.
 * Source: drivers/gpu/drm/xe/xe_hw_engine_group.c (xe_hw_engine_group_wait_for_dma_fence_jobs,
 * xe_hw_engine_group_del_exec_queue), xe_guc_submit.c (guc_exec_queue_kill), v7.1.
 */
export const groupFence = chart('group_fence', group, {
  none: state('No fence of the queue is pending.', 'xe_hw_engine_group_wait_for_dma_fence_jobs', {
    pend: to('pending', 'The job is pushed and its fence is pending.', xeExec('xe_exec_ioctl')),
  }),
  pending: state(
    'The fence is pending, and its queue is on the list of the group.',
    'xe_hw_engine_group_wait_for_dma_fence_jobs',
    {
      done: to('none', 'The fence is signaled.', 'xe_hw_engine_group_wait_for_dma_fence_jobs'),
      del: to(
        'killed',
        'The queue is destroyed: it is removed from the list, then killed.',
        xeExecQueue('xe_exec_queue_destroy_ioctl'),
      ),
    },
  ),
  killed: state('The fence is pending, and its queue is not on the list of the group.', `${guc}: guc_exec_queue_kill`, {
    done: to('none', 'The fence is signaled.', `${guc}: guc_exec_queue_timedout_job`),
  }),
});

/**
 * A queue of a VM in fault mode, as its group and the firmware know it.
 * Rule: who has it suspended sees to it that somebody resumes it.
 * Source: drivers/gpu/drm/xe/xe_guc_submit.c (guc_exec_queue_suspend, guc_exec_queue_suspend_wait,
 * guc_exec_queue_resume), v7.0.
 */
export const groupQueue = chart('group_queue', guc, {
  enabled: state('The firmware schedules the queue.', 'enable_scheduling', {
    suspend: to('suspending', 'The driver sends SUSPEND.', 'guc_exec_queue_suspend'),
    del: to('absent', 'The queue is destroyed.', `${group}: xe_hw_engine_group_del_exec_queue`),
  }),
  suspending: state('suspend_pending is set: the firmware has not answered yet.', 'guc_exec_queue_suspend', {
    suspended: to(
      'suspended',
      'The firmware saves the context, whether or not a page fault is pending.',
      'suspend_fence_signal',
    ),
    suspend: to('suspending', 'SUSPEND is sent again while it is pending.', 'guc_exec_queue_try_add_msg'),
    resume: to('resumed_early', 'The driver sends RESUME while suspend_pending is set.', 'guc_exec_queue_resume'),
  }),
  resumed_early: state(
    'xe_gt_assert(!suspend_pending) fires, although the messages stay in order.',
    'guc_exec_queue_resume',
    {
      suspended: to('enabled', 'The firmware answers SUSPEND and then resumes the queue.', 'suspend_fence_signal'),
      suspend: to('suspending', 'SUSPEND is sent again.', 'guc_exec_queue_try_add_msg'),
      resume: to('resumed_early', 'RESUME is sent again.', 'guc_exec_queue_try_add_msg'),
    },
  ),
  suspended: state(
    'The queue is off the hardware.',
    'exec_queue_suspended',
    {
      suspend: to('suspended', 'SUSPEND is sent to a queue that is suspended already.', 'guc_exec_queue_try_add_msg'),
      resume: to('enabled', 'The firmware schedules the queue again.', 'guc_exec_queue_resume'),
      del: to('absent', 'The queue is destroyed.', `${group}: xe_hw_engine_group_del_exec_queue`),
    },
    'suspended',
  ),
  absent: state('The queue does not exist.', `${group}: xe_hw_engine_group_del_exec_queue`, {
    add: to(
      'adding',
      'The queue is created and is to be added to the group.',
      `${group}: xe_hw_engine_group_add_exec_queue`,
    ),
  }),
  adding: state(
    'The queue is being added, under mode_sem held for writing.',
    `${group}: xe_hw_engine_group_add_exec_queue`,
    {
      add_enabled: to(
        'enabled',
        'The queue is added to a group in LR mode.',
        `${group}: xe_hw_engine_group_add_exec_queue`,
      ),
      add_suspended: to(
        'suspended',
        'The group is in DMA_FENCE mode: the queue is suspended and resume_work queued.',
        `${group}: xe_hw_engine_group_add_exec_queue`,
      ),
    },
  ),
});

/**
 * Work of a queue in fault mode; userspace waits for it by a user fence.
 * Source: drivers/gpu/drm/xe/xe_exec.c (xe_exec_ioctl, the branch of long-running queues), v7.0.
 */
export const lrJob = chart('lr_job', 'drivers/gpu/drm/xe/xe_exec.c', {
  idle: state('No job was pushed yet.', 'xe_exec_ioctl', {
    push: to('pushed', 'A job is pushed without a check of the mode, and resume_work is queued.', 'xe_exec_ioctl'),
  }),
  pushed: state('The job is in the ring of its queue.', 'xe_exec_ioctl', {
    push: to('pushed', 'Another job is pushed behind it.', 'xe_exec_ioctl'),
    hw_run: to('running', 'The firmware runs the job.', `${guc}: submit_exec_queue`),
  }),
  running: state('The job is on the hardware, and its user fence is not written yet.', `${guc}: submit_exec_queue`, {
    hw_fault: to('faulted', 'The job faults on a missing page.', xePagefault('xe_pagefault_handler')),
    saved: to('pushed', 'The context of the job is saved.', `${guc}: suspend_fence_signal`),
    end: to('ended', 'The user fence of the job is written.', xeSync('xe_sync_ufence_get_status')),
  }),
  faulted: state('The job is on the hardware, stopped by a page fault.', xePagefault('xe_pagefault_handler'), {
    repaired: to('running', 'The page fault is repaired.', xePagefault('xe_pagefault_queue_work')),
    saved: to(
      'pushed',
      'The context of the job is saved while its page fault is pending.',
      `${guc}: suspend_fence_signal`,
    ),
  }),
  ended: state('The job has ended and its user fence is written.', xeSync('xe_sync_ufence_get_status'), {
    push: to('pushed', 'The next job is pushed.', 'xe_exec_ioctl'),
  }),
});

/**
 * resume_work, as the workqueue knows it: pending once, however often it is queued.
 * Source: drivers/gpu/drm/xe/xe_hw_engine_group.c (xe_hw_engine_group_resume_faulting_lr_jobs: queue_work), v7.0.
 */
export const resumeWork = chart('resume_work', group, {
  idle: state('resume_work is not queued.', 'xe_hw_engine_group_resume_faulting_lr_jobs', {
    queue: to('pending', 'queue_work queues resume_work.', 'xe_hw_engine_group_resume_faulting_lr_jobs'),
  }),
  pending: state('resume_work is queued.', 'xe_hw_engine_group_resume_faulting_lr_jobs', {
    queue: to(
      'pending',
      'resume_work is queued already, so queue_work has no effect.',
      'xe_hw_engine_group_resume_faulting_lr_jobs',
    ),
    run: to('idle', 'The worker starts to run resume_work.', 'hw_engine_group_resume_lr_jobs_func'),
  }),
});

/**
 * The worker that goes back to LR mode and resumes what was suspended.
 * Rule: it resumes nothing where the mode was LR already.
 * Source: drivers/gpu/drm/xe/xe_hw_engine_group.c (hw_engine_group_resume_lr_jobs_func), v7.0.
 */
export const resumeWorker = chart('resume_worker', group, {
  idle: state('The worker does not run.', 'hw_engine_group_resume_lr_jobs_func', {
    run: to('down_read', 'The worker starts to run resume_work.', 'hw_engine_group_resume_lr_jobs_func'),
  }),
  down_read: state('The worker waits for mode_sem for reading.', 'xe_hw_engine_group_get_mode', {
    read: to('reads', 'The worker takes mode_sem for reading.', 'xe_hw_engine_group_get_mode'),
  }),
  reads: state('The worker holds mode_sem for reading and checks cur_mode.', 'xe_hw_engine_group_get_mode', {
    same: to('put', 'previous_mode is LR, so the worker resumes nothing.', 'hw_engine_group_resume_lr_jobs_func'),
    same_resumes: to(
      'resumes',
      'previous_mode is LR, and the worker resumes the queues nevertheless.',
      'hw_engine_group_resume_lr_jobs_func',
    ),
    differs: to(
      'down_write',
      'cur_mode is DMA_FENCE, and the worker releases mode_sem.',
      'xe_hw_engine_group_get_mode',
    ),
  }),
  down_write: state('The worker waits for mode_sem for writing.', 'xe_hw_engine_group_get_mode', {
    write: to('waits', 'The worker takes mode_sem for writing and checks every queue with dma_fences.', 'switch_mode'),
  }),
  waits: state(
    'The worker calls dma_fence_wait on the last fence of every queue.',
    'xe_hw_engine_group_wait_for_dma_fence_jobs',
    {
      waited: to('resumes', 'The mode is switched to LR and mode_sem is downgraded to reading.', 'switch_mode'),
      recheck: to('resumes', 'Another thread has switched the mode in the meantime.', 'xe_hw_engine_group_get_mode'),
      failed: to('failed', 'The wait fails with -ETIME.', 'xe_hw_engine_group_wait_for_dma_fence_jobs'),
    },
  ),
  failed: state('The worker holds mode_sem for writing, and the switch has failed.', 'xe_hw_engine_group_get_mode', {
    release: to('idle', 'The worker calls up_write and ends, without a retry.', 'hw_engine_group_resume_lr_jobs_func'),
  }),
  resumes: state(
    'The worker holds mode_sem for reading, and the group is in LR mode.',
    'hw_engine_group_resume_lr_jobs_func',
    {
      resume: to('put', 'The worker tells every faulting queue to resume.', 'hw_engine_group_resume_lr_jobs_func'),
    },
  ),
  put: state('The worker still holds mode_sem for reading.', 'xe_hw_engine_group_put', {
    put: to('idle', 'The worker calls up_read.', 'xe_hw_engine_group_put'),
  }),
});
