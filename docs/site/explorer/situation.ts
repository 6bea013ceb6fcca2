import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { Described } from '../../../machines/description/description.ts';

/** What is asked: a text that somebody can edit, or a litmus test of the gallery. */
export type Subject =
  | { readonly is: 'text'; readonly name: string; readonly text: string }
  | { readonly is: 'litmus'; readonly name: string };

/** Which version of a twin is shown; null: the first. */
export type Side = 'before' | 'after';

/** All that a page shows, and so all that its address holds. */
export type Situation = {
  /** The one on the left, and the one beside it, if there are two. */
  readonly subjects: readonly Subject[];
  /** Which of them the run is of: 0 or 1. */
  readonly of: number;
  /** The promise whose run is shown; null for the first that is broken. */
  readonly promise: string | null;
  readonly side: Side | null;
  /** How many steps have been taken; more than the run has: all. */
  readonly position: number;
  /** Steps taken by hand, from the initial state, in place of the run of a promise. */
  readonly hand: readonly string[] | null;
};

/** A description as a text to edit. */
export const textOf = (described: unknown): string => `${JSON.stringify(described, null, 2)}\n`;

export const subjectOf = (described: Described): Subject => ({
  is: 'text',
  name: `${String(described.driver)}.json`,
  text: textOf(described),
});

/** All steps of a run, however many. */
export const toTheEnd = 1_000_000;

/** Nothing chosen yet within what is asked. */
export const fresh = {
  of: 0,
  promise: null,
  side: null,
  position: toTheEnd,
  hand: null,
} as const satisfies Omit<Situation, 'subjects'>;

export const empty: Situation = { ...fresh, subjects: [subjectOf({ driver: 'mine' })] };

/** The situation in which these drivers are asked. */
export const asking = (drivers: readonly Described[]): Situation => ({
  ...fresh,
  subjects: drivers.map(subjectOf),
});

/** What stands before an address whose text is compressed; none that was written earlier begins so. */
const packed = 'z-';

/** The part of the address after `#`. */
export function toAddress(situation: Situation): string {
  const bytes = deflateSync(strToU8(JSON.stringify(situation)), { level: 9 });
  return `${packed}${toBase64(bytes)}`;
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));

/** Characters that an address may unpack to. */
const mostText = 1_000_000;

/** @returns null for an address that this page did not write. What it holds is validated before it is used. */
export function fromAddress(address: string): Situation | null {
  try {
    const isPacked = address.startsWith(packed);
    const bytes = fromBase64(isPacked ? address.slice(packed.length) : address);
    const text = strFromU8(isPacked ? inflateSync(bytes) : bytes);
    if (text.length > mostText) return null;
    const read = JSON.parse(text) as Record<string, unknown>;
    const subjects = isPacked ? subjectsIn(read['subjects']) : driversIn(read['drivers']);
    return subjects === null ? null : situationOf(subjects, read);
  } catch {
    return null;
  }
}

function situationOf(subjects: readonly Subject[], read: Record<string, unknown>): Situation {
  const { of, promise, side, position, hand } = read;
  const isWhole = typeof position === 'number' && Number.isInteger(position);
  return {
    subjects,
    of: of === 1 && subjects.length === 2 ? 1 : 0,
    promise: typeof promise === 'string' ? promise : null,
    side: side === 'before' || side === 'after' ? side : null,
    position: isWhole ? Math.max(0, position) : 0,
    hand: Array.isArray(hand)
      ? hand.filter((one) => typeof one === 'string').slice(0, 10_000)
      : null,
  };
}

const isRecord = (one: unknown): one is Record<string, unknown> =>
  typeof one === 'object' && one !== null && !Array.isArray(one);

function subjectsIn(given: unknown): readonly Subject[] | null {
  if (!Array.isArray(given) || given.length < 1 || given.length > 2) return null;
  const subjects = given.flatMap((one: unknown): Subject[] => {
    if (!isRecord(one) || typeof one['name'] !== 'string') return [];
    if (one['is'] === 'litmus') return [{ is: 'litmus', name: one['name'] }];
    if (typeof one['text'] !== 'string') return [];
    return [{ is: 'text', name: one['name'], text: one['text'] }];
  });
  return subjects.length === given.length ? subjects : null;
}

/** Addresses that were written before a text could stand in them held descriptions. */
function driversIn(given: unknown): readonly Subject[] | null {
  if (!Array.isArray(given) || given.length < 1 || given.length > 2) return null;
  return given.every(isRecord) ? given.map((one) => subjectOf(one as unknown as Described)) : null;
}

/** What a short address names: `driver/xe`, `litmus/FLUSH`, `threads/fixes/003-xe-wedged-allocates`. */
export type Named = {
  readonly kind: 'driver' | 'litmus' | 'threads';
  readonly names: readonly string[];
};

/** The short address of something in the library; two names stand side by side. @returns null: it is none */
export function namedBy(address: string): Named | null {
  const found = /^(driver|litmus|threads)\/([^,]+)(?:,([^,]+))?$/.exec(address);
  if (found === null) return null;
  const [, kind, ...names] = found;
  const given = names.filter((name) => name !== undefined);
  try {
    return { kind: kind as Named['kind'], names: given.map(decodeURIComponent) };
  } catch {
    return null;
  }
}
