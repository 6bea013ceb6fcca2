import { createHash } from 'node:crypto';
import type { Description } from '../../machines/description/description.ts';
import { hangingSpecOf, specOf as specOfDriver } from '../../machines/description/system.ts';
import { executionGallery } from '../../machines/litmus/execution/index.ts';
import { specOf as specOfExecution } from '../../machines/litmus/execution/ask.ts';
import { fenceGallery } from '../../machines/litmus/fences/index.ts';
import { gallery } from '../../machines/litmus/gallery.ts';
import { litmusTests } from '../../machines/litmus/index.ts';
import { memoryLitmusTests } from '../../machines/litmus/memory/index.ts';
import { specOfLitmus as specOfMemory } from '../../machines/litmus/memory/ask.ts';
import { executionMutants } from './execution.ts';
import { fenceMutants } from './fences.ts';
import { noticedByKernel } from './kernel.ts';
import { memoryMutants } from './memory.ts';
import { compose, type Spec } from '../../src/system/compose.ts';
import { Misuse } from '../../src/system/misuse.ts';
import type { Program } from '../../src/system/program.ts';
import type { Piece } from '../../src/check/ablate.ts';
import { mutate, type Named, type Score, type MutatedSystem } from './mutation.ts';
import { runLitmus } from '../../src/litmus/run.ts';

/** States at most in one search: no system of the gallery comes near. */
export const budget = { states: 300_000 };

/** States at most of a system whose pieces are left out one by one. */
const most = 60_000;

/** The system of a described driver that has a use. */
const specOfUse = ({
  hangs,
  ...facts
}: Omit<Description, 'driver'> & { readonly hangs?: true }): Spec =>
  (hangs === true ? hangingSpecOf : specOfDriver)({ driver: 'use', ...facts });

/** Every mutant of the three families. */
export const everyMutant: readonly {
  readonly name: string;
  readonly starred: boolean;
  readonly source: string;
  readonly killedBy: string;
}[] = [...fenceMutants, ...memoryMutants, ...executionMutants];

/**
 * Systems of the rooms beside the core, good and bad, small ones first: what test/ablation does not
 * weigh.
 */
export const subjects: readonly MutatedSystem[] = [
  ...fenceGallery.map((one) => ({ one, spec: one.facts as Spec })),
  // What is written as threads has its weaker version in the same file.
  ...memoryLitmusTests
    .filter(({ asks }) => !('threads' in asks))
    .map((one) => ({ one, spec: specOfMemory(one) as Spec })),
  ...executionGallery.map((one) => ({ one, spec: specOfExecution(one) })),
  ...litmusTests.flatMap((one) => ('uses' in one.asks ? [{ one, spec: specOfUse(one.asks) }] : [])),
]
  .filter(({ one }) => one.expect.states < most)
  .sort((a, b) => a.one.expect.states - b.one.expect.states)
  .map(({ one, spec }) => subject(one.name, spec));

/**
 * A system with each of its clauses left out; steps of a clause that is not there are known all the
 * same.
 */
function subject(name: string, spec: Spec): MutatedSystem {
  const clauses = spec.clauses ?? [];
  const known = [
    ...new Set(
      [
        ...spec.rows.flatMap(({ steps }) => steps),
        ...clauses.flatMap(({ adds }) => adds ?? []),
      ].map((step) => step.name),
    ),
  ];
  const less = (clause: (typeof clauses)[number]): Program | null => {
    try {
      return compose({
        ...spec,
        known: [...known, ...(spec.known ?? [])],
        clauses: clauses.filter((one) => one !== clause),
      });
    } catch (error) {
      if (error instanceof Misuse) return null;
      throw error;
    }
  };
  return {
    name,
    program: () => compose(spec),
    clauses: clauses.map((clause) => ({ name: clause.name, program: () => less(clause) })),
  };
}

/**
 * Rows and clauses of described drivers: test/ablation leaves out their pieces, in systems that are
 * made for it.
 */
const core = (() => {
  const programs = litmusTests
    .filter(({ asks }) => !('rows' in asks) && !('uses' in asks))
    .map((one) => one.system());
  const origins = programs.flatMap(({ steps }) =>
    steps.flatMap(({ origin, when, moves, also }) => [
      origin,
      ...[...when, ...moves, ...also].map((one) => one.origin),
    ]),
  );
  return new Set(origins.map(({ row, clause }) => row ?? clause));
})();
const skip = ({ origin }: Piece): boolean => core.has(origin.row ?? origin.clause);

/** Of all that is asked, without the words of people: 16 hexadecimal digits. */
export function digest(): string {
  const words = new Set([
    'digest',
    'phrases',
    'title',
    'cite',
    'because',
    'origin',
    'atomic',
    'leftOut',
  ]);
  const content = JSON.stringify(
    [
      subjects.map(({ name, program }) => [name, program()]),
      everyMutant.map(({ name, killedBy }) => [name, killedBy]),
    ],
    (key, value: unknown) => (words.has(key) ? undefined : value),
  );
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

/**
 * Every mutant in the litmus that is named for it.
 * @throws Error for a litmus that is not there, or that is good
 */
export const named = (): Named[] =>
  everyMutant.map(({ name, starred, source, killedBy }) => {
    const litmus = gallery.find((one) => one.name === killedBy);
    if (litmus === undefined) throw new Error(`mutant '${name}': there is no litmus '${killedBy}'`);
    const {
      found: { verdict },
      finding,
      broken,
    } = runLitmus(litmus);
    const shown = broken ?? finding;
    if (shown === null) throw new Error(`mutant '${name}': ${killedBy} is good`);
    return {
      name,
      starred,
      source,
      system: killedBy,
      verdict,
      of: shown.of,
      run: shown.run.map(({ step }) => step),
    };
  });

/** The whole score: minutes. */
export const score = (): Score => ({
  digest: digest(),
  asked: subjects.length,
  named: named(),
  // What no system of the gallery notices may still go against what the kernel did.
  dropped: mutate(subjects, budget, skip).map((one) =>
    one.killer === null ? { ...one, killer: noticedByKernel(one) } : one,
  ),
});
