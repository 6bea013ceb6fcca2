import type { Cite, Invariant, PromiseSpec } from '../system/vocabulary.ts';
import { partNamed, type Alone } from './setting.ts';
import { writtenName, type Body } from './world.ts';

/** What is owed by default: threads end, and objects of some types come out of a state. */
export const promisesOf = (alone: Alone): readonly PromiseSpec[] => [
  ...endings(alone),
  ...comings(alone),
];

/** Every thread that has begun ends, unless its kind owes nobody an end. */
const endings = (alone: Alone): readonly PromiseSpec[] =>
  oneOfEach(alone).flatMap((body) => {
    const { name, kind } = body;
    const { states, ends } = alone.places.get(name)!;
    const pending = states
      .filter(({ within }) => kind.free !== true || within)
      .map((state) => state.name);
    if (!ends || pending.length === 0 || kind.endless === true) return [];
    const owed = `${alone.prefixes.promises}${writtenName(body)}-ends`;
    return [{ name: owed, pending: { [everyNamed(alone, name)]: pending } }];
  });

/** Every object comes out of the state that its type owes to leave. */
const comings = (alone: Alone): readonly PromiseSpec[] =>
  [...alone.world.things.values()].flatMap(({ name, type, described }) => {
    if (type.owes === undefined || described !== null) return [];
    const pending = { [partNamed(alone, name)]: type.owes.in };
    const owed = `${alone.prefixes.promises}${name}-${type.owes.name}`;
    return [{ name: owed, pending, cite: type.cite as Cite }];
  });

/** No thread uses a call against its rules. */
export const invariantsOf = (alone: Alone): readonly Invariant[] =>
  oneOfEach(alone)
    .filter(({ name }) => alone.places.get(name)!.edges.some(({ to }) => to === 'broken'))
    .map((body) => ({
      name: `${alone.prefixes.promises}${writtenName(body)}-keeps-the-rules-of-calls`,
      never: { [everyNamed(alone, body.name)]: 'broken' },
    }));

/** The threads, of the fragments of one place one: they have one promise among them. */
const oneOfEach = ({ world }: Alone): readonly Body[] =>
  world.threads.filter(({ placedFor }) => placedFor === null || placedFor === 1);

/** A thread, or every member of a fragment. */
const everyNamed = (alone: Alone, name: string): string =>
  partNamed(alone, name).replace(/\[\d+\]$/, '[i]');
