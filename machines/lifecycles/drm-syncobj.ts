import { chart, state } from './chart.ts';
import { to } from './to.ts';

/**
 * A drm_syncobj.
 * Rule: it may hold no fence; then work may not wait for it, only a thread of userspace may, and only if it says so.
 * Source: drivers/gpu/drm/drm_syncobj.c (drm_syncobj_find_fence, drm_syncobj_replace_fence), v7.0.
 */
export const drmSyncobj = chart('drm_syncobj', 'drivers/gpu/drm/drm_syncobj.c', {
  empty: state('The syncobj holds no fence.', 'drm_syncobj_create', {
    replace_fence: to(
      'submitted',
      "A job is submitted with the syncobj, which now holds the job's fence.",
      'drm_syncobj_replace_fence',
    ),
    assign_stub: to(
      'signaled',
      'DRM_IOCTL_SYNCOBJ_SIGNAL puts a signaled stub fence into the syncobj.',
      'drm_syncobj_assign_null_handle',
    ),
  }),
  submitted: state('The syncobj holds a fence that is not signaled.', 'drm_syncobj_replace_fence', {
    dma_fence_signal: to('signaled', 'The fence in the syncobj is signaled.', 'drm_syncobj_replace_fence'),
  }),
  signaled: state('The syncobj holds a signaled fence.', 'drm_syncobj_replace_fence', {
    reset: to('empty', 'DRM_IOCTL_SYNCOBJ_RESET removes the fence.', 'drm_syncobj_reset_ioctl'),
  }),
});

/**
 * A thread of userspace in DRM_IOCTL_SYNCOBJ_WAIT.
 * Rule: without DRM_SYNCOBJ_WAIT_FLAGS_WAIT_FOR_SUBMIT a syncobj without a fence is -EINVAL; with
 * it the thread waits for submit and signal.
 * Source: drivers/gpu/drm/drm_syncobj.c (drm_syncobj_array_wait_timeout), v7.0.
 */
export const syncobjWait = chart('syncobj_wait', 'drivers/gpu/drm/drm_syncobj.c', {
  idle: state('The thread does not wait.', 'drm_syncobj_array_wait_timeout', {
    'wait=-EINVAL': to(
      'idle',
      'The syncobj holds no fence and WAIT_FOR_SUBMIT is not set: -EINVAL.',
      'drm_syncobj_array_wait_timeout',
    ),
    'wait=0': to(
      'idle',
      'The fence is signaled already, so the wait returns at once.',
      'drm_syncobj_array_wait_timeout',
    ),
    wait: to('waiting', 'The thread begins to wait for the fence.', 'drm_syncobj_array_wait_timeout'),
    wait_for_submit: to(
      'waiting_for_submit',
      'The thread begins to wait until the syncobj holds a fence.',
      'DRM_SYNCOBJ_WAIT_FLAGS_WAIT_FOR_SUBMIT: drm_syncobj_fence_add_wait',
    ),
  }),
  waiting: state(
    'The thread waits for the fence.',
    'drm_syncobj_array_wait_timeout',
    {
      'woken=0': to('idle', 'The fence is signaled and the thread wakes.', 'syncobj_wait_fence_func'),
      'timeout=-ETIME': to('idle', 'The wait times out: -ETIME.', 'drm_syncobj_array_wait_timeout'),
    },
    'waiting for',
  ),
  waiting_for_submit: state(
    'The thread waits until the syncobj holds a fence.',
    'drm_syncobj_fence_add_wait',
    {
      submitted: to(
        'waiting',
        'The syncobj has got a fence, and the thread waits for it.',
        'syncobj_wait_syncobj_func',
      ),
      'timeout=-ETIME': to('idle', 'The wait times out: -ETIME.', 'drm_syncobj_array_wait_timeout'),
    },
    'waiting for',
  ),
});
