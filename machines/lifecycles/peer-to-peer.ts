import { setup } from 'xstate';
import { inFile, stateNode, to } from './to.ts';

const dmaBufFile = inFile('include/linux/dma-buf.h');
const xeBo = inFile('drivers/gpu/drm/xe/xe_bo.c');

const xe = 'drivers/gpu/drm/xe/xe_dma_buf.c';

/**
 * What an importer said when it attached, as `struct dma_buf_attach_ops`.
 * Rule: without operations it is static; peer-to-peer only if it says so.
 * Source: include/linux/dma-buf.h (allow_peer2peer, move_notify), v7.0.
 */
export const attachOps = setup({
  types: { events: {} as { type: 'choose_p2p' } | { type: 'choose_nop2p' } | { type: 'choose_static' } },
}).createMachine({
  id: 'attach_ops',
  initial: 'unset',
  states: {
    unset: stateNode('Not attached yet.', dmaBufFile('struct dma_buf_attach_ops'), {
      choose_p2p: to('dynamic_p2p', 'move_notify, and allow_peer2peer.', dmaBufFile('allow_peer2peer')),
      choose_nop2p: to('dynamic', 'move_notify alone.', dmaBufFile('move_notify')),
      choose_static: to('static', 'No operations.', dmaBufFile('dma_buf_attach')),
    }),
    dynamic_p2p: stateNode('Dynamic, and would reach video memory of a peer.', dmaBufFile('allow_peer2peer')),
    dynamic: stateNode('Dynamic, system memory alone.', dmaBufFile('move_notify')),
    static: stateNode('Static.', dmaBufFile('dma_buf_attach')),
  },
});

/**
 * Where the exporter's object may be.
 * Source: drivers/gpu/drm/xe/tests/xe_dma_buf.c (mem_mask), v7.0.
 */
export const memMask = setup({
  types: { events: {} as { type: 'choose_vram' } | { type: 'choose_system' } | { type: 'choose_both' } },
}).createMachine({
  id: 'mem_mask',
  initial: 'unset',
  states: {
    unset: stateNode('Not created yet.', xeBo('xe_bo_create_user'), {
      choose_vram: to('vram', 'XE_BO_FLAG_VRAM0.', xeBo('xe_bo_create_user')),
      choose_system: to('system', 'XE_BO_FLAG_SYSTEM.', xeBo('xe_bo_create_user')),
      choose_both: to('both', 'Both flags.', xeBo('xe_bo_create_user')),
    }),
    vram: stateNode('Video memory alone.', xeBo('xe_bo_create_user')),
    system: stateNode('System memory alone.', xeBo('xe_bo_create_user')),
    both: stateNode('Either.', xeBo('xe_bo_create_user')),
  },
});

/**
 * Whose device the importer is, and whether the two reach each other over PCI.
 * Rule: pci_p2pdma_distance below zero clears the attachment's peer2peer.
 * Source: drivers/gpu/drm/xe/xe_dma_buf.c (xe_dma_buf_attach), v7.0.
 */
export const peerDevice = setup({
  types: { events: {} as { type: 'choose_same' } | { type: 'choose_near' } | { type: 'choose_far' } },
}).createMachine({
  id: 'peer_device',
  initial: 'unset',
  states: {
    unset: stateNode('Nobody has imported it.', `${xe}: xe_gem_prime_import`, {
      choose_same: to('same', 'The exporter itself.', `${xe}: xe_gem_prime_import`),
      choose_near: to('near', 'Another device, that reaches it.', `${xe}: xe_dma_buf_attach`),
      choose_far: to('far', 'Another device, that does not.', `${xe}: xe_dma_buf_attach`),
    }),
    same: stateNode('The exporter itself: the same object.', `${xe}: xe_gem_prime_import`),
    near: stateNode('pci_p2pdma_distance is not negative.', `${xe}: xe_dma_buf_attach`),
    far: stateNode('pci_p2pdma_distance is negative.', `${xe}: xe_dma_buf_attach`),
  },
});

/**
 * An imported object: what it is of, and where it says that it is.
 * Rule: an evicted exporter takes the importer along; validating the importer brings the exporter back.
 * Source: drivers/gpu/drm/xe/xe_dma_buf.c (xe_gem_prime_import, xe_dma_buf_move_notify), v7.0.
 */
export const importedBo = setup({
  types: {
    events: {} as
      | { type: 'reuse' }
      | { type: 'attach_p2p' }
      | { type: 'attach_plain' }
      | { type: 'refuse' }
      | { type: 'validate' }
      | { type: 'move_notify' }
      | { type: 'drop' },
  },
}).createMachine({
  id: 'imported_bo',
  initial: 'none',
  states: {
    none: stateNode('Not imported.', `${xe}: xe_gem_prime_import`, {
      reuse: to('same_bo', 'The same object: nothing is attached.', `${xe}: xe_gem_prime_import`),
      attach_p2p: to('p2p.system', 'Attached, peer2peer stays.', `${xe}: xe_dma_buf_attach`),
      attach_plain: to('plain.system', 'Attached, peer2peer cleared.', `${xe}: xe_dma_buf_attach`),
      refuse: to('refused', '-EOPNOTSUPP.', `${xe}: xe_dma_buf_attach`),
    }),
    same_bo: stateNode("The exporter's object.", `${xe}: xe_gem_prime_import`, {
      drop: to('none', 'Put.', `${xe}: xe_gem_prime_import`),
    }),
    refused: stateNode('-EOPNOTSUPP.', `${xe}: xe_dma_buf_attach`),
    p2p: {
      ...stateNode('May have addresses in video memory.', `${xe}: xe_dma_buf_map`, {
        drop: to('#imported_bo.none', 'Put.', `${xe}: xe_gem_prime_import`),
      }),
      initial: 'system',
      states: {
        system: stateNode('No addresses.', `${xe}: xe_dma_buf_move_notify`, {
          validate: to('tt', 'It has addresses.', `${xe}: xe_dma_buf_map`),
        }),
        tt: stateNode('Has addresses.', `${xe}: xe_dma_buf_map`, {
          move_notify: to('system', 'The exporter moves.', `${xe}: xe_dma_buf_move_notify`),
        }),
      },
    },
    plain: {
      ...stateNode('Addresses in system memory alone.', `${xe}: xe_dma_buf_map`, {
        drop: to('#imported_bo.none', 'Put.', `${xe}: xe_gem_prime_import`),
      }),
      initial: 'system',
      states: {
        system: stateNode('No addresses.', `${xe}: xe_dma_buf_move_notify`, {
          validate: to('tt', 'It has addresses.', `${xe}: xe_dma_buf_map`),
        }),
        tt: stateNode('Has addresses.', `${xe}: xe_dma_buf_map`, {
          move_notify: to('system', 'The exporter moves.', `${xe}: xe_dma_buf_move_notify`),
        }),
      },
    },
  },
});

/**
 * Where the exporter's object is, and whether an importer pins it there.
 * Source: drivers/gpu/drm/xe/xe_dma_buf.c (xe_dma_buf_pin, xe_dma_buf_map);
 * drivers/gpu/drm/xe/xe_bo.c (xe_bo_evict), v7.0.
 */
export const exportedBo = setup({
  types: {
    events: {} as
      | { type: 'create_vram' }
      | { type: 'create_tt' }
      | { type: 'to_vram' }
      | { type: 'to_tt' }
      | { type: 'evict' }
      | { type: 'pin' }
      | { type: 'unpin' },
  },
}).createMachine({
  id: 'exported_bo',
  initial: 'none',
  states: {
    none: stateNode('Not created.', xeBo('xe_bo_create_user'), {
      create_vram: to('vram', 'Created in video memory.', xeBo('xe_bo_create_user')),
      create_tt: to('tt', 'Created in system memory.', xeBo('xe_bo_create_user')),
    }),
    vram: stateNode('XE_PL_VRAM0.', xeBo('xe_bo_validate'), {
      to_tt: to('tt', 'Migrated for an importer.', `${xe}: xe_dma_buf_map`),
      evict: to('system', 'Evicted.', xeBo('xe_bo_evict')),
      pin: to('tt_pinned', 'Migrated to TT and pinned for a static importer.', `${xe}: xe_dma_buf_pin`),
    }),
    tt: stateNode('XE_PL_TT.', xeBo('xe_bo_validate'), {
      to_vram: to('vram', 'Validated into video memory.', xeBo('xe_bo_validate')),
      evict: to('system', 'Evicted.', xeBo('xe_bo_evict')),
      pin: to('tt_pinned', 'Pinned for a static importer.', `${xe}: xe_dma_buf_pin`),
    }),
    tt_pinned: stateNode('XE_PL_TT, pinned.', `${xe}: xe_dma_buf_pin`, {
      unpin: to('tt', 'The static importer has unmapped.', `${xe}: xe_dma_buf_unpin`),
    }),
    system: stateNode('XE_PL_SYSTEM.', xeBo('xe_bo_evict'), {
      to_vram: to('vram', 'Validated back.', xeBo('xe_bo_validate')),
      to_tt: to('tt', 'Validated back.', xeBo('xe_bo_validate')),
      pin: to('tt_pinned', 'Brought back to TT and pinned for a static importer.', `${xe}: xe_dma_buf_pin`),
    }),
  },
});
