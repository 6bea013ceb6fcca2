import type { Spec } from '../system/compose.ts';
import type { Actor, Row, Step } from '../system/vocabulary.ts';
import { lower } from './lower.ts';
import { objectParts, queuesOf } from './object-parts.ts';
import { agesOf, otherParts, victimsOf } from './other-parts.ts';
import { invariantsOf, promisesOf } from './owed.ts';
import { complain } from './parse.ts';
import { placesOf, type ThreadEdge, type ThreadPlaces } from './places.ts';
import { actorNamed, named, partNamed, type Alone, type Setting } from './setting.ts';
import { partsOfThread, type Draft, type Said } from './thread-steps.ts';
import type { Body, Prefixes, World } from './world.ts';

/** A file as a system of the vocabulary. */
export type ThreadSystem = {
  readonly world: World;
  readonly prefixes: Prefixes;
  readonly places: ReadonlyMap<string, ThreadPlaces>;
  readonly row: Row;
  readonly actors: Readonly<Record<string, Actor>>;
  /** By step. */
  readonly said: ReadonlyMap<string, Said>;
  /** By step, what a thread does in it; a step by which a thread begins has none. */
  readonly edges: ReadonlyMap<string, ThreadEdge>;
  /** Functions of the file that no thread of it runs. */
  readonly neverRun: readonly Body[];
};

/** A file as rows, actors and steps. @throws Misuse for what makes no system */
export function systemOfThreads(
  world: World,
  prefixes: Prefixes = { names: '', promises: '' },
): ThreadSystem {
  const run = new Set<string>();
  const code = new Map(world.threads.map((thread) => [thread, lower(world, thread, run)]));
  // A name that nobody has is told before a work that, for that reason, nobody queues.
  checkQueued(world);
  const places = new Map(
    [...code].map(([thread, lowered]) => [thread.name, placesOf(world, thread, lowered)]),
  );
  const alone: Alone = { world, prefixes, places };
  const objects = objectParts(alone);
  const victims = victimsOf(alone);
  const setting: Setting = { ...alone, queues: queuesOf(alone), ages: agesOf(alone), victims };
  const others = otherParts(alone, victims);
  const threads = world.threads.map((thread) => partsOfThread(setting, thread));
  checkNames(alone, [...objects, ...others, ...threads.map(({ part }) => part)]);
  const numbered = withNames(
    alone,
    threads.flatMap(({ drafts }) => drafts),
  );
  const row = {
    name: world.file.name,
    parts: Object.fromEntries([...objects, ...others, ...threads.map(({ part }) => part)]),
    steps: numbered.map(([name, draft]) => stepOf(alone, name, draft)),
    promises: promisesOf(alone),
    invariants: invariantsOf(alone),
  };
  const actors: Record<string, Actor> = Object.assign({}, ...threads.map((one) => one.actors));
  const sentences = new Map(numbered.map(([name, draft]) => [name, draft.said]));
  const edges = new Map(
    numbered.flatMap(([name, { edge }]) => (edge === null ? [] : [[name, edge] as const])),
  );
  const neverRun = [...world.bodies.values()].filter(
    ({ name, item }) => !run.has(name) && item.brought !== true,
  );
  return { world, prefixes, places, row: row as Row, actors, said: sentences, edges, neverRun };
}

/** The system of a file that stands alone. */
export const specOfThreads = ({ row, actors }: Pick<ThreadSystem, 'row' | 'actors'>): Spec => ({
  rows: [row],
  actors,
  sizes: {},
});

/** Everything that must be queued is queued by somebody. @throws Misuse */
function checkQueued({ threads, queued, file }: World): void {
  for (const { name, kind, item } of threads) {
    const isLate = kind.queued === true && kind.alone !== true && item.brought !== true;
    if (isLate && !queued.has(name))
      complain(file.source, item.at, `'${name}' is a ${kind.name} that nobody queues`);
  }
}

/**
 * What a file declares has a name of its own: what the system calls its parts and actors is taken,
 * and two parts or actors of one name would be one. @throws Misuse at the declaration
 */
function checkNames(
  alone: Alone,
  parts: readonly (readonly [name: string, part: unknown])[],
): void {
  const { world } = alone;
  const counts = new Map<string, number>();
  for (const [name] of parts) counts.set(name, (counts.get(name) ?? 0) + 1);
  const threads = new Set(world.threads.map(({ name }) => name));
  const declared = [
    ...[...world.things.values()].map(({ name, at }) => ({ name, at })),
    ...world.threads.map(({ name, item }) => ({ name, at: item.name.at })),
  ];
  for (const { name, at: place } of declared) {
    const ofThread = actorSuffixes.find((suffix) => threads.has(name.replace(suffix, '')));
    const isActor =
      threads.has(name) && ofThread !== undefined && name.endsWith(ofThread) && name !== ofThread;
    const isPart = (counts.get(partNamed(alone, name)) ?? 0) > 1 && !isFamily(world, name);
    if (isActor || isPart)
      complain(
        world.file.source,
        place,
        `'${name}' is what the system calls something of another declaration; expected another name`,
      );
  }
}

/** What stands behind the name of a thread in the names of its actors. */
const actorSuffixes = ['_start', '_lock', '_free'] as const;

/** The fragments of one place are one part. */
const isFamily = ({ bodies }: World, name: string): boolean =>
  bodies.get(name)?.placedFor !== undefined && bodies.get(name)!.placedFor !== null;

/** Steps with names of their own: a number behind each that is taken. */
function withNames(
  { prefixes }: Alone,
  drafts: readonly Draft[],
): readonly (readonly [name: string, draft: Draft])[] {
  const taken = new Set<string>();
  return drafts.map((draft) => {
    const plain = `${prefixes.names}${draft.name.replace(/\W+/g, '_').replace(/^_|_$/g, '')}`;
    let name = plain;
    for (let n = 2; taken.has(name); n++) name = `${plain}_${n}`;
    taken.add(name);
    return [name, draft] as const;
  });
}

function stepOf(alone: Alone, name: string, { actor, moves, also, when }: Draft): Step {
  return {
    name,
    actor: actorNamed(alone, actor),
    moves: named(alone, moves),
    ...(Object.keys(also).length === 0 ? {} : { also: named(alone, also) }),
    ...(Object.keys(when).length === 0 ? {} : { when: named(alone, when) }),
  } as Step;
}
