import type { Columns } from './columns.ts';
import { isAt, type Literal } from './literal.ts';
import { nameAt, type Names } from './names.ts';
import { find } from './objects.ts';
import { observe } from './observe.ts';
import { recentLabel, type RecentLabels } from './recent-labels.ts';
import { newObject, type Kind, type Tracker } from './tracker.ts';

/** A print that ends in the two numbers of a key, with texts before them: what is looked for, and whom it tells of. */
export type Lane = {
  /** How long the text is that the print begins with, and what stands before each number. */
  readonly start: number;
  readonly first: Literal;
  readonly second: Literal;
  readonly tells: readonly { readonly kind: Kind; readonly event: number; readonly shift: number }[];
  /** A task begins or ends to wait for the object of the first of them. */
  readonly waits: 'begins' | 'ends' | null;
  readonly point: { count: number };
};

/** What the quick way needs to know of the careful one. */
export type Quick = {
  readonly followed: Tracker;
  /** What a line says after its time: names with what their prints begin with. */
  readonly heads: Names;
  /** By the index of the head. */
  readonly lanes: readonly Lane[];
  readonly recent: RecentLabels;
  /** Times of the last events by CPU; -Infinity where none was seen. */
  readonly clocks: Float64Array;
  readonly seen: { ours: number; first: number; last: number };
  /** Of the line before; then of the line at hand: for who waits, and for what a violation prints. */
  readonly now: Columns;
  readonly wait: (what: 'begins' | 'ends', kind: Kind, a: number, b: number) => void;
};

const powers = Float64Array.from({ length: 10 }, (_, digits) => 10 ** (9 - digits));

/**
 * Most lines of a long log are of one form, of lines of work that are known, and nothing about them is in doubt. They go this way: the bytes are
 * looked at once, from left to right and then from the end, and no more is remembered than has to be. False with nothing changed where the
 * line is not of this kind: then it is for the careful way, which reads whatever can be read. Line number and text are the caller's to set.
 */
export function quickLine({ followed, heads, lanes, recent, clocks, seen, now, wait }: Quick, bytes: Uint8Array, view: DataView, from: number, to: number): boolean {
  // The CPU mostly stands where it stood on the line before.
  const open = from + now.taskTo - now.taskFrom;
  // CPU, flags and time are read without a look at the end of the line: they are shorter than this.
  if (open === from || open + 64 > to || bytes[open] !== 0x5b || bytes[open - 1] !== 32) return false;
  let p = open;
  let cpu = 0;
  let digit = bytes[++p]! - 48;
  for (; digit >= 0 && digit <= 9 && p < open + 6; digit = bytes[++p]! - 48) cpu = cpu * 10 + digit;
  if (digit !== 0x5d - 48 || p === open + 1 || cpu >= clocks.length || bytes[p + 1] !== 32) return false;
  p += 2;
  if (bytes[p]! < 48 || bytes[p]! > 57) {
    const flags = p;
    while (bytes[p] !== 32 && p < flags + 12) p++;
    while (bytes[p] === 32 && p < flags + 24) p++;
  }
  if (bytes[p - 1] !== 32) return false;
  const start = p;
  let seconds = 0;
  for (let word = view.getInt32(p, true); areDigits(word) && p < start + 8; word = view.getInt32(p, true)) { seconds = Math.imul(seconds, 10_000) + valueOf(word) | 0; p += 4; }
  for (digit = bytes[p]! - 48; digit >= 0 && digit <= 9 && p < start + 9; digit = bytes[++p]! - 48) seconds = Math.imul(seconds, 10) + digit | 0;
  if (digit !== 0x2e - 48 || p === start) return false;
  const dot = ++p;
  let fraction = 0;
  for (let word = view.getInt32(p, true); areDigits(word) && p < dot + 8; word = view.getInt32(p, true)) { fraction = Math.imul(fraction, 10_000) + valueOf(word) | 0; p += 4; }
  for (digit = bytes[p]! - 48; digit >= 0 && digit <= 9 && p < dot + 9; digit = bytes[++p]! - 48) fraction = Math.imul(fraction, 10) + digit | 0;
  if (digit !== 0x3a - 48 || p === dot || bytes[p + 1] !== 32) return false;
  const time = seconds * 1e9 + fraction * powers[p - dot]!;
  if (!(clocks[cpu]! <= time && clocks[cpu]! >= 0)) return false;
  const known = nameAt(heads, view, p + 2, to);
  if (known < 0) return false;
  const lane = lanes[known]!;
  const at = p + 2 + heads.names[known]!.bytes.length;

  // From the end: two numbers, each at most ten digits, and what stands before them.
  p = to;
  let second = 0;
  let scale = 1;
  for (digit = bytes[p - 1]! - 48; digit >= 0 && digit <= 9 && p > to - 11; digit = bytes[p - 1]! - 48) { second = (second + Math.imul(digit, scale)) | 0; scale = Math.imul(scale, 10); p--; }
  if (p === to || second === 0) return false;
  const between = p - lane.second.bytes.length;
  if (between <= at || !isAt(lane.second, view, between, to)) return false;
  p = between;
  let first = 0;
  scale = 1;
  for (digit = bytes[p - 1]! - 48; digit >= 0 && digit <= 9 && p > between - 11; digit = bytes[p - 1]! - 48) { first = (first + Math.imul(digit, scale)) | 0; scale = Math.imul(scale, 10); p--; }
  const before = p - lane.first.bytes.length;
  if (p === between || before <= at || !isAt(lane.first, view, before, to)) return false;

  const { store, at: event } = followed;
  const { tells } = lane;
  const { kind } = tells[0]!;
  let slot = find(store, kind.at, first, second, 0);
  if (slot < 0) {
    const label = recentLabel(recent, kind, first, view, at - lane.start, before);
    if (label === null) return false;
    slot = newObject(followed, kind, first, second, 0, label);
  }
  // Only now is anything changed.
  clocks[cpu] = time;
  if (!(seen.first <= time)) seen.first = time;
  if (!(seen.last >= time)) seen.last = time;
  event.time = time;
  event.cpu = cpu;
  now.taskFrom = from;
  now.taskTo = open;
  now.to = to;
  seen.ours++;
  lane.point.count++;
  if (lane.waits !== null) wait(lane.waits, kind, first, second);
  observe(followed, kind, slot, tells[0]!.event);
  for (let i = 1; i < tells.length; i++) {
    const { kind, event: what, shift } = tells[i]!;
    if (store.liveOf[kind.at] === 0) continue;
    const other = find(store, kind.at, (first + shift) | 0, second, 0);
    if (other >= 0) observe(followed, kind, other, what);
  }
  return true;
}

/** Whether four bytes, the first of them lowest, are digits. */
const areDigits = (word: number): boolean => (word & 0xf0f0f0f0) === 0x30303030 && ((word + 0x06060606) & 0xf0f0f0f0) === 0x30303030;

/** Their value: two pairs at a time. */
function valueOf(word: number): number {
  const digits = word & 0x0f0f0f0f;
  const pairs = Math.imul(digits, 10) + (digits >>> 8);
  return (pairs & 0xff) * 100 + ((pairs >>> 16) & 0xff);
}
