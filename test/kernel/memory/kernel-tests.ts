/** A test of the kernel's own: replayed here by a test of that name in `file`, or not expressed, with the reason. */
export type KernelTest = { readonly suite: string; readonly test: string } & (
  { readonly file: string; readonly as: string } | { readonly why: string }
);

const ttm = 'drivers/gpu/drm/ttm/tests/ttm_bo_test.c';
const validate = 'drivers/gpu/drm/ttm/tests/ttm_bo_validate_test.c';
const hmm = 'tools/testing/selftests/mm/hmm-tests.c';
const here = (
  suite: string,
  file: string,
  ...tests: readonly (string | readonly [test: string, as: string])[]
): KernelTest[] =>
  tests.map((one) =>
    typeof one === 'string'
      ? { suite, test: one, file, as: one }
      : { suite, test: one[0], file, as: one[1] },
  );
const not = (suite: string, why: string, ...tests: readonly string[]): KernelTest[] =>
  tests.map((test) => ({ suite, test, why }));

export const kernelTests: readonly KernelTest[] = [
  ...here(
    ttm,
    'ttm.test.ts',
    'ttm_bo_pin_basic',
    'ttm_bo_pin_unpin_resource',
    'ttm_bo_multiple_pin_one_unpin',
    'ttm_bo_unreserve_pinned',
    'ttm_bo_put_basic',
    'ttm_bo_reserve_optimistic_no_ticket',
    'ttm_bo_reserve_locked_no_sleep',
    'ttm_bo_reserve_double_resv',
    'ttm_bo_reserve_interrupted',
    'ttm_bo_reserve_deadlock',
  ),
  ...not(
    ttm,
    'asks for a warning about a misuse (no_wait with a ticket); the answer -EBUSY has no state behind it',
    'ttm_bo_reserve_no_wait_ticket',
  ),
  ...not(
    ttm,
    'asks for the order of an LRU list; the lifecycle knows whether an object is on it, not where',
    'ttm_bo_unreserve_basic',
    'ttm_bo_unreserve_bulk',
  ),
  ...not(
    ttm,
    'two objects with one reservation object, and a fence of neither: locks here belong to one object',
    'ttm_bo_put_shared_resv',
  ),
  ...here(
    validate,
    'ttm.test.ts',
    'ttm_bo_validate_basic',
    'ttm_bo_validate_pinned',
    'ttm_bo_validate_same_placement',
    'ttm_bo_validate_happy_evict',
    'ttm_bo_validate_all_pinned_evict',
    'ttm_bo_validate_deleted_evict',
    'ttm_bo_validate_busy_domain_evict',
    'ttm_bo_validate_move_fence_signaled',
    'ttm_bo_validate_move_fence_not_signaled',
  ),
  ...not(
    validate,
    'asks for the fields of a new object',
    'ttm_bo_init_reserved_sys_man',
    'ttm_bo_init_reserved_mock_man',
    'ttm_bo_init_reserved_resv',
  ),
  ...not(
    validate,
    'a placement that does not exist, or a manager that cannot allocate: neither is a state of an object',
    'ttm_bo_validate_invalid_placement',
    'ttm_bo_validate_failed_alloc',
  ),
  ...not(
    validate,
    'video memory has room for one object here, and the test needs a pinned and an evictable one in it',
    'ttm_bo_validate_allowed_only_evict',
  ),
  ...not(
    validate,
    'a move by way of a third placement, or into one that is itself full: there are two placements and a fallback here',
    'ttm_bo_validate_busy_placement',
    'ttm_bo_validate_multihop',
    'ttm_bo_validate_evict_gutting',
    'ttm_bo_validate_recrusive_evict',
  ),
  ...not(
    validate,
    'no placement asked for: the pages are given up, which has no state here',
    'ttm_bo_validate_no_placement_signaled',
    'ttm_bo_validate_no_placement_not_signaled',
  ),
  ...here('drivers/gpu/drm/xe/tests/xe_dma_buf.c', 'xe-dma-buf.test.ts', [
    'xe_dma_buf_kunit (18 combinations)',
    'there are 18 combinations',
  ]),
  ...not(
    'drivers/gpu/drm/xe/tests/xe_dma_buf.c',
    'with CONFIG_DMABUF_MOVE_NOTIFY the branch is not reached: an import that would have to ' +
      'pin video memory is refused before (-EOPNOTSUPP)',
    'xe_dma_buf_kunit: validate is -EINVAL',
  ),
  ...here(
    hmm,
    'hmm.test.ts',
    ['hmm_gup_test (private)', 'hmm_gup_test, private'],
    ['migrate, migrate_fault', 'migrate, migrate_fault: to the device, and back by a CPU access'],
  ),
  ...not(
    hmm,
    'device-coherent memory, which the CPU reaches where it is, has no lifecycle here',
    'hmm_gup_test (coherent)',
  ),
  ...not(
    hmm,
    'several processes, or several mappings of one page: there is one page and one mirror here',
    'hmm_cow_in_device',
    'double_map',
    'exclusive',
    'exclusive_cow',
    'migrate_mixed',
  ),
  ...here(
    'IGT tests/intel/xe_exec_fault_mode.c',
    'hmm.test.ts',
    ['userptr-invalidate', 'userptr-invalidate: the next exec finds new pages'],
    [
      'userptr-invalidate-race',
      'userptr-invalidate-race: invalidated between hmm_range_fault and the lock',
    ],
    ['invalid-fault', 'invalid-fault: an address that nothing is bound to'],
    ['invalid-userptr-fault', 'invalid-userptr-fault: the pages are gone'],
    ['invalid-va', 'invalid-va: the fault is refused, the queue is told'],
  ),
  ...not(
    'IGT tests/intel/xe_exec_fault_mode.c',
    'a page of scratch is mapped where nothing is bound: no fault is raised, so that there is nothing to replay',
    'invalid-va-scratch-nopagefault',
  ),
  ...not(
    'IGT tests/intel/xe_exec_fault_mode.c',
    'once, twice, many, many-execqueues, basic, userptr, rebind, userptr-rebind, ' +
      'bindexecqueue, -imm, -prefetch: submission and VM_BIND; bindings and what runs are not ' +
      'in the rows',
    'basic and its variants',
  ),
  ...here('IGT tests/amdgpu/amd_pci_unplug.c', 'hmm.test.ts', [
    'amdgpu_hotunplug_with_cs',
    'hot unplug: nothing new, revoke, migrate, and an access in flight goes nowhere',
  ]),
  ...not(
    'IGT tests/amdgpu/amd_pci_unplug.c',
    'the exported object is asked as DMABUF+revoke and DMABUF+7-0-cannot-revoke, the fence belongs to other rows',
    'amdgpu_hotunplug_with_exported_bo',
    'amdgpu_hotunplug_with_exported_fence',
  ),
  ...not(
    'IGT tests/intel/xe_dma_buf_sync.c',
    'what two devices find in a buffer after a write of the other: contents are not ' +
      'modelled; who waits for whom is asked as DMA-RESV, and replayed as dmabuf_sync_file ' +
      'export-basic',
    'export-dma-buf-{once,many}-{write,read,read-write,write-read}-sync',
  ),
  ...not(
    'IGT tests/prime_self_import.c, tests/prime_vgem.c',
    'handles and file descriptors of one buffer, and what is stored in it: neither is a ' +
      'state here; that no attachment is left is asked as DMABUF+attached-at-release',
    'prime_self_import',
    'prime_vgem',
  ),
  ...not(
    'IGT tests/msm/msm_shrink.c, tests/intel/gem_shrink.c, gem_madvise.c',
    'load on a running GPU, without steps or expected results to replay; asked as SHRINK and its twins',
    'msm_shrink',
    'gem_shrink',
    'gem_madvise',
  ),
];

/** docs/kernel-tests-memory.md */
export function page(all: readonly KernelTest[]): string {
  const replayed = all.filter((one) => 'as' in one);
  const rows = all.map(
    (one) =>
      `| ${one.suite} | ${one.test} | ` +
      `${'as' in one ? `test/kernel/memory/${one.file}` : `not expressed: ${one.why}`} |`,
  );
  return [
    '# Kernel tests about memory',
    '',
    'Generated from test/kernel/memory/kernel-tests.ts; a test compares it.',
    '',
    `${replayed.length} of ${all.length} are replayed step by step with the kernel's expected results.`,
    '',
    '| suite | test | replayed in |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
