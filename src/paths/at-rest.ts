import { fire, refusal, type Program, type Step } from '../system/program.ts';

/** One call on a system at rest: what happens inside the call is part of the edge. */
export type RestEdge = { readonly from: number; readonly step: Step; readonly to: number };
/**
 * A system as its callers see it. `states` hold one local state for each part; the first is the
 * initial one. `calls` are the steps that a caller may begin. `forks` are calls that are left out,
 * because their end depends on the order of what happens inside.
 */
export type AtRest = {
  readonly states: readonly (readonly number[])[];
  readonly edges: readonly RestEdge[];
  readonly calls: readonly Step[];
  readonly forks: readonly string[];
};

/**
 * The states in which nothing of `inside` can happen any more. `inside` and `never` are names of
 * steps as written.
 */
export function atRest(
  program: Program,
  inside: ReadonlySet<string>,
  never: ReadonlySet<string>,
): AtRest {
  const within = program.steps.filter(({ of }) => inside.has(of));
  const calls = program.steps.filter(({ of }) => !inside.has(of) && !never.has(of));
  const settled = (from: readonly number[]): readonly number[][] => {
    const ends = new Map<string, number[]>();
    const seen = new Set<string>();
    const todo = [[...from]];
    for (let state = todo.pop(); state !== undefined; state = todo.pop()) {
      const key = state.join();
      if (seen.has(key)) continue;
      seen.add(key);
      const next = within
        .map((step) => fire(program, step, state!))
        .filter((next) => next !== null && next.join() !== key);
      if (next.length === 0) ends.set(key, state);
      else todo.push(...(next as number[][]));
    }
    return [...ends.values()];
  };

  const [initial = [...program.initial]] = settled(program.initial);
  const states = [initial];
  const index = new Map([[initial.join(), 0]]);
  const edges: RestEdge[] = [];
  const forks = new Set<string>();
  for (let from = 0; from < states.length; from += 1)
    for (const step of calls) {
      const after = fire(program, step, states[from]!);
      if (after === null) continue;
      const ends = settled(after);
      if (ends.length !== 1) {
        forks.add(step.name);
        continue;
      }
      const end = ends[0]!;
      const key = end.join();
      if (!index.has(key)) {
        index.set(key, states.length);
        states.push(end);
      }
      edges.push({ from, step, to: index.get(key)! });
    }
  return { states, edges, calls, forks: [...forks] };
}

/** The calls that are refused in a state. */
export const refusedAt = (
  program: Program,
  { calls }: AtRest,
  state: readonly number[],
): readonly Step[] => calls.filter((call) => refusal(program, call, state) !== null);

/**
 * Walks from the initial state that meet every target. Each goes from target to nearest target that
 * is left, and has at most `longest` steps.
 */
export function tour(
  { states, edges }: AtRest,
  targetsOf: (edge: RestEdge) => readonly string[],
  longest: number,
): { readonly paths: readonly (readonly RestEdge[])[]; readonly missed: number } {
  const out: RestEdge[][] = states.map(() => []);
  for (const edge of edges) out[edge.from]!.push(edge);
  const left = new Set(edges.flatMap(targetsOf));
  const wanted = (edge: RestEdge): boolean => targetsOf(edge).some((target) => left.has(target));
  const paths: RestEdge[][] = [];
  while (left.size > 0) {
    const path: RestEdge[] = [];
    for (let state = 0; ;) {
      const more = nearest(out, state, wanted);
      if (more === null || (path.length > 0 && path.length + more.length > longest)) break;
      for (const edge of more) for (const target of targetsOf(edge)) left.delete(target);
      path.push(...more);
      state = more.at(-1)!.to;
    }
    if (path.length === 0) break;
    paths.push(path);
  }
  return { paths, missed: left.size };
}

/** The shortest way from a state over an edge that is wanted; null where there is none. */
function nearest(
  out: readonly RestEdge[][],
  from: number,
  wanted: (edge: RestEdge) => boolean,
): RestEdge[] | null {
  const via = new Map<number, RestEdge | null>([[from, null]]);
  const todo = [from];
  for (const state of todo)
    for (const edge of out[state]!) {
      if (wanted(edge)) {
        const run = [edge];
        for (let back = via.get(state)!; back !== null; back = via.get(back.from)!)
          run.unshift(back);
        return run;
      }
      if (!via.has(edge.to)) {
        via.set(edge.to, edge);
        todo.push(edge.to);
      }
    }
  return null;
}
