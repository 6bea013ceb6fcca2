import { dmaBuf, source } from '../words/cites.ts';
import {
  computePreemptedFirst,
  dependenciesUntangled,
  independentHardware,
  infiniteDependsOnFinite,
  untilSignaled,
} from '../words/sentences.ts';
import { hungTask, type Enforcer, type Rule } from './rule.ts';

const text = 'Documentation/driver-api/dma-buf.rst';
const section = `${text}: Recoverable Hardware Page Faults Implications`;
const indefinite = `${text}: Indefinite DMA Fences`;
const timeout: readonly Enforcer[] = [
  { by: 'timeout', how: 'the timeout of the job, which loses it' },
];

/** The documented ways out of the page fault deadlock, what a dma_fence may not be, and the premises. */
export const pageFaultRules = {
  'O-1': {
    says: 'Compute work can always be preempted, also while a page fault is pending and not repaired.',
    source: `${section}, the first option`,
    quote: dmaBuf(
      'Compute workloads can always be preempted, even when a page fault is pending and not yet repaired.',
    ),
    why: 'Then a job with a fence never waits for the repair of a page fault, which may wait for that fence.',
    seen: 'a deadlock of the job, the compute job and the allocation that repairs its page fault',
    enforced: timeout,
    instead: 'Take the hardware away at once; let the page fault be repaired later.',
    review: {
      look: 'a suspend of compute queues that waits until their faults are answered',
      wrong: [
        'suspend(queue);',
        'flush_work(&vm->fault_work);  /* allocates; reclaim may wait for our fence */',
      ],
      right: ['suspend(queue);  /* the firmware drops the fault; it is raised again on resume */'],
      fine: 'a suspend with a timeout that resets the queue',
    },
  },
  'O-2': {
    says: 'Work with dma_fences and work with page faults have hardware of their own.',
    source: `${section}, the second option`,
    quote: dmaBuf(
      'DMA fence workloads and workloads which need page fault handling have independent hardware resources to guarantee forward progress.',
    ),
    why: 'Then neither waits for the other.',
    seen: 'a deadlock of the job, the compute job and the allocation that repairs its page fault',
    enforced: timeout,
    instead: 'Dedicated engines, and compute units that page-faulting work never gets.',
    review: {
      look: 'a new engine or queue type for faulting work in the same group, mask or pool as jobs with fences',
      wrong: ['queue->engines = gt->all_engines;'],
      right: ['queue->engines = vm->faults ? gt->compute_engines : gt->render_engines;'],
      fine: 'sharing of what cannot be held while a fault is pending',
    },
  },
  'O-3': {
    says: 'Hardware is reserved from when a fence is visible until it is signaled.',
    source: `${section}, the third option`,
    quote: untilSignaled,
    why: 'As O-2, but only while there is a job with a fence.',
    seen: 'a deadlock of the job, the compute job and the allocation that repairs its page fault',
    enforced: timeout,
    instead: 'Reserve before the fence is visible; give back after the signal.',
    review: {
      look: 'a reservation in run_job, after the fence was published',
      wrong: [
        'dma_resv_add_fence(resv, &job->fence, usage);',
        '...',
        'reserve_units(job);  /* in run_job */',
      ],
      right: ['reserve_units(job);', 'dma_resv_add_fence(resv, &job->fence, usage);'],
      fine: 'a larger reservation than is needed',
    },
  },
  'O-4': {
    says: 'One kind of work is flushed before the other comes, in both directions.',
    source: `${section}, the fourth option`,
    quote: computePreemptedFirst,
    why: 'Then the two kinds are never on the hardware together.',
    seen: 'a deadlock of the job, the compute job and the allocation that repairs its page fault',
    enforced: timeout,
    instead:
      'Switch before the fence is visible; wait for all fences before faulting work is queued.',
    review: {
      look: 'a mode switch that skips queues which are being destroyed, or that runs after the fence is published',
      wrong: ['publish(&job->fence);', 'switch_group_to(DMA_FENCE_MODE);'],
      right: ['switch_group_to(DMA_FENCE_MODE);', 'publish(&job->fence);'],
      fine: 'a switch that fails and fails the submission',
    },
  },
  'O-5': {
    says: 'What repairs a page fault comes from memory that no fence gates, or every dependency of every fence is known.',
    source: `${section}, the fifth option`,
    quote: dependenciesUntangled,
    why: 'Then the repair never waits for a fence whose job waits for the repair.',
    seen: 'a deadlock of the job, the compute job and the allocation that repairs its page fault',
    enforced: timeout,
    instead: 'Take one of the other four options.',
    review: {
      look: 'an allocation in a fault worker that is called safe since a pool stands behind it, and a fallback that reclaims',
      wrong: ['page = pool_get(pool) ?: alloc_page(GFP_KERNEL);'],
      right: ['page = pool_get(pool);  /* never empty: what is in use is bounded */'],
      fine: 'GFP_KERNEL where one of the other options holds',
    },
  },
  'I-1': {
    says: 'No future fence, proxy fence or userspace fence is a dma_fence.',
    source: indefinite,
    quote: dmaBuf(
      'No future fences, proxy fences or userspace fences imported as DMA fences, with or without a timeout.',
    ),
    why: 'Userspace would decide when the kernel gets its memory back.',
    seen: 'a hang until the timeout kicks in',
    enforced: timeout,
    instead: 'Let userspace wait for what userspace owes, before it submits.',
    review: {
      look: 'a dma_fence whose signal is a write by userspace: an ioctl, a memory location, an eventfd',
      wrong: ['case IOCTL_SIGNAL:', '\tdma_fence_signal(obj->fence);  /* published elsewhere */'],
      right: ['case IOCTL_SUBMIT:', '\tif (!obj->fence)', '\t\treturn -EINVAL;'],
      fine: 'sw_sync, which is for tests and taints',
    },
  },
  'I-2': {
    says: 'Where userspace fences or long-running work are allowed there is no dma_fence at the end of a job.',
    source: indefinite,
    quote: dmaBuf(
      'No DMA fences that signal end of batchbuffer for command submission where userspace is allowed to use userspace fencing or long running compute workloads.',
    ),
    why: 'The end of such a job is in the hands of userspace.',
    seen: 'a hang until the timeout kicks in',
    enforced: timeout,
    instead: 'Preempt fences for memory management; fences in memory for userspace.',
    review: {
      look: 'an out-fence from a queue with user-mode submission or without a timeout',
      wrong: [
        'if (args->flags & OUT_FENCE)',
        '\tinstall(fd, &job->fence);  /* the queue is long-running */',
      ],
      right: ['if ((args->flags & OUT_FENCE) && queue->long_running)', '\treturn -EINVAL;'],
      fine: 'a fence for the binding of memory, which the kernel ends',
    },
  },
  'I-3': {
    says: 'Fences of userspace may wait for dma_fences, never the other way round.',
    source: indefinite,
    quote: infiniteDependsOnFinite,
    why: 'Memory management holds up userspace; what holds up memory management must therefore not be userspace.',
    seen: 'a hang until the timeout kicks in',
    enforced: [...timeout, hungTask],
    instead: 'Wait for the userspace fence before the dma_fence is visible.',
    review: {
      look: 'wait_event on a value that userspace writes, between arming and signal; a semaphore in a ring that a job with a fence waits for',
      wrong: ['drm_sched_job_arm(&job->base);', 'wait_event(wq, READ_ONCE(*user_value) >= seq);'],
      right: [
        'ret = wait_event_interruptible(wq, READ_ONCE(*user_value) >= seq);',
        'if (ret)',
        '\treturn ret;',
        'drm_sched_job_arm(&job->base);',
      ],
      fine: 'userspace that waits for a sync_file',
    },
  },
  P1: {
    says: 'A pending page fault holds up the work that took it, and its repair allocates.',
    source: section,
    quote: dmaBuf(
      "First, a pending page fault obviously holds up the work that's running on the accelerator and a memory allocation is usually required to resolve the fault.",
    ),
    why: 'This is the premise of the deadlock.',
    seen: null,
    enforced: [],
    instead: null,
    review: null,
  },
  P2: {
    says: 'Work that takes page faults has no dma_fence, and no implicit synchronisation.',
    source: section,
    quote: dmaBuf(
      'But memory allocations are not allowed to gate completion of DMA fences, which means any workload using recoverable page faults cannot use DMA fences for synchronization.',
    ),
    why: 'Its end would depend on an allocation that may wait for its own fence.',
    seen: 'a hang under memory pressure',
    enforced: timeout,
    instead: 'Fences in memory, controlled by userspace.',
    review: {
      look: 'jobs with fences in a VM whose page tables fault',
      wrong: ['if (vm->svm)', '\tjob->vm = vm->fault_vm;  /* and the job has a fence */'],
      right: ['if (vm->svm)', '\treturn -EINVAL;  /* no fenced jobs in this VM */'],
      fine: 'faults that are answered without an allocation and without a lock',
    },
  },
  P3: {
    says: 'Page faults that are only migration hints hold up nothing.',
    source: section,
    quote: dmaBuf(
      'The exception is when page faults are only used as migration hints and never to on-demand fill a memory request.',
    ),
    why: 'The access is served from where the page is.',
    seen: null,
    enforced: [],
    instead: null,
    review: null,
  },
  P5: {
    says: 'Both kinds of work share hardware.',
    source: section,
    quote: dmaBuf(
      'Furthermore GPUs usually have shared resources between the 3D rendering and compute side, like compute units or command submission engines.',
    ),
    why: 'This is the second premise of the deadlock.',
    seen: null,
    enforced: [],
    instead: null,
    review: null,
  },
  P7: {
    says: 'Hardware of its own, like a copy engine, has no part in it.',
    source: section,
    quote: independentHardware,
    why: 'A copy job of a repair may therefore have a dma_fence.',
    seen: null,
    enforced: [],
    instead: null,
    review: null,
  },
} as const satisfies Record<string, Rule>;

/** What drivers owe to processes that they evict, and to the buffers of others. */
export const executionRules = {
  'E-1': {
    says: 'Only memory management waits for an eviction fence: to wait for it is to evict.',
    source: 'drivers/gpu/drm/amd/amdgpu/amdgpu_amdkfd_fence.c: amdkfd_fence_enable_signaling',
    quote: null,
    why: 'Enabling its signaling stops the process.',
    seen: 'a process is evicted for nothing',
    enforced: [],
    instead: 'Add it with BOOKKEEP, which implicit synchronisation does not look at.',
    review: {
      look: 'an eviction or preempt fence in a slot that submissions wait for',
      wrong: ['dma_resv_add_fence(resv, eviction_fence, DMA_RESV_USAGE_READ);'],
      right: ['dma_resv_add_fence(resv, eviction_fence, DMA_RESV_USAGE_BOOKKEEP);'],
      fine: 'a move of the buffer that waits for it',
    },
  },
  'E-2': {
    says: 'What was evicted is restored, or its process ends.',
    source: 'drivers/gpu/drm/amd/amdkfd/kfd_process.c: restore_process_worker',
    quote: null,
    why: 'Nobody else would queue it again.',
    seen: 'a process stays evicted',
    enforced: [],
    instead: 'Queue the restore again if it fails.',
    review: {
      look: 'a restore worker that returns on an error without queueing itself again',
      wrong: ['if (restore(process))', '\treturn;'],
      right: ['if (restore(process))', '\tmod_delayed_work(wq, &process->restore_work, delay);'],
      fine: 'a process that is being torn down',
    },
  },
  'E-3': {
    says: 'What was restored runs before it is evicted again.',
    source: 'drivers/gpu/drm/amd/amdkfd/kfd_device.c: PROCESS_ACTIVE_TIME_MS',
    quote: null,
    why: 'Otherwise two processes evict each other and neither gets on.',
    seen: 'a process is evicted before it has run',
    enforced: [],
    instead: 'Keep it for a minimum time.',
    review: {
      look: 'an eviction without a minimum of time or work since the restore',
      wrong: ['schedule_eviction(process);'],
      right: [
        'delay = max(0, process->last_restore + ACTIVE - jiffies);',
        'schedule_delayed(&process->evict_work, delay);',
      ],
      fine: 'an eviction at the end of a process',
    },
  },
  'V-1': {
    says: 'A job reaches only buffers of its own client: by validation of what runs, or by page tables.',
    source: 'Documentation/gpu/drm-vm-bind-async.rst',
    quote: null,
    why: 'Otherwise it could wait for, or corrupt, what is not its own.',
    seen: 'a fault of the GPU or of the IOMMU',
    enforced: [{ by: 'IOMMU', how: 'or the page tables of the GPU' }],
    instead: 'Validate all commands, or give each client page tables of its own.',
    review: null,
  },
  'SCHED-1': {
    says: 'A job that is armed is pushed: nothing between the two may fail.',
    source: 'drivers/gpu/drm/scheduler/sched_main.c: drm_sched_job_arm',
    quote: source(
      'drivers/gpu/drm/scheduler/sched_main.c',
      'After that point of no return @job is committed to be executed by the scheduler',
    ),
    why: 'Arming gives the fence its number. Only the scheduler signals it, and only if the job is pushed.',
    seen: 'a fence that never signals; everybody who waits for it hangs',
    enforced: [],
    instead: 'Do all that may fail before drm_sched_job_arm().',
    review: {
      look: 'a return, a goto or an allocation between drm_sched_job_arm() and drm_sched_entity_push_job()',
      wrong: [
        'drm_sched_job_arm(&job->base);',
        'ret = publish(job);',
        'if (ret)',
        '\treturn ret;',
        'drm_sched_entity_push_job(&job->base);',
      ],
      right: [
        'ret = prepare_to_publish(job);',
        'if (ret)',
        '\treturn ret;',
        'drm_sched_job_arm(&job->base);',
        'publish(job);',
        'drm_sched_entity_push_job(&job->base);',
      ],
      fine: 'drm_sched_job_cleanup() of a job that was never armed',
    },
  },
  'J-1': {
    says: 'A job is queued, run and done, in this order and each once.',
    source: 'drivers/gpu/drm/scheduler/sched_main.c: drm_sched_run_job_work, drm_sched_job_done',
    quote: source(
      'include/drm/gpu_scheduler.h',
      'run_job: Called to execute the job once all of the dependencies have been resolved.',
    ),
    why: 'A job that runs twice signals a fence that somebody has already gone on from.',
    seen: 'corruption, or a fence that signals before its work',
    enforced: [],
    instead:
      'Leave the order to the scheduler; resubmit only jobs whose hardware fence has not signaled.',
    review: {
      look: 'a driver that runs jobs itself after a reset, or pushes one job twice',
      wrong: ['list_for_each_entry(job, &ring->pending, list)', '\trun(job);  /* after a reset */'],
      right: [
        'list_for_each_entry(job, &ring->pending, list)',
        '\tif (!dma_fence_is_signaled(job->hw_fence))',
        '\t\trun(job);',
      ],
      fine: 'a guilty job that is skipped and ends with -ECANCELED',
    },
  },
} as const satisfies Record<string, Rule>;
