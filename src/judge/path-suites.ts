import { alternatives } from '../../machines/description/alternatives.ts';
import type { Description } from '../../machines/description/description.ts';
import { drivers } from '../../machines/drivers/index.ts';
import type { ClauseId } from '../../machines/description/ids.ts';
import { gallery } from '../../machines/litmus/gallery.ts';
import { instruments, options } from '../../machines/options/index.ts';
import { refusals } from '../../machines/refusals/index.ts';
import { systemOf } from '../../machines/description/system.ts';
import type { Budget, Graph } from '../explore/graph.ts';
import { search } from '../explore/search.ts';
import type { Ablation } from '../paths/clause.ts';
import type { PathFile } from '../paths/path.ts';
import { withRefusals, type RefusalKind } from '../paths/laws.ts';
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
import { Misuse, unknown } from '../system/misuse.ts';
import { withoutRecovery, type Program } from '../system/program.ts';
import type { covers } from '../cli/choices.ts';
import { readDescription } from '../cli/input/read-input.ts';
import { version } from '../cli/version.ts';

export type Covering = (typeof covers)[number];

/**
 * Something that paths are made for: a driver, and every fact about it settled (what is unknown is as in the default scenario), or a
 * system of somebody's own. `described` is then what it is found again by.
 */
export type Subject =
  | { readonly name: string; readonly description: Description }
  | { readonly name: string; readonly program: Program; readonly described: unknown };

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

/** An option, a shipped driver, a litmus test, or a description in a file. @throws Misuse */
export function subjectOf(name: string): Subject {
  const found = shipped().find((subject) => subject.name === name);
  if (found !== undefined) return found;
  const litmus = gallery.find((test) => test.name === name);
  if (litmus !== undefined) return { name, program: litmus.system(), described: { litmus: name } };
  if (!/[./]/.test(name)) {
    const known = [...shipped(), ...gallery].map((subject) => subject.name);
    throw new Misuse(unknown('driver, option or litmus test', name, known));
  }
  const described = readDescription(name);
  return { name: described.driver, description: alternatives(described)[0]!.description };
}

export type Wanted = {
  readonly perPath: number;
  readonly longest?: number | undefined;
  readonly to: readonly string[];
  readonly kept: (name: string, cover: Covering) => PathFile | null;
  /** What is tried and must be refused; what clauses refuse, if absent. */
  readonly refusals?: RefusalKind;
};

/** The files for a subject, one a criterion; `ranOut` where a search did. */
export function filesFor(
  subject: Subject,
  covering: readonly Covering[],
  wanted: Wanted,
  budget: Budget,
): { readonly files: readonly PathFile[]; readonly ranOut: boolean } {
  const { name } = subject;
  const own = ownSystem(subject);
  const head: Head = { name, version: version(), perPath: wanted.perPath, systems: [own] };
  let graph: Graph | null = null;
  const searched = (): Graph => (graph ??= search(own.program, budget));
  const files = covering.map((cover): PathFile => {
    const { file, systems } = fileFor(subject, cover, head, wanted, { budget, searched });
    const programs = new Map(systems.map((system) => [system.name, system.program]));
    return withRefusals(file, programs, refusals, wanted.refusals ?? 'clauses');
  });
  const stopped = (graph as Graph | null)?.stopped ?? null;
  const short = ({ coverage }: PathFile): boolean =>
    coverage.unreachable.some(({ why }) => why.includes('budget'));
  return { files, ranOut: stopped !== null || files.some(short) };
}

function ownSystem(subject: Subject): NamedSystem {
  const { name } = subject;
  if ('program' in subject)
    return { name, described: subject.described, program: withoutRecovery(subject.program) };
  const { description } = subject;
  return { name, described: description, program: withoutRecovery(systemOf(description)) };
}

type Made = { readonly file: PathFile; readonly systems: readonly NamedSystem[] };

/** The file for one criterion. @throws Misuse for clauses of a system that has none */
function fileFor(
  subject: Subject,
  cover: Covering,
  head: Head,
  { kept, to, longest }: Wanted,
  { budget, searched }: { readonly budget: Budget; readonly searched: () => Graph },
): Made {
  const [own] = head.systems as [NamedSystem];
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
