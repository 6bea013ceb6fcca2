import type { Loose } from './draft.ts';
import { parse, substitute, type Binding, type Places } from './places.ts';
import type { Conjunct, Origin, Some } from './program.ts';

/**
 * Where in a system a condition is read: its parts, which members its indices mean, and for whose
 * complaint.
 */
export type Reading = {
  readonly places: Places;
  readonly binding: Binding;
  readonly where: string;
};

/** A condition as its conjuncts, all of which must hold. `[*]` gives one for each member. */
export function conjuncts(condition: Loose, reading: Reading, origin: Origin): Conjunct[] {
  return Object.entries(condition).flatMap(([ref, names]): Conjunct[] => {
    if (names === undefined) return [];
    const entries = entriesOf(ref, names, reading);
    const text = inWords(ref, names, reading.binding);
    return parse(ref).index === '?'
      ? [{ some: entries, text, origin }]
      : entries.map((entry) => ({ some: [entry], text, origin }));
  });
}

/** A condition of which at least one line must hold, as a conjunct. An absent part cannot hold. */
export function disjunction(condition: Loose, reading: Reading, origin: Origin): Conjunct {
  const present = Object.entries(condition).filter(([ref]) => reading.places.has(ref));
  return {
    some: present.flatMap(([ref, names]) => entriesOf(ref, names!, reading)),
    text: present.map(([ref, names]) => inWords(ref, names!, reading.binding)).join(', or '),
    origin,
  };
}

/** One entry for each part that the reference means. */
function entriesOf(
  ref: string,
  names: string | readonly string[],
  { places, binding, where }: Reading,
): Some {
  return places
    .members(ref, binding, where)
    .map((part) => ({ part, in: places.locals(part, names, binding, where) }));
}

/** `'fork[1] in held or lying'` */
function inWords(ref: string, names: string | readonly string[], binding: Binding): string {
  const states = typeof names === 'string' ? [names] : names;
  const written = states.map((name) => substitute(name, binding));
  return `${substitute(ref, binding)} in ${written.join(' or ')}`;
}
