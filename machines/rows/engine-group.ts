import { vocabulary } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import {
  allWorkFlushed,
  computePreemptedFirst,
  fencesComplete,
  fencesCompleteFirst,
  shrinkersMayWait,
} from '../words/sentences.ts';
import {
  groupExec,
  groupFence,
  groupMode,
  groupQueue,
  lrJob,
  modeSemaphore,
  resumeWork,
  resumeWorker,
} from '../lifecycles/engine-group.ts';
import { fencedParts } from './fenced-jobs.ts';

const xeHwEngineGroup = from('drivers/gpu/drm/xe/xe_hw_engine_group.c');
const xeExecQueue = from('drivers/gpu/drm/xe/xe_exec_queue.c');
const xeExec = from('drivers/gpu/drm/xe/xe_exec.c');
const xeGucSubmit = from('drivers/gpu/drm/xe/xe_guc_submit.c');
const rwsem = from('kernel/locking/rwsem.c');
const xeSync = from('drivers/gpu/drm/xe/xe_sync.c');
const xeHwEngineGroupTypes = from('drivers/gpu/drm/xe/xe_hw_engine_group_types.h');

const xe = (says: string) => xeHwEngineGroup(says);
const exec = (says: string) => xeExec(says);
const guc = (says: string) => xeGucSubmit(says);

/**
 * A group of engines: execs of queues with dma_fences, queues of VMs in fault mode, and the worker
 * that goes back and forth.
 */
export const groupParts = {
  exec: { of: groupExec, family: 'fenced', title: 'exec ioctl' },
  fence: fencedParts.fence,
  groupFence: { of: groupFence, family: 'fenced', title: 'last fence of a queue of the group' },
  mode: { of: groupMode, title: 'mode of the group' },
  modeSem: { of: modeSemaphore, title: 'mode_sem' },
  queue: { of: groupQueue, family: 'faulting', title: 'faulting queue' },
  work: { of: resumeWork, title: 'resume_work' },
  worker: { of: resumeWorker, title: 'resume worker' },
} as const;
const v = vocabulary(groupParts);
const semaphore = 'mode_sem';
const last = allWorkFlushed;

/** xe_hw_engine_group_get_mode(EXEC_MODE_DMA_FENCE), put, and the job between them. */
const execSteps = v.steps(
  v.step('exec', 'user', {
    moves: { 'exec[i]': 'exec' },
    also: { 'fence[i]': 'dma_fence_init' },
    when: { 'fence[i]': '!visible' },
    cite: exec('xe_exec_ioctl'),
  }),
  v.step('exec_with_deps', 'user', {
    moves: { 'exec[i]': 'exec_with_deps' },
    also: { 'fence[i]': 'dma_fence_init' },
    when: { 'fence[i]': '!visible' },
    cite: exec('xe_exec_ioctl: num_syncs'),
  }),
  v.step('get_mode_down_read', 'group_lock[i]', {
    moves: { 'exec[i]': 'read', modeSem: 'down_read' },
    cite: xe('xe_hw_engine_group_get_mode: down_read_interruptible'),
  }),
  v.step('get_mode_same', 'group_exec[i]', {
    moves: { 'exec[i]': 'same' },
    when: { mode: 'dma_fence' },
    atomic: semaphore,
    cite: xe('xe_hw_engine_group_get_mode: new_mode == cur_mode'),
  }),
  v.step('get_mode_differs', 'group_exec[i]', {
    moves: { 'exec[i]': 'differs', modeSem: 'up_read' },
    when: { mode: 'lr' },
    atomic: semaphore,
    cite: xe('xe_hw_engine_group_get_mode: up_read'),
  }),
  v.step('get_mode_down_write', 'group_lock[i]', {
    moves: { 'exec[i]': 'write', modeSem: 'down_write' },
    cite: xe('xe_hw_engine_group_get_mode: down_write_killable'),
  }),
  v.step('get_mode_interrupted', 'user', {
    moves: { 'exec[i]': 'interrupted' },
    cite: xe('xe_hw_engine_group_get_mode: -EINTR'),
  }),
  v.step('get_mode_recheck', 'group_exec[i]', {
    moves: { 'exec[i]': 'recheck', modeSem: 'downgrade_write' },
    when: { mode: 'dma_fence' },
    atomic: semaphore,
    cite: xe('xe_hw_engine_group_get_mode: if (new_mode != group->cur_mode), once more under the write side'),
  }),
  v.step('get_mode_again', 'group_exec[i]', {
    moves: { 'exec[i]': 'again', modeSem: 'up_write' },
    when: { mode: 'lr', 'queue[?]': '!absent' },
    atomic: semaphore,
    cite: xe('xe_hw_engine_group_suspend_faulting_lr_jobs: if (has_deps) return -EAGAIN'),
  }),
  v.step('syncs_signaled', 'group_exec[i]', { moves: { 'exec[i]': 'synced' }, cite: xe('wait_syncs') }),
  v.step('suspend_queues', 'group_exec[i]', {
    moves: { 'exec[i]': 'suspend' },
    also: { 'queue[*]': 'suspend' },
    when: { mode: 'lr', 'exec[i]': 'writes' },
    atomic: semaphore,
    cite: xe('xe_hw_engine_group_suspend_faulting_lr_jobs: q->ops->suspend(q) of each'),
  }),
  v.step('suspend_none', 'group_exec[i]', {
    moves: { 'exec[i]': 'suspend' },
    when: { mode: 'lr', 'exec[i]': 'writes_deps', 'queue[*]': 'absent' },
    cite: xe('xe_hw_engine_group_suspend_faulting_lr_jobs: there is no such queue'),
  }),
  v.step('suspend_answered', 'firmware[k]', {
    moves: { 'queue[k]': 'suspended' },
    atomic: 'hardware',
    cite: guc('suspend_fence_signal: the context is saved, with a page fault pending too'),
  }),
  v.step('switch_to_dma_fence', 'group_exec[i]', {
    moves: { 'exec[i]': 'switched', mode: 'to_dma_fence', modeSem: 'downgrade_write' },
    also: { work: 'queue' },
    when: { 'exec[i]': 'suspend_wait', 'queue[?]': '!absent' },
    atomic: semaphore,
    cite: xe('xe_hw_engine_group_suspend_faulting_lr_jobs: need_resume'),
  }),
  v.step('switch_alone', 'group_exec[i]', {
    moves: { 'exec[i]': 'switched', mode: 'to_dma_fence', modeSem: 'downgrade_write' },
    when: { 'exec[i]': 'suspend_wait', 'queue[*]': 'absent' },
    atomic: semaphore,
    cite: xe('switch_mode'),
  }),
  v.step('suspend_wait_fails', 'user', {
    moves: { 'exec[i]': 'failed' },
    when: { 'queue[?]': 'suspending' },
    cite: guc('guc_exec_queue_suspend_wait: wait_event_interruptible_timeout(..., HZ * 5)'),
  }),
  v.step('get_mode_fails', 'group_exec[i]', {
    moves: { 'exec[i]': 'release', modeSem: 'up_write' },
    cite: xe('xe_hw_engine_group_get_mode: up_write on error'),
  }),
  v.step('push', 'group_exec[i]', {
    moves: { 'exec[i]': 'push', 'fence[i]': 'publish' },
    also: { 'groupFence[i]': 'pend' },
    when: { 'exec[i]': 'in_mode' },
    atomic: 'dma_resv',
    cite: exec('xe_exec_ioctl: armed, the fence installed, the job pushed between get_mode and put'),
  }),
  v.step('exec_fails', 'user', { moves: { 'exec[i]': 'fail' }, cite: exec('xe_exec_ioctl: err_hw_exec_mode') }),
  v.step('destroy_in_flight', 'user', {
    moves: { 'groupFence[i]': 'del' },
    when: { 'exec[i]': 'idle', modeSem: 'free' },
    atomic: semaphore,
    cite: xeExecQueue('xe_exec_queue_destroy_ioctl: xe_hw_engine_group_del_exec_queue, then xe_exec_queue_kill'),
  }),
  v.step('put', 'group_exec[i]', {
    moves: { 'exec[i]': 'put', modeSem: 'up_read' },
    cite: xe('xe_hw_engine_group_put'),
  }),
);

/** hw_engine_group_resume_lr_jobs_func. */
const workerSteps = v.steps(
  v.step('resume_work_runs', 'resume_worker', {
    moves: { work: 'run', worker: 'run' },
    atomic: 'the workqueue',
    cite: xe('hw_engine_group_resume_lr_jobs_func'),
  }),
  v.step('worker_down_read', 'resume_worker_lock', {
    moves: { worker: 'read', modeSem: 'down_read' },
    cite: xe('xe_hw_engine_group_get_mode: down_read_interruptible'),
  }),
  v.step('worker_same', 'resume_worker', {
    moves: { worker: 'same' },
    when: { mode: 'lr' },
    atomic: semaphore,
    cite: xe('hw_engine_group_resume_lr_jobs_func: if (previous_mode == EXEC_MODE_LR) goto put'),
  }),
  v.step('worker_differs', 'resume_worker', {
    moves: { worker: 'differs', modeSem: 'up_read' },
    when: { mode: 'dma_fence' },
    atomic: semaphore,
    cite: xe('xe_hw_engine_group_get_mode: up_read'),
  }),
  v.step('worker_down_write', 'resume_worker_lock', {
    moves: { worker: 'write', modeSem: 'down_write' },
    cite: xe('xe_hw_engine_group_get_mode: down_write_killable'),
  }),
  v.step('worker_recheck', 'resume_worker', {
    moves: { worker: 'recheck', modeSem: 'downgrade_write' },
    when: { mode: 'lr' },
    atomic: semaphore,
    cite: xe('xe_hw_engine_group_get_mode: if (new_mode != group->cur_mode)'),
  }),
  v.step('switch_to_lr', 'resume_worker', {
    moves: { worker: 'waited', mode: 'to_lr', modeSem: 'downgrade_write' },
    atomic: semaphore,
    cite: xe('xe_hw_engine_group_wait_for_dma_fence_jobs, then switch_mode'),
  }),
  v.step('resume_queues', 'resume_worker', {
    moves: { worker: 'resume' },
    also: { 'queue[*]': 'resume' },
    atomic: semaphore,
    cite: xe('hw_engine_group_resume_lr_jobs_func: q->ops->resume(q) of each'),
  }),
  v.step('worker_put', 'resume_worker', {
    moves: { worker: 'put', modeSem: 'up_read' },
    cite: xe('xe_hw_engine_group_put'),
  }),
);

export const groupSteps = [...execSteps, ...workerSteps] as const;
/** xe_hw_engine_group as its source has it, but for what its laws say. */
export const engineGroup = v.row({
  name: 'engine-group',
  steps: groupSteps,
  promises: [
    { name: 'exec-ends', pending: { 'exec[i]': '!idle' }, cite: exec('xe_exec_ioctl') },
    { name: 'resume-ends', pending: { worker: '!idle' }, cite: xe('hw_engine_group_resume_lr_jobs_func') },
  ],
  invariants: [
    {
      name: 'mode-sem-released-once',
      never: { modeSem: 'released_twice' },
      cite: rwsem('DEBUG_RWSEMS_WARN_ON: up_write by who does not own it'),
    },
    {
      name: 'resumed-when-suspended',
      never: { 'queue[?]': 'resumed_early' },
      cite: guc('guc_exec_queue_resume: xe_gt_assert(!q->guc->suspend_pending)'),
    },
  ],
});

/** Work that shares the hardware: a page fault holds it up, its repair waits for whatever reclaim waits for. */
export const groupJobParts = {
  ...groupParts,
  lr: { of: lrJob, family: 'faulting', title: 'job of a faulting queue' },
} as const;
const w = vocabulary(groupJobParts);
const jobSteps = w.steps(
  w.step('lr_exec', 'user', {
    moves: { 'lr[k]': 'push' },
    also: { work: 'queue' },
    when: { 'queue[k]': ['enabled', 'suspending', 'suspended', 'resumed_early'] },
    cite: exec('xe_exec_ioctl: a long-running job is pushed, then xe_hw_engine_group_resume_faulting_lr_jobs'),
  }),
  w.step('lr_runs', 'lr_hardware[k]', {
    moves: { 'lr[k]': 'hw_run' },
    when: { 'queue[k]': ['enabled', 'resumed_early'] },
    atomic: 'hardware',
  }),
  w.step('lr_faults', 'hardware_event', { moves: { 'lr[k]': 'hw_fault' }, atomic: 'hardware' }),
  w.step('lr_repaired', 'fault_worker[k]', {
    moves: { 'lr[k]': 'repaired' },
    when: { 'fence[*]': '!visible' },
    cite: shrinkersMayWait,
  }),
  w.step('lr_ends', 'lr_progress[k]', {
    moves: { 'lr[k]': 'end' },
    atomic: 'hardware',
    cite: xeSync('the user fence of a long-running job'),
  }),
  w.step('job_signals', 'signaler[i]', {
    moves: { 'fence[i]': 'dma_fence_signal' },
    also: { 'groupFence[i]': 'done' },
    when: { 'lr[*]': '!faulted' },
    atomic: 'the fence lock',
    cite: xeHwEngineGroupTypes('engines of one group cannot make progress when one is stuck on a page fault'),
  }),
  w.step('killed_job_ends', 'timeout_worker[i]', {
    moves: { 'fence[i]': 'dma_fence_signal', 'groupFence[i]': 'done' },
    when: { 'groupFence[i]': 'killed' },
    atomic: 'the fence lock',
    cite: guc('guc_exec_queue_timedout_job: a killed queue is taken off, and what it has pending ends with -ECANCELED'),
  }),
  w.step('del_exec_queue', 'user', {
    moves: { 'queue[k]': 'del' },
    when: { modeSem: 'free', 'lr[k]': ['idle', 'ended'] },
    atomic: semaphore,
    cite: xe('xe_hw_engine_group_del_exec_queue'),
  }),
  w.step('add_exec_queue', 'user', {
    moves: { 'queue[k]': 'add', modeSem: 'down_write' },
    atomic: semaphore,
    cite: xe('xe_hw_engine_group_add_exec_queue: down_write_killable'),
  }),
  w.step('add_in_lr', 'creator[k]', {
    moves: { 'queue[k]': 'add_enabled', modeSem: 'up_write' },
    when: { mode: 'lr' },
    atomic: semaphore,
    cite: xe('xe_hw_engine_group_add_exec_queue: list_add'),
  }),
  w.step('add_in_dma_fence', 'creator[k]', {
    moves: { 'queue[k]': 'add_suspended', modeSem: 'up_write' },
    also: { work: 'queue' },
    when: { mode: 'dma_fence' },
    atomic: semaphore,
    cite: xe('xe_hw_engine_group_add_exec_queue: suspend, suspend_wait, resume_work'),
  }),
);
export const groupJobs = w.row({
  name: 'group-jobs',
  steps: jobSteps,
  ties: { also: { suspend_answered: { 'lr[k]': 'saved' } } },
  promises: [
    { name: 'fence-signals', pending: { 'fence[i]': 'visible' }, cite: fencesComplete },
    {
      name: 'queue-resumes',
      pending: { 'queue[k]': ['suspending', 'suspended'], 'lr[k]': 'pushed' },
      cite: xe('xe_hw_engine_group_resume_faulting_lr_jobs'),
    },
    { name: 'lr-job-runs', pending: { 'queue[k]': 'enabled', 'lr[k]': 'pushed' }, cite: guc('submit_exec_queue') },
    { name: 'queue-is-added', pending: { 'queue[k]': 'adding' }, cite: xe('xe_hw_engine_group_add_exec_queue') },
  ],
  invariants: [
    {
      name: 'no-fence-beside-fault-job',
      never: { 'groupFence[?]': 'pending', 'lr[?]': ['running', 'faulted'] },
      cite: last,
    },
  ],
});

const about = w.about([...groupSteps, ...jobSteps]);
/** Anywhere but in down_write. */
const notWaiting = [
  'idle',
  'down_read',
  'down_read_deps',
  'reads',
  'reads_deps',
  'writes',
  'writes_deps',
  'wait_syncs',
  'suspend_wait',
  'waits_for_fences',
  'failed',
  'in_mode',
  'unprotected',
  'pushed',
] as const;
/** What makes it the fourth option, and what it takes for granted. */
export const groupLaws = {
  'suspended-before-visible': about.clause({
    name: 'engine-group/suspended-before-visible',
    says: computePreemptedFirst,
    requires: { switch_to_dma_fence: { 'queue[*]': ['suspended', 'absent'] } },
  }),
  'fences-before-fault-job': about.clause({
    name: 'engine-group/fences-before-fault-job',
    says: fencesCompleteFirst,
    about: 'This holds for queues on the list; the kill of a destroyed queue ends its pending job.',
    requires: { switch_to_lr: { 'groupFence[*]': '!pending' } },
  }),
  'readers-queue': about.clause({
    name: 'engine-group/readers-queue',
    says: rwsem('rwsem_down_read_slowpath: a reader does not overtake a writer that waits'),
    requires: {
      get_mode_down_read: { 'exec[*]': notWaiting, worker: '!down_write' },
      worker_down_read: { 'exec[*]': notWaiting },
    },
  }),
  'suspend-answers': about.clause({
    name: 'engine-group/suspend-answers',
    says: guc('guc_exec_queue_suspend_wait: nothing is expected to fail here'),
    about: 'An assumption: the firmware answers within 5 seconds, and no signal interrupts a submit.',
    forbids: ['suspend_wait_fails'],
  }),
} as const;

/** Ways out of an error while the queues are being suspended, and what goes wrong elsewhere. */
export const groupFaults = {
  'queues-work': about.clause({
    name: 'engine-group/queues-work',
    says: xe('the obvious repair: resume_work on the error path too'),
    also: { get_mode_fails: { work: 'queue' } },
  }),
  'resumes-at-once': about.clause({
    name: 'engine-group/resumes-at-once',
    says: xe('another: what was suspended is resumed on the error path'),
    also: { get_mode_fails: { 'queue[*]': 'resume' } },
  }),
  unwinds: about.clause({
    name: 'engine-group/unwinds',
    says: xe('the error path waits, without a timeout, until every SUSPEND is answered, then resumes'),
    requires: { get_mode_fails: { 'queue[*]': ['suspended', 'enabled', 'absent'] } },
    also: { get_mode_fails: { 'queue[*]': 'resume' } },
  }),
  'double-release': about.clause({
    name: 'engine-group/double-release',
    says: xe(
      '770bd1d34113, repaired by 08fdfd260e64: err_suspend gives the write side back, and the ' +
        'caller gives it back again',
    ),
    moves: { suspend_wait_fails: { modeSem: 'up_write' } },
  }),
  'no-recheck': about.clause({
    name: 'engine-group/no-recheck',
    says: xe('switch_mode toggles cur_mode'),
    about: 'The mode is not checked again under the write side, so the second submission toggles it back.',
    forbids: ['get_mode_recheck'],
    adds: [
      { name: 'toggles', actor: 'group_exec[i]', moves: { 'exec[i]': 'wait_for_fences' }, when: { mode: 'dma_fence' } },
      {
        name: 'toggled',
        actor: 'group_exec[i]',
        moves: { 'exec[i]': 'switched', mode: 'to_lr', modeSem: 'downgrade_write' },
        when: { 'exec[i]': 'waits_for_fences', 'groupFence[*]': '!pending' },
      },
    ],
  }),
  'put-before-push': about.clause({
    name: 'engine-group/put-before-push',
    says: exec('the group is put after the job is pushed'),
    about: 'The group is put before the job is pushed.',
    adds: [
      { name: 'put_early', actor: 'user', moves: { 'exec[i]': 'put_early', modeSem: 'up_read' } },
      {
        name: 'push_late',
        actor: 'group_exec[i]',
        moves: { 'exec[i]': 'push', 'fence[i]': 'publish' },
        also: { 'groupFence[i]': 'pend' },
        when: { 'exec[i]': 'unprotected' },
      },
    ],
  }),
  'destroys-without-kill': about.clause({
    name: 'engine-group/destroys-without-kill',
    says: xeExecQueue('xe_exec_queue_destroy_ioctl: xe_exec_queue_kill'),
    about: 'A destroyed queue leaves the list, and its jobs are not killed.',
    forbids: ['killed_job_ends'],
  }),
  'skips-idle': about.clause({
    name: 'engine-group/skips-idle',
    says: xe(
      '8533051ce920 (v7.0): with has_deps, idle queues before the first busy one are suspended ' +
        'already when -EAGAIN is returned; reverted by fa7c84726dc2',
    ),
    forbids: ['get_mode_again'],
    adds: [
      {
        name: 'get_mode_again_at_first',
        actor: 'group_exec[i]',
        moves: { 'exec[i]': 'again', modeSem: 'up_write' },
        when: { mode: 'lr', 'lr[?]': ['pushed', 'running', 'faulted'] },
      },
      {
        name: 'get_mode_again_after_idle',
        actor: 'group_exec[i]',
        moves: { 'exec[i]': 'again', modeSem: 'up_write', 'queue[k]': 'suspend' },
        when: { mode: 'lr', 'lr[k]': ['idle', 'ended'], 'lr[?]': ['pushed', 'running', 'faulted'] },
      },
      {
        name: 'suspend_idle',
        actor: 'group_exec[i]',
        moves: { 'exec[i]': 'suspend' },
        also: { 'queue[*]': 'suspend' },
        when: { mode: 'lr', 'exec[i]': 'writes_deps', 'lr[*]': ['idle', 'ended'], 'queue[?]': '!absent' },
      },
      {
        name: 'switch_all_idle',
        actor: 'group_exec[i]',
        moves: { 'exec[i]': 'switched', mode: 'to_dma_fence', modeSem: 'downgrade_write' },
        when: { 'exec[i]': 'suspend_wait', 'lr[*]': ['idle', 'ended'], 'queue[*]': ['suspended', 'absent'] },
      },
    ],
    requires: { switch_to_dma_fence: { 'lr[?]': ['pushed', 'running', 'faulted'] } },
  }),
  'worker-fails': about.clause({
    name: 'engine-group/worker-fails',
    says: xe('hw_engine_group_resume_lr_jobs_func: if (err) return'),
    adds: [
      { name: 'worker_wait_fails', actor: 'user', moves: { worker: 'failed' }, when: { 'fence[?]': 'visible' } },
      { name: 'worker_fails', actor: 'resume_worker', moves: { worker: 'release', modeSem: 'up_write' } },
    ],
  }),
} as const;
