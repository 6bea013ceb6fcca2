import { contract, dmaBuf } from './cites.ts';

/** Sentences of the kernel's documents that several steps, clauses and promises stand for, by name. */

// drivers/dma-buf/dma-fence.c, "DOC: fence cross-driver contract".
export const fencesComplete = contract('Fences must complete in a reasonable time.');
export const hangsNeedRecovery = contract(
  'Fences which represent kernels and shaders submitted by userspace, which could run ' +
    'forever, must be backed up by timeout and gpu hang recovery code.',
);
export const noGfpKernel = contract(
  'This means any code required for fence completion cannot allocate memory with GFP_KERNEL.',
);
export const notifiersMayWait = contract(
  'Drivers are allowed to call dma_fence_wait() from their mmu_notifier respectively mmu_interval_notifier callbacks.',
);
export const onlyGpuDriversMayWait = contract(
  'No driver outside of drivers/gpu should ever call dma_fence_wait() in such contexts.',
);
export const resvHoldersMayWait = contract(
  'Drivers are allowed to call dma_fence_wait() while holding dma_resv_lock().',
);
export const shrinkersMayWait = contract('Drivers are allowed to call dma_fence_wait() from their shrinker callbacks.');

// Documentation/driver-api/dma-buf.rst.
/** Why a fence that only userspace can end is forbidden, whatever else could end it. */
export const userspaceControlsNone = dmaBuf(
  'Mixing indefinite fences with normal in-kernel DMA fences does not work, even when a fallback ' +
    'timeout is included to protect against malicious userspace: ...',
);
export const allocationsDoNotGate = dmaBuf(
  'But memory allocations are not allowed to gate completion of DMA fences ...',
);
export const allWorkFlushed = dmaBuf(
  'As a last resort, if the hardware provides no useful reservation mechanics, all ' +
    'workloads must be flushed from the GPU when switching between jobs requiring DMA fences ' +
    'or jobs requiring page fault handling: ...',
);
export const computePreemptedFirst = dmaBuf(
  '... before a DMA fence can be made visible anywhere in the system, all compute ' +
    'workloads must be preempted to guarantee all pending GPU page faults are flushed.',
);
export const cpuSideFaults = dmaBuf(
  'This results very wide impact on the kernel, since resolving the page on the CPU side ' +
    'can itself involve a page fault.',
);
export const dependenciesTracked = dmaBuf('... runtime tracking of the full dependency graph of all DMA fences.');
export const dependenciesUntangled = dmaBuf(
  'Only a fairly theoretical option would be to untangle these dependencies when ' +
    'allocating memory to repair hardware page faults, either through separate memory blocks ' +
    'or runtime tracking of the full dependency graph of all DMA fences.',
);
export const evenWhileFaulted = dmaBuf('... even when a page fault is pending and not yet repaired.');
export const fencesCompleteFirst = dmaBuf(
  'This means all DMA fences must complete before a compute job with page fault handling ' +
    'can be inserted into the scheduler queue.',
);
export const futureFences = dmaBuf(
  "Future fences, used in HWC1 to signal when a buffer isn't used by the display any " +
    'longer, and created with the screen update that makes the buffer visible.',
);
export const hintsAreExempt = dmaBuf(
  'The exception is when page faults are only used as migration hints and never to on-demand fill a memory request.',
);
export const independentHardware = dmaBuf(
  'Note that workloads that run on independent hardware like copy engines or other GPUs do not have any impact.',
);
export const infiniteDependsOnFinite = dmaBuf(
  'Infinite fences from compute workloads are allowed to depend on DMA fences, but not the other way around.',
);
export const jobsWaitForCompute = dmaBuf(
  'The 3D workload might need to wait for the compute job to finish and release hardware resources first.',
);
export const notAllHardware = dmaBuf('Not all hardware supports this.');
export const separateBlocks = dmaBuf('... either through separate memory blocks ...');
export const sharedResources = dmaBuf(
  'Furthermore GPUs usually have shared resources between the 3D rendering and compute ' +
    'side, like compute units or command submission engines.',
);
export const untilSignaled = dmaBuf('... up to moment when fence is completed through dma_fence_signal().');
