import type { Alternative, At, Operation, Outside, Ref, Touch } from './meaning.ts';
import { complain } from './parse.ts';
import type { Argument, CallExpression, Expression, Place, Statement } from './syntax.ts';
import { compareVersions, nameIn, near, type Body, type Thing, type World } from './world.ts';

/** Something that a thread holds: an object, or only a class of the validator. */
export type Held = {
  readonly of: string | null;
  readonly class: string;
  readonly shared: boolean;
  readonly spins: boolean;
  readonly seen: boolean;
  readonly ticket: string | null;
  /** What was held before it is not known to the validator: the body runs elsewhere too. */
  readonly fresh: boolean;
};

/** Where a thread stands and what it keeps in mind, whatever the others do. */
export type Local = {
  readonly at: number;
  readonly values: Readonly<Record<string, number | string>>;
  readonly held: readonly Held[];
  readonly flags: Readonly<Record<string, number>>;
};

/** What the validator sees at a step. */
export type Seen = {
  readonly class: string;
  readonly read: 0 | 1 | 2;
  /** Nested below a ticket; tried only; waits. */
  readonly nested: boolean;
  readonly tried: boolean;
  readonly waits: boolean;
  /** An object's class, rather than a map. */
  readonly spins: boolean;
};

export type Where = Record<string, string | readonly string[]>;

/** One way in which a step may go. */
export type Way = {
  readonly moves: Record<string, string>;
  readonly also: Record<string, string>;
  readonly when: Where;
  readonly to: Label | null;
  readonly sets: readonly (readonly [name: string, value: number | string])[];
  readonly held?: readonly Held[];
  readonly flags?: Readonly<Record<string, number>>;
  readonly note: string | null;
  readonly bad: string | null;
  readonly hangs: boolean;
  readonly strong: boolean;
  /** Items that must not be running. */
  readonly outside: readonly string[];
  /** A lock for which nobody may be queued. */
  readonly notQueued: string | null;
  /** Gives way to an older ticket: one that holds this lock, or one that waits for what this thread holds. */
  readonly yields: {
    readonly lock: string;
    readonly to: 'holder' | 'waiter';
    readonly held: readonly string[];
  } | null;
  /** Others may see that it has happened. */
  readonly visible: boolean;
};

export type Label = { at: number };

export type Instruction =
  | { readonly is: 'jump'; readonly to: Label; readonly place: Place }
  | { readonly is: 'set'; readonly to: string; readonly value: Pure; readonly place: Place }
  | {
      readonly is: 'branch';
      readonly equal: boolean;
      readonly left: Pure;
      readonly right: Pure;
      readonly yes: Label;
      readonly no: Label;
      readonly place: Place;
    }
  | { readonly is: 'flag'; readonly flag: string; readonly up: Label; readonly place: Place }
  | StepInstruction
  | { readonly is: 'end'; readonly place: Place };

export type StepInstruction = {
  readonly is: 'step';
  readonly text: string;
  readonly place: Place;
  readonly ways: (local: Local) => Way[];
  readonly sees: (local: Local) => Seen[];
  /** The lock for which it stands in the queue; the one that it waits for. */
  readonly queuedFor: string | null;
  readonly waitsFor: string | null;
  /** Calls are told apart by these numbers. */
  readonly call: number;
};

type Pure =
  | { readonly is: 'value'; readonly value: number | string }
  | { readonly is: 'variable'; readonly name: string; readonly temporary: boolean };

/** The names of parts and states that steps speak of. */
export const names = {
  pending: (item: string): string => `${item}_pending`,
  callback: (of: string, item: string): string => `${of}_${item}_added`,
  tickets: 'tickets',
  second: ({ name, type }: Thing): string => `${name}_${type.second!.suffix}`,
  holder: (thread: string): string => `held_${thread}`,
};

const still: Omit<Way, 'moves'> = {
  also: {},
  when: {},
  to: null,
  sets: [],
  note: null,
  bad: null,
  hangs: false,
  strong: false,
  outside: [],
  notQueued: null,
  yields: null,
  visible: false,
};

type Frame = {
  readonly prefix: string;
  readonly known: Set<string>;
  readonly returns: Label;
  readonly labels: Map<string, Label>;
  readonly into: string | null;
  readonly leave: Label | null;
  readonly again: Label | null;
};
/** A call that is being lowered: its arguments, where its result goes, what is known to be up. */
type Site = {
  readonly given: readonly Argument[];
  readonly text: string;
  readonly place: Place;
  readonly into: string | null;
  readonly self: string | null;
  readonly up: readonly string[];
};

/** How deep calls may go, and how long a thread may be. */
const most = { depth: 12, instructions: 20_000 };

/** One thread as a list of instructions, all that it calls in place. @throws Misuse */
export function lower(world: World, thread: Body): readonly Instruction[] {
  return new Lowering(world, thread).whole();
}

class Lowering {
  private readonly code: Instruction[] = [];
  private readonly world: World;
  private readonly thread: Body;
  private temporaries = 0;
  private call = 0;
  private depth = 0;

  constructor(world: World, thread: Body) {
    this.world = world;
    this.thread = thread;
  }

  whole(): readonly Instruction[] {
    const { item, kind, name } = this.thread;
    const site: Site = { given: [], text: name, place: item.at, into: null, self: name, up: [] };
    this.operations(kind.before ?? [], site);
    this.inline(this.thread, site);
    this.emit({ is: 'end', place: item.at });
    return this.code;
  }

  private wrong(at: Place, what: string): never {
    return complain(this.world.file.source, at, what);
  }

  private emit(one: Instruction): void {
    this.code.push(one);
    if (this.code.length > most.instructions)
      this.wrong(
        one.place,
        `'${this.thread.name}' has more than ${most.instructions} steps with all that it calls`,
      );
  }

  private here(label: Label): void {
    label.at = this.code.length;
  }

  private jump(to: Label, place: Place): void {
    this.emit({ is: 'jump', to, place });
  }

  private step(
    site: Site,
    ways: (local: Local) => Way[],
    more: {
      readonly says?: string | undefined;
      readonly sees?: (local: Local) => Seen[];
      readonly queuedFor?: string;
      readonly waitsFor?: string;
    } = {},
  ): void {
    this.emit({
      is: 'step',
      text: more.says === undefined ? site.text : `${site.text}: ${more.says}`,
      place: site.place,
      ways,
      sees: more.sees ?? (() => []),
      queuedFor: more.queuedFor ?? null,
      waitsFor: more.waitsFor ?? null,
      call: this.call,
    });
  }

  /* Statements */

  private inline(body: Body, site: Site): void {
    if (++this.depth > most.depth) this.wrong(body.item.at, `'${body.name}' comes to call itself`);
    const returns: Label = { at: -1 };
    const frame: Frame = {
      prefix: `${body.name}${this.temporaries++}.`,
      known: new Set(body.item.parameters.map(({ text }) => text)),
      returns,
      labels: labelsOf(body.item.body),
      into: site.into,
      leave: null,
      again: null,
    };
    body.item.parameters.forEach(({ text }, at) => {
      const given = site.given[at];
      if (given?.is === 'value')
        this.expression(
          given.value,
          { ...frame, prefix: frame.prefix },
          `${frame.prefix}${text}`,
          site,
        );
    });
    this.statement(body.item.body, frame, site);
    this.here(returns);
    this.depth--;
  }

  private statement(one: Statement, frame: Frame, site: Site): void {
    switch (one.is) {
      case 'block':
        for (const each of one.body) this.statement(each, frame, site);
        return;
      case 'if':
        return this.conditional(one, frame, site);
      case 'while':
      case 'do':
        return this.loop(one, frame, site);
      case 'goto': {
        const label =
          frame.labels.get(one.label.text) ??
          this.wrong(
            one.label.at,
            `no label '${one.label.text}' in this function${near(one.label.text, frame.labels.keys())}`,
          );
        return this.jump(label, one.at);
      }
      case 'label':
        return this.here(frame.labels.get(one.label.text)!);
      case 'return':
        if (one.value !== null) this.expression(one.value, frame, frame.into, site);
        return this.jump(frame.returns, one.at);
      case 'break':
        return this.jump(frame.leave ?? this.wrong(one.at, "'break' outside of a loop"), one.at);
      case 'continue':
        return this.jump(frame.again ?? this.wrong(one.at, "'continue' outside of a loop"), one.at);
      case 'assign':
        if (one.declares) frame.known.add(one.to.text);
        else if (!frame.known.has(one.to.text))
          this.wrong(
            one.to.at,
            `no variable '${one.to.text}'${near(one.to.text, frame.known) || '; declare it with int'}`,
          );
        return this.expression(one.value, frame, `${frame.prefix}${one.to.text}`, site);
      case 'expression':
        return this.expression(one.value, frame, null, site);
    }
  }

  private conditional(one: Statement & { readonly is: 'if' }, frame: Frame, site: Site): void {
    const [yes, no, end]: Label[] = [{ at: -1 }, { at: -1 }, { at: -1 }];
    this.condition(one.test, frame, yes!, no!, site);
    this.here(yes!);
    this.statement(one.then, frame, site);
    if (one.else === null) return this.here(no!);
    this.jump(end!, one.at);
    this.here(no!);
    this.statement(one.else, frame, site);
    this.here(end!);
  }

  private loop(one: Statement & { readonly is: 'while' | 'do' }, frame: Frame, site: Site): void {
    const [top, body, end]: Label[] = [{ at: -1 }, { at: -1 }, { at: -1 }];
    const inner: Frame = { ...frame, leave: end!, again: top! };
    if (one.is === 'while') {
      this.here(top!);
      this.condition(one.test, frame, body!, end!, site);
      this.here(body!);
      this.statement(one.body, inner, site);
      this.jump(top!, one.at);
    } else {
      this.here(body!);
      this.statement(one.body, inner, site);
      this.here(top!);
      this.condition(one.test, frame, body!, end!, site);
    }
    this.here(end!);
  }

  /* Expressions */

  private condition(one: Expression, frame: Frame, yes: Label, no: Label, site: Site): void {
    if (one.is === 'not') return this.condition(one.of, frame, no, yes, site);
    if (one.is === 'and' || one.is === 'or') {
      const second: Label = { at: -1 };
      if (one.is === 'and') this.condition(one.left, frame, second, no, site);
      else this.condition(one.left, frame, yes, second, site);
      this.here(second);
      return this.condition(one.right, frame, yes, no, site);
    }
    const compared = one.is === 'equal' || one.is === 'unequal';
    const left = this.operand(compared ? one.left : one, frame, site);
    const right: Pure = compared ? this.operand(one.right, frame, site) : { is: 'value', value: 0 };
    this.emit({ is: 'branch', equal: one.is === 'equal', left, right, yes, no, place: one.at });
  }

  private operand(one: Expression, frame: Frame, site: Site): Pure {
    if (one.is !== 'call') return this.pure(one, frame);
    const name = `${frame.prefix}$${this.temporaries++}`;
    this.expression(one, frame, name, site);
    return { is: 'variable', name, temporary: true };
  }

  private pure(one: Expression, frame: Frame): Pure {
    if (one.is === 'number') return { is: 'value', value: one.value };
    if (one.is === 'error') return { is: 'value', value: one.name };
    if (one.is !== 'variable')
      return this.wrong(
        one.at,
        'found an expression that is too rich, expected a variable, a number, an error or a call',
      );
    const constant = this.world.language.constants[one.name];
    if (constant !== undefined) return { is: 'value', value: constant };
    if (!frame.known.has(one.name)) {
      const hint = this.world.things.has(one.name)
        ? `; '${one.name}' is an object, which READ_ONCE() reads`
        : near(one.name, frame.known);
      this.wrong(one.at, `no variable '${one.name}'${hint}`);
    }
    return { is: 'variable', name: `${frame.prefix}${one.name}`, temporary: false };
  }

  /** Leaves the value of an expression in `into`. */
  private expression(one: Expression, frame: Frame, into: string | null, site: Site): void {
    if (one.is === 'call') return this.called(one, into, site);
    if (one.is === 'variable' || one.is === 'number' || one.is === 'error') {
      const value = this.pure(one, frame);
      if (into !== null) this.emit({ is: 'set', to: into, value, place: one.at });
      return;
    }
    const [yes, no, end]: Label[] = [{ at: -1 }, { at: -1 }, { at: -1 }];
    this.condition(one, frame, yes!, no!, site);
    for (const [label, value] of [
      [yes!, 1],
      [no!, 0],
    ] as const) {
      this.here(label);
      if (into !== null)
        this.emit({ is: 'set', to: into, value: { is: 'value', value }, place: one.at });
      if (value === 1) this.jump(end!, one.at);
    }
    this.here(end!);
  }

  private called(
    one: CallExpression & { readonly at: Place },
    into: string | null,
    outer: Site,
  ): void {
    const { calls, bodies, language } = this.world;
    const call = calls.get(one.name);
    // What a call runs in place belongs to the call.
    const outermost = call !== undefined && this.call === 0;
    if (outermost) this.call = ++this.temporaries;
    const site: Site = {
      given: one.given,
      text: one.text,
      place: one.at,
      into,
      self: null,
      up: outer.up,
    };
    if (call !== undefined) {
      const { since, until } = call;
      if (since !== undefined && compareVersions(this.world.version, since) < 0)
        this.wrong(
          one.at,
          `'${one.name}' is there since Linux ${since}; this file is of ${this.world.version}`,
        );
      if (until !== undefined && compareVersions(this.world.version, until) >= 0)
        this.wrong(
          one.at,
          `'${one.name}' is gone since Linux ${until}; this file is of ${this.world.version}`,
        );
      this.arguments(one, call.takes);
      if (call.mustUse === true && into === null)
        this.wrong(
          one.at,
          `the result of '${one.name}' is dropped, and it matters: write 'r = ${one.name}(...)' or ask it in an if`,
        );
      this.operations(call.does, site);
    } else {
      const own =
        bodies.get(one.name) ??
        this.wrong(
          one.at,
          `unknown call '${one.name}'${near(one.name, [...calls.keys(), ...bodies.keys()]) || `; there are ${calls.size}, listed by 'litmus --calls'`}`,
        );
      if (own.kind.thread)
        this.wrong(
          one.at,
          `'${one.name}' is a ${own.kind.name}, a thread of its own; only ${language.kinds
            .filter(({ thread }) => !thread)
            .map(({ name }) => name)
            .join(', ')} can be called`,
        );
      this.inline(own, site);
    }
    if (outermost) this.call = 0;
  }

  private arguments(
    { name, given, at }: CallExpression & { readonly at: Place },
    all: readonly string[],
  ): void {
    // What may be left out in front is, where there are too few.
    const takes =
      given.length < all.length && all[0]?.endsWith('?') === true && !all.at(-1)!.endsWith('?')
        ? all.slice(1)
        : all;
    const least = takes.filter((one) => !one.endsWith('?')).length;
    const any = takes.at(-1) === '...?';
    if (given.length < least || (!any && given.length > takes.length)) {
      const wanted = takes.length === 0 ? 'none' : takes.join(', ');
      this.wrong(
        at,
        `'${name}' has ${given.length} ${given.length === 1 ? 'argument' : 'arguments'}, expected ${wanted}`,
      );
    }
    given.forEach((one, n) => {
      if (takes[n] !== undefined && takes[n] !== '...?')
        this.argument(one, takes[n]!.replace('?', ''));
    });
  }

  private argument(one: Argument, takes: string): void {
    const { things, bodies, language } = this.world;
    if (takes === 'any') return;
    if (takes === 'flags') {
      const words = one.is === 'flags' ? one.words : [nameIn(one) ?? ''];
      const odd = words.find((word) => !language.flags.includes(word));
      if (odd !== undefined)
        this.wrong(
          one.at,
          `unknown flag '${odd}'${near(odd, language.flags) || `; there are: ${language.flags.slice(0, 6).join(', ')}`}`,
        );
      return;
    }
    const allowed = takes.split('|');
    const name = nameIn(one);
    if (allowed.includes('number')) {
      const value = one.is === 'value' ? one.value : null;
      const plain = value?.is === 'number' || (name !== null && one.is === 'value');
      if (plain) return;
      this.wrong(one.at, 'found an object, expected a number');
    }
    if (name === 'NULL' && allowed.includes('NULL')) return;
    const types = allowed.filter((each) => each !== 'NULL').join(' or ');
    if (name === null)
      this.wrong(one.at, `found a value, expected the address of a ${types}, such as &x`);
    const found = things.get(name!)?.type.name ?? bodies.get(name!)?.kind.name;
    if (found === undefined) {
      const rest = [...things.values()]
        .filter(({ type }) => allowed.includes(type.name))
        .map((each) => each.name);
      const items = [...bodies.values()]
        .filter(({ kind }) => allowed.includes(kind.name))
        .map((each) => each.name);
      const hint =
        near(name!, [...rest, ...items]) || near(name!, [...things.keys(), ...bodies.keys()]);
      this.wrong(one.at, `unknown ${types} '${name}'${hint}`);
    }
    if (!allowed.includes(found!))
      this.wrong(one.at, `'${name}' is a ${found}; this call takes a ${types}`);
  }

  /* Operations */

  private operations(list: readonly Operation[], site: Site): void {
    for (const one of list) this.operation(one, site);
  }

  private operation(one: Operation, site: Site): void {
    switch (one.do) {
      case 'acquire':
        return this.acquire(one, site);
      case 'attempt':
        return this.attempt(one, site);
      case 'release':
        return this.release(one, site);
      case 'step':
        return this.steps(one, site);
      case 'read':
        return this.read(one.of, site);
      case 'gives':
        if (site.into !== null)
          this.emit({
            is: 'set',
            to: site.into,
            value: { is: 'value', value: one.value },
            place: site.place,
          });
        return;
      case 'enter':
        return this.enter(one, site);
      case 'leave': {
        const class_ = this.classOf(one.class, site);
        if (class_ === null) return;
        return this.step(site, (local) => [
          way({ held: without(local.held, (held) => held.of === null && held.class === class_) }),
        ]);
      }
      case 'raise':
      case 'lower':
      case 'clear':
        return this.flag(one, site);
      case 'unless': {
        if (site.up.includes(one.flag)) return;
        const up: Label = { at: -1 };
        this.emit({ is: 'flag', flag: one.flag, up, place: site.place });
        this.operations(one.body, site);
        return this.here(up);
      }
      case 'under':
        return this.under(one.flag, site, (inner) => this.operations(one.body, inner));
      case 'where':
        return this.operations(
          this.words(one.of, site).some((word) => one.words.includes(word))
            ? one.body
            : (one.else ?? []),
          site,
        );
      case 'run':
        return this.inline(this.body(one.of, site)!, { ...site, given: [], into: null });
      case 'each':
        for (const body of this.bodiesOf(one.kind)) this.around(body, one, site);
        return;
      case 'one of':
        return this.oneOf(one, site);
      case 'callbacks':
        return this.callbacks(one.of, site);
      case 'remove callback':
        return this.removeCallback(one, site);
      case 'exec':
        return this.exec(one, site);
      case 'add callback':
        return this.addCallback(one, site);
      case 'ticket':
        return this.ticket(one, site);
    }
  }

  private bodiesOf(kind: string): Body[] {
    return [...this.world.bodies.values()].filter((one) => one.kind.name === kind);
  }

  private around(
    body: Body,
    {
      before,
      after,
    }: { readonly before?: readonly Operation[]; readonly after?: readonly Operation[] },
    site: Site,
  ): void {
    const own = { ...site, self: body.name };
    this.operations(before ?? [], own);
    this.inline(body, { ...site, given: [], into: null });
    this.operations(after ?? [], own);
  }

  private under(flag: string, site: Site, body: (inner: Site) => void): void {
    this.flag({ do: 'raise', flag }, site);
    body({ ...site, up: [...site.up, flag] });
    this.flag({ do: 'lower', flag }, site);
  }

  private flag(
    {
      do: how,
      flag,
      gives,
    }: { readonly do: 'raise' | 'lower' | 'clear'; readonly flag: string; readonly gives?: number },
    site: Site,
  ): void {
    this.step(site, ({ held, flags }) => {
      const now = flags[flag] ?? 0;
      const next = how === 'raise' ? now + 1 : how === 'lower' ? Math.max(0, now - 1) : 0;
      // Between taking what spins and keeping interrupts out, one may come.
      const visible = held.some(({ spins }) => spins);
      return [
        way({
          flags: counted(flags, flag, next),
          visible,
          sets: site.into !== null && gives !== undefined ? [[site.into, gives]] : [],
        }),
      ];
    });
  }

  /* What operations speak of */

  private name(ref: Ref, site: Site): string | null {
    if (ref === 'last') return nameIn(site.given.at(-1));
    if (typeof ref === 'number') return ref < 0 ? site.self : nameIn(site.given[ref]);
    if ('the' in ref)
      return (
        [...this.world.things.values()].find(({ type }) => type.name === ref.the)?.name ?? null
      );
    if ('usedBy' in ref) return this.thing(ref.usedBy, site)?.used ?? null;
    if ('pending' in ref) return names.pending(this.name(ref.pending, site) ?? '');
    if ('queueOf' in ref) return this.queueOf(this.name(ref.queueOf, site));
    if ('second' in ref) return names.second(this.thing(ref.second, site)!);
    if ('member' in ref) return ref.name.replace('$0', nameIn(site.given[ref.member]) ?? '');
    return null;
  }

  private queueOf(item: string | null): string | null {
    const on = this.world.bodies.get(item ?? '')?.on ?? null;
    const thing = on === null ? undefined : this.world.things.get(on);
    return thing?.type.lifecycle.is === 'queue' && thing.words.has(thing.type.lifecycle.word)
      ? on
      : null;
  }

  private thing(ref: Ref, site: Site): Thing | null {
    return this.world.things.get(this.name(ref, site) ?? '') ?? null;
  }

  private body(ref: Ref, site: Site): Body | null {
    return this.world.bodies.get(this.name(ref, site) ?? '') ?? null;
  }

  private words(ref: Ref, site: Site): readonly string[] {
    const given =
      typeof ref === 'number' ? site.given[ref] : ref === 'last' ? site.given.at(-1) : undefined;
    if (given?.is === 'flags') return given.words;
    const body = this.body(ref, site);
    const thing = this.thing(ref, site) ?? this.world.things.get(body?.on ?? '');
    if (thing !== null && thing !== undefined)
      return [...thing.words, ...(thing.initial === null ? [] : [thing.initial]), 'there'];
    if (body !== null) return ['there'];
    const name = given === undefined ? null : nameIn(given);
    return name === null ? [] : [name];
  }

  private classOf(of: string | Ref, site: Site): string | null {
    if (typeof of !== 'string' || of === 'last') return this.thing(of as Ref, site)?.class ?? null;
    const on = this.world.bodies.get(site.self ?? '')?.on ?? this.body('last', site)?.on ?? null;
    if (of.includes('$on') && on === null) return null;
    return of.replace('$name', site.self ?? this.name('last', site) ?? '').replace('$on', on ?? '');
  }

  private atomic({ held, flags }: Local): boolean {
    return (
      held.some(({ spins }) => spins) ||
      this.thread.kind.context !== 'process' ||
      this.world.language.atomicFlags.some((flag) => (flags[flag] ?? 0) > 0)
    );
  }

  /** Ways of a step that may sleep: a fault in atomic context. */
  private sleeping(site: Site, ways: (local: Local) => Way[]): (local: Local) => Way[] {
    return (local) =>
      this.atomic(local)
        ? [way({ bad: `${site.text} may sleep, in atomic context`, visible: true })]
        : ways(local);
  }

  /* Locks */

  private acquire(one: Operation & { readonly do: 'acquire' }, site: Site): void {
    const lock = this.thing(one.of, site);
    if (lock === null) return;
    const T = this.thread.name;
    const shared = one.shared === true;
    const ticket = one.ticket === undefined ? null : this.ticketIn(one.ticket, site);
    const spins = lock.type.spins === true;
    const sees = (): Seen[] =>
      lock.type.unseen === true
        ? []
        : [
            {
              class: lock.class,
              read: one.read ?? 0,
              nested: ticket !== null,
              tried: false,
              waits: false,
              spins,
            },
          ];
    const more = { says: one.says, sees };
    const guarded = (ways: (local: Local) => Way[]): ((local: Local) => Way[]) =>
      spins ? ways : this.sleeping(site, ways);
    const take = (local: Local): Way => ({
      ...way({
        moves:
          shared && has(local, lock.name)
            ? {}
            : { [lock.name]: `${shared ? 'read' : 'take'}.${T}` },
        held: [
          ...local.held,
          {
            of: lock.name,
            class: lock.class,
            shared,
            spins,
            seen: lock.type.unseen !== true,
            ticket,
            fresh: one.fresh === true,
          },
        ],
        sets: site.into === null ? [] : [[site.into, 0]],
      }),
      strong: true,
      visible: true,
      notQueued:
        shared &&
        one.passes !== 'queued' &&
        !(one.passes === 'queued in interrupts' && this.thread.kind.context !== 'process')
          ? lock.name
          : null,
    });
    const ends =
      one.interruptible === true && site.into !== null
        ? [way({ sets: [[site.into, 'EINTR']], note: 'a signal comes', visible: true })]
        : [];
    if (!shared && lock.type.lifecycle.is === 'shared lock') {
      this.step(
        site,
        guarded(() => [way({ visible: true })]),
        { says: 'stands in the queue', sees },
      );
      return this.step(
        site,
        guarded((local) => [take(local), ...ends]),
        { ...more, queuedFor: lock.name, waitsFor: lock.name },
      );
    }
    if (ticket === null)
      return this.step(
        site,
        guarded((local) => [take(local), ...ends]),
        { ...more, waitsFor: lock.name },
      );
    this.step(
      site,
      guarded((local) => this.ticketed(lock, ticket, one, take(local), local, site)),
      { ...more, waitsFor: lock.name },
    );
  }

  private ticketIn(at: number, site: Site): string | null {
    const name = nameIn(site.given[at]);
    return name === 'NULL' ? null : name;
  }

  private ticketed(
    lock: Thing,
    ticket: string,
    one: Operation & { readonly do: 'acquire' },
    take: Way,
    local: Local,
    site: Site,
  ): Way[] {
    if (has(local, lock.name)) {
      if (site.into === null)
        return [
          way({
            bad: `${site.text}: it is held with this ticket already, and nobody looks at -EALREADY`,
            visible: true,
          }),
        ];
      return [way({ sets: [[site.into, 'EALREADY']] })];
    }
    const mine = local.held
      .filter((held) => held.ticket === ticket && held.of !== null)
      .map(({ of }) => of!);
    if (mine.length === 0 || one.slow === true) return [take];
    const result =
      site.into === null
        ? { bad: `${site.text} returns -EDEADLK, and nobody looks at it` }
        : { sets: [[site.into, 'EDEADLK'] as const], note: 'returns -EDEADLK' };
    return [
      take,
      {
        ...way({ ...result, visible: true }),
        yields: { lock: lock.name, to: one.wounds === true ? 'waiter' : 'holder', held: mine },
      },
    ];
  }

  private attempt(one: Operation & { readonly do: 'attempt' }, site: Site): void {
    const lock = this.thing(one.of, site)!;
    const T = this.thread.name;
    const shared = one.shared === true;
    const spins = lock.type.spins === true;
    const seen = lock.type.unseen !== true;
    const set = (value: number): Way['sets'] => (site.into === null ? [] : [[site.into, value]]);
    this.step(
      site,
      (local) => [
        {
          ...way({
            moves: { [lock.name]: `${shared ? 'read' : 'take'}.${T}` },
            held: [
              ...local.held,
              { of: lock.name, class: lock.class, shared, spins, seen, ticket: null, fresh: false },
            ],
            sets: set(1),
          }),
          notQueued: shared ? lock.name : null,
        },
        way({ when: { [lock.name]: shared ? '!#readable' : '!free' }, sets: set(0) }),
      ],
      {
        sees: () =>
          seen
            ? [
                {
                  class: lock.class,
                  read: one.read ?? 0,
                  nested: false,
                  tried: true,
                  waits: false,
                  spins,
                },
              ]
            : [],
      },
    );
  }

  private release(
    { of, says, ifHeld, all }: Operation & { readonly do: 'release' },
    site: Site,
  ): void {
    const lock = this.thing(of, site);
    if (lock === null) return;
    this.step(
      site,
      (local) => {
        if (all === true) return [this.letGo(local, lock.name)];
        const times = local.held.filter((held) => held.of === lock.name).length;
        if (times === 0 && ifHeld === true) return [way({})];
        if (times === 0)
          return [way({ bad: `${site.text}: ${lock.name} is not held`, visible: true })];
        return [
          way({
            moves: times > 1 ? {} : { [lock.name]: `give.${this.thread.name}` },
            held: without(local.held, (held) => held.of === lock.name),
            visible: true,
          }),
        ];
      },
      { says },
    );
  }

  /** Lets go of all that is held with a ticket. */
  private letGo(local: Local, ticket: string): Way {
    const mine = local.held
      .filter((held) => held.ticket === ticket && held.of !== null)
      .map(({ of }) => of!);
    return way({
      moves: Object.fromEntries(mine.map((lock) => [lock, `give.${this.thread.name}`])),
      held: local.held.filter((held) => !mine.includes(held.of ?? '')),
      visible: mine.length > 0,
    });
  }

  private exec({ of, ticket: at }: Operation & { readonly do: 'exec' }, site: Site): void {
    const lock = this.thing(of, site)!;
    const ticket = nameIn(site.given[at])!;
    const contended = `${ticket} contended`;
    const take = (local: Local, name: string): Way =>
      way({
        moves: { [name]: `take.${this.thread.name}` },
        strong: true,
        visible: true,
        held: [
          ...local.held,
          {
            of: name,
            class: lock.class,
            shared: false,
            spins: false,
            seen: true,
            ticket,
            fresh: false,
          },
        ],
      });
    const sees = (): Seen[] => [
      { class: lock.class, read: 0, nested: true, tried: false, waits: false, spins: false },
    ];
    const [first, then]: Label[] = [{ at: -1 }, { at: -1 }];
    this.emit({
      is: 'branch',
      equal: true,
      left: { is: 'variable', name: contended, temporary: false },
      right: { is: 'value', value: 0 },
      yes: then!,
      no: first!,
      place: site.place,
    });
    this.here(first!);
    this.step(
      site,
      this.sleeping(site, (local) => [
        { ...take(local, String(local.values[contended])), sets: [[contended, 0]] },
      ]),
      { says: 'takes the contended one first', sees },
    );
    this.here(then!);
    const duplicates = this.thing(at, site)?.words.has('DRM_EXEC_IGNORE_DUPLICATES') === true;
    const set = (value: number | string): Way['sets'] =>
      site.into === null ? [] : [[site.into, value]];
    this.step(
      site,
      this.sleeping(site, (local) => {
        if (has(local, lock.name))
          return [
            way({ sets: set(duplicates || local.held.at(-1)?.of === lock.name ? 0 : 'EALREADY') }),
          ];
        const mine = local.held
          .filter((held) => held.ticket === ticket && held.of !== null)
          .map((held) => held.of!);
        const taken = { ...take(local, lock.name), sets: set(0) };
        if (mine.length === 0) return [taken];
        const yields = { lock: lock.name, to: 'holder' as const, held: mine };
        return [
          taken,
          {
            ...this.letGo(local, ticket),
            sets: [...set('EDEADLK'), [contended, lock.name]],
            note: 'returns -EDEADLK, all unlocked',
            yields,
          },
        ];
      }),
      { sees, waitsFor: lock.name },
    );
  }

  private removeCallback(
    { of, run }: Operation & { readonly do: 'remove callback' },
    site: Site,
  ): void {
    const part = names.callback(this.name(of, site)!, this.name(run, site)!);
    const set = (value: number): Way['sets'] => (site.into === null ? [] : [[site.into, value]]);
    this.step(site, () => [
      way({ moves: { [part]: 'run' }, sets: set(1) }),
      way({ when: { [part]: 'none' }, sets: set(0) }),
    ]);
  }

  private ticket(
    { of, begin, class: class_ }: Operation & { readonly do: 'ticket' },
    site: Site,
  ): void {
    const ticket = this.name(of, site)!;
    const known = this.world.ticketed.length > 1;
    const held: Held = {
      of: null,
      class: class_,
      shared: false,
      spins: false,
      seen: true,
      ticket: null,
      fresh: false,
    };
    this.step(
      site,
      (local) => {
        if (begin)
          return [
            way({
              moves: known ? { [names.tickets]: `in.${this.thread.name}` } : {},
              held: [...local.held, held],
            }),
          ];
        if (local.held.some((one) => one.ticket === ticket))
          return [way({ bad: `${site.text}: a lock of this ticket is still held`, visible: true })];
        return [
          way({
            moves: known ? { [names.tickets]: `out.${this.thread.name}` } : {},
            held: without(local.held, (one) => one.of === null && one.class === class_),
          }),
        ];
      },
      {
        sees: () =>
          begin
            ? [{ class: class_, read: 0, nested: false, tried: false, waits: false, spins: false }]
            : [],
      },
    );
  }

  private enter(one: Operation & { readonly do: 'enter' }, site: Site): void {
    const class_ = this.classOf(one.class, site);
    if (class_ === null) return;
    const idle = (local: Local): boolean =>
      (one.notAtomic === true && this.atomic(local)) ||
      (one.once === true && local.held.some((held) => held.class === class_));
    const held: Held = {
      of: null,
      class: class_,
      shared: one.read !== undefined,
      spins: false,
      seen: true,
      ticket: null,
      fresh: one.fresh === true,
    };
    this.step(site, (local) => [way(idle(local) ? {} : { held: [...local.held, held] })], {
      sees: (local) =>
        idle(local) || one.fresh === true
          ? []
          : [
              {
                class: class_,
                read: one.read ?? 0,
                nested: false,
                tried: false,
                waits: false,
                spins: false,
              },
            ],
    });
  }

  /* Steps */

  private steps(one: Operation & { readonly do: 'step' }, site: Site): void {
    const ways = one.either.filter(({ ifUsed }) => ifUsed !== true || site.into !== null);
    const end: Label = { at: -1 };
    const bodies = ways.map((each) => ({
      each,
      label: each.then === undefined ? null : ({ at: -1 } as Label),
    }));
    const all = (local: Local): Way[] =>
      bodies.map(({ each, label }) => this.alternative(each, label ?? end, local, site));
    const sees = (local: Local): Seen[] =>
      (one.touches ?? []).flatMap((touch) => this.touched(touch, site, local));
    this.step(site, one.sleeps === true ? this.sleeping(site, all) : all, {
      says: one.says,
      sees,
      ...this.waited(one, site),
    });
    for (const { each, label } of bodies) {
      if (label === null) continue;
      this.here(label);
      this.operations(each.then!, site);
      this.jump(end, site.place);
    }
    this.here(end);
  }

  private waited(
    one: Operation & { readonly do: 'step' },
    site: Site,
  ): { readonly waitsFor?: string } {
    const ref =
      one.sleeps === true
        ? (one.either[0]?.when?.[0]?.[0] ?? one.either[0]?.moves?.[0]?.[0])
        : undefined;
    const name = ref === undefined ? null : this.name(ref, site);
    return name === null ? {} : { waitsFor: name };
  }

  private alternative(each: Alternative, to: Label, local: Local, site: Site): Way {
    const lacks = each.holds === undefined ? null : this.thing(each.holds, site);
    if (lacks !== null && !has(local, lacks.name))
      return way({ bad: `${site.text}: ${lacks.name} is not held`, visible: true });
    const at = (list: readonly At[] | undefined): Where => this.at(list ?? [], site);
    return {
      ...still,
      moves: at(each.moves) as Record<string, string>,
      also: at(each.also) as Record<string, string>,
      when: at(each.when),
      to,
      sets: each.gives === undefined || site.into === null ? [] : [[site.into, each.gives]],
      note: each.note ?? null,
      bad: each.bad === undefined ? null : `${site.text}: ${each.bad}`,
      hangs: each.hangs ?? false,
      strong: each.strong ?? false,
      outside: (each.outside ?? []).flatMap((ref) => this.items(ref, site)),
      visible: each.bad !== undefined || each.hangs === true,
    };
  }

  private items(ref: Ref | Outside, site: Site): string[] {
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

  private at(list: readonly At[], site: Site): Where {
    const found: Where = {};
    for (const [ref, name] of list) {
      const of = this.refs(ref, site);
      const said = (word: string): string =>
        word
          .replace('$0_', `${nameIn(site.given[0]) ?? ''}_`)
          .replace('$self', this.thread.name)
          .replace('$last', this.name('last', site) ?? '')
          .replace(/\$(\d)/, (_, n: string) => this.number(Number(n), site));
      for (const part of of) found[part] = typeof name === 'string' ? said(name) : name.map(said);
    }
    return found;
  }

  private refs(ref: Ref, site: Site): string[] {
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

  private number(at: number, site: Site): string {
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

  private touched(touch: Touch, site: Site, local: Local): Seen[] {
    if (
      touch.words !== undefined &&
      !this.words('last', site).some((word) => touch.words!.includes(word))
    )
      return [];
    const class_ = this.classOf(touch.class, site);
    if (class_ === null || (touch.waits === true && this.atomic(local))) return [];
    return [
      {
        class: class_,
        read: touch.read ?? 0,
        nested: false,
        tried: false,
        waits: touch.waits ?? false,
        spins: false,
      },
    ];
  }

  private read(of: Ref, site: Site): void {
    const thing = this.thing(of, site)!;
    const { most: highest } = thing.type.lifecycle as { most: number };
    const values = Array.from({ length: highest + 1 }, (_, value) => value);
    this.step(site, () =>
      values.map((value) =>
        way({
          when: { [thing.name]: `v${value}` },
          sets: site.into === null ? [] : [[site.into, value]],
          note: `${value}`,
        }),
      ),
    );
  }

  /* What runs inside */

  private oneOf(one: Operation & { readonly do: 'one of' }, site: Site): void {
    const end: Label = { at: -1 };
    const bodies = one.each.flatMap((each) =>
      this.bodiesOf(each.kind).map((body) => ({ each, body, label: { at: -1 } as Label })),
    );
    const waits = one.waits.flatMap((wait) =>
      [...this.world.things.values()]
        .filter(({ type }) => type.name === wait.type)
        .map((thing) => ({ wait, thing, label: { at: -1 } as Label })),
    );
    const ways = (): Way[] => [
      { ...way({}), to: end },
      ...bodies.map(({ each, body, label }) => ({
        ...way({ note: `${one.says}: ${each.kind} ${body.name}` }),
        to: label,
      })),
      ...waits.map(({ wait, thing, label }) => ({
        ...way({
          when: { [thing.name]: wait.in },
          note: `${one.says}: ${wait.says} ${thing.name}`,
        }),
        to: label,
      })),
    ];
    const sees = (local: Local): Seen[] =>
      (one.touches ?? []).flatMap((touch) => this.touched(touch, site, local));
    this.step(site, one.sleeps === true ? this.sleeping(site, ways) : ways, { sees });
    for (const { each, body, label } of bodies) {
      this.here(label);
      if (each.flag === undefined) this.around(body, each, site);
      else this.under(each.flag, site, (inner) => this.around(body, each, inner));
      this.jump(end, site.place);
    }
    for (const { wait, thing, label } of waits) {
      this.here(label);
      this.step(site, () => [{ ...way({ when: { [thing.name]: wait.until } }), strong: true }], {
        says: `${wait.says} ${thing.name}`,
        waitsFor: thing.name,
      });
      this.jump(end, site.place);
    }
    this.here(end);
  }

  private callbacks(of: Ref, site: Site): void {
    const name = this.name(of, site)!;
    for (const item of this.world.callbacks.get(name) ?? []) {
      const part = names.callback(name, item);
      const [run, end]: Label[] = [{ at: -1 }, { at: -1 }];
      this.step(
        site,
        () => [
          { ...way({ moves: { [part]: 'run' } }), to: run! },
          { ...way({ when: { [part]: 'none' } }), to: end! },
        ],
        { says: `is ${item} added to ${name}?` },
      );
      this.here(run!);
      this.inline(this.world.bodies.get(item)!, { ...site, given: [], into: null });
      this.here(end!);
    }
  }

  private addCallback(
    { of, run, unless, gives }: Operation & { readonly do: 'add callback' },
    site: Site,
  ): void {
    const thing = this.name(of, site)!;
    const part = names.callback(thing, this.name(run, site)!);
    const set = (value: number | string): Way['sets'] =>
      site.into === null ? [] : [[site.into, value]];
    this.step(site, () => [
      way({ moves: { [part]: 'add' }, when: { [thing]: `!${unless}` }, sets: set(0) }),
      way({ when: { [thing]: unless }, sets: set(gives) }),
    ]);
  }
}

const way = (some: Partial<Way>): Way => ({ ...still, moves: {}, ...some });

const has = ({ held }: Local, lock: string): boolean => held.some(({ of }) => of === lock);

function without(held: readonly Held[], is: (one: Held) => boolean): readonly Held[] {
  const last = held.findLastIndex(is);
  return held.filter((_, at) => at !== last);
}

function counted(flags: Local['flags'], flag: string, value: number): Local['flags'] {
  const { [flag]: _, ...rest } = flags;
  return value === 0
    ? rest
    : (Object.fromEntries(
        [...Object.entries(rest), [flag, value]].sort(([a], [b]) =>
          String(a) < String(b) ? -1 : 1,
        ),
      ) as Local['flags']);
}

function labelsOf(body: Statement): Map<string, Label> {
  const found = new Map<string, Label>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      const one = value as { is?: string; label?: { text: string } };
      if (one.is === 'label') found.set(one.label!.text, { at: -1 });
      Object.values(value).forEach(visit);
    }
  };
  visit(body);
  return found;
}
