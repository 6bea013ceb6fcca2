/** A test of the kernel's own, or of IGT, and how it is asked here: docs/kernel-tests-*.md say more. */
export type KernelTest = {
  readonly suite: string;
  readonly test: string;
  readonly how: 'replayed' | 'searched' | 'not expressed';
};

const replayed = (suite: string, ...tests: readonly string[]): KernelTest[] =>
  tests.map((test) => ({ suite, test, how: 'replayed' }));
const searched = (suite: string, ...tests: readonly string[]): KernelTest[] =>
  tests.map((test) => ({ suite, test, how: 'searched' }));
const not = (suite: string, ...tests: readonly string[]): KernelTest[] =>
  tests.map((test) => ({ suite, test, how: 'not expressed' }));

const validate = 'drivers/gpu/drm/ttm/tests/ttm_bo_validate_test.c';
const shrink = not(
  'IGT tests/msm/msm_shrink.c, tests/intel/gem_shrink.c, gem_madvise.c',
  'msm_shrink',
);
const buffers = replayed(
  'drivers/gpu/drm/xe/tests/xe_dma_buf.c',
  'xe_dma_buf_kunit (18 combinations)',
);
const modes = 'IGT tests/intel/xe_exec_fault_mode.c';
const unsubmitted = replayed('syncobj_wait', 'wait-unsubmitted', 'wait-for-submit-unsubmitted');

/** Rule id to the kernel tests that exercise it. A rule that is not here is exercised by none. */
export const ruleTests: Readonly<Record<string, readonly KernelTest[]>> = {
  'F-1': replayed('dma-buf-fence', 'test_signaling'),
  'F-2': [
    ...replayed('dma-buf-fence', 'test_add_callback', 'test_late_add_callback'),
    ...searched('dma-buf-fence', 'test_race_signal_callback'),
  ],
  'F-3': replayed('dma-buf-fence', 'test_rm_callback', 'test_late_rm_callback'),
  'F-4': replayed('dma-buf-fence', 'test_error'),
  'F-6': replayed('drm_sched', 'drm_sched_basic_timeout'),
  'F-10': unsubmitted,
  'R-1': replayed(
    'dma-resv',
    'sanitycheck',
    'test_signaling',
    'test_for_each',
    'test_for_each_unlocked',
    'test_get_fences',
  ),
  'R-2': replayed(
    'dmabuf_sync_file',
    'export-basic',
    'import-basic',
    'import-multiple-read-only',
    'import-multiple-read-write',
  ),
  'R-3': replayed(
    'dma-fence-unwrap',
    'unwrap_array',
    'unwrap_chain',
    'unwrap_chain_array',
    'unwrap_merge',
  ),
  'R-4': replayed(
    validate,
    'ttm_bo_validate_move_fence_signaled',
    'ttm_bo_validate_move_fence_not_signaled',
  ),
  'R-5': replayed('dmabuf_sync_file', 'export-wait-after-attach'),
  ...Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`D-${n + 1}`, buffers])),
  'D-10': not(
    'IGT tests/prime_self_import.c, tests/prime_vgem.c',
    'prime_self_import',
    'prime_vgem',
  ),
  'D-11': buffers,
  'P-1': replayed(
    'drivers/gpu/drm/ttm/tests/ttm_bo_test.c',
    'ttm_bo_pin_basic',
    'ttm_bo_pin_unpin_resource',
    'ttm_bo_multiple_pin_one_unpin',
  ),
  'P-3': replayed(validate, 'ttm_bo_validate_pinned', 'ttm_bo_validate_all_pinned_evict'),
  'P-4': replayed('tools/testing/selftests/mm/hmm-tests.c', 'hmm_gup_test (private)'),
  'S-1': shrink,
  'S-2': shrink,
  'G-1': [
    ...replayed('tools/testing/selftests/mm/hmm-tests.c', 'migrate, migrate_fault'),
    ...replayed(modes, 'userptr-invalidate-race'),
  ],
  'G-2': replayed(modes, 'userptr-invalidate', 'userptr-invalidate-race'),
  'G-3': replayed(modes, 'invalid-fault'),
  'G-4': replayed('IGT tests/amdgpu/amd_pci_unplug.c', 'amdgpu_hotunplug_with_cs'),
  'O-4': searched(
    'xe_exec_mix_modes',
    'exec-spinner-interrupted-lr',
    'exec-spinner-interrupted-dma-fence',
  ),
  'I-1': unsubmitted,
  'I-2': unsubmitted,
  'I-3': unsubmitted,
};
