import { setup } from 'xstate';
import { members } from './named.ts';
import { slot, type Slot } from './slot.ts';
import { inFile, stateNode, to } from './to.ts';

const shrinkerC = inFile('mm/shrinker.c');
const msmGemSubmit = inFile('drivers/gpu/drm/msm/msm_gem_submit.c');
const panthorHeap = inFile('drivers/gpu/drm/panthor/panthor_heap.c');
const panthorSched = inFile('drivers/gpu/drm/panthor/panthor_sched.c');

const msm = 'drivers/gpu/drm/msm/msm_gem.c';
const scan = 'drivers/gpu/drm/msm/msm_gem_shrinker.c';

/**
 * The pages of a GEM object and what userspace has said of them.
 * Rule: contents are thrown away only where userspace said DONTNEED; purged is for good; evicted contents come back.
 * Source: drivers/gpu/drm/msm/msm_gem.c (msm_gem_madvise, msm_gem_purge, msm_gem_evict,
 * msm_gem_get_pages_locked), v7.0.
 */
export const gemObject = setup({
  types: {
    events: {} as
      | { type: 'get_pages' }
      | { type: 'madvise_dontneed' }
      | { type: 'madvise_willneed' }
      | { type: 'purge' }
      | { type: 'evict' },
  },
}).createMachine({
  id: 'gem_object',
  initial: 'unbacked',
  states: {
    unbacked: stateNode('The object has no pages yet.', `${msm}: msm_gem_new`, {
      get_pages: to('willneed', 'The object gets its pages.', `${msm}: msm_gem_get_pages_locked`),
    }),
    willneed: stateNode('The object has pages, and userspace needs their contents.', `${msm}: msm_gem_madvise`, {
      madvise_dontneed: to(
        'dontneed',
        'Userspace marks the object DONTNEED: it is a cache that may be purged.',
        `${msm}: msm_gem_madvise`,
      ),
      purge: to('lost', 'The object is purged although userspace needs its contents.', `${msm}: msm_gem_purge`),
      evict: to('evicted', 'The contents are swapped out.', `${msm}: msm_gem_evict`),
    }),
    dontneed: stateNode(
      'The object has pages, and userspace does not need their contents.',
      `${msm}: msm_gem_madvise`,
      {
        madvise_willneed: to(
          'willneed',
          'Userspace marks the object WILLNEED, and its contents are retained.',
          `${msm}: msm_gem_madvise`,
        ),
        purge: to('purged', 'The object is purged.', `${msm}: msm_gem_purge`),
      },
    ),
    evicted: stateNode('The contents are in swap.', `${msm}: msm_gem_evict`, {
      get_pages: to('willneed', 'The contents are swapped in.', `${msm}: msm_gem_get_pages_locked`),
    }),
    purged: stateNode('The contents are lost for good; the next madvise tells userspace.', `${msm}: msm_gem_purge`),
    lost: stateNode('Contents that userspace needs are lost.', `${msm}: msm_gem_purge`),
  },
});

/**
 * The GPU address of an object.
 * Rule: it is kept while the pages go; only the mapping is torn down.
 * Source: drivers/gpu/drm/msm/msm_gem.c (put_iova_spaces(obj, NULL, false)), v7.0; cover letter of
 * Rob Clark, 2021 ("de-coupled the iova lifetime from the pages lifetime").
 */
export const gemAddress = setup({
  types: { events: {} as { type: 'map' } | { type: 'unmap' } | { type: 'give_away' } },
}).createMachine({
  id: 'gem_address',
  initial: 'none',
  states: {
    none: stateNode('The object has no GPU address.', `${msm}: msm_gem_get_and_pin_iova`, {
      map: to('mapped', 'The object gets a GPU address and is mapped.', `${msm}: msm_gem_get_and_pin_iova`),
    }),
    mapped: stateNode('The object is mapped.', `${msm}: msm_gem_pin_vma_locked`, {
      unmap: to('kept', 'The object is unmapped and keeps its address.', `${msm}: put_iova_spaces`),
      give_away: to(
        'given_away',
        'The object is unmapped, and its address is given to another object.',
        `${msm}: put_iova_spaces`,
      ),
    }),
    kept: stateNode('The object keeps its address and has no pages.', `${msm}: put_iova_spaces`, {
      map: to('mapped', 'The object is mapped at the same address.', `${msm}: msm_gem_pin_vma_locked`),
    }),
    given_away: stateNode('Userspace still uses an address that belongs to another object.', `${msm}: put_iova_spaces`),
  },
});

/**
 * What the GPU does with an object; its fence is in the reservation object while it runs.
 * Rule: its pages stay until it is idle.
 * Source: drivers/gpu/drm/msm/msm_gem_shrinker.c (active_evict waits, evict skips active objects), v7.0.
 */
export const gemUse = setup({
  types: { events: {} as { type: 'start' } | { type: 'end' } | { type: 'pages_gone' } },
}).createMachine({
  id: 'gem_use',
  initial: 'idle',
  states: {
    idle: stateNode('No job uses the object.', `${scan}: is_active`, {
      start: to('running', 'A job starts to use the object.', `${scan}: is_active`),
    }),
    running: stateNode('A job uses the object.', `${scan}: is_active`, {
      end: to('idle', "The job's fence is signaled.", `${scan}: wait_for_idle`),
      pages_gone: to('astray', 'The pages are freed while the job uses them.', `${scan}: evict`),
    }),
    astray: stateNode('The job uses pages that no longer belong to the object.', `${scan}: evict`),
  },
});

/**
 * A kernel mapping of an object.
 * Rule: it is torn down only while nobody uses it.
 * Source: drivers/gpu/drm/msm/msm_gem_shrinker.c (msm_gem_shrinker_vmap, is_vunmapable), v7.0.
 */
export const gemVmap = setup({
  types: { events: {} as { type: 'get_vaddr' } | { type: 'put_vaddr' } | { type: 'vunmap' } },
}).createMachine({
  id: 'gem_vmap',
  initial: 'none',
  states: {
    none: stateNode('The object has no kernel mapping.', `${msm}: msm_gem_get_vaddr_locked`, {
      get_vaddr: to('used', 'The object is mapped, and the CPU uses the mapping.', `${msm}: msm_gem_get_vaddr_locked`),
    }),
    used: stateNode('vmap_count is not zero: the CPU uses the mapping.', `${msm}: msm_gem_get_vaddr_locked`, {
      put_vaddr: to(
        'unused',
        'vmap_count becomes zero, and the mapping stays as a cache.',
        `${msm}: msm_gem_put_vaddr_locked`,
      ),
      vunmap: to('torn', 'The mapping is torn down while the CPU uses it.', `${msm}: msm_gem_vunmap`),
    }),
    unused: stateNode(
      'The object is mapped, and the CPU does not use the mapping.',
      `${msm}: msm_gem_put_vaddr_locked`,
      {
        get_vaddr: to('used', 'The CPU uses the mapping again.', `${msm}: msm_gem_get_vaddr_locked`),
        vunmap: to('none', 'The mapping is torn down.', `${msm}: msm_gem_vunmap`),
      },
    ),
    torn: stateNode('The CPU uses an address that is not mapped.', `${msm}: msm_gem_vunmap`),
  },
});

/**
 * A thread in a shrinker's scan.
 * Rule: where nothing could be freed it says SHRINK_STOP; vmscan then goes on without it.
 * Source: drivers/gpu/drm/msm/msm_gem_shrinker.c (msm_gem_shrinker_scan); mm/shrinker.c (do_shrink_slab), v7.0.
 */
export const shrinkScan = setup({
  types: {
    events: {} as
      | { type: 'enter' }
      | { type: 'take_lists' }
      | { type: 'freed' }
      | { type: 'nothing' }
      | { type: 'stop' }
      | { type: 'again' }
      | { type: 'leave' }
      | { type: 'return' },
  },
}).createMachine({
  id: 'shrink_scan',
  initial: 'outside',
  states: {
    outside: stateNode('The thread is not in the shrinker.', shrinkerC('do_shrink_slab'), {
      enter: to('entered', 'Direct reclaim calls the shrinker.', shrinkerC('do_shrink_slab')),
    }),
    entered: stateNode('The shrinker waits for the lock of its lists.', `${scan}: msm_gem_shrinker_scan`, {
      take_lists: to('scanning', 'The shrinker takes the lock and walks the lists.', `${scan}: msm_gem_shrinker_scan`),
    }),
    scanning: stateNode('The shrinker looks at an object.', `${scan}: msm_gem_shrinker_scan`, {
      freed: to('freed', 'The shrinker frees the pages of the object.', `${scan}: purge`),
      nothing: to('nothing', 'The shrinker cannot free the pages of this object.', `${scan}: msm_gem_shrinker_scan`),
    }),
    freed: stateNode('The shrinker has freed pages.', `${scan}: msm_gem_shrinker_scan`, {
      leave: to('left', 'The shrinker returns how many pages it has freed.', `${scan}: msm_gem_shrinker_scan`),
    }),
    nothing: stateNode('The shrinker has freed no pages.', `${scan}: msm_gem_shrinker_scan`, {
      stop: to('left', 'The shrinker returns SHRINK_STOP.', `${scan}: msm_gem_shrinker_scan`),
      again: to(
        'entered',
        'The shrinker does not return SHRINK_STOP, so vmscan calls it again.',
        shrinkerC('do_shrink_slab'),
      ),
      leave: to('left', 'Another shrinker, or the page cache, frees pages.', 'mm/vmscan.c: shrink_node'),
    }),
    left: stateNode('The shrinker has returned, and reclaim goes on without it.', shrinkerC('do_shrink_slab'), {
      return: to('outside', 'The allocation returns.', 'mm/page_alloc.c: __alloc_pages_slowpath'),
    }),
  },
});

/**
 * A submit ioctl that locks an object, allocates its pages and puts it on the right list.
 * Rule: the object lock comes before the lock of the lists.
 * Source: drivers/gpu/drm/msm/msm_gem_submit.c (submit_lock_objects, submit_pin_objects), v5.12 and v7.0.
 */
export const gemSubmit = setup({
  types: {
    events: {} as
      | { type: 'begin' }
      | { type: 'lock' }
      | { type: 'alloc' }
      | { type: 'pages' }
      | { type: 'take_lists' }
      | { type: 'end' }
      | { type: 'refuse' },
  },
}).createMachine({
  id: 'gem_submit',
  initial: 'idle',
  states: {
    idle: stateNode('There is no submit.', msmGemSubmit('msm_ioctl_gem_submit'), {
      begin: to('wants', 'The submit begins.', msmGemSubmit('msm_ioctl_gem_submit')),
    }),
    wants: stateNode('The submit waits for the lock of the object.', msmGemSubmit('submit_lock_objects'), {
      lock: to('locked', 'The submit takes the lock of the object.', msmGemSubmit('submit_lock_objects')),
    }),
    locked: stateNode('The submit holds the lock of the object.', msmGemSubmit('submit_pin_objects'), {
      alloc: to(
        'allocating',
        'The submit allocates the pages of the object, and memory is short.',
        `${msm}: get_pages`,
      ),
      refuse: to(
        'idle',
        'The object was purged, or may be: the submit ends with -EBUSY.',
        `${msm}: msm_gem_get_pages_locked`,
      ),
    }),
    allocating: stateNode('The submit is in direct reclaim and holds the lock of the object.', `${msm}: get_pages`, {
      pages: to('backed', 'The allocation returns.', `${msm}: get_pages`),
    }),
    backed: stateNode('The submit waits for the lock of the lists.', `${msm}: update_lru_locked`, {
      take_lists: to('listing', 'The submit takes the lock of the lists.', `${msm}: update_lru_locked`),
    }),
    listing: stateNode('The submit moves the object to its list.', `${msm}: update_lru_locked`, {
      end: to('idle', 'The submit releases all its locks.', msmGemSubmit('submit_unlock_unpin_bo')),
    }),
  },
});

/**
 * Someone who reads the debugfs file of all objects.
 * Rule: it walks a list of its own; it may not lock objects under the lock of the shrinker's lists.
 * Source: "drm/msm: Fix debugfs deadlock" (Rob Clark, 2021); drivers/gpu/drm/msm/msm_gem.c
 * (msm_gem_describe_objects), v7.0.
 */
export const gemDebugfs = setup({
  types: { events: {} as { type: 'open' } | { type: 'walk' } | { type: 'look' } | { type: 'close' } },
}).createMachine({
  id: 'gem_debugfs',
  initial: 'idle',
  states: {
    idle: stateNode('Nobody reads the debugfs file.', `${msm}: msm_gem_describe_objects`, {
      open: to('opened', 'A thread opens the debugfs file.', `${msm}: msm_gem_describe_objects`),
    }),
    opened: stateNode('The reader waits for the lock of the list.', `${msm}: msm_gem_describe_objects`, {
      walk: to('walking', 'The reader takes the lock and walks the list.', `${msm}: msm_gem_describe_objects`),
    }),
    walking: stateNode('The reader waits for the lock of an object.', `${msm}: msm_gem_describe`, {
      look: to('looking', 'The reader takes the lock of the object.', `${msm}: msm_gem_describe`),
    }),
    looking: stateNode('The reader prints the object.', `${msm}: msm_gem_describe`, {
      close: to('idle', 'The reader closes the file.', `${msm}: msm_gem_describe_objects`),
    }),
  },
});

/**
 * The lock of one object.
 * Source: drivers/gpu/drm/msm/msm_gem.h (msm_gem_lock, msm_gem_trylock), v7.0.
 */
export const objectLock = ({ reclaimers = 1 }: { readonly reclaimers?: number }): Slot =>
  slot(
    'object_lock',
    ['submit', 'debugfs', 'submit_reclaim', ...members('reclaim', reclaimers)],
    'drivers/gpu/drm/msm/msm_gem.h: msm_gem_lock',
    'One thread holds the lock of the object.',
  );

/**
 * A heap that the tiler of a GPU grows while a job runs.
 * Rule: growing it is on the way to the job's signal: it may fail, it may not wait for memory.
 * Source: drivers/gpu/drm/panthor/panthor_heap.c (panthor_heap_grow), v7.0; panfrost/linux issue 32.
 */
export const tilerHeap = setup({
  types: {
    events: {} as
      | { type: 'hw_full' }
      | { type: 'alloc' }
      | { type: 'reclaimed' }
      | { type: 'grown' }
      | { type: 'fail' }
      | { type: 'flushed' },
  },
}).createMachine({
  id: 'tiler_heap',
  initial: 'roomy',
  states: {
    roomy: stateNode('The heap has room for the job.', panthorHeap('panthor_heap_create'), {
      hw_full: to('full', 'The tiler has used up the heap and waits.', panthorSched('group_process_tiler_oom')),
    }),
    full: stateNode('The firmware asks for another chunk.', panthorSched('group_process_tiler_oom'), {
      alloc: to(
        'allocating',
        'The driver allocates a chunk with GFP_KERNEL, which may enter direct reclaim.',
        panthorHeap('panthor_alloc_heap_chunk'),
      ),
      grown: to('roomy', 'A chunk is allocated without waiting.', panthorHeap('panthor_heap_grow')),
      fail: to('incremental', 'GFP_NOWAIT finds no memory: -ENOMEM.', panthorHeap('panthor_heap_grow')),
    }),
    allocating: stateNode('The allocation is in direct reclaim.', panthorHeap('panthor_alloc_heap_chunk'), {
      reclaimed: to('roomy', 'The chunk is allocated.', panthorHeap('panthor_heap_grow')),
    }),
    incremental: stateNode('The firmware renders what it has, to empty the heap.', panthorHeap('panthor_heap_grow'), {
      flushed: to(
        'roomy',
        'The rendering is done, and the heap has room again.',
        panthorHeap('panthor_heap_return_chunk'),
      ),
    }),
  },
});
