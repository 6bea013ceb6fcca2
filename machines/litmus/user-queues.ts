import { litmuses } from './litmus.ts';

/** amdgpu's user queues, without jobs of the kernel's own rings. */
const queues = {
  pageFaults: 'none',
  engines: 'two',
  foreignDevice: false,
  jobs: { fenced: 0 },
  uses: ['user-queues'],
} as const;
const hangs = { ...queues, hangs: true } as const;
/** The same beside a job of the kernel. */
const hung = { ...hangs, jobs: { fenced: 1 } } as const;

/** User queues: their last fence, eviction and restore, the detection of hangs, and who destroys them. */
export const userQueueLitmuses = litmuses(
  {
    name: 'USERQ',
    cites: ['CDC-2', 'F-6', 'CDC-1'],
    twin: 'USERQ+takes-mutex-again',
    about:
      'A queue that userspace fills is evicted after its last fence, restored and destroyed. Two workers and ' +
      'the ioctls take one mutex.',
    asks: queues,
    expect: {
      verdict: 'finite',
      states: 2860,
      edges: 10466,
    },
  },
  {
    name: 'USERQ+takes-mutex-again',
    cites: ['CDC-2', 'F-6'],
    twin: 'USERQ',
    about: 'The eviction worker takes userq_mutex while it already holds it.',
    asks: { ...queues, hazards: ['user-queues/takes-mutex-again'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'userq-eviction-signals': 'deadlock',
        'userq-signal-returns': 'deadlock',
        'userq-free-returns': 'deadlock',
        'userq-move-ends': 'deadlock',
      },
      cycle: 'userqEviction → userqSuspend → userqMutex → userqSuspend',
      states: 406,
      edges: 1298,
      length: 8,
    },
  },
  {
    name: 'USERQ+waits-under-mutex',
    cites: ['CDC-2', 'F-6'],
    twin: 'USERQ',
    about:
      'An ioctl waits for the eviction fence while it holds userq_mutex, which the eviction worker needs ' +
      'before it can signal that fence.',
    asks: { ...queues, hazards: ['user-queues/waits-under-mutex'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'userq-eviction-signals': 'deadlock',
        'userq-signal-returns': 'deadlock',
        'userq-free-returns': 'deadlock',
        'userq-move-ends': 'deadlock',
      },
      cycle: 'userqEviction → userqSuspend → userqMutex → userqSignal → userqEviction',
      states: 3016,
      edges: 10994,
      length: 6,
    },
  },
  {
    name: 'USERQ+evicts-early',
    cites: ['CDC-1', 'CDC-3'],
    twin: 'USERQ',
    about:
      'A user queue is unmapped while its last fence is pending. The restore allocates, and its reclaim waits ' +
      'for the fence of the queue that it should restore.',
    asks: { ...queues, without: ['user-queues/evicts-after-last-fence'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'last-fence-signals': 'deadlock',
        'user-queues-come-back': 'deadlock',
        'userq-signal-returns': 'deadlock',
        'userq-free-returns': 'deadlock',
        'userqAlloc-returns': 'deadlock',
      },
      cycle: 'lastFence[1] → compute[1] → userq[1] → lastFence[1]',
      states: 3394,
      edges: 12325,
      length: 19,
    },
  },
  {
    name: 'USERQ+kernel-7-0',
    cites: ['CDC-1', 'CDC-3'],
    twin: 'USERQ',
    about:
      'Up to kernel 7.0 the eviction waits for the last fence for at most 100 ms, and then unmaps the queue ' +
      'with the fence pending.',
    asks: { ...queues, kernel: '7.0' },
    expect: {
      verdict: 'deadlock',
      promises: {
        'last-fence-signals': 'deadlock',
        'user-queues-come-back': 'deadlock',
        'userq-signal-returns': 'deadlock',
        'userq-free-returns': 'deadlock',
        'userqAlloc-returns': 'deadlock',
      },
      cycle: 'lastFence[1] → compute[1] → userq[1] → lastFence[1]',
      states: 3394,
      edges: 12389,
      length: 19,
    },
  },
  {
    name: 'USERQ+page-faults',
    cites: ['CDC-3', 'O-1'],
    twin: 'USERQ',
    about:
      'The work of a user queue takes page faults and has a dma_fence. The repair waits in reclaim for that ' +
      'fence.',
    asks: { ...queues, pageFaults: 'on-demand' },
    expect: {
      verdict: 'deadlock',
      promises: {
        'last-fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'userq-eviction-signals': 'deadlock',
        'userq-signal-returns': 'deadlock',
        'userq-free-returns': 'deadlock',
        'userq-move-ends': 'deadlock',
      },
      cycle: 'fault[1] → alloc[1] → compute[1] → fault[1]',
      states: 28366,
      edges: 123722,
      length: 16,
    },
  },
  {
    name: 'USERQ+maps-first',
    cites: ['F-6'],
    twin: 'USERQ',
    about: 'The user queues are mapped before a new eviction fence is added to their buffers.',
    asks: { ...queues, without: ['user-queues/new-fence-before-map'] },
    expect: {
      verdict: 'broken',
      broken: ['user-queues-run-under-a-fence'],
      states: 3052,
      edges: 11318,
      length: 11,
    },
  },
  {
    name: 'USERQ+restore-ends',
    cites: ['F-6'],
    twin: 'USERQ',
    about: 'A restore that fails is not tried again. The queues stay unmapped until the process calls the next ioctl.',
    asks: { ...queues, without: ['user-queues/restore-retries'] },
    expect: {
      verdict: 'indefinite',
      promises: { 'user-queues-come-back': 'indefinite' },
      cycle: 'userqEviction → userqResume → userqSignal → user',
      states: 3016,
      edges: 11162,
      length: 11,
    },
  },
  {
    name: 'USERQ-HANGS',
    cites: ['CDC-1', 'F-6'],
    twin: 'USERQ-HANGS+cancels-detector-first',
    about: 'The work of a user queue may hang for ever, and the hang detection completes its last fence.',
    asks: hung,
    expect: {
      verdict: 'finite',
      states: 107784,
      edges: 569996,
    },
  },
  {
    name: 'USERQ-HANGS+cancels-detector-first',
    cites: ['CDC-1', 'F-6'],
    twin: 'USERQ-HANGS',
    about:
      'Destroying a user queue first cancels the hang detection and then waits for the last fence. The wait ' +
      'ends only if a job of the kernel hangs as well and causes a reset.',
    asks: { ...hung, hazards: ['user-queues/cancels-detector-first'] },
    expect: {
      verdict: 'indefinite',
      promises: {
        'last-fence-signals': 'indefinite',
        'userq-eviction-signals': 'indefinite',
        'userq-signal-returns': 'indefinite',
        'userq-free-returns': 'indefinite',
        'userq-move-ends': 'indefinite',
      },
      cycle: 'lastFence[1] → hangDetect[1] → lastFence[1]',
      states: 107784,
      edges: 567372,
      length: 11,
    },
  },
  {
    name: 'USERQ-HANGS+alone',
    cites: ['CDC-1', 'F-6'],
    twin: 'USERQ-HANGS+alone+cancels-detector-first',
    about:
      'The work of a user queue may hang for ever, the kernel has no jobs of its own, and the hang detection ' +
      'completes the last fence.',
    asks: hangs,
    expect: {
      verdict: 'finite',
      states: 4296,
      edges: 16484,
    },
  },
  {
    name: 'USERQ-HANGS+alone+cancels-detector-first',
    cites: ['CDC-1', 'F-6'],
    twin: 'USERQ-HANGS+alone',
    about:
      'Destroying a user queue first cancels the hang detection and then waits for the last fence, which ' +
      'nobody else can complete.',
    asks: { ...hangs, hazards: ['user-queues/cancels-detector-first'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'last-fence-signals': 'deadlock',
        'userq-eviction-signals': 'deadlock',
        'userq-signal-returns': 'deadlock',
        'userq-free-returns': 'deadlock',
        'userq-move-ends': 'deadlock',
      },
      cycle: 'lastFence[1] → hangDetect[1] → lastFence[1]',
      states: 4296,
      edges: 16356,
      length: 14,
    },
  },
  {
    name: 'USERQ-HANGS+alone+no-detector',
    cites: ['CDC-1', 'F-6'],
    twin: 'USERQ-HANGS+alone',
    about: 'The work of a user queue hangs, and the driver has no hang detection.',
    asks: { ...hangs, hazards: ['user-queues/no-detector'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'last-fence-signals': 'deadlock',
        'userq-eviction-signals': 'deadlock',
        'userq-signal-returns': 'deadlock',
        'userq-free-returns': 'deadlock',
        'userq-move-ends': 'deadlock',
      },
      cycle: 'lastFence[1] → userq[1] → lastFence[1]',
      states: 3894,
      edges: 14449,
      length: 14,
    },
  },
  {
    name: 'USERQ-HANGS+reset-waits-for-restore',
    cites: ['CDC-1', 'CDC-3'],
    twin: 'USERQ-HANGS',
    about: 'The reset waits for the restore worker, which waits in reclaim for a fence that only the reset completes.',
    asks: { ...hung, hazards: ['user-queues/reset-waits-for-restore'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'user-queues-come-back': 'deadlock',
        'userq-signal-returns': 'deadlock',
        'userqAlloc-returns': 'deadlock',
        'recovery-ends': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → recovery → userqResume → userqAlloc → fence[1]',
      states: 106632,
      edges: 548300,
      length: 22,
    },
  },
);
