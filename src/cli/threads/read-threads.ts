import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { alternatives } from '../../../machines/description/alternatives.ts';
import { besideSpecOf } from '../../../machines/description/system.ts';
import { readThreads, threadFile, type ReadThreads } from '../../judge/threads.ts';
import { Misuse } from '../../system/misuse.ts';
import type { Describing } from '../../threads/sides.ts';
import { describedBy, readText } from '../input/read-input.ts';

/** The text of a file of threads; `-` is standard input. @throws Misuse in one line */
export const threadText = (file: string): string => readText(file, 'threads: K and a name');

/**
 * The description that a file names with `with`: a file beside it, or a driver that comes with this
 * package.
 * @throws Misuse
 */
export const describingBeside =
  (file: string): Describing =>
  (name, hangs) => {
    const beside = join(dirname(file), name);
    const described = describedBy(existsSync(beside) ? beside : name);
    const settled = alternatives(described);
    if (settled.length > 1)
      throw new Misuse(`${name} has facts that are "unknown"; say which value to take`);
    return besideSpecOf(settled[0]!.description, hangs);
  };

/**
 * A file of threads, or one side of it (`x.litmus:before`), as other commands take systems; null:
 * it is none.
 * @throws Misuse
 */
export function ownThreads(name: string): ReadThreads | null {
  const asked = threadFile(name);
  if (asked === null) return null;
  return readThreads(name, threadText(asked.file), describingBeside(asked.file));
}
