import { chart, state } from './chart.ts';
import { inFile, to } from './to.ts';

const mmuNotifier = inFile('mm/mmu_notifier.c');

const mail = 'mail of Daniel Vetter, 18 June 2020 (PATCH 04/18 dma-fence: prime lockdep annotations)';

/**
 * One stage of a pipeline across devices: a GPU that renders, another that composes, a display.
 * Source: mail of Daniel Vetter, 18 June 2020 ("you want to pipeline all this because performance").
 */
export const stage = chart('stage', mail, {
  idle: state('No frame.', `${mail}: pipeline`, {
    submit: to('queued', 'The frame is handed to this device before the one before it is done.', `${mail}: pipeline`),
  }),
  queued: state('Waits for the device before it.', `${mail}: pipeline`, {
    start: to('running', 'It may begin.', `${mail}: pipeline`),
  }),
  running: state('On the device.', `${mail}: pipeline`, {
    done: to('done', 'Finished.', `${mail}: its own command processing channel`),
  }),
  done: state('This device knows that it is done.', `${mail}: its own command processing channel`, {
    next: to('idle', 'The next frame.', `${mail}: pipeline`),
  }),
});

/**
 * A notifier that a driver blocks, and releases from its own command channel.
 * Source: mail of Jason Gunthorpe, 17 June 2020 ("Surely the GPU driver can block and release the
 * notifier directly from its own command processing channel?").
 */
export const channelNotifier = chart('channel_notifier', mail, {
  none: state('No invalidation.', mmuNotifier('mmu_interval_notifier_ops'), {
    call: to('blocks', 'Called: the pages are wanted back.', mmuNotifier('mmu_interval_notifier_ops')),
  }),
  blocks: state('Waits for work on the device.', `${mail}: block and release the notifier`, {
    release: to('returned', 'The device does not use the pages any more.', `${mail}: block and release the notifier`),
  }),
  returned: state("The pages are somebody else's.", mmuNotifier('mmu_interval_notifier_ops'), {
    mapped: to('none', 'Others are mapped.', mmuNotifier('mmu_interval_notifier_ops')),
  }),
});

/**
 * What userspace synchronises with where the kernel has primitives alone.
 * Source: mail of Daniel Vetter, 18 June 2020 ("kinda like futexes, but for gpu").
 */
export const gpuFutex = chart('gpu_futex', mail, {
  unset: state('Not signaled.', `${mail}: futexes`, {
    wake: to('set', 'Userspace, or a job, writes it.', `${mail}: futexes`),
  }),
  set: state('Signaled.', `${mail}: futexes`, { reset: to('unset', 'Used again.', `${mail}: futexes`) }),
});

/**
 * Work of a client that waits for a futex of its own making.
 * Source: mail of Daniel Vetter, 18 June 2020 ("the kernel manages residency and gpu pte wrangling
 * entirely seperately").
 */
export const futexWork = chart('futex_work', mail, {
  idle: state('None.', `${mail}: futexes`, {
    submit: to('on_gpu', 'On the hardware at once: nobody looks what it waits for.', `${mail}: futexes`),
  }),
  on_gpu: state('On the hardware, its pages in use.', `${mail}: residency`, {
    end: to('idle', 'Its futex was set.', `${mail}: futexes`),
    preempt: to('parked', 'Taken off, its pages not in use.', `${mail}: residency`),
  }),
  parked: state('Off the hardware.', `${mail}: residency`, {
    resume: to('on_gpu', 'Its pages are mapped again.', `${mail}: residency`),
  }),
});

/**
 * The path from a device's interrupt to the completion that others wait for.
 * Source: drivers/dma-buf/dma-fence.c (DOC: fence cross-driver contract), v7.0.
 */
export const completionPath = chart('completion_path', 'drivers/dma-buf/dma-fence.c', {
  ready: state('Nothing in its way.', 'dma_fence_signal', {
    alloc: to('reclaims', 'It allocates with GFP_KERNEL.', 'DOC: fence cross-driver contract'),
  }),
  reclaims: state(
    'In reclaim, which calls notifiers and shrinkers of every driver.',
    'DOC: fence cross-driver contract',
    { got: to('has_memory', 'It has its memory.', 'DOC: fence cross-driver contract') },
  ),
  has_memory: state('Nothing in its way any more.', 'dma_fence_signal', {
    next: to('ready', 'The next one.', 'dma_fence_signal'),
  }),
});
