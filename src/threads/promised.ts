import type { Cite, Invariant, PromiseSpec } from '../system/vocabulary.ts';
import type { ThreadPlaces } from './places.ts';
import { writtenName, type Body, type World } from './world.ts';

/**
 * What threads and objects owe: every thread that has begun ends, and keeps the rules of calls.
 * @param prefix stands before the names
 * @param each how a condition refers to a thread or object
 */
export function promisedBy(
  { threads, things }: World,
  places: ReadonlyMap<string, ThreadPlaces>,
  prefix: string,
  each: (name: string) => string,
): { readonly promises: PromiseSpec[]; readonly invariants: Invariant[] } {
  // The members of a fragment have one promise among them.
  const one = threads.filter(({ placedFor }) => placedFor === null || placedFor === 1);
  const ofThreads = one.flatMap((body) => endOf(body, places.get(body.name)!, prefix, each));
  const ofThings = [...things.values()].flatMap(({ name, type, described }): PromiseSpec[] =>
    type.owes === undefined || described !== null
      ? []
      : [
          {
            name: `${prefix}${name}-${type.owes.name}`,
            pending: { [each(name)]: type.owes.in },
            cite: type.cite as Cite,
          },
        ],
  );
  const breaks = ({ name }: Body): boolean =>
    places.get(name)!.edges.some(({ to }) => to === 'broken');
  return {
    promises: [...ofThreads, ...ofThings],
    invariants: one.filter(breaks).map((body) => ({
      name: `${prefix}${writtenName(body)}-keeps-the-rules-of-calls`,
      never: { [each(body.name)]: 'broken' },
    })),
  };
}

function endOf(
  body: Body,
  { states, ends }: ThreadPlaces,
  prefix: string,
  each: (name: string) => string,
): PromiseSpec[] {
  const { name, kind } = body;
  const pending = states
    .filter(({ within }) => kind.free !== true || within)
    .map((state) => state.name);
  if (!ends || pending.length === 0 || kind.endless === true) return [];
  return [{ name: `${prefix}${writtenName(body)}-ends`, pending: { [each(name)]: pending } }];
}
