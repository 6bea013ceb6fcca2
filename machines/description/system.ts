import { compose, type Spec } from '../../src/system/compose.ts';
import { Misuse, unknown } from '../../src/system/misuse.ts';
import type { Program } from '../../src/system/program.ts';
import type { Actors, Clause, Option, Row } from '../../src/system/vocabulary.ts';
import { actors } from '../actors.ts';
import { settled, type Settled } from './alternatives.ts';
import type { Description } from './description.ts';
import { abilityIds, kernelIds } from './ids.ts';
import { hazards, type Hazard } from '../hazards/index.ts';
import { withFragments, type WithFragments } from './fragments.ts';
import { options, variants } from '../options/index.ts';
import {
  compute,
  faults,
  hardwareCannot,
  reclaimWaits,
  separateHardware,
  submissionFifo,
  submissionToRunJob,
  twoEngines,
  waitsInPrepareJob,
} from '../options/traits.ts';
import { computeJobs } from '../rows/compute-jobs.ts';
import { fencedJobs } from '../rows/fenced-jobs.ts';
import { hangingHardware } from '../rows/hanging-hardware.ts';
import {
  insideRunJob,
  oneWorker,
  stoppedSchedulesNothing,
  waitsInsideRunJob,
} from '../rows/inside-run-job.ts';
import { foreignDevice } from '../rows/foreign-device.ts';
import { pageFaults } from '../rows/page-fault.ts';
import { recovery } from '../rows/recovery.ts';
import { withoutOthersWaiting } from '../rows/reclaimer.ts';
import { inPlace } from '../uses/in-place.ts';
import { uses } from '../uses/index.ts';
import type { Use } from '../uses/use.ts';
import type { AnyWayOut, Variant } from '../options/way-out.ts';

const mistakes = uses.flatMap((use) => use.mistakes);
const allRows = [
  fencedJobs,
  computeJobs,
  pageFaults,
  foreignDevice,
  recovery,
  insideRunJob,
  ...[...options, ...hazards, ...uses, ...mistakes].flatMap(({ rows }) => rows),
  ...uses.flatMap(({ together = {} }) => Object.values(together).flat()),
  ...uses.flatMap(({ hanging }) => hanging?.rows ?? []),
  ...variants.flatMap(({ rows }) => rows ?? []),
];
const allClauses = [
  ...[...options, ...uses, ...mistakes].flatMap(({ clauses }) => clauses),
  ...uses.flatMap(({ before = {} }) => Object.values(before).flat()),
];
/** Every step that some described system has: a clause may speak of steps that a system is without. */
export const knownSteps: readonly string[] = [
  ...new Set(
    [...allRows.flatMap(({ steps }) => steps), ...allClauses.flatMap(({ adds }) => adds ?? [])]
      .map(({ name }) => name)
      .concat(uses.flatMap((use) => use.leavesOut ?? [])),
  ),
];

/** What a description chooses, found by name. */
type Chosen = {
  readonly options: readonly AnyWayOut[];
  readonly uses: readonly Use[];
  readonly hazards: readonly Hazard[];
  readonly variants: readonly Variant[];
};

/** @throws Misuse of a name that nothing has, or that belongs to what was not chosen */
function chosenBy(facts: Settled): Chosen {
  const chosen = facts.options.map((name) => named('option', name, options));
  const used = facts.uses.map((name) => named('use', name, uses));
  const possible: readonly Hazard[] = [...hazards, ...used.flatMap((use) => use.mistakes)];

  const laws = [...chosen, ...used].flatMap(({ clauses }) => clauses.map(({ name }) => name));
  const stranger = facts.without.find((name) => !laws.includes(name));
  if (stranger !== undefined) throw new Misuse(`without: ${unknown('clause', stranger, laws)}`);

  return {
    options: chosen,
    uses: used,
    hazards: facts.hazards.map((name) => named('hazard', name, possible)),
    variants: facts.variants.map((name) => {
      const found = variants.find(({ clause }) => clause.name === name);
      if (found !== undefined) return found;
      const known = variants.map(({ clause }) => clause.name);
      throw new Misuse(unknown('variant', name, known));
    }),
  };
}

const takesFaults = (
  facts: Settled,
): facts is Settled & { readonly pageFaults: 'hint' | 'on-demand' } =>
  facts.pageFaults !== 'none' && facts.jobs.faulting > 0;

function rowsOf(facts: Settled, chosen: Chosen): Row[] {
  const rows = [
    fencedJobs,
    computeJobs,
    ...(takesFaults(facts) ? [pageFaults] : []),
    // Another device has nothing to wait for where no job has a fence.
    ...(facts.foreignDevice && facts.jobs.fenced > 0 ? [foreignDevice] : []),
    recovery,
    ...(facts.hardwareWait === 'inside-run_job' ? [insideRunJob] : []),
    ...chosen.uses.flatMap((use) => use.rows),
    ...ofBoth(chosen.uses),
    ...chosen.options.flatMap((option) => option.rows),
    ...chosen.variants.flatMap((variant) => variant.rows ?? []),
    ...chosen.hazards.flatMap((hazard) => hazard.rows),
  ];
  return [...new Set<Row>(rows)];
}

const ofBoth = (used: readonly Use[]): Row[] =>
  used.flatMap(({ together = {} }) => used.flatMap(({ name }) => together[name] ?? []));

function clausesOf(facts: Settled, chosen: Chosen): Clause[] {
  const out = new Set<string>([...facts.without, ...chosen.variants.map(({ instead }) => instead)]);
  return [
    ...[...chosen.options, ...chosen.uses]
      .flatMap(({ clauses }): readonly Clause[] => clauses)
      .filter(({ name }) => !out.has(name)),
    ...chosen.variants.map(({ clause }) => clause),
    ...chosen.uses.flatMap((use) => [
      ...use.wiring,
      ...inOlderKernels(use, facts),
      ...(use.waits === undefined
        ? []
        : [use.waits[facts.reclaimWaits === 'unbounded' ? 'unbounded' : 'gives_up']]),
    ]),
    ...chosen.hazards.flatMap(({ clauses }): readonly Clause[] => clauses),
    ...traitsOf(facts, chosen),
  ];
}

/** What a use does in the kernel of the description and no longer in newer ones. */
const inOlderKernels = ({ before = {} }: Use, { kernel }: Settled): Clause[] =>
  kernelIds.flatMap((version, place) =>
    kernelIds.indexOf(kernel) < place ? [...(before[version] ?? [])] : [],
  );

/** Where a job waits for hardware, and so whether and when hang recovery comes. */
function hardwareWaits({ hardwareWait, hardware, engines }: Settled): Clause[] {
  const oneScheduler = hardware === 'shared' && engines === 'one';
  if (hardwareWait === 'inside-run_job')
    return [waitsInsideRunJob, ...(oneScheduler ? [oneWorker] : [])];
  return [stoppedSchedulesNothing, ...(hardwareWait === 'prepare_job' ? [waitsInPrepareJob] : [])];
}

/** What the driver and its hardware are said to be, as clauses. */
function traitsOf(facts: Settled, { uses: used }: Chosen): Clause[] {
  const inRunJob = facts.hardwareWait === 'inside-run_job';
  const inOrder = facts.submission === 'fifo' && !used.some(({ ownOrder }) => ownOrder === true);
  return [
    compute[facts.compute],
    ...(takesFaults(facts) ? [faults[facts.pageFaults], reclaimWaits[facts.reclaimWaits]] : []),
    ...(facts.hardware === 'separate' ? [separateHardware] : []),
    ...(facts.engines === 'two' ? [twoEngines] : []),
    ...(inOrder ? [inRunJob ? submissionToRunJob : submissionFifo] : []),
    ...hardwareWaits(facts),
    ...abilityIds
      .filter((able) => !facts.hardwareCan.includes(able))
      .map((able) => hardwareCannot[able]),
  ];
}

/** Rows and clauses of a described driver. @throws Misuse */
export const specOf = (description: Description): Spec => wholeOf(description).spec;

function wholeOf(description: Description): WithFragments {
  const facts = settled(description);
  const chosen = chosenBy(facts);
  const actorsOf: Actors = Object.assign(
    {},
    actors,
    ...[...chosen.options, ...chosen.uses].map((choice) => choice.actors ?? {}),
    facts.arbitration === 'in-turn' ? {} : { arbiter: { fair: 'weak' } },
  );
  const copies = facts.hazards.includes('repair-on-busy-engine') ? facts.jobs.faulting : 0;
  const spec: Spec = {
    ...inPlace({ rows: rowsOf(facts, chosen), clauses: clausesOf(facts, chosen) }, chosen.uses),
    known: knownSteps,
    actors: actorsOf,
    sizes: Object.assign({ ...facts.jobs, copies }, ...chosen.uses.map((use) => use.sizes ?? {})),
  };
  return withFragments(spec, chosen.hazards, facts.kernel);
}

/**
 * The same driver where a job may hang on the hardware for ever. Hang recovery is then the only one who ends it: it is
 * an actor like any other, and what it does counts as keeping a promise. @throws Misuse
 */
export function hangingSpecOf(description: Description): Spec {
  const spec = specOf(description);
  const used = uses.filter(({ name }) => settled(description).uses.some((use) => use === name));
  return {
    ...spec,
    rows: [...spec.rows, hangingHardware, ...used.flatMap(({ hanging }) => hanging?.rows ?? [])],
    actors: { ...spec.actors, ...whoRecovers(spec.actors), scheduler: runsBetweenTimeouts },
  };
}

/**
 * What stands beside a file of threads that names this description.
 * @param hangs a job may hang on the hardware for ever; only what must be kept then is asked @throws Misuse
 */
export function besideSpecOf(description: Description, hangs: boolean): Spec {
  if (!hangs) return specOf(description);
  const spec = hangingSpecOf(description);
  return {
    ...spec,
    rows: spec.rows.map((row) =>
      row.promises === undefined
        ? row
        : { ...row, promises: row.promises.filter(({ name }) => hangPromises.includes(name)) },
    ),
  };
}

/** Those who recover, as actors like any other. */
const whoRecovers = (cast: Actors): Actors =>
  Object.fromEntries(
    Object.entries(cast)
      .filter(([, { recovers }]) => recovers === true)
      .map(([name, { fair }]) => [name, { fair }]),
  );

/** There is no time here: a timeout could come between any two steps, and stop a scheduler each time before it acts. */
const runsBetweenTimeouts = {
  fair: 'strong',
  because:
    'drm_sched_start queues the work of the scheduler, which runs long before the next timeout',
} as const;

/** The system in which a job may hang for ever, to be asked for `hangPromises`. */
export const hangingSystemOf = (description: Description): Program =>
  compose(hangingSpecOf(description));

/** What must be kept where a job may hang for ever. */
export const hangPromises: readonly string[] = [
  'fence-signals',
  ...uses.flatMap(({ hanging }) => hanging?.promises ?? []),
];

/**
 * The same systems where nobody else waits for a fence in reclaim. Null where somebody does who is described: the
 * driver's own shrinker, for as long as it takes, or another device. @throws Misuse
 */
export function aloneSystemsOf(
  description: Description,
): { readonly system: Program; readonly hanging: Program } | null {
  const { reclaimWaits: own, foreignDevice: other } = settled(description);
  if (own === 'unbounded' || other) return null;

  const { others } = wholeOf(description);
  return {
    system: compose(alone(specOf(description), others)),
    hanging: compose(alone(hangingSpecOf(description), others)),
  };
}

const alone = (spec: Spec, others: ReadonlySet<string>): Spec => ({
  ...spec,
  rows: spec.rows.map((row) => ({
    ...row,
    steps: withoutOthersWaiting(row.steps).filter(({ name }) => !others.has(name)),
  })),
  clauses: (spec.clauses ?? []).map((clause) =>
    clause.adds === undefined ? clause : { ...clause, adds: withoutOthersWaiting(clause.adds) },
  ),
});

/** The system of a described driver, hang recovery included. */
export const systemOf = (description: Description): Program => compose(specOf(description));

/** @throws Misuse */
function named<O extends Option>(what: string, name: string, choices: readonly O[]): O {
  const found = choices.find((other) => other.name === name);
  if (found !== undefined) return found;
  const known = choices.map((other) => other.name);
  throw new Misuse(unknown(what, name, known));
}
