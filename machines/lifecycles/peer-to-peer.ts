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
    unset: stateNode('The importer is not attached yet.', dmaBufFile('struct dma_buf_attach_ops'), {
      choose_p2p: to(
        'dynamic_p2p',
        'The importer has move_notify and sets allow_peer2peer.',
        dmaBufFile('allow_peer2peer'),
      ),
      choose_nop2p: to(
        'dynamic',
        'The importer has move_notify and does not set allow_peer2peer.',
        dmaBufFile('move_notify'),
      ),
      choose_static: to('static', 'The importer has no dma_buf_attach_ops.', dmaBufFile('dma_buf_attach')),
    }),
    dynamic_p2p: stateNode(
      'The importer is dynamic, and can reach the video memory of a peer.',
      dmaBufFile('allow_peer2peer'),
    ),
    dynamic: stateNode('The importer is dynamic, and can reach system memory only.', dmaBufFile('move_notify')),
    static: stateNode('The importer is static.', dmaBufFile('dma_buf_attach')),
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
    unset: stateNode('The object is not created yet.', xeBo('xe_bo_create_user'), {
      choose_vram: to('vram', 'The object is created with XE_BO_FLAG_VRAM0.', xeBo('xe_bo_create_user')),
      choose_system: to('system', 'The object is created with XE_BO_FLAG_SYSTEM.', xeBo('xe_bo_create_user')),
      choose_both: to('both', 'The object is created with both flags.', xeBo('xe_bo_create_user')),
    }),
    vram: stateNode('The object may be in video memory only.', xeBo('xe_bo_create_user')),
    system: stateNode('The object may be in system memory only.', xeBo('xe_bo_create_user')),
    both: stateNode('The object may be in video memory or in system memory.', xeBo('xe_bo_create_user')),
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
    unset: stateNode('The object is not imported yet.', `${xe}: xe_gem_prime_import`, {
      choose_same: to('same', 'The importer is the exporting device itself.', `${xe}: xe_gem_prime_import`),
      choose_near: to(
        'near',
        'The importer is another device, which reaches the exporter over PCI.',
        `${xe}: xe_dma_buf_attach`,
      ),
      choose_far: to(
        'far',
        'The importer is another device, which does not reach the exporter over PCI.',
        `${xe}: xe_dma_buf_attach`,
      ),
    }),
    same: stateNode('The importer is the exporting device, and uses the same object.', `${xe}: xe_gem_prime_import`),
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
    none: stateNode('The object is not imported.', `${xe}: xe_gem_prime_import`, {
      reuse: to(
        'same_bo',
        "The importer gets the exporter's own object, and nothing is attached.",
        `${xe}: xe_gem_prime_import`,
      ),
      attach_p2p: to('p2p.system', 'The importer attaches, and peer2peer stays set.', `${xe}: xe_dma_buf_attach`),
      attach_plain: to('plain.system', 'The importer attaches, and peer2peer is cleared.', `${xe}: xe_dma_buf_attach`),
      refuse: to('refused', 'The import is refused with -EOPNOTSUPP.', `${xe}: xe_dma_buf_attach`),
    }),
    same_bo: stateNode("The importer uses the exporter's own object.", `${xe}: xe_gem_prime_import`, {
      drop: to('none', 'The importer drops its reference.', `${xe}: xe_gem_prime_import`),
    }),
    refused: stateNode('The import was refused with -EOPNOTSUPP.', `${xe}: xe_dma_buf_attach`),
    p2p: {
      ...stateNode('The importer may get addresses in video memory.', `${xe}: xe_dma_buf_map`, {
        drop: to('#imported_bo.none', 'The importer drops its reference.', `${xe}: xe_gem_prime_import`),
      }),
      initial: 'system',
      states: {
        system: stateNode('The importer has no addresses.', `${xe}: xe_dma_buf_move_notify`, {
          validate: to('tt', 'The importer gets addresses.', `${xe}: xe_dma_buf_map`),
        }),
        tt: stateNode('The importer has addresses.', `${xe}: xe_dma_buf_map`, {
          move_notify: to(
            'system',
            'The exporter moves the object, and the importer loses its addresses.',
            `${xe}: xe_dma_buf_move_notify`,
          ),
        }),
      },
    },
    plain: {
      ...stateNode('The importer may get addresses in system memory only.', `${xe}: xe_dma_buf_map`, {
        drop: to('#imported_bo.none', 'The importer drops its reference.', `${xe}: xe_gem_prime_import`),
      }),
      initial: 'system',
      states: {
        system: stateNode('The importer has no addresses.', `${xe}: xe_dma_buf_move_notify`, {
          validate: to('tt', 'The importer gets addresses.', `${xe}: xe_dma_buf_map`),
        }),
        tt: stateNode('The importer has addresses.', `${xe}: xe_dma_buf_map`, {
          move_notify: to(
            'system',
            'The exporter moves the object, and the importer loses its addresses.',
            `${xe}: xe_dma_buf_move_notify`,
          ),
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
    none: stateNode('The object is not created.', xeBo('xe_bo_create_user'), {
      create_vram: to('vram', 'The object is created in video memory.', xeBo('xe_bo_create_user')),
      create_tt: to('tt', 'The object is created in system memory.', xeBo('xe_bo_create_user')),
    }),
    vram: stateNode('The object is in video memory (XE_PL_VRAM0).', xeBo('xe_bo_validate'), {
      to_tt: to('tt', 'The object is migrated to system memory for an importer.', `${xe}: xe_dma_buf_map`),
      evict: to('system', 'The object is evicted.', xeBo('xe_bo_evict')),
      pin: to(
        'tt_pinned',
        'The object is migrated to system memory and pinned for a static importer.',
        `${xe}: xe_dma_buf_pin`,
      ),
    }),
    tt: stateNode('The object is in system memory that the GPU reaches (XE_PL_TT).', xeBo('xe_bo_validate'), {
      to_vram: to('vram', 'The object is validated into video memory.', xeBo('xe_bo_validate')),
      evict: to('system', 'The object is evicted.', xeBo('xe_bo_evict')),
      pin: to('tt_pinned', 'The object is pinned for a static importer.', `${xe}: xe_dma_buf_pin`),
    }),
    tt_pinned: stateNode('The object is in XE_PL_TT and pinned.', `${xe}: xe_dma_buf_pin`, {
      unpin: to('tt', 'The static importer unmaps the object, which unpins it.', `${xe}: xe_dma_buf_unpin`),
    }),
    system: stateNode('The object is evicted to XE_PL_SYSTEM.', xeBo('xe_bo_evict'), {
      to_vram: to('vram', 'The object is validated back into video memory.', xeBo('xe_bo_validate')),
      to_tt: to('tt', 'The object is validated back into XE_PL_TT.', xeBo('xe_bo_validate')),
      pin: to(
        'tt_pinned',
        'The object is brought back to XE_PL_TT and pinned for a static importer.',
        `${xe}: xe_dma_buf_pin`,
      ),
    }),
  },
});
