import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of threads that comes with this package. */
export type ShippedFile = {
  /** From where the command was started, so that it can be given to the command again. */
  readonly path: string;
  /** What stands behind its `K`. */
  readonly name: string;
  /** The rules that it names. */
  readonly laws: readonly string[];
};

/** Every file of threads of this package, by its path; none where they were left out. */
export function shippedFiles(): readonly ShippedFile[] {
  const folder = gallery();
  if (folder === null) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.litmus'))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      const text = readFileSync(file, 'utf8');
      const laws = [...text.matchAll(/^law ([^;]*);/gm)];
      return {
        path: relative('', file),
        name: /^K\s+(\S+)/m.exec(text)?.[1] ?? name,
        laws: laws.flatMap(([, ids]) => ids!.split(',').map((id) => id.trim())),
      };
    });
}

/** Where they stand; found from `src/cli/threads` and from `dist/src/cli/threads` alike. */
function gallery(): string | null {
  const places = ['../../../', '../../../../'].map((up) =>
    fileURLToPath(new URL(`${up}machines/litmus/threads`, import.meta.url)),
  );
  const found = places.find((place) => existsSync(place));
  return found === undefined ? null : join(found, '..');
}
