import { from } from '../words/cites.ts';
import { resvHeld, type Review, type Rule } from './rule.ts';

const file = 'drivers/dma-buf/dma-buf.c';
const doc = `${file}: DOC: locking convention`;
const dmaBufC = from(file);
const importersHold = dmaBufC(
  'Importers must hold the dma-buf reservation lock when calling these functions',
);
const importersDoNot = dmaBufC(
  'Importers must not hold the dma-buf reservation lock when calling these functions',
);
const lockedCallbacks = dmaBufC(
  "These &dma_buf_ops callbacks are invoked with locked dma-buf reservation and exporter can't take the lock",
);
const unlockedCallbacks = dmaBufC(
  'These &dma_buf_ops callbacks are invoked with unlocked dma-buf reservation and exporter can take the lock',
);

const held = (call: string): Review => ({
  look: `${call} outside of dma_resv_lock() and dma_resv_unlock()`,
  wrong: [`${call};`],
  right: ['dma_resv_lock(dmabuf->resv, NULL);', `${call};`, 'dma_resv_unlock(dmabuf->resv);'],
  fine: 'the variant whose name ends with _unlocked, without the lock',
});
const notHeld = (call: string): Review => ({
  look: `${call}, or something that may drop the last reference of a dma-buf, under its dma_resv lock`,
  wrong: ['dma_resv_lock(dmabuf->resv, NULL);', `${call};`, 'dma_resv_unlock(dmabuf->resv);'],
  right: [`${call};`],
  fine: 'the same call under the lock of another buffer, if that lock is never wanted the other way round',
});

const needsLock = {
  source: doc,
  quote: importersHold,
  why: 'The exporter moves the buffer under this lock; without it the importer and a move run side by side.',
  seen: 'a WARNING from dma_resv_assert_held()',
  enforced: [resvHeld],
  instead: 'Take the dma_resv lock of the buffer first.',
} as const;
const takesLock = {
  source: doc,
  quote: importersDoNot,
  why: 'The core, or the exporter, takes the lock inside.',
  seen: 'lockdep: recursive locking; without it a task that waits for itself',
  enforced: [{ by: 'lockdep', how: 'recursive locking of reservation_ww_class_mutex' }],
  instead: 'Drop the dma_resv lock first, or hand the last reference to a worker.',
} as const;

/** What holds of a dma-buf: its locks, its attachments, its end. */
export const bufferRules = {
  'D-1': {
    ...needsLock,
    says: 'dma_buf_pin and dma_buf_unpin are called with the reservation lock held.',
    review: held('dma_buf_pin(attach)'),
  },
  'D-2': {
    ...needsLock,
    says: 'dma_buf_map_attachment and dma_buf_unmap_attachment are called with the reservation lock held.',
    review: held('sgt = dma_buf_map_attachment(attach, dir)'),
  },
  'D-3': {
    ...needsLock,
    says: 'dma_buf_vmap and dma_buf_vunmap are called with the reservation lock held.',
    review: held('dma_buf_vmap(dmabuf, &map)'),
  },
  'D-4': {
    ...takesLock,
    says: 'dma_buf_attach and dma_buf_dynamic_attach are called without the reservation lock.',
    review: notHeld('attach = dma_buf_attach(dmabuf, dev)'),
  },
  'D-5': {
    ...takesLock,
    says: 'dma_buf_detach is called without the reservation lock.',
    review: notHeld('dma_buf_detach(dmabuf, attach)'),
  },
  'D-6': {
    ...takesLock,
    says: 'Export, fd, get, put, mmap and the begin and end of CPU access are called without the reservation lock.',
    review: notHeld('dma_buf_put(dmabuf)'),
  },
  'D-7': {
    ...takesLock,
    quote: unlockedCallbacks,
    says: "An exporter's attach, detach, release, mmap and begin and end of CPU access are entered without the reservation lock.",
    instead: 'Take the lock in the callback if it is needed.',
    review: {
      look: 'dma_resv_assert_held() in one of these callbacks, or a caller inside the driver that holds the lock',
      wrong: [
        'static int my_attach(struct dma_buf *dmabuf, struct dma_buf_attachment *a)',
        '{',
        '\tdma_resv_assert_held(dmabuf->resv);',
      ],
      right: [
        'static int my_attach(struct dma_buf *dmabuf, struct dma_buf_attachment *a)',
        '{',
        '\tdma_resv_lock(dmabuf->resv, NULL);',
      ],
      fine: 'a callback that needs no lock at all',
    },
  },
  'D-8': {
    ...needsLock,
    quote: lockedCallbacks,
    says: "An exporter's pin, unpin, map, unmap, vmap and vunmap are entered with the reservation lock held.",
    seen: 'lockdep: recursive locking; without it a task that waits for itself',
    enforced: [{ by: 'lockdep', how: 'recursive locking of reservation_ww_class_mutex' }],
    instead: 'Do not take the lock in these callbacks.',
    review: {
      look: 'dma_resv_lock(), ttm_bo_reserve() or dma_buf_vmap_unlocked() in one of these callbacks',
      wrong: [
        'static struct sg_table *my_map(struct dma_buf_attachment *a, enum dma_data_direction dir)',
        '{',
        '\tdma_resv_lock(a->dmabuf->resv, NULL);',
      ],
      right: [
        'static struct sg_table *my_map(struct dma_buf_attachment *a, enum dma_data_direction dir)',
        '{',
        '\tdma_resv_assert_held(a->dmabuf->resv);',
      ],
      fine: 'the lock of an object of the driver whose reservation is another one',
    },
  },
  'D-9': {
    ...needsLock,
    quote: dmaBufC('Exporters must hold the dma-buf reservation lock when calling these functions'),
    says: 'An exporter holds the reservation lock when it calls move_notify (since 7.1 invalidate_mappings).',
    review: held('dma_buf_move_notify(dmabuf)'),
  },
  'D-10': {
    says: 'Attaching and detaching alternate, and no attachment is left when the buffer is released.',
    source: `${file}: dma_buf_release`,
    quote: null,
    why: 'An attachment would point to memory that is gone.',
    seen: 'a WARNING in dma_buf_release()',
    enforced: [{ by: 'WARN', how: 'if the list of attachments is not empty' }],
    instead: 'Detach on every path, also where mapping fails.',
    review: {
      look: 'an error path behind dma_buf_attach() that puts the buffer without dma_buf_detach()',
      wrong: [
        'attach = dma_buf_attach(dmabuf, dev);',
        'sgt = dma_buf_map_attachment_unlocked(attach, dir);',
        'if (IS_ERR(sgt))',
        '\tgoto put;',
      ],
      right: ['if (IS_ERR(sgt))', '\tgoto detach;  /* then put */'],
      fine: 'an attachment that lives as long as the imported object',
    },
  },
  'D-11': {
    says: 'Two devices reach each other directly only if the importer and the exporter both agree.',
    source: 'include/linux/dma-buf.h: allow_peer2peer',
    quote: null,
    why: 'The bus between them may not carry it.',
    seen: '-EOPNOTSUPP from the attachment',
    enforced: [{ by: 'errno', how: '-EOPNOTSUPP from the exporter' }],
    instead: 'Fall back to system memory.',
    review: {
      look: 'an exporter that pins into device memory without a look at attach->peer2peer of all attachments',
      wrong: ['pin_to_vram(bo);'],
      right: [
        'list_for_each_entry(a, &dmabuf->attachments, node)',
        '\tif (!a->peer2peer)',
        '\t\tdomains &= ~VRAM;',
      ],
      fine: 'an exporter without memory of its own',
    },
  },
  'D-12': {
    says: 'A buffer is exported before it is used.',
    source: `${file}: dma_buf_export`,
    quote: null,
    why: 'There is no object yet to which anything could be attached.',
    seen: null,
    enforced: [{ by: 'type', how: 'the pointer comes from dma_buf_export()' }],
    instead: 'Publish the file descriptor last.',
    review: {
      look: 'fd_install() before the object behind it is complete',
      wrong: ['fd = dma_buf_fd(dmabuf, O_CLOEXEC);', 'obj->ready = true;'],
      right: ['obj->ready = true;', 'fd = dma_buf_fd(dmabuf, O_CLOEXEC);'],
      fine: 'fields that userspace cannot reach through the descriptor',
    },
  },
} as const satisfies Record<string, Rule>;
