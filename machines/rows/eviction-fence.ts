import { vocabulary } from '../../src/system/vocabulary.ts';
import { source, from } from '../words/cites.ts';
import { fencesComplete } from '../words/sentences.ts';
import {
  delayedWork,
  evictionCause,
  evictionFence,
  evictionsOfMove,
  kfdProcess,
  memoryClient,
  resvWaiter,
  videoMemory,
} from '../lifecycles/eviction.ts';
import { oneShot } from '../lifecycles/one-shot.ts';

const kfdProcessSource = from('drivers/gpu/drm/amd/amdkfd/kfd_process.c');
const kfdDevice = from('drivers/gpu/drm/amd/amdkfd/kfd_device.c');
const amdgpuAmdkfdFence = from('drivers/gpu/drm/amd/amdgpu/amdgpu_amdkfd_fence.c');
const ttmBo = from('drivers/gpu/drm/ttm/ttm_bo.c');
const amdgpuDrv = from('drivers/gpu/drm/amd/amdgpu/amdgpu_drv.c');
const amdgpuAmdkfdGpuvm = from('drivers/gpu/drm/amd/amdgpu/amdgpu_amdkfd_gpuvm.c');
const dmaResv = from('include/linux/dma-resv.h');
const amdgpuTtm = from('drivers/gpu/drm/amd/amdgpu/amdgpu_ttm.c');

const kfd = (says: string) => kfdProcessSource(says);
const device = (says: string) => kfdDevice(says);
const amdkfd = (says: string) => amdgpuAmdkfdFence(says);
const ttm = (says: string) => ttmBo(says);
const mail = source(
  'lists.freedesktop.org dri-devel, Daniel Vetter, 19 July 2019',
  'you can either use the fence as the invalidate callback, or as a fence (for implicit sync). But not both.',
);
const twoWays = source(
  'lists.freedesktop.org dri-devel, Daniel Vetter, 19 July 2019',
  "I also don't think it's a good idea to have 2 invalidation mechanisms",
);

/** Processes with user queues, somebody else who needs the memory, and threads that only pass by. */
export const evictionParts = {
  evictionFence: { of: evictionFence, family: 'processes', title: 'eviction fence' },
  process: { of: kfdProcess, family: 'processes', title: 'process' },
  evictWork: { of: delayedWork, family: 'processes', title: 'eviction work' },
  cause: { of: evictionCause, family: 'processes', title: 'cause of eviction' },
  vram: { of: videoMemory, title: 'video memory' },
  shortage: { of: oneShot, title: 'shortage of memory' },
  client: { of: memoryClient, title: 'client that needs memory' },
  syncer: { of: resvWaiter, title: 'implicit synchronisation' },
  child: { of: resvWaiter, title: 'forked child that closes the file' },
} as const;
const v = vocabulary(evictionParts);
const evicts = { 'evictionFence[i]': 'enable_signaling' } as const;
const scheduled = { 'evictWork[i]': 'queue', 'cause[i]': 'memory' } as const;
const spurious = { 'evictionFence[i]': 'enable_signaling', 'evictWork[i]': 'queue', 'cause[i]': 'other' } as const;
const flush = amdgpuDrv(
  'amdgpu_flush: amdgpu_vm_wait_idle; 1f02f2044bda waits for the entities of the VM, not for every fence',
);

const steps = v.steps(
  v.step('client_wants', 'user', { moves: { client: 'want' }, cite: ttm('ttm_bo_validate') }),
  v.step('client_finds_room', 'memory_client', {
    moves: { client: 'have', vram: 'take.client' },
    when: { client: 'wants', vram: 'free' },
    atomic: 'the lock of the manager',
    cite: ttm('ttm_bo_validate'),
  }),
  v.step('process_allocates', 'user', {
    moves: { 'process[i]': 'alloc', vram: 'take.p[i]' },
    when: { vram: 'free', client: '!waits' },
    atomic: 'dma_resv',
    cite: amdgpuAmdkfdGpuvm('amdgpu_amdkfd_gpuvm_alloc_memory_of_gpu'),
  }),
  v.step('client_waits_too', 'memory_client', {
    moves: { client: 'wait' },
    when: { vram: 'held.p[i]', 'evictionFence[i]': 'enabled' },
    cite: device('kgd2kfd_schedule_evict_and_restore_process: fence->seqno == p->last_eviction_seqno'),
  }),
  v.step('client_evicts', 'memory_client', {
    moves: { client: 'wait', ...evicts },
    also: scheduled,
    when: { vram: 'held.p[i]' },
    atomic: 'dma_resv',
    cite: ttm('ttm_bo_evict: waits for BOOKKEEP, which is all'),
  }),
  v.step('client_has', 'memory_client', {
    moves: { client: 'have', vram: 'take.client' },
    when: { client: 'waits', vram: 'free' },
    atomic: 'dma_resv',
    cite: ttm('ttm_bo_evict'),
  }),
  v.step('client_frees', 'memory_client', { moves: { client: 'free', vram: 'give.client' }, cite: ttm('ttm_bo_put') }),
  v.step('evict_process_worker', 'evict_worker[i]', {
    moves: { 'evictWork[i]': 'run', 'process[i]': 'quiesce' },
    cite: kfd('evict_process_worker: kfd_process_evict_queues'),
  }),
  v.step('evict_ended', 'evict_worker[i]', {
    moves: { 'evictWork[i]': 'run' },
    also: { 'evictionFence[i]': 'signal', vram: 'give.p[i]' },
    when: { 'process[i]': 'ended' },
    cite: kfd('kfd_process_wq_release: the fence of a process that ends is signaled'),
  }),
  v.step('eviction_signals', 'evict_worker[i]', {
    moves: { 'evictionFence[i]': 'signal', 'process[i]': 'signaled' },
    also: { vram: 'give.p[i]' },
    atomic: 'the fence lock',
    cite: kfd('evict_process_worker: dma_fence_signal, then restore_work is queued'),
  }),
  v.step('restore_delay_over', 'restore_timer[i]', {
    moves: { 'process[i]': 'restore' },
    cite: kfd('PROCESS_RESTORE_TIME_MS, PROCESS_BACK_OFF_TIME_MS'),
  }),
  v.step('restore_succeeds', 'restore_worker[i]', {
    moves: { 'process[i]': 'restored', 'evictionFence[i]': 'create', vram: 'take.p[i]' },
    also: { 'cause[i]': 'restored' },
    when: { vram: 'free', client: '!waits' },
    atomic: 'dma_resv',
    cite: kfd('restore_process_helper'),
  }),
  v.step('restore_evicts', 'restore_evictor[i]', {
    moves: { 'evictionFence[j]': 'enable_signaling' },
    also: { 'evictWork[j]': 'queue', 'cause[j]': 'memory' },
    when: { 'process[i]': 'restoring', vram: 'held.p[j]' },
    atomic: 'dma_resv',
    cite: ttm('ttm_bo_validate, from restore_process_bos: buffers of another process are evicted'),
  }),
  v.step('restore_fails', 'restore_fault[i]', {
    moves: { 'process[i]': 'failed', shortage: 'spend' },
    when: { vram: 'held.client' },
    cite: kfd('restore_process_worker: Failed to restore BOs, retry after PROCESS_BACK_OFF_TIME_MS'),
  }),
  v.step('queues_run', 'queue_hardware[i]', {
    moves: { 'process[i]': 'hw_run' },
    atomic: 'hardware',
    cite: device('kgd2kfd_schedule_evict_and_restore_process: active time'),
  }),
  v.step('process_exits', 'user', {
    moves: { 'process[i]': 'exit' },
    also: { 'evictionFence[i]': 'signal', vram: 'give.p[i]' },
    cite: kfd('kfd_process_notifier_release'),
  }),
  v.step('sync_begins', 'user', { moves: { syncer: 'begin' } }),
  v.step('sync_passes', 'syncer', {
    moves: { syncer: 'pass' },
    cite: dmaResv('DMA_RESV_USAGE_BOOKKEEP: no implicit synchronisation'),
  }),
  v.step('sync_waits', 'syncer', {
    moves: { syncer: 'wait', ...evicts },
    also: { 'evictWork[i]': 'queue', 'cause[i]': 'other' },
    atomic: 'dma_resv',
    cite: mail,
  }),
  v.step('sync_waits_too', 'syncer', {
    moves: { syncer: 'wait' },
    when: { 'evictionFence[?]': 'enabled' },
    cite: mail,
  }),
  v.step('sync_woken', 'syncer', { moves: { syncer: 'woken' }, when: { 'evictionFence[*]': ['signaled', 'armed'] } }),
  v.step('child_closes', 'user', { moves: { child: 'begin' }, cite: flush }),
  v.step('flush_waits_for_entities', 'closer', { moves: { child: 'pass' }, cite: flush }),
  v.step('own_buffer_chosen', 'user', {
    moves: spurious,
    when: { 'process[i]': ['running', 'restored'] },
    atomic: 'dma_resv',
    cite: amdgpuTtm('amdgpu_ttm_bo_eviction_valuable: not the buffers of the process itself'),
  }),
);

/** Evict and restore of a process with user queues, as amdkfd does it. */
export const evictionFences = v.row({
  name: 'eviction-fence',
  steps,
  promises: [
    {
      name: 'process-runs',
      pending: { 'process[i]': ['quiesced', 'waits_to_restore', 'restoring', 'backs_off', 'restored'] },
      cite: device('kgd2kfd_schedule_evict_and_restore_process: PROCESS_ACTIVE_TIME_MS'),
    },
    { name: 'eviction-fence-signals', pending: { 'evictionFence[i]': 'enabled' }, cite: fencesComplete },
    { name: 'client-has-memory', pending: { client: ['wants', 'waits'] }, cite: ttm('ttm_bo_validate') },
    { name: 'implicit-sync-ends', pending: { syncer: '!idle' }, cite: mail },
    { name: 'close-returns', pending: { child: '!idle' }, cite: flush },
  ],
  invariants: [
    {
      name: 'queues-have-their-memory',
      never: { 'process[i]': ['running', 'restored'], vram: '!held.p[i]' },
      cite: kfd('restore_process_helper: every buffer is validated before the queues go on'),
    },
    { name: 'client-has-its-memory', never: { client: 'has', vram: '!held.client' }, cite: ttm('ttm_bo_validate') },
    {
      name: 'evicted-for-memory-alone',
      never: { 'cause[?]': 'other' },
      cite: amdkfd('amdkfd_fence_enable_signaling: when TTM wants to evict a KFD BO'),
    },
  ],
});

const about = v.about(steps);
/** What keeps an eviction fence from being waited for by anybody, and a process from being evicted again at once. */
export const evictionLaws = {
  bookkeep: about.clause({
    name: 'eviction-fence/bookkeep',
    says: dmaResv('DMA_RESV_USAGE_BOOKKEEP: preemption fences and the like'),
    forbids: ['sync_waits', 'sync_waits_too'],
  }),
  'eviction-valuable': about.clause({
    name: 'eviction-fence/eviction-valuable',
    says: amdgpuTtm('amdgpu_ttm_bo_eviction_valuable: amdkfd_fence_check_mm'),
    forbids: ['own_buffer_chosen'],
  }),
  'active-time': about.clause({
    name: 'eviction-fence/active-time',
    says: device(
      'PROCESS_ACTIVE_TIME_MS: eviction is delayed until the process has run so long since its last restore',
    ),
    requires: { evict_process_worker: { 'process[i]': 'running' } },
  }),
} as const;
export const evictionFaults = {
  'fork-close': about.clause({
    name: 'eviction-fence/fork-close',
    says: flush,
    about: 'Before 1f02f2044bda: closing a file waits for every fence of the page directory.',
    forbids: ['flush_waits_for_entities'],
    adds: [
      {
        name: 'flush_waits_for_resv',
        actor: 'closer',
        moves: { child: 'wait', ...evicts },
        also: { 'evictWork[i]': 'queue', 'cause[i]': 'other' },
        atomic: 'dma_resv',
      },
      { name: 'flush_finds_none', actor: 'closer', moves: { child: 'pass' }, when: { 'evictionFence[*]': 'signaled' } },
      { name: 'flush_waits_too', actor: 'closer', moves: { child: 'wait' }, when: { 'evictionFence[?]': 'enabled' } },
      {
        name: 'flush_woken',
        actor: 'closer',
        moves: { child: 'woken' },
        when: { 'evictionFence[*]': ['signaled', 'armed'] },
      },
    ],
  }),
  'waits-without-evicting': about.clause({
    name: 'eviction-fence/waits-without-evicting',
    says: mail,
    about:
      'The opposite reading: the fence is for implicit synchronisation, so waiting for it ' +
      'evicts no process, and nothing signals it.',
    forbids: ['sync_waits', 'sync_waits_too', 'sync_passes'],
    adds: [
      {
        name: 'sync_waits_silently',
        actor: 'syncer',
        moves: { syncer: 'wait' },
        when: { 'evictionFence[i]': 'armed' },
      },
      { name: 'sync_finds_none', actor: 'syncer', moves: { syncer: 'pass' }, when: { 'evictionFence[*]': '!armed' } },
      {
        name: 'sync_woken_by_signal',
        actor: 'syncer',
        moves: { syncer: 'woken' },
        when: { 'evictionFence[*]': 'signaled' },
      },
    ],
    requires: { sync_woken: { 'evictionFence[*]': 'signaled' } },
  }),
  'no-backoff': about.clause({
    name: 'eviction-fence/no-backoff',
    says: kfd('restore_process_worker: queue_delayed_work after a failure'),
    about: 'A restore that fails is not tried again.',
    requires: { restore_delay_over: { 'process[i]': 'waits_to_restore' } },
  }),
} as const;

/** A second way to tell the process that a buffer moves: the callback of a dynamic attachment, beside the fence. */
const m = vocabulary({
  ...evictionParts,
  moveEvictions: { of: evictionsOfMove, title: 'evictions of one move' },
} as const);
const moveSteps = m.steps(
  m.step('invalidate_mappings', 'memory_client', {
    moves: { 'evictWork[i]': 'queue', moveEvictions: 'evict' },
    also: { 'cause[i]': 'memory' },
    when: {
      client: 'wants',
      vram: 'held.p[i]',
      'evictWork[i]': 'idle',
      moveEvictions: 'none',
      'process[i]': ['running', 'restored'],
    },
    atomic: 'dma_resv',
    cite: twoWays,
  }),
);
export const secondMechanism = m.row({
  name: 'second-mechanism',
  steps: moveSteps,
  ties: {
    also: {
      client_evicts: { moveEvictions: 'evict' },
      client_has: { moveEvictions: 'moved' },
      client_finds_room: { moveEvictions: 'moved' },
    },
  },
  invariants: [{ name: 'one-move-evicts-once', never: { moveEvictions: 'twice' }, cite: twoWays }],
});
const both = m.about([...steps, ...moveSteps]);
export const oneMechanism = both.clause({
  name: 'eviction-fence/one-mechanism',
  says: twoWays,
  about: 'Only the fence evicts: the attachment of such a process has no callback.',
  forbids: ['invalidate_mappings'],
});
