import { chart, state } from './chart.ts';
import { to } from './to.ts';

/**
 * A drm_syncobj.
 * Rule: it may hold no fence; then work may not wait for it, only a thread of userspace may, and only if it says so.
 * Source: drivers/gpu/drm/drm_syncobj.c (drm_syncobj_find_fence, drm_syncobj_replace_fence), v7.0.
 */
export const drmSyncobj = chart('drm_syncobj', 'drivers/gpu/drm/drm_syncobj.c', {
  empty: state('Holds no fence.', 'drm_syncobj_create', {
    replace_fence: to('submitted', 'A job was submitted with it: it holds its fence.', 'drm_syncobj_replace_fence'),
    assign_stub: to('signaled', 'DRM_IOCTL_SYNCOBJ_SIGNAL: it holds a stub.', 'drm_syncobj_assign_null_handle'),
  }),
  submitted: state('Its fence is not signaled.', 'drm_syncobj_replace_fence', {
    dma_fence_signal: to('signaled', 'It is.', 'drm_syncobj_replace_fence'),
  }),
  signaled: state('Its fence is signaled.', 'drm_syncobj_replace_fence', {
    reset: to('empty', 'DRM_IOCTL_SYNCOBJ_RESET.', 'drm_syncobj_reset_ioctl'),
  }),
});

/**
 * A thread of userspace in DRM_IOCTL_SYNCOBJ_WAIT.
 * Rule: without DRM_SYNCOBJ_WAIT_FLAGS_WAIT_FOR_SUBMIT a syncobj without a fence is -EINVAL; with
 * it the thread waits for submit and signal.
 * Source: drivers/gpu/drm/drm_syncobj.c (drm_syncobj_array_wait_timeout), v7.0.
 */
export const syncobjWait = chart('syncobj_wait', 'drivers/gpu/drm/drm_syncobj.c', {
  idle: state('Does not wait.', 'drm_syncobj_array_wait_timeout', {
    'wait=-EINVAL': to('idle', 'There is no fence, and the flag is not set.', 'drm_syncobj_array_wait_timeout'),
    'wait=0': to('idle', 'Signaled already.', 'drm_syncobj_array_wait_timeout'),
    wait: to('waiting', 'For the fence.', 'drm_syncobj_array_wait_timeout'),
    wait_for_submit: to(
      'waiting_for_submit',
      'For a fence to come.',
      'DRM_SYNCOBJ_WAIT_FLAGS_WAIT_FOR_SUBMIT: drm_syncobj_fence_add_wait',
    ),
  }),
  waiting: state(
    'For the fence.',
    'drm_syncobj_array_wait_timeout',
    {
      'woken=0': to('idle', 'It is signaled.', 'syncobj_wait_fence_func'),
      'timeout=-ETIME': to('idle', 'The time is over.', 'drm_syncobj_array_wait_timeout'),
    },
    'waiting for',
  ),
  waiting_for_submit: state(
    'For a fence to come.',
    'drm_syncobj_fence_add_wait',
    {
      submitted: to('waiting', 'It has come.', 'syncobj_wait_syncobj_func'),
      'timeout=-ETIME': to('idle', 'The time is over.', 'drm_syncobj_array_wait_timeout'),
    },
    'waiting for',
  ),
});
