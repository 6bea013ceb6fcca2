import { alternatives } from '../../machines/description/alternatives.ts';
import type { Described, Description } from '../../machines/description/description.ts';
import type { ClauseId } from '../../machines/description/ids.ts';
import { systemOf } from '../../machines/description/system.ts';
import { drivers } from '../../machines/drivers/index.ts';
import { instruments, options } from '../../machines/options/index.ts';
import type { Budget, Graph } from '../explore/graph.ts';
import { search } from '../explore/search.ts';
import type { Ablation } from '../paths/clause.ts';
import type { PathFile } from '../paths/path.ts';
import { clauseFile, coverFile, toFile, type Head, type NamedSystem } from '../paths/suite.ts';
import type { Criterion } from '../paths/targets.ts';
import { situation } from '../paths/where.ts';
import { withoutRecovery } from '../system/program.ts';

/** What paths may cover: every clause, a criterion over the edges, or named situations. */
export type Covering = 'clauses' | Criterion | 'to';

/**
 * Something that paths are made for, with every fact about it settled: what is unknown is as in the
 * default scenario.
 */
export type PathSubject = { readonly name: string; readonly description: Description };

/** A driver, settled. */
export const pathSubject = (described: Described): PathSubject => ({
  name: described.driver,
  description: alternatives(described)[0]!.description,
});

/** The options by themselves, and the drivers that come with this package. */
export const shippedSubjects = (): PathSubject[] => [
  ...options.map(({ name }): PathSubject => ({
    name,
    description: { driver: name, options: [name as never] },
  })),
  ...drivers.map(pathSubject),
];

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
};

/** The files for a subject, one for each criterion; `ranOut` where a search ended early. */
export function filesFor(
  { name, description }: PathSubject,
  covering: readonly Covering[],
  wanted: Wanted,
  budget: Budget,
): { readonly files: readonly PathFile[]; readonly ranOut: boolean } {
  const program = withoutRecovery(systemOf(description));
  const own: NamedSystem = { name, described: description, program };
  const { version, perPath, to, longest, kept } = wanted;
  const head: Head = { name, version, perPath, systems: [own] };
  const searched = once(() => search(program, budget));

  const files = covering.map((cover): PathFile => {
    const before = kept(name, cover);
    if (cover === 'clauses') {
      const { systems, ablations } = ablationsOf(own, description);
      return clauseFile({ ...head, systems }, ablations, budget, before);
    }
    if (cover === 'to') {
      const situations = to.map((text) => situation(program, text));
      return toFile(head, searched.value(), situations, before);
    }
    return coverFile(head, searched.value(), cover, { longest, kept: before });
  });

  const graph = searched.sofar();
  return { files, ranOut: (graph !== null && graph.stopped !== null) || files.some(isCut) };
}

/** A graph that is searched when it is first asked for. */
function once(ask: () => Graph): {
  readonly value: () => Graph;
  readonly sofar: () => Graph | null;
} {
  let graph: Graph | null = null;
  return { value: () => (graph ??= ask()), sofar: () => graph };
}

/** Whether a target of a file was given up because a search ended early. */
const isCut = ({ coverage }: PathFile): boolean =>
  coverage.unreachable.some(({ why }) => why.includes('budget'));

/**
 * For every clause that a description keeps: its system with it and without it, and the same in the
 * scenario in which the
 * clause matters.
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
