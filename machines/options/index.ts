import type { Clause, Option } from '../../src/system/vocabulary.ts';
import { flush } from './flush.ts';
import { preempt } from './preempt.ts';
import { reserveInFlight, reservationVariants } from './reserve-in-flight.ts';
import { reserveStatic } from './reserve-static.ts';
import { separateMemory } from './separate-memory.ts';
import { trackDependencies } from './track-dependencies.ts';

/** The documented ways out, best first; the text's fifth has two forms. */
export const options: readonly Option[] = [
  preempt,
  reserveStatic,
  reserveInFlight,
  flush,
  separateMemory,
  trackDependencies,
];

/** Weaker readings of a clause, each standing in for it. */
export type Variant = { readonly instead: string; readonly rows?: Option['rows']; readonly clause: Clause };
/** All weaker readings. */
export const variants: readonly Variant[] = reservationVariants;
