import { kills, seedsOf, survives, type Seed } from './seed.ts';

const k = seedsOf('kernel/locking/mutex.c');
/** Mutexes with tickets. */
export const lockingSeeds: readonly Seed[] = [
  k(
    390,
    '__mutex_lock_common',
    'never',
    'ww_ctx == READ_ONCE(ww->ctx)',
    'a ticket waits for itself',
    kills('tickets', 'refusals'),
  ),
  k(
    391,
    '__mutex_lock_common',
    'value',
    '__ww_mutex_check_kill(lock, &waiter, ww_ctx)',
    'the younger ticket waits with what it has',
    kills('tickets', 'steps'),
    { text: '0' },
  ),
  k(
    392,
    'ww_mutex_unlock',
    'drop',
    '__ww_mutex_unlock(lock)',
    'a ticket counts what it gave back',
    kills('tickets', 'steps'),
  ),
  k(
    393,
    '__mutex_lock_common',
    'drop',
    'ww_ctx->wounded = 0',
    'a ticket stays wounded',
    survives('the class of dma_resv is wait-die: only classes that wound (of modeset locks) ask'),
  ),
  k(
    394,
    '__mutex_lock_common',
    'drop',
    'ww_mutex_lock_acquired(ww, ww_ctx)',
    'a ticket does not count what it waited for',
    kills('tickets', 'steps'),
  ),
  k(
    395,
    '__mutex_lock_common',
    'drop',
    'ww_mutex_set_context_fastpath(ww, ww_ctx)',
    'a lock that was free does not know its ticket',
    kills('tickets', 'steps'),
  ),
  k(
    396,
    '__mutex_lock_common',
    'never',
    'signal_pending_state(state, current)',
    'a signal ends no wait for a lock',
    kills('reserve', 'steps'),
  ),
  k(
    397,
    'ww_mutex_lock_interruptible',
    'value',
    'TASK_INTERRUPTIBLE',
    'a wait that can be interrupted cannot',
    kills('reserve', 'steps'),
    { text: 'TASK_UNINTERRUPTIBLE' },
  ),
];
