import { describe, expect, test } from 'vitest';
import { memoryActors } from '../../../machines/rows/memory-actors.ts';
import { peerLaws, peerToPeer } from '../../../machines/rows/peer-to-peer.ts';
import { compose } from '../../../src/system/compose.ts';
import { stepping } from './replay.ts';

type Mask = 'vram' | 'system' | 'both';
type Ops = 'p2p' | 'nop2p' | 'static';
type Device = 'same' | 'near';
const combinations = (['vram', 'system', 'both'] as const).flatMap((mask) =>
  (['p2p', 'nop2p', 'static'] as const).flatMap((ops) =>
    (['same', 'near'] as const).map((device): [Mask, Ops, Device] => [mask, ops, device]),
  ),
);
const start = (mask: Mask, ops: Ops, device: Device | 'far') => {
  const xe = stepping(
    compose({
      rows: [peerToPeer],
      clauses: Object.values(peerLaws),
      actors: memoryActors,
      sizes: {},
    }),
  );
  xe.does(`create_${mask}`, `ops_${ops}`, `device_${device}`);
  return xe;
};

/**
 * drivers/gpu/drm/xe/tests/xe_dma_buf.c: xe_test_dmabuf_import_same_driver and check_residency,
 * with CONFIG_PCI_P2PDMA and CONFIG_DMABUF_MOVE_NOTIFY.
 */
describe('xe_dma_buf_kunit', () => {
  test('there are 18 combinations', () => {
    expect(combinations.length).toBe(18);
  });

  test.each(combinations)('memory %s, importer %s, %s device', (mask, ops, device) => {
    const xe = start(mask, ops, device);
    const different = device !== 'same';
    const imports = xe.answers('imported');
    // "Did import succeed when it shouldn't due to lack of p2p support?"
    if (different && ops !== 'p2p' && mask === 'vram') {
      expect(imports).toEqual(['xe_gem_prime_import_EOPNOTSUPP']);
      return;
    }
    const asOther = ops === 'p2p' ? 'xe_gem_prime_import_p2p' : 'xe_gem_prime_import_plain';
    expect(imports).toEqual([different ? asOther : 'xe_gem_prime_import_reuses']);
    xe.does(imports[0]!);
    const place = mask === 'system' || (different && ops !== 'p2p') ? 'tt' : 'vram';
    if (!different) {
      expect([xe.is('exported'), xe.is('imported')]).toEqual([place, 'same_bo']);
      xe.does('xe_bo_evict', `xe_bo_validate_${place}`);
      expect(xe.is('exported')).toBe(place);
      return;
    }
    const first = xe.answers('imported');
    expect(first.length).toBe(1);
    xe.does(first[0]!);
    if (ops === 'static') {
      // "Pin migrated to TT"; what is pinned is not evicted.
      expect([xe.is('exported'), xe.can('xe_bo_evict')]).toEqual(['tt_pinned', false]);
      return;
    }
    expect(xe.is('exported')).toBe(place);
    xe.does('xe_bo_evict');
    expect([xe.is('exported'), xe.is('imported')]).toEqual([
      'system',
      `${ops === 'p2p' ? 'p2p' : 'plain'}.system`,
    ]);
    const again = xe.answers('imported');
    expect(again.length).toBe(1);
    xe.does(again[0]!);
    expect([xe.is('exported'), xe.is('imported')]).toEqual([
      place,
      `${ops === 'p2p' ? 'p2p' : 'plain'}.tt`,
    ]);
  });

  test('a peer that is too far is as one without peer-to-peer', () => {
    expect(start('vram', 'p2p', 'far').answers('imported')).toEqual([
      'xe_gem_prime_import_EOPNOTSUPP',
    ]);
    expect(start('both', 'p2p', 'far').answers('imported')).toEqual(['xe_gem_prime_import_plain']);
  });
});
