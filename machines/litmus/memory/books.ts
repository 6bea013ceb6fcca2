import { vocabulary } from '../../../src/system/vocabulary.ts';
import { source } from '../../cites.ts';
import { dmaBuf70, dmaBufParts } from '../../rows/dma-buf.ts';
import { gemShrinker, shrinkerFaults, shrinkerLaws, shrinkerParts } from '../../rows/gem-shrinker.ts';
import { pinnedBo, pinnedLaws, pinnedParts } from '../../rows/pinned-bo.ts';
import { litmuses } from './ask.ts';

const dmaBuf = (says: string) => source('drivers/dma-buf/dma-buf.c', says);
/** Pins are counted as they are held, and who has detached uses nothing. */
const dmaBufBooks = vocabulary(dmaBufParts('7.0')).row({
  name: 'dma-buf-books', rules: [],
  invariants: [
    { name: 'pins-are-counted', never: { pinCount: ['one', 'two'], 'pin[*]': 'none' }, cite: dmaBuf('dma_buf_unmap_attachment: unpins what was pinned on map') },
    { name: 'no-access-without-addresses', never: { 'access[i]': 'running', 'attachment[i]': ['detached', 'attached', 'mapping'] }, cite: dmaBuf('dma_buf_unmap_attachment: the importer has stopped its device') },
    { name: 'no-move-of-what-is-not-exported', never: { move: '!idle', buffer: 'unexported' }, cite: dmaBuf('dma_buf_export') },
  ],
});

const gem = (says: string) => source('drivers/gpu/drm/msm/msm_gem.c', says);
/** No address of the GPU leads to pages that are gone, and no scan goes on behind the back of one that has left. */
const shrinkerBooks = vocabulary(shrinkerParts).row({
  name: 'gem-shrinker-books', rules: [],
  invariants: [
    { name: 'addresses-go-with-the-pages', never: { 'gem[i]': 'evicted', 'address[i]': 'mapped' }, cite: gem('put_iova_vmas: unmapped before the pages go') },
    { name: 'lists-are-given-back', never: { lists: 'held.reclaim[j]', 'shrink[j]': '!scanning' } as never, cite: gem('msm_gem_shrinker_scan: mutex_unlock(&priv->mm_lock)') },
  ],
});

const ttm = (says: string) => source('drivers/gpu/drm/ttm/ttm_bo.c', says);
/** Video memory has who is in it, and what is gone has no pins. */
const pinnedBooks = vocabulary(pinnedParts).row({
  name: 'pinned-bo-books', rules: [],
  invariants: [
    { name: 'room-is-taken-by-who-is-there', never: { 'bo[?]': 'vram', vram: 'free' }, cite: ttm('ttm_resource_alloc') },
    { name: 'no-pins-of-what-is-gone', never: { 'bo[i]': 'released', 'pins[i]': 'pinned' }, cite: ttm('ttm_bo_pin: WARN_ON_ONCE(!kref_read(&bo->kref))') },
  ],
});

const laws = Object.values(dmaBuf70.laws);
const imports = (less: (typeof laws)[number] | null) => [...laws.filter((one) => one !== less), dmaBuf70.faults['static-importer']];
const shrinks = Object.values(shrinkerLaws);
const pins = Object.values(pinnedLaws);

/** What survivors of the mutation score showed that nobody asked: that the books are kept. */
export const bookLitmuses = litmuses(
  { name: 'DMABUF-BOOKS', cites: ['D-1', 'D-2', 'P-1'], twin: 'DMABUF-BOOKS+double-unpin', about: 'A dynamic importer pins, maps, unmaps and unpins: pins are counted as they are held.', asks: { rows: [dmaBuf70.row, dmaBufBooks], clauses: laws }, expect: { verdict: 'finite', states: 36, edges: 71 } },
  { name: 'DMABUF-BOOKS+double-unpin', cites: ['P-1'], twin: 'DMABUF-BOOKS', about: 'The error path unpins once too often.', asks: { rows: [dmaBuf70.row, dmaBufBooks], clauses: [...laws, dmaBuf70.faults['double-unpin']] }, expect: { verdict: 'broken', broken: ['unpin-is-balanced'], states: 60, edges: 112, length: 6 } },
  { name: 'DMABUF-BOOKS+static', cites: ['D-2', 'P-1', 'P-3'], twin: 'DMABUF-BOOKS+static+pinned-moved', about: 'A static importer pins while it has addresses, and no longer.', asks: { rows: [dmaBuf70.row, dmaBufBooks], clauses: imports(null) }, expect: { verdict: 'finite', states: 19, edges: 35 } },
  { name: 'DMABUF-BOOKS+static+pinned-moved', cites: ['P-3'], twin: 'DMABUF-BOOKS+static', about: 'The exporter moves it all the same.', asks: { rows: [dmaBuf70.row, dmaBufBooks], clauses: imports(dmaBuf70.laws['pinned-is-not-moved']) }, expect: { verdict: 'broken', broken: ['addresses-follow-the-buffer', 'no-access-astray', 'pinned-stays'], promises: { 'move-ends': 'unbounded' }, states: 35, edges: 68, length: 8 } },
  { name: 'SHRINK-BOOKS', cites: ['S-1'], twin: 'SHRINK-BOOKS+address-given-away', about: 'With the pages of an object go its addresses on the GPU.', asks: { rows: [gemShrinker, shrinkerBooks], clauses: shrinks }, expect: { verdict: 'finite', states: 904, edges: 2372 } },
  { name: 'SHRINK-BOOKS+address-given-away', cites: ['S-1'], twin: 'SHRINK-BOOKS', about: 'They are given to somebody else.', asks: { rows: [gemShrinker, shrinkerBooks], clauses: [...shrinks, shrinkerFaults['gives-address-away']] }, expect: { verdict: 'broken', broken: ['address-stays'], states: 1651, edges: 4440, length: 15 } },
  { name: 'PIN-BOOKS', cites: ['P-1', 'P-2'], twin: 'PIN-BOOKS+pinned-at-release', about: 'Who is in video memory has its room, who is gone has no pins.', asks: { rows: [pinnedBo, pinnedBooks], clauses: pins }, expect: { verdict: 'finite', states: 3064, edges: 18369 } },
  { name: 'PIN-BOOKS+pinned-at-release', cites: ['P-2'], twin: 'PIN-BOOKS', about: 'The last reference goes while it is pinned.', asks: { rows: [pinnedBo, pinnedBooks], clauses: pins.filter((one) => one !== pinnedLaws['unpin-before-put']) }, expect: { verdict: 'broken', broken: ['unpinned-at-release'], states: 3252, edges: 20328, length: 2 } },
);
