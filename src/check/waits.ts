import type { Graph } from '../explore/graph.ts';
import {
  accepting,
  nextLocal,
  tableOf,
  type Move,
  type Origin,
  type Program,
  type Some,
  type Step,
} from '../system/program.ts';
import type { Wait, WaitsFor } from './finding.ts';

/** An arrow of the waits-for graph: `step` would move the part on, and waits for the part `to`. */
type Arrow = {
  readonly step: Step;
  readonly to: number;
  readonly mustBeIn: readonly number[];
  readonly origin: Origin;
};

/** A bottom component, as the waits-for graph sees it. */
export type Standstill = {
  readonly program: Program;
  /** For each part, the local states that it takes in the component, ascending. */
  readonly footprint: readonly (readonly number[])[];
  /** One state of the component. */
  readonly state: readonly number[];
  /** For each step, 1 where it counts; all steps, if null. */
  readonly allowed: Uint8Array | null;
  /** The steps that do not count and would help, by their numbers. */
  readonly favours: readonly number[];
};

/** Who waits for whom in a bottom component of a graph: its states, the first one first. */
export function waitsFor(
  graph: Graph,
  members: readonly number[],
  pending: readonly Some[],
  allowed: Uint8Array | null,
  company: Company,
  favours: readonly number[] = [],
): WaitsFor {
  const { program } = graph;
  const states = members.map((state) => graph.locals(state, []));
  const footprint = program.parts.map((_, part) =>
    [...new Set(states.map((locals) => locals[part]!))].sort((a, b) => a - b),
  );
  return waitsAt({ program, footprint, state: states[0]!, allowed, favours }, pending, company);
}

/** For each part, the parts that moved with it when it came to where it is. */
export type Company = readonly ReadonlySet<number>[];

/**
 * Who waits for whom in a bottom component. No state of it is ever left, so every part
 * keeps within its footprint (the local states it takes there), and a step that would lead out of a
 * footprint is refused in all of it. The graph is derived from the guards alone. It is an and-or
 * graph: a part needs one of the steps that move it on (or), and a step needs all its guards and
 * moves (and), so one false guard for each step is enough to wait for. An arrow is a guard that is
 * false in every state of the component, or, if none is, in the first. Of several steps that could
 * move a part on, the guards do not tell for which it waits: a fork can be laid down by whoever may
 * hold it. So where an arrow leads to its `company`, the parts that moved with it when it came to
 * where it is, the others do not count.
 * @returns the shortest cycle that a promised part reaches, with that part on it if possible; or
 * the chain to its end
 */
export function waitsAt(
  standstill: Standstill,
  pending: readonly Some[],
  company: Company,
): WaitsFor {
  const { program, footprint } = standstill;
  const arrows = program.parts.map((_, part) => {
    const arrows = arrowsFrom(standstill, part);
    const held = arrows.filter(({ to }) => to !== part && company[part]!.has(to));
    return held.length > 0 ? held : arrows;
  });

  let best: Way | null = null;
  for (const start of startsOf(pending, footprint)) {
    const way = shortestWay(start, arrows);
    if (best === null || rank(way) < rank(best)) best = way;
  }
  if (best === null) return { chain: [], closes: null };
  const { path, via, closes } = best;
  return { chain: path.map((part, n) => waitOf(standstill, part, via[n] ?? null)), closes };
}

/** The parts because of whose states the promise is pending: moving any of them may keep it. */
function startsOf(pending: readonly Some[], footprint: Standstill['footprint']): Set<number> {
  const isIn = (part: number, locals: readonly number[]): boolean =>
    footprint[part]!.some((local) => locals.includes(local));
  const parts = pending.flatMap((some) => some.map(({ part }) => part));
  const holding = parts.filter((part) =>
    pending.some((some) => some.some((entry) => entry.part === part && isIn(part, entry.in))),
  );
  return new Set(holding);
}

/** A part on the way, and for what it waits. */
function waitOf(standstill: Standstill, part: number, arrow: Arrow | null): Wait {
  const { program, footprint } = standstill;
  const { name, title } = program.parts[part]!;
  const { states, phrases } = tableOf(program, part);
  const locals = footprint[part]!;
  const base = {
    part: name,
    title,
    isIn: locals.map((local) => states[local]!),
    phrase: locals.length === 1 ? phrases[locals[0]!]! : null,
  };
  if (arrow === null)
    return {
      ...base,
      step: null,
      for: null,
      mustBeIn: [],
      origin: null,
      onlyBy: helpersOf(standstill, part),
    };
  const { states: others } = tableOf(program, arrow.to);
  return {
    ...base,
    step: arrow.step.name,
    for: program.parts[arrow.to]!.name,
    mustBeIn: arrow.mustBeIn.map((local) => others[local]!),
    origin: arrow.origin,
    onlyBy: [],
  };
}

/**
 * A way through the waits-for graph. It ends with a part that waits for nothing, or closes a cycle.
 */
type Way = {
  readonly path: readonly number[];
  readonly via: readonly Arrow[];
  /** The place in `path` at which the cycle closes; null: a chain. */
  readonly closes: number | null;
};

/** A cycle through the start before any other cycle, any cycle before a chain; then the shorter. */
function rank({ path, closes }: Way): number {
  if (closes === 0) return path.length;
  return (closes === null ? 2e6 : 1e6) + path.length;
}

/** What a part waits for: one arrow to each other part, and one to itself last. */
function arrowsFrom(standstill: Standstill, part: number): Arrow[] {
  const { program, allowed } = standstill;
  const arrows: Arrow[] = [];
  program.steps.forEach((step, r) => {
    if (allowed !== null && allowed[r] === 0) return;
    for (const refusals of refusalsBy(standstill, part, step)) {
      const before = arrows.length;
      for (const arrow of refusals)
        if (!arrows.some(({ to }) => to === arrow.to)) arrows.push(arrow);
      if (arrows.length > before) return;
    }
  });
  return [...arrows.filter(({ to }) => to !== part), ...arrows.filter(({ to }) => to === part)];
}

/**
 * For what `part` waits where `step` would move it on: better answers first, none if it would not.
 */
function refusalsBy(standstill: Standstill, part: number, step: Step): (readonly Arrow[])[] {
  const { program, footprint, state } = standstill;
  // An optional move waits for the step's own parts; the first one written stands for them.
  if (step.also.some((move) => leadsOut(standstill, part, move, []))) {
    const [first] = step.moves;
    const { part: to, origin } = first!;
    return to === part ? [] : [[{ step, to, mustBeIn: [], origin }]];
  }
  // A guard on the part itself tells where the step takes it up; elsewhere the step does not move
  // it on.
  const own = step.when.flatMap(({ some }) =>
    some.length === 1 && some[0]!.part === part ? [some[0]!.in] : [],
  );
  if (!step.moves.some((move) => leadsOut(standstill, part, move, own))) return [];
  return [
    refusals(program, step, (other, locals) =>
      footprint[other]!.some((local) => locals.includes(local)),
    ),
    refusals(program, step, (other, locals) => locals.includes(state[other]!)),
  ];
}

/** Whether a move would lead the part out of its footprint, from where all of `own` hold. */
function leadsOut(
  { program, footprint }: Standstill,
  part: number,
  move: Move,
  own: readonly (readonly number[])[],
): boolean {
  if (move.part !== part) return false;
  return footprint[part]!.some((local) => {
    const after = nextLocal(program, part, move.event, local);
    const leaves = after >= 0 && !footprint[part]!.includes(after);
    return leaves && own.every((locals) => locals.includes(local));
  });
}

/**
 * The actors of the environment that could move the part on, as a favour. Of several, only those
 * whose step would help.
 */
function helpersOf(standstill: Standstill, part: number): string[] {
  const { program, allowed, favours } = standstill;
  if (allowed === null) return [];
  const able = program.steps.filter(
    (step, r) =>
      allowed[r] === 0 && step.moves.some((move) => leadsOut(standstill, part, move, [])),
  );
  const helpful = able.filter((step) => favours.some((r) => program.steps[r] === step));
  const helping = helpful.length > 0 ? helpful : able;
  return [...new Set(helping.map(({ actor }) => program.actors[actor]!.of))];
}

/**
 * The moves and guards of `step` that no part satisfies.
 * @param can whether a part may be in one of these local states
 */
function refusals(
  program: Program,
  step: Step,
  can: (part: number, locals: readonly number[]) => boolean,
): Arrow[] {
  const moves = step.moves.flatMap((move): Arrow[] => {
    const { part: to, origin } = move;
    const mustBeIn = accepting(program, move);
    return can(to, mustBeIn) ? [] : [{ step, to, mustBeIn, origin }];
  });
  const guards = step.when
    .filter(({ some }) => !some.some((entry) => can(entry.part, entry.in)))
    .flatMap(({ some, origin }) =>
      some.map(({ part: to, in: mustBeIn }): Arrow => ({ step, to, mustBeIn, origin })),
    );
  return [...moves, ...guards];
}

/**
 * How a part was first reached in the search: from which part, by which arrow; null at the start.
 */
type Reached = ReadonlyMap<number, { readonly part: number; readonly arrow: Arrow } | null>;

/**
 * The shortest way from `start` back to itself, by breadth-first search; else into any cycle; else
 * to a part that waits for nothing.
 */
function shortestWay(start: number, arrows: readonly (readonly Arrow[])[]): Way {
  const reached = new Map([[start, null]]) as Map<number, { part: number; arrow: Arrow } | null>;
  const queue = [start];
  let cycle: Way | null = null;
  let end: number | null = null;
  // A list that grows while it is walked: what is added is walked too.
  for (const part of queue) {
    if (arrows[part]!.length === 0) end ??= part;
    for (const arrow of arrows[part]!) {
      if (!reached.has(arrow.to)) {
        reached.set(arrow.to, { part, arrow });
        queue.push(arrow.to);
        continue;
      }
      const { path, via } = wayTo(part, reached);
      const closes = path.indexOf(arrow.to);
      if (closes === 0) return { path, via: [...via, arrow], closes };
      if (closes > 0 && (cycle === null || path.length < cycle.path.length))
        cycle = { path, via: [...via, arrow], closes };
    }
  }
  return cycle ?? { ...wayTo(end ?? start, reached), closes: null };
}

/** The way from the start of a search to a part that it has reached. */
function wayTo(part: number, reached: Reached): Pick<Way, 'path' | 'via'> {
  const path = [part];
  const via: Arrow[] = [];
  for (let back = reached.get(part)!; back !== null; back = reached.get(back.part)!) {
    path.unshift(back.part);
    via.unshift(back.arrow);
  }
  return { path, via };
}

/** `philosopher 1 → fork 2, held by → philosopher 2 (hungry) → fork 1, held by → philosopher 1` */
export function inWords({ chain, closes }: WaitsFor): string {
  const words = chain.map(waitInWords);
  const last = chain.at(-1);
  if (closes !== null) words.push(chain[closes]!.title);
  else if (last !== undefined && last.onlyBy.length === 0) words.push('which nothing moves on');
  else if (last !== undefined) words.push(`which only ${last.onlyBy.join(' or ')} can move on`);
  return words.join(' → ');
}

function waitInWords({ title, isIn, phrase }: Wait, place: number): string {
  if (phrase !== null) return `${title}, ${phrase}`;
  if (place === 0) return title;
  const states = isIn.length > 3 ? `${isIn.slice(0, 3).join(', ')}, …` : isIn.join(' or ');
  return `${title} (${states})`;
}
