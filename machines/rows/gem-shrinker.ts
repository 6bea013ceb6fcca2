import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { fencesComplete, shrinkersMayWait } from '../words/sentences.ts';
import {
  gemAddress,
  gemDebugfs,
  gemObject,
  gemSubmit,
  gemUse,
  gemVmap,
  objectLock,
  shrinkScan,
  tilerHeap,
} from '../lifecycles/gem-object.ts';
import { listLock } from '../lifecycles/memory-locks.ts';
import { oneShot } from '../lifecycles/one-shot.ts';
import { fencedParts } from './fenced-jobs.ts';

const msmGemShrinker = from('drivers/gpu/drm/msm/msm_gem_shrinker.c');
const msmGem = from('drivers/gpu/drm/msm/msm_gem.c');
const shrinker = from('mm/shrinker.c');
const msmGemSubmit = from('drivers/gpu/drm/msm/msm_gem_submit.c');
const pageAlloc = from('mm/page_alloc.c');
const msmGemHeader = from('drivers/gpu/drm/msm/msm_gem.h');
const drmGem = from('drivers/gpu/drm/drm_gem.c');
const msmDebugfs = from('drivers/gpu/drm/msm/msm_debugfs.c');
const panthorHeap = from('drivers/gpu/drm/panthor/panthor_heap.c');
const panthorSched = from('drivers/gpu/drm/panthor/panthor_sched.c');

const scan = (says: string) => msmGemShrinker(says);
const gem = (says: string) => msmGem(says);
const trylock = scan('Use trylock, because we cannot block on a obj that might be trying to acquire mm_lock');

/** Objects, a shrinker that other threads enter, and a submit that enters it with an object locked. */
export const shrinkerParts = {
  gem: { of: gemObject, family: 'objects', title: 'GEM object' },
  address: { of: gemAddress, family: 'objects', title: 'GPU address of object' },
  use: { of: gemUse, family: 'objects', title: 'GPU use of object' },
  vmap: { of: gemVmap, family: 'objects', title: 'kernel mapping of object' },
  objectLock: { of: objectLock, family: 'objects', title: 'lock of object' },
  shrink: { of: shrinkScan, family: 'reclaimers', title: 'shrinker in thread' },
  submitShrink: { of: shrinkScan, title: 'shrinker in the submit' },
  submit: { of: gemSubmit, title: 'submit' },
  lists: { of: listLock, title: 'mm_lock' },
} as const;

const v = vocabulary(shrinkerParts);
type Thread = {
  readonly shrink: 'shrink[j]' | 'submitShrink';
  readonly by: 'reclaim[j]' | 'submit';
  readonly name: string;
  readonly index: string;
};
const gone = { 'use[i]': 'pages_gone', 'address[i]': 'unmap' } as const;
/** What a thread in the scan does; `submit` is the thread that has an object locked already. */
const scanOf = ({ shrink, by, name, index }: Thread) =>
  v.steps(
    v.step(`${name}_takes_lists`, `reclaimer_lock${index}`, {
      moves: { [shrink]: 'take_lists', lists: `take.${by}` },
      when: { lists: 'free' },
      cite: scan('msm_gem_shrinker_scan: mutex_lock(&priv->mm_lock)'),
    }),
    v.step(`${name}_purges`, `reclaimer${index}`, {
      moves: { [shrink]: 'freed', 'gem[i]': 'purge', lists: `give.${by}` },
      also: gone,
      when: {},
      cite: scan('purge: msm_gem_purge'),
    }),
    v.step(`${name}_evicts`, `reclaimer${index}`, {
      moves: { [shrink]: 'freed', 'gem[i]': 'evict', lists: `give.${by}` },
      also: gone,
      when: {},
      cite: scan('evict: msm_gem_evict'),
    }),
    v.step(`${name}_vunmaps`, `reclaimer${index}`, {
      moves: { [shrink]: 'freed', 'vmap[i]': 'vunmap', lists: `give.${by}` },
      when: { 'objectLock[i]': 'free' },
      cite: scan('msm_gem_shrinker_vmap'),
    }),
    v.step(`${name}_skips_locked`, `reclaimer${index}`, {
      moves: { [shrink]: 'nothing', lists: `give.${by}` },
      when: { 'objectLock[?]': 'held' },
      cite: trylock,
    }),
    v.step(`${name}_finds_nothing`, `reclaimer${index}`, {
      moves: { [shrink]: 'nothing', lists: `give.${by}` },
      when: { 'objectLock[*]': 'free' },
      cite: scan('msm_gem_shrinker_scan: nothing on the lists, or all of it is in use'),
    }),
    v.step(`${name}_counts`, `vmscan${index}`, {
      moves: { [shrink]: 'leave' },
      when: { [shrink]: 'freed' },
      cite: shrinker('do_shrink_slab'),
    }),
    v.step(`${name}_stops`, `vmscan${index}`, {
      moves: { [shrink]: 'stop' },
      cite: scan('msm_gem_shrinker_scan: return SHRINK_STOP'),
    }),
  );
// Twice the same steps under two names: an actor acts for members of one family, or for none.
const other = scanOf({ shrink: 'shrink[j]', by: 'reclaim[j]', name: 'reclaim', index: '[j]' });
const own = scanOf({ shrink: 'submitShrink', by: 'submit', name: 'submit_reclaim', index: '' }).map((step) => ({
  ...step,
  actor: `submit_${step.actor}`,
}));
const steps = v.steps(
  v.step('reclaim_enters', 'user', {
    moves: { 'shrink[j]': 'enter' },
    cite: shrinker('do_shrink_slab: many threads at once'),
  }),
  ...other,
  v.step('reclaim_returns', 'vmscan[j]', { moves: { 'shrink[j]': 'return' } }),
  v.step('submit_begins', 'user', { moves: { submit: 'begin' } }),
  v.step('submit_locks', 'gem_submit_lock', {
    moves: { submit: 'lock', 'objectLock[i]': 'take.submit' },
    when: { 'objectLock[i]': 'free' },
    cite: msmGemSubmit('submit_lock_objects'),
  }),
  v.step('submit_refused_EBUSY', 'gem_submit', {
    moves: { submit: 'refuse', 'objectLock[i]': 'give.submit' },
    when: { 'gem[i]': ['dontneed', 'purged', 'lost'] },
    cite: gem('msm_gem_get_pages_locked: -EBUSY for an object that is not WILLNEED'),
  }),
  v.step('submit_allocates', 'gem_submit', {
    moves: { submit: 'alloc', submitShrink: 'enter' },
    when: { 'gem[i]': ['unbacked', 'willneed', 'evicted'], 'objectLock[i]': 'held.submit' },
    cite: gem(
      'get_pages: we can hit shrinker from the submit path when the obj is locked already and ' +
        'we are trying to allocate backing pages',
    ),
  }),
  ...own,
  v.step('submit_gets_pages', 'gem_submit', {
    moves: { submit: 'pages', submitShrink: 'return' },
    also: { 'gem[i]': 'get_pages', 'address[i]': 'map' },
    when: { 'objectLock[i]': 'held.submit' },
  }),
  v.step('submit_takes_lists', 'gem_submit_lock', {
    moves: { submit: 'take_lists', lists: 'take.submit' },
    when: { lists: 'free' },
    cite: gem('update_lru_locked: the lock of the lists inside the lock of the object'),
  }),
  v.step('submit_ends', 'gem_submit', {
    moves: { submit: 'end', lists: 'give.submit', 'objectLock[i]': 'give.submit' },
    also: {},
    when: { 'objectLock[i]': 'held.submit' },
  }),
  v.step('job_starts', 'user', {
    moves: { 'use[i]': 'start' },
    when: { 'gem[i]': 'willneed', 'address[i]': 'mapped', 'objectLock[i]': 'free' },
  }),
  v.step('job_ends', 'gem_hardware[i]', { moves: { 'use[i]': 'end' } }),
  v.step('madvise_dontneed', 'user', {
    moves: { 'gem[i]': 'madvise_dontneed' },
    when: { 'objectLock[i]': 'free', 'use[i]': 'idle' },
    cite: gem('msm_gem_madvise'),
  }),
  v.step('madvise_willneed', 'user', {
    moves: { 'gem[i]': 'madvise_willneed' },
    when: { 'objectLock[i]': 'free' },
    cite: gem('msm_gem_madvise'),
  }),
  v.step('get_vaddr', 'user', {
    moves: { 'vmap[i]': 'get_vaddr' },
    when: { 'gem[i]': 'willneed', 'objectLock[i]': 'free' },
  }),
  v.step('put_vaddr', 'user', { moves: { 'vmap[i]': 'put_vaddr' } }),
);
export const gemShrinker = v.row({
  name: 'gem-shrinker',
  steps,
  promises: [
    { name: 'reclaim-returns', pending: { 'shrink[j]': '!outside' }, cite: pageAlloc('__alloc_pages_slowpath') },
    { name: 'gem-submit-ends', pending: { submit: '!idle' }, cite: msmGemSubmit('msm_ioctl_gem_submit') },
    { name: 'job-ends', pending: { 'use[i]': 'running' }, cite: fencesComplete },
  ],
  invariants: [
    {
      name: 'wanted-contents-stay',
      never: { 'gem[?]': 'lost' },
      cite: gem('msm_gem_purge: GEM_WARN_ON(!is_purgeable(msm_obj))'),
    },
    {
      name: 'address-stays',
      never: { 'address[?]': 'given_away' },
      cite: gem('put_iova_spaces: the address stays for an evicted object'),
    },
    {
      name: 'pages-in-use-stay',
      never: { 'use[?]': 'astray' },
      cite: scan('evict: is_active objects are skipped, active_evict waits for their fences'),
    },
    {
      name: 'locked-pages-stay',
      never: { submit: ['backed', 'listing'], 'objectLock[i]': 'held.submit', 'gem[i]': ['evicted', 'purged', 'lost'] },
      cite: msmGemHeader('msm_gem_lock: the pages of an object change under its lock alone'),
    },
    { name: 'mapping-in-use-stays', never: { 'vmap[?]': 'torn' }, cite: scan('is_vunmapable: !vmap_count') },
  ],
});

const about = v.about([...steps, { name: 'debugfs_walks' } as const]);
const each = <T>(what: T, ...names: readonly string[]) =>
  Object.fromEntries(
    ['reclaim', 'submit_reclaim'].flatMap((thread) => names.map((name) => [`${thread}_${name}`, what] as const)),
  );
const clause = (
  name: string,
  says: Clause['says'],
  rest: Omit<Parameters<typeof about.clause>[0], 'name' | 'says'>,
): Clause => about.clause({ name: `gem-shrinker/${name}`, says, ...rest });
export const shrinkerLaws = {
  'purges-only-dontneed': clause('purges-only-dontneed', gem('is_purgeable: madv == MSM_MADV_DONTNEED'), {
    requires: each({ 'gem[i]': 'dontneed' } as const, 'purges'),
  }),
  'locks-objects': clause('locks-objects', drmGem('drm_gem_lru_scan: ww_mutex_trylock before the object is touched'), {
    requires: each({ 'objectLock[i]': 'free' } as const, 'purges', 'evicts'),
  }),
  'leaves-pages-in-use': clause(
    'leaves-pages-in-use',
    scan('evict: if (is_active) skip; active_evict: wait_for_idle'),
    { requires: each({ 'use[i]': 'idle' } as const, 'purges', 'evicts') },
  ),
  'leaves-mappings-in-use': clause('leaves-mappings-in-use', scan('is_vunmapable: !vmap_count'), {
    requires: each({ 'vmap[i]': 'unused' } as const, 'vunmaps'),
  }),
} as const;
export const shrinkerFaults = {
  blocks: clause('blocks', trylock, {
    forbids: ['reclaim_skips_locked', 'submit_reclaim_skips_locked'],
    about: 'The shrinker waits for the lock of an object.',
  }),
  'tries-again': clause(
    'tries-again',
    scan("We don't want to tell vmscan to keep trying, because we'll keep failing to grab that objects lock"),
    {
      forbids: ['reclaim_stops', 'submit_reclaim_stops'],
      about: 'A shrinker that has freed nothing returns 0, and vmscan calls it again.',
      adds: [
        { name: 'reclaim_again', actor: 'vmscan[j]', moves: { 'shrink[j]': 'again' } },
        { name: 'submit_reclaim_again', actor: 'submit_vmscan', moves: { submitShrink: 'again' } },
        {
          name: 'reclaim_elsewhere',
          actor: 'vmscan[j]',
          moves: { 'shrink[j]': 'leave' },
          when: { 'shrink[j]': 'nothing' },
        },
        {
          name: 'submit_reclaim_elsewhere',
          actor: 'submit_vmscan',
          moves: { submitShrink: 'leave' },
          when: { submitShrink: 'nothing' },
        },
      ],
    },
  ),
  'gives-address-away': clause('gives-address-away', gem('put_iova_spaces'), {
    adds: [
      {
        name: 'address_given_away',
        actor: 'reclaimer[j]',
        moves: { 'address[i]': 'give_away' },
        when: { 'shrink[j]': 'freed', 'gem[i]': ['willneed', 'dontneed'] },
      },
    ],
  }),
} as const;

/** Someone who reads the debugfs file walks a list of his own. */
const d = vocabulary({ ...shrinkerParts, debugfs: { of: gemDebugfs, title: 'reader of debugfs' } } as const);
const debugfsSteps = d.steps(
  d.step('debugfs_opens', 'user', { moves: { debugfs: 'open' } }),
  d.step('debugfs_walks', 'debugfs_lock', {
    moves: { debugfs: 'walk' },
    cite: gem('msm_gem_describe_objects: a list of all objects under its own lock'),
  }),
  d.step('debugfs_looks', 'debugfs_lock', {
    moves: { debugfs: 'look', 'objectLock[i]': 'take.debugfs' },
    when: { 'objectLock[i]': 'free' },
    cite: gem('msm_gem_describe'),
  }),
  d.step('debugfs_closes', 'debugfs', {
    moves: { debugfs: 'close', 'objectLock[i]': 'give.debugfs' },
    when: { 'objectLock[i]': 'held.debugfs' },
  }),
);
export const shrinkerDebugfs = d.row({
  name: 'gem-debugfs',
  steps: debugfsSteps,
  promises: [{ name: 'debugfs-ends', pending: { debugfs: '!idle' }, cite: gem('msm_gem_describe_objects') }],
});
export const debugfsWalksLists: Clause = d.about(debugfsSteps).clause({
  name: 'gem-shrinker/debugfs-walks-mm-lists',
  says: msmDebugfs(
    'before "drm/msm: Fix debugfs deadlock": the lists under mm_lock are walked and each object is locked',
  ),
  moves: { debugfs_walks: { lists: 'take.debugfs' }, debugfs_closes: { lists: 'give.debugfs' } },
});

/** A tiler heap that grows while a fenced job runs, and whose allocation may reclaim. */
const t = vocabulary({
  ...fencedParts,
  heap: { of: tilerHeap, title: 'tiler heap' },
  scene: { of: oneShot, title: 'scene that fills the heap' },
} as const);
const heap = (says: string) => panthorHeap(says);
const heapSteps = t.steps(
  t.step('heap_full', 'hardware_event', {
    moves: { heap: 'hw_full', scene: 'spend' },
    when: { 'job[?]': 'running' },
    atomic: 'hardware',
    cite: panthorSched('group_process_tiler_oom'),
  }),
  t.step('heap_grow', 'firmware', { moves: { heap: 'grown' }, cite: heap('panthor_heap_grow') }),
  t.step('heap_grow_ENOMEM', 'firmware', {
    moves: { heap: 'fail' },
    cite: heap('panthor_heap_grow: -ENOMEM, the firmware renders incrementally'),
  }),
  t.step('heap_incremental', 'firmware', {
    moves: { heap: 'flushed' },
    atomic: 'hardware',
    cite: heap('panthor_heap_grow: incremental rendering'),
  }),
);
export const tilerHeaps = t.row({
  name: 'tiler-heap',
  steps: heapSteps,
  ties: { requires: { hw_done: { heap: 'roomy' } } },
  promises: [{ name: 'heap-grows', pending: { heap: '!roomy' }, cite: heap('panthor_heap_grow') }],
});
export const heapReclaims: Clause = t.about(heapSteps).clause({
  name: 'tiler-heap/reclaims',
  says: panthorHeap(
    "panfrost/linux issue 32: Tiler heap chunk allocation shouldn't block, otherwise we " +
      'might end up with a deadlock once we add the shrinker into the mix',
  ),
  forbids: ['heap_grow', 'heap_grow_ENOMEM'],
  adds: [
    { name: 'heap_allocates', actor: 'firmware', moves: { heap: 'alloc' } },
    {
      name: 'heap_reclaimed',
      actor: 'firmware',
      moves: { heap: 'reclaimed' },
      when: { 'fence[*]': '!visible' },
      cite: shrinkersMayWait,
    },
  ],
});
