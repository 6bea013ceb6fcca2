import type { Loose } from './spec.ts';
import { parse, substitute, type Binding, type Places } from './places.ts';
import { Misuse } from './misuse.ts';
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
  return writtenIn(condition).flatMap(([ref, names]): Conjunct[] => {
    const entries = entriesOf(ref, names, reading);
    const text = inWords(ref, names, reading.binding);
    return parse(ref).index === '?'
      ? [{ some: entries, text, origin }]
      : entries.map((entry) => ({ some: [entry], text, origin }));
  });
}

/**
 * A condition of which at least one line must hold, as conjuncts. An absent part cannot hold. A
 * line with `[*]` holds if every member does, so it is multiplied out: `a or (b and c)` becomes
 * `(a or b) and (a or c)`.
 */
export function disjunction(condition: Loose, reading: Reading, origin: Origin): Conjunct[] {
  const lines = writtenIn(condition).filter(([ref]) => reading.places.has(ref));
  const text = lines.map(([ref, names]) => inWords(ref, names, reading.binding)).join(', or ');
  let product: Some[] = [[]];
  for (const [ref, names] of lines) {
    const entries = entriesOf(ref, names, reading);
    product =
      parse(ref).index === '*'
        ? entries.flatMap((entry) => product.map((some) => [...some, entry]))
        : product.map((some) => [...some, ...entries]);
  }
  return product.map((some) => ({ some, text, origin }));
}

/** The lines of a condition; one that is `undefined` is not written. */
const writtenIn = (condition: Loose): [ref: string, names: string | readonly string[]][] =>
  Object.entries(condition).flatMap(([ref, names]) => (names === undefined ? [] : [[ref, names]]));

/** One entry for each part that the reference means. */
function entriesOf(
  ref: string,
  names: string | readonly string[],
  { places, binding, where }: Reading,
): Some {
  if (places.isSeveral(ref))
    throw new Misuse(`${where}: '${ref}' is made of several machines and has no state of its own`);
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
