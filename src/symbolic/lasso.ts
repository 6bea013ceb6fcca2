import { replay, type Finding } from '../check/finding.ts';
import { fire, refusal, type Program } from '../system/program.ts';
import { apart, kept, scoped } from './diagrams.ts';
import { byLevel, single } from './encode.ts';
import { hull, type Fair } from './hull.ts';
import { leastRun, leastWay, type Ground, type Way } from './runs.ts';
import { closeWithin } from './saturate.ts';
import { acting, enabledOf, type Session } from './session.ts';
import { difference, has, intersection, union } from './sets.ts';

/**
 * A fair run that never keeps a promise, as a lasso: the shortest stem to a fair component, and a
 * loop in it that does all that fairness asks; both the least in declaration order.
 * @param starving the states from which such a run stays where the promise is pending
 */
export function lasso(
  session: Session,
  starving: number,
  fair: Fair,
): Pick<Finding, 'run' | 'loop' | 'starves'> {
  const { program, d } = session;
  return apart(d, () => {
    const { way, component } = nearestComponent(session, starving, fair);
    const steps = fairLoop({ session, component, fair }, way.end);
    const stem = replay(program, namesOf(program, way.steps));
    const loop = replay(program, namesOf(program, steps), stem.end);
    return { run: stem.run, loop: loop.run, starves: starvedBy(program, way.end, steps) };
  });
}

/** The names of steps by their numbers. */
export const namesOf = (program: Program, steps: readonly number[]): string[] =>
  steps.map((step) => program.steps[step]!.name);

/**
 * So many of the nearest states are asked for their components one by one. If none is in a fair
 * one, all states that only come from fair components are taken away at once, which is dear.
 */
const tries = 16;

/** The fair component that the shortest run leads to, the first of them in declaration order. */
function nearestComponent(
  session: Session,
  starving: number,
  fair: Fair,
): { readonly way: Way; readonly component: number } {
  const { d } = session;
  let left = starving;
  const mark = d.trail.length;
  for (let tried = 0; ; tried++) {
    // States that only lead to a fair component, or only come from one, are in none.
    if (tried === tries)
      left = scoped(d, () => hull(session, hull(session, left, fair, { forwards: true }), fair));
    const way = leastRun(session, left)!;
    const { component, others } = componentOf(session, single(session, way.end), left, fair);
    if (component !== 0) return { way, component };
    left = others;
    d.trail.length = mark;
    kept(d, left);
  }
}

/**
 * The fair component of a state within a set, or, where it is in none, the set without states that
 * are in none either.
 */
function componentOf(
  session: Session,
  state: number,
  within: number,
  fair: Fair,
): { readonly component: number; readonly others: number } {
  const { d, onAll, backAll } = session;
  let set = within;
  let others = within;
  for (;;) {
    // Few states lead to one that is near, and it may lead to all others.
    const component = scoped(d, () => closeWithin(onAll, state, closeWithin(backAll, state, set)));
    const fairly = hull(session, component, fair);
    if (fairly === component) return { component, others };
    others = union(d, difference(d, others, component), fairly);
    if (intersection(d, state, fairly) === 0) return { component: 0, others };
    set = fairly;
  }
}

/** A fair component within which a loop is walked. */
type Region = { readonly session: Session; readonly component: number; readonly fair: Fair };

/**
 * A loop under way: its steps so far, the state it has come to, and what it has done for fairness.
 */
type Loop = {
  readonly steps: number[];
  state: readonly number[];
  /** The actors that took one of the steps. */
  readonly fired: Set<number>;
  /** The actors of which no step was enabled in some state on the way. */
  readonly idle: Set<number>;
};

/**
 * A closed walk from `entry` on which every weakly fair actor acts or is disabled somewhere, and
 * every strongly fair actor acts that can.
 */
function fairLoop(region: Region, entry: readonly number[]): readonly number[] {
  const { session, component, fair } = region;
  const loop: Loop = { steps: [], state: entry, fired: new Set(), idle: new Set() };
  noteIdle(session, loop);
  session.program.actors.forEach((_, actor) => {
    const fairness = fair(actor);
    const rests = fairness === 'weak' && loop.idle.has(actor);
    if (fairness !== 'none' && !loop.fired.has(actor) && !rests)
      serve(region, loop, actor, fairness === 'weak');
  });
  const home = leastWay(session, loop.state, single(session, entry), groundOf(component));
  follow(session, loop, home!.steps);
  return loop.steps;
}

const groundOf = (component: number): Ground => ({ within: component, allowed: null });

/**
 * Goes to where the actor is disabled, if it is weakly fair, or to where it acts: the nearer of
 * both.
 */
function serve({ session, component }: Region, loop: Loop, actor: number, weak: boolean): void {
  const { d, program } = session;
  const own = program.steps.flatMap((step, s) => (step.actor === actor ? [s] : []));
  const to = (goal: number): Way | null => leastWay(session, loop.state, goal, groundOf(component));
  const rest = weak ? to(difference(d, component, enabledOf(session, actor))) : null;
  const act = to(acting(session, component, own));
  if (rest !== null && (act === null || rest.steps.length <= act.steps.length))
    follow(session, loop, rest.steps);
  else if (act !== null) {
    follow(session, loop, act.steps);
    const inside = own.find((s) => {
      const after = fire(program, program.steps[s]!, loop.state);
      return after !== null && has(d, component, byLevel(session, after));
    })!;
    follow(session, loop, [inside]);
  }
}

/** Takes steps, and notes what they do for fairness. */
function follow(session: Session, loop: Loop, steps: readonly number[]): void {
  const { program } = session;
  for (const s of steps) {
    const step = program.steps[s]!;
    loop.steps.push(s);
    loop.fired.add(step.actor);
    loop.state = fire(program, step, loop.state)!;
    noteIdle(session, loop);
  }
}

/** Notes the actors that have no enabled step in the state that the loop has come to. */
function noteIdle({ program }: Session, { state, idle }: Loop): void {
  const enabled = enabledIn(program, state);
  program.actors.forEach((_, actor) => {
    if (!enabled.has(actor)) idle.add(actor);
  });
}

/** The actors that have an enabled step in a state, in the order of their first such steps. */
const enabledIn = (program: Program, state: readonly number[]): Set<number> =>
  new Set(
    program.steps
      .filter((step) => refusal(program, step, state) === null)
      .map(({ actor }) => actor),
  );

/** The fair actors that are enabled somewhere on a loop and take none of its steps. */
function starvedBy(program: Program, entry: readonly number[], steps: readonly number[]): string[] {
  const fired = new Set(steps.map((step) => program.steps[step]!.actor));
  const seen = new Set(enabledIn(program, entry));
  let state = entry;
  for (const step of steps) {
    state = fire(program, program.steps[step]!, state)!;
    for (const actor of enabledIn(program, state)) seen.add(actor);
  }
  return [...seen]
    .filter((actor) => !fired.has(actor) && program.actors[actor]!.fair !== 'none')
    .map((actor) => program.actors[actor]!.name);
}
