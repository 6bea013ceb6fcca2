import { Misuse } from '../system/misuse.ts';
import { withoutMarkup } from './clean-line.ts';
import { eventLines, type EventLines } from './event-lines.ts';
import { jsonEvents } from './json-events.ts';
import { jsonRecords, looksLikeRecords } from './json-records.ts';
import { kernelLines, type KernelLines } from './kernel-lines.ts';
import { lineCutter } from './lines.ts';
import { printedEvent } from './printed-events.ts';
import type { Source } from './source.ts';
import type { TrackerOptions } from './tracker.ts';
import { utf16Decoder, type Decoder } from './utf-16.ts';
import type { LogSpec } from './vocabulary.ts';

/** What was read of one log. */
export type LogRead = {
  readonly name: string;
  /** What it was found to be. */
  readonly kinds: readonly ('event text' | 'event JSON' | 'kernel log')[];
  readonly events: EventLines;
  readonly kernel: KernelLines;
  readonly lines: number;
  readonly bytes: number;
  /** Lines that are neither events nor part of a report. */
  readonly foreign: number;
  /** What has to be known about the log itself. */
  readonly notes: readonly string[];
};

/** `prepare` is called with the reader before the first line, `progress` from time to time. */
export type ReadOptions = TrackerOptions & {
  readonly progress?: (read: { readonly bytes: number; readonly lines: number }) => void;
  readonly prepare?: (events: EventLines) => void;
};

/** How objects are followed where the user says nothing: a skew of 2000 ns, an incomplete log. */
export const byDefault: TrackerOptions = {
  skew: 2000,
  complete: false,
  keep: 65_536,
  most: 1 << 20,
};

/** What is looked for, in words. */
const tried = ['event text (ftrace, perf)', 'event JSON (Chrome, Perfetto)', 'kernel log'] as const;

/** Files that are one of ours, but not yet text: their first bytes, and what makes text of them. */
const packed: readonly (readonly [Buffer, string])[] = [
  [Buffer.from([0x17, 0x08, 0x44]), 'a binary trace.dat: give the output of `trace-cmd report`'],
  [Buffer.from('PERFILE2'), 'a binary perf.data: give the output of `perf script`'],
  [Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a]), 'packed by xz: unpack it first'],
  [Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), 'packed by zstd: unpack it first'],
  [Buffer.from('BZh'), 'packed by bzip2: unpack it first'],
  [Buffer.from('PK\x03\x04'), 'a zip archive: unpack it first'],
  [Buffer.from([0x04, 0x22, 0x4d, 0x18]), 'packed by lz4: unpack it first (`lz4 -d`)'],
  [Buffer.from([0x02, 0x21, 0x4c, 0x18]), 'packed by lz4: unpack it first (`lz4 -d`)'],
];

/** What is known while a log is read. */
type Reading = {
  readonly events: EventLines;
  readonly kernel: KernelLines;
  readonly notes: string[];
  /** Of all tracepoints. */
  readonly names: ReadonlySet<string>;
  lines: number;
  bytes: number;
  /** Lines that begin with a zero byte. */
  zeros: number;
  /** The line before, where it was an event that a mailer may have broken. */
  torn: Buffer | null;
  json: ReturnType<typeof jsonEvents> | null;
  /** Where a collector has packed the lines of a log into records. */
  records: ReturnType<typeof jsonRecords> | null;
  /** Where it is no UTF-8. */
  decoder: Decoder | null;
};

/** Reads a log to its end, whatever it is. @throws Misuse when no line has a known format. */
export async function readLog(
  source: Source,
  spec: LogSpec,
  options: ReadOptions,
): Promise<LogRead> {
  const reading: Reading = {
    events: eventLines(spec, options),
    kernel: kernelLines(spec),
    notes: [],
    names: new Set(spec.tracepoints.map(({ name }) => name)),
    lines: 0,
    bytes: 0,
    zeros: 0,
    torn: null,
    json: null,
    records: null,
    decoder: null,
  };
  options.prepare?.(reading.events);
  const cutter = lineCutter((bytes, from, to) => takeLine(reading, bytes, from, to));
  for await (const piece of source.pieces) {
    if (reading.bytes === 0 && piece.length > 0) begin(reading, piece, source.name);
    reading.bytes += piece.length;
    const text = reading.decoder === null ? piece : reading.decoder(piece);
    (reading.records ?? reading.json ?? cutter).piece(text);
    options.progress?.({ bytes: reading.bytes, lines: reading.lines });
  }
  if (reading.decoder !== null) cutter.piece(reading.decoder(null));
  cutter.end();
  reading.json?.end();
  reading.records?.end();
  reading.kernel.end();
  noteWhatIsMissing(reading, source.broken());
  return result(reading, source.name);
}

/** Looks at the first bytes. @throws Misuse where they have to be unpacked first. */
function begin(reading: Reading, piece: Buffer, name: string): void {
  for (const [magic, what] of packed)
    if (piece.subarray(0, magic.length).equals(magic)) throw new Misuse(`${name}: ${what}`);
  reading.decoder = utf16Decoder(piece);
  if (!looksLikeJson(piece)) return;
  if (looksLikeRecords(piece))
    reading.records = jsonRecords((text) => {
      const bytes = Buffer.from(text);
      takeLine(reading, bytes, 0, bytes.length);
    });
  else reading.json = jsonEvents(reading.events, (text) => takeLine(reading, text, 0, text.length));
}

function takeLine(reading: Reading, bytes: Buffer, from: number, to: number): void {
  const { events, kernel, notes } = reading;
  reading.lines++;
  if (events.take(bytes, from, to, reading.lines)) {
    reading.torn = events.torn() ? Buffer.from(bytes.subarray(from, to)) : null;
    if (reading.torn !== null) events.seen.unread++;
    return;
  }
  if (reading.torn !== null && isRestOf(reading, reading.torn, bytes, from, to)) return;

  if (to > from && bytes[from] === 0) reading.zeros++;
  const text = bytes.toString('utf8', from, Math.min(to, from + 2000));
  if (isEventUnderMarkup(reading, text) || isPrintedEvent(reading, text)) return;
  if (lossOf(text, events, notes)) return;
  kernel.take(text, reading.lines);
}

/**
 * Whether this is the rest of the line before, which a mailer broke: then the event is read whole.
 */
function isRestOf(
  reading: Reading,
  torn: Buffer,
  bytes: Buffer,
  from: number,
  to: number,
): boolean {
  const { events, lines } = reading;
  const { seen } = events;
  const rest = bytes.toString('latin1', from, Math.min(to, from + 1000)).replace(/^[>\s]+/, '');
  const whole = Buffer.concat([torn, Buffer.from(' '), Buffer.from(rest, 'latin1')]);
  reading.torn = null;
  const before = seen.ours;
  events.take(whole, 0, whole.length, lines - 1);
  // The line was counted as not understood; if it is now, it no longer is.
  if (events.torn() || seen.ours === before) {
    seen.unread = Math.max(seen.unread, 1);
    return false;
  }
  seen.unread--;
  return true;
}

/** An event with colours, or copied from a page: the same line without them is read. */
function isEventUnderMarkup({ events, lines }: Reading, text: string): boolean {
  const clean = withoutMarkup(text);
  if (clean === text) return false;
  const bytes = Buffer.from(clean, 'utf8');
  return events.take(bytes, 0, bytes.length, lines);
}

/** An event that the kernel printed into its log. */
function isPrintedEvent({ events, lines, names }: Reading, text: string): boolean {
  const { last } = events.seen;
  const event = printedEvent(text, (name) => names.has(name), last > 0 ? last / 1e9 : 0);
  if (event === null) return false;
  const bytes = Buffer.from(event, 'utf8');
  return events.take(bytes, 0, bytes.length, lines);
}

/** Says what the log itself does not hold. */
function noteWhatIsMissing(reading: Reading, broken: string | null): void {
  const { notes, json, records, events } = reading;
  const { seen, tracker } = events;
  if (records !== null)
    notes.push('lines of the log are counted, one for each record of the JSON that holds them');
  if (records !== null && records.seen.broken > 0)
    notes.push(`records that are no JSON, hold no line, or are cut: ${records.seen.broken}`);
  if (broken !== null) notes.push(`${broken}; what came before it was read`);
  if (json !== null && json.seen.broken > 0)
    notes.push(`${json.seen.broken} elements are no JSON, or the file ends in one`);
  if (seen.spliced > 0)
    notes.push(
      `time goes back on one CPU ${seen.spliced} times: put together from several logs; ` +
        'nothing is concluded across these places',
    );
  const lost = seen.lost > 0 ? ` (${seen.lost} and more)` : '';
  if (seen.losses > 0)
    notes.push(
      `events were lost ${seen.losses} times${lost}; nothing is concluded across these places`,
    );
  if (seen.unread > 0)
    notes.push(`${seen.unread} known events are printed in a form that is not known`);
  if (seen.ticks) notes.push('the clock counts ticks: times are ticks, not nanoseconds');
  if (tracker.forgotten > 0)
    notes.push(
      `${tracker.forgotten} unfinished objects were forgotten: there were too many at once`,
    );
}

/** @throws Misuse when no line has a known format. */
function result(reading: Reading, name: string): LogRead {
  const { events, kernel, json, bytes, lines } = reading;
  const kinds = kindsOf(reading);
  if (kinds.length === 0)
    throw new Misuse(`${name}: ${whatElse(reading)}; tried: ${tried.join('; ')}`);
  return {
    name,
    kinds,
    events,
    kernel,
    lines: json === null ? lines : lines + json.seen.line,
    bytes,
    foreign: kernel.seen.foreign,
    notes: reading.notes,
  };
}

function kindsOf({ events: { seen }, kernel, json }: Reading): LogRead['kinds'] {
  const isJson = json?.seen.known === true;
  const hasEvents = seen.ours + seen.others + seen.unread > 0;
  const { reports, tasks, warnings, stamped, troubles } = kernel.seen;
  return [
    ...(hasEvents && !isJson ? ['event text' as const] : []),
    ...(isJson ? ['event JSON' as const] : []),
    ...(reports + tasks + warnings + stamped + troubles > 0 ? ['kernel log' as const] : []),
  ];
}

function whatElse({ bytes, zeros }: Reading): string {
  if (bytes === 0) return 'it is empty';
  return zeros > 0 ? 'it is binary' : 'no line has a known format';
}

function looksLikeJson(piece: Buffer): boolean {
  const hasMark = piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf;
  let start = hasMark ? 3 : 0;
  while (start < piece.length && isSpace(piece[start]!)) start++;
  if (piece[start] === 0x7b) return true;
  // A printk stamp begins with a bracket too.
  return (
    piece[start] === 0x5b && /^\[\s*(?:\{|\]|$)/.test(piece.toString('latin1', start, start + 80))
  );
}

const isSpace = (byte: number): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9;

/** Lines in which a tracer says what it did not keep. */
function lossOf(text: string, events: EventLines, notes: string[]): boolean {
  const lost =
    /^(?:\s*\[ *\d+\.\d+\])?\s*CPU:?\s*\d+ \[(?:LOST )?(?:(\d+) )?EVENTS(?: DROPPED)?\]/.exec(text);
  if (lost !== null) {
    events.lost(Number(lost[1] ?? 0));
    return true;
  }
  if (/^##### CPU \d+ buffer started ####/.test(text)) {
    events.lost(0);
    return true;
  }
  const perf =
    /PERF_RECORD_LOST(?:_SAMPLES)? lost (\d+)/.exec(text) ??
    /lost (\d+) (?:events|chunks)/i.exec(text);
  if (perf !== null) {
    events.lost(Number(perf[1]));
    return true;
  }
  const header = /^# entries-in-buffer\/entries-written: (\d+)\/(\d+)/.exec(text);
  if (header !== null && Number(header[2]) > Number(header[1]))
    notes.push(`the buffer kept ${header[1]} of ${header[2]} events: the beginning is missing`);
  return false;
}
