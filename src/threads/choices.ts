import { runAround, underFlag } from './inside.ts';
import { emitStep, jumpTo, placeHere, sleeping, type Lowering } from './instructions.ts';
import type { Alternative, At, Operation, Outside, Ref, Touch } from './meaning.ts';
import {
  bodiesOfKind,
  classOf,
  isAtomic,
  itemsOf,
  nameOf,
  objectOf,
  positionsOf,
  wordsOf,
} from './scope.ts';
import {
  has,
  still,
  way,
  type Label,
  type Local,
  type Seen,
  type Site,
  type Way,
  type Where,
} from './steps.ts';

/** One step that goes in one of several ways; each may be followed by operations of its own. */
export function stepOperation(
  lowering: Lowering,
  operation: Operation & { readonly do: 'step' },
  site: Site,
): void {
  const ways = operation.either.filter(
    ({ ifUsed, turnedOff }) =>
      (ifUsed === undefined || ifUsed === (site.into !== null)) &&
      (turnedOff?.[1] !== true || mayBeOff(lowering, turnedOff[0], site)),
  );
  const end: Label = { at: -1 };
  const bodies = ways.map((each) => ({
    each,
    label: each.does === undefined ? null : ({ at: -1 } as Label),
  }));
  const everyWay = (local: Local): Way[] =>
    bodies.map(({ each, label }) => alternativeWay(lowering, each, label ?? end, local, site));
  const sees = (local: Local): Seen[] =>
    (operation.touches ?? []).flatMap((touch) => seenAt(lowering, touch, site, local));
  emitStep(
    lowering,
    site,
    operation.sleeps === true ? sleeping(lowering, site, everyWay) : everyWay,
    {
      says: operation.says,
      sees,
      ...waitedFor(lowering, operation, site),
    },
  );
  for (const { each, label } of bodies) {
    if (label === null) continue;
    placeHere(lowering, label);
    lowering.operate(each.does!, site);
    jumpTo(lowering, end, site.place);
  }
  placeHere(lowering, end);
}

/** Nothing, an item of a kind, or a wait for an object. */
export function oneOf(
  lowering: Lowering,
  operation: Operation & { readonly do: 'one of' },
  site: Site,
): void {
  const end: Label = { at: -1 };
  const bodies = operation.each.flatMap((each) =>
    bodiesOfKind(lowering, each.kind).map((body) => ({ each, body, label: { at: -1 } as Label })),
  );
  const waits = operation.waits.flatMap((wait) =>
    [...lowering.world.things.values()]
      .filter(({ type }) => type.name === wait.type)
      .map((thing) => ({ wait, thing, label: { at: -1 } as Label })),
  );
  const ways = (): Way[] => [
    { ...way({}), to: end },
    ...bodies.map(({ each, body, label }) => ({
      ...way({ note: `${operation.says}: ${each.kind} ${body.name}` }),
      to: label,
    })),
    ...waits.map(({ wait, thing, label }) => ({
      ...way({
        when: { [thing.name]: wait.in },
        note: `${operation.says}: ${wait.says} ${thing.name}`,
        others: true,
      }),
      to: label,
    })),
  ];
  const sees = (local: Local): Seen[] =>
    (operation.touches ?? []).flatMap((touch) => seenAt(lowering, touch, site, local));
  emitStep(lowering, site, operation.sleeps === true ? sleeping(lowering, site, ways) : ways, {
    sees,
  });
  for (const { each, body, label } of bodies) {
    placeHere(lowering, label);
    if (each.flag === undefined) runAround(lowering, body, each, site);
    else underFlag(lowering, each.flag, site, (inner) => runAround(lowering, body, each, inner));
    jumpTo(lowering, end, site.place);
  }
  for (const { wait, thing, label } of waits) {
    placeHere(lowering, label);
    awaitInReclaim(lowering, thing.name, wait, operation.orOutside ?? [], site);
    jumpTo(lowering, end, site.place);
  }
  placeHere(lowering, end);
}

/** Waits for an object; or only until all others on its queue are idle, or wait so too. */
function awaitInReclaim(
  lowering: Lowering,
  object: string,
  wait: { readonly until: string; readonly says: string },
  orOutside: readonly Outside[],
  site: Site,
): void {
  const others = orOutside.flatMap((each) => itemsOf(lowering, each, site));
  const queue = others.length === 0 ? null : lowering.thread.on;
  const note = 'the rescuer is free';
  const rescued =
    queue === null ? [] : [way({ outside: others, orQueuedFor: queue, strong: true, note })];
  const ways = (): Way[] => [way({ when: { [object]: wait.until }, strong: true }), ...rescued];
  emitStep(lowering, site, ways, {
    says: `${wait.says} ${object}`,
    waitsFor: object,
    ...(queue === null ? {} : { queuedFor: queue }),
  });
}

/**
 * Looks, and sleeps where it is not so, until somebody wakes it; then looks again. The first look
 * is where the call begins, and every other stands within it.
 */
export function sleepUntil(
  lowering: Lowering,
  operation: Operation & { readonly do: 'sleep until' },
  site: Site,
): void {
  const asleep: Label = { at: -1 };
  const end: Label = { at: -1 };
  const sleepers: Ref = { sleepersOf: operation.of };
  const placed = (list: readonly At[]): Where => positionsOf(lowering, list, site);
  const falls = placed([[sleepers, `sleep.${lowering.thread.name}`]]) as Record<string, string>;
  const found = setting(site, operation.interrupted === undefined ? undefined : 0);
  const look = (): void => {
    const ways = (): Way[] => [
      { ...way({ when: placed([[operation.of, operation.is]]), sets: found }), to: end },
      {
        ...way({
          when: placed([[operation.of, `!${operation.is}`]]),
          moves: falls,
          note: 'sleeps',
        }),
        to: asleep,
      },
    ];
    emitStep(lowering, site, sleeping(lowering, site, ways), {
      waitsFor: nameOf(lowering, operation.of, site)!,
    });
  };

  look();
  placeHere(lowering, asleep);
  const woken = placed([[sleepers, `!#sleeps_${lowering.thread.name}`]]);
  const left = placed([[sleepers, `leave.${lowering.thread.name}`]]) as Record<string, string>;
  const sets = setting(site, operation.interrupted);
  const gone = { ...way({ moves: left, sets, note: 'a signal comes', favour: true }), to: end };
  const leaves = operation.interrupted === undefined ? [] : [gone];
  emitStep(lowering, site, () => [way({ when: woken }), ...leaves], {
    says: 'sleeps until it is woken',
    waitsFor: nameOf(lowering, sleepers, site)!,
  });
  look();
  placeHere(lowering, end);
}

/** Where the result of a call goes, if it has one and somebody looks at it. */
const setting = ({ into }: Site, value: number | string | undefined): Way['sets'] =>
  into === null || value === undefined ? [] : [[into, value]];

/** The value of a count, in one step: one way for each value. */
export function readCount(lowering: Lowering, of: Ref, site: Site): void {
  const thing = objectOf(lowering, of, site)!;
  const { most: highest } = thing.type.lifecycle as { most: number };
  const values = Array.from({ length: highest + 1 }, (_, value) => value);
  emitStep(lowering, site, () =>
    values.map((value) =>
      way({
        when: { [thing.name]: `v${value}` },
        sets: site.into === null ? [] : [[site.into, value]],
        note: `${value}`,
      }),
    ),
  );
}

/** The part for which a step waits, where it sleeps. */
function waitedFor(
  lowering: Lowering,
  operation: Operation & { readonly do: 'step' },
  site: Site,
): { readonly waitsFor?: string } {
  const ref =
    operation.sleeps === true
      ? (operation.either[0]?.when?.[0]?.[0] ?? operation.either[0]?.moves?.[0]?.[0])
      : undefined;
  const name = ref === undefined ? null : nameOf(lowering, ref, site);
  return name === null ? {} : { waitsFor: name };
}

/** One of the ways of a step. */
function alternativeWay(
  lowering: Lowering,
  each: Alternative,
  to: Label,
  local: Local,
  site: Site,
): Way {
  const lacks = each.holds === undefined ? null : objectOf(lowering, each.holds, site);
  if (lacks !== null && !has(local, lacks.name))
    return way({ bad: `${site.text}: ${lacks.name} is not held`, visible: true });
  const placed = (list: readonly At[] | undefined): Where =>
    positionsOf(lowering, list ?? [], site);
  return {
    ...still,
    moves: placed(each.moves) as Record<string, string>,
    also: placed(each.also) as Record<string, string>,
    when: { ...placed(each.when), ...offOrOn(lowering, each, site) },
    to,
    sets: setting(site, each.gives),
    note: each.note ?? null,
    bad: each.bad === undefined ? null : `${site.text}: ${each.bad}`,
    hangs: each.hangs ?? false,
    favour: each.favour ?? false,
    strong: each.strong ?? false,
    outside: (each.outside ?? []).flatMap((ref) => itemsOf(lowering, ref, site)),
    visible: each.bad !== undefined || each.hangs === true,
  };
}

/** Whether some call of the file turns an item off. */
const mayBeOff = (lowering: Lowering, of: Ref, site: Site): boolean =>
  lowering.world.turnedOff.has(nameOf(lowering, of, site) ?? '');

/** Where an item must be that has to be off, or on. */
function offOrOn(lowering: Lowering, { turnedOff }: Alternative, site: Site): Where {
  if (turnedOff === undefined || !mayBeOff(lowering, turnedOff[0], site)) return {};
  const [of, is] = turnedOff;
  const events = lowering.world.turnedOff.get(nameOf(lowering, of, site)!)!;
  const off = [
    ...(events.has('disable') ? ['off'] : []),
    ...(events.has('mask') ? ['masked', 'masked_pending'] : []),
  ];
  return positionsOf(lowering, [[{ pending: of }, is ? off : ['idle', 'pending']]], site);
}

/** What the validator sees of a touch. */
function seenAt(lowering: Lowering, touch: Touch, site: Site, local: Local): Seen[] {
  if (
    touch.words !== undefined &&
    !wordsOf(lowering, 'last', site).some((word) => touch.words!.includes(word))
  )
    return [];
  const class_ = classOf(lowering, touch.class, site);
  if (class_ === null || (touch.waits === true && isAtomic(lowering, local))) return [];
  return [
    {
      class: class_,
      read: touch.read ?? 0,
      quiet: touch.quiet ?? false,
      nested: false,
      tried: false,
      waits: touch.waits ?? false,
    },
  ];
}
