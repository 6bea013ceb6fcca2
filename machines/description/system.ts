import { compose, type Spec } from '../../src/system/compose.ts';
import { Misuse, unknown } from '../../src/system/misuse.ts';
import type { Program } from '../../src/system/program.ts';
import type { Actors, Clause, Option } from '../../src/system/vocabulary.ts';
import { actors } from '../actors.ts';
import { story, type Description } from './description.ts';
import { hazards } from '../hazards/index.ts';
import { options, variants } from '../options/index.ts';
import {
  compute,
  faults,
  hardwareCannot,
  reclaimWaits,
  separateHardware,
  submissionFifo,
  twoEngines,
} from '../options/traits.ts';
import { computeJobs } from '../rows/compute-jobs.ts';
import { fencedJobs } from '../rows/fenced-jobs.ts';
import { foreignDevice } from '../rows/foreign-device.ts';
import { pageFaults } from '../rows/page-fault.ts';
import { recovery } from '../rows/recovery.ts';
import { inPlace } from '../uses/in-place.ts';
import { uses } from '../uses/index.ts';

const mistakes = uses.flatMap((use) => use.mistakes);
const allRows = [
  fencedJobs,
  computeJobs,
  pageFaults,
  foreignDevice,
  recovery,
  ...[...options, ...hazards, ...uses, ...mistakes].flatMap(({ rows }) => rows),
  ...variants.flatMap(({ rows }) => rows ?? []),
];
const allClauses = [...options, ...uses, ...mistakes].flatMap(({ clauses }) => clauses);
/** Every step that some system has. */
const known = [
  ...new Set(
    [...allRows.flatMap(({ steps }) => steps), ...allClauses.flatMap(({ adds }) => adds ?? [])]
      .map(({ name }) => name)
      .concat(uses.flatMap((use) => use.leavesOut ?? [])),
  ),
];

/** Rows and clauses of a described driver. */
export function specOf(description: Description): Spec {
  const d = { ...story, ...description, jobs: { ...story.jobs, ...description.jobs } };
  const chosen = d.options.map((name) => named('option', name, options));
  const used = d.uses.map((name) => named('use', name, uses));
  const endangered = d.hazards.map((name) =>
    named('hazard', name, [...hazards, ...used.flatMap((use) => use.mistakes)]),
  );
  const stand = d.variants.map((name) => {
    const found = variants.find(({ clause }) => clause.name === name);
    if (found === undefined)
      throw new Misuse(
        unknown(
          'variant',
          name,
          variants.map(({ clause }) => clause.name),
        ),
      );
    return found;
  });
  const own = [...chosen, ...used].flatMap(({ clauses }) => clauses);
  for (const name of d.without)
    if (!own.some((clause) => clause.name === name))
      throw new Misuse(
        `without: ${unknown(
          'clause',
          name,
          own.map((clause) => clause.name),
        )}`,
      );
  const out = new Set<string>([...d.without, ...stand.map(({ instead }) => instead)]);
  const faulting = d.pageFaults !== 'none';
  const rows = [
    fencedJobs,
    computeJobs,
    ...(faulting ? [pageFaults] : []),
    ...(d.foreignDevice ? [foreignDevice] : []),
    recovery,
    ...used.flatMap((use) => use.rows),
    ...chosen.flatMap((option) => option.rows),
    ...stand.flatMap((variant) => variant.rows ?? []),
    ...endangered.flatMap((one) => one.rows),
  ];
  const clauses: Clause[] = [
    ...own.filter(({ name }) => !out.has(name)),
    ...stand.map(({ clause }) => clause),
    ...used.flatMap((use) => [
      ...use.wiring,
      ...(use.waits === undefined
        ? []
        : [use.waits[d.reclaimWaits === 'unbounded' ? 'unbounded' : 'gives_up']]),
    ]),
    ...endangered.flatMap((one) => one.clauses),
    compute[d.compute],
    ...(faulting
      ? [faults[d.pageFaults as 'hint' | 'on-demand'], reclaimWaits[d.reclaimWaits]]
      : []),
    ...(d.hardware === 'separate' ? [separateHardware] : []),
    ...(d.engines === 'two' ? [twoEngines] : []),
    ...(d.submission === 'fifo' && !used.some((use) => use.ownOrder === true)
      ? [submissionFifo]
      : []),
    ...(['preempt-running', 'preempt-faulted'] as const)
      .filter((able) => !d.hardwareCan.includes(able))
      .map((able) => hardwareCannot[able]),
  ];
  const copies = d.hazards.includes('repair-on-busy-engine') ? d.jobs.faulting : 0;
  const cast: Actors = Object.assign(
    {},
    actors,
    ...used.map((use) => use.actors ?? {}),
    d.arbitration === 'in-turn' ? {} : { arbiter: { fair: 'weak' } },
  );
  return {
    ...inPlace({ rows: [...new Set(rows)], clauses }, used),
    known,
    actors: cast,
    sizes: Object.assign({ ...d.jobs, copies }, ...used.map((use) => use.sizes ?? {})),
  };
}

/** The system of a described driver, hang recovery included. */
export const systemOf = (description: Description): Program => compose(specOf(description));

const named = <O extends Option>(what: string, name: string, all: readonly O[]): O => {
  const found = all.find((one) => one.name === name);
  if (found === undefined)
    throw new Misuse(
      unknown(
        what,
        name,
        all.map((one) => one.name),
      ),
    );
  return found;
};
