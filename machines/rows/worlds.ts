import { vocabulary } from '../../src/system/vocabulary.ts';
import { source } from '../words/cites.ts';
import { noGfpKernel } from '../words/sentences.ts';
import { dmaFence } from '../lifecycles/dma-fence.ts';
import { channelNotifier, completionPath, futexWork, gpuFutex, stage } from '../lifecycles/worlds.ts';

const mail = (says: string) => source('lists.freedesktop.org dri-devel, Daniel Vetter, 18 June 2020', says);
const bucket = source(
  'lists.freedesktop.org dri-devel, Jason Gunthorpe, 17 June 2020',
  'Surely the GPU driver can block and release the notifier directly from its own command processing channel?',
);
const pipeline = mail(
  'And you want to pipeline all this because performance, so waiting in userspace for one ' +
    "block to finish before you hand it ever to the other isn't a good idea.",
);
const leak = mail(
  'Hence dma_fence as a cross driver leak was created by pulling the gpu completion ' +
    'tracking from the drm/ttm library for managing vram.',
);
const futexes = mail(
  'synchronization is managed by userspace, kernel just provides some primitives (kinda ' +
    'like futexes, but for gpu). And the kernel manages residency and gpu pte wrangling ' +
    'entirely seperately.',
);

/** Devices in a row, the first of which is the GPU whose pages a notifier wants back. */
export const worldParts = {
  render: { of: stage, title: 'GPU that renders' },
  compose: { of: stage, title: 'GPU that composes' },
  display: { of: stage, title: 'display' },
  notifier: { of: channelNotifier, title: 'notifier' },
  renderFence: { of: dmaFence, title: 'fence of the first GPU' },
  composeFence: { of: dmaFence, title: 'fence of the second GPU' },
  path: { of: completionPath, title: 'completion of the second GPU' },
} as const;
const v = vocabulary(worldParts);
const steps = v.steps(
  v.step('render_submits', 'user', {
    moves: { render: 'submit', renderFence: 'publish' },
    when: { notifier: 'none' },
    cite: pipeline,
  }),
  v.step('render_starts', 'render_gpu', { moves: { render: 'start' } }),
  v.step('render_done', 'render_gpu', { moves: { render: 'done', renderFence: 'dma_fence_signal' }, cite: bucket }),
  v.step('notifier_called', 'user', { moves: { notifier: 'call' }, cite: bucket }),
  v.step('notifier_released', 'render_gpu_notifier', {
    moves: { notifier: 'release' },
    when: { render: ['idle', 'done'] },
    cite: bucket,
  }),
  v.step('pages_mapped', 'user', { moves: { notifier: 'mapped' } }),
  v.step('compose_submits', 'user', {
    moves: { compose: 'submit', composeFence: 'publish' },
    when: { render: '!idle' },
    cite: pipeline,
  }),
  v.step('compose_starts', 'compose_gpu', {
    moves: { compose: 'start' },
    when: { renderFence: 'signaled' },
    cite: leak,
  }),
  v.step('compose_done', 'compose_gpu', {
    moves: { compose: 'done', composeFence: 'dma_fence_signal' },
    when: { path: '!reclaims' },
  }),
  v.step('flip_submits', 'user', { moves: { display: 'submit' }, when: { compose: '!idle' }, cite: pipeline }),
  v.step('flip_starts', 'display_irq', { moves: { display: 'start' }, when: { composeFence: 'signaled' }, cite: leak }),
  v.step('flip_done', 'display_irq', { moves: { display: 'done' } }),
  v.step('next_frame', 'user', {
    moves: {
      render: 'next',
      compose: 'next',
      display: 'next',
      renderFence: 'dma_fence_init',
      composeFence: 'dma_fence_init',
    },
    also: { path: 'next' },
  }),
);
/** A frame from device to device to display, handed on before it is done. */
export const pipelines = v.row({
  name: 'pipeline',
  steps,
  promises: [
    { name: 'notifier-returns', pending: { notifier: 'blocks' }, cite: bucket },
    { name: 'frame-is-composed', pending: { compose: ['queued', 'running'] }, cite: pipeline },
    { name: 'frame-is-shown', pending: { display: ['queued', 'running'] }, cite: pipeline },
  ],
  invariants: [
    {
      name: 'no-half-frame-composed',
      never: { compose: ['running', 'done'], render: ['queued', 'running'] },
      cite: leak,
    },
    {
      name: 'no-half-frame-shown',
      never: { display: ['running', 'done'], compose: ['queued', 'running'] },
      cite: leak,
    },
    { name: 'pages-returned-unused', never: { notifier: 'returned', render: ['queued', 'running'] }, cite: bucket },
  ],
});
const about = v.about(steps);
export const worldFaults = {
  'bucket-each': about.clause({
    name: 'pipeline/bucket-each',
    says: mail('every gpu driver is its own bucket, nothing leaks out to the world'),
    about: 'No driver knows the fences of another one. Userspace waits for one driver and then starts the next.',
    forbids: ['compose_starts', 'flip_starts'],
    adds: [
      { name: 'userspace_starts_compose', actor: 'user', moves: { compose: 'start' }, when: { render: 'done' } },
      { name: 'userspace_flips', actor: 'user', moves: { display: 'start' }, when: { compose: 'done' } },
    ],
  }),
  'notifier-waits-for-readers': about.clause({
    name: 'pipeline/notifier-waits-for-readers',
    says: leak,
    about: 'The buffer is shared, and the notifier waits for the fences of every device that uses it.',
    requires: { notifier_released: { compose: ['idle', 'done'] } },
  }),
  'completion-allocates': about.clause({
    name: 'pipeline/completion-allocates',
    says: noGfpKernel,
    about:
      'The second driver allocates before it signals its completion, and reclaim waits for a ' +
      'notifier of the first driver.',
    adds: [
      {
        name: 'completion_allocates',
        actor: 'user',
        moves: { path: 'alloc' },
        also: { notifier: 'call' },
        when: { compose: 'running' },
      },
      {
        name: 'completion_has_memory',
        actor: 'compose_reclaim',
        moves: { path: 'got' },
        when: { notifier: ['none', 'returned'] },
      },
    ],
  }),
} as const;

/** The other approach: userspace synchronises, the kernel looks after pages alone. */
export const futexParts = {
  work: { of: futexWork, title: 'work of a client' },
  futex: { of: gpuFutex, title: 'futex of the GPU' },
  notifier: { of: channelNotifier, title: 'notifier' },
} as const;
const f = vocabulary(futexParts);
const futexSteps = f.steps(
  f.step('futex_submits', 'user', { moves: { work: 'submit' }, when: { notifier: 'none' }, cite: futexes }),
  f.step('futex_wakes', 'user', { moves: { futex: 'wake' }, cite: futexes }),
  f.step('futex_resets', 'user', { moves: { futex: 'reset' }, cite: futexes }),
  f.step('futex_work_ends', 'futex_gpu', { moves: { work: 'end' }, when: { futex: 'set' } }),
  f.step('pages_wanted', 'user', { moves: { notifier: 'call' } }),
  f.step('work_preempted', 'residency', { moves: { work: 'preempt' }, when: { notifier: 'blocks' }, cite: futexes }),
  f.step('pages_returned', 'residency', {
    moves: { notifier: 'release' },
    when: { work: ['idle', 'parked'] },
    cite: futexes,
  }),
  f.step('pages_mapped', 'user', { moves: { notifier: 'mapped' } }),
  f.step('work_resumed', 'residency', { moves: { work: 'resume' }, when: { notifier: 'none' }, cite: futexes }),
);
export const gpuFutexes = f.row({
  name: 'gpu-futex',
  steps: futexSteps,
  promises: [{ name: 'notifier-returns', pending: { notifier: 'blocks' }, cite: bucket }],
  invariants: [{ name: 'pages-returned-unused', never: { notifier: 'returned', work: 'on_gpu' }, cite: futexes }],
});
const aboutFutex = f.about(futexSteps);
export const futexFaults = {
  'cannot-preempt': aboutFutex.clause({
    name: 'gpu-futex/cannot-preempt',
    says: futexes,
    about:
      'The hardware cannot preempt the work. Pages are returned only when it ends, and ' +
      'userspace decides when that is.',
    forbids: ['work_preempted'],
  }),
  'kernel-waits-for-work': aboutFutex.clause({
    name: 'gpu-futex/kernel-waits-for-work',
    says: mail('the kernel manages residency and gpu pte wrangling entirely seperately'),
    about: 'The notifier waits for the end of the work.',
    requires: { pages_returned: { work: 'idle' } },
  }),
} as const;
