import { chart, state } from "./chart.js";
import { to } from "./to.js";
/**
 * One allocation's way through the driver's own shrinker.
 * Rule: direct reclaim calls each shrinker, and the allocation returns after it.
 * Source: mm/shrinker.c (do_shrink_slab); mm/page_alloc.c (__alloc_pages_slowpath), v7.0.
 */
export const reclaimRound = chart('reclaim_round', 'mm/shrinker.c', {
    before: state('The shrinker has not been called.', 'shrink_slab', {
        enter: to('inside', 'Direct reclaim calls the shrinker.', 'do_shrink_slab'),
        again: to('before', 'Another allocation.', 'shrink_slab'),
    }),
    inside: state('In the shrinker.', 'do_shrink_slab', { leave: to('after', 'The shrinker has returned.', 'do_shrink_slab') }, 'in the shrinker'),
    after: state('The shrinker was called.', 'shrink_slab', {
        again: to('before', 'Another allocation.', 'shrink_slab'),
    }),
});
//# sourceMappingURL=reclaim-round.js.map