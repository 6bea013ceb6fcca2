import type { EventLines } from './event-lines.ts';

/** What was read of a file of JSON. */
export type JsonSeen = { elements: number; broken: number; known: boolean; line: number };

/** The lists whose elements are events. */
const lists = new Set(['traceEvents', 'packet', '']);
/** An element that is longer never ends: it is none. */
const longestElement = 256e6;

// Bytes that mean something to JSON.
const quote = 0x22;
const comma = 0x2c;
const openList = 0x5b;
const backslash = 0x5c;
const closeList = 0x5d;
const openRecord = 0x7b;
const closeRecord = 0x7d;

type Reading = {
  readonly events: EventLines;
  readonly textLine: (bytes: Buffer) => void;
  readonly seen: JsonSeen;
  /** Open brackets: `{` or `[`, and the key under which each stands. */
  readonly stack: { readonly list: boolean; readonly key: string }[];
  key: string;
  inString: boolean;
  escaped: boolean;
  /**
   * The string at hand is lines of event text; `unicode` hexadecimal digits of an escape are still
   * to come.
   */
  isText: boolean;
  unicode: number;
  word: number[];
  text: number[];
  /** The pieces of the element at hand; null between elements. */
  captured: Buffer[] | null;
  capturedFrom: number;
  capturedLine: number;
  capturedDepth: number;
  size: number;
};

/**
 * Events out of JSON of any length, in pieces: Chrome's (`traceEvents`, or a bare list),
 * Perfetto's (`packet`, `ftraceEvents`), and the text that Chrome and systrace pack into one
 * (`systemTraceEvents`). Elements are read one by one; the whole is never in memory.
 */
export function jsonEvents(
  events: EventLines,
  textLine: (bytes: Buffer) => void,
): {
  readonly piece: (bytes: Buffer) => void;
  readonly end: () => void;
  readonly seen: JsonSeen;
} {
  const seen: JsonSeen = { elements: 0, broken: 0, known: false, line: 1 };
  const reading: Reading = {
    events,
    textLine,
    seen,
    stack: [],
    key: '',
    inString: false,
    escaped: false,
    isText: false,
    unicode: -1,
    word: [],
    text: [],
    captured: null,
    capturedFrom: 0,
    capturedLine: 0,
    capturedDepth: 0,
    size: 0,
  };
  return {
    seen,
    piece: (bytes) => takePiece(reading, bytes),
    end: () => {
      if (reading.captured !== null) seen.broken++;
    },
  };
}

function takePiece(reading: Reading, bytes: Buffer): void {
  const { seen } = reading;
  reading.capturedFrom = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index]!;
    if (byte === 10) seen.line++;
    if (reading.inString) stringByte(reading, byte);
    else outerByte(reading, bytes, index);
  }
  if (reading.captured === null) return;

  reading.captured.push(Buffer.from(bytes.subarray(reading.capturedFrom)));
  reading.size += bytes.length;
  if (reading.size > longestElement) {
    reading.captured = null;
    seen.broken++;
  }
}

/** A byte of a string: of a key, of text, or of something that nobody reads. */
function stringByte(reading: Reading, byte: number): void {
  const { isText, captured, word } = reading;
  if (reading.escaped) {
    reading.escaped = false;
    if (isText) escapedByte(reading, byte);
  } else if (byte === backslash) reading.escaped = true;
  else if (byte === quote) endString(reading);
  else if (isText) {
    if (reading.unicode > 0) reading.unicode--;
    else textByte(reading, byte);
  } else if (captured === null && word.length < 64) word.push(byte);
}

/** A byte of text behind a backslash. */
function escapedByte(reading: Reading, byte: number): void {
  if (byte === 0x75) reading.unicode = 4;
  else if (byte === 0x6e) textByte(reading, 10);
  else if (byte === 0x74) textByte(reading, 32);
  else textByte(reading, byte);
}

function endString(reading: Reading): void {
  reading.inString = false;
  if (reading.isText) {
    flush(reading);
    reading.isText = false;
  } else if (reading.captured === null) reading.key = Buffer.from(reading.word).toString('utf8');
}

function textByte(reading: Reading, byte: number): void {
  if (byte === 10) flush(reading);
  else if (reading.text.length < 1e6) reading.text.push(byte);
}

function flush(reading: Reading): void {
  reading.textLine(Buffer.from(reading.text));
  reading.text = [];
}

/** A byte outside of strings. */
function outerByte(reading: Reading, bytes: Buffer, index: number): void {
  const byte = bytes[index]!;
  if (byte === quote) beginString(reading);
  else if (byte === openRecord || byte === openList) {
    open(reading, byte === openList, index);
    reading.key = '';
  } else if (byte === closeRecord || byte === closeList) {
    close(reading, bytes, index);
    reading.key = '';
  } else if (byte === comma) reading.key = '';
}

function beginString(reading: Reading): void {
  reading.inString = true;
  reading.word = [];
  reading.isText = reading.captured === null && reading.key === 'systemTraceEvents';
  if (!reading.isText) return;
  reading.key = '';
  reading.seen.known = true;
}

function open(reading: Reading, list: boolean, index: number): void {
  const { stack } = reading;
  const top = stack.at(-1);
  if (!list && reading.captured === null && top?.list === true && lists.has(top.key)) {
    reading.captured = [];
    reading.capturedFrom = index;
    reading.capturedDepth = stack.length;
    reading.capturedLine = reading.seen.line;
    reading.size = 0;
  }
  if (stack.length < 10_000) stack.push({ list, key: reading.key });
}

function close(reading: Reading, bytes: Buffer, index: number): void {
  const { stack, captured, events, seen } = reading;
  stack.pop();
  if (captured === null || stack.length !== reading.capturedDepth) return;

  captured.push(bytes.subarray(reading.capturedFrom, index + 1));
  reading.captured = null;
  seen.elements++;
  try {
    const element = JSON.parse(Buffer.concat(captured).toString('utf8')) as unknown;
    fromElement(events, element, seen.elements, reading.capturedLine, seen);
  } catch {
    seen.broken++;
  }
}

const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const word = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;

/** So that no two events seem to come from one CPU: only time orders them. */
const noCpu = (element: number): number => -2 - (element % 1000);

function fromElement(
  events: EventLines,
  value: unknown,
  element: number,
  line: number,
  seen: { known: boolean },
): void {
  if (!isRecord(value)) return;
  const bundle = value['ftraceEvents'] ?? value['ftrace_events'];
  if (isRecord(bundle)) {
    seen.known = true;
    perfettoBundle(events, bundle, element, line);
  } else if (typeof value['name'] === 'string' && typeof value['ph'] === 'string') {
    seen.known = true;
    chromeEvent(events, value, element, line);
  }
}

/** Perfetto: the events of one CPU. */
function perfettoBundle(
  events: EventLines,
  bundle: Record<string, unknown>,
  element: number,
  line: number,
): void {
  const cpu = Number(bundle['cpu'] ?? 0);
  const list: unknown = bundle['event'];
  if (bundle['lostEvents'] === true || bundle['lost_events'] === true) events.lost(0);
  for (const event of Array.isArray(list) ? (list as unknown[]) : []) {
    if (!isRecord(event)) continue;
    for (const [name, fields] of Object.entries(event)) {
      if (!isRecord(fields)) continue;
      const named = Object.fromEntries(
        Object.entries(fields).map(([field, content]) => [snake(field), content]),
      );
      events.event({
        name: snake(name),
        fields: (field) => word(named[field]),
        cpu: Number.isFinite(cpu) ? cpu : noCpu(element),
        time: Number(event['timestamp'] ?? 0),
        task: Number(event['pid'] ?? -1),
        comm: '',
        line,
      });
    }
  }
}

/** Chrome: one event; its time is in microseconds. */
function chromeEvent(
  events: EventLines,
  value: Record<string, unknown>,
  element: number,
  line: number,
): void {
  const time = Number(value['ts']);
  if (!Number.isFinite(time) || value['ph'] === 'M' || value['ph'] === 'E') return;

  const args = isRecord(value['args']) ? value['args'] : {};
  const cpu = Number(args['cpu'] ?? NaN);
  const tid = Number(value['tid'] ?? -1);
  events.event({
    name: String(value['name']).replace(/^.*:/, ''),
    fields: (field) => word(args[field]),
    cpu: Number.isInteger(cpu) && cpu >= 0 ? cpu : noCpu(element),
    time: time * 1000,
    task: Number.isFinite(tid) ? tid : -1,
    comm: word(args['comm']) ?? '',
    line,
  });
}
