import {
  nextLocal,
  tableOf,
  type Move,
  type Program,
  type Promised,
  type Some,
  type Step,
} from '../system/program.ts';

/**
 * A symmetry of a program: which part, actor and local state stands for which, so that every step
 * stands for a step. It maps runs to runs and fair runs to fair runs.
 */
type Symmetry = {
  readonly part: readonly number[];
  readonly actor: readonly number[];
  /**
   * For each part, for each of its local states that can occur, the local state of the other; -1
   * elsewhere.
   */
  readonly local: readonly Int32Array[];
};

/**
 * A symmetry that makes one promise of a family out of another, or null where none is found. What
 * two members have to do with each other is guessed (which families change places together), and
 * then checked step by step: what is returned is a symmetry, whatever the guess was.
 */
function symmetryOf(program: Program, promise: Promised, other: Promised): Symmetry | null {
  const known = symmetries.get(program) ?? new Map<string, Symmetry | null>();
  symmetries.set(program, known);
  const key = `${promise.name} ${other.name}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const symmetry = foundSymmetry(program, promise, other);
  known.set(key, symmetry);
  return symmetry;
}

/** Symmetries between promises, by their names: a program is asked many times. */
const symmetries = new WeakMap<Program, Map<string, Symmetry | null>>();

/** The same as `symmetryOf`, found anew. */
function foundSymmetry(program: Program, promise: Promised, other: Promised): Symmetry | null {
  const members = swapOf(program, promise, other);
  if (members === null) return null;
  const steps = stepsUnder(program, members);
  const swap = steps === null ? null : swapOfMade(program, members, steps);
  if (steps === null || swap === null) return null;
  const actor = actorsUnder(program, steps);
  const local = actor === null ? null : localsUnder(program, swap, steps);
  if (actor === null || local === null) return null;
  const symmetry: Symmetry = { part: swap, actor, local };
  const kept = program.steps.every((step, s) => isImage(symmetry, step, program.steps[steps[s]!]!));
  return kept && isSame(symmetry, promise.pending, other.pending) ? symmetry : null;
}

/** The parts, when the member of one promise and the member of the other change places. */
function swapOf(program: Program, promise: Promised, other: Promised): number[] | null {
  const member = (of: Promised): { family: string; index: number } | null => {
    const parts = of.pending.flatMap((some) => some.map(({ part }) => program.parts[part]!));
    const named = parts.find(({ family, index }) => family !== null && index !== null);
    return parts.length === 0 || named === undefined
      ? null
      : { family: named.family!, index: named.index! };
  };
  const [a, b] = [member(promise), member(other)];
  if (a === null || b === null || a.family !== b.family || a.index === b.index) return null;
  const families = tiedTo(program, a.family);
  const place = new Map(program.parts.map(({ name }, part) => [name, part]));
  const swapped = program.parts.map(({ name, family, index }, part) => {
    if (family === null || !families.has(family)) return part;
    if (index !== a.index && index !== b.index) return part;
    const to = index === a.index ? b.index : a.index;
    return place.get(name.replace(/\[\d+\]$/, `[${to}]`)) ?? -1;
  });
  return swapped.includes(-1) ? null : swapped;
}

/**
 * The families whose members go with the members of one: some step only ever names both by one
 * index.
 */
function tiedTo(program: Program, family: string): Set<string> {
  const bound = new Map<string, Map<string, string>[]>();
  for (const step of program.steps) {
    const indices = new Map<string, string>();
    for (const part of partsOf(step)) {
      const { family: of, index } = program.parts[part]!;
      if (of !== null) indices.set(of, `${indices.get(of) ?? ''},${index}`);
    }
    bound.set(step.of, [...(bound.get(step.of) ?? []), indices]);
  }
  const tied = new Set([family]);
  for (const name of tied)
    for (const instances of bound.values()) {
      if (!instances.every((indices) => /^,\d+$/.test(indices.get(name) ?? ''))) continue;
      for (const other of instances[0]!.keys())
        if (instances.every((indices) => indices.get(other) === indices.get(name))) tied.add(other);
    }
  return tied;
}

/** The parts that a step looks at or moves. */
const partsOf = ({ when, moves, also }: Step): number[] => [
  ...new Set([
    ...moves.map(({ part }) => part),
    ...also.map(({ part }) => part),
    ...when.flatMap(({ some }) => some.map(({ part }) => part)),
  ]),
];

/** The name of the part that this one is with others; null where it is one by itself. */
const madeWith = (program: Program, part: number): string | null =>
  /^(.*)\(.*\)$/.exec(program.parts[part]!.name)?.[1] ?? null;

/**
 * Where parts that are one together go: each to the one of them that the images of its steps move.
 * So a step moves one exactly if its image moves the other.
 */
function swapOfMade(
  program: Program,
  swap: readonly number[],
  steps: readonly number[],
): number[] | null {
  const keyOf = (part: number, map: (step: number) => number): string => {
    const by = (kind: 'moves' | 'also'): number[] =>
      program.steps.flatMap((step, s) =>
        step[kind].some((move) => move.part === part) ? [map(s)] : [],
      );
    const sorted = (list: number[]): string => list.sort((a, b) => a - b).join();
    return `${madeWith(program, part)} ${sorted(by('moves'))};${sorted(by('also'))}`;
  };
  const together = swap.flatMap((_, part) => (madeWith(program, part) === null ? [] : [part]));
  const byKey = new Map<string, number[]>();
  for (const part of together) {
    const key = keyOf(part, (step) => step);
    byKey.set(key, [...(byKey.get(key) ?? []), part]);
  }
  const swapped = [...swap];
  for (const part of together) {
    const same = byKey.get(keyOf(part, (step) => steps[step]!)) ?? [];
    // What no step tells apart stays where it is.
    const to = same.includes(part) ? part : same[0];
    if (to === undefined) return null;
    swapped[part] = to;
  }
  return new Set(swapped).size === swapped.length ? swapped : null;
}

/**
 * For each step the one that it stands for: the only one of its name with these parts. Parts that
 * are one together count as that one here.
 */
function stepsUnder(program: Program, swap: readonly number[]): number[] | null {
  const first = new Map<string, number>();
  const asOne = program.parts.map((_, part) => {
    const made = madeWith(program, part);
    if (made === null) return part;
    if (!first.has(made)) first.set(made, part);
    return first.get(made)!;
  });
  const keyOf = (step: Step, map: (part: number) => number): string => {
    const list = (parts: readonly number[]): string =>
      [...new Set(parts.map(map))].sort((a, b) => a - b).join();
    return [
      step.of,
      list(step.moves.map(({ part }) => part)),
      list(step.also.map(({ part }) => part)),
      list(partsOf(step)),
      program.actors[step.actor]!.of,
    ].join(';');
  };
  const byKey = new Map<string, number[]>();
  program.steps.forEach((step, s) => {
    const key = keyOf(step, (part) => asOne[part]!);
    byKey.set(key, [...(byKey.get(key) ?? []), s]);
  });
  const images = program.steps.map(
    (step) => byKey.get(keyOf(step, (part) => asOne[swap[part]!]!)) ?? [],
  );
  const steps = images.map(([s]) => s!);
  const unique = images.every(({ length }) => length === 1) && new Set(steps).size === steps.length;
  return unique ? steps : null;
}

/**
 * For each actor the one that it stands for: as fair, and acting in the steps that its own stand
 * for.
 */
function actorsUnder(program: Program, steps: readonly number[]): number[] | null {
  const actor = program.actors.map(() => -1);
  for (const [s, step] of program.steps.entries()) {
    const to = program.steps[steps[s]!]!.actor;
    if (actor[step.actor] !== -1 && actor[step.actor] !== to) return null;
    actor[step.actor] = to;
  }
  const acting = actor.filter((to) => to >= 0);
  const fair = actor.every(
    (to, from) => to < 0 || program.actors[to]!.fair === program.actors[from]!.fair,
  );
  return fair && new Set(acting).size === acting.length ? actor : null;
}

/** All moves of a step, required and optional. */
const movesOf = ({ moves, also }: Step): Move[] => [...moves, ...also];

/**
 * For each part, which local state stands for which: the initial one for the initial one, and from
 * there what events lead to, as tables are deterministic. Null where two would stand for one.
 */
function localsUnder(
  program: Program,
  swap: readonly number[],
  steps: readonly number[],
): Int32Array[] | null {
  const events: Map<number, number>[] = program.parts.map(() => new Map());
  for (const [s, step] of program.steps.entries())
    for (const { part, event } of movesOf(step)) {
      const to = movesOf(program.steps[steps[s]!]!).find((move) => move.part === swap[part])!.event;
      if ((events[part]!.get(event) ?? to) !== to) return null;
      events[part]!.set(event, to);
    }
  const locals: Int32Array[] = [];
  for (const [part, own] of events.entries()) {
    const images = localsOf(program, part, swap[part]!, own);
    if (images === null) return null;
    locals.push(images);
  }
  return locals;
}

/**
 * The local states of one part as those of its counterpart, found by walking both at once; null
 * where they differ.
 */
function localsOf(
  program: Program,
  part: number,
  other: number,
  events: ReadonlyMap<number, number>,
): Int32Array | null {
  const local = new Int32Array(tableOf(program, part).states.length).fill(-1);
  const start = program.initial[part]!;
  local[start] = program.initial[other]!;
  const open = [start];
  for (const from of open)
    for (const [event, its] of events) {
      const to = nextLocal(program, part, event, from);
      const counterpart = nextLocal(program, other, its, local[from]!);
      if (to < 0 !== counterpart < 0) return null;
      if (to < 0) continue;
      if (local[to] === -1) {
        local[to] = counterpart;
        open.push(to);
      } else if (local[to] !== counterpart) return null;
    }
  const reached = local.filter((to) => to >= 0);
  return new Set(reached).size === reached.length ? local : null;
}

/**
 * Whether a step under the symmetry is another: its moves are by construction, its guards are seen
 * here.
 */
const isImage = (symmetry: Symmetry, step: Step, other: Step): boolean =>
  isSame(
    symmetry,
    step.when.map(({ some }) => some),
    other.when.map(({ some }) => some),
  );

/**
 * Whether conditions under the symmetry are others, in any order, as far as local states can occur.
 */
function isSame(symmetry: Symmetry, conditions: readonly Some[], others: readonly Some[]): boolean {
  const textOf = (list: readonly Some[], image: boolean): string => {
    const entry = ({ part, in: locals }: Some[number]): string => {
      const occurring = locals.filter((local) => symmetry.local[part]![local]! >= 0);
      const shown = image ? occurring.map((local) => symmetry.local[part]![local]!) : occurring;
      return `${image ? symmetry.part[part]! : part}:${shown.sort((a, b) => a - b).join()}`;
    };
    return list
      .map((some) => some.map(entry).sort().join('|'))
      .sort()
      .join('&');
  };
  return textOf(conditions, true) === textOf(others, false);
}

/**
 * For each promise an earlier one of which a symmetry makes it, so that both have one verdict and
 * as many pending states; null where there is none.
 * @param fair as they are asked: a symmetry that makes somebody fair of somebody who is not is none
 */
export function alike(
  program: Program,
  promises: readonly Promised[],
  fair: (actor: number) => string,
): (number | null)[] {
  return promises.map((promise, p) => {
    const first = promises.findIndex(({ of }) => of === promise.of);
    if (first === p) return null;
    const symmetry = symmetryOf(program, promises[first]!, promise);
    const asFair = symmetry?.actor.every((to, from) => to < 0 || fair(to) === fair(from)) ?? false;
    return asFair ? first : null;
  });
}
