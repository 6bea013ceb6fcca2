import type { ReportSpec } from '../../src/logs/vocabulary.ts';
import type { RuleId } from './rules.ts';

type AssertionRule = ReportSpec['assertionRules'][number] & { readonly rule: RuleId };

/**
 * Which rule an assertion of assertions.ts stands for; the first that fits counts, and every other
 * is K-1.
 */
export const assertionRules: readonly AssertionRule[] = [
  { functions: ['dma_buf_pin', 'dma_buf_unpin'], says: 'dma_resv_assert_held', rule: 'D-1' },
  {
    functions: ['dma_buf_map_attachment*', 'dma_buf_unmap_attachment*'],
    says: 'dma_resv_assert_held',
    rule: 'D-2',
  },
  { functions: ['dma_buf_vmap*', 'dma_buf_vunmap*'], says: 'dma_resv_assert_held', rule: 'D-3' },
  {
    functions: ['dma_buf_move_notify', 'dma_buf_invalidate_mappings'],
    says: 'dma_resv_assert_held',
    rule: 'D-9',
  },
  // Without pin and unpin of the importer there is nothing that the lock would protect.
  { functions: ['dma_buf_pin', 'dma_buf_unpin'], says: 'dma_buf_attachment_is_dynamic', rule: 'D-1' },
  { says: 'dma_resv_assert_held', rule: 'L-7' },
  { functions: ['dma_resv_add_fence'], says: 'dma_fence_is_container', rule: 'R-3' },
  { functions: ['dma_resv_add_fence'], says: 'num_fences >=', rule: 'R-1' },
  { functions: ['dma_fence_release'], says: 'cb_list', rule: 'F-5' },
  { functions: ['dma_fence_set_error'], rule: 'F-4' },
  { functions: ['dma_buf_release', 'dma_buf_detach'], rule: 'D-10' },
  { functions: ['ttm_bo_unpin'], says: 'pin_count', rule: 'P-1' },
  { functions: ['ttm_bo_unpin'], says: 'kref_read', rule: 'P-2' },
  { functions: ['ttm_bo_release'], rule: 'P-2' },
];
