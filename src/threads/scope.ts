import type { At, Outside, Ref } from './meaning.ts';
import { complain } from './parse.ts';
import type { Place } from './syntax.ts';
import { nameIn, theOnly, type Body, type Thing, type World } from './world.ts';
import { names, type Local, type Site, type Where } from './steps.ts';

/** In what operations are read: one file, and one thread of it. */
export type Scope = { readonly world: World; readonly thread: Body };

/** @throws Misuse in one line: where, and what is wrong */
export function wrongAt(scope: Scope, place: Place, what: string): never {
  return complain(scope.world.file.source, place, what);
}

/** Every item of a kind, in the order of the file. */
export function bodiesOfKind(scope: Scope, kind: string): Body[] {
  return [...scope.world.bodies.values()].filter((body) => body.kind.name === kind);
}

/** The name of the object, item or part that a reference means; null: there is none. */
export function nameOf(scope: Scope, ref: Ref, site: Site): string | null {
  if (typeof ref !== 'object') return givenName(scope, ref, site);
  if ('the' in ref) return theOnly(ref.the, scope.world)?.name ?? null;
  if ('usedBy' in ref) return objectOf(scope, ref.usedBy, site)?.used ?? null;
  if ('pending' in ref) return names.pending(nameOf(scope, ref.pending, site) ?? '');
  if ('queueOf' in ref) return queueUnder(scope, nameOf(scope, ref.queueOf, site));
  if ('second' in ref) return names.second(objectOf(scope, ref.second, site)!);
  if ('sleepersOf' in ref) return sleepersName(scope, objectOf(scope, ref.sleepersOf, site));
  if ('member' in ref) return ref.name.replace('$0', nameIn(site.given[ref.member]) ?? '');
  return null;
}

/** The part of those who sleep for an object; null where nobody does. */
const sleepersName = ({ world }: Scope, thing: Thing | null): string | null =>
  thing !== null && world.slept.has(thing.name) ? names.sleepers(thing) : null;

/** The queue on which an item stands, if that queue is a part of its own. */
function queueUnder(scope: Scope, item: string | null): string | null {
  const on = scope.world.bodies.get(item ?? '')?.on ?? null;
  const thing = on === null ? undefined : scope.world.things.get(on);
  return thing?.type.lifecycle.is === 'queue' && thing.words.has(thing.type.lifecycle.word)
    ? on
    : null;
}

/** The object that a reference means. */
export function objectOf(scope: Scope, ref: Ref, site: Site): Thing | null {
  return scope.world.things.get(nameOf(scope, ref, site) ?? '') ?? null;
}

/** The item that a reference means. */
export function bodyOf(scope: Scope, ref: Ref, site: Site): Body | null {
  return scope.world.bodies.get(nameOf(scope, ref, site) ?? '') ?? null;
}

/** The words of an argument: its flags, or those with which its object was declared. */
export function wordsOf(scope: Scope, ref: Ref, site: Site): readonly string[] {
  const place = ref === 'last' ? site.given.length - 1 : ref;
  const given = typeof place === 'number' ? site.given[place] : undefined;
  if (given?.is === 'flags') return given.words;
  const body = bodyOf(scope, ref, site);
  const thing = objectOf(scope, ref, site) ?? scope.world.things.get(body?.on ?? '');
  if (thing !== null && thing !== undefined)
    return [
      ...thing.words,
      ...(thing.initial === null ? [] : [thing.initial]),
      ...(besides(scope, body).length === 0 ? [] : ['with others']),
      'there',
    ];
  if (body !== null) return ['there'];
  const name = given === undefined ? null : nameIn(given);
  return name === null ? [] : [name];
}

/** The validator's class that is meant; null: there is none here. */
export function classOf(scope: Scope, what: string | Ref, site: Site): string | null {
  if (typeof what !== 'string' || what === 'last')
    return objectOf(scope, what as Ref, site)?.class ?? null;
  const on = scope.world.bodies.get(site.self ?? '')?.on ?? bodyOf(scope, 'last', site)?.on ?? null;
  if (what.includes('$on') && on === null) return null;
  return what
    .replace('$name', site.self ?? nameOf(scope, 'last', site) ?? '')
    .replace('$on', on ?? '');
}

/** Whether the thread may not sleep. */
export function isAtomic(scope: Scope, { held, flags }: Local): boolean {
  return (
    held.some(({ spins }) => spins) ||
    scope.thread.kind.context !== 'process' ||
    scope.world.language.atomicFlags.some((flag) => (flags[flag] ?? 0) > 0)
  );
}

/** The ticket that an argument names; null: NULL. */
export function ticketIn(scope: Scope, place: number, site: Site): string | null {
  const name = nameIn(site.given[place]);
  return name === 'NULL' ? null : name;
}

/** The names of the items that are meant. */
export function itemsOf(scope: Scope, ref: Ref | Outside, site: Site): string[] {
  if (typeof ref === 'object' && 'kind' in ref)
    return bodiesOfKind(scope, ref.kind).map(({ name }) => name);
  if (typeof ref === 'object' && 'besides' in ref)
    return besides(scope, bodyOf(scope, ref.besides, site));
  if (typeof ref === 'object' && 'on' in ref) {
    const queue = nameOf(scope, ref.on, site);
    return [...scope.world.bodies.values()]
      .filter(({ on }) => on === queue)
      .map(({ name }) => name);
  }
  const name = nameOf(scope, ref, site);
  return name === null ? [] : [name];
}

/** The items that stand on the same queue. */
const besides = ({ world }: Scope, item: Body | null): string[] =>
  [...world.bodies.values()]
    .filter(({ name, on }) => item !== null && on !== null && on === item.on && name !== item.name)
    .map(({ name }) => name);

/** Parts to the states, or the events, that a list says of them. */
export function positionsOf(scope: Scope, list: readonly At[], site: Site): Where {
  const positions: Where = {};
  for (const [ref, name] of list) {
    const filled = (word: string): string =>
      word
        .replace('$0_', `${nameIn(site.given[0]) ?? ''}_`)
        .replace('$self', scope.thread.name)
        .replace('$last', nameOf(scope, 'last', site) ?? '')
        .replace(/\$(\d)/, (_, n: string) => numberIn(scope, Number(n), site));
    for (const part of partsOf(scope, ref, site)) {
      positions[part] = typeof name === 'string' ? filled(name) : name.map(filled);
      checkCount(scope, part, positions[part], site);
    }
  }
  return positions;
}

/** The names of the parts that a reference means. */
function partsOf(scope: Scope, ref: Ref, site: Site): string[] {
  if (typeof ref === 'object' && 'addedTo' in ref) {
    const added = ref.by
      .split('|')
      .flatMap((by) => scope.world.added.get(`${by}:${nameOf(scope, ref.addedTo, site)}`) ?? []);
    return added.filter((name) => scope.world.things.get(name)?.type.name === ref.type);
  }
  const pending = (items: readonly string[]): string[] =>
    items.filter((name) => scope.world.queued.has(name)).map((name) => names.pending(name));
  if (typeof ref === 'object' && 'pendingOn' in ref)
    return pending(itemsOf(scope, { on: ref.pendingOn }, site));
  if (typeof ref === 'object' && 'pendingOfKind' in ref)
    return pending(itemsOf(scope, { kind: ref.pendingOfKind }, site));
  if (typeof ref === 'object' && 'pending' in ref)
    return pending(itemsOf(scope, ref.pending, site));
  const name = nameOf(scope, ref, site);
  return name === null ? [] : [name];
}

/** The number that an argument says, as a word. */
function numberIn(scope: Scope, place: number, site: Site): string {
  const given = site.given[place];
  const value = given?.is === 'value' ? given.value : null;
  if (value?.is === 'number') return String(value.value);
  const name = nameIn(given);
  const constant = name === null ? undefined : scope.world.language.constants[name];
  if (
    constant === undefined &&
    name !== null &&
    (scope.world.things.has(name) || scope.world.bodies.has(name))
  )
    return name;
  return constant === undefined
    ? wrongAt(
        scope,
        given?.at ?? site.place,
        'found no number, expected one that is known, such as 0',
      )
    : String(constant);
}

/** The name in the argument at a place, from 0. Below 0: the item that runs. */
function givenName(scope: Scope, place: number | 'last', { given, self }: Site): string | null {
  if (place === 'last') return nameIn(given.at(-1));
  return place < 0 ? self : nameIn(given[place]);
}

/** A value that an object can have. */
function checkCount(
  scope: Scope,
  part: string,
  written: string | readonly string[],
  site: Site,
): void {
  const lifecycle = scope.world.things.get(part)?.type.lifecycle;
  if (lifecycle?.is !== 'count' || typeof written !== 'string') return;
  const value = /^!?(?:v|set\.)(\d+)$/.exec(written)?.[1];
  if (value === undefined || Number(value) <= lifecycle.most) return;
  const { type } = scope.world.things.get(part)!;
  wrongAt(
    scope,
    site.place,
    `'${part}' is a ${type.name}, from 0 to ${lifecycle.most}; found ${value}`,
  );
}
