import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { members } from '../lifecycles/named.ts';
import { slot, type Jobs } from '../lifecycles/slot.ts';
import { computeJobs, computeParts } from './compute-jobs.ts';
import { fencedJobs } from './fenced-jobs.ts';
import { recovery, recoveryParts } from './recovery.ts';

const schedMain = from('drivers/gpu/drm/scheduler/sched_main.c');
const stop = schedMain('drm_sched_stop: drm_sched_wqueue_stop: cancel_work_sync(&sched->work_run_job)');

const v = vocabulary({
  ...recoveryParts,
  ...computeParts,
  runJob: {
    of: ({ fenced = 0 }: Jobs) =>
      slot(
        'run_job',
        members('f', fenced),
        'drivers/gpu/drm/scheduler/sched_main.c: drm_sched_run_job_work',
        'The worker of the scheduler is in run_job for one job.',
      ),
    title: 'worker of the scheduler',
  },
} as const);

/** The worker of a scheduler is in run_job for one job at a time, and the timer of that job runs already. */
const steps = v.steps(
  v.step('run_job_begins', 'scheduler[i]', {
    moves: { runJob: 'take.f[i]' },
    when: { runJob: 'free', 'job[i]': 'queued', recovery: 'armed' },
    cite: schedMain('drm_sched_run_job_work: drm_sched_job_begin, then run_job'),
  }),
);
export const insideRunJob = v.row({ name: 'inside-run-job', steps });

const about = v.about([...fencedJobs.steps, ...computeJobs.steps, ...recovery.steps, ...steps]);

/** A job waits for hardware inside run_job: the timer runs, and stopping the scheduler waits for run_job to return. */
export const waitsInsideRunJob: Clause = about.clause({
  name: 'hardware-wait/inside-run-job',
  says: stop,
  requires: {
    schedule: { runJob: 'held.f[i]', recovery: '!reset' },
    gpu_reset: { runJob: 'free' },
  },
  moves: { schedule: { runJob: 'give.f[i]' } },
});

/** Both kinds of job have one scheduler: while it is in run_job it begins no other. */
export const oneWorker: Clause = about.clause({
  name: 'hardware-wait/one-worker',
  says: schedMain('drm_sched_run_job_work: one work item a scheduler'),
  requires: { compute_schedule: { runJob: 'free' } },
});

/** Where no job waits inside run_job, a scheduler that is being stopped gives none to the hardware. */
export const stoppedSchedulesNothing: Clause = about.clause({
  name: 'hardware-wait/stopped-schedules-nothing',
  says: schedMain('drm_sched_run_job_work: READ_ONCE(sched->pause_submit)'),
  requires: { schedule: { recovery: 'armed' } },
});
