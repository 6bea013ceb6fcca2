import { actorOf, type Cast } from './cast.ts';
import type { Drafted, Loose, Origined } from './spec.ts';
import { conjuncts, disjunction, type Reading } from './guards.ts';
import { Misuse } from './misuse.ts';
import { isVariable, parse, type Binding, type Places } from './places.ts';
import type { Conjunct, Move, Step } from './program.ts';
import type * as v from './vocabulary.ts';

/** The families over which the indices of a step or condition run. */
type Families = ReadonlyMap<v.Index, string>;

/**
 * The steps that a drafted step stands for: one for each binding of its indices that means
 * anything.
 */
export function boundSteps(drafted: Drafted, places: Places, cast: Cast): Step[] {
  const families = familiesOf(drafted, places);
  return bindingsOf(families, places).flatMap((binding) => {
    const step = bind(drafted, binding, families, places, cast);
    return step === null ? [] : [step];
  });
}

/** The indices that a step names, and the family over which each runs. */
function familiesOf({ step, moves, also, when }: Drafted, places: Places): Families {
  const families = new Map<v.Index, string>();
  const where = `step ${step.name}`;
  for (const [index, family] of Object.entries(step.each ?? {}))
    families.set(index as v.Index, family!);

  const conditions = [...moves, ...also, ...when, { at: (step.any ?? {}) as Loose }];
  for (const ref of conditions.flatMap(({ at: written }) => Object.keys(written))) {
    const { index } = parse(ref);
    if (!isVariable(index) || !places.has(ref)) continue;
    const family = places.family(ref, where)!;
    const before = families.get(index as v.Index);
    if (before !== undefined && before !== family)
      throw new Misuse(`${where}: index ${index} runs over both '${before}' and '${family}'`);
    families.set(index, family);
  }
  return families;
}

/** Every choice of one member for each index; the first index changes slowest. */
function bindingsOf(families: Families, places: Places): Binding[] {
  let bindings: Binding[] = [{}];
  for (const index of [...families.keys()].sort()) {
    const size = places.size(families.get(index)!, `index ${index}`);
    bindings = bindings.flatMap((binding) =>
      Array.from({ length: size }, (_, member) => ({ ...binding, [index]: member + 1 })),
    );
  }
  return bindings;
}

/** The step under one binding; null where two indices mean one member that can move only once. */
function bind(
  { step, moves, also, when, origin }: Drafted,
  binding: Binding,
  families: Families,
  places: Places,
  cast: Cast,
): Step | null {
  const reading: Reading = { places, binding, where: `step ${step.name}` };
  const claims: Claims = { byPart: new Map(), clash: false };
  const musts = movesOf(moves, 'required', reading, claims);
  const optional = movesOf(also, 'optional', reading, claims);
  if (claims.clash) return null;

  const guards = when.flatMap((written) => conjuncts(written.at, reading, written.origin));
  const any: Conjunct[] =
    step.any === undefined ? [] : disjunction(step.any as Loose, reading, origin);
  const members = Object.values(binding);
  return {
    name: members.length === 0 ? step.name : `${step.name}[${members.join(',')}]`,
    of: step.name,
    actor: actorOf(cast, step.actor, binding, families, reading.where),
    when: [...guards, ...any],
    moves: musts,
    also: optional,
    atomic: step.atomic ?? null,
    origin,
    ...(step.refusal === undefined ? {} : { refusal: step.refusal }),
  };
}

/** Which event each part takes in a step, and by which reference. A part moves at most once. */
type Claims = {
  readonly byPart: Map<number, Claim>;
  /** Two indices of one family mean the same member: there is no such step. */
  clash: boolean;
};

type Claim = { readonly event: number; readonly ref: string; readonly required: boolean };

function movesOf(
  list: readonly Origined<Loose>[],
  kind: 'required' | 'optional',
  reading: Reading,
  claims: Claims,
): Move[] {
  const { places, binding, where } = reading;
  return list.flatMap(({ at: written, origin }) =>
    Object.entries(written).flatMap(([ref, event]) => {
      if (event === undefined || (kind === 'optional' && !places.has(ref))) return [];
      if (parse(ref).index === '?')
        throw new Misuse(`${where}: '${ref}' moves no part in particular; [?] is for guards`);
      return places
        .movers(ref, event as string, binding, where)
        .flatMap((mover): Move[] =>
          claim(mover, ref, kind, claims, reading) ? [{ ...mover, origin }] : [],
        );
    }),
  );
}

/** Whether the part takes the event by this reference; not where the step moves it already. */
function claim(
  { part, event }: Pick<Move, 'part' | 'event'>,
  ref: string,
  kind: 'required' | 'optional',
  claims: Claims,
  { places, where }: Reading,
): boolean {
  const before = claims.byPart.get(part);
  if (before === undefined) {
    claims.byPart.set(part, { event, ref, required: kind === 'required' });
    return true;
  }
  if (kind === 'optional' && parse(ref).index === '*') return false;
  const sameFamily = places.base(before.ref) === places.base(ref);
  const sameMember = before.ref !== ref && sameFamily && !`${before.ref}${ref}`.includes('*');
  if (sameMember && kind === 'required') {
    claims.clash = true;
    return false;
  }
  // An optional move is for another member; the step stands where its own member is that one.
  if (sameMember && before.required) return false;
  if (before.event !== event)
    throw new Misuse(
      `${where}: '${before.ref}' and '${ref}' are one part and cannot take two events`,
    );
  return false;
}
