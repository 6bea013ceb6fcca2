import type { Lts } from '../lts/tabulate.ts';
import { boundSteps } from './bind.ts';
import { castOf } from './cast.ts';
import { draft } from './draft.ts';
import type { Drafted, Loose, Spec } from './spec.ts';
import { conjuncts } from './guards.ts';
import { Misuse } from './misuse.ts';
import { isVariable, parse, Places, substitute, type Binding } from './places.ts';
import { refuse } from './refuse.ts';
import {
  noOrigin,
  sealed,
  type Invariant,
  type Program,
  type Promised,
  type Some,
  type Step,
  type Table,
} from './program.ts';
import type * as v from './vocabulary.ts';

export type { Spec } from './spec.ts';

/**
 * Flattens rows and clauses to a program: one step for each binding of its indices, in declaration
 * order.
 * @throws Misuse for an unknown name, with the names that there are, and for a specification that
 * contradicts itself
 */
export function compose(spec: Spec): Program {
  refuse(spec);
  const places = new Places(spec);
  const cast = castOf(spec.actors);
  const steps: Step[] = [];
  const leftOut: { step: string; lacks: string }[] = [];
  for (const drafted of draft(spec, places)) {
    const lacks = absentPart(drafted, places);
    if (lacks === null) steps.push(...boundSteps(drafted, places, cast));
    else leftOut.push({ step: drafted.step.name, lacks });
  }

  return sealed({
    tables: places.tables.map(tableFrom),
    parts: places.parts,
    actors: cast.actors,
    steps,
    initial: places.parts.map(({ table }) => places.tables[table]!.initial),
    promises: spec.rows.flatMap(({ promises = [] }) =>
      promises.flatMap((promise) => promisesOf(promise, places)),
    ),
    invariants: spec.rows.flatMap(({ invariants = [] }) =>
      invariants.flatMap((invariant) => invariantsOf(invariant, places)),
    ),
    leftOut,
  });
}

const tableFrom = ({ lifecycle, states, events, next, phrases }: Lts): Table => ({
  lifecycle,
  states,
  events,
  next,
  phrases,
});

/** The first part that the step must move and the system lacks; null if there is none. */
function absentPart({ moves }: Drafted, places: Places): string | null {
  const refs = moves.flatMap(({ at: written }) => Object.keys(written));
  const absent = refs.find((ref) => !places.has(ref));
  return absent === undefined ? null : places.base(absent);
}

function promisesOf(promise: v.PromiseSpec, places: Places): Promised[] {
  const { name, ofRecovery = false, cite = null } = promise;
  const instances = instancesOf('promise', name, promise.pending as Loose, places);
  return instances.map((instance) => ({
    name: instance.name,
    of: name,
    pending: instance.condition,
    ofRecovery,
    cite,
  }));
}

function invariantsOf(invariant: v.Invariant, places: Places): Invariant[] {
  const { name, cite = null } = invariant;
  const instances = instancesOf('invariant', name, invariant.never as Loose, places);
  return instances.map((instance) => ({
    name: instance.name,
    of: name,
    never: instance.condition,
    cite,
  }));
}

/** What is said of states, once for each member of the family of its index. */
function instancesOf(
  kind: 'promise' | 'invariant',
  name: string,
  condition: Loose,
  places: Places,
): { readonly name: string; readonly condition: readonly Some[] }[] {
  const where = `${kind} ${name}`;
  const families = new Map<v.Index, string>();
  for (const ref of Object.keys(condition)) {
    const { index } = parse(ref);
    const family = places.family(ref, where);
    if (!isVariable(index)) continue;
    const before = families.get(index);
    if (before !== undefined && before !== family)
      throw new Misuse(`${where}: index ${index} runs over both '${before}' and '${family}'`);
    families.set(index, family!);
  }
  if (families.size > 1) throw new Misuse(`${where}: one index at most`);

  const [index, family] = [...families][0] ?? [null, null];
  const size = index === null ? 0 : places.size(family!, where);
  const bindings: Binding[] =
    index === null ? [{}] : Array.from({ length: size }, (_, member) => ({ [index]: member + 1 }));
  return bindings.map((binding) => ({
    name: substitute(index === null ? name : `${name}[${index}]`, binding),
    condition: conjuncts(condition, { places, binding, where }, noOrigin).map(({ some }) => some),
  }));
}
