import { vocabulary } from '../../src/system/vocabulary.ts';
import { dmaBuf } from '../words/cites.ts';
import { preempt } from '../options/preempt.ts';
import { hardwareCannot } from '../options/traits.ts';
import { fencedParts } from '../rows/fenced-jobs.ts';
import { specOf } from '../description/system.ts';
import { litmuses } from './litmus.ts';

const copies = specOf({ driver: 'any', options: ['preempt'], hazards: ['repair-on-busy-engine'] });

const always = dmaBuf('Compute workloads can always be preempted, ...');
const steps = preempt.clauses.flatMap(({ adds = [] }) => adds);
/**
 * A weaker reading: compute work makes room for jobs whose fence is visible, not for the copy job of its own
 * repair, nor for a submit that wants the hardware reserved.
 */
const onlyForJobs = vocabulary({ job: fencedParts.job })
  .about(steps)
  .clause({
    name: 'preempts-only-for-jobs',
    says: always,
    requires: Object.fromEntries(
      steps.map(({ name }) => [name, { 'job[?]': ['queued', 'scheduled', 'dispatched'] }] as const),
    ),
  });
const reserving = specOf({
  driver: 'any',
  options: ['preempt', 'reserve-in-flight'],
  compute: 'long-running',
});

/** The first option: compute work can always be preempted. */
export const preemptLitmuses = litmuses(
  {
    name: 'PREEMPT',
    cites: ['O-1'],
    twin: 'PREEMPT+not-while-faulted',
    about: 'The driver keeps the whole of the first option: it can always preempt compute work.',
    asks: { options: ['preempt'] },
    expect: { verdict: 'finite', states: 1222, edges: 3923 },
  },
  {
    name: 'PREEMPT+not-while-faulted',
    cites: ['O-1'],
    twin: 'PREEMPT',
    about:
      'The driver preempts compute work only after its page fault has been repaired, and the repair may wait ' +
      'for the fenced job.',
    asks: { options: ['preempt'], without: ['preempt/while-faulted'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'foreign-fence-signals': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 422,
      edges: 1067,
      length: 10,
    },
  },
  {
    name: 'PREEMPT+hardware-cannot',
    cites: ['O-1'],
    twin: 'PREEMPT',
    about: 'The hardware cannot preempt work while a page fault is pending.',
    asks: { options: ['preempt'], hardwareCan: ['preempt-running'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'foreign-fence-signals': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 422,
      edges: 1067,
      length: 10,
    },
  },
  {
    name: 'PREEMPT+keeps-engine',
    cites: ['O-1', 'P5'],
    twin: 'PREEMPT',
    about: 'A compute job that is preempted keeps its slot on the engine.',
    asks: { options: ['preempt'], without: ['preempt/releases-engine'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'foreign-fence-signals': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → engine → compute[1] → job[1]',
      states: 424,
      edges: 1085,
      length: 6,
    },
  },
  {
    name: 'PREEMPT+keeps-compute-units',
    cites: ['O-1', 'P5'],
    twin: 'PREEMPT',
    about: 'A compute job that is preempted keeps its compute units.',
    asks: { options: ['preempt'], without: ['preempt/releases-compute-units'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'foreign-fence-signals': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → units → compute[1] → job[1]',
      states: 546,
      edges: 1367,
      length: 8,
    },
  },
  {
    name: 'PREEMPT+not-while-running',
    cites: ['O-1'],
    twin: 'PREEMPT+not-while-running+long-running',
    about:
      'Running compute jobs are not preempted. On one engine that runs jobs in order this does no harm, ' +
      'because each compute job ends.',
    asks: { options: ['preempt'], without: ['preempt/while-running'] },
    expect: { verdict: 'finite', states: 1196, edges: 3748 },
  },
  {
    name: 'PREEMPT+not-while-running+long-running',
    cites: ['O-1', 'I-2'],
    twin: 'PREEMPT+not-while-running',
    about: 'Running compute jobs are not preempted, and only userspace ends them.',
    asks: { options: ['preempt'], without: ['preempt/while-running'], compute: 'long-running' },
    expect: {
      verdict: 'indefinite',
      promises: { 'fence-signals': 'indefinite', 'foreign-fence-signals': 'indefinite' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → user',
      states: 1196,
      edges: 3748,
      length: 6,
    },
  },
  {
    name: 'PREEMPT+long-running',
    cites: ['O-1'],
    twin: 'PREEMPT+not-while-running+long-running',
    about: 'The driver can always preempt compute work, and only userspace ends that work.',
    asks: { options: ['preempt'], compute: 'long-running' },
    expect: { verdict: 'finite', states: 1222, edges: 3923 },
  },
  {
    name: 'PREEMPT+two-engines',
    cites: ['O-1', 'P5'],
    twin: 'PREEMPT+two-engines+keeps-compute-units',
    about: 'Each kind of work has an engine of its own, and preempted work releases the compute units.',
    asks: { options: ['preempt'], engines: 'two' },
    expect: { verdict: 'finite', states: 1576, edges: 5499 },
  },
  {
    name: 'PREEMPT+two-engines+keeps-compute-units',
    cites: ['O-1', 'P5'],
    twin: 'PREEMPT+two-engines',
    about: 'Each kind of work has an engine, and preempted work keeps its compute units.',
    asks: { options: ['preempt'], engines: 'two', without: ['preempt/releases-compute-units'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'foreign-fence-signals': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → units → compute[1] → job[1]',
      states: 624,
      edges: 1703,
      length: 8,
    },
  },
  {
    name: 'PREEMPT+two-engines+keeps-engine',
    cites: ['O-1', 'P5'],
    twin: 'PREEMPT+keeps-engine',
    about: 'Each kind of work has an engine of its own. Preempted work keeps its engine, which nobody else needs.',
    asks: { options: ['preempt'], engines: 'two', without: ['preempt/releases-engine'] },
    expect: { verdict: 'finite', states: 1628, edges: 5641 },
  },
  {
    name: 'PREEMPT+any-order',
    cites: ['O-1', 'F-6'],
    twin: 'PREEMPT',
    about: 'Preemption frees the hardware, but without an order of jobs compute jobs overtake the fenced job for ever.',
    asks: { options: ['preempt'], submission: 'any-order' },
    expect: {
      verdict: 'unbounded',
      promises: { 'fence-signals': 'unbounded', 'foreign-fence-signals': 'unbounded' },
      states: 1306,
      edges: 4223,
      length: 2,
    },
  },
  {
    name: 'PREEMPT+allocates',
    cites: ['O-1', 'CDC-3', 'F-8'],
    twin: 'PREEMPT',
    about:
      'The code that preempts compute work allocates with GFP_KERNEL, and its reclaim waits for the fence that ' +
      'waits for the preemption.',
    asks: { options: ['preempt'], hazards: ['preempt-fence-allocates'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'foreign-fence-signals': 'deadlock',
        'preemptAlloc-returns': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 2662,
      edges: 9128,
      length: 12,
    },
  },
  {
    name: 'PREEMPT+compute-has-fence',
    cites: ['O-1', 'P2'],
    twin: 'PREEMPT',
    about:
      'Preemption frees the hardware, but the compute job has a dma_fence, which waits for the repair of its ' +
      'own page fault.',
    asks: { options: ['preempt'], hazards: ['faulting-job-has-fence'] },
    expect: {
      verdict: 'deadlock',
      promises: { 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'compute-fence-signals': 'deadlock' },
      cycle: 'fault[1] → alloc[1] → compute[1] → fault[1]',
      states: 1363,
      edges: 4336,
      length: 8,
    },
  },
  {
    name: 'PREEMPT+implicit-sync',
    cites: ['O-1', 'P2'],
    twin: 'PREEMPT',
    about:
      'A fenced job waits for the compute job that wrote its buffer, and preemption does not end that compute ' +
      'job.',
    asks: { options: ['preempt'], hazards: ['faulting-job-implicit-sync'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'foreign-fence-signals': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → dependency[1] → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 2033,
      edges: 6733,
      length: 12,
    },
  },
  {
    name: 'PREEMPT+cpu-fault',
    cites: ['O-1'],
    twin: 'TRACK+cpu-fault',
    about:
      'The repair takes a CPU page fault. With preemption this does no harm, because no fence waits for the ' +
      'repair.',
    asks: { options: ['preempt'], hazards: ['cpu-fault-in-repair'] },
    expect: { verdict: 'finite', states: 1686, edges: 5959 },
  },
  {
    name: 'PREEMPT+two-jobs',
    cites: ['O-1'],
    twin: 'PREEMPT+two-jobs+not-while-faulted',
    about: 'There are two fenced jobs and one compute job.',
    asks: { options: ['preempt'], jobs: { fenced: 2, faulting: 1 } },
    expect: { verdict: 'finite', states: 9831, edges: 39297 },
  },
  {
    name: 'PREEMPT+two-jobs+not-while-faulted',
    cites: ['O-1'],
    twin: 'PREEMPT+two-jobs',
    about: 'There are two fenced jobs, and one compute job that cannot be preempted while its page fault is pending.',
    asks: { options: ['preempt'], jobs: { fenced: 2, faulting: 1 }, without: ['preempt/while-faulted'] },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'foreign-fence-signals': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 3259,
      edges: 10659,
      length: 12,
    },
  },
  {
    name: 'PREEMPT+copy-on-compute-engine',
    cites: ['O-1', 'P7'],
    twin: 'PREEMPT+copy-on-compute-engine+only-for-jobs',
    about:
      'The copy job of a repair shares the engine with compute work. It has a dma_fence, and compute work is ' +
      'preempted for it as for any other fenced job.',
    asks: copies,
    expect: { verdict: 'finite', states: 1203, edges: 3753 },
  },
  {
    name: 'PREEMPT+copy-on-compute-engine+only-for-jobs',
    cites: ['O-1', 'P7'],
    twin: 'PREEMPT+copy-on-compute-engine',
    about:
      'Compute work is preempted only for jobs that userspace submits, and the copy job of a repair waits ' +
      'until somebody submits one.',
    asks: { ...copies, clauses: [...copies.clauses!, onlyForJobs] },
    expect: {
      verdict: 'indefinite',
      promises: { 'fault-answered': 'indefinite', 'copy-fence-signals': 'indefinite' },
      cycle: 'fault[1] → copyFence[1] → copy[1] → engine → compute[1] → fault[1]',
      states: 1173,
      edges: 3644,
      length: 8,
    },
  },
  {
    name: 'PREEMPT+copy-on-compute-engine+hardware-cannot',
    cites: ['O-1', 'P7'],
    twin: 'PREEMPT+copy-on-compute-engine',
    about:
      'The hardware cannot preempt faulted work. The copy job of a repair waits for the engine, which is held ' +
      'by the work that waits for the copy.',
    asks: {
      ...copies,
      clauses: [...copies.clauses!, hardwareCannot['preempt-faulted']],
    },
    expect: {
      verdict: 'deadlock',
      promises: {
        'fence-signals': 'deadlock',
        'fault-answered': 'deadlock',
        'allocation-returns': 'deadlock',
        'copy-fence-signals': 'deadlock',
        'foreign-fence-signals': 'deadlock',
      },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 207,
      edges: 508,
      length: 10,
    },
  },
  {
    name: 'PREEMPT+reserve-in-flight+long-running',
    cites: ['O-1', 'O-3'],
    twin: 'PREEMPT+reserve-in-flight+long-running+only-for-fences',
    about: 'Long-running compute work is preempted for a submit that wants to reserve the hardware.',
    asks: reserving,
    expect: { verdict: 'finite', states: 816, edges: 2307 },
  },
  {
    name: 'PREEMPT+reserve-in-flight+long-running+only-for-fences',
    cites: ['O-1', 'O-3'],
    twin: 'PREEMPT+reserve-in-flight+long-running',
    about:
      'Compute work is preempted only for a visible fence, and a submit that wants to reserve the hardware ' +
      'waits until userspace ends the compute job.',
    asks: { ...reserving, clauses: [...reserving.clauses!, onlyForJobs] },
    expect: {
      verdict: 'indefinite',
      promises: { 'submit-ends': 'indefinite' },
      cycle: 'job[1] → reservation[1] → compute[1] → job[1]',
      states: 270,
      edges: 556,
      length: 5,
    },
  },
);
