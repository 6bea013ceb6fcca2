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
    system: stateNode('In system memory.', `${pagemap}: drm_pagemap_migrate_to_ram`, {
      migrate_to_device: to('device', 'Migrated to the device.', `${pagemap}: drm_pagemap_migrate_to_devmem`),
      pin: to('pinned', 'Pinned for long.', gup('pin_user_pages')),
    }),
    pinned: stateNode('Pinned in system memory: it cannot be migrated.', gup('pin_user_pages'), {
      unpin: to('system', 'Unpinned.', gup('unpin_user_page')),
    }),
    device: stateNode('In device memory; to the CPU a swap entry.', hmm, {
      migrate_to_ram: to('system', 'Migrated back.', `${pagemap}: drm_pagemap_migrate_to_ram`),
      pin: to('device_pinned', 'Pinned where it is.', 'Documentation/mm/hmm.rst'),
      device_gone: to('stranded', 'Its device is gone.', `${pagemap}: drm_pagemap_release`),
    }),
    device_pinned: stateNode('Pinned in device memory: it cannot be taken back.', 'Documentation/mm/hmm.rst'),
    stranded: stateNode('In the memory of a device that is gone.', `${pagemap}: drm_pagemap_release`),
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
      'The peer has the same owner: it reaches the memory.',
      'drivers/gpu/drm/drm_pagemap_util.c: drm_pagemap_acquire_owner',
      { disconnect: to('foreign', 'The owner changes.', seed) },
    ),
    foreign: stateNode('The peer does not reach the memory.', hmm, {
      connect: to('common', 'The owner changes back.', seed),
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
    none: stateNode('Has not asked.', hmm, { ask: to('asking', 'hmm_range_fault begins.', hmm) }),
    asking: stateNode('In hmm_range_fault.', hmm, {
      snap_device: to('snapped.device', 'The owners match: the device page itself.', hmm),
      snap_ram: to('snapped.ram', 'A page of system memory.', hmm),
      invalidated: to('none', 'Asks again.', hmm),
    }),
    snapped: {
      ...stateNode('hmm_range_fault has returned.', hmm, {
        invalidated: to('#peer_mapping.none', 'read_retry will say so.', hmm),
      }),
      initial: 'device',
      states: {
        device: stateNode('Knows a device page.', hmm, { program: to('#peer_mapping.mapped.device', 'Mapped.', hmm) }),
        ram: stateNode('Knows a page of system memory.', hmm, {
          program: to('#peer_mapping.mapped.ram', 'Mapped.', hmm),
        }),
      },
    },
    mapped: {
      ...stateNode('Has a mapping.', hmm, { invalidated: to('#peer_mapping.none', 'Unmapped by the notifier.', hmm) }),
      initial: 'device',
      states: { device: stateNode('Of a device page.', hmm), ram: stateNode('Of system memory.', hmm) },
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
    idle: stateNode('None in flight.', seed, { start: to('running', 'In flight.', seed) }),
    running: stateNode('In flight.', seed, {
      end: to('idle', 'Answered.', seed),
      device_gone: to('nowhere', 'Nobody will answer.', seed),
    }),
    nowhere: stateNode('Went to nowhere.', seed, { reset: to('idle', 'The peer is reset.', seed) }),
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
    present: stateNode('There.', `${pagemap}: drm_pagemap_init`, {
      unplug: to('unplugging', 'Being unbound.', `${pagemap}: drm_pagemap_shrinker_fini`),
    }),
    unplugging: stateNode('New pages are refused.', `${pagemap}: drm_pagemap_populate_mm`, {
      revoke: to('revoked', 'The page map is revoked: every mapping of it is invalidated.', seed),
    }),
    revoked: stateNode('Everything is migrated out.', `${pagemap}: drm_pagemap_evict_to_ram`, {
      done: to('gone', 'Nothing is left.', `${pagemap}: drm_pagemap_release`),
    }),
    gone: stateNode('Gone.', `${pagemap}: drm_pagemap_release`),
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
    idle: stateNode('No call.', gup('pin_user_pages'), {
      call: to('wants', 'FOLL_LONGTERM.', gup('pin_user_pages')),
    }),
    wants: stateNode('Looks for the page.', gup('pin_user_pages'), {
      got: to('has', 'Has the page.', gup('pin_user_pages')),
    }),
    has: stateNode('Has the page.', gup('pin_user_pages'), {
      put: to('idle', 'Gives it back.', gup('unpin_user_page')),
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
    idle: stateNode('None.', `${pagemap}: drm_pagemap_populate_mm`, {
      begin: to('faulted', 'It faults.', `${pagemap}: drm_pagemap_populate_mm`),
    }),
    faulted: stateNode('The page is not where it must be.', `${pagemap}: drm_pagemap_populate_mm`, {
      migrated: to('ready', 'The page is brought.', `${pagemap}: drm_pagemap_populate_mm`),
      refused: to('faulted', 'Tried where it is: the interconnect refuses, it faults again.', seed),
    }),
    ready: stateNode('The page is there.', `${pagemap}: drm_pagemap_populate_mm`, {
      run: to('idle', 'Done.', `${pagemap}: drm_pagemap_populate_mm`),
      migrated_back: to(
        'faulted',
        'The CPU took the page back before it ran.',
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
    visible: stateNode('In the part that the bus reaches.', seed, {
      place_hidden: to('hidden', 'Allocated in the other part.', seed),
    }),
    hidden: stateNode('In the part that it does not reach.', seed, {
      place_visible: to('visible', 'Allocated in the part that it reaches.', seed),
    }),
  },
});
