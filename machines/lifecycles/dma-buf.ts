/* oxlint-disable max-lines-per-function -- a chart is one table of states: data in which nothing is decided */
import { setup } from 'xstate';
import type { Named } from './named.ts';
import { citing } from './to.ts';

const core = 'drivers/dma-buf/dma-buf.c';
const { to, stateNode } = citing(core);

/** The kernels that a rule was read in: the callback of an importer has another name, and other duties, from 7.1 on. */
export type KernelVersion = '7.0' | '7.1';

/**
 * A shared buffer.
 * Rule: it is released when its last reference is put; every attachment is gone by then.
 * Source: drivers/dma-buf/dma-buf.c (dma_buf_export, dma_buf_release), v7.0.
 */
export const dmaBuf = setup({
  types: { events: {} as { type: 'dma_buf_export' } | { type: 'dma_buf_put' } },
}).createMachine({
  id: 'dma_buf',
  initial: 'unexported',
  states: {
    unexported: stateNode('No file yet.', 'dma_buf_export', {
      dma_buf_export: to('exported', 'A file with a reservation object; importers may attach.', 'dma_buf_export'),
    }),
    exported: stateNode('References are held.', 'dma_buf_get', {
      dma_buf_put: to('released', 'The last reference goes: ops->release, WARN_ON(attachments).', 'dma_buf_release'),
    }),
    released: stateNode('Gone.', 'dma_buf_release'),
  },
});

export type Attachment = Named<
  | 'detached'
  | 'attached'
  | 'mapping'
  | 'mapping.current'
  | 'mapping.outdated'
  | 'mapped'
  | 'mapped.current'
  | 'mapped.outdated'
  | 'invalidated'
  | 'revoked'
  | 'dangling',
  | 'attach'
  | 'detach'
  | 'map_begin'
  | 'map_end'
  | 'unmap'
  | 'move_notify'
  | 'invalidate_mappings'
  | 'storage_moved'
  | 'buffer_gone'
  | 'revoke'
>;

/**
 * One importer's attachment and the addresses that it has.
 * Rule: the addresses are good until the exporter says otherwise; the exporter says so before it moves the buffer.
 * Source: drivers/dma-buf/dma-buf.c (dma_buf_dynamic_attach, dma_buf_map_attachment;
 * dma_buf_move_notify until 7.0, dma_buf_invalidate_mappings from 7.1).
 */
function attachmentOf(version: KernelVersion): Attachment {
  const notify = version === '7.0' ? 'move_notify' : 'invalidate_mappings';
  const notified = (target: string) => ({
    [notify]: to(target, 'The exporter is about to move the buffer.', `dma_buf_${notify}`),
  });
  const revoked =
    version === '7.0'
      ? {}
      : {
          revoke: to(
            '#attachment.revoked',
            'The memory is taken away for good, pinned or not.',
            'dma_buf_attach_revocable',
          ),
        };
  const gone = { buffer_gone: to('#attachment.dangling', 'The buffer is released under it.', 'dma_buf_release') };
  return setup({ types: { events: {} as { type: string } } }).createMachine({
    id: 'attachment',
    initial: 'detached',
    states: {
      detached: stateNode('Not attached.', 'dma_buf_attach', {
        attach: to('attached', 'The exporter agreed.', 'dma_buf_dynamic_attach'),
      }),
      attached: stateNode('Attached, without addresses.', 'dma_buf_dynamic_attach', {
        map_begin: to('mapping', 'Asks where the buffer is.', 'dma_buf_map_attachment'),
        detach: to('detached', 'Unmapped before: nothing is left.', 'dma_buf_detach'),
        ...revoked,
        ...gone,
      }),
      mapping: {
        ...stateNode('The exporter looks where the buffer is.', 'dma_buf_map_attachment', { ...revoked, ...gone }),
        initial: 'current',
        states: {
          current: stateNode('It is still there.', 'dma_buf_map_attachment', {
            map_end: to('#attachment.mapped.current', 'The importer has addresses.', 'dma_buf_map_attachment'),
            storage_moved: to('outdated', 'It moves meanwhile.', 'dma_buf_map_attachment'),
          }),
          outdated: stateNode('It was there.', 'dma_buf_map_attachment', {
            map_end: to(
              '#attachment.mapped.outdated',
              'The importer has addresses, of where it was.',
              'dma_buf_map_attachment',
            ),
          }),
        },
      },
      mapped: {
        ...stateNode('The importer has addresses.', 'dma_buf_map_attachment', {
          unmap: to('#attachment.attached', 'It gives them back.', 'dma_buf_unmap_attachment'),
          ...notified('#attachment.invalidated'),
          ...revoked,
          ...gone,
        }),
        initial: 'current',
        states: {
          current: stateNode('The buffer is there.', 'dma_buf_map_attachment', {
            storage_moved: to('outdated', 'It moves and nobody said so.', 'dma_buf_map_attachment'),
          }),
          outdated: stateNode('The buffer is elsewhere.', 'dma_buf_map_attachment'),
        },
      },
      invalidated: stateNode(
        'The importer knows that its addresses end with the fences in the reservation object.',
        `dma_buf_${notify}`,
        { unmap: to('attached', 'It gives them back.', 'dma_buf_unmap_attachment'), ...revoked, ...gone },
      ),
      revoked: stateNode('Taken away for good.', 'dma_buf_attach_revocable', {
        detach: to('detached', 'Nothing is left to unmap.', 'dma_buf_detach'),
      }),
      dangling: stateNode('Attached to nothing.', 'dma_buf_release'),
    },
  } as never) as unknown as Attachment;
}
/** An attachment as kernels up to 7.0 have it. */
export const attachment70 = attachmentOf('7.0');
/** An attachment as kernels from 7.1 on have it. */
export const attachment71 = attachmentOf('7.1');

/**
 * What the importer's device does with the addresses; its fence is in the reservation object while it runs.
 * Rule: it never reaches where the buffer no longer is.
 * Source: include/linux/dma-buf.h (struct dma_buf, @resv), v7.0.
 */
export const deviceAccess = setup({
  types: { events: {} as { type: 'start' } | { type: 'start_astray' } | { type: 'end' } | { type: 'storage_moved' } },
}).createMachine({
  id: 'device_access',
  initial: 'idle',
  states: {
    idle: stateNode('The device does nothing.', 'dma_buf_map_attachment', {
      start: to('running', 'A job with a fence in the reservation object.', 'dma_buf_map_attachment'),
      start_astray: to('astray', 'A job at addresses that are no longer the buffer.', 'dma_buf_map_attachment'),
    }),
    running: stateNode('The device reads or writes the buffer.', 'dma_buf_map_attachment', {
      end: to('idle', 'Its fence is signaled.', 'dma_buf_map_attachment'),
      storage_moved: to('astray', 'The buffer goes away under it.', 'dma_buf_map_attachment'),
    }),
    astray: stateNode("The device reads or writes what is somebody else's.", 'dma_buf_map_attachment', {
      end: to('idle', 'Too late.', 'dma_buf_map_attachment'),
    }),
  },
});

/**
 * Whether an importer has pinned the buffer.
 * Rule: a pinned buffer is not moved; the pin is given back once.
 * Source: drivers/dma-buf/dma-buf.c (dma_buf_pin, dma_buf_unpin); drivers/infiniband/core/umem_dmabuf.c (pinned), v7.0.
 */
export const importerPin = setup({
  types: {
    events: {} as
      | { type: 'pin' }
      | { type: 'unpin' }
      | { type: 'map_fails' }
      | { type: 'unpin_early' }
      | { type: 'storage_moved' }
      | { type: 'revoke' },
  },
}).createMachine({
  id: 'importer_pin',
  initial: 'none',
  states: {
    none: stateNode('Not pinned.', 'dma_buf_pin', { pin: to('held', 'Pinned.', 'dma_buf_pin') }),
    held: stateNode('Pinned; the flag of the importer says so.', 'dma_buf_pin', {
      unpin: to('none', 'Given back.', 'dma_buf_unpin'),
      map_fails: to('failed', 'Mapping it failed: the error path begins.', 'dma_buf_map_attachment'),
      storage_moved: to('moved', 'Moved under the pin.', 'dma_buf_pin'),
      revoke: to('none', 'Taken away for good: the importer unpins as it learns of it.', 'dma_buf_attach_revocable'),
    }),
    failed: stateNode('Pinned, not mapped; the region is being released.', 'dma_buf_pin', {
      unpin: to('none', 'Given back by the release path.', 'dma_buf_unpin'),
      unpin_early: to('failed_unpinned', 'Given back by the error path; the flag stays.', 'dma_buf_unpin'),
      storage_moved: to('moved', 'Moved under the pin.', 'dma_buf_pin'),
      revoke: to('none', 'Taken away for good.', 'dma_buf_attach_revocable'),
    }),
    failed_unpinned: stateNode('Given back, but the flag says pinned.', 'dma_buf_unpin', {
      unpin: to('none', 'Given back again.', 'dma_buf_unpin'),
    }),
    moved: stateNode('The buffer is no longer where it was pinned.', 'dma_buf_pin'),
  },
});

/**
 * The pins of a buffer as its exporter counts them, up to two.
 * Rule: never below zero, and as many as importers hold.
 * Source: drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_unpin: WARN_ON_ONCE(!bo->pin_count)), v7.0.
 */
export const pinCount = setup({
  types: { events: {} as { type: 'pin' } | { type: 'unpin' } | { type: 'revoke' } },
}).createMachine({
  id: 'pin_count',
  initial: 'zero',
  states: {
    zero: stateNode('May be moved.', 'dma_buf_pin', {
      pin: to('one', 'Pinned.', 'dma_buf_pin'),
      unpin: to('underflow', 'WARN_ON_ONCE(!bo->pin_count).', 'dma_buf_unpin'),
      revoke: to('zero', 'Nobody has pinned it.', 'dma_buf_attach_revocable'),
    }),
    one: stateNode('Pinned once.', 'dma_buf_pin', {
      pin: to('two', 'Pinned again.', 'dma_buf_pin'),
      unpin: to('zero', 'The last pin.', 'dma_buf_unpin'),
      revoke: to('zero', 'Every importer has unpinned.', 'dma_buf_attach_revocable'),
    }),
    two: stateNode('Pinned twice.', 'dma_buf_pin', {
      unpin: to('one', 'One of two.', 'dma_buf_unpin'),
      revoke: to('zero', 'Every importer has unpinned.', 'dma_buf_attach_revocable'),
    }),
    underflow: stateNode('Unpinned once too often.', 'dma_buf_unpin'),
  },
});

/**
 * The exporter moves the buffer.
 * Rule: under the reservation lock it tells every importer, waits for every fence, and only then moves.
 * Source: drivers/dma-buf/dma-buf.c (dma_buf_move_notify, dma_buf_invalidate_mappings);
 * drivers/gpu/drm/ttm/ttm_bo.c (ttm_bo_evict), v7.0.
 */
export const bufferMove = setup({
  types: {
    events: {} as { type: 'begin' } | { type: 'notify' } | { type: 'wait' } | { type: 'copy' } | { type: 'end' },
  },
}).createMachine({
  id: 'buffer_move',
  initial: 'idle',
  states: {
    idle: stateNode('The buffer stays.', 'dma_buf_move_notify', {
      begin: to('begun', 'It must go: somebody needs the memory, or wants it elsewhere.', 'dma_buf_move_notify'),
    }),
    begun: stateNode('It was seen to be unpinned.', 'dma_buf_move_notify', {
      notify: to('notified', 'Every dynamic importer is told.', 'dma_buf_move_notify'),
    }),
    notified: stateNode('Waits for the fences in the reservation object.', 'dma_buf_move_notify', {
      wait: to('waited', 'All are signaled.', 'dma_buf_move_notify'),
    }),
    waited: stateNode('Nobody uses it.', 'dma_buf_move_notify', {
      copy: to('moved', 'The buffer is elsewhere.', 'dma_buf_move_notify'),
    }),
    moved: stateNode('Elsewhere.', 'dma_buf_move_notify', { end: to('idle', 'Done.', 'dma_buf_move_notify') }),
  },
});

/**
 * The exporter's device goes away and must have its memory back.
 * Rule: it does not wait for userspace.
 * Source: drivers/dma-buf/dma-buf.c (dma_buf_attach_revocable, v7.1); IGT amd_pci_unplug
 * (amdgpu_hotunplug_with_exported_bo).
 */
export const unplug = setup({
  types: { events: {} as { type: 'want' } | { type: 'tell' } | { type: 'done' } },
}).createMachine({
  id: 'unplug',
  initial: 'present',
  states: {
    present: stateNode('The device is there.', 'dma_buf_attach_revocable', {
      want: to('wanted', 'It is being unbound.', 'dma_buf_attach_revocable'),
    }),
    wanted: stateNode('Its memory must come back.', 'dma_buf_attach_revocable', {
      tell: to('told', 'Every importer is told.', 'dma_buf_attach_revocable'),
    }),
    told: stateNode('Waits until nobody has its memory.', 'dma_buf_attach_revocable', {
      done: to('gone', 'Its memory is its own.', 'dma_buf_attach_revocable'),
    }),
    gone: stateNode('Unbound.', 'dma_buf_attach_revocable'),
  },
});

/**
 * A call of an importer or of a CPU user that the core passes to the exporter, who takes the reservation lock himself.
 * Rule: it is made without that lock.
 * Source: drivers/dma-buf/dma-buf.c (DOC: locking convention), v7.0.
 */
export const exporterCall = setup({
  types: {
    events: {} as
      | { type: 'attach' }
      | { type: 'detach' }
      | { type: 'begin_cpu_access' }
      | { type: 'callback' }
      | { type: 'return' },
  },
}).createMachine({
  id: 'exporter_call',
  initial: 'idle',
  states: {
    idle: stateNode('No call.', 'DOC: locking convention', {
      attach: to('attach', 'dma_buf_dynamic_attach.', 'dma_buf_dynamic_attach'),
      detach: to('detach', 'dma_buf_detach.', 'dma_buf_detach'),
      begin_cpu_access: to('begin_cpu_access', 'dma_buf_begin_cpu_access, or mmap.', 'dma_buf_begin_cpu_access'),
    }),
    attach: {
      ...stateNode('ops->attach.', 'dma_buf_dynamic_attach', {
        return: to('#exporter_call.idle', 'Back.', 'dma_buf_dynamic_attach'),
      }),
      initial: 'entered',
      states: {
        entered: stateNode('The exporter wants the reservation lock.', 'dma_buf_dynamic_attach', {
          callback: to('locked', 'It has it.', 'dma_buf_dynamic_attach'),
        }),
        locked: stateNode('The exporter works.', 'dma_buf_dynamic_attach'),
      },
    },
    detach: {
      ...stateNode('ops->detach.', 'dma_buf_detach', { return: to('#exporter_call.idle', 'Back.', 'dma_buf_detach') }),
      initial: 'entered',
      states: {
        entered: stateNode('The exporter wants the reservation lock.', 'dma_buf_detach', {
          callback: to('locked', 'It has it.', 'dma_buf_detach'),
        }),
        locked: stateNode('The exporter works.', 'dma_buf_detach'),
      },
    },
    begin_cpu_access: {
      ...stateNode('ops->begin_cpu_access.', 'dma_buf_begin_cpu_access', {
        return: to('#exporter_call.idle', 'Back.', 'dma_buf_begin_cpu_access'),
      }),
      initial: 'entered',
      states: {
        entered: stateNode('The exporter wants the reservation lock.', 'dma_buf_begin_cpu_access', {
          callback: to('locked', 'It has it.', 'dma_buf_begin_cpu_access'),
        }),
        locked: stateNode('The exporter works.', 'dma_buf_begin_cpu_access'),
      },
    },
  },
});

/**
 * How many kernel mappings a buffer has, up to two.
 * Rule: the first makes it and the last one undoes it.
 * Source: drivers/dma-buf/dma-buf.c (vmapping_counter), v7.0.
 */
export const vmapCount = setup({
  types: { events: {} as { type: 'first' } | { type: 'more' } | { type: 'less' } },
}).createMachine({
  id: 'vmapping_counter',
  initial: 'zero',
  states: {
    zero: stateNode('Not mapped.', 'dma_buf_vmap', {
      first: to('one', 'ops->vmap, and the counter is one.', 'dma_buf_vmap'),
    }),
    one: stateNode('One user.', 'dma_buf_vmap', {
      first: to('one', 'ops->vmap again, and the counter is one again.', 'dma_buf_vmap'),
      more: to('two', 'Counted.', 'dma_buf_vmap'),
      less: to('zero', 'ops->vunmap.', 'dma_buf_vunmap'),
    }),
    two: stateNode('Two users.', 'dma_buf_vmap', {
      first: to('one', 'The counter is one again.', 'dma_buf_vmap'),
      less: to('one', 'Counted.', 'dma_buf_vunmap'),
    }),
  },
});

/**
 * A user of a kernel mapping.
 * Source: drivers/dma-buf/dma-buf.c (dma_buf_vmap, dma_buf_vunmap), v7.0.
 */
export const vmapUser = setup({
  types: { events: {} as { type: 'look' } | { type: 'map' } | { type: 'unmap' } },
}).createMachine({
  id: 'vmap_user',
  initial: 'idle',
  states: {
    idle: stateNode('Has no mapping.', 'dma_buf_vmap', {
      look: to('saw_none', 'The counter is zero.', 'dma_buf_vmap'),
      map: to('using', 'The counter was not zero.', 'dma_buf_vmap'),
    }),
    saw_none: stateNode('Calls ops->vmap.', 'dma_buf_vmap', { map: to('using', 'Mapped.', 'dma_buf_vmap') }),
    using: stateNode('Reads and writes through it.', 'dma_buf_vmap', {
      unmap: to('idle', 'Done with it.', 'dma_buf_vunmap'),
    }),
  },
});
