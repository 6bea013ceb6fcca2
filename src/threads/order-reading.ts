import type { Verdict, WaitsFor } from '../check/finding.ts';
import { answer } from '../check/verdict.ts';
import { search } from '../explore/search.ts';
import { compose } from '../system/compose.ts';
import { Misuse } from '../system/misuse.ts';
import { own as besideOwn } from './beside.ts';
import { lockOrder, type Complaint } from './lock-order.ts';
import type { Call, Language, ObjectType } from './meaning.ts';
import { otherMeanings } from './other-meanings.ts';
import { worldOf } from './resolve.ts';
import { specOfThreads, systemOfThreads, type ThreadSystem } from './system.ts';
import type { File, Item, Statement } from './syntax.ts';
import { callsIn, nameIn, operationsIn, type Thing, type World } from './world.ts';

/** How the validator's answer and the verdict go together. */
export type OrderReading = {
  /** Bad and silent: the arrows of the cycle for which the validator has no class. */
  readonly unseen: readonly string[];
  /** What would make it speak, found by trying it. */
  readonly annotations: readonly string[];
  /** Finite and reported: that it is unreachable. */
  readonly unreachable: string | null;
  /** With which changes these threads could hang, found by trying each. */
  readonly because: readonly string[];
};

/** What is known of a side before its answer and the validator's are read together. */
export type Read = {
  readonly system: ThreadSystem;
  readonly verdict: Verdict;
  readonly order: readonly Complaint[];
  readonly waits: WaitsFor | null;
};

/** Reads both answers together; null where they agree. */
export function readingOf({ system, verdict, order, waits }: Read): OrderReading | null {
  const isBad = verdict !== 'finite' && verdict !== 'incomplete';
  if (isBad && order.length === 0)
    return {
      unseen: arrowsWithoutClass(system, waits),
      annotations: annotationsThatSpeak(system),
      unreachable: null,
      because: [],
    };
  // A search that ended early has not seen that nothing is reached.
  if (verdict !== 'finite' || order.length === 0) return null;
  return {
    unseen: [],
    annotations: [],
    unreachable: 'unreachable with these threads; the order still counts',
    because: becauseOf(system, order),
  };
}

/** The kinds of what the validator says; `silent`: it says nothing. */
export const kindsOf = (order: readonly Complaint[]): string[] =>
  order.length === 0 ? ['silent'] : [...new Set(order.map(({ kind }) => kind))];

/** The name of a file's part in its file; the member of a fragment is a thread of its own. */
export const ownName = (part: string): string =>
  part.startsWith(besideOwn.names)
    ? part.slice(besideOwn.names.length).replace(/\[(\d+)\]$/, '_$1')
    : part;

/** The object of a file that a part is, or the member of a described part. */
export function thingAt({ things }: World, part: string): Thing | undefined {
  return (
    [...things.values()].find(({ described }) => described === part) ?? things.get(ownName(part))
  );
}

/* Bad and silent */

/** Arrows of the cycle, or of the chain, that the validator cannot see. */
function arrowsWithoutClass(system: ThreadSystem, waits: WaitsFor | null): string[] {
  const chain = waits?.chain ?? [];
  return chain.flatMap(({ part, isIn, for: next }): string[] => {
    if (next === null || hasClass(system, part, isIn)) return [];
    return [`${spoken(system, part)} → ${spoken(system, next)}`];
  });
}

/** `f (dma_fence)`, or the name of a thread. */
function spoken({ world }: ThreadSystem, part: string): string {
  const thing = thingAt(world, part);
  return thing === undefined ? ownName(part) : `${thing.name} (${thing.type.name})`;
}

/**
 * Whether the validator sees for what a part waits: a thread by what it takes where it stands, a
 * lock by its holder. It sees nothing of what moves another object.
 */
function hasClass(
  { world, places }: ThreadSystem,
  part: string,
  states: readonly string[],
): boolean {
  const thread = places.get(ownName(part));
  if (thread !== undefined)
    return thread.sightings.some(({ at, seen }) => states.includes(at) && !seen.tried);
  const thing = thingAt(world, part);
  if (thing === undefined) return false;
  return isLock(thing.type) && thing.type.unseen !== true;
}

/** Whether a type is a lock, alone or shared. */
const isLock = ({ lifecycle }: ObjectType): boolean =>
  lifecycle.is === 'lock' || lifecycle.is === 'shared lock';

/** Annotations round a thread that signals which make the validator speak: each is tried. */
function annotationsThatSpeak(system: ThreadSystem): string[] {
  const { language, file, threads } = system.world;
  return language.order.annotations.flatMap(({ says, before, after, event }) => {
    const signaling = threads.filter(({ name }) => movesBy(system, name, event));
    const asked = [...new Set(signaling.map(({ name, family }) => family ?? name))];
    return asked.flatMap((name) => {
      const items = file.items.map((item) =>
        (item.family ?? item.name.text) === name ? annotated(item, before, after) : item,
      );
      const changed = remade(system, { ...file, items });
      const speaks = changed === null ? [] : lockOrder(changed.world, changed.places.values());
      return speaks.length === 0 ? [] : [`${says} in ${name}: ${kindsOf(speaks).join(', ')}`];
    });
  });
}

/** Whether a thread moves something by an event, such as a fence by its signal. */
const movesBy = ({ places }: ThreadSystem, thread: string, event: string): boolean =>
  places
    .get(thread)!
    .edges.some(({ way }) =>
      [...Object.values(way.moves), ...Object.values(way.also)].includes(event),
    );

/** An item whose body stands between two calls. */
function annotated(item: Item, before: string, after: string): Item {
  const { at } = item;
  const call = (name: string): Statement => ({
    is: 'expression',
    at,
    value: { is: 'call', name, given: [], text: `${name}()`, at },
  });
  return { ...item, body: { is: 'block', at, body: [call(before), item.body, call(after)] } };
}

/* Finite and reported */

/** States of a changed system that are searched to see whether it hangs. */
const most = 10_000;

/** The changes that let these threads hang, each tried by itself; empty where none does. */
function becauseOf(system: ThreadSystem, order: readonly Complaint[]): string[] {
  const { world } = system;
  if (world.beside !== null) return [];
  const kinds = [
    () => withoutObjects(world, order),
    () => writers(world, order),
    () => secondRuns(world),
    () => secondThreads(world),
    () => otherMeanings(world).map((other) => ({ ...other, file: world.file })),
  ];
  // The first kind of change that lets them hang is the reason.
  for (const tries of kinds) {
    const reasons = tries().flatMap((one) => (hangs(system, one) ? [one.says] : []));
    if (reasons.length > 0) return reasons;
  }
  const shared = order.flatMap(({ classes }) => classes).flatMap((of) => ofOneClass(world, of));
  return [...new Set(shared)];
}

/** A changed file, and how the change is told. */
type Try = {
  readonly file: File;
  readonly says: string;
  /** Where calls mean something else. */
  readonly language?: Language;
};

/** Without all calls on one object: a gate lock, or what puts the threads in order. */
const withoutObjects = ({ file, things }: World, order: readonly Complaint[]): readonly Try[] => {
  const classes = new Set(order.flatMap((complaint) => complaint.classes));
  const others = [...things.values()].filter((thing) => !classes.has(thing.class));
  return others.map(({ name, type }) => ({
    file: { ...file, items: file.items.map((item) => without(item, name)) },
    says: isLock(type)
      ? `without ${name}, a lock under which they come one after another (a gate lock)`
      : `without ${name}, which puts them in order`,
  }));
};

/** Each thread that runs once may run again. */
const secondRuns = ({ file, threads }: World): readonly Try[] =>
  threads
    .filter(({ kind, item }) => kind.repeats !== true && !item.again && item.brought !== true)
    .map(({ name }) => ({
      file: {
        ...file,
        items: file.items.map((item) =>
          item.name.text === name ? { ...item, again: true } : item,
        ),
      },
      says: `if ${name} ran again`,
    }));

/** A second thread that does the same as one. */
const secondThreads = ({ file, threads }: World): readonly Try[] =>
  threads
    .filter(({ kind, item }) => kind.queued !== true && item.brought !== true)
    .map(({ name, item }) => ({
      file: {
        ...file,
        items: [...file.items, { ...item, name: { ...item.name, text: `${name}_too` } }],
      },
      says: `with a second thread like ${name}`,
    }));

/** Somebody who takes a lock alone that is only shared in the file. */
const writers = (world: World, order: readonly Complaint[]): readonly Try[] => {
  const classes = new Set(order.flatMap((complaint) => complaint.classes));
  const shared = [...world.things.values()].filter(
    (thing) => classes.has(thing.class) && thing.type.lifecycle.is === 'shared lock',
  );
  return shared.flatMap(({ name, type }) => {
    const calls = [...world.calls.values()].filter(({ takes }) => takes[0] === type.name);
    const takes = calls.find((call) => only(call, 'acquire'));
    const gives = calls.find((call) => only(call, 'release'));
    if (takes === undefined || gives === undefined) return [];
    const written = [writer(world, name, [takes.name, gives.name])];
    const items = [...world.file.items, ...written];
    return [{ file: { ...world.file, items }, says: `if a thread took ${name} for writing` }];
  });
};

/** A call that does nothing but take a lock alone, or give it back. */
const only = ({ does }: Call, how: 'acquire' | 'release'): boolean => {
  const [first, ...rest] = operationsIn(does);
  return rest.length === 0 && first?.do === how && first.of === 0 && first.shared !== true;
};

/** A thread that takes an object and gives it back, by these calls. */
function writer({ file, language }: World, object: string, calls: readonly string[]): Item {
  const { at } = file.items[0]!;
  const kind = language.kinds.find((one) => one.thread && one.starts === 'weak' && !one.queued)!;
  const word = (text: string) => ({ text, at });
  return {
    ...file.items[0]!,
    kind: word(kind.name),
    name: word(`writes_${object}`),
    parameters: [],
    on: null,
    place: null,
    again: false,
    family: null,
    body: {
      is: 'block',
      at,
      body: calls.map((name): Statement => ({
        is: 'expression',
        at,
        value: {
          is: 'call',
          name,
          given: [{ is: 'object', name: object, member: null, at }],
          text: `${name}(&${object})`,
          at,
        },
      })),
    },
  };
}

/** The objects of a class of which the file has several: the validator takes them for one. */
function ofOneClass({ things }: World, of: string): string[] {
  const members = [...things.values()].filter((thing) => thing.class === of);
  if (members.length < 2) return [];
  return [`if ${members.map(({ name }) => name).join(' and ')}, which are of one class, were one`];
}

/** An item without the statements that are a call on an object. */
function without(item: Item, object: string): Item {
  const isCall = (statement: Statement): boolean =>
    statement.is === 'expression' &&
    callsIn(statement.value).some(({ given }) => given.some((one) => nameIn(one) === object));
  const clear = <Node>(node: Node): Node => {
    if (Array.isArray(node)) return node.map((child: unknown) => clear(child)) as Node;
    if (typeof node !== 'object' || node === null) return node;
    const statement = node as unknown as Statement;
    if (isCall(statement)) return { is: 'block', body: [], at: statement.at } as Node;
    return Object.fromEntries(
      Object.entries(node).map(([key, child]) => [key, clear(child)]),
    ) as Node;
  };
  return { ...item, body: clear(item.body) };
}

/** Whether a changed file has a hang; not where it cannot be made, or its search runs out. */
function hangs(system: ThreadSystem, { file, language }: Try): boolean {
  const changed = remade(system, file, language);
  if (changed === null) return false;
  const graph = search(compose(specOfThreads(changed)), { states: most });
  return answer(graph, { plain: true, worstOnly: true }).verdict === 'deadlock';
}

/** A changed file as a system; null where the change makes no sense. */
function remade(
  { world }: ThreadSystem,
  file: File,
  language: Language = world.language,
): ThreadSystem | null {
  try {
    return systemOfThreads(worldOf(file, language, { brought: true, beside: world.beside }));
  } catch (error) {
    if (error instanceof Misuse) return null;
    throw error;
  }
}
