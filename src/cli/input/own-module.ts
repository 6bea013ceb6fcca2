import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inWritten, understand } from '../../../machines/description/complaints.ts';
import type { Described } from '../../../machines/description/description.ts';
import { compose, type Spec } from '../../system/compose.ts';
import { Misuse } from '../../system/misuse.ts';
import { sealed, type Program } from '../../system/program.ts';

/** A system of somebody's own: the default export of a module. A description in it is as good as one in a file. */
export type Own =
  | { readonly described: Described }
  | { readonly name: string; readonly program: Program; readonly spec: Spec | null };

const expected =
  'expected a system: what compose() gives, or rows, actors and sizes for it, or a description of a driver';

/** Loads a module by its path. @throws Misuse in one line. */
export async function ownModule(path: string): Promise<Own> {
  if (!existsSync(path)) throw new Misuse(`${path}: there is no such file`);
  let loaded: { readonly default?: unknown };
  try {
    loaded = (await import(pathToFileURL(resolve(path)).href)) as typeof loaded;
  } catch (error) {
    throw new Misuse(
      `${path}: it cannot be loaded: ${String((error as Error | null)?.message ?? error).split('\n')[0]}`,
    );
  }
  const found = loaded.default;
  if (found === undefined) {
    const names = Object.keys(loaded);
    throw new Misuse(
      `${path}: it has no default export${names.length === 0 ? '' : ` (only ${names.slice(0, 8).join(', ')})`}, ${expected}`,
    );
  }
  if (typeof found !== 'object' || found === null || Array.isArray(found))
    throw new Misuse(
      `${path}: its default export is ${Array.isArray(found) ? 'a list' : found === null ? 'null' : `a ${typeof found}`}, ${expected}`,
    );
  return understood(path, found as Readonly<Record<string, unknown>>);
}

function understood(path: string, found: Readonly<Record<string, unknown>>): Own {
  if (typeof found['driver'] === 'string') {
    const read = understand(found);
    if ('described' in read) return read;
    const [{ path: at, line }] = read.complaints as readonly [(typeof read.complaints)[number]];
    throw new Misuse(`${path}: ${at.length === 0 ? '' : `${inWritten(at)}: `}${line}`);
  }
  const composed = Array.isArray(found['rows']) && typeof found['actors'] === 'object';
  if (!composed && !Array.isArray(found['tables']))
    throw new Misuse(
      `${path}: its default export has ${Object.keys(found).slice(0, 8).join(', ') || 'nothing'}, ${expected}`,
    );
  const spec = composed ? ({ sizes: {}, ...found } as unknown as Spec) : null;
  let program: Program;
  try {
    program = spec === null ? whole(found as unknown as Program) : compose(spec);
  } catch (error) {
    throw new Misuse(`${path}: ${String((error as Error).message).split('\n')[0]}`);
  }
  if (program.promises.length === 0 && program.invariants.length === 0)
    throw new Misuse(
      `${path}: its system has no promise and no invariant, so that there is nothing to ask`,
    );
  return { name: path, program, spec };
}

/** A program that nobody has changed since it was composed. */
function whole(program: Program): Program {
  let { digest } = program;
  try {
    ({ digest } = sealed(program));
  } catch {
    digest = '';
  }
  if (digest !== program.digest)
    throw new Misuse(
      `its system has the digest ${String(program.digest)} and is not what bears it: it was changed by hand; compose() makes one`,
    );
  return program;
}
