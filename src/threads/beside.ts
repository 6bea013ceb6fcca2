import type { Spec } from '../system/compose.ts';
import type { Part, Row, Step } from '../system/vocabulary.ts';
import { tabulate } from '../lts/tabulate.ts';
import { madeOf, type Made } from '../system/made-of.ts';
import type { FragmentPlace, Language } from './meaning.ts';
import { complain } from './parse.ts';
import { worldOf } from './resolve.ts';
import type { File, Item } from './syntax.ts';
import { systemOfThreads, type ThreadSystem } from './system.ts';
import { near, type Anchor, type Beside, type Placed, type Prefixes, type World } from './world.ts';

/**
 * What stands before the names of a file's parts, actors and steps where it stands beside a
 * description.
 */
export const own: Prefixes = { names: 'own_', promises: '' };

/** What the steps of the description get: guards and moves, by step. */
type Ties = {
  readonly requires: Record<string, Record<string, string | readonly string[]>>;
  readonly moves: Record<string, Record<string, string>>;
};

/** The threads of a file beside a described system. */
export type BesideSystem = { readonly system: ThreadSystem; readonly spec: Spec };

/**
 * The threads of a file beside a described system: its rows, and the file's. A fragment runs before
 * a step of the description can happen: it begins where the first part of the step could take it,
 * the step waits until it has ended, and rewinds it. Meanwhile the thread that takes the step takes
 * no other. There is one fragment for each job, or whatever the step is about.
 * @throws Misuse for a place that is not there
 */
export function specBeside(
  file: File,
  language: Language,
  described: Spec,
  prefixes: Prefixes = own,
): BesideSystem {
  const world = worldOf(file, language, { beside: besideOf(file, language, described) });
  const system = systemOfThreads(world, prefixes);
  const placed = [...world.beside!.placed.values()];
  const ties: Ties = { requires: {}, moves: {} };
  for (const fragment of placed) tie(fragment, world, described, prefixes, system, ties);
  const begins = new Map<string, Pick<Step, 'when' | 'any'>>();
  const rewinds = placed.flatMap((fragment, at) => {
    const earlier = placed.slice(0, at).filter((other) => sharesStep(fragment, other));
    for (const member of membersOf(fragment))
      begins.set(
        `${prefixes.names}${memberName(fragment, member)}_begins`,
        beginsWhere(fragment, member, earlier, prefixes),
      );
    return membersOf(fragment).flatMap((member) => rewindOf(fragment, member, prefixes));
  });
  const steps = system.row.steps.map((step): Step => {
    const where = begins.get(step.name);
    return where === undefined
      ? step
      : ({ ...step, ...where, when: { ...step.when, ...where.when } } as Step);
  });
  // What runs in a thread that recovers is owed where that one acts.
  const recovering = new Set(
    placed
      .filter(({ anchors }) =>
        anchors.every(({ actor }) => described.actors[baseOf(actor)]?.recovers === true),
      )
      .map(({ fragment }) => `${prefixes.promises}${fragment}-ends`),
  );
  const row: Row = {
    ...system.row,
    promises: (system.row.promises ?? []).map((one) =>
      recovering.has(one.name) ? { ...one, ofRecovery: true } : one,
    ),
    parts: { ...system.row.parts, ...borrowed(world, described) },
    steps: [...steps, ...rewinds],
    ties: ties as NonNullable<Row['ties']>,
  };
  const actors = { ...described.actors, ...system.actors };
  const unowed = placed.filter(({ anchors }) =>
    anchors.every(({ actor }) => !actedBySomebody(actor, described)),
  );
  for (const fragment of unowed)
    for (const member of membersOf(fragment))
      actors[`${prefixes.names}${memberName(fragment, member)}_start`] = { fair: 'none' };
  return { system, spec: { ...described, rows: [...described.rows, row], actors } };
}

/** What a description has that a file may speak of. @throws Misuse for a place that is not there */
function besideOf(file: File, language: Language, described: Spec): Beside {
  const word = language.types.find(({ beside }) => beside !== undefined)?.beside;
  const parts = partsOf(described);
  const named = word === undefined ? undefined : parts[word.part];
  const like = Object.entries(parts).filter(([, { of }]) => of === named?.of);
  const size = ({ family }: Part): number => described.sizes[family ?? ''] ?? 0;
  const placed = file.items
    .filter(({ place }) => place !== null)
    .map((item) => [item.name.text, placedAt(item, file, language, described)] as const);
  return {
    part: named === undefined ? null : word!.part,
    family: named?.family ?? null,
    members: named === undefined ? 0 : size(named),
    alike: like.flatMap(([name, part]) =>
      part.family === undefined
        ? [name]
        : Array.from({ length: size(part) }, (_, n) => `${name}[${n + 1}]`),
    ),
    placed: new Map(placed),
  };
}

/** The parts of a description, by name. */
const partsOf = ({ rows }: Spec): Row['parts'] =>
  Object.assign({}, ...rows.map((row) => row.parts)) as Row['parts'];

/** `x[i]` to `x`. */
const baseOf = (ref: string): string => ref.replace(/\[.*/, '');
/** `[i]` of `x[i]`; nothing of `x`. */
const indexOf = (ref: string): string => /\[\w+\]/.exec(ref)?.[0] ?? '';

/** Where a fragment runs, and how often. @throws Misuse for a place that the description lacks */
function placedAt(
  { name, place: word }: Item,
  file: File,
  language: Language,
  described: Spec,
): Placed {
  const { text, at: position } = word!;
  const place = language.places[text];
  const known = Object.keys(language.places);
  if (place === undefined)
    return complain(
      file.source,
      position,
      `unknown place '${text}'${near(text, known) || `; there are: ${known.join(', ')}`}`,
    );
  const anchors = anchorsOf(place, described);
  const parts = partsOf(described);
  const families = new Set(anchors.map(({ ref }) => parts[baseOf(ref)]!.family ?? null));
  const family = families.size === 1 ? [...families][0]! : null;
  const members = family === null ? 1 : (described.sizes[family] ?? 0);
  if (anchors.length === 0 || members === 0) {
    const lacks = `which this description lacks: it needs ${place.needs}`;
    complain(file.source, position, `'${name.text}' is to run ${place.about}, ${lacks}`);
  }
  return { fragment: name.text, place, anchors, family, members };
}

/** The steps of a description, those of its clauses included. */
const stepsOf = ({ rows, clauses = [] }: Spec): Step[] => [
  ...rows.flatMap((row) => row.steps),
  ...clauses.flatMap(({ adds }) => adds ?? []),
];

/** The steps of a place that a description has, and that no clause of it forbids. */
function anchorsOf({ steps }: FragmentPlace, described: Spec): Anchor[] {
  const { clauses = [] } = described;
  const forbidden = new Set(clauses.flatMap(({ forbids }) => forbids ?? []));
  const all = stepsOf(described);
  const anchors = steps.flatMap((name) => {
    const step = all.find((one) => one.name === name);
    return step === undefined || forbidden.has(name) ? [] : [anchorAt(step, described)];
  });
  // What a step would need may have no members.
  return anchors.filter((one) => one.in.length > 0);
}

/**
 * The states of a step's first part in which it could be taken, and where else it may go from
 * there.
 */
function anchorAt(step: Step, described: Spec): Anchor {
  const [ref, event] = Object.entries(step.moves)[0] as [string, string];
  const { of } = partsOf(described)[baseOf(ref)]!;
  const [{ machine }] = madeOf(of, described.sizes) as [Made];
  const { states, events, next } = tabulate(machine);
  const stem = event.replace(/\[[ijk]\]$/, '');
  const takes = (one: string): boolean => one === event || one.replace(/\[\d+\]$/, '') === stem;
  const to = (state: number, at: number): number => next[state * events.length + at]!;
  const here = states.map((_, state) => events.some((one, at) => takes(one) && to(state, at) >= 0));
  const leaves = states.some(
    (_, state) =>
      here[state]! &&
      events.some((one, at) => !takes(one) && to(state, at) >= 0 && !here[to(state, at)]!),
  );
  return {
    step: step.name,
    actor: step.actor,
    ref,
    in: states.filter((_, state) => here[state]!),
    elsewhere: states.filter((_, state) => !here[state]!),
    leaves,
  };
}

/** Whether two fragments run before one step. */
const sharesStep = (one: Placed, other: Placed): boolean =>
  one.anchors.some(({ step }) => other.anchors.some((each) => each.step === step));

/** The numbers of the members of a fragment, from 1. */
const membersOf = ({ members }: Placed): number[] =>
  Array.from({ length: members }, (_, n) => n + 1);

/** The thread of a member: its own name where there is only one. */
const memberName = ({ fragment, members }: Placed, member: number): string =>
  members > 1 ? `${fragment}_${member}` : fragment;

/** The part of a fragment, as a step with this index refers to it. */
const partOf = ({ fragment, members }: Placed, index: string, { names }: Prefixes): string =>
  `${names}${fragment}${members > 1 ? index : ''}`;

/** The states in which a fragment keeps nobody from going on. */
const atRest = ['idle', 'ended'] as const;

/**
 * The step waits for its fragment, and rewinds it; the thread that takes it does nothing else
 * meanwhile.
 */
function tie(
  placed: Placed,
  { file, threads }: World,
  described: Spec,
  prefixes: Prefixes,
  { places }: ThreadSystem,
  { requires, moves }: Ties,
): void {
  const first = threads.find(({ item }) => item.name.text === placed.fragment)!;
  const { anchors, place } = placed;
  if (!places.get(first.name)!.ends)
    complain(
      file.source,
      first.item.at,
      `'${placed.fragment}' never ends, so that ${anchors[0]!.step} could never happen`,
    );
  const steps = new Set(anchors.map(({ step }) => step));
  for (const { step, ref } of anchors) {
    const part = partOf(placed, indexOf(ref), prefixes);
    requires[step] = { ...requires[step], [part]: 'ended' };
    moves[step] = { ...moves[step], [part]: 'rewind' };
    const others = partOf(placed, '[*]', prefixes);
    if (place.oneThread === true && others !== part)
      requires[step] = { ...requires[step], [others]: [...atRest] };
  }
  const acting = new Set([...anchors.map(({ actor }) => baseOf(actor)), ...(place.alsoActs ?? [])]);
  for (const { name, actor } of stepsOf(described)) {
    if (steps.has(name) || !acting.has(baseOf(actor)) || !actedBySomebody(actor, described))
      continue;
    const index = place.oneThread === true || indexOf(actor) === '' ? '[*]' : indexOf(actor);
    requires[name] = { ...requires[name], [partOf(placed, index, prefixes)]: [...atRest] };
  }
}

/**
 * Whether an actor is somebody in particular, who has to act and does one thing at a time. The
 * environment is not; a fragment before steps that are its alone need not begin.
 */
const actedBySomebody = (actor: string, { actors }: Spec): boolean =>
  actors[baseOf(actor)]?.fair !== 'none';

/**
 * The part of an anchor for one member, or for whichever, where the steps are about different
 * families.
 */
const partAt = ({ ref }: Anchor, { family }: Placed, member: number, whichever: string): string => {
  if (indexOf(ref) === '') return ref;
  return `${baseOf(ref)}${family === null ? whichever : `[${member}]`}`;
};

/**
 * A fragment begins where one of its steps could be taken, behind those of the same step that come
 * first.
 */
function beginsWhere(
  placed: Placed,
  member: number,
  earlier: readonly Placed[],
  prefixes: Prefixes,
): Pick<Step, 'when' | 'any'> {
  const where: Record<string, readonly string[]> = {};
  for (const anchor of placed.anchors) {
    const part = partAt(anchor, placed, member, '[?]');
    where[part] = [...new Set([...(where[part] ?? []), ...anchor.in])];
  }
  const when: Record<string, readonly string[]> = {};
  for (const other of earlier)
    when[partOf(other, other.members === placed.members ? `[${member}]` : '[*]', prefixes)] = [
      'ended',
    ];
  if (placed.place.oneThread === true)
    for (const other of membersOf(placed).filter((each) => each !== member))
      when[partOf(placed, `[${other}]`, prefixes)] = atRest;
  return (
    Object.keys(where).length === 1 ? { when: { ...where, ...when } } : { when, any: where }
  ) as Pick<Step, 'when' | 'any'>;
}

/**
 * The step that rewinds a fragment which has ended, but whose own step comes no more: the job went
 * another way. None where the job has no other way.
 */
function rewindOf(placed: Placed, member: number, prefixes: Prefixes): Step[] {
  const { anchors } = placed;
  if (!anchors.some(({ leaves }) => leaves)) return [];
  const when: Record<string, readonly string[]> = {};
  for (const anchor of anchors) {
    const part = partAt(anchor, placed, member, '[*]');
    when[part] = anchor.elsewhere.filter((state) => (when[part] ?? [state]).includes(state));
  }
  const name = `${prefixes.names}${memberName(placed, member)}`;
  const moves = { [partOf(placed, `[${member}]`, prefixes)]: 'rewind' };
  return [{ name: `${name}_rewinds`, actor: name, moves, when } as Step];
}

/** The parts of the description of which the rows of a file speak. */
function borrowed({ beside }: World, described: Spec): Row['parts'] {
  const parts = partsOf(described);
  const names = [
    ...beside!.alike.map(baseOf),
    ...[...beside!.placed.values()].flatMap(({ anchors }) => anchors.map(({ ref }) => baseOf(ref))),
  ];
  return Object.fromEntries(names.map((name) => [name, parts[name]!]));
}
