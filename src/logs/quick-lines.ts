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
  /**
   * Of the line before; then of the line at hand: for who waits, and for what a violation prints.
   */
  readonly now: Columns;
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
// Cut into five functions it is 10 to 20 % slower (best of 8 rounds, 80 MB).
// oxlint-disable-next-line complexity, max-lines-per-function -- measured, see above
export function quickLine(
  { followed, heads, lanes, recent, clocks, seen, now, wait }: Quick,
  bytes: Uint8Array,
  view: DataView,
  from: number,
  to: number,
): boolean {
  // The CPU mostly stands where it stood on the line before: ` [007] `.
  const open = from + now.taskTo - now.taskFrom;
  // Up to the name nothing looks for the end of the line: it is further away.
  if (open === from || open + 64 > to || view.getInt16(open - 1, true) !== spaceBracket)
    return false;
  const bracket = view.getInt32(open + 1, true);
  if (
    ((bracket ^ threeAndBracket) & 0xfff0f0f0) !== 0 ||
    ((bracket + 0x060606) & 0xf0f0f0) !== 0x303030 ||
    bytes[open + 5] !== 32
  )
    return false;
  const cpu = (bracket & 15) * 100 + ((bracket >>> 8) & 15) * 10 + ((bracket >>> 16) & 15);

  // `..... 11303.602488: `: four or five flags, none of them a space, or none at all.
  let p = open + 6;
  if (bytes[p]! < 48 || bytes[p]! > 57) {
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

  // Six digits, then `: `.
  const upper = view.getInt32(p + 1, true);
  const lower = view.getInt32(p + 5, true);
  if (
    !areDigits(upper) ||
    ((lower ^ twoAndColon) & 0xfffff0f0) !== 0 ||
    ((lower + 0x0606) & 0xf0f0) !== 0x3030
  )
    return false;
  const micros = valueOf(upper) * 100 + (lower & 15) * 10 + ((lower >>> 8) & 15);
  const time = seconds * 1e9 + micros * 1000;
  if (!(clocks[cpu]! <= time && clocks[cpu]! >= 0)) return false;

  p += 9;
  const known = nameAt(heads, view, p, to);
  if (known < 0) return false;
  const lane = lanes[known]!;
  const after = p + heads.names[known]!.bytes.length;

  // From the end: two numbers of at most ten digits, and what stands before each.
  p = to;
  let second = 0;
  let scale = 1;
  for (
    let digit = bytes[p - 1]! - 48;
    digit >= 0 && digit <= 9 && p > to - 11;
    digit = bytes[p - 1]! - 48
  ) {
    second = (second + Math.imul(digit, scale)) | 0;
    scale = Math.imul(scale, 10);
    p--;
  }
  if (p === to || second === 0) return false;
  const between = p - lane.second.bytes.length;
  if (between <= after || !isAt(lane.second, view, between, to)) return false;

  p = between;
  let first = 0;
  scale = 1;
  for (
    let digit = bytes[p - 1]! - 48;
    digit >= 0 && digit <= 9 && p > between - 11;
    digit = bytes[p - 1]! - 48
  ) {
    first = (first + Math.imul(digit, scale)) | 0;
    scale = Math.imul(scale, 10);
    p--;
  }
  const before = p - lane.first.bytes.length;
  if (p === between || before <= after || !isAt(lane.first, view, before, to)) return false;

  const { store, at: event } = followed;
  const { tells } = lane;
  const { kind } = tells[0]!;
  let slot = find(store, kind.at, first, second, 0);
  if (slot < 0) {
    const label = recentLabel(recent, kind, first, view, after - lane.start, before);
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
  for (let index = 1; index < tells.length; index++) {
    const { kind: otherKind, event: otherEvent, shift } = tells[index]!;
    if (store.liveOf[otherKind.at] === 0) continue;
    const other = find(store, otherKind.at, (first + shift) | 0, second, 0);
    if (other >= 0) observe(followed, otherKind, other, otherEvent);
  }
  return true;
}
