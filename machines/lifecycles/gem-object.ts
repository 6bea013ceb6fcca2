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
    unbacked: stateNode('No pages yet.', `${msm}: msm_gem_new`, {
      get_pages: to('willneed', 'Pages are there.', `${msm}: msm_gem_get_pages_locked`),
    }),
    willneed: stateNode('Backed, and userspace wants it.', `${msm}: msm_gem_madvise`, {
      madvise_dontneed: to('dontneed', 'A cache that userspace can do without.', `${msm}: msm_gem_madvise`),
      purge: to('lost', 'Thrown away all the same.', `${msm}: msm_gem_purge`),
      evict: to('evicted', 'Swapped out.', `${msm}: msm_gem_evict`),
    }),
    dontneed: stateNode('Backed, and userspace can do without.', `${msm}: msm_gem_madvise`, {
      madvise_willneed: to('willneed', 'Wanted again: retained.', `${msm}: msm_gem_madvise`),
      purge: to('purged', 'Thrown away.', `${msm}: msm_gem_purge`),
    }),
    evicted: stateNode('Contents are in swap.', `${msm}: msm_gem_evict`, {
      get_pages: to('willneed', 'Swapped in.', `${msm}: msm_gem_get_pages_locked`),
    }),
    purged: stateNode('Contents are gone for good; userspace is told at the next madvise.', `${msm}: msm_gem_purge`),
    lost: stateNode('Contents that userspace wanted are gone.', `${msm}: msm_gem_purge`),
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
    none: stateNode('No address.', `${msm}: msm_gem_get_and_pin_iova`, {
      map: to('mapped', 'An address, mapped.', `${msm}: msm_gem_get_and_pin_iova`),
    }),
    mapped: stateNode('Mapped.', `${msm}: msm_gem_pin_vma_locked`, {
      unmap: to('kept', 'Unmapped; the address stays.', `${msm}: put_iova_spaces`),
      give_away: to('given_away', "Unmapped, and the address is somebody else's.", `${msm}: put_iova_spaces`),
    }),
    kept: stateNode('The address is kept, without pages.', `${msm}: put_iova_spaces`, {
      map: to('mapped', 'Mapped at the same address.', `${msm}: msm_gem_pin_vma_locked`),
    }),
    given_away: stateNode('Userspace still uses the address.', `${msm}: put_iova_spaces`),
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
    idle: stateNode('No job uses it.', `${scan}: is_active`, {
      start: to('running', 'A job uses it.', `${scan}: is_active`),
    }),
    running: stateNode('A job uses it.', `${scan}: is_active`, {
      end: to('idle', 'Its fence is signaled.', `${scan}: wait_for_idle`),
      pages_gone: to('astray', 'Its pages go under it.', `${scan}: evict`),
    }),
    astray: stateNode('The job uses pages of somebody else.', `${scan}: evict`),
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
    none: stateNode('Not mapped.', `${msm}: msm_gem_get_vaddr_locked`, {
      get_vaddr: to('used', 'Mapped and used.', `${msm}: msm_gem_get_vaddr_locked`),
    }),
    used: stateNode('vmap_count is not zero.', `${msm}: msm_gem_get_vaddr_locked`, {
      put_vaddr: to('unused', 'vmap_count is zero; the mapping stays as a cache.', `${msm}: msm_gem_put_vaddr_locked`),
      vunmap: to('torn', 'Torn down under its user.', `${msm}: msm_gem_vunmap`),
    }),
    unused: stateNode('Mapped, and nobody uses it.', `${msm}: msm_gem_put_vaddr_locked`, {
      get_vaddr: to('used', 'Used again.', `${msm}: msm_gem_get_vaddr_locked`),
      vunmap: to('none', 'Torn down.', `${msm}: msm_gem_vunmap`),
    }),
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
    outside: stateNode('Does not reclaim.', shrinkerC('do_shrink_slab'), {
      enter: to('entered', 'Direct reclaim calls the shrinker.', shrinkerC('do_shrink_slab')),
    }),
    entered: stateNode('Wants the lists.', `${scan}: msm_gem_shrinker_scan`, {
      take_lists: to('scanning', 'Walks them.', `${scan}: msm_gem_shrinker_scan`),
    }),
    scanning: stateNode('Looks at an object.', `${scan}: msm_gem_shrinker_scan`, {
      freed: to('freed', 'Pages were freed.', `${scan}: purge`),
      nothing: to('nothing', 'Not this one.', `${scan}: msm_gem_shrinker_scan`),
    }),
    freed: stateNode('Has freed something.', `${scan}: msm_gem_shrinker_scan`, {
      leave: to('left', 'Says how much.', `${scan}: msm_gem_shrinker_scan`),
    }),
    nothing: stateNode('Has freed nothing.', `${scan}: msm_gem_shrinker_scan`, {
      stop: to('left', 'SHRINK_STOP.', `${scan}: msm_gem_shrinker_scan`),
      again: to('entered', '"Try again": vmscan calls it again.', shrinkerC('do_shrink_slab')),
      leave: to('left', 'Another shrinker, or the page cache, gave pages.', 'mm/vmscan.c: shrink_node'),
    }),
    left: stateNode('Reclaim goes on without it.', shrinkerC('do_shrink_slab'), {
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
      | { type: 'pages_gone' },
  },
}).createMachine({
  id: 'gem_submit',
  initial: 'idle',
  states: {
    idle: stateNode('No submit.', msmGemSubmit('msm_ioctl_gem_submit'), {
      begin: to('wants', 'It begins.', msmGemSubmit('msm_ioctl_gem_submit')),
    }),
    wants: stateNode('Wants the object.', msmGemSubmit('submit_lock_objects'), {
      lock: to('locked', 'Locked.', msmGemSubmit('submit_lock_objects')),
    }),
    locked: stateNode('Has the object.', msmGemSubmit('submit_pin_objects'), {
      pages_gone: to('robbed', 'The pages of the object that it has locked go.', `${msm}: msm_gem_purge`),
      alloc: to('allocating', 'Allocates its pages: memory is short.', `${msm}: get_pages`),
    }),
    allocating: stateNode('In direct reclaim, with the object locked.', `${msm}: get_pages`, {
      pages_gone: to('robbed', 'The pages of the object that it has locked go.', `${msm}: msm_gem_purge`),
      pages: to('backed', 'The allocation has returned.', `${msm}: get_pages`),
    }),
    backed: stateNode('Wants the lists.', `${msm}: update_lru_locked`, {
      pages_gone: to('robbed', 'The pages of the object that it has locked go.', `${msm}: msm_gem_purge`),
      take_lists: to('listing', 'Moves the object to its list.', `${msm}: update_lru_locked`),
    }),
    listing: stateNode('Moves the object to its list.', `${msm}: update_lru_locked`, {
      pages_gone: to('robbed', 'The pages of the object that it has locked go.', `${msm}: msm_gem_purge`),
      end: to('idle', 'All is given back.', msmGemSubmit('submit_unlock_unpin_bo')),
    }),
    robbed: stateNode('The object that it has locked is without pages.', `${msm}: msm_gem_purge`),
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
    idle: stateNode('Nobody reads.', `${msm}: msm_gem_describe_objects`, {
      open: to('opened', 'Somebody reads.', `${msm}: msm_gem_describe_objects`),
    }),
    opened: stateNode('Wants the list.', `${msm}: msm_gem_describe_objects`, {
      walk: to('walking', 'Walks it.', `${msm}: msm_gem_describe_objects`),
    }),
    walking: stateNode('Wants to look at an object.', `${msm}: msm_gem_describe`, {
      look: to('looking', 'Has locked it.', `${msm}: msm_gem_describe`),
    }),
    looking: stateNode('Prints it.', `${msm}: msm_gem_describe`, {
      close: to('idle', 'Done.', `${msm}: msm_gem_describe_objects`),
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
    'One thread has the object.',
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
    roomy: stateNode('The job has room.', panthorHeap('panthor_heap_create'), {
      hw_full: to('full', 'The tiler has used it up and waits.', panthorSched('group_process_tiler_oom')),
    }),
    full: stateNode('The firmware asks for another chunk.', panthorSched('group_process_tiler_oom'), {
      alloc: to('allocating', 'GFP_KERNEL: it may reclaim.', panthorHeap('panthor_alloc_heap_chunk')),
      grown: to('roomy', 'A chunk was there at once.', panthorHeap('panthor_heap_grow')),
      fail: to('incremental', 'GFP_NOWAIT found nothing: -ENOMEM.', panthorHeap('panthor_heap_grow')),
    }),
    allocating: stateNode('In direct reclaim.', panthorHeap('panthor_alloc_heap_chunk'), {
      reclaimed: to('roomy', 'A chunk is there.', panthorHeap('panthor_heap_grow')),
    }),
    incremental: stateNode(
      'The firmware renders what is there and empties the heap.',
      panthorHeap('panthor_heap_grow'),
      {
        flushed: to('roomy', 'Rendered.', panthorHeap('panthor_heap_return_chunk')),
      },
    ),
  },
});
