import { accepting, tableOf, type Program, type Some, type Step } from '../system/program.ts';

/**
 * Identifiers for names from outside, in their order. Each is the prefix, then letters, digits and
 * underscores of the name: with a prefix that no keyword has, no name can break out of it. Names
 * that would become one identifier (capitals aside) get numbers.
 */
export function identifiers(prefix: string, names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain =
      prefix +
      name
        .replace(/[^A-Za-z0-9]+/g, '_')
        .replace(/^_|_$/g, '')
        .slice(0, 48);
    let identifier = plain;
    for (let n = 2; taken.has(identifier.toLowerCase()); n++) identifier = `${plain}_${n}`;
    taken.add(identifier.toLowerCase());
    return identifier;
  });
}

/**
 * A name from outside for a comment or between quotes: nothing is left in it that could end either.
 */
export function quotable(text: string): string {
  return text.replace(/[^A-Za-z0-9 .,:_+=()[\]{}&#-]/g, '_').slice(0, 200);
}

/**
 * What an export calls the things of a program. Each name stands for itself where it can:
 * `at_job_1`, `is_job_queued`, `can_publish_1`.
 */
export type Names = {
  readonly part: readonly string[];
  /** By table, then by state. */
  readonly state: readonly (readonly string[])[];
  readonly table: readonly string[];
  /** By table, then by event; without prefix. */
  readonly event: readonly (readonly string[])[];
  readonly step: readonly string[];
  readonly actor: readonly string[];
};

/** `prefix`: what the name of a part starts with. */
export function namesOf({ parts, tables, steps, actors }: Program, prefix = 'at_'): Names {
  const named = (start: string, things: readonly { readonly name: string }[]): string[] =>
    identifiers(
      start,
      things.map(({ name }) => name),
    );
  const lifecycles = tables.map(({ lifecycle }) => lifecycle);
  const table = identifiers('', lifecycles);
  const byTable = (start: string, kind: 'states' | 'events'): string[][] => {
    const flat = identifiers(
      start,
      tables.flatMap((lts, t) => lts[kind].map((name) => `${table[t]!} ${name}`)),
    );
    return tables.map((lts) => flat.splice(0, lts[kind].length));
  };
  return {
    table,
    part: named(prefix, parts),
    state: byTable('is_', 'states'),
    event: byTable('', 'events'),
    step: named('can_', steps),
    actor: named('by_', actors),
  };
}

/** How a notation writes propositional logic. */
export type Logic = { readonly equal: string; readonly and: string; readonly or: string };

/** Guards in a notation. */
export type Formulas = {
  /** The part is in one of these local states. */
  readonly among: (part: number, locals: readonly number[]) => string;
  /** All of these disjunctions hold. */
  readonly all: (of: readonly Some[]) => string;
  /** All guards hold and all moves are accepted. */
  readonly enabled: (step: Step) => string;
};

/** The guards of a program in a notation. */
export function formulas(program: Program, names: Names, logic: Logic): Formulas {
  const among = (part: number, locals: readonly number[]): string =>
    amongText(program, names, logic, part, locals);
  const some = (entries: Some): string => {
    const terms = entries.map(({ part, in: locals }) => among(part, locals));
    return joined(terms, logic.or, 'false');
  };
  const allOf = (conjuncts: readonly Some[]): string =>
    joined(conjuncts.map(some), logic.and, 'true');
  const enabled = ({ when, moves }: Step): string =>
    allOf([
      ...moves.map((move) => [{ part: move.part, in: accepting(program, move) }]),
      ...when.map((conjunct) => conjunct.some),
    ]);
  return { among, all: allOf, enabled };
}

/**
 * That a part is in one of these local states, said by whichever are fewer: these or the others.
 */
function amongText(
  program: Program,
  names: Names,
  { equal, or }: Logic,
  part: number,
  locals: readonly number[],
): string {
  const stateNames = names.state[program.parts[part]!.table]!;
  const isIn = (some: readonly number[]): string => {
    const terms = some.map((local) => `${names.part[part]!} ${equal} ${stateNames[local]!}`);
    return joined(terms, or, 'false');
  };
  const { states } = tableOf(program, part);
  const others = states.flatMap((_, local) => (locals.includes(local) ? [] : [local]));
  if (others.length === 0) return 'true';
  return others.length < locals.length ? `!(${isIn(others)})` : isIn(locals);
}

function joined(terms: readonly string[], by: string, none: string): string {
  if (terms.length === 0) return none;
  return terms.length === 1 ? terms[0]! : `(${terms.join(` ${by} `)})`;
}

/**
 * The transitions of an event that change the local state, as pairs of local states. A step moves a
 * part once, and each move reads its own part alone, so doing the moves one after another is doing
 * them at once.
 */
function changes(
  program: Program,
  table: number,
  event: number,
): (readonly [from: number, to: number])[] {
  const { states, events, next } = program.tables[table]!;
  return states.flatMap((_, from) => {
    const to = next[from * events.length + event]!;
    return to < 0 || to === from ? [] : [[from, to] as const];
  });
}

/**
 * The events of each table that steps use and that change anything: what an export declares once
 * and uses in many steps.
 */
export function used(program: Program): {
  readonly table: number;
  readonly event: number;
  readonly changes: readonly (readonly [from: number, to: number])[];
}[] {
  const changesOf = new Map<
    string,
    { table: number; event: number; changes: (readonly [number, number])[] }
  >();
  for (const { moves, also } of program.steps) {
    for (const { part, event } of [...moves, ...also]) {
      const { table } = program.parts[part]!;
      const pairs = changes(program, table, event);
      if (pairs.length > 0) changesOf.set(`${table} ${event}`, { table, event, changes: pairs });
    }
  }
  return [...changesOf.values()].sort((a, b) => a.table - b.table || a.event - b.event);
}

/** The moves of `step` that can change anything, as calls. */
export function calls(program: Program, names: Names, { moves, also }: Step): string[] {
  return [...moves, ...also].flatMap(({ part, event }) => {
    const { table } = program.parts[part]!;
    return changes(program, table, event).length === 0
      ? []
      : [`do_${names.event[table]![event]!}(${names.part[part]!})`];
  });
}
