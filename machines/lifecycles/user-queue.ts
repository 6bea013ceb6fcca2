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
  mapped: state('The firmware schedules it.', 'amdgpu_userq_map_helper', {
    unmap: to('unmapped', 'Evicted: off the hardware, its state is in memory.', 'amdgpu_userq_evict_all'),
    hw_hang: to('hung', 'What it runs never ends, and nobody was told.', 'amdgpu_userq_hang_detect_work'),
    reset: to('dead', 'A reset has taken it off.', 'amdgpu_userq_pre_reset'),
    free: to('freed', 'Destroyed.', 'amdgpu_userq_destroy'),
  }),
  unmapped: state('Evicted.', 'amdgpu_userq_evict_all', {
    map: to('mapped', 'Restored.', 'amdgpu_userq_restore_all'),
    free: to('freed', 'Destroyed.', 'amdgpu_userq_destroy'),
  }),
  hung: state('On the hardware for ever.', 'amdgpu_userq_hang_detect_work', {
    reset: to('dead', 'Reset; its fences are completed by force.', 'amdgpu_userq_pre_reset'),
    free: to('freed', 'Destroyed.', 'amdgpu_userq_destroy'),
  }),
  dead: state('AMDGPU_USERQ_STATE_HUNG after a reset: it never runs again.', 'amdgpu_userq_pre_reset', {
    free: to('freed', 'Destroyed.', 'amdgpu_userq_destroy'),
  }),
  freed: state('Not there.', 'amdgpu_userq_destroy', {
    create: to('mapped', 'Another is made in its place.', 'amdgpu_userq_create'),
  }),
});

/**
 * The detection of hangs of one user queue, a delayed work.
 * Rule: it backs up the last fence of its queue for as long as somebody may wait for that.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_userq.c (amdgpu_userq_hang_detect_work), v7.1.
 */
export const hangDetect = chart('hang_detect_work', userq, {
  idle: state('Not queued.', 'amdgpu_userq_create', {
    arm: to('armed', 'A fence of the queue is pending.', 'amdgpu_userq_start_hang_detect_work'),
  }),
  armed: state('Fires if the fence is pending after the timeout.', 'amdgpu_userq_start_hang_detect_work', {
    cancel: to('idle', 'The fence is signaled, or the queue is destroyed.', 'amdgpu_userq_destroy'),
    fire: to('idle', 'The fence is still pending: a reset.', 'amdgpu_userq_hang_detect_work'),
  }),
});

/**
 * The worker that evicts the user queues of a file and signals their eviction fence.
 * Rule: in the signalling section it waits for nothing that waits for the restore.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_eviction_fence.c (amdgpu_eviction_fence_suspend_worker), v7.1.
 */
export const userqSuspend = chart('userq_suspend_work', eviction, {
  idle: state('Not queued.', 'amdgpu_eviction_fence_enable_signaling', {
    queue: to('wants', 'Somebody waits for the fence.', 'amdgpu_eviction_fence_enable_signaling'),
  }),
  wants: state('Wants userq_mutex.', 'amdgpu_eviction_fence_suspend_worker', {
    lock: to('waits', 'Has it; the signalling section begins.', 'amdgpu_eviction_fence_suspend_worker'),
  }),
  waits: state('Waits for the last fence of each queue.', `${userq}: amdgpu_userq_wait_for_signal`, {
    waited: to('unmaps', 'No fence is pending, or it has waited long enough.', `${userq}: amdgpu_userq_evict`),
  }),
  unmaps: state('Takes the queues off the hardware.', `${userq}: amdgpu_userq_evict_all`, {
    unmapped: to('signals', 'They are off.', `${userq}: amdgpu_userq_evict_all`),
  }),
  signals: state('Signals the fence.', 'amdgpu_eviction_fence_suspend_worker', {
    signal: to('unlocks', 'Signaled; the restore is queued.', 'amdgpu_eviction_fence_suspend_worker'),
  }),
  unlocks: state('Has the mutex.', 'amdgpu_eviction_fence_suspend_worker', {
    unlock: to('idle', 'Given back.', 'amdgpu_eviction_fence_suspend_worker'),
  }),
});

/**
 * The worker that validates the buffers of a file again and maps its user queues.
 * Rule: a restore that failed is tried again.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_userq.c (amdgpu_userq_restore_worker), v7.1.
 */
export const userqResume = chart('userq_resume_work', userq, {
  idle: state('Not queued.', 'amdgpu_userq_restore_worker', {
    queue: to('queued', 'The queues are evicted.', `${eviction}: amdgpu_eviction_fence_suspend_worker`),
  }),
  queued: state('Will run.', 'amdgpu_userq_restore_worker', {
    run: to('validates', 'Begins.', 'amdgpu_userq_restore_worker'),
  }),
  validates: state('Gets memory for every buffer.', 'amdgpu_userq_vm_validate', {
    lock: to('has_mutex', 'All are there.', 'amdgpu_userq_restore_all'),
    fail: to('failed', 'No memory, or a signal.', 'amdgpu_userq_vm_validate'),
  }),
  failed: state('Prints a line.', 'amdgpu_userq_restore_worker', {
    again: to('queued', 'Queued again.', 'drivers/gpu/drm/amd/amdkfd/kfd_process.c: restore_process_worker'),
    give_up: to('given_up', 'Just ends.', 'amdgpu_userq_restore_worker'),
  }),
  given_up: state('Not queued, and the queues are not mapped.', 'amdgpu_userq_restore_worker', {
    queue: to('queued', 'An ioctl of the process asks for it.', 'amdgpu_userq_ensure_ev_fence'),
  }),
  has_mutex: state('Arms a new fence and maps the queues.', 'amdgpu_userq_restore_all', {
    map: to('mapped', 'They are mapped.', 'amdgpu_userq_restore_all'),
  }),
  mapped: state('Has the mutex.', 'amdgpu_userq_restore_all', {
    unlock: to('idle', 'Given back.', 'amdgpu_userq_restore_all'),
  }),
});

/**
 * An ioctl of user queues that makes a fence of what was submitted so far.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_userq_fence.c (amdgpu_userq_signal_ioctl),
 * amdgpu_userq.c (amdgpu_userq_ensure_ev_fence), v7.1.
 */
export const userqSignal = chart('userq_signal_ioctl', signalIoctl, {
  idle: state('No call.', 'amdgpu_userq_signal_ioctl', { call: to('called', 'Called.', 'amdgpu_userq_signal_ioctl') }),
  called: state(
    'Waits, without the mutex, until there is an eviction fence that is not signaled.',
    `${userq}: amdgpu_userq_ensure_ev_fence`,
    { lock: to('has_mutex', 'Has userq_mutex.', `${userq}: amdgpu_userq_ensure_ev_fence`) },
  ),
  has_mutex: state('Makes the fence.', 'amdgpu_userq_fence_create', {
    make: to('made', 'It is there.', 'amdgpu_userq_fence_create'),
    unlock: to('idle', 'Done.', 'amdgpu_userq_signal_ioctl'),
    wait: to('waits', 'Waits for the eviction fence of its own buffers.', ttmBo('ttm_bo_wait_ctx')),
  }),
  made: state('Has the mutex.', 'amdgpu_userq_signal_ioctl', {
    unlock: to('idle', 'Done.', 'amdgpu_userq_signal_ioctl'),
  }),
  waits: state('Waits, and has the mutex.', ttmBo('ttm_bo_wait_ctx'), {
    woken: to('has_mutex', 'It is signaled.', ttmBo('ttm_bo_wait_ctx')),
  }),
});

/**
 * An ioctl that destroys a user queue.
 * Rule: it waits for the last fence, and what backs up that fence stays armed until then.
 * Source: drivers/gpu/drm/amd/amdgpu/amdgpu_userq.c (amdgpu_userq_destroy), v7.1.
 */
export const userqFree = chart('userq_destroy', userq, {
  idle: state('No call.', 'amdgpu_userq_ioctl', {
    call: to('wants', 'AMDGPU_USERQ_OP_FREE.', 'amdgpu_userq_ioctl'),
  }),
  wants: state('Wants userq_mutex.', 'amdgpu_userq_destroy', {
    lock: to('waits', 'Has it.', 'amdgpu_userq_destroy'),
  }),
  waits: state('Waits for the last fence.', 'amdgpu_userq_wait_for_last_fence', {
    waited: to('unlocks', 'No fence is pending: the queue is unmapped.', 'amdgpu_userq_unmap_helper'),
  }),
  unlocks: state('Has the mutex.', 'amdgpu_userq_destroy', {
    unlock: to('idle', 'Given back.', 'amdgpu_userq_destroy'),
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
    'One thread has it.',
  );
