import { tabulate, type Lts } from '../lts/tabulate.ts';
import { Misuse, unknown } from './misuse.ts';
import type { Part } from './program.ts';
import type * as v from './vocabulary.ts';

/** Which member each index of a step stands for, from 1. */
export type Binding = Readonly<Partial<Record<v.Index, number>>>;

/** Tables of lifecycles that depend on sizes, each made once: systems of one size share them. */
const made = new WeakMap<object, Map<string, Lts>>();

function tableOf(of: v.Part['of'], sizes: v.Sizes): Lts {
  const key = typeof of === 'function' ? JSON.stringify(Object.entries(sizes).sort()) : '';
  const known = made.get(of) ?? new Map<string, Lts>();
  made.set(of, known);
  let table = known.get(key);
  if (table === undefined)
    known.set(key, (table = tabulate(typeof of === 'function' ? of(sizes) : of)));
  return table;
}

/** The parts of the system by the names that steps use. */
export class Places {
  readonly parts: Part[] = [];
  readonly tables: Lts[] = [];
  private readonly declared = new Map<string, v.Part>();
  private readonly sameAs = new Map<string, string>();
  private readonly first = new Map<string, number>();
  private readonly sizes: v.Sizes;

  constructor(spec: {
    readonly rows: readonly v.Row[];
    readonly clauses?: readonly v.Clause[];
    readonly sizes: v.Sizes;
  }) {
    this.sizes = spec.sizes;
    for (const row of spec.rows) {
      for (const [name, part] of Object.entries(row.parts)) {
        const before = this.declared.get(name);
        if (before !== undefined && (before.of !== part.of || before.family !== part.family)) {
          throw new Misuse(
            `row ${row.name}: part '${name}' is declared twice with different lifecycles`,
          );
        }
        this.declared.set(name, part);
        if (part.shares !== undefined) this.sameAs.set(name, part.shares);
      }
    }
    for (const { name, separates, joins } of spec.clauses ?? []) {
      for (const part of separates ?? []) {
        this.known(part, `clause ${name}`);
        this.sameAs.delete(part);
      }
      for (const [part, other] of Object.entries(joins ?? {})) {
        this.known(part, `clause ${name}`);
        this.sameAs.set(part, other!);
      }
    }
    const machines = new Map<unknown, number>();
    for (const [name, part] of this.declared) {
      if (this.canonical(name) !== name) continue;
      let table = machines.get(part.of);
      if (table === undefined) {
        machines.set(part.of, (table = this.tables.length));
        this.tables.push(tableOf(part.of, this.sizes));
      }
      this.first.set(name, this.parts.length);
      const title = part.title ?? name;
      if (part.family === undefined)
        this.parts.push({ name, title, table, family: null, index: null });
      else
        for (let index = 1; index <= this.size(part.family, name); index++) {
          this.parts.push({
            name: `${name}[${index}]`,
            title: `${title} ${index}`,
            table,
            family: part.family,
            index,
          });
        }
    }
  }

  private known(name: string, where: string): v.Part {
    const part = this.declared.get(name);
    if (part === undefined)
      throw new Misuse(`${where}: ${unknown('part', name, [...this.declared.keys()])}`);
    return part;
  }

  private canonical(name: string): string {
    for (let hops = 0; ; hops++) {
      const other = this.sameAs.get(name);
      if (other === undefined) return name;
      if (hops > 8) throw new Misuse(`part '${name}' shares itself in a circle`);
      const before = this.declared.get(name)!;
      const one = this.known(other, `part ${name}`);
      if (one.of !== before.of)
        throw new Misuse(`parts '${name}' and '${other}' cannot be one: their lifecycles differ`);
      if (one.family !== before.family)
        throw new Misuse(
          `parts '${name}' and '${other}' cannot be one: their families differ, '${before.family ?? 'none'}' and '${one.family ?? 'none'}'`,
        );
      name = other;
    }
  }

  size(family: string, where: string): number {
    const size = this.sizes[family];
    if (size === undefined)
      throw new Misuse(`${where}: ${unknown('family', family, Object.keys(this.sizes))}`);
    return size;
  }

  base(ref: string): string {
    return parse(ref).base;
  }
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

  /** The parts that a reference means under a binding. */
  members(ref: string, binding: Binding, where: string): number[] {
    const { base, index } = parse(ref);
    const family = this.family(ref, where);
    const first = this.first.get(this.canonical(base))!;
    if (family === null) return [first];
    if (isMember(index)) return [first + this.memberAt(Number(index), family!, where) - 1];
    if (index === '*' || index === '?')
      return Array.from({ length: this.size(family, where) }, (_, at) => first + at);
    return [first + binding[index as v.Index]! - 1];
  }

  private memberAt(index: number, family: string, where: string): number {
    const size = this.size(family, where);
    if (index >= 1 && index <= size) return index;
    throw new Misuse(`${where}: found member ${index} of '${family}', expected 1 to ${size}`);
  }

  locals(
    part: number,
    names: string | readonly string[],
    binding: Binding,
    where: string,
  ): number[] {
    const table = this.tables[this.parts[part]!.table]!;
    const found = new Set<number>();
    for (const written of typeof names === 'string' ? [names] : names) {
      const name = substitute(written, binding);
      const except = name.startsWith('!');
      const place = table.places[except ? name.slice(1) : name];
      if (place === undefined)
        throw new Misuse(
          `${where}: ${unknown(`state of ${table.lifecycle}`, name, Object.keys(table.places))}`,
        );
      table.states.forEach((_, local) => {
        if (place.includes(local) !== except) found.add(local);
      });
    }
    return [...found].sort((a, b) => a - b);
  }

  event(part: number, written: string, binding: Binding, where: string): number {
    const table = this.tables[this.parts[part]!.table]!;
    const name = substitute(written, binding);
    const event = table.events.indexOf(name);
    if (event < 0)
      throw new Misuse(`${where}: ${unknown(`event of ${table.lifecycle}`, name, table.events)}`);
    return event;
  }
}

/** Whether an index names one member, `'fork[2]'`. */
export const isMember = (index: string | null): boolean => index !== null && /^\d/.test(index);

/** `'fork[i]'` as `{ base: 'fork', index: 'i' }`. */
export function parse(ref: string): { base: string; index: string | null } {
  const found = /^(\w+)(?:\[([ijk*?]|\d+)\])?$/.exec(ref);
  if (found === null)
    throw new Misuse(`'${ref}' names no part; write 'part', 'part[i]', 'part[*]' or 'part[?]'`);
  return { base: found[1]!, index: found[2] ?? null };
}

/** `'take.f[i]'` as `'take.f[1]'`. */
export function substitute(name: string, binding: Binding): string {
  return name.replace(/\[([ijk])\]/g, (whole, index: v.Index) =>
    binding[index] === undefined ? whole : `[${binding[index]}]`,
  );
}
