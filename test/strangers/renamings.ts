import type { Renaming } from '../../src/orbits/symmetry.ts';
import type { Program } from '../../src/system/program.ts';

/** Families that orbits make smaller have so many members: the first is told from the others. */
const fewest = 3;

/**
 * For each family of a random system with like threads, the renamings that let neighbours change
 * places; none where orbits would leave nothing out. Whether the system is symmetric is not asked here.
 */
export function renamingsOfRandom({ parts }: Program): Renaming[][] {
  const sizeOf = (family: string): number =>
    Math.max(0, ...parts.map((part) => (part.family === family ? (part.index ?? 0) : 0)));
  if (sizeOf('thread') < fewest) return [];
  const own = new Map(
    ['thread', 'page'].map((family) => [
      family,
      new Set(parts.filter((part) => part.family === family).map(({ name }) => baseOf(name))),
    ]),
  );
  // What acts for a member acts for a thread.
  for (const actor of ['thread', 'hand']) own.get('thread')!.add(actor);
  return [...own].flatMap(([family, bases]) => {
    const size = sizeOf(family);
    return size < 2
      ? []
      : [Array.from({ length: size - 1 }, (_, m) => changing(bases, m + 1, m + 2))];
  });
}

const baseOf = (name: string): string => name.replace(/\[.*/, '');

/** Members `low` and `high` of these change places. */
const changing =
  (bases: ReadonlySet<string>, low: number, high: number): Renaming =>
  (name) => {
    if (!bases.has(baseOf(name))) return name;
    return name.replace(/\[(\d+)\]$/, (whole, index: string) => {
      if (Number(index) === low) return `[${high}]`;
      return Number(index) === high ? `[${low}]` : whole;
    });
  };
