import { readdirSync, readFileSync } from 'node:fs';

/** The names of every litmus test, as they stand in its files. */
export function litmuses(): readonly string[] {
  const folder = new URL('../../machines/litmus/', import.meta.url);
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [...readFileSync(new URL(file, folder), 'utf8').matchAll(/name: '([A-Z][\w+-]*)'/g)].map(
        ([, name]) => name!,
      ),
    );
}
