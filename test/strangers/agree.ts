import type { Graph } from '../../src/explore/graph.ts';
import { search } from '../../src/explore/search.ts';
import type { Program } from '../../src/system/program.ts';
import { oneOf } from './one-of.ts';
import { rumur, unaided } from './rumur.ts';
import { spin } from './spin.ts';
import { differences, engine, naively, nothing, together, type Testimony } from './testimony.ts';

export type Agreement = {
  readonly name: string;
  readonly states: number;
  readonly edges: number;
  /** One a promise, of the naive checker. */
  readonly verdicts: readonly string[];
  /** Promises whose verdict changes where strong fairness counts as weak. */
  readonly needStrong: number;
  /** What SPIN, Rumur and both together said. */
  readonly heard: readonly Testimony[];
  /** What any two do not agree about, as lines: the only good answer is none. */
  readonly differences: readonly string[];
};

const explore = (program: Program): Graph => search(program, { states: 5_000_000 });

/**
 * Asks the engine, the naive checker, SPIN and Rumur about `program`: states, edges, and every
 * promise's verdict, with fairness as written and with strong counted as weak.
 * @throws where a tool is missing or does not finish.
 */
export async function strangersAgree(program: Program, name: string): Promise<Agreement> {
  const graph = explore(program);
  const big = { big: graph.size > 20_000 };
  const first = naively(program);
  const [bySpin, byRumur] = await Promise.all([spin(program, big), rumur(program, big)]);
  return agreement(name, first, engine(graph), [bySpin, byRumur, together(bySpin, byRumur)]);
}

/**
 * The same for several small programs. Rumur is asked both its questions about all of them at once,
 * as compiling what it writes takes most of the time; so it counts the states and edges of all
 * together.
 */
export async function allAgree(
  programs: readonly Program[],
  name: (at: number) => string,
): Promise<Agreement[]> {
  const firsts = programs.map(naively);
  const spins: Testimony[] = [];
  const [, whole] = await Promise.all([
    (async () => {
      for (const program of programs) spins.push(await spin(program));
    })(),
    unaided(oneOf(programs)),
  ]);
  // `oneOf` adds a state and an edge a program to choose it; the environment that may stop counts
  // as `MurphiOptions` says.
  const sum = (of: 'states' | 'edges' | 'own'): number =>
    firsts.reduce((total, one) => total + one[of], of === 'states' ? 1 : programs.length);
  const counted: string[] = [];
  if (whole.states !== 3 * sum('states'))
    counted.push(`states: naive ${3 * sum('states')}, Rumur ${whole.states}`);
  const steps = 2 * sum('edges') + sum('states') + sum('own');
  if (whole.steps !== steps) counted.push(`edges: naive ${steps}, Rumur ${whole.steps}`);
  let next = 0;
  let covered = 0;
  return programs.map((program, n) => {
    const promises = program.promises.map(() => ({
      ...nothing,
      keepable: whole.keepable[next]!,
      unaided: whole.unaided[next++]!,
    }));
    const broken = whole.holding
      .slice(covered, (covered += program.invariants.length))
      .map((count) => sum('states') - count);
    const byRumur: Testimony = { by: 'Rumur', states: null, edges: null, promises, broken };
    const agreed = agreement(name(n), firsts[n]!, engine(explore(program)), [
      spins[n]!,
      byRumur,
      together(spins[n]!, byRumur),
    ]);
    return {
      ...agreed,
      differences: [
        ...agreed.differences,
        ...counted.map((line) => `all ${programs.length} together: ${line}`),
      ],
    };
  });
}

function agreement(
  name: string,
  first: Testimony,
  ours: Testimony,
  heard: readonly Testimony[],
): Agreement {
  return {
    name,
    states: first.states!,
    edges: first.edges!,
    verdicts: first.promises.map(({ verdict }) => verdict!),
    needStrong: first.promises.filter(({ verdict, verdictWeakly }) => verdict !== verdictWeakly)
      .length,
    heard,
    differences: differences(first, [ours, ...heard]),
  };
}
