import type { Spec } from '../system/compose.ts';
import type { Actor, Cite, Invariant, Part, PromiseSpec, Row, Step } from '../system/vocabulary.ts';
import {
  chart,
  queueOf,
  countOf,
  lockOf,
  orderOf,
  plainLifecycle,
  sharedLockOf,
  threadMachine,
} from './lifecycles.ts';
import { lower } from './lower.ts';
import { names, type Way } from './steps.ts';
import { complain } from './parse.ts';
import { interruptible, placesOf, type ThreadEdge, type ThreadPlaces } from './places.ts';
import { theOnly, type Body, type Thing, type World } from './world.ts';
import { both, type Condition } from './conditions.ts';
import { groupsOf } from './edge-events.ts';

/** What a step is in the file: who does it, where, what is called. */
export type Said = { readonly thread: string; readonly line: number; readonly text: string };

/** A file as a system of the vocabulary. */
export type ThreadSystem = {
  readonly world: World;
  readonly places: ReadonlyMap<string, ThreadPlaces>;
  readonly row: Row;
  readonly actors: Readonly<Record<string, Actor>>;
  /** By step. */
  readonly said: ReadonlyMap<string, Said>;
  /** By step, what a thread does in it; a step by which a thread begins has none. */
  readonly edges: ReadonlyMap<string, ThreadEdge>;
};

type Draft = { moves: Record<string, string>; also: Record<string, string>; when: Condition };

/** @param prefix stands before the name of every part, actor, step and promise */
export function systemOfThreads(world: World, prefix = ''): ThreadSystem {
  return new Builder(world, prefix).whole();
}

/** The system of a file that stands alone. */
export const specOfThreads = ({ row, actors }: Pick<ThreadSystem, 'row' | 'actors'>): Spec => ({
  rows: [row],
  actors,
  sizes: {},
});

class Builder {
  private readonly world: World;
  private readonly prefix: string;
  private readonly places = new Map<string, ThreadPlaces>();
  private readonly parts: Record<string, Part> = {};
  private readonly actors: Record<string, Actor> = {};
  private readonly steps: Step[] = [];
  private readonly said = new Map<string, Said>();
  private readonly edges = new Map<string, ThreadEdge>();
  /** Queues whose items run one after another. */
  private readonly queues = new Set<string>();
  /** Tickets: its states with their orders. */
  private readonly orders = new Map<
    string,
    readonly (readonly [state: string, order: readonly string[]])[]
  >();
  /** Handler to the threads whose CPU it may take. */
  private readonly victims = new Map<string, readonly string[]>();

  constructor(world: World, prefix: string) {
    this.world = world;
    this.prefix = prefix;
  }

  whole(): ThreadSystem {
    const { world, places, actors, said, edges } = this;
    this.unqueued();
    for (const thread of world.threads)
      places.set(thread.name, placesOf(world, thread, lower(world, thread)));
    for (const thing of world.things.values()) this.thing(thing);
    this.extras();
    for (const thread of world.threads) this.thread(thread);
    const row = {
      name: world.file.name,
      parts: this.parts,
      steps: this.steps,
      promises: this.promises(),
      invariants: this.invariants(),
    };
    return { world, places, row: row as Row, actors, said, edges };
  }

  /** What nobody queues, and what never comes by itself. */
  private unqueued(): void {
    const { world } = this;
    for (const { name, kind, item } of world.threads) {
      const late = kind.queued === true && kind.alone !== true && item.brought !== true;
      if (late && !world.queued.has(name))
        complain(world.file.source, item.at, `'${name}' is a ${kind.name} that nobody queues`);
    }
  }

  private at(part: string): string {
    const member = this.world.things.get(part)?.member ?? null;
    return member === null ? `${this.prefix}${part}` : `${this.world.beside!.part}[${member}]`;
  }

  /** Where a described part must be, in the description's words. */
  private described(part: string, at: string | readonly string[]): string | readonly string[] {
    const thing = this.world.things.get(part);
    if (thing === undefined || thing.member === null || typeof at !== 'string') return at;
    return thing.type.beside!.states[at] ?? at;
  }

  private part(name: string, of: Part['of'], title = name): void {
    this.parts[this.at(name)] = { of, title };
  }

  private users(thing: string, how: (edge: ThreadEdge) => boolean): string[] {
    return this.world.threads
      .filter(({ name }) =>
        this.places
          .get(name)!
          .edges.some(
            (edge) =>
              (edge.way.moves[thing] !== undefined || edge.way.also[thing] !== undefined) &&
              how(edge),
          ),
      )
      .map(({ name }) => name);
  }

  private thing(thing: Thing): void {
    const { name, type, initial, words } = thing;
    if (thing.member !== null) return this.untouched(thing);
    if (type.second !== undefined)
      this.part(
        names.second(thing),
        countOf(names.second(thing), 0, type.second.most),
        `extra references of ${name}`,
      );
    const { lifecycle } = type;
    const title = type.title ?? name;
    const event = (edge: ThreadEdge): string => edge.way.moves[name] ?? edge.way.also[name] ?? '';
    if (lifecycle.is === 'lock')
      this.part(name, lockOf(name, orNobody(this.users(name, () => true))), title);
    else if (lifecycle.is === 'shared lock') {
      const readers = this.users(name, (edge) => event(edge).startsWith('read.'));
      this.part(
        name,
        sharedLockOf(
          name,
          orNobody(readers),
          this.users(name, (edge) => event(edge).startsWith('take.')),
        ),
        title,
      );
    } else if (lifecycle.is === 'queue') {
      if (!words.has(lifecycle.word)) return;
      const items = this.world.threads.filter(({ on }) => on === name).map((one) => one.name);
      this.part(name, queueOf(name, orNobody(items)), title);
      this.queues.add(name);
    } else {
      const machine = plainLifecycle(name, initial, lifecycle);
      if (machine !== null) this.part(name, machine, title);
    }
  }

  /** What is described moves by itself; a file only waits for it. */
  private untouched({ name }: Thing): void {
    for (const { edges } of this.places.values()) {
      const edge = edges.find(({ way }) => name in way.moves || name in way.also);
      if (edge === undefined) continue;
      const what = `'${name}' is of the description, which moves it itself; found ${edge.text}`;
      complain(this.world.file.source, { line: edge.line, column: 1 }, what);
    }
  }

  /** Parts that are no objects of the file: tickets, callbacks, what is pending, whose CPU is taken. */
  private extras(): void {
    const { world } = this;
    if (world.ticketed.length > 1) {
      const { machine, orders } = orderOf(names.tickets, world.ticketed, 'in', 'out');
      this.part(names.tickets, machine, 'age of the tickets');
      this.orders.set(names.tickets, orders);
    }
    for (const [of, items] of world.callbacks) {
      for (const item of items) {
        const name = names.callback(of, item);
        this.part(
          name,
          chart(name, 'none', [
            ['none', 'add', 'added'],
            ['added', 'run', 'none'],
          ]),
          `callback ${item} of ${of}`,
        );
      }
    }
    for (const { name, kind } of world.threads) {
      if (kind.queued !== true || !world.queued.has(name)) continue;
      const pending = names.pending(name);
      this.part(
        pending,
        chart(pending, 'idle', [
          ['idle', 'queue', 'pending'],
          ['pending', 'queue', 'pending'],
          ['pending', 'begin', 'idle'],
          ['pending', 'cancel', 'idle'],
        ]),
        `${kind.name} ${name} pending`,
      );
    }
    for (const { name } of world.threads) this.interrupts(name);
  }

  private interrupts(name: string): void {
    const { world } = this;
    const handler = world.bodies.get(name)!;
    if (handler.kind.interrupts !== true) return;
    const on = world.threads
      .filter(
        (other) =>
          other !== handler &&
          this.places
            .get(other.name)!
            .states.some((state) => interruptible(world.language, handler, other, state)),
      )
      .map((one) => one.name);
    if (on.length === 0) return;
    this.victims.set(name, on);
    const id = `${name}_cpu`;
    const edges = on.flatMap((thread) => [
      ['none', `interrupt.${thread}`, `on_${thread}`] as const,
      [`on_${thread}`, 'return', 'none'] as const,
    ]);
    this.part(
      id,
      chart(
        id,
        'none',
        edges,
        Object.fromEntries(on.map((thread) => [`on_${thread}`, 'taken by'])),
      ),
      `CPU of ${name}`,
    );
  }

  /* Threads */

  private thread(body: Body): void {
    const { name, kind } = body;
    const found = this.places.get(name)!;
    const queued = this.world.queued.has(name);
    const comes = kind.starts === 'weak' && (kind.queued !== true || queued);
    this.actors[this.at(`${name}_start`)] = { fair: comes ? 'weak' : 'none' };
    this.actors[this.at(name)] = { fair: 'weak' };
    this.actors[this.at(`${name}_lock`)] = {
      fair: 'strong',
      because: 'whoever waits is served in the order of the queue',
    };
    this.actors[this.at(`${name}_free`)] = { fair: 'none' };
    const groups = groupsOf(found.edges);
    this.part(name, threadMachine(found, groups.events, body.item.place !== null && found.ends));
    this.begins(body, found, queued);
    for (const [event, edge] of groups.first) this.edge(body, event, edge);
  }

  private add(name: string, actor: string, draft: Draft, said: Said): string {
    const plain = `${this.prefix}${name.replace(/\W+/g, '_').replace(/^_|_$/g, '')}`;
    let free = plain;
    for (let n = 2; this.said.has(free); n++) free = `${plain}_${n}`;
    this.said.set(free, said);
    const prefixed = (of: Condition): Condition =>
      Object.fromEntries(
        Object.entries(of).map(([part, at]) => [this.at(part), this.described(part, at)]),
      );
    const { moves, also, when } = draft;
    this.steps.push({
      name: free,
      actor: this.at(actor),
      moves: prefixed(moves),
      ...(Object.keys(also).length === 0 ? {} : { also: prefixed(also) }),
      ...(Object.keys(when).length === 0 ? {} : { when: prefixed(when) }),
    } as Step);
    return free;
  }

  private begins({ name, kind, on, item }: Body, found: ThreadPlaces, queued: boolean): void {
    const { world } = this;
    const said = { thread: name, line: item.at.line };
    const moves: Record<string, string> = {
      [name]: 'begin',
      ...(kind.queued === true && queued ? { [names.pending(name)]: 'begin' } : {}),
    };
    const around = this.around(kind, item.at);
    if (on !== null && this.queues.has(on)) moves[on] = `begin.${name}`;
    const text = around?.says ?? `${kind.name} ${name} begins`;
    this.add(
      `${name}_begins`,
      `${name}_start`,
      {
        moves: { ...moves, ...(around === null ? {} : { [around.object]: around.begin }) },
        also: {},
        when: this.running(name, this.beginsWhen(kind)),
      },
      { ...said, text },
    );
    this.interrupting(name, kind, moves, said);
    if (found.states.length === 0) complain(world.file.source, item.at, `'${name}' does nothing`);
  }

  /** What must hold of the objects of which the file has one for a thread to begin. */
  private beginsWhen(kind: Body['kind']): Condition {
    const when: Record<string, string | readonly string[]> = {};
    for (const [ref, state] of kind.when ?? []) {
      const thing =
        typeof ref === 'object' && 'the' in ref ? theOnly(ref.the, this.world) : undefined;
      if (thing !== undefined) when[thing.name] = state;
    }
    return when;
  }

  /** A handler begins on the CPU of each thread that it may interrupt. */
  private interrupting(
    name: string,
    kind: Body['kind'],
    moves: Readonly<Record<string, string>>,
    said: Omit<Said, 'text'>,
  ): void {
    const { world } = this;
    for (const victim of this.victims.get(name) ?? []) {
      const there = this.places
        .get(victim)!
        .states.filter((state) =>
          interruptible(world.language, world.bodies.get(name)!, world.bodies.get(victim)!, state),
        )
        .map((state) => state.name);
      this.add(
        `${name}_interrupts_${victim}`,
        `${name}_start`,
        {
          moves: { ...moves, [`${name}_cpu`]: `interrupt.${victim}` },
          also: {},
          when: { [victim]: there },
        },
        { ...said, text: `${kind.name} ${name} interrupts ${victim}` },
      );
    }
  }

  private around(
    kind: Body['kind'],
    at: Body['item']['at'],
  ): {
    readonly object: string;
    readonly begin: string;
    readonly end: string;
    readonly says: string;
  } | null {
    if (kind.around === undefined) return null;
    const { type, begin, end, says } = kind.around;
    const object = theOnly(type, this.world);
    if (object === undefined)
      return complain(
        this.world.file.source,
        at,
        `a ${kind.name} needs a ${type}, and the file has none`,
      );
    return { object: object.name, begin, end, says };
  }

  /** A thread whose CPU is taken stands still. */
  private running(name: string, when: Condition): Condition {
    const found = { ...when };
    for (const [handler, on] of this.victims) {
      if (on.includes(name))
        found[`${handler}_cpu`] = [
          'none',
          ...on.filter((one) => one !== name).map((one) => `on_${one}`),
        ];
    }
    return found;
  }

  private edge(body: Body, event: string, edge: ThreadEdge): void {
    const { name, kind, on } = body;
    const { way, line, text, ends, within } = edge;
    const moves = { [name]: event, ...way.moves };
    const when = this.running(name, this.guards(name, way));
    const draft: Draft = { moves, also: { ...way.also }, when };
    if (ends) {
      if (on !== null && this.queues.has(on)) draft.moves[on] = `done.${name}`;
      if (this.victims.has(name)) draft.also[`${name}_cpu`] = 'return';
      const around = this.around(kind, body.item.at);
      if (around !== null) draft.moves[around.object] = around.end;
    }
    const busy = way.strong ? `${name}_lock` : name;
    const actor = kind.free === true && !within ? `${name}_free` : busy;
    const call = `${name}_${line}_${text.split(/[(:]/)[0]!.trim().slice(0, 40)}`;
    const said: Said = { thread: name, line, text };
    const made = (of: string, by: string, what: Draft, told: Said): void =>
      void this.edges.set(this.add(of, by, what, told), edge);
    if (way.yields === null) return made(call, actor, draft, said);
    for (const [other, then] of this.older(name, way.yields)) {
      const older = { ...said, text: `${text}: ${other} is older` };
      made(`${call}_EDEADLK`, name, { ...draft, when: both(when, then) }, older);
    }
  }

  /** Everybody to whom a ticket gives way, and where they are then. */
  private older(
    name: string,
    { lock, to, held }: NonNullable<Way['yields']>,
  ): (readonly [other: string, when: Condition])[] {
    const orders = this.orders.get(names.tickets) ?? [];
    return this.world.ticketed
      .filter((other) => other !== name)
      .flatMap((other): (readonly [string, Condition])[] => {
        const tickets = orders
          .filter(
            ([, order]) => order.includes(other) && order.indexOf(other) < order.indexOf(name),
          )
          .map(([state]) => state);
        const { states, edges } = this.places.get(other)!;
        if (to === 'holder')
          return edges.some(({ way }) => way.moves[lock] === `take.${other}`)
            ? [[other, { [lock]: names.holder(other), [names.tickets]: tickets }]]
            : [];
        const waiting = states
          .filter(({ waitsFor }) => waitsFor !== null && held.includes(waitsFor))
          .map((state) => state.name);
        return waiting.length === 0
          ? []
          : [[other, { [other]: waiting, [names.tickets]: tickets }]];
      });
  }

  private guards(name: string, { when, outside, notQueued }: Way): Condition {
    let found: Condition = { ...when };
    for (const item of outside) {
      if (!this.places.has(item)) continue;
      const idle = [
        'idle',
        ...(this.places.get(item)!.edges.some(({ to }) => to === 'ended') ? ['ended'] : []),
      ];
      found = both(found, { [item]: idle });
    }
    if (notQueued === null) return found;
    for (const [other, { states, edges }] of this.places) {
      if (other === name || !states.some(({ queuedFor }) => queuedFor === notQueued)) continue;
      const ends = ['ended', 'hung', 'broken'].filter((end) => edges.some(({ to }) => to === end));
      found = both(found, {
        [other]: [
          'idle',
          ...ends,
          ...states.filter(({ queuedFor }) => queuedFor !== notQueued).map((state) => state.name),
        ],
      });
    }
    return found;
  }

  /* What is owed */

  private promises(): PromiseSpec[] {
    const owed: PromiseSpec[] = [];
    for (const { name, kind } of this.world.threads) {
      const { states, ends } = this.places.get(name)!;
      const pending = states
        .filter(({ within }) => kind.free !== true || within)
        .map((state) => state.name);
      if (!ends || pending.length === 0 || kind.endless === true) continue;
      owed.push({ name: `${name}-ends`, pending: { [this.at(name)]: pending } });
    }
    for (const { name, type, member } of this.world.things.values()) {
      if (type.owes !== undefined && member === null)
        owed.push({
          name: `${name}-${type.owes.name}`,
          pending: { [this.at(name)]: type.owes.in },
          cite: type.cite as Cite,
        });
    }
    return owed;
  }

  private invariants(): Invariant[] {
    return this.world.threads
      .filter(({ name }) => this.places.get(name)!.edges.some(({ to }) => to === 'broken'))
      .map(({ name }) => ({
        name: `${name}-keeps-the-rules-of-calls`,
        never: { [this.at(name)]: 'broken' },
      }));
  }
}

const orNobody = (owners: readonly string[]): readonly string[] =>
  owners.length === 0 ? ['nobody'] : owners;
