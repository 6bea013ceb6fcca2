/** Where a run on a kernel showed something else than the model said, and what kernels have that no suite calls. */

/**
 * `mended`: the model says now what the kernel does. `clause`: a clause of the suite leaves it out,
 * by this name. `inside`: a step of the model is part of a call there. `version`: of one kernel.
 */
type Became =
  | 'mended'
  | { readonly clause: string }
  | { readonly inside: string }
  | { readonly version: string };

export type Difference = {
  readonly suite: string;
  readonly model: string;
  readonly kernel: string;
  readonly became: Became;
};

export const differences: readonly Difference[] = [
  {
    suite: 'fence',
    model: '`dma_fence_wait_timeout(…, 0)` answers `-ETIME` and `0` for `v6.18`',
    kernel: 'it answers `0` and `1`; the other values are those of a mock in a selftest',
    became: 'mended',
  },
  {
    suite: 'sched',
    model: 'a killed job finishes when its turn comes',
    kernel: 'a killed job finishes after the job before it',
    became: 'mended',
  },
  {
    suite: 'sched',
    model: 'a job that is queued when its entity is killed may run',
    kernel: 'such a job never runs',
    became: 'mended',
  },
  {
    suite: 'sched',
    model: 'the queue of a killed entity is emptied job by job',
    kernel: 'the kill itself empties the queue at once',
    became: { inside: 'kill_job' },
  },
  {
    suite: 'chain',
    model: 'a container of a fence that is not published waits for nothing',
    kernel: 'the container waits: the kernel does not know of publishing',
    became: { clause: 'conformance/published-first' },
  },
  {
    suite: 'merge',
    model: 'a merge takes fences one after the other',
    kernel: 'one call takes all fences and leaves out those that are signaled then',
    became: { clause: 'conformance/taken-at-once' },
  },
  {
    suite: 'sw_sync',
    model: 'a merge takes fences one after the other',
    kernel: 'one call takes all fences and leaves out those that are signaled then',
    became: { clause: 'conformance/taken-at-once' },
  },
  {
    suite: 'resv',
    model: 'reserving a slot leaves the list as it is',
    kernel: 'a list that grows loses its signaled fences',
    became: { clause: 'conformance/reserving-does-not-prune' },
  },
  {
    suite: 'dma_buf',
    model: 'a signaled fence gives its place away by a step of its own',
    kernel:
      'the next import or reservation takes the place of a signaled fence; the interface does not say of which',
    became: { clause: 'conformance/adding-does-not-prune' },
  },
  {
    suite: 'reserve',
    model: 'after `-EDEADLK` a thread of `ttm-reserve` began again by its own first object',
    kernel:
      'the kernel warns of this (`contending_lock`): the thread must first lock the object that it could not get',
    became: 'mended',
  },
  {
    suite: 'fence',
    model: 'a deadline is passed on once',
    kernel: '6.1 has no `dma_fence_set_deadline`',
    became: { version: '6.1' },
  },
];

/** What a kernel has and no suite calls, the suites by hand included. */
export const untried: readonly {
  readonly file: string;
  readonly what: string;
  readonly why: string;
}[] = [
  { file: 'sync_file.c', what: '`SYNC_IOC_SET_DEADLINE`', why: 'not in the model of the file' },
  {
    file: 'dma-buf.c',
    what: 'attachments, mappings, pins, `DMA_BUF_IOCTL_SYNC`',
    why: 'the model has them, and no suite leads the kernel there yet',
  },
  {
    file: 'drm_syncobj.c',
    what: 'a wait for several syncobjs, for all or for one; a deadline of a wait',
    why: 'the model has one syncobj',
  },
  {
    file: 'drm_exec.c',
    what: 'an interruptible wait, `drm_exec_prepare_array`',
    why: 'not in the model',
  },
  {
    file: 'ttm_bo.c',
    what: 'a copy after another copy of the same object, moves by memcpy and in two hops, bulk moves',
    why: 'the mock has one copy engine, which does one copy at a time',
  },
  {
    file: 'ttm_bo.c',
    what: 'a release or an eviction of objects that share a reservation',
    why: 'each object of the suites has its own',
  },
];

/**
 * What 6.1 lacks of what a suite needs, looked up in Debian's source of 6.1.192; `suite`: as the
 * table of docs/kernel-bench.md names it.
 */
export const lacking: readonly { readonly suite: string; readonly lacks: string }[] = [
  {
    suite: '`sw_sync`',
    lacks:
      '`kunit_vm_mmap` of KUnit, by which the adapter gets memory of userspace; the ioctls are there',
  },
  { suite: '`eventfd`', lacks: '`DRM_IOCTL_SYNCOBJ_EVENTFD`' },
  { suite: '`exec`', lacks: '`drm_exec.c`' },
  {
    suite: '`reserve`',
    lacks: '`drivers/gpu/drm/ttm/tests`, whose device and manager the adapter uses',
  },
  {
    suite: '`ttm`',
    lacks: '`drivers/gpu/drm/ttm/tests`, whose device and manager the adapter uses',
  },
  {
    suite: '`ttm_moves`',
    lacks: '`drivers/gpu/drm/ttm/tests`, whose device and manager the adapter uses',
  },
  { suite: '`sched`', lacks: '`prepare_job` of `drm_sched_backend_ops` (6.1 has `dependency`)' },
  {
    suite: 'options on the mock GPU',
    lacks:
      '`prepare_job` of `drm_sched_backend_ops`; so the mistakes of the mock GPU are tried on 6.12 only',
  },
  {
    suite: '`finite_fence_beside_drm`',
    lacks: '`prepare_job` of `drm_sched_backend_ops` and `drivers/gpu/drm/ttm/tests`',
  },
];
