import { tabulate, type Lts } from '../lts/tabulate.ts';
import { madeOf, type Made } from './made-of.ts';
import { Misuse, unknown } from './misuse.ts';
import type { Part } from './program.ts';
import type * as v from './vocabulary.ts';

/** Which member each index of a step stands for, from 1. */
export type Binding = Readonly<Partial<Record<v.Index, number>>>;

/** A table of a part; `of` as in `Made`. */
type Tabulated = { readonly of: Made['of']; readonly table: Lts };

/**
 * Tables of lifecycles, each made once for each choice of sizes: systems of one size share them.
 */
const made = new WeakMap<object, Map<string, readonly Tabulated[]>>();

/** The tables of a part in a system of these sizes. @throws Misuse where `of` is no machine */
function tablesOf(name: string, lifecycle: v.Part['of'], sizes: v.Sizes): readonly Tabulated[] {
  if (
    typeof lifecycle !== 'function' &&
    !(typeof lifecycle === 'object' && lifecycle !== null && 'root' in lifecycle)
  )
    throw new Misuse(
      `part ${name}: 'of' is no XState machine; make one by setup().createMachine()`,
    );
  const key = typeof lifecycle === 'function' ? JSON.stringify(Object.entries(sizes).sort()) : '';
  const known = made.get(lifecycle) ?? new Map<string, readonly Tabulated[]>();
  made.set(lifecycle, known);
  let tables = known.get(key);
  if (tables === undefined) {
    tables = madeOf(lifecycle, sizes).map(({ of, machine }) => ({ of, table: tabulate(machine) }));
    known.set(key, tables);
  }
  return tables;
}

/** The parts of the system by the names that steps use. */
export class Places {
  readonly parts: Part[] = [];
  readonly tables: Lts[] = [];
  private readonly declared = new Map<string, v.Part>();
  private readonly rowOf = new Map<string, string>();
  private readonly sameAs = new Map<string, string>();
  private readonly first = new Map<string, number>();
  /** How many parts each part is that is made of several machines. */
  private readonly several = new Map<string, number>();
  private readonly sizes: v.Sizes;

  constructor(spec: {
    readonly rows: readonly v.Row[];
    readonly clauses?: readonly v.Clause[];
    readonly sizes: v.Sizes;
  }) {
    this.sizes = spec.sizes;
    for (const row of spec.rows) this.declare(row);
    for (const clause of spec.clauses ?? []) this.rearrange(clause);
    this.number();
  }

  private declare(row: v.Row): void {
    for (const [name, part] of Object.entries(row.parts)) {
      const before = this.declared.get(name);
      if (before !== undefined) agree(name, [row.name, part], [this.rowOf.get(name)!, before]);
      this.declared.set(name, part);
      if (before === undefined) this.rowOf.set(name, row.name);
      if (part.shares !== undefined) this.sameAs.set(name, part.shares);
    }
  }

  /**
   * A clause may keep two parts apart that are one and the same otherwise, or make two parts one.
   */
  private rearrange({ name, separates = [], joins = {} }: v.Clause): void {
    for (const part of separates) {
      this.known(part, `clause ${name}`);
      this.sameAs.delete(part);
    }
    for (const [part, other] of Object.entries(joins)) {
      this.known(part, `clause ${name}`);
      this.sameAs.set(part, other!);
    }
  }

  /**
   * Numbers the parts and their tables in declaration order; the members of a family are
   * neighbours.
   */
  private number(): void {
    const numbers = new Map<Lts, number>();
    for (const [name, part] of this.declared) {
      if (this.canonical(name) !== name) continue;
      const tables = tablesOf(name, part.of, this.sizes).map(({ of, table }) => {
        const number = numbers.get(table) ?? this.tables.push(table) - 1;
        numbers.set(table, number);
        return { of, table: number };
      });
      this.first.set(name, this.parts.length);
      const [only] = tables;
      if (only !== undefined && only.of === null)
        this.parts.push(...this.numbered(name, part, only.table));
      else this.parts.push(...this.together(name, part, tables));
    }
  }

  /** The parts that are one part together. */
  private together(
    name: string,
    { title = name, family }: v.Part,
    tables: readonly { readonly of: Made['of']; readonly table: number }[],
  ): Part[] {
    if (family !== undefined)
      throw new Misuse(`part ${name}: a member of a family is one machine, not ${tables.length}`);
    this.several.set(name, tables.length);
    return tables.map(({ of, table }) => ({
      name: `${name}(${of})`,
      title,
      table,
      family: null,
      index: null,
    }));
  }

  private numbered(name: string, { title = name, family }: v.Part, table: number): Part[] {
    if (family === undefined) return [{ name, title, table, family: null, index: null }];
    return Array.from({ length: this.size(family, name) }, (_, member) => ({
      name: `${name}[${member + 1}]`,
      title: `${title} ${member + 1}`,
      table,
      family,
      index: member + 1,
    }));
  }

  private known(name: string, where: string): v.Part {
    const part = this.declared.get(name);
    if (part === undefined)
      throw new Misuse(`${where}: ${unknown('part', name, [...this.declared.keys()])}`);
    return part;
  }

  /** The part that this one is, where parts are shared. */
  private canonical(name: string): string {
    for (let hops = 0; ; hops++) {
      const other = this.sameAs.get(name);
      if (other === undefined) return name;
      if (hops > 8) throw new Misuse(`part '${name}' shares itself in a circle`);
      const before = this.declared.get(name)!;
      const shared = this.known(other, `part ${name}`);
      const both = `parts '${name}' and '${other}' cannot be one`;
      if (shared.of !== before.of) throw new Misuse(`${both}: their lifecycles differ`);
      if (shared.family !== before.family)
        throw new Misuse(
          `${both}: their families differ, '${before.family ?? 'none'}' and ` +
            `'${shared.family ?? 'none'}'`,
        );
      name = other;
    }
  }

  /** How many members a family has. */
  size(family: string, where: string): number {
    const size = Object.hasOwn(this.sizes, family) ? this.sizes[family] : undefined;
    if (size === undefined)
      throw new Misuse(`${where}: ${unknown('family', family, Object.keys(this.sizes))}`);
    return size;
  }

  /** The part or family that a reference names. */
  base(ref: string): string {
    return parse(ref).base;
  }

  /** Whether the system has the part. */
  has(ref: string): boolean {
    return this.declared.has(parse(ref).base);
  }

  /** The family of a reference; null outside families. */
  family(ref: string, where: string): string | null {
    const { base, index } = parse(ref);
    const family = this.known(base, where).family ?? null;
    if (family === null && index !== null)
      throw new Misuse(`${where}: '${base}' is one part, not a family; write '${base}'`);
    if (family !== null && index === null)
      throw new Misuse(
        `${where}: '${base}' is a family; write '${base}[i]', '${base}[*]' or '${base}[?]'`,
      );
    return family;
  }

  /** The parts that take a move: of a part that is made of several those that know the event. */
  movers(
    ref: string,
    written: string,
    binding: Binding,
    where: string,
  ): { readonly part: number; readonly event: number }[] {
    const parts = this.members(ref, binding, where);
    const name = substitute(written, binding);
    const known = this.isSeveral(ref)
      ? parts.filter((part) => this.tables[this.parts[part]!.table]!.events.includes(name))
      : parts;
    if (known.length === 0 && parts.length > 0) {
      const all = parts.flatMap((part) => this.tables[this.parts[part]!.table]!.events);
      throw new Misuse(`${where}: ${unknown(`event of ${ref}`, name, [...new Set(all)])}`);
    }
    return known.map((part) => ({ part, event: this.event(part, written, binding, where) }));
  }

  /** Whether the part is made of several machines. */
  isSeveral(ref: string): boolean {
    return this.several.has(this.canonical(parse(ref).base));
  }

  /** The parts that a reference means under a binding. */
  members(ref: string, binding: Binding, where: string): number[] {
    const { base, index } = parse(ref);
    const family = this.family(ref, where);
    const first = this.first.get(this.canonical(base))!;
    if (family === null) {
      const several = this.several.get(this.canonical(base)) ?? 1;
      return Array.from({ length: several }, (_, one) => first + one);
    }
    if (index === '*' || index === '?')
      return Array.from({ length: this.size(family, where) }, (_, member) => first + member);
    if (isVariable(index)) return [first + binding[index]! - 1];
    return [first + this.memberAt(Number(index), family, where) - 1];
  }

  private memberAt(index: number, family: string, where: string): number {
    const size = this.size(family, where);
    if (index >= 1 && index <= size) return index;
    throw new Misuse(`${where}: found member ${index} of '${family}', expected 1 to ${size}`);
  }

  /** The local states that a list of states, parents of states, tags and their negations means. */
  locals(
    part: number,
    names: string | readonly string[],
    binding: Binding,
    where: string,
  ): number[] {
    const table = this.tables[this.parts[part]!.table]!;
    const written = typeof names === 'string' ? [names] : names;
    if (written.length === 0)
      throw new Misuse(`${where}: ${this.parts[part]!.name} in no state; name at least one`);
    const locals = new Set<number>();
    for (const each of written) {
      const name = substitute(each, binding);
      const except = name.startsWith('!');
      const key = except ? name.slice(1) : name;
      const place = Object.hasOwn(table.places, key) ? table.places[key] : undefined;
      if (place === undefined)
        throw new Misuse(
          `${where}: ${unknown(`state of ${table.lifecycle}`, name, Object.keys(table.places))}`,
        );
      table.states.forEach((_, local) => {
        if (place.includes(local) !== except) locals.add(local);
      });
    }
    return [...locals].sort((a, b) => a - b);
  }

  /** The number of an event of the part's lifecycle. */
  event(part: number, written: string, binding: Binding, where: string): number {
    const table = this.tables[this.parts[part]!.table]!;
    const name = substitute(written, binding);
    const event = table.events.indexOf(name);
    if (event < 0)
      throw new Misuse(`${where}: ${unknown(`event of ${table.lifecycle}`, name, table.events)}`);
    return event;
  }
}

/** Whether an index is a variable of the step: `[i]`; not `[*]`, `[?]` or one member, `[2]`. */
export const isVariable = (index: string | null): index is v.Index =>
  index === 'i' || index === 'j' || index === 'k';

/** `'fork[i]'` as `{ base: 'fork', index: 'i' }`. */
export function parse(ref: string): { base: string; index: string | null } {
  const match = /^(\w+)(?:\[([ijk*?]|\d+)\])?$/.exec(ref);
  if (match === null)
    throw new Misuse(`'${ref}' names no part; write 'part', 'part[i]', 'part[*]' or 'part[?]'`);
  return { base: match[1]!, index: match[2] ?? null };
}

/** `'take.f[i]'` as `'take.f[1]'`. */
export function substitute(name: string, binding: Binding): string {
  return name.replace(/\[([ijk])\]/g, (whole, index: v.Index) =>
    binding[index] === undefined ? whole : `[${binding[index]}]`,
  );
}

type Declared = readonly [row: string, part: v.Part];

/**
 * Two rows that declare one part must mean the same.
 * @throws Misuse that says whether their lifecycles or their families differ
 */
function agree(name: string, [row, part]: Declared, [other, before]: Declared): void {
  const lifecycle = ({ of }: v.Part): string =>
    typeof of === 'function' ? 'of a size' : `'${of.id}'`;
  const family = ({ family: of }: v.Part): string => (of === undefined ? 'none' : `'${of}'`);
  if (before.of !== part.of) {
    const same = lifecycle(part) === lifecycle(before) ? ', not the same object' : '';
    throw new Misuse(
      `row ${row}: part '${name}' has the lifecycle ${lifecycle(part)}; ` +
        `in row ${other} it has ${lifecycle(before)}${same}`,
    );
  }
  if (before.family !== part.family)
    throw new Misuse(
      `row ${row}: part '${name}' is of the family ${family(part)}; in row ${other} it is of ${family(before)}`,
    );
}
