import type { Operation } from './meaning.ts';
import { nameIn, type Thing } from './world.ts';
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
import { Writing } from './writing.ts';

type Acquire = Operation & { readonly do: 'acquire' };

/** Locks, tickets, and classes that only the validator knows. */
export abstract class Locking extends Writing {
  protected acquire(one: Acquire, site: Site): void {
    const lock = this.thing(one.of, site);
    if (lock === null) return;
    const ticket = one.ticket === undefined ? null : this.ticketIn(one.ticket, site);
    const seen: Seen = {
      class: lock.class,
      read: this.readAs(one),
      nested: ticket !== null,
      tried: false,
      waits: false,
    };
    const sees = (): Seen[] => (lock.type.unseen === true ? [] : [seen]);
    const guarded = (ways: (local: Local) => Way[]): ((local: Local) => Way[]) =>
      lock.type.spins === true ? ways : this.sleeping(site, ways);
    const take = (local: Local): Way => this.taking(lock, ticket, one, local, site);
    const ends =
      one.interruptible === true && site.into !== null
        ? [way({ sets: [[site.into, 'EINTR']], note: 'a signal comes', visible: true })]
        : [];
    const waits = { says: one.says, sees, waitsFor: lock.name };

    // A writer stands in the queue first: readers behind it wait too.
    if (one.shared !== true && lock.type.lifecycle.is === 'shared lock') {
      const queues = guarded(() => [way({ visible: true })]);
      this.step(site, queues, { says: 'stands in the queue', sees });
      const takes = guarded((local) => [take(local), ...ends]);
      return this.step(site, takes, { ...waits, queuedFor: lock.name });
    }
    const ways = (local: Local): Way[] =>
      ticket === null
        ? [take(local), ...ends]
        : this.ticketed(lock, ticket, one, take(local), local, site);
    this.step(site, guarded(ways), waits);
  }

  /** The way in which a thread takes a lock. A lock that it shares already is not taken again. */
  private taking(lock: Thing, ticket: string | null, one: Acquire, local: Local, site: Site): Way {
    const shared = one.shared === true;
    const event = `${shared ? 'read' : 'take'}.${this.thread.name}`;
    const held: Held = {
      of: lock.name,
      class: lock.class,
      shared,
      spins: lock.type.spins === true,
      seen: lock.type.unseen !== true,
      ticket,
      fresh: one.fresh === true,
    };
    const passes =
      one.passes === 'queued' ||
      (one.passes === 'queued in interrupts' && this.thread.kind.context !== 'process');
    return {
      ...way({
        moves: shared && has(local, lock.name) ? {} : { [lock.name]: event },
        held: [...local.held, held],
        sets: site.into === null ? [] : [[site.into, 0]],
      }),
      strong: true,
      visible: true,
      notQueued: shared && !passes ? lock.name : null,
    };
  }

  /** A reader that waits behind a queued writer is no recursive one for the validator. */
  private readAs({ read, passes }: Acquire): 0 | 1 | 2 {
    const waits = passes === 'queued in interrupts' && this.thread.kind.context === 'process';
    if (read === undefined) return 0;
    return read === 2 && waits ? 1 : read;
  }

  protected ticketed(
    lock: Thing,
    ticket: string,
    one: Acquire,
    take: Way,
    local: Local,
    site: Site,
  ): Way[] {
    if (!drawn(local, ticket))
      return [way({ bad: `${site.text}: the ticket ${ticket} was not drawn`, visible: true })];
    if ((local.flags['all locks taken'] ?? 0) > 0)
      return [way({ bad: `${site.text}: all locks were said to be taken`, visible: true })];
    if (has(local, lock.name)) {
      if (site.into === null)
        return [
          way({
            bad: `${site.text}: it is held with this ticket already, and nobody looks at -EALREADY`,
            visible: true,
          }),
        ];
      return [way({ sets: [[site.into, 'EALREADY']] })];
    }
    const mine = local.held
      .filter((held) => held.ticket === ticket && held.of !== null)
      .map(({ of }) => of!);
    if (mine.length === 0 || one.slow === true) return [take];
    const result =
      site.into === null
        ? { bad: `${site.text} returns -EDEADLK, and nobody looks at it` }
        : { sets: [[site.into, 'EDEADLK'] as const], note: 'returns -EDEADLK' };
    return [
      take,
      {
        ...way({ ...result, visible: true }),
        yields: { lock: lock.name, to: one.wounds === true ? 'waiter' : 'holder', held: mine },
      },
    ];
  }

  protected attempt(one: Operation & { readonly do: 'attempt' }, site: Site): void {
    const lock = this.thing(one.of, site)!;
    const T = this.thread.name;
    const shared = one.shared === true;
    const spins = lock.type.spins === true;
    const seen = lock.type.unseen !== true;
    const set = (value: number): Way['sets'] => (site.into === null ? [] : [[site.into, value]]);
    this.step(
      site,
      (local) => [
        {
          ...way({
            moves: { [lock.name]: `${shared ? 'read' : 'take'}.${T}` },
            held: [
              ...local.held,
              { of: lock.name, class: lock.class, shared, spins, seen, ticket: null, fresh: false },
            ],
            sets: set(1),
          }),
          notQueued: shared ? lock.name : null,
        },
        way({ when: { [lock.name]: shared ? '!#readable' : '!free' }, sets: set(0) }),
      ],
      {
        sees: () =>
          seen
            ? [
                {
                  class: lock.class,
                  read: one.read ?? 0,
                  nested: false,
                  tried: true,
                  waits: false,
                },
              ]
            : [],
      },
    );
  }

  protected release(
    { of, says, shared, ifHeld, all }: Operation & { readonly do: 'release' },
    site: Site,
  ): void {
    const lock = this.thing(of, site);
    if (lock === null) return;
    this.step(
      site,
      (local) => {
        if (all === true) return [this.letGo(local, lock.name)];
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
            moves: times > 1 ? {} : { [lock.name]: `give.${this.thread.name}` },
            held: without(local.held, (held) => held.of === lock.name),
            visible: true,
          }),
        ];
      },
      { says },
    );
  }

  /** Lets go of all that is held with a ticket. */
  protected letGo(local: Local, ticket: string): Way {
    const mine = local.held
      .filter((held) => held.ticket === ticket && held.of !== null)
      .map(({ of }) => of!);
    return way({
      moves: Object.fromEntries(mine.map((lock) => [lock, `give.${this.thread.name}`])),
      held: local.held.filter((held) => !mine.includes(held.of ?? '')),
      visible: mine.length > 0,
    });
  }

  protected exec({ of, ticket: at }: Operation & { readonly do: 'exec' }, site: Site): void {
    const lock = this.thing(of, site)!;
    const ticket = nameIn(site.given[at])!;
    const contended = `${ticket} contended`;
    const seen: Seen = { class: lock.class, read: 0, nested: true, tried: false, waits: false };
    const sees = (): Seen[] => [seen];
    const [first, then]: Label[] = [{ at: -1 }, { at: -1 }];
    this.emit({
      is: 'branch',
      equal: true,
      left: { is: 'variable', name: contended, temporary: false },
      right: { is: 'value', value: 0 },
      yes: then!,
      no: first!,
      place: site.place,
    });
    this.here(first!);
    const again = (local: Local): Way => ({
      ...this.execTakes(lock, String(local.values[contended]), ticket, local),
      sets: [[contended, 0]],
    });
    this.step(
      site,
      this.sleeping(site, (local) => [again(local)]),
      { says: 'takes the contended one first', sees },
    );
    this.here(then!);
    const duplicates = this.thing(at, site)?.words.has('DRM_EXEC_IGNORE_DUPLICATES') === true;
    this.step(
      site,
      this.sleeping(site, (local) => this.execWays(lock, ticket, duplicates, local, site)),
      { sees, waitsFor: lock.name },
    );
  }

  /** Takes the lock `name`, which is of the class of `lock`, with a ticket. */
  private execTakes(lock: Thing, name: string, ticket: string, local: Local): Way {
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
      moves: { [name]: `take.${this.thread.name}` },
      strong: true,
      visible: true,
      held: [...local.held, held],
    });
  }

  /** Takes a lock with a ticket, or finds it contended and lets go of all that the ticket holds. */
  private execWays(
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
    const taken = { ...this.execTakes(lock, lock.name, ticket, local), sets: set(0) };
    if (mine.length === 0) return [taken];
    return [
      taken,
      {
        ...this.letGo(local, ticket),
        sets: [...set('EDEADLK'), [`${ticket} contended`, lock.name]],
        note: 'returns -EDEADLK, all unlocked',
        yields: { lock: lock.name, to: 'holder', held: mine },
      },
    ];
  }

  protected ticket(
    { of, begin, class: class_ }: Operation & { readonly do: 'ticket' },
    site: Site,
  ): void {
    const ticket = this.name(of, site)!;
    const known = this.world.ticketed.length > 1;
    const held: Held = {
      of: null,
      class: class_,
      shared: false,
      spins: false,
      seen: true,
      ticket,
      fresh: false,
    };
    this.step(
      site,
      (local) => {
        if (begin)
          return [
            way({
              moves: known ? { [names.tickets]: `in.${this.thread.name}` } : {},
              held: [...local.held, held],
            }),
          ];
        if (!drawn(local, ticket))
          return [way({ bad: `${site.text}: the ticket ${ticket} was not drawn`, visible: true })];
        if (local.held.some((one) => one.of !== null && one.ticket === ticket))
          return [way({ bad: `${site.text}: a lock of this ticket is still held`, visible: true })];
        return [
          way({
            moves: known ? { [names.tickets]: `out.${this.thread.name}` } : {},
            held: without(local.held, (one) => one.of === null && one.ticket === ticket),
          }),
        ];
      },
      {
        sees: () =>
          begin ? [{ class: class_, read: 0, nested: false, tried: false, waits: false }] : [],
      },
    );
  }

  protected enter(one: Operation & { readonly do: 'enter' }, site: Site): void {
    const class_ = this.classOf(one.class, site);
    if (class_ === null) return;
    const idle = (local: Local): boolean =>
      (one.notAtomic === true && this.atomic(local)) ||
      (one.once === true && local.held.some((held) => held.class === class_));
    const held: Held = {
      of: null,
      class: class_,
      shared: one.read !== undefined,
      spins: false,
      seen: true,
      ticket: null,
      fresh: one.fresh === true,
    };
    this.step(site, (local) => [way(idle(local) ? {} : { held: [...local.held, held] })], {
      sees: (local) =>
        idle(local) || one.fresh === true
          ? []
          : [
              {
                class: class_,
                read: one.read ?? 0,
                nested: false,
                tried: false,
                waits: false,
              },
            ],
    });
  }
}

/** Whether a ticket has been drawn and not given back. */
const drawn = ({ held }: Local, ticket: string): boolean =>
  held.some((one) => one.of === null && one.ticket === ticket);
