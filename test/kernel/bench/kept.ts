/**
 * What the bench makes from the models, kept in `.kernel/` until a file that it is made of is
 * another.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { checkout, home } from './linux.ts';

/** Everything that a suite or a file of threads is made of; the rest is libraries. */
const sources = [
  'machines',
  'src',
  'test/kernel/klitmus.ts',
  ...['far', 'paths', 'sides', 'suites'].map((name) => `test/kernel/bench/${name}.ts`),
];

let digest: string | null = null;

/** Of the names and texts of all these files, and of the libraries' versions. */
function digestOfSources(): string {
  const hash = createHash('sha256');
  const add = (path: string): void => void hash.update(`${path}\0`).update(readFileSync(path));
  const walk = (path: string): void => {
    const entries = readdirSync(path, { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => a.name.localeCompare(b.name)))
      if (entry.isDirectory()) walk(join(path, entry.name));
      else add(join(path, entry.name));
  };
  for (const source of sources)
    if (source.endsWith('.ts')) add(join(checkout, source));
    else walk(join(checkout, source));
  add(join(checkout, 'package-lock.json'));
  return hash.digest('hex').slice(0, 16);
}

/** What `make` returned when the sources were as they are now; it has to be plain data. */
export function kept<T>(name: string, make: () => T): T {
  digest ??= digestOfSources();
  const file = join(home, `made-${name}-${digest}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as T;
  const made = make();
  mkdirSync(home, { recursive: true });
  for (const old of readdirSync(home)) if (old.startsWith(`made-${name}-`)) rmSync(join(home, old));
  // Whole or not at all: a run may be interrupted here.
  writeFileSync(`${file}.half`, JSON.stringify(made));
  renameSync(`${file}.half`, file);
  return made;
}
