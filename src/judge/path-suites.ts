import { alternatives } from '../../machines/description/alternatives.ts';
import type { Described, Description } from '../../machines/description/description.ts';
import type { ClauseId } from '../../machines/description/ids.ts';
import { gallery } from '../../machines/litmus/gallery.ts';
import { refusals } from '../../machines/refusals/index.ts';
import { systemOf } from '../../machines/description/system.ts';
import { drivers } from '../../machines/drivers/index.ts';
import { instruments, options } from '../../machines/options/index.ts';
import type { Budget, Graph } from '../explore/graph.ts';
import { search } from '../explore/search.ts';
import type { Ablation } from '../paths/clause.ts';
import type { PathFile } from '../paths/path.ts';
import { faultFile } from '../paths/faults/fault-file.ts';
import { withRefusals, type Refusals } from '../paths/laws.ts';
import type { RefusalKind } from '../paths/refusal-kinds.ts';
import {
  clauseFile,
  coverFile,
  toFile,
  withoutFile,
  type Ablated,
  type Head,
  type NamedSystem,
} from '../paths/suite.ts';
import type { Criterion } from '../paths/targets.ts';
import { situation } from '../paths/where.ts';
import { Misuse } from '../system/misuse.ts';
import { asThreadsSay, type ReadThreads } from './threads.ts';
import { withoutRecovery, type Program } from '../system/program.ts';

/** What paths may cover: every clause, a criterion over the edges, or named situations. */
export type Covering = 'clauses' | 'without' | Criterion | Faults | 'to';
/** Every fault that is seen by places, or by answers alone. */
type Faults = 'faults' | 'fault-answers';

/**
 * A driver that paths are made for. Every fact about it is settled: what is unknown is as in the
 * default scenario.
 */
export type DescribedSubject = { readonly name: string; readonly description: Description };

/**
 * Something that paths are made for: a driver, or a system of somebody's own. `described` is what
 * that system is found again by.
 */
export type PathSubject =
  | DescribedSubject
  | {
      readonly name: string;
      readonly program: Program;
      readonly described: unknown;
      /** The file of threads that it was read from. */
      readonly threads?: ReadThreads;
    };

/** A driver, settled. */
export const pathSubject = (described: Described): DescribedSubject => ({
  name: described.driver,
  description: alternatives(described)[0]!.description,
});

/** Litmus tests of fences and what holds them, of which paths are written with those of all. */
const ofFences = [
  'FENCE',
  'ARRAY',
  'CHAIN',
  'DMA-RESV',
  'SYNC-FILE',
  'SYNCOBJ',
  'PIN',
  'DRM-SCHED',
];

/** The options by themselves, the drivers that come with this package, and systems of fences. */
export const shippedSubjects = (): PathSubject[] => [
  ...options.map(({ name }): PathSubject => ({
    name,
    description: { driver: name, options: [name as never] },
  })),
  ...drivers.map(pathSubject),
  ...ofFences.map((name) => litmusSubject(name)!),
];

/** The litmus test of that name; null where there is none. */
export function litmusSubject(name: string): PathSubject | null {
  const litmus = gallery.find((test) => test.name === name);
  return litmus === undefined
    ? null
    : { name, program: litmus.system(), described: { litmus: name } };
}

/** A file of threads, or one side of it. It is found again by its name. */
export const threadSubject = (threads: ReadThreads): PathSubject => ({
  name: threads.name.replace(/^.*[\\/]/, ''),
  program: threads.program,
  described: { threads: threads.name },
  threads,
});

/** How paths are wanted. */
export type Wanted = {
  /** Of this package: it stands in the file. */
  readonly version: string;
  /** What a path costs beside its steps. */
  readonly perPath: number;
  /** Steps of a path at most. */
  readonly longest?: number | undefined;
  /** Situations, as they are written. */
  readonly to: readonly string[];
  /** An earlier file of which paths are kept that still fit. */
  readonly kept: (name: string, cover: Covering) => PathFile | null;
  /** What is tried and must be refused; what clauses refuse, if absent. */
  readonly refusals?: RefusalKind;
  /** For faults: how many states more than the system's an implementation may have; 0 if absent. */
  readonly extraStates?: number;
};

/** The files for a subject, one for each criterion; `ranOut` where a search ended early. */
export function filesFor(
  subject: PathSubject,
  covering: readonly Covering[],
  wanted: Wanted,
  budget: Budget,
): { readonly files: readonly PathFile[]; readonly ranOut: boolean } {
  const { name } = subject;
  const threads = 'program' in subject ? subject.threads : undefined;
  const own = ownSystem(subject);
  const head: Head = { name, version: wanted.version, perPath: wanted.perPath, systems: [own] };
  let graph: Graph | null = null;
  const searched = (): Graph => (graph ??= search(own.program, budget));
  // A suite for faults stands on all states: of a part of them there is none.
  const made = covering.filter((cover) => !isOfFaults(cover) || searched().stopped === null);
  const files = made.map((cover): PathFile => {
    const { file: found, systems } = fileFor(subject, cover, head, wanted, { budget, searched });
    const file = withStopped(found, isOfClauses(cover) ? null : searched().stopped);
    const programs = new Map(systems.map((system) => [system.name, system.program]));
    const kind = wanted.refusals ?? 'clauses';
    const whole = isOfFaults(cover)
      ? file
      : withRefusals(file, programs, refusalsIn(subject), kind, lawfulClauses(subject));
    return threads === undefined ? whole : asThreadsSay(whole, threads.said);
  });
  const stopped = (graph as Graph | null)?.stopped ?? null;
  return { files, ranOut: stopped !== null || files.some(isCut) };
}

/** A file that says of itself that its search ended early. */
function withStopped(file: PathFile, stopped: Graph['stopped']): PathFile {
  const why = stopped ?? (isCut(file) ? 'budget' : null);
  return why === null ? file : { ...file, coverage: { ...file.coverage, stopped: why } };
}

const isOfClauses = (cover: Covering): boolean => cover === 'clauses' || cover === 'without';

const isOfFaults = (cover: Covering): cover is Faults =>
  cover === 'faults' || cover === 'fault-answers';

/** Whose refusals are, by step. */
const refusalsIn = (subject: PathSubject): Refusals =>
  'program' in subject && subject.threads !== undefined
    ? { ...refusals, ...subject.threads.refusals }
    : refusals;

/** The clauses that a described driver says it keeps. */
const lawfulClauses = (subject: PathSubject): ReadonlySet<string> =>
  new Set('program' in subject ? [] : clausesKept(subject.description).map(({ name }) => name));

/** Whether a target of a file was given up because a search ended early. */
const isCut = ({ coverage }: PathFile): boolean =>
  coverage.unreachable.some(({ why }) => why.includes('budget'));

function ownSystem(subject: PathSubject): NamedSystem {
  const { name } = subject;
  if ('program' in subject)
    return { name, described: subject.described, program: withoutRecovery(subject.program) };
  const { description } = subject;
  return { name, described: description, program: withoutRecovery(systemOf(description)) };
}

type Made = { readonly file: PathFile; readonly systems: readonly NamedSystem[] };

/** The file for one criterion. @throws Misuse for clauses of a system that has none */
function fileFor(
  subject: PathSubject,
  cover: Covering,
  head: Head,
  wanted: Wanted,
  { budget, searched }: { readonly budget: Budget; readonly searched: () => Graph },
): Made {
  const { kept, to, longest } = wanted;
  const [own] = head.systems as [NamedSystem];
  if (isOfFaults(cover))
    return { systems: [own], file: faultsOf(subject, cover, head, wanted, searched()) };
  const before = kept(head.name, cover);
  if (cover === 'clauses' || cover === 'without') {
    if ('program' in subject)
      throw new Misuse(
        `'${head.name}' is no described driver, so it has no clause; try --cover steps`,
      );
    const { systems, ablations } = ablationsOf(own, subject.description);
    if (cover === 'clauses')
      return { systems, file: clauseFile({ ...head, systems }, ablations, budget, before) };
    const ablated = ablatedOf(subject.description, ablations);
    return { systems: ablated, file: withoutFile(head, ablated, budget) };
  }
  if (cover === 'to') {
    const situations = to.map((text) => situation(own.program, text));
    return { systems: [own], file: toFile(head, searched(), situations, before) };
  }
  const criterion = cover satisfies Criterion;
  return {
    systems: [own],
    file: coverFile(head, searched(), criterion, { longest, kept: before }),
  };
}

/** @throws Misuse where no refusal would be tried */
function faultsOf(
  subject: PathSubject,
  cover: Faults,
  head: Head,
  { refusals: kind = 'law', extraStates: extra = 0 }: Wanted,
  graph: Graph,
): PathFile {
  if (cover === 'fault-answers' && 'program' in subject && subject.threads !== undefined)
    throw new Misuse(
      `--cover ${cover} asks for every step in every state, and a thread can be asked only ` +
        'for the call in which it is; try --cover faults',
    );
  if (kind !== 'law' && kind !== 'all')
    throw new Misuse(
      `--cover ${cover} tries refusals; found --refusals ${kind}, expected law or all`,
    );
  const seen = cover === 'faults' ? 'places' : 'answers';
  return faultFile(head, graph, {
    seen,
    extra,
    refusals: refusalsIn(subject),
    kind,
    clauses: lawfulClauses(subject),
  });
}

/** The systems without one clause each. */
const ablatedOf = (
  description: Description,
  ablations: readonly (readonly Ablation[])[],
): Ablated[] =>
  ablations.flatMap(([ablation]): Ablated[] => {
    if (ablation === undefined) return [];
    const clause = ablation.clause.name;
    const without = [...(description.without ?? []), clause as ClauseId];
    return [
      {
        clause,
        name: `${ablation.system}, without ${clause}`,
        program: ablation.without,
        described: { ...description, without },
      },
    ];
  });

/**
 * For every clause that a description keeps: its system with the clause and without it, and both
 * again in the scenario in which the clause matters.
 */
export function ablationsOf(
  own: NamedSystem,
  description: Description,
): {
  readonly systems: readonly NamedSystem[];
  readonly ablations: readonly (readonly Ablation[])[];
} {
  const systems = new Map([[own.name, own]]);
  const system = (name: string, described: Description): NamedSystem => {
    const known = systems.get(name);
    if (known !== undefined) return known;
    const made = { name, described, program: withoutRecovery(systemOf(described)) };
    systems.set(name, made);
    return made;
  };
  const without = description.without ?? [];

  const ablations = clausesKept(description).map((clause): Ablation[] => {
    const { in: scenario, ...instrument } = instruments[clause.name as ClauseId];
    const ablate = (name: string, here: Description): Ablation => ({
      system: name,
      clause,
      with: system(name, here).program,
      without: withoutRecovery(
        systemOf({ ...here, without: [...without, clause.name as ClauseId] }),
      ),
      instrument: { ...instrument, at: [...instrument.at] },
    });
    const alone = ablate(own.name, description);
    if (scenario === undefined || Object.keys(scenario).length === 0) return [alone];

    const facts = Object.entries(scenario).map(([field, value]) => `${field} ${String(value)}`);
    const there = ablate([own.name, ...facts].join(', '), { ...description, ...scenario });
    return [alone, there];
  });
  return { systems: [...systems.values()], ablations };
}

/**
 * The clauses of the options that are taken. A variant stands in for its clause: the clause itself
 * is not kept.
 */
function clausesKept({ options: chosen = [], without = [] }: Description) {
  return options
    .filter(({ name }) => (chosen as readonly string[]).includes(name))
    .flatMap((option) => option.clauses)
    .filter(({ name }) => !without.includes(name as ClauseId));
}
