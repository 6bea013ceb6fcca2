import { existsSync } from 'node:fs';
import { drivers } from '../../../machines/drivers/index.ts';
import type { Described, Description } from '../../../machines/description/description.ts';
import { specOf } from '../../../machines/description/system.ts';
import type { Budget } from '../../explore/graph.ts';
import type { Spec } from '../../system/compose.ts';
import { Misuse, unknown } from '../../system/misuse.ts';
import type { Program } from '../../system/program.ts';
import { worstAlternative } from '../../judge/judge.ts';
import { ownModule, type Own } from '../input/own-module.ts';
import { ownThreads } from '../threads/read-threads.ts';
import { describedBy } from '../input/read-input.ts';

/** A system that somebody looks into. */
export type Subject = {
  readonly name: string;
  /** Recovery included. */
  readonly program: Program;
  readonly spec: Spec | null;
  /** What it was made of; null of a system of somebody's own. */
  readonly described: Described | null;
  /** The same with everything settled: of what is unknown, the first of the worst. */
  readonly description: Description | null;
  /** What was taken for what is unknown. */
  readonly assumed: Partial<Description>;
};

/** The description in a file, or of a shipped driver. @throws Misuse that lists the drivers where the word is neither */
export function driverOrFile(name: string): Described {
  if (
    name !== '-' &&
    !/[./\\]/.test(name) &&
    !existsSync(name) &&
    !drivers.some(({ driver }) => driver === name)
  )
    throw new Misuse(
      `${unknown(
        'driver',
        name,
        drivers.map(({ driver }) => driver),
      )}; or a file`,
    );
  return describedBy(name);
}

/** Something to look into, by the words of a command: a driver, or a module. @throws Misuse */
export async function subjectOf(
  name: string | undefined,
  module: string | undefined,
  budget: Budget,
): Promise<Subject> {
  if ((name === undefined) === (module === undefined))
    throw new Misuse(
      name === undefined
        ? 'found neither a driver nor --module, expected one of the two'
        : `found both '${name}' and --module ${module}, expected one of the two`,
    );
  return subjectIn(name === undefined ? await ownModule(module!) : ownOf(name), budget);
}

/** A file of threads, or a description. @throws Misuse */
export const ownOf = (name: string): Own => ownThreads(name) ?? { described: driverOrFile(name) };

export function subjectIn(own: Own, budget: Budget): Subject {
  if (!('described' in own)) return { ...own, described: null, description: null, assumed: {} };
  const {
    worst: {
      alternative: { description, assumed },
      program,
    },
  } = worstAlternative(own.described, budget);
  return {
    name: own.described.driver,
    program,
    spec: specOf(description),
    described: own.described,
    description,
    assumed,
  };
}
