/** A system of somebody's own, from a module. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inWritten, understand } from '../../../machines/description/complaints.ts';
import type { Given } from '../../judge/subject.ts';
import { compose, type Spec } from '../../system/compose.ts';
import { Misuse } from '../../system/misuse.ts';
import { sealed, type Program } from '../../system/program.ts';

const expected =
  'expected a system that compose() made, or its rows, actors and sizes, or a description of a driver';

/**
 * What a module exports under the name `default`. A description in it is as good as one in a file.
 */
type Exported = Readonly<Record<string, unknown>>;

/** Loads a system of somebody's own: the default export of a module. @throws Misuse in one line */
export async function ownModule(path: string): Promise<Given> {
  if (!existsSync(path)) throw new Misuse(`${path}: there is no such file`);

  const loaded = await load(path);
  const exported = loaded.default;
  if (exported === undefined) {
    const names = Object.keys(loaded).slice(0, 8).join(', ');
    const only = names === '' ? '' : ` (only ${names})`;
    throw new Misuse(`${path}: it has no default export${only}, ${expected}`);
  }
  if (typeof exported !== 'object' || exported === null || Array.isArray(exported))
    throw new Misuse(`${path}: its default export is ${kindOf(exported)}, ${expected}`);
  return understood(path, exported as Exported);
}

async function load(path: string): Promise<{ readonly default?: unknown }> {
  try {
    return (await import(pathToFileURL(resolve(path)).href)) as { readonly default?: unknown };
  } catch (error) {
    const [line] = String((error as Error | null)?.message ?? error).split('\n');
    throw new Misuse(`${path}: it cannot be loaded: ${line}`);
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

function understood(path: string, exported: Exported): Given {
  if (typeof exported['driver'] === 'string') return description(path, exported);

  const isSpec = Array.isArray(exported['rows']) && typeof exported['actors'] === 'object';
  if (!isSpec && !Array.isArray(exported['tables'])) {
    const keys = Object.keys(exported).slice(0, 8).join(', ') || 'nothing';
    throw new Misuse(`${path}: its default export has ${keys}, ${expected}`);
  }
  const spec = isSpec ? ({ sizes: {}, ...exported } as unknown as Spec) : null;
  const program = composed(path, spec, exported);
  if (program.promises.length === 0 && program.invariants.length === 0)
    throw new Misuse(
      `${path}: its system has no promise and no invariant, so there is nothing to check`,
    );
  return { name: path, program, spec };
}

function description(path: string, found: Exported): Given {
  const read = understand(found);
  if ('described' in read) return read;
  const [first] = read.complaints;
  const field = first!.path.length === 0 ? '' : `${inWritten(first!.path)}: `;
  throw new Misuse(`${path}: ${field}${first!.line}`);
}

function composed(path: string, spec: Spec | null, exported: Exported): Program {
  try {
    return spec === null ? whole(exported as unknown as Program) : compose(spec);
  } catch (error) {
    throw new Misuse(`${path}: ${String((error as Error).message).split('\n')[0]}`);
  }
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
      `its system does not match its digest ${String(program.digest)}: it was changed by ` +
        'hand; make a system with compose()',
    );
  return program;
}
