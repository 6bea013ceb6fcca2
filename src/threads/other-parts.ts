import { chart, orderOf } from './lifecycles.ts';
import { partOf, type NamedPart } from './object-parts.ts';
import { interruptible } from './places.ts';
import type { Alone, Setting } from './setting.ts';
import { names } from './steps.ts';

/**
 * Parts that are no objects of the file: tickets, callbacks, what is pending, whose CPU is taken.
 */
export const otherParts = (alone: Alone, victims: Setting['victims']): readonly NamedPart[] => [
  ...ticketPart(alone),
  ...callbackParts(alone),
  ...pendingParts(alone),
  ...[...victims].map(([handler, threads]) => cpuPart(alone, handler, threads)),
];

/** The states of the tickets with their orders; none where at most one thread draws one. */
export function agesOf({ world }: Alone): Setting['ages'] {
  if (world.ticketed.length <= 1) return [];
  return orderOf(names.tickets, world.ticketed, 'in', 'out').orders;
}

function ticketPart(alone: Alone): readonly NamedPart[] {
  const { ticketed } = alone.world;
  if (ticketed.length <= 1) return [];
  const { machine } = orderOf(names.tickets, ticketed, 'in', 'out');
  return [partOf(alone, names.tickets, machine, 'age of the tickets')];
}

const callbackParts = (alone: Alone): readonly NamedPart[] =>
  [...alone.world.callbacks].flatMap(([object, items]) =>
    items.map((item) => {
      const name = names.callback(object, item);
      const edges = [
        ['none', 'add', 'added'],
        ['added', 'run', 'none'],
      ] as const;
      return partOf(alone, name, chart(name, 'none', edges), `callback ${item} of ${object}`);
    }),
  );

/** Turned off for good, or until it is turned on: what is queued meanwhile is not. */
const disabled = [
  ['idle', 'disable', 'off'],
  ['pending', 'disable', 'off'],
  ['off', 'queue', 'off'],
  ['off', 'cancel', 'off'],
  ['off', 'enable', 'idle'],
] as const;
/** Masked: it is remembered that it was queued. */
const masked = [
  ['idle', 'mask', 'masked'],
  ['pending', 'mask', 'masked_pending'],
  ['masked', 'queue', 'masked_pending'],
  ['masked_pending', 'queue', 'masked_pending'],
  ['masked', 'unmask', 'idle'],
  ['masked_pending', 'unmask', 'pending'],
] as const;

/** The edges of an item that these events turn off. */
const offEdges = (events: ReadonlySet<string>): readonly (readonly [string, string, string])[] => [
  ...(events.has('disable') ? disabled : []),
  ...(events.has('mask') ? masked : []),
];

const pendingParts = (alone: Alone): readonly NamedPart[] =>
  alone.world.threads
    .filter(({ name, kind }) => kind.queued === true && alone.world.queued.has(name))
    .map(({ name, kind }) => {
      const pending = names.pending(name);
      const edges = [
        ['idle', 'queue', 'pending'],
        ['pending', 'queue', 'pending'],
        ['pending', 'begin', 'idle'],
        ['pending', 'cancel', 'idle'],
        ...offEdges(alone.world.turnedOff.get(name) ?? new Set()),
      ] as const;
      return partOf(alone, pending, chart(pending, 'idle', edges), `${kind.name} ${name} pending`);
    });

/** Handlers, each with the threads whose CPU it may take. */
export function victimsOf({ world, places }: Alone): Setting['victims'] {
  const handlers = world.threads.filter(({ kind }) => kind.interrupts === true);
  const victims = handlers.map((handler) => {
    const others = world.threads.filter(
      (other) =>
        other !== handler &&
        places
          .get(other.name)!
          .states.some((state) => interruptible(world.language, handler, other, state)),
    );
    return [handler.name, others.map(({ name }) => name)] as const;
  });
  return new Map(victims.filter(([, threads]) => threads.length > 0));
}

function cpuPart(alone: Alone, handler: string, threads: readonly string[]): NamedPart {
  const name = `${handler}_cpu`;
  const edges = threads.flatMap((thread) => [
    ['none', `interrupt.${thread}`, `on_${thread}`] as const,
    [`on_${thread}`, 'return', 'none'] as const,
  ]);
  const phrases = Object.fromEntries(threads.map((thread) => [`on_${thread}`, 'taken by']));
  return partOf(alone, name, chart(name, 'none', edges, phrases), `CPU of ${handler}`);
}
