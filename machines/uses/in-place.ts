import type { Clause, Row } from '../../src/system/vocabulary.ts';
import type { Use } from './use.ts';

type Said = { readonly [step: string]: object };
type Ties = { readonly requires?: Said; readonly moves?: Said; readonly also?: Said };

/**
 * What rows and clauses say of steps of the core, said of those too that a use has in their place;
 * but not what the use itself says.
 */
export function inPlace<R extends { readonly rows: readonly Row[]; readonly clauses: readonly Clause[] }>(
  spec: R,
  used: readonly Use[],
): R {
  const standing = new Map(used.flatMap((use) => Object.entries(use.inPlaceOf ?? {})));
  if (standing.size === 0) return spec;
  const own = new Set<unknown>(
    used
      .filter(({ inPlaceOf }) => inPlaceOf !== undefined)
      .flatMap(({ rows, wiring, clauses, mistakes }) => [
        ...rows,
        ...wiring,
        ...clauses,
        ...mistakes.flatMap((one) => [...one.rows, ...one.clauses]),
      ]),
  );
  const both = (said: Said | undefined): Said | undefined =>
    said &&
    Object.fromEntries(
      Object.entries(said).flatMap(([step, what]) => [step, ...(standing.get(step) ?? [])].map((name) => [name, what])),
    );
  const ties = <T extends Ties>(one: T): T => ({
    ...one,
    ...(one.requires && { requires: both(one.requires) }),
    ...(one.moves && { moves: both(one.moves) }),
    ...(one.also && { also: both(one.also) }),
  });
  return {
    ...spec,
    rows: spec.rows.map((row) =>
      own.has(row) || row.ties === undefined
        ? row
        : { ...row, ties: ties(row.ties as Ties) as NonNullable<Row['ties']> },
    ),
    clauses: spec.clauses.map((clause) => (own.has(clause) ? clause : ties(clause as Ties & Clause))),
  };
}
