/* oxlint-disable max-lines-per-function -- a row is one table of steps: data of one shape, nothing is decided in it */
import { vocabulary, type Clause, type Row } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import {
  attachment70,
  attachment71,
  bufferMove,
  deviceAccess,
  dmaBuf,
  exporterCall,
  importerPin,
  pinCount,
  unplug,
  vmapCount,
  vmapUser,
  type KernelVersion,
} from '../lifecycles/dma-buf.ts';
import { resvLock } from '../lifecycles/memory-locks.ts';

const dmaBufSource = from('drivers/dma-buf/dma-buf.c');
const umemDmabuf = from('drivers/infiniband/core/umem_dmabuf.c');
const ttmBo = from('drivers/gpu/drm/ttm/ttm_bo.c');

const doc = (says: string) => dmaBufSource(says);
const convention = doc('DOC: locking convention');
const contract = doc(
  'the importer may keep using the old mapping only until the fences in the reservation object signal',
);

export const dmaBufParts = (version: KernelVersion) =>
  ({
    buffer: { of: dmaBuf, title: 'shared buffer' },
    attachment: { of: version === '7.0' ? attachment70 : attachment71, family: 'importers' },
    access: { of: deviceAccess, family: 'importers', title: 'access of importer' },
    pin: { of: importerPin, family: 'importers', title: 'pin of importer' },
    pinCount: { of: pinCount, title: 'pin count' },
    move: { of: bufferMove, title: 'move of the buffer' },
    resv: { of: resvLock, title: 'dma_resv' },
  }) as const;

/** A buffer, its importers and its exporter: `move_notify` until 7.0, `invalidate_mappings` and revocation from 7.1. */
export function dmaBufIn(version: KernelVersion) {
  const v = vocabulary(dmaBufParts(version));
  const notify = version === '7.0' ? 'move_notify' : 'invalidate_mappings';
  const steps = v.steps(
    v.step('dma_buf_export', 'user', { moves: { buffer: 'dma_buf_export' } }),
    v.step('dma_buf_attach', 'user', { moves: { 'attachment[i]': 'attach' }, when: { buffer: 'exported' } }),
    v.step('dma_buf_detach', 'user', { moves: { 'attachment[i]': 'detach' }, when: { 'pin[i]': 'none' } }),
    v.step('dma_buf_put', 'user', {
      moves: { buffer: 'dma_buf_put' },
      also: { 'attachment[*]': 'buffer_gone' },
      cite: doc('dma_buf_release: WARN_ON(!list_empty(&dmabuf->attachments))'),
    }),
    v.step('map_begin', 'user', { moves: { 'attachment[i]': 'map_begin' }, cite: doc('dma_buf_map_attachment') }),
    v.step('map_end', 'importer[i]', { moves: { 'attachment[i]': 'map_end' } }),
    v.step('unmap', 'user', { moves: { 'attachment[i]': 'unmap' }, when: { 'access[i]': 'idle' } }),
    v.step('unmap_invalidated', 'importer_lock[i]', {
      moves: { 'attachment[i]': 'unmap' },
      when: { 'attachment[i]': 'invalidated', 'access[i]': 'idle' },
      cite: doc('importers with the callback must unmap in bounded time'),
    }),
    v.step('dma_buf_pin', 'user', {
      moves: { 'pin[i]': 'pin', pinCount: 'pin' },
      when: { 'attachment[i]': ['attached', 'mapped.current'] },
      cite: doc('dma_buf_pin'),
    }),
    v.step('dma_buf_unpin', 'user', {
      moves: { 'pin[i]': 'unpin', pinCount: 'unpin' },
      when: { 'pin[i]': 'held', 'attachment[i]': ['attached', 'mapped', 'invalidated'] },
      cite: doc('dma_buf_unpin'),
    }),
    v.step('map_fails', 'user', {
      moves: { 'pin[i]': 'map_fails' },
      when: { 'attachment[i]': 'attached' },
      cite: umemDmabuf('ib_umem_dmabuf_map_pages can fail after the pin'),
    }),
    v.step('release_pinned', 'importer_lock[i]', {
      moves: { 'pin[i]': 'unpin', pinCount: 'unpin' },
      when: { 'pin[i]': ['failed', 'failed_unpinned'] },
      cite: umemDmabuf('ib_umem_dmabuf_revoke: unpins if the flag says pinned'),
    }),
    v.step('access_starts', 'user', { moves: { 'access[i]': 'start' }, when: { 'attachment[i]': 'mapped.current' } }),
    v.step('access_starts_astray', 'user', {
      moves: { 'access[i]': 'start_astray' },
      when: { 'attachment[i]': 'mapped.outdated' },
    }),
    v.step('access_ends', 'importer_device[i]', { moves: { 'access[i]': 'end' } }),
    v.step('move_begin', 'user', {
      moves: { move: 'begin' },
      when: { buffer: 'exported' },
      cite: ttmBo('ttm_bo_evict'),
    }),
    v.step(notify, 'exporter', {
      moves: { move: 'notify' },
      also: { 'attachment[*]': notify },
      cite: doc(`dma_buf_${notify}`),
    }),
    v.step('move_waits', 'exporter', { moves: { move: 'wait' }, cite: contract }),
    v.step('move_copies', 'exporter', {
      moves: { move: 'copy' },
      also: { 'attachment[*]': 'storage_moved', 'access[*]': 'storage_moved', 'pin[*]': 'storage_moved' },
    }),
    v.step('move_ends', 'exporter', { moves: { move: 'end' } }),
  );
  const row: Row = v.row({
    name: 'dma-buf',
    steps,
    promises: [
      { name: 'move-ends', pending: { move: '!idle' }, cite: ttmBo('ttm_bo_evict') },
      {
        name: 'invalidated-is-unmapped',
        pending: { 'attachment[i]': 'invalidated' },
        cite: doc('importers with the callback must unmap in bounded time'),
      },
    ],
    invariants: [
      { name: 'addresses-follow-the-buffer', never: { 'attachment[?]': 'mapped.outdated' }, cite: contract },
      { name: 'no-access-astray', never: { 'access[?]': 'astray' }, cite: contract },
      {
        name: 'pinned-stays',
        never: { 'pin[?]': 'moved' },
        cite: doc('dma_buf_pin: the buffer is not moved until dma_buf_unpin'),
      },
      {
        name: 'unpin-is-balanced',
        never: { pinCount: 'underflow' },
        cite: ttmBo('ttm_bo_unpin: WARN_ON_ONCE(!bo->pin_count)'),
      },
      {
        name: 'no-attachment-at-release',
        never: { 'attachment[?]': 'dangling' },
        cite: doc('dma_buf_release: WARN_ON(!list_empty(&dmabuf->attachments))'),
      },
    ],
  });
  const about = v.about(steps);
  const law = (
    name: string,
    says: Clause['says'],
    rest: Omit<Parameters<typeof about.clause>[0], 'name' | 'says'>,
  ): Clause => about.clause({ name: `dma-buf/${name}`, says, ...rest });
  const laws = {
    'move-holds-resv': law('move-holds-resv', convention, {
      moves: { move_begin: { resv: 'take.exporter' }, move_ends: { resv: 'give.exporter' } },
      about: 'D-9: the exporter holds the reservation lock when it tells the importers, and until it has moved.',
    }),
    'map-holds-resv': law('map-holds-resv', convention, {
      moves: { map_begin: { resv: 'take.importer[i]' }, map_end: { resv: 'give.importer[i]' } },
      about: 'D-2, D-8: the importer holds the reservation lock while it maps.',
    }),
    'pin-holds-resv': law('pin-holds-resv', convention, {
      requires: {
        dma_buf_pin: { resv: 'free' },
        dma_buf_unpin: { resv: 'free' },
        release_pinned: { resv: 'free' },
        unmap: { resv: 'free' },
        unmap_invalidated: { resv: 'free' },
      },
      about: 'D-1: pin, unpin and unmap are one step under the lock.',
    }),
    'move-awaits-fences': law('move-awaits-fences', contract, {
      requires: { move_copies: { 'access[*]': '!running' } },
    }),
    'pinned-is-not-moved': law('pinned-is-not-moved', doc('dma_buf_pin'), {
      requires: { move_begin: { pinCount: 'zero' } },
    }),
    'attachment-keeps-buffer': law(
      'attachment-keeps-buffer',
      doc('dma_buf_attach: an importer holds a reference until it has detached'),
      { requires: { dma_buf_put: { 'attachment[*]': 'detached' } } },
    ),
  };
  const faults = {
    'double-unpin': about.clause({
      name: 'dma-buf/double-unpin',
      says: umemDmabuf(
        'ib_umem_dmabuf_get_pinned_with_dma_device before 104016eb671e: unpins at once where the ' +
          'mapping failed and leaves umem_dmabuf->pinned set (CVE-2026-43128)',
      ),
      adds: [
        { name: 'unpin_on_error', actor: 'importer_lock[i]', moves: { 'pin[i]': 'unpin_early', pinCount: 'unpin' } },
      ],
      requires: { release_pinned: { 'pin[i]': 'failed_unpinned' } },
    }),
    'move-does-not-tell': about.clause({
      name: 'dma-buf/move-does-not-tell',
      says: doc(`dma_buf_${notify}`),
      adds: [{ name: 'move_tells_nobody', actor: 'exporter', moves: { move: 'notify' } }],
      forbids: [notify],
    }),
    'static-importer': about.clause({
      name: 'dma-buf/static-importer',
      says: doc('dma_buf_pin_on_map: a static importer has no callback; the exporter is pinned while it has addresses'),
      moves: { map_begin: { 'pin[i]': 'pin', pinCount: 'pin' }, unmap: { 'pin[i]': 'unpin', pinCount: 'unpin' } },
      forbids: ['dma_buf_pin', 'dma_buf_unpin', 'map_fails', 'unmap_invalidated', notify],
      adds: [{ name: 'move_has_nobody_to_tell', actor: 'exporter', moves: { move: 'notify' } }],
    }),
  };
  return { row, laws, faults, parts: v.parts };
}
export const dmaBuf70 = dmaBufIn('7.0');
export const dmaBuf71 = dmaBufIn('7.1');

/**
 * The exporter's device goes away: until 7.0 it tells the importers and waits for the pins; from
 * 7.1 it revokes them.
 */
function unplugIn(version: KernelVersion): Row {
  const u = vocabulary({ ...dmaBufParts(version), unplug: { of: unplug, title: 'unplug of the exporter' } } as const);
  return u.row({
    name: 'dma-buf-unplug',
    steps: u.steps(
      u.step('unplug_begins', 'user', { moves: { unplug: 'want' }, cite: doc('dma_buf_attach_revocable') }),
      u.step('unplug_tells', 'unplugger', {
        moves: { unplug: 'tell' },
        when: { move: 'idle', resv: 'free' },
        cite: doc('dma_buf_attach_revocable: for a pinned importer that can be revoked the callback is for good'),
        also:
          version === '7.0'
            ? { 'attachment[*]': 'move_notify' }
            : { 'attachment[*]': 'revoke', 'pin[*]': 'revoke', pinCount: 'revoke' },
      }),
      u.step('unplug_ends', 'unplugger', {
        moves: { unplug: 'done' },
        when: {
          'access[*]': 'idle',
          pinCount: 'zero',
          'attachment[*]': version === '7.0' ? ['detached', 'attached'] : ['detached', 'attached', 'revoked'],
        },
      }),
    ),
    ties: {
      requires: Object.fromEntries(
        ['dma_buf_attach', 'dma_buf_pin', 'map_begin', 'move_begin'].map((step) => [step, { unplug: 'present' }]),
      ),
    },
    promises: [{ name: 'unplug-ends', pending: { unplug: ['wanted', 'told'] }, cite: doc('dma_buf_attach_revocable') }],
  });
}
export const unplug70 = unplugIn('7.0');
export const unplug71 = unplugIn('7.1');

/** D-4 to D-7: calls in which the exporter takes the reservation lock himself. */
const c = vocabulary({
  call: { of: exporterCall, family: 'importers', title: 'call of importer' },
  resv: { of: resvLock, title: 'dma_resv' },
} as const);
const callSteps = c.steps(
  c.step('attach_call', 'user', { moves: { 'call[i]': 'attach' }, cite: doc('dma_buf_dynamic_attach') }),
  c.step('detach_call', 'user', { moves: { 'call[i]': 'detach' }, cite: doc('dma_buf_detach') }),
  c.step('begin_cpu_access_call', 'user', {
    moves: { 'call[i]': 'begin_cpu_access' },
    cite: doc('dma_buf_begin_cpu_access: might_lock(&dmabuf->resv->lock.base)'),
  }),
  c.step('callback', 'importer_lock[i]', {
    moves: { 'call[i]': 'callback', resv: 'take.callback' },
    when: { resv: 'free' },
    atomic: 'dma_resv',
  }),
  c.step('call_returns', 'importer[i]', {
    moves: { 'call[i]': 'return', resv: 'give.callback' },
    when: { 'call[i]': ['attach.locked', 'detach.locked', 'begin_cpu_access.locked'], resv: 'held.callback' },
  }),
);
export const dmaBufCalls = c.row({
  name: 'dma-buf-calls',
  steps: callSteps,
  promises: [{ name: 'call-returns', pending: { 'call[i]': '!idle' }, cite: convention }],
});
const under = (call: 'attach_call' | 'detach_call' | 'begin_cpu_access_call'): Clause =>
  c.about(callSteps).clause({
    name: `dma-buf-calls/${call.replaceAll('_', '-')}-under-resv`,
    says: convention,
    moves: { [call]: { resv: 'take.importer[i]' } },
    adds: [
      {
        name: 'importer_unlocks',
        actor: 'importer[i]',
        moves: { resv: 'give.importer[i]' },
        when: { 'call[i]': 'idle' },
      },
    ],
  });
export const callFaults = {
  attach: under('attach_call'),
  detach: under('detach_call'),
  begin_cpu_access: under('begin_cpu_access_call'),
};

/** D-3: kernel mappings. */
const m = vocabulary({
  vmapUser: { of: vmapUser, family: 'importers', title: 'user of a kernel mapping' },
  vmapCount: { of: vmapCount, title: 'vmapping_counter' },
  resv: { of: resvLock, title: 'dma_resv' },
} as const);
const vmapSteps = m.steps(
  m.step('vmap_looks', 'user', {
    moves: { 'vmapUser[i]': 'look' },
    when: { vmapCount: 'zero' },
    cite: doc('dma_buf_vmap'),
  }),
  m.step('vmap_first', 'importer[i]', {
    moves: { 'vmapUser[i]': 'map', vmapCount: 'first' },
    when: { 'vmapUser[i]': 'saw_none' },
  }),
  m.step('vmap_again', 'user', {
    moves: { 'vmapUser[i]': 'map', vmapCount: 'more' },
    when: { 'vmapUser[i]': 'idle', vmapCount: 'one' },
  }),
  m.step('vunmap', 'importer_lock[i]', { moves: { 'vmapUser[i]': 'unmap', vmapCount: 'less' } }),
);
export const dmaBufVmap = m.row({
  name: 'dma-buf-vmap',
  steps: vmapSteps,
  promises: [
    {
      name: 'vmap-is-given-back',
      pending: { 'vmapUser[i]': '!idle' },
      cite: doc('dma_buf_release: BUG_ON(dmabuf->vmapping_counter)'),
    },
  ],
  invariants: [
    {
      name: 'used-is-mapped',
      never: { vmapCount: 'zero', 'vmapUser[?]': 'using' },
      cite: doc('dma_buf_vunmap: BUG_ON(dmabuf->vmapping_counter == 0)'),
    },
  ],
});
export const vmapHoldsResv: Clause = m.about(vmapSteps).clause({
  name: 'dma-buf-vmap/holds-resv',
  says: convention,
  about: 'D-3, D-8: the importer holds the reservation lock.',
  moves: { vmap_looks: { resv: 'take.importer[i]' }, vmap_first: { resv: 'give.importer[i]' } },
  requires: { vmap_again: { resv: 'free' }, vunmap: { resv: 'free' } },
});
