import { fire, type Program } from '../../src/system/program.ts';

/** All states of a small system, one by one. */
export type World = {
  readonly states: readonly (readonly number[])[];
  readonly edges: readonly (readonly Edge[])[];
  /** Which states of a set lead to some of `from` within it; backwards, which those lead to. */
  readonly led: (
    from: readonly boolean[],
    inside: readonly boolean[],
    to: boolean,
  ) => readonly boolean[];
};

type Edge = { readonly actor: number; readonly to: number };

/** Every reachable state and edge. */
export function unfold(program: Program): World {
  const states: (readonly number[])[] = [program.initial];
  const known = new Map([[program.initial.join(), 0]]);
  const edges: Edge[][] = [];
  for (const state of states) {
    const out: Edge[] = [];
    for (const step of program.steps) {
      const next = fire(program, step, state);
      if (next === null) continue;
      let to = known.get(next.join());
      if (to === undefined) known.set(next.join(), (to = states.push(next) - 1));
      out.push({ actor: step.actor, to });
    }
    edges.push(out);
  }
  const back = edges.map((): number[] => []);
  edges.forEach((out, at) => out.forEach(({ to }) => back[to]!.push(at)));
  const led: World['led'] = (from, inside, to) => {
    const reached = from.map((is, at) => is && inside[at]!);
    const open = reached.flatMap((is, at) => (is ? [at] : []));
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const next of to ? back[at]! : edges[at]!.map((edge) => edge.to)) {
        if (reached[next]! || !inside[next]!) continue;
        reached[next] = true;
        open.push(next);
      }
    return reached;
  };
  return { states, edges, led };
}

/**
 * The states of a set that lie in a part of it on which a fair run can stay for ever: components, and
 * where one owes an actor that is strongly fair, components of it without the states where that
 * actor has a step.
 */
export function fairly(
  world: World,
  program: Program,
  inside: readonly boolean[],
  fair: readonly ('none' | 'weak' | 'strong')[],
): boolean[] {
  const result = inside.map(() => false);
  const open = [inside.map((is, at) => (is ? at : -1)).filter((at) => at >= 0)];
  for (let region = open.pop(); region !== undefined; region = open.pop()) {
    for (const component of componentsOf(world, region)) {
      const owed = owedIn(world, program, component, fair);
      if (owed.length === 0) for (const at of component) result[at] = true;
      else if (owed.every((actor) => fair[actor] === 'strong')) {
        const rest = component.filter((at) => !owed.some((actor) => isEnabled(world, at, actor)));
        if (rest.length > 0) open.push(rest);
      }
    }
  }
  return result;
}

const isEnabled = ({ edges }: World, at: number, actor: number): boolean =>
  edges[at]!.some((edge) => edge.actor === actor);

/** The actors to which a run that visits all of a component again and again is not fair. */
function owedIn(
  world: World,
  { actors }: Program,
  component: readonly number[],
  fair: readonly ('none' | 'weak' | 'strong')[],
): number[] {
  const inside = new Set(component);
  return actors.flatMap((_, actor) => {
    if (fair[actor] === 'none') return [];
    const acts = component.some((at) =>
      world.edges[at]!.some((edge) => edge.actor === actor && inside.has(edge.to)),
    );
    const enabled = component.filter((at) => isEnabled(world, at, actor)).length;
    const isKept = fair[actor] === 'weak' ? enabled < component.length : enabled === 0;
    return acts || isKept ? [] : [actor];
  });
}

/** Strongly connected components within a region, by what each state leads to and comes from. */
function componentsOf({ states, led }: World, region: readonly number[]): number[][] {
  const inside = states.map(() => false);
  for (const at of region) inside[at] = true;
  const parts: number[][] = [];
  const done = new Set<number>();
  for (const at of region) {
    if (done.has(at)) continue;
    const only = states.map((_, other) => other === at);
    const [to, from] = [led(only, inside, true), led(only, inside, false)];
    const component = region.filter((other) => to[other]! && from[other]!);
    for (const other of component) done.add(other);
    parts.push(component);
  }
  return parts;
}
