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
    none: stateNode('The object has no resource yet.', 'ttm_bo_init_reserved', {
      to_vram: to('vram', 'The object is allocated in video memory.', 'ttm_bo_validate'),
      to_tt: to('tt', 'The object is allocated in its fallback placement.', 'ttm_bo_validate'),
      to_system: to('system', 'The object is allocated in system memory.', 'ttm_bo_validate'),
      put: to('released', 'The last reference is dropped.', 'ttm_bo_release'),
    }),
    system: stateNode('The object is in system memory.', 'ttm_bo_validate', {
      to_vram: to('vram', 'The object is moved into video memory.', 'ttm_bo_validate'),
      to_tt: to('tt', 'The object is moved to its fallback placement.', 'ttm_bo_validate'),
      put: to('released', 'The last reference is dropped.', 'ttm_bo_release'),
    }),
    tt: stateNode('The object is in memory that the GPU reaches through its page tables.', 'ttm_bo_validate', {
      to_vram: to('vram', 'The object is moved into video memory.', 'ttm_bo_validate'),
      to_system: to('system', 'The object is evicted to system memory.', 'ttm_bo_evict'),
      put: to('released', 'The last reference is dropped.', 'ttm_bo_release'),
    }),
    vram: stateNode('The object is in video memory.', 'ttm_bo_validate', {
      to_system: to('system', 'The object is evicted to system memory.', 'ttm_bo_evict'),
      put: to('released', 'The last reference is dropped.', 'ttm_bo_release'),
    }),
    released: stateNode('The object is released.', 'ttm_bo_release'),
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
    zero: stateNode('The object is not pinned, and on the LRU list.', 'ttm_bo_unpin', {
      ttm_bo_pin: to(
        'pinned.one',
        'The object is pinned, and moved from the LRU list to the unevictable list.',
        'ttm_bo_pin',
      ),
      ttm_bo_unpin: to(
        'unbalanced',
        'The object is unpinned with a count of zero: WARN_ON_ONCE(!bo->pin_count).',
        'ttm_bo_unpin',
      ),
    }),
    pinned: {
      ...stateNode('The object is pinned, and cannot be evicted.', 'ttm_bo_pin', {
        moved: to('moved', 'The object is moved although it is pinned.', 'ttm_bo_pin'),
        released: to(
          'leaked',
          'The object is released while it is pinned: WARN_ON_ONCE(bo->pin_count).',
          'ttm_bo_release',
        ),
      }),
      initial: 'one',
      states: {
        one: stateNode('The pin count is one.', 'ttm_bo_pin', {
          ttm_bo_pin: to('two', 'The object is pinned again.', 'ttm_bo_pin'),
          ttm_bo_unpin: to(
            '#pin_count.zero',
            'The last pin is dropped, and the object is put back on the LRU list.',
            'ttm_bo_unpin',
          ),
        }),
        two: stateNode('The pin count is two.', 'ttm_bo_pin', {
          ttm_bo_pin: to('three', 'The object is pinned again.', 'ttm_bo_pin'),
          ttm_bo_unpin: to('one', 'One pin is dropped.', 'ttm_bo_unpin'),
        }),
        three: stateNode('The pin count is three.', 'ttm_bo_pin', {
          ttm_bo_unpin: to('two', 'One pin is dropped.', 'ttm_bo_unpin'),
        }),
      },
    },
    unbalanced: stateNode('The object was unpinned once more than it was pinned.', 'ttm_bo_unpin'),
    moved: stateNode('The object is pinned, and no longer where it was pinned.', 'ttm_bo_pin'),
    leaked: stateNode('The object was released while it was pinned.', 'ttm_bo_release'),
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
    idle: stateNode('There is no call.', 'ttm_bo_validate', {
      want_vram: to('wants.vram', 'ttm_bo_validate is called to place the object in video memory.', 'ttm_bo_validate'),
      want_system: to(
        'wants.system',
        'ttm_bo_validate is called to place the object in system memory.',
        'ttm_bo_validate',
      ),
    }),
    wants: {
      ...stateNode('The call looks for a place for the object.', 'ttm_bo_mem_space', {
        return_0: to('idle', 'The object is in the right place, and the call returns 0.', 'ttm_bo_validate'),
        return_EINVAL: to(
          'idle',
          'The object is pinned in the wrong place, and the call returns -EINVAL.',
          'ttm_bo_validate',
        ),
        return_ENOMEM: to(
          'idle',
          'There is no room and nothing to evict, and the call returns -ENOMEM.',
          'ttm_bo_validate',
        ),
      }),
      initial: 'vram',
      states: {
        vram: stateNode('The call looks for a place in video memory.', 'ttm_bo_mem_space'),
        system: stateNode('The call looks for a place in system memory.', 'ttm_bo_mem_space'),
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
    say_0: to('.zero', 'The object is in the right place: 0.', 'ttm_bo_validate'),
    say_EINVAL: to('.EINVAL', 'The object is pinned in the wrong place: -EINVAL.', 'ttm_bo_validate'),
    say_ENOMEM: to('.ENOMEM', 'There is no room and nothing to evict: -ENOMEM.', 'ttm_bo_mem_space'),
  },
  states: {
    none: stateNode('No call has returned yet.', 'ttm_bo_validate'),
    zero: stateNode('The last call has returned 0.', 'ttm_bo_validate'),
    EINVAL: stateNode('The last call has returned -EINVAL.', 'ttm_bo_validate'),
    ENOMEM: stateNode('The last call has returned -ENOMEM.', 'ttm_bo_mem_space'),
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
    none: stateNode('The object is not being evicted.', 'ttm_bo_evict_cb', {
      choose: to('chosen', 'The object is chosen from the LRU list to be evicted.', 'ttm_bo_evict_cb'),
    }),
    chosen: stateNode('The object is about to be evicted.', 'ttm_bo_evict', {
      move: to('none', 'The object is evicted.', 'ttm_bo_evict'),
    }),
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
    open: stateNode('The eviction domain accepts evicted objects.', 'ttm_bo_evict', {
      fill: to('busy', 'The eviction domain becomes full, or is not ready.', 'ttm_bo_evict'),
    }),
    busy: stateNode('The eviction domain accepts no evicted objects.', 'ttm_bo_evict'),
  },
});

const names = ({ bos = 1 }: { readonly bos?: number }): string[] => members('bo', bos);
/**
 * Video memory: as large as one buffer object.
 * Source: drivers/gpu/drm/ttm/ttm_resource.c (ttm_resource_alloc), v7.0.
 */
export const vram = (sizes: { readonly bos?: number }): Slot =>
  slot(
    'vram',
    names(sizes),
    'drivers/gpu/drm/ttm/ttm_resource.c: ttm_resource_alloc',
    'One object fills the video memory.',
    'The video memory is',
  );

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
    'The evicted space is kept for one object.',
    'The evicted space is',
  );

/**
 * The reservation lock of one buffer object, as TTM sees it: taken by its user, or by whoever evicts it.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_evict_cb: trylock first, then with the ticket), v7.0.
 */
export const boLock = (_: { readonly bos?: number }): Slot =>
  slot(
    'bo_resv',
    ['evict', 't[1]', 't[2]'],
    'include/drm/ttm/ttm_bo.h: ttm_bo_reserve',
    'One thread has reserved the object.',
  );

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
    idle: stateNode('The thread has reserved nothing.', 'ttm_bo_reserve', {
      begin: to('wants_first', 'The thread calls ww_acquire_init and gets a ticket.', 'ttm_bo_reserve'),
    }),
    wants_first: stateNode('The thread waits for the reservation lock of the first object.', 'ttm_bo_reserve', {
      first: to('has_one', 'The thread reserves the first object: 0.', 'ttm_bo_reserve'),
      interrupt: to('idle', 'A signal interrupts the wait: -ERESTARTSYS.', 'ttm_bo_reserve'),
      busy: to(
        'idle',
        'The object is reserved by another thread, and this one may not wait: -EBUSY.',
        'ttm_bo_reserve',
      ),
    }),
    wants_second: stateNode(
      'The thread has backed off, and waits for the lock of the second object.',
      'ttm_bo_reserve_slowpath',
      {
        second: to('has_second', 'The thread reserves the second object: 0.', 'ttm_bo_reserve_slowpath'),
        interrupt: to('idle', 'A signal interrupts the wait: -ERESTARTSYS.', 'ttm_bo_reserve_slowpath'),
      },
    ),
    has_one: stateNode('The thread has reserved the first object and waits for the second.', 'ttm_bo_reserve', {
      second: to('has_both', 'The thread reserves the second object: 0.', 'ttm_bo_reserve'),
      back_off: to(
        'wants_second',
        'An older ticket holds the lock: -EDEADLK, and the thread releases the first object.',
        'ttm_bo_reserve',
      ),
      again: to('has_one', 'The thread reserves the first object again: -EALREADY.', 'ttm_bo_reserve'),
      unreserve: to('idle', 'The thread unreserves the first object without reserving the second.', 'ttm_bo_unreserve'),
    }),
    has_second: stateNode('The thread has reserved the second object and waits for the first.', 'ttm_bo_reserve', {
      first: to('has_both', 'The thread reserves the first object: 0.', 'ttm_bo_reserve'),
      unreserve: to('idle', 'The thread unreserves the second object without reserving the first.', 'ttm_bo_unreserve'),
    }),
    has_both: stateNode('The thread has reserved both objects.', 'ttm_bo_reserve', {
      unreserve: to('done', 'The thread unreserves both objects.', 'ttm_bo_unreserve'),
    }),
    done: stateNode('The ticket is finished; a new one would be the youngest.', 'ttm_bo_unreserve'),
  },
});
