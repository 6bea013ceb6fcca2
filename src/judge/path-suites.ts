import { alternatives } from '../../machines/description/alternatives.ts';
import type { Description } from '../../machines/description/description.ts';
import { drivers } from '../../machines/drivers/index.ts';
import type { ClauseId } from '../../machines/description/ids.ts';
import { instruments, options } from '../../machines/options/index.ts';
import { systemOf } from '../../machines/description/system.ts';
import type { Budget, Graph } from '../explore/graph.ts';
import { search } from '../explore/search.ts';
import type { Ablation } from '../paths/clause.ts';
import type { PathFile } from '../paths/path.ts';
import { clauseFile, coverFile, toFile, type Head, type NamedSystem } from '../paths/suite.ts';
import type { Criterion } from '../paths/targets.ts';
import { situation } from '../paths/where.ts';
import { Misuse, unknown } from '../system/misuse.ts';
import { withoutRecovery } from '../system/program.ts';
import type { covers } from '../cli/choices.ts';
import { readDescription } from '../cli/input/read-input.ts';
import { version } from '../cli/version.ts';

export type Covering = (typeof covers)[number];

/** Something that paths are made for, and every fact about it settled: what is unknown is as in the text's own story. */
export type Subject = { readonly name: string; readonly description: Description };

/** The options by themselves, and the drivers that come with this package. */
export const shipped = (): Subject[] => [
  ...options.map(({ name }): Subject => ({
    name,
    description: { driver: name, options: [name as never] },
  })),
  ...drivers.map((one): Subject => ({
    name: one.driver,
    description: alternatives(one)[0]!.description,
  })),
];

/** An option, a shipped driver, or a description in a file. @throws Misuse */
export function subjectOf(name: string): Subject {
  const found = shipped().find((one) => one.name === name);
  if (found !== undefined) return found;
  if (!/[./]/.test(name))
    throw new Misuse(
      unknown(
        'driver or option',
        name,
        shipped().map((one) => one.name),
      ),
    );
  const described = readDescription(name);
  return { name: described.driver, description: alternatives(described)[0]!.description };
}

export type Wanted = {
  readonly perPath: number;
  readonly longest?: number | undefined;
  readonly to: readonly string[];
  readonly kept: (name: string, cover: Covering) => PathFile | null;
};

/** The files for a subject, one a criterion; `ranOut` where a search did. */
export function filesFor(
  { name, description }: Subject,
  covering: readonly Covering[],
  { perPath, longest, to, kept }: Wanted,
  budget: Budget,
): { readonly files: readonly PathFile[]; readonly ranOut: boolean } {
  const own: NamedSystem = {
    name,
    described: description,
    program: withoutRecovery(systemOf(description)),
  };
  const head: Head = { name, version: version(), perPath, systems: [own] };
  let graph: Graph | null = null;
  const searched = (): Graph => (graph ??= search(own.program, budget));
  const files = covering.map((cover): PathFile => {
    if (cover === 'clauses') {
      const { systems, ablations } = ablationsOf(own, description);
      return clauseFile({ ...head, systems }, ablations, budget, kept(name, cover));
    }
    if (cover === 'to')
      return toFile(
        head,
        searched(),
        to.map((text) => situation(own.program, text)),
        kept(name, cover),
      );
    return coverFile(head, searched(), cover satisfies Criterion, {
      longest,
      kept: kept(name, cover),
    });
  });
  const stopped = (graph as Graph | null)?.stopped ?? null;
  return {
    files,
    ranOut:
      stopped !== null ||
      files.some(({ coverage }) => coverage.unreachable.some(({ why }) => why.includes('budget'))),
  };
}

/** For every clause that a description keeps: its system with it and without it, and the same in the scenario in which the clause matters. */
export function ablationsOf(
  own: NamedSystem,
  description: Description,
): {
  readonly systems: readonly NamedSystem[];
  readonly ablations: readonly (readonly Ablation[])[];
} {
  const systems = new Map([[own.name, own]]);
  const system = (key: string, described: Description): NamedSystem => {
    let found = systems.get(key);
    if (found === undefined)
      systems.set(
        key,
        (found = { name: key, described, program: withoutRecovery(systemOf(described)) }),
      );
    return found;
  };
  const without = description.without ?? [];
  // A variant stands in for its clause: the clause itself is not kept.
  const clauses = options
    .filter(({ name }) => description.options?.includes(name as never))
    .flatMap((option) => option.clauses)
    .filter(({ name }) => !without.includes(name as ClauseId));
  const ablations = clauses.map((clause): Ablation[] => {
    const { in: scenario, ...instrument } = instruments[clause.name as ClauseId];
    const ablate = (key: string, here: Description): Ablation => ({
      system: key,
      clause,
      with: system(key, here).program,
      without: withoutRecovery(
        systemOf({ ...here, without: [...without, clause.name as ClauseId] }),
      ),
      instrument: { ...instrument, at: [...instrument.at] },
    });
    const there = Object.entries(scenario ?? {});
    return [
      ablate(own.name, description),
      ...(there.length === 0
        ? []
        : [
            ablate(
              [own.name, ...there.map(([field, value]) => `${field} ${String(value)}`)].join(', '),
              { ...description, ...scenario },
            ),
          ]),
    ];
  });
  return { systems: [...systems.values()], ablations };
}
