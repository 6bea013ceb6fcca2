import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { contract, from } from '../words/cites.ts';
import { shrinkersMayWait } from '../words/sentences.ts';
import { allocation } from '../lifecycles/allocation.ts';
import { tilerHeap } from '../lifecycles/gem-object.ts';
import { reclaimRound } from '../lifecycles/reclaim-round.ts';
import { fencedParts } from '../rows/fenced-jobs.ts';
import { gemShrinker, shrinkerFaults, shrinkerLaws, shrinkerParts } from '../rows/gem-shrinker.ts';
import { repairParts } from '../rows/page-fault.ts';
import { reclaimer } from '../rows/reclaimer.ts';
import { lawsOf, mistake, type Use } from './use.ts';

const msmGemShrinker = from('drivers/gpu/drm/msm/msm_gem_shrinker.c');
const panthorHeap = from('drivers/gpu/drm/panthor/panthor_heap.c');
const msmGemSubmit = from('drivers/gpu/drm/msm/msm_gem_submit.c');
const msmGem = from('drivers/gpu/drm/msm/msm_gem.c');

const waits = shrinkersMayWait;
const msm = (says: string) => msmGemShrinker(says);
const critical = contract(
  '... This means any code required for fence completion cannot allocate memory with GFP_KERNEL. ...',
);

/** A job that uses a GEM object and a tiler heap: the shrinker waits for its fence. */
const heap = vocabulary({ ...shrinkerParts, ...fencedParts, heap: { of: tilerHeap, title: 'tiler heap' } } as const);
export const jobUsesObject = heap.row({
  name: 'job-uses-object',
  steps: [],
  ties: {
    requires: Object.fromEntries(
      [
        'reclaim_purges',
        'reclaim_evicts',
        'submit_reclaim_purges',
        'submit_reclaim_evicts',
        'reclaim_finds_nothing',
      ].map((step) => [step, { 'fence[*]': '!visible' }]),
    ),
  },
});
export const heapShrinks: Clause = heap.about([{ name: 'heap_grow' }, { name: 'heap_grow_ENOMEM' }] as const).clause({
  name: 'composed/heap-shrinks',
  says: panthorHeap('panfrost/linux issue 32'),
  forbids: ['heap_grow', 'heap_grow_ENOMEM'],
  adds: [
    { name: 'heap_enters_shrinker', actor: 'firmware', moves: { heap: 'alloc', 'shrink[j]': 'enter' } },
    { name: 'heap_shrunk', actor: 'firmware', moves: { heap: 'reclaimed' }, when: { 'shrink[*]': 'outside' } },
  ],
});
export const quietShrinker: Clause = heap.about([...gemShrinker.steps] as never).clause({
  name: 'composed/no-other-use',
  says: msmGemShrinker('active_evict: wait_for_idle'),
  forbids: ['job_starts', 'get_vaddr', 'submit_begins'] as never,
});

/** What a submit has pinned is on no list that the shrinker walks. */
const pinned = { reclaim_purges: { 'job[*]': '!preparing' }, reclaim_evicts: { 'job[*]': '!preparing' } } as const;
/**
 * Direct reclaim of the core, in a submit that is not yet visible and in the repair of a page
 * fault, calls the driver's own shrinker.
 */
const own = vocabulary({
  ...shrinkerParts,
  ...fencedParts,
  alloc: repairParts.alloc,
  submitRound: { of: reclaimRound, family: 'fenced', title: 'allocation of the submit' },
  repairRound: { of: reclaimRound, family: 'faulting', title: 'reclaim for the repair' },
} as const);
const coreSteps = own.steps(
  own.step('job_gets_pages', 'submit[i]', {
    moves: { 'gem[j]': 'get_pages' },
    also: { 'address[j]': 'map' },
    when: { 'job[i]': 'preparing' },
    cite: msmGemSubmit('submit_pin_objects'),
  }),
  own.step('submit_enters_shrinker', 'submit[i]', {
    moves: { 'submitRound[i]': 'enter', 'shrink[j]': 'enter' },
    when: { 'job[i]': 'preparing' },
    cite: msmGem('get_pages: we can hit shrinker from the submit path'),
  }),
  own.step('repair_enters_shrinker', 'fault_worker[k]', {
    moves: { 'repairRound[k]': 'enter', 'shrink[j]': 'enter' },
    when: { 'alloc[k]': 'allocating' },
    cite: waits,
  }),
);
const coreShrinks = own.row({
  name: 'core-shrinks',
  steps: coreSteps,
  ties: {
    requires: {
      publish: {
        'submitRound[i]': ['before', 'after'],
        'gem[*]': ['willneed', 'dontneed', 'purged'],
        'objectLock[*]': 'free',
      },
      reclaim_ends: { 'repairRound[k]': ['before', 'after'] },
      madvise_dontneed: { 'fence[*]': '!visible' },
      ...pinned,
      // Threads in the shrinker do not exclude each other; where there is one, it is left to the job that needs it.
      reclaim_enters: { 'job[*]': '!done' },
    },
    also: {
      submit: { 'submitRound[i]': 'again' },
      service_fault: { 'repairRound[k]': 'again' },
      reclaim_returns: { 'submitRound[*]': 'leave', 'repairRound[*]': 'leave' },
    },
  },
  invariants: [
    {
      name: 'pages-of-jobs-stay',
      never: { 'fence[?]': 'visible', 'gem[?]': ['evicted', 'lost'] },
      cite: msm('active_evict: wait_for_idle before the pages go'),
    },
  ],
});

/**
 * Of the row those steps, promises and invariants that are about other threads in the shrinker: the
 * submit is the core's.
 */
const kept = /^(reclaim_(?!vunmaps|skips_locked)|madvise_|wanted-contents-stay$|reclaim-returns$)/;
const keeps = ({ name }: { readonly name: string }): boolean => kept.test(name);
const scan = {
  ...gemShrinker,
  steps: gemShrinker.steps.filter(keeps),
  promises: gemShrinker.promises!.filter(keeps),
  invariants: gemShrinker.invariants!.filter(keeps),
};
const about = own.about([...gemShrinker.steps, ...coreSteps, { name: 'signal' }] as { readonly name: string }[]);
const gone = ['reclaim_purges', 'reclaim_evicts'] as const;
const unseen = { 'fence[*]': '!visible' } as const;
const keepsPages: Clause = about.clause({
  name: 'gem-shrinker/awaits-fences',
  says: msm('active_evict: wait_for_idle before the pages go'),
  requires: Object.fromEntries(gone.map((step) => [step, unseen])),
});
/** How long it waits for a fence: as long as it takes, or not longer than it likes. */
const shrinkerWaits = {
  unbounded: about.clause({
    name: 'gem-shrinker/waits-unbounded',
    says: waits,
    requires: { reclaim_finds_nothing: unseen },
  }),
  gives_up: about.clause({ name: 'gem-shrinker/gives-up', says: msm('wait_for_idle: 10 jiffies') }),
} as const;
const shrinksLate: Clause = about.clause({
  name: 'gem-shrinker/allocates-late',
  says: critical,
  adds: [
    {
      name: 'job_shrinks_late',
      actor: 'signaler[i]',
      moves: { 'submitRound[i]': 'enter', 'shrink[j]': 'enter' },
      when: { 'job[i]': 'done' },
    },
  ] as never,
  also: { publish: { 'submitRound[i]': 'again' } } as never,
  requires: { signal: { 'submitRound[i]': 'after' } },
});

/** The same allocation in the shrinkers of others, which always may wait for as long as it takes. */
const lateAlloc = reclaimer('lateAlloc', 'fenced', 'late allocation in the shrinkers of others', 'signaler[i]');
const late = vocabulary({
  ...fencedParts,
  submitRound: { of: reclaimRound, family: 'fenced', title: 'allocation of the submit' },
  lateAlloc: { of: allocation, family: 'fenced', title: 'late allocation in the shrinkers of others' },
} as const);
const inOtherShrinkers = late.row({
  name: 'late-allocation-in-other-shrinkers',
  steps: late.steps(
    late.step('late_shrinks_others', 'signaler[i]', {
      moves: { 'lateAlloc[i]': 'alloc' },
      when: { 'job[i]': 'done', 'submitRound[i]': 'after' },
      cite: critical,
    }),
  ),
  ties: {
    requires: { signal: { 'lateAlloc[i]': 'returned' } },
    also: { submit: { 'lateAlloc[i]': 'free' } },
  },
});

/** A shrinker of the driver's own. */
export const shrinkerUse: Use = {
  name: 'shrinker',
  about:
    'A shrinker of the driver evicts the buffers of jobs. Direct reclaim calls it in a submit, ' +
    'in the repair of a page fault, and in other threads.',
  says: waits,
  rows: [scan, coreShrinks],
  wiring: [],
  clauses: lawsOf('shrinker', {
    'purges-only-dontneed': shrinkerLaws['purges-only-dontneed'],
    'awaits-fences': keepsPages,
  }),
  mistakes: [
    mistake(
      'shrinker/allocates-late',
      shrinksLate,
      'A job allocates with GFP_KERNEL between its end and the signal of its fence, and ' +
        'reclaim calls the shrinker that waits for it.',
      [{ ...lateAlloc, name: 'late-alloc', promises: [] }, inOtherShrinkers],
    ),
    mistake(
      'shrinker/tries-again',
      shrinkerFaults['tries-again'],
      'A shrinker that has freed nothing asks to be called again.',
    ),
  ],
  waits: shrinkerWaits,
  leavesOut: gemShrinker.steps.filter((step) => !keeps(step)).map(({ name }) => name),
  sizes: { objects: 1, reclaimers: 1 },
};
