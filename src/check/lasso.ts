import { edgeBy, stepsTo, type Graph } from '../explore/graph.ts';
import { stepNames } from './evidence.ts';
import { hasActor, type Fairness } from './fair.ts';
import { replay, type Finding } from './finding.ts';
import { often } from './pulse.ts';
import { walk, type Walk } from './walk.ts';

/**
 * The evidence of a fair run that never keeps a promise, a lasso: the shortest stem to a fair
 * component, and a loop in it that does all that fairness asks.
 * @param loops for each state, its fair component, or -1
 */
export function lasso(
  graph: Graph,
  loops: Int32Array,
  fair: Fairness,
): Pick<Finding, 'run' | 'loop' | 'starves'> {
  const entry = loops.findIndex((component) => component >= 0);
  const steps = fairLoop({ graph, loops, component: loops[entry]!, fair }, entry);
  const stem = replay(graph.program, stepNames(graph, stepsTo(graph, entry)));
  const loop = replay(graph.program, stepNames(graph, steps), stem.end);
  return { run: stem.run, loop: loop.run, starves: starvedBy(graph, entry, steps) };
}

/** A fair component within which a loop is walked. */
type Region = {
  readonly graph: Graph;
  readonly loops: Int32Array;
  readonly component: number;
  readonly fair: Fairness;
};

/**
 * A loop under way: its steps so far, the state it has come to, and what it has done for fairness.
 */
type Loop = {
  readonly steps: number[];
  state: number;
  /** The actors that took one of the steps. */
  readonly fired: Set<number>;
  /** The actors of which no step was enabled in some state on the way. */
  readonly idle: Set<number>;
};

/**
 * A closed walk from `entry` on which every weakly fair actor acts or is disabled somewhere, and
 * every strongly fair actor acts that can.
 */
function fairLoop(region: Region, entry: number): number[] {
  const { graph, fair } = region;
  const loop: Loop = { steps: [], state: entry, fired: new Set(), idle: new Set() };
  const acts = actorsWithin(region);
  noteIdle(graph, loop);
  graph.program.actors.forEach((_, actor) => {
    const weak = hasActor(fair.weak, actor);
    const owed = weak || hasActor(fair.strong, actor);
    if (!owed || loop.fired.has(actor) || (weak && loop.idle.has(actor))) return;
    serve(region, loop, actor, weak, acts.has(actor));
  });
  const inside = insideOf(region);
  advance(graph, loop, walk(graph, loop.state, (state) => state === entry, null, inside)!.steps);
  return loop.steps;
}

/**
 * Goes to where the actor is disabled, if it is weakly fair, or to where it acts: the nearer of
 * both.
 */
function serve(region: Region, loop: Loop, actor: number, weak: boolean, acts: boolean): void {
  const { graph } = region;
  const inside = insideOf(region);
  const to = (goal: (state: number) => boolean): Walk | null =>
    walk(graph, loop.state, goal, null, inside);
  const rest = weak ? to((state) => !enabledIn(graph, state).has(actor)) : null;
  const act = acts ? to((state) => stepInside(region, state, actor) >= 0) : null;
  if (rest !== null && (act === null || rest.steps.length <= act.steps.length)) {
    advance(graph, loop, rest.steps);
  } else if (act !== null) {
    advance(graph, loop, act.steps);
    advance(graph, loop, [stepInside(region, loop.state, actor)]);
  }
}

const insideOf =
  ({ loops, component }: Region) =>
  (state: number): boolean =>
    loops[state] === component;

/**
 * The first step of the actor that leads from a state to one of the region; -1 if there is none.
 */
function stepInside({ graph, loops, component }: Region, state: number, actor: number): number {
  for (let e = graph.first[state]!; e < graph.first[state + 1]!; e++) {
    const step = graph.by[e]!;
    if (graph.program.steps[step]!.actor === actor && loops[graph.to[e]!] === component)
      return step;
  }
  return -1;
}

/** The actors of which some step stays in the region. */
function actorsWithin({ graph, loops, component }: Region): Set<number> {
  const acts = new Set<number>();
  for (let state = 0; state < graph.size; state++) {
    if ((state & often) === 0) graph.pulse?.();
    if (loops[state] !== component) continue;
    for (let e = graph.first[state]!; e < graph.first[state + 1]!; e++)
      if (loops[graph.to[e]!] === component) acts.add(graph.program.steps[graph.by[e]!]!.actor);
  }
  return acts;
}

/** Takes steps one by one, and notes who acts and who is idle on the way. */
function advance(graph: Graph, loop: Loop, steps: readonly number[]): void {
  for (const step of steps) {
    loop.steps.push(step);
    loop.fired.add(graph.program.steps[step]!.actor);
    loop.state = afterStep(graph, loop.state, step);
    noteIdle(graph, loop);
  }
}

function noteIdle(graph: Graph, { state, idle }: Loop): void {
  const enabled = enabledIn(graph, state);
  graph.program.actors.forEach((_, actor) => {
    if (!enabled.has(actor)) idle.add(actor);
  });
}

/** The actors that have an enabled step in a state. */
function enabledIn(graph: Graph, state: number): Set<number> {
  const enabled = new Set<number>();
  for (let e = graph.first[state]!; e < graph.first[state + 1]!; e++)
    enabled.add(graph.program.steps[graph.by[e]!]!.actor);
  return enabled;
}

/** The state to which an enabled step leads. */
const afterStep = (graph: Graph, state: number, step: number): number =>
  graph.to[edgeBy(graph, state, step)]!;

/** The fair actors that are enabled somewhere on a loop and take none of its steps. */
function starvedBy(graph: Graph, entry: number, steps: readonly number[]): string[] {
  const { program } = graph;
  const fired = new Set(steps.map((step) => program.steps[step]!.actor));
  const seen = new Set<number>(enabledIn(graph, entry));
  let state = entry;
  for (const step of steps) {
    state = afterStep(graph, state, step);
    for (const actor of enabledIn(graph, state)) seen.add(actor);
  }
  return [...seen]
    .filter((actor) => !fired.has(actor) && program.actors[actor]!.fair !== 'none')
    .map((actor) => program.actors[actor]!.name);
}
