import type { Described } from '../../../machines/description/description.ts';
import type { Budget } from '../../explore/graph.ts';
import { subjectOf, type Given, type Subject } from '../../judge/subject.ts';
import { Misuse } from '../../system/misuse.ts';
import { ownModule } from '../input/own-module.ts';
import { describedBy } from '../input/read-input.ts';
import { ownThreads } from '../threads/read-threads.ts';

/**
 * The description in a file, or of a driver that comes with this package.
 * @throws Misuse where the word is neither
 */
export const driverOrFile = (name: string): Described => describedBy(name);

/** Something to look into, by the words of a command: a driver, or a module. @throws Misuse */
export async function namedSubject(
  name: string | undefined,
  module: string | undefined,
  budget: Budget,
): Promise<Subject> {
  if (name === undefined && module === undefined)
    throw new Misuse('found neither a driver nor --module, expected one of the two');
  if (name !== undefined && module !== undefined)
    throw new Misuse(`found both '${name}' and --module ${module}, expected one of the two`);

  return subjectOf(name === undefined ? await ownModule(module!) : givenBy(name), budget);
}

/** A file of threads, or a description. @throws Misuse */
const givenBy = (name: string): Given => ownThreads(name) ?? { described: driverOrFile(name) };
