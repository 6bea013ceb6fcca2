import { setup } from 'xstate';
import { inFile, to } from './to.ts';

const gpuScheduler = inFile('include/drm/gpu_scheduler.h');
const xeHwEngineGroup = inFile('drivers/gpu/drm/xe/xe_hw_engine_group.c');
const kfdDeviceQueueManager = inFile('drivers/gpu/drm/amd/amdkfd/kfd_device_queue_manager.c');
const xePagefault = inFile('drivers/gpu/drm/xe/xe_pagefault.c');

const faults = 'Documentation/driver-api/dma-buf.rst: Recoverable Hardware Page Faults Implications';

/**
 * A compute job that may take recoverable page faults. It has no dma_fence; userspace waits for it
 * by a fence of its own.
 * Rule: a pending page fault holds up the work, and with it all hardware that the work holds.
 * Source: Documentation/driver-api/dma-buf.rst, "Recoverable Hardware Page Faults Implications".
 */
export const computeJob = setup({
  types: {
    events: {} as
      | { type: 'submit' }
      | { type: 'schedule' }
      | { type: 'hw_dispatch' }
      | { type: 'hw_run' }
      | { type: 'hw_fault' }
      | { type: 'hw_refault' }
      | { type: 'hw_replay' }
      | { type: 'hw_done' }
      | { type: 'preempt' }
      | { type: 'resume' }
      | { type: 'kill' },
  },
}).createMachine({
  id: 'compute_job',
  initial: 'idle',
  states: {
    idle: {
      description: 'No job.',
      meta: { source: faults },
      on: { submit: to('queued', 'Inserted into the scheduler queue.', faults) },
    },
    queued: {
      description: 'In the scheduler queue.',
      meta: { source: faults },
      on: {
        schedule: to('scheduled', 'It has a slot on the engine.', gpuScheduler('run_job')),
        preempt: to(
          'preempted',
          'Taken out of the queue.',
          xeHwEngineGroup('xe_hw_engine_group_suspend_faulting_lr_jobs'),
        ),
        kill: to('idle', 'The job is lost.', gpuScheduler('timedout_job')),
      },
    },
    scheduled: {
      description: 'On the engine; it waits for compute units.',
      meta: { source: faults },
      on: {
        hw_dispatch: to('dispatched', 'The hardware gives it compute units.', faults),
        preempt: to('preempted', 'Its context is saved.', kfdDeviceQueueManager('evict_process_queues_cpsch')),
        kill: to('idle', 'The job is lost.', gpuScheduler('timedout_job')),
      },
    },
    dispatched: {
      description: 'Has compute units; it waits for the other hardware that both kinds of work share.',
      meta: { source: faults },
      on: {
        hw_run: to('running', 'It has all that it needs.', faults),
        hw_refault: to(
          'faulted',
          'Resumed while its page is still missing: it stops at the same access.',
          'drivers/gpu/drm/amd/amdkfd/kfd_svm.c: svm_range_restore_pages',
        ),
        preempt: to('preempted', 'Its context is saved.', kfdDeviceQueueManager('evict_process_queues_cpsch')),
        kill: to('idle', 'The job is lost.', gpuScheduler('timedout_job')),
      },
    },
    running: {
      description: 'Runs on the hardware.',
      meta: { source: faults },
      on: {
        hw_fault: to('faulted', 'An access found no page and waits for it.', faults),
        hw_done: to('idle', 'It has ended and left the hardware.', faults),
        preempt: to('preempted', 'Its context is saved.', kfdDeviceQueueManager('evict_process_queues_cpsch')),
        kill: to('idle', 'The job is lost.', gpuScheduler('timedout_job')),
      },
    },
    faulted: {
      description: 'Held up by a page fault, on the hardware and with all that it holds.',
      meta: { source: faults },
      on: {
        hw_replay: to(
          'running',
          'The page is there: the access is tried again.',
          xePagefault('xe_pagefault_queue_work'),
        ),
        preempt: to('preempted', 'Its context is saved with the fault unrepaired. Not all hardware can.', faults),
        kill: to(
          'idle',
          'The fault was refused, or recovery took the job away.',
          xePagefault('xe_pagefault_queue_work'),
        ),
      },
    },
    preempted: {
      description: 'Off the hardware and out of the queue; its context waits in memory.',
      meta: { source: faults },
      on: {
        resume: to('queued', 'Back into the scheduler queue.', xeHwEngineGroup('hw_engine_group_resume_lr_jobs_func')),
        kill: to('idle', 'The job is lost.', gpuScheduler('timedout_job')),
      },
    },
  },
});
