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
    to_dma_fence: to('dma_fence', 'Every such queue is suspended.', 'xe_hw_engine_group_suspend_faulting_lr_jobs'),
  }),
  dma_fence: state('EXEC_MODE_DMA_FENCE: work with dma_fences runs.', 'switch_mode', {
    to_lr: to('lr', 'The last fence of every such queue is signaled.', 'xe_hw_engine_group_wait_for_dma_fence_jobs'),
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
  const twice = to('#mode_sem.released_twice', 'Given back by who does not have it.', 'up_write');
  return setup({ types: { events: {} as { type: string } } }).createMachine({
    id: 'mode_sem',
    initial: 'free',
    states: {
      free: {
        description: 'Nobody has it.',
        meta: { source: `${rwsem}: init_rwsem` },
        on: {
          down_read: to('read.1', 'A reader.', 'down_read_interruptible'),
          down_write: to('written', 'A writer.', 'down_write_killable'),
          up_write: twice,
        },
      },
      written: {
        description: 'Who has it changes the mode.',
        meta: { source: `${group}: switch_mode`, waits: 'held for writing' },
        on: {
          up_write: to('free', 'Given back.', 'up_write'),
          downgrade_write: to('read.1', 'The writer goes on as a reader; nobody came between.', 'downgrade_write'),
        },
      },
      read: {
        description: 'The group stays in its mode.',
        meta: { source: `${group}: xe_hw_engine_group_get_mode` },
        initial: '1',
        on: { up_write: twice },
        states: Object.fromEntries(
          Array.from({ length: most }, (_, at) => [
            String(at + 1),
            {
              description: `${at + 1} have it.`,
              meta: { source: `${group}: xe_hw_engine_group_get_mode`, waits: 'held for reading' },
              on: {
                ...(at + 1 < most
                  ? { down_read: to(`#mode_sem.read.${at + 2}`, 'One more.', 'down_read_interruptible') }
                  : {}),
                up_read: to(at === 0 ? '#mode_sem.free' : `#mode_sem.read.${at}`, 'One less.', 'up_read'),
              },
            },
          ]),
        ),
      },
      released_twice: {
        description: 'Its count is wrong: it lets two writers in, or nobody.',
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
  idle: state('No call.', xeExec('xe_exec_ioctl'), {
    exec: to('down_read', 'Called; its job depends on nothing.', xeExec('xe_exec_ioctl')),
    exec_with_deps: to('down_read_deps', 'Called with syncs to wait for.', xeExec('xe_exec_ioctl')),
  }),
  down_read: state('Wants mode_sem for reading.', 'xe_hw_engine_group_get_mode', {
    read: to('reads', 'Has it.', 'xe_hw_engine_group_get_mode'),
    interrupted: to('idle', '-EINTR.', 'xe_hw_engine_group_get_mode'),
  }),
  down_read_deps: state('Wants mode_sem for reading; has_deps.', 'xe_hw_engine_group_get_mode', {
    read: to('reads_deps', 'Has it.', 'xe_hw_engine_group_get_mode'),
    interrupted: to('idle', '-EINTR.', 'xe_hw_engine_group_get_mode'),
  }),
  reads: state('Looks at cur_mode.', 'xe_hw_engine_group_get_mode', {
    same: to('in_mode', 'It is the mode that is wanted.', 'xe_hw_engine_group_get_mode'),
    differs: to('down_write', 'It is not: the semaphore is given back.', 'xe_hw_engine_group_get_mode'),
  }),
  reads_deps: state('Looks at cur_mode.', 'xe_hw_engine_group_get_mode', {
    same: to('in_mode', 'It is the mode that is wanted.', 'xe_hw_engine_group_get_mode'),
    differs: to('down_write_deps', 'It is not: the semaphore is given back.', 'xe_hw_engine_group_get_mode'),
  }),
  down_write: state('Wants mode_sem for writing.', 'xe_hw_engine_group_get_mode', {
    write: to('writes', 'Has it.', 'xe_hw_engine_group_get_mode'),
    interrupted: to('idle', '-EINTR.', 'xe_hw_engine_group_get_mode'),
  }),
  down_write_deps: state('Wants mode_sem for writing; has_deps.', 'xe_hw_engine_group_get_mode', {
    write: to('writes_deps', 'Has it.', 'xe_hw_engine_group_get_mode'),
    interrupted: to('idle', '-EINTR.', 'xe_hw_engine_group_get_mode'),
  }),
  writes: state('Looks at cur_mode again.', 'xe_hw_engine_group_get_mode', {
    recheck: to('in_mode', 'Somebody else has switched meanwhile.', 'xe_hw_engine_group_get_mode'),
    suspend: to(
      'suspend_wait',
      'Every faulting queue was told to suspend.',
      'xe_hw_engine_group_suspend_faulting_lr_jobs',
    ),
    wait_for_fences: to('waits_for_fences', 'Toggles the other way: waits for fences.', 'switch_mode'),
  }),
  writes_deps: state('Looks at cur_mode again; has_deps.', 'xe_hw_engine_group_get_mode', {
    recheck: to('in_mode', 'Somebody else has switched meanwhile.', 'xe_hw_engine_group_get_mode'),
    suspend: to(
      'suspend_wait',
      'No queue is busy: all were told to suspend.',
      'xe_hw_engine_group_suspend_faulting_lr_jobs',
    ),
    again: to(
      'wait_syncs',
      '-EAGAIN: a queue is busy, and the job waits for others first.',
      'xe_hw_engine_group_suspend_faulting_lr_jobs',
    ),
  }),
  wait_syncs: state('Waits for what its job depends on, without any lock.', 'wait_syncs', {
    synced: to('down_write', 'All is signaled: goto retry with has_deps = false.', 'xe_hw_engine_group_get_mode'),
    interrupted: to('idle', 'xe_sync_entry_wait was interrupted.', 'wait_syncs'),
  }),
  suspend_wait: state('Waits until they are suspended.', 'xe_hw_engine_group_suspend_faulting_lr_jobs', {
    switched: to('in_mode', 'The mode is changed, mode_sem downgraded.', 'switch_mode'),
    failed: to(
      'failed',
      'suspend_wait: no answer in 5 s (-ETIME), or a signal came.',
      'drivers/gpu/drm/xe/xe_guc_submit.c: guc_exec_queue_suspend_wait',
    ),
  }),
  waits_for_fences: state('Waits for its own kind of fences, to switch to the other mode.', 'switch_mode', {
    switched: to('in_mode', 'The mode is changed.', 'switch_mode'),
  }),
  failed: state('Has the write side, and an error.', 'xe_hw_engine_group_get_mode', {
    release: to('idle', 'up_write; the ioctl fails.', 'xe_hw_engine_group_get_mode'),
  }),
  in_mode: state('Has the group in its mode, mode_sem for reading.', xeExec('xe_exec_ioctl'), {
    push: to('pushed', 'Armed, its fence installed, the job pushed.', xeExec('xe_exec_ioctl')),
    fail: to('pushed', 'Validation failed: no job.', xeExec('xe_exec_ioctl')),
    put_early: to('unprotected', 'Gives the group back before its job is pushed.', 'xe_hw_engine_group_put'),
  }),
  unprotected: state('The mode may change any time.', 'xe_hw_engine_group_put', {
    push: to('idle', 'Armed, its fence installed, the job pushed.', xeExec('xe_exec_ioctl')),
  }),
  pushed: state('Still has the group in its mode.', xeExec('xe_exec_ioctl'), {
    put: to('idle', 'up_read.', 'xe_hw_engine_group_put'),
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
  none: state('None is pending.', 'xe_hw_engine_group_wait_for_dma_fence_jobs', {
    pend: to('pending', 'The job is pushed.', xeExec('xe_exec_ioctl')),
  }),
  pending: state('Pending, and its queue is on the list.', 'xe_hw_engine_group_wait_for_dma_fence_jobs', {
    done: to('none', 'Signaled.', 'xe_hw_engine_group_wait_for_dma_fence_jobs'),
    del: to('killed', 'The queue is destroyed: off the list, then killed.', xeExecQueue('xe_exec_queue_destroy_ioctl')),
  }),
  killed: state('Pending, and the group does not see it.', `${guc}: guc_exec_queue_kill`, {
    done: to('none', 'Signaled.', `${guc}: guc_exec_queue_timedout_job`),
  }),
});

/**
 * A queue of a VM in fault mode, as its group and the firmware know it.
 * Rule: who has it suspended sees to it that somebody resumes it.
 * Source: drivers/gpu/drm/xe/xe_guc_submit.c (guc_exec_queue_suspend, guc_exec_queue_suspend_wait,
 * guc_exec_queue_resume), v7.0.
 */
export const groupQueue = chart('group_queue', guc, {
  enabled: state('The firmware schedules it.', 'enable_scheduling', {
    suspend: to('suspending', 'SUSPEND was sent.', 'guc_exec_queue_suspend'),
    del: to('absent', 'Destroyed.', `${group}: xe_hw_engine_group_del_exec_queue`),
  }),
  suspending: state('suspend_pending: the firmware has not answered yet.', 'guc_exec_queue_suspend', {
    suspended: to('suspended', 'Its context is saved, a page fault pending or not.', 'suspend_fence_signal'),
    suspend: to('suspending', 'Told once more.', 'guc_exec_queue_try_add_msg'),
    resume: to('resumed_early', 'RESUME while suspend_pending.', 'guc_exec_queue_resume'),
  }),
  resumed_early: state(
    'xe_gt_assert(!suspend_pending) fires; the messages are in order all the same.',
    'guc_exec_queue_resume',
    {
      suspended: to('enabled', 'The firmware has answered, and resumes it.', 'suspend_fence_signal'),
      suspend: to('suspending', 'Told once more.', 'guc_exec_queue_try_add_msg'),
      resume: to('resumed_early', 'Told once more.', 'guc_exec_queue_try_add_msg'),
    },
  ),
  suspended: state(
    'Off the hardware.',
    'exec_queue_suspended',
    {
      suspend: to('suspended', 'It is already.', 'guc_exec_queue_try_add_msg'),
      resume: to('enabled', 'The firmware schedules it again.', 'guc_exec_queue_resume'),
      del: to('absent', 'Destroyed.', `${group}: xe_hw_engine_group_del_exec_queue`),
    },
    'suspended',
  ),
  absent: state('Not there.', `${group}: xe_hw_engine_group_del_exec_queue`, {
    add: to('adding', 'Made; wants to be in the group.', `${group}: xe_hw_engine_group_add_exec_queue`),
  }),
  adding: state('Being added, under the write side of mode_sem.', `${group}: xe_hw_engine_group_add_exec_queue`, {
    add_enabled: to('enabled', 'The group is in LR mode.', `${group}: xe_hw_engine_group_add_exec_queue`),
    add_suspended: to(
      'suspended',
      'The group is in DMA_FENCE mode: suspended first, resume_work queued.',
      `${group}: xe_hw_engine_group_add_exec_queue`,
    ),
  }),
});

/**
 * Work of a queue in fault mode; userspace waits for it by a user fence.
 * Source: drivers/gpu/drm/xe/xe_exec.c (xe_exec_ioctl, the branch of long-running queues), v7.0.
 */
export const lrJob = chart('lr_job', 'drivers/gpu/drm/xe/xe_exec.c', {
  idle: state('No job was there yet.', 'xe_exec_ioctl', {
    push: to('pushed', 'Pushed, without asking for a mode; resume_work is queued.', 'xe_exec_ioctl'),
  }),
  pushed: state('In the ring of its queue.', 'xe_exec_ioctl', {
    push: to('pushed', 'Another behind it.', 'xe_exec_ioctl'),
    hw_run: to('running', 'The firmware runs it.', `${guc}: submit_exec_queue`),
  }),
  running: state('On the hardware; its user fence is not written yet.', `${guc}: submit_exec_queue`, {
    hw_fault: to('faulted', 'A page is missing.', xePagefault('xe_pagefault_handler')),
    saved: to('pushed', 'Its context is saved.', `${guc}: suspend_fence_signal`),
    end: to('ended', 'Its user fence is written.', xeSync('xe_sync_ufence_get_status')),
  }),
  faulted: state('Held up on the hardware by a page fault.', xePagefault('xe_pagefault_handler'), {
    repaired: to('running', 'The page is there.', xePagefault('xe_pagefault_queue_work')),
    saved: to('pushed', 'Its context is saved, the fault unrepaired.', `${guc}: suspend_fence_signal`),
  }),
  ended: state('Its user fence is written.', xeSync('xe_sync_ufence_get_status'), {
    push: to('pushed', 'The next one.', 'xe_exec_ioctl'),
  }),
});

/**
 * resume_work, as the workqueue knows it: pending once, however often it is queued.
 * Source: drivers/gpu/drm/xe/xe_hw_engine_group.c (xe_hw_engine_group_resume_faulting_lr_jobs: queue_work), v7.0.
 */
export const resumeWork = chart('resume_work', group, {
  idle: state('Not pending.', 'xe_hw_engine_group_resume_faulting_lr_jobs', {
    queue: to('pending', 'queue_work.', 'xe_hw_engine_group_resume_faulting_lr_jobs'),
  }),
  pending: state('Will run.', 'xe_hw_engine_group_resume_faulting_lr_jobs', {
    queue: to('pending', 'It is pending already.', 'xe_hw_engine_group_resume_faulting_lr_jobs'),
    run: to('idle', 'The worker begins.', 'hw_engine_group_resume_lr_jobs_func'),
  }),
});

/**
 * The worker that goes back to LR mode and resumes what was suspended.
 * Rule: it resumes nothing where the mode was LR already.
 * Source: drivers/gpu/drm/xe/xe_hw_engine_group.c (hw_engine_group_resume_lr_jobs_func), v7.0.
 */
export const resumeWorker = chart('resume_worker', group, {
  idle: state('Has nothing to do.', 'hw_engine_group_resume_lr_jobs_func', {
    run: to('down_read', 'resume_work.', 'hw_engine_group_resume_lr_jobs_func'),
  }),
  down_read: state('Wants mode_sem for reading.', 'xe_hw_engine_group_get_mode', {
    read: to('reads', 'Has it.', 'xe_hw_engine_group_get_mode'),
  }),
  reads: state('Looks at cur_mode.', 'xe_hw_engine_group_get_mode', {
    same: to('put', 'previous_mode is LR: nothing is resumed.', 'hw_engine_group_resume_lr_jobs_func'),
    same_resumes: to('resumes', 'Resumes all the same.', 'hw_engine_group_resume_lr_jobs_func'),
    differs: to('down_write', 'DMA_FENCE: the semaphore is given back.', 'xe_hw_engine_group_get_mode'),
  }),
  down_write: state('Wants mode_sem for writing.', 'xe_hw_engine_group_get_mode', {
    write: to('waits', 'Has it, and looks at every queue with dma_fences.', 'switch_mode'),
  }),
  waits: state('dma_fence_wait of every last fence.', 'xe_hw_engine_group_wait_for_dma_fence_jobs', {
    waited: to('resumes', 'The mode is LR, mode_sem downgraded.', 'switch_mode'),
    recheck: to('resumes', 'Somebody else has switched meanwhile.', 'xe_hw_engine_group_get_mode'),
    failed: to('failed', '-ETIME.', 'xe_hw_engine_group_wait_for_dma_fence_jobs'),
  }),
  failed: state('Has the write side, and an error.', 'xe_hw_engine_group_get_mode', {
    release: to('idle', 'up_write; it just ends.', 'hw_engine_group_resume_lr_jobs_func'),
  }),
  resumes: state('Has the group in LR mode.', 'hw_engine_group_resume_lr_jobs_func', {
    resume: to('put', 'Every faulting queue was told to resume.', 'hw_engine_group_resume_lr_jobs_func'),
  }),
  put: state('Has mode_sem for reading.', 'xe_hw_engine_group_put', {
    put: to('idle', 'up_read.', 'xe_hw_engine_group_put'),
  }),
});
