import { describe, expect, test } from 'vitest';
import { memoryActors } from '../../../machines/rows/memory-actors.ts';
import {
  moveFence,
  pinnedBo,
  pinnedLaws,
  ttmReserve,
  waitsForGpu,
} from '../../../machines/rows/pinned-bo.ts';
import { compose } from '../../../src/system/compose.ts';
import { stepping } from './replay.ts';

const laws = Object.values(pinnedLaws);
const bos = (n: number) =>
  stepping(compose({ rows: [pinnedBo], clauses: laws, actors: memoryActors, sizes: { bos: n } }));
const fenced = (waits: boolean) =>
  stepping(
    compose({
      rows: [pinnedBo, moveFence],
      clauses: waits ? [...laws, waitsForGpu] : laws,
      actors: memoryActors,
      sizes: { bos: 1 },
    }),
  );
const tickets = () =>
  stepping(compose({ rows: [ttmReserve], actors: memoryActors, sizes: { bos: 2 } }));

/** drivers/gpu/drm/ttm/tests/ttm_bo_test.c and ttm_bo_validate_test.c. */
describe('ttm_bo', () => {
  test('ttm_bo_pin_basic', () => {
    const ttm = bos(1);
    ttm.does('ttm_bo_pin[1]', 'ttm_bo_pin[1]', 'ttm_bo_pin[1]');
    expect(ttm.is('pins[1]')).toBe('pinned.three');
  });
  test('ttm_bo_pin_unpin_resource', () => {
    const ttm = bos(1);
    ttm.does('ttm_bo_pin[1]');
    expect(ttm.is('pins[1]')).toBe('pinned.one');
    ttm.does('ttm_bo_unpin[1]');
    expect(ttm.is('pins[1]')).toBe('zero');
    expect(ttm.can('ttm_bo_unpin[1]')).toBe(false);
  });
  test('ttm_bo_multiple_pin_one_unpin', () => {
    const ttm = bos(1);
    ttm.does('ttm_bo_pin[1]', 'ttm_bo_pin[1]');
    expect(ttm.is('pins[1]')).toBe('pinned.two');
    ttm.does('ttm_bo_unpin[1]');
    expect(ttm.is('pins[1]')).toBe('pinned.one');
    ttm.does('ttm_bo_unpin[1]');
  });
  test('ttm_bo_unreserve_pinned: a pinned object is on no LRU list, so eviction does not find it', () => {
    const ttm = bos(2);
    ttm.does('wants_vram[1]', 'moved_0[1]', 'ttm_bo_pin[1]', 'wants_vram[2]');
    expect(ttm.answers('evict[1]')).toEqual([]);
    ttm.does('ttm_bo_unpin[1]');
    expect(ttm.answers('evict[1]')).toEqual(['ttm_bo_evict_cb[2,1]']);
  });
  test('ttm_bo_put_basic', () => {
    const ttm = bos(1);
    ttm.does('wants_system[1]', 'moved_system_0[1]', 'ttm_bo_put[1]');
    expect(ttm.is('bo[1]')).toBe('released');
  });
});

describe('ttm_bo_validate', () => {
  test('ttm_bo_validate_basic', () => {
    const ttm = bos(1);
    ttm.does('wants_system[1]', 'moved_system_0[1]', 'wants_vram[1]');
    expect(ttm.answers('validate[1]')).toEqual(['moved_0[1]']);
    ttm.does('moved_0[1]');
    expect(ttm.is('bo[1]')).toBe('vram');
  });
  test('ttm_bo_validate_pinned: -EINVAL', () => {
    const ttm = bos(1);
    ttm.does('ttm_bo_pin[1]', 'wants_system[1]');
    expect(ttm.answers('validate[1]')).toEqual(['pinned_system_EINVAL[1]']);
    ttm.does('pinned_system_EINVAL[1]', 'ttm_bo_unpin[1]', 'ttm_bo_put[1]');
  });
  test.each([
    ['system', 'moved_system_0[1]', 'compatible_system_0[1]'],
    ['vram', 'moved_0[1]', 'compatible_0[1]'],
  ] as const)('ttm_bo_validate_same_placement: %s', (where, moved, same) => {
    const ttm = bos(1);
    ttm.does(`wants_${where}[1]`, moved, `wants_${where}[1]`);
    expect(ttm.answers('validate[1]')).toEqual([same]);
    ttm.does(same);
    expect(ttm.is('bo[1]')).toBe(where);
  });
  test('a pinned object that is in its place already: 0', () => {
    const ttm = bos(1);
    ttm.does('wants_vram[1]', 'moved_0[1]', 'ttm_bo_pin[1]', 'wants_vram[1]');
    expect(ttm.answers('validate[1]')).toEqual(['compatible_0[1]']);
  });
  test('ttm_bo_validate_happy_evict', () => {
    const ttm = bos(2);
    ttm.does(
      'wants_vram[1]',
      'moved_0[1]',
      'wants_vram[2]',
      'ttm_bo_evict_cb[2,1]',
      'ttm_bo_evict[1]',
    );
    expect(ttm.answers('validate[2]')).toEqual(['moved_0[2]']);
    ttm.does('moved_0[2]');
    expect([ttm.is('bo[1]'), ttm.is('bo[2]')]).toEqual(['system', 'vram']);
  });
  test('ttm_bo_validate_all_pinned_evict: -ENOMEM', () => {
    const ttm = bos(2);
    ttm.does('wants_vram[1]', 'moved_0[1]', 'ttm_bo_pin[1]', 'wants_vram[2]');
    expect(ttm.answers('validate[2]')).toEqual(['all_pinned_ENOMEM[2,1]']);
    ttm.does('all_pinned_ENOMEM[2,1]', 'ttm_bo_put[2]', 'ttm_bo_unpin[1]', 'ttm_bo_put[1]');
  });
  test('ttm_bo_validate_deleted_evict: the room of a released object is free', () => {
    const ttm = bos(2);
    ttm.does('wants_vram[1]', 'moved_0[1]', 'ttm_bo_put[1]', 'wants_vram[2]');
    expect(ttm.answers('validate[2]')).toEqual(['moved_0[2]']);
  });
  test('ttm_bo_validate_busy_domain_evict: -ENOMEM, and nothing moves', () => {
    const ttm = bos(2);
    ttm.does('wants_vram[1]', 'moved_0[1]', 'domain_fills', 'wants_vram[2]');
    expect(ttm.answers('validate[2]')).toEqual(['domain_busy_ENOMEM[2]']);
    ttm.does('domain_busy_ENOMEM[2]');
    expect([ttm.is('bo[1]'), ttm.is('bo[2]')]).toEqual(['vram', 'none']);
  });
  test('ttm_bo_validate_move_fence_signaled', () => {
    const ttm = fenced(true);
    ttm.does('move_begins', 'move_signals', 'wants_vram[1]', 'moved_0[1]');
    expect(ttm.is('bo[1]')).toBe('vram');
  });
  test('ttm_bo_validate_move_fence_not_signaled: waits for the GPU', () => {
    const ttm = fenced(true);
    ttm.does('move_begins', 'wants_vram[1]');
    expect(ttm.answers('validate[1]')).toEqual([]);
    ttm.does('move_signals', 'moved_0[1]');
    expect(ttm.is('bo[1]')).toBe('vram');
  });
  test('ttm_bo_validate_move_fence_not_signaled: does not wait, takes the next place', () => {
    const ttm = fenced(false);
    ttm.does('move_begins', 'wants_vram[1]');
    expect(ttm.answers('validate[1]')).toEqual(['fallback_0[1]']);
    ttm.does('fallback_0[1]');
    expect(ttm.is('bo[1]')).toBe('tt');
  });
});

describe('ttm_bo_reserve', () => {
  test.each(['sleeps', 'does not sleep', 'can be interrupted'])(
    'ttm_bo_reserve_optimistic_no_ticket: %s',
    () => {
      const ttm = tickets();
      ttm.does('begin[1]');
      expect(ttm.answers('thread[1]')).toEqual(['reserve_0[1]']);
      expect([ttm.can('reserve_no_wait_EBUSY[1]'), ttm.can('reserve_ERESTARTSYS[1]')]).toEqual([
        false,
        false,
      ]);
    },
  );
  test('ttm_bo_reserve_locked_no_sleep: -EBUSY', () => {
    const ttm = tickets();
    ttm.does('begin[2]', 'reserve_0[2]', 'reserve_second_0[2,1]', 'begin[1]');
    expect([ttm.answers('thread[1]'), ttm.can('reserve_no_wait_EBUSY[1]')]).toEqual([[], true]);
  });
  test('ttm_bo_reserve_double_resv: -EALREADY', () => {
    const ttm = tickets();
    ttm.does('begin[1]', 'reserve_0[1]');
    expect(ttm.can('reserve_0[1]')).toBe(false);
    ttm.does('reserve_again_EALREADY[1]');
    expect(ttm.is('boResv[1]')).toBe('held.t[1]');
  });
  test('ttm_bo_reserve_interrupted: -ERESTARTSYS', () => {
    const ttm = tickets();
    ttm.does(
      'begin[2]',
      'reserve_0[2]',
      'reserve_second_0[2,1]',
      'begin[1]',
      'reserve_ERESTARTSYS[1]',
    );
    expect(ttm.is('thread[1]')).toBe('idle');
  });
  test('ttm_bo_reserve_deadlock: -EDEADLK for the younger, none for the older', () => {
    const ttm = tickets();
    ttm.does('begin[1]', 'begin[2]', 'reserve_0[1]', 'reserve_0[2]');
    expect(ttm.answers('thread[1]')).toEqual([]);
    expect(ttm.answers('thread[2]')).toEqual(['reserve_EDEADLK[2,1]']);
    ttm.does('reserve_EDEADLK[2,1]', 'reserve_second_0[1,2]');
    // It comes back by what it could not have, and not by its first.
    ttm.does('unreserve[1,2]');
    expect(ttm.answers('thread[2]')).toEqual(['reserve_slowpath_0[2,1]']);
    ttm.does('reserve_slowpath_0[2,1]', 'reserve_first_0[2]');
    expect(ttm.is('thread[2]')).toBe('has_both');
  });
});
