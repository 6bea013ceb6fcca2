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
    unexported: stateNode('The buffer has no dma_buf file yet.', 'dma_buf_export', {
      dma_buf_export: to(
        'exported',
        'The buffer gets a file and a reservation object, and importers may attach.',
        'dma_buf_export',
      ),
    }),
    exported: stateNode('References to the dma_buf are held.', 'dma_buf_get', {
      dma_buf_put: to(
        'released',
        'The last reference is dropped: ops->release runs, with WARN_ON(attachments).',
        'dma_buf_release',
      ),
    }),
    released: stateNode('The dma_buf is released.', 'dma_buf_release'),
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
    [notify]: to(target, 'The exporter tells the importer that it is about to move the buffer.', `dma_buf_${notify}`),
  });
  const revoked =
    version === '7.0'
      ? {}
      : {
          revoke: to(
            '#attachment.revoked',
            'The exporter revokes the memory for good, even if it is pinned.',
            'dma_buf_attach_revocable',
          ),
        };
  const gone = {
    buffer_gone: to('#attachment.dangling', 'The buffer is released while it is still attached.', 'dma_buf_release'),
  };
  return setup({ types: { events: {} as { type: string } } }).createMachine({
    id: 'attachment',
    initial: 'detached',
    states: {
      detached: stateNode('The importer is not attached.', 'dma_buf_attach', {
        attach: to('attached', 'The exporter accepts the attachment.', 'dma_buf_dynamic_attach'),
      }),
      attached: stateNode('The importer is attached and has no addresses.', 'dma_buf_dynamic_attach', {
        map_begin: to('mapping', 'The importer asks the exporter to map the attachment.', 'dma_buf_map_attachment'),
        detach: to('detached', 'The importer detaches after it has unmapped.', 'dma_buf_detach'),
        ...revoked,
        ...gone,
      }),
      mapping: {
        ...stateNode('The exporter looks up where the buffer is.', 'dma_buf_map_attachment', { ...revoked, ...gone }),
        initial: 'current',
        states: {
          current: stateNode('The buffer is still where the exporter found it.', 'dma_buf_map_attachment', {
            map_end: to(
              '#attachment.mapped.current',
              'The importer gets the addresses of the buffer.',
              'dma_buf_map_attachment',
            ),
            storage_moved: to('outdated', 'The buffer is moved while it is being mapped.', 'dma_buf_map_attachment'),
          }),
          outdated: stateNode('The buffer is no longer where the exporter found it.', 'dma_buf_map_attachment', {
            map_end: to(
              '#attachment.mapped.outdated',
              'The importer gets addresses of the place that the buffer has left.',
              'dma_buf_map_attachment',
            ),
          }),
        },
      },
      mapped: {
        ...stateNode('The importer has addresses of the buffer.', 'dma_buf_map_attachment', {
          unmap: to('#attachment.attached', 'The importer unmaps the attachment.', 'dma_buf_unmap_attachment'),
          ...notified('#attachment.invalidated'),
          ...revoked,
          ...gone,
        }),
        initial: 'current',
        states: {
          current: stateNode("The importer's addresses are those of the buffer.", 'dma_buf_map_attachment', {
            storage_moved: to(
              'outdated',
              'The buffer is moved and the importer is not told.',
              'dma_buf_map_attachment',
            ),
          }),
          outdated: stateNode(
            "The importer's addresses are of a place that the buffer has left.",
            'dma_buf_map_attachment',
          ),
        },
      },
      invalidated: stateNode(
        'The importer knows that its addresses end with the fences in the reservation object.',
        `dma_buf_${notify}`,
        {
          unmap: to('attached', 'The importer unmaps the attachment.', 'dma_buf_unmap_attachment'),
          ...revoked,
          ...gone,
        },
      ),
      revoked: stateNode('The exporter has revoked the memory for good.', 'dma_buf_attach_revocable', {
        detach: to('detached', 'The importer detaches; it has nothing left to unmap.', 'dma_buf_detach'),
      }),
      dangling: stateNode('The importer is attached to a buffer that is released.', 'dma_buf_release'),
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
    idle: stateNode('The device runs no job on the buffer.', 'dma_buf_map_attachment', {
      start: to('running', 'A job starts, with its fence in the reservation object.', 'dma_buf_map_attachment'),
      start_astray: to(
        'astray',
        'A job starts with addresses that are no longer those of the buffer.',
        'dma_buf_map_attachment',
      ),
    }),
    running: stateNode('The device reads or writes the buffer.', 'dma_buf_map_attachment', {
      end: to('idle', 'The job ends and its fence is signaled.', 'dma_buf_map_attachment'),
      storage_moved: to('astray', 'The buffer is moved while the job uses it.', 'dma_buf_map_attachment'),
    }),
    astray: stateNode(
      'The device reads or writes memory that no longer belongs to the buffer.',
      'dma_buf_map_attachment',
      {
        end: to('idle', 'The job ends after it has reached foreign memory.', 'dma_buf_map_attachment'),
      },
    ),
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
    none: stateNode('The importer has not pinned the buffer.', 'dma_buf_pin', {
      pin: to('held', 'The importer pins the buffer.', 'dma_buf_pin'),
    }),
    held: stateNode('The importer has pinned the buffer, and its flag says so.', 'dma_buf_pin', {
      unpin: to('none', 'The importer unpins the buffer.', 'dma_buf_unpin'),
      map_fails: to('failed', 'Mapping the buffer fails, and the error path begins.', 'dma_buf_map_attachment'),
      storage_moved: to('moved', 'The buffer is moved although it is pinned.', 'dma_buf_pin'),
      revoke: to(
        'none',
        'The memory is revoked for good: the importer unpins the buffer when it is told.',
        'dma_buf_attach_revocable',
      ),
    }),
    failed: stateNode('The buffer is pinned and not mapped; the region is being released.', 'dma_buf_pin', {
      unpin: to('none', 'The release path unpins the buffer.', 'dma_buf_unpin'),
      unpin_early: to('failed_unpinned', 'The error path unpins the buffer and leaves the flag set.', 'dma_buf_unpin'),
      storage_moved: to('moved', 'The buffer is moved although it is pinned.', 'dma_buf_pin'),
      revoke: to('none', 'The memory is revoked for good.', 'dma_buf_attach_revocable'),
    }),
    failed_unpinned: stateNode('The buffer is unpinned, but the flag says that it is pinned.', 'dma_buf_unpin', {
      unpin: to('none', 'The importer unpins the buffer a second time.', 'dma_buf_unpin'),
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
    zero: stateNode('The pin count is zero: the buffer may be moved.', 'dma_buf_pin', {
      pin: to('one', 'An importer pins the buffer.', 'dma_buf_pin'),
      unpin: to(
        'underflow',
        'The buffer is unpinned with a count of zero: WARN_ON_ONCE(!bo->pin_count).',
        'dma_buf_unpin',
      ),
      revoke: to('zero', 'The memory is revoked while no importer has pinned it.', 'dma_buf_attach_revocable'),
    }),
    one: stateNode('The pin count is one.', 'dma_buf_pin', {
      pin: to('two', 'Another importer pins the buffer.', 'dma_buf_pin'),
      unpin: to('zero', 'The last pin is dropped.', 'dma_buf_unpin'),
      revoke: to('zero', 'The memory is revoked: every importer unpins it.', 'dma_buf_attach_revocable'),
    }),
    two: stateNode('The pin count is two.', 'dma_buf_pin', {
      unpin: to('one', 'One of the two pins is dropped.', 'dma_buf_unpin'),
      revoke: to('zero', 'The memory is revoked: every importer unpins it.', 'dma_buf_attach_revocable'),
    }),
    underflow: stateNode('The buffer was unpinned once more than it was pinned.', 'dma_buf_unpin'),
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
    idle: stateNode('The buffer is not being moved.', 'dma_buf_move_notify', {
      begin: to(
        'begun',
        'The exporter begins to move the buffer, to free memory or to place it elsewhere.',
        'dma_buf_move_notify',
      ),
    }),
    begun: stateNode('The exporter has checked that the buffer is not pinned.', 'dma_buf_move_notify', {
      notify: to('notified', 'The exporter tells every dynamic importer.', 'dma_buf_move_notify'),
    }),
    notified: stateNode('The exporter waits for the fences in the reservation object.', 'dma_buf_move_notify', {
      wait: to('waited', 'Every fence in the reservation object is signaled.', 'dma_buf_move_notify'),
    }),
    waited: stateNode('No device uses the buffer.', 'dma_buf_move_notify', {
      copy: to('moved', 'The exporter moves the buffer.', 'dma_buf_move_notify'),
    }),
    moved: stateNode('The buffer is in its new place.', 'dma_buf_move_notify', {
      end: to('idle', 'The move ends.', 'dma_buf_move_notify'),
    }),
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
    present: stateNode("The exporter's device is present.", 'dma_buf_attach_revocable', {
      want: to('wanted', "The exporter's device begins to be unbound.", 'dma_buf_attach_revocable'),
    }),
    wanted: stateNode('The exporter must get its memory back.', 'dma_buf_attach_revocable', {
      tell: to('told', 'The exporter tells every importer.', 'dma_buf_attach_revocable'),
    }),
    told: stateNode('The exporter waits until no importer uses its memory.', 'dma_buf_attach_revocable', {
      done: to('gone', 'No importer uses the memory any more, and the unbind ends.', 'dma_buf_attach_revocable'),
    }),
    gone: stateNode("The exporter's device is unbound.", 'dma_buf_attach_revocable'),
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
    idle: stateNode('No call is made.', 'DOC: locking convention', {
      attach: to('attach', 'An importer calls dma_buf_dynamic_attach.', 'dma_buf_dynamic_attach'),
      detach: to('detach', 'An importer calls dma_buf_detach.', 'dma_buf_detach'),
      begin_cpu_access: to(
        'begin_cpu_access',
        'A CPU user calls dma_buf_begin_cpu_access, or mmap.',
        'dma_buf_begin_cpu_access',
      ),
    }),
    attach: {
      ...stateNode('The core calls ops->attach.', 'dma_buf_dynamic_attach', {
        return: to('#exporter_call.idle', 'The call returns.', 'dma_buf_dynamic_attach'),
      }),
      initial: 'entered',
      states: {
        entered: stateNode('The exporter waits for the reservation lock.', 'dma_buf_dynamic_attach', {
          callback: to('locked', 'The exporter takes the reservation lock.', 'dma_buf_dynamic_attach'),
        }),
        locked: stateNode('The exporter runs its callback under the reservation lock.', 'dma_buf_dynamic_attach'),
      },
    },
    detach: {
      ...stateNode('The core calls ops->detach.', 'dma_buf_detach', {
        return: to('#exporter_call.idle', 'The call returns.', 'dma_buf_detach'),
      }),
      initial: 'entered',
      states: {
        entered: stateNode('The exporter waits for the reservation lock.', 'dma_buf_detach', {
          callback: to('locked', 'The exporter takes the reservation lock.', 'dma_buf_detach'),
        }),
        locked: stateNode('The exporter runs its callback under the reservation lock.', 'dma_buf_detach'),
      },
    },
    begin_cpu_access: {
      ...stateNode('The core calls ops->begin_cpu_access.', 'dma_buf_begin_cpu_access', {
        return: to('#exporter_call.idle', 'The call returns.', 'dma_buf_begin_cpu_access'),
      }),
      initial: 'entered',
      states: {
        entered: stateNode('The exporter waits for the reservation lock.', 'dma_buf_begin_cpu_access', {
          callback: to('locked', 'The exporter takes the reservation lock.', 'dma_buf_begin_cpu_access'),
        }),
        locked: stateNode('The exporter runs its callback under the reservation lock.', 'dma_buf_begin_cpu_access'),
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
    zero: stateNode('The buffer has no kernel mapping.', 'dma_buf_vmap', {
      first: to('one', 'The first user calls ops->vmap, and the counter becomes one.', 'dma_buf_vmap'),
    }),
    one: stateNode('The kernel mapping has one user.', 'dma_buf_vmap', {
      first: to('one', 'A user calls ops->vmap again, and the counter is set to one again.', 'dma_buf_vmap'),
      more: to('two', 'A second user increments the counter.', 'dma_buf_vmap'),
      less: to('zero', 'The last user calls ops->vunmap.', 'dma_buf_vunmap'),
    }),
    two: stateNode('The kernel mapping has two users.', 'dma_buf_vmap', {
      first: to('one', 'A user calls ops->vmap again, and the counter is set to one.', 'dma_buf_vmap'),
      less: to('one', 'A user decrements the counter.', 'dma_buf_vunmap'),
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
    idle: stateNode('The thread has no mapping.', 'dma_buf_vmap', {
      look: to('saw_none', 'The thread reads the counter, and it is zero.', 'dma_buf_vmap'),
      map: to('using', 'The thread gets the mapping that is already there.', 'dma_buf_vmap'),
    }),
    saw_none: stateNode('The thread is about to call ops->vmap.', 'dma_buf_vmap', {
      map: to('using', 'The thread maps the buffer.', 'dma_buf_vmap'),
    }),
    using: stateNode('The thread reads and writes through the mapping.', 'dma_buf_vmap', {
      unmap: to('idle', 'The thread unmaps the buffer.', 'dma_buf_vunmap'),
    }),
  },
});
