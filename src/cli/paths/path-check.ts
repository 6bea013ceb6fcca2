import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { understand } from '../../../machines/description/complaints.ts';
import { gallery } from '../../../machines/litmus/gallery.ts';
import type { Description } from '../../../machines/description/description.ts';
import { systemOf } from '../../../machines/description/system.ts';
import type { PathFile } from '../../paths/path.ts';
import { misfit, readPathFile } from '../../paths/replay.ts';
import { Misuse } from '../../system/misuse.ts';
import { withoutRecovery, type Program } from '../../system/program.ts';
import { readJsonFile } from '../input/read-input.ts';
import { ownThreads } from '../threads/read-threads.ts';
import type { Fits } from '../report/of-paths.ts';

/** The file of a directory of paths that lists the others. */
export const indexName = 'index.json';

/** The path files of a directory, by file name. @throws Misuse: the file, the path, the step */
export function readPaths(dir: string): ReadonlyMap<string, PathFile> {
  const files = namesIn(dir).map((name) => {
    const file = join(dir, name);
    const { value } = readJsonFile(file);
    return [name, read(file, value)] as const;
  });
  return new Map(files);
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((name) => name.endsWith('.json') && name !== indexName)
      .sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const found =
      code === 'ENOENT' ? 'there is no such directory' : 'expected a directory of path files';
    throw new Misuse(`${dir}: ${found}`);
  }
}

function read(file: string, value: unknown): PathFile {
  try {
    return readPathFile(value);
  } catch (error) {
    throw error instanceof Misuse ? new Misuse(`${file}: ${error.message}`) : error;
  }
}

/**
 * Takes every path of a file in the systems that its descriptions now make: whether it fits, or a
 * line that says why not.
 * @throws Misuse where a description makes no sense
 */
export function checkPaths(file: string, { systems, paths }: PathFile): Fits[] {
  const made = new Map<string, Program>();
  for (const [name, { described }] of Object.entries(systems)) {
    made.set(name, withoutRecovery(programOf(file, name, described)));
  }

  return paths.map((path) => {
    const bad = misfit(made.get(path.system)!, path);
    const why =
      bad === null
        ? null
        : `${file}: path ${bad.path}, step ${bad.number}: '${bad.step}' ${bad.why}`;
    return { file, path: path.id, why };
  });
}

/**
 * The system of a file of threads, from where it was read when the paths were made.
 * @throws Misuse
 */
function threadsAgain(file: string, name: string): Program {
  try {
    const threads = ownThreads(name);
    if (threads !== null) return threads.program;
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    throw new Misuse(`${file}: its system is that of threads: ${error.message}`);
  }
  throw new Misuse(`${file}: found '${name}', expected the name of a file of threads`);
}

/** The system that a file names: a description, a litmus test, or threads. @throws Misuse */
function programOf(file: string, name: string, described: unknown): Program {
  const known = described as Readonly<
    Partial<Record<'litmus' | 'module' | 'threads', unknown>>
  > | null;
  if (typeof known?.threads === 'string') return threadsAgain(file, known.threads);
  if (typeof known?.litmus === 'string') {
    const litmus = gallery.find((test) => test.name === known.litmus);
    if (litmus !== undefined) return litmus.system();
    throw new Misuse(`${file}: there is no litmus test '${known.litmus}'`);
  }
  if (typeof known?.module === 'string')
    throw new Misuse(
      `${file}: its system is that of the module ${known.module}; make it again with --module`,
    );
  const read = understand(described);
  if ('complaints' in read)
    throw new Misuse(`${file}: system '${name}': ${read.complaints[0]!.line}`);
  return systemOf(read.described as Description);
}
