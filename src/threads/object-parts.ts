import type { Part } from '../system/vocabulary.ts';
import {
  countOf,
  lockOf,
  plainLifecycle,
  queueOf,
  sharedLockOf,
  sleepersOf,
} from './lifecycles.ts';
import { complain } from './parse.ts';
import type { ThreadEdge } from './places.ts';
import { partNamed, type Alone } from './setting.ts';
import { names } from './steps.ts';
import type { Thing } from './world.ts';

/** A part with its name in the system. */
export type NamedPart = readonly [name: string, part: Part];

/** An object as a part; of a fragment's object, one part for all members. */
export const partOf = (
  alone: Alone,
  name: string,
  of: Part['of'],
  title: string = name,
): NamedPart => {
  const body = alone.world.bodies.get(name);
  if (body === undefined || body.placedFor === null) return [partNamed(alone, name), { of, title }];
  // The fragments of one place are alike: the part of the last is the part of all.
  const { text } = body.item.name;
  const family = alone.world.beside!.placed.get(text)!.family!;
  return [`${alone.prefixes.names}${text}`, { of, family, title: text }];
};

/** The parts of the objects of a file. */
export const objectParts = (alone: Alone): readonly NamedPart[] =>
  [...alone.world.things.values()].flatMap((thing) => partsOfObject(alone, thing));

/** Queues whose items run one after another: such a queue is a part. */
export const queuesOf = ({ world }: Alone): ReadonlySet<string> =>
  new Set(
    [...world.things.values()]
      .filter(
        ({ type: { lifecycle }, words }) => lifecycle.is === 'queue' && words.has(lifecycle.word),
      )
      .map(({ name }) => name),
  );

/** The parts that an object becomes: its own, its second count, its sleepers. */
function partsOfObject(alone: Alone, thing: Thing): readonly NamedPart[] {
  const { name, type, described } = thing;
  if (described !== null) {
    checkUntouched(alone, thing);
    return [];
  }
  const { second } = type;
  const references = names.second;
  const extra: NamedPart[] =
    second === undefined
      ? []
      : [
          partOf(
            alone,
            references(thing),
            countOf(references(thing), 0, second.most),
            `extra references of ${name}`,
          ),
        ];
  const machine = machineOf(alone, thing);
  if (alone.world.slept.has(name)) {
    const sleepers = names.sleepers(thing);
    const part = sleepersOf(
      sleepers,
      orNobody(usersOf(alone, sleepers, 'sleep.')),
      usersOf(alone, sleepers, 'leave.'),
    );
    extra.push(partOf(alone, sleepers, part, `who sleeps until ${name} changes`));
  }
  return machine === null ? extra : [...extra, partOf(alone, name, machine, type.title ?? name)];
}

/** How an object lives; null: it has no part of its own. */
function machineOf(alone: Alone, { name, type, initial, words }: Thing): Part['of'] | null {
  const { lifecycle } = type;
  if (lifecycle.is === 'lock') return lockOf(name, orNobody(usersOf(alone, name, '')));
  if (lifecycle.is === 'shared lock') {
    const readers = usersOf(alone, name, 'read.');
    return sharedLockOf(name, orNobody(readers), usersOf(alone, name, 'take.'));
  }
  if (lifecycle.is !== 'queue') return plainLifecycle(name, initial, lifecycle);
  if (!words.has(lifecycle.word)) return null;
  const items = alone.world.threads.filter(({ on }) => on === name).map((thread) => thread.name);
  return queueOf(name, orNobody(items));
}

/** Threads that move an object by an event that begins so. */
function usersOf({ world, places }: Alone, object: string, prefix: string): string[] {
  const uses = ({ way }: ThreadEdge): boolean =>
    (way.moves[object] ?? way.also[object])?.startsWith(prefix) === true;
  return world.threads
    .filter(({ name }) => places.get(name)!.edges.some(uses))
    .map(({ name }) => name);
}

const orNobody = (owners: readonly string[]): readonly string[] =>
  owners.length === 0 ? ['nobody'] : owners;

/** What is described moves by itself; a file only waits for it. @throws Misuse */
function checkUntouched({ world, places }: Alone, { name }: Thing): void {
  for (const { edges } of places.values()) {
    const edge = edges.find(({ way }) => name in way.moves || name in way.also);
    if (edge === undefined) continue;
    const what = `'${name}' is of the description, which moves it itself; found ${edge.text}`;
    complain(world.file.source, { line: edge.line, column: 1 }, what);
  }
}
