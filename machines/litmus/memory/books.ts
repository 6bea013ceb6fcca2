import { vocabulary, type Row } from '../../../src/system/vocabulary.ts';
import { source, from } from '../../words/cites.ts';
import { dmaBuf70, dmaBufParts } from '../../rows/dma-buf.ts';
import { gemShrinker, shrinkerFaults, shrinkerLaws, shrinkerParts } from '../../rows/gem-shrinker.ts';
import { peerRoutes, routeFaults } from '../../rows/memory-region.ts';
import { pinnedBo, pinnedLaws, pinnedParts } from '../../rows/pinned-bo.ts';
import { peerLaws, peerParts, peerToPeer } from '../../rows/peer-to-peer.ts';
import { litmuses } from './ask.ts';

const dmaBufCore = from('drivers/dma-buf/dma-buf.c');
const msmGem = from('drivers/gpu/drm/msm/msm_gem.c');
const ttmBo = from('drivers/gpu/drm/ttm/ttm_bo.c');
const xeDmaBuf = from('drivers/gpu/drm/xe/xe_dma_buf.c');

const exporting = (says: string) => dmaBufCore(says);
/** Pins are counted as they are held, and who has detached uses nothing. */
const dmaBufBooks = vocabulary(dmaBufParts('7.0')).row({
  name: 'dma-buf-books',
  steps: [],
  invariants: [
    {
      name: 'pins-are-counted',
      never: { pinCount: ['one', 'two'], 'pin[*]': 'none' },
      cite: exporting('dma_buf_unmap_attachment: unpins what was pinned on map'),
    },
    {
      name: 'no-access-without-addresses',
      never: { 'access[i]': 'running', 'attachment[i]': ['detached', 'attached', 'mapping'] },
      cite: exporting('dma_buf_unmap_attachment: the importer has stopped its device'),
    },
    {
      name: 'no-move-of-what-is-not-exported',
      never: { move: '!idle', buffer: 'unexported' },
      cite: exporting('dma_buf_export'),
    },
  ],
});

const gem = (says: string) => msmGem(says);
/** No address of the GPU leads to pages that are evicted. */
const shrinkerBooks = vocabulary(shrinkerParts).row({
  name: 'gem-shrinker-books',
  steps: [],
  invariants: [
    {
      name: 'addresses-go-with-the-pages',
      never: { 'gem[i]': ['evicted', 'purged'], 'address[i]': 'mapped' },
      cite: gem('put_iova_vmas: unmapped before the pages go'),
    },
  ],
});

const ttm = (says: string) => ttmBo(says);
/** What is gone has no pins. */
const pinnedBooks = vocabulary(pinnedParts).row({
  name: 'pinned-bo-books',
  steps: [],
  invariants: [
    {
      name: 'no-pins-of-what-is-gone',
      never: { 'bo[i]': 'released', 'pins[i]': 'pinned' },
      cite: ttm('ttm_bo_pin: WARN_ON_ONCE(!kref_read(&bo->kref))'),
    },
  ],
});

const xe = (says: string) => xeDmaBuf(says);
/** How an object may be imported, and where it then is. */
const peerBooks = vocabulary(peerParts).row({
  name: 'peer-to-peer-books',
  steps: [],
  promises: [
    {
      name: 'import-gets-addresses',
      pending: { imported: ['p2p.system', 'plain.system'] },
      cite: xe('xe_dma_buf_map: evicted or not, it is validated'),
    },
  ],
  invariants: [
    {
      name: 'nothing-is-imported-before-it-is-asked',
      never: { imported: '!none', ops: 'unset' },
      cite: xe('xe_gem_prime_import'),
    },
    {
      name: 'nothing-is-imported-before-it-is-there',
      never: { imported: '!none', mask: 'unset' },
      cite: xe('xe_gem_prime_import'),
    },
    {
      name: 'own-object-comes-back',
      never: { imported: ['p2p', 'plain', 'refused'], device: ['same', 'unset'] },
      cite: xe('xe_gem_prime_import: its own object comes back'),
    },
    {
      name: 'other-device-gets-its-own',
      never: { imported: 'same_bo', device: ['near', 'far', 'unset'] },
      cite: xe('xe_gem_prime_import'),
    },
    {
      name: 'plain-needs-system-memory',
      never: { imported: 'plain', mask: 'vram' },
      cite: xe('xe_dma_buf_attach: -EOPNOTSUPP'),
    },
    {
      name: 'refused-where-system-memory-would-do',
      never: { imported: 'refused', mask: ['system', 'both'] },
      cite: xe('xe_dma_buf_attach: -EOPNOTSUPP'),
    },
    {
      name: 'refused-or-plain-where-both-agree',
      never: { imported: ['refused', 'plain'], ops: 'dynamic_p2p', device: 'near' },
      cite: xe('xe_dma_buf_attach: peer2peer is cleared only where it is too far, or was not asked for'),
    },
    { name: 'system-memory-alone', never: { exported: 'vram', mask: 'system' }, cite: xe('xe_bo_validate') },
    { name: 'video-memory-alone', never: { exported: ['tt', 'tt_pinned'], mask: 'vram' }, cite: xe('xe_bo_validate') },
    {
      name: 'evicted-together',
      never: { exported: 'system', imported: ['p2p.tt', 'plain.tt'] },
      cite: xe('xe_dma_buf_move_notify'),
    },
    {
      name: 'pinned-for-a-static-importer',
      never: { exported: 'tt_pinned', ops: ['dynamic', 'dynamic_p2p', 'unset'] },
      cite: xe('xe_dma_buf_pin'),
    },
    {
      name: 'pinned-while-it-is-imported',
      never: { exported: 'tt_pinned', imported: ['none', 'same_bo', 'p2p', 'refused', 'plain.system'] },
      cite: xe('xe_dma_buf_unpin'),
    },
    {
      name: 'static-importer-pins',
      never: { imported: 'plain.tt', ops: 'static', exported: ['vram', 'tt', 'system'] },
      cite: xe('xe_dma_buf_pin: migrates to TT and pins'),
    },
  ],
});

/** A region is refused only where there is no memory at all. */
const routeBooks: Row = {
  name: 'peer-routes-books',
  parts: peerRoutes.parts,
  steps: [],
  invariants: [
    {
      name: 'fails-only-out-of-memory',
      never: { 'route[?]': 'failed', memory: 'some' },
      cite: source(
        'mail of Jérôme Glisse, January 2017',
        'the default path, migrating to system memory, can not fail except if we are out of memory',
      ),
    },
  ],
};

const laws = Object.values(dmaBuf70.laws);
const imports = (less: (typeof laws)[number] | null) => [
  ...laws.filter((one) => one !== less),
  dmaBuf70.faults['static-importer'],
];
const shrinks = Object.values(shrinkerLaws);
const pins = Object.values(pinnedLaws);

/** What survivors of the mutation score showed that nobody asked: that the books are kept. */
export const bookLitmuses = litmuses(
  {
    name: 'DMABUF-BOOKS',
    cites: ['D-1', 'D-2', 'P-1'],
    twin: 'DMABUF-BOOKS+double-unpin',
    about:
      'A dynamic importer pins, maps, unmaps and unpins a buffer, and the pin count equals the number of pins ' +
      'that are held.',
    asks: { rows: [dmaBuf70.row, dmaBufBooks], clauses: laws },
    expect: { verdict: 'finite', states: 36, edges: 71 },
  },
  {
    name: 'DMABUF-BOOKS+double-unpin',
    cites: ['P-1'],
    twin: 'DMABUF-BOOKS',
    about: 'The error path of a dynamic importer unpins the buffer twice.',
    asks: { rows: [dmaBuf70.row, dmaBufBooks], clauses: [...laws, dmaBuf70.faults['double-unpin']] },
    expect: { verdict: 'broken', broken: ['unpin-is-balanced'], states: 60, edges: 112, length: 6 },
  },
  {
    name: 'DMABUF-BOOKS+static',
    cites: ['D-2', 'P-1', 'P-3'],
    twin: 'DMABUF-BOOKS+static+pinned-moved',
    about: 'A static importer pins the buffer for exactly as long as it has DMA addresses.',
    asks: { rows: [dmaBuf70.row, dmaBufBooks], clauses: imports(null) },
    expect: { verdict: 'finite', states: 19, edges: 35 },
  },
  {
    name: 'DMABUF-BOOKS+static+pinned-moved',
    cites: ['P-3'],
    twin: 'DMABUF-BOOKS+static',
    about: 'The exporter moves a buffer that a static importer has pinned.',
    asks: { rows: [dmaBuf70.row, dmaBufBooks], clauses: imports(dmaBuf70.laws['pinned-is-not-moved']) },
    expect: {
      verdict: 'broken',
      broken: ['addresses-follow-the-buffer', 'no-access-astray', 'pinned-stays'],
      promises: { 'move-ends': 'unbounded' },
      states: 35,
      edges: 68,
      length: 8,
    },
  },
  {
    name: 'SHRINK-BOOKS',
    cites: ['S-1'],
    twin: 'SHRINK-BOOKS+address-given-away',
    about: 'When the shrinker takes the pages of an object, it also unmaps the GPU addresses of that object.',
    asks: { rows: [gemShrinker, shrinkerBooks], clauses: shrinks },
    expect: { verdict: 'finite', states: 577, edges: 1637 },
  },
  {
    name: 'SHRINK-BOOKS+address-given-away',
    cites: ['S-1'],
    twin: 'SHRINK-BOOKS',
    about: 'The shrinker gives the GPU address of an object to another object.',
    asks: { rows: [gemShrinker, shrinkerBooks], clauses: [...shrinks, shrinkerFaults['gives-address-away']] },
    expect: { verdict: 'broken', broken: ['address-stays'], states: 1120, edges: 3235, length: 15 },
  },
  {
    name: 'PIN-BOOKS',
    cites: ['P-1', 'P-2'],
    twin: 'PIN-BOOKS+pinned-at-release',
    about: 'No object is pinned when its last reference is put.',
    asks: { rows: [pinnedBo, pinnedBooks], clauses: pins },
    expect: { verdict: 'finite', states: 3064, edges: 18369 },
  },
  {
    name: 'PIN-BOOKS+pinned-at-release',
    cites: ['P-2'],
    twin: 'PIN-BOOKS',
    about: 'The last reference of an object is put while the object is pinned.',
    asks: { rows: [pinnedBo, pinnedBooks], clauses: pins.filter((one) => one !== pinnedLaws['unpin-before-put']) },
    expect: { verdict: 'broken', broken: ['unpinned-at-release'], states: 3252, edges: 20328, length: 2 },
  },
  {
    name: 'PEER-BOOKS',
    cites: ['D-11'],
    twin: 'PEER-BOOKS+importer-unasked',
    about:
      'Each kind of import is chosen only where it is allowed, and the buffer is in the memory that this kind ' +
      'requires.',
    asks: { rows: [peerToPeer, peerBooks], clauses: Object.values(peerLaws) },
    expect: { verdict: 'finite', states: 189, edges: 471 },
  },
  {
    name: 'PEER-BOOKS+importer-unasked',
    cites: ['D-11'],
    twin: 'PEER-BOOKS',
    about: 'The exporter uses peer-to-peer access without asking whether the importer supports it.',
    asks: { rows: [peerToPeer, peerBooks], clauses: [peerLaws['exporter-agrees']] },
    expect: { verdict: 'broken', broken: ['peer-was-asked'], states: 211, edges: 537, length: 5 },
  },
  {
    name: 'BAR-BOOKS',
    cites: ['P-5'],
    twin: 'BAR-BOOKS+no-fallback',
    about: 'A region that finds no room in the BAR is refused only if there is no system memory either.',
    asks: { rows: [peerRoutes, routeBooks], sizes: { regions: 2 } },
    expect: { verdict: 'finite', states: 77, edges: 204 },
  },
  {
    name: 'BAR-BOOKS+no-fallback',
    cites: ['P-5'],
    twin: 'BAR-BOOKS',
    about: 'A region waits for the BAR window of another region instead of using system memory.',
    asks: { rows: [peerRoutes, routeBooks], clauses: [routeFaults['no-fallback']], sizes: { regions: 2 } },
    expect: {
      verdict: 'indefinite',
      promises: { 'request-is-settled': 'indefinite' },
      cycle: 'route[1] → bar → route[2] → user',
      states: 77,
      edges: 196,
      length: 4,
    },
  },
);
