import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { kernelCalls } from '../../machines/calls/index.ts';
import { describingBeside } from '../../src/cli/threads/read-threads.ts';
import { search } from '../../src/explore/search.ts';
import type { Program } from '../../src/system/program.ts';
import { sidesOfFile } from '../../src/threads/sides.ts';

export const folder = new URL('../../machines/litmus/threads/', import.meta.url).pathname;
const litmus = new URL('../../machines/litmus/', import.meta.url).pathname;

const below = (at: string): string[] =>
  readdirSync(at).flatMap((name) => {
    const path = join(at, name);
    if (statSync(path).isDirectory()) return below(path);
    return path.endsWith('.litmus') ? [path] : [];
  });

const readBelow = (at: string): readonly File[] =>
  below(at)
    .sort()
    .map((path) => ({ path, name: path.slice(at.length), text: readFileSync(path, 'utf8') }));

type File = { readonly path: string; readonly name: string; readonly text: string };

/** Every file of threads of the gallery. */
export const threadFiles = readBelow(folder);

/** One side of a file, and how many states it has. */
export type SizedSide = {
  readonly name: string;
  readonly program: Program;
  readonly states: number;
};

/** Every side of every file that comes with this package, upstream fixes too; the smallest first. */
export function sidesBySize(): readonly SizedSide[] {
  const sides = readBelow(litmus).flatMap(({ path, name, text }) =>
    sidesOfFile(name, text, kernelCalls, describingBeside(path)).map(({ side, program }) => {
      const { size, stopped } = search(program, { states: 200_000 });
      if (stopped !== null) throw new Error(`${name} ${side}: more states than are counted here`);
      return { name: `${name} ${side}`, program, states: size };
    }),
  );
  return sides.toSorted((a, b) => a.states - b.states);
}
