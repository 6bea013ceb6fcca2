import { Misuse, unknown } from './misuse.ts';
import { substitute, type Binding } from './places.ts';
import type { Actor } from './program.ts';
import type * as v from './vocabulary.ts';

/** The actors of a system, in the order in which its steps name them. */
export type Cast = {
  readonly known: v.Actors;
  readonly actors: Actor[];
  /**
   * For whose members each actor acts, by its name as written; null where it acts for no family.
   */
  readonly families: Map<string, string | null>;
};

/** A cast that nobody has joined yet. */
export const castOf = (known: v.Actors): Cast => ({ known, actors: [], families: new Map() });

/**
 * The number of the actor that `written` names under a binding; it joins the cast when it is new.
 */
export function actorOf(
  cast: Cast,
  written: string,
  binding: Binding,
  families: ReadonlyMap<v.Index, string>,
  where: string,
): number {
  const [, base, index] = /^(\w+)(?:\[([ijk])\])?$/.exec(written) ?? [];
  if (base === undefined)
    throw new Misuse(`${where}: '${written}' names no actor; write 'actor' or 'actor[i]'`);
  const actor = known(cast, base, where);
  const family = index === undefined ? null : families.get(index as v.Index);
  if (family === undefined)
    throw new Misuse(`${where}: actor '${written}' has an index that the step's parts do not have`);
  noteFamily(cast, base, family, where);

  const name = substitute(written, binding);
  const before = cast.actors.findIndex((other) => other.name === name);
  if (before >= 0) return before;
  const { fair, because = null, recovers = false } = actor;
  return cast.actors.push({ name, of: base, fair, because, recovers }) - 1;
}

function known(cast: Cast, name: string, where: string): v.Actor {
  const actor = Object.hasOwn(cast.known, name) ? cast.known[name] : undefined;
  if (actor === undefined)
    throw new Misuse(`${where}: ${unknown('actor', name, Object.keys(cast.known))}`);
  if (actor.fair === 'strong' && actor.because === undefined)
    throw new Misuse(`actor '${name}' is strongly fair: say because of what`);
  return actor;
}

/** Members of two families would be one actor under one number. */
function noteFamily(cast: Cast, actor: string, family: string | null, where: string): void {
  const before = cast.families.get(actor);
  if (before !== undefined && before !== family)
    throw new Misuse(
      `${where}: actor '${actor}' acts for members of '${before}' elsewhere and of '${family}' ` +
        'here; give them two names',
    );
  cast.families.set(actor, family);
}
