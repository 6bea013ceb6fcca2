import { draft, type Drafted, type Loose, type Origined, type Spec } from './draft.ts';
import { Misuse, unknown } from './misuse.ts';
import { isMember, parse, Places, substitute, type Binding } from './places.ts';
import {
  sealed,
  type Actor,
  type Conjunct,
  type Invariant,
  type Move,
  type Origin,
  type Program,
  type Promised,
  type Step,
  type Some,
} from './program.ts';
import type * as v from './vocabulary.ts';

export type { Spec } from './draft.ts';

/**
 * Flattens rows and clauses to a program: one step a binding of its indices, in declaration order.
 * @throws Misuse that lists what there is, for a name that is not there.
 */
export function compose(spec: Spec): Program {
  const place = new Places(spec);
  const drafts = draft(spec, place);
  const cast: Cast = { known: spec.actors, actors: [], families: new Map() };
  const steps: Step[] = [];
  const leftOut: { step: string; lacks: string }[] = [];
  for (const one of drafts) {
    const lacks = one.moves.flatMap(({ at }) => Object.keys(at)).find((ref) => !place.has(ref));
    if (lacks !== undefined) {
      leftOut.push({ step: one.step.name, lacks: place.base(lacks) });
      continue;
    }
    const families = indices(one, place);
    for (const binding of bindings(families, place)) {
      const step = bind(one, binding, families, place, cast);
      if (step !== null) steps.push(step);
    }
  }
  const owed = spec.rows.flatMap((row) =>
    (row.promises ?? []).flatMap((promise) => promised(promise, place)),
  );
  const never = spec.rows.flatMap((row) =>
    (row.invariants ?? []).flatMap((invariant) => denied(invariant, place)),
  );
  return sealed({
    tables: place.tables.map(({ lifecycle, states, events, next, phrases }) => ({
      lifecycle,
      states,
      events,
      next,
      phrases,
    })),
    parts: place.parts,
    actors: cast.actors,
    steps,
    initial: place.parts.map(({ table }) => place.tables[table]!.initial),
    promises: owed,
    invariants: never,
    leftOut,
  });
}

const nowhere: Origin = { row: null, clause: null, cite: null };

/** The indices that a step names, and the family that each runs over. */
function indices(
  { step, moves, also, when }: Drafted,
  place: Places,
): ReadonlyMap<v.Index, string> {
  const families = new Map<v.Index, string>();
  const where = `step ${step.name}`;
  for (const [index, family] of Object.entries(step.each ?? {}))
    families.set(index as v.Index, family!);
  for (const ref of [...moves, ...also, ...when, { at: (step.any ?? {}) as Loose }].flatMap(
    ({ at }) => Object.keys(at),
  )) {
    const { index } = parse(ref);
    if (index === null || index === '*' || index === '?' || isMember(index) || !place.has(ref))
      continue;
    const family = place.family(ref, where)!;
    const before = families.get(index as v.Index);
    if (before !== undefined && before !== family)
      throw new Misuse(`${where}: index ${index} runs over both '${before}' and '${family}'`);
    families.set(index as v.Index, family);
  }
  return families;
}

/** Every choice of one member an index, the first index slowest. */
function bindings(families: ReadonlyMap<v.Index, string>, place: Places): Binding[] {
  let found: Binding[] = [{}];
  for (const index of [...families.keys()].sort()) {
    const size = place.size(families.get(index)!, `index ${index}`);
    found = found.flatMap((binding) =>
      Array.from({ length: size }, (_, at) => ({ ...binding, [index]: at + 1 })),
    );
  }
  return found;
}

function bind(
  one: Drafted,
  binding: Binding,
  families: ReadonlyMap<v.Index, string>,
  place: Places,
  cast: Cast,
): Step | null {
  const { step } = one;
  const where = `step ${step.name}`;
  const taken = new Map<number, { readonly event: number; readonly ref: string }>();
  let clash = false;
  const moves = (list: readonly Origined<Loose>[], absent: 'error' | 'skip'): Move[] =>
    list.flatMap(({ at, origin }) =>
      Object.entries(at).flatMap(([ref, event]) => {
        if (absent === 'skip' && !place.has(ref)) return [];
        if (parse(ref).index === '?')
          throw new Misuse(`${where}: '${ref}' moves no part in particular; [?] is for guards`);
        return place.members(ref, binding, where).flatMap((part): Move[] => {
          const move = { part, event: place.event(part, event as string, binding, where), origin };
          const before = taken.get(part);
          if (before === undefined) {
            taken.set(part, { event: move.event, ref });
            return [move];
          }
          // Two indices of one family that are equal would move one part twice: no such step.
          if (absent === 'skip' && parse(ref).index === '*') return [];
          if (
            before.ref !== ref &&
            place.base(before.ref) === place.base(ref) &&
            !`${before.ref}${ref}`.includes('*')
          )
            clash = true;
          else if (before.event !== move.event)
            throw new Misuse(
              `${where}: '${before.ref}' and '${ref}' are one part and cannot take two events`,
            );
          return [];
        });
      }),
    );
  const musts = moves(one.moves, 'error');
  const cans = moves(one.also, 'skip');
  if (clash) return null;
  const when = one.when.flatMap(({ at, origin }) => conjuncts(at, binding, place, origin, where));
  if (step.any !== undefined) {
    const present = Object.entries(step.any as Loose).filter(([ref]) => place.has(ref));
    const some = present.flatMap(([ref, names]) =>
      place
        .members(ref, binding, where)
        .map((part) => ({ part, in: place.locals(part, names!, binding, where) })),
    );
    when.push({
      some,
      text: present.map(([ref, names]) => said(ref, names!, binding)).join(', or '),
      origin: one.origin,
    });
  }
  const bound = Object.values(binding);
  return {
    name: bound.length === 0 ? step.name : `${step.name}[${bound.join(',')}]`,
    of: step.name,
    actor: actor(step.actor, binding, families, cast, where),
    when,
    moves: musts,
    also: cans,
    atomic: step.atomic ?? null,
    origin: one.origin,
  };
}

/** The actors of the system, as the steps name them. */
type Cast = {
  readonly known: v.Actors;
  readonly actors: Actor[];
  readonly families: Map<string, string | null>;
};

function actor(
  written: string,
  binding: Binding,
  families: ReadonlyMap<v.Index, string>,
  cast: Cast,
  where: string,
): number {
  const [, of, index] = /^(\w+)(?:\[([ijk])\])?$/.exec(written) ?? [];
  if (of === undefined)
    throw new Misuse(`${where}: '${written}' names no actor; write 'actor' or 'actor[i]'`);
  const found = cast.known[of];
  if (found === undefined)
    throw new Misuse(`${where}: ${unknown('actor', of, Object.keys(cast.known))}`);
  if (found.fair === 'strong' && found.because === undefined)
    throw new Misuse(`actor '${of}' is strongly fair: say because of what`);
  const family = index === undefined ? null : families.get(index as v.Index);
  if (family === undefined)
    throw new Misuse(`${where}: actor '${written}' has an index that the step's parts do not have`);
  const before = cast.families.get(of);
  if (before !== undefined && before !== family)
    throw new Misuse(
      `${where}: actor '${of}' acts for members of '${before}' elsewhere and of '${family}' here; give them two names`,
    );
  cast.families.set(of, family);
  const name = substitute(written, binding);
  const at = cast.actors.findIndex((one) => one.name === name);
  if (at >= 0) return at;
  return (
    cast.actors.push({
      name,
      of,
      fair: found.fair,
      because: found.because ?? null,
      recovers: found.recovers ?? false,
    }) - 1
  );
}

const said = (ref: string, names: string | readonly string[], binding: Binding): string =>
  `${substitute(ref, binding)} in ${(typeof names === 'string' ? [names] : names).map((name) => substitute(name, binding)).join(' or ')}`;

function conjuncts(
  where: Loose,
  binding: Binding,
  place: Places,
  origin: Origin,
  at: string,
): Conjunct[] {
  return Object.entries(where).flatMap(([ref, names]): Conjunct[] => {
    if (names === undefined) return [];
    const entries: Some = place
      .members(ref, binding, at)
      .map((part) => ({ part, in: place.locals(part, names, binding, at) }));
    const text = said(ref, names, binding);
    return parse(ref).index === '?'
      ? [{ some: entries, text, origin }]
      : entries.map((entry) => ({ some: [entry], text, origin }));
  });
}

function promised(promise: v.PromiseSpec, place: Places): Promised[] {
  return each(`promise ${promise.name}`, promise.name, promise.pending as Loose, place).map(
    ({ name, all }) => ({
      name,
      of: promise.name,
      pending: all,
      ofRecovery: promise.ofRecovery ?? false,
      cite: promise.cite ?? null,
    }),
  );
}

function denied(invariant: v.Invariant, place: Places): Invariant[] {
  return each(`invariant ${invariant.name}`, invariant.name, invariant.never as Loose, place).map(
    ({ name, all }) => ({
      name,
      of: invariant.name,
      never: all,
      cite: invariant.cite ?? null,
    }),
  );
}

/** What is said of states, once a member of the family of its index. */
function each(
  at: string,
  name: string,
  where: Loose,
  place: Places,
): { readonly name: string; readonly all: readonly Some[] }[] {
  const indices = new Map<v.Index, string>();
  for (const ref of Object.keys(where)) {
    const { index } = parse(ref);
    const family = place.family(ref, at);
    if (index !== null && index !== '*' && index !== '?' && !isMember(index))
      indices.set(index as v.Index, family!);
  }
  if (indices.size > 1) throw new Misuse(`${at}: one index at most`);
  const [index, family] = [...indices][0] ?? [null, null];
  const members: Binding[] =
    index === null
      ? [{}]
      : Array.from({ length: place.size(family!, at) }, (_, n) => ({ [index]: n + 1 }));
  return members.map((binding) => ({
    name: substitute(index === null ? name : `${name}[${index}]`, binding),
    all: conjuncts(where, binding, place, nowhere, at).map(({ some }) => some),
  }));
}
