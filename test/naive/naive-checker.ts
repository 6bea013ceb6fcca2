import type { Program } from '../../src/system/program.ts';

/**
 * The plainest checker that could be written: strings, Maps and fixpoints. It shares nothing with
 * the engine but the type of a program. A state is the list of its parts' local states by name; a
 * step looks everything up by name again.
 */
export type Naive = {
  readonly states: number;
  readonly edges: number;
  /** Edges that are not the environment's. */
  readonly own: number;
  readonly promises: readonly NaiveFinding[];
  /** For each invariant, the states that break it. */
  readonly broken: readonly number[];
};

type NaiveFinding = {
  readonly promise: string;
  /** States in which it is pending. */
  readonly pending: number;
  /** AG EF: from every state some run keeps it. */
  readonly keepable: boolean;
  /** The same without any step of the environment. */
  readonly unaided: boolean;
  /** A run fair as written on which it is pending for ever. */
  readonly evaded: boolean;
  /** The same where strong counts as weak. */
  readonly evadedWeakly: boolean;
  readonly verdict: 'deadlock' | 'indefinite' | 'unbounded' | 'finite';
  readonly verdictWeakly: 'deadlock' | 'indefinite' | 'unbounded' | 'finite';
  /**
   * Steps from the start to the nearest state from which it cannot be kept: by anybody, or, if
   * there is none, unaided; else null.
   */
  readonly nearest: number | null;
};

type Edge = { readonly step: string; readonly actor: string; readonly to: string };
type World = {
  readonly edges: ReadonlyMap<string, readonly Edge[]>;
  readonly depth: ReadonlyMap<string, number>;
};

export function naive(program: Program): Naive {
  const world = unfold(program);
  const edges = [...world.edges.values()].flat();
  const own = edges.filter(
    ({ actor }) => program.actors.find(({ name }) => name === actor)!.fair !== 'none',
  );
  const broken = program.invariants.map(
    ({ never }) =>
      [...world.edges.keys()].filter((state) =>
        satisfied(program, never, JSON.parse(state) as string[]),
      ).length,
  );
  return {
    states: world.edges.size,
    edges: edges.length,
    own: own.length,
    broken,
    promises: program.promises.map((promise) => judge(program, world, promise)),
  };
}

/** Where a part goes from a local state on an event, all by name; undefined where it refuses. */
function goes(
  program: Program,
): (part: number, local: string, event: number) => string | undefined {
  const steps = program.tables.map((table) => {
    const nextOf = new Map<string, string>();
    table.next.forEach((to, index) => {
      const event = index % table.events.length;
      if (to >= 0)
        nextOf.set(
          `${table.states[(index - event) / table.events.length]!}\n${event}`,
          table.states[to]!,
        );
    });
    return nextOf;
  });
  return (part, local, event) => steps[program.parts[part]!.table]!.get(`${local}\n${event}`);
}

const local = (program: Program, part: number, at: number): string =>
  program.tables[program.parts[part]!.table]!.states[at]!;

/** Every conjunct has some part in one of its places. */
function satisfied(
  program: Program,
  all: Program['promises'][number]['pending'],
  state: readonly string[],
): boolean {
  for (const some of all) {
    let one = false;
    for (const { part, in: places } of some)
      for (const at of places) if (state[part] === local(program, part, at)) one = true;
    if (!one) return false;
  }
  return true;
}

/**
 * Every reachable state with its edges, and how far it is from the start: whole frontiers, one
 * after another.
 */
function unfold(program: Program): World {
  const to = goes(program);
  const start = JSON.stringify(program.initial.map((at, part) => local(program, part, at)));
  const edges = new Map<string, Edge[]>();
  const depth = new Map([[start, 0]]);
  let frontier = [start];
  for (let steps = 1; frontier.length > 0; steps++) {
    const next: string[] = [];
    for (const key of frontier) {
      const state = JSON.parse(key) as string[];
      const out: Edge[] = [];
      for (const step of program.steps) {
        if (
          !satisfied(
            program,
            step.when.map(({ some }) => some),
            state,
          )
        )
          continue;
        if (step.moves.some(({ part, event }) => to(part, state[part]!, event) === undefined))
          continue;
        const after = state.map((was, part) => {
          const move = [...step.moves, ...step.also].find((one) => one.part === part);
          return move === undefined ? was : (to(part, was, move.event) ?? was);
        });
        const reached = JSON.stringify(after);
        out.push({ step: step.name, actor: program.actors[step.actor]!.name, to: reached });
        if (!depth.has(reached)) {
          depth.set(reached, steps);
          next.push(reached);
        }
      }
      edges.set(key, out);
    }
    frontier = next;
  }
  return { edges, depth };
}

type States = ReadonlySet<string>;

/**
 * Least fixpoint: the states of `within` from which edges that `may` be used lead through `within`
 * to `goal`.
 */
function reaching(
  world: World,
  within: States,
  goal: States,
  may: (edge: Edge) => boolean,
): Set<string> {
  const before = new Map<string, string[]>();
  for (const state of within)
    for (const edge of world.edges.get(state)!) {
      if (!may(edge) || !within.has(edge.to)) continue;
      const list = before.get(edge.to);
      if (list === undefined) before.set(edge.to, [state]);
      else list.push(state);
    }
  const reached = new Set<string>();
  let news = [...goal].filter((state) => within.has(state));
  while (news.length > 0) {
    for (const state of news) reached.add(state);
    news = [...new Set(news.flatMap((state) => before.get(state) ?? []))].filter(
      (state) => !reached.has(state),
    );
  }
  return reached;
}

const filter = (states: States, keep: (state: string) => boolean): Set<string> =>
  new Set([...states].filter(keep));

/**
 * Greatest fixpoint: the largest set of pending states in which, from each, the run can go on
 * within the set so that every weak actor is disabled or acts, and every strong actor that is
 * enabled acts. It is empty unless a fair run stays pending: where nobody fair can act a run may
 * idle, and in a part of the set that is never left every state offers each actor its turn.
 */
function evading(
  world: World,
  pending: States,
  weak: readonly string[],
  strong: readonly string[],
): States {
  const enabled = (state: string, actor: string): boolean =>
    world.edges.get(state)!.some((edge) => edge.actor === actor);
  let left: Set<string> = new Set(pending);
  for (let size = -1; size !== left.size;) {
    size = left.size;
    const acts = (state: string, actor: string): boolean =>
      world.edges.get(state)!.some((edge) => edge.actor === actor && left.has(edge.to));
    for (const actor of weak)
      left = reaching(
        world,
        left,
        filter(left, (state) => !enabled(state, actor) || acts(state, actor)),
        () => true,
      );
    for (const actor of strong) {
      const turn = reaching(
        world,
        left,
        filter(left, (state) => acts(state, actor)),
        () => true,
      );
      left = filter(left, (state) => !enabled(state, actor) || turn.has(state));
    }
  }
  return left;
}

function judge(program: Program, world: World, promise: Program['promises'][number]): NaiveFinding {
  const everywhere: States = new Set(world.edges.keys());
  const pending = filter(everywhere, (state) =>
    satisfied(program, promise.pending, JSON.parse(state) as string[]),
  );
  const kept = filter(everywhere, (state) => !pending.has(state));
  const actorsOf = (fair: string): string[] =>
    program.actors.filter((actor) => actor.fair === fair).map(({ name }) => name);
  const environment = new Set(actorsOf('none'));
  const lost = (may: (edge: Edge) => boolean): string[] => {
    const can = reaching(world, everywhere, kept, may);
    return [...everywhere].filter((state) => !can.has(state));
  };
  const sealed = lost(() => true);
  const stranded = lost(({ actor }) => !environment.has(actor));
  const keepable = sealed.length === 0;
  const unaided = stranded.length === 0;
  const evaded = evading(world, pending, actorsOf('weak'), actorsOf('strong')).size > 0;
  const evadedWeakly =
    evading(world, pending, [...actorsOf('weak'), ...actorsOf('strong')], []).size > 0;
  const verdict = (run: boolean): NaiveFinding['verdict'] => {
    if (!keepable) return 'deadlock';
    if (!unaided) return 'indefinite';
    return run ? 'unbounded' : 'finite';
  };
  const trouble = keepable ? stranded : sealed;
  return {
    promise: promise.name,
    pending: pending.size,
    keepable,
    unaided,
    evaded,
    evadedWeakly,
    verdict: verdict(evaded),
    verdictWeakly: verdict(evadedWeakly),
    nearest:
      trouble.length === 0
        ? null
        : trouble.reduce((least, state) => Math.min(least, world.depth.get(state)!), Infinity),
  };
}
