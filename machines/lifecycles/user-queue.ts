import { chart, state } from './chart.ts';
import { members } from './named.ts';
import { slot, type Slot } from './slot.ts';
import { inFile, to } from './to.ts';

const userq = 'drivers/gpu/drm/amd/amdgpu/amdgpu_userq.c';
const eviction = 'drivers/gpu/drm/amd/amdgpu/amdgpu_eviction_fence.c';
const signalIoctl = 'drivers/gpu/drm/amd/amdgpu/amdgpu_userq_fence.c';
const ttmBo = inFile('drivers/gpu/drm/ttm/ttm_bo.c');

/**
 * A queue into which userspace writes without the kernel.
 * Rule: while it is mapped, an eviction fence that is not signaled is in every buffer that it may use.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_userq.h (enum amdgpu_userq_state), v7.1.
 */
export const userQueue = chart('user_queue', userq, {
  mapped: state('The queue is mapped, and the firmware schedules it.', 'amdgpu_userq_map_helper', {
    unmap: to(
      'unmapped',
      'The queue is evicted: it is unmapped, and its state is saved in memory.',
      'amdgpu_userq_evict_all',
    ),
    hw_hang: to('hung', 'The work on the queue hangs, and the kernel is not told.', 'amdgpu_userq_hang_detect_work'),
    reset: to('dead', 'A reset takes the queue off the hardware.', 'amdgpu_userq_pre_reset'),
    free: to('freed', 'The queue is destroyed.', 'amdgpu_userq_destroy'),
  }),
  unmapped: state('The queue is evicted and unmapped.', 'amdgpu_userq_evict_all', {
    map: to('mapped', 'The queue is restored and mapped.', 'amdgpu_userq_restore_all'),
    free: to('freed', 'The queue is destroyed.', 'amdgpu_userq_destroy'),
  }),
  hung: state('The queue hangs on the hardware.', 'amdgpu_userq_hang_detect_work', {
    reset: to('dead', 'The queue is reset, and its fences are force-completed.', 'amdgpu_userq_pre_reset'),
    free: to('freed', 'The queue is destroyed.', 'amdgpu_userq_destroy'),
  }),
  dead: state('The queue is in AMDGPU_USERQ_STATE_HUNG after a reset and never runs again.', 'amdgpu_userq_pre_reset', {
    free: to('freed', 'The queue is destroyed.', 'amdgpu_userq_destroy'),
  }),
  freed: state('The queue does not exist.', 'amdgpu_userq_destroy', {
    create: to('mapped', 'Another queue is created in its place.', 'amdgpu_userq_create'),
  }),
});

/**
 * The detection of hangs of one user queue, a delayed work.
 * Rule: it backs up the last fence of its queue for as long as somebody may wait for that.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_userq.c (amdgpu_userq_hang_detect_work), v7.1.
 */
export const hangDetect = chart('hang_detect_work', userq, {
  idle: state('The hang detection is not queued.', 'amdgpu_userq_create', {
    arm: to(
      'armed',
      'A fence of the queue is pending, and the hang detection is queued.',
      'amdgpu_userq_start_hang_detect_work',
    ),
  }),
  armed: state(
    'The hang detection fires if the fence is still pending after the timeout.',
    'amdgpu_userq_start_hang_detect_work',
    {
      cancel: to(
        'idle',
        'The fence is signaled or the queue is destroyed, and the detection is cancelled.',
        'amdgpu_userq_destroy',
      ),
      fire: to(
        'idle',
        'The fence is still pending after the timeout, and the queue is reset.',
        'amdgpu_userq_hang_detect_work',
      ),
    },
  ),
});

/**
 * The worker that evicts the user queues of a file and signals their eviction fence.
 * Rule: in the signalling section it waits for nothing that waits for the restore.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_eviction_fence.c (amdgpu_eviction_fence_suspend_worker), v7.1.
 */
export const userqSuspend = chart('userq_suspend_work', eviction, {
  idle: state('The eviction worker is not queued.', 'amdgpu_eviction_fence_enable_signaling', {
    queue: to(
      'wants',
      'A thread waits for the eviction fence, which queues the worker.',
      'amdgpu_eviction_fence_enable_signaling',
    ),
  }),
  wants: state('The worker waits for userq_mutex.', 'amdgpu_eviction_fence_suspend_worker', {
    lock: to(
      'waits',
      'The worker takes userq_mutex, and the signalling section begins.',
      'amdgpu_eviction_fence_suspend_worker',
    ),
  }),
  waits: state('The worker waits for the last fence of each queue.', `${userq}: amdgpu_userq_wait_for_signal`, {
    waited: to('unmaps', 'No fence is pending, or the wait has timed out.', `${userq}: amdgpu_userq_evict`),
  }),
  unmaps: state('The worker unmaps the queues.', `${userq}: amdgpu_userq_evict_all`, {
    unmapped: to('signals', 'The queues are unmapped.', `${userq}: amdgpu_userq_evict_all`),
  }),
  signals: state('The worker is about to signal the eviction fence.', 'amdgpu_eviction_fence_suspend_worker', {
    signal: to(
      'unlocks',
      'The worker signals the eviction fence and queues the restore work.',
      'amdgpu_eviction_fence_suspend_worker',
    ),
  }),
  unlocks: state('The worker still holds userq_mutex.', 'amdgpu_eviction_fence_suspend_worker', {
    unlock: to('idle', 'The worker releases userq_mutex.', 'amdgpu_eviction_fence_suspend_worker'),
  }),
});

/**
 * The worker that validates the buffers of a file again and maps its user queues.
 * Rule: a restore that failed is tried again.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_userq.c (amdgpu_userq_restore_worker), v7.1.
 */
export const userqResume = chart('userq_resume_work', userq, {
  idle: state('The restore work is not queued.', 'amdgpu_userq_restore_worker', {
    queue: to(
      'queued',
      'The queues are evicted, and the restore work is queued.',
      `${eviction}: amdgpu_eviction_fence_suspend_worker`,
    ),
  }),
  queued: state('The restore work is queued.', 'amdgpu_userq_restore_worker', {
    run: to('validates', 'The restore worker starts.', 'amdgpu_userq_restore_worker'),
  }),
  validates: state('The worker validates every buffer.', 'amdgpu_userq_vm_validate', {
    lock: to('has_mutex', 'Every buffer is validated, and the worker takes userq_mutex.', 'amdgpu_userq_restore_all'),
    fail: to('failed', 'The validation fails: there is no memory, or a signal came.', 'amdgpu_userq_vm_validate'),
  }),
  failed: state('The restore has failed, and the worker prints an error.', 'amdgpu_userq_restore_worker', {
    again: to(
      'queued',
      'The restore work is queued again.',
      'drivers/gpu/drm/amd/amdkfd/kfd_process.c: restore_process_worker',
    ),
    give_up: to('given_up', 'The worker ends without queueing the restore work again.', 'amdgpu_userq_restore_worker'),
  }),
  given_up: state('The restore work is not queued, and the queues are not mapped.', 'amdgpu_userq_restore_worker', {
    queue: to('queued', 'An ioctl of the process queues the restore work.', 'amdgpu_userq_ensure_ev_fence'),
  }),
  has_mutex: state(
    'The worker holds userq_mutex, arms a new eviction fence and maps the queues.',
    'amdgpu_userq_restore_all',
    {
      map: to('mapped', 'The queues are mapped.', 'amdgpu_userq_restore_all'),
    },
  ),
  mapped: state('The queues are mapped, and the worker still holds userq_mutex.', 'amdgpu_userq_restore_all', {
    unlock: to('idle', 'The worker releases userq_mutex.', 'amdgpu_userq_restore_all'),
  }),
});

/**
 * An ioctl of user queues that makes a fence of what was submitted so far.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_userq_fence.c (amdgpu_userq_signal_ioctl),
 * amdgpu_userq.c (amdgpu_userq_ensure_ev_fence), v7.1.
 */
export const userqSignal = chart('userq_signal_ioctl', signalIoctl, {
  idle: state('There is no call.', 'amdgpu_userq_signal_ioctl', {
    call: to('called', 'The ioctl is called.', 'amdgpu_userq_signal_ioctl'),
  }),
  called: state(
    'The ioctl waits, without userq_mutex, for an eviction fence that is not signaled.',
    `${userq}: amdgpu_userq_ensure_ev_fence`,
    { lock: to('has_mutex', 'The ioctl takes userq_mutex.', `${userq}: amdgpu_userq_ensure_ev_fence`) },
  ),
  has_mutex: state('The ioctl holds userq_mutex and creates the fence.', 'amdgpu_userq_fence_create', {
    make: to('made', 'The fence is created.', 'amdgpu_userq_fence_create'),
    unlock: to('idle', 'The ioctl releases userq_mutex and returns.', 'amdgpu_userq_signal_ioctl'),
    wait: to('waits', 'The ioctl waits for the eviction fence of its own buffers.', ttmBo('ttm_bo_wait_ctx')),
  }),
  made: state('The fence is created, and the ioctl still holds userq_mutex.', 'amdgpu_userq_signal_ioctl', {
    unlock: to('idle', 'The ioctl releases userq_mutex and returns.', 'amdgpu_userq_signal_ioctl'),
  }),
  waits: state('The ioctl waits for the eviction fence and holds userq_mutex.', ttmBo('ttm_bo_wait_ctx'), {
    woken: to('has_mutex', 'The eviction fence is signaled.', ttmBo('ttm_bo_wait_ctx')),
  }),
});

/**
 * An ioctl that destroys a user queue.
 * Rule: it waits for the last fence, and what backs up that fence stays armed until then.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_userq.c (amdgpu_userq_destroy), v7.1.
 */
export const userqFree = chart('userq_destroy', userq, {
  idle: state('There is no call.', 'amdgpu_userq_ioctl', {
    call: to('wants', 'The ioctl is called with AMDGPU_USERQ_OP_FREE.', 'amdgpu_userq_ioctl'),
  }),
  wants: state('The ioctl waits for userq_mutex.', 'amdgpu_userq_destroy', {
    lock: to('waits', 'The ioctl takes userq_mutex.', 'amdgpu_userq_destroy'),
  }),
  waits: state('The ioctl waits for the last fence of the queue.', 'amdgpu_userq_wait_for_last_fence', {
    waited: to('unlocks', 'No fence is pending, and the queue is unmapped.', 'amdgpu_userq_unmap_helper'),
  }),
  unlocks: state('The queue is unmapped, and the ioctl still holds userq_mutex.', 'amdgpu_userq_destroy', {
    unlock: to('idle', 'The ioctl releases userq_mutex.', 'amdgpu_userq_destroy'),
  }),
});

/**
 * userq_mutex of a file: the two workers, an ioctl, or who destroys one of the queues has it.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_userq.h (struct amdgpu_userq_mgr), v7.1.
 */
export const userqMutex = ({ faulting = 0 }: { readonly faulting?: number }): Slot =>
  slot(
    'userq_mutex',
    ['suspend', 'resume', 'ioctl', ...members('free', faulting)],
    'drivers/gpu/drm/amd/amdgpu/amdgpu_userq.h: struct amdgpu_userq_mgr',
    'One thread holds userq_mutex.',
  );
