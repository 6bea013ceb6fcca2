import { compose } from '../../src/system/compose.ts';
import { fenceActors } from '../litmus/fences/actors.ts';
import { drmScheduler, schedClauses } from '../rows/drm-sched.ts';
import { no, undefinedAs, type Conformance } from './conformance.ts';

const own = undefinedAs('the driver or the test does this, and it is not a call');
const idle = ['none', 'queued', 'finished'];
const nothingRuns = { 'job[1]': idle, 'job[2]': idle };

/** Two jobs of one entity on a scheduler with one credit. */
export const schedConformance: Conformance = {
  id: 'sched',
  title: 'drm_sched with two jobs and one credit',
  program: () =>
    compose({
      rows: [drmScheduler],
      clauses: [schedClauses.teardownCancels],
      actors: fenceActors,
      sizes: { fenced: 2 },
    }),
  adapter: 'sched-adapter.h',
  since: '6.12',
  inside: {
    run_job: 'drm_sched_run_job_work runs before the test does',
    finish: 'drm_sched_job_done is a callback of the hardware fence',
    kill_job: 'drm_sched_entity_kill_jobs_work runs before the test does',
  },
  unreachable: {
    drm_sched_fini: 'before cancel_job, which came after 6.12, jobs on the hardware are leaked',
    cancel_job: 'came after 6.12',
  },
  refused: {
    push: [
      no({ entity: 'killed', 'job[1]': 'none', 'job[2]': 'none' }),
      undefinedAs('a job is pushed once'),
    ],
    hw_signals: [undefinedAs('there is no hardware fence, or it is signaled')],
    free_job: [
      no({ 'job[1]': ['queued', 'running'], 'job[2]': ['queued', 'running'] }),
      undefinedAs('there is no job'),
    ],
    timedout_job: [
      no(nothingRuns),
      undefinedAs('the timer is for the job that has been there longest'),
    ],
    reset: [own],
    no_hang: [own],
    kill_entity: [own],
  },
};
