import { closest, distance } from 'fastest-levenshtein';
import type { Call, Kind, Language, ObjectType, Operation, Ref } from './meaning.ts';
import { complain, parseBrought } from './parse.ts';
import type {
  Argument,
  CallExpression,
  Expression,
  File,
  Item,
  ObjectDeclaration,
  Place,
  Statement,
} from './syntax.ts';

/** An object of a file, with what its declaration says. */
export type Thing = {
  readonly name: string;
  readonly type: ObjectType;
  /** Its class for the validator. */
  readonly class: string;
  readonly initial: string | null;
  readonly words: ReadonlySet<string>;
  /** The object that it uses, such as its lock. */
  readonly used: string | null;
  readonly at: Place;
};

/** A thread, or something that runs inside threads. */
export type Body = {
  readonly name: string;
  readonly kind: Kind;
  readonly item: Item;
  /** The queue that it stands on. */
  readonly on: string | null;
  /** The members of `name[n]` are alike. */
  readonly family: string | null;
};

/** A file with its names looked up. */
export type World = {
  readonly file: File;
  readonly language: Language;
  readonly version: string;
  readonly things: ReadonlyMap<string, Thing>;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly threads: readonly Body[];
  readonly calls: ReadonlyMap<string, Call>;
  /** Object to the items that some call adds to it, and by `call:object` to the objects. */
  readonly callbacks: ReadonlyMap<string, readonly string[]>;
  readonly added: ReadonlyMap<string, readonly string[]>;
  /** Items that some call queues. */
  readonly queued: ReadonlySet<string>;
  /** Threads that begin a ticket. */
  readonly ticketed: readonly string[];
};

/** `; did you mean 'x'?`, where something is near. */
export function near(word: string, known: Iterable<string>): string {
  const all = [...known];
  if (all.length === 0) return '';
  const best = closest(word, all);
  return distance(word, best) <= Math.max(2, word.length / 3) ? `; did you mean '${best}'?` : '';
}

const listed = (words: readonly string[]): string => {
  let text = '';
  for (const [at, word] of words.entries()) {
    if (text.length + word.length > 60) return `${text} and ${words.length - at} more`;
    text += at === 0 ? word : `, ${word}`;
  }
  return text;
};

/** At most so many objects and threads: more is a slip of the pen. */
const most = { objects: 64, threads: 24, statements: 5000 };

/** @param brought what types and calls bring is in the file already. @throws Misuse for a name that is not there, in one line */
export function worldOf(written: File, language: Language, brought = false): World {
  const version = versionOf(written, language);
  const calls = callsOf(language, version);
  const file = brought ? written : withBrought(written, language, calls);
  const things = thingsOf(file, language);
  const bodies = bodiesOf(file, language, things);
  const threads = [...bodies.values()].filter(({ kind }) => kind.thread);
  if (threads.length === 0) {
    complain(
      file.source,
      { line: 1, column: 1 },
      `found no thread, expected one of ${listed(language.kinds.filter(({ thread }) => thread).map(({ name }) => name))}`,
    );
  }
  const world = { file, language, version, things, bodies, threads, calls };
  return { ...world, ...usesOf(world) };
}

/** What types and calls bring with them, and what there is without being declared. */
function withBrought(
  file: File,
  { types, calls: all }: Language,
  calls: ReadonlyMap<string, Call>,
): File {
  const objects: ObjectDeclaration[] = [];
  const items: Item[] = [];
  const bring = (text: string, at: Place): void => {
    const brought = parseBrought(text, at);
    objects.push(...brought.objects);
    items.push(...brought.items);
  };
  for (const { type, name, words } of file.objects) {
    const found = types.find((one) => one.name === type.text);
    if (found?.brings === undefined) continue;
    if (words[0] === undefined)
      complain(
        file.source,
        name.at,
        `'${name.text}' is a ${type.text}, which names the ${found.uses} that it uses: struct ${type.text} ${name.text} = x;`,
      );
    bring(found.brings.replaceAll('$used', words[0]!.text).replaceAll('$0', name.text), name.at);
  }
  const hidden = new Set(all.filter((one) => one.hidden === true).map(({ name }) => name));
  const spoken = new Set<string>();
  for (const one of [
    ...file.items.flatMap(({ body }) => callsIn(body)),
    ...items.flatMap(({ body }) => callsIn(body)),
  ]) {
    const call = calls.get(one.name);
    if (call === undefined) continue;
    if (call.inherits !== undefined && nameIn(one.given[0]) !== null)
      bring(call.inherits.replaceAll('$0', nameIn(one.given[0])!), one.at);
    for (const operation of operationsIn(call.does))
      for (const type of spokenOf(operation)) spoken.add(type);
  }
  for (const item of file.items)
    for (const one of callsIn(item.body))
      if (hidden.has(one.name))
        complain(
          file.source,
          one.at,
          `'${one.name}' is what other calls are made of; a file does not call it`,
        );
  for (const { name, implicit } of types) {
    if (implicit === undefined || !spoken.has(name)) continue;
    const at = { line: 1, column: 1 };
    objects.push({
      type: { text: name, at },
      name: { text: implicit, at },
      times: null,
      words: [],
    });
  }
  return { ...file, objects: [...file.objects, ...objects], items: [...file.items, ...items] };
}

/** The types of which an operation means the only object. */
function spokenOf(one: Operation): string[] {
  const refs: unknown[] =
    'of' in one
      ? [one.of]
      : one.do === 'step'
        ? one.either.flatMap(({ when, moves }) =>
            [...(when ?? []), ...(moves ?? [])].map(([ref]) => ref),
          )
        : [];
  return refs.flatMap((ref) =>
    typeof ref === 'object' && ref !== null && 'the' in ref ? [(ref as { the: string }).the] : [],
  );
}

function versionOf({ source, version }: File, { versions }: Language): string {
  if (version === null) return versions.at(-1)!;
  if (versions.includes(version.text)) return version.text;
  return complain(
    source,
    version.at,
    `unknown kernel version '${version.text}'; there are: ${versions.join(', ')}`,
  );
}

/** -1, 0 or 1: versions are compared by their numbers. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one.split('.').map(Number), other.split('.').map(Number)];
  return Math.sign(a[0]! - b[0]! || a[1]! - b[1]!);
}

function callsOf({ calls }: Language, version: string): Map<string, Call> {
  const found = new Map<string, Call>();
  for (const call of calls) {
    const was = (call.earlier ?? []).find(({ until }) => compareVersions(version, until) < 0);
    const meant = was === undefined ? call : { ...call, does: was.does };
    for (const name of [call.name, ...(call.alias ?? [])]) found.set(name, meant);
  }
  return found;
}

function thingsOf(file: File, { types }: Language): Map<string, Thing> {
  const things = new Map<string, Thing>();
  const wrong = (at: Place, what: string): never => complain(file.source, at, what);
  for (const one of file.objects) {
    const type = types.find(({ name }) => name === one.type.text);
    if (type === undefined) {
      const names = types.map(({ name }) => name);
      wrong(
        one.type.at,
        `unknown type '${one.type.text}'${near(one.type.text, names) || `; there are: ${listed(names)}`}`,
      );
    }
    if (one.times === 0 || (one.times ?? 1) > most.objects)
      wrong(
        one.name.at,
        `found ${one.times} of '${one.name.text}', expected from 1 to ${most.objects}`,
      );
    const names =
      one.times === null
        ? [one.name.text]
        : Array.from({ length: one.times }, (_, n) => `${one.name.text}${n}`);
    for (const name of names) {
      if (things.has(name)) wrong(one.name.at, `'${name}' is declared twice`);
      things.set(name, thing(one, name, type!, wrong));
    }
  }
  if (things.size > most.objects)
    wrong(
      file.objects.at(-1)!.name.at,
      `found ${things.size} objects, expected at most ${most.objects}`,
    );
  for (const { used, type, name, at } of things.values()) {
    if (used === null) continue;
    const other = things.get(used);
    if (other === undefined)
      wrong(
        at,
        `'${name}' is declared with the word '${used}', which is neither a word of ${type.name} (${listed([...(type.initial ?? []), ...(type.words ?? [])])}) nor an object`,
      );
    if (other!.type.name !== type.uses)
      wrong(
        at,
        `'${name}' uses '${used}', which is a ${other!.type.name}, expected a ${type.uses}`,
      );
  }
  return things;
}

function thing(
  { name: { text, at }, words }: ObjectDeclaration,
  name: string,
  type: ObjectType,
  wrong: (at: Place, what: string) => never,
): Thing {
  let initial: string | null = null;
  let used: string | null = null;
  const kept = new Set<string>();
  for (const word of words) {
    const counted = type.lifecycle.is === 'count' && /^\d+$/.test(word.text);
    if (counted && Number(word.text) > (type.lifecycle as { most: number }).most)
      wrong(
        word.at,
        `'${text}' begins with ${word.text}, expected at most ${(type.lifecycle as { most: number }).most}`,
      );
    if (counted) initial = word.text;
    else if (type.initial?.includes(word.text) === true) initial = word.text;
    else if (type.words?.includes(word.text) === true) kept.add(word.text);
    else if (type.uses !== undefined) used = word.text;
    else {
      const known = [...(type.initial ?? []), ...(type.words ?? [])];
      wrong(
        word.at,
        `unknown word '${word.text}' for a ${type.name}${near(word.text, known) || (known.length === 0 ? '; it takes none' : `; there are: ${listed(known)}`)}`,
      );
    }
  }
  return {
    name,
    type,
    class: type.class ?? `&${text}`,
    initial: initial ?? type.initial?.[0] ?? null,
    words: kept,
    used,
    at,
  };
}

function bodiesOf(
  file: File,
  { kinds }: Language,
  things: ReadonlyMap<string, Thing>,
): Map<string, Body> {
  const bodies = new Map<string, Body>();
  const wrong = (at: Place, what: string): never => complain(file.source, at, what);
  for (const item of file.items) {
    const kind = kinds.find(({ name }) => name === item.kind.text);
    if (kind === undefined) {
      const names = kinds.map(({ name }) => name);
      wrong(
        item.kind.at,
        `unknown kind of thread '${item.kind.text}'${near(item.kind.text, names) || `; there are: ${listed(names)}`}`,
      );
    }
    const times = item.times ?? 1;
    if (times < 1 || times > most.threads)
      wrong(
        item.name.at,
        `found ${times} threads '${item.name.text}', expected from 1 to ${most.threads}`,
      );
    if (item.on !== null) queueOf(item, kind!, things, wrong);
    for (let n = 1; n <= times; n++) {
      const name = item.times === null ? item.name.text : `${item.name.text}${n}`;
      if (bodies.has(name) || things.has(name)) wrong(item.name.at, `'${name}' is declared twice`);
      bodies.set(name, {
        name,
        kind: kind!,
        item,
        on: item.on?.text ?? null,
        family: item.times === null ? null : item.name.text,
      });
    }
  }
  const threads = [...bodies.values()].filter(({ kind }) => kind.thread).length;
  if (threads > most.threads)
    wrong(file.items.at(-1)!.at, `found ${threads} threads, expected at most ${most.threads}`);
  return bodies;
}

function queueOf(
  { on, name }: Item,
  kind: Kind,
  things: ReadonlyMap<string, Thing>,
  wrong: (at: Place, what: string) => never,
): void {
  if (kind.on === undefined)
    wrong(on!.at, `'${name.text}' is a ${kind.name}, which stands on nothing`);
  const queue = things.get(on!.text);
  if (queue === undefined)
    wrong(on!.at, `unknown ${kind.on} '${on!.text}'${near(on!.text, things.keys())}`);
  if (queue!.type.name !== kind.on)
    wrong(on!.at, `'${on!.text}' is a ${queue!.type.name}, expected a ${kind.on}`);
}

/** Every call in a statement or expression. */
export function callsIn(
  node: Statement | Expression,
  found: (CallExpression & { readonly at: Place })[] = [],
): typeof found {
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      if ((value as { is?: string }).is === 'call')
        found.push(value as CallExpression & { at: Place });
      Object.values(value).forEach(visit);
    }
  };
  visit(node);
  return found;
}

/** The name that an argument says, if it is one. */
export function nameIn(given: Argument | undefined): string | null {
  if (given?.is === 'object')
    return given.member === null ? given.name : `${given.name}${given.member}`;
  return given?.is === 'value' && given.value.is === 'variable' ? given.value.name : null;
}

/** Every operation of a list, also those within others. */
export function operationsIn(list: readonly Operation[]): Operation[] {
  return list.flatMap((one): Operation[] => {
    const inner: Operation[] = [];
    if ('body' in one) inner.push(...one.body);
    if (one.do === 'where') inner.push(...(one.else ?? []));
    if (one.do === 'step') inner.push(...one.either.flatMap(({ does }) => does ?? []));
    if (one.do === 'each') inner.push(...(one.before ?? []), ...(one.after ?? []));
    return [one, ...operationsIn(inner)];
  });
}

/** What the calls of a file say about each other: who queues whom, who is added to what. */
function usesOf(
  world: Pick<World, 'file' | 'bodies' | 'calls' | 'things' | 'threads'>,
): Pick<World, 'callbacks' | 'added' | 'queued' | 'ticketed'> {
  const callbacks = new Map<string, string[]>();
  const added = new Map<string, string[]>();
  const queued = new Set<string>();
  const add = (to: Map<string, string[]>, key: string, name: string): void => {
    const list = to.get(key) ?? [];
    if (!list.includes(name)) to.set(key, [...list, name]);
  };
  for (const { body } of world.file.items) {
    for (const { name, given } of callsIn(body)) {
      const call = world.calls.get(name);
      if (call === undefined) continue;
      const names = given.map((one) => nameIn(one));
      for (const one of operationsIn(call.does)) {
        if (one.do === 'add callback')
          add(callbacks, names[one.of as number] ?? '', names[one.run as number] ?? '');
        for (const alternative of one.do === 'step' ? one.either : []) {
          for (const [ref, event] of [...(alternative.moves ?? []), ...(alternative.also ?? [])]) {
            if (event === 'queue' && typeof ref === 'object' && 'pending' in ref)
              queued.add(queuedBy(ref.pending, names));
          }
        }
      }
      for (const other of names)
        if (names[0] !== null && other !== null) add(added, `${name}:${names[0]}`, other);
    }
  }
  const begins = (body: Body): boolean =>
    callsIn(body.item.body).some(({ name }) =>
      operationsIn(world.calls.get(name)?.does ?? []).some(
        (one) => one.do === 'ticket' && one.begin,
      ),
    );
  return {
    callbacks,
    added,
    queued,
    ticketed: world.threads.filter(begins).map(({ name }) => name),
  };
}

function queuedBy(ref: Ref, names: readonly (string | null)[]): string {
  if (typeof ref === 'object')
    return 'member' in ref ? ref.name.replace('$0', names[ref.member] ?? '') : '';
  return names[ref === 'last' ? names.length - 1 : ref] ?? '';
}
