import { chart, state } from './chart.ts';
import { inFile, to } from './to.ts';

const mmuNotifier = inFile('mm/mmu_notifier.c');

const mail = 'mail of Daniel Vetter, 18 June 2020 (PATCH 04/18 dma-fence: prime lockdep annotations)';

/**
 * One stage of a pipeline across devices: a GPU that renders, another that composes, a display.
 * Source: mail of Daniel Vetter, 18 June 2020 ("you want to pipeline all this because performance").
 */
export const stage = chart('stage', mail, {
  idle: state('The stage has no frame.', `${mail}: pipeline`, {
    submit: to(
      'queued',
      'The frame is submitted to this device while the previous device still works on it.',
      `${mail}: pipeline`,
    ),
  }),
  queued: state('The frame waits for the previous device.', `${mail}: pipeline`, {
    start: to('running', 'The previous device is done, and the frame starts.', `${mail}: pipeline`),
  }),
  running: state('The frame is on the device.', `${mail}: pipeline`, {
    done: to('done', 'The device completes the frame.', `${mail}: its own command processing channel`),
  }),
  done: state('The frame is done, and this device knows it.', `${mail}: its own command processing channel`, {
    next: to('idle', 'The stage is free for the next frame.', `${mail}: pipeline`),
  }),
});

/**
 * A notifier that a driver blocks, and releases from its own command channel.
 * Source: mail of Jason Gunthorpe, 17 June 2020 ("Surely the GPU driver can block and release the
 * notifier directly from its own command processing channel?").
 */
export const channelNotifier = chart('channel_notifier', mail, {
  none: state('There is no invalidation.', mmuNotifier('mmu_interval_notifier_ops'), {
    call: to(
      'blocks',
      'The notifier is called, because the pages are to be returned.',
      mmuNotifier('mmu_interval_notifier_ops'),
    ),
  }),
  blocks: state('The notifier waits for work on the device.', `${mail}: block and release the notifier`, {
    release: to(
      'returned',
      'The device no longer uses the pages, and the driver releases the notifier.',
      `${mail}: block and release the notifier`,
    ),
  }),
  returned: state('The pages are returned for other use.', mmuNotifier('mmu_interval_notifier_ops'), {
    mapped: to('none', 'Other pages are mapped.', mmuNotifier('mmu_interval_notifier_ops')),
  }),
});

/**
 * What userspace synchronises with where the kernel has primitives alone.
 * Source: mail of Daniel Vetter, 18 June 2020 ("kinda like futexes, but for gpu").
 */
export const gpuFutex = chart('gpu_futex', mail, {
  unset: state('The futex is not signaled.', `${mail}: futexes`, {
    wake: to('set', 'Userspace, or a job, signals the futex.', `${mail}: futexes`),
  }),
  set: state('The futex is signaled.', `${mail}: futexes`, {
    reset: to('unset', 'The futex is reset for its next use.', `${mail}: futexes`),
  }),
});

/**
 * Work of a client that waits for a futex of its own making.
 * Source: mail of Daniel Vetter, 18 June 2020 ("the kernel manages residency and gpu pte wrangling
 * entirely seperately").
 */
export const futexWork = chart('futex_work', mail, {
  idle: state('There is no work.', `${mail}: futexes`, {
    submit: to(
      'on_gpu',
      'The work goes on the hardware at once: the kernel does not know what it waits for.',
      `${mail}: futexes`,
    ),
  }),
  on_gpu: state('The work is on the hardware, and its pages are in use.', `${mail}: residency`, {
    end: to('idle', 'The futex of the work is signaled, and the work ends.', `${mail}: futexes`),
    preempt: to('parked', 'The work is preempted, and its pages are no longer in use.', `${mail}: residency`),
  }),
  parked: state('The work is off the hardware.', `${mail}: residency`, {
    resume: to('on_gpu', 'The pages are mapped again, and the work is resumed.', `${mail}: residency`),
  }),
});

/**
 * The path from a device's interrupt to the completion that others wait for.
 * Source: drivers/dma-buf/dma-fence.c (DOC: fence cross-driver contract), v7.0.
 */
export const completionPath = chart('completion_path', 'drivers/dma-buf/dma-fence.c', {
  ready: state('The completion can run.', 'dma_fence_signal', {
    alloc: to('reclaims', 'The completion allocates with GFP_KERNEL.', 'DOC: fence cross-driver contract'),
  }),
  reclaims: state(
    'The completion is in reclaim, which calls notifiers and shrinkers of every driver.',
    'DOC: fence cross-driver contract',
    {
      got: to(
        'has_memory',
        'The allocation returns, and the completion has its memory.',
        'DOC: fence cross-driver contract',
      ),
    },
  ),
  has_memory: state('The completion has its memory and can run.', 'dma_fence_signal', {
    next: to('ready', 'The next completion begins.', 'dma_fence_signal'),
  }),
});
