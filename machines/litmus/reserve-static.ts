import { litmuses } from './litmus.ts';

/** The second option: hardware of its own for work with dma_fences. */
export const reserveStaticLitmuses = litmuses(
  {
    name: 'STATIC', cites: ['O-2'], twin: 'STATIC+shared-engine',
    about: 'The second option, whole.',
    asks: { options: ['reserve-static'] },
    expect: { verdict: 'finite', states: 572, edges: 1625 },
  },
  {
    name: 'STATIC+shared-engine', cites: ['O-2'], twin: 'STATIC',
    about: 'The engine is shared after all.',
    asks: { options: ['reserve-static'], without: ['reserve-static/engine'] },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → engine → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 370, edges: 925, length: 10,
    },
  },
  {
    name: 'STATIC+shared-compute-units', cites: ['O-2'], twin: 'STATIC',
    about: 'The reservation of compute units is zero.',
    asks: { options: ['reserve-static'], without: ['reserve-static/compute-units'] },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → units → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 448, edges: 1183, length: 11,
    },
  },
  {
    name: 'STATIC+shared-rest', cites: ['O-2', 'P5'], twin: 'STATIC',
    about: 'Engines and compute units are kept apart; something else on the chip is shared.',
    asks: { options: ['reserve-static'], without: ['reserve-static/other-shared'] },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → other → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 518, edges: 1403, length: 12,
    },
  },
  {
    name: 'STATIC+two-engines+shared-engine', cites: ['O-2'], twin: 'STATIC+shared-engine',
    about: 'Two engines keep the engines apart anyway.',
    asks: { options: ['reserve-static'], engines: 'two', without: ['reserve-static/engine'] },
    expect: { verdict: 'finite', states: 572, edges: 1625 },
  },
  {
    name: 'STATIC+hardware-cannot', cites: ['O-2'], twin: 'STORY+hardware-cannot',
    about: 'It needs no preemption at all.',
    asks: { options: ['reserve-static'], hardwareCan: [] },
    expect: { verdict: 'finite', states: 572, edges: 1625 },
  },
  {
    name: 'STATIC+any-order', cites: ['O-2'], twin: 'STORY+any-order',
    about: 'It needs no order.',
    asks: { options: ['reserve-static'], submission: 'any-order' },
    expect: { verdict: 'finite', states: 572, edges: 1625 },
  },
  {
    name: 'STATIC+long-running', cites: ['O-2'], twin: 'STORY+long-running',
    about: 'It lets compute work run for ever.',
    asks: { options: ['reserve-static'], compute: 'long-running' },
    expect: { verdict: 'finite', states: 572, edges: 1625 },
  },
  {
    name: 'STATIC+copy-on-compute-engine', cites: ['O-2', 'P7'], twin: 'STATIC',
    about: 'The copy job of the repair is put on the engine that the faulted job holds.',
    asks: { options: ['reserve-static'], hazards: ['repair-on-busy-engine'] },
    expect: {
      verdict: 'deadlock', promises: { 'fault-answered': 'deadlock', 'copy-fence-signals': 'deadlock' },
      cycle: 'fault[1] → copyFence[1] → copy[1] → engine → compute[1] → fault[1]',
      states: 275, edges: 768, length: 9,
    },
  },
  {
    name: 'STATIC+compute-has-fence', cites: ['O-2', 'P2'], twin: 'STATIC',
    about: 'A fence of the faulted job itself waits for its own repair: no hardware is needed for that.',
    asks: { options: ['reserve-static'], hazards: ['faulting-job-has-fence'] },
    expect: {
      verdict: 'deadlock', promises: { 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'compute-fence-signals': 'deadlock' },
      cycle: 'fault[1] → alloc[1] → compute[1] → fault[1]',
      states: 653, edges: 1839, length: 8,
    },
  },
  {
    name: 'STATIC+implicit-sync', cites: ['O-2', 'P2'], twin: 'STATIC',
    about: 'A fenced job on its own hardware waits for the compute job that wrote its buffer.',
    asks: { options: ['reserve-static'], hazards: ['faulting-job-implicit-sync'] },
    expect: {
      verdict: 'deadlock', promises: { 'fence-signals': 'deadlock', 'fault-answered': 'deadlock', 'allocation-returns': 'deadlock', 'foreign-fence-signals': 'deadlock' },
      cycle: 'fence[1] → job[1] → fencedRing → dependency[1] → compute[1] → fault[1] → alloc[1] → fence[1]',
      states: 869, edges: 2457, length: 12,
    },
  },
);
