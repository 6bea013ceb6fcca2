import { vocabulary } from '../../src/system/vocabulary.ts';
import { dmaBuf, from } from '../words/cites.ts';
import { fencesComplete, futureFences, infiniteDependsOnFinite, shrinkersMayWait } from '../words/sentences.ts';
import { dmaFence } from '../lifecycles/dma-fence.ts';
import { drmSyncobj, syncobjWait } from '../lifecycles/drm-syncobj.ts';
import { cpuThread, promisedWork } from '../lifecycles/indefinite-work.ts';
import { userFence } from '../lifecycles/user-fence.ts';

const drmSyncobjSource = from('drivers/gpu/drm/drm_syncobj.c');
const syncFile = from('drivers/dma-buf/sync_file.c');
const xeSync = from('drivers/gpu/drm/xe/xe_sync.c');

const syncobjC = (says: string) => drmSyncobjSource(says);
const threads = dmaBuf(
  'And not even the page fault problem is new, because some other CPU thread in userspace ' +
    'might hit a page fault which holds up a userspace fence - supporting page faults on ' +
    "GPUs doesn't anything fundamentally new.",
);

export const indefiniteParts = {
  fence: { of: dmaFence },
  work: { of: promisedWork, title: 'work behind the dma_fence' },
  longRunning: { of: promisedWork, title: 'long-running work' },
  userFence: { of: userFence, title: 'userspace fence' },
  thread: { of: cpuThread, title: 'CPU thread' },
} as const;
const v = vocabulary(indefiniteParts);

const steps = v.steps(
  v.step('submit', 'user', {
    moves: { work: 'submit', fence: 'publish' },
    atomic: 'dma_resv',
    cite: syncFile('sync_file_create: of a fence of work that is submitted'),
  }),
  v.step('run', 'scheduler', { moves: { work: 'run' } }),
  v.step('signal', 'signaler', {
    moves: { work: 'end', fence: 'dma_fence_signal' },
    also: { thread: 'mapped' },
    atomic: 'the fence lock',
    cite: fencesComplete,
  }),
  v.step('free', 'user', { moves: { fence: 'dma_fence_init' } }),
  v.step('submit_long_running', 'user', { moves: { longRunning: 'submit' } }),
  // Infinite fences may depend on dma_fences.
  v.step('run_long_running', 'user', {
    moves: { longRunning: 'run' },
    when: { fence: '!visible' },
    cite: infiniteDependsOnFinite,
  }),
  v.step('end_long_running', 'user', { moves: { longRunning: 'end' } }),
  v.step('fault', 'user', { moves: { thread: 'fault' }, cite: threads }),
  v.step('fault_waits', 'reclaim', {
    moves: { thread: 'reclaim' },
    when: { fence: 'visible' },
    cite: shrinkersMayWait,
  }),
  v.step('fault_ends', 'reclaim', { moves: { thread: 'mapped' }, when: { fence: '!visible' }, cite: threads }),
  v.step('user_signals', 'user', {
    moves: { userFence: 'user_signal' },
    when: { thread: 'running' },
    cite: dmaBuf(
      'Userspace fences or gpu futexes, fine-grained locking within a command buffer that ' +
        'userspace uses for synchronization across engines or with the CPU',
    ),
  }),
  v.step('user_resets', 'user', { moves: { userFence: 'reset' } }),
);

/** A dma_fence beside a userspace fence, and a thread that will signal it, unless it takes a page fault first. */
export const indefiniteFences = v.row({
  name: 'indefinite-fences',
  steps,
  promises: [
    { name: 'fence-signals', pending: { fence: 'visible' }, cite: fencesComplete },
    { name: 'fault-ends', pending: { thread: '!running' }, cite: threads },
  ],
});
const about = v.about(steps);
export const indefiniteClauses = {
  waitsForUser: about.clause({
    name: 'indefinite/waits-for-user-fence',
    says: dmaBuf('Userspace fences or gpu futexes ...'),
    about: 'Work with a dma_fence waits for a userspace fence before it runs.',
    requires: { run: { userFence: 'signaled' } },
  }),
  future: about.clause({
    name: 'indefinite/future-fence',
    says: futureFences,
    about: 'A fence is visible for work that is not submitted yet.',
    adds: v.steps(
      v.step('publish_future', 'user', { moves: { fence: 'publish' }, when: { work: 'none' } }),
      v.step('submit_at_last', 'user', { moves: { work: 'submit' }, when: { fence: 'visible' } }),
    ),
  }),
  proxy: about.clause({
    name: 'indefinite/proxy-fence',
    says: dmaBuf('Proxy fences, proposed to handle &drm_syncobj for which the fence has not yet been set.'),
    about: 'A fence stands for another that userspace will set later; a timeout signals it with an error.',
    adds: v.steps(
      v.step('publish_proxy', 'user', { moves: { fence: 'publish' }, when: { work: 'none' } }),
      v.step('proxy_is_set', 'user', { moves: { work: 'submit' }, when: { fence: 'visible' } }),
      v.step('proxy_times_out', 'recovery', {
        moves: { fence: 'dma_fence_signal' },
        also: { thread: 'mapped' },
        when: { work: 'none' },
      }),
    ),
  }),
  outFence: about.clause({
    name: 'indefinite/long-running-out-fence',
    says: xeSync('xe_sync_entry_parse: an out-syncobj in a long-running VM is -EOPNOTSUPP'),
    about: 'The out-syncobj is not refused, so long-running work has a dma_fence that signals its end.',
    adds: v.steps(
      v.step('submit_long_running_with_fence', 'user', {
        moves: { longRunning: 'submit', fence: 'publish' },
        when: { work: 'none' },
      }),
      v.step('signal_long_running', 'user', {
        moves: { longRunning: 'end', fence: 'dma_fence_signal' },
        also: { thread: 'mapped' },
        when: { work: 'none' },
      }),
      v.step('run_with_fence', 'scheduler', {
        moves: { longRunning: 'run' },
        when: { fence: 'visible', work: 'none' },
      }),
    ),
  }),
} as const;

export const syncobjParts = {
  syncobj: { of: drmSyncobj, title: 'drm_syncobj' },
  host: { of: syncobjWait, title: 'thread in the ioctl' },
  work: { of: promisedWork, title: 'work whose fence the syncobj holds' },
  gpuWait: { of: promisedWork, title: 'work that waits for the syncobj' },
  fence: { of: dmaFence, title: 'fence of the work that waits' },
} as const;
const s = vocabulary(syncobjParts);
const syncobjSteps = s.steps(
  s.step('submit', 'user', {
    moves: { work: 'submit', syncobj: 'replace_fence' },
    cite: syncobjC('drm_syncobj_replace_fence'),
  }),
  s.step('run', 'scheduler', { moves: { work: 'run' } }),
  s.step('signal', 'signaler', { moves: { work: 'end', syncobj: 'dma_fence_signal' } }),
  s.step('syncobj_signal', 'user', { moves: { syncobj: 'assign_stub' }, cite: syncobjC('drm_syncobj_signal_ioctl') }),
  s.step('syncobj_reset', 'user', {
    moves: { syncobj: 'reset' },
    when: { gpuWait: 'none', host: 'idle' },
    cite: syncobjC('drm_syncobj_reset_ioctl'),
  }),
  s.step('wait_refused', 'user', {
    moves: { host: 'wait=-EINVAL' },
    when: { syncobj: 'empty' },
    cite: syncobjC('drm_syncobj_array_wait_timeout: -EINVAL without a fence'),
  }),
  s.step('wait', 'user', { moves: { host: 'wait' }, when: { syncobj: 'submitted' } }),
  s.step('wait_signaled', 'user', { moves: { host: 'wait=0' }, when: { syncobj: 'signaled' } }),
  s.step('wait_for_submit', 'user', {
    moves: { host: 'wait_for_submit' },
    when: { syncobj: 'empty' },
    cite: syncobjC('DRM_SYNCOBJ_WAIT_FLAGS_WAIT_FOR_SUBMIT'),
  }),
  s.step('wait_sees_submit', 'waiter', { moves: { host: 'submitted' }, when: { syncobj: '!empty' } }),
  s.step('wait_ends', 'waiter', { moves: { host: 'woken=0' }, when: { syncobj: 'signaled' } }),
  s.step('wait_times_out', 'user', { moves: { host: 'timeout=-ETIME' }, when: { syncobj: '!signaled' } }),
  s.step('gpu_wait', 'user', {
    moves: { gpuWait: 'submit', fence: 'publish' },
    cite: syncobjC('drm_syncobj_find_fence'),
  }),
  s.step('gpu_runs', 'scheduler', { moves: { gpuWait: 'run' }, when: { syncobj: 'signaled' } }),
  s.step('gpu_signals', 'signaler', { moves: { gpuWait: 'end', fence: 'dma_fence_signal' } }),
  s.step('free', 'user', { moves: { fence: 'dma_fence_init' } }),
);

/** A syncobj that may hold no fence: who may wait for it. */
export const syncobjs = s.row({
  name: 'drm-syncobj',
  steps: syncobjSteps,
  promises: [
    { name: 'fence-signals', pending: { fence: 'visible' }, cite: fencesComplete },
    { name: 'wait-ends', pending: { host: 'waiting' }, cite: syncobjC('drm_syncobj_array_wait_timeout') },
  ],
});
export const syncobjClauses = {
  needsFence: s.about(syncobjSteps).clause({
    name: 'syncobj/work-needs-a-fence',
    says: syncobjC('drm_syncobj_find_fence: -EINVAL where it holds no fence'),
    about: 'Work that would wait for a syncobj without a fence is refused when it is submitted.',
    requires: { gpu_wait: { syncobj: '!empty' } },
  }),
} as const;
