import { tabulate, type Lts } from '../lts/tabulate.ts';
import { Misuse, unknown } from './misuse.ts';
import { sealed, type Actor, type Conjunct, type Invariant, type Move, type Origin, type Part, type Program, type Promised, type Rule, type Some } from './program.ts';
import type * as v from './vocabulary.ts';

/** What a system is made of. */
export type Spec = {
  readonly rows: readonly v.Row[];
  /** In force. */
  readonly clauses?: readonly v.Clause[];
  /** Names of rules that other systems have: a clause may speak of them here too. */
  readonly known?: readonly string[];
  readonly actors: v.Actors;
  readonly sizes: v.Sizes;
};

type Loose = Readonly<Record<string, string | readonly string[] | undefined>>;
type Binding = Readonly<Partial<Record<v.Index, number>>>;
type Origined<T> = { readonly at: T; readonly origin: Origin };
/** A rule as written, with all that the clauses say of it. */
type Drafted = {
  readonly rule: v.Rule;
  readonly origin: Origin;
  readonly moves: Origined<Loose>[];
  readonly also: Origined<Loose>[];
  readonly when: Origined<Loose>[];
};

/**
 * Flattens rows and clauses to a program: one rule a binding of its indices, in declaration order.
 * @throws Misuse that lists what there is, for a name that is not there.
 */
export function compose(spec: Spec): Program {
  const place = new Places(spec);
  const drafts = draft(spec, place);
  const cast: Cast = { known: spec.actors, actors: [], families: new Map() };
  const rules: Rule[] = [];
  const leftOut: { rule: string; lacks: string }[] = [];
  for (const one of drafts) {
    const lacks = one.moves.flatMap(({ at }) => Object.keys(at)).find((ref) => !place.has(ref));
    if (lacks !== undefined) { leftOut.push({ rule: one.rule.name, lacks: place.base(lacks) }); continue; }
    const families = indices(one, place);
    for (const binding of bindings(families, place)) {
      const rule = bind(one, binding, families, place, cast);
      if (rule !== null) rules.push(rule);
    }
  }
  const owed = spec.rows.flatMap((row) => (row.promises ?? []).flatMap((promise) => promised(promise, place)));
  const never = spec.rows.flatMap((row) => (row.invariants ?? []).map((invariant): Invariant => ({
    name: invariant.name, of: invariant.name, cite: invariant.cite ?? null,
    never: conjuncts(invariant.never as Loose, {}, place, nowhere, `invariant ${invariant.name}`).map(({ some }) => some),
  })));
  return sealed({
    tables: place.tables.map(({ lifecycle, states, events, next, phrases }) => ({ lifecycle, states, events, next, phrases })),
    parts: place.parts, actors: cast.actors, rules, initial: place.parts.map(({ table }) => place.tables[table]!.initial),
    promises: owed, invariants: never, leftOut,
  });
}

const nowhere: Origin = { row: null, clause: null, cite: null };

/** The parts of the system by the names that rules use. */
class Places {
  readonly parts: Part[] = [];
  readonly tables: Lts[] = [];
  private readonly declared = new Map<string, v.Part>();
  private readonly sameAs = new Map<string, string>();
  private readonly first = new Map<string, number>();
  private readonly sizes: v.Sizes;

  constructor(spec: Spec) {
    this.sizes = spec.sizes;
    for (const row of spec.rows) {
      for (const [name, part] of Object.entries(row.parts)) {
        const before = this.declared.get(name);
        if (before !== undefined && (before.of !== part.of || before.family !== part.family)) {
          throw new Misuse(`row ${row.name}: part '${name}' is declared twice with different lifecycles`);
        }
        this.declared.set(name, part);
        if (part.shares !== undefined) this.sameAs.set(name, part.shares);
      }
    }
    for (const { name, separates, joins } of spec.clauses ?? []) {
      for (const part of separates ?? []) { this.known(part, `clause ${name}`); this.sameAs.delete(part); }
      for (const [part, other] of Object.entries(joins ?? {})) { this.known(part, `clause ${name}`); this.sameAs.set(part, other!); }
    }
    const machines = new Map<unknown, number>();
    for (const [name, part] of this.declared) {
      if (this.canonical(name) !== name) continue;
      let table = machines.get(part.of);
      if (table === undefined) {
        machines.set(part.of, (table = this.tables.length));
        this.tables.push(tabulate(typeof part.of === 'function' ? part.of(this.sizes) : part.of));
      }
      this.first.set(name, this.parts.length);
      const title = part.title ?? name;
      if (part.family === undefined) this.parts.push({ name, title, table, family: null, index: null });
      else for (let index = 1; index <= this.size(part.family, name); index++) {
        this.parts.push({ name: `${name}[${index}]`, title: `${title} ${index}`, table, family: part.family, index });
      }
    }
  }

  private known(name: string, where: string): v.Part {
    const part = this.declared.get(name);
    if (part === undefined) throw new Misuse(`${where}: ${unknown('part', name, [...this.declared.keys()])}`);
    return part;
  }

  private canonical(name: string): string {
    for (let hops = 0; ; hops++) {
      const other = this.sameAs.get(name);
      if (other === undefined) return name;
      if (hops > 8) throw new Misuse(`part '${name}' shares itself in a circle`);
      if (this.known(other, `part ${name}`).of !== this.declared.get(name)!.of) throw new Misuse(`parts '${name}' and '${other}' cannot be one: their lifecycles differ`);
      name = other;
    }
  }

  size(family: string, where: string): number {
    const size = this.sizes[family];
    if (size === undefined) throw new Misuse(`${where}: ${unknown('family', family, Object.keys(this.sizes))}`);
    return size;
  }

  base(ref: string): string { return parse(ref).base; }
  has(ref: string): boolean { return this.declared.has(parse(ref).base); }

  /** The family of a reference; null outside families. */
  family(ref: string, where: string): string | null {
    const { base, index } = parse(ref);
    const family = this.known(base, where).family ?? null;
    if (family === null && index !== null) throw new Misuse(`${where}: '${base}' is one part, not a family; write '${base}'`);
    if (family !== null && index === null) throw new Misuse(`${where}: '${base}' is a family; write '${base}[i]', '${base}[*]' or '${base}[?]'`);
    return family;
  }

  /** The parts that a reference means under a binding. */
  members(ref: string, binding: Binding, where: string): number[] {
    const { base, index } = parse(ref);
    const family = this.family(ref, where);
    const first = this.first.get(this.canonical(base))!;
    if (family === null) return [first];
    if (index === '*' || index === '?') return Array.from({ length: this.size(family, where) }, (_, at) => first + at);
    return [first + binding[index as v.Index]! - 1];
  }

  locals(part: number, names: string | readonly string[], binding: Binding, where: string): number[] {
    const table = this.tables[this.parts[part]!.table]!;
    const found = new Set<number>();
    for (const written of typeof names === 'string' ? [names] : names) {
      const name = substitute(written, binding);
      const except = name.startsWith('!');
      const place = table.places[except ? name.slice(1) : name];
      if (place === undefined) throw new Misuse(`${where}: ${unknown(`state of ${table.lifecycle}`, name, Object.keys(table.places))}`);
      table.states.forEach((_, local) => { if (place.includes(local) !== except) found.add(local); });
    }
    return [...found].sort((a, b) => a - b);
  }

  event(part: number, written: string, binding: Binding, where: string): number {
    const table = this.tables[this.parts[part]!.table]!;
    const name = substitute(written, binding);
    const event = table.events.indexOf(name);
    if (event < 0) throw new Misuse(`${where}: ${unknown(`event of ${table.lifecycle}`, name, table.events)}`);
    return event;
  }
}

function parse(ref: string): { base: string; index: string | null } {
  const found = /^(\w+)(?:\[([ijk*?])\])?$/.exec(ref);
  if (found === null) throw new Misuse(`'${ref}' names no part; write 'part', 'part[i]', 'part[*]' or 'part[?]'`);
  return { base: found[1]!, index: found[2] ?? null };
}

function substitute(name: string, binding: Binding): string {
  return name.replace(/\[([ijk])\]/g, (whole, index: v.Index) => (binding[index] === undefined ? whole : `[${binding[index]}]`));
}

function draft(spec: Spec, place: Places): Drafted[] {
  const drafts = new Map<string, Drafted>();
  const add = (rule: v.Rule, origin: Origin): void => {
    if (drafts.has(rule.name)) throw new Misuse(`rule '${rule.name}' is declared twice`);
    const when = rule.when === undefined ? [] : [{ at: rule.when as Loose, origin }];
    drafts.set(rule.name, {
      rule, origin, when,
      moves: [{ at: rule.moves as Loose, origin }],
      also: rule.also === undefined ? [] : [{ at: rule.also as Loose, origin }],
    });
  };
  for (const row of spec.rows) for (const rule of row.rules) add(rule, { row: row.name, clause: null, cite: rule.cite ?? null });
  const clauses = spec.clauses ?? [];
  for (const clause of clauses) {
    for (const rule of clause.adds ?? []) add(rule, { row: null, clause: clause.name, cite: rule.cite ?? clause.says });
  }
  for (const { name: row, ties } of spec.rows) {
    const origin: Origin = { row, clause: null, cite: null };
    // A row does not know which others its system has.
    if (ties !== undefined) extend(ties, (name) => drafts.get(name), origin);
  }
  const elsewhere = new Set(spec.known ?? []);
  for (const clause of clauses) {
    const origin: Origin = { row: null, clause: clause.name, cite: clause.says };
    const of = (name: string): Drafted | undefined => {
      const found = drafts.get(name);
      if (found === undefined && !elsewhere.has(name)) {
        throw new Misuse(`clause ${clause.name}: ${unknown('rule', name, [...drafts.keys(), ...elsewhere])}`);
      }
      return found;
    };
    extend(clause, of, origin);
  }
  // Two clauses may forbid one rule: all are looked up before any goes.
  const forbidden = clauses.flatMap(({ name, forbids }) => (forbids ?? []).map((rule) => ({ rule, by: name })));
  for (const { rule, by } of forbidden) {
    if (!drafts.has(rule) && !elsewhere.has(rule)) throw new Misuse(`clause ${by}: ${unknown('rule', rule, [...drafts.keys(), ...elsewhere])}`);
  }
  for (const { rule } of forbidden) drafts.delete(rule);
  // A guard on an absent part is an error even where the rule is never bound.
  for (const { rule, when } of drafts.values()) for (const { at } of when) for (const ref of Object.keys(at)) place.family(ref, `rule ${rule.name}`);
  return [...drafts.values()];
}

function extend(by: NonNullable<v.Row['ties']>, rule: (name: string) => Drafted | undefined, origin: Origin): void {
  for (const [name, at] of Object.entries(by.requires ?? {})) rule(name)?.when.push({ at: at as Loose, origin });
  for (const [name, at] of Object.entries(by.moves ?? {})) rule(name)?.moves.push({ at: at as Loose, origin });
  for (const [name, at] of Object.entries(by.also ?? {})) rule(name)?.also.push({ at: at as Loose, origin });
}

/** The indices that a rule names, and the family that each runs over. */
function indices({ rule, moves, also, when }: Drafted, place: Places): ReadonlyMap<v.Index, string> {
  const families = new Map<v.Index, string>();
  const where = `rule ${rule.name}`;
  for (const [index, family] of Object.entries(rule.each ?? {})) families.set(index as v.Index, family!);
  for (const ref of [...moves, ...also, ...when, { at: (rule.any ?? {}) as Loose }].flatMap(({ at }) => Object.keys(at))) {
    const { index } = parse(ref);
    if (index === null || index === '*' || index === '?' || !place.has(ref)) continue;
    const family = place.family(ref, where)!;
    const before = families.get(index as v.Index);
    if (before !== undefined && before !== family) throw new Misuse(`${where}: index ${index} runs over both '${before}' and '${family}'`);
    families.set(index as v.Index, family);
  }
  return families;
}

/** Every choice of one member an index, the first index slowest. */
function bindings(families: ReadonlyMap<v.Index, string>, place: Places): Binding[] {
  let found: Binding[] = [{}];
  for (const index of [...families.keys()].sort()) {
    const size = place.size(families.get(index)!, `index ${index}`);
    found = found.flatMap((binding) => Array.from({ length: size }, (_, at) => ({ ...binding, [index]: at + 1 })));
  }
  return found;
}

function bind(one: Drafted, binding: Binding, families: ReadonlyMap<v.Index, string>, place: Places, cast: Cast): Rule | null {
  const { rule } = one;
  const where = `rule ${rule.name}`;
  const taken = new Map<number, { readonly event: number; readonly ref: string }>();
  let clash = false;
  const moves = (list: readonly Origined<Loose>[], absent: 'error' | 'skip'): Move[] => list.flatMap(({ at, origin }) =>
    Object.entries(at).flatMap(([ref, event]) => {
      if (absent === 'skip' && !place.has(ref)) return [];
      return place.members(ref, binding, where).flatMap((part): Move[] => {
        const move = { part, event: place.event(part, event as string, binding, where), origin };
        const before = taken.get(part);
        if (before === undefined) { taken.set(part, { event: move.event, ref }); return [move]; }
        // Two indices of one family that are equal would move one part twice: no such step.
        if (absent === 'skip' && parse(ref).index === '*') return [];
        if (before.ref !== ref && place.base(before.ref) === place.base(ref) && !`${before.ref}${ref}`.includes('*')) clash = true;
        else if (before.event !== move.event) throw new Misuse(`${where}: '${before.ref}' and '${ref}' are one part and cannot take two events`);
        return [];
      });
    }));
  const musts = moves(one.moves, 'error');
  const cans = moves(one.also, 'skip');
  if (clash) return null;
  const when = one.when.flatMap(({ at, origin }) => conjuncts(at, binding, place, origin, where));
  if (rule.any !== undefined) {
    const present = Object.entries(rule.any as Loose).filter(([ref]) => place.has(ref));
    const some = present.flatMap(([ref, names]) => place.members(ref, binding, where).map((part) => ({ part, in: place.locals(part, names!, binding, where) })));
    when.push({ some, text: present.map(([ref, names]) => said(ref, names!, binding)).join(', or '), origin: one.origin });
  }
  const bound = Object.values(binding);
  return {
    name: bound.length === 0 ? rule.name : `${rule.name}[${bound.join(',')}]`,
    of: rule.name, actor: actor(rule.actor, binding, families, cast, where),
    when, moves: musts, also: cans, atomic: rule.atomic ?? null, origin: one.origin,
  };
}

/** The actors of the system, as the rules name them. */
type Cast = { readonly known: v.Actors; readonly actors: Actor[]; readonly families: Map<string, string | null> };

function actor(written: string, binding: Binding, families: ReadonlyMap<v.Index, string>, cast: Cast, where: string): number {
  const [, of, index] = /^(\w+)(?:\[([ijk])\])?$/.exec(written) ?? [];
  if (of === undefined) throw new Misuse(`${where}: '${written}' names no actor; write 'actor' or 'actor[i]'`);
  const found = cast.known[of];
  if (found === undefined) throw new Misuse(`${where}: ${unknown('actor', of, Object.keys(cast.known))}`);
  if (found.fair === 'strong' && found.because === undefined) throw new Misuse(`actor '${of}' is strongly fair: say because of what`);
  const family = index === undefined ? null : families.get(index as v.Index);
  if (family === undefined) throw new Misuse(`${where}: actor '${written}' has an index that the rule's parts do not have`);
  const before = cast.families.get(of);
  if (before !== undefined && before !== family) throw new Misuse(`${where}: actor '${of}' acts for members of '${before}' elsewhere and of '${family}' here; give them two names`);
  cast.families.set(of, family);
  const name = substitute(written, binding);
  const at = cast.actors.findIndex((one) => one.name === name);
  if (at >= 0) return at;
  return cast.actors.push({ name, of, fair: found.fair, because: found.because ?? null, recovers: found.recovers ?? false }) - 1;
}

const said = (ref: string, names: string | readonly string[], binding: Binding): string =>
  `${substitute(ref, binding)} in ${(typeof names === 'string' ? [names] : names).map((name) => substitute(name, binding)).join(' or ')}`;

function conjuncts(where: Loose, binding: Binding, place: Places, origin: Origin, at: string): Conjunct[] {
  return Object.entries(where).flatMap(([ref, names]): Conjunct[] => {
    if (names === undefined) return [];
    const entries: Some = place.members(ref, binding, at).map((part) => ({ part, in: place.locals(part, names, binding, at) }));
    const text = said(ref, names, binding);
    return parse(ref).index === '?' ? [{ some: entries, text, origin }] : entries.map((entry) => ({ some: [entry], text, origin }));
  });
}

function promised(promise: v.PromiseRule, place: Places): Promised[] {
  const where = promise.pending as Loose;
  const at = `promise ${promise.name}`;
  const indices = new Map<v.Index, string>();
  for (const ref of Object.keys(where)) {
    const { index } = parse(ref);
    const family = place.family(ref, at);
    if (index !== null && index !== '*' && index !== '?') indices.set(index as v.Index, family!);
  }
  if (indices.size > 1) throw new Misuse(`${at}: one index at most`);
  const [index, family] = [...indices][0] ?? [null, null];
  const all: Binding[] = index === null ? [{}] : Array.from({ length: place.size(family!, at) }, (_, n) => ({ [index]: n + 1 }));
  return all.map((binding) => ({
    name: substitute(index === null ? promise.name : `${promise.name}[${index}]`, binding),
    of: promise.name,
    pending: conjuncts(where, binding, place, nowhere, at).map(({ some }) => some),
    ofRecovery: promise.ofRecovery ?? false,
    cite: promise.cite ?? null,
  }));
}
