import type { ThreadPlaces } from './places.ts';
import { both, type Condition } from './conditions.ts';
import type { Prefixes, World } from './world.ts';

/** A file with the places of its threads, each alone: from this its parts and steps are made. */
export type Alone = {
  readonly world: World;
  readonly prefixes: Prefixes;
  readonly places: ReadonlyMap<string, ThreadPlaces>;
};

/** What the steps of one thread must know of the others. */
export type Setting = Alone & {
  /** Queues whose items run one after another. */
  readonly queues: ReadonlySet<string>;
  /** The states of the tickets, each with the order in which they were drawn. */
  readonly ages: readonly (readonly [state: string, order: readonly string[]])[];
  /** Handler to the threads whose CPU it may take. */
  readonly victims: ReadonlyMap<string, readonly string[]>;
};

/**
 * The name of a part in the system; an object of a description is a part there, and the fragments
 * of one place are members of one part.
 */
export function partNamed({ world, prefixes }: Alone, part: string): string {
  const described = world.things.get(part)?.described ?? null;
  if (described !== null) return described;
  const body = world.bodies.get(part);
  return body === undefined || body.placedFor === null
    ? `${prefixes.names}${part}`
    : `${prefixes.names}${body.item.name.text}[${body.placedFor}]`;
}

/** The name of an actor in the system: every thread acts for itself. */
export const actorNamed = ({ prefixes }: Alone, actor: string): string =>
  `${prefixes.names}${actor}`;

/** A condition or moves, in the names of the system and in a description's words. */
export function named(alone: Alone, condition: Condition): Condition {
  return Object.fromEntries(
    Object.entries(condition).map(([part, states]) => [
      partNamed(alone, part),
      described(alone, part, states),
    ]),
  );
}

/** Where a described part must be, in the description's words. */
function described(
  { world }: Alone,
  part: string,
  states: string | readonly string[],
): string | readonly string[] {
  const thing = world.things.get(part);
  if (thing === undefined || thing.described === null || typeof states !== 'string') return states;
  return thing.type.beside!.states[states] ?? states;
}

/**
 * A condition with one more: no handler has taken the CPU of the thread, which else stands still.
 */
export function running({ victims }: Setting, thread: string, when: Condition): Condition {
  const taken = [...victims].filter(([, threads]) => threads.includes(thread));
  return taken.reduce((condition, [handler, threads]) => {
    const others = threads.filter((other) => other !== thread).map((other) => `on_${other}`);
    return { ...condition, [`${handler}_cpu`]: ['none', ...others] };
  }, when);
}

/** What must hold of the others for a step: who is idle, and who stands in no queue. */
export function guards(
  { places }: Setting,
  thread: string,
  step: {
    readonly when: Condition;
    readonly outside: readonly string[];
    readonly orQueuedFor: string | null;
    readonly notQueued: string | null;
  },
): Condition {
  const { when, outside, orQueuedFor, notQueued } = step;
  let condition: Condition = { ...when };
  for (const item of outside) {
    const found = places.get(item);
    if (found === undefined) continue;
    const ended = found.edges.some(({ to }) => to === 'ended') ? ['ended'] : [];
    const queued = found.states.filter(
      ({ queuedFor }) => orQueuedFor !== null && queuedFor === orQueuedFor,
    );
    const there = ['idle', ...ended, ...queued.map((state) => state.name)];
    condition = both(condition, { [item]: there });
  }
  if (notQueued === null) return condition;
  for (const [other, { states, edges }] of places) {
    if (other === thread || !states.some(({ queuedFor }) => queuedFor === notQueued)) continue;
    const ends = ['ended', 'hung', 'broken'].filter((end) => edges.some(({ to }) => to === end));
    const elsewhere = states.filter(({ queuedFor }) => queuedFor !== notQueued);
    const there = ['idle', ...ends, ...elsewhere.map((state) => state.name)];
    condition = both(condition, { [other]: there });
  }
  return condition;
}
