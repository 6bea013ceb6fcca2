import { compose } from '../../src/system/compose.ts';
import { intervalNotifier, notifierLaws } from '../rows/interval-notifier.ts';
import { memoryActors } from '../rows/memory-actors.ts';
import { no, other, undefinedAs, type Conformance } from './conformance.ts';

const own = undefinedAs('the driver or the test does this, and it is not a call');
const elsewhere = undefinedAs('the thread is not where it could make the call');

/** A thread that mirrors a range and an invalidation of it, by a real interval notifier of a real mm. */
export const notifierConformance: Conformance = {
  id: 'notifier',
  title: 'mmu_interval_notifier with one reader and one invalidation',
  program: () =>
    compose({
      rows: [intervalNotifier],
      clauses: Object.values(notifierLaws),
      actors: memoryActors,
      sizes: {},
    }),
  adapter: 'notifier-adapter.h',
  inside: {},
  unreachable: {},
  refused: {
    mirror_begins: [own],
    // It sleeps while an invalidation runs, and must return when that is over.
    mmu_interval_read_begin: [no({ sequence: 'odd', mirror: 'wants' }), elsewhere],
    hmm_range_fault: [own],
    mirror_locks: [own],
    mmu_interval_read_retry: [no({ mirror: 'locked.same' }), elsewhere],
    mmu_interval_read_retry_EBUSY: [own],
    program: [other('mmu_interval_read_retry'), elsewhere],
    invalidate_range_start: [undefinedAs('there is one invalidation')],
    invalidate: [own],
    zap: [own],
    tlb_flush: [own],
    invalidate_unlocks: [own],
    invalidate_returns: [elsewhere],
    pages_returned: [own],
    invalidate_range_end: [elsewhere],
  },
};
