import type { actors } from '../actors.ts';

const importer = 'the importer';
const exporter = 'the exporter';
const reclaim = 'direct reclaim';
const mirror = 'the thread that mirrors addresses';
const notifier = 'the thread in the notifier';
const exec = 'the exec ioctl';
const firmware = 'the firmware';
const rebind = 'the rebind worker';
const rdma = 'the RDMA driver';

/** Who an actor is, as a person would say it. */
export const who: { readonly [A in keyof typeof actors]: string } = {
  user: 'userspace',
  memory: 'whoever holds memory',
  submit: 'the submit ioctl',
  submit_lock: 'the submit ioctl',
  scheduler: 'the GPU scheduler',
  compute_scheduler: 'the GPU scheduler',
  hardware: 'the hardware',
  arbiter: 'the hardware',
  compute_hardware: 'the hardware',
  compute_progress: 'the compute job',
  signaler: 'the interrupt that signals',
  compute_signaler: 'the interrupt that signals',
  fault_worker: 'the page fault worker',
  repair_lock: 'the page fault worker',
  reclaim,
  reclaim_signalAlloc: 'direct reclaim in the signalling path',
  reclaim_recoveryAlloc: 'direct reclaim in hang recovery',
  reclaim_preemptAlloc: 'direct reclaim in the preemption',
  reclaim_cpuAlloc: 'direct reclaim in a CPU page fault',
  copy_engine: 'the copy engine',
  preempter: 'the code that preempts compute work',
  resumer: 'the worker that resumes compute work',
  mode_lock: 'the submit ioctl',
  pool_waiter: 'a repair that waits for the pool',
  pool_keeper: 'whoever keeps the pool stocked',
  foreign: 'another device',
  recovery: 'hang recovery',
  // Rows about memory.
  importer, importer_lock: importer, importer_device: 'the device of the importer',
  exporter, exporter_lock: exporter,
  validator: 'ttm_bo_validate', evictor: 'eviction',
  reclaimer: 'the shrinker', reclaimer_lock: 'the shrinker',
  gem_submit: 'the submit ioctl', gem_submit_lock: 'the submit ioctl', gem_hardware: 'the hardware',
  exec_validation: exec, exec_progress: exec,
  debugfs: 'the reader of debugfs', debugfs_lock: 'the reader of debugfs',
  vmscan: reclaim, submit_reclaimer: 'the shrinker in the submit ioctl', submit_reclaimer_lock: 'the shrinker in the submit ioctl', submit_vmscan: 'direct reclaim in the submit ioctl',
  reclaim_jobAlloc: 'direct reclaim in the submit ioctl',
  mirror, mirror_lock: mirror, mirror_progress: mirror,
  notifier, notifier_lock: notifier,
  gup: 'get_user_pages', unplugger: 'the driver that is unbound', peer_device: 'the peer',
  fault_irq: 'the interrupt of the page fault', fault_server: 'the page fault worker', gpu_reset: 'the reset',
  rdma, rdma_device: 'the RDMA device', rdma_lock: rdma, rdma_progress: 'the RDMA device',
  cpu_fault: 'the CPU page fault', cpu_fault_lock: 'the CPU page fault', cpu_fault_try: 'the CPU page fault',
  fence_waiter: 'whoever waits for fences', ioctl: 'an ioctl', ioctl_lock: 'an ioctl', run_job: 'run_job', run_job_lock: 'run_job',
  other_thread: 'another thread', other_thread_lock: 'another thread', mm_exit: 'the exit of the process',
  firmware, heap_firmware: firmware,
  // Rows about execution.
  group_exec: exec, group_lock: exec, creator: 'the ioctl that adds a queue', lr_hardware: 'the hardware', lr_progress: 'the compute job',
  resume_worker: 'the resume worker', resume_worker_lock: 'the resume worker',
  memory_client: 'a client that needs memory', memory_client_lock: 'a client that needs memory',
  evict_worker: 'the eviction worker', restore_timer: 'the restore timer', restore_evictor: 'the restore worker', restore_fault: 'the restore worker', restore_worker: 'the restore worker',
  queue_hardware: 'the hardware', resv_waiter: 'whoever waits for the buffer', syncer: 'implicit synchronisation', closer: 'whoever closes the file',
  userptr_notifier: 'the notifier of a userptr', preempt_wq: 'the work of the preempt fence', preempt_lock: 'the work of the preempt fence', lr_firmware: firmware,
  rebind_worker: rebind, rebind_lock: rebind, rebind_memory: rebind, rebind_progress: rebind,
  userq_worker: 'the eviction worker', userq_lock: 'the eviction worker', userq_ioctl: 'an ioctl', userq_ioctl_lock: 'an ioctl',
  render_gpu: 'the GPU that renders', render_gpu_notifier: 'its notifier', compose_gpu: 'the GPU that composes', compose_reclaim: reclaim, display_irq: 'the display',
  futex_gpu: 'the GPU', residency: 'whoever moves buffers', reclaim_pfenceAlloc: 'direct reclaim for the preempt fence',
  command_parser: 'the command parser', command_hardware: 'the hardware',
};
