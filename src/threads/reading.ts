import type { At, Outside, Ref } from './meaning.ts';
import { complain } from './parse.ts';
import type { Place } from './syntax.ts';
import { nameIn, theOnly, type Body, type Thing, type World } from './world.ts';
import { names, type Local, type Site, type Where } from './steps.ts';

/** What operations speak of, in one file and one thread. */
export abstract class Reading {
  protected readonly world: World;
  protected readonly thread: Body;

  constructor(world: World, thread: Body) {
    this.world = world;
    this.thread = thread;
  }

  protected wrong(at: Place, what: string): never {
    return complain(this.world.file.source, at, what);
  }
  protected bodiesOf(kind: string): Body[] {
    return [...this.world.bodies.values()].filter((one) => one.kind.name === kind);
  }

  protected name(ref: Ref, site: Site): string | null {
    if (typeof ref !== 'object') return this.given(ref, site);
    if ('the' in ref) return theOnly(ref.the, this.world)?.name ?? null;
    if ('usedBy' in ref) return this.thing(ref.usedBy, site)?.used ?? null;
    if ('pending' in ref) return names.pending(this.name(ref.pending, site) ?? '');
    if ('queueOf' in ref) return this.queueOf(this.name(ref.queueOf, site));
    if ('second' in ref) return names.second(this.thing(ref.second, site)!);
    if ('member' in ref) return ref.name.replace('$0', nameIn(site.given[ref.member]) ?? '');
    return null;
  }

  /** The name in the argument at a place, from 0. Below 0: the item that runs. */
  private given(place: number | 'last', { given, self }: Site): string | null {
    if (place === 'last') return nameIn(given.at(-1));
    return place < 0 ? self : nameIn(given[place]);
  }

  protected queueOf(item: string | null): string | null {
    const on = this.world.bodies.get(item ?? '')?.on ?? null;
    const thing = on === null ? undefined : this.world.things.get(on);
    return thing?.type.lifecycle.is === 'queue' && thing.words.has(thing.type.lifecycle.word)
      ? on
      : null;
  }

  protected thing(ref: Ref, site: Site): Thing | null {
    return this.world.things.get(this.name(ref, site) ?? '') ?? null;
  }

  protected body(ref: Ref, site: Site): Body | null {
    return this.world.bodies.get(this.name(ref, site) ?? '') ?? null;
  }

  protected words(ref: Ref, site: Site): readonly string[] {
    const place = ref === 'last' ? site.given.length - 1 : ref;
    const given = typeof place === 'number' ? site.given[place] : undefined;
    if (given?.is === 'flags') return given.words;
    const body = this.body(ref, site);
    const thing = this.thing(ref, site) ?? this.world.things.get(body?.on ?? '');
    if (thing !== null && thing !== undefined)
      return [...thing.words, ...(thing.initial === null ? [] : [thing.initial]), 'there'];
    if (body !== null) return ['there'];
    const name = given === undefined ? null : nameIn(given);
    return name === null ? [] : [name];
  }

  protected classOf(of: string | Ref, site: Site): string | null {
    if (typeof of !== 'string' || of === 'last') return this.thing(of as Ref, site)?.class ?? null;
    const on = this.world.bodies.get(site.self ?? '')?.on ?? this.body('last', site)?.on ?? null;
    if (of.includes('$on') && on === null) return null;
    return of.replace('$name', site.self ?? this.name('last', site) ?? '').replace('$on', on ?? '');
  }

  protected atomic({ held, flags }: Local): boolean {
    return (
      held.some(({ spins }) => spins) ||
      this.thread.kind.context !== 'process' ||
      this.world.language.atomicFlags.some((flag) => (flags[flag] ?? 0) > 0)
    );
  }

  protected ticketIn(at: number, site: Site): string | null {
    const name = nameIn(site.given[at]);
    return name === 'NULL' ? null : name;
  }

  protected items(ref: Ref | Outside, site: Site): string[] {
    if (typeof ref === 'object' && 'kind' in ref)
      return this.bodiesOf(ref.kind).map(({ name }) => name);
    if (typeof ref === 'object' && 'on' in ref) {
      const queue = this.name(ref.on, site);
      return [...this.world.bodies.values()]
        .filter(({ on }) => on === queue)
        .map(({ name }) => name);
    }
    const name = this.name(ref, site);
    return name === null ? [] : [name];
  }

  protected at(list: readonly At[], site: Site): Where {
    const found: Where = {};
    for (const [ref, name] of list) {
      const of = this.refs(ref, site);
      const said = (word: string): string =>
        word
          .replace('$0_', `${nameIn(site.given[0]) ?? ''}_`)
          .replace('$self', this.thread.name)
          .replace('$last', this.name('last', site) ?? '')
          .replace(/\$(\d)/, (_, n: string) => this.number(Number(n), site));
      for (const part of of) {
        found[part] = typeof name === 'string' ? said(name) : name.map(said);
        this.counts(part, found[part], site);
      }
    }
    return found;
  }

  protected refs(ref: Ref, site: Site): string[] {
    if (typeof ref === 'object' && 'addedTo' in ref) {
      const all = ref.by
        .split('|')
        .flatMap((by) => this.world.added.get(`${by}:${this.name(ref.addedTo, site)}`) ?? []);
      return all.filter((name) => this.world.things.get(name)?.type.name === ref.type);
    }
    const pending = (of: readonly string[]): string[] =>
      of.filter((name) => this.world.queued.has(name)).map((name) => names.pending(name));
    if (typeof ref === 'object' && 'pendingOn' in ref)
      return pending(this.items({ on: ref.pendingOn }, site));
    if (typeof ref === 'object' && 'pendingOfKind' in ref)
      return pending(this.items({ kind: ref.pendingOfKind }, site));
    if (typeof ref === 'object' && 'pending' in ref) return pending(this.items(ref.pending, site));
    const name = this.name(ref, site);
    return name === null ? [] : [name];
  }

  protected number(at: number, site: Site): string {
    const given = site.given[at];
    const value = given?.is === 'value' ? given.value : null;
    if (value?.is === 'number') return String(value.value);
    const name = nameIn(given);
    const constant = name === null ? undefined : this.world.language.constants[name];
    if (
      constant === undefined &&
      name !== null &&
      (this.world.things.has(name) || this.world.bodies.has(name))
    )
      return name;
    return constant === undefined
      ? this.wrong(
          given?.at ?? site.place,
          'found no number, expected one that is known, such as 0',
        )
      : String(constant);
  }

  /** A value that an object can have. */
  private counts(part: string, said: string | readonly string[], site: Site): void {
    const lifecycle = this.world.things.get(part)?.type.lifecycle;
    if (lifecycle?.is !== 'count' || typeof said !== 'string') return;
    const value = /^!?(?:v|set\.)(\d+)$/.exec(said)?.[1];
    if (value === undefined || Number(value) <= lifecycle.most) return;
    const { type } = this.world.things.get(part)!;
    this.wrong(
      site.place,
      `'${part}' is a ${type.name}, from 0 to ${lifecycle.most}; found ${value}`,
    );
  }
}
