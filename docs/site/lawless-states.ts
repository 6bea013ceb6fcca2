import { gallery } from '../../machines/litmus/gallery.ts';
import { search } from '../../src/explore/search.ts';
import type { Graph } from '../../src/explore/graph.ts';
import type { Program } from '../../src/system/program.ts';

/** States by the id of their machine. */
export type Lawless = {
  /** An invariant of some litmus test forbids them, whatever its other parts do. */
  readonly forbidden: ReadonlyMap<string, ReadonlySet<string>>;
  /**
   * Reached, and only in systems that break a promise or an invariant; each with the name of a
   * litmus test of such a system.
   */
  readonly astray: ReadonlyMap<string, ReadonlyMap<string, string>>;
};

/** More states than any litmus test has but three. */
const budget = { states: 60_000 };

let known: Lawless | null = null;

/** What the litmus tests say of states: every system of the gallery is searched, once. */
export function lawlessStates(): Lawless {
  return (known ??= searched());
}

function searched(): Lawless {
  const forbidden = new Map<string, Set<string>>();
  const kept = new Map<string, Set<string>>();
  const met = new Map<string, Map<string, string>>();
  for (const litmus of gallery) {
    const program = litmus.system();
    for (const [lifecycle, state] of forbiddenIn(program)) addTo(forbidden, lifecycle, state);
    const isKept = litmus.expect.verdict === 'finite';
    for (const [lifecycle, state] of reachedIn(search(program, budget), isKept)) {
      if (isKept) addTo(kept, lifecycle, state);
      else if (met.get(lifecycle)?.has(state) !== true)
        met.set(lifecycle, new Map(met.get(lifecycle)).set(state, litmus.name));
    }
  }
  const astray = new Map(
    [...met].map(([lifecycle, states]) => [
      lifecycle,
      new Map([...states].filter(([state]) => kept.get(lifecycle)?.has(state) !== true)),
    ]),
  );
  return { forbidden, astray };
}

const addTo = (to: Map<string, Set<string>>, lifecycle: string, state: string): void => {
  to.set(lifecycle, (to.get(lifecycle) ?? new Set()).add(state));
};

type Place = readonly [lifecycle: string, state: string];

/** A state without what its context counts, as a chart names it. */
const placeOf = ({ parts, tables }: Program, part: number, local: number): Place => {
  const { lifecycle, states } = tables[parts[part]!.table]!;
  return [lifecycle, states[local]!.split('{')[0]!];
};

/** Local states that an invariant forbids by themselves. */
function forbiddenIn(program: Program): Place[] {
  return program.invariants.flatMap(({ never }) => {
    const [some, ...others] = never;
    if (some === undefined || others.length > 0) return [];
    return some.flatMap(({ part, in: locals }) =>
      locals.map((local) => placeOf(program, part, local)),
    );
  });
}

/**
 * Local states that some reachable state has. A search that was cut off has not seen all of them:
 * `generous` takes every state that there is for one of them.
 */
function reachedIn(graph: Graph, generous: boolean): Place[] {
  const { program, size, stopped } = graph;
  const reached = program.parts.map(() => new Set<number>());
  const here: number[] = [];
  for (let state = 0; state < size; state++) {
    graph.locals(state, here);
    for (const [part, local] of here.entries()) reached[part]!.add(local);
  }
  return program.parts.flatMap(({ table }, part) => {
    const all = program.tables[table]!.states.keys();
    return [...(generous && stopped !== null ? all : reached[part]!)].map((local) =>
      placeOf(program, part, local),
    );
  });
}
