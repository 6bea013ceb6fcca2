import type { Described } from '../../../machines/description/description.ts';

/** All that a page shows, and so all that its address holds. */
export type Situation = {
  /** The driver on the left, and the one beside it, if there are two. */
  readonly drivers: readonly Described[];
  /** Which of them the run is of: 0 or 1. */
  readonly of: number;
  /** The promise whose run is shown; null for the first that is broken. */
  readonly promise: string | null;
  /** How many steps have been taken; more than the run has: all. */
  readonly position: number;
  /** Steps taken by hand, from the initial state, in place of the run of a promise. */
  readonly hand: readonly string[] | null;
};

/** All steps of a run, however many. */
export const toTheEnd = 1_000_000;
export const empty: Situation = {
  drivers: [{ driver: 'mine' }],
  of: 0,
  promise: null,
  position: toTheEnd,
  hand: null,
};

/** The part of the address after `#`. */
export function toAddress(situation: Situation): string {
  const bytes = new TextEncoder().encode(JSON.stringify(situation));
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @returns null for an address that this page did not write. What it holds is validated before it is used. */
export function fromAddress(address: string): Situation | null {
  try {
    const text = atob(address.replaceAll('-', '+').replaceAll('_', '/'));
    const read = JSON.parse(
      new TextDecoder().decode(Uint8Array.from(text, (c) => c.charCodeAt(0))),
    ) as Partial<Situation>;
    if (!Array.isArray(read.drivers) || read.drivers.length < 1 || read.drivers.length > 2)
      return null;
    if (
      read.drivers.some(
        (one: unknown) => typeof one !== 'object' || one === null || Array.isArray(one),
      )
    )
      return null;
    const hand = Array.isArray(read.hand)
      ? read.hand.filter((one) => typeof one === 'string').slice(0, 10_000)
      : null;
    return {
      drivers: read.drivers,
      of: read.of === 1 && read.drivers.length === 2 ? 1 : 0,
      promise: typeof read.promise === 'string' ? read.promise : null,
      position: Number.isInteger(read.position) ? Math.max(0, read.position!) : 0,
      hand,
    };
  } catch {
    return null;
  }
}
