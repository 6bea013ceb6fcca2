import { setup } from 'xstate';
import { members } from './named.ts';
import { slot, type Slot } from './slot.ts';
import { citing } from './to.ts';

const ttm = 'drivers/gpu/drm/ttm/ttm_bo.c';
const { to, stateNode } = citing(ttm);

/**
 * Where a buffer object is.
 * Rule: it moves only by validation or eviction, and only while nobody has pinned it.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_validate, ttm_bo_evict, ttm_bo_release), v7.0.
 */
export const ttmBo = setup({
  types: { events: {} as { type: 'to_vram' } | { type: 'to_tt' } | { type: 'to_system' } | { type: 'put' } },
}).createMachine({
  id: 'ttm_bo',
  initial: 'none',
  states: {
    none: stateNode('No resource yet.', 'ttm_bo_init_reserved', {
      to_vram: to('vram', 'Allocated in video memory.', 'ttm_bo_validate'),
      to_tt: to('tt', 'Allocated in the fallback placement.', 'ttm_bo_validate'),
      to_system: to('system', 'Allocated in system memory.', 'ttm_bo_validate'),
      put: to('released', 'The last reference goes.', 'ttm_bo_release'),
    }),
    system: stateNode('In system memory.', 'ttm_bo_validate', {
      to_vram: to('vram', 'Moved in.', 'ttm_bo_validate'),
      to_tt: to('tt', 'Moved to the fallback placement.', 'ttm_bo_validate'),
      put: to('released', 'The last reference goes.', 'ttm_bo_release'),
    }),
    tt: stateNode('In memory that the GPU reaches through its page tables.', 'ttm_bo_validate', {
      to_vram: to('vram', 'Moved in.', 'ttm_bo_validate'),
      to_system: to('system', 'Evicted.', 'ttm_bo_evict'),
      put: to('released', 'The last reference goes.', 'ttm_bo_release'),
    }),
    vram: stateNode('In video memory.', 'ttm_bo_validate', {
      to_system: to('system', 'Evicted.', 'ttm_bo_evict'),
      put: to('released', 'The last reference goes.', 'ttm_bo_release'),
    }),
    released: stateNode('Gone.', 'ttm_bo_release'),
  },
});

/**
 * The pin count of a buffer object, up to three.
 * Rule: above zero it is on no LRU list, is not moved, not evicted, and not released.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_pin, ttm_bo_unpin, ttm_bo_release: WARN_ON_ONCE(bo->pin_count)), v7.0.
 */
export const boPins = setup({
  types: { events: {} as { type: 'ttm_bo_pin' } | { type: 'ttm_bo_unpin' } | { type: 'moved' } | { type: 'released' } },
}).createMachine({
  id: 'pin_count',
  initial: 'zero',
  states: {
    zero: stateNode('On the LRU list.', 'ttm_bo_unpin', {
      ttm_bo_pin: to('pinned.one', 'Off the LRU list, to the unevictable ones.', 'ttm_bo_pin'),
      ttm_bo_unpin: to('unbalanced', 'WARN_ON_ONCE(!bo->pin_count).', 'ttm_bo_unpin'),
    }),
    pinned: {
      ...stateNode('Unevictable.', 'ttm_bo_pin', {
        moved: to('moved', 'Moved under a pin.', 'ttm_bo_pin'),
        released: to('leaked', 'WARN_ON_ONCE(bo->pin_count).', 'ttm_bo_release'),
      }),
      initial: 'one',
      states: {
        one: stateNode('Once.', 'ttm_bo_pin', {
          ttm_bo_pin: to('two', 'Again.', 'ttm_bo_pin'),
          ttm_bo_unpin: to('#pin_count.zero', 'The last pin: back on the LRU list.', 'ttm_bo_unpin'),
        }),
        two: stateNode('Twice.', 'ttm_bo_pin', {
          ttm_bo_pin: to('three', 'Again.', 'ttm_bo_pin'),
          ttm_bo_unpin: to('one', 'One less.', 'ttm_bo_unpin'),
        }),
        three: stateNode('Three times.', 'ttm_bo_pin', { ttm_bo_unpin: to('two', 'One less.', 'ttm_bo_unpin') }),
      },
    },
    unbalanced: stateNode('Unpinned once too often.', 'ttm_bo_unpin'),
    moved: stateNode('Pinned, and no longer where it was.', 'ttm_bo_pin'),
    leaked: stateNode('Released with pins held.', 'ttm_bo_release'),
  },
});

/**
 * A call of ttm_bo_validate.
 * Rule: it returns: 0, -EINVAL for a pinned object in the wrong place, -ENOMEM where nothing can be evicted.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_validate, ttm_bo_mem_space), v7.0.
 */
export const validateCall = setup({
  types: {
    events: {} as
      | { type: 'want_vram' }
      | { type: 'want_system' }
      | { type: 'return_0' }
      | { type: 'return_EINVAL' }
      | { type: 'return_ENOMEM' },
  },
}).createMachine({
  id: 'ttm_bo_validate',
  initial: 'idle',
  states: {
    idle: stateNode('No call.', 'ttm_bo_validate', {
      want_vram: to('wants.vram', 'It must be in video memory.', 'ttm_bo_validate'),
      want_system: to('wants.system', 'It must be in system memory.', 'ttm_bo_validate'),
    }),
    wants: {
      ...stateNode('Looks for a place.', 'ttm_bo_mem_space', {
        return_0: to('idle', 'It is where it must be.', 'ttm_bo_validate'),
        return_EINVAL: to('idle', 'Pinned elsewhere.', 'ttm_bo_validate'),
        return_ENOMEM: to('idle', 'No room, and nothing to evict.', 'ttm_bo_validate'),
      }),
      initial: 'vram',
      states: {
        vram: stateNode('In video memory.', 'ttm_bo_mem_space'),
        system: stateNode('In system memory.', 'ttm_bo_mem_space'),
      },
    },
  },
});

/**
 * What the last ttm_bo_validate said.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_validate), v6.12.
 */
export const validateAnswer = setup({
  types: { events: {} as { type: 'say_0' } | { type: 'say_EINVAL' } | { type: 'say_ENOMEM' } },
}).createMachine({
  id: 'validate_answer',
  initial: 'none',
  on: {
    say_0: to('.zero', 'It is where it must be.', 'ttm_bo_validate'),
    say_EINVAL: to('.EINVAL', 'Pinned elsewhere.', 'ttm_bo_validate'),
    say_ENOMEM: to('.ENOMEM', 'No room, and nothing to evict.', 'ttm_bo_mem_space'),
  },
  states: {
    none: stateNode('Nothing yet.', 'ttm_bo_validate'),
    zero: stateNode('0.', 'ttm_bo_validate'),
    EINVAL: stateNode('-EINVAL.', 'ttm_bo_validate'),
    ENOMEM: stateNode('-ENOMEM.', 'ttm_bo_mem_space'),
  },
});

/**
 * A victim of eviction.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_evict_cb, ttm_bo_evict), v7.0.
 */
export const eviction = setup({ types: { events: {} as { type: 'choose' } | { type: 'move' } } }).createMachine({
  id: 'eviction',
  initial: 'none',
  states: {
    none: stateNode('Stays.', 'ttm_bo_evict_cb', {
      choose: to('chosen', 'Taken from the LRU list.', 'ttm_bo_evict_cb'),
    }),
    chosen: stateNode('About to be moved out.', 'ttm_bo_evict', { move: to('none', 'Moved out.', 'ttm_bo_evict') }),
  },
});

/**
 * Where evicted objects go.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_evict: evict_flags);
 * drivers/gpu/drm/ttm/tests/ttm_mock_manager.c (the busy manager), v7.0.
 */
export const evictionDomain = setup({ types: { events: {} as { type: 'fill' } } }).createMachine({
  id: 'eviction_domain',
  initial: 'open',
  states: {
    open: stateNode('Takes them.', 'ttm_bo_evict', { fill: to('busy', 'Full, or not ready.', 'ttm_bo_evict') }),
    busy: stateNode('Takes none.', 'ttm_bo_evict'),
  },
});

const names = ({ bos = 1 }: { readonly bos?: number }): string[] => members('bo', bos);
/**
 * Video memory: as large as one buffer object.
 * Source: drivers/gpu/drm/ttm/ttm_resource.c (ttm_resource_alloc), v7.0.
 */
export const vram = (sizes: { readonly bos?: number }): Slot =>
  slot('vram', names(sizes), 'drivers/gpu/drm/ttm/ttm_resource.c: ttm_resource_alloc', 'One object fills it.');

/**
 * Whose room the next free video memory is: that of the object for which something was evicted.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_evict_cb: ttm_resource_alloc for the evictor right
 * after the eviction), v7.0.
 */
export const evictionTurn = (sizes: { readonly bos?: number }): Slot =>
  slot(
    'eviction_turn',
    names(sizes),
    'drivers/gpu/drm/ttm/ttm_bo.c: ttm_bo_evict_cb',
    'One object is being made room for.',
  );

/**
 * The reservation lock of one buffer object, as TTM sees it: taken by its user, or by whoever evicts it.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_evict_cb: trylock first, then with the ticket), v7.0.
 */
export const boLock = (_: { readonly bos?: number }): Slot =>
  slot('bo_resv', ['evict', 't[1]', 't[2]'], 'include/drm/ttm/ttm_bo.h: ttm_bo_reserve', 'One thread has it reserved.');

/**
 * A thread that reserves two buffer objects with one ticket: its own first, then the other's.
 * Rule: where an older ticket has an object it gives back all it has, and begins again by the one that
 * it could not have
 * (-EDEADLK).
 * Source: include/drm/ttm/ttm_bo.h (ttm_bo_reserve, ttm_bo_reserve_slowpath); drivers/dma-buf/dma-resv.c
 * (DEFINE_WD_CLASS(reservation_ww_class)); kernel/locking/ww_mutex.h (contending_lock), v7.0.
 */
export const reserver = setup({
  types: {
    events: {} as
      | { type: 'begin' }
      | { type: 'busy' }
      | { type: 'first' }
      | { type: 'second' }
      | { type: 'again' }
      | { type: 'back_off' }
      | { type: 'interrupt' }
      | { type: 'unreserve' },
  },
}).createMachine({
  id: 'ttm_bo_reserve',
  initial: 'idle',
  states: {
    idle: stateNode('Has nothing reserved.', 'ttm_bo_reserve', {
      begin: to('wants_first', 'ww_acquire_init.', 'ttm_bo_reserve'),
    }),
    wants_first: stateNode('Waits for the first.', 'ttm_bo_reserve', {
      first: to('has_one', 'Reserved: 0.', 'ttm_bo_reserve'),
      interrupt: to('idle', 'A signal came: -ERESTARTSYS.', 'ttm_bo_reserve'),
      busy: to('idle', 'Somebody has it, and it may not wait: -EBUSY.', 'ttm_bo_reserve'),
    }),
    wants_second: stateNode('Waits for the second, which it could not have before.', 'ttm_bo_reserve_slowpath', {
      second: to('has_second', 'Reserved: 0.', 'ttm_bo_reserve_slowpath'),
      interrupt: to('idle', 'A signal came: -ERESTARTSYS.', 'ttm_bo_reserve_slowpath'),
    }),
    has_one: stateNode('Wants the second.', 'ttm_bo_reserve', {
      second: to('has_both', 'Reserved: 0.', 'ttm_bo_reserve'),
      back_off: to('wants_second', 'An older ticket has it: -EDEADLK, all is given back.', 'ttm_bo_reserve'),
      again: to('has_one', 'The first once more: -EALREADY.', 'ttm_bo_reserve'),
      unreserve: to('idle', 'Enough: given back.', 'ttm_bo_unreserve'),
    }),
    has_second: stateNode('Wants the first.', 'ttm_bo_reserve', {
      first: to('has_both', 'Reserved: 0.', 'ttm_bo_reserve'),
      unreserve: to('idle', 'Enough: given back.', 'ttm_bo_unreserve'),
    }),
    has_both: stateNode('Works on both.', 'ttm_bo_reserve', {
      unreserve: to('done', 'Given back.', 'ttm_bo_unreserve'),
    }),
    done: stateNode('Its ticket is used up; a new one would be the youngest.', 'ttm_bo_unreserve'),
  },
});
