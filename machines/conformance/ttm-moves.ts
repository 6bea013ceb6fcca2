import { compose } from '../../src/system/compose.ts';
import { vocabulary } from '../../src/system/vocabulary.ts';
import { fenceActors } from '../litmus/fences/actors.ts';
import { from } from '../words/cites.ts';
import { no, undefinedAs, type Conformance } from './conformance.ts';
import { boPages, ghostBo, moveCopy, movedBo, oneRoom, otherBo, pipelinedMove } from './moving.ts';

const ttm = from('drivers/gpu/drm/ttm/ttm_bo.c');
const util = from('drivers/gpu/drm/ttm/ttm_bo_util.c');
const tt = from('drivers/gpu/drm/ttm/ttm_tt.c');

const v = vocabulary({
  bo: { of: movedBo, title: 'buffer object' },
  copy: { of: moveCopy, title: 'copy that moves it' },
  ghost: { of: ghostBo, title: 'ghost of the object' },
  room: { of: oneRoom, title: 'video memory' },
  evicted: { of: pipelinedMove, title: 'last copy out of video memory' },
  other: { of: otherBo, title: 'another object' },
  pages: { of: boPages, title: 'pages of the object' },
} as const);

const steps = v.steps(
  v.step('move_in', 'user', {
    moves: { bo: 'to_vram', copy: 'begin', ghost: 'take_system', room: 'take' },
    also: { pages: 'drop' },
    when: { evicted: ['none', 'done'] },
    cite: util('ttm_bo_move_accel_cleanup: ttm_bo_move_to_ghost, with its pages'),
  }),
  v.step('move_out', 'user', {
    moves: { bo: 'to_system', copy: 'begin', ghost: 'take_vram', pages: 'populate' },
    cite: util('ttm_bo_move_accel_cleanup: ttm_bo_move_to_ghost, without its pages'),
  }),
  v.step('other_evicts', 'user', {
    moves: {
      bo: 'to_system',
      copy: 'begin',
      evicted: 'evict',
      other: 'come_busy',
      pages: 'populate',
    },
    cite: util('ttm_bo_move_pipeline_evict'),
  }),
  v.step('other_evicts_without_waiting', 'user', {
    moves: { bo: 'to_system', copy: 'begin', evicted: 'evict', room: 'give', pages: 'populate' },
    when: { other: 'none' },
    cite: ttm('ttm_bo_add_move_fence: -EBUSY with no_wait_gpu'),
  }),
  v.step('other_comes', 'user', {
    moves: { other: 'come', room: 'take' },
    when: { evicted: ['none', 'done'] },
    cite: ttm('ttm_bo_alloc_resource'),
  }),
  v.step('other_comes_after_a_copy', 'user', {
    moves: { other: 'come_busy', room: 'take' },
    when: { evicted: 'running' },
    cite: ttm(
      'ttm_bo_add_move_fence: dma_resv_add_fence(bo->base.resv, fence, DMA_RESV_USAGE_KERNEL)',
    ),
  }),
  v.step('other_leaves', 'user', {
    moves: { other: 'leave', room: 'give' },
    cite: ttm('ttm_bo_validate'),
  }),
  v.step('copy_signals', 'hardware', {
    moves: { copy: 'signal' },
    also: { evicted: 'signal', other: 'signal' },
  }),
  v.step('ghost_goes', 'irq_work', {
    moves: { ghost: 'idle' },
    when: { copy: 'idle' },
    cite: ttm('ttm_bo_delayed_delete'),
  }),
  v.step('ghost_goes_with_its_room', 'irq_work', {
    moves: { ghost: 'idle_vram', room: 'give' },
    when: { copy: 'idle' },
    cite: ttm('ttm_bo_delayed_delete'),
  }),
  v.step('gut', 'user', {
    moves: { bo: 'gut' },
    also: { pages: 'gut' },
    when: { copy: 'idle', bo: 'system' },
    cite: util('ttm_bo_pipeline_gutting: already idle'),
  }),
  v.step('gut_in_vram', 'user', {
    moves: { bo: 'gut', room: 'give' },
    when: { copy: 'idle', bo: 'vram' },
    cite: util('ttm_bo_pipeline_gutting: already idle'),
  }),
  v.step('gut_while_copied', 'user', {
    moves: { bo: 'gut', ghost: 'take_system' },
    also: { pages: 'drop' },
    when: { copy: 'running', bo: 'system' },
    cite: util('ttm_bo_pipeline_gutting: ttm_buffer_object_transfer'),
  }),
  v.step('make', 'user', { moves: { bo: 'make' }, cite: ttm('ttm_bo_validate') }),
  v.step('populate', 'user', {
    moves: { pages: 'populate' },
    when: { bo: 'system' },
    cite: tt('ttm_tt_populate'),
  }),
  v.step('swap_out', 'user', {
    moves: { pages: 'swap_out' },
    when: { copy: 'idle', bo: 'system' },
    cite: ttm('ttm_bo_swapout_cb'),
  }),
  v.step('put', 'user', {
    moves: { bo: 'put' },
    also: { pages: 'drop' },
    when: { copy: 'idle', bo: ['system', 'nowhere'] },
    cite: ttm('ttm_bo_release'),
  }),
  v.step('put_in_vram', 'user', {
    moves: { bo: 'put', room: 'give' },
    when: { copy: 'idle', bo: 'vram' },
    cite: ttm('ttm_bo_release'),
  }),
  v.step('put_while_copied', 'user', {
    moves: { bo: 'put_busy' },
    when: { copy: 'running' },
    cite: ttm('ttm_bo_release: resurrect it for delayed destroy'),
  }),
  v.step('zombie_goes', 'irq_work', {
    moves: { bo: 'idle' },
    also: { pages: 'drop' },
    when: { copy: 'idle' },
    cite: ttm('ttm_bo_delayed_delete'),
  }),
  v.step('zombie_goes_with_its_room', 'irq_work', {
    moves: { bo: 'idle_vram', room: 'give' },
    when: { copy: 'idle' },
    cite: ttm('ttm_bo_delayed_delete'),
  }),
);
const row = v.row({ name: 'ttm-moves', steps });

const worker = 'the worker of delayed destruction runs before the test does';
const inside = [
  'ghost_goes',
  'ghost_goes_with_its_room',
  'zombie_goes',
  'zombie_goes_with_its_room',
];
const elsewhere = undefinedAs(
  'the object is not where the call begins, or is being copied already',
);

/** Whoever may not wait is answered at once where a copy has the room: by a ghost, or by an eviction. */
function withoutWaiting(places: (part: string) => string): string {
  if (places('other') !== 'none' || places('copy') === 'idle') return '';
  const evicted = places('room') === 'free' && places('evicted') === 'running';
  return places('ghost') === 'vram' || evicted ? '-ENOMEM' : '';
}

/** A buffer object that a copy engine moves, its ghost, and another object that wants its room. */
export const ttmMovesConformance: Conformance = {
  id: 'ttm_moves',
  title:
    'TTM where moves take time: copies with a fence, ghosts, gutting, swapping out, delayed release',
  program: () => compose({ rows: [row], actors: fenceActors, sizes: {} }),
  adapter: 'ttm-moves-adapter.h',
  since: '6.12',
  inside: Object.fromEntries(inside.map((step) => [step, worker])),
  unreachable: {},
  refused: {
    ...Object.fromEntries(steps.map(({ name }) => [name, [elsewhere]])),
    copy_signals: [undefinedAs('there is no copy')],
    swap_out: [no()],
  },
  answers: (places) => [['another object that may not wait', withoutWaiting(places)]],
};
