/** Every lifecycle, by the file that it stands in. A test names the one that is missing here. */
export { allocation } from './lifecycles/allocation.ts';
export { bufferAccess, bufferMover } from './lifecycles/buffer-access.ts';
export { commandStream, isolation, streamTarget } from './lifecycles/command-stream.ts';
export { computeJob } from './lifecycles/compute-job.ts';
export { copyJob } from './lifecycles/copy-job.ts';
export { deadline } from './lifecycles/deadline.ts';
export { dependency } from './lifecycles/dependency.ts';
export {
  busVisibility,
  devicePage,
  gpuOperation,
  gupCall,
  pagemapDevice,
  pagemapOwner,
  peerAccess,
  peerMapping,
} from './lifecycles/device-private.ts';
export {
  attachment70,
  attachment71,
  bufferMove,
  deviceAccess,
  dmaBuf,
  exporterCall,
  importerPin,
  pinCount,
  unplug,
  vmapCount,
  vmapUser,
} from './lifecycles/dma-buf.ts';
export { dmaFenceArray } from './lifecycles/dma-fence-array.ts';
export { dmaFenceCb } from './lifecycles/dma-fence-cb.ts';
export { chainFind, dmaFenceChain } from './lifecycles/dma-fence-chain.ts';
export { dmaFenceInFull } from './lifecycles/dma-fence-in-full.ts';
export { dmaFence } from './lifecycles/dma-fence.ts';
export { dmaResvEntry } from './lifecycles/dma-resv-entry.ts';
export { drmExec } from './lifecycles/drm-exec.ts';
export { drmSched, drmSchedEntity, drmSchedJob, hwError } from './lifecycles/drm-sched-job.ts';
export { drmSyncobj, syncobjWait } from './lifecycles/drm-syncobj.ts';
export {
  groupExec,
  groupFence,
  groupMode,
  groupQueue,
  lrJob,
  modeSemaphore,
  resumeWork,
  resumeWorker,
} from './lifecycles/engine-group.ts';
export { engineTurn } from './lifecycles/engine-turn.ts';
export {
  delayedWork,
  evictionCause,
  evictionFence,
  evictionsOfMove,
  kfdProcess,
  memoryClient,
  resvWaiter,
  videoMemory,
} from './lifecycles/eviction.ts';
export { faultEntry, faultRoom, wave } from './lifecycles/fault-queue.ts';
export { fenceMerge } from './lifecycles/fence-merge.ts';
export { fenceOps, signalSteps } from './lifecycles/fence-ops.ts';
export { fenceUnion } from './lifecycles/fence-union.ts';
export { fenceWait } from './lifecycles/fence-wait.ts';
export { fencedJob } from './lifecycles/fenced-job.ts';
export { foreignJob } from './lifecycles/foreign-job.ts';
export {
  gemAddress,
  gemDebugfs,
  gemObject,
  gemSubmit,
  gemUse,
  gemVmap,
  objectLock,
  shrinkScan,
  tilerHeap,
} from './lifecycles/gem-object.ts';
export { hangRecovery } from './lifecycles/hang-recovery.ts';
export { cpuThread, promisedWork } from './lifecycles/indefinite-work.ts';
export {
  devicePte,
  deviceQueue,
  invalidation,
  mirror,
  patience,
  sequence,
} from './lifecycles/interval-notifier.ts';
export { lockAndWait } from './lifecycles/lock-and-wait.ts';
export { boundMemory, twoCalls, vmExec } from './lifecycles/residency.ts';
export { barWindow, listLock, resvLock, userLock } from './lifecycles/memory-locks.ts';
export {
  memoryClaim,
  memoryRegion,
  peerRoute,
  systemMemory,
  workRequest,
} from './lifecycles/memory-region.ts';
export { modeLock } from './lifecycles/mode-lock.ts';
export { observedAttachment, observedDmaBuf } from './lifecycles/observed-dma-buf.ts';
export { observedFence } from './lifecycles/observed-fence.ts';
export { observedHardwareJob } from './lifecycles/observed-hardware-job.ts';
export { observedNumberedJob, observedPointerJob } from './lifecycles/observed-pointer-job.ts';
export { observedRequest, observedRingRequest } from './lifecycles/observed-request.ts';
export { observedSchedJob } from './lifecycles/observed-sched-job.ts';
export { oneShot } from './lifecycles/one-shot.ts';
export { pageFault } from './lifecycles/page-fault.ts';
export {
  attachOps,
  exportedBo,
  importedBo,
  memMask,
  peerDevice,
} from './lifecycles/peer-to-peer.ts';
export { pool } from './lifecycles/pool.ts';
export {
  contextTlb,
  longRunningQueue,
  preemptFence,
  rebindWorker,
  userptrNotifier,
  vmLock,
} from './lifecycles/preempt-fence.ts';
export { reclaimRound } from './lifecycles/reclaim-round.ts';
export { reservation } from './lifecycles/reservation.ts';
export { resetHandler } from './lifecycles/reset-handler.ts';
export { resvIter } from './lifecycles/resv-iter.ts';
export { resvSlot } from './lifecycles/resv-slot.ts';
export { ring } from './lifecycles/ring.ts';
export { signalCall } from './lifecycles/signal-call.ts';
export { signallingSection } from './lifecycles/signalling-section.ts';
export { computeUnits, engine, otherHardware, repairLock } from './lifecycles/slot.ts';
export { swSyncTimeline } from './lifecycles/sw-sync-timeline.ts';
export { syncobjPayload, syncobjWaiter } from './lifecycles/syncobj-timeline.ts';
export { syncFileSnapshot } from './lifecycles/sync-file-snapshot.ts';
export { explicitClient, jobDependency, syncJob } from './lifecycles/sync-file.ts';
export {
  boLock,
  boPins,
  eviction,
  evictionDomain,
  evictionTurn,
  reserver,
  ttmBo,
  validateAnswer,
  validateCall,
  vram,
} from './lifecycles/ttm-bo.ts';
export { userFence } from './lifecycles/user-fence.ts';
export {
  hangDetect,
  userQueue,
  userqFree,
  userqMutex,
  userqResume,
  userqSignal,
  userqSuspend,
} from './lifecycles/user-queue.ts';
export {
  execCall,
  lockBook,
  prelocked,
  ticketedLock,
  ticketHolder,
  ticketOrder,
} from './lifecycles/ww-ticket.ts';
export { warning } from './lifecycles/warning.ts';
export {
  channelNotifier,
  completionPath,
  futexWork,
  gpuFutex,
  stage,
} from './lifecycles/worlds.ts';
