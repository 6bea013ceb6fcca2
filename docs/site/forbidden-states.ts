import { tabulate } from '../../src/lts/tabulate.ts';
import { madeOf, type Made } from '../../src/system/made-of.ts';
import type { Row } from '../../src/system/vocabulary.ts';

type Sizes = Readonly<Record<string, number>>;

/** The states of each lifecycle, by the id of its machine, that an invariant of some row forbids. */
export function forbiddenStates(
  rows: readonly Row[],
  sizes: Sizes,
): ReadonlyMap<string, ReadonlySet<string>> {
  const forbidden = new Map<string, Set<string>>();
  const parts = new Map(rows.flatMap(({ parts: own }) => Object.entries(own)));
  for (const { invariants = [] } of rows)
    for (const { never } of invariants) {
      const places = Object.entries(never as Record<string, string | readonly string[]>);
      // Where several parts are named, each of their states alone is harmless.
      if (places.length !== 1) continue;
      const [[reference, states]] = places as [[string, string | readonly string[]]];
      const declared = parts.get(reference.split('[')[0]!);
      if (declared === undefined) continue;
      const [{ machine }] = madeOf(declared.of, sizes) as [Made];
      const lts = tabulate(machine);
      const paths = [states]
        .flat()
        .flatMap((place) => (lts.places[place] ?? []).map((index) => lts.states[index]!));
      const known = forbidden.get(machine.id) ?? new Set();
      forbidden.set(machine.id, new Set([...known, ...paths.map((path) => path.split('{')[0]!)]));
    }
  return forbidden;
}
