/**
 * Walks through a system that is too big to be explored: from target to nearest target, looking no
 * further than a number of states, and from somewhere else where nothing is near.
 */
import type { AtRest, RestEdge } from '../../../src/paths/at-rest.ts';
import { fire, type Program, type Step } from '../../../src/system/program.ts';

type Targets = (from: readonly number[], step: Step, to: readonly number[]) => readonly string[];

/** The longest walk, in steps; how many states are looked at for a target; how often in vain. */
const longest = 60;
const look = 2500;
const inVain = 6;

/** The states that walks have met, numbered as they came, and their successors. */
export class Far {
  readonly program: Program;
  readonly states: (readonly number[])[] = [];
  private readonly index = new Map<string, number>();
  private readonly next: (readonly RestEdge[])[] = [];
  private seed = 1;

  constructor(program: Program) {
    this.program = program;
    this.number(program.initial);
  }

  private number(state: readonly number[]): number {
    const key = state.join();
    const known = this.index.get(key);
    if (known !== undefined) return known;
    this.index.set(key, this.states.length);
    this.states.push(state);
    return this.states.length - 1;
  }

  after(from: number): readonly RestEdge[] {
    return (this.next[from] ??= this.program.steps.flatMap((step) => {
      const to = fire(this.program, step, this.states[from]!);
      return to === null ? [] : [{ from, step, to: this.number(to) }];
    }));
  }

  /** A run of steps by name, from the initial state; null where one is refused. */
  run(names: readonly string[]): readonly RestEdge[] | null {
    const path: RestEdge[] = [];
    for (const name of names) {
      const edge = this.after(path.at(-1)?.to ?? 0).find(({ step }) => step.name === name);
      if (edge === undefined) return null;
      path.push(edge);
    }
    return path;
  }

  private nearest(from: number, wanted: (edge: RestEdge) => boolean): readonly RestEdge[] | null {
    const via = new Map<number, RestEdge | null>([[from, null]]);
    for (const state of via.keys()) {
      for (const edge of this.after(state)) {
        if (wanted(edge)) {
          const run = [edge];
          for (let back = via.get(state)!; back !== null; back = via.get(back.from)!)
            run.unshift(back);
          return run;
        }
        if (!via.has(edge.to) && via.size < look) via.set(edge.to, edge);
      }
    }
    return null;
  }

  /** Always the same numbers: minstd. */
  private random(below: number): number {
    this.seed = (this.seed * 48_271) % 2_147_483_647;
    return this.seed % below;
  }

  private elsewhere(): RestEdge[] {
    const path: RestEdge[] = [];
    for (let count = 0; count < longest / 3; count++) {
      const edges = this.after(path.at(-1)?.to ?? 0);
      if (edges.length === 0) break;
      path.push(edges[this.random(edges.length)]!);
    }
    return path;
  }

  tour(targetsOf: Targets): readonly (readonly RestEdge[])[] {
    const seen = new Set<string>();
    const targets = ({ from, step, to }: RestEdge): readonly string[] =>
      targetsOf(this.states[from]!, step, this.states[to]!);
    const wanted = (edge: RestEdge): boolean => targets(edge).some((one) => !seen.has(one));
    const paths: RestEdge[][] = [];
    for (let vain = 0; vain < inVain;) {
      const path = vain === 0 ? [] : this.elsewhere();
      let isCovering = false;
      while (path.length < longest) {
        const more = this.nearest(path.at(-1)?.to ?? 0, wanted);
        if (more === null) break;
        isCovering = true;
        path.push(...more);
        for (const edge of path) for (const one of targets(edge)) seen.add(one);
      }
      if (isCovering) paths.push(path);
      vain = isCovering ? 0 : vain + 1;
    }
    return paths;
  }
}

/** Only what paths go through, numbered anew. */
export function narrowed(
  { program, states }: Far,
  tours: readonly (readonly (readonly RestEdge[])[])[],
): { readonly rest: AtRest; readonly tours: readonly (readonly (readonly RestEdge[])[])[] } {
  const index = new Map([[0, 0]]);
  const numbered = (at: number): number => {
    if (!index.has(at)) index.set(at, index.size);
    return index.get(at)!;
  };
  const again = tours.map((paths) =>
    paths.map((path) =>
      path.map(({ from, step, to }) => ({ from: numbered(from), step, to: numbered(to) })),
    ),
  );
  const edges = new Map(again.flat(2).map((edge) => [`${edge.from}+${edge.step.name}`, edge]));
  const rest = {
    states: [...index.keys()].map((at) => states[at]!),
    edges: [...edges.values()],
    calls: program.steps,
    forks: [],
  };
  return { rest, tours: again };
}
