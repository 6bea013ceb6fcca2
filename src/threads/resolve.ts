import { bodiesOf } from './bodies.ts';
import { withBrought } from './brought.ts';
import { withMembers } from './members.ts';
import type { Call, Language, Operation, Ref } from './meaning.ts';
import { complain } from './parse.ts';
import type { File } from './syntax.ts';
import { thingsOf } from './things.ts';
import { checkWritten } from './written.ts';
import {
  callsIn,
  compareVersions,
  listed,
  nameIn,
  operationsIn,
  type Beside,
  type Body,
  type World,
} from './world.ts';

/**
 * Looks up the names of a file.
 * @param beside what a description beside it has
 * @param brought what types and calls bring is in the file already
 * @throws Misuse for a name that is not there, in one line
 */
export function worldOf(
  written: File,
  language: Language,
  {
    brought = false,
    beside = null,
  }: { readonly brought?: boolean; readonly beside?: Beside | null } = {},
): World {
  const version = versionOf(written, language);
  const calls = callsOf(language, version);
  const file = brought ? written : withBrought(withMembers(written), language, calls);
  const things = thingsOf(file, language.types, beside);
  const bodies = bodiesOf(file, language.kinds, things, beside);
  checkWritten(file, { language, things, bodies, calls });
  const threads = [...bodies.values()].filter(({ kind }) => kind.thread);
  if (threads.length === 0) {
    const known = language.kinds.filter(({ thread }) => thread).map(({ name }) => name);
    complain(
      file.source,
      { line: 1, column: 1 },
      `found no thread, expected one of ${listed(known)}`,
    );
  }
  const world = { file, beside, language, version, things, bodies, threads, calls };
  const uses = usesOf(world);
  for (const { name, kind, item } of threads) {
    const starts = kind.context === 'hardirq' ? 'raises' : 'starts';
    if (kind.alone === true && uses.turnedOff.has(name) && !uses.queued.has(name))
      complain(
        file.source,
        item.at,
        `'${name}' is turned off and nobody ${starts} it, so that nobody could see it; ` +
          'let a thread do so',
      );
  }
  return { ...world, ...uses };
}

/** The version that a file names; the newest where it names none. @throws Misuse */
function versionOf({ source, version }: File, { versions }: Language): string {
  if (version === null) return versions.at(-1)!;
  if (versions.includes(version.text)) return version.text;
  return complain(
    source,
    version.at,
    `unknown kernel version '${version.text}'; there are: ${versions.join(', ')}`,
  );
}

/** The calls as they mean in a version, by name and alias. */
function callsOf({ calls }: Language, version: string): Map<string, Call> {
  const named = new Map<string, Call>();
  for (const call of calls) {
    const was = (call.earlier ?? []).find(({ until }) => compareVersions(version, until) < 0);
    const meant = was === undefined ? call : { ...call, does: was.does };
    for (const name of [call.name, ...(call.alias ?? [])]) named.set(name, meant);
  }
  return named;
}

/** What the calls of a file say about each other: who queues whom, who is added to what. */
function usesOf(
  world: Pick<World, 'file' | 'bodies' | 'calls' | 'things' | 'threads'>,
): Pick<World, 'callbacks' | 'added' | 'queued' | 'turnedOff' | 'slept' | 'ticketed'> {
  const callbacks = new Map<string, string[]>();
  const added = new Map<string, string[]>();
  const queued = new Set<string>();
  const turnedOff = new Map<string, Set<string>>();
  const slept = new Set<string>();
  const add = (to: Map<string, string[]>, key: string, name: string): void => {
    const list = to.get(key) ?? [];
    if (!list.includes(name)) to.set(key, [...list, name]);
  };
  for (const { name, given } of world.file.items.flatMap(({ body }) => callsIn(body))) {
    const call = world.calls.get(name);
    if (call === undefined) continue;
    const names = given.map((operation) => nameIn(operation));
    for (const operation of operationsIn(call.does)) {
      if (operation.do === 'add callback')
        add(callbacks, names[operation.of as number] ?? '', names[operation.run as number] ?? '');
      if (operation.do === 'sleep until') slept.add(names[operation.of as number] ?? '');
      noteMoves(movedIn(operation, names), queued, turnedOff);
    }
    for (const other of names.slice(1))
      if (names[0] !== null && other !== null) add(added, `${name}:${names[0]}`, other);
  }
  const ticketed = world.threads.filter((body) => beginsTicket(body, world.calls));
  return { callbacks, added, queued, turnedOff, slept, ticketed: ticketed.map(({ name }) => name) };
}

const beginsTicket = ({ item }: Body, calls: World['calls']): boolean =>
  callsIn(item.body).some(({ name }) =>
    operationsIn(calls.get(name)?.does ?? []).some(
      (operation) => operation.do === 'ticket' && operation.begin,
    ),
  );

/** Takes down which items are queued, and which are turned off and how. */
function noteMoves(
  moves: readonly (readonly [event: string, item: string])[],
  queued: Set<string>,
  turnedOff: Map<string, Set<string>>,
): void {
  for (const [event, item] of moves) {
    if (event === 'queue') queued.add(item);
    if (event === 'disable' || event === 'mask')
      turnedOff.set(item, (turnedOff.get(item) ?? new Set()).add(event));
  }
}

/** What a step does to items that may be pending. `names`: the names that its call is given. */
function movedIn(
  operation: Operation,
  names: readonly (string | null)[],
): (readonly [event: string, item: string])[] {
  if (operation.do !== 'step') return [];
  return operation.either
    .flatMap(({ moves = [], also = [] }) => [...moves, ...also])
    .flatMap(([ref, event]) =>
      typeof event === 'string' && typeof ref === 'object' && 'pending' in ref
        ? [[event, queuedBy(ref.pending, names)] as const]
        : [],
    );
}

function queuedBy(ref: Ref, names: readonly (string | null)[]): string {
  if (typeof ref === 'object')
    return 'member' in ref ? ref.name.replace('$0', names[ref.member] ?? '') : '';
  return names[ref === 'last' ? names.length - 1 : ref] ?? '';
}
