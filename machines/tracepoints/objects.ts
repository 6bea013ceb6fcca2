import type { ObjectKind } from '../../src/logs/vocabulary.ts';
import { observedAttachment, observedDmaBuf } from '../lifecycles/observed-dma-buf.ts';
import { observedFence } from '../lifecycles/observed-fence.ts';
import { observedHardwareJob } from '../lifecycles/observed-hardware-job.ts';
import { observedNumberedJob, observedPointerJob } from '../lifecycles/observed-pointer-job.ts';
import { observedRequest, observedRingRequest } from '../lifecycles/observed-request.ts';
import { observedSchedJob } from '../lifecycles/observed-sched-job.ts';

/** What kernel logs speak of, and what tells one object from another. */
export const objectKinds = {
  fence: {
    title: 'fence',
    lifecycle: observedFence,
    // Stored as unsigned int by the tracepoints: 64-bit values are cut.
    keys: ['context', 'seqno'],
    finished: ['signaled', 'destroyed'],
    reborn: { by: 'dma_fence_init', from: ['destroyed'] },
    refusals: [
      { event: 'dma_fence_signaled', in: ['signaled'], rule: 'F-1' },
      { event: 'dma_fence_signaled', in: ['destroyed'], rule: 'F-5' },
      { event: 'dma_fence_init', in: ['idle', 'enabled', 'signaled'], rule: 'F-11' },
      { event: 'dma_fence_enable_signal', in: ['enabled'], rule: 'F-13' },
    ],
    otherwise: 'F-12',
    stages: { queued: ['dma_fence_init'], running: ['dma_fence_emit'], done: ['dma_fence_signaled'] },
    // Drivers that count their seqnos up: dma_fence_init(..., ++seqno) under a lock, contexts from
    // dma_fence_context_alloc.
    trusted: [
      'drm_sched',
      'amd_sched',
      'amdgpu',
      'msm',
      'nouveau',
      'etnaviv',
      'panfrost',
      'panthor',
      'lima',
      'radeon',
      'vc4',
      'v3d',
      'virtio_gpu',
    ],
    // sw_sync: userspace chooses the seqno; chains take that of a timeline point; TLB flushes of
    // amdgpu repeat one.
    shared: ['sw_sync', 'dma_fence_chain', 'amdgpu tlb fence', 'stub'],
    nameless: ['detached-driver', 'signaled-timeline', 'signaled'],
    rises: { events: ['dma_fence_init'], rule: 'F-14' },
    mostlyRises: ['dma_fence_signaled'],
  },
  job: {
    title: 'job',
    lifecycle: observedSchedJob,
    keys: ['context', 'seqno'],
    finished: ['finished', 'done'],
    refusals: [],
    otherwise: 'J-1',
    stages: { queued: ['submit', 'queue'], running: ['run', 'driver_run'], done: ['done', 'finished'] },
    rises: { events: ['submit', 'queue', 'run'], rule: 'F-14' },
  },
  pointerJob: {
    title: 'job by fence',
    lifecycle: observedPointerJob,
    keys: ['0x', '0x'],
    finished: ['none'],
    refusals: [],
    otherwise: 'J-1',
    stages: { queued: ['queue'], running: ['run'], done: ['done'] },
  },
  numberedJob: {
    title: 'job',
    lifecycle: observedNumberedJob,
    keys: ['entity', 'ring', 'id'],
    finished: ['run'],
    refusals: [],
    otherwise: 'J-1',
  },
  hardwareJob: {
    title: 'submission',
    lifecycle: observedHardwareJob,
    keys: ['device', 'queue', 'seqno'],
    finished: ['retired'],
    refusals: [],
    otherwise: 'J-1',
    stages: { queued: ['submit'], running: ['flush'], done: ['retire'] },
  },
  request: {
    title: 'request',
    lifecycle: observedRequest,
    keys: ['context', 'seqno'],
    finished: ['retired'],
    refusals: [],
    otherwise: 'J-1',
    stages: { queued: ['queue'], running: ['in'], done: ['retire'] },
  },
  ringRequest: {
    title: 'request',
    lifecycle: observedRingRequest,
    keys: ['device', 'ring', 'seqno'],
    finished: ['none'],
    refusals: [],
    otherwise: 'J-1',
    stages: { queued: ['add'], done: ['retire'] },
  },
  buffer: {
    title: 'dma-buf',
    lifecycle: observedDmaBuf,
    keys: ['inode'],
    finished: ['none', 'exported'],
    refusals: [],
    otherwise: 'D-12',
  },
  attachment: {
    title: 'attachment',
    lifecycle: observedAttachment,
    keys: ['inode', 'address'],
    finished: ['none'],
    refusals: [],
    otherwise: 'D-10',
  },
} as const satisfies Record<string, ObjectKind>;
