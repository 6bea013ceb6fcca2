import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { source, from } from '../words/cites.ts';
import {
  busVisibility,
  devicePage,
  gpuOperation,
  gupCall,
  pagemapDevice,
  pagemapOwner,
  peerAccess,
  peerMapping,
} from '../lifecycles/device-private.ts';

const drmPagemap = from('drivers/gpu/drm/drm_pagemap.c');
const hmmSource = from('Documentation/mm/hmm.rst');
const gupSource = from('mm/gup.c');
const drmPagemapUtil = from('drivers/gpu/drm/drm_pagemap_util.c');

const pagemap = (says: string) => drmPagemap(says);
const rfc = (says: string) =>
  source('lore.kernel.org dri-devel: [RFC 1/5] mm/hmm: HMM API to enable P2P DMA for device private pages', says);
const hmm = (says: string) => hmmSource(says);

/** A page, the device that may have it, a peer that maps it, and a call of get_user_pages. */
export const privateParts = {
  page: { of: devicePage, title: 'page' },
  owner: { of: pagemapOwner, title: 'owner of the page map' },
  mapping: { of: peerMapping, title: 'mapping of the peer' },
  peer: { of: peerAccess, title: 'access of the peer' },
  pagemap: { of: pagemapDevice, title: 'device of the page map' },
  gup: { of: gupCall, title: 'get_user_pages' },
} as const;

const v = vocabulary(privateParts);
const invalidates = { mapping: 'invalidated' } as const;
const steps = v.steps(
  v.step('populate', 'user', {
    moves: { page: 'migrate_to_device' },
    also: invalidates,
    cite: pagemap('drm_pagemap_populate_mm; MMU_NOTIFY_MIGRATE'),
  }),
  v.step('cpu_fault', 'user', {
    moves: { page: 'migrate_to_ram' },
    also: invalidates,
    when: { pagemap: ['present', 'unplugging', 'revoked'] },
    cite: pagemap('drm_pagemap_migrate_to_ram'),
  }),
  v.step('range_fault', 'user', { moves: { mapping: 'ask' }, cite: hmm('hmm_range_fault') }),
  v.step('range_fault_device', 'mirror', {
    moves: { mapping: 'snap_device' },
    when: { page: 'device', owner: 'common', pagemap: 'present' },
    cite: source('mm/hmm.c', 'hmm_vma_handle_pte: page_pgmap(page)->owner == range->dev_private_owner'),
  }),
  v.step('range_fault_migrates', 'mirror', {
    moves: { mapping: 'snap_ram', page: 'migrate_to_ram' },
    cite: source('mm/hmm.c', 'hmm_vma_handle_pte: otherwise handle_mm_fault, migrate_to_ram'),
  }),
  v.step('range_fault_ram', 'mirror', {
    moves: { mapping: 'snap_ram' },
    when: { page: ['system', 'pinned'] },
    cite: hmm('hmm_range_fault'),
  }),
  v.step('peer_programs', 'mirror', {
    moves: { mapping: 'program' },
    cite: hmm('device page table update under lock'),
  }),
  v.step('peer_access_starts', 'user', {
    moves: { peer: 'start' },
    when: { mapping: 'mapped.device', pagemap: '!gone' },
  }),
  v.step('peer_access_ends', 'peer_device', { moves: { peer: 'end' } }),
  v.step('owner_changes', 'user', {
    moves: { owner: 'disconnect' },
    cite: rfc('making pgmap->owner mutable in some fashion'),
  }),
  v.step('owner_changes_back', 'user', { moves: { owner: 'connect' }, when: { mapping: 'none' } }),
  v.step('unplug_begins', 'user', {
    moves: { pagemap: 'unplug' },
    cite: source('IGT tests/amdgpu/amd_pci_unplug.c', 'amdgpu_hotunplug_simple'),
  }),
  v.step('pagemap_revoked', 'unplugger', {
    moves: { pagemap: 'revoke' },
    also: invalidates,
    cite: rfc(
      'a literal (safe!) hot unplug must always use the page map revoke, and that should be ' +
        'safely locked between hmm_range_fault and the notifier',
    ),
  }),
  v.step('evict_to_ram', 'unplugger', {
    moves: { page: 'migrate_to_ram' },
    when: { pagemap: 'revoked' },
    cite: pagemap('drm_pagemap_evict_to_ram'),
  }),
  v.step('unplug_ends', 'unplugger', {
    moves: { pagemap: 'done' },
    also: { page: 'device_gone', peer: 'device_gone' },
    cite: rfc(
      'some access will go to nowhere when that happens, until we have torn down all the ' +
        'mappings and migrated memory out',
    ),
  }),
  v.step('peer_reset', 'gpu_reset', {
    moves: { peer: 'reset' },
    when: { peer: 'nowhere' },
    cite: rfc('I expect things will need resets to recover'),
  }),
  v.step('gup', 'user', { moves: { gup: 'call' }, cite: gupSource('pin_user_pages') }),
  v.step('gup_pins', 'gup', {
    moves: { gup: 'got', page: 'pin' },
    when: { page: 'system' },
    cite: gupSource('pin_user_pages'),
  }),
  v.step('gup_migrates', 'importer', {
    moves: { page: 'migrate_to_ram' },
    also: invalidates,
    when: { gup: 'wants' },
    cite: hmm('device memory is never pinned: the page is migrated back first'),
  }),
  v.step('gup_put', 'user', { moves: { gup: 'put', page: 'unpin' } }),
);
export const devicePrivate = v.row({
  name: 'device-private',
  steps,
  promises: [
    { name: 'range-fault-ends', pending: { mapping: ['asking', 'snapped'] }, cite: hmm('hmm_range_fault') },
    { name: 'unplug-ends', pending: { pagemap: ['unplugging', 'revoked'] }, cite: pagemap('drm_pagemap_evict_to_ram') },
    { name: 'access-is-settled', pending: { peer: '!idle' }, cite: rfc('some access will go to nowhere') },
    { name: 'gup-returns', pending: { gup: 'wants' }, cite: gupSource('pin_user_pages') },
  ],
  invariants: [
    {
      name: 'peer-reaches-what-it-maps',
      never: { mapping: 'mapped.device', owner: 'foreign' },
      cite: source('mm/hmm.c', 'hmm_vma_handle_pte: the owner matches'),
    },
    {
      name: 'mapped-is-there',
      never: { mapping: 'mapped.device', page: '!device' },
      cite: hmm('device page table entries follow the CPU page table'),
    },
    { name: 'nothing-is-stranded', never: { page: 'stranded' }, cite: pagemap('drm_pagemap_evict_to_ram') },
    { name: 'no-device-private-pin', never: { page: 'device_pinned' }, cite: hmm('device memory can never be pinned') },
  ],
});
const about = v.about(steps);
const clause = (
  name: string,
  says: Clause['says'],
  rest: Omit<Parameters<typeof about.clause>[0], 'name' | 'says'>,
): Clause => about.clause({ name: `device-private/${name}`, says, ...rest });
export const privateLaws = {
  'owner-is-immutable': clause(
    'owner-is-immutable',
    drmPagemapUtil('drm_pagemap_acquire_owner: one common owner of a group of peers, for good'),
    { forbids: ['owner_changes', 'owner_changes_back'] },
  ),
  'no-populate-after-unplug': clause('no-populate-after-unplug', pagemap('drm_pagemap_populate_mm: -ENODEV'), {
    requires: { populate: { pagemap: 'present' } },
  }),
  'migrates-before-it-goes': clause('migrates-before-it-goes', pagemap('drm_pagemap_evict_to_ram'), {
    requires: { unplug_ends: { page: ['system', 'pinned'] } },
  }),
} as const;
export const privateFaults = {
  'callback-per-page': clause(
    'callback-per-page',
    rfc(
      'Now you are locking/unlocking every 4k? And then it still races since it can change ' +
        'after hmm_range_fault returns.',
    ),
    {
      requires: { owner_changes: { mapping: '!asking' } },
      about:
        'The owner may change. A callback is called for each page, under a lock that keeps the ' +
        'owner from changing.',
    },
  ),
  'owner-mutable': clause('owner-mutable', rfc('making pgmap->owner mutable in some fashion'), {}),
  'owner-change-revokes': clause(
    'owner-change-revokes',
    rfc('a literal (safe!) hot unplug must always use the page map revoke'),
    { also: { owner_changes: invalidates } },
  ),
  'unplug-does-not-revoke': clause('unplug-does-not-revoke', rfc('must always use the page map revoke'), {
    forbids: ['pagemap_revoked', 'evict_to_ram'],
    adds: [
      { name: 'nothing_revoked', actor: 'unplugger', moves: { pagemap: 'revoke' } },
      { name: 'evict_untold', actor: 'unplugger', moves: { page: 'migrate_to_ram' }, when: { pagemap: 'revoked' } },
    ],
  }),
  'no-reset': clause('no-reset', rfc('I expect things will need resets to recover'), { forbids: ['peer_reset'] }),
  'pins-in-place': clause('pins-in-place', hmm('device memory can never be pinned'), {
    forbids: ['gup_migrates'],
    adds: [
      { name: 'gup_pins_device', actor: 'importer', moves: { gup: 'got', page: 'pin' }, when: { page: 'device' } },
    ],
  }),
} as const;

/** Memory of which the bus reaches a part alone. */
const s = vocabulary({ ...privateParts, visibility: { of: busVisibility, title: 'place of the page' } } as const);
const visibleSteps = s.steps(
  s.step('placed_hidden', 'user', { moves: { visibility: 'place_hidden' }, when: { page: 'system', mapping: 'none' } }),
  s.step('placed_visible', 'user', {
    moves: { visibility: 'place_visible' },
    when: { page: 'system', mapping: 'none' },
  }),
);
export const partlyVisible = s.row({
  name: 'partly-visible',
  steps: visibleSteps,
  invariants: [
    {
      name: 'bus-reaches-what-is-mapped',
      never: { mapping: 'mapped.device', visibility: 'hidden', page: 'device' },
      cite: rfc('not the entire vram is bus visible'),
    },
  ],
});
export const splitPagemap: Clause = s.about(steps).clause({
  name: 'device-private/split-page-map',
  says: rfc('drivers can handle that by splitting things up'),
  requires: { range_fault_device: { visibility: 'visible' } },
});

/** A page that a GPU and a CPU both want, and an atomic operation that the interconnect does not carry. */
const g = vocabulary({ page: privateParts.page, operation: { of: gpuOperation, title: 'GPU operation' } } as const);
const contestSteps = g.steps(
  g.step('operation_begins', 'user', { moves: { operation: 'begin' }, when: { page: 'system' } }),
  g.step('operation_migrates', 'fault_server', {
    moves: { operation: 'migrated', page: 'migrate_to_device' },
    cite: pagemap('drm_pagemap_populate_mm'),
  }),
  g.step('operation_runs', 'peer_device', { moves: { operation: 'run' }, when: { page: 'device' } }),
  g.step('cpu_takes_back', 'user', {
    moves: { page: 'migrate_to_ram' },
    also: { operation: 'migrated_back' },
    cite: pagemap('drm_pagemap_migrate_to_ram'),
  }),
);
export const contestedPage = g.row({
  name: 'contested-page',
  steps: contestSteps,
  promises: [{ name: 'operation-ends', pending: { operation: '!idle' }, cite: pagemap('timeslice_expiration') }],
});
export const timeslice: Clause = g.about(contestSteps).clause({
  name: 'contested-page/timeslice',
  says: pagemap('__drm_pagemap_migrate_to_ram: returns 0 without migrating while timeslice_expiration lies ahead'),
  requires: { cpu_takes_back: { operation: '!ready' } },
});
const atomicSteps = g.steps(
  g.step('atomic_begins', 'user', { moves: { operation: 'begin' }, when: { page: 'device' } }),
  g.step('atomic_refused', 'peer_device', {
    moves: { operation: 'refused' },
    when: { page: 'device' },
    atomic: 'hardware',
    cite: rfc(
      "when the interconnect doesn't work for atomics or some other funny reason it only works for some of the traffic",
    ),
  }),
  g.step('misplaced_migrates', 'fault_server', {
    moves: { page: 'migrate_to_ram', operation: 'migrated' },
    cite: rfc("we can also migrate memory around that's misplaced for functional and not just performance reasons"),
  }),
  g.step('atomic_runs', 'peer_device', { moves: { operation: 'run' }, when: { page: 'system' } }),
  g.step('placed_on_device', 'user', { moves: { page: 'migrate_to_device' }, when: { operation: 'idle' } }),
);
export const atomicPage = g.row({
  name: 'atomic-page',
  steps: atomicSteps,
  promises: [
    { name: 'operation-ends', pending: { operation: '!idle' }, cite: rfc('it only works for some of the traffic') },
  ],
});
export const staysMisplaced: Clause = g.about(atomicSteps).clause({
  name: 'atomic-page/stays-misplaced',
  says: rfc('misplaced for functional and not just performance reasons'),
  forbids: ['misplaced_migrates'],
  adds: [{ name: 'cpu_touches', actor: 'user', moves: { page: 'migrate_to_ram', operation: 'migrated' } }],
});
