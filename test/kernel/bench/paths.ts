/**
 * The paths of a suite. A system that is explored is led along every edge, one that is too big
 * along what walks come to. Where an adapter can let everybody go, there are runs after which it
 * does: to the states in which the model hangs, or from wherever a path ends if it never does.
 */
import type { Conformance } from '../../../machines/conformance/index.ts';
import { atRest, tour, type AtRest, type RestEdge } from '../../../src/paths/at-rest.ts';
import { fire, type Program } from '../../../src/system/program.ts';
import { Far, narrowed } from './far.ts';

type Path = readonly RestEdge[];
type Cover = { readonly paths: readonly Path[]; readonly missed: number };
/** The paths of a suite; `rests` are runs after which everybody is let go. */
export type Paths = {
  readonly rest: AtRest;
  readonly cover: 'edges' | 'transitions' | 'steps';
  /** By name, the smallest first; the last is the one along which refused calls are tried. */
  readonly tours: readonly (readonly [name: string, cover: Cover])[];
  readonly rests: { readonly paths: readonly Path[]; readonly hangs: boolean } | null;
};

const covers = {
  steps: (_: Program, __: AtRest, { step }: RestEdge) => [step.name],
  transitions: (program: Program, { states }: AtRest, { from, to, step }: RestEdge) =>
    program.parts.flatMap((part, at) =>
      states[from]![at] === states[to]![at]
        ? []
        : [`${part.family ?? part.name}.${states[from]![at]}+${step.of}`],
    ),
  edges: (_: Program, __: AtRest, { from, step }: RestEdge) => [`${from}+${step.name}`],
} as const;
/** How many runs there are after which everybody is let go. */
const most = 12;

/**
 * The promises that stay open for ever, as one word: nobody who must move can. Null where somebody
 * can.
 */
function hangs(program: Program, state: readonly number[]): string | null {
  const open = program.promises.filter(({ pending }) =>
    pending.every((some) => some.some((one) => one.in.includes(state[one.part]!))),
  );
  if (open.length === 0) return null;
  const goes = program.steps.some((step) => {
    const { fair } = program.actors[step.actor]!;
    return fair !== 'none' && fire(program, step, state) !== null;
  });
  return goes ? null : open.map(({ name }) => name).join();
}

/** The shortest run to each state in which the system hangs, the shortest first. */
function runsToHangs(program: Program, { states, edges }: AtRest): readonly Path[] {
  const out: RestEdge[][] = states.map(() => []);
  for (const edge of edges) out[edge.from]!.push(edge);
  const via = new Map<number, RestEdge | null>([[0, null]]);
  const hangingPaths: Path[] = [];
  for (const stateIndex of via.keys()) {
    if (hangingPaths.length === most) break;
    if (hangs(program, states[stateIndex]!) !== null) {
      const run: RestEdge[] = [];
      for (let back = via.get(stateIndex)!; back !== null; back = via.get(back.from)!)
        run.unshift(back);
      hangingPaths.push(run);
    }
    for (const edge of out[stateIndex]!) if (!via.has(edge.to)) via.set(edge.to, edge);
  }
  return hangingPaths;
}

function explored(conformance: Conformance, program: Program): Paths {
  const inside = new Set(Object.keys(conformance.inside));
  const rest = atRest(program, inside, new Set(Object.keys(conformance.unreachable)));
  const tours = Object.entries(covers).map(
    ([name, targets]) => [name, tour(rest, (edge) => targets(program, rest, edge), 40)] as const,
  );
  if (conformance.goesOn !== true) return { rest, cover: 'edges', tours, rests: null };
  const found = runsToHangs(program, rest);
  const rests =
    found.length > 0
      ? { paths: found, hangs: true }
      : { paths: tours[1]![1].paths.slice(0, most), hangs: false };
  return { rest, cover: 'edges', tours, rests };
}

/**
 * Runs of the system with one job of a kind, and the same with the second of each in place of the
 * first.
 */
function runsOfTwo(conformance: Conformance): readonly (readonly string[])[] {
  const small = conformance.ofOne?.();
  if (small === undefined) return [];
  const found = runsToHangs(small, atRest(small, new Set(), new Set()));
  const runs = found.map((path) => path.map(({ step }) => step.name));
  const second = runs.map((run) => run.map((name) => name.replace(/\d/g, '2')));
  return [...runs, ...second];
}

function walked(conformance: Conformance, program: Program): Paths {
  const far = new Far(program);
  const steps = far.tour((_, step) => [step.name]);
  const known = new Map<string, string | null>();
  const hang = (state: readonly number[]): string[] => {
    const key = state.join();
    if (!known.has(key)) known.set(key, hangs(program, state));
    const open = known.get(key)!;
    return open === null ? [] : [`hangs ${open}`];
  };
  const allPaths =
    conformance.cover === 'steps'
      ? steps
      : far.tour((from, step, to) => [
          ...program.parts.flatMap(({ name }, at) =>
            from[at] === to[at] ? [] : [`${name}.${from[at]}+${step.name}`],
          ),
          ...hang(to),
        ]);
  const led = runsOfTwo(conformance)
    .map((run) => far.run(run))
    .filter((path) => path !== null && hang(far.states[path.at(-1)!.to]!).length > 0)
    .map((path) => path!);
  const free = led.length > 0 ? led : allPaths.slice(0, most);
  const { rest, tours } = narrowed(far, [steps, allPaths, free]);
  const [first, last, free2] = tours.map((paths) => ({ paths, missed: 0 }));
  return {
    rest,
    cover: conformance.cover ?? 'transitions',
    tours: [
      ['steps', first!],
      ['transitions', last!],
    ],
    rests: conformance.goesOn === true ? { paths: free2!.paths, hangs: led.length > 0 } : null,
  };
}

/** The paths of a conformance. */
export const pathsOf = (conformance: Conformance, program: Program): Paths =>
  conformance.cover === undefined ? explored(conformance, program) : walked(conformance, program);
