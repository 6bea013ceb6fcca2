import type { Columns } from './columns.ts';
import { areDigits, valueOf } from './digits.ts';
import { isAt, type Literal } from './literal.ts';
import { nameAt, type Names } from './names.ts';
import { find } from './objects.ts';
import { observe } from './observe.ts';
import { recentLabel, type RecentLabels } from './recent-labels.ts';
import { newObject, type Kind, type Tracker } from './tracker.ts';

/**
 * A print that ends in the two numbers of a key, with texts before them: what is looked for, and
 * whom it tells of.
 */
export type Lane = {
  /** How long the text is that the print begins with, and what stands before each number. */
  readonly start: number;
  readonly first: Literal;
  readonly second: Literal;
  readonly tells: readonly {
    readonly kind: Kind;
    readonly event: number;
    readonly shift: number;
  }[];
  /** A task begins or ends to wait for the object of the first of them. */
  readonly waits: 'begins' | 'ends' | null;
  readonly point: { count: number };
};

/** A place in the line, or the key's number that ends there, and what was read up to it. */
type Head = { next: number; cpu: number; time: number };

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
  /** Of the line at hand, as far as it was read. */
  readonly head: Head;
  readonly wait: (what: 'begins' | 'ends', kind: Kind, a: number, b: number) => void;
};

/** As words: ` [`, three digits (their upper halves) and `]`, four spaces, two digits and `: `. */
const spaceBracket = 0x5b20;
const threeAndBracket = 0x5d303030;
const fourSpaces = 0x20202020;
const twoAndColon = 0x203a3030;

/**
 * Most lines of a long log are of one form, of lines of work that are known, and nothing about
 * them is in doubt. They go this way: the bytes are looked at once, from left to right and then
 * from the end, and no more is remembered than has to be. False with nothing changed where the
 * line is not of this kind: then it is for the careful way, which reads whatever can be read. Line
 * number and text are the caller's to set.
 */
export function quickLine(
  quick: Quick,
  bytes: Uint8Array,
  view: DataView,
  from: number,
  to: number,
): boolean {
  const { followed, heads, lanes, recent, clocks, now, head } = quick;
  // The CPU mostly stands where it stood on the line before.
  const open = from + now.taskTo - now.taskFrom;
  // Up to the name nothing looks for the end of the line: it is further away.
  if (open === from || open + 64 > to) return false;
  if (!readCpu(bytes, view, open, head) || !readTime(bytes, view, open, head)) return false;

  const { cpu, time, next } = head;
  if (!(clocks[cpu]! <= time && clocks[cpu]! >= 0)) return false;
  const known = nameAt(heads, view, next, to);
  if (known < 0) return false;
  const lane = lanes[known]!;
  const at = next + heads.names[known]!.bytes.length;

  // From the end: two numbers and what stands before them.
  const between = readBack(bytes, view, to, to, lane.second, head);
  const second = head.next;
  if (between <= at || second === 0) return false;
  const before = readBack(bytes, view, between, to, lane.first, head);
  const first = head.next;
  if (before <= at) return false;

  const { kind } = lane.tells[0]!;
  let slot = find(followed.store, kind.at, first, second, 0);
  if (slot < 0) {
    const label = recentLabel(recent, kind, first, view, at - lane.start, before);
    if (label === null) return false;
    slot = newObject(followed, kind, first, second, 0, label);
  }
  // Only now is anything changed.
  now.taskFrom = from;
  now.taskTo = open;
  now.to = to;
  tell(quick, lane, slot, first, second);
  return true;
}

/** ` [007] ` */
function readCpu(bytes: Uint8Array, view: DataView, open: number, head: Head): boolean {
  if (view.getInt16(open - 1, true) !== spaceBracket) return false;
  const bracket = view.getInt32(open + 1, true);
  head.cpu = (bracket & 15) * 100 + ((bracket >>> 8) & 15) * 10 + ((bracket >>> 16) & 15);
  return (
    ((bracket ^ threeAndBracket) & 0xfff0f0f0) === 0 &&
    ((bracket + 0x060606) & 0xf0f0f0) === 0x303030 &&
    bytes[open + 5] === 32
  );
}

/** `..... 11303.602488: `: flags or none, seconds, six digits. */
function readTime(bytes: Uint8Array, view: DataView, open: number, head: Head): boolean {
  let p = open + 6;
  if (bytes[p]! < 48 || bytes[p]! > 57) {
    // Four flags or five, none of them a space.
    const flags = view.getInt32(p, true) ^ fourSpaces;
    if (((flags - 0x01010101) & ~flags & 0x80808080) !== 0) return false;
    p += bytes[p + 4] === 32 ? 5 : 6;
    if (bytes[p - 1] !== 32) return false;
  }
  while (bytes[p] === 32 && p < open + 24) p++;
  const start = p;
  let seconds = 0;
  for (
    let digit = bytes[p]! - 48;
    digit >= 0 && digit <= 9 && p < start + 9;
    digit = bytes[++p]! - 48
  )
    seconds = (Math.imul(seconds, 10) + digit) | 0;
  if (bytes[p] !== 0x2e || p === start) return false;

  const upper = view.getInt32(p + 1, true);
  const lower = view.getInt32(p + 5, true);
  const micros = valueOf(upper) * 100 + (lower & 15) * 10 + ((lower >>> 8) & 15);
  head.time = seconds * 1e9 + micros * 1000;
  head.next = p + 9;
  return (
    areDigits(upper) &&
    ((lower ^ twoAndColon) & 0xfffff0f0) === 0 &&
    ((lower + 0x0606) & 0xf0f0) === 0x3030
  );
}

/**
 * A number of at most ten digits that ends at `end`, into `head.next`; gives where the literal
 * before it begins, or -1 where either is missing.
 */
function readBack(
  bytes: Uint8Array,
  view: DataView,
  end: number,
  to: number,
  before: Literal,
  head: Head,
): number {
  let p = end;
  let value = 0;
  let scale = 1;
  for (
    let digit = bytes[p - 1]! - 48;
    digit >= 0 && digit <= 9 && p > end - 11;
    digit = bytes[p - 1]! - 48
  ) {
    value = (value + Math.imul(digit, scale)) | 0;
    scale = Math.imul(scale, 10);
    p--;
  }
  head.next = value;
  if (p === end) return -1;
  const from = p - before.bytes.length;
  return isAt(before, view, from, to) ? from : -1;
}

/** Follows the objects that the line at hand tells of. */
function tell(
  { followed, clocks, seen, head, wait }: Quick,
  { tells, waits, point }: Lane,
  slot: number,
  first: number,
  second: number,
): void {
  const { store, at } = followed;
  const { cpu, time } = head;
  const { kind, event } = tells[0]!;
  clocks[cpu] = time;
  if (!(seen.first <= time)) seen.first = time;
  if (!(seen.last >= time)) seen.last = time;
  at.time = time;
  at.cpu = cpu;
  seen.ours++;
  point.count++;
  if (waits !== null) wait(waits, kind, first, second);
  observe(followed, kind, slot, event);
  for (let i = 1; i < tells.length; i++) {
    const { kind: otherKind, event: otherEvent, shift } = tells[i]!;
    if (store.liveOf[otherKind.at] === 0) continue;
    const other = find(store, otherKind.at, (first + shift) | 0, second, 0);
    if (other >= 0) observe(followed, otherKind, other, otherEvent);
  }
}
