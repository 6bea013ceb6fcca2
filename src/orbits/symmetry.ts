import { tableOf, type Move, type Program, type Some, type Step } from '../system/program.ts';

/**
 * An automorphism of a program: parts, local states and steps change places, and the program is the
 * same again. It is its own inverse: two members change places.
 */
export type Symmetry = {
  /** Part to part. */
  readonly part: readonly number[];
  /** For each part, a local state to the local state of the part that it becomes. */
  readonly local: readonly (readonly number[])[];
  /** Step to step. */
  readonly step: readonly number[];
};

/** A name as it is called when two members have changed places. */
export type Renaming = (name: string) => string;

/**
 * The symmetry of a program that a renaming stands for. Nothing of the renaming is believed: the
 * local states are found by walking both lifecycles at once from their initial states, and every
 * step, promise and invariant must have its image.
 * @returns null where the renamed program is another program
 */
export function symmetryOf(program: Program, rename: Renaming): Symmetry | null {
  const names = program.parts.map(({ name }) => name);
  const part = imagesOf(names, rename);
  if (part === null) return null;
  const local: (readonly number[])[] = [];
  for (const [own, image] of part.entries()) {
    const states = statesAlong(program, own, image, rename);
    if (states === null || states[program.initial[own]!] !== program.initial[image]) return null;
    local.push(states);
  }
  const moved = { program, part, local, rename };
  const step = stepsAlong(moved);
  return step !== null && keepsWhatIsAsked(moved) ? { part, local, step } : null;
}

/** What is known of a renaming before its steps are. */
type Moved = Omit<Symmetry, 'step'> & { readonly program: Program; readonly rename: Renaming };

/** For each name, the index of the renamed one; null where one is missing. */
function imagesOf(names: readonly string[], rename: Renaming): number[] | null {
  const index = new Map(names.map((name, at) => [name, at]));
  const images = names.map((name) => index.get(rename(name)) ?? -1);
  return images.includes(-1) || new Set(images).size < names.length ? null : images;
}

/** The local states of a part as those of another, found by walking both at once. */
function statesAlong(
  program: Program,
  own: number,
  image: number,
  rename: Renaming,
): number[] | null {
  const [from, to] = [tableOf(program, own), tableOf(program, image)];
  const events = from.events.map((event) => to.events.indexOf(rename(event)));
  const sizes = [from.states.length - to.states.length, from.events.length - to.events.length];
  if (events.includes(-1) || sizes.some((difference) => difference !== 0)) return null;
  const states = from.states.map(() => -1);
  const taken = new Set<number>();
  const queue = [[program.initial[own]!, program.initial[image]!] as const];
  for (const [state, other] of queue) {
    if (states[state] !== -1) {
      if (states[state] !== other) return null;
      continue;
    }
    if (taken.has(other)) return null;
    states[state] = other;
    taken.add(other);
    for (const [event, renamed] of events.entries()) {
      const next = from.next[state * from.events.length + event]!;
      const otherNext = to.next[other * to.events.length + renamed]!;
      if (next < 0 !== otherNext < 0) return null;
      if (next >= 0) queue.push([next, otherNext]);
    }
  }
  // No walk comes to the rest, and none of them is ever entered: any order does.
  const free = to.states.map((_, state) => state).filter((state) => !taken.has(state));
  return states.map((state) => (state === -1 ? free.shift()! : state));
}

/** Where each step goes; null where one has no image. */
function stepsAlong(moved: Moved): number[] | null {
  const { program } = moved;
  const plain = new Map<string, number[]>();
  for (const [at, step] of program.steps.entries()) {
    const key = keyOf(moved, step, false);
    plain.set(key, [...(plain.get(key) ?? []), at]);
  }
  // Steps that differ by their names alone are told apart by their order.
  const taken = new Map<string, number>();
  const images = program.steps.map((step) => {
    const key = keyOf(moved, step, true);
    const place = taken.get(key) ?? 0;
    taken.set(key, place + 1);
    return plain.get(key)?.[place] ?? -1;
  });
  return images.includes(-1) ? null : images;
}

/** A step as text: the same for the same guards, moves and fairness, whatever its name is. */
function keyOf(moved: Moved, step: Step, isMoved: boolean): string {
  const { program, part, rename } = moved;
  const move = ({ part: own, event }: Move): readonly [number, number] => {
    if (!isMoved) return [own, event];
    const name = rename(tableOf(program, own).events[event]!);
    return [part[own]!, tableOf(program, part[own]!).events.indexOf(name)];
  };
  const { fair, name, of } = program.actors[step.actor]!;
  const renamed = isMoved ? [rename(name), rename(of)] : [name, of];
  return JSON.stringify([
    step.moves.map(move).sort(byPart),
    step.also.map(move).sort(byPart),
    step.when.map(({ some }) => conditionKey(moved, some, isMoved)).sort(),
    fair,
    renamed,
  ]);
}

const byPart = (a: readonly number[], b: readonly number[]): number => a[0]! - b[0]!;

/** A disjunction as text: the same for the same places, in any order. */
function conditionKey({ part, local }: Moved, some: Some, isMoved: boolean): string {
  const entries = some.map(({ part: own, in: locals }) => {
    const states = isMoved ? locals.map((state) => local[own]![state]!) : [...locals];
    return [isMoved ? part[own]! : own, states.sort((a, b) => a - b)] as const;
  });
  return JSON.stringify(entries.sort((a, b) => a[0] - b[0]));
}

/** Whether promises and invariants, renamed, are promises and invariants again. */
function keepsWhatIsAsked(moved: Moved): boolean {
  const asked = [
    ...moved.program.promises.map(({ pending }) => pending),
    ...moved.program.invariants.map(({ never }) => never),
  ];
  const keys = (isMoved: boolean): string[] =>
    asked.map((all) =>
      JSON.stringify(all.map((some) => conditionKey(moved, some, isMoved)).sort()),
    );
  return JSON.stringify(keys(false).sort()) === JSON.stringify(keys(true).sort());
}

/** The index of a promise's or an invariant's image, among conditions of its kind. */
export function imageOf(
  { part, local }: Symmetry,
  conditions: readonly (readonly Some[])[],
  asked: number,
): number {
  const moved = { part, local } as Moved;
  const key = (all: readonly Some[], isMoved: boolean): string =>
    JSON.stringify(all.map((some) => conditionKey(moved, some, isMoved)).sort());
  const wanted = key(conditions[asked]!, true);
  return conditions.findIndex((all) => key(all, false) === wanted);
}
