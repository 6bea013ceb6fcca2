import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readThreads, threadFile, type ReadThreads } from '../../judge/threads.ts';
import type { Describing } from '../../threads/sides.ts';
import { describingBy } from '../../text/read-description.ts';
import { readText } from '../input/read-input.ts';

/** The text of a file of threads; `-` is standard input. @throws Misuse in one line */
export const threadText = (file: string): string => readText(file, 'threads: K and a name');

/**
 * The description that a file names with `with`: a file beside it, or a driver that comes with this
 * package.
 * @throws Misuse
 */
export const describingBeside = (threads: string): Describing =>
  describingBy((name) => {
    const file = join(dirname(threads), name);
    return existsSync(file) ? { file, text: readText(file) } : null;
  });

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
