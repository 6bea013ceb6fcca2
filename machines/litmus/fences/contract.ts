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
    about: 'A thread waits for a fence while it holds a dma_resv, and the thread that signals the fence takes no lock.',
    asks,
    expect: { verdict: 'finite', states: 20, edges: 60 },
  },
  {
    name: 'SECTION+takes-dma-resv',
    cites: ['CDC-2', 'CDC-6', 'F-7'],
    twin: 'SECTION',
    about: 'The thread that signals a fence takes the dma_resv under which another thread waits for that fence.',
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
      'The thread that signals is annotated, and lockdep reports the dma_resv that it takes as soon as it ' +
      'takes it, even if nobody waits under it.',
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
    about: 'The thread that signals a fence allocates with GFP_KERNEL, and a shrinker waits for the fence.',
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
    about:
      'The thread that signals a fence allocates with GFP_NOIO. That avoids block devices, but still calls MMU ' +
      'notifiers.',
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
    about: 'The thread that signals a fence allocates with GFP_NOWAIT, which takes only memory that is free already.',
    asks: { ...asks, clauses: [clauses.gfpNowait] },
    expect: { verdict: 'finite', states: 28, edges: 84 },
  },
  {
    name: 'SECTION+takes-other-lock',
    cites: ['CDC-5'],
    twin: 'SECTION+takes-other-lock+other-subsystem-waits',
    about: 'The thread that signals a fence takes a lock of another subsystem, under which nobody waits for a fence.',
    asks: { ...asks, clauses: [clauses.takesOther] },
    expect: { verdict: 'finite', states: 24, edges: 64 },
  },
  {
    name: 'SECTION+takes-other-lock+other-subsystem-waits',
    cites: ['CDC-5'],
    twin: 'SECTION+takes-other-lock',
    about:
      'The thread that signals a fence takes a lock of another subsystem, and that subsystem begins to wait ' +
      'for fences in its own reclaim.',
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
    about: 'The interrupt that would complete the fence may never come, and the driver has no timeout.',
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
