import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { attachOps, exportedBo, importedBo, memMask, peerDevice } from '../lifecycles/peer-to-peer.ts';

const xeDmaBuf = from('drivers/gpu/drm/xe/xe_dma_buf.c');
const dmaBufHeader = from('include/linux/dma-buf.h');

const xe = (says: string) => xeDmaBuf(says);
const agree = dmaBufHeader('allow_peer2peer: the importer says so, the exporter may clear peer2peer of the attachment');

export const peerParts = {
  mask: { of: memMask, title: 'memory of the exported object' },
  ops: { of: attachOps, title: 'operations of the importer' },
  device: { of: peerDevice, title: 'device of the importer' },
  exported: { of: exportedBo, title: 'exported object' },
  imported: { of: importedBo, title: 'imported object' },
} as const;

const v = vocabulary(peerParts);
const chosen = (what: 'vram' | 'system' | 'both') =>
  ({
    name: `create_${what}`,
    actor: 'user',
    moves: { mask: `choose_${what}`, exported: what === 'system' ? 'create_tt' : 'create_vram' },
  }) as const;
const steps = v.steps(
  chosen('vram'),
  chosen('system'),
  chosen('both'),
  ...(['p2p', 'nop2p', 'static'] as const).map(
    (one) => ({ name: `ops_${one}`, actor: 'user', moves: { ops: `choose_${one}` } }) as const,
  ),
  ...(['same', 'near', 'far'] as const).map(
    (one) => ({ name: `device_${one}`, actor: 'user', moves: { device: `choose_${one}` } }) as const,
  ),
  v.step('xe_gem_prime_import_reuses', 'importer', {
    moves: { imported: 'reuse' },
    when: { device: 'same', ops: '!unset', mask: '!unset' },
    cite: xe('xe_gem_prime_import: its own object comes back'),
  }),
  v.step('xe_gem_prime_import_p2p', 'importer', {
    moves: { imported: 'attach_p2p' },
    when: { device: ['near', 'far'], ops: '!unset', mask: '!unset' },
    cite: xe('xe_dma_buf_attach'),
  }),
  v.step('xe_gem_prime_import_plain', 'importer', {
    moves: { imported: 'attach_plain' },
    when: { device: ['near', 'far'], ops: '!unset', mask: ['system', 'both'] },
    any: { ops: ['dynamic', 'static'], device: 'far' },
    cite: xe('xe_dma_buf_attach: peer2peer is cleared'),
  }),
  v.step('xe_gem_prime_import_EOPNOTSUPP', 'importer', {
    moves: { imported: 'refuse' },
    when: { device: ['near', 'far'], ops: '!unset', mask: 'vram' },
    any: { ops: ['dynamic', 'static'], device: 'far' },
    cite: xe('xe_dma_buf_attach: -EOPNOTSUPP without peer2peer where the object cannot go to TT'),
  }),
  v.step('map_in_place', 'importer', {
    moves: { imported: 'validate' },
    when: { imported: 'p2p.system', exported: ['vram', 'tt'] },
    cite: xe('xe_dma_buf_map'),
  }),
  v.step('map_brings_back_vram', 'importer', {
    moves: { imported: 'validate', exported: 'to_vram' },
    when: { imported: 'p2p.system', exported: 'system', mask: ['vram', 'both'] },
    cite: xe('xe_dma_buf_map: validates the exporter'),
  }),
  v.step('map_brings_back_tt', 'importer', {
    moves: { imported: 'validate', exported: 'to_tt' },
    when: { imported: 'p2p.system', exported: 'system', mask: 'system' },
    cite: xe('xe_dma_buf_map: validates the exporter'),
  }),
  v.step('map_migrates', 'importer', {
    moves: { imported: 'validate', exported: 'to_tt' },
    when: { imported: 'plain.system', exported: ['vram', 'system'], ops: ['dynamic', 'dynamic_p2p'] },
    cite: xe('xe_dma_buf_map: xe_bo_migrate(bo, XE_PL_TT)'),
  }),
  v.step('map_tt', 'importer', {
    moves: { imported: 'validate' },
    when: { imported: 'plain.system', exported: 'tt', ops: ['dynamic', 'dynamic_p2p'] },
    cite: xe('xe_dma_buf_map'),
  }),
  v.step('map_pins', 'importer', {
    moves: { imported: 'validate', exported: 'pin' },
    when: { imported: 'plain.system', ops: 'static' },
    cite: xe('xe_dma_buf_pin: migrates to TT and pins'),
  }),
  v.step('xe_bo_evict', 'user', {
    moves: { exported: 'evict' },
    also: { imported: 'move_notify' },
    cite: xe('xe_dma_buf_move_notify: the importer is evicted too'),
  }),
  v.step('xe_bo_validate_vram', 'user', {
    moves: { exported: 'to_vram' },
    when: { exported: 'system', imported: 'same_bo', mask: ['vram', 'both'] },
  }),
  v.step('xe_bo_validate_tt', 'user', {
    moves: { exported: 'to_tt' },
    when: { exported: 'system', imported: 'same_bo', mask: 'system' },
  }),
  v.step('drop', 'user', { moves: { imported: 'drop' }, also: { exported: 'unpin' } }),
);
export const peerToPeer = v.row({
  name: 'peer-to-peer',
  steps,
  promises: [
    {
      name: 'import-is-answered',
      pending: { imported: 'none', exported: '!none', ops: '!unset', device: '!unset' },
      cite: xe('xe_gem_prime_import'),
    },
  ],
  invariants: [
    {
      name: 'peer-can-reach',
      never: { imported: 'p2p.tt', exported: 'vram', device: 'far' },
      cite: xe('xe_dma_buf_attach: pci_p2pdma_distance() < 0'),
    },
    {
      name: 'peer-was-asked',
      never: { imported: 'p2p.tt', exported: 'vram', ops: ['dynamic', 'static'] },
      cite: agree,
    },
    { name: 'plain-sees-no-vram', never: { imported: 'plain.tt', exported: 'vram' }, cite: agree },
  ],
});
const about = v.about(steps);
export const peerLaws: Readonly<Record<'exporter-agrees' | 'importer-agrees', Clause>> = {
  'exporter-agrees': about.clause({
    name: 'peer-to-peer/exporter-agrees',
    says: xe('xe_dma_buf_attach: clears peer2peer if pci_p2pdma_distance() < 0'),
    requires: { xe_gem_prime_import_p2p: { device: 'near' } },
  }),
  'importer-agrees': about.clause({
    name: 'peer-to-peer/importer-agrees',
    says: agree,
    requires: { xe_gem_prime_import_p2p: { ops: 'dynamic_p2p' } },
  }),
};
/** The exporter waits for a way to reach the importer instead of refusing. */
export const neverRefuses: Clause = about.clause({
  name: 'peer-to-peer/never-refuses',
  says: xe('xe_dma_buf_attach: -EOPNOTSUPP'),
  forbids: ['xe_gem_prime_import_EOPNOTSUPP'],
});
