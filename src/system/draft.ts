import { Misuse, unknown } from './misuse.ts';
import type { Places } from './places.ts';
import type { Origin } from './program.ts';
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

/** Names of parts to names of states or events, as written. */
export type Loose = Readonly<Record<string, string | readonly string[] | undefined>>;
export type Origined<T> = { readonly at: T; readonly origin: Origin };
/** A rule as written, with all that the clauses say of it. */
export type Drafted = {
  readonly rule: v.Rule;
  readonly origin: Origin;
  readonly moves: Origined<Loose>[];
  readonly also: Origined<Loose>[];
  readonly when: Origined<Loose>[];
};

/** The rules of a spec in declaration order, clauses applied. */
export function draft(spec: Spec, place: Places): Drafted[] {
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
