import { litmuses } from './litmus.ts';

const alone = { pageFaults: 'none', jobs: { faulting: 0 }, foreignDevice: false } as const;
const withNotifier = { ...alone, uses: ['userptr'] } as const;

/** Hazards that are threads of a driver's own: litmus/threads/hazards, beside jobs with fences and nothing else. */
export const hazardLitmuses = litmuses(
  {
    name: 'FENCES-ALONE',
    cites: ['F-6', 'CDC-3'],
    twin: 'FENCES-ALONE+run-job-reclaims',
    about: 'The driver has only jobs with dma_fences.',
    asks: alone,
    expect: {
      verdict: 'finite',
      states: 8,
      edges: 8,
    },
  },
  {
    name: 'FENCES-ALONE+notifier',
    cites: ['CDC-4'],
    twin: 'FENCES-ALONE+notifier+completion-puts-last-mm',
    about: 'The driver has only jobs with dma_fences, and a notifier that waits for these fences.',
    asks: withNotifier,
    expect: {
      verdict: 'finite',
      states: 756,
      edges: 1850,
    },
  },
  {
    name: 'FENCES-ALONE+signal-path-takes-resv',
    cites: ['CDC-2'],
    twin: 'FENCES-ALONE',
    about: 'The completion of a job takes a reservation lock, under which an importer waits for the fence of the job.',
    asks: { ...alone, hazards: ['signal-path-takes-resv'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'signal-path-takes-resv-completes-ends': 'deadlock',
        'signal-path-takes-resv-importer-ends': 'deadlock',
      },
      cycle:
        'fence[1] → signal_path_takes_resv_completes → signal_path_takes_resv_bo' +
        ' → signal_path_takes_resv_importer → fence[1]',
      states: 148,
      edges: 317,
      length: 9,
    },
  },
  {
    name: 'FENCES-ALONE+run-job-takes-lock',
    cites: ['CDC-3'],
    twin: 'FENCES-ALONE',
    about: 'The run_job callback takes a lock under which another thread of the driver allocates.',
    asks: { ...alone, hazards: ['run-job-takes-lock'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'run-job-takes-lock-runs_job-ends': 'deadlock',
        'run-job-takes-lock-allocates-ends': 'deadlock',
      },
      cycle:
        'fence[1] → job[1] → run_job_takes_lock_runs_job → run_job_takes_lock_run_lock' +
        ' → run_job_takes_lock_allocates → fence[1]',
      states: 80,
      edges: 144,
      length: 6,
    },
  },
  {
    name: 'FENCES-ALONE+run-job-reclaims',
    cites: ['CDC-3', 'F-8'],
    twin: 'FENCES-ALONE',
    about: 'The run_job callback allocates with GFP_KERNEL.',
    asks: { ...alone, hazards: ['run-job-reclaims'] },
    expect: {
      verdict: 'deadlock',
      promises: { 'fence-signals': 'deadlock', 'run-job-reclaims-runs_job-ends': 'deadlock' },
      cycle: 'fence[1] → job[1] → run_job_reclaims_runs_job → fence[1]',
      states: 12,
      edges: 12,
      length: 4,
    },
  },
  {
    name: 'FENCES-ALONE+reclaims-between-arm-and-push',
    cites: ['CDC-3', 'F-8'],
    twin: 'FENCES-ALONE',
    about: 'A submit allocates after the fence of its job became visible and before it pushes the job.',
    asks: { ...alone, hazards: ['reclaims-between-arm-and-push'] },
    expect: {
      verdict: 'deadlock',
      promises: { 'fence-signals': 'deadlock', 'reclaims-between-arm-and-push-allocates-ends': 'deadlock' },
      cycle: 'fence[1] → job[1] → reclaims_between_arm_and_push_allocates → fence[1]',
      states: 12,
      edges: 12,
      length: 4,
    },
  },
  {
    name: 'FENCES-ALONE+notifier+completion-puts-last-mm',
    cites: ['CDC-4'],
    twin: 'FENCES-ALONE+notifier',
    about:
      'The completion of a job puts the last reference of the mm, which calls a notifier that waits for the ' +
      'fence of the job.',
    asks: { ...withNotifier, hazards: ['completion-puts-last-mm'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'mirror-ends': 'deadlock',
        'invalidation-ends': 'deadlock',
        'completion-puts-last-mm-completes-ends': 'deadlock',
      },
      cycle: 'fence[1] → completion_puts_last_mm_completes → fence[1]',
      states: 2016,
      edges: 5938,
      length: 19,
    },
  },
  {
    name: 'FENCES-ALONE+notifier+notifier-takes-resv',
    cites: ['CDC-4'],
    twin: 'FENCES-ALONE+notifier',
    about: 'A notifier takes a reservation lock, under which a submit allocates.',
    asks: { ...withNotifier, hazards: ['notifier-takes-resv'] },
    expect: {
      verdict: 'deadlock',
      promises: { 'submit-ends': 'deadlock', 'notifier-takes-resv-submits-ends': 'deadlock' },
      cycle: 'job[1] → notifier_takes_resv_submits → notifier_takes_resv_bo → notifier_takes_resv_submits',
      states: 1674,
      edges: 4359,
      length: 25,
    },
  },
  {
    name: 'FENCES-ALONE+work-flushes-itself',
    cites: ['CDC-1'],
    twin: 'FENCES-ALONE',
    about: 'The work item that completes a job flushes itself.',
    asks: { ...alone, hazards: ['work-flushes-itself'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'work-flushes-itself-completes-ends': 'deadlock',
        'work-flushes-itself-done_work-ends': 'deadlock',
      },
      cycle:
        'fence[1] → work_flushes_itself_completes → work_flushes_itself_done' +
        ' → work_flushes_itself_done_work → nobody',
      states: 22,
      edges: 33,
      length: 9,
    },
  },
  {
    name: 'FENCES-ALONE+workqueue-without-mem-reclaim',
    cites: ['CDC-3'],
    twin: 'FENCES-ALONE',
    about: 'The work item that completes a job is on a workqueue without WQ_MEM_RECLAIM.',
    asks: { ...alone, hazards: ['workqueue-without-mem-reclaim'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'workqueue-without-mem-reclaim-completes-ends': 'deadlock',
        'workqueue-without-mem-reclaim-done_work-ends': 'deadlock',
      },
      cycle:
        'fence[1] → workqueue_without_mem_reclaim_completes → workqueue_without_mem_reclaim_done' +
        ' → workqueue_without_mem_reclaim_done_work → fence[1]',
      states: 80,
      edges: 159,
      length: 10,
    },
  },
);
