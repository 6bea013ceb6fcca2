import type { Call, Operation } from '../../src/threads/meaning.ts';
import { contract, source } from '../words/cites.ts';
import { allocates, faults, notifierMap, notifies, reclaims } from './reclaim.ts';

const full = ['GFP_KERNEL', 'GFP_USER', 'GFP_HIGHUSER'];
const light = ['GFP_NOWAIT', 'GFP_ATOMIC'];
const page = (says: string) => source('mm/page_alloc.c', says);
const may = (flag: string): Operation[] => [{ do: 'raise', flag, gives: 0 }];

const kmalloc = (flags: 'last' | 0): readonly Operation[] => [
  {
    do: 'where',
    of: flags,
    words: light,
    body: [{ do: 'step', either: [{ gives: 1 }, { ifUsed: true, gives: 0, note: 'fails' }] }],
    else: [
      {
        do: 'where',
        of: flags,
        words: full,
        body: allocates('reclaims'),
        else: reclaims('reclaims', [{ class: notifierMap }]),
      },
      { do: 'gives', value: 1 },
    ],
  },
];

/** Memory: what allocates may reclaim, what touches userspace may fault, what unmaps notifies. */
export const memoryCalls: readonly Call[] = [
  {
    name: 'kmalloc',
    takes: ['any?', 'flags'],
    alias: ['kzalloc', 'kvmalloc', 'kvzalloc', 'alloc_page'],
    does: kmalloc('last'),
    about:
      'Returns, or enters reclaim: then it runs a shrinker or a notifier of the file, or waits ' +
      'for one visible fence. This holds for GFP_NOFS and GFP_NOIO too, for which shrinkers of ' +
      'drivers also run. With GFP_NOWAIT and GFP_ATOMIC it only returns; it may fail if the ' +
      'result is looked at.',
    order: 'fs_reclaim (not NOFS), then the map of notifiers',
    cite: page('fs_reclaim_acquire, __alloc_pages_direct_reclaim'),
  },
  {
    name: 'kcalloc',
    takes: ['any?', 'any?', 'flags'],
    alias: ['kmalloc_array', 'kvcalloc', 'drmm_kzalloc', 'devm_kzalloc', 'kmemdup'],
    does: kmalloc('last'),
    about: 'As kmalloc.',
    order: 'as kmalloc',
    cite: page('fs_reclaim_acquire'),
  },
  {
    name: 'xa_alloc',
    takes: ['any?', 'any?', 'any?', 'any?', 'flags'],
    alias: ['idr_alloc'],
    does: kmalloc('last'),
    about: 'As kmalloc.',
    order: 'as kmalloc',
    cite: source('include/linux/xarray.h', 'xa_alloc'),
  },
  {
    name: 'alloc_pages',
    takes: ['flags', 'any?'],
    does: kmalloc(0),
    about: 'As kmalloc.',
    order: 'as kmalloc',
    cite: page('fs_reclaim_acquire'),
  },
  {
    name: 'memalloc_noreclaim_save',
    takes: [],
    does: may('no reclaim'),
    about: 'From here on allocations of this thread do not enter reclaim.',
    order: '-',
    cite: source('include/linux/sched/mm.h', 'memalloc_noreclaim_save'),
  },
  {
    name: 'memalloc_noreclaim_restore',
    takes: ['any?'],
    does: [{ do: 'lower', flag: 'no reclaim' }],
    about: 'From here on allocations of this thread may enter reclaim again.',
    order: '-',
    cite: source('include/linux/sched/mm.h', 'memalloc_noreclaim_restore'),
  },
  {
    name: 'memalloc_nofs_save',
    takes: [],
    alias: ['memalloc_noio_save'],
    does: may('no fs'),
    about:
      'From here on allocations of this thread behave as with GFP_NOFS: shrinkers of drivers ' +
      'still run.',
    order: 'no fs_reclaim',
    cite: source('include/linux/sched/mm.h', 'memalloc_nofs_save'),
  },
  {
    name: 'memalloc_nofs_restore',
    takes: ['any?'],
    alias: ['memalloc_noio_restore'],
    does: [{ do: 'lower', flag: 'no fs' }],
    about: 'From here on allocations of this thread behave as before.',
    order: '-',
    cite: source('include/linux/sched/mm.h', 'memalloc_nofs_restore'),
  },
  {
    name: 'reclaim',
    takes: [],
    does: allocates('reclaims'),
    about: 'Enters direct reclaim, as an allocation may.',
    order: 'as kmalloc',
    cite: contract('Drivers are allowed to call dma_fence_wait() from their shrinker callbacks.'),
  },
  {
    name: 'copy_from_user',
    takes: ['...?'],
    alias: ['copy_to_user', 'get_user', 'put_user', 'pin_user_pages_fast', 'get_user_pages_fast'],
    does: [...faults(false), { do: 'gives', value: 0 }],
    about:
      'Returns, or faults: then it takes mmap_lock for read, runs the fault handlers of the ' +
      'file, and allocates.',
    order: 'mmap_lock (might_fault)',
    cite: source('mm/memory.c', '__might_fault'),
  },
  {
    name: 'get_user_pages',
    takes: ['...?'],
    alias: ['pin_user_pages', 'hmm_range_fault', 'fixup_user_fault'],
    does: [
      { do: 'step', either: [{ holds: { the: 'mm_struct' } }] },
      ...faults(true),
      { do: 'gives', value: 0 },
    ],
    about:
      'Returns, or faults: then it runs the fault handlers of the file and allocates. The ' +
      'caller holds mmap_lock.',
    order: '-',
    cite: source('mm/gup.c', '__get_user_pages'),
  },
  {
    name: 'munmap',
    takes: ['mm_struct'],
    does: [
      { do: 'acquire', of: 0, says: 'mmap_write_lock' },
      ...notifies,
      { do: 'release', of: 0, says: 'mmap_write_unlock' },
    ],
    about: 'Takes mmap_lock for write, and calls every notifier of the file under it.',
    order: 'mmap_lock, then the map of notifiers',
    cite: source('mm/vma.c', 'do_vmi_munmap'),
  },
  {
    name: 'mmu_notifier_invalidate_range_start',
    takes: ['any?'],
    alias: ['unmap_mapping_range'],
    does: notifies,
    about: 'Calls every notifier of the file.',
    order: 'the map of notifiers',
    cite: source('mm/mmu_notifier.c', '__mmu_notifier_invalidate_range_start'),
  },
  {
    name: 'mmu_notifier_invalidate_range_end',
    takes: ['any?'],
    does: [{ do: 'step', either: [{}] }],
    about: 'Does nothing in this model.',
    order: '-',
    cite: source('mm/mmu_notifier.c', '__mmu_notifier_invalidate_range_end'),
  },
  {
    name: 'folio_get',
    takes: ['folio'],
    does: [
      {
        do: 'step',
        either: [
          { moves: [[{ second: 0 }, 'inc']] },
          {
            when: [[{ second: 0 }, 'v3']],
            bad: 'there are more references than this language can count (3)',
          },
        ],
      },
    ],
    about: 'Takes an extra reference.',
    order: '-',
    cite: source('include/linux/mm.h', 'folio_get'),
  },
  {
    name: 'folio_put',
    takes: ['folio'],
    does: [
      {
        do: 'step',
        either: [
          { moves: [[{ second: 0 }, 'dec']] },
          { when: [[{ second: 0 }, 'v0']], bad: 'there is no extra reference' },
        ],
      },
    ],
    about: 'Drops an extra reference.',
    order: '-',
    cite: source('include/linux/mm.h', 'folio_put'),
  },
  {
    name: 'folio_migrate',
    takes: ['folio'],
    mustUse: true,
    does: [
      {
        do: 'step',
        either: [
          { holds: 0, when: [[{ second: 0 }, 'v0']], gives: 0 },
          {
            holds: 0,
            when: [[{ second: 0 }, '!v0']],
            gives: 'EAGAIN',
            note: 'there are extra references',
          },
        ],
      },
    ],
    about:
      'Migrates the folio and returns 0; returns -EAGAIN while there are extra references. The ' +
      'caller holds the lock of the folio.',
    order: '-',
    cite: source('mm/migrate.c', 'folio_migrate_mapping: expected_count'),
  },
];
