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
      description: 'There is no job.',
      meta: { source: faults },
      on: { submit: to('queued', 'The job is inserted into the scheduler queue.', faults) },
    },
    queued: {
      description: 'The job is in the scheduler queue.',
      meta: { source: faults },
      on: {
        schedule: to('scheduled', 'The scheduler gives the job a slot on the engine.', gpuScheduler('run_job')),
        preempt: to(
          'preempted',
          'The job is taken out of the queue.',
          xeHwEngineGroup('xe_hw_engine_group_suspend_faulting_lr_jobs'),
        ),
        kill: to('idle', 'The job is lost.', gpuScheduler('timedout_job')),
      },
    },
    scheduled: {
      description: 'The job is on the engine and waits for compute units.',
      meta: { source: faults },
      on: {
        hw_dispatch: to('dispatched', 'The hardware gives compute units to the job.', faults),
        preempt: to(
          'preempted',
          'The job is preempted and its context is saved.',
          kfdDeviceQueueManager('evict_process_queues_cpsch'),
        ),
        kill: to('idle', 'The job is lost.', gpuScheduler('timedout_job')),
      },
    },
    dispatched: {
      description: 'The job has compute units and waits for the other hardware that both kinds of work share.',
      meta: { source: faults },
      on: {
        hw_run: to('running', 'The job has all the hardware that it needs and starts to run.', faults),
        hw_refault: to(
          'faulted',
          'The job was resumed without its page, so it faults again at the same access.',
          'drivers/gpu/drm/amd/amdkfd/kfd_svm.c: svm_range_restore_pages',
        ),
        preempt: to(
          'preempted',
          'The job is preempted and its context is saved.',
          kfdDeviceQueueManager('evict_process_queues_cpsch'),
        ),
        kill: to('idle', 'The job is lost.', gpuScheduler('timedout_job')),
      },
    },
    running: {
      description: 'The job runs on the hardware.',
      meta: { source: faults },
      on: {
        hw_fault: to('faulted', 'An access of the job finds no page: the job stops at a page fault.', faults),
        hw_done: to('idle', 'The job ends and leaves the hardware.', faults),
        preempt: to(
          'preempted',
          'The job is preempted and its context is saved.',
          kfdDeviceQueueManager('evict_process_queues_cpsch'),
        ),
        kill: to('idle', 'The job is lost.', gpuScheduler('timedout_job')),
      },
    },
    faulted: {
      description: 'The job is stopped by a page fault and keeps all the hardware that it holds.',
      meta: { source: faults },
      on: {
        hw_replay: to(
          'running',
          'The page is there: the hardware retries the access.',
          xePagefault('xe_pagefault_queue_work'),
        ),
        preempt: to(
          'preempted',
          "The job's context is saved while the fault is pending, which not all hardware can do.",
          faults,
        ),
        kill: to(
          'idle',
          'The job is lost: its fault was refused, or hang recovery killed it.',
          xePagefault('xe_pagefault_queue_work'),
        ),
      },
    },
    preempted: {
      description: 'The job is off the hardware and out of the queue; its context is saved in memory.',
      meta: { source: faults },
      on: {
        resume: to(
          'queued',
          'The job is put back into the scheduler queue.',
          xeHwEngineGroup('hw_engine_group_resume_lr_jobs_func'),
        ),
        kill: to('idle', 'The job is lost.', gpuScheduler('timedout_job')),
      },
    },
  },
});
