import { isNamed, placesOf, significant } from '../call-trace.ts';
import type { KnownClass, LogSpec } from '../vocabulary.ts';

/** Which thread a call trace is of. */
export type Root = {
  readonly kind: string;
  /** The function that names it. */
  readonly name: string;
  /** There is one such thread. */
  readonly isAlone: boolean;
};

/** From a call trace, innermost first. */
export function rootOf(stack: readonly string[], spec: LogSpec): Root {
  for (const { kind, functions, alone } of spec.proposals.threads) {
    const at = stack.findIndex((frame) => isNamed(frame, functions));
    if (at < 0) continue;
    if (alone === true) return { kind, name: stack[at]!, isAlone: true };
    const inside = namesIn(stack.slice(0, at), spec).at(-1);
    if (inside !== undefined) return { kind, name: inside, isAlone: false };
  }
  const name = signaling(stack, spec) ?? namesIn(stack, spec)[0] ?? 'some_thread';
  return { kind: 'kthread', name, isAlone: false };
}

/**
 * The shrinker or notifier that a call trace is in: the one that is run by the innermost function
 * through which such are called. Null where there is none.
 */
export function insideOf(stack: readonly string[], spec: LogSpec): Inside | null {
  const entries = spec.proposals.classes.flatMap((known) => {
    const { inside } = known;
    if (inside === undefined) return [];
    const at = stack.findIndex((frame) => isNamed(frame, inside.by));
    const name = at < 0 ? undefined : namesIn(stack.slice(0, at), spec).at(-1);
    return name === undefined ? [] : [{ kind: inside.kind, name, at, known }];
  });
  return entries.sort((one, other) => one.at - other.at)[0] ?? null;
}

/** A shrinker or a notifier, the frame that calls it, and the class that is held meanwhile. */
export type Inside = {
  readonly kind: string;
  readonly name: string;
  readonly at: number;
  readonly known: KnownClass;
};

/** The outermost function that is known to signal. */
const signaling = (stack: readonly string[], { reports, proposals }: LogSpec): string | undefined =>
  placesOf(stack, reports).findLast(
    ({ place, frame }) => proposals.signals.includes(place) && !isNamed(frame, proposals.nameless),
  )?.frame;

/** The functions of a call trace that can name a thread. */
const namesIn = (stack: readonly string[], spec: LogSpec): string[] =>
  significant(stack, spec.reports).filter((frame) => !isNamed(frame, spec.proposals.nameless));
