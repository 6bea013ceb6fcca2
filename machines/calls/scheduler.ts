import type { Call } from '../../src/threads/meaning.ts';
import { source } from '../words/cites.ts';

const main = (says: string) => source('drivers/gpu/drm/scheduler/sched_main.c', says);
const entity = (says: string) => source('drivers/gpu/drm/scheduler/sched_entity.c', says);
const finished = { member: 0, name: '$0_finished' } as const;
/** What a thread owes that has armed a job. */
const armed = 'armed and not pushed';
const runs = { member: 0, name: '$0_runs' } as const;

/** The scheduler of DRM. A job brings its fence and threads with it: see `struct drm_sched_job`. */
export const schedulerCalls: readonly Call[] = [
  {
    name: 'drm_sched_job_init',
    takes: ['drm_sched_job', '...?'],
    does: [{ do: 'gives', value: 0 }],
    about: 'Initialises the job; nobody else can see it yet.',
    order: '-',
    cite: main('drm_sched_job_init'),
  },
  {
    name: 'drm_sched_job_arm',
    takes: ['drm_sched_job'],
    does: [
      {
        do: 'step',
        either: [
          { when: [[finished, 'unpublished']] },
          { moves: [[finished, 'dma_fence_init']] },
          { when: [[finished, 'visible']], bad: 'the fence of the job is still in use' },
        ],
      },
      { do: 'owe', of: 0, says: armed },
    ],
    about:
      'Initialises the finished fence. Nobody can see it yet: another call, such as ' +
      'dma_resv_add_fence(), publishes `$job_finished`. The thread must push the job before it ends.',
    order: '-',
    cite: main('drm_sched_job_arm'),
  },
  {
    name: 'drm_sched_entity_push_job',
    takes: ['drm_sched_job'],
    does: [
      { do: 'settle', of: 0, says: armed },
      {
        do: 'step',
        either: [
          {
            also: [
              [{ pending: runs }, 'queue'],
              [{ queueOf: runs }, 'queue.$0_runs'],
            ],
          },
        ],
      },
    ],
    about: 'Queues the job: the worker of the scheduler runs it at some time.',
    order: '-',
    cite: entity('drm_sched_entity_push_job'),
  },
  {
    name: 'drm_sched_entity_kill',
    takes: ['drm_sched_job'],
    alias: ['drm_sched_entity_destroy'],
    does: [{ do: 'step', either: [{ moves: [[{ member: 0, name: '$0_killed' }, 'set.1']] }] }],
    about:
      'Kills the entity: a job that has not run will not run, and its fence signals with an error.',
    order: '-',
    cite: entity('drm_sched_entity_kill'),
  },
  {
    name: 'drm_sched_fault',
    takes: ['drm_sched_job'],
    does: [
      {
        do: 'step',
        either: [
          {
            also: [
              [{ pending: { member: 0, name: '$0_timed_out' } }, 'queue'],
              [{ queueOf: { member: 0, name: '$0_timed_out' } }, 'queue.$0_timed_out'],
            ],
          },
        ],
      },
    ],
    about: 'Makes the timeout of the job come at once.',
    order: '-',
    cite: main('drm_sched_fault'),
  },
  {
    name: 'drm_sched_backend_run_job',
    takes: [],
    hidden: true,
    does: [
      { do: 'each', kind: 'prepare_job' },
      { do: 'each', kind: 'run_job' },
    ],
    about: 'The driver runs a job.',
    order: 'what it takes',
    cite: main('drm_sched_run_job_work'),
  },
  {
    name: 'drm_sched_backend_timedout_job',
    takes: [],
    hidden: true,
    does: [{ do: 'each', kind: 'timedout_job' }],
    about: 'The driver handles a job that has timed out.',
    order: 'what it takes',
    cite: main('drm_sched_job_timedout'),
  },
];
