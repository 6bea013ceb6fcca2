import { areDigits, valueOf } from './digits.ts';
import { nameAt, type Names } from './names.ts';

/**
 * What stands before the event on a line of trace text: who, where, when. Filled in place: there
 * are millions of lines.
 */
export type Columns = {
  cpu: number;
  /** Nanoseconds, or ticks where the clock counts no time. */
  time: number;
  /** Where the event's name stands, and its hash. */
  nameFrom: number;
  nameTo: number;
  nameHash: number;
  /** Which of the known names it is, if that is seen at once; else -1. */
  known: number;
  /** What it printed. */
  from: number;
  to: number;
  /** Where the task stands: from the line's first byte to here. */
  taskFrom: number;
  taskTo: number;
  /** Whether no fraction was printed. */
  ticks: boolean;
};

/** Columns that no line has filled yet. */
export const columns = (): Columns => ({
  cpu: 0,
  time: 0,
  nameFrom: 0,
  nameTo: 0,
  nameHash: 0,
  known: -1,
  from: 0,
  to: 0,
  taskFrom: 0,
  taskTo: 0,
  ticks: false,
});

const powers = [1e9, 1e8, 1e7, 1e6, 1e5, 1e4, 1e3, 1e2, 1e1, 1];

/** Hashes stay small: larger numbers would be objects of their own. */
const small = 0x3fffffff;

/** A line's bytes, the columns that are filled from them, and the names that are found at once. */
type Line = {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly now: Columns;
  readonly known: Names;
};

/**
 * The columns of one line [from, to), whoever printed it: trace, trace_pipe, trace-cmd report,
 * systrace with its (tgid), perf script. `comm-pid [(tgid)] [cpu] [flags] seconds.fraction:
 * [system:]event: text`. False where the bytes are nothing of that kind.
 */
export function readColumns(line: Line, from: number, to: number): boolean {
  const { bytes, now } = line;
  const behind = cpuColumn(bytes, from, to, now);
  if (behind < 0) return withoutCpu(line, from, to);

  now.taskFrom = from;
  let p = skipSpaces(bytes, behind, to);
  if (p < to && !isDigit(bytes[p]!)) {
    const flags = p;
    while (p < to && bytes[p] !== 32) p++;
    if (p - flags > 12) return false;
    p = skipSpaces(bytes, p, to);
  }
  return timeAndName(line, p, to);
}

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

function skipSpaces(bytes: Uint8Array, from: number, to: number): number {
  let p = from;
  while (p < to && bytes[p] === 32) p++;
  return p;
}

/**
 * Fills the CPU and where the task ends; gives the place behind `[cpu] `, or -1 where there is
 * none. The CPU is the first number in brackets: a comm may have brackets, but hardly with a
 * number and a space behind.
 */
function cpuColumn(bytes: Uint8Array, from: number, to: number, into: Columns): number {
  // It mostly stands where it stood on the line before.
  let p = from + into.taskTo - into.taskFrom;
  if (p >= to || p === from || bytes[p] !== 0x5b || bytes[p - 1] !== 32) p = from;
  for (;;) {
    while (p < to && bytes[p] !== 0x5b) p++;
    if (p >= to) return -1;
    const open = p++;
    let cpu = 0;
    for (; p < to && isDigit(bytes[p]!); p++) cpu = cpu * 10 + bytes[p]! - 48;
    const digits = p - open - 1;
    if (open === from || digits === 0 || digits > 5 || !closes(bytes, p)) continue;
    into.taskTo = open;
    into.cpu = cpu;
    return p + 2;
  }
}

/** `] ` */
const closes = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0x5d && bytes[at + 1] === 32;

/** Fills the time and the name; false where one of them is missing. */
function timeAndName(line: Line, from: number, to: number): boolean {
  const { bytes, now } = line;
  const colon = timeColumn(line, from, to);
  if (colon < 0 || bytes[colon] !== 0x3a || bytes[colon + 1] !== 32) return false;
  now.to = to;
  return nameColumn(line, skipSpaces(bytes, colon + 1, to), to);
}

/** Fills the time; gives the place behind it, or -1. */
function timeColumn(line: Line, from: number, to: number): number {
  const { bytes, view, now } = line;
  let p = from;
  let seconds = 0;
  for (; p + 4 < to; p += 4) {
    const word = view.getInt32(p, true);
    if (!areDigits(word)) break;
    seconds = seconds * 10_000 + valueOf(word);
  }
  for (; p < to && isDigit(bytes[p]!); p++) seconds = seconds * 10 + bytes[p]! - 48;
  if (p === from || p - from > 20) return -1;

  now.ticks = p >= to || bytes[p] !== 0x2e;
  if (now.ticks) {
    now.time = seconds;
    return p;
  }
  now.time = seconds * 1e9;
  return fraction(line, p + 1, to);
}

/**
 * Adds the digits behind the dot to the time; what is below a nanosecond is not kept. Gives the
 * place behind them, or -1.
 */
function fraction({ bytes, view, now }: Line, dot: number, to: number): number {
  let p = dot;
  let value = 0;
  for (; p + 4 < to && p - dot <= 4; p += 4) {
    const word = view.getInt32(p, true);
    if (!areDigits(word)) break;
    value = value * 10_000 + valueOf(word);
  }
  for (; p < to && isDigit(bytes[p]!); p++) if (p - dot < 9) value = value * 10 + bytes[p]! - 48;
  const digits = p - dot;
  if (digits === 0) return -1;
  now.time += value * powers[Math.min(digits, 9)]!;
  return p;
}

/** Fills what the event is called, and where the text behind it begins. */
function nameColumn({ bytes, view, now, known: names }: Line, from: number, to: number): boolean {
  const known = nameAt(names, view, from, to);
  now.known = known;
  if (known >= 0) {
    now.from = skipSpaces(bytes, from + names.names[known]!.bytes.length, to);
    return true;
  }
  let name = from;
  let p = from;
  let hash = 0x811c9dc5;
  for (; p < to; p++) {
    const byte = bytes[p]!;
    if (byte <= 32) return false;
    if (byte !== 0x3a) hash = Math.imul(hash ^ byte, 0x01000193);
    else if (p + 1 >= to || bytes[p + 1] === 32) break;
    else {
      // perf names the system first.
      name = p + 1;
      hash = 0x811c9dc5;
    }
  }
  if (p >= to || p === name) return false;
  now.nameFrom = name;
  now.nameTo = p;
  now.nameHash = hash & small;
  now.from = skipSpaces(bytes, p + 1, to);
  return true;
}

/** perf script without a CPU column: `comm pid seconds.fraction: system:event: text`. */
function withoutCpu(line: Line, from: number, to: number): boolean {
  const { bytes, now } = line;
  for (let p = from + 1; p < to && p < from + 64; p++) {
    if (bytes[p - 1] !== 32 || !isDigit(bytes[p]!)) continue;
    let q = p;
    let dot = false;
    while (q < to && (isDigit(bytes[q]!) || (bytes[q] === 0x2e && !dot))) {
      if (bytes[q] === 0x2e) dot = true;
      q++;
    }
    if (!dot || bytes[q] !== 0x3a) continue;
    now.taskFrom = from;
    now.taskTo = p;
    now.cpu = -1;
    return timeAndName(line, p, to);
  }
  return false;
}

/** The hash of an event's name: FNV-1a, cut to `small`. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text, 'latin1')) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash & small;
}

/**
 * The task's number, -1 where there is none: the digits after the last `-` (perf: after the last
 * space or slash) before a `(tgid)`.
 */
export function taskOf(bytes: Uint8Array, from: number, to: number): number {
  let p = to - 1;
  while (p >= from && bytes[p] === 32) p--;
  if (bytes[p] === 0x29) {
    while (p >= from && bytes[p] !== 0x28) p--;
    p--;
    while (p >= from && bytes[p] === 32) p--;
  }
  let value = 0;
  let scale = 1;
  const end = p;
  for (; p >= from; p--) {
    const digit = bytes[p]! - 48;
    if (digit < 0 || digit > 9) break;
    value += digit * scale;
    scale *= 10;
  }
  return p === end ? -1 : value;
}

/** The task's name: what stands before its number. */
export function commOf(bytes: Buffer, from: number, to: number): string {
  return bytes
    .toString('latin1', from, to)
    .replace(/\s*\(\s*[\d-]+\)\s*$/, '')
    .replace(/[-\s](?:\d+\/)?\d+\s*$/, '')
    .trim();
}
