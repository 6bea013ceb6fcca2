import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { alternatives } from '../../machines/description/alternatives.ts';
import { besideSpecOf } from '../../machines/description/system.ts';
import { describedBy } from '../../src/cli/input/read-input.ts';
import type { Describing } from '../../src/threads/judge.ts';

export const folder = new URL('../../machines/litmus/threads/', import.meta.url).pathname;

const below = (at: string): string[] =>
  readdirSync(at).flatMap((name) => {
    const path = join(at, name);
    if (statSync(path).isDirectory()) return below(path);
    return path.endsWith('.litmus') ? [path] : [];
  });

/** Every file of threads of the gallery. */
export const threadFiles = below(folder)
  .sort()
  .map((path) => ({ path, name: path.slice(folder.length), text: readFileSync(path, 'utf8') }));

export const describing =
  (path: string): Describing =>
  (name, hangs) =>
    besideSpecOf(alternatives(describedBy(join(path, '..', name)))[0]!.description, hangs);
