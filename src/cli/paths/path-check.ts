import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { understand } from '../../../machines/description/complaints.ts';
import type { Description } from '../../../machines/description/description.ts';
import { systemOf } from '../../../machines/description/system.ts';
import type { PathFile } from '../../paths/path.ts';
import { misfit, readPathFile } from '../../paths/replay.ts';
import { Misuse } from '../../system/misuse.ts';
import { withoutRecovery, type Program } from '../../system/program.ts';
import { readJsonFile } from '../input/read-input.ts';
import type { Fits } from '../report/of-paths.ts';

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
    const understood = understand(described);
    if ('complaints' in understood)
      throw new Misuse(`${file}: system '${name}': ${understood.complaints[0]!.line}`);
    made.set(name, withoutRecovery(systemOf(understood.described as Description)));
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
