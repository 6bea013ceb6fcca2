import { setup } from 'xstate';
import { inFile, stateNode, to } from './to.ts';

const gup = inFile('mm/gup.c');

const pagemap = 'drivers/gpu/drm/drm_pagemap.c';
const hmm = 'mm/hmm.c: hmm_vma_handle_pte';
const seed = 'lore.kernel.org dri-devel, [RFC 1/5] mm/hmm: HMM API to enable P2P DMA for device private pages, 2025';

/**
 * A page of a process that may lie in device memory.
 * Rule: it is pinned only in system memory; in device memory it can always be taken back.
 * Source: Documentation/mm/hmm.rst; drivers/gpu/drm/drm_pagemap.c (drm_pagemap_migrate_to_devmem,
 * drm_pagemap_migrate_to_ram), v7.0.
 */
export const devicePage = setup({
  types: {
    events: {} as
      | { type: 'migrate_to_device' }
      | { type: 'migrate_to_ram' }
      | { type: 'pin' }
      | { type: 'unpin' }
      | { type: 'device_gone' },
  },
}).createMachine({
  id: 'device_page',
  initial: 'system',
  states: {
    system: stateNode('The page is in system memory.', `${pagemap}: drm_pagemap_migrate_to_ram`, {
      migrate_to_device: to(
        'device',
        'The page is migrated to device memory.',
        `${pagemap}: drm_pagemap_migrate_to_devmem`,
      ),
      pin: to('pinned', 'The page is pinned with FOLL_LONGTERM.', gup('pin_user_pages')),
    }),
    pinned: stateNode('The page is pinned in system memory and cannot be migrated.', gup('pin_user_pages'), {
      unpin: to('system', 'The page is unpinned.', gup('unpin_user_page')),
    }),
    device: stateNode("The page is in device memory; the CPU's page table has a swap entry for it.", hmm, {
      migrate_to_ram: to(
        'system',
        'The page is migrated back to system memory.',
        `${pagemap}: drm_pagemap_migrate_to_ram`,
      ),
      pin: to('device_pinned', 'The page is pinned in device memory.', 'Documentation/mm/hmm.rst'),
      device_gone: to(
        'stranded',
        'The device goes away while the page is in its memory.',
        `${pagemap}: drm_pagemap_release`,
      ),
    }),
    device_pinned: stateNode(
      'The page is pinned in device memory and cannot be migrated back.',
      'Documentation/mm/hmm.rst',
    ),
    stranded: stateNode('The page is in the memory of a device that is gone.', `${pagemap}: drm_pagemap_release`),
  },
});

/**
 * Whom a page map belongs to, as hmm_range_fault compares it.
 * Rule: it does not change: all peers that reach each other have one owner in common.
 * Source: drivers/gpu/drm/drm_pagemap_util.c (drm_pagemap_acquire_owner), v7.0.
 */
export const pagemapOwner = setup({
  types: { events: {} as { type: 'disconnect' } | { type: 'connect' } },
}).createMachine({
  id: 'pagemap_owner',
  initial: 'common',
  states: {
    common: stateNode(
      'The peer has the same owner, so it can reach the device memory.',
      'drivers/gpu/drm/drm_pagemap_util.c: drm_pagemap_acquire_owner',
      { disconnect: to('foreign', 'The page map changes its owner.', seed) },
    ),
    foreign: stateNode('The peer has another owner, so it cannot reach the device memory.', hmm, {
      connect: to('common', 'The page map changes back to the common owner.', seed),
    }),
  },
});

/**
 * A peer that asks where a page is and maps it.
 * Rule: what it learnt is good until it is invalidated.
 * Source: mm/hmm.c (hmm_range_fault, dev_private_owner), v7.0.
 */
export const peerMapping = setup({
  types: {
    events: {} as
      { type: 'ask' } | { type: 'snap_device' } | { type: 'snap_ram' } | { type: 'program' } | { type: 'invalidated' },
  },
}).createMachine({
  id: 'peer_mapping',
  initial: 'none',
  states: {
    none: stateNode('The peer has no mapping and no lookup is running.', hmm, {
      ask: to('asking', 'The peer calls hmm_range_fault.', hmm),
    }),
    asking: stateNode('The peer is in hmm_range_fault.', hmm, {
      snap_device: to('snapped.device', 'The owners match: hmm_range_fault returns the device page itself.', hmm),
      snap_ram: to('snapped.ram', 'hmm_range_fault returns a page of system memory.', hmm),
      invalidated: to('none', 'The range is invalidated, so the peer has to look it up again.', hmm),
    }),
    snapped: {
      ...stateNode('hmm_range_fault has returned, and the peer has not mapped the page yet.', hmm, {
        invalidated: to(
          '#peer_mapping.none',
          'The range is invalidated: mmu_interval_read_retry will return true.',
          hmm,
        ),
      }),
      initial: 'device',
      states: {
        device: stateNode('The peer has looked up a device page.', hmm, {
          program: to('#peer_mapping.mapped.device', 'The peer maps the device page.', hmm),
        }),
        ram: stateNode('The peer has looked up a page of system memory.', hmm, {
          program: to('#peer_mapping.mapped.ram', 'The peer maps the page of system memory.', hmm),
        }),
      },
    },
    mapped: {
      ...stateNode('The peer has a mapping of the page.', hmm, {
        invalidated: to('#peer_mapping.none', 'The notifier unmaps the page from the peer.', hmm),
      }),
      initial: 'device',
      states: {
        device: stateNode('The peer has mapped a device page.', hmm),
        ram: stateNode('The peer has mapped a page of system memory.', hmm),
      },
    },
  },
});

/**
 * Accesses of a peer in flight.
 * Rule: what is in flight when a device goes away goes nowhere; a reset may be needed.
 * Source: mail of Simona Vetter and Jason Gunthorpe, January 2025 ("some access will go to
 * nowhere", "things will need resets to recover").
 */
export const peerAccess = setup({
  types: { events: {} as { type: 'start' } | { type: 'end' } | { type: 'device_gone' } | { type: 'reset' } },
}).createMachine({
  id: 'peer_access',
  initial: 'idle',
  states: {
    idle: stateNode('The peer has no access in flight.', seed, {
      start: to('running', 'The peer starts an access.', seed),
    }),
    running: stateNode('An access of the peer is in flight.', seed, {
      end: to('idle', 'The access is completed.', seed),
      device_gone: to('nowhere', 'The device goes away while the access is in flight.', seed),
    }),
    nowhere: stateNode('The access is in flight to a device that is gone, and never completes.', seed, {
      reset: to('idle', 'The peer is reset.', seed),
    }),
  },
});

/**
 * The device whose memory it is, as it goes away.
 * Rule: nothing new is populated, then everything is migrated, then it goes.
 * Source: drivers/gpu/drm/drm_pagemap.c (-ENODEV after unbind, evict to RAM); IGT amd_pci_unplug, v7.0.
 */
export const pagemapDevice = setup({
  types: { events: {} as { type: 'unplug' } | { type: 'revoke' } | { type: 'done' } },
}).createMachine({
  id: 'pagemap_device',
  initial: 'present',
  states: {
    present: stateNode('The device is present.', `${pagemap}: drm_pagemap_init`, {
      unplug: to('unplugging', 'The device begins to be unbound.', `${pagemap}: drm_pagemap_shrinker_fini`),
    }),
    unplugging: stateNode(
      'The device is being unbound: new pages are refused.',
      `${pagemap}: drm_pagemap_populate_mm`,
      {
        revoke: to('revoked', 'The page map is revoked: every mapping of it is invalidated.', seed),
      },
    ),
    revoked: stateNode(
      'The page map is revoked, and every page is being migrated to system memory.',
      `${pagemap}: drm_pagemap_evict_to_ram`,
      {
        done: to('gone', 'No page is left in device memory, and the unbind ends.', `${pagemap}: drm_pagemap_release`),
      },
    ),
    gone: stateNode('The device is gone.', `${pagemap}: drm_pagemap_release`),
  },
});

/**
 * A call of get_user_pages for a page.
 * Rule: it never returns a device-private page: the page is migrated first.
 * Source: Documentation/mm/hmm.rst; mm/memory.c (do_swap_page: migrate_to_ram);
 * tools/testing/selftests/mm/hmm-tests.c (hmm_gup_test), v7.0.
 */
export const gupCall = setup({
  types: { events: {} as { type: 'call' } | { type: 'got' } | { type: 'put' } },
}).createMachine({
  id: 'gup',
  initial: 'idle',
  states: {
    idle: stateNode('There is no call of get_user_pages.', gup('pin_user_pages'), {
      call: to('wants', 'A thread calls get_user_pages with FOLL_LONGTERM.', gup('pin_user_pages')),
    }),
    wants: stateNode('get_user_pages looks up the page.', gup('pin_user_pages'), {
      got: to('has', 'get_user_pages returns the page.', gup('pin_user_pages')),
    }),
    has: stateNode('The caller holds a pin on the page.', gup('pin_user_pages'), {
      put: to('idle', 'The caller unpins the page.', gup('unpin_user_page')),
    }),
  },
});

/**
 * An operation of a GPU that needs a page in one place.
 * Rule: it ends; a page that cannot be used where it is is brought where it can.
 * Source: drivers/gpu/drm/drm_pagemap.c (timeslice_expiration); mail of Simona Vetter, January 2025
 * ("memory ... misplaced for functional and not just performance reasons").
 */
export const gpuOperation = setup({
  types: {
    events: {} as
      { type: 'begin' } | { type: 'migrated' } | { type: 'migrated_back' } | { type: 'refused' } | { type: 'run' },
  },
}).createMachine({
  id: 'gpu_operation',
  initial: 'idle',
  states: {
    idle: stateNode('There is no operation.', `${pagemap}: drm_pagemap_populate_mm`, {
      begin: to('faulted', 'The operation starts and faults.', `${pagemap}: drm_pagemap_populate_mm`),
    }),
    faulted: stateNode('The page is not where the operation needs it.', `${pagemap}: drm_pagemap_populate_mm`, {
      migrated: to(
        'ready',
        'The page is migrated to where the operation needs it.',
        `${pagemap}: drm_pagemap_populate_mm`,
      ),
      refused: to(
        'faulted',
        'The interconnect refuses an access to the page where it is: the operation faults again.',
        seed,
      ),
    }),
    ready: stateNode('The page is where the operation needs it.', `${pagemap}: drm_pagemap_populate_mm`, {
      run: to('idle', 'The operation runs and ends.', `${pagemap}: drm_pagemap_populate_mm`),
      migrated_back: to(
        'faulted',
        'The CPU migrates the page back before the operation runs.',
        `${pagemap}: drm_pagemap_migrate_to_ram`,
      ),
    }),
  },
});

/**
 * Whether the bus reaches a page of device memory.
 * Rule: access is uniform in one page map; memory that differs is split into two.
 * Source: mail of Simona Vetter, January 2025 ("if e.g. not the entire vram is bus visible, drivers
 * can handle that by splitting things up").
 */
export const busVisibility = setup({
  types: { events: {} as { type: 'place_hidden' } | { type: 'place_visible' } },
}).createMachine({
  id: 'bus_visibility',
  initial: 'visible',
  states: {
    visible: stateNode('The page is in the part of device memory that the bus can reach.', seed, {
      place_hidden: to('hidden', 'The page is allocated in the part of device memory that the bus cannot reach.', seed),
    }),
    hidden: stateNode('The page is in the part of device memory that the bus cannot reach.', seed, {
      place_visible: to('visible', 'The page is allocated in the part of device memory that the bus can reach.', seed),
    }),
  },
});
