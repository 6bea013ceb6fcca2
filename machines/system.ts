import { compose, type Spec } from '../src/system/compose.ts';
import { Misuse, unknown } from '../src/system/misuse.ts';
import type { Program } from '../src/system/program.ts';
import type { Clause, Option } from '../src/system/vocabulary.ts';
import { actors } from './actors.ts';
import { story, type Description } from './description.ts';
import { hazards } from './hazards.ts';
import { options, variants } from './options/index.ts';
import { compute, faults, hardwareCannot, reclaimWaits, separateHardware, submissionFifo, twoEngines } from './options/traits.ts';
import { computeJobs } from './rows/compute-jobs.ts';
import { fencedJobs } from './rows/fenced-jobs.ts';
import { foreignDevice } from './rows/foreign-device.ts';
import { pageFaults } from './rows/page-fault.ts';
import { recovery } from './rows/recovery.ts';

const allRows = [fencedJobs, computeJobs, pageFaults, foreignDevice, recovery, ...[...options, ...hazards].flatMap(({ rows }) => rows), ...variants.flatMap(({ rows }) => rows ?? [])];
const allClauses = options.flatMap(({ clauses }) => clauses);
/** Every rule that some system has. */
const known = [...new Set([...allRows.flatMap(({ rules }) => rules), ...allClauses.flatMap(({ adds }) => adds ?? [])].map(({ name }) => name))];

/** Rows and clauses of a described driver. */
export function specOf(description: Description): Spec {
  const d = { ...story, ...description, jobs: { ...story.jobs, ...description.jobs } };
  const chosen = d.options.map((name) => named('option', name, options));
  const endangered = d.hazards.map((name) => named('hazard', name, hazards));
  const stand = d.variants.map((name) => {
    const found = variants.find(({ clause }) => clause.name === name);
    if (found === undefined) throw new Misuse(unknown('variant', name, variants.map(({ clause }) => clause.name)));
    return found;
  });
  const own = chosen.flatMap(({ clauses }) => clauses);
  for (const name of d.without) if (!own.some((clause) => clause.name === name)) throw new Misuse(`without: ${unknown('clause', name, own.map((clause) => clause.name))}`);
  const out = new Set<string>([...d.without, ...stand.map(({ instead }) => instead)]);
  const faulting = d.pageFaults !== 'none';
  const rows = [
    fencedJobs, computeJobs,
    ...(faulting ? [pageFaults] : []),
    ...(d.foreignDevice ? [foreignDevice] : []),
    recovery,
    ...chosen.flatMap((option) => option.rows), ...stand.flatMap((variant) => variant.rows ?? []), ...endangered.flatMap((one) => one.rows),
  ];
  const clauses: Clause[] = [
    ...own.filter(({ name }) => !out.has(name)),
    ...stand.map(({ clause }) => clause),
    ...endangered.flatMap((one) => one.clauses),
    compute[d.compute],
    ...(faulting ? [faults[d.pageFaults as 'hint' | 'on-demand'], reclaimWaits[d.reclaimWaits]] : []),
    ...(d.hardware === 'separate' ? [separateHardware] : []),
    ...(d.engines === 'two' ? [twoEngines] : []),
    ...(d.submission === 'fifo' ? [submissionFifo] : []),
    ...(['preempt-running', 'preempt-faulted'] as const).filter((able) => !d.hardwareCan.includes(able)).map((able) => hardwareCannot[able]),
  ];
  const copies = d.hazards.includes('repair-on-busy-engine') ? d.jobs.faulting : 0;
  const cast = d.arbitration === 'in-turn' ? actors : { ...actors, arbiter: { fair: 'weak' } as const };
  return { rows: [...new Set(rows)], clauses, known, actors: cast, sizes: { ...d.jobs, copies } };
}

/** The system of a described driver, hang recovery included. */
export const systemOf = (description: Description): Program => compose(specOf(description));

const named = (what: string, name: string, all: readonly Option[]): Option => {
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw new Misuse(unknown(what, name, all.map((one) => one.name)));
  return found;
};
