import { Misuse, unknown } from './misuse.ts';
import type { Places } from './places.ts';
import type { Origin } from './program.ts';
import { refuseStep } from './refuse.ts';
import type { Drafted, Loose, Spec } from './spec.ts';
import type * as v from './vocabulary.ts';

/** The steps of a spec in declaration order, with all that its clauses add, require and forbid. */
export function draft(spec: Spec, places: Places): Drafted[] {
  const { clauses = [] } = spec;
  const drafts = declared(spec.rows, clauses);
  tie(spec.rows, drafts);
  constrain(clauses, drafts, new Set(spec.known ?? []));

  // A guard on an absent part is an error even where the step is never bound.
  for (const drafted of drafts.values()) {
    refuseStep(drafted);
    for (const ref of drafted.when.flatMap(({ at: written }) => Object.keys(written)))
      places.family(ref, `step ${drafted.step.name}`);
  }
  return [...drafts.values()];
}

type Drafts = Map<string, Drafted>;

/** The steps that rows have and that clauses add, each as its own row or clause says it. */
function declared(rows: readonly v.Row[], clauses: readonly v.Clause[]): Drafts {
  const drafts: Drafts = new Map();
  for (const row of rows)
    for (const step of row.steps)
      declare(drafts, step, { row: row.name, clause: null, cite: step.cite ?? null });
  for (const clause of clauses)
    for (const step of clause.adds ?? [])
      declare(drafts, step, { row: null, clause: clause.name, cite: step.cite ?? clause.says });
  return drafts;
}

function declare(drafts: Drafts, step: v.Step, origin: Origin): void {
  if (drafts.has(step.name)) throw new Misuse(`step '${step.name}' is declared twice`);
  drafts.set(step.name, {
    step,
    origin,
    moves: [{ at: step.moves as Loose, origin }],
    also: step.also === undefined ? [] : [{ at: step.also as Loose, origin }],
    when: step.when === undefined ? [] : [{ at: step.when as Loose, origin }],
  });
}

/** Gives steps what the rows tie to them. A row does not know which other rows its system has. */
function tie(rows: readonly v.Row[], drafts: Drafts): void {
  for (const { name, ties } of rows)
    if (ties !== undefined)
      extend(ties, (step) => drafts.get(step), { row: name, clause: null, cite: null });
}

/** Gives steps what the clauses say of them, and takes away those that are forbidden. */
function constrain(
  clauses: readonly v.Clause[],
  drafts: Drafts,
  elsewhere: ReadonlySet<string>,
): void {
  const find = (name: string, clause: string): Drafted | undefined => {
    const drafted = drafts.get(name);
    if (drafted === undefined && !elsewhere.has(name))
      throw new Misuse(
        `clause ${clause}: ${unknown('step', name, [...drafts.keys(), ...elsewhere])}`,
      );
    return drafted;
  };
  for (const clause of clauses)
    extend(clause, (step) => find(step, clause.name), {
      row: null,
      clause: clause.name,
      cite: clause.says,
    });

  // Two clauses may forbid one step: all are looked up before any goes.
  const forbidden = clauses.flatMap(({ name, forbids = [] }) =>
    forbids.filter((step) => find(step, name) !== undefined),
  );
  for (const step of forbidden) drafts.delete(step);
}

function extend(
  by: NonNullable<v.Row['ties']>,
  find: (step: string) => Drafted | undefined,
  origin: Origin,
): void {
  for (const [name, condition] of Object.entries(by.requires ?? {}))
    find(name)?.when.push({ at: condition as Loose, origin });
  for (const [name, events] of Object.entries(by.moves ?? {}))
    find(name)?.moves.push({ at: events as Loose, origin });
  for (const [name, events] of Object.entries(by.also ?? {}))
    find(name)?.also.push({ at: events as Loose, origin });
}
