/* oxlint-disable max-lines-per-function -- a row is one table of steps: data of one shape, nothing is decided in it */
import { vocabulary } from '../../src/system/vocabulary.ts';
import { contract, from } from '../words/cites.ts';
import { fencesComplete } from '../words/sentences.ts';
import { deadline } from '../lifecycles/deadline.ts';
import { dmaFenceCb } from '../lifecycles/dma-fence-cb.ts';
import { fullFences, type Kernel } from '../lifecycles/dma-fence-in-full.ts';
import { fenceUnion } from '../lifecycles/fence-union.ts';
import { fenceWait } from '../lifecycles/fence-wait.ts';
import { resetHandler } from '../lifecycles/reset-handler.ts';
import { signalCall } from '../lifecycles/signal-call.ts';
import { warning } from '../lifecycles/warning.ts';

const dmaFence = from('drivers/dma-buf/dma-fence.c');
const dmaFenceHeader = from('include/linux/dma-fence.h');
const gpuScheduler = from('include/drm/gpu_scheduler.h');

const fenceC = (says: string) => dmaFence(says);
const fenceH = (says: string) => dmaFenceHeader(says);

/** One fence in full: who adds callbacks, who waits, who signals, and what they step on if they are not careful. */
export const fenceParts = (kernel: Kernel) =>
  ({
    fence: { of: fullFences[kernel] },
    union: { of: fenceUnion, title: 'union of cb_list and timestamp' },
    cb: { of: dmaFenceCb, family: 'callbacks', title: 'callback' },
    signaler: { of: signalCall, family: 'signalers', title: 'call of dma_fence_signal' },
    waiter: { of: fenceWait, title: 'waiting thread' },
    handler: { of: resetHandler, title: 'reset handler' },
    deadline: { of: deadline },
    warning: { of: warning, title: 'WARN' },
  }) as const;

/** The fence lock is free: nobody walks the callbacks. */
const unlocked = { 'signaler[*]': '!walking' } as const;
const walked = ['unused', 'looking', 'queued', 'called', 'removed', 'refused', 'used_after_free'] as const;
/** No callback is on a list. */
const settled = ['unused', 'called', 'removed', 'refused'] as const;

/** @param kernel whose answers it gives */
export function fenceRow(kernel: Kernel = 'v7.0') {
  const v = vocabulary(fenceParts(kernel));
  const again = kernel === 'v6.18' ? ('dma_fence_signal=-EINVAL' as const) : ('dma_fence_signal=void' as const);
  const steps = v.steps(
    v.step('init', 'driver', {
      moves: { fence: 'dma_fence_init' },
      when: { fence: 'uninitialised' },
      cite: fenceC('dma_fence_init: one reference, no error, no callbacks'),
    }),
    v.step('publish', 'driver', {
      moves: { fence: 'publish' },
      atomic: 'dma_resv',
      cite: contract('... from the point where a fence is accessible to other threads ...'),
    }),
    v.step('enable_signaling', 'user', {
      moves: { fence: 'dma_fence_enable_sw_signaling' },
      when: unlocked,
      atomic: 'the fence lock',
      cite: fenceC('dma_fence_enable_sw_signaling: set once, never cleared'),
    }),
    v.step('enable_signaling_finds_done', 'user', {
      moves: { 'signaler[i]': 'begin', fence: 'enable_signaling=false', union: 'stamp' },
      also: { 'cb[*]': 'splice' },
      when: { ...unlocked, fence: ['unsignaled.unpublished.idle', 'unsignaled.visible.idle'] },
      atomic: 'the fence lock',
      cite: fenceC('__dma_fence_enable_signaling: where the operation returns false the core signals'),
    }),
    v.step('add_callback', 'user', {
      moves: { 'cb[k]': 'dma_fence_add_callback', fence: 'dma_fence_add_callback', union: 'add' },
      when: { 'cb[k]': 'unused', ...unlocked },
      atomic: 'the fence lock',
      cite: fenceC('dma_fence_add_callback: returns 0'),
    }),
    v.step('refuse_callback', 'adder', {
      moves: { 'cb[k]': 'dma_fence_add_callback=-ENOENT', fence: 'dma_fence_add_callback=-ENOENT' },
      when: unlocked,
      atomic: 'the fence lock',
      cite: fenceC('dma_fence_add_callback: -ENOENT if the fence is already signaled'),
    }),
    v.step('look', 'user', {
      moves: { 'cb[k]': 'look' },
      when: { fence: 'unsignaled' },
      cite: fenceC('dma_fence_add_callback: the bit is tested before the lock is taken'),
    }),
    v.step('add_looked', 'adder', {
      moves: { 'cb[k]': 'dma_fence_add_callback', union: 'add' },
      also: { fence: 'dma_fence_add_callback' },
      when: { 'cb[k]': 'looking', ...unlocked },
      atomic: 'the fence lock',
      cite: fenceC('dma_fence_add_callback: and again under the lock'),
    }),
    v.step('remove_callback', 'user', {
      moves: { 'cb[k]': 'dma_fence_remove_callback=true' },
      cite: fenceC('dma_fence_remove_callback: true if it was still queued'),
    }),
    v.step('remove_callback_late', 'user', {
      moves: { 'cb[k]': 'dma_fence_remove_callback=false' },
      cite: fenceC('dma_fence_remove_callback: false if the fence has already been signaled'),
    }),
    v.step('signal', 'signaler[i]', {
      moves: { 'signaler[i]': 'begin', fence: 'dma_fence_signal', union: 'stamp' },
      also: { 'cb[*]': 'splice' },
      when: { ...unlocked, 'signaler[i]': 'idle' },
      atomic: 'the fence lock',
      cite: fenceC('dma_fence_signal_timestamp_locked: test_and_set_bit(DMA_FENCE_FLAG_SIGNALED_BIT)'),
    }),
    v.step('signal_again', 'signaler[i]', {
      moves: { 'signaler[i]': 'lose', fence: again },
      when: unlocked,
      atomic: 'the fence lock',
      cite: fenceC('dma_fence_signal: it will only be effective the first time'),
    }),
    v.step('test', 'signaler[i]', {
      moves: { 'signaler[i]': 'test' },
      when: { fence: 'unsignaled', ...unlocked },
      cite: fenceC('dma_fence_signal_timestamp_locked: the bit'),
    }),
    v.step('signal_tested', 'signaler[i]', {
      moves: { 'signaler[i]': 'begin', union: 'stamp' },
      also: { fence: 'dma_fence_signal', 'cb[*]': 'splice' },
      when: { ...unlocked, 'signaler[i]': 'tested' },
      atomic: 'the fence lock',
      cite: fenceC('dma_fence_signal_timestamp_locked: the bit'),
    }),
    v.step('opportunistic_signal', 'user', {
      moves: { 'signaler[i]': 'begin', fence: 'dma_fence_is_signaled=signals', union: 'stamp' },
      also: { 'cb[*]': 'splice' },
      when: unlocked,
      atomic: 'the fence lock',
      cite: fenceH('dma_fence_is_signaled: if ops->signaled() says so it is signaled'),
    }),
    v.step('pick', 'walker', {
      moves: { 'cb[k]': 'pick' },
      when: { 'signaler[?]': 'walking' },
      cite: fenceC('dma_fence_signal_timestamp_locked: list_for_each_entry_safe'),
    }),
    v.step('run_callback', 'walker', {
      moves: { 'cb[k]': 'run' },
      cite: fenceC('dma_fence_signal_timestamp_locked: cur->func(fence, cur)'),
    }),
    v.step('signal_ends', 'signaler[i]', {
      moves: { 'signaler[i]': 'end' },
      when: { 'cb[*]': walked },
      cite: fenceC('dma_fence_signal: the lock is given back'),
    }),
    v.step('wait', 'user', {
      moves: { waiter: 'wait', fence: 'dma_fence_wait' },
      when: unlocked,
      atomic: 'the fence lock',
      cite: fenceC('dma_fence_wait_timeout: enables signaling and sleeps'),
    }),
    v.step('wait_no_time', 'user', {
      moves: { waiter: 'wait=0', fence: 'dma_fence_wait_timeout=0' },
      when: unlocked,
      atomic: 'the fence lock',
      cite: fenceC('dma_fence_default_wait: with no time to wait it tests the bit'),
    }),
    v.step('wait_signaled', 'user', {
      moves: { waiter: 'wait=1', fence: 'dma_fence_wait_timeout=1' },
      cite: fenceC('dma_fence_default_wait: 1 if it is signaled and there was no time'),
    }),
    v.step('wait_ends', 'waker', {
      moves: { waiter: 'woken' },
      when: { fence: 'signaled' },
      cite: fenceC('dma_fence_default_wait_cb: wake_up_state(wait->task, TASK_NORMAL)'),
    }),
    v.step('wait_times_out', 'user', {
      moves: { waiter: 'timeout' },
      when: { fence: 'unsignaled' },
      cite: fenceC('dma_fence_default_wait: schedule_timeout'),
    }),
    v.step('wait_again', 'user', { moves: { waiter: 'again' } }),
    v.step('handler_decides', 'user', {
      moves: { handler: 'decide' },
      when: { fence: 'unsignaled' },
      cite: gpuScheduler('timedout_job'),
    }),
    v.step('handler_sets_error', 'handler', {
      moves: { handler: 'set_error', fence: 'dma_fence_set_error' },
      when: unlocked,
      cite: fenceH('dma_fence_set_error: before the fence is signaled'),
    }),
    v.step('handler_sets_error_late', 'handler', {
      moves: { handler: 'set_error', fence: 'dma_fence_set_error=WARN', warning: 'warn' },
      when: unlocked,
      cite: fenceH('dma_fence_set_error: WARN_ON(test_bit(DMA_FENCE_FLAG_SIGNALED_BIT))'),
    }),
    v.step('handler_gives_up', 'handler', {
      moves: { handler: 'give_up' },
      when: { fence: 'signaled' },
      cite: fenceH('dma_fence_set_error: before the fence is signaled'),
    }),
    v.step('set_deadline', 'user', {
      moves: { deadline: 'dma_fence_set_deadline' },
      when: { fence: 'unsignaled', deadline: 'none' },
      cite: fenceC('dma_fence_set_deadline: a hint'),
    }),
    v.step('release', 'user', {
      moves: { fence: 'dma_fence_release', union: 'free' },
      when: { 'cb[*]': settled, 'signaler[*]': ['idle', 'done'], waiter: '!waiting', handler: '!decided' },
      cite: fenceC('dma_fence_release: the last reference'),
    }),
    v.step('release_early', 'user', {
      moves: { 'signaler[i]': 'begin', fence: 'dma_fence_release=WARN', union: 'stamp', warning: 'warn' },
      also: { 'cb[*]': 'splice' },
      when: { ...unlocked, 'cb[?]': 'queued' },
      cite: fenceC('dma_fence_release: Fence released with pending signals!'),
    }),
  );
  const row = v.row({
    name: 'fence',
    steps,
    promises: [
      { name: 'fence-signals', pending: { fence: 'unsignaled.visible' }, cite: fencesComplete },
      {
        name: 'callback-answered',
        pending: { 'cb[k]': ['looking', 'queued', 'spliced', 'picked'] },
        cite: fenceC('dma_fence_add_callback: it is called, or -ENOENT'),
      },
      {
        name: 'wait-ends',
        pending: { waiter: 'waiting' },
        cite: fenceC('dma_fence_wait_timeout: sleep until the fence gets signaled'),
      },
    ],
    invariants: [
      {
        name: 'union-in-turn',
        never: { union: 'corrupt' },
        cite: fenceH('struct dma_fence: a union of cb_list, timestamp and rcu'),
      },
      {
        name: 'no-use-after-free',
        never: { 'cb[k]': 'used_after_free' },
        cite: fenceC('dma_fence_remove_callback: after it returns the callback does not run'),
      },
      { name: 'no-warning', never: { warning: 'warned' }, cite: fenceC('WARN_ON') },
    ],
  });
  const about = v.about(steps);
  const clauses = {
    signalOnce: about.clause({
      name: 'fence/signal-once',
      says: fenceC(
        'dma_fence_signal: since a fence can only go from the unsignaled to the signaled state ' +
          'and not back, it will only be effective the first time',
      ),
      about: 'The bit is tested and set in one step.',
      forbids: ['test', 'signal_tested'],
    }),
    checkedUnderLock: about.clause({
      name: 'fence/add-checks-under-lock',
      says: fenceC(
        'dma_fence_add_callback: if the fence is already signaled, this function will return ' +
          '-ENOENT (and *not* call the callback)',
      ),
      about: 'The bit that the fast path has read is read again under the lock.',
      requires: { add_looked: { fence: 'unsignaled' } },
    }),
    removedUnderLock: about.clause({
      name: 'fence/remove-takes-lock',
      says: fenceC('dma_fence_remove_callback: it takes the fence lock, so it waits for callbacks that run'),
      requires: { remove_callback: unlocked, remove_callback_late: unlocked },
    }),
    errorBeforeSignal: about.clause({
      name: 'fence/error-before-signal',
      says: fenceH('dma_fence_set_error: the error must be set before the fence is signaled'),
      about: 'The handler checks again in the step that sets the error.',
      forbids: ['handler_sets_error_late'],
    }),
    creatorKeepsReference: about.clause({
      name: 'fence/creator-keeps-reference',
      says: fenceC(
        'dma_fence_add_callback: the creator of the fence is required to keep the fence alive ' +
          'until after it signals with dma_fence_signal',
      ),
      forbids: ['release_early'],
    }),
    needsDeadline: about.clause({
      name: 'fence/needs-a-deadline',
      says: fenceC('dma_fence_set_deadline: inform the fence signaler of an upcoming deadline'),
      about: 'The driver starts the work only after a deadline is set.',
      requires: { signal: { deadline: 'set' } },
      forbids: ['opportunistic_signal', 'enable_signaling_finds_done', 'signal_tested'],
    }),
    onlyWhenEnabled: about.clause({
      name: 'fence/signals-only-when-enabled',
      says: fenceH('dma_fence_is_signaled: if signaling was not enabled it is not guaranteed to ever become true'),
      about: 'The driver enables no interrupt until it is asked to, and its ops->signaled never returns true.',
      requires: { signal: { fence: ['unsignaled.unpublished.enabled', 'unsignaled.visible.enabled'] } },
      forbids: ['opportunistic_signal', 'enable_signaling_finds_done', 'signal_tested'],
    }),
    enabledBySomebody: about.clause({
      name: 'fence/published-enabled',
      says: fenceC('dma_fence_enable_sw_signaling: to make the fence complete as soon as possible'),
      about: 'Signaling is enabled before the fence is published.',
      requires: { publish: { fence: 'unsignaled.unpublished.enabled' } },
    }),
  } as const;
  return { row, clauses };
}
