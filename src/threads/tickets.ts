/** Locks that are taken with a ticket, by which the older of two is known. */
import { emit, emitStep, placeHere, sleeping, type Lowering } from './instructions.ts';
import type { Operation } from './meaning.ts';
import { nameOf, objectOf } from './scope.ts';
import {
  has,
  names,
  way,
  without,
  type Held,
  type Label,
  type Local,
  type Seen,
  type Site,
  type Way,
} from './steps.ts';
import { nameIn, type Thing } from './world.ts';

type Acquire = Operation & { readonly do: 'acquire' };

/** The ways in which a lock is taken with a ticket: taken, held already, or -EDEADLK. */
export function ticketedWays(
  lock: Thing,
  ticket: string,
  operation: Acquire,
  take: Way,
  local: Local,
  site: Site,
): Way[] {
  if (!drawn(local, ticket))
    return [way({ bad: `${site.text}: the ticket ${ticket} was not drawn`, visible: true })];
  if ((local.flags['all locks taken'] ?? 0) > 0)
    return [way({ bad: `${site.text}: ww_acquire_done() was called before`, visible: true })];
  if (has(local, lock.name)) {
    if (site.into === null)
      return [
        way({
          bad: `${site.text}: it is held with this ticket already, and the caller ignores -EALREADY`,
          visible: true,
        }),
      ];
    return [way({ sets: [[site.into, 'EALREADY']] })];
  }
  const mine = local.held
    .filter((held) => held.ticket === ticket && held.of !== null)
    .map(({ of }) => of!);
  if (mine.length === 0 || operation.slow === true) return [take];
  const result =
    site.into === null
      ? { bad: `${site.text} returns -EDEADLK, and the caller ignores it` }
      : { sets: [[site.into, 'EDEADLK'] as const], note: 'returns -EDEADLK' };
  return [
    take,
    {
      ...way({ ...result, visible: true }),
      yields: { lock: lock.name, to: operation.wounds === true ? 'waiter' : 'holder', held: mine },
    },
  ];
}

/** Lets go of all that is held with a ticket. */
export function letGoWay(lowering: Lowering, local: Local, ticket: string): Way {
  const mine = local.held
    .filter((held) => held.ticket === ticket && held.of !== null)
    .map(({ of }) => of!);
  return way({
    moves: Object.fromEntries(mine.map((lock) => [lock, `give.${lowering.thread.name}`])),
    held: local.held.filter((held) => !mine.includes(held.of ?? '')),
    visible: mine.length > 0,
  });
}

/** Takes a lock for a ticket that remembers the contended one. */
export function execLock(
  lowering: Lowering,
  { of, ticket: argument }: Operation & { readonly do: 'exec' },
  site: Site,
): void {
  const lock = objectOf(lowering, of, site)!;
  const ticket = nameIn(site.given[argument])!;
  const contended = `${ticket} contended`;
  const seen: Seen = { class: lock.class, read: 0, nested: true, tried: false, waits: false };
  const sees = (): Seen[] => [seen];
  const [first, then]: Label[] = [{ at: -1 }, { at: -1 }];
  emit(lowering, {
    is: 'branch',
    equal: true,
    left: { is: 'variable', name: contended, temporary: false },
    right: { is: 'value', value: 0 },
    yes: then!,
    no: first!,
    place: site.place,
  });
  placeHere(lowering, first!);
  const again = (local: Local): Way => ({
    ...execTakesWay(lowering, lock, String(local.values[contended]), ticket, local),
    sets: [[contended, 0]],
  });
  emitStep(
    lowering,
    site,
    sleeping(lowering, site, (local) => [again(local)]),
    { says: 'takes the contended one first', sees },
  );
  placeHere(lowering, then!);
  const duplicates =
    objectOf(lowering, argument, site)?.words.has('DRM_EXEC_IGNORE_DUPLICATES') === true;
  emitStep(
    lowering,
    site,
    sleeping(lowering, site, (local) => execWays(lowering, lock, ticket, duplicates, local, site)),
    { sees, waitsFor: lock.name },
  );
}

/** Draws a ticket, or gives it back. */
export function drawTicket(
  lowering: Lowering,
  { of, begin, class: class_ }: Operation & { readonly do: 'ticket' },
  site: Site,
): void {
  const ticket = nameOf(lowering, of, site)!;
  const known = lowering.world.ticketed.length > 1;
  const held: Held = {
    of: null,
    class: class_,
    shared: false,
    spins: false,
    seen: true,
    ticket,
    fresh: false,
  };
  emitStep(
    lowering,
    site,
    (local) => {
      if (begin)
        return [
          way({
            moves: known ? { [names.tickets]: `in.${lowering.thread.name}` } : {},
            held: [...local.held, held],
          }),
        ];
      if (!drawn(local, ticket))
        return [way({ bad: `${site.text}: the ticket ${ticket} was not drawn`, visible: true })];
      if (local.held.some((section) => section.of !== null && section.ticket === ticket))
        return [way({ bad: `${site.text}: a lock of this ticket is still held`, visible: true })];
      return [
        way({
          moves: known ? { [names.tickets]: `out.${lowering.thread.name}` } : {},
          held: without(local.held, (section) => section.of === null && section.ticket === ticket),
        }),
      ];
    },
    {
      sees: () =>
        begin ? [{ class: class_, read: 0, nested: false, tried: false, waits: false }] : [],
    },
  );
}

/** Takes the lock `name`, which is of the class of `lock`, with a ticket. */
function execTakesWay(
  lowering: Lowering,
  lock: Thing,
  name: string,
  ticket: string,
  local: Local,
): Way {
  const held: Held = {
    of: name,
    class: lock.class,
    shared: false,
    spins: false,
    seen: true,
    ticket,
    fresh: false,
  };
  return way({
    moves: { [name]: `take.${lowering.thread.name}` },
    strong: true,
    visible: true,
    held: [...local.held, held],
  });
}

/** Takes a lock with a ticket, or finds it contended and lets go of all that the ticket holds. */
function execWays(
  lowering: Lowering,
  lock: Thing,
  ticket: string,
  duplicates: boolean,
  local: Local,
  site: Site,
): Way[] {
  const set = (value: number | string): Way['sets'] =>
    site.into === null ? [] : [[site.into, value]];
  if (!drawn(local, ticket))
    return [way({ bad: `${site.text}: the ticket ${ticket} was not drawn`, visible: true })];
  if (has(local, lock.name)) {
    const fine = duplicates || local.held.at(-1)?.of === lock.name;
    return [way({ sets: set(fine ? 0 : 'EALREADY') })];
  }
  const mine = local.held
    .filter((held) => held.ticket === ticket && held.of !== null)
    .map((held) => held.of!);
  const taken = { ...execTakesWay(lowering, lock, lock.name, ticket, local), sets: set(0) };
  if (mine.length === 0) return [taken];
  return [
    taken,
    {
      ...letGoWay(lowering, local, ticket),
      sets: [...set('EDEADLK'), [`${ticket} contended`, lock.name]],
      note: 'returns -EDEADLK, all unlocked',
      yields: { lock: lock.name, to: 'holder', held: mine },
    },
  ];
}

/** Whether a ticket has been drawn and not given back. */
const drawn = ({ held }: Local, ticket: string): boolean =>
  held.some((section) => section.of === null && section.ticket === ticket);
