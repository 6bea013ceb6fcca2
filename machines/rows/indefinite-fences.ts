import { vocabulary } from '../../src/system/vocabulary.ts';
import { contract, dmaBuf, source } from '../words/cites.ts';
import { dmaFence } from '../lifecycles/dma-fence.ts';
import { drmSyncobj, syncobjWait } from '../lifecycles/drm-syncobj.ts';
import { cpuThread, promisedWork } from '../lifecycles/indefinite-work.ts';
import { userFence } from '../lifecycles/user-fence.ts';

const syncobjC = (says: string) => source('drivers/gpu/drm/drm_syncobj.c', says);
const threads = dmaBuf('And not even the page fault problem is new, because some other CPU thread in userspace might hit a page fault which holds up a userspace fence - supporting page faults on GPUs doesn\'t anything fundamentally new.');

export const indefiniteParts = {
  fence: { of: dmaFence },
  work: { of: promisedWork, title: 'work behind the dma_fence' },
  longRunning: { of: promisedWork, title: 'long-running work' },
  userFence: { of: userFence, title: 'userspace fence' },
  thread: { of: cpuThread, title: 'CPU thread' },
} as const;
const v = vocabulary(indefiniteParts);

const steps = v.steps(
  { name: 'submit', actor: 'user', moves: { work: 'submit', fence: 'publish' }, atomic: 'dma_resv', cite: source('drivers/dma-buf/sync_file.c', 'sync_file_create: of a fence of work that is submitted') },
  { name: 'run', actor: 'scheduler', moves: { work: 'run' } },
  { name: 'signal', actor: 'signaler', moves: { work: 'end', fence: 'dma_fence_signal' }, also: { thread: 'mapped' }, atomic: 'the fence lock', cite: contract('Fences must complete in a reasonable time.') },
  { name: 'free', actor: 'user', moves: { fence: 'dma_fence_init' } },
  { name: 'submit_long_running', actor: 'user', moves: { longRunning: 'submit' } },
  // Infinite fences may depend on dma_fences.
  { name: 'run_long_running', actor: 'user', moves: { longRunning: 'run' }, when: { fence: '!visible' }, cite: dmaBuf('Infinite fences from compute workloads are allowed to depend on DMA fences, but not the other way around.') },
  { name: 'end_long_running', actor: 'user', moves: { longRunning: 'end' } },
  { name: 'fault', actor: 'user', moves: { thread: 'fault' }, cite: threads },
  { name: 'fault_waits', actor: 'reclaim', moves: { thread: 'reclaim' }, when: { fence: 'visible' }, cite: contract('Drivers are allowed to call dma_fence_wait() from their shrinker callbacks.') },
  { name: 'fault_ends', actor: 'reclaim', moves: { thread: 'mapped' }, when: { fence: '!visible' }, cite: threads },
  { name: 'user_signals', actor: 'user', moves: { userFence: 'user_signal' }, when: { thread: 'running' }, cite: dmaBuf('Userspace fences or gpu futexes, fine-grained locking within a command buffer that userspace uses for synchronization across engines or with the CPU') },
  { name: 'user_resets', actor: 'user', moves: { userFence: 'reset' } },
);

/** A dma_fence beside a userspace fence, and a thread that will signal it, unless it takes a page fault first. */
export const indefiniteFences = v.row({
  name: 'indefinite-fences',
  steps,
  promises: [
    { name: 'fence-signals', pending: { fence: 'visible' }, cite: contract('Fences must complete in a reasonable time.') },
    { name: 'fault-ends', pending: { thread: '!running' }, cite: threads },
  ],
});
const about = v.about(steps);
export const indefiniteClauses = {
  waitsForUser: about.clause({
    name: 'indefinite/waits-for-user-fence', says: dmaBuf('Userspace fences or gpu futexes ...'), about: 'Work with a dma_fence waits for a userspace fence before it runs.',
    requires: { run: { userFence: 'signaled' } },
  }),
  future: about.clause({
    name: 'indefinite/future-fence', says: dmaBuf('Future fences, used in HWC1 to signal when a buffer isn\'t used by the display any longer, and created with the screen update that makes the buffer visible.'),
    about: 'A fence is visible for work that is not submitted yet.', adds: v.steps({ name: 'publish_future', actor: 'user', moves: { fence: 'publish' }, when: { work: 'none' } }, { name: 'submit_at_last', actor: 'user', moves: { work: 'submit' }, when: { fence: 'visible' } }),
  }),
  proxy: about.clause({
    name: 'indefinite/proxy-fence', says: dmaBuf('Proxy fences, proposed to handle &drm_syncobj for which the fence has not yet been set.'),
    about: 'A fence stands for another that userspace will set later; a timeout signals it with an error.',
    adds: v.steps({ name: 'publish_proxy', actor: 'user', moves: { fence: 'publish' }, when: { work: 'none' } }, { name: 'proxy_is_set', actor: 'user', moves: { work: 'submit' }, when: { fence: 'visible' } }, { name: 'proxy_times_out', actor: 'recovery', moves: { fence: 'dma_fence_signal' }, also: { thread: 'mapped' }, when: { work: 'none' } }),
  }),
  outFence: about.clause({
    name: 'indefinite/long-running-out-fence', says: source('drivers/gpu/drm/xe/xe_sync.c', 'xe_sync_entry_parse: an out-syncobj in a long-running VM is -EOPNOTSUPP'), about: 'It is not refused: long-running work has a dma_fence at its end.',
    adds: v.steps({ name: 'submit_long_running_with_fence', actor: 'user', moves: { longRunning: 'submit', fence: 'publish' }, when: { work: 'none' } }, { name: 'signal_long_running', actor: 'user', moves: { longRunning: 'end', fence: 'dma_fence_signal' }, also: { thread: 'mapped' }, when: { work: 'none' } }, { name: 'run_with_fence', actor: 'scheduler', moves: { longRunning: 'run' }, when: { fence: 'visible', work: 'none' } }),
  }),
} as const;

export const syncobjParts = {
  syncobj: { of: drmSyncobj, title: 'drm_syncobj' },
  host: { of: syncobjWait, title: 'thread in the ioctl' },
  work: { of: promisedWork, title: 'work that the syncobj is for' },
  gpuWait: { of: promisedWork, title: 'work that waits for the syncobj' },
  fence: { of: dmaFence, title: 'fence of the work that waits' },
} as const;
const s = vocabulary(syncobjParts);
const syncobjSteps = s.steps(
  { name: 'submit', actor: 'user', moves: { work: 'submit', syncobj: 'replace_fence' }, cite: syncobjC('drm_syncobj_replace_fence') },
  { name: 'run', actor: 'scheduler', moves: { work: 'run' } },
  { name: 'signal', actor: 'signaler', moves: { work: 'end', syncobj: 'dma_fence_signal' } },
  { name: 'syncobj_signal', actor: 'user', moves: { syncobj: 'assign_stub' }, cite: syncobjC('drm_syncobj_signal_ioctl') },
  { name: 'syncobj_reset', actor: 'user', moves: { syncobj: 'reset' }, when: { gpuWait: 'none', host: 'idle' }, cite: syncobjC('drm_syncobj_reset_ioctl') },
  { name: 'wait_refused', actor: 'user', moves: { host: 'wait=-EINVAL' }, when: { syncobj: 'empty' }, cite: syncobjC('drm_syncobj_array_wait_timeout: -EINVAL without a fence') },
  { name: 'wait', actor: 'user', moves: { host: 'wait' }, when: { syncobj: 'submitted' } },
  { name: 'wait_signaled', actor: 'user', moves: { host: 'wait=0' }, when: { syncobj: 'signaled' } },
  { name: 'wait_for_submit', actor: 'user', moves: { host: 'wait_for_submit' }, when: { syncobj: 'empty' }, cite: syncobjC('DRM_SYNCOBJ_WAIT_FLAGS_WAIT_FOR_SUBMIT') },
  { name: 'wait_sees_submit', actor: 'waiter', moves: { host: 'submitted' }, when: { syncobj: '!empty' } },
  { name: 'wait_ends', actor: 'waiter', moves: { host: 'woken=0' }, when: { syncobj: 'signaled' } },
  { name: 'wait_times_out', actor: 'user', moves: { host: 'timeout=-ETIME' }, when: { syncobj: '!signaled' } },
  { name: 'gpu_wait', actor: 'user', moves: { gpuWait: 'submit', fence: 'publish' }, cite: syncobjC('drm_syncobj_find_fence') },
  { name: 'gpu_runs', actor: 'scheduler', moves: { gpuWait: 'run' }, when: { syncobj: 'signaled' } },
  { name: 'gpu_signals', actor: 'signaler', moves: { gpuWait: 'end', fence: 'dma_fence_signal' } },
  { name: 'free', actor: 'user', moves: { fence: 'dma_fence_init' } },
);

/** A syncobj that may hold no fence: who may wait for it. */
export const syncobjs = s.row({
  name: 'drm-syncobj',
  steps: syncobjSteps,
  promises: [
    { name: 'fence-signals', pending: { fence: 'visible' }, cite: contract('Fences must complete in a reasonable time.') },
    { name: 'wait-ends', pending: { host: 'waiting' }, cite: syncobjC('drm_syncobj_array_wait_timeout') },
  ],
});
export const syncobjClauses = {
  needsFence: s.about(syncobjSteps).clause({
    name: 'syncobj/work-needs-a-fence', says: syncobjC('drm_syncobj_find_fence: -EINVAL where it holds no fence'), about: 'Work that would wait for a syncobj without a fence is refused when it is submitted.',
    requires: { gpu_wait: { syncobj: '!empty' } },
  }),
} as const;
