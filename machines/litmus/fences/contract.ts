import { signallingSections } from '../../rows/signalling-section.ts';
import { fenceLitmuses } from './litmus.ts';

const { row, clauses, spoils } = signallingSections;
const asks = { rows: [row], clauses: [] };

/** The cross-driver contract: what the code between a visible fence and its signal may not do. */
export const contractItself = fenceLitmuses(
  {
    name: 'SECTION',
    cites: ['CDC-1', 'CDC-2', 'CDC-3', 'CDC-4', 'CDC-6', 'F-6', 'F-7', 'F-8'],
    twin: 'SECTION+takes-dma-resv',
    about: 'A thread waits for the fence under a dma_resv; what signals it needs nothing.',
    asks,
    expect: { verdict: 'finite', states: 20, edges: 60 },
  },
  {
    name: 'SECTION+takes-dma-resv',
    cites: ['CDC-2', 'CDC-6', 'F-7'],
    twin: 'SECTION',
    about: 'The thread that signals the fence takes the same dma_resv.',
    asks: { ...asks, clauses: [clauses.takesResv] },
    expect: {
      verdict: 'deadlock',
      promises: { 'fence-signals': 'deadlock', 'wait-ends': 'deadlock' },
      cycle: 'fence → section → resv → waiter → section',
      states: 16,
      edges: 42,
      length: 3,
    },
  },
  {
    name: 'SECTION+takes-dma-resv+annotated',
    cites: ['CDC-2', 'F-7'],
    twin: 'SECTION',
    about:
      'With the annotation lockdep says so as soon as the lock is asked for: nobody has to ' +
      'wait under it at that moment.',
    asks: { ...asks, clauses: [clauses.takesResvAnnotated] },
    expect: {
      verdict: 'broken',
      broken: ['no-splat'],
      promises: { 'fence-signals': 'deadlock', 'wait-ends': 'deadlock' },
      states: 26,
      edges: 68,
      length: 2,
    },
  },
  {
    name: 'SECTION+gfp-kernel',
    cites: ['CDC-3', 'F-8'],
    twin: 'SECTION',
    about: 'What signals it allocates with GFP_KERNEL: a shrinker waits for the fence.',
    asks: { ...asks, clauses: [clauses.gfpKernel] },
    expect: {
      verdict: 'indefinite',
      promises: { 'fence-signals': 'indefinite', 'wait-ends': 'indefinite' },
      cycle: 'fence → section → user',
      states: 44,
      edges: 148,
      length: 3,
    },
  },
  {
    name: 'SECTION+gfp-noio',
    cites: ['CDC-4', 'F-8'],
    twin: 'SECTION',
    about: 'GFP_NOIO keeps away from block devices, not from MMU notifiers.',
    asks: { ...asks, clauses: [clauses.gfpNoio] },
    expect: {
      verdict: 'indefinite',
      promises: { 'fence-signals': 'indefinite', 'wait-ends': 'indefinite' },
      cycle: 'fence → section → user',
      states: 44,
      edges: 140,
      length: 3,
    },
  },
  {
    name: 'SECTION+gfp-nowait',
    cites: ['CDC-3', 'CDC-4', 'F-8'],
    twin: 'SECTION+gfp-noio',
    about: 'GFP_NOWAIT takes only memory that is free now.',
    asks: { ...asks, clauses: [clauses.gfpNowait] },
    expect: { verdict: 'finite', states: 28, edges: 84 },
  },
  {
    name: 'SECTION+takes-other-lock',
    cites: ['CDC-5'],
    twin: 'SECTION+takes-other-lock+other-subsystem-waits',
    about: 'What signals it takes a lock of another subsystem, under which nobody waits for a fence.',
    asks: { ...asks, clauses: [clauses.takesOther] },
    expect: { verdict: 'finite', states: 24, edges: 64 },
  },
  {
    name: 'SECTION+takes-other-lock+other-subsystem-waits',
    cites: ['CDC-5'],
    twin: 'SECTION+takes-other-lock',
    about: 'The other subsystem begins to wait for fences from its own reclaim.',
    asks: { ...asks, clauses: [clauses.takesOther, spoils.otherWaits] },
    expect: {
      verdict: 'deadlock',
      promises: { 'fence-signals': 'deadlock', 'wait-ends': 'deadlock' },
      cycle: 'fence → section → other → otherThread → section',
      states: 28,
      edges: 72,
      length: 5,
    },
  },
  {
    name: 'SECTION+hardware-may-hang',
    cites: ['CDC-1', 'F-6'],
    twin: 'SECTION',
    about: 'The interrupt that would complete it may never come, and nobody looks at a clock.',
    asks: { ...asks, clauses: [spoils.hangs] },
    expect: {
      verdict: 'indefinite',
      promises: { 'fence-signals': 'indefinite', 'wait-ends': 'indefinite' },
      cycle: 'fence → hardware_event',
      states: 20,
      edges: 60,
      length: 1,
    },
  },
);
