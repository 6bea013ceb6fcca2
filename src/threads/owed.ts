import type { Cite, Invariant, PromiseSpec } from '../system/vocabulary.ts';
import { partNamed, type Alone } from './setting.ts';

/** What is owed by default: threads end, and objects of some types come out of a state. */
export const promisesOf = (alone: Alone): readonly PromiseSpec[] => [
  ...endings(alone),
  ...comings(alone),
];

/** Every thread that has begun ends, unless its kind owes nobody an end. */
const endings = (alone: Alone): readonly PromiseSpec[] =>
  alone.world.threads.flatMap(({ name, kind }) => {
    const { states, ends } = alone.places.get(name)!;
    const pending = states
      .filter(({ within }) => kind.free !== true || within)
      .map((state) => state.name);
    if (!ends || pending.length === 0 || kind.endless === true) return [];
    return [{ name: `${name}-ends`, pending: { [partNamed(alone, name)]: pending } }];
  });

const comings = (alone: Alone): readonly PromiseSpec[] =>
  [...alone.world.things.values()].flatMap(({ name, type, member }) => {
    if (type.owes === undefined || member !== null) return [];
    const pending = { [partNamed(alone, name)]: type.owes.in };
    return [{ name: `${name}-${type.owes.name}`, pending, cite: type.cite as Cite }];
  });

/** No thread uses a call against its rules. */
export const invariantsOf = (alone: Alone): readonly Invariant[] =>
  alone.world.threads
    .filter(({ name }) => alone.places.get(name)!.edges.some(({ to }) => to === 'broken'))
    .map(({ name }) => ({
      name: `${name}-keeps-the-rules-of-calls`,
      never: { [partNamed(alone, name)]: 'broken' },
    }));
