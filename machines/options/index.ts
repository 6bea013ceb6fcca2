import type { ClauseId, OptionId } from '../description/ids.ts';
import type { ClauseTest } from '../words/instrument.ts';
import { flush } from './flush.ts';
import { preempt } from './preempt.ts';
import { reserveInFlight } from './reserve-in-flight.ts';
import { reserveStatic } from './reserve-static.ts';
import { separateMemory } from './separate-memory.ts';
import { trackDependencies } from './track-dependencies.ts';
import type { AnyWayOut, Variant, WayOut } from './way-out.ts';

/** The documented ways out by name, best first; the text's fifth has two forms. */
const byName: { readonly [Name in OptionId]: WayOut<Name> } = {
  preempt,
  'reserve-static': reserveStatic,
  'reserve-in-flight': reserveInFlight,
  flush,
  'separate-memory': separateMemory,
  'track-dependencies': trackDependencies,
};

/** The documented ways out, best first. */
export const options: readonly AnyWayOut[] = Object.values(byName);

/** All weaker readings of their clauses. */
export const variants: readonly Variant[] = options.flatMap((option) => option.variants ?? []);

/** How each clause is tested on a real driver. */
export const instruments = Object.assign({}, ...options.map(({ tests }) => tests)) as Readonly<
  Record<ClauseId, ClauseTest>
>;
