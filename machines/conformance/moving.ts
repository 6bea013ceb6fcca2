/** What the suite of moves that take time is made of: a buffer object, its ghost, its pages, and who wants its room. */
import { chart, state } from '../lifecycles/chart.ts';
import { to } from '../lifecycles/to.ts';

const ttm = 'drivers/gpu/drm/ttm/ttm_bo.c';
const util = 'drivers/gpu/drm/ttm/ttm_bo_util.c';
const tt = 'drivers/gpu/drm/ttm/ttm_tt.c';
const accel = `${util}: ttm_bo_move_accel_cleanup`;
const gutting = `${util}: ttm_bo_pipeline_gutting`;
const put = to('released', 'The last reference goes, and nobody works on it.', 'ttm_bo_release');
const busy = 'The last reference goes while its copy runs.';

/**
 * A buffer object that is moved by a copy of the GPU.
 * Rule: the call that moves it returns while the copy runs; it is where it goes to from then on.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_validate, ttm_bo_release, ttm_bo_delayed_delete);
 * drivers/gpu/drm/ttm/ttm_bo_util.c (ttm_bo_move_accel_cleanup, ttm_bo_pipeline_gutting), v6.12.
 */
export const movedBo = chart('moved_bo', ttm, {
  system: state('In system memory.', 'ttm_bo_validate', {
    to_vram: to('vram', 'A copy takes it in.', accel),
    gut: to('nowhere', 'Its content is not wanted any more.', gutting),
    put,
    put_busy: to('zombie', busy, 'ttm_bo_release'),
  }),
  vram: state('In video memory.', 'ttm_bo_validate', {
    to_system: to('system', 'A copy takes it out.', accel),
    gut: to('nowhere', 'Its content is not wanted any more.', gutting),
    put,
    put_busy: to('zombie_vram', busy, 'ttm_bo_release'),
  }),
  nowhere: state('Without a resource.', gutting, {
    make: to('system', 'It has memory again.', 'ttm_bo_validate'),
    put,
    put_busy: to('zombie', busy, 'ttm_bo_release'),
  }),
  zombie: state('Waits to be released.', 'ttm_bo_delayed_delete', {
    idle: to('released', 'Its fences are signaled.', 'ttm_bo_delayed_delete'),
  }),
  zombie_vram: state('Waits to be released, in video memory.', 'ttm_bo_delayed_delete', {
    idle_vram: to('released', 'Its fences are signaled.', 'ttm_bo_delayed_delete'),
  }),
  released: state('Gone.', 'ttm_bo_release'),
});

/**
 * The fence of a copy.
 * Source: drivers/gpu/drm/ttm/ttm_bo_util.c (ttm_bo_move_accel_cleanup), v6.12.
 */
export const moveCopy = chart('move_copy', util, {
  idle: state('None, or signaled.', accel, {
    begin: to('running', 'The object has its fence.', accel),
  }),
  running: state(
    'The copy engine works.',
    accel,
    { signal: to('idle', 'Done.', accel) },
    'waiting for',
  ),
});

/**
 * The ghost of an object: it has the memory out of which the copy goes, until the copy is done.
 * Rule: it is released like every object, later, by a worker that waits for its fences.
 * Source: drivers/gpu/drm/ttm/ttm_bo_util.c (ttm_buffer_object_transfer, ttm_transfered_destroy), v6.12.
 */
export const ghostBo = chart('ghost_bo', util, {
  none: state('There is none.', 'ttm_transfered_destroy', {
    take_vram: to('vram', 'It has the video memory.', 'ttm_bo_move_to_ghost'),
    take_system: to('system', 'It has the pages.', 'ttm_bo_move_to_ghost'),
  }),
  vram: state('Has video memory.', 'ttm_bo_move_to_ghost', {
    idle_vram: to('none', 'The copy is done.', 'ttm_transfered_destroy'),
  }),
  system: state('Has system memory.', 'ttm_bo_move_to_ghost', {
    idle: to('none', 'The copy is done.', 'ttm_transfered_destroy'),
  }),
});

/**
 * Video memory with room for one object.
 * Source: drivers/gpu/drm/ttm/ttm_resource.c (ttm_resource_alloc, ttm_resource_free), v6.12.
 */
export const oneRoom = chart('room', 'drivers/gpu/drm/ttm/ttm_resource.c', {
  free: state('Nobody has it.', 'ttm_resource_free', {
    take: to('taken', 'Allocated.', 'ttm_resource_alloc'),
  }),
  taken: state('Somebody has it.', 'ttm_resource_alloc', {
    give: to('free', 'Given back.', 'ttm_resource_free'),
  }),
});

/**
 * The last copy out of video memory that nobody waited for.
 * Rule: whoever gets room there waits for it, or does without the room.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_add_move_fence); ttm_bo_util.c (ttm_bo_move_pipeline_evict), v6.12.
 */
export const pipelinedMove = chart('pipelined_move', util, {
  none: state('None yet.', 'ttm_bo_move_pipeline_evict', {
    evict: to('running', 'The manager has its fence.', 'ttm_bo_move_pipeline_evict'),
  }),
  running: state('It runs.', 'ttm_bo_move_pipeline_evict', {
    signal: to('done', 'It is done; the manager keeps its fence.', `${ttm}: ttm_bo_add_move_fence`),
  }),
  done: state('It is done.', 'ttm_bo_move_pipeline_evict', {
    evict: to('running', 'Another one.', 'ttm_bo_move_pipeline_evict'),
  }),
});

/**
 * Another object that wants the room.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_evict_alloc, ttm_bo_add_move_fence), v6.12.
 */
export const otherBo = chart('other_bo', ttm, {
  none: state('Has no room.', 'ttm_bo_validate', {
    come: to('idle', 'Gets room that nobody works on.', 'ttm_bo_add_move_fence'),
    come_busy: to('waits', 'Gets room out of which a copy runs.', 'ttm_bo_add_move_fence'),
  }),
  waits: state('Has room, and the fence of the copy.', 'ttm_bo_add_move_fence', {
    signal: to('idle', 'The copy is done.', 'ttm_bo_add_move_fence'),
  }),
  idle: state('Has room, and may be used.', 'ttm_bo_validate', {
    leave: to('none', 'Gives its room back.', gutting),
  }),
});

/**
 * The pages of an object.
 * Source: drivers/gpu/drm/ttm/ttm_tt.c (ttm_tt_populate, ttm_tt_swapout, ttm_tt_swapin), v6.12.
 */
export const boPages = chart('bo_pages', tt, {
  none: state('None yet.', 'ttm_tt_create', {
    populate: to('there', 'Allocated.', 'ttm_tt_populate'),
  }),
  there: state('In memory.', 'ttm_tt_populate', {
    swap_out: to('swapped', 'Written to shmem, and given back.', 'ttm_tt_swapout'),
    drop: to('none', 'Given back, or to the ghost.', 'ttm_tt_unpopulate'),
    gut: to('none', 'Given back.', 'ttm_tt_unpopulate'),
  }),
  swapped: state('In shmem.', 'ttm_tt_swapout', {
    populate: to('there', 'Read back.', 'ttm_tt_swapin'),
    drop: to('none', 'Given back, or to the ghost.', 'ttm_tt_destroy'),
    gut: to('swapped', 'What has no pages in memory is left as it is.', 'ttm_tt_unpopulate'),
  }),
});
