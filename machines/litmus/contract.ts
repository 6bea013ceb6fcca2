import { vocabulary } from '../../src/system/vocabulary.ts';
import { notifiersMayWait } from '../words/sentences.ts';
import { pageFaults, repairParts } from '../rows/page-fault.ts';
import { specOf } from '../description/system.ts';
import { litmuses } from './litmus.ts';

const bounded = specOf({ driver: 'any', reclaimWaits: 'bounded', foreignDevice: false });
/** Nobody else in the whole system has a shrinker or a notifier that waits. */
const nobodyElse = vocabulary(repairParts)
  .about(pageFaults.steps)
  .clause({
    name: 'nobody-else-waits',
    says: notifiersMayWait,
    forbids: ['foreign_reclaim_waits'],
  });

/** The cross-driver contract and fences that may never be signaled, on hardware that nobody shares. */
export const contractLitmuses = litmuses(
  {
    name: 'SIGNAL+reclaims',
    cites: ['CDC-3', 'F-8'],
    twin: 'INDEPENDENT',
    about: 'The driver allocates with GFP_KERNEL between the end of a job and the signal of its fence.',
    asks: { hardware: 'separate', hazards: ['signal-path-reclaims'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'foreign-fence-signals': 'deadlock',
        'signal-path-reclaims-completes-ends': 'deadlock',
      },
      cycle: 'fence[1] → signal_path_reclaims_completes → fence[1]',
      states: 3342,
      edges: 11821,
      length: 16,
    },
  },
  {
    name: 'RECOVERY+allocates',
    cites: ['CDC-1', 'CDC-3'],
    twin: 'INDEPENDENT',
    about:
      'Hang recovery allocates with GFP_KERNEL, and its reclaim waits for a fence that only recovery would ' +
      'signal.',
    asks: { hardware: 'separate', hazards: ['recovery-allocates'] },
    expect: {
      verdict: 'deadlock',
      promises: { 'recovery-ends': 'deadlock', 'recovery-allocates-recovers-ends': 'deadlock' },
      cycle: 'recovery → recovery_allocates_recovers → fence[1] → job[1] → recovery',
      states: 572,
      edges: 1625,
      length: 12,
    },
  },
  {
    name: 'COMPUTE-FENCE',
    cites: ['P2'],
    twin: 'INDEPENDENT',
    about:
      'A job that takes page faults has a dma_fence. The repair of its page fault waits in reclaim for the ' +
      'fence of that same job.',
    asks: { hardware: 'separate', hazards: ['faulting-job-has-fence'] },
    expect: {
      verdict: 'deadlock',
      promises: { 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'compute-fence-signals': 'deadlock' },
      cycle: 'fault[1] → alloc[1] → compute[1] → fault[1]',
      states: 653,
      edges: 1839,
      length: 8,
    },
  },
  {
    name: 'COMPUTE-FENCE+hint',
    cites: ['P2', 'P3'],
    twin: 'COMPUTE-FENCE',
    about: 'If page faults are only migration hints, a job that takes them may have a dma_fence.',
    asks: { hardware: 'separate', pageFaults: 'hint', hazards: ['faulting-job-has-fence'] },
    expect: { verdict: 'finite', states: 2244, edges: 8168 },
  },
  {
    name: 'COMPUTE-FENCE+hint+long-running',
    cites: ['P3', 'I-2'],
    twin: 'COMPUTE-FENCE+hint',
    about:
      'Even if page faults are only hints, a long-running compute job may not have a dma_fence, because only ' +
      'userspace ends the job.',
    asks: { hardware: 'separate', pageFaults: 'hint', compute: 'long-running', hazards: ['faulting-job-has-fence'] },
    expect: {
      verdict: 'indefinite',
      promises: {
        'fault-answered': 'indefinite',
        'allocation-returns': 'indefinite',
        'compute-fence-signals': 'indefinite',
      },
      cycle: 'fault[1] → alloc[1] → nobody',
      states: 2244,
      edges: 8168,
      length: 7,
    },
  },
  {
    name: 'IMPLICIT-SYNC',
    cites: ['P2'],
    twin: 'INDEPENDENT+any-order',
    about: 'A fenced job waits for the compute job that wrote its buffer, although each has hardware of its own.',
    asks: { hardware: 'separate', submission: 'any-order', hazards: ['faulting-job-implicit-sync'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'foreign-fence-signals': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → dependency[1] → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 869,
      edges: 2457,
      length: 12,
    },
  },
  {
    name: 'IMPLICIT-SYNC+hint',
    cites: ['P2', 'P3'],
    twin: 'IMPLICIT-SYNC',
    about: 'If page faults are only hints, implicit sync with compute jobs is allowed.',
    asks: {
      hardware: 'separate',
      submission: 'any-order',
      pageFaults: 'hint',
      hazards: ['faulting-job-implicit-sync'],
    },
    expect: { verdict: 'finite', states: 2630, edges: 9563 },
  },
  {
    name: 'USER-FENCE',
    cites: ['I-1', 'I-3'],
    twin: 'INDEPENDENT',
    about: 'A job with a dma_fence waits for a userspace fence, which only userspace signals.',
    asks: { hardware: 'separate', hazards: ['fence-awaits-user-fence'] },
    expect: {
      verdict: 'indefinite',
      promises: {
        'fence-signals': 'indefinite',
        'fault-answered': 'indefinite',
        'allocation-returns': 'indefinite',
        'foreign-fence-signals': 'indefinite',
      },
      cycle: 'fence[1] → job[1] → userFence → user',
      states: 1144,
      edges: 4308,
      length: 2,
    },
  },
  {
    name: 'USER-FENCE+preempt',
    cites: ['I-1', 'O-1'],
    twin: 'PREEMPT',
    about: 'Preempting compute work does not help a job with a dma_fence that waits for a userspace fence.',
    asks: { options: ['preempt'], hazards: ['fence-awaits-user-fence'] },
    expect: {
      verdict: 'indefinite',
      promises: {
        'fence-signals': 'indefinite',
        'fault-answered': 'indefinite',
        'allocation-returns': 'indefinite',
        'foreign-fence-signals': 'indefinite',
      },
      cycle: 'fence[1] → job[1] → userFence → user',
      states: 2444,
      edges: 10220,
      length: 2,
    },
  },
  {
    name: 'RECLAIM+bounded',
    cites: ['CDC-3', 'CDC-4'],
    twin: 'RECLAIM+bounded+nobody-else',
    about:
      'The shrinker of this driver waits for at most 10 jiffies. It does not help, because the shrinker or ' +
      'notifier of another driver may wait without a limit.',
    asks: bounded,
    expect: {
      verdict: 'deadlock',
      promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 118,
      edges: 223,
      length: 9,
    },
  },
  {
    name: 'RECLAIM+bounded+nobody-else',
    cites: ['CDC-3', 'CDC-4'],
    twin: 'RECLAIM+bounded',
    about: 'A shrinker that waits for at most 10 jiffies would help if no other driver waited in reclaim.',
    asks: { ...bounded, clauses: [...bounded.clauses!, nobodyElse] },
    expect: { verdict: 'finite', states: 116, edges: 220 },
  },
);
