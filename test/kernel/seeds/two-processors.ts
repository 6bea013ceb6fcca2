/**
 * Seeded bugs that only several processors show, tried on the second bench. Each is as wide as
 * `ff_window` microseconds; what kills it is a race of test/kernel/adapters/smp/race.c. Written
 * before those were run.
 */
import { kills, seedsOf, survives, type Seed } from './seed.ts';

const wide = 'if (ff_window) udelay(ff_window);';
const open = `{ spin_unlock_irqrestore(fence->lock, flags); ${wide} spin_lock_irqsave(fence->lock, flags); }`;

const f = seedsOf('drivers/dma-buf/dma-fence.c');
const a = seedsOf('drivers/dma-buf/dma-fence-array.c');
const c = seedsOf('drivers/dma-buf/dma-fence-chain.c');
const r = seedsOf('drivers/dma-buf/dma-resv.c');

export const seedsOfTwo: readonly Seed[] = [
  f(
    1,
    'dma_fence_signal_timestamp_locked',
    'value',
    'test_and_set_bit(DMA_FENCE_FLAG_SIGNALED_BIT, &fence->flags)',
    'test, then set, in place of test_and_set_bit',
    survives('both lie under the lock of the fence', 'equivalent'),
    {
      text: `test_bit(DMA_FENCE_FLAG_SIGNALED_BIT, &fence->flags) || ({ ${wide} set_bit(DMA_FENCE_FLAG_SIGNALED_BIT, &fence->flags); 0; })`,
    },
  ),
  f(
    501,
    'dma_fence_add_callback',
    'before',
    'list_add_tail(&cb->node, &fence->cb_list)',
    'the lock is given back between the look at the fence and the adding',
    kills('signal_and_add', 'race'),
    { text: open },
  ),
  f(
    502,
    'dma_fence_remove_callback',
    'before',
    'list_del_init(&cb->node)',
    'the lock is given back between the look at the callback and the removal',
    kills('signal_and_remove', 'race'),
    { text: open },
  ),
  f(
    503,
    'dma_fence_default_wait',
    'after',
    'spin_unlock_irqrestore(fence->lock, flags)',
    'the waiter says that it sleeps only after it has given the lock back',
    kills('signal_and_wait', 'race'),
    {
      nth: 1,
      text: `{ __set_current_state(TASK_RUNNING); ${wide} set_current_state(TASK_UNINTERRUPTIBLE); }`,
    },
  ),
  f(
    504,
    'dma_fence_signal_timestamp_locked',
    'before',
    'list_replace(&fence->cb_list, &cb_list)',
    'the lock is given back between the mark and the taking of the callbacks',
    survives(
      'after the mark nobody adds, and who removes does so under the lock, before the list is taken',
      'equivalent',
    ),
    {
      first: 'signal_and_remove',
      text: `{ spin_unlock(fence->lock); ${wide} spin_lock(fence->lock); }`,
    },
  ),
  a(
    505,
    'dma_fence_array_cb_func',
    'value',
    'atomic_dec_and_test(&array->num_pending)',
    'the count of members is read, then written',
    kills('two_members', 'race'),
    {
      text: `({ int ff_left = atomic_read(&array->num_pending) - 1; ${wide} atomic_set(&array->num_pending, ff_left); ff_left == 0; })`,
    },
  ),
  c(
    506,
    'dma_fence_chain_walk',
    'value',
    'tmp == prev',
    'whoever walks drops the node before, whether it was the one to take it out or not',
    survives('its window lies behind the exchange, where it widens nothing'),
    { text: `({ ${wide} true; })`, first: 'two_walks' },
  ),
  r(
    507,
    'dma_resv_add_fence',
    'drop',
    'smp_wmb()',
    'the count may be seen before the fence',
    survives(
      'x86 writes in the order of the program: only a weaker processor shows it',
      'several processors',
    ),
  ),
  f(
    508,
    'dma_fence_signal',
    'before',
    'spin_lock_irqsave(fence->lock, flags)',
    'the signal takes no lock',
    survives('lockdep warns of each such signal, and the warning takes longer than the race'),
    {
      text: '{ dma_fence_end_signalling(tmp); return dma_fence_signal_timestamp_locked(fence, ktime_get()); }',
      first: 'signal_and_add, and KCSAN tells of dma_fence_add_callback',
    },
  ),
  c(
    509,
    'dma_fence_chain_walk',
    'before',
    'tmp = unrcu_pointer(cmpxchg(&chain->prev, RCU_INITIALIZER(prev), RCU_INITIALIZER(replacement)))',
    'the node before is looked at, then exchanged',
    kills('two_walks', 'race'),
    {
      text:
        `if (rcu_access_pointer(chain->prev) == prev) { ${wide} RCU_INIT_POINTER(chain->prev, replacement); ` +
        'dma_fence_put(prev); } else { dma_fence_put(replacement); } dma_fence_put(prev); continue;',
    },
  ),
];
