/** How a lock is taken and given back, as instructions of a thread. */
import { emitStep, sleeping, type Lowering } from './instructions.ts';
import type { Operation } from './meaning.ts';
import { objectOf, ticketIn } from './scope.ts';
import {
  hasShared,
  way,
  without,
  type Held,
  type Local,
  type Seen,
  type Site,
  type Way,
} from './steps.ts';
import { letGoWay, ticketedWays } from './tickets.ts';
import type { Thing } from './world.ts';

/** The operation that takes a lock. */
type Acquire = Operation & { readonly do: 'acquire' };

/** Takes a lock: alone or shared, with a ticket or without. */
export function acquire(lowering: Lowering, operation: Acquire, site: Site): void {
  const lock = objectOf(lowering, operation.of, site);
  if (lock === null) return;
  const ticket = operation.ticket === undefined ? null : ticketIn(lowering, operation.ticket, site);
  const seen: Seen = {
    class: lock.class,
    read: readAs(lowering, operation),
    nested: ticket !== null,
    tried: false,
    waits: false,
  };
  const sees = (): Seen[] => (lock.type.unseen === true ? [] : [seen]);
  const guarded = (ways: (local: Local) => Way[]): ((local: Local) => Way[]) =>
    lock.type.spins === true || operation.neverSleeps === true
      ? ways
      : sleeping(lowering, site, ways);
  const take = (local: Local): Way => takingWay(lowering, lock, ticket, operation, local, site);
  const ends =
    operation.interruptible === true && site.into !== null
      ? [way({ sets: [[site.into, 'EINTR']], note: 'a signal comes', visible: true, favour: true })]
      : [];
  const waits = { says: operation.says, sees, waitsFor: lock.name };

  // A writer stands in the queue first: readers behind it wait too.
  if (operation.shared !== true && lock.type.lifecycle.is === 'shared lock') {
    const queues = guarded(() => [way({ visible: true })]);
    emitStep(lowering, site, queues, { says: 'stands in the queue', sees });
    const takes = guarded((local) => [take(local), ...ends]);
    return emitStep(lowering, site, takes, { ...waits, queuedFor: lock.name });
  }
  const ways = (local: Local): Way[] =>
    ticket === null
      ? [take(local), ...ends]
      : ticketedWays(lock, ticket, operation, take(local), local, site);
  emitStep(lowering, site, guarded(ways), waits);
}

/** Takes a lock if it is free. */
export function attempt(
  lowering: Lowering,
  operation: Operation & { readonly do: 'attempt' },
  site: Site,
): void {
  const lock = objectOf(lowering, operation.of, site)!;
  const T = lowering.thread.name;
  const shared = operation.shared === true;
  const spins = lock.type.spins === true;
  const seen = lock.type.unseen !== true;
  const set = (value: number): Way['sets'] => (site.into === null ? [] : [[site.into, value]]);
  emitStep(
    lowering,
    site,
    (local) => [
      {
        ...way({
          moves:
            shared && hasShared(local, lock.name)
              ? {}
              : { [lock.name]: `${shared ? 'read' : 'take'}.${T}` },
          held: [
            ...local.held,
            { of: lock.name, class: lock.class, shared, spins, seen, ticket: null, fresh: false },
          ],
          sets: set(1),
        }),
        notQueued: shared ? lock.name : null,
      },
      way({ when: { [lock.name]: shared ? '!#readable' : '!free' }, sets: set(0) }),
      // Who only tries does not stand behind a writer in the queue: it gives up.
      ...(shared ? [{ ...way({ sets: set(0) }), queued: lock.name }] : []),
    ],
    {
      sees: () =>
        seen
          ? [
              {
                class: lock.class,
                read: operation.read ?? 0,
                nested: false,
                tried: true,
                waits: false,
              },
            ]
          : [],
    },
  );
}

/** Gives a lock back. */
export function release(
  lowering: Lowering,
  { of, says, shared, ifHeld, all }: Operation & { readonly do: 'release' },
  site: Site,
): void {
  const lock = objectOf(lowering, of, site);
  if (lock === null) return;
  emitStep(
    lowering,
    site,
    (local) => {
      if (all === true) return [letGoWay(lowering, local, lock.name)];
      const times = local.held.filter((held) => held.of === lock.name).length;
      if (times === 0 && ifHeld === true) return [way({})];
      if (times === 0)
        return [way({ bad: `${site.text}: ${lock.name} is not held`, visible: true })];
      const last = local.held.findLast((held) => held.of === lock.name)!;
      if (last.shared !== (shared === true)) {
        const how = last.shared ? 'shared' : 'alone';
        return [way({ bad: `${site.text}: ${lock.name} is held ${how}`, visible: true })];
      }
      return [
        way({
          moves: times > 1 ? {} : { [lock.name]: `give.${lowering.thread.name}` },
          held: without(local.held, (held) => held.of === lock.name),
          visible: true,
        }),
      ];
    },
    { says },
  );
}

/** The way in which a thread takes a lock. A lock that it shares already is not taken again. */
function takingWay(
  lowering: Lowering,
  lock: Thing,
  ticket: string | null,
  operation: Acquire,
  local: Local,
  site: Site,
): Way {
  const shared = operation.shared === true;
  const event = `${shared ? 'read' : 'take'}.${lowering.thread.name}`;
  const held: Held = {
    of: lock.name,
    class: lock.class,
    shared,
    spins: lock.type.spins === true,
    seen: lock.type.unseen !== true,
    ticket,
    fresh: operation.fresh === true,
  };
  const passes =
    operation.passes === 'queued' ||
    (operation.passes === 'queued in interrupts' && lowering.thread.kind.context !== 'process');
  return {
    ...way({
      moves: shared && hasShared(local, lock.name) ? {} : { [lock.name]: event },
      held: [...local.held, held],
      sets: site.into === null ? [] : [[site.into, 0]],
    }),
    strong: true,
    visible: true,
    notQueued: shared && !passes ? lock.name : null,
  };
}

/** A reader that waits behind a queued writer is no recursive one for the validator. */
function readAs(lowering: Lowering, { read, passes }: Acquire): 0 | 1 | 2 {
  const waits = passes === 'queued in interrupts' && lowering.thread.kind.context === 'process';
  if (read === undefined) return 0;
  return read === 2 && waits ? 1 : read;
}
