import { vocabulary } from '../../src/system/vocabulary.ts';
import { dmaBuf } from '../words/cites.ts';
import { cpuSideFaults, dependenciesUntangled, separateBlocks } from '../words/sentences.ts';
import { allocation } from '../lifecycles/allocation.ts';
import { pool } from '../lifecycles/pool.ts';
import { foreignDevice } from '../rows/foreign-device.ts';
import { pageFaults, repairParts } from '../rows/page-fault.ts';
import { places, shown } from '../words/instrument.ts';
import { cpuFaultInRepair, type Column } from './columns.ts';
import type { WayOut } from './way-out.ts';

const parts = { ...repairParts, pool: { of: pool, title: 'pool of the fault memory' } } as const;
const v = vocabulary(parts);
const says = dependenciesUntangled;

export const faultPool = v.row({
  name: 'separate-memory',
  steps: v.steps(v.step('pool_evict', 'pool_keeper', { moves: { pool: 'evict' }, cite: says })),
});
const draw = v.steps(
  v.step('draw_from_pool', 'fault_worker[k]', { moves: { 'alloc[k]': 'reclaimed', pool: 'draw' }, cite: says }),
);
const cpu = vocabulary({
  ...parts,
  cpuAlloc: { of: allocation, family: 'faulting', title: 'allocation of the CPU page fault' },
});
const cpuDraw = cpu.steps(
  cpu.step('cpu_draw_from_pool', 'fault_worker[k]', { moves: { 'cpuAlloc[k]': 'reclaimed' }, cite: says }),
);
const about = v.about([
  ...pageFaults.steps,
  ...foreignDevice.steps,
  ...draw,
  { name: 'reclaim_waits_for_compute' } as const,
]);
/** The ways of a repair's allocation into memory that it shares with everybody. */
const sharedMemory = [
  'reclaim_waits',
  'reclaim_waits_briefly',
  'foreign_reclaim_waits',
  'reclaim_waits_for_copy',
  'reclaim_waits_for_bind',
  'reclaim_waits_for_foreign',
  'reclaim_waits_for_compute',
  'reclaim_ends',
  'memory_freed',
] as const;
/** The same, for a CPU page fault inside the repair. */
const cpuShared = [
  'cpuAlloc_waits',
  'cpuAlloc_waits_for_copy',
  'cpuAlloc_waits_for_bind',
  'cpuAlloc_ends',
  'cpuAlloc_memory_freed',
] as const;
const only = <const W>(where: W) => Object.fromEntries(sharedMemory.map((step) => [step, where]));

const fallsBack: Column = {
  head: 'fall',
  about: 'a repair that finds the pool empty uses shared memory',
  with: { hazards: ['pool-falls-back'] },
};

/** The fifth option, first form: what repairs a fault comes from a block of its own. */
export const separateMemory: WayOut<'separate-memory'> = {
  name: 'separate-memory',
  says,
  rows: [faultPool],
  clauses: [
    about.clause({
      name: 'separate-memory/gpu-fault-pool',
      says: separateBlocks,
      adds: draw,
      requires: only({ pool: 'empty' }),
    }),
    about.clause({
      name: 'separate-memory/no-fallback',
      says: dmaBuf('... to untangle these dependencies when allocating memory to repair hardware page faults ...'),
      about: 'The repair waits until the pool is refilled, and does not fall back to shared memory.',
      requires: only({ pool: 'stocked' }),
    }),
    cpu.about(cpuShared.map((name) => ({ name }))).clause({
      name: 'separate-memory/cpu-fault-pool',
      says: cpuSideFaults,
      about: 'A CPU page fault inside the repair also allocates from a block of its own.',
      adds: cpuDraw,
      forbids: cpuShared,
    }),
  ],
  repairs: true,
  actors: {
    fault_worker: { fair: 'strong', because: 'the pool serves waiting repairs in the order in which they came' },
  },
  columns: [cpuFaultInRepair, fallsBack],
  tests: {
    'separate-memory/gpu-fault-pool': {
      at: [places.repairsFault, places.allocatesPage],
      shows: `${shown.reclaim}.`,
      nearest: null,
    },
    'separate-memory/no-fallback': {
      at: [places.repairsFault, places.allocatesPage],
      shows: `${shown.reclaim}; only with an empty pool.`,
      nearest: null,
    },
    'separate-memory/cpu-fault-pool': {
      at: [places.repairsFault, places.findsPage, places.allocatesPage],
      shows: `${shown.reclaim}; only if the page of the CPU is also missing.`,
      nearest: null,
      in: { hazards: ['cpu-fault-in-repair'] },
    },
  },
};
