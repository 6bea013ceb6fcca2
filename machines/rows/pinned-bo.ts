import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import {
  boLock,
  boPins,
  eviction,
  evictionDomain,
  evictionTurn,
  reserver,
  ttmBo,
  validateCall,
  vram,
} from '../lifecycles/ttm-bo.ts';
import { dmaFence } from '../lifecycles/dma-fence.ts';

const ttmBoSource = from('drivers/gpu/drm/ttm/ttm_bo.c');
const ttmBoHeader = from('include/drm/ttm/ttm_bo.h');
const dmaResv = from('drivers/dma-buf/dma-resv.c');

const ttm = (says: string) => ttmBoSource(says);

/** Buffer objects and video memory with room for one of them. */
export const pinnedParts = {
  bo: { of: ttmBo, family: 'bos', title: 'buffer object' },
  pins: { of: boPins, family: 'bos', title: 'pin count of object' },
  validate: { of: validateCall, family: 'bos', title: 'validation of object' },
  evict: { of: eviction, family: 'bos', title: 'eviction of object' },
  boResv: { of: boLock, family: 'bos', title: 'reservation of object' },
  vram: { of: vram, title: 'video memory' },
  turn: { of: evictionTurn, title: 'evicted space' },
  domain: { of: evictionDomain, title: 'eviction domain' },
} as const;

const v = vocabulary(pinnedParts);
const enomem = ttm('ttm_bo_mem_space: -ENOMEM where nothing could be evicted');
const steps = v.steps(
  v.step('ttm_bo_pin', 'user', {
    moves: { 'pins[i]': 'ttm_bo_pin' },
    when: { 'bo[i]': '!released' },
    cite: ttm('ttm_bo_pin'),
  }),
  v.step('ttm_bo_unpin', 'user', {
    moves: { 'pins[i]': 'ttm_bo_unpin' },
    when: { 'bo[i]': '!released' },
    cite: ttm('ttm_bo_unpin'),
  }),
  v.step('wants_vram', 'user', {
    moves: { 'validate[i]': 'want_vram' },
    when: { 'bo[i]': '!released' },
    cite: ttm('ttm_bo_validate'),
  }),
  v.step('wants_system', 'user', {
    moves: { 'validate[i]': 'want_system' },
    when: { 'bo[i]': '!released' },
    cite: ttm('ttm_bo_validate'),
  }),
  v.step('compatible_0', 'validator[i]', {
    moves: { 'validate[i]': 'return_0' },
    when: { 'validate[i]': 'wants.vram', 'bo[i]': 'vram' },
    cite: ttm('ttm_bo_validate: a compatible placement returns first'),
  }),
  v.step('compatible_system_0', 'validator[i]', {
    moves: { 'validate[i]': 'return_0' },
    when: { 'validate[i]': 'wants.system', 'bo[i]': 'system' },
    cite: ttm('ttm_bo_validate: a compatible placement returns first'),
  }),
  v.step('pinned_EINVAL', 'validator[i]', {
    moves: { 'validate[i]': 'return_EINVAL' },
    when: { 'validate[i]': 'wants.vram', 'bo[i]': '!vram', 'pins[i]': 'pinned' },
    cite: ttm('ttm_bo_validate: if (bo->pin_count) return -EINVAL'),
  }),
  v.step('pinned_system_EINVAL', 'validator[i]', {
    moves: { 'validate[i]': 'return_EINVAL' },
    when: { 'validate[i]': 'wants.system', 'bo[i]': '!system', 'pins[i]': 'pinned' },
    cite: ttm('ttm_bo_validate: if (bo->pin_count) return -EINVAL'),
  }),
  v.step('moved_0', 'validator[i]', {
    moves: { 'validate[i]': 'return_0', 'bo[i]': 'to_vram', vram: 'take.bo[i]' },
    also: { 'pins[i]': 'moved' },
    when: { 'validate[i]': 'wants.vram', 'bo[i]': '!vram', vram: 'free', 'evict[*]': 'none' },
    cite: ttm('ttm_bo_handle_move_mem'),
  }),
  v.step('moved_system_0', 'validator[i]', {
    moves: { 'validate[i]': 'return_0', 'bo[i]': 'to_system' },
    also: { 'pins[i]': 'moved', vram: 'give.bo[i]' },
    when: { 'validate[i]': 'wants.system', 'bo[i]': ['none', 'vram'], 'evict[i]': 'none' },
    cite: ttm('ttm_bo_handle_move_mem'),
  }),
  v.step('ttm_bo_evict_cb', 'validator[i]', {
    moves: { 'evict[j]': 'choose' },
    when: { 'validate[i]': 'wants.vram', 'bo[i]': '!vram', 'pins[i]': 'zero', 'bo[j]': 'vram', domain: 'open' },
    cite: ttm('ttm_bo_evict_cb'),
  }),
  v.step('ttm_bo_evict', 'evictor[j]', {
    moves: { 'evict[j]': 'move', 'bo[j]': 'to_system', vram: 'give.bo[j]' },
    also: { 'pins[j]': 'moved' },
    cite: ttm('ttm_bo_evict'),
  }),
  v.step('all_pinned_ENOMEM', 'validator[i]', {
    moves: { 'validate[i]': 'return_ENOMEM' },
    when: {
      'validate[i]': 'wants.vram',
      'bo[i]': '!vram',
      'pins[i]': 'zero',
      'evict[*]': 'none',
      vram: 'held.bo[j]',
      'pins[j]': 'pinned',
    },
    cite: enomem,
  }),
  v.step('domain_busy_ENOMEM', 'validator[i]', {
    moves: { 'validate[i]': 'return_ENOMEM' },
    when: {
      'validate[i]': 'wants.vram',
      'bo[i]': '!vram',
      'pins[i]': 'zero',
      'evict[*]': 'none',
      vram: 'held',
      domain: 'busy',
    },
    cite: enomem,
  }),
  v.step('domain_fills', 'user', { moves: { domain: 'fill' }, when: { 'evict[*]': 'none' } }),
  v.step('ttm_bo_put', 'user', {
    moves: { 'bo[i]': 'put' },
    also: { 'pins[i]': 'released', vram: 'give.bo[i]' },
    when: { 'validate[i]': 'idle', 'evict[i]': 'none' },
    cite: ttm('ttm_bo_release'),
  }),
);

export const pinnedBo = v.row({
  name: 'pinned-bo',
  steps,
  promises: [
    { name: 'validate-returns', pending: { 'validate[i]': 'wants' }, cite: ttm('ttm_bo_validate') },
    { name: 'eviction-ends', pending: { 'evict[i]': 'chosen' }, cite: ttm('ttm_bo_evict') },
  ],
  invariants: [
    {
      name: 'pinned-stays',
      never: { 'pins[?]': 'moved' },
      cite: ttm('ttm_bo_pin: the object stays where it is until it is unpinned'),
    },
    {
      name: 'unpin-is-balanced',
      never: { 'pins[?]': 'unbalanced' },
      cite: ttm('ttm_bo_unpin: WARN_ON_ONCE(!bo->pin_count)'),
    },
    {
      name: 'unpinned-at-release',
      never: { 'pins[?]': 'leaked' },
      cite: ttm('ttm_bo_release: WARN_ON_ONCE(bo->pin_count)'),
    },
  ],
});
const about = v.about(steps);
const clause = (
  name: string,
  says: Clause['says'],
  rest: Omit<Parameters<typeof about.clause>[0], 'name' | 'says'>,
): Clause => about.clause({ name: `pinned-bo/${name}`, says, ...rest });
export const pinnedLaws = {
  'eviction-skips-pinned': clause('eviction-skips-pinned', ttm('ttm_bo_evict_cb: if (bo->pin_count) return 0'), {
    requires: { ttm_bo_evict_cb: { 'pins[j]': 'zero' } },
  }),
  'pin-holds-resv': clause('pin-holds-resv', ttm('ttm_bo_pin: dma_resv_assert_held(bo->base.resv)'), {
    moves: { ttm_bo_evict_cb: { 'boResv[j]': 'take.evict' }, ttm_bo_evict: { 'boResv[j]': 'give.evict' } },
    requires: { ttm_bo_pin: { 'boResv[i]': 'free' }, ttm_bo_unpin: { 'boResv[i]': 'free' } },
  }),
  'validate-leaves-pinned': clause(
    'validate-leaves-pinned',
    ttm('ttm_bo_validate: if (bo->pin_count) return -EINVAL'),
    { requires: { moved_0: { 'pins[i]': 'zero' }, moved_system_0: { 'pins[i]': 'zero' } } },
  ),
  'unpin-what-is-pinned': clause('unpin-what-is-pinned', ttm('ttm_bo_unpin: WARN_ON_ONCE(!bo->pin_count)'), {
    requires: { ttm_bo_unpin: { 'pins[i]': 'pinned' } },
  }),
  'unpin-before-put': clause('unpin-before-put', ttm('ttm_bo_release: WARN_ON_ONCE(bo->pin_count)'), {
    requires: { ttm_bo_put: { 'pins[i]': 'zero' } },
  }),
  'evictor-gets-the-room': clause(
    'evictor-gets-the-room',
    ttm('ttm_bo_evict_cb: ttm_resource_alloc for the evictor right after the eviction'),
    {
      moves: { ttm_bo_evict_cb: { turn: 'take.bo[i]' } },
      requires: { moved_0: { turn: ['free', 'held.bo[i]'] } },
      also: Object.fromEntries(
        ['moved_0', 'pinned_EINVAL', 'all_pinned_ENOMEM', 'domain_busy_ENOMEM', 'compatible_0'].map((step) => [
          step,
          { turn: 'give.bo[i]' },
        ]),
      ),
    },
  ),
} as const;
export const pinnedFaults = {
  'waits-for-room': clause('waits-for-room', enomem, {
    forbids: ['all_pinned_ENOMEM'],
    about: 'If every object is pinned, the call waits until one is unpinned.',
  }),
  'waits-where-pinned': clause('waits-where-pinned', ttm('ttm_bo_validate: if (bo->pin_count) return -EINVAL'), {
    forbids: ['pinned_EINVAL', 'pinned_system_EINVAL'],
  }),
  'waits-for-the-domain': clause('waits-for-the-domain', enomem, { forbids: ['domain_busy_ENOMEM'] }),
} as const;

/** The fence of the last move into or out of video memory: who comes later waits for it, or looks elsewhere. */
const f = vocabulary({ ...pinnedParts, moveFence: { of: dmaFence, title: 'fence of the last move' } } as const);
const fenceSteps = f.steps(
  f.step('move_begins', 'user', { moves: { moveFence: 'publish' }, cite: ttm('ttm_bo_add_move_fence') }),
  f.step('move_signals', 'copy_engine', {
    moves: { moveFence: 'dma_fence_signal' },
    cite: ttm('ttm_bo_add_move_fence'),
  }),
  f.step('fallback_0', 'validator[i]', {
    moves: { 'validate[i]': 'return_0', 'bo[i]': 'to_tt' },
    when: { 'validate[i]': 'wants.vram', 'pins[i]': 'zero', 'bo[i]': ['none', 'system'], moveFence: 'visible' },
    cite: ttm('ttm_bo_add_move_fence: -EBUSY with no_wait_gpu, the next place is tried'),
  }),
);
export const moveFence = f.row({
  name: 'ttm-move-fence',
  steps: fenceSteps,
  ties: { requires: { moved_0: { moveFence: '!visible' } } },
  promises: [{ name: 'move-fence-signals', pending: { moveFence: 'visible' }, cite: ttm('ttm_bo_add_move_fence') }],
});
export const waitsForGpu: Clause = f.about(fenceSteps).clause({
  name: 'pinned-bo/waits-for-gpu',
  says: ttm('ttm_bo_add_move_fence: without no_wait_gpu the fence is waited for'),
  forbids: ['fallback_0'],
});

/** Two threads that reserve the same two objects, each with a ticket; thread 1 has the older one. */
const r = vocabulary({
  thread: { of: reserver, family: 'bos', title: 'thread' },
  boResv: { of: boLock, family: 'bos', title: 'reservation of object' },
} as const);
const reserve = (says: string) => ttmBoHeader(`ttm_bo_reserve: ${says}`);
const slowpath = (says: string) => ttmBoHeader(`ttm_bo_reserve_slowpath: ${says}`);
const reserveSteps = r.steps(
  r.step('begin', 'user', { moves: { 'thread[i]': 'begin' } }),
  r.step('reserve_0', 'importer_lock[i]', {
    moves: { 'thread[i]': 'first', 'boResv[i]': 'take.t[i]' },
    when: { 'boResv[i]': 'free', 'thread[i]': 'wants_first' },
    cite: reserve('0'),
  }),
  r.step('reserve_first_0', 'importer_lock[i]', {
    moves: { 'thread[i]': 'first', 'boResv[i]': 'take.t[i]' },
    when: { 'boResv[i]': 'free', 'thread[i]': 'has_second' },
    cite: reserve('0'),
  }),
  r.step('reserve_second_0', 'importer_lock[i]', {
    moves: { 'thread[i]': 'second', 'boResv[j]': 'take.t[i]' },
    when: { 'boResv[j]': 'free', 'thread[i]': 'has_one' },
    cite: reserve('0'),
  }),
  r.step('reserve_slowpath_0', 'importer_lock[i]', {
    moves: { 'thread[i]': 'second', 'boResv[j]': 'take.t[i]' },
    when: { 'boResv[j]': 'free', 'thread[i]': 'wants_second', 'thread[j]': '!wants_second' },
    cite: slowpath('This is called after ttm_bo_reserve returns -EAGAIN and we backed off'),
  }),
  r.step('reserve_EDEADLK', 'importer[i]', {
    moves: { 'thread[i]': 'back_off', 'boResv[i]': 'give.t[i]' },
    when: { 'boResv[i]': 'held.t[2]', 'boResv[j]': 'held.t[1]', 'thread[i]': 'has_one' },
    cite: reserve('-EDEADLK: the other ticket is older'),
  }),
  r.step('reserve_again_EALREADY', 'user', {
    moves: { 'thread[i]': 'again' },
    cite: reserve('-EALREADY: the ticket has it'),
  }),
  r.step('reserve_no_wait_EBUSY', 'user', {
    moves: { 'thread[i]': 'busy' },
    when: { 'boResv[i]': 'held' },
    cite: reserve('-EBUSY with no_wait, and with a ticket always'),
  }),
  r.step('reserve_ERESTARTSYS', 'user', {
    moves: { 'thread[i]': 'interrupt' },
    when: { 'boResv[i]': 'held', 'thread[i]': 'wants_first' },
    cite: reserve('-ERESTARTSYS: interruptible, and a signal came'),
  }),
  r.step('reserve_slowpath_ERESTARTSYS', 'user', {
    moves: { 'thread[i]': 'interrupt' },
    when: { 'boResv[j]': 'held', 'thread[i]': 'wants_second', 'thread[j]': '!wants_second' },
    cite: slowpath('dma_resv_lock_slow_interruptible'),
  }),
  r.step('unreserve', 'importer[i]', {
    moves: { 'thread[i]': 'unreserve', 'boResv[i]': 'give.t[i]', 'boResv[j]': 'give.t[i]' },
    when: { 'thread[i]': 'has_both' },
  }),
  r.step('unreserve_one', 'user', {
    moves: { 'thread[i]': 'unreserve', 'boResv[i]': 'give.t[i]' },
    when: { 'thread[i]': 'has_one' },
  }),
  r.step('unreserve_second', 'user', {
    moves: { 'thread[i]': 'unreserve', 'boResv[j]': 'give.t[i]' },
    when: { 'thread[i]': 'has_second' },
  }),
);
export const ttmReserve = r.row({
  name: 'ttm-reserve',
  steps: reserveSteps,
  promises: [
    {
      name: 'reserve-returns',
      pending: { 'thread[i]': ['wants_first', 'has_one', 'wants_second', 'has_second'] },
      cite: reserve('it returns'),
    },
  ],
});
export const noBackOff: Clause = r.about(reserveSteps).clause({
  name: 'ttm-reserve/no-back-off',
  says: dmaResv('DEFINE_WD_CLASS(reservation_ww_class): the younger dies'),
  forbids: ['reserve_EDEADLK', 'unreserve_one', 'unreserve_second'],
});
