import { chart } from './chart.ts';

/**
 * One allocation's way through the driver's own shrinker.
 * Rule: direct reclaim calls each shrinker, and the allocation returns after it.
 * Source: mm/shrinker.c (do_shrink_slab); mm/page_alloc.c (__alloc_pages_slowpath), v7.0.
 */
export const reclaimRound = chart('reclaim_round', 'mm/shrinker.c', {
  before: ['The shrinker has not been called.', 'shrink_slab', { enter: ['inside', 'Direct reclaim calls the shrinker.', 'do_shrink_slab'], again: ['before', 'Another allocation.', 'shrink_slab'] }],
  inside: ['In the shrinker.', 'do_shrink_slab', { leave: ['after', 'The shrinker has returned.', 'do_shrink_slab'] }, 'in the shrinker'],
  after: ['The shrinker was called.', 'shrink_slab', { again: ['before', 'Another allocation.', 'shrink_slab'] }],
});
