import { chart, state } from './chart.ts';
import { to } from './to.ts';

/**
 * One allocation's way through the driver's own shrinker.
 * Rule: direct reclaim calls each shrinker, and the allocation returns after it.
 * Source: mm/shrinker.c (do_shrink_slab); mm/page_alloc.c (__alloc_pages_slowpath), v7.0.
 */
export const reclaimRound = chart('reclaim_round', 'mm/shrinker.c', {
  before: state('The shrinker has not been called for this allocation.', 'shrink_slab', {
    enter: to('inside', 'Direct reclaim calls the shrinker.', 'do_shrink_slab'),
    again: to('before', 'Another allocation begins.', 'shrink_slab'),
  }),
  inside: state(
    'The allocation is in the shrinker.',
    'do_shrink_slab',
    { leave: to('after', 'The shrinker returns.', 'do_shrink_slab') },
    'in the shrinker',
  ),
  after: state('The shrinker was called for this allocation.', 'shrink_slab', {
    again: to('before', 'Another allocation begins.', 'shrink_slab'),
  }),
});
