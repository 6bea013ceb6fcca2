import { tableOf, type Program, type Step } from '../system/program.ts';

/**
 * Parts that are a queue together: one for each two of those who may wait, which knows in which
 * order these two do. Together they know the whole order, and diagrams keep that in levels of its
 * own.
 */
export type Queue = {
  readonly pairs: readonly Pair[];
  /**
   * Who may wait: for each, what stands for them in an order of parts, a number beyond those of
   * parts.
   */
  readonly standing: readonly number[];
  /** What steps do to the queue, by their numbers. */
  readonly changes: ReadonlyMap<number, Change>;
};

/** A part that knows the order of two. */
export type Pair = {
  readonly part: number;
  /** Who they are, as they are numbered in `standing`. */
  readonly who: readonly [number, number];
  /**
   * Its local states: neither waits, the first alone, the second alone, both with the first ahead,
   * or behind.
   */
  readonly locals: readonly number[];
};

/** Somebody comes to the end of the queue, goes from its head, or goes from wherever they are. */
export type Change = {
  readonly kind: Kind;
  readonly who: number;
  /** Whether the step happens without it where it cannot be. */
  readonly optional: boolean;
};

type Kind = 'enter' | 'leave' | 'drop';

/** What happens to one of the two of a part. */
type Touch = { readonly side: string; readonly kind: Kind; readonly optional: boolean };

/**
 * A part that is a queue of two: its local states as in `Pair`, and what each event does to whom.
 */
type Form = {
  readonly locals: readonly number[];
  readonly events: readonly { readonly kind: Kind; readonly side: 0 | 1 }[];
};

/** What may happen in a queue of two, by local state as in `Pair`; -1 where it is refused. */
const laws: readonly { readonly kind: Kind; readonly side: 0 | 1; readonly does: string }[] = [
  { kind: 'enter', side: 0, does: '1,-1,4,-1,-1' },
  { kind: 'enter', side: 1, does: '2,3,-1,-1,-1' },
  { kind: 'leave', side: 0, does: '-1,0,-1,2,-1' },
  { kind: 'leave', side: 1, does: '-1,-1,0,-1,1' },
  { kind: 'drop', side: 0, does: '-1,0,-1,2,2' },
  { kind: 'drop', side: 1, does: '-1,-1,0,1,1' },
];

/**
 * The queues of a program. Nothing but its tables and steps says what is one: each part is a queue
 * of two, no guard looks at it, and each step does one thing to one of those who may wait, in all
 * parts that know them. Parts of which any of that does not hold are in none.
 */
export function queuesOf(program: Program): readonly Queue[] {
  const guarded = new Set(
    program.steps.flatMap(({ when }) => when.flatMap(({ some }) => some.map(({ part }) => part))),
  );
  const forms = new Map<number, Form>();
  for (const part of program.parts.keys()) {
    const form = guarded.has(part) ? null : formOf(program, part);
    if (form !== null) forms.set(part, form);
  }
  const touches = program.steps.map((step) => touchesOf(step, forms));
  const names = namesOf(touches);
  return names === null ? [] : joined(forms, names, touches, program.parts.length);
}

/** A part as the queue of two, or null where it is none. */
function formOf(program: Program, part: number): Form | null {
  const { states, events, next } = tableOf(program, part);
  if (states.length !== 5) return null;
  const after = (local: number, event: number): number => next[local * events.length + event]!;
  const none = program.initial[part]!;
  const coming = [...events.keys()].filter((event) => after(none, event) >= 0);
  if (coming.length !== 2) return null;
  const [one, other] = coming.map((event) => after(none, event));
  const locals = [none, one!, other!, after(one!, coming[1]!), after(other!, coming[0]!)];
  if (new Set(locals).size !== 5 || locals.includes(-1)) return null;
  const effects = events.flatMap((_, event) => {
    const does = locals.map((local) => locals.indexOf(after(local, event))).join();
    return laws.find((law) => law.does === does) ?? [];
  });
  return effects.length === events.length ? { locals, events: effects } : null;
}

/** What a step does to parts that may be of a queue. */
function touchesOf({ moves, also }: Step, forms: ReadonlyMap<number, Form>): Touch[] {
  const touching = (list: Step['moves'], optional: boolean): Touch[] =>
    list.flatMap(({ part, event }) => {
      const does = forms.get(part)?.events[event];
      return does === undefined
        ? []
        : [{ side: `${part}.${does.side}`, kind: does.kind, optional }];
    });
  return [...touching(moves, false), ...touching(also, true)];
}

/**
 * Who the sides of parts are: sides that steps touch together are one. Null where a step does
 * several things, or where the same side is touched together with others here and with more there.
 */
function namesOf(touches: readonly (readonly Touch[])[]): ReadonlyMap<string, string> | null {
  const names = new Map<string, string>();
  for (const touched of touches) {
    const [first] = touched;
    if (first === undefined) continue;
    // Optional parts of a coming or a leaving would happen one by one.
    if (first.optional && first.kind !== 'drop') return null;
    const name = touched
      .map(({ side }) => side)
      .sort()
      .join();
    for (const { side, kind, optional } of touched) {
      const same = kind === first.kind && optional === first.optional;
      if (!same || (names.get(side) ?? name) !== name) return null;
      names.set(side, name);
    }
  }
  return names;
}

/** The parts of which each two of some who may wait have one; nobody else has any. */
function joined(
  forms: ReadonlyMap<number, Form>,
  names: ReadonlyMap<string, string>,
  touches: readonly (readonly Touch[])[],
  parts: number,
): Queue[] {
  const left = new Map<number, readonly [string, string]>();
  for (const part of forms.keys()) {
    const [one, other] = [names.get(`${part}.0`), names.get(`${part}.1`)];
    if (one !== undefined && other !== undefined && one !== other) left.set(part, [one, other]);
  }
  const queues: Queue[] = [];
  let beyond = parts;
  for (const both of left.values()) {
    const group = new Set(both);
    for (const name of group)
      for (const two of left.values()) if (two.includes(name)) two.forEach((one) => group.add(one));
    const waiters = [...group];
    const pairs = [...left]
      .filter(([, [one]]) => group.has(one))
      .map(([part, two]): Pair => {
        left.delete(part);
        const who = [waiters.indexOf(two[0]), waiters.indexOf(two[1])] as const;
        return { part, who, locals: forms.get(part)!.locals };
      });
    if (!isWhole(waiters, pairs)) continue;
    queues.push({
      pairs,
      standing: waiters.map((_, who) => beyond + who),
      changes: changesOf(waiters, names, touches),
    });
    beyond += waiters.length;
  }
  return queues;
}

/** Whether these are at least three, and each two of them have one part. */
function isWhole(waiters: readonly string[], pairs: readonly Pair[]): boolean {
  const size = waiters.length;
  const different = new Set(
    pairs.map(({ who: [one, other] }) => Math.min(one, other) * size + Math.max(one, other)),
  );
  return (
    size >= 3 &&
    different.size === pairs.length &&
    2 * pairs.length === size * (size - 1) &&
    waiters.every((name) => name.split(',').length === size - 1)
  );
}

/** For each step that touches one of the waiters, what it does to them. */
function changesOf(
  waiters: readonly string[],
  names: ReadonlyMap<string, string>,
  touches: readonly (readonly Touch[])[],
): Map<number, Change> {
  const changes = new Map<number, Change>();
  touches.forEach(([first], step) => {
    const who = first === undefined ? -1 : waiters.indexOf(names.get(first.side)!);
    if (who >= 0) changes.set(step, { kind: first!.kind, who, optional: first!.optional });
  });
  return changes;
}
