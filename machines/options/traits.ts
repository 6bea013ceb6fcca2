import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import type { Ability } from '../description/ids.ts';
import { hazards } from '../hazards/index.ts';
import { uses } from '../uses/index.ts';
import { dmaBuf, from } from '../words/cites.ts';
import { hintsAreExempt, independentHardware, jobsWaitForCompute, notAllHardware } from '../words/sentences.ts';
import { computeJobs, computeParts } from '../rows/compute-jobs.ts';
import { fencedJobs, fencedParts } from '../rows/fenced-jobs.ts';
import { pageFaults } from '../rows/page-fault.ts';
import { recovery } from '../rows/recovery.ts';
import { options } from './index.ts';
import type { Choice } from './way-out.ts';

const schedMain = from('drivers/gpu/drm/scheduler/sched_main.c');
const xeHwEngineGroup = from('drivers/gpu/drm/xe/xe_hw_engine_group.c');
const msmGemShrinker = from('drivers/gpu/drm/msm/msm_gem_shrinker.c');

const v = vocabulary({ ...fencedParts, ...computeParts });
const about = v.about([...fencedJobs.steps, ...computeJobs.steps, ...pageFaults.steps, ...recovery.steps]);

/** All that a description may choose: each says itself what a trait of the driver makes of its steps. */
const choices: readonly Choice[] = [...options, ...hazards, ...uses];

const jobsInOrder = about.clause({
  name: 'submission/fifo',
  says: schedMain('drm_sched_rq_select_entity_fifo: the ready entity whose job was submitted first'),
  moves: {
    publish: { fencedRing: 'enter.f[i]' },
    schedule: { fencedRing: 'leave.f[i]' },
    compute_submit: { ring: 'enter.c[k]' },
    resume: { ring: 'enter.c[k]' },
    compute_schedule: { ring: 'leave.c[k]' },
  },
});

/** Jobs reach an engine in the order in which they came to it. */
export const submissionFifo: Clause = {
  ...jobsInOrder,
  moves: Object.assign({}, jobsInOrder.moves, ...choices.map(({ inOrder }) => inOrder?.moves)),
  also: Object.assign({}, ...choices.map(({ inOrder }) => inOrder?.also)),
};

const { schedule: leaves, ...enter } = submissionFifo.moves!;
/** The same where a job waits for hardware inside run_job: it leaves the queue as run_job begins. */
export const submissionToRunJob: Clause = {
  ...submissionFifo,
  name: 'submission/fifo-to-run-job',
  moves: { ...enter, run_job_begins: leaves! },
};

/** What a compute job is: it ends by itself, or only when userspace ends it. */
export const compute = {
  finite: about.clause({ name: 'compute/finite', says: jobsWaitForCompute, forbids: ['user_ends_compute'] }),
  'long-running': about.clause({
    name: 'compute/long-running',
    says: dmaBuf('Long-running compute command buffers ...'),
    forbids: ['compute_ends'],
  }),
} as const;

/** What a page fault does to the job that took it. */
export const faults = {
  'on-demand': about.clause({
    name: 'page-faults/on-demand',
    says: dmaBuf("First, a pending page fault obviously holds up the work that's running on the accelerator ..."),
    forbids: ['hint_raised'],
    requires: { compute_run: { 'fault[k]': 'none' } },
  }),
  hint: about.clause({
    name: 'page-faults/hint',
    says: hintsAreExempt,
    forbids: ['fault_raised', 'compute_refault'],
  }),
} as const;

const independent = independentHardware;
/** Compute work on hardware of its own: nothing is shared. */
export const separateHardware: Clause = about.clause({
  name: 'hardware/separate',
  says: independent,
  separates: ['fencedEngine', 'fencedRing', 'fencedUnits', 'fencedOther'],
});

/** An engine each, and compute units that all share: the render and compute engines of one GPU. */
export const twoEngines: Clause = about.clause({
  name: 'engines/two',
  says: xeHwEngineGroup('render and compute engines share the execution units: one group'),
  separates: ['fencedEngine', 'fencedRing'],
});

/** What the steps of all choices lose on hardware that lacks an ability. */
function lacks(ability: Ability): Clause {
  const lost = choices.flatMap(({ lacking }) => lacking?.[ability] ?? []);
  return {
    name: `hardware-cannot/${ability}`,
    says: notAllHardware,
    forbids: lost.flatMap(({ forbids }) => forbids ?? []),
    requires: Object.assign({}, ...lost.map(({ requires }) => requires)),
  };
}

/** What this hardware cannot do. */
export const hardwareCannot = {
  'preempt-running': lacks('preempt-running'),
  'preempt-faulted': lacks('preempt-faulted'),
} as const satisfies Record<Ability, Clause>;

const msm = msmGemShrinker('active_evict: dma_resv_wait_timeout(BOOKKEEP, ..., 10 jiffies)');
/**
 * Where a job waits for hardware in prepare_job, its scheduler has not begun it: no timer runs, and
 * recovery never comes for it.
 */
export const waitsInPrepareJob: Clause = about.clause({
  name: 'hardware-wait/prepare-job',
  says: schedMain('drm_sched_job_begin: drm_sched_start_timeout just before run_job; none runs in prepare_job'),
  requires: { timeout: { 'job[?]': ['scheduled', 'dispatched', 'running', 'hung', 'done'] } },
});

/** How long this driver's own shrinker waits for a fence. Another's always waits as long as it takes. */
export const reclaimWaits = {
  none: about.clause({
    name: 'reclaim-waits/none',
    says: msm,
    forbids: ['reclaim_waits', 'reclaim_waits_briefly', 'reclaim_gives_up'],
  }),
  bounded: about.clause({ name: 'reclaim-waits/bounded', says: msm, forbids: ['reclaim_waits'] }),
  unbounded: about.clause({
    name: 'reclaim-waits/unbounded',
    says: msm,
    forbids: ['reclaim_waits_briefly', 'reclaim_gives_up'],
  }),
} as const;
