import { vocabulary } from '../../src/system/vocabulary.ts';
import { dmaBuf } from '../words/cites.ts';
import { fencedJobs, fencedParts } from '../rows/fenced-jobs.ts';
import { places, shown } from '../words/instrument.ts';
import type { Column } from './columns.ts';
import type { WayOut } from './way-out.ts';

const about = vocabulary(fencedParts).about(fencedJobs.steps);
const says = dmaBuf(
  'DMA fence workloads and workloads which need page fault handling have independent ' +
    'hardware resources to guarantee forward progress. This could be achieved through e.g. ' +
    'through dedicated engines and minimal compute unit reservations for DMA fence workloads.',
);

const copiesOnBusyEngine: Column = {
  head: 'copy',
  about: 'the copy job of a repair runs on the engine that compute work holds',
  with: { hazards: ['repair-on-busy-engine'] },
};
const faultsHoldHardware = [places.runsJob, places.takesFault, places.waitsForFence];

/** The second option: fenced jobs have hardware that compute jobs never get. */
export const reserveStatic: WayOut<'reserve-static'> = {
  name: 'reserve-static',
  says,
  rows: [],
  clauses: [
    about.clause({
      name: 'reserve-static/engine',
      says: dmaBuf('... dedicated engines ...'),
      separates: ['fencedEngine', 'fencedRing'],
    }),
    about.clause({
      name: 'reserve-static/compute-units',
      says: dmaBuf('... minimal compute unit reservations for DMA fence workloads.'),
      separates: ['fencedUnits'],
    }),
    about.clause({
      name: 'reserve-static/other-shared',
      says: dmaBuf('... independent hardware resources to guarantee forward progress.'),
      separates: ['fencedOther'],
    }),
  ],
  columns: [copiesOnBusyEngine],
  tests: {
    'reserve-static/engine': {
      at: faultsHoldHardware,
      shows: `${shown.timeout}: its engine holds compute work that waits for a page.`,
      nearest: null,
    },
    'reserve-static/compute-units': {
      at: faultsHoldHardware,
      shows: `${shown.timeout}: all compute units hold work that waits for a page.`,
      nearest: null,
    },
    'reserve-static/other-shared': {
      at: faultsHoldHardware,
      shows: `${shown.timeout}: something else on the chip is held by work that waits for a page.`,
      nearest: null,
    },
  },
};
